//! Fail points: named places where a test stops the program.
//!
//! A point costs one branch when no test listens. Kill tests run a child process whose listener
//! aborts at the n-th point; simulations return an error there instead.

use std::sync::Arc;

type Listener = dyn Fn(&'static str) -> Outcome + Send + Sync;

/// What a listener answers at a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Go on as if nothing were there.
    Continue,
    /// Fail here.
    Fail,
}

/// A point at which a test asked the program to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a test made the program fail at {0}")]
pub struct Fault(pub &'static str);

/// The listener of a test, or nobody.
#[derive(Clone, Default)]
pub struct Faults(Option<Arc<Listener>>);

impl Faults {
    /// Nobody listens: every point goes on.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// `listener` decides at every point. It may also abort the process or panic.
    #[must_use]
    pub fn heard_by(listener: impl Fn(&'static str) -> Outcome + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(listener)))
    }

    /// Passes the point `name`.
    ///
    /// # Errors
    /// The fault, when the listener asked for one.
    pub fn pass(&self, name: &'static str) -> Result<(), Fault> {
        match &self.0 {
            Some(listener) if listener(name) == Outcome::Fail => Err(Fault(name)),
            _ => Ok(()),
        }
    }
}
