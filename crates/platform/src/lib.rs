//! The ground floor: what every program needs and no business rule decides.
//!
//! Time, ids and randomness are values that are passed in, so that a test can freeze, seed and
//! replay them. Nothing here knows tables, HTTP or the business.
#![warn(missing_docs)]

pub mod clock;
pub mod configuration;
pub mod credentials;
pub mod environment;
pub mod faults;
pub mod ids;
pub mod random;
pub mod rate_limit;
pub mod telemetry;
pub mod token;

pub use clock::Clock;
pub use environment::Environment;
pub use faults::Faults;
pub use ids::{Ids, derived_id};
pub use random::Randomness;
pub use rate_limit::RateLimit;
