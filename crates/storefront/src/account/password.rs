//! What a new password has to be, in the reader's words.

use platform::credentials::{PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, PasswordFault, check_password};
use shell::Voice;

use crate::pages::{Field, Kind};

/// Why the person with this address cannot choose this password.
pub fn fault(voice: &Voice, email: &str, password: &str) -> Option<String> {
    match check_password(password, email) {
        Ok(()) => None,
        Err(PasswordFault::TooShort) => {
            Some(voice.say_with("password-too-short", "min", PASSWORD_LENGTH_MIN))
        }
        Err(PasswordFault::TooLong) => Some(voice.say_with("password-too-long", "max", PASSWORD_LENGTH_MAX)),
        Err(PasswordFault::TooSimple) => Some(voice.say("password-too-simple")),
    }
}

/// The field for a new password.
pub fn new_field(voice: &Voice, error: Option<String>) -> Field {
    Field {
        name: "password",
        label: voice.say("new-password"),
        kind: Kind::Password,
        hint: voice.say_with("password-rule", "min", PASSWORD_LENGTH_MIN),
        error: error.unwrap_or_default(),
        required: true,
        wide: true,
        autocomplete: "new-password",
        length_max: PASSWORD_LENGTH_MAX,
        ..Field::default()
    }
}
