//! One run of a job: what became of each row.

use ::jobs::{BatchJobHistory, BatchJobHistoryRow, HISTORY_ROWS_MAX, Outcome};
use askama::Template;
use axum::extract::Path;
use shell::{Fault, Frame, Shown, Tone, Visit};
use tables::uuid::Uuid;
use tables::{Filter, Query, Table as _};

use super::{label, path, run_status, shown};
use crate::pages::requests;

#[derive(Template)]
#[template(path = "batch_job_run.html")]
struct Page {
    frame: Frame,
    title: String,
    back: String,
    run: super::Run,
    status: (Tone, &'static str, String),
    rows: Vec<Row>,
    /// Rows of which only the count is kept.
    left_out: i64,
}

struct Row {
    key: String,
    /// The page that follows it, for a request; empty: none.
    href: String,
    outcome: (Tone, &'static str, String),
    message: String,
    /// Whether that is in English because there are no words of ours for it.
    is_foreign: bool,
}

/// Shows the run.
pub(in crate::pages) async fn page(visit: Visit, Path((name, run)): Path<(String, String)>) -> Shown {
    let run: Uuid = run.parse().map_err(|_| Fault::NotFound)?;
    let mut reader = visit.read().await?;
    let run: BatchJobHistory = reader.get(run).await?.ok_or(Fault::NotFound)?;
    if run.job_name != name {
        return Err(Fault::NotFound);
    }
    let of_run = Query::of(BatchJobHistoryRow::NAME)
        .filter(Filter::equals("RunId", run.external_row_id))
        .order_by("CreatedAt")
        .limit(u32::try_from(HISTORY_ROWS_MAX).unwrap_or(500));
    let rows = reader.page(&of_run).await?.rows;
    let row = |row: &tables::Row| -> tables::Result<Row> {
        let row = BatchJobHistoryRow::from_row(row)?;
        let word = visit.option(BatchJobHistoryRow::NAME, "Outcome", &format!("{:?}", row.outcome));
        let (tone, icon) = match row.outcome {
            Outcome::Succeeded => (Tone::Good, "check"),
            Outcome::Failed => (Tone::Bad, "alert"),
            Outcome::Skipped => (Tone::None, "skip"),
        };
        let is_request = row.row_key.starts_with("BP-") && requests::may_follow(&visit);
        let said = said(&visit, &row);
        Ok(Row {
            href: if is_request { requests::path(&row.row_key) } else { String::new() },
            key: row.row_key,
            outcome: (tone, icon, word),
            is_foreign: said.is_none(),
            message: said.or(row.message).unwrap_or_default(),
        })
    };
    let rows = rows.iter().map(row).collect::<tables::Result<_>>()?;
    let title = label(&visit, &name);
    visit.show(&Page {
        frame: visit.frame(title.clone()),
        title,
        back: path(&name),
        status: run_status(&visit, &run),
        rows,
        left_out: run.rows_left_out,
        run: shown(&visit, &run),
    })
}

/// What became of the row, where there are words for it.
fn said(visit: &Visit, row: &BatchJobHistoryRow) -> Option<String> {
    let code = row.code.as_deref()?;
    let detail = row.detail.as_deref().unwrap_or_default();
    let of_row = visit.try_say_with(&format!("row-{code}"), "detail", detail);
    of_row.or_else(|| visit.try_say(&format!("refused-{code}")))
}
