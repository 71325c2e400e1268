//! One field of a form, as templates draw it.

/// What one types into a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A whole number or an amount.
    Number,
    /// Several lines.
    Lines,
    /// One of a list.
    Choice,
    /// A secret.
    Password,
}

/// One field of a form.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// As the JSON API names it, without what it lies in.
    pub name: &'static str,
    /// In words.
    pub label: String,
    /// What one types.
    pub kind: Kind,
    /// What was typed.
    pub value: String,
    /// What is stored, sent along so that only what was touched is written; `None`: nothing is yet.
    pub was: Option<String>,
    /// What to choose from: value and words.
    pub options: Vec<(String, String)>,
    /// Whether it has to be filled in.
    pub required: bool,
    /// Whether it takes the whole line.
    pub wide: bool,
    /// What helps to fill it in; empty: nothing.
    pub hint: String,
    /// What is wrong with it, and how to repair it; empty: nothing.
    pub error: String,
    /// What a browser may fill in.
    pub autocomplete: &'static str,
    /// Most characters.
    pub length_max: usize,
    /// Whether other fields follow what is chosen here.
    pub leads: bool,
}

impl Field {
    /// The type of its `input`.
    #[must_use]
    pub fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Email => "email",
            Kind::Phone => "tel",
            Kind::Password => "password",
            Kind::Text | Kind::Number | Kind::Lines | Kind::Choice => "text",
        }
    }

    /// Which keyboard a telephone shows.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    /// Whether it has several lines.
    #[must_use]
    pub fn is_lines(&self) -> bool {
        self.kind == Kind::Lines
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        self.kind == Kind::Choice
    }

    /// The ids of what describes it.
    #[must_use]
    pub fn described_by(&self) -> String {
        let parts = [(!self.hint.is_empty(), "hint"), (!self.error.is_empty(), "error")];
        let ids: Vec<String> = parts
            .iter()
            .filter(|(is_there, _)| *is_there)
            .map(|(_, part)| format!("{}-{part}", self.name))
            .collect();
        ids.join(" ")
    }
}
