//! What the store says, in each of its languages: Fluent files in `words/`, part of the program.
//!
//! What is wrong with a request is a [`Word`], because programs are told its key: those have an
//! underscore in the files. Everything else is said by pages.

use std::sync::LazyLock;

use shell::{Books, Language};

macro_rules! words {
    ($($word:ident = $key:literal,)*) => {
        /// One thing that the store says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word { $($word,)* }

        impl Word {
            /// All of them.
            #[cfg(test)]
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// Its key in the files.
            pub fn key(self) -> &'static str {
                match self { $(Self::$word => $key,)* }
            }
        }
    };
}

words! {
    Required = "required",
    TooLong = "too_long",
    InvalidCharacter = "invalid_character",
    MustBeText = "must_be_text",
    MustBeWholeNumber = "must_be_whole_number",
    MustBeObject = "must_be_object",
    MustBeTrue = "must_be_true",
    RequestMustBeObject = "request_must_be_object",
    UnknownField = "unknown_field",
    OutOfRange = "out_of_range",
    NotAccepted = "not_accepted",
    InvalidEmail = "invalid_email",
    InvalidPhone = "invalid_phone",
    InvalidWebsite = "invalid_website",
    InvalidLanguage = "invalid_language",
    InvalidCountry = "invalid_country",
    RequiredPostalCode = "required_postal_code",
    RequiredState = "required_state",
    InvalidPostalCode = "invalid_postal_code",
    InvalidTaxId = "invalid_tax_id",
    InvalidCheckDigit = "invalid_check_digit",
    InvalidKey = "invalid_key",
    KeyReused = "key_reused",
    FieldsNeedAttention = "fields_need_attention",
    TooManyRequests = "too_many_requests",
    TooLarge = "too_large",
    Unreadable = "unreadable",
    InvalidJson = "invalid_json",
    NotJson = "not_json",
    UnknownLink = "unknown_link",
    RequestsClosed = "requests_closed",
    Busy = "busy",
    Failed = "failed",
}

impl Word {
    /// What programs see: one code where people are told the same in several ways.
    pub fn code(self) -> &'static str {
        match self {
            Self::MustBeText
            | Self::MustBeWholeNumber
            | Self::MustBeObject
            | Self::MustBeTrue
            | Self::RequestMustBeObject => "wrong_type",
            Self::RequiredPostalCode | Self::RequiredState => "required",
            other => other.key(),
        }
    }

    /// This word with what stands in its gaps.
    pub fn with<const N: usize>(self, gaps: [(&'static str, String); N]) -> Phrase {
        Phrase { word: self, gaps: gaps.into() }
    }
}

/// A word with what stands in its gaps: to be said in whatever language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    word: Word,
    gaps: Vec<(&'static str, String)>,
}

impl From<Word> for Phrase {
    fn from(word: Word) -> Self {
        word.with([])
    }
}

impl Phrase {
    /// What programs see of it.
    pub fn code(&self) -> &'static str {
        self.word.code()
    }

    /// The phrase in this language; its bare key where a file lacks it, which a test rules out.
    pub fn say(&self, language: Language) -> String {
        let gaps: Vec<(&str, &str)> = self.gaps.iter().map(|(name, text)| (*name, text.as_str())).collect();
        BOOKS.say(language, self.word.key(), &gaps)
    }
}

/// Everything that the store says, with what all pages say.
pub static BOOKS: LazyLock<Books> = LazyLock::new(|| Books::new(file));

fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../words/en-US.ftl"),
        Language::Portuguese => include_str!("../words/pt-BR.ftl"),
        Language::Spanish => include_str!("../words/es-ES.ftl"),
        Language::Polish => include_str!("../words/pl-PL.ftl"),
        Language::Italian => include_str!("../words/it-IT.ftl"),
        Language::Russian => include_str!("../words/ru-RU.ftl"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_language_lacks_a_word_or_keeps_one_that_nobody_says() {
        shell::testing::check_words(env!("CARGO_MANIFEST_DIR"), &[]);
        for language in Language::ALL {
            for word in Word::ALL {
                assert_ne!(Phrase::from(*word).say(language), word.key(), "{language:?}");
            }
        }
    }

    #[test]
    fn a_phrase_is_said_in_each_language_with_its_gaps_as_plain_text() {
        let phrase = Word::TooLong.with([("length", "51".into()), ("max", "{ $length }<b>".into())]);
        for language in Language::ALL {
            let said = phrase.say(language);
            assert!(said.contains("51") && said.contains("{ $length }<b>"), "{said}");
        }
        assert_eq!(Phrase::from(Word::Required).say(Language::Polish), "To pole jest wymagane.");
    }
}
