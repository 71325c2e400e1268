//! Dual-write at work in the background: woken by doorbells, at rest when a peer is down.

use std::time::Duration;

use tables::{Doorbell, rung};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{Hub, SetupError};
use crate::EngineError;

/// How often both feeds are looked at without a doorbell.
const POLL: Duration = Duration::from_secs(1);
/// First pause after a peer could not answer; doubled up to the longest.
const PAUSE: Duration = Duration::from_millis(250);
const PAUSE_MAX: Duration = Duration::from_secs(30);
/// Longest that a peer's own `Retry-After` is obeyed.
const RETRY_AFTER_MAX: Duration = Duration::from_secs(600);

/// Why a round broke off.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error(transparent)]
    Setup(#[from] SetupError),
}

impl Hub {
    /// Works in the background, woken by `bells`, until the handle is stopped.
    #[must_use]
    pub fn spawn(&self, mut bells: Vec<Doorbell>) -> Handle {
        let (stop, stopped) = watch::channel(false);
        bells.push(self.store().doorbell());
        Handle { stop, worker: tokio::spawn(self.clone().drive(bells, stopped)) }
    }

    /// Goes on with what was begun, and delivers until nothing is left that could be delivered now.
    async fn round(&self) -> Result<(), Broken> {
        self.go_on().await?;
        if let Some(engine) = self.engine() {
            engine.run_until_idle().await?;
        }
        Ok(())
    }

    async fn drive(self, mut bells: Vec<Doorbell>, mut stopped: watch::Receiver<bool>) {
        let mut pause = PAUSE;
        while !*stopped.borrow() {
            for bell in &mut bells {
                bell.mark_unchanged();
            }
            match self.round().await {
                Ok(()) => {
                    pause = PAUSE;
                    tokio::select! {
                        _ = stopped.changed() => break,
                        () = rung(&mut bells) => {}
                        () = tokio::time::sleep(POLL) => {}
                    }
                }
                Err(error) => {
                    let asked = match &error {
                        Broken::Engine(EngineError::Peer(error)) => error.retry_after(),
                        _ => None,
                    };
                    let rest = asked.map_or(pause, |asked| asked.min(RETRY_AFTER_MAX));
                    tracing::warn!(%error, seconds = rest.as_secs_f32(), "dual-write pauses");
                    tokio::select! {
                        _ = stopped.changed() => break,
                        () = tokio::time::sleep(rest) => {}
                    }
                    pause = (pause * 2).min(PAUSE_MAX);
                }
            }
        }
    }
}

/// Running work.
pub struct Handle {
    stop: watch::Sender<bool>,
    worker: JoinHandle<()>,
}

impl Handle {
    /// Lets the delivery under way end, starts no new one.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.worker.await;
    }
}
