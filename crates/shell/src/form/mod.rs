//! Forms drawn from a table's definition: what a field looks like, what may be typed and what is
//! wrong with it follow from the column. A page declares sections and fields only.

mod draw;
mod filled;
mod lookup;
mod read;
mod save;
mod sent;

pub use draw::FormView;
pub use filled::Filled;
pub(crate) use lookup::options as lookup_options;
pub use save::Taken;
pub use sent::Sent;

use uuid::Uuid;

use crate::Voice;

/// Options as value and label.
pub type Options = Vec<(String, String)>;

/// A form as a page declares it.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Logical name of the table.
    pub table: &'static str,
    /// Its sections, a card each.
    pub sections: &'static [FormSection],
    /// The page of a row that a field points at, by table and id.
    pub page_of: fn(&str, Uuid) -> Option<String>,
}

/// A card of fields.
#[derive(Clone, Copy, Debug)]
pub struct FormSection {
    /// Key of its title.
    pub title: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// A field: one column.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Name of the column.
    pub name: &'static str,
    /// `type` of the input, where the column's own is not enough: `email`, `tel`, `url`.
    pub kind: &'static str,
    /// Shown, but changed elsewhere.
    pub fixed: bool,
    /// Of a lookup to several tables: the one that is chosen from here.
    pub target: &'static str,
    /// The texts that a text column may have.
    pub options: Option<fn(&Voice) -> Options>,
}

impl Field {
    /// The column called `name`.
    #[must_use]
    pub const fn of(name: &'static str) -> Self {
        Self { name, kind: "text", fixed: false, target: "", options: None }
    }

    /// An e-mail address.
    #[must_use]
    pub const fn email(name: &'static str) -> Self {
        Self { kind: "email", ..Self::of(name) }
    }

    /// A phone number.
    #[must_use]
    pub const fn phone(name: &'static str) -> Self {
        Self { kind: "tel", ..Self::of(name) }
    }

    /// A web address.
    #[must_use]
    pub const fn url(name: &'static str) -> Self {
        Self { kind: "url", ..Self::of(name) }
    }

    /// The same, for a lookup to several tables: chosen from this one.
    #[must_use]
    pub const fn to(mut self, table: &'static str) -> Self {
        self.target = table;
        self
    }

    /// One of these texts.
    #[must_use]
    pub const fn one_of(name: &'static str, options: fn(&Voice) -> Options) -> Self {
        Self { options: Some(options), ..Self::of(name) }
    }

    /// Shown, but changed elsewhere.
    #[must_use]
    pub const fn fixed(name: &'static str) -> Self {
        Self { fixed: true, ..Self::of(name) }
    }
}

/// What is wrong with a form: by column, and as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Column and words.
    pub fields: Vec<(String, String)>,
    /// Words about no column in particular.
    pub whole: Vec<String>,
}

impl Faults {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.whole.is_empty()
    }

    pub(crate) fn of(&self, column: &str) -> Option<String> {
        self.fields.iter().find(|(name, _)| name == column).map(|(_, words)| words.clone())
    }
}
