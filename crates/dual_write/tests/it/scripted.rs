//! A peer whose rule is a function, and whose requests fail as a test says.

use std::ops::Deref;
use std::sync::{Arc, Mutex};

use dual_write::{Row, Side};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::peer::{Behaviour, Fake, Network, Refusal, Rows};

/// What a peer does to a row on its way in, new or not, or what it refuses with.
pub type Rule = fn(&str, &mut Row, bool) -> Result<(), Refusal>;

/// Requests whose method and path contain `part` fail, so many times.
#[derive(Clone, Copy)]
pub struct Failure {
    pub part: &'static str,
    pub status: u16,
    pub times: usize,
    pub retry_after: Option<&'static str>,
}

struct Script {
    side: Side,
    rule: Rule,
    failures: Arc<Mutex<Vec<Failure>>>,
}

impl Behaviour for Script {
    fn keys(&self) -> &'static [(&'static str, &'static [&'static str])] {
        match self.side {
            Side::Headquarters => &[("CustomersV3", &["B2BProspectId"])],
            Side::Sales => &[("leads", &["tandem_b2bprospectid"]), ("accounts", &["tandem_b2bprospectid"])],
        }
    }

    fn write(&self, _: &Rows, set: &str, row: &mut Row, before: Option<&Row>) -> Result<(), Refusal> {
        (self.rule)(set, row, before.is_none())
    }

    fn network(&self, request: &str) -> Network {
        let mut failures = self.failures.lock().unwrap();
        let fails = |failure: &&mut Failure| failure.times > 0 && request.contains(failure.part);
        let Some(failure) = failures.iter_mut().find(fails) else { return Network::Deliver };
        failure.times -= 1;
        Network::Fail(failure.status, failure.retry_after)
    }
}

/// One side under a test's control.
pub struct Scripted {
    fake: Fake,
    failures: Arc<Mutex<Vec<Failure>>>,
}

impl Scripted {
    pub fn new(side: Side, rule: Rule) -> Self {
        let failures = Arc::default();
        let script = Script { side, rule, failures: Arc::clone(&failures) };
        Self { fake: Fake::new(side, Arc::new(script)), failures }
    }

    /// A user writes a row.
    pub fn write(&self, set: &str, id: Uuid, values: Json) {
        self.fake.try_write(set, id, values).unwrap();
    }

    /// A row from before the change log begins.
    pub fn write_unlogged(&self, set: &str, id: Uuid, values: Json) {
        self.write(set, id, values);
        self.fake.forget_last();
    }

    /// From now on some requests fail.
    pub fn fail(&self, failure: Failure) {
        self.failures.lock().unwrap().push(failure);
    }
}

impl Deref for Scripted {
    type Target = Fake;

    fn deref(&self) -> &Fake {
        &self.fake
    }
}
