//! Fix: puts a prerequisite right, under the caller's rights.

use ::jobs::{BatchJob, JobError};
use tables::{Context, Error, Privilege, Store, Table as _};

use super::{Surroundings, channel_database, schedules, sequences};
use crate::channel_customers::job_1010;
use crate::customer_groups::CustomerGroup;
use crate::features::{B2B_ECOMMERCE, Feature, job_1110, switch};
use crate::mail::{self, EmailTemplate};
use crate::number_sequences::NumberSequence;

/// What puts a prerequisite right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fix {
    TurnOn,
    TellStore,
    MakeSequences,
    LengthenSequences,
    MakeGroups,
    ReleaseJobs,
    RunJobs,
    Publish,
    RestoreTemplates,
}

impl Fix {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::TurnOn,
        Self::TellStore,
        Self::MakeSequences,
        Self::LengthenSequences,
        Self::MakeGroups,
        Self::ReleaseJobs,
        Self::RunJobs,
        Self::Publish,
        Self::RestoreTemplates,
    ];

    /// What programs and words call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TurnOn => "turn-on",
            Self::TellStore => "tell-store",
            Self::MakeSequences => "make-sequences",
            Self::LengthenSequences => "lengthen-sequences",
            Self::MakeGroups => "make-groups",
            Self::ReleaseJobs => "release-jobs",
            Self::RunJobs => "run-jobs",
            Self::Publish => "publish",
            Self::RestoreTemplates => "restore-templates",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fix| fix.name() == name)
    }

    /// The right without which it is refused: for what to offer.
    #[must_use]
    pub fn needs(self) -> (Privilege, &'static str) {
        match self {
            Self::TurnOn => (Privilege::Write, Feature::NAME),
            Self::MakeSequences => (Privilege::Create, NumberSequence::NAME),
            Self::LengthenSequences => (Privilege::Write, NumberSequence::NAME),
            Self::MakeGroups => (Privilege::Create, CustomerGroup::NAME),
            Self::TellStore | Self::ReleaseJobs | Self::RunJobs | Self::Publish => {
                (Privilege::Write, BatchJob::NAME)
            }
            Self::RestoreTemplates => (Privilege::Create, EmailTemplate::NAME),
        }
    }
}

/// Puts it right. Done again, nothing changes.
///
/// # Errors
/// [`JobError::Store`] as any write; [`JobError::Failed`] where a job broke off.
pub async fn fix(context: Context, store: &Store, around: &Surroundings, fix: Fix) -> Result<(), JobError> {
    let job = match fix {
        Fix::Publish => job_1010::NAME,
        Fix::TellStore => job_1110::NAME,
        Fix::RunJobs => return schedules::run(&context, store, around).await,
        _ => {
            let write = store.write::<_, _, Error>(context, fix, |tx, fix| {
                Box::pin(async move {
                    match fix {
                        Fix::TurnOn => switch(tx, B2B_ECOMMERCE, true).await.map(|_| ()),
                        Fix::MakeSequences => sequences::make(tx).await,
                        Fix::LengthenSequences => sequences::lengthen(tx).await,
                        Fix::MakeGroups => channel_database::make_groups(tx).await,
                        Fix::ReleaseJobs => schedules::release(tx).await,
                        Fix::RestoreTemplates => mail::seed(tx).await,
                        Fix::Publish | Fix::TellStore | Fix::RunJobs => Ok(()),
                    }
                })
            });
            return Ok(write.await?);
        }
    };
    crate::api::may_run(&context)?;
    let summary = around.jobs.run_now(job).await?;
    match summary.error {
        None => Ok(()),
        Some(error) => Err(JobError::Failed(error)),
    }
}
