//! Contacts: the people that Sales deals with.

use jiff::civil::Date;
use tables::{Money, Reference, Table};
use uuid::Uuid;

use crate::accounts::{ActiveReason, ActiveState, PaymentTerms};
use crate::leads::ContactMethod;
use crate::states::{States, active_or_not};

pub(crate) const STATES: States = active_or_not("contact");

/// A person.
#[derive(Clone, Debug, Table)]
#[table(
    name = "contact",
    set = "contacts",
    ownership = "user",
    primary = "fullname",
    key(by_number(msdyn_contactpersonid)),
    key(tandem_b2bprospect(tandem_b2bprospectid)),
    index(emailaddress1)
)]
pub struct Contact {
    /// Id.
    #[column(id)]
    pub contactid: Uuid,
    /// Salutation.
    #[column(text = 100)]
    pub salutation: Option<String>,
    /// First name.
    #[column(text = 50)]
    pub firstname: Option<String>,
    /// Middle name.
    #[column(text = 50)]
    pub middlename: Option<String>,
    /// Last name.
    #[column(text = 50, form)]
    pub lastname: Option<String>,
    /// Both names.
    #[column(text = 160, composed(firstname, lastname))]
    pub fullname: Option<String>,
    /// Job title.
    #[column(text = 100)]
    pub jobtitle: Option<String>,
    /// E-mail.
    #[column(text = 100)]
    pub emailaddress1: Option<String>,
    /// Second e-mail.
    #[column(text = 100)]
    pub emailaddress2: Option<String>,
    /// Third e-mail.
    #[column(text = 100)]
    pub emailaddress3: Option<String>,
    /// Business phone.
    #[column(text = 50)]
    pub telephone1: Option<String>,
    /// Second phone.
    #[column(text = 50)]
    pub telephone2: Option<String>,
    /// Third phone.
    #[column(text = 50)]
    pub telephone3: Option<String>,
    /// Mobile phone.
    #[column(text = 50)]
    pub mobilephone: Option<String>,
    /// Fax.
    #[column(text = 50)]
    pub fax: Option<String>,
    /// How to reach the person.
    #[column(choice, default = ContactMethod::Any)]
    pub preferredcontactmethodcode: Option<ContactMethod>,
    /// No e-mail, please.
    #[column(yes_no, default = false)]
    pub donotemail: bool,
    /// No bulk e-mail, please.
    #[column(yes_no, default = false)]
    pub donotbulkemail: bool,
    /// No calls, please.
    #[column(yes_no, default = false)]
    pub donotphone: bool,
    /// No letters, please.
    #[column(yes_no, default = false)]
    pub donotpostalmail: bool,
    /// No faxes, please.
    #[column(yes_no, default = false)]
    pub donotfax: bool,
    /// No marketing material, please.
    #[column(yes_no, default = false)]
    pub donotsendmm: bool,
    /// Whether opened e-mails are followed.
    #[column(yes_no, default = true)]
    pub followemail: bool,
    /// Website.
    #[column(text = 200)]
    pub websiteurl: Option<String>,
    /// Company that the person works for.
    #[column(lookup("account", "contact"))]
    pub parentcustomerid: Option<Reference>,
    /// Lead that it came from.
    #[column(lookup = "lead")]
    pub originatingleadid: Option<Uuid>,
    /// Street.
    #[column(text = 250)]
    pub address1_line1: Option<String>,
    /// Second line.
    #[column(text = 250)]
    pub address1_line2: Option<String>,
    /// Third line.
    #[column(text = 250)]
    pub address1_line3: Option<String>,
    /// City.
    #[column(text = 80)]
    pub address1_city: Option<String>,
    /// County.
    #[column(text = 50)]
    pub address1_county: Option<String>,
    /// State or province.
    #[column(text = 50)]
    pub address1_stateorprovince: Option<String>,
    /// Postal code.
    #[column(text = 20)]
    pub address1_postalcode: Option<String>,
    /// Country.
    #[column(text = 80)]
    pub address1_country: Option<String>,
    /// Phone at the address.
    #[column(text = 50)]
    pub address1_telephone1: Option<String>,
    /// The address in one piece.
    #[column(
        memo = 1000,
        composed(
            address1_line1,
            address1_line2,
            address1_line3,
            address1_city,
            address1_stateorprovince,
            address1_postalcode,
            address1_country
        )
    )]
    pub address1_composite: Option<String>,
    /// Birthday.
    #[column(date)]
    pub birthdate: Option<Date>,
    /// Credit limit.
    #[column(money, min = 0)]
    pub creditlimit: Option<Money>,
    /// Credit is stopped.
    #[column(yes_no, default = false)]
    pub creditonhold: bool,
    /// Terms of payment.
    #[column(choice)]
    pub paymenttermscode: Option<PaymentTerms>,
    /// Currency of amounts.
    #[column(lookup = "transactioncurrency")]
    pub transactioncurrencyid: Option<Uuid>,
    /// Description.
    #[column(memo = 2000)]
    pub description: Option<String>,
    /// State.
    #[column(choice, default = ActiveState::Active)]
    pub statecode: ActiveState,
    /// Reason.
    #[column(choice, default = ActiveReason::Active)]
    pub statuscode: ActiveReason,
    /// Can be sold to, so is a customer of type Person in headquarters.
    #[column(yes_no, default = false)]
    pub msdyn_sellable: bool,
    /// Customer number, given by headquarters.
    #[column(text = 20)]
    pub msdyn_contactpersonid: Option<String>,
    /// Prospect in headquarters that it came from (added by the package `commerce`).
    #[column(text = 20, added)]
    pub tandem_b2bprospectid: Option<String>,
}
