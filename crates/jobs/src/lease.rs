//! Who runs a job: a lease in the job's row, with a token that fences a worker that lost it.

use jiff::{SignedDuration, Timestamp};
use tables::{Context, Error, Filter, Query, Store, Table as _, Tx};

use crate::recurrence;
use crate::rows::{BatchJob, JobStatus};
use crate::{JobError, Trigger};

/// How long a worker has a job without renewing.
pub const LEASE_SECONDS: i64 = 60;

/// A lease on a job.
#[derive(Clone, Debug)]
pub(crate) struct Lease {
    pub job: String,
    pub token: String,
    pub started_at: Timestamp,
}

/// Takes the job `name` for `trigger`. `None` when it is not to run: withheld, or not due.
pub(crate) async fn take(store: &Store, name: &str, trigger: Trigger) -> Result<Option<Lease>, JobError> {
    store
        .write(Context::system(), (name.to_owned(), trigger), |tx, (name, trigger)| {
            Box::pin(async move {
                let mut job = find(tx, name).await?;
                let now = tx.now();
                let due = job.next_run_at.is_some_and(|next| next <= now);
                let wanted = match trigger {
                    Trigger::RunNow => true,
                    Trigger::Work => job.status != JobStatus::Withhold,
                    Trigger::Recurrence => job.status != JobStatus::Withhold && due,
                };
                if !wanted {
                    return Ok(None);
                }
                if job.leased_until.is_some_and(|until| until > now) {
                    return Err(JobError::Busy(name.clone()));
                }
                let token = tx.new_id().to_string();
                job.lease_token = Some(token.clone());
                job.leased_until = Some(until(now));
                job.last_run_at = Some(now);
                tx.save(&job).await?;
                Ok(Some(Lease { job: name.clone(), token, started_at: now }))
            })
        })
        .await
}

/// Keeps the lease for another [`LEASE_SECONDS`]; false when another worker has the job now.
pub(crate) async fn renew(store: &Store, lease: &Lease) -> Result<bool, JobError> {
    store
        .write(Context::system(), lease.clone(), |tx, lease| {
            Box::pin(async move {
                let mut job = find(tx, &lease.job).await?;
                if job.lease_token.as_deref() != Some(&lease.token) {
                    return Ok(false);
                }
                job.leased_until = Some(until(tx.now()));
                tx.save(&job).await?;
                Ok(true)
            })
        })
        .await
}

/// Gives the job back inside the transaction that writes its history; false when the lease is
/// another's by now, and nothing of this run may be written.
pub(crate) async fn give_back(tx: &mut Tx, lease: &Lease) -> Result<bool, JobError> {
    let mut job = find(tx, &lease.job).await?;
    if job.lease_token.as_deref() != Some(&lease.token) {
        return Ok(false);
    }
    job.lease_token = None;
    job.leased_until = None;
    job.next_run_at = recurrence::next(&job.recurrence, tx.now());
    tx.save(&job).await?;
    Ok(true)
}

/// Ends every lease: in a database that was restored, whoever had one is not at work.
///
/// # Errors
/// As any write.
pub async fn end_leases(store: &Store) -> Result<(), Error> {
    let end = store.write(Context::system(), (), |tx, ()| {
        Box::pin(async move {
            for job in tx.list::<BatchJob>(Query::of(BatchJob::NAME)).await? {
                if job.lease_token.is_some() {
                    tx.save(&BatchJob { lease_token: None, leased_until: None, ..job }).await?;
                }
            }
            Ok(())
        })
    });
    end.await
}

async fn find(tx: &mut Tx, name: &str) -> Result<BatchJob, JobError> {
    let found: Option<BatchJob> = tx.find(Filter::equals("Name", name)).await?;
    found.ok_or_else(|| JobError::Unknown(name.into()))
}

fn until(now: Timestamp) -> Timestamp {
    now.checked_add(SignedDuration::from_secs(LEASE_SECONDS)).unwrap_or(Timestamp::MAX)
}

/// Makes the row of a job that is new to the database. The recurrence of a known one is left as
/// its operator set it. Where no other process can be at work, a lease that is found is a dead
/// one's: whoever was killed does not keep the job until it runs out.
pub(crate) async fn ensure(tx: &mut Tx, name: &str, recurrence: &str, alone: bool) -> Result<(), Error> {
    if let Some(mut job) = tx.find::<BatchJob>(Filter::equals("Name", name)).await? {
        if alone {
            job.lease_token = None;
            job.leased_until = None;
            tx.save(&job).await?;
        }
        return Ok(());
    }
    let row = BatchJob {
        external_row_id: tx.new_id(),
        name: name.into(),
        recurrence: recurrence.into(),
        status: JobStatus::Waiting,
        last_run_at: None,
        next_run_at: recurrence::next(recurrence, tx.now()),
        lease_token: None,
        leased_until: None,
    };
    tx.insert(&row).await.map(|_| ())
}
