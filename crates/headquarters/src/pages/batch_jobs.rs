//! Distribution schedule and batch jobs: when each runs, what became of it, run one now.

mod recurrence;
mod runs;

use ::jobs::{BatchJob, BatchJobHistory, HISTORY_RUNS_MAX, HistoryStatus, JobError, JobStatus};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query as Parameters, State};
use axum::routing::{get, post};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use shell::form::Sent;
use shell::{Command, Fault, Frame, Shown, Tone, Visit, Voice};
use tables::{Change, Error, Filter, Privilege, Query, Result, Table as _};

use super::Desk;
use super::facts::Fact;
use crate::change_log;
use crate::channel_customers::job_1010;
use crate::channel_requests::{p_0001, synchronize};
use crate::features::job_1110;
use crate::mail::process;

const PATH: &str = "/headquarters/batch-jobs";
const SCHEDULE: &str = "/headquarters/distribution-schedule";
/// Jobs that carry data between headquarters and the channel database.
const DISTRIBUTION: [&str; 3] = [p_0001::NAME, job_1010::NAME, job_1110::NAME];

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route(SCHEDULE, get(schedule))
        .route(PATH, get(list))
        .route("/headquarters/batch-jobs/{name}", get(page))
        .route("/headquarters/batch-jobs/{name}/run", post(run))
        .route("/headquarters/batch-jobs/{name}/withhold", post(withhold))
        .route("/headquarters/batch-jobs/{name}/resume", post(resume))
        .route("/headquarters/batch-jobs/{name}/recurrence", get(recurrence::ask).post(recurrence::take))
        .route("/headquarters/batch-jobs/{name}/runs/{run}", get(runs::page))
}

/// The page of a job.
fn path(name: &str) -> String {
    format!("{PATH}/{}", utf8_percent_encode(name, NON_ALPHANUMERIC))
}

/// What people call a job.
pub(crate) fn label(voice: &Voice, name: &str) -> String {
    let key = key(name);
    if key.is_empty() { name.to_owned() } else { voice.say(key) }
}

fn key(name: &str) -> &'static str {
    match name {
        p_0001::NAME => "job-p-0001",
        job_1010::NAME => "job-1010",
        job_1110::NAME => "job-1110",
        process::NAME => "job-mail",
        change_log::NAME => "job-change-log",
        name if name == synchronize::NAMES[0] => "job-synchronize-customers",
        name if name == synchronize::NAMES[1] => "job-synchronize-orders",
        name if name == synchronize::NAMES[2] => "job-synchronize-async",
        _ => "",
    }
}

/// Jobs stand in the order in which a request passes them.
fn order(name: &str) -> usize {
    let known =
        ["job-p-0001", "job-synchronize-customers", "job-synchronize-orders", "job-synchronize-async"];
    known
        .iter()
        .chain(&["job-1010", "job-1110", "job-mail"])
        .position(|key_| *key_ == key(name))
        .unwrap_or(known.len() + 3)
}

/// What a job does, in a sentence.
fn about(voice: &Voice, name: &str) -> String {
    match key(name) {
        "" => String::new(),
        key if key.starts_with("job-synchronize") => voice.say("job-synchronize-about"),
        key => voice.say(&format!("{key}-about")),
    }
}

fn icon(name: &str) -> &'static str {
    match key(name) {
        "job-p-0001" => "from",
        "job-1010" | "job-1110" => "to",
        "job-mail" => "mail",
        _ => "job",
    }
}

/// Runs the job now and comes back to `back`, for whoever may.
pub(super) fn run_command(visit: &Visit, job: &str, back: &str) -> Option<Command> {
    let back = utf8_percent_encode(back, NON_ALPHANUMERIC);
    let href = format!("{}/run?back={back}", path(job));
    visit.may(Privilege::Write, BatchJob::NAME).then(|| Command::post(visit.say("run-now"), "play", href))
}

#[derive(Template)]
#[template(path = "batch_jobs.html")]
struct Page {
    frame: Frame,
    title: String,
    jobs: Vec<Listed>,
    label: String,
    about: String,
    status: (Tone, &'static str, String),
    facts: Vec<Fact>,
    runs: Vec<Run>,
    only_errors: bool,
    all_href: String,
    errors_href: String,
}

/// A job beside the others.
struct Listed {
    label: String,
    when: String,
    href: String,
    icon: &'static str,
    current: bool,
    /// Colour, icon and word, where it is worth one.
    status: Option<(Tone, &'static str, String)>,
}

/// A run of a job.
struct Run {
    href: String,
    started: String,
    machine: String,
    status: (Tone, &'static str, String),
    trigger: String,
    duration: String,
    counts: [String; 3],
    message: String,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    job: String,
    #[serde(default)]
    show: String,
    #[serde(default)]
    back: String,
}

async fn schedule(visit: Visit, Parameters(asked): Parameters<Asked>) -> Shown {
    let name = DISTRIBUTION.into_iter().find(|name| *name == asked.job).unwrap_or(DISTRIBUTION[0]);
    show(&visit, name, "distribution-schedule", &asked.show).await
}

async fn list(visit: Visit, Parameters(asked): Parameters<Asked>) -> Shown {
    show(&visit, "", "batch-jobs", &asked.show).await
}

async fn page(visit: Visit, Path(name): Path<String>, Parameters(asked): Parameters<Asked>) -> Shown {
    show(&visit, &name, "batch-jobs", &asked.show).await
}

async fn show(visit: &Visit, name: &str, place: &'static str, shown: &str) -> Shown {
    let mut all: Vec<BatchJob> = visit.read().await?.list(Query::of(BatchJob::NAME).order_by("Name")).await?;
    all.sort_by_key(|job| order(&job.name));
    let is_schedule = place == "distribution-schedule";
    let all: Vec<BatchJob> =
        all.into_iter().filter(|job| !is_schedule || DISTRIBUTION.contains(&&*job.name)).collect();
    let first = all.first().ok_or(Fault::NotFound)?;
    let job = match name {
        "" => first,
        name => all.iter().find(|job| job.name == name).ok_or(Fault::NotFound)?,
    };
    let href = |name: &str| match is_schedule {
        true => format!("{SCHEDULE}?job={}", utf8_percent_encode(name, NON_ALPHANUMERIC)),
        false => path(name),
    };
    let with_show = |show: &str| {
        let sign = if is_schedule { '&' } else { '?' };
        format!("{}{sign}show={show}", href(&job.name))
    };
    let listed = |one: &BatchJob| Listed {
        label: label(visit, &one.name),
        when: recurrence::words(visit, &one.recurrence),
        href: href(&one.name),
        icon: icon(&one.name),
        current: one.name == job.name,
        status: is_noteworthy(visit, one).then(|| status(visit, one)),
    };
    let only_errors = shown == "errors";
    let title = visit.say(if is_schedule { "distribution-schedule" } else { "batch-jobs" });
    let page = Page {
        frame: visit.frame(title.clone()).with(commands(visit, job, &href(&job.name))),
        title,
        jobs: all.iter().map(listed).collect(),
        label: label(visit, &job.name),
        about: about(visit, &job.name),
        status: status(visit, job),
        facts: facts(visit, job),
        runs: runs_of(visit, &job.name, only_errors).await?,
        only_errors,
        all_href: href(&job.name),
        errors_href: with_show("errors"),
    };
    visit.show(&page)
}

fn facts(visit: &Visit, job: &BatchJob) -> Vec<Fact> {
    let moment = |at: Option<_>| at.map(|at| visit.moment(at)).unwrap_or_default();
    let label = |column: &str| visit.column(BatchJob::NAME, column);
    let recurrence = recurrence::words(visit, &job.recurrence);
    let next = match job.status {
        JobStatus::Withhold => visit.say("next-run-withheld"),
        JobStatus::Waiting | JobStatus::Executing => moment(job.next_run_at),
    };
    vec![
        Fact::new(label("Recurrence"), recurrence),
        Fact::new(label("NextRunAt"), next),
        Fact::new(label("LastRunAt"), moment(job.last_run_at)),
    ]
}

fn is_running(visit: &Visit, job: &BatchJob) -> bool {
    let now = visit.store().environment().clock.now();
    job.leased_until.is_some_and(|until| until > now)
}

fn is_noteworthy(visit: &Visit, job: &BatchJob) -> bool {
    is_running(visit, job) || job.status == JobStatus::Withhold
}

/// What a job is doing: colour, icon and word.
fn status(visit: &Visit, job: &BatchJob) -> (Tone, &'static str, String) {
    let word = |option: &str| visit.option(BatchJob::NAME, "Status", option);
    match job.status {
        _ if is_running(visit, job) => (Tone::Info, "refresh", word("Executing")),
        JobStatus::Withhold => (Tone::Warn, "pause", word("Withhold")),
        JobStatus::Waiting | JobStatus::Executing => (Tone::None, "clock", word("Waiting")),
    }
}

fn commands(visit: &Visit, job: &BatchJob, back: &str) -> Vec<Command> {
    let Some(run) = run_command(visit, &job.name, back) else { return Vec::new() };
    let at = |verb: &str| format!("{}/{verb}", path(&job.name));
    let other = match job.status {
        JobStatus::Withhold => Command::post(visit.say("resume-job"), "play", at("resume")),
        JobStatus::Waiting | JobStatus::Executing => {
            Command::post(visit.say("withhold"), "pause", at("withhold"))
        }
    };
    vec![run.key(), Command::ask(visit.say("define-recurrence"), "calendar", at("recurrence")), other]
}

async fn runs_of(visit: &Visit, name: &str, only_errors: bool) -> Result<Vec<Run>> {
    let mut of_job = Filter::equals("JobName", name);
    if only_errors {
        let failed = Filter::Compare("Failed".into(), tables::Comparison::Greater, 0_i64.into());
        of_job = of_job.and(Filter::Or(vec![Filter::equals("Status", HistoryStatus::Error), failed]));
    }
    let query = Query::of(BatchJobHistory::NAME)
        .filter(of_job)
        .order_by_descending("StartedAt")
        .limit(HISTORY_RUNS_MAX);
    let found = visit.read().await?.page(&query).await?;
    found.rows.iter().map(|row| BatchJobHistory::from_row(row).map(|run| shown(visit, &run))).collect()
}

fn shown(visit: &Visit, run: &BatchJobHistory) -> Run {
    let milliseconds = run.ended_at.duration_since(run.started_at).as_millis();
    let tenths = i64::try_from(milliseconds / 100).unwrap_or_default();
    Run {
        href: format!("{}/runs/{}", path(&run.job_name), run.external_row_id),
        started: visit.moment(run.started_at),
        machine: visit.machine(run.started_at),
        status: run_status(visit, run),
        trigger: visit.option(BatchJobHistory::NAME, "Trigger", &format!("{:?}", run.trigger)),
        duration: visit.say_with("seconds-short", "seconds", visit.scaled(tenths, 1)),
        counts: [run.succeeded, run.failed, run.skipped].map(|count| visit.number(count)),
        message: run.message.clone().unwrap_or_default(),
    }
}

/// How a run ended: colour, icon and word.
fn run_status(visit: &Visit, run: &BatchJobHistory) -> (Tone, &'static str, String) {
    let word = visit.option(BatchJobHistory::NAME, "Status", &format!("{:?}", run.status));
    match run.status {
        HistoryStatus::Error => (Tone::Bad, "alert", word),
        HistoryStatus::Ended if run.failed > 0 => (Tone::Warn, "alert", visit.say("ended-with-failures")),
        HistoryStatus::Ended => (Tone::Good, "check", word),
    }
}

async fn run(
    visit: Visit,
    State(desk): State<Desk>,
    Path(name): Path<String>,
    Parameters(asked): Parameters<Asked>,
) -> Shown {
    crate::api::may_run(&visit.context())?;
    let back = if asked.back.is_empty() { path(&name) } else { asked.back };
    let label = label(&visit, &name);
    match desk.jobs.run_now(&name).await {
        Ok(summary) => {
            let counts = [summary.succeeded, summary.failed, summary.skipped].map(|count| count.to_string());
            let gaps =
                [("job", &*label), ("done", &counts[0]), ("failed", &counts[1]), ("skipped", &counts[2])];
            let words = visit.say_all("job-ran", &gaps);
            let is_good = summary.error.is_none() && summary.failed == 0;
            Ok(if is_good { visit.done(&back, &words) } else { visit.failed(&path(&name), &words) })
        }
        Err(JobError::Unknown(_)) => Err(Fault::NotFound),
        Err(JobError::Busy(_)) => Ok(visit.failed(&back, &visit.say_with("job-busy", "job", label))),
        Err(JobError::Failed(_)) => {
            Ok(visit.failed(&path(&name), &visit.say_with("job-failed", "job", label)))
        }
        Err(JobError::Store(error)) => Err(error.into()),
    }
}

async fn withhold(visit: Visit, Path(name): Path<String>) -> Shown {
    set(&visit, &name, "Status", JobStatus::Withhold.into()).await?;
    Ok(visit.done(&path(&name), &visit.say_with("job-withheld", "job", label(&visit, &name))))
}

async fn resume(visit: Visit, Path(name): Path<String>) -> Shown {
    set(&visit, &name, "Status", JobStatus::Waiting.into()).await?;
    Ok(visit.done(&path(&name), &visit.say_with("job-resumed", "job", label(&visit, &name))))
}

/// Sets one column of the job, as this person.
async fn set(visit: &Visit, name: &str, column: &'static str, value: tables::Value) -> Result<(), Fault> {
    let job = find(visit, name).await?;
    let change = Change::update(BatchJob::NAME, job.external_row_id, vec![(column.into(), value)]);
    visit
        .store()
        .write::<_, _, Error>(visit.context(), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|_| ()) })
        })
        .await?;
    Ok(())
}

async fn find(visit: &Visit, name: &str) -> Result<BatchJob, Fault> {
    let found: Option<BatchJob> = visit.read().await?.find(Filter::equals("Name", name)).await?;
    found.ok_or(Fault::NotFound)
}
