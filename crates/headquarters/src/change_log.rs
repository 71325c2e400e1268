//! Job `Clean up the change log`: entries that everybody has read and that are older than a week go.

use jobs::{JobError, Remark, Run};
use tables::{Result, Store, log::Position};

use crate::seed::DUAL_WRITE;

/// Name of the job.
pub const NAME: &str = "Clean up the change log";
/// Most transactions of one run; the next run goes on.
const ROUNDS_MAX: usize = 1_000;

/// Removes what is old and read.
///
/// # Errors
/// When the database cannot be reached.
pub async fn run(mut run: Run) -> Result<Run, JobError> {
    let mut removed = 0;
    for _ in 0..ROUNDS_MAX {
        match run.store().trim_log().await? {
            0 => break,
            count => removed += count,
        }
    }
    if removed > 0 {
        let remark = Remark::new("removed", format!("{removed} entries removed")).about(removed);
        run.done("change log", remark);
    }
    Ok(run)
}

/// Dual-write reads the log from its beginning, whenever it is put to work first. Until then
/// everything is kept.
pub(crate) async fn keep_for_dual_write(store: &Store) -> Result<()> {
    store.advance_reader(DUAL_WRITE, Position::default()).await
}

#[cfg(test)]
mod tests {
    use jobs::{Jobs, Mode};
    use platform::Environment;
    use tables::Principal;
    use tables::jiff::SignedDuration;
    use tables::log::KEEP_DAYS;

    use super::*;
    use crate::testing::{each_store_in, open_prospect};

    #[tokio::test]
    async fn what_dual_write_has_not_read_is_kept() {
        let environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 1);
        for (_folder, store) in each_store_in(&environment).await {
            let job = crate::schedule::clean_up();
            let jobs = Jobs::open(store.clone(), Mode::Manual, vec![job], Vec::new()).await.unwrap();
            open_prospect(&store).await;
            let read = async |after| {
                let mut reader = store.read(&Principal::system()).await.unwrap();
                reader.changes(after, &["prospect"], 10).await.map(|found| found.entries)
            };
            // On PostgreSQL other tests may hold the end of the log back.
            let first = async |after| loop {
                if let Some(entry) = read(after).await.unwrap().into_iter().next() {
                    return entry.position;
                }
            };
            environment.clock.advance(SignedDuration::from_hours(24 * KEEP_DAYS + 1));
            let prospect = first(Position::default()).await;
            assert_eq!(jobs.run_now(NAME).await.unwrap().succeeded, 0);
            assert_eq!(first(Position::default()).await, prospect);
            // A younger one, so that the prospect's entry is not the last.
            open_prospect(&store).await;
            store.advance_reader(DUAL_WRITE, prospect).await.unwrap();
            crate::seed::company(&store).await.unwrap();
            assert_eq!(jobs.run_now(NAME).await.unwrap().succeeded, 1);
            assert!(read(Position::default()).await.is_err(), "some are gone, and that is said");
            assert!(first(prospect).await > prospect);
            assert_eq!(jobs.run_now(NAME).await.unwrap().succeeded, 0);
        }
    }
}
