//! Batch jobs: what there is, run one now, what earlier runs left.

use ::jobs::{BatchJob, BatchJobHistory, JobError};
use axum::extract::{Query as Parameters, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use tables::{Filter, Principal, Query, Table as _};

use super::{Controlled, Trouble};

/// Runs shown.
const RUNS: u32 = 50;

pub(super) fn routes() -> Router<Controlled> {
    Router::new().route("/jobs", get(list)).route("/jobs/run", post(run)).route("/jobs/history", get(history))
}

#[derive(Deserialize)]
struct Named {
    name: Option<String>,
}

async fn list(State(controlled): State<Controlled>) -> Result<Json<Value>, Trouble> {
    let mut reader = controlled.stores.headquarters.read(&Principal::system()).await?;
    let jobs: Vec<BatchJob> = reader.list(Query::of(BatchJob::NAME).order_by("Name")).await?;
    let json = |job: &BatchJob| {
        json!({ "name": job.name, "recurrence": job.recurrence, "status": format!("{:?}", job.status),
                "lastRunAt": job.last_run_at, "nextRunAt": job.next_run_at })
    };
    Ok(Json(jobs.iter().map(json).collect()))
}

async fn run(
    State(controlled): State<Controlled>,
    Parameters(named): Parameters<Named>,
) -> Result<Json<Value>, Trouble> {
    let name = named.name.unwrap_or_default();
    match controlled.jobs.run_now(&name).await {
        Ok(summary) => Ok(Json(json!({
            "succeeded": summary.succeeded, "failed": summary.failed, "skipped": summary.skipped,
            "error": summary.error,
        }))),
        Err(JobError::Store(error)) => Err(error.into()),
        Err(error @ JobError::Unknown(_)) => {
            let words = format!("{error} `tandem jobs list` shows all of them.");
            Err(Trouble::new(StatusCode::NOT_FOUND, words))
        }
        Err(error) => Err(Trouble::new(StatusCode::CONFLICT, error.to_string())),
    }
}

async fn history(
    State(controlled): State<Controlled>,
    Parameters(named): Parameters<Named>,
) -> Result<Json<Value>, Trouble> {
    let mut query = Query::of(BatchJobHistory::NAME).order_by_descending("StartedAt").limit(RUNS);
    if let Some(name) = named.name {
        query = query.filter(Filter::equals("JobName", name));
    }
    let mut reader = controlled.stores.headquarters.read(&Principal::system()).await?;
    let runs: Vec<BatchJobHistory> = reader.list(query).await?;
    let json = |run: &BatchJobHistory| {
        json!({ "name": run.job_name, "startedAt": run.started_at, "endedAt": run.ended_at,
                "status": format!("{:?}", run.status), "succeeded": run.succeeded, "failed": run.failed,
                "skipped": run.skipped, "message": run.message })
    };
    Ok(Json(runs.iter().map(json).collect()))
}
