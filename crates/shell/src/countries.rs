//! What countries are called in each language, in its alphabet's order. The names are those of
//! Unicode's CLDR (Unicode License v3), written once with `Intl.DisplayNames` and `Intl.Collator`.

use crate::form::Options;
use crate::{Language, Voice};

/// Code (ISO 3166-1 alpha-2) and name of each country, as a list shows them.
pub fn names(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    file(language).lines().filter_map(|line| line.split_once(' '))
}

/// The name of the country with this code; what is no code stays as it is.
#[must_use]
pub fn name(voice: &Voice, code: &str) -> String {
    let known = names(voice.language).find(|(known, _)| known.eq_ignore_ascii_case(code));
    known.map_or(code, |(_, name)| name).to_owned()
}

/// All of them, for a field.
#[must_use]
pub fn options(voice: &Voice) -> Options {
    names(voice.language).map(|(code, name)| (code.into(), name.into())).collect()
}

fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("countries/names/en-US.txt"),
        Language::Portuguese => include_str!("countries/names/pt-BR.txt"),
        Language::Spanish => include_str!("countries/names/es-ES.txt"),
        Language::Polish => include_str!("countries/names/pl-PL.txt"),
        Language::Italian => include_str!("countries/names/it-IT.txt"),
        Language::Russian => include_str!("countries/names/ru-RU.txt"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        let codes = |language| {
            let mut codes: Vec<&str> = names(language).map(|(code, _)| code).collect();
            codes.sort_unstable();
            codes
        };
        for language in Language::ALL {
            assert_eq!(codes(language), codes(Language::English), "{language:?}");
            assert!(
                names(language).all(|(code, name)| code.len() == 2 && name.chars().count() > 2),
                "{language:?}"
            );
        }
        assert!(names(Language::Italian).any(|country| country == ("PL", "Polonia")));
    }
}
