//! Which columns of a grid somebody wants to see, kept with their account.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use tables::{Context, Error, Filter, Principal, Result, Store, Table};
use uuid::Uuid;

use super::{Column, Grid};
use crate::form::Sent;
use crate::office::{Office, SIGN_IN};
use crate::redirect::see_other;
use crate::{Fault, Visit};

/// Longest list of names kept.
const COLUMNS_LENGTH_MAX: usize = 2_000;
/// Longest name of a grid.
const GRID_LENGTH_MAX: usize = 60;

/// The columns that somebody wants to see in a grid.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "usercolumns", set = "usercolumnscollection", key(by_grid(systemuser, grid)), bookkeeping)]
pub struct UserColumns {
    /// Id.
    #[column(id)]
    pub usercolumnsid: Uuid,
    /// Id of the user.
    #[column(text = 36)]
    pub systemuser: String,
    /// Name of the grid.
    #[column(text = 60)]
    pub grid: String,
    /// Names of the columns, separated by commas.
    #[column(text = 2000)]
    pub columns: String,
}

/// The columns that this person sees in the grid: those chosen, else those of the view, else the
/// grid's own. What names the row is always there.
pub(super) async fn of(visit: &Visit, grid: &Grid, of_view: &[String]) -> Result<Vec<Column>> {
    let mut reader = visit.directory().read(&Principal::system()).await?;
    let chosen: Option<UserColumns> = reader.find(by_grid(visit.person.id, grid.name)).await?;
    let (catalog, _) = visit.store().catalog_now();
    let table = catalog.table(grid.table)?;
    let own = grid.columns.iter().filter(|column| table.column(column.name).is_some());
    let own: Vec<Column> = own.copied().collect();
    let is_main = |column: &Column| column.place == super::Place::Main;
    let keep = |keeps: &dyn Fn(&Column) -> bool| own.iter().filter(|column| keeps(column)).copied().collect();
    Ok(match &chosen {
        Some(chosen) => {
            keep(&|column| is_main(column) || chosen.columns.split(',').any(|name| name == column.name))
        }
        None if of_view.is_empty() => keep(&|column| column.shown),
        None => in_order(&own, of_view),
    })
}

/// The columns of a view that the grid has, in the view's order.
fn in_order(own: &[Column], of_view: &[String]) -> Vec<Column> {
    let known = |name: &String| own.iter().find(|column| column.name == name).copied();
    let mut columns: Vec<Column> = Vec::new();
    for column in of_view.iter().filter_map(known) {
        if columns.iter().all(|other| other.name != column.name) {
            columns.push(column);
        }
    }
    let main = own.iter().find(|column| column.place == super::Place::Main);
    if let Some(main) = main.filter(|main| columns.iter().all(|column| column.name != main.name)) {
        columns.insert(0, *main);
    }
    columns
}

fn by_grid(user: Uuid, grid: &str) -> Filter {
    Filter::equals("systemuser", user.to_string()).and(Filter::equals("grid", grid))
}

/// Takes the form with ticks: `grid`, `column` for each, `back`; `usual` forgets the choice.
///
/// # Errors
/// As any write.
pub async fn save(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Fault> {
    let Some((_, person, _)) = office.signed_in(&headers).await? else { return Ok(see_other(SIGN_IN)) };
    let grid = sent.get("grid");
    let columns = sent.all("column").collect::<Vec<_>>().join(",");
    if grid.is_empty() || grid.len() > GRID_LENGTH_MAX || columns.len() > COLUMNS_LENGTH_MAX {
        return Err(Fault::Unreadable);
    }
    let columns = (sent.find("usual").is_none() && !columns.is_empty()).then_some(columns);
    keep(office.directory(), person.id, grid, columns).await?;
    Ok(see_other(sent.get("back")))
}

async fn keep(store: &Store, user: Uuid, grid: &str, columns: Option<String>) -> Result<()> {
    let input = (user, grid.to_owned(), columns);
    store
        .write::<_, _, Error>(Context::system(), input, |tx, (user, grid, columns)| {
            Box::pin(async move {
                let known: Option<UserColumns> = tx.find(by_grid(*user, grid)).await?;
                match (known, columns) {
                    (Some(known), Some(columns)) => {
                        tx.save(&UserColumns { columns: columns.clone(), ..known }).await?;
                    }
                    (None, Some(columns)) => {
                        let usercolumnsid = tx.new_id();
                        let (systemuser, grid, columns) = (user.to_string(), grid.clone(), columns.clone());
                        tx.insert(&UserColumns { usercolumnsid, systemuser, grid, columns }).await?;
                    }
                    (Some(known), None) => tx.remove::<UserColumns>(known.usercolumnsid).await?,
                    (None, None) => {}
                }
                Ok(())
            })
        })
        .await
}
