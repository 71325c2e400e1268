//! A solution package: one readable folder with everything that an installation needs.

use std::path::Path;

use semver::Version;
use serde::Deserialize;

use super::parts::{Check, NewColumn, NewColumnKind, NewKey, NewView, Words};
use super::variables::Variables;
use crate::maps::{MapError, Solution};

/// The document that says what the package is.
pub const MANIFEST: &str = "solution.toml";
/// Largest document, in bytes, and most documents of a package.
const DOCUMENT_BYTES_MAX: u64 = 200_000;
const DOCUMENTS_MAX: usize = 100;

/// What the manifest says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    name: String,
    title: String,
    publisher: String,
    version: Version,
    #[serde(default)]
    keywords: Vec<String>,
    needs: Version,
    description: Words,
    #[serde(default, rename = "column")]
    columns: Vec<NewColumn>,
    #[serde(default, rename = "key")]
    keys: Vec<NewKey>,
    #[serde(default, rename = "view")]
    views: Vec<NewView>,
    #[serde(default, rename = "check")]
    checks: Vec<Check>,
}

/// A package, read and checked.
#[derive(Clone, Debug)]
pub struct Package {
    manifest: Manifest,
    solution: Solution,
    documents: Documents,
}

/// The documents of a package: name in its folder, and text.
pub type Documents = Vec<(String, String)>;

impl Package {
    /// Reads a package's documents.
    ///
    /// # Errors
    /// [`MapError`], naming document, key and remedy.
    pub fn read(documents: Documents) -> Result<Self, MapError> {
        let invalid =
            |key: &str, remedy: String| MapError::Invalid { file: MANIFEST.into(), key: key.into(), remedy };
        let manifest = documents.iter().find(|(name, _)| name == MANIFEST);
        let Some((_, text)) = manifest else {
            return Err(invalid("name", "a package needs this document: add it".into()));
        };
        let manifest: Manifest = toml::from_str(text)
            .map_err(|error| MapError::Syntax { file: MANIFEST.into(), message: error.to_string() })?;
        let maps: Vec<(&str, &str)> = documents
            .iter()
            .filter(|(name, _)| name.starts_with("maps/"))
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let solution = Solution::read(&maps)?;
        check(&manifest).map_err(|(key, remedy)| invalid(&key, remedy))?;
        Ok(Self { manifest, solution, documents })
    }

    /// Reads the package in a folder: its manifest, and the documents in `maps/`.
    ///
    /// # Errors
    /// [`MapError`], also for a folder that cannot be read.
    pub fn read_folder(folder: &Path) -> Result<Self, MapError> {
        let unreadable = |file: &Path, error: std::io::Error| MapError::Syntax {
            file: file.display().to_string(),
            message: format!("it cannot be read: {error}"),
        };
        let read = |name: String, file: &Path| {
            let size = std::fs::metadata(file).map_err(|error| unreadable(file, error))?.len();
            if size > DOCUMENT_BYTES_MAX {
                let message = format!("it is longer than {DOCUMENT_BYTES_MAX} bytes: divide it");
                return Err(MapError::Syntax { file: name, message });
            }
            let text = std::fs::read_to_string(file).map_err(|error| unreadable(file, error))?;
            Ok((name, text))
        };
        let mut documents = vec![read(MANIFEST.into(), &folder.join(MANIFEST))?];
        let maps = folder.join("maps");
        let entries = std::fs::read_dir(&maps).map_err(|error| unreadable(&maps, error))?;
        let mut files: Vec<std::path::PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
        files.sort();
        if files.len() > DOCUMENTS_MAX {
            let message = format!("it has more than {DOCUMENTS_MAX} documents");
            return Err(MapError::Syntax { file: maps.display().to_string(), message });
        }
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            documents.push(read(format!("maps/{name}"), &file)?);
        }
        Self::read(documents)
    }

    /// Its name: what commands call it, and its address.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.manifest.name
    }

    /// What people call it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.manifest.title
    }

    /// Who made it.
    #[must_use]
    pub fn publisher(&self) -> &str {
        &self.manifest.publisher
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> &Version {
        &self.manifest.version
    }

    /// What it does.
    #[must_use]
    pub fn description(&self) -> &Words {
        &self.manifest.description
    }

    /// Columns that it adds.
    #[must_use]
    pub fn columns(&self) -> &[NewColumn] {
        &self.manifest.columns
    }

    /// Keys that it adds.
    #[must_use]
    pub fn keys(&self) -> &[NewKey] {
        &self.manifest.keys
    }

    /// Views that it adds.
    #[must_use]
    pub fn views(&self) -> &[NewView] {
        &self.manifest.views
    }

    /// What has to be right.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.manifest.checks
    }

    /// Its maps and decisions.
    #[must_use]
    pub fn solution(&self) -> &Solution {
        &self.solution
    }

    /// All of it as it was read.
    #[must_use]
    pub fn documents(&self) -> &Documents {
        &self.documents
    }

    /// Whether a search for `words` finds it.
    #[must_use]
    pub fn is_found_by(&self, words: &str, language: &str) -> bool {
        let manifest = &self.manifest;
        let texts = [&manifest.name, &manifest.title, &manifest.publisher];
        let texts = texts.into_iter().chain(&manifest.keywords).map(String::as_str);
        let all: Vec<&str> = texts.chain([manifest.description.of(language)]).collect();
        let all = all.join(" ").to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

/// What is wrong: key and remedy.
fn check(manifest: &Manifest) -> Result<(), (String, String)> {
    let plain = |name: &str| {
        !name.is_empty()
            && name.len() <= 60
            && name
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
    };
    if !plain(&manifest.name) {
        return Err(("name".into(), "use small letters, digits and hyphens, at most 60".into()));
    }
    let own = Version::parse(env!("CARGO_PKG_VERSION")).unwrap_or(Version::new(0, 0, 0));
    if manifest.needs > own {
        let remedy = format!("it needs Tandem {}, and this is {own}: update Tandem first", manifest.needs);
        return Err(("needs".into(), remedy));
    }
    for column in &manifest.columns {
        let key = |part: &str| format!("column {}.{}.{part}", column.table, column.name);
        match column.kind {
            NewColumnKind::Text if !column.length.is_some_and(|length| (1..=4_000).contains(&length)) => {
                return Err((key("length"), "give a length of 1 to 4000".into()));
            }
            NewColumnKind::Choice if column.options.is_empty() => {
                return Err((key("options"), "give at least one option".into()));
            }
            _ => {}
        }
        if column.schema.to_lowercase() != column.name {
            return Err((key("schema"), "it is the name with capital letters: make them alike".into()));
        }
    }
    let known = Variables::default();
    for check in &manifest.checks {
        known.check(&check.path).map_err(|remedy| (format!("check {}.path", check.name), remedy))?;
        if check.title.of("en-US").is_empty() || check.remedy.of("en-US").is_empty() {
            return Err((format!("check {}", check.name), "give title and remedy in en-US".into()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solutions::gallery;

    #[test]
    fn the_commerce_package_is_valid_and_found() {
        let package = gallery::embedded().unwrap().remove(0);
        assert_eq!((package.name(), package.columns().len(), package.keys().len()), ("commerce", 6, 4));
        assert!(package.is_found_by("commerce lead", "en-US"));
        assert!(package.is_found_by("клиентами", "ru-RU"));
        assert!(!package.is_found_by("payroll", "en-US"));
        for words in package.checks().iter().flat_map(|check| [&check.title, &check.remedy]) {
            assert_eq!(words.languages(), 6, "{words:?}");
        }
    }

    #[test]
    fn every_column_that_maps_write_is_added_or_known() {
        let package = gallery::embedded().unwrap().remove(0);
        let added: Vec<&str> = package.columns().iter().map(|column| column.name.as_str()).collect();
        let mapped = package.solution().maps().iter().flat_map(|map| &map.columns);
        let ours =
            mapped.filter_map(|column| column.sales.as_deref()).filter(|name| name.starts_with("tandem_"));
        for name in ours {
            assert!(added.contains(&name), "{name} is in a map and not in {MANIFEST}");
        }
    }

    fn complaint(change: impl Fn(&str) -> String) -> String {
        let mut documents = gallery::embedded().unwrap().remove(0).documents().clone();
        let manifest = documents.iter_mut().find(|(name, _)| name == MANIFEST).unwrap();
        manifest.1 = change(&manifest.1);
        Package::read(documents).unwrap_err().to_string()
    }

    #[test]
    fn errors_name_document_key_and_remedy() {
        for (from, to, words) in [
            ("needs = \"0.1.0\"", "needs = \"99.0.0\"", ["solution.toml: needs", "update Tandem"]),
            ("name = \"commerce\"", "name = \"Com merce\"", ["solution.toml: name", "small letters"]),
            ("length = 20", "length = 0", ["lead.tandem_b2bprospectid.length", "1 to 4000"]),
            ("tandem_B2BProspectId", "tandem_Other", ["schema", "alike"]),
            ("{$company} DW'\"", "{$compny} DW'\"", ["check owning-team.path", "{$compny}"]),
            ("publisher", "publishr", ["solution.toml", "unknown field"]),
        ] {
            let message = complaint(|text| text.replacen(from, to, 1));
            for word in words {
                assert!(message.contains(word), "{message:?} lacks {word:?}");
            }
        }
    }
}
