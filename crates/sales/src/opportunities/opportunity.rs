//! The opportunity.

use jiff::civil::Date;
use tables::{Choice, Decimal, Money, Reference, Table};
use uuid::Uuid;

use crate::leads::{BudgetStatus, Need, PartnerStatus, PurchaseProcess, PurchaseTimeframe, Rating};

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

/// Stage of the sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SalesStage {
    Qualify = 0,
    Develop = 1,
    Propose = 2,
    Close = 3,
}

/// An opportunity.
#[derive(Clone, Debug, Table)]
#[table(
    name = "opportunity",
    set = "opportunities",
    ownership = "user",
    primary = "name",
    key(tandem_b2bprospect(tandem_b2bprospectid)),
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
    /// Lead that it came from; cannot be changed afterwards.
    #[column(lookup = "lead")]
    pub originatingleadid: Option<Uuid>,
    /// Campaign that it answers.
    #[column(lookup = "campaign")]
    pub campaignid: Option<Uuid>,
    /// E-mail.
    #[column(text = 100)]
    pub emailaddress: Option<String>,
    /// Rating.
    #[column(choice, default = Rating::Warm)]
    pub opportunityratingcode: Option<Rating>,
    /// Stage of the sale.
    #[column(choice, default = SalesStage::Qualify)]
    pub salesstage: Option<SalesStage>,
    /// Phase of the pipeline.
    #[column(text = 200)]
    pub stepname: Option<String>,
    /// Estimated revenue.
    #[column(money)]
    pub estimatedvalue: Option<Money>,
    /// Whether the estimate comes from products instead of the seller.
    #[column(yes_no, default = false)]
    pub isrevenuesystemcalculated: bool,
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
    /// Discount.
    #[column(money, min = 0)]
    pub discountamount: Option<Money>,
    /// Discount in per cent.
    #[column(decimal = 2, min = 0, max = 10_000)]
    pub discountpercentage: Option<Decimal>,
    /// Freight.
    #[column(money, min = 0)]
    pub freightamount: Option<Money>,
    /// Total.
    #[column(money, read_only)]
    pub totalamount: Option<Money>,
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
    /// When they want to buy, as seen by the seller.
    #[column(choice)]
    pub timeline: Option<PurchaseTimeframe>,
    /// The decision maker is known.
    #[column(yes_no, default = false)]
    pub decisionmaker: bool,
    /// Competitors are known.
    #[column(yes_no, default = false)]
    pub identifycompetitors: bool,
    /// People at the customer are known.
    #[column(yes_no, default = false)]
    pub identifycustomercontacts: bool,
    /// Our team is known.
    #[column(yes_no, default = false)]
    pub identifypursuitteam: bool,
    /// A proposal is made.
    #[column(yes_no, default = false)]
    pub developproposal: bool,
    /// The proposal was reviewed inside.
    #[column(yes_no, default = false)]
    pub completeinternalreview: bool,
    /// The proposal was presented.
    #[column(yes_no, default = false)]
    pub presentproposal: bool,
    /// The final proposal is made.
    #[column(yes_no, default = false)]
    pub completefinalproposal: bool,
    /// The final proposal was presented.
    #[column(yes_no, default = false)]
    pub presentfinalproposal: bool,
    /// It was decided to go on.
    #[column(yes_no, default = false)]
    pub pursuitdecision: bool,
    /// Feedback was taken up.
    #[column(yes_no, default = false)]
    pub resolvefeedback: bool,
    /// Thanks were sent.
    #[column(yes_no, default = false)]
    pub sendthankyounote: bool,
    /// The debriefing is filed.
    #[column(yes_no, default = false)]
    pub filedebrief: bool,
    /// What was learned on the way.
    #[column(memo = 2000)]
    pub qualificationcomments: Option<String>,
    /// Day of the final decision.
    #[column(date)]
    pub finaldecisiondate: Option<Date>,
    /// Current situation of the customer.
    #[column(memo = 2000)]
    pub currentsituation: Option<String>,
    /// Need of the customer.
    #[column(memo = 2000)]
    pub customerneed: Option<String>,
    /// What hurts the customer.
    #[column(memo = 2000)]
    pub customerpainpoints: Option<String>,
    /// What we propose.
    #[column(memo = 2000)]
    pub proposedsolution: Option<String>,
    /// Comments on the quote.
    #[column(memo = 2000)]
    pub quotecomments: Option<String>,
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
    /// Verdict of headquarters (added by the package `commerce`).
    #[column(choice, added)]
    pub tandem_partnerstatus: Option<PartnerStatus>,
    /// Prospect in headquarters (added by the package `commerce`).
    #[column(text = 20, added)]
    pub tandem_b2bprospectid: Option<String>,
}
