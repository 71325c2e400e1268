//! Runs, leases, history, modes.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jobs::{
    BatchJob, BatchJobHistory, BatchJobHistoryRow, HistoryStatus, Job, JobError, JobStatus, Jobs,
    LEASE_SECONDS, Mode, Trigger, with_jobs,
};
use platform::Environment;
use tables::jiff::SignedDuration;
use tables::testing::{Place, places};
use tables::{Catalog, Change, Context, Error, Filter, Principal, Query, Store};

async fn stores() -> Vec<(Place, Store)> {
    let mut stores = Vec::new();
    for place in places() {
        let environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 1);
        let store = place.open("jobs", with_jobs(Catalog::new()), environment).await;
        stores.push((place, store));
    }
    stores
}

/// A job that has `work` rows to do and does them all at once.
fn counting(work: &Arc<AtomicI64>) -> Job {
    let work = Arc::clone(work);
    Job {
        name: "P-0001",
        recurrence: "*/5 * * * *",
        wake: Vec::new(),
        run: Arc::new(move |mut run| {
            let work = Arc::clone(&work);
            Box::pin(async move {
                for row in 0..work.swap(0, Ordering::SeqCst) {
                    run.done(&format!("R-{row}"), "pulled");
                }
                Ok(run)
            })
        }),
    }
}

async fn history(store: &Store) -> Vec<BatchJobHistory> {
    let query = Query::of("batchjobhistory").order_by("StartedAt");
    store.read(&Principal::system()).await.unwrap().list(query).await.unwrap()
}

#[tokio::test]
async fn run_now_counts_and_keeps_each_row() {
    for (_place, store) in stores().await {
        let work = Arc::new(AtomicI64::new(3));
        let jobs = Jobs::open(store.clone(), Mode::Manual, vec![counting(&work)], vec![]).await.unwrap();
        let summary = jobs.run_now("P-0001").await.unwrap();
        assert_eq!((summary.succeeded, summary.failed), (3, 0));
        let runs = history(&store).await;
        assert_eq!(runs.len(), 1);
        assert_eq!((runs[0].trigger, runs[0].status), (Trigger::RunNow, HistoryStatus::Ended));
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let rows: Vec<BatchJobHistoryRow> =
            reader.list(Query::of("batchjobhistoryrow").order_by("RowKey")).await.unwrap();
        let keys: Vec<&str> = rows.iter().map(|row| row.row_key.as_str()).collect();
        assert_eq!(keys, ["R-0", "R-1", "R-2"]);
        let unknown = jobs.run_now("P-0002").await.unwrap_err();
        assert_eq!(unknown, JobError::Unknown("P-0002".into()));
    }
}

#[tokio::test]
async fn a_run_for_work_that_finds_none_leaves_no_history_but_one_by_hand_does() {
    for (_place, store) in stores().await {
        let work = Arc::new(AtomicI64::new(0));
        let jobs = Jobs::open(store.clone(), Mode::Manual, vec![counting(&work)], vec![]).await.unwrap();
        jobs.run_until_idle().await.unwrap();
        assert!(history(&store).await.is_empty());
        jobs.run_now("P-0001").await.unwrap();
        assert_eq!(history(&store).await.len(), 1);
    }
}

#[tokio::test]
async fn a_panic_is_an_error_in_the_history_and_the_job_runs_again() {
    for (_place, store) in stores().await {
        let first = Arc::new(AtomicI64::new(1));
        let job = Job {
            name: "1010",
            recurrence: "0 * * * *",
            wake: Vec::new(),
            run: Arc::new(move |run| {
                let first = Arc::clone(&first);
                Box::pin(async move {
                    assert!(first.swap(0, Ordering::SeqCst) == 0, "the first time it breaks");
                    Ok(run)
                })
            }),
        };
        let jobs = Jobs::open(store.clone(), Mode::Manual, vec![job], vec![]).await.unwrap();
        assert!(jobs.run_now("1010").await.unwrap().error.is_some());
        assert_eq!(jobs.run_now("1010").await.unwrap().error, None);
        let statuses: Vec<HistoryStatus> = history(&store).await.iter().map(|run| run.status).collect();
        assert!(statuses.contains(&HistoryStatus::Error) && statuses.contains(&HistoryStatus::Ended));
    }
}

#[tokio::test]
async fn another_process_waits_for_the_lease_and_takes_over_when_it_ran_out() {
    for (_place, store) in stores().await {
        let work = Arc::new(AtomicI64::new(0));
        let mut slow = counting(&work);
        let (started, mut begun) = tokio::sync::mpsc::channel(1);
        slow.run = Arc::new(move |mut run| {
            let started = started.clone();
            Box::pin(async move {
                started.send(()).await.unwrap();
                tokio::time::sleep(Duration::from_millis(300)).await;
                run.done("late", "by a worker that was paused");
                Ok(run)
            })
        });
        let one = Jobs::open(store.clone(), Mode::Manual, vec![slow], vec![]).await.unwrap();
        let two = Jobs::open(store.clone(), Mode::Manual, vec![counting(&work)], vec![]).await.unwrap();
        let paused = tokio::spawn(async move { one.run_now("P-0001").await });
        begun.recv().await.unwrap();
        assert_eq!(two.run_now("P-0001").await.unwrap_err(), JobError::Busy("P-0001".into()));
        store.environment().clock.advance(SignedDuration::from_secs(LEASE_SECONDS + 1));
        work.store(1, Ordering::SeqCst);
        assert_eq!(two.run_now("P-0001").await.unwrap().succeeded, 1);
        paused.await.unwrap().unwrap();
        // The paused worker's run wrote nothing: its token is no longer the job's.
        let runs = history(&store).await;
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].succeeded, 1);
    }
}

#[tokio::test]
async fn recurrence_moves_on_and_a_known_job_keeps_what_its_operator_set() {
    for (_place, store) in stores().await {
        let work = Arc::new(AtomicI64::new(0));
        let find = async || {
            let mut reader = store.read(&Principal::system()).await.unwrap();
            reader.find::<BatchJob>(Filter::equals("Name", "P-0001")).await.unwrap().unwrap()
        };
        let jobs = Jobs::open(store.clone(), Mode::Manual, vec![counting(&work)], vec![]).await.unwrap();
        let first = find().await.next_run_at.unwrap();
        assert_eq!(first.to_string(), "2026-11-20T09:35:00Z");
        store.environment().clock.advance(SignedDuration::from_mins(7));
        jobs.run_now("P-0001").await.unwrap();
        assert_eq!(find().await.next_run_at.unwrap().to_string(), "2026-11-20T09:40:00Z");
        let mut other = counting(&work);
        other.recurrence = "0 0 * * *";
        Jobs::open(store.clone(), Mode::Manual, vec![other], vec![]).await.unwrap();
        assert_eq!(find().await.recurrence, "*/5 * * * *");
        let mut wrong = counting(&work);
        wrong.recurrence = "every day";
        assert!(Jobs::open(store.clone(), Mode::Manual, vec![wrong], vec![]).await.is_err());
    }
}

#[tokio::test]
async fn continuous_mode_runs_within_a_second_of_the_bell_and_stops_when_told() {
    for (_place, store) in stores().await {
        let work = Arc::new(AtomicI64::new(0));
        let (bell, ear) = tokio::sync::watch::channel(0_u64);
        let mut job = counting(&work);
        job.wake = vec![ear];
        let jobs = Jobs::open(store.clone(), Mode::Continuous, vec![job], vec![]).await.unwrap();
        let handle = jobs.spawn();
        tokio::time::sleep(Duration::from_millis(200)).await;
        work.store(2, Ordering::SeqCst);
        bell.send_modify(|rings| *rings += 1);
        let ran = async {
            while history(&store).await.is_empty() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), ran).await.unwrap();
        assert_eq!(history(&store).await[0].trigger, Trigger::Work);
        handle.stop().await;
    }
}

#[tokio::test]
async fn a_killed_process_does_not_keep_its_job_where_none_other_can_have_it() {
    for (_place, store) in stores().await {
        let work = Arc::new(AtomicI64::new(0));
        let mut endless = counting(&work);
        let (started, mut begun) = tokio::sync::mpsc::channel(1);
        endless.run = Arc::new(move |_run| {
            let started = started.clone();
            Box::pin(async move {
                started.send(()).await.unwrap();
                std::future::pending().await
            })
        });
        let killed = Jobs::open(store.clone(), Mode::Manual, vec![endless], vec![]).await.unwrap();
        let running = tokio::spawn(async move { killed.run_now("P-0001").await });
        begun.recv().await.unwrap();
        running.abort();
        let next = Jobs::open(store.clone(), Mode::Manual, vec![counting(&work)], vec![]).await.unwrap();
        let ran = next.run_now("P-0001").await;
        assert_eq!(ran.is_ok(), store.is_single_process(), "{ran:?}");
    }
}

#[tokio::test]
async fn whoever_edits_a_job_sets_a_recurrence_that_comes_true_and_no_state_of_a_run() {
    for (_place, store) in stores().await {
        let work = Arc::new(AtomicI64::new(0));
        Jobs::open(store.clone(), Mode::Manual, vec![counting(&work)], vec![]).await.unwrap();
        let job = async || -> BatchJob {
            let mut reader = store.read(&Principal::system()).await.unwrap();
            reader.find(Filter::equals("Name", "P-0001")).await.unwrap().unwrap()
        };
        let id = job().await.external_row_id;
        let edit = async |column: &str, value: tables::Value| {
            let change = Change::update("batchjob", id, vec![(column.to_owned(), value)]);
            store
                .write(Context::system(), change, |tx, change| {
                    Box::pin(async move { Ok::<_, Error>(tx.write_one(change.clone()).await?.changed) })
                })
                .await
        };
        assert_eq!(edit("Recurrence", "0 2 * * *".into()).await, Ok(true));
        assert_eq!(job().await.next_run_at, Some("2026-11-21T02:00:00Z".parse().unwrap()));
        assert_eq!(edit("Status", JobStatus::Withhold.into()).await, Ok(true));
        for (column, value) in [
            ("Recurrence", "sometimes".into()),
            ("Status", JobStatus::Executing.into()),
            ("Name", "P-0002".into()),
            ("NextRunAt", tables::Value::Null),
        ] {
            assert!(edit(column, value).await.is_err(), "{column}");
        }
        let job = job().await;
        assert_eq!((job.recurrence.as_str(), job.status), ("0 2 * * *", JobStatus::Withhold));
    }
}
