//! A solution's documents, read and checked together.

use std::collections::HashMap;

use super::{Decision, Decisions, Map};
use crate::{Row, Side};

/// Why a document cannot be used. Nothing runs with half a solution.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// Not TOML, an unknown key or symbol, or a value of the wrong type.
    #[error("{file}: {message}")]
    Syntax {
        /// The document.
        file: String,
        /// Line, key and what is expected there.
        message: String,
    },
    /// Well written, but it cannot work.
    #[error("{file}: {key}: {remedy}.")]
    Invalid {
        /// The document.
        file: String,
        /// The key at fault.
        key: String,
        /// What to do.
        remedy: String,
    },
}

/// All maps and decisions of one solution, maps in the order of their needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    maps: Vec<Map>,
    decisions: Vec<Decisions>,
}

impl Solution {
    /// Reads documents: file name and text. A document with `decision` holds decisions, any other
    /// is a table map.
    ///
    /// # Errors
    /// [`MapError`], naming file, key and remedy.
    pub fn read(files: &[(&str, &str)]) -> Result<Self, MapError> {
        let mut maps: Vec<(&str, Map)> = Vec::new();
        let mut decisions: Vec<(&str, Decisions)> = Vec::new();
        for &(file, text) in files {
            let syntax =
                |error: toml::de::Error| MapError::Syntax { file: file.into(), message: error.to_string() };
            let invalid =
                |(key, remedy): (String, String)| MapError::Invalid { file: file.into(), key, remedy };
            if toml::from_str::<toml::Table>(text).map_err(syntax)?.contains_key("decision") {
                let document: Decisions = toml::from_str(text).map_err(syntax)?;
                document.check().map_err(invalid)?;
                decisions.push((file, document));
            } else {
                let map: Map = toml::from_str(text).map_err(syntax)?;
                map.check().map_err(invalid)?;
                maps.push((file, map));
            }
        }
        check_names(&maps, &decisions)?;
        let maps = sort_by_needs(maps)?;
        Ok(Self { maps, decisions: decisions.into_iter().map(|(_, document)| document).collect() })
    }

    /// The maps, each after those it depends on.
    #[must_use]
    pub fn maps(&self) -> &[Map] {
        &self.maps
    }

    /// The map called `name`.
    #[must_use]
    pub fn map(&self, name: &str) -> Option<&Map> {
        self.maps.iter().find(|map| map.name == name)
    }

    /// How people call this row of a set.
    #[must_use]
    pub fn name_of(&self, side: Side, set: &str, row: &Row) -> Option<String> {
        let ends = self.maps.iter().map(|map| map.end(side)).filter(|end| end.set == set);
        ends.filter_map(|end| end.name_of(row)).next()
    }

    /// All decisions, each with its document.
    pub fn decisions(&self) -> impl Iterator<Item = (&Decisions, &Decision)> {
        self.decisions
            .iter()
            .flat_map(|document| document.decisions.iter().map(move |decision| (document, decision)))
    }

    /// The decision with this [`Decisions::target_name`].
    #[must_use]
    pub fn decision(&self, target: &str) -> Option<(&Decisions, &Decision)> {
        self.decisions().find(|(document, decision)| document.target_name(decision) == target)
    }

    /// The column with the ids of a set's rows.
    #[must_use]
    pub fn id_column(&self, side: Side, set: &str) -> &str {
        let map = self.maps.iter().map(|map| map.end(side)).find(|end| end.set == set);
        let decided = || self.decisions().find(|(_, decision)| decision.from == side && decision.set == set);
        match (map, decided()) {
            (Some(end), _) => &end.id,
            (None, Some((_, decision))) => &decision.id,
            (None, None) => "",
        }
    }

    /// The sets whose changes matter on `side`.
    #[must_use]
    pub fn sets(&self, side: Side) -> Vec<String> {
        let maps = self.maps.iter().map(|map| map.end(side).set.as_str());
        let decided = self.decisions().filter(|(_, decision)| decision.from == side);
        let mut sets: Vec<String> =
            maps.chain(decided.map(|(_, decision)| decision.set.as_str())).map(str::to_owned).collect();
        sets.sort();
        sets.dedup();
        sets
    }
}

fn check_names(maps: &[(&str, Map)], decisions: &[(&str, Decisions)]) -> Result<(), MapError> {
    let of_maps = maps.iter().map(|(file, map)| (*file, &map.name, map.id, &map.depends_on));
    let of_decisions =
        decisions.iter().map(|(file, document)| (*file, &document.name, document.id, &document.depends_on));
    let mut names = HashMap::new();
    let mut ids = HashMap::new();
    for (file, name, id, needs) in of_maps.chain(of_decisions) {
        let invalid =
            |key: &str, remedy: String| MapError::Invalid { file: file.into(), key: key.into(), remedy };
        if let Some(other) = names.insert(name.as_str(), file) {
            return Err(invalid("name", format!("{other} has the name \"{name}\" too: rename one")));
        }
        if let Some(other) = ids.insert(id, file) {
            return Err(invalid("id", format!("{other} has the same id: give this one a new id")));
        }
        if let Some(missing) = needs.iter().find(|need| !maps.iter().any(|(_, map)| map.name == **need)) {
            return Err(invalid(
                "depends_on",
                format!("there is no map \"{missing}\": add it or correct the name"),
            ));
        }
    }
    Ok(())
}

/// Each map after those it needs; their order is otherwise kept.
fn sort_by_needs(mut maps: Vec<(&str, Map)>) -> Result<Vec<Map>, MapError> {
    let mut sorted: Vec<Map> = Vec::new();
    while !maps.is_empty() {
        let ready = |(_, map): &(&str, Map)| {
            map.depends_on.iter().all(|need| sorted.iter().any(|known| known.name == *need))
        };
        let Some(at) = maps.iter().position(ready) else {
            let names: Vec<&str> = maps.iter().map(|(_, map)| map.name.as_str()).collect();
            let remedy = format!("these maps need each other: {}; remove one dependency", names.join(", "));
            return Err(MapError::Invalid { file: maps[0].0.into(), key: "depends_on".into(), remedy });
        };
        sorted.push(maps.remove(at).1);
    }
    Ok(sorted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commerce_documents_are_valid() {
        let solution = Solution::commerce().unwrap();
        let names: Vec<&str> = solution.maps().iter().map(|map| map.name.as_str()).collect();
        assert_eq!(names, ["b2b_prospects_leads", "customers_accounts", "customers_contacts"]);
        assert_eq!(solution.sets(Side::Sales), ["accounts", "contacts", "leads", "opportunities"]);
        assert_eq!(solution.sets(Side::Headquarters), ["BusinessPartnerProspects", "CustomersV3"]);
        assert_eq!(solution.decisions().count(), 6);
    }

    fn document(name: &str, id: u8, rest: &str) -> String {
        format!(
            r#"
id = "00000000-0000-0000-0000-0000000000{id:02}"
name = "{name}"
version = "1"
description = ""
creates = "="
conflict = "headquarters"
{rest}
"#
        )
    }

    const ENDS: &str = r#"
headquarters = { set = "H", id = "Id" }
sales = { set = "s", id = "sid" }
"#;

    fn complaint(rest: &str) -> String {
        let text = document("m", 1, &format!("{ENDS}\n{rest}"));
        Solution::read(&[("m.toml", &text)]).unwrap_err().to_string()
    }

    #[test]
    fn errors_name_file_key_and_remedy() {
        let column = |line: &str| complaint(&format!("[[column]]\n{line}"));
        for (message, words) in [
            (
                column("headquarters = 'A'\ndirection = '<>'\nsales = 'a'"),
                ["m.toml", "<>", "expected one of"],
            ),
            (
                column("headquarters = 'A'\ndirection = '='"),
                ["m.toml: column[0] (A).sales", "=", "name its column"],
            ),
            (
                column("headquarters = 'A'\ndirection = '>>'\nsales = 'a'"),
                ["column[0] (A).direction", "promises a transform", "write \">\""],
            ),
            (
                column("direction = '>'\nsales = 'a'\ndefault = 1"),
                ["column[0] (a).direction", "as they are", "write \">>\""],
            ),
            (
                column("headquarters = 'A'\ndirection = '>>'\nsales = 'a'\ndefault = 1"),
                ["column[0] (A).headquarters", "no source column", "remove it"],
            ),
            (
                column(
                    "headquarters='A'\ndirection='='\nsales='a'\nlookup={map='x',table='t',reference='r'}",
                ),
                ["column[0] (A).lookup", "\"x\"", "depends_on"],
            ),
            (
                column(
                    "headquarters='A'\ndirection='='\nsales='a'\n[[column]]\nheadquarters='B'\ndirection='>'\nsales='a'",
                ),
                ["column[0] (A).sales", "two lines", "keep one"],
            ),
            (complaint("colum = 1"), ["m.toml", "unknown field `colum`", "expected one of"]),
            (complaint("depends_on = ['gone']\ncolumn = []"), ["m.toml: depends_on", "\"gone\"", "add it"]),
        ] {
            for word in words {
                assert!(message.contains(word), "{message:?} lacks {word:?}");
            }
        }
    }

    #[test]
    fn maps_that_need_each_other_are_refused() {
        let one = document("one", 1, &format!("depends_on = ['two']\ncolumn = []\n{ENDS}"));
        let two = document("two", 2, &format!("depends_on = ['one']\ncolumn = []\n{ENDS}"));
        let error = Solution::read(&[("one.toml", &one), ("two.toml", &two)]).unwrap_err().to_string();
        assert!(error.contains("need each other: one, two"), "{error}");
    }
}
