//! Whether headquarters is connected with another application, told by whoever connects them.

use std::pin::Pin;

use shell::Voice;
use tables::Result;

use super::{Check, Finding, State, Surroundings};

/// How a connection stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// What connects; nothing: nothing does.
    pub package: Option<String>,
    /// Changes that wait for somebody to look.
    pub waiting: u64,
    /// The page that tells more.
    pub path: String,
}

/// Whoever knows how the connection stands.
pub trait Connected: Send + Sync {
    /// How it stands now.
    fn now(&self) -> Pin<Box<dyn Future<Output = Result<Connection>> + Send + '_>>;
}

pub(super) async fn look(around: &Surroundings, voice: &Voice) -> Option<Finding> {
    let found = |state, words| Finding::new(Check::Connection, state, words);
    let connection = match around.connected.as_ref()?.now().await {
        Ok(connection) => connection,
        Err(error) => {
            return Some(found(State::Bad, voice.say_with("ready-connection-silent", "error", error)));
        }
    };
    let finding = match &connection.package {
        None => found(State::Good, voice.say("ready-connection-none")),
        Some(_) if connection.waiting > 0 => {
            found(State::Warn, voice.say_with("ready-connection-waiting", "count", connection.waiting))
        }
        Some(package) => found(State::Good, voice.say_with("ready-connection", "package", package)),
    };
    Some(finding.at(connection.path))
}
