//! What runs leave behind. A run without rows that nobody asked for leaves nothing.

use tables::{Context, Filter, Query, Store, Tx};

use crate::job::RowResult;
use crate::lease::{self, Lease};
use crate::rows::{BatchJobHistory, BatchJobHistoryRow, HistoryStatus};
use crate::{JobError, Summary, Trigger};

/// Rows of one run whose results are kept; failures beyond are only counted.
pub const HISTORY_ROWS_MAX: usize = 500;
/// Runs of one job that are kept.
pub const HISTORY_RUNS_MAX: u32 = 200;

/// Gives the job back and writes the run's history, in one transaction. Nothing is written when
/// the lease was lost: the worker that has it now writes its own.
pub(crate) async fn finish(
    store: &Store,
    lease: &Lease,
    trigger: Trigger,
    summary: &Summary,
    rows: Vec<RowResult>,
) -> Result<(), JobError> {
    let input = (lease.clone(), trigger, summary.clone(), rows);
    store
        .write(Context::system(), input, |tx, (lease, trigger, summary, rows)| {
            Box::pin(async move {
                if !lease::give_back(tx, lease).await? {
                    tracing::warn!(job = lease.job, "a run ended after its lease; its history is dropped");
                    return Ok(());
                }
                if summary.is_empty() && *trigger != Trigger::RunNow {
                    return Ok(());
                }
                write(tx, lease, *trigger, summary, rows).await?;
                trim(tx, &lease.job).await
            })
        })
        .await
}

async fn write(
    tx: &mut Tx,
    lease: &Lease,
    trigger: Trigger,
    summary: &Summary,
    rows: &[RowResult],
) -> Result<(), JobError> {
    let run_id = tx.new_id();
    let all = summary.succeeded + summary.failed + summary.skipped;
    let history = BatchJobHistory {
        external_row_id: run_id,
        job_name: lease.job.clone(),
        trigger,
        started_at: lease.started_at,
        ended_at: tx.now(),
        status: if summary.error.is_some() { HistoryStatus::Error } else { HistoryStatus::Ended },
        succeeded: summary.succeeded,
        failed: summary.failed,
        skipped: summary.skipped,
        rows_left_out: all - i64::try_from(rows.len()).unwrap_or(all),
        message: summary.error.as_deref().map(|words| shorten(words, 4000)),
    };
    tx.insert(&history).await?;
    for row in rows {
        let row = BatchJobHistoryRow {
            external_row_id: tx.new_id(),
            run_id,
            row_key: shorten(&row.key, 200),
            outcome: row.outcome,
            message: kept(&row.remark.message, 2000),
            code: kept(&row.remark.code, 60),
            detail: kept(&row.remark.detail, 200),
        };
        tx.insert(&row).await?;
    }
    Ok(())
}

/// Removes the oldest runs beyond [`HISTORY_RUNS_MAX`], a few at a time.
async fn trim(tx: &mut Tx, job: &str) -> Result<(), JobError> {
    let newest = Query::of("batchjobhistory")
        .filter(Filter::equals("JobName", job))
        .order_by_descending("StartedAt")
        .limit(HISTORY_RUNS_MAX);
    let page = tx.page(&newest).await?;
    let Some(after) = page.next else { return Ok(()) };
    let mut old = newest.limit(5);
    old.after = Some(after);
    for run in tx.page(&old).await?.rows {
        let of_run = Query::of("batchjobhistoryrow")
            .filter(Filter::equals("RunId", run.id()))
            .limit(u32::try_from(HISTORY_ROWS_MAX).unwrap_or(500));
        for row in tx.page(&of_run).await?.rows {
            tx.remove::<BatchJobHistoryRow>(row.id()).await?;
        }
        tx.remove::<BatchJobHistory>(run.id()).await?;
    }
    Ok(())
}

/// What is left of a text that fits; `None`: nothing was said.
fn kept(text: &str, length_max: usize) -> Option<String> {
    Some(shorten(text, length_max)).filter(|words| !words.is_empty())
}

pub(crate) fn shorten(text: &str, length_max: usize) -> String {
    text.chars().filter(|letter| *letter != '\0').take(length_max).collect()
}
