//! Aggregates: counts, sums and extremes of rows, by group.

use super::{Filter, Link, Path};

/// What to reckon from the rows of one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aggregate {
    /// Logical name.
    pub table: String,
    /// The condition.
    pub filter: Option<Filter>,
    /// Rows of other tables beside each row; an inner or outer link multiplies rows.
    pub links: Vec<Link>,
    /// What the rows of a group share; nothing: all rows are one group.
    pub group_by: Vec<Group>,
    /// What is reckoned for each group.
    pub measures: Vec<Measure>,
}

/// One thing that the rows of a group share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The column. Texts are alike however they are folded.
    pub path: Path,
    /// For a day or a moment: the stretch of time in which it falls.
    pub period: Option<Period>,
}

/// A stretch of time, told by its first day; in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// A year.
    Year,
}

/// One thing that is reckoned. Values that are nothing do not count, but in [`Measure::Count`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How many rows.
    Count,
    /// How many rows with a value.
    CountOf(Path),
    /// How many different values.
    CountDistinct(Path),
    /// The sum of numbers or amounts.
    Sum(Path),
    /// The smallest number, amount, day or moment.
    Min(Path),
    /// The greatest.
    Max(Path),
    /// The mean of numbers or amounts, rounded half away from zero to the column's decimals; of
    /// whole numbers to four.
    Average(Path),
}

impl Aggregate {
    /// Of all rows of `table`.
    #[must_use]
    pub fn of(table: impl Into<String>) -> Self {
        Self { table: table.into(), ..Self::default() }
    }

    /// Of rows that also fulfil `filter`.
    #[must_use]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.filter = Some(match self.filter.take() {
            None => filter,
            Some(before) => before.and(filter),
        });
        self
    }

    /// With rows of another table beside each row.
    #[must_use]
    pub fn link(mut self, link: Link) -> Self {
        self.links.push(link);
        self
    }

    /// Grouped also by `path`.
    #[must_use]
    pub fn by(mut self, path: impl Into<Path>) -> Self {
        self.group_by.push(Group { path: path.into(), period: None });
        self
    }

    /// Grouped also by the period in which `path` falls.
    #[must_use]
    pub fn by_period(mut self, path: impl Into<Path>, period: Period) -> Self {
        self.group_by.push(Group { path: path.into(), period: Some(period) });
        self
    }

    /// Reckons also this.
    #[must_use]
    pub fn measure(mut self, measure: Measure) -> Self {
        self.measures.push(measure);
        self
    }
}

impl Measure {
    /// The column that is measured.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Count => None,
            Self::CountOf(path)
            | Self::CountDistinct(path)
            | Self::Sum(path)
            | Self::Min(path)
            | Self::Max(path)
            | Self::Average(path) => Some(path),
        }
    }
}
