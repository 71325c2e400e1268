//! Grids: rows of one table as a list that can be searched, sorted, filtered, paged, chosen from and
//! exported. A page declares the columns; everything else follows from the table's definition.

mod ask;
mod cell;
mod columns;
mod export;
mod filter;
mod read;
mod selected;
mod view;

pub use ask::Ask;
pub use columns::{UserColumns, save as save_columns};
pub use export::EXPORT_ROWS_MAX;
pub use selected::{SELECTED_MAX, Selected};
pub use view::GridView;

use tables::{Filter, Link, Row, Sort};

use crate::Voice;
use crate::frame::{Command, Tone};

/// Rows of one page.
pub const PAGE_ROWS: u32 = 50;

/// A grid as a page declares it.
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    /// Key of its title; also what a person's choice of columns is kept by.
    pub name: &'static str,
    /// Logical name of the table.
    pub table: &'static str,
    /// Its address; a row's page is below it, by the row's id.
    pub path: &'static str,
    /// The columns that one may see, in order. Those that the table has only with a package are left out
    /// without it, here and in the search.
    pub columns: &'static [Column],
    /// Text columns that the search looks into.
    pub search: &'static [&'static str],
    /// The column that rows are sorted by at first, from the greatest down.
    pub newest_by: &'static str,
    /// Key of the words for no rows at all: what would be here.
    pub empty: &'static str,
}

/// The colour and icon of an option, by its name.
pub type ToneOf = fn(&str) -> (Tone, &'static str);

/// A column of a grid.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name in the table.
    pub name: &'static str,
    /// Its role, which also says where it stands on a phone.
    pub place: Place,
    /// 1: always there; 2, 3: leaves where it gets narrow, 3 first.
    pub priority: u8,
    /// Whether it is shown until somebody chooses otherwise.
    pub shown: bool,
    /// Colour and icon of an option.
    pub tone: Option<ToneOf>,
    /// What people call the names in a text column.
    pub words: Option<fn(&Voice, &str) -> String>,
}

/// The role of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Names the row and links to its page.
    Main,
    /// A second line on a phone.
    Sub,
    /// A chip.
    State,
    /// When.
    When,
    /// Anything else; not on a phone.
    Plain,
}

impl Column {
    const fn new(name: &'static str, place: Place) -> Self {
        Self { name, place, priority: 1, shown: true, tone: None, words: None }
    }

    /// The column that names the row.
    #[must_use]
    pub const fn main(name: &'static str) -> Self {
        Self::new(name, Place::Main)
    }

    /// The second line on a phone.
    #[must_use]
    pub const fn sub(name: &'static str) -> Self {
        Self::new(name, Place::Sub)
    }

    /// A choice with colours and icons.
    #[must_use]
    pub const fn state(name: &'static str, tone: ToneOf) -> Self {
        Self { tone: Some(tone), ..Self::new(name, Place::State) }
    }

    /// Another choice with colours and icons; not on a phone.
    #[must_use]
    pub const fn chip(name: &'static str, tone: fn(&str) -> (Tone, &'static str)) -> Self {
        Self { tone: Some(tone), ..Self::new(name, Place::Plain) }
    }

    /// When something happened.
    #[must_use]
    pub const fn when(name: &'static str) -> Self {
        Self::new(name, Place::When)
    }

    /// Any other column.
    #[must_use]
    pub const fn of(name: &'static str) -> Self {
        Self::new(name, Place::Plain)
    }

    /// The same, with the names in it said in the reader's words.
    #[must_use]
    pub const fn said(mut self, words: fn(&Voice, &str) -> String) -> Self {
        self.words = Some(words);
        self
    }

    /// Leaves where it gets narrow: 2, or 3, which leaves first.
    #[must_use]
    pub const fn minor(mut self, priority: u8) -> Self {
        self.priority = priority;
        self
    }

    /// Only there when chosen.
    #[must_use]
    pub const fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }
}

/// A view: a named filter.
#[derive(Clone, Debug)]
pub struct View {
    /// What the address says; empty for the first.
    pub id: String,
    /// In words.
    pub label: String,
    /// Its rows; nothing: all.
    pub filter: Option<Filter>,
}

/// What a page adds to its grid.
#[derive(Default)]
pub struct Page {
    /// The views, the usual one first; none: all rows under the grid's own title.
    pub views: Vec<View>,
    /// What all views have in common.
    pub filter: Option<Filter>,
    /// What the present view sorts by until somebody chooses otherwise; nothing: the newest first.
    pub order: Vec<Sort>,
    /// The columns that the present view shows until somebody chooses otherwise, in its order; those
    /// that the grid does not have are left out. Nothing: the grid's own.
    pub columns: Vec<String>,
    /// Rows of other tables that the present view's filter looks at.
    pub links: Vec<Link>,
    /// The verbs.
    pub commands: Vec<Command>,
    /// Something that has to be said above: colour, words, and a verb.
    pub note: Option<(Tone, String, Option<Command>)>,
    /// A row's page where it is not `path/<id>`.
    pub row_path: Option<fn(&Row) -> String>,
}
