//! The field for a new password.

use platform::credentials::PASSWORD_LENGTH_MAX;
use shell::{Voice, passwords};

use crate::pages::{Field, Kind};

/// The field, with what is wrong with what was typed.
pub fn new_field(voice: &Voice, error: Option<String>) -> Field {
    Field {
        name: "password",
        label: voice.say("new-password"),
        kind: Kind::Password,
        hint: passwords::rule(voice),
        error: error.unwrap_or_default(),
        required: true,
        wide: true,
        autocomplete: "new-password",
        length_max: PASSWORD_LENGTH_MAX,
        ..Field::default()
    }
}
