//! The opportunity.

use jiff::civil::Date;
use tables::{Choice, Money, Reference, Table};
use uuid::Uuid;

use crate::leads::PartnerStatus;

/// Where an opportunity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum OpportunityState {
    Open = 0,
    Won = 1,
    Lost = 2,
}

/// Why it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum OpportunityReason {
    InProgress = 1,
    OnHold = 2,
    Won = 3,
    Canceled = 4,
    OutSold = 5,
}

/// An opportunity.
#[derive(Clone, Debug, Table)]
#[table(
    name = "opportunity",
    set = "opportunities",
    ownership = "user",
    primary = "name",
    key(by_prospect(tandem_b2bprospectid)),
    index(originatingleadid),
    index(statecode)
)]
pub struct Opportunity {
    /// Id.
    #[column(id)]
    pub opportunityid: Uuid,
    /// Topic.
    #[column(text = 300)]
    pub name: String,
    /// Potential customer.
    #[column(lookup("account", "contact"))]
    pub customerid: Reference,
    /// Account.
    #[column(lookup = "account")]
    pub parentaccountid: Option<Uuid>,
    /// Contact.
    #[column(lookup = "contact")]
    pub parentcontactid: Option<Uuid>,
    /// Lead that it came from.
    #[column(lookup = "lead")]
    pub originatingleadid: Option<Uuid>,
    /// Estimated revenue.
    #[column(money)]
    pub estimatedvalue: Option<Money>,
    /// Estimated close date.
    #[column(date)]
    pub estimatedclosedate: Option<Date>,
    /// Budget.
    #[column(money, min = 0)]
    pub budgetamount: Option<Money>,
    /// Actual revenue, set by closing.
    #[column(money, read_only)]
    pub actualvalue: Option<Money>,
    /// Actual close date, set by closing.
    #[column(date, read_only)]
    pub actualclosedate: Option<Date>,
    /// Probability in per cent.
    #[column(whole, min = 0, max = 100)]
    pub closeprobability: Option<i64>,
    /// Description.
    #[column(memo = 2000)]
    pub description: Option<String>,
    /// Currency.
    #[column(lookup = "transactioncurrency")]
    pub transactioncurrencyid: Option<Uuid>,
    /// State.
    #[column(choice, default = OpportunityState::Open)]
    pub statecode: OpportunityState,
    /// Reason.
    #[column(choice, default = OpportunityReason::InProgress)]
    pub statuscode: OpportunityReason,
    /// Verdict of headquarters (solution `commerce`).
    #[column(choice)]
    pub tandem_partnerstatus: Option<PartnerStatus>,
    /// Prospect in headquarters (solution `commerce`).
    #[column(text = 20)]
    pub tandem_b2bprospectid: Option<String>,
}
