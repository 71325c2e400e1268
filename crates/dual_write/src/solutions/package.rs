//! A solution package: one readable folder with everything that an installation needs.

use std::collections::BTreeMap;
use std::path::Path;

use semver::Version;
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::variables::Variables;
use crate::maps::{MapError, Solution};
use crate::{Row, Side};

/// The document that says what the package is.
pub const MANIFEST: &str = "solution.toml";
/// Largest document, in bytes, and most documents of a package.
const DOCUMENT_BYTES_MAX: u64 = 200_000;
const DOCUMENTS_MAX: usize = 100;

/// Words by language; `en-US` is always there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// In this language, or in English.
    #[must_use]
    pub fn of(&self, language: &str) -> &str {
        self.0.get(language).or_else(|| self.0.get("en-US")).map_or("", String::as_str)
    }

    /// As the metadata of Dataverse has labels, by the numbers of languages.
    fn label(&self) -> Json {
        let number = |language: &str| match language {
            "en-US" => Some(1033),
            "pt-BR" => Some(1046),
            "es-ES" => Some(3082),
            "pl-PL" => Some(1045),
            "it-IT" => Some(1040),
            "ru-RU" => Some(1049),
            _ => None,
        };
        let labels = self.0.iter().filter_map(|(language, label)| {
            let number = number(language)?;
            Some(json!({ "@odata.type": "Microsoft.Dynamics.CRM.LocalizedLabel",
                         "Label": label, "LanguageCode": number }))
        });
        json!({ "@odata.type": "Microsoft.Dynamics.CRM.Label", "LocalizedLabels": labels.collect::<Vec<_>>() })
    }
}

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

/// A column that is added to a table of Sales.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewColumn {
    /// Logical name of the table.
    pub table: String,
    /// Logical name of the column, with the publisher's prefix.
    pub name: String,
    /// The same as people who customize write it.
    pub schema: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: NewColumnKind,
    /// Longest text.
    pub length: Option<u32>,
    /// Options of a choice.
    #[serde(default)]
    pub options: Vec<NewOption>,
    /// What it is called.
    pub label: Words,
}

/// Types that packages use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NewColumnKind {
    /// One line.
    Text,
    /// One of several options.
    Choice,
    /// Yes or no.
    YesNo,
    /// A whole number.
    Whole,
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewOption {
    /// Its number.
    pub value: i64,
    /// Its name in English.
    pub label: String,
}

/// An alternate key that is added to a table of Sales.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewKey {
    /// Logical name of the table.
    pub table: String,
    /// Name, with the publisher's prefix.
    pub name: String,
    /// Columns that identify a row together.
    pub columns: Vec<String>,
}

/// A view that is added to Sales.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewView {
    /// Logical name of the table.
    pub table: String,
    /// Name, in en-US.
    pub name: String,
    /// The query, as FetchXML.
    pub fetch: String,
    /// The columns of the list.
    pub layout: String,
}

/// Rows that have to be there before the package can work.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Name, unique in the package.
    pub name: String,
    /// Where.
    pub side: Side,
    /// What has to give at least one row.
    pub path: String,
    /// What is looked at.
    pub title: Words,
    /// What is wrong when nothing is there, and what to do.
    pub remedy: Words,
    /// How it is put right by a button.
    pub repair: Option<Repair>,
}

/// One request that puts something right.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, untagged)]
pub enum Repair {
    /// A row is made.
    Create {
        /// In this set.
        create: String,
        /// With these values.
        body: Row,
    },
    /// A row is changed.
    Change {
        /// This one.
        change: String,
        /// To these values.
        body: Row,
    },
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

impl NewColumn {
    /// As `POST …/Attributes` takes it.
    #[must_use]
    pub fn metadata(&self) -> Row {
        let mut body = json!({
            "@odata.type": format!("Microsoft.Dynamics.CRM.{}", self.metadata_type()),
            "SchemaName": self.schema,
            "RequiredLevel": { "Value": "None" },
            "DisplayName": self.label.label(),
        });
        match self.kind {
            NewColumnKind::Text => {
                body["MaxLength"] = self.length.into();
                body["FormatName"] = json!({ "Value": "Text" });
            }
            NewColumnKind::Choice => {
                let option = |option: &NewOption| {
                    let label = Words(BTreeMap::from([("en-US".into(), option.label.clone())]));
                    json!({ "Value": option.value, "Label": label.label() })
                };
                body["OptionSet"] = json!({
                    "@odata.type": "Microsoft.Dynamics.CRM.OptionSetMetadata",
                    "IsGlobal": false,
                    "OptionSetType": "Picklist",
                    "Options": self.options.iter().map(option).collect::<Vec<_>>(),
                });
            }
            NewColumnKind::YesNo => {
                body["OptionSet"] = json!({
                    "@odata.type": "Microsoft.Dynamics.CRM.BooleanOptionSetMetadata",
                    "TrueOption": { "Value": 1, "Label": Words(BTreeMap::from([("en-US".into(), "Yes".into())])).label() },
                    "FalseOption": { "Value": 0, "Label": Words(BTreeMap::from([("en-US".into(), "No".into())])).label() },
                });
            }
            NewColumnKind::Whole => {}
        }
        match body {
            Json::Object(body) => body,
            _ => Row::new(),
        }
    }

    /// The type of its metadata, without the namespace.
    #[must_use]
    pub fn metadata_type(&self) -> &'static str {
        match self.kind {
            NewColumnKind::Text => "StringAttributeMetadata",
            NewColumnKind::Choice => "PicklistAttributeMetadata",
            NewColumnKind::YesNo => "BooleanAttributeMetadata",
            NewColumnKind::Whole => "IntegerAttributeMetadata",
        }
    }
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
            assert_eq!(words.0.len(), 6, "{words:?}");
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
