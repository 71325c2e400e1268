//! Reading: sets, rows, functions.

mod changes;
mod count;
mod delta;
mod expand;
mod fetch;
mod lower;
mod period;
mod property;
mod row;
mod service;
mod set;
mod skip_token;

pub(crate) use changes::retrieve_changes;
pub(crate) use count::count;
pub use fetch::{check_fetch, columns_of_layout, query_of_fetch};
pub(crate) use lower::key_value;
pub(crate) use property::{property, raw_value, reference};
pub(crate) use row::{followed, row};
pub(crate) use service::{service_document, version, who_am_i};
pub(crate) use set::{Within, set};

use tables::TableDefinition;

use crate::exchange::Exchange;
use crate::model::Model;
use crate::respond::{Annotations, ApiError, Shape};

impl Model<'_> {
    /// The columns that `$select` names, or all. In Dataverse the id always comes along.
    pub fn shape(&self, table: &TableDefinition, exchange: &Exchange) -> Result<Shape, ApiError> {
        self.selected(table, &exchange.options.select, exchange.annotations())
    }

    /// The same, for the rows of an expanded property too.
    fn selected(
        &self,
        table: &TableDefinition,
        select: &[String],
        annotations: Annotations,
    ) -> Result<Shape, ApiError> {
        let whole = Shape::whole(self.convention, table, annotations);
        if select.is_empty() || select.iter().any(|name| name == "*") {
            return Ok(whole);
        }
        let mut columns = Vec::with_capacity(select.len() + 1);
        if self.convention == crate::Convention::Dataverse {
            columns.push(0);
        }
        for name in select {
            let at = self.convention.column(table, name);
            let at = at.ok_or_else(|| self.convention.unknown_property(table, name))?;
            if !columns.contains(&at) {
                columns.push(at);
            }
        }
        columns.sort_unstable();
        Ok(Shape { columns, ..whole })
    }
}
