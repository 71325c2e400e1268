//! LayoutXML: which columns a view of Dataverse shows.

use super::xml;
use crate::SyntaxError;

/// The names of the cells, in order.
///
/// # Errors
/// [`SyntaxError`] where the text is no such document.
///
/// ```
/// let text = r#"<grid name="resultset"><row name="result" id="leadid"><cell name="subject" width="150" /></row></grid>"#;
/// assert_eq!(odata::fetch::parse_layout(text)?, ["subject"]);
/// # Ok::<(), odata::SyntaxError>(())
/// ```
pub fn parse_layout(text: &str) -> Result<Vec<String>, SyntaxError> {
    let grid = xml::parse(text)?;
    let rows = grid.children.iter().filter(|row| row.name == "row");
    let cells = rows.flat_map(|row| &row.children).filter(|cell| cell.name == "cell");
    // Hidden ones are there for the links of others.
    let shown = cells.filter(|cell| !matches!(cell.attribute("ishidden"), Some("1" | "true")));
    Ok(shown.filter_map(|cell| cell.attribute("name").map(str::to_owned)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_columns_and_what_is_no_document_is_refused() {
        let cells = |cells: &str| parse_layout(&format!("<grid><row id=\"x\">{cells}</row></grid>"));
        assert_eq!(
            cells(r#"<cell name="b"/><cell name="a" ishidden="1"/><other name="x"/><cell/><cell name="c"/>"#)
                .unwrap(),
            ["b", "c"]
        );
        assert!(parse_layout("<grid/>").unwrap().is_empty());
        for wrong in ["", "<grid>", "no xml", "<grid><row></grid>"] {
            assert!(parse_layout(wrong).is_err(), "{wrong}");
        }
    }
}
