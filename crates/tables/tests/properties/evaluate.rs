//! What a query means, in plain memory: three-valued logic, folded text, nothing first.

use std::cmp::Ordering;

use tables::uuid::Uuid;
use tables::{Comparison, Filter, Link, LinkKind, Path, Row, Sort, TextMatch, Value, fold};

/// All rows of the one table that queries and their paths are about.
pub struct Memory {
    pub rows: Vec<Row>,
}

impl Memory {
    /// Ids in the order that the query promises.
    pub fn select(&self, filter: Option<&Filter>, order: &[Sort]) -> Vec<Uuid> {
        let holds = |row: &&Row| filter.is_none_or(|filter| self.holds(row, filter) == Some(true));
        let mut found: Vec<&Row> = self.rows.iter().filter(holds).collect();
        found.sort_by(|one, other| {
            let by_term = |sort: &Sort| {
                let order = compare_with_null(&self.value(one, &sort.path), &self.value(other, &sort.path));
                if sort.descending { order.reverse() } else { order }
            };
            let first = order.iter().map(by_term).find(|order| *order != Ordering::Equal);
            first.unwrap_or(Ordering::Equal).then_with(|| one.id().cmp(&other.id()))
        });
        found.into_iter().map(Row::id).collect()
    }

    /// Ids of rows, and of those beside them by a link and by the one nested in it, by id.
    pub fn linked(&self, filter: Option<&Filter>, link: &Link) -> Vec<(Uuid, Option<Uuid>, Option<Uuid>)> {
        let mut found = Vec::new();
        for id in self.select(filter, &[]) {
            let row = self.rows.iter().find(|row| row.id() == id).unwrap();
            found.extend(self.beside(row, link).into_iter().map(|beside| (id, beside[0], beside[1])));
        }
        found.sort();
        found
    }

    /// What comes beside a row: for each time that it comes, the ids by the link and those nested.
    fn beside(&self, row: &Row, link: &Link) -> Vec<Vec<Option<Uuid>>> {
        let depth = 1 + usize::from(!link.links.is_empty());
        let mut found = Vec::new();
        for other in &self.rows {
            let alike = compare(other.get(&link.from), row.get(&link.to)) == Some(Ordering::Equal);
            if !alike || link.filter.as_ref().is_some_and(|filter| self.holds(other, filter) != Some(true)) {
                continue;
            }
            let nested = link.links.first().map_or(vec![Vec::new()], |nested| self.beside(other, nested));
            found.extend(nested.into_iter().map(|nested| [vec![Some(other.id())], nested].concat()));
        }
        match link.kind {
            LinkKind::Inner => found,
            LinkKind::Outer if found.is_empty() => vec![vec![None; depth]],
            LinkKind::Outer => found,
            LinkKind::Exists => (!found.is_empty()).then(|| vec![None; depth]).into_iter().collect(),
        }
    }

    /// `None`: unknown.
    fn holds(&self, row: &Row, filter: &Filter) -> Option<bool> {
        match filter {
            Filter::And(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.holds(row, part)).collect();
                if parts.contains(&Some(false)) {
                    Some(false)
                } else if parts.contains(&None) {
                    None
                } else {
                    Some(true)
                }
            }
            Filter::Or(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.holds(row, part)).collect();
                if parts.contains(&Some(true)) {
                    Some(true)
                } else if parts.contains(&None) {
                    None
                } else {
                    Some(false)
                }
            }
            Filter::Not(inner) => self.holds(row, inner).map(|holds| !holds),
            Filter::IsNull(path) => Some(self.value(row, path).is_null()),
            Filter::Compare(path, comparison, value) => {
                let order = compare(&self.value(row, path), value)?;
                Some(match comparison {
                    Comparison::Equal => order == Ordering::Equal,
                    Comparison::NotEqual => order != Ordering::Equal,
                    Comparison::Less => order == Ordering::Less,
                    Comparison::LessOrEqual => order != Ordering::Greater,
                    Comparison::Greater => order == Ordering::Greater,
                    Comparison::GreaterOrEqual => order != Ordering::Less,
                })
            }
            Filter::Between(path, low, high) => {
                let value = self.value(row, path);
                let (from, to) = (compare(&value, low)?, compare(&value, high)?);
                Some(from != Ordering::Less && to != Ordering::Greater)
            }
            Filter::In(path, values) => {
                if values.is_empty() {
                    return Some(false);
                }
                let here = self.value(row, path);
                let orders: Option<Vec<Ordering>> =
                    values.iter().map(|value| compare(&here, value)).collect();
                Some(orders?.contains(&Ordering::Equal))
            }
            Filter::Text(path, kind, text) => {
                let here = self.value(row, path);
                let here = fold(here.as_text()?).into_owned();
                let text = fold(text);
                Some(match kind {
                    TextMatch::Contains => here.contains(text.as_ref()),
                    TextMatch::StartsWith => here.starts_with(text.as_ref()),
                    TextMatch::EndsWith => here.ends_with(text.as_ref()),
                })
            }
            Filter::ContainsValues(path, options) => {
                if options.is_empty() {
                    return Some(false);
                }
                match self.value(row, path) {
                    Value::MultiChoice(here) => Some(here.iter().any(|option| options.contains(option))),
                    _ => None,
                }
            }
            Filter::Any { lookup, filter, .. } => {
                let fulfils =
                    |other: &Row| filter.as_ref().is_none_or(|f| self.holds(other, f) == Some(true));
                Some(self.pointing(row, lookup).any(fulfils))
            }
            Filter::All { lookup, filter, .. } => {
                Some(self.pointing(row, lookup).all(|other| self.holds(other, filter) == Some(true)))
            }
        }
    }

    fn pointing<'a>(&'a self, row: &'a Row, lookup: &'a str) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().filter(move |other| other.get(lookup).as_id() == Some(row.id()))
    }

    fn value(&self, row: &Row, path: &Path) -> Value {
        let (last, steps) = path.0.split_last().unwrap();
        let mut here = Some(row);
        for step in steps {
            let id = here.and_then(|row| row.get(step).as_id());
            here = id.and_then(|id| self.rows.iter().find(|row| row.id() == id));
        }
        here.map_or(Value::Null, |row| row.get(last).clone())
    }
}

fn compare(one: &Value, other: &Value) -> Option<Ordering> {
    Some(match (one, other) {
        (Value::Null, _) | (_, Value::Null) => return None,
        (Value::Text(one), Value::Text(other)) => fold(one).as_bytes().cmp(fold(other).as_bytes()),
        (Value::Whole(one), Value::Whole(other)) => one.cmp(other),
        (Value::Money(one), Value::Money(other)) => one.cmp(other),
        (Value::Choice(one), Value::Choice(other)) => one.cmp(other),
        (Value::YesNo(one), Value::YesNo(other)) => one.cmp(other),
        (Value::Date(one), Value::Date(other)) => one.cmp(other),
        (Value::DateTime(one), Value::DateTime(other)) => one.cmp(other),
        (Value::Id(one), Value::Id(other)) => one.cmp(other),
        pair => unreachable!("{pair:?}"),
    })
}

/// Nothing before everything.
fn compare_with_null(one: &Value, other: &Value) -> Ordering {
    match (one.is_null(), other.is_null()) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => compare(one, other).unwrap(),
    }
}
