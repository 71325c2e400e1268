//! Headquarters' data service: which tables it shows, and its actions on them.

use std::sync::Arc;

use jobs::Jobs;
use serde_json::json;
use tables::security::SystemUser;
use tables::uuid::Uuid;
use tables::{Context, Error, Principal, Store, Table as _};
use web_api::{Action, ActionCall, ActionReply, Api, ApiError, Authority, Convention};

use crate::legal_entities::COMPANY_DEFAULT;
use crate::mail::{EmailMessage, EmailTemplate, Resend, ResendError, resend, restore};
use crate::prospects::approve::{Approve, TradeTerms, approve};
use crate::prospects::reject::{Reject, reject};
use crate::prospects::start_review::start_review;
use crate::prospects::{Authorship, DecidedIn, DecisionError, Prospect, RejectionReason};
use crate::seed::DUAL_WRITE;

/// Tables that get a set.
const EXPOSED: &[&str] = &[
    "legalentity",
    "customer",
    "customergroup",
    "paymentterm",
    "contactperson",
    "prospect",
    "customerhierarchy",
    "customerhierarchymember",
    "onboardingrequest",
    "numbersequence",
    "emailmessage",
    "emailtemplate",
    "batchjob",
    "batchjobhistory",
    "feature",
    "systemuser",
];

const APPROVE: &[&str] = &[
    "OrganizationCustomerAccount",
    "RequestorCustomerAccount",
    "JoinExisting",
    "joinExisting",
    "JoinExistingOrganization",
    "CreditLimit",
    "CustomerGroupId",
    "PaymentTerms",
    "DecisionId",
    "DecidedBy",
    "DecidedIn",
];
const RESEND: &[&str] = &["Recipient"];
const REJECT: &[&str] = &["Reason", "Comment", "DecisionId", "DecidedBy", "DecidedIn"];

/// The data service.
#[must_use]
pub fn api(store: Store, authority: Arc<Authority>, jobs: Arc<Jobs>) -> Api {
    Api::new(store, Convention::FinanceAndOperations, authority)
        .expose(EXPOSED)
        .default_company(COMPANY_DEFAULT)
        .bound_action(Prospect::NAME, "Approve", APPROVE, action(approve_prospect))
        .bound_action(Prospect::NAME, "Reject", REJECT, action(reject_prospect))
        .bound_action(Prospect::NAME, "StartReview", &[], action(review_prospect))
        .bound_action(EmailMessage::NAME, "Resend", RESEND, action(resend_message))
        .bound_action(EmailTemplate::NAME, "Restore", &[], action(restore_template))
        .bound_action("batchjob", "RunNow", &[], action(move |call| run_now(call, Arc::clone(&jobs))))
}

/// An async function as an action.
fn action<F>(handler: impl Fn(ActionCall) -> F + Send + Sync + 'static) -> Action
where
    F: Future<Output = Result<ActionReply, ApiError>> + Send + 'static,
{
    Arc::new(move |call| Box::pin(handler(call)))
}

async fn approve_prospect(call: ActionCall) -> Result<ActionReply, ApiError> {
    let prospect = target(&call)?;
    let command = Approve {
        prospect,
        by: authorship(&call).await?,
        organization_account: call.text("OrganizationCustomerAccount")?,
        requestor_account: call.text("RequestorCustomerAccount")?,
        // Its name as in the refusal, or in the spelling of the store's API.
        join_existing: call.yes_no("JoinExisting")?.or(call.yes_no("joinExisting")?).unwrap_or_default(),
        join_existing_organization: call.yes_no("JoinExistingOrganization")?.unwrap_or_default(),
        terms: TradeTerms {
            credit_limit: call.money("CreditLimit")?,
            customer_group: call.text("CustomerGroupId")?,
            payment_terms: call.text("PaymentTerms")?,
        },
    };
    call.store.write(call.context, command, |tx, command| Box::pin(approve(tx, command))).await?;
    Ok(row(prospect))
}

async fn reject_prospect(call: ActionCall) -> Result<ActionReply, ApiError> {
    let prospect = target(&call)?;
    let command = Reject {
        prospect,
        by: authorship(&call).await?,
        reason: RejectionReason::parse(&call.text("Reason")?.unwrap_or_default())?,
        comment: call.text("Comment")?,
    };
    call.store.write(call.context, command, |tx, command| Box::pin(reject(tx, command))).await?;
    Ok(row(prospect))
}

async fn review_prospect(call: ActionCall) -> Result<ActionReply, ApiError> {
    let prospect = target(&call)?;
    call.store.write(call.context, prospect, |tx, id| Box::pin(start_review(tx, id))).await?;
    Ok(row(prospect))
}

async fn resend_message(call: ActionCall) -> Result<ActionReply, ApiError> {
    let command = Resend { message: target(&call)?, recipient: call.text("Recipient")? };
    let copy = call.store.write(call.context, command, |tx, command| Box::pin(resend(tx, command))).await?;
    Ok(ActionReply::Row { table: EmailMessage::NAME.into(), id: copy })
}

async fn restore_template(call: ActionCall) -> Result<ActionReply, ApiError> {
    let id = target(&call)?;
    call.store.write(call.context, id, |tx, id| Box::pin(restore(tx, id))).await?;
    Ok(ActionReply::Row { table: EmailTemplate::NAME.into(), id })
}

async fn run_now(call: ActionCall, jobs: Arc<Jobs>) -> Result<ActionReply, ApiError> {
    let id = target(&call)?;
    may_run(&call.context)?;
    let job = call.store.read(&call.context.principal).await?.get_row("batchjob", id).await?;
    let job = job.ok_or(Error::NotFound { table: "batchjob".into(), id })?;
    let name = job.get("Name").as_text().unwrap_or_default();
    let summary =
        jobs.run_now(name).await.map_err(|error| ApiError::new(500, "JobFailed", error.to_string()))?;
    Ok(ActionReply::Json(json!({
        "Name": name,
        "Succeeded": summary.succeeded,
        "Failed": summary.failed,
        "Skipped": summary.skipped,
        "Message": summary.error,
    })))
}

/// Running a job is changing it.
pub(crate) fn may_run(context: &Context) -> Result<(), Error> {
    use tables::{Depth, Privilege};
    if context.principal.depth("batchjob", Privilege::Write) == Depth::Organization {
        return Ok(());
    }
    Err(Error::NoPrivilege { action: "run", table: "batchjob".into() })
}

fn target(call: &ActionCall) -> Result<Uuid, ApiError> {
    call.target.ok_or_else(|| ApiError::new(400, crate::BAD_ARGUMENT, "Name the row that the action is for."))
}

fn row(id: Uuid) -> ActionReply {
    ActionReply::Row { table: Prospect::NAME.into(), id }
}

/// Who decides: the caller, in headquarters. Only dual-write speaks for somebody elsewhere.
async fn authorship(call: &ActionCall) -> Result<Authorship, ApiError> {
    let decision_id = call.text("DecisionId")?;
    let (mut decided_by, mut decided_in) = (None, DecidedIn::Headquarters);
    if call.application.as_deref() == Some(DUAL_WRITE) {
        decided_by = call.text("DecidedBy")?;
        decided_in = match call.text("DecidedIn")?.as_deref() {
            Some("Headquarters") => DecidedIn::Headquarters,
            Some("Sales") | None => DecidedIn::Sales,
            Some(_) => {
                let message = "DecidedIn must be Headquarters or Sales.";
                return Err(ApiError::new(400, crate::BAD_ARGUMENT, message));
            }
        };
    }
    let decided_by = match decided_by {
        Some(person) => person,
        None => caller(&call.store, call.context.principal.user).await?,
    };
    Ok(Authorship { decided_by, decided_in, decision_id })
}

/// The caller's e-mail address; an application has only a name.
async fn caller(store: &Store, user: Uuid) -> Result<String, Error> {
    let user: Option<SystemUser> = store.read(&Principal::system()).await?.get(user).await?;
    Ok(user.map_or_else(|| "the system".into(), |user| user.internalemailaddress.unwrap_or(user.fullname)))
}

impl From<ResendError> for ApiError {
    fn from(error: ResendError) -> Self {
        let (status, code) = match error {
            ResendError::Tables(error) => return error.into(),
            ResendError::StillQueued => (409, "StillQueued"),
            ResendError::NoAddress(_) => (400, crate::BAD_ARGUMENT),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<DecisionError> for ApiError {
    fn from(error: DecisionError) -> Self {
        let (status, code) = match error {
            DecisionError::Tables(error) => return error.into(),
            DecisionError::Opposite { .. } => (409, "ProspectAlreadyDecided"),
            DecisionError::EmailInUse { .. } => (409, "EmailInUse"),
            DecisionError::OrganizationInUse { .. } => (409, "OrganizationInUse"),
            DecisionError::UnknownReason { .. } => (400, "UnknownRejectionReason"),
            DecisionError::UnknownCustomer { .. } => (400, "UnknownCustomer"),
            DecisionError::UnfitCustomer { .. } => (400, "UnfitCustomer"),
        };
        Self::new(status, code, error.to_string())
    }
}
