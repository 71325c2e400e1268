//! The jobs of headquarters, in one list.

use std::sync::Arc;

use ::jobs::{Job, Run};
use tables::Store;

use crate::change_log;
use crate::channel_customers::job_1010;
use crate::channel_requests::{p_0001, synchronize};
use crate::features::job_1110;
use crate::mail::{Transport, process};

/// What jobs need to know of the world outside.
#[derive(Clone, Debug)]
pub struct JobSettings {
    /// Where people reach the store: links in mails begin with it.
    pub store_origin: String,
    /// How mail leaves.
    pub transport: Transport,
}

/// All jobs. Each runs when the database rings that it takes its work from, and on its recurrence
/// in case a ring was missed.
#[must_use]
pub fn jobs(store: &Store, channel_store: &Store, settings: &JobSettings) -> Vec<Job> {
    let pull = Job {
        name: p_0001::NAME,
        recurrence: "*/5 * * * *",
        wake: vec![channel_store.doorbell()],
        run: {
            let (channel, origin) = (channel_store.clone(), settings.store_origin.clone());
            Arc::new(move |run: Run| Box::pin(p_0001::run(run, channel.clone(), origin.clone())))
        },
    };
    let synchronize = synchronize::NAMES.map(|name| Job {
        name,
        recurrence: "*/5 * * * *",
        wake: vec![store.doorbell()],
        run: {
            let channel = channel_store.clone();
            Arc::new(move |run: Run| Box::pin(synchronize::run(run, channel.clone())))
        },
    });
    let publish = Job {
        name: job_1010::NAME,
        recurrence: "* * * * *",
        wake: vec![store.doorbell()],
        run: {
            let (channel, origin) = (channel_store.clone(), settings.store_origin.clone());
            Arc::new(move |run: Run| Box::pin(job_1010::run(run, channel.clone(), origin.clone())))
        },
    };
    let mail = Job {
        name: process::NAME,
        recurrence: "* * * * *",
        wake: vec![store.doorbell()],
        run: {
            let transport = settings.transport.clone();
            Arc::new(move |run: Run| Box::pin(process::run(run, transport.clone())))
        },
    };
    [pull]
        .into_iter()
        .chain(synchronize)
        .chain([publish, job_1110::job(store, channel_store), mail, clean_up()])
        .collect()
}

/// Nightly, when few work.
pub(crate) fn clean_up() -> Job {
    Job {
        name: change_log::NAME,
        recurrence: "17 3 * * *",
        wake: Vec::new(),
        run: Arc::new(|run: Run| Box::pin(change_log::run(run))),
    }
}
