//! Decisions: changes that are not merged into a row but sent as commands, and what the answer
//! writes.

use std::collections::BTreeMap;

use serde::Deserialize;
use uuid::Uuid;

use super::{Body, Condition, Constant, Pair, Template};
use crate::Side;

/// A document of decisions.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    /// Namespace of every id that this document gives. Never changes.
    pub id: Uuid,
    /// Name, unique in the solution.
    pub name: String,
    /// Version of the document.
    pub version: String,
    /// For people.
    pub description: String,
    /// Maps whose links decisions need.
    #[serde(default)]
    pub depends_on: Vec<String>,
    /// The decisions.
    #[serde(rename = "decision")]
    pub decisions: Vec<Decision>,
}

/// One decision: when a row of `set` changes so, do this.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Name, unique in the document.
    pub name: String,
    /// Where it is taken.
    pub from: Side,
    /// The set whose change tells.
    pub set: String,
    /// Column with the row's id.
    pub id: String,
    /// Column whose value names what is decided about: decisions with the same value keep their
    /// order.
    pub key: String,
    /// The column whose change is the decision.
    pub changed: String,
    /// What the changed row must fulfil.
    pub when: Vec<Condition>,
    /// What must hold besides, once the related rows are read.
    #[serde(default)]
    pub and_then: Vec<Condition>,
    /// The linked row on the other side that it is about.
    pub subject: Linked,
    /// Rows read to judge and to fill in.
    #[serde(default)]
    pub related: Vec<RelatedRow>,
    /// Values worked out before the steps.
    #[serde(default, rename = "fact")]
    pub facts: Vec<Fact>,
    /// The command for the other side.
    pub command: Option<Command>,
    /// What is done on the other side, one after another. Each looks at the present state first, so
    /// that steps done before, or by somebody else, are left out.
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
    /// Written once the command is accepted, or at once without one.
    #[serde(default)]
    pub accepted: Vec<Write>,
    /// Written when the other side refuses for good.
    #[serde(default)]
    pub refused: Vec<Write>,
}

/// A row of the other side, found through the links of a map.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Linked {
    /// The map.
    pub map: String,
    /// Column with the id of the row on this side.
    pub column: String,
}

/// A row read beside the changed one; its columns are named `name.column`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelatedRow {
    /// Name in this decision.
    pub name: String,
    /// Where it is.
    pub side: Side,
    /// Set.
    pub set: String,
    /// Column with its id, `$subject` or `$user`.
    pub id: String,
}

/// A bound action.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// Set of the row it is bound to: the subject.
    pub set: String,
    /// Short name of the action.
    pub action: String,
    /// Codes of answers that refuse it for good; after any other refusal it waits.
    #[serde(default)]
    pub refused_by: Vec<String>,
    /// What it is given.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
}

/// One parameter of a command; left out when it has no value.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Name.
    pub name: String,
    /// This value.
    pub value: Option<Constant>,
    /// This column's value.
    pub column: Option<String>,
    /// The value of this one where the other has none.
    pub or_column: Option<String>,
    /// Pairs for the column's value.
    #[serde(default)]
    pub value_map: Vec<Pair>,
    /// The other side's key of the row that this column points to.
    pub key_of: Option<Linked>,
}

/// A value worked out before the steps, `{$name}` from then on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Name.
    pub name: String,
    /// This column's value.
    pub column: Option<String>,
    /// Pairs for the column's value.
    #[serde(default)]
    pub value_map: Vec<Pair>,
    /// The other side's id of the row whose key or id is in this column; waited for.
    pub row_of: Option<Linked>,
}

/// One step on the other side: columns written to a row, or an action called.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What must hold, with all related rows read anew.
    pub when: Vec<Condition>,
    /// `leads({$subject})`, or `leads({$subject})/Microsoft.Dynamics.CRM.QualifyLead`.
    pub path: Template,
    /// Whether it is an action, not a row.
    #[serde(default)]
    pub action: bool,
    /// What is written or given.
    pub body: Body,
}

/// A write that follows from the answer. Without a row to write to, nothing happens.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// Where.
    pub side: Side,
    /// Set.
    pub set: String,
    /// Column with the row's id, or `$subject`.
    pub row: String,
    /// What must hold, with all related rows read anew.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Columns.
    #[serde(default)]
    pub values: BTreeMap<String, Constant>,
    /// A note on the row's timeline.
    pub note: Option<Note>,
}

/// A note, made once per decision and row.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Set of notes.
    pub set: String,
    /// The property that binds it to the row.
    pub reference: String,
    /// Subject.
    pub subject: Template,
    /// Text; `{$message}` is the answer's message.
    pub text: Template,
}

impl Decisions {
    /// What a decision of this document is called beside maps.
    #[must_use]
    pub fn target_name(&self, decision: &Decision) -> String {
        format!("{}/{}", self.name, decision.name)
    }

    /// What is wrong with this document: its key and the remedy.
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        for (at, decision) in self.decisions.iter().enumerate() {
            let key = |key: &str| format!("decision[{at}] ({}).{key}", decision.name);
            if self.decisions[at + 1..].iter().any(|other| other.name == decision.name) {
                return Err((key("name"), "two decisions have this name: rename one".into()));
            }
            if decision.command.is_none() && decision.steps.is_empty() && decision.accepted.is_empty() {
                return Err((key("command"), "it does nothing: add a command, steps or writes".into()));
            }
            for map in decision.maps() {
                if !self.depends_on.iter().any(|known| known == map) {
                    return Err((key("subject"), format!("add \"{map}\" to depends_on")));
                }
            }
            for fact in &decision.facts {
                if fact.column.is_some() == fact.row_of.is_some() {
                    let key = key(&format!("fact ({})", fact.name));
                    return Err((key, "give exactly one of column, row_of".into()));
                }
            }
            let parameters = decision.command.iter().flat_map(|command| &command.parameters);
            for parameter in parameters {
                let ways =
                    [parameter.value.is_some(), parameter.column.is_some(), parameter.key_of.is_some()];
                if ways.iter().filter(|given| **given).count() != 1 {
                    let key = key(&format!("command.parameters ({})", parameter.name));
                    return Err((key, "give exactly one of value, column, key_of".into()));
                }
            }
        }
        Ok(())
    }
}

impl Decision {
    /// All maps whose links it needs.
    fn maps(&self) -> impl Iterator<Item = &str> {
        let parameters = self.command.iter().flat_map(|command| &command.parameters);
        let keys = parameters.filter_map(|parameter| parameter.key_of.as_ref());
        let rows = self.facts.iter().filter_map(|fact| fact.row_of.as_ref());
        std::iter::once(&self.subject).chain(keys).chain(rows).map(|linked| linked.map.as_str())
    }
}
