//! Readiness: what has to be in place before a company can become a business partner, which of it
//! is not, and what puts it right. The page shows it, `tandem doctor` prints it.

mod channel_database;
mod connection;
mod customers;
mod feature;
mod fix;
mod mails;
mod schedules;
mod sequences;
#[cfg(test)]
mod tests;

pub use connection::{Connected, Connection};
pub use fix::{Fix, fix};

use std::sync::Arc;

use ::jobs::Jobs;
use shell::Voice;
use tables::jiff::Timestamp;
use tables::{Principal, Query, Reader, Result, Store, Table as _};

use crate::legal_entities::LegalEntity;

/// What headquarters is surrounded by.
#[derive(Clone)]
pub struct Surroundings {
    /// What the store wrote, and what it was told.
    pub channel: Store,
    /// The jobs, to run one now.
    pub jobs: Arc<Jobs>,
    /// Where people reach the store.
    pub store_origin: String,
    /// Whether mail leaves the house.
    pub sends_mail: bool,
    /// Whether it comes from the company's own address.
    pub sends_as_company: bool,
    /// Whether nobody here is real.
    pub is_demo: bool,
    /// Whoever connects headquarters with another application.
    pub connected: Option<Arc<dyn Connected>>,
}

impl Surroundings {
    /// The channel database, where it answers.
    async fn read_channel(&self) -> Result<Reader> {
        self.channel.read(&Principal::system()).await
    }
}

/// A prerequisite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Check {
    Feature,
    NumberSequences,
    Customers,
    Channel,
    Mail,
    Jobs,
    Connection,
}

impl Check {
    /// All of them, in the order in which a request needs them.
    pub const ALL: [Self; 7] = [
        Self::Feature,
        Self::NumberSequences,
        Self::Channel,
        Self::Jobs,
        Self::Customers,
        Self::Mail,
        Self::Connection,
    ];

    /// What programs and words call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Feature => "feature",
            Self::NumberSequences => "number-sequences",
            Self::Customers => "customers",
            Self::Channel => "channel",
            Self::Mail => "mail",
            Self::Jobs => "jobs",
            Self::Connection => "connection",
        }
    }
}

/// How a prerequisite stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Good,
    /// Works, but somebody should look.
    Warn,
    /// Keeps partners from coming.
    Bad,
}

impl State {
    /// What programs call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// Something that was found out about a prerequisite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// About which.
    pub check: Check,
    /// How it stands.
    pub state: State,
    /// What that means, and what to do where nothing here puts it right.
    pub words: String,
    /// What puts it right.
    pub fix: Option<Fix>,
    /// The page that tells more; empty: none.
    pub path: String,
    /// Whether it only says that nothing works in the background.
    pub is_idle: bool,
}

impl Finding {
    fn new(check: Check, state: State, words: String) -> Self {
        Self { check, state, words, fix: None, path: String::new(), is_idle: false }
    }

    fn with(self, fix: Fix) -> Self {
        Self { fix: Some(fix), ..self }
    }

    fn at(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }
}

/// Looks at all prerequisites as `principal`, who needs Read on all that is looked at.
///
/// # Errors
/// As any read of headquarters; what else does not answer is a finding.
pub async fn look(
    store: &Store,
    principal: &Arc<Principal>,
    around: &Surroundings,
    voice: &Voice,
) -> Result<Vec<Finding>> {
    let mut reader = store.read(principal).await?;
    let companies: Vec<LegalEntity> =
        reader.list(Query::of(LegalEntity::NAME).order_by("LegalEntityId")).await?;
    let mut look =
        Look { reader: &mut reader, around, voice, companies, now: store.environment().clock.now() };
    let mut findings = feature::look(&mut look).await?;
    findings.extend(sequences::look(&mut look).await?);
    findings.extend(channel_database::look(&mut look).await?);
    findings.extend(schedules::look(&mut look).await?);
    findings.extend(customers::look(&mut look).await?);
    findings.extend(mails::look(&mut look).await?);
    drop(reader);
    findings.extend(connection::look(around, voice).await);
    Ok(findings)
}

/// One look at everything.
struct Look<'a> {
    reader: &'a mut Reader,
    around: &'a Surroundings,
    voice: &'a Voice,
    companies: Vec<LegalEntity>,
    now: Timestamp,
}
