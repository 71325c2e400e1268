//! The lead: somebody who may become a customer.

use jiff::civil::Date;
use tables::{Choice, Money, Reference, Table};
use uuid::Uuid;

use super::qualification::{BudgetStatus, ContactMethod, Need, PurchaseProcess, PurchaseTimeframe};

/// Where a lead stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum LeadState {
    /// Worked on.
    Open = 0,
    /// Became an opportunity.
    Qualified = 1,
    /// Came to nothing.
    Disqualified = 2,
}

/// Why a lead stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LeadReason {
    New = 1,
    Contacted = 2,
    Qualified = 3,
    Lost = 4,
    CannotContact = 5,
    NoLongerInterested = 6,
    Canceled = 7,
}

/// Where a lead came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LeadSource {
    Advertisement = 1,
    EmployeeReferral = 2,
    ExternalReferral = 3,
    Partner = 4,
    PublicRelations = 5,
    Seminar = 6,
    TradeShow = 7,
    Web = 8,
    WordOfMouth = 9,
    Other = 10,
}

/// How promising.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Rating {
    Hot = 1,
    Warm = 2,
    Cold = 3,
}

/// Where the partner's request stands in headquarters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum PartnerStatus {
    /// Undecided.
    Pending = 1,
    /// Admitted.
    Approved = 2,
    /// Declined.
    Declined = 3,
    /// The decision made here came too late.
    Refused = 4,
}

/// A lead.
#[derive(Clone, Debug, Table)]
#[table(
    name = "lead",
    set = "leads",
    ownership = "user",
    primary = "fullname",
    key(by_prospect(tandem_b2bprospectid)),
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
    /// Business phone.
    #[column(text = 50)]
    pub telephone1: Option<String>,
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
    /// Company; becomes the account's name.
    #[column(text = 100, recommended)]
    pub companyname: Option<String>,
    /// Website.
    #[column(text = 200)]
    pub websiteurl: Option<String>,
    /// Employees.
    #[column(whole, min = 0, max = 1_000_000)]
    pub numberofemployees: Option<i64>,
    /// Annual revenue.
    #[column(money, min = 0)]
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
    /// Estimated amount.
    #[column(money, min = 0)]
    pub estimatedamount: Option<Money>,
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
    /// Existing account.
    #[column(lookup = "account")]
    pub parentaccountid: Option<Uuid>,
    /// Existing contact.
    #[column(lookup = "contact")]
    pub parentcontactid: Option<Uuid>,
    /// Customer.
    #[column(lookup("account", "contact"))]
    pub customerid: Option<Reference>,
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
    /// Prospect in headquarters (solution `commerce`).
    #[column(text = 20)]
    pub tandem_b2bprospectid: Option<String>,
    /// Verdict of headquarters (solution `commerce`).
    #[column(choice)]
    pub tandem_partnerstatus: Option<PartnerStatus>,
}
