//! The form of a user: what is asked for, how it is read, how it is drawn.

use askama::Template;
use channel::customers::MemberRole;
use serde_json::{Value, json};
use shell::form::Sent;
use shell::{Shown, Voice};
use tables::Money;
use tables::value::MONEY_SCALE;

use super::role_word;
use crate::pages::{Field, Frame, Kind, Visitor};
use crate::problem::Fault;

/// Most that a user may be let spend at a time, in whole units.
const LIMIT_MAX: i64 = 1_000_000_000;
const ROLES: [(&str, MemberRole); 2] = [("User", MemberRole::User), ("Admin", MemberRole::Admin)];

#[derive(Template)]
#[template(path = "user_form.html")]
struct Page {
    frame: Frame,
    /// Where the form goes.
    action: String,
    /// The one verb.
    verb: String,
    fields: Vec<Field>,
    /// What is to be known beforehand; empty: nothing.
    note: String,
    /// Why it was not taken; empty: it was not sent yet.
    error: String,
}

/// What is wrong: field and words.
pub(super) type Faults = Vec<(&'static str, String)>;

/// The form as it is to be shown.
pub(super) struct UserForm<'a> {
    pub title: String,
    pub action: String,
    pub verb: String,
    pub note: String,
    /// What is asked for.
    pub fields: &'a [&'static str],
    /// How the user stands; `None`: it is none yet.
    pub stored: Option<&'a Sent>,
    /// What stands in the fields.
    pub typed: &'a Sent,
    pub faults: Faults,
    /// Why it was not taken; empty: it was not sent yet.
    pub error: String,
}

impl UserForm<'_> {
    pub(super) fn show(self, visitor: &Visitor) -> Shown {
        let fields = self.fields.iter().map(|name| self.field(visitor, name)).collect();
        let is_first = self.error.is_empty();
        let frame = visitor.frame(self.title);
        let (action, verb, note, error) = (self.action, self.verb, self.note, self.error);
        let page = Page { frame, action, verb, fields, note, error };
        if is_first { visitor.show(&page) } else { visitor.show_again(&page) }
    }

    fn field(&self, voice: &Voice, name: &'static str) -> Field {
        let was = self.stored.map(|stored| stored.get(name).to_owned());
        // What nobody touched follows what is stored now.
        let typed = match self.stored {
            Some(stored) => touched(stored, self.typed, name),
            None => self.typed.find(name),
        };
        let value = typed.map(str::to_owned).or_else(|| was.clone()).unwrap_or_default();
        let error = self.faults.iter().find(|(of, _)| *of == name).map(|(_, words)| words.clone());
        let field = |label: &str, length_max| Field {
            name,
            label: voice.say(label),
            value: value.clone(),
            was: was.clone(),
            error: error.clone().unwrap_or_default(),
            required: true,
            length_max,
            ..Field::default()
        };
        match name {
            "firstName" => field("first-name", 50),
            "lastName" => field("last-name", 50),
            "email" => Field {
                kind: Kind::Email,
                wide: true,
                hint: voice.say("user-email-hint"),
                ..field("email", 100)
            },
            "role" => Field {
                kind: Kind::Choice,
                // A browser would show the first role in place of one that there is not.
                value: if role_of(&value).is_some() { value.clone() } else { String::new() },
                options: ROLES.map(|(value, role)| (value.to_owned(), role_word(voice, role))).into(),
                hint: voice.say("role-hint"),
                ..field("role", 5)
            },
            _ => Field {
                kind: Kind::Number,
                required: false,
                hint: voice.say("spending-limit-hint"),
                ..field("spending-limit", 20)
            },
        }
    }
}

/// What somebody typed over what the form showed, where that is not what is stored anyway.
pub(super) fn touched<'a>(stored: &Sent, typed: &'a Sent, name: &str) -> Option<&'a str> {
    let now = stored.get(name);
    let text = typed.find(name)?.trim();
    (text != was(stored, typed, name) && text != now).then_some(text)
}

/// What the form showed.
pub(super) fn was<'a>(stored: &'a Sent, typed: &'a Sent, name: &str) -> &'a str {
    typed.find(&format!("was.{name}")).map_or_else(|| stored.get(name), str::trim)
}

/// The role by the value of its option.
pub(super) fn role_of(value: &str) -> Option<MemberRole> {
    ROLES.iter().find(|(name, _)| *name == value).map(|(_, role)| *role)
}

/// The value of the role's option.
pub(super) fn role_value(role: MemberRole) -> &'static str {
    if role == MemberRole::Admin { "Admin" } else { "User" }
}

/// The role that was chosen, or what is wrong with the choice.
pub(super) fn read_role(voice: &Voice, typed: &Sent) -> Result<MemberRole, String> {
    role_of(typed.get("role")).ok_or_else(|| voice.say("wrong-role"))
}

/// The spending limit as typed, or what is wrong with it.
pub(super) fn read_limit(voice: &Voice, text: &str) -> Result<Option<Money>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let units = voice.read_scaled(text, MONEY_SCALE);
    let limit = units.filter(|units| (0..=Money::whole(LIMIT_MAX).0).contains(units)).map(Money);
    let example = || voice.amount(Money::whole(500));
    limit.map(Some).ok_or_else(|| voice.say_with("wrong-spending-limit", "example", example()))
}

/// What the JSON of a person would be.
pub(super) fn person<'a>(text: impl Fn(&str) -> &'a str) -> Value {
    json!({"firstName": text("firstName"), "lastName": text("lastName"), "email": text("email")})
}

/// What is wrong with the person, in words.
pub(super) fn person_faults(voice: &Voice, faults: Vec<Fault>) -> Faults {
    let known = ["firstName", "lastName", "email"];
    let named = faults.into_iter().filter_map(|fault| {
        let name = known.into_iter().find(|name| *name == fault.field)?;
        Some((name, fault.phrase.say(voice.language)))
    });
    named.collect()
}
