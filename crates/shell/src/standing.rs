//! How a row stands with its counterpart on the other side, for pages that know no other side.

use std::collections::HashMap;
use std::pin::Pin;

use jiff::Timestamp;
use uuid::Uuid;

use crate::frame::Tone;
use crate::{Language, Visit};

/// How a row stands with its counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// In which state.
    pub state: State,
    /// The page of its counterpart, where there is one.
    pub counterpart: Option<String>,
    /// Since when it waits, or when both last agreed.
    pub at: Option<Timestamp>,
    /// Why it waits or failed: in the reader's language, or in the words of the side that refused.
    pub cause: Option<String>,
    /// The page that shows it and has the ways out; empty: not for this person.
    pub path: String,
}

/// In which state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Both sides agree.
    InStep,
    /// A change is on its way or waits for another row.
    Waiting,
    /// The other side refused; somebody has to look.
    Failed,
}

impl Standing {
    /// The colour.
    #[must_use]
    pub fn tone(&self) -> Tone {
        match self.state {
            State::InStep => Tone::Good,
            State::Waiting => Tone::Warn,
            State::Failed => Tone::Bad,
        }
    }

    /// The icon's name.
    #[must_use]
    pub fn icon(&self) -> &'static str {
        match self.state {
            State::InStep => "link",
            State::Waiting => "clock",
            State::Failed => "alert",
        }
    }

    /// Key of its word.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self.state {
            State::InStep => "standing-in-step",
            State::Waiting => "standing-waiting",
            State::Failed => "standing-failed",
        }
    }
}

/// Rows by id with how they stand.
pub type Stand = HashMap<Uuid, Standing>;

/// Whoever knows how rows stand. A row that never travelled is not in the answer.
pub trait Standings: Send + Sync {
    /// The rows `ids` of `set`, a set's name in the API of the application.
    fn of<'a>(
        &'a self,
        application: &'static str,
        set: &'a str,
        ids: &'a [Uuid],
        language: Language,
    ) -> Pin<Box<dyn Future<Output = tables::Result<Stand>> + Send + 'a>>;
}

impl Visit {
    /// How these rows of `table` stand; empty where nothing connects this application. Pages of
    /// applications in which this person has no right are left out.
    ///
    /// # Errors
    /// As any read.
    pub async fn standings(&self, table: &str, ids: &[Uuid]) -> tables::Result<Stand> {
        let Some(standings) = &self.application.standings else { return Ok(Stand::new()) };
        let (catalog, _) = self.application.store.catalog_now();
        let set = catalog.table(table).map(|table| table.set.clone()).unwrap_or_default();
        let mut stand = standings.of(self.application.name, &set, ids, self.language).await?;
        for standing in stand.values_mut() {
            standing.counterpart = standing.counterpart.take().filter(|path| self.may_enter(path));
            if !self.may_enter(&standing.path) {
                standing.path.clear();
            }
        }
        Ok(stand)
    }
}
