//! Onboarding requests: a company asks to become a business partner.

mod duplicates;
mod find_by_token;
mod mail;
mod pull;
mod remove;
mod repeated;
mod set_status;
mod submit;
#[cfg(test)]
pub(crate) mod testing;
mod token;
mod trace;

pub use find_by_token::{StatusReport, find_by_token};
pub use mail::{
    MAILS_PER_DAY_MAX, RequestLink, RequestMail, RequestMailKind, TakeMails, TakenMail, mark_mails_pulled,
    take_mails,
};
pub use pull::{mark_pulled, pull};
pub use remove::remove_test_request;
pub use repeated::RepeatedRequest;
pub use set_status::{SetStatus, StatusOutcome, set_status};
pub use submit::{Submission, SubmitError, Submitted, submit};
pub use token::{Status, StatusToken, status_link};
pub use trace::{Trace, search, trace, waiting};

use serde::Serialize;
use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Choice, Table};

/// Where a request stands, as its sender may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum RequestStatus {
    /// It waits in the store.
    Received = 1,
    /// Somebody looks at it.
    InReview = 2,
    /// The company is a business partner now.
    Approved = 3,
    /// It is not.
    Declined = 4,
}

impl RequestStatus {
    /// The word that the store's API shows.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InReview => "in_review",
            Self::Approved => "approved",
            Self::Declined => "declined",
        }
    }
}

/// What the sender says: the form of the store, field by field. Lengths are those that the request
/// keeps on its whole way, so that nothing has to be cut later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names of the form say it")]
pub struct Request {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub phone: Option<String>,
    pub job_title: Option<String>,
    pub company_name: String,
    pub website: Option<String>,
    pub tax_id: Option<String>,
    pub number_of_employees: Option<i64>,
    pub street: String,
    pub city: String,
    pub state: Option<String>,
    pub postal_code: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub comments: Option<String>,
    /// BCP 47.
    pub language: String,
}

/// Most employees that a request can name: the range of a lead.
pub const EMPLOYEES_MAX: i64 = 1_000_000;

/// A request as the store keeps it.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "onboardingrequest",
    set = "onboardingrequests",
    primary = "reference",
    key(by_reference(reference)),
    key(by_token(token_hash)),
    key(by_idempotency_key(idempotency_key_hash)),
    key(by_open_email(open_email)),
    index(pulled_at),
    index(company_key),
    index(tax_id_key)
)]
#[expect(missing_docs, reason = "see Request")]
pub struct OnboardingRequest {
    /// Id.
    #[column(id)]
    pub onboardingrequestid: Uuid,
    /// What people call the request: `BP-7K3M9QXT`.
    #[column(text = 20)]
    pub reference: String,
    #[column(text = 50)]
    pub first_name: String,
    #[column(text = 50)]
    pub last_name: String,
    #[column(text = 100)]
    pub email: String,
    #[column(text = 50)]
    pub phone: Option<String>,
    #[column(text = 100)]
    pub job_title: Option<String>,
    #[column(text = 100)]
    pub company_name: String,
    #[column(text = 200)]
    pub website: Option<String>,
    #[column(text = 20)]
    pub tax_id: Option<String>,
    #[column(whole, min = 0, max = EMPLOYEES_MAX)]
    pub number_of_employees: Option<i64>,
    #[column(text = 250)]
    pub street: String,
    #[column(text = 80)]
    pub city: String,
    #[column(text = 50)]
    pub state: Option<String>,
    #[column(text = 20)]
    pub postal_code: Option<String>,
    #[column(text = 2)]
    pub country: String,
    #[column(memo = 2000)]
    pub comments: Option<String>,
    #[column(text = 35)]
    pub language: String,
    /// When the sender accepted the terms.
    #[column(date_time)]
    pub terms_accepted_at: Timestamp,
    /// Which text they were: the beginning of its SHA-256.
    #[column(text = 12)]
    pub terms_version: Option<String>,
    /// Name of the store that took the request.
    #[column(text = 100)]
    pub store_name: String,
    /// Address of that store.
    #[column(text = 200)]
    pub store_url: String,
    /// When it was submitted.
    #[column(date_time)]
    pub submitted_at: Timestamp,
    /// Where it stands.
    #[column(choice, default = RequestStatus::Received)]
    pub status: RequestStatus,
    /// Fingerprint of the token in the sender's status link; the token itself is kept nowhere.
    #[column(text = 64)]
    pub token_hash: String,
    /// Fingerprint of the `Idempotency-Key` that came with the request.
    #[column(text = 64)]
    pub idempotency_key_hash: Option<String>,
    /// Fingerprint of what was said under that key.
    #[column(text = 64, secret)]
    pub content_hash: Option<String>,
    /// The token, readable only with the idempotency key: see [`StatusToken::seal`].
    #[column(text = 64, secret)]
    pub sealed_token: Option<String>,
    /// When headquarters had it; until then P-0001 brings it.
    #[column(date_time)]
    pub pulled_at: Option<Timestamp>,
    /// The e-mail address again, as long as the request is open: of each there can be one.
    #[column(text = 100)]
    pub open_email: Option<String>,
    /// The company's name, bare: by it companies are compared.
    #[column(text = 100)]
    pub company_key: Option<String>,
    /// The tax number, bare, after its country.
    #[column(text = 24)]
    pub tax_id_key: Option<String>,
    /// Reference of an earlier request of the same company, for the reviewer.
    #[column(text = 20)]
    pub possible_duplicate_of: Option<String>,
}

/// A request reached a status: what its sender sees as history.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "onboardingrequestevent",
    set = "onboardingrequestevents",
    key(by_status(onboardingrequestid, status)),
    index(at)
)]
pub struct RequestEvent {
    /// Id.
    #[column(id)]
    pub onboardingrequesteventid: Uuid,
    /// The request.
    #[column(lookup = "onboardingrequest")]
    pub onboardingrequestid: Uuid,
    /// The status it reached.
    #[column(choice)]
    pub status: RequestStatus,
    /// When.
    #[column(date_time)]
    pub at: Timestamp,
}
