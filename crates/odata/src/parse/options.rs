//! `$select` and `$orderby`.

use super::{NO_ALIASES, Parser, Token};
use crate::limits::{ORDER_KEYS_MAX, SELECT_COLUMNS_MAX};
use crate::{Path, SyntaxError};

/// One key of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderBy {
    /// The property to sort by.
    pub path: Path,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Reads a `$select`: column names in the order given, `*` among them.
///
/// # Errors
/// When the text is not a list of names, or holds too many.
pub fn parse_select(text: &str) -> Result<Vec<String>, SyntaxError> {
    let mut parser = Parser::new(text, &NO_ALIASES)?;
    let columns = parser.select()?;
    parser.finish("`,` or the end of the list")?;
    Ok(columns)
}

/// Reads an `$orderby`: `name, parentaccountid/name desc`.
///
/// # Errors
/// When the text is not a list of keys, or holds too many.
pub fn parse_order_by(text: &str) -> Result<Vec<OrderBy>, SyntaxError> {
    let mut parser = Parser::new(text, &NO_ALIASES)?;
    let keys = parser.order_by()?;
    parser.finish("`,`, `asc`, `desc` or the end of the order")?;
    Ok(keys)
}

impl Parser<'_> {
    pub(crate) fn select(&mut self) -> Result<Vec<String>, SyntaxError> {
        self.separated(SELECT_COLUMNS_MAX, "columns", |parser| {
            if parser.take_symbol('*') {
                return Ok("*".to_owned());
            }
            Ok(parser.path()?.to_string())
        })
    }

    pub(crate) fn order_by(&mut self) -> Result<Vec<OrderBy>, SyntaxError> {
        self.separated(ORDER_KEYS_MAX, "keys", |parser| {
            let path = parser.path()?;
            let descending = match *parser.peek() {
                Token::Word(direction @ ("asc" | "desc")) => {
                    parser.take();
                    direction == "desc"
                }
                _ => false,
            };
            Ok(OrderBy { path, descending })
        })
    }

    /// Takes one or more items with commas between them.
    fn separated<T>(
        &mut self,
        count_max: usize,
        what: &str,
        item: impl Fn(&mut Self) -> Result<T, SyntaxError>,
    ) -> Result<Vec<T>, SyntaxError> {
        let mut items = vec![item(self)?];
        while self.take_symbol(',') {
            if items.len() == count_max {
                return Err(self.expected(format!("at most {count_max} {what}")));
            }
            items.push(item(self)?);
        }
        Ok(items)
    }
}
