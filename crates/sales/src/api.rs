//! The Dataverse Web API of Sales: which tables it shows, and its actions.

use std::sync::Arc;

use tables::uuid::Uuid;
use tables::{Reference, Store, Table as _};
use web_api::{Action, ActionCall, ActionReply, Api, ApiError, Authority, Convention};

use crate::leads::{Lead, Qualified, Qualify, QualifyError, qualify};
use crate::opportunities::{CloseError, close_as_lost, close_as_won};

/// Tables that get a set.
const EXPOSED: &[&str] = &[
    "lead",
    "opportunity",
    "opportunityclose",
    "account",
    "contact",
    "annotation",
    "task",
    "phonecall",
    "competitor",
    "campaign",
    "savedquery",
    "userquery",
    "transactioncurrency",
    "systemuser",
    "team",
    "businessunit",
    "role",
];

/// Code of Dataverse: an argument cannot be right.
const BAD_ARGUMENT: &str = "0x80040203";
/// Code of Dataverse: no such row.
const NO_SUCH_ROW: &str = "0x80040217";

/// Code of Dataverse: the row seems to be there already.
const DUPLICATES_FOUND: &str = "0x80040333";

/// What QualifyLead takes. `ProcessInstanceId` is what clients of Dataverse send for a stage of a
/// process, which a lead here has none of.
const QUALIFY: &[&str] = &[
    "CreateAccount",
    "CreateContact",
    "CreateOpportunity",
    "Status",
    "OpportunityCurrencyId",
    "OpportunityCustomerId",
    "SourceCampaignId",
    "SuppressDuplicateDetection",
    "ProcessInstanceId",
    "ExistingAccountId",
    "ExistingContactId",
];
const CLOSE: &[&str] = &["Status", "OpportunityClose"];

/// The Web API.
#[must_use]
pub fn api(store: Store, authority: Arc<Authority>) -> Api {
    Api::new(store, Convention::Dataverse, authority)
        .expose(EXPOSED)
        .bound_action(Lead::NAME, "QualifyLead", QUALIFY, action(qualify_lead))
        .unbound_action("WinOpportunity", CLOSE, action(win_opportunity))
        .unbound_action("LoseOpportunity", CLOSE, action(lose_opportunity))
}

/// An async function as an action.
fn action<F>(handler: impl Fn(ActionCall) -> F + Send + Sync + 'static) -> Action
where
    F: Future<Output = Result<ActionReply, ApiError>> + Send + 'static,
{
    Arc::new(move |call| Box::pin(handler(call)))
}

async fn qualify_lead(call: ActionCall) -> Result<ActionReply, ApiError> {
    let needed = |name: &str| {
        call.yes_no(name)?
            .ok_or_else(|| ApiError::new(400, BAD_ARGUMENT, format!("{name} is required: true or false.")))
    };
    let status = call.whole("Status")?.unwrap_or(-1);
    if status != 3 && status != -1 {
        let message = format!("{status} is not a reason of a qualified lead. Use 3 (Qualified).");
        return Err(ApiError::new(400, "0x80048408", message));
    }
    let lead =
        call.target.ok_or_else(|| ApiError::new(400, BAD_ARGUMENT, "QualifyLead is called on a lead."))?;
    let input = Qualify {
        lead,
        create_account: needed("CreateAccount")?,
        create_contact: needed("CreateContact")?,
        create_opportunity: needed("CreateOpportunity")?,
        account: existing(&call, "ExistingAccountId", "account")?,
        contact: existing(&call, "ExistingContactId", "contact")?,
        customer: call.reference("OpportunityCustomerId")?,
        currency: existing(&call, "OpportunityCurrencyId", "transactioncurrency")?,
        campaign: existing(&call, "SourceCampaignId", "campaign")?,
        ignore_duplicates: call.yes_no("SuppressDuplicateDetection")?.unwrap_or(false),
    };
    let Qualified { account, contact, opportunity } =
        call.store.write(call.context, input, |tx, input| Box::pin(qualify(tx, input))).await?;
    let made = [("account", account), ("contact", contact), ("opportunity", opportunity)];
    let rows = made.into_iter().filter_map(|(table, id)| id.map(|id| Reference::new(table, id)));
    Ok(ActionReply::Rows(rows.collect()))
}

/// The row that a parameter names, which must be of this table.
fn existing(call: &ActionCall, name: &str, table: &str) -> Result<Option<Uuid>, ApiError> {
    match call.reference(name)? {
        Some(row) if row.table != table => {
            let message = format!("{name} must be a row of {table}, not of {}.", row.table);
            Err(ApiError::new(400, BAD_ARGUMENT, message))
        }
        row => Ok(row.map(|row| row.id)),
    }
}

async fn win_opportunity(call: ActionCall) -> Result<ActionReply, ApiError> {
    let input = closing(&call)?;
    call.store
        .write(call.context, input, |tx, (values, status)| Box::pin(close_as_won(tx, values, *status)))
        .await?;
    Ok(ActionReply::NoContent)
}

async fn lose_opportunity(call: ActionCall) -> Result<ActionReply, ApiError> {
    let input = closing(&call)?;
    call.store
        .write(call.context, input, |tx, (values, status)| Box::pin(close_as_lost(tx, values, *status)))
        .await?;
    Ok(ActionReply::NoContent)
}

fn closing(call: &ActionCall) -> Result<(tables::Values, i64), ApiError> {
    Ok((call.values("OpportunityClose", "opportunityclose")?, call.whole("Status")?.unwrap_or(-1)))
}

impl From<QualifyError> for ApiError {
    fn from(error: QualifyError) -> Self {
        let (status, code) = match error {
            QualifyError::Store(error) => return error.into(),
            QualifyError::NotFound => (404, NO_SUCH_ROW),
            // The status is Dataverse's own: clients look for it.
            QualifyError::Duplicates(_) => (500, DUPLICATES_FOUND),
            QualifyError::NotOpen(_)
            | QualifyError::NoCompany
            | QualifyError::NoLastName
            | QualifyError::NoCustomer
            | QualifyError::OtherProspect { .. } => (400, BAD_ARGUMENT),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<CloseError> for ApiError {
    fn from(error: CloseError) -> Self {
        let (status, code) = match error {
            CloseError::Store(error) => return error.into(),
            CloseError::NotFound => (404, NO_SUCH_ROW),
            CloseError::WrongReason { .. } => (400, "0x80048408"),
            CloseError::NoOpportunity | CloseError::NotOpen(_) => (400, BAD_ARGUMENT),
        };
        Self::new(status, code, error.to_string())
    }
}
