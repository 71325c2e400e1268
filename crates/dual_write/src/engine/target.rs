//! What a change is delivered by, and the lane in which it keeps its place.

use std::borrow::Cow;

use super::Engine;
use crate::deliver::is_decision;
use crate::maps::{Decision, Decisions, Map};
use crate::row::{text, value};
use crate::waiting::Place;
use crate::{Change, Side};

/// What a change is delivered by.
pub(super) enum Target<'a> {
    Map(&'a Map),
    Decision(&'a Decisions, &'a Decision),
}

impl Engine {
    /// Maps in the order of their needs, then decisions.
    pub(super) fn targets(&self, side: Side, change: &Change) -> Vec<Target<'_>> {
        let solution = &self.desk.solution;
        let maps = solution.maps().iter().filter(|map| map.end(side).set == change.set).map(Target::Map);
        let decided = solution.decisions().filter(|(_, decision)| is_decision(decision, side, change));
        maps.chain(decided.map(|(document, decision)| Target::Decision(document, decision))).collect()
    }

    pub(super) fn target(&self, name: &str) -> Option<Target<'_>> {
        let solution = &self.desk.solution;
        if let Some(map) = solution.map(name) {
            return Some(Target::Map(map));
        }
        solution.decision(name).map(|(document, decision)| Target::Decision(document, decision))
    }

    pub(super) fn place(&self, side: Side, target: &Target<'_>, change: &Change) -> Place {
        let name = change.row.as_ref().and_then(|row| self.desk.solution.name_of(side, &change.set, row));
        let (lane, name) = match target {
            Target::Map(map) => (format!("{}/{side}/{}", map.name, change.id), name),
            Target::Decision(_, decision) => {
                let about = change.row.as_ref().map(|row| text(value(row, &decision.key)));
                let about = about.unwrap_or_default();
                (decision_lane(&about), name.or(Some(about)))
            }
        };
        let collapses = matches!(target, Target::Map(_));
        Place { side, name, target: target.name().into_owned(), lane, collapses }
    }
}

impl Target<'_> {
    pub(super) fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Map(map) => Cow::Borrowed(&map.name),
            Self::Decision(document, decision) => Cow::Owned(document.target_name(decision)),
        }
    }
}

/// The lane of all decisions about the same key.
pub(crate) fn decision_lane(about: &str) -> String {
    format!("decision/{about}")
}
