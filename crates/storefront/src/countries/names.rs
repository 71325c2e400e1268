//! What countries are called in each language, in its alphabet's order. The names are those of
//! Unicode's CLDR (Unicode License v3), written once with `Intl.DisplayNames` and `Intl.Collator`.

use shell::Language;

use super::Country;

/// Code and name of each country, as a list shows them.
pub fn names(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    file(language).lines().filter_map(|line| line.split_once(' '))
}

/// The country in which most people speak this language as we do: a first guess.
#[must_use]
pub fn guess(language: Language) -> &'static str {
    language.tag().rsplit('-').next().unwrap_or_default()
}

impl Country {
    /// Its name.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        names(language).find(|(code, _)| *code == self.code).map_or(self.code, |(_, name)| name)
    }
}

fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("names/en-US.txt"),
        Language::Portuguese => include_str!("names/pt-BR.txt"),
        Language::Spanish => include_str!("names/es-ES.txt"),
        Language::Polish => include_str!("names/pl-PL.txt"),
        Language::Italian => include_str!("names/it-IT.txt"),
        Language::Russian => include_str!("names/ru-RU.txt"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::countries;
    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for language in Language::ALL {
            assert_eq!(names(language).count(), countries().len(), "{language:?}");
            for country in countries() {
                assert!(country.name(language).chars().count() > 2, "{language:?} {}", country.code);
            }
            assert!(Country::of_code(guess(language)).is_some());
        }
        assert_eq!(Country::of_code("PL").map(|country| country.name(Language::Italian)), Some("Polonia"));
    }
}
