//! The `Prefer` header: wishes, so whatever cannot be read is passed over.

use crate::limits::{PREFERENCES_MAX, TEXT_BYTES_MAX};

/// What a client would like, if it is no trouble.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    /// `return=representation` is true, `return=minimal` is false.
    pub return_representation: Option<bool>,
    /// `odata.include-annotations="*"`, without the quotes.
    pub include_annotations: Option<String>,
    /// `odata.maxpagesize=50`; a number past 32 bits is the largest one.
    pub max_page_size: Option<u32>,
    /// `odata.track-changes`
    pub track_changes: bool,
    /// `odata.continue-on-error`
    pub continue_on_error: bool,
    /// `respond-async`
    pub respond_async: bool,
}

/// Reads all `Prefer` headers of a request; the first mention of each wins.
pub fn parse_prefer<'a>(values: impl Iterator<Item = &'a str>) -> Preferences {
    let mut preferences = Preferences::default();
    let mut seen: Vec<String> = Vec::new();
    let mut taken = 0;
    for header in values.filter(|header| header.len() <= TEXT_BYTES_MAX) {
        // A bare list after include-annotations reaches to the next known name.
        let mut continues = false;
        for part in split(header, b',') {
            if taken == PREFERENCES_MAX {
                return preferences;
            }
            taken += 1;
            let (name, value) = read_part(part);
            if name.is_empty() {
                continue;
            }
            if continues && value.is_none() && !is_known(&name) {
                append_annotation(&mut preferences, part);
                continue;
            }
            continues = false;
            if seen.contains(&name) {
                continue;
            }
            continues = name == "include-annotations" && value.is_some_and(|text| !is_quoted(text));
            apply(&mut preferences, &name, value.map(unquote).unwrap_or_default());
            seen.push(name);
        }
    }
    preferences
}

fn apply(preferences: &mut Preferences, name: &str, value: &str) {
    let wanted = !value.eq_ignore_ascii_case("false");
    match name {
        "return" if value.eq_ignore_ascii_case("representation") => {
            preferences.return_representation = Some(true);
        }
        "return" if value.eq_ignore_ascii_case("minimal") => {
            preferences.return_representation = Some(false);
        }
        "include-annotations" if !value.is_empty() => {
            preferences.include_annotations = Some(value.to_owned());
        }
        "maxpagesize" => preferences.max_page_size = page_size(value),
        "track-changes" => preferences.track_changes = wanted,
        "continue-on-error" => preferences.continue_on_error = wanted,
        "respond-async" => preferences.respond_async = wanted,
        _ => {}
    }
}

fn append_annotation(preferences: &mut Preferences, part: &str) {
    if let Some(annotations) = &mut preferences.include_annotations {
        annotations.push(',');
        annotations.push_str(part.trim());
    }
}

/// A size of zero would never get anywhere, so it counts as none given.
fn page_size(value: &str) -> Option<u32> {
    let plain = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let size = plain.then(|| value.parse().unwrap_or(u32::MAX));
    size.filter(|rows| *rows > 0)
}

fn is_known(name: &str) -> bool {
    let names = ["return", "maxpagesize", "track-changes", "continue-on-error", "respond-async"];
    name == "include-annotations" || names.contains(&name)
}

/// The lower-case name without `odata.`, and the value; `;parameters` are dropped.
fn read_part(part: &str) -> (String, Option<&str>) {
    let main = split(part, b';').into_iter().next().unwrap_or_default();
    let (name, value) = match main.split_once('=') {
        Some((name, value)) => (name, Some(value.trim())),
        None => (main, None),
    };
    let name = name.trim().to_ascii_lowercase();
    let short = name.strip_prefix("odata.").map(str::to_owned);
    (short.unwrap_or(name), value)
}

fn is_quoted(value: &str) -> bool {
    value.starts_with('"')
}

fn unquote(value: &str) -> &str {
    value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value).trim()
}

/// Cuts at a separator outside double quotes.
fn split(text: &str, separator: u8) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (offset, byte) in text.bytes().enumerate() {
        if byte == b'"' {
            quoted = !quoted;
        } else if byte == separator && !quoted {
            parts.push(text.get(start..offset).unwrap_or_default());
            start = offset + 1;
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}
