//! Constants, lists of them, and the aliases that stand for either.

use super::{Aliases, NO_ALIASES, Parser, Token};
use crate::limits::LIST_VALUES_MAX;
use crate::{Literal, SyntaxError};

/// Reads one constant: `5`, `'x'`, a guid, `null`, `["a","b"]`, `@p1`.
///
/// Meant for function arguments whose alias has been looked up.
///
/// # Errors
/// When the text is not exactly one constant.
pub fn parse_literal(text: &str) -> Result<Literal, SyntaxError> {
    let mut parser = Parser::new(text, &NO_ALIASES)?;
    let literal = parser.argument()?;
    parser.finish("the end of the value")?;
    Ok(literal)
}

impl Parser<'_> {
    /// Whether a constant or an alias comes next. `true/x` is a path.
    pub(crate) fn at_value(&self) -> bool {
        match self.peek() {
            Token::Literal(_) | Token::Alias(_) => true,
            Token::Word("null" | "true" | "false") => *self.peek_at(1) != Token::Symbol('/'),
            _ => false,
        }
    }

    /// Takes a constant that is not an alias.
    fn constant(&mut self) -> Result<Literal, SyntaxError> {
        let wrong = self.expected("a value");
        if !self.at_value() || matches!(self.peek(), Token::Alias(_)) {
            return Err(wrong);
        }
        match self.take() {
            Token::Literal(literal) => Ok(literal),
            Token::Word("null") => Ok(Literal::Null),
            Token::Word(word) => Ok(Literal::Boolean(word == "true")),
            _ => Err(wrong),
        }
    }

    /// Takes a constant, or the constant an alias stands for.
    pub(crate) fn value(&mut self) -> Result<Literal, SyntaxError> {
        match self.aliased(|parser| parser.constant())? {
            Some(literal) => Ok(literal),
            None => self.constant(),
        }
    }

    /// Takes a text, or an alias for one.
    pub(crate) fn text(&mut self) -> Result<String, SyntaxError> {
        let found = self.expected("a text in quotes");
        match self.value().map_err(|error| SyntaxError { expected: found.expected.clone(), ..error })? {
            Literal::Text(text) => Ok(text),
            _ => Err(found),
        }
    }

    /// Takes what a function or a key may be given: also a list, a
    /// double-quoted text, or an alias that is left for the caller.
    pub(crate) fn argument(&mut self) -> Result<Literal, SyntaxError> {
        match *self.peek() {
            Token::Alias(name) => {
                self.take();
                Ok(Literal::Alias(name.to_owned()))
            }
            Token::Symbol('[') => self.bracketed().map(Literal::List),
            _ => self.list_item(),
        }
    }

    /// Takes `["1",'2',3]`, which may be empty.
    pub(crate) fn bracketed(&mut self) -> Result<Vec<Literal>, SyntaxError> {
        self.require_symbol('[')?;
        if self.take_symbol(']') {
            return Ok(Vec::new());
        }
        let values = self.list_items()?;
        self.require_list_end(']')?;
        Ok(values)
    }

    /// Takes `(1,2)` behind `in`, or an alias for it.
    pub(crate) fn in_list(&mut self) -> Result<Vec<Literal>, SyntaxError> {
        if let Some(values) = self.aliased(|parser| parser.in_list_proper())? {
            return Ok(values);
        }
        self.in_list_proper()
    }

    fn in_list_proper(&mut self) -> Result<Vec<Literal>, SyntaxError> {
        let end = if self.at_symbol('[') { ']' } else { ')' };
        if !self.take_symbol('[') {
            self.require_symbol('(')?;
        }
        let values = self.list_items()?;
        self.require_list_end(end)?;
        Ok(values)
    }

    fn list_items(&mut self) -> Result<Vec<Literal>, SyntaxError> {
        let mut values = Vec::new();
        loop {
            if values.len() == LIST_VALUES_MAX {
                return Err(self.expected(format!("at most {LIST_VALUES_MAX} values")));
            }
            values.push(self.list_item()?);
            if !self.take_symbol(',') {
                return Ok(values);
            }
        }
    }

    fn require_list_end(&mut self, end: char) -> Result<(), SyntaxError> {
        if self.take_symbol(end) { Ok(()) } else { Err(self.expected(format!("`,` or `{end}`"))) }
    }

    /// Takes a constant or a double-quoted text.
    pub(crate) fn list_item(&mut self) -> Result<Literal, SyntaxError> {
        match self.peek() {
            Token::Json(_) => match self.take() {
                Token::Json(text) => Ok(Literal::Text(text)),
                _ => Err(self.expected("a value")),
            },
            _ => self.value(),
        }
    }

    /// Reads the text behind an alias, if an alias comes next. The text has no
    /// aliases of its own, so this cannot go round in circles.
    pub(crate) fn aliased<T>(
        &mut self,
        read: impl Fn(&mut Parser<'_>) -> Result<T, SyntaxError>,
    ) -> Result<Option<T>, SyntaxError> {
        let Token::Alias(name) = *self.peek() else {
            return Ok(None);
        };
        let aliases: &Aliases = self.aliases;
        let text =
            aliases.get(name).ok_or_else(|| self.expected(format!("a query that defines `@{name}`")))?;
        self.count_alias_bytes(text.len())?;
        let read_whole = || {
            let mut inner = Parser::new(text, &NO_ALIASES)?;
            let value = read(&mut inner)?;
            inner.finish("the end of the value")?;
            Ok(value)
        };
        // The reader of the error sees the filter, not the alias: point there.
        let value = read_whole().map_err(|error: SyntaxError| {
            let expected = format!("{} as the value of `@{name}`", error.expected);
            SyntaxError::new(self.offset(), expected, &error.found)
        })?;
        self.take();
        Ok(Some(value))
    }
}
