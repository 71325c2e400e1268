//! What pages say, in each language: Fluent files of the application beside the shell's own.
//!
//! Keys are plain text in templates and code, `say("sign-in")`; [`crate::testing`] holds them against
//! the files, so that no language lacks a word or keeps one that nobody says.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use jiff::tz::TimeZone;

use crate::{Language, assets, format as formats};

/// One application's words in all languages.
pub struct Books(Vec<(Language, FluentBundle<FluentResource>)>);

impl Books {
    /// Reads an application's files; the shell's own words come along.
    #[must_use]
    pub fn new(file: fn(Language) -> &'static str) -> Self {
        Self(Language::ALL.into_iter().map(|language| (language, book(language, file(language)))).collect())
    }

    /// What `key` stands for; the bare key where a file lacks it, which a test rules out.
    #[must_use]
    pub fn say(&self, language: Language, key: &str, gaps: &[(&str, &str)]) -> String {
        self.find(language, key, gaps).unwrap_or_else(|| key.to_owned())
    }

    fn find(&self, language: Language, key: &str, gaps: &[(&str, &str)]) -> Option<String> {
        let (_, book) = self.0.iter().find(|(of, _)| *of == language)?;
        let pattern = book.get_message(key)?.value()?;
        let mut arguments = FluentArgs::new();
        for (name, text) in gaps {
            match text.parse::<i64>() {
                // Beyond this a number of Fluent is another one.
                Ok(number) if NUMBERS.contains(name) && number.unsigned_abs() > 1 << 53 => {
                    arguments.set(*name, formats::number(language, number));
                }
                Ok(number) if NUMBERS.contains(name) => arguments.set(*name, number),
                _ => arguments.set(*name, *text),
            }
        }
        Some(book.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }
}

/// The gaps that numbers go into: they choose the plural form and are written as the language does.
/// In any other a number stays what it is, as in a customer's account.
pub(crate) const NUMBERS: [&str; 6] = ["count", "length", "limit", "max", "min", "seconds"];

/// Numbers in gaps with the language's groups; what is no number stays.
fn write_number<const AT: usize>(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            number.value.to_string().parse().ok().map(|whole| formats::number(Language::ALL[AT], whole))
        }
        _ => None,
    }
}

fn book(language: Language, file: &str) -> FluentBundle<FluentResource> {
    let mut book = FluentBundle::new_concurrent(language.tag().parse().into_iter().collect());
    // The marks would travel into attributes and CSV, where nobody needs them.
    book.set_use_isolating(false);
    book.set_formatter(Some(match language {
        Language::English => write_number::<0>,
        Language::Portuguese => write_number::<1>,
        Language::Spanish => write_number::<2>,
        Language::Polish => write_number::<3>,
        Language::Italian => write_number::<4>,
        Language::Russian => write_number::<5>,
    }));
    for text in [shell_file(language), file] {
        let resource = FluentResource::try_new(text.to_owned());
        book.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
    }
    book
}

/// The shell's own words.
pub(crate) fn shell_file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../words/en-US.ftl"),
        Language::Portuguese => include_str!("../words/pt-BR.ftl"),
        Language::Spanish => include_str!("../words/es-ES.ftl"),
        Language::Polish => include_str!("../words/pl-PL.ftl"),
        Language::Italian => include_str!("../words/it-IT.ftl"),
        Language::Russian => include_str!("../words/ru-RU.ftl"),
    }
}

/// Words, language and time zone of one visit: how everything on a page is said.
#[derive(Clone)]
pub struct Voice {
    books: &'static Books,
    /// The language.
    pub language: Language,
    /// Where the reader's clock hangs.
    pub zone: TimeZone,
}

impl std::fmt::Debug for Voice {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Voice({:?})", self.language)
    }
}

impl Voice {
    /// A voice in this language and zone.
    #[must_use]
    pub fn new(books: &'static Books, language: Language, zone: TimeZone) -> Self {
        Self { books, language, zone }
    }

    /// What `key` stands for.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.books.say(self.language, key, &[])
    }

    /// Address of an asset.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// Address of an icon.
    #[must_use]
    pub fn icon(&self, name: &str) -> String {
        format!("{}#i-{name}", assets::address("icons.svg"))
    }

    /// The language's tag.
    #[must_use]
    pub fn language_tag(&self) -> &'static str {
        self.language.tag()
    }

    /// What `key` stands for, with one gap filled.
    #[must_use]
    pub fn say_with(&self, key: &str, name: &str, text: impl std::fmt::Display) -> String {
        self.books.say(self.language, key, &[(name, &text.to_string())])
    }

    /// What `key` stands for, with all its gaps filled.
    #[must_use]
    pub fn say_all(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        self.books.say(self.language, key, gaps)
    }

    /// What `key` stands for, where a file has it.
    #[must_use]
    pub fn try_say(&self, key: &str) -> Option<String> {
        self.books.find(self.language, key, &[])
    }

    /// What `key` stands for with one gap filled, where a file has it.
    #[must_use]
    pub fn try_say_with(&self, key: &str, name: &str, text: impl std::fmt::Display) -> Option<String> {
        self.books.find(self.language, key, &[(name, &text.to_string())])
    }

    /// The label of a column: the key `lead-companyname` for `companyname` of `lead`, or
    /// `column-companyname` for all tables that have such a column.
    #[must_use]
    pub fn column(&self, table: &str, column: &str) -> String {
        self.try_column(table, column).unwrap_or_else(|| column.to_owned())
    }

    /// The label of a column, where a file has it.
    #[must_use]
    pub fn try_column(&self, table: &str, column: &str) -> Option<String> {
        let column = column.to_ascii_lowercase().replace('_', "-");
        self.try_say(&format!("{table}-{column}")).or_else(|| self.try_say(&format!("column-{column}")))
    }

    /// The label of an option: the key `lead-statecode-Open`.
    #[must_use]
    pub fn option(&self, table: &str, column: &str, option: &str) -> String {
        let column = column.to_ascii_lowercase().replace('_', "-");
        let own = format!("{table}-{column}-{option}");
        self.try_say(&own).or_else(|| self.try_say(&format!("option-{option}"))).unwrap_or(own)
    }
}
