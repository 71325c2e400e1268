//! Accounts: the companies that Sales deals with.

use tables::{Choice, Money, Table};
use uuid::Uuid;

use crate::industries::Industry;
use crate::states::{States, active_or_not};

pub(crate) const STATES: States = active_or_not("account");

/// How we relate to a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RelationshipType {
    Competitor = 1,
    Consultant = 2,
    Customer = 3,
    Investor = 4,
    Partner = 5,
    Influencer = 6,
    Press = 7,
    Prospect = 8,
    Reseller = 9,
    Supplier = 10,
    Vendor = 11,
    Other = 12,
}

/// When an account or contact pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PaymentTerms {
    Net30 = 1,
    TwoPercent10Net30 = 2,
    Net45 = 3,
    Net60 = 4,
}

/// Whether an account or contact is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum ActiveState {
    /// In use.
    Active = 0,
    /// Put aside.
    Inactive = 1,
}

/// Why it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum ActiveReason {
    /// In use.
    Active = 1,
    /// Put aside.
    Inactive = 2,
}

/// A company.
#[derive(Clone, Debug, Table)]
#[table(
    name = "account",
    set = "accounts",
    ownership = "user",
    primary = "name",
    key(by_number(accountnumber)),
    key(tandem_b2bprospect(tandem_b2bprospectid)),
    index(name)
)]
pub struct Account {
    /// Id.
    #[column(id)]
    pub accountid: Uuid,
    /// Name.
    #[column(text = 160)]
    pub name: String,
    /// Customer number, given by headquarters.
    #[column(text = 20)]
    pub accountnumber: Option<String>,
    /// Main phone.
    #[column(text = 50)]
    pub telephone1: Option<String>,
    /// Second phone.
    #[column(text = 50)]
    pub telephone2: Option<String>,
    /// Third phone.
    #[column(text = 50)]
    pub telephone3: Option<String>,
    /// Fax.
    #[column(text = 50)]
    pub fax: Option<String>,
    /// E-mail.
    #[column(text = 100)]
    pub emailaddress1: Option<String>,
    /// Second e-mail.
    #[column(text = 100)]
    pub emailaddress2: Option<String>,
    /// Third e-mail.
    #[column(text = 100)]
    pub emailaddress3: Option<String>,
    /// Website.
    #[column(text = 200)]
    pub websiteurl: Option<String>,
    /// Industry.
    #[column(choice)]
    pub industrycode: Option<Industry>,
    /// Standard industrial classification.
    #[column(text = 20)]
    pub sic: Option<String>,
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
    /// People who work there.
    #[column(whole, min = 0, max = 1_000_000)]
    pub numberofemployees: Option<i64>,
    /// Annual revenue.
    #[column(money, min = 0, max = 1_000_000_000_000_000_000)]
    pub revenue: Option<Money>,
    /// Credit limit.
    #[column(money, min = 0)]
    pub creditlimit: Option<Money>,
    /// Credit is stopped.
    #[column(yes_no, default = false)]
    pub creditonhold: bool,
    /// Terms of payment.
    #[column(choice)]
    pub paymenttermscode: Option<PaymentTerms>,
    /// Relationship.
    #[column(choice)]
    pub customertypecode: Option<RelationshipType>,
    /// Main contact.
    #[column(lookup = "contact")]
    pub primarycontactid: Option<Uuid>,
    /// Company above.
    #[column(lookup = "account")]
    pub parentaccountid: Option<Uuid>,
    /// Lead that it came from.
    #[column(lookup = "lead")]
    pub originatingleadid: Option<Uuid>,
    /// Currency of its amounts.
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
    /// Prospect in headquarters that it came from (added by the package `commerce`).
    #[column(text = 20, added)]
    pub tandem_b2bprospectid: Option<String>,
}
