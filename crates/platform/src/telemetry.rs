//! Log lines: text for people or JSON for programs, on standard error.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

use crate::configuration::{Log, LogFormat};

/// Starts logging. Called once, by the binary.
///
/// # Errors
/// In words, for a filter that cannot be read or a second call.
pub fn start(log: &Log) -> Result<(), String> {
    let filter = EnvFilter::try_new(&log.filter)
        .map_err(|error| format!("log.filter cannot be read ({error}); write for example \"info\""))?;
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Colours are for a terminal: in a file they are rubbish between the words.
    let subscriber = match std::io::stderr().is_terminal() {
        true => subscriber,
        false => subscriber.with_ansi(false),
    };
    match log.format {
        LogFormat::Text => subscriber.with_target(false).try_init(),
        LogFormat::Json => subscriber.json().try_init(),
    }
    .map_err(|error| error.to_string())
}
