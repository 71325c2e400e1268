//! Promised work: with its transaction or not at all, retried, given up, never ended twice.

use std::sync::{Arc, Mutex};

use jobs::{ATTEMPTS_MAX, Jobs, Mode, Queue, Task, TaskError, TaskStatus, enqueue, with_jobs};
use platform::Environment;
use tables::jiff::SignedDuration;
use tables::testing::{Place, places};
use tables::{Catalog, Context, Error, Principal, Query, Store};

type Seen = Arc<Mutex<Vec<(String, i64)>>>;

async fn stores() -> Vec<(Place, Store)> {
    let mut stores = Vec::new();
    for place in places() {
        let environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 1);
        let store = place.open("jobs", with_jobs(Catalog::new()), environment).await;
        stores.push((place, store));
    }
    stores
}

/// A queue that notes each attempt and fails as `fail` says.
fn queue(seen: &Seen, fail: fn(i64) -> Result<(), TaskError>) -> Queue {
    let seen = Arc::clone(seen);
    Queue {
        name: "mail",
        run: Arc::new(move |run| {
            let seen = Arc::clone(&seen);
            Box::pin(async move {
                seen.lock().unwrap().push((run.payload["to"].as_str().unwrap().to_owned(), run.attempt));
                fail(run.attempt)
            })
        }),
    }
}

async fn promise(store: &Store, to: &str, keep: bool) -> Result<(), Error> {
    store
        .write(Context::system(), (to.to_owned(), keep), |tx, (to, keep)| {
            Box::pin(async move {
                enqueue(tx, "mail", &serde_json::json!({ "to": to })).await?;
                if *keep { Ok(()) } else { Err(Error::Refused { code: "no", message: "No.".into() }) }
            })
        })
        .await
}

async fn tasks(store: &Store) -> Vec<Task> {
    store.read(&Principal::system()).await.unwrap().list(Query::of("task")).await.unwrap()
}

#[tokio::test]
async fn a_task_is_done_if_and_only_if_its_transaction_stood() {
    for (_place, store) in stores().await {
        let seen = Seen::default();
        let jobs =
            Jobs::open(store.clone(), Mode::Manual, vec![], vec![queue(&seen, |_| Ok(()))]).await.unwrap();
        promise(&store, "a@x.example", true).await.unwrap();
        promise(&store, "b@x.example", false).await.unwrap_err();
        jobs.run_until_idle().await.unwrap();
        assert_eq!(*seen.lock().unwrap(), [("a@x.example".to_owned(), 1)]);
        assert!(tasks(&store).await.is_empty());
    }
}

#[tokio::test]
async fn a_failing_task_backs_off_further_each_time_and_is_given_up_in_sight() {
    for (_place, store) in stores().await {
        let seen = Seen::default();
        let broken = queue(&seen, |_| Err(TaskError::retry("the server is away")));
        let jobs = Jobs::open(store.clone(), Mode::Manual, vec![], vec![broken]).await.unwrap();
        promise(&store, "a@x.example", true).await.unwrap();
        let mut waits = Vec::new();
        for attempt in 1..=ATTEMPTS_MAX {
            jobs.run_until_idle().await.unwrap();
            let task = tasks(&store).await.remove(0);
            assert_eq!(task.attempts, attempt);
            assert_eq!(task.last_error.as_deref(), Some("the server is away"));
            waits.push(task.next_attempt_at.as_second() - store.environment().clock.now().as_second());
            store.environment().clock.advance(SignedDuration::from_hours(2));
        }
        assert_eq!(tasks(&store).await[0].status, TaskStatus::Dead);
        assert!(waits.windows(2).take(8).all(|pair| pair[0] < pair[1]), "{waits:?}");
        assert!(waits.iter().all(|wait| *wait <= 3_600 * 5 / 4), "{waits:?}");
        jobs.run_until_idle().await.unwrap();
        assert_eq!(seen.lock().unwrap().len(), usize::try_from(ATTEMPTS_MAX).unwrap());
    }
}

#[tokio::test]
async fn two_workers_share_the_work_and_do_nothing_twice() {
    for (_place, store) in stores().await {
        let seen = Seen::default();
        let open = || Jobs::open(store.clone(), Mode::Manual, vec![], vec![queue(&seen, |_| Ok(()))]);
        let (one, two) = (open().await.unwrap(), open().await.unwrap());
        for number in 0..60 {
            promise(&store, &format!("{number:02}@x.example"), true).await.unwrap();
        }
        let (first, second) = tokio::join!(one.run_until_idle(), two.run_until_idle());
        first.unwrap();
        second.unwrap();
        let mut done = seen.lock().unwrap().clone();
        done.sort();
        done.dedup();
        assert_eq!((done.len(), seen.lock().unwrap().len()), (60, 60));
        assert!(tasks(&store).await.is_empty());
    }
}
