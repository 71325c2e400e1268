//! The lead: somebody who may become a customer.

use jiff::civil::Date;
use tables::{Decimal, Money, Reference, Table};
use uuid::Uuid;

use super::options::{
    InitialCommunication, LeadReason, LeadSource, LeadStage, LeadState, PartnerStatus, Priority, Rating,
};
use super::qualification::{BudgetStatus, ContactMethod, Need, PurchaseProcess, PurchaseTimeframe};
use crate::industries::Industry;

/// Largest annual revenue: 10^14 units.
const REVENUE_MAX: i64 = 1_000_000_000_000_000_000;

/// A lead.
#[derive(Clone, Debug, Table)]
#[table(
    name = "lead",
    set = "leads",
    ownership = "user",
    primary = "fullname",
    key(tandem_b2bprospect(tandem_b2bprospectid)),
    index(statecode)
)]
pub struct Lead {
    /// Id.
    #[column(id)]
    pub leadid: Uuid,
    /// Topic.
    #[column(text = 300, form)]
    pub subject: Option<String>,
    /// Salutation.
    #[column(text = 100)]
    pub salutation: Option<String>,
    /// First name.
    #[column(text = 50, recommended)]
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
    #[column(text = 20)]
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
    /// Company; becomes the account's name.
    #[column(text = 100, recommended)]
    pub companyname: Option<String>,
    /// Website.
    #[column(text = 200)]
    pub websiteurl: Option<String>,
    /// Industry.
    #[column(choice)]
    pub industrycode: Option<Industry>,
    /// Standard industrial classification.
    #[column(text = 20)]
    pub sic: Option<String>,
    /// Employees.
    #[column(whole, min = 0, max = 1_000_000)]
    pub numberofemployees: Option<i64>,
    /// Annual revenue.
    #[column(money, min = 0, max = REVENUE_MAX)]
    pub revenue: Option<Money>,
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
    /// Street of the second address.
    #[column(text = 250)]
    pub address2_line1: Option<String>,
    /// Second line of the second address.
    #[column(text = 250)]
    pub address2_line2: Option<String>,
    /// Third line of the second address.
    #[column(text = 250)]
    pub address2_line3: Option<String>,
    /// City of the second address.
    #[column(text = 80)]
    pub address2_city: Option<String>,
    /// County of the second address.
    #[column(text = 50)]
    pub address2_county: Option<String>,
    /// State or province of the second address.
    #[column(text = 50)]
    pub address2_stateorprovince: Option<String>,
    /// Postal code of the second address.
    #[column(text = 20)]
    pub address2_postalcode: Option<String>,
    /// Country of the second address.
    #[column(text = 80)]
    pub address2_country: Option<String>,
    /// Phone at the address of the second address.
    #[column(text = 50)]
    pub address2_telephone1: Option<String>,
    /// The second address in one piece.
    #[column(
        memo = 1000,
        composed(
            address2_line1,
            address2_line2,
            address2_line3,
            address2_city,
            address2_stateorprovince,
            address2_postalcode,
            address2_country
        )
    )]
    pub address2_composite: Option<String>,
    /// Estimated amount.
    #[column(money, min = 0)]
    pub estimatedamount: Option<Money>,
    /// The same in the deprecated column.
    #[column(decimal = 2)]
    pub estimatedvalue: Option<Decimal>,
    /// Estimated close date.
    #[column(date)]
    pub estimatedclosedate: Option<Date>,
    /// Budget.
    #[column(money, min = 0)]
    pub budgetamount: Option<Money>,
    /// Budget status.
    #[column(choice)]
    pub budgetstatus: Option<BudgetStatus>,
    /// Purchase timeframe.
    #[column(choice)]
    pub purchasetimeframe: Option<PurchaseTimeframe>,
    /// Purchase process.
    #[column(choice)]
    pub purchaseprocess: Option<PurchaseProcess>,
    /// Need.
    #[column(choice)]
    pub need: Option<Need>,
    /// The decision maker is known.
    #[column(yes_no, default = false)]
    pub decisionmaker: bool,
    /// The fit was looked at.
    #[column(yes_no, default = false)]
    pub evaluatefit: bool,
    /// The interest was confirmed.
    #[column(yes_no, default = false)]
    pub confirminterest: bool,
    /// Whether somebody spoke to the person.
    #[column(choice)]
    pub initialcommunication: Option<InitialCommunication>,
    /// What was learned on the way.
    #[column(memo = 2000)]
    pub qualificationcomments: Option<String>,
    /// Description.
    #[column(memo = 2000)]
    pub description: Option<String>,
    /// Source.
    #[column(choice)]
    pub leadsourcecode: Option<LeadSource>,
    /// Rating.
    #[column(choice, default = Rating::Warm)]
    pub leadqualitycode: Option<Rating>,
    /// Priority.
    #[column(choice, default = Priority::DefaultValue)]
    pub prioritycode: Option<Priority>,
    /// Stage of the sale.
    #[column(choice)]
    pub salesstage: Option<LeadStage>,
    /// Existing account.
    #[column(lookup = "account")]
    pub parentaccountid: Option<Uuid>,
    /// Existing contact.
    #[column(lookup = "contact")]
    pub parentcontactid: Option<Uuid>,
    /// Customer.
    #[column(lookup("account", "contact"))]
    pub customerid: Option<Reference>,
    /// Campaign that it answers.
    #[column(lookup = "campaign")]
    pub campaignid: Option<Uuid>,
    /// Opportunity that qualifying made.
    #[column(lookup = "opportunity", read_only)]
    pub qualifyingopportunityid: Option<Uuid>,
    /// Currency.
    #[column(lookup = "transactioncurrency")]
    pub transactioncurrencyid: Option<Uuid>,
    /// State.
    #[column(choice, default = LeadState::Open)]
    pub statecode: LeadState,
    /// Reason.
    #[column(choice, default = LeadReason::New)]
    pub statuscode: LeadReason,
    /// Prospect in headquarters (added by the package `commerce`).
    #[column(text = 20, added)]
    pub tandem_b2bprospectid: Option<String>,
    /// Verdict of headquarters (added by the package `commerce`).
    #[column(choice, added)]
    pub tandem_partnerstatus: Option<PartnerStatus>,
}
