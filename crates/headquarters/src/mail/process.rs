//! Job `Process email notifications`: hands over what is queued and due, oldest first.

use jobs::{JobError, Remark, Run};
use tables::jiff::{SignedDuration, Timestamp};
use tables::uuid::Uuid;
use tables::{Comparison, Context, Filter, Page, Principal, Query, Result, Row, Table as _, Tx};

use super::transport::{Transport, TransportError, is_reserved};
use super::{EmailMessage, EmailStatus};

/// Name of the job.
pub const NAME: &str = "Process email notifications";
/// Messages per page.
const PAGE_ROWS: u32 = 100;
/// Tries before a message is given up: a little over four hours.
const ATTEMPTS_MAX: i64 = 10;
/// Wait after the first try in vain, doubled with each.
const BACK_OFF_SECONDS: i64 = 60;
/// Longest wait.
const BACK_OFF_SECONDS_MAX: i64 = 3_600;

/// Hands over all that is queued.
///
/// # Errors
/// When the database cannot be reached.
pub async fn run(mut run: Run, transport: Transport) -> Result<Run, JobError> {
    let now = run.environment().clock.now();
    let due = Filter::Or(vec![
        Filter::IsNull("NextAttemptAt".into()),
        Filter::Compare("NextAttemptAt".into(), Comparison::LessOrEqual, now.into()),
    ]);
    let mut query = Query::of(EmailMessage::NAME)
        .filter(Filter::equals("Status", EmailStatus::Queued).and(due))
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
    let delivered = transport.deliver(&message, run.environment().clock.now()).await;
    let key = format!("{} {id}", message.notification_type);
    match &delivered {
        Ok(EmailStatus::Captured) => {
            run.done(&key, Remark::new("captured", "kept here: no mail server is set"))
        }
        Ok(_) => run.done(&key, Remark::new("sent", "sent")),
        Err(error) if is_reserved(&message.recipient) => run.skipped(&key, &*error.to_string()),
        Err(error) => run.failed(&key, &*error.to_string()),
    }
    run.store().write(Context::system(), (id, delivered), |tx, it| Box::pin(note(tx, it))).await
}

/// Writes down what became of the message.
async fn note(tx: &mut Tx, (id, delivered): &(Uuid, Result<EmailStatus, TransportError>)) -> Result<()> {
    let Some(message) = tx.get::<EmailMessage>(*id).await? else { return Ok(()) };
    let attempts = message.attempts + 1;
    let after = match delivered {
        Ok(status) => {
            EmailMessage { status: *status, sent_at: Some(tx.now()), failure_details: None, ..message }
        }
        Err(error) => {
            let last = attempts >= ATTEMPTS_MAX || matches!(error, TransportError::Permanent(_));
            EmailMessage {
                status: if last { EmailStatus::Failed } else { EmailStatus::Queued },
                attempts,
                next_attempt_at: Some(later(tx.now(), attempts)),
                failure_details: Some(error.to_string()),
                ..message
            }
        }
    };
    tx.save(&after).await?;
    Ok(())
}

/// When to try again after so many tries in vain.
fn later(now: Timestamp, attempts: i64) -> Timestamp {
    let doubled = BACK_OFF_SECONDS << attempts.saturating_sub(1).clamp(0, 20);
    let wait = SignedDuration::from_secs(doubled.min(BACK_OFF_SECONDS_MAX));
    now.checked_add(wait).unwrap_or(Timestamp::MAX)
}
