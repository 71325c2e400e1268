//! The driver: wakes jobs by time, by doorbell and by command, and works off tasks.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use tables::{Context, Store, rung};
use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;

use crate::lease::{self, LEASE_SECONDS, Lease};
use crate::tasks::{self, Queue};
use crate::{Job, JobError, Mode, Run, Summary, Trigger, history};

/// How often the clock is looked at, and the database for what other processes left.
const TICK: Duration = Duration::from_secs(1);
/// Rounds of [`Jobs::run_until_idle`] before it gives up: jobs that feed each other for ever.
const IDLE_ROUNDS_MAX: usize = 100;

/// The jobs and queues of one database.
pub struct Jobs {
    store: Store,
    mode: Mode,
    jobs: Vec<Arc<Job>>,
    queues: Vec<Queue>,
    /// One run of a job at a time in this process; across processes the lease sees to it.
    running: HashMap<&'static str, Mutex<()>>,
}

impl Jobs {
    /// Registers jobs and queues; jobs new to the database get their row.
    ///
    /// # Errors
    /// [`tables::Error::InvalidDefinition`] for a recurrence that cannot be read; as any write.
    pub async fn open(
        store: Store,
        mode: Mode,
        jobs: Vec<Job>,
        queues: Vec<Queue>,
    ) -> Result<Arc<Self>, tables::Error> {
        for job in &jobs {
            crate::check_recurrence(job.recurrence).map_err(|reason| tables::Error::InvalidDefinition {
                table: format!("the job {}", job.name),
                reason,
            })?;
        }
        let names: Vec<(&str, &str)> = jobs.iter().map(|job| (job.name, job.recurrence)).collect();
        let alone = store.is_single_process();
        store
            .write(Context::system(), names, move |tx, names| {
                Box::pin(async move {
                    for (name, recurrence) in names {
                        lease::ensure(tx, name, recurrence, alone).await?;
                    }
                    Ok::<_, tables::Error>(())
                })
            })
            .await?;
        let running = jobs.iter().map(|job| (job.name, Mutex::default())).collect();
        let jobs = jobs.into_iter().map(Arc::new).collect();
        Ok(Arc::new(Self { store, mode, jobs, queues, running }))
    }

    /// The names of all jobs.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.jobs.iter().map(|job| job.name)
    }

    /// Runs a job and waits for its end.
    ///
    /// # Errors
    /// [`JobError::Unknown`], [`JobError::Busy`]; a run that broke off is no error here: its
    /// summary says so.
    pub async fn run_now(&self, name: &str) -> Result<Summary, JobError> {
        let job = self.jobs.iter().find(|job| job.name == name);
        let job = job.ok_or_else(|| JobError::Unknown(name.into()))?;
        Ok(self.run(job, Trigger::RunNow).await?.unwrap_or_default())
    }

    /// Runs everything until nothing changes any more: for tests and for `--jobs-mode manual`.
    ///
    /// # Errors
    /// [`JobError::Failed`] when it never comes to rest; as [`Jobs::run_now`].
    pub async fn run_until_idle(&self) -> Result<(), JobError> {
        for _ in 0..IDLE_ROUNDS_MAX {
            let mut progressed = tasks::work_off(&self.store, &self.queues).await? > 0;
            for job in &self.jobs {
                let ran = self.run(job, Trigger::Work).await?;
                progressed |= ran.is_some_and(|summary| summary.progressed());
            }
            if !progressed {
                return Ok(());
            }
        }
        Err(JobError::Failed("the jobs never come to rest".into()))
    }

    /// Runs one job, if it is to run for this trigger.
    async fn run(&self, job: &Job, trigger: Trigger) -> Result<Option<Summary>, JobError> {
        let Some(running) = self.running.get(job.name) else {
            return Err(JobError::Unknown(job.name.into()));
        };
        let _alone = running.lock().await;
        let Some(lease) = lease::take(&self.store, job.name, trigger).await? else {
            return Ok(None);
        };
        let code = AssertUnwindSafe((job.run)(Run::new(self.store.clone()))).catch_unwind();
        let (mut summary, rows) = match self.keep_lease(&lease, code).await {
            Some(Ok(Ok(run))) => (run.summary, run.rows),
            Some(Ok(Err(error))) => (broken(&error.to_string()), Vec::new()),
            Some(Err(_)) => (broken("The job's code panicked; the log says where."), Vec::new()),
            None => (broken("Another worker took the job over."), Vec::new()),
        };
        if let Some(error) = &mut summary.error {
            tracing::error!(job = job.name, %error, "a batch job broke off");
        }
        history::finish(&self.store, &lease, trigger, &summary, rows).await?;
        Ok(Some(summary))
    }

    /// Waits for the code while renewing the lease; `None` when the lease was lost.
    async fn keep_lease<T>(&self, lease: &Lease, code: impl Future<Output = T>) -> Option<T> {
        let mut code = std::pin::pin!(code);
        let third = Duration::from_secs(LEASE_SECONDS.unsigned_abs() / 3);
        loop {
            tokio::select! {
                done = &mut code => return Some(done),
                () = tokio::time::sleep(third) => {
                    if matches!(lease::renew(&self.store, lease).await, Ok(false)) {
                        return None;
                    }
                }
            }
        }
    }

    /// Works in the background until the handle is stopped.
    #[must_use]
    pub fn spawn(self: Arc<Self>) -> Handle {
        let (stop, _) = watch::channel(false);
        let mut workers = Vec::new();
        if self.mode != Mode::Manual {
            for job in &self.jobs {
                workers.push(tokio::spawn(Arc::clone(&self).drive(Arc::clone(job), stop.subscribe())));
            }
            workers.push(tokio::spawn(Arc::clone(&self).drive_tasks(stop.subscribe())));
        }
        Handle { stop, workers }
    }

    async fn drive(self: Arc<Self>, job: Arc<Job>, mut stop: watch::Receiver<bool>) {
        let mut bells = job.wake.clone();
        for bell in &mut bells {
            // Work may have been left by an earlier process.
            bell.mark_changed();
        }
        while !*stop.borrow() {
            let trigger = tokio::select! {
                _ = stop.changed() => break,
                () = rung(&mut bells), if self.mode == Mode::Continuous => Trigger::Work,
                () = tokio::time::sleep(TICK) => Trigger::Recurrence,
            };
            match self.run(&job, trigger).await {
                Ok(_) | Err(JobError::Busy(_)) => {}
                Err(error) => {
                    tracing::error!(job = job.name, %error, "a batch job could not run");
                    tokio::time::sleep(TICK).await;
                }
            }
        }
    }

    async fn drive_tasks(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut bells = vec![self.store.doorbell()];
        while !*stop.borrow() {
            tokio::select! {
                _ = stop.changed() => break,
                () = rung(&mut bells), if self.mode == Mode::Continuous => {}
                () = tokio::time::sleep(TICK) => {}
            }
            if let Err(error) = tasks::work_off(&self.store, &self.queues).await {
                tracing::error!(%error, "tasks could not be worked off");
                tokio::time::sleep(TICK).await;
            }
        }
    }
}

fn broken(words: &str) -> Summary {
    Summary { error: Some(words.into()), ..Summary::default() }
}

/// Running workers.
pub struct Handle {
    stop: watch::Sender<bool>,
    workers: Vec<JoinHandle<()>>,
}

impl Handle {
    /// Lets running jobs end, starts no new ones.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for worker in self.workers {
            let _ = worker.await;
        }
    }
}
