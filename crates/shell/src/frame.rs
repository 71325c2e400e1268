//! The frame around a page's content: bar, applications, navigation, commands, notice.

use std::ops::Deref;

use crate::{Person, Voice};

/// The links on an application's left.
pub type Navigation = &'static [Section];

/// A group of links.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Key of its title.
    pub title: &'static str,
    /// Its links.
    pub items: &'static [Item],
}

/// A link to a page, shown to whoever may read its table.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Key of its label.
    pub label: &'static str,
    /// Its address.
    pub path: &'static str,
    /// The icon's name.
    pub icon: &'static str,
    /// Logical name of the table that one must be able to read; empty: anyone.
    pub table: &'static str,
}

/// What a colour means: always beside a word, never alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tone {
    #[default]
    None,
    Good,
    Warn,
    Bad,
    Info,
}

impl std::fmt::Display for Tone {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::None => "none",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
        })
    }
}

impl Tone {
    /// Whether it is one at all.
    #[must_use]
    pub fn is_some(self) -> bool {
        self != Self::None
    }

    /// The icon that goes with it.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Good => "check",
            Self::Warn | Self::Bad => "alert",
            Self::None | Self::Info => "info",
        }
    }
}

/// What just happened, said once on the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Good or bad.
    pub tone: Tone,
    /// In words.
    pub text: String,
}

/// A verb on the command bar.
#[derive(Clone, Debug)]
pub struct Command {
    /// In words.
    pub label: String,
    /// The icon's name.
    pub icon: &'static str,
    /// Address of its page or form.
    pub href: String,
    /// What happens with it.
    pub act: Act,
    /// The one that the page is for.
    pub key: bool,
}

/// How a command acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Goes to a page.
    Go,
    /// Opens a page's form, in a dialog where the browser can.
    Ask,
    /// Posts at once.
    Post,
    /// Posts the grid's selected rows.
    Selected,
    /// Sends the page's form.
    Submit,
}

impl Command {
    fn new(label: String, icon: &'static str, href: impl Into<String>, act: Act) -> Self {
        Self { label, icon, href: href.into(), act, key: false }
    }

    /// Goes to a page.
    pub fn go(label: String, icon: &'static str, href: impl Into<String>) -> Self {
        Self::new(label, icon, href, Act::Go)
    }

    /// Opens a page's form, in a dialog where the browser can.
    pub fn ask(label: String, icon: &'static str, href: impl Into<String>) -> Self {
        Self::new(label, icon, href, Act::Ask)
    }

    /// Posts at once.
    pub fn post(label: String, icon: &'static str, href: impl Into<String>) -> Self {
        Self::new(label, icon, href, Act::Post)
    }

    /// Posts the grid's selected rows.
    pub fn selected(label: String, icon: &'static str, href: impl Into<String>) -> Self {
        Self::new(label, icon, href, Act::Selected)
    }

    /// Sends the page's form, whose id is `form`.
    pub fn submit(label: String, icon: &'static str) -> Self {
        Self::new(label, icon, "", Act::Submit)
    }

    /// The one that the page is for.
    #[must_use]
    pub fn key(mut self) -> Self {
        self.key = true;
        self
    }

    /// Whether it acts on the grid's selected rows.
    #[must_use]
    pub fn is_for_selected(&self) -> bool {
        self.act == Act::Selected
    }

    /// Whether it goes to a page.
    #[must_use]
    pub fn is_link(&self) -> bool {
        matches!(self.act, Act::Go | Act::Ask)
    }

    /// Whether a dialog may show its page.
    #[must_use]
    pub fn is_ask(&self) -> bool {
        self.act == Act::Ask
    }

    /// Whether it sends the page's form.
    #[must_use]
    pub fn is_submit(&self) -> bool {
        self.act == Act::Submit
    }
}

/// An application in the switcher.
#[derive(Clone, Debug)]
pub struct Tile {
    /// Its name, which is its colour too.
    pub application: &'static str,
    /// Its address.
    pub path: String,
    /// The icon's name.
    pub icon: &'static str,
}

/// A link as a page shows it.
#[derive(Clone, Debug)]
pub struct Link {
    /// In words.
    pub label: String,
    /// Where to.
    pub path: String,
    /// The icon's name.
    pub icon: &'static str,
    /// Whether one is there.
    pub current: bool,
}

/// Everything around a page's content. Templates say `frame.say("key")`.
#[derive(Clone, Debug)]
pub struct Frame {
    pub(crate) voice: Voice,
    /// What the page is about, for its tab.
    pub title: String,
    /// Its application, which is its colour too.
    pub application: &'static str,
    /// Where the application begins.
    pub home: String,
    /// Where one is.
    pub path: String,
    /// The left side: titles with links.
    pub navigation: Vec<(String, Vec<Link>)>,
    /// The other applications.
    pub tiles: Vec<Tile>,
    /// Who is here.
    pub person: Option<Person>,
    /// Where the application's search is; empty: none.
    pub search: &'static str,
    /// The company one works in; empty: none.
    pub company: String,
    /// What just happened.
    pub notice: Option<Notice>,
    /// The verbs.
    pub commands: Vec<Command>,
}

impl Deref for Frame {
    type Target = Voice;

    fn deref(&self) -> &Voice {
        &self.voice
    }
}

impl Frame {
    /// The same with these verbs.
    #[must_use]
    pub fn with(mut self, commands: Vec<Command>) -> Self {
        self.commands = commands;
        self
    }

    /// Whether some of the verbs act on selected rows.
    #[must_use]
    pub fn has_selection(&self) -> bool {
        self.commands.iter().any(Command::is_for_selected)
    }
}
