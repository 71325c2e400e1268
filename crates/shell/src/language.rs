//! The languages that Tandem speaks, and which one an answer is in.

use axum::http::{HeaderMap, header};

/// Most languages that are read of one `Accept-Language`.
const CHOICES_MAX: usize = 20;

/// A language that Tandem speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Spoken where nobody asks for another one.
    #[default]
    English,
    /// Of Brazil.
    Portuguese,
    /// Of Spain.
    Spanish,
    /// Of Poland.
    Polish,
    /// Of Italy.
    Italian,
    /// Of Russia.
    Russian,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::English, Self::Portuguese, Self::Spanish, Self::Polish, Self::Italian, Self::Russian];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Portuguese => "pt-BR",
            Self::Spanish => "es-ES",
            Self::Polish => "pl-PL",
            Self::Italian => "it-IT",
            Self::Russian => "ru-RU",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Portuguese => "Português (Brasil)",
            Self::Spanish => "Español",
            Self::Polish => "Polski",
            Self::Italian => "Italiano",
            Self::Russian => "Русский",
        }
    }

    /// The one that this tag names: `pl` and `pl-Latn` are Polish to us.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().trim().to_ascii_lowercase();
        let wanted = primary(tag);
        Self::ALL.into_iter().find(|language| primary(language.tag()) == wanted)
    }

    /// The one that `Accept-Language` likes best among ours.
    pub fn of_headers(headers: &HeaderMap) -> Option<Self> {
        let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        let mut best: Option<(Self, f32)> = None;
        for choice in accepted.split(',').take(CHOICES_MAX) {
            let (tag, parameters) = choice.split_once(';').unwrap_or((choice, ""));
            let weight = parameters.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse).unwrap_or(0.0);
            let Some(language) = Self::of_tag(tag) else { continue };
            if weight > best.map_or(0.0, |(_, weight)| weight) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_language_of_ours_is_taken() {
        for (accepted, expected) in [
            ("pl", Some(Language::Polish)),
            ("de, pl;q=0.4, it-CH;q=0.8", Some(Language::Italian)),
            ("PT-pt", Some(Language::Portuguese)),
            ("ru;q=0, es", Some(Language::Spanish)),
            ("ru;q=0", None),
            ("es;q=x", None),
            ("en;q=NaN", None),
            ("*", None),
            ("de,fr", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, accepted.parse().unwrap());
            assert_eq!(Language::of_headers(&headers), expected, "{accepted}");
        }
        assert_eq!(Language::of_headers(&HeaderMap::new()), None);
    }
}
