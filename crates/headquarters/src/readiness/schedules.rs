//! Batch jobs are there, run when they should, and come to their end.

use std::collections::HashMap;

use ::jobs::{BatchJob, BatchJobHistory, HistoryStatus, JobError, JobStatus};
use tables::jiff::{SignedDuration, Timestamp};
use tables::{Change, Context, Filter, Principal, Query, Reader, Result, Store, Table as _, Tx};

use super::{Check, Finding, Fix, Look, State, Surroundings};
use crate::pages::job_label;

/// How late a job may be.
const LATE_MAX: SignedDuration = SignedDuration::from_mins(5);
const PATH: &str = "/headquarters/batch-jobs";

/// What is wrong with a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Trouble {
    Withheld,
    Late,
    BrokeOff,
    RowsFailed,
}

pub(super) async fn look(look: &mut Look<'_>) -> Result<Vec<Finding>> {
    let voice = look.voice;
    let jobs: Vec<BatchJob> = look.reader.list(Query::of(BatchJob::NAME).order_by("Name")).await?;
    let mut troubles: HashMap<Trouble, Vec<String>> = HashMap::new();
    for job in &jobs {
        for trouble in troubles_of(look.reader, job, look.now).await? {
            troubles.entry(trouble).or_default().push(job_label(voice, &job.name));
        }
    }
    let is_missing = |name: &&str| jobs.iter().all(|job| job.name != **name);
    let missing: Vec<String> =
        look.around.jobs.names().filter(is_missing).map(|name| job_label(voice, name)).collect();
    let found = |state, words: &str, names: &[String]| {
        let words = voice.say_with(words, "names", names.join(", "));
        Finding::new(Check::Jobs, state, words).at(PATH)
    };
    let mut findings = Vec::new();
    if !missing.is_empty() {
        findings.push(found(State::Bad, "ready-jobs-missing", &missing));
    }
    if let Some(names) = troubles.get(&Trouble::Withheld) {
        findings.push(found(State::Bad, "ready-jobs-withheld", names).with(Fix::ReleaseJobs));
    }
    if let Some(names) = troubles.get(&Trouble::Late) {
        let late = found(State::Bad, "ready-jobs-late", names).with(Fix::RunJobs);
        findings.push(Finding { is_idle: true, ..late });
    }
    if let Some(names) = troubles.get(&Trouble::BrokeOff) {
        findings.push(found(State::Bad, "ready-jobs-broke-off", names).with(Fix::RunJobs));
    }
    if let Some(names) = troubles.get(&Trouble::RowsFailed) {
        findings.push(found(State::Warn, "ready-jobs-failed", names).with(Fix::RunJobs));
    }
    if findings.is_empty() {
        let words = voice.say("ready-jobs");
        findings.push(Finding::new(Check::Jobs, State::Good, words).at(PATH));
    }
    Ok(findings)
}

async fn troubles_of(reader: &mut Reader, job: &BatchJob, now: Timestamp) -> Result<Vec<Trouble>> {
    let mut troubles = Vec::new();
    let is_running = job.leased_until.is_some_and(|until| until > now);
    let is_late =
        job.next_run_at.is_some_and(|next| next.saturating_add(LATE_MAX).is_ok_and(|until| until < now));
    if job.status == JobStatus::Withhold {
        troubles.push(Trouble::Withheld);
    } else if is_late && !is_running {
        troubles.push(Trouble::Late);
    }
    let newest = Query::of(BatchJobHistory::NAME)
        .filter(Filter::equals("JobName", job.name.as_str()))
        .order_by_descending("StartedAt")
        .limit(1);
    // A run that had nothing to do leaves no history: a newer one than the last in it went well.
    let last = reader.list::<BatchJobHistory>(newest).await?.pop();
    let last = last.filter(|run| job.last_run_at.is_none_or(|at| at <= run.started_at));
    if let Some(run) = last {
        match run.status {
            HistoryStatus::Error => troubles.push(Trouble::BrokeOff),
            HistoryStatus::Ended if run.failed > 0 => troubles.push(Trouble::RowsFailed),
            HistoryStatus::Ended => {}
        }
    }
    Ok(troubles)
}

/// Lets withheld jobs run by themselves again.
pub(super) async fn release(tx: &mut Tx) -> Result<()> {
    let withheld = Query::of(BatchJob::NAME).filter(Filter::equals("Status", JobStatus::Withhold));
    for job in tx.list::<BatchJob>(withheld).await? {
        let waiting = vec![("Status".into(), JobStatus::Waiting.into())];
        tx.write_one(Change::update(BatchJob::NAME, job.external_row_id, waiting)).await?;
    }
    Ok(())
}

/// Runs the jobs that are late or failed, as whoever may run jobs. One that another process runs is
/// left to it.
pub(super) async fn run(context: &Context, store: &Store, around: &Surroundings) -> Result<(), JobError> {
    crate::api::may_run(context)?;
    let mut reader = store.read(&Principal::system()).await?;
    let jobs: Vec<BatchJob> = reader.list(Query::of(BatchJob::NAME).order_by("Name")).await?;
    let mut names = Vec::new();
    for job in jobs {
        let troubles = troubles_of(&mut reader, &job, store.environment().clock.now()).await?;
        if troubles.iter().any(|trouble| *trouble != Trouble::Withheld) {
            names.push(job.name);
        }
    }
    drop(reader);
    for name in names {
        match around.jobs.run_now(&name).await {
            Ok(_) | Err(JobError::Busy(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
