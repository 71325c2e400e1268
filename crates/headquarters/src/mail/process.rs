//! Job `Process email notifications`: hands over what is queued, oldest first.

use jobs::{JobError, Run};
use tables::uuid::Uuid;
use tables::{Context, Filter, Page, Principal, Query, Result, Row, Table as _, Tx};

use super::transport::{Transport, TransportError};
use super::{EmailMessage, EmailStatus};

/// Name of the job.
pub const NAME: &str = "Process email notifications";
/// Messages per page.
const PAGE_ROWS: u32 = 100;
/// Tries before a message is given up.
const ATTEMPTS_MAX: i64 = 10;

/// Hands over all that is queued.
///
/// # Errors
/// When the database cannot be reached.
pub async fn run(mut run: Run, transport: Transport) -> Result<Run, JobError> {
    let mut query = Query::of(EmailMessage::NAME)
        .filter(Filter::equals("Status", EmailStatus::Queued))
        .order_by("CreatedAt")
        .limit(PAGE_ROWS);
    loop {
        let Page { rows, next, .. } = run.store().read(&Principal::system()).await?.page(&query).await?;
        for row in &rows {
            hand_over(&mut run, &transport, row).await?;
        }
        query.after = next;
        if query.after.is_none() {
            return Ok(run);
        }
    }
}

async fn hand_over(run: &mut Run, transport: &Transport, row: &Row) -> Result<()> {
    let message = EmailMessage::from_row(row)?;
    let id = message.external_row_id;
    let delivered = transport.deliver(&message).await;
    let key = format!("{} {id}", message.notification_type);
    match &delivered {
        Ok(()) => run.done(&key, "sent"),
        Err(error) => run.failed(&key, &error.to_string()),
    }
    run.store().write(Context::system(), (id, delivered), |tx, it| Box::pin(note(tx, it))).await
}

/// Writes down what became of the message.
async fn note(tx: &mut Tx, (id, delivered): &(Uuid, Result<(), TransportError>)) -> Result<()> {
    let Some(message) = tx.get::<EmailMessage>(*id).await? else { return Ok(()) };
    let attempts = message.attempts + 1;
    let after = match delivered {
        Ok(()) => EmailMessage {
            status: EmailStatus::Sent,
            sent_at: Some(tx.now()),
            failure_details: None,
            ..message
        },
        Err(error) => {
            let last = attempts >= ATTEMPTS_MAX || matches!(error, TransportError::Permanent(_));
            EmailMessage {
                status: if last { EmailStatus::Failed } else { EmailStatus::Queued },
                attempts,
                failure_details: Some(error.to_string()),
                ..message
            }
        }
    };
    tx.save(&after).await?;
    Ok(())
}
