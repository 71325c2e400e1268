//! The frame that all pages live in: words, looks, layout, grid, form, sign-in and sessions.
//!
//! An application hands in its tables, navigation and words, and gets pages that look, read and
//! refuse like all others. Nothing here knows a table of the business or one of its rules.
#![warn(missing_docs)]

pub mod assets;
pub mod countries;
mod fault;
pub mod form;
pub mod format;
mod frame;
pub mod grid;
mod guard;
mod language;
pub mod names;
pub mod office;
mod parameters;
pub mod passwords;
mod rail;
mod redirect;
pub mod sessions;
mod standing;
#[cfg(feature = "testing")]
pub mod testing;
mod visit;
pub mod words;

pub use fault::{Fault, Shown};
pub use frame::{Command, Frame, Item, Navigation, Notice, Section, Tone};
pub use guard::{guard, headers};
pub use language::Language;
pub use parameters::Parameters;
pub use rail::{Entry, Flow, Stage, Step};
pub use redirect::{clear_notice, go, notice, see_other};
pub use standing::{Stand, Standing, Standings, State};
pub use visit::{Application, Person, RowId, Visit, enter, initials};
pub use words::{Books, Voice};
