//! What happened, one below the other: timelines, histories, trails.

use jiff::Timestamp;

use crate::frame::{Command, Tone};

/// One entry of a rail.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The icon's name.
    pub icon: &'static str,
    /// Good or bad; none: neutral.
    pub tone: Tone,
    /// Whether a program did it.
    pub is_machine: bool,
    /// What happened.
    pub title: String,
    /// Who did it; empty where the title says it.
    pub who: String,
    /// When; nothing: it is still to come.
    pub at: Option<Timestamp>,
    /// More about it, a paragraph each.
    pub lines: Vec<String>,
    /// Whether the lines are somebody's own words.
    pub is_quote: bool,
    /// What can be done about it.
    pub commands: Vec<Command>,
}

/// A process with its stages.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Its name.
    pub name: String,
    /// How long it has been active, or how it ended.
    pub note: String,
    /// In order.
    pub stages: Vec<Stage>,
}

/// A stage of a process.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub note: String,
    /// The page of its row; empty: none yet.
    pub href: String,
    /// Where the process is.
    pub step: Step,
}

/// Where a process is, seen from one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// To come.
    Next,
}

impl Step {
    /// Whether the process is here.
    #[must_use]
    pub fn is_now(self) -> bool {
        self == Self::Now
    }

    /// Whether it is behind.
    #[must_use]
    pub fn is_done(self) -> bool {
        self == Self::Done
    }
}

impl std::fmt::Display for Step {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Next => "next",
        })
    }
}
