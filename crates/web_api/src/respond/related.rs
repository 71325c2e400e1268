//! What is read besides the rows of an answer: rows that they point to, rows that point to them, and
//! names for people.

use std::collections::HashMap;

use tables::Row;
use tables::uuid::Uuid;

use super::Shape;
use super::row::reference_id;

/// What belongs to the rows of one page.
#[derive(Debug, Default)]
pub(crate) struct Related {
    /// Names of the rows that lookups point to.
    pub names: HashMap<Uuid, String>,
    pub expanded: Vec<Expanded>,
}

/// One navigation property followed for all rows of a page.
#[derive(Debug)]
pub(crate) struct Expanded {
    pub property: String,
    pub shape: Shape,
    pub link: Link,
    pub rows: Vec<Row>,
    /// Where in `rows` those are that belong to a row with this id (or that has this id).
    pub places: HashMap<Uuid, Vec<usize>>,
    pub related: Related,
}

/// How the rows of two tables are linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// By the lookup at this position of the row itself.
    One(usize),
    /// By the lookup at this position of the other rows.
    Many(usize),
}

/// The rows behind a navigation property.
pub(crate) enum Found<'a, I: Iterator<Item = &'a Row>> {
    One(Option<&'a Row>),
    Many(I),
}

impl Expanded {
    /// What belongs to this row.
    pub fn found<'a>(&'a self, row: &Row) -> Found<'a, impl Iterator<Item = &'a Row>> {
        let key = match self.link {
            Link::One(column) => row.values().get(column).and_then(reference_id),
            Link::Many(_) => Some(row.id()),
        };
        let places = key.and_then(|key| self.places.get(&key)).map_or(&[][..], Vec::as_slice);
        let mut rows = places.iter().filter_map(|at| self.rows.get(*at));
        match self.link {
            Link::One(_) => Found::One(rows.next()),
            Link::Many(_) => Found::Many(rows),
        }
    }
}
