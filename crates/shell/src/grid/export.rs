//! The rows of a grid as CSV, for spreadsheets.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use tables::{ColumnDefinition, Error, Query, Reader, Row, Value};

use super::Column;
use crate::names::{Names, names};
use crate::{Shown, Visit};

/// Most rows of one file.
pub const EXPORT_ROWS_MAX: usize = 10_000;
/// Rows read at a time.
const PAGE_ROWS: u32 = 2_500;

/// All rows of the query in these columns, as a file to keep.
pub(super) async fn csv(
    visit: &Visit,
    reader: &mut Reader,
    mut query: Query,
    name: &str,
    columns: &[Column],
) -> Shown {
    let shown: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let table = query.table.clone();
    let mut file = csv::Writer::from_writer(Vec::new());
    let heads = columns.iter().map(|column| visit.column(&table, column.name));
    file.write_record(heads).map_err(Error::internal)?;
    let mut count = 0;
    query.page_size = PAGE_ROWS;
    loop {
        let page = reader.page(&query).await?;
        count += page.rows.len();
        if count > EXPORT_ROWS_MAX {
            return Err(
                Error::LimitExceeded { what: "rows of an export", limit: EXPORT_ROWS_MAX as u64 }.into()
            );
        }
        let names = names(reader, &page.rows, &shown).await?;
        for row in &page.rows {
            file.write_record(columns.iter().map(|column| field(visit, row, column.name, &names)))
                .map_err(Error::internal)?;
        }
        query.after = page.next;
        if query.after.is_none() {
            break;
        }
    }
    Ok(answer(name, file.into_inner().map_err(Error::internal)?))
}

fn answer(name: &str, content: Vec<u8>) -> Response {
    // Spreadsheets take a file for UTF-8 by this mark.
    let content = ["\u{feff}".as_bytes(), &content].concat();
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned());
    let file = (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\""));
    ([kind, file], content).into_response()
}

/// A value for programs: days and numbers as they are stored, whatever the language.
fn field(visit: &Visit, row: &Row, name: &str, names: &Names) -> String {
    let Some(column) = row.definition().column(name) else { return String::new() };
    match row.get(name) {
        Value::Whole(number) => number.to_string(),
        Value::Decimal(decimal) => tables::value::scaled_to_digits(decimal.units, decimal.scale),
        Value::Money(money) => tables::value::scaled_to_digits(money.0, tables::value::MONEY_SCALE),
        Value::Date(day) => day.to_string(),
        Value::DateTime(moment) => moment.to_string(),
        value => harmless(text(visit, row, column, value, names)),
    }
}

fn text(visit: &Visit, row: &Row, column: &ColumnDefinition, value: &Value, names: &Names) -> String {
    visit.value(&row.definition().name, column, value, names)
}

/// Text that a spreadsheet would take for a formula gets a mark that makes it text (OWASP, "CSV
/// injection").
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+48 22", "'+48 22"),
            ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(harmless(text.into()), expected);
        }
    }
}
