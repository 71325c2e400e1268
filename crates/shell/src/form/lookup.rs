//! Lookups by name: what somebody may choose, and which row a name stands for.

use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use serde::Deserialize;
use tables::{Error, Filter, Reader, Result, TextMatch, Value};
use uuid::Uuid;

use crate::{Parameters, Shown, Visit};

/// Rows offered at a time.
pub(super) const OFFERED: u32 = 20;
/// Longest text searched for, in characters.
const SEARCH_LENGTH_MAX: usize = 200;

#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    q: String,
}

/// Rows of `table` whose names contain what was typed, as options of a list.
pub(crate) async fn options(
    visit: Visit,
    Path(table): Path<String>,
    Parameters(typed): Parameters<Typed>,
) -> Shown {
    let mut reader = visit.read().await?;
    let q: String = typed.q.chars().take(SEARCH_LENGTH_MAX).collect();
    let mut html = String::new();
    for (_, name) in offered(&mut reader, &table, &q).await? {
        html.push_str("<option value=\"");
        html.push_str(
            &askama::filters::escape(&name, askama::filters::Html).map_err(Error::internal)?.to_string(),
        );
        html.push_str("\">");
    }
    Ok(Html(html).into_response())
}

/// The first rows by name whose names contain `text`.
pub(super) async fn offered(reader: &mut Reader, table: &str, text: &str) -> Result<Vec<(Uuid, String)>> {
    let Some(column) = reader.catalog().table(table)?.primary_name.clone() else { return Ok(Vec::new()) };
    let mut query = tables::Query::of(table).order_by(column.as_str()).limit(OFFERED);
    query.select = vec![column.clone()];
    if !text.is_empty() {
        query = query.filter(Filter::Text(column.as_str().into(), TextMatch::Contains, text.into()));
    }
    let page = match reader.page(&query).await {
        Err(Error::NoPrivilege { .. }) => return Ok(Vec::new()),
        page => page?,
    };
    let name = |row: &tables::Row| Some((row.id(), row.get(&column).as_text()?.to_owned()));
    Ok(page.rows.iter().filter_map(name).collect())
}

/// Which row a name stands for.
pub(super) enum Meant {
    /// This one.
    Row(Uuid),
    /// None.
    Nothing,
    /// Several of the same name: id and what tells them apart.
    Several(Vec<(Uuid, String)>),
}

/// The row of `table` that `text` stands for: by its id, which a list of several sends, by its whole
/// name, or as the only one whose name contains it.
pub(super) async fn meant(reader: &mut Reader, table: &str, text: &str) -> Result<Meant> {
    if let Ok(id) = text.parse::<Uuid>() {
        let known = reader.get_row(table, id).await?.is_some();
        return Ok(if known { Meant::Row(id) } else { Meant::Nothing });
    }
    let Some(column) = reader.catalog().table(table)?.primary_name.clone() else { return Ok(Meant::Nothing) };
    let exact =
        tables::Query::of(table).filter(Filter::equals(column.as_str(), Value::from(text))).limit(OFFERED);
    let rows = reader.page(&exact).await?.rows;
    let found: Vec<(Uuid, String)> = match rows.as_slice() {
        [] => offered(reader, table, text).await?,
        rows => rows.iter().map(|row| (row.id(), distinguished(row, &column))).collect(),
    };
    Ok(match found.as_slice() {
        [] => Meant::Nothing,
        [(id, _)] => Meant::Row(*id),
        _ => Meant::Several(found),
    })
}

/// The row's name with the end of its id, which tells rows of one name apart.
fn distinguished(row: &tables::Row, column: &str) -> String {
    let id = row.id().simple().to_string();
    format!("{} · …{}", row.get(column).as_text().unwrap_or_default(), &id[id.len() - 6..])
}
