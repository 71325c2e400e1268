//! What a package's manifest lists: words, columns, keys, views, checks and repairs.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::{Row, Side};

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

    /// In how many languages.
    #[must_use]
    pub fn languages(&self) -> usize {
        self.0.len()
    }

    /// In English alone.
    fn english(words: &str) -> Self {
        Self(BTreeMap::from([("en-US".to_owned(), words.to_owned())]))
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
                    let label = Words::english(&option.label);
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
                    "TrueOption": { "Value": 1, "Label": Words::english("Yes").label() },
                    "FalseOption": { "Value": 0, "Label": Words::english("No").label() },
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
