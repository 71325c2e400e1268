//! Ctrl-C and polite kills end the running child, not this process: its `Drop` guards must run.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

#[derive(Clone, Default)]
pub struct Interrupt {
    shared: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Default)]
struct State {
    requested: bool,
    child_group: Option<Pid>,
}

impl Interrupt {
    pub fn watch() -> Result<Interrupt> {
        let interrupt = Interrupt::default();
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).context("cannot listen for signals")?;
        let on_signal = interrupt.clone();
        thread::spawn(move || {
            for _ in signals.forever() {
                on_signal.request();
            }
        });
        Ok(interrupt)
    }

    /// Asks for the end, as a signal does.
    pub fn request(&self) {
        let mut state = self.state();
        state.requested = true;
        if let Some(group) = state.child_group {
            end_group(group);
        }
        self.shared.1.notify_all();
    }

    /// Names the process group that a signal ends; `None` once it has ended, lest its number be
    /// somebody else's by then.
    pub fn set_child_group(&self, group: Option<Pid>) {
        let mut state = self.state();
        state.child_group = group;
        if let (true, Some(group)) = (state.requested, group) {
            end_group(group);
        }
    }

    pub fn check(&self) -> Result<()> {
        if self.state().requested {
            bail!("interrupted");
        }
        Ok(())
    }

    pub fn wait(&self) {
        let mut state = self.state();
        while !state.requested {
            state = (self.shared.1.wait(state)).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        (self.shared.0.lock()).unwrap_or_else(PoisonError::into_inner)
    }
}

fn end_group(group: Pid) {
    // It may have ended a moment ago, which is what we want.
    let _ = kill_process_group(group, Signal::TERM);
}
