//! What a delivery would write, line by line, judged by the same plan that delivers it.

use serde_json::Value as Json;

use crate::Side;
use crate::links::Base;
use crate::maps::{Column, Condition, Map, Scope};
use crate::plan::{self, Lookups};
use crate::row::{Row, same, value};

/// One line of a map with the values of both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Column that the change comes from; nothing: the value is made on the way.
    pub here: Option<String>,
    /// Its value.
    pub value: Json,
    /// Column on the other side.
    pub there: String,
    /// Its value now.
    pub before: Json,
    /// What would be written; nothing: it stays.
    pub after: Option<Json>,
    /// What there is to say about it.
    pub mark: Mark,
}

/// What there is to say about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Both sides show the same, or the map leaves it alone.
    Same,
    /// Changed here.
    News,
    /// Changed on both sides; what stands here goes over.
    BothOurs,
    /// Changed on both sides; what stands there comes back.
    BothTheirs,
    /// The row that it points at is not linked yet.
    Missing,
}

/// What is known of a pair of rows whose change waits.
pub struct Pair<'a> {
    /// The map.
    pub map: &'a Map,
    /// Side that the change is from.
    pub side: Side,
    /// The changed row.
    pub row: &'a Row,
    /// What both sides last agreed on; nothing: the other row is still to be made.
    pub base: Option<&'a Base>,
    /// The other row.
    pub other: &'a Row,
    /// Where its lookups lead; nothing: the row that one points at is not linked.
    pub lookups: Option<&'a Lookups>,
    /// The company worked in.
    pub company: &'a str,
}

/// The lines of the map, in its order.
#[must_use]
pub fn preview(pair: &Pair<'_>) -> Vec<Line> {
    let (map, side, row) = (pair.map, pair.side, pair.row);
    let none = Lookups::new();
    let lookups = pair.lookups.unwrap_or(&none);
    let (written, back) = match pair.base {
        Some(base) => {
            let update = plan::update(map, side, row, base, pair.other, lookups, pair.company);
            (update.values, update.back)
        }
        None => (plan::create(map, side, row, lookups, pair.company).values, Row::new()),
    };
    let scope = Scope::of(row).fact("company", pair.company);
    let takes_part = |column: &&Column| {
        let only_once = pair.base.is_some() && (column.create_only || column.is_made_with_the_row());
        !only_once && Condition::all(&column.when, &scope)
    };
    let line = |column: &Column| {
        let there = column.on(side.other())?.to_owned();
        let here = column.on(side).map(str::to_owned);
        let property = match &column.lookup {
            Some(lookup) if side == Side::Headquarters => format!("{}@odata.bind", lookup.reference),
            _ if column.reference.is_some() => format!("{there}@odata.bind"),
            _ => there.clone(),
        };
        let before = value(pair.other, &there).clone();
        let after = written.get(&property).cloned();
        let agreed = pair.base.and_then(|base| base.on(side.other()).get(&there));
        let changed_there = agreed.is_some_and(|agreed| !same(agreed, &before));
        let comes_back = here.as_ref().is_some_and(|here| back.contains_key(here));
        let mark = match (&after, pair.base) {
            _ if column.lookup.is_some() && pair.lookups.is_none() => Mark::Missing,
            _ if comes_back => Mark::BothTheirs,
            (Some(_), Some(_)) if changed_there => Mark::BothOurs,
            (Some(_), Some(_)) => Mark::News,
            _ => Mark::Same,
        };
        let value = here.as_deref().map_or(Json::Null, |here| value(row, here).clone());
        Some(Line { here, value, there, before, after, mark })
    };
    map.columns_from(side).filter(takes_part).filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::maps::Solution;

    fn row(json: Json) -> Row {
        let Json::Object(row) = json else { unreachable!() };
        row
    }

    #[test]
    fn each_line_says_what_would_be_written_and_why() {
        let solution = Solution::commerce().unwrap();
        let map = solution.map("customers_accounts").unwrap();
        let here = row(
            json!({ "customertypecode": 3, "name": "New", "telephone1": "2", "fax": "1", "numberofemployees": 7 }),
        );
        let base = Base {
            sales: row(json!({ "name": "Old", "telephone1": "1", "fax": "1", "numberofemployees": 5 })),
            headquarters: row(json!({ "OrganizationName": "Old", "PrimaryContactPhone": "1",
                "PrimaryContactFax": "1", "OrganizationNumberOfEmployees": 5 })),
        };
        let other =
            row(json!({ "OrganizationName": "Old", "PrimaryContactPhone": "3", "PrimaryContactFax": "1",
            "OrganizationNumberOfEmployees": 5 }));
        let lookups = Lookups::new();
        let pair = Pair {
            map,
            side: Side::Sales,
            row: &here,
            base: Some(&base),
            other: &other,
            lookups: Some(&lookups),
            company: "usmf",
        };
        let lines = preview(&pair);
        let line = |name: &str| lines.iter().find(|line| line.there == name).unwrap();
        assert_eq!(line("OrganizationName").mark, Mark::News);
        assert_eq!(line("OrganizationName").after, Some(json!("New")));
        assert_eq!(line("PrimaryContactFax").mark, Mark::Same);
        // Headquarters wins where both changed it.
        assert_eq!(
            (line("PrimaryContactPhone").mark, &line("PrimaryContactPhone").after),
            (Mark::BothTheirs, &None)
        );
        assert!(lines.iter().all(|line| line.there != "PartyType"), "made once, with the row");

        let nothing = Row::new();
        let create = preview(&Pair { base: None, other: &nothing, ..pair });
        let party = create.iter().find(|line| line.there == "PartyType").unwrap();
        assert_eq!((&party.here, &party.after), (&None, &Some(json!("Organization"))));
    }

    #[test]
    fn a_lookup_without_its_row_is_missing() {
        let solution = Solution::commerce().unwrap();
        let map = solution.map("customers_contacts").unwrap();
        let here = row(json!({ "msdyn_sellable": true, "lastname": "Z", "_parentcustomerid_value": "7" }));
        let nothing = Row::new();
        let lines = preview(&Pair {
            map,
            side: Side::Sales,
            row: &here,
            base: None,
            other: &nothing,
            lookups: None,
            company: "usmf",
        });
        let company = lines.iter().find(|line| line.there == "InvoiceAccount").unwrap();
        assert_eq!((company.mark, &company.value), (Mark::Missing, &json!("7")));
    }
}
