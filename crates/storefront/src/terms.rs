//! Terms of the request: the store's own texts, or those that come with the program, and the version
//! that a sender agreed to.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use sha2::{Digest as _, Sha256};
use shell::{Language, Voice};

use crate::words::BOOKS;

/// Most that a file of terms may hold, in bytes.
pub const TERMS_BYTES_MAX: usize = 256 * 1024;

/// Letters of a version: 48 bits, enough to tell the texts of one store apart.
const VERSION_LENGTH: usize = 12;

/// Headings and paragraphs of the terms that come with the program.
const BUILT_IN: [(&str, &str); 3] = [
    ("terms-request-title", "terms-request-text"),
    ("terms-data-title", "terms-data-text"),
    ("terms-account-title", "terms-account-text"),
];

/// The store's own terms by language, as they stand in their files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms(HashMap<Language, String>);

/// Why terms cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TermsError {
    /// The folder or a file.
    #[error("The terms in {} cannot be read: {error}.", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A file that nobody would be shown.
    #[error("{} is in no language of the store. Call it one of: {}.", path.display(), names())]
    UnknownLanguage {
        /// Which.
        path: PathBuf,
    },
    /// A file that says nothing, or too much.
    #[error("{} has to hold text of at most {} kB.", path.display(), TERMS_BYTES_MAX / 1024)]
    Unfit {
        /// Which.
        path: PathBuf,
    },
    /// No text for those whose language has none.
    #[error("{} has no {}.txt. It is shown in every language that has no file of its own.",
        folder.display(), Language::default().tag())]
    NoDefault {
        /// Where.
        folder: PathBuf,
    },
}

fn names() -> String {
    Language::ALL.map(|language| format!("{}.txt", language.tag())).join(", ")
}

impl Terms {
    /// Reads every `<language>.txt` of a folder; other files are not looked at.
    ///
    /// # Errors
    /// [`TermsError`].
    pub fn read(folder: &Path) -> Result<Self, TermsError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |error| TermsError::Unreadable { path, error }
        };
        let mut texts = HashMap::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
            let path = entry.map_err(unreadable(folder))?.path();
            if path.extension().is_none_or(|extension| extension != "txt") {
                continue;
            }
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == name) else {
                return Err(TermsError::UnknownLanguage { path });
            };
            let text = std::fs::read_to_string(&path).map_err(unreadable(&path))?;
            if text.trim().is_empty() || text.len() > TERMS_BYTES_MAX {
                return Err(TermsError::Unfit { path });
            }
            texts.insert(language, text);
        }
        match texts.contains_key(&Language::default()) {
            true => Ok(Self(texts)),
            false => Err(TermsError::NoDefault { folder: folder.to_owned() }),
        }
    }
}

/// The terms as somebody reads them.
pub(crate) struct Shown {
    /// What they are written in.
    pub language: Language,
    /// In order.
    pub parts: Vec<Part>,
    /// Which text it is: the beginning of its SHA-256, of the file's where there is one.
    pub version: String,
}

/// A part of the terms.
pub(crate) enum Part {
    Heading(String),
    Paragraph(String),
}

/// The terms of this store for a reader of this language.
pub(crate) fn shown(own: Option<&Terms>, language: Language, store: &str) -> Shown {
    let Some(Terms(texts)) = own else { return built_in(language, store) };
    let found = texts.get_key_value(&language).or_else(|| texts.get_key_value(&Language::default()));
    let (language, text) = found.map_or((language, ""), |(language, text)| (*language, text));
    Shown { language, parts: paragraphs(text), version: version(text) }
}

/// What blank lines part.
fn paragraphs(text: &str) -> Vec<Part> {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| Part::Paragraph(lines.join("\n"))).collect()
}

fn built_in(language: Language, store: &str) -> Shown {
    let voice = Voice::new(&BOOKS, language, TimeZone::UTC);
    let mut parts = vec![Part::Paragraph(voice.say_with("terms-intro", "store", store))];
    for (title, text) in BUILT_IN {
        parts.push(Part::Heading(voice.say(title)));
        parts.push(Part::Paragraph(voice.say(text)));
    }
    let texts = parts.iter().map(|part| match part {
        Part::Heading(text) | Part::Paragraph(text) => text.as_str(),
    });
    let version = version(&texts.collect::<Vec<_>>().join("\n\n"));
    Shown { language, parts, version }
}

fn version(text: &str) -> String {
    let digits: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
    digits.chars().take(VERSION_LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::TempDir::new().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn a_languages_own_text_is_shown_else_the_default() {
        let polish = "Warunki\n\nPierwszy wiersz\ndrugi wiersz\n\n\n\nKoniec";
        let folder = folder(&[("en-US.txt", "\u{feff}Be fair.\r\n"), ("pl-PL.txt", polish), ("README", "x")]);
        let terms = Terms::read(folder.path()).unwrap();
        let shown = |language| shown(Some(&terms), language, "Store");
        let texts = |shown: &Shown| {
            let text = |part: &Part| match part {
                Part::Heading(text) | Part::Paragraph(text) => text.clone(),
            };
            shown.parts.iter().map(text).collect::<Vec<_>>()
        };
        let polish = shown(Language::Polish);
        assert_eq!(texts(&polish), ["Warunki", "Pierwszy wiersz\ndrugi wiersz", "Koniec"]);
        let russian = shown(Language::Russian);
        assert_eq!((russian.language, texts(&russian)), (Language::default(), vec!["Be fair.".to_owned()]));
        assert_ne!(polish.version, russian.version);
        assert_eq!(russian.version, shown(Language::default()).version);
    }

    #[test]
    fn a_version_is_the_beginning_of_the_files_sha_256() {
        let folder = folder(&[("en-US.txt", "abc")]);
        let terms = Terms::read(folder.path()).unwrap();
        assert_eq!(shown(Some(&terms), Language::default(), "").version, "ba7816bf8f01");
    }

    #[test]
    fn the_programs_own_terms_have_a_version_in_each_language_and_store() {
        let version = |language, store| shown(None, language, store).version;
        let mut versions: Vec<String> = Language::ALL.map(|language| version(language, "Alder")).to_vec();
        versions.push(version(Language::default(), "Finch"));
        versions.sort();
        versions.dedup();
        assert_eq!(versions.len(), Language::ALL.len() + 1);
        assert_eq!(shown(None, Language::Polish, "Alder").parts.len(), 7);
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let long = "x".repeat(TERMS_BYTES_MAX);
        assert!(Terms::read(folder(&[("en-US.txt", &long)]).path()).is_ok());
        for (files, expected) in [
            (&[("pl-PL.txt", "x")][..], "has no en-US.txt"),
            (&[("en-US.txt", " \n")], "en-US.txt has to hold text of at most 256 kB"),
            (&[("en-US.txt", &format!("{long}x"))], "en-US.txt has to hold text"),
            (&[("de-DE.txt", "x")], "de-DE.txt is in no language of the store. Call it one of: en-US.txt, "),
        ] {
            let error = Terms::read(folder(files).path()).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        let folder = folder(&[]);
        std::fs::write(folder.path().join("en-US.txt"), [0xff, 0xfe]).unwrap();
        assert!(Terms::read(folder.path()).unwrap_err().to_string().contains("en-US.txt cannot be read"));
        let missing = Terms::read(&folder.path().join("none")).unwrap_err().to_string();
        assert!(missing.contains("none cannot be read"), "{missing}");
    }
}
