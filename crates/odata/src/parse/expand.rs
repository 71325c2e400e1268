//! `$expand`, with options of its own in parentheses.

use super::{Aliases, NO_ALIASES, OrderBy, Parser, Token};
use crate::limits::EXPAND_DEPTH_MAX;
use crate::{Filter, Literal, SyntaxError};

/// One navigation property to answer inline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expand {
    /// The navigation property.
    pub property: String,
    /// Columns wanted; empty means all.
    pub select: Vec<String>,
    /// Which of the related rows.
    pub filter: Option<Filter>,
    /// In which order.
    pub order_by: Vec<OrderBy>,
    /// How many of them.
    pub top: Option<u32>,
    /// What to expand in each of them.
    pub expand: Vec<Expand>,
}

/// Reads an `$expand` that uses no parameter aliases.
///
/// # Errors
/// When the text is not an expand, or goes past one of the [`crate::limits`].
pub fn parse_expand(text: &str) -> Result<Vec<Expand>, SyntaxError> {
    parse_expand_with(text, &NO_ALIASES)
}

/// Reads an `$expand` whose filters may use parameter aliases.
///
/// # Errors
/// As [`parse_expand`], and when an alias is not in `aliases`.
pub fn parse_expand_with(text: &str, aliases: &Aliases) -> Result<Vec<Expand>, SyntaxError> {
    let mut parser = Parser::new(text, aliases)?;
    let items = parser.expand(1)?;
    parser.finish("`,` or the end of the expand")?;
    Ok(items)
}

impl Parser<'_> {
    fn expand(&mut self, depth: usize) -> Result<Vec<Expand>, SyntaxError> {
        if depth > EXPAND_DEPTH_MAX {
            return Err(self.expected(format!("at most {EXPAND_DEPTH_MAX} levels of `$expand`")));
        }
        let mut items = Vec::new();
        loop {
            self.count_expanded()?;
            items.push(self.expand_item(depth)?);
            if !self.take_symbol(',') {
                return Ok(items);
            }
        }
    }

    fn expand_item(&mut self, depth: usize) -> Result<Expand, SyntaxError> {
        let property = self.require_name("a navigation property")?.to_owned();
        let mut item = Expand { property, ..Expand::default() };
        if !self.take_symbol('(') {
            return Ok(item);
        }
        let mut seen = Vec::new();
        loop {
            let option = match *self.peek() {
                Token::Option(option) if !seen.contains(&option) => option,
                Token::Option(_) => return Err(self.expected("each option once")),
                _ => return Err(self.expected("an option such as `$select`")),
            };
            seen.push(option);
            self.expand_option(option, &mut item, depth)?;
            if !self.take_symbol(';') {
                break;
            }
        }
        if self.take_symbol(')') { Ok(item) } else { Err(self.expected("`;` or `)`")) }
    }

    fn expand_option(&mut self, option: &str, item: &mut Expand, depth: usize) -> Result<(), SyntaxError> {
        let known = ["$select", "$filter", "$orderby", "$top", "$expand"];
        if !known.contains(&option) {
            return Err(self.expected(format!("one of {}", known.join(", "))));
        }
        self.take();
        self.require_symbol('=')?;
        match option {
            "$select" => item.select = self.select()?,
            "$filter" => item.filter = Some(self.filter()?),
            "$orderby" => item.order_by = self.order_by()?,
            "$top" => item.top = Some(self.top()?),
            _ => item.expand = self.expand(depth + 1)?,
        }
        Ok(())
    }

    fn top(&mut self) -> Result<u32, SyntaxError> {
        let wrong = self.expected("a number of rows");
        match self.take() {
            Token::Literal(Literal::Whole(rows)) => u32::try_from(rows).map_err(|_| wrong),
            _ => Err(wrong),
        }
    }
}
