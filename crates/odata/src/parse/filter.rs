//! `$filter`: or, and, not, then one condition; each level in its own function.

use super::{Aliases, NO_ALIASES, Parser, Token};
use crate::{Comparison, Filter, Path, SyntaxError, TextMatchKind};

/// Reads a `$filter` that uses no parameter aliases.
///
/// # Errors
/// When the text is not a filter, or goes past one of the [`crate::limits`].
pub fn parse_filter(text: &str) -> Result<Filter, SyntaxError> {
    parse_filter_with(text, &NO_ALIASES)
}

/// Reads a `$filter`, putting the values of aliases such as `@p1` in place.
///
/// # Errors
/// As [`parse_filter`], and when an alias is not in `aliases`.
pub fn parse_filter_with(text: &str, aliases: &Aliases) -> Result<Filter, SyntaxError> {
    let mut parser = Parser::new(text, aliases)?;
    let filter = parser.filter()?;
    parser.finish("`and`, `or` or the end of the filter")?;
    Ok(filter)
}

impl Parser<'_> {
    /// Takes a whole filter, up to a token that cannot continue it.
    pub(crate) fn filter(&mut self) -> Result<Filter, SyntaxError> {
        self.joined("or", Self::conjunction, Filter::Or)
    }

    fn conjunction(&mut self) -> Result<Filter, SyntaxError> {
        self.joined("and", Self::negation, Filter::And)
    }

    /// Takes one or more operands; a single one needs no node around it.
    fn joined(
        &mut self,
        word: &str,
        operand: fn(&mut Self) -> Result<Filter, SyntaxError>,
        join: fn(Vec<Filter>) -> Filter,
    ) -> Result<Filter, SyntaxError> {
        let first = operand(self)?;
        if !self.at_word(word) {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.take_word(word) {
            parts.push(operand(self)?);
        }
        Ok(join(parts))
    }

    /// Takes `not x`, where x is the next condition or group and nothing more.
    ///
    /// The standard reads `not a eq 1` as `(not a) eq 1`. That has a meaning
    /// only for booleans, and there `not (a eq 1)` is the same condition.
    fn negation(&mut self) -> Result<Filter, SyntaxError> {
        if !self.at_not() {
            return self.condition();
        }
        self.enter()?;
        self.take();
        // `not (x)` is one level, not two, so that printing adds no depth.
        let inner = if self.take_symbol('(') { self.group_rest() } else { self.negation() }?;
        self.leave();
        Ok(Filter::Not(Box::new(inner)))
    }

    /// `not` is a name where an operator or nothing follows: `not eq 1`.
    fn at_not(&self) -> bool {
        self.at_word("not")
            && match self.peek_at(1) {
                Token::Word(word) => comparison(word).is_none() && !matches!(*word, "in" | "and" | "or"),
                token => *token == Token::Symbol('(') || matches!(token, Token::Literal(_) | Token::Alias(_)),
            }
    }

    fn group_rest(&mut self) -> Result<Filter, SyntaxError> {
        let inner = self.filter()?;
        if self.take_symbol(')') { Ok(inner) } else { Err(self.expected("`and`, `or` or `)`")) }
    }

    fn condition(&mut self) -> Result<Filter, SyntaxError> {
        if self.at_symbol('(') {
            self.enter()?;
            self.take();
            let inner = self.group_rest()?;
            self.leave();
            return Ok(inner);
        }
        self.count_term()?;
        if self.at_value() {
            return self.value_first();
        }
        match (self.peek(), self.peek_at(1)) {
            (Token::Word(_), Token::Symbol('(')) => self.call(),
            (Token::Word(_), _) => self.path_first(),
            _ => Err(self.expected("a condition")),
        }
    }

    /// Takes `5 lt x` and turns it round.
    fn value_first(&mut self) -> Result<Filter, SyntaxError> {
        let value = self.value()?;
        let operator = self.comparison()?.swapped();
        let path = self.path()?;
        Ok(Filter::Compare { path, operator, value })
    }

    fn path_first(&mut self) -> Result<Filter, SyntaxError> {
        let path = self.path()?;
        if self.at_lambda() {
            return self.lambda(path);
        }
        if self.take_word("in") {
            let values = self.in_list()?;
            return Ok(Filter::In { path, values });
        }
        match *self.peek() {
            Token::Word(word) if comparison(word).is_some() => {
                let operator = self.comparison()?;
                let value = self.value()?;
                Ok(Filter::Compare { path, operator, value })
            }
            Token::Word("and" | "or") | Token::Symbol(')' | ';') | Token::End => Ok(Filter::Boolean(path)),
            _ => Err(self.expected("an operator such as `eq`")),
        }
    }

    fn comparison(&mut self) -> Result<Comparison, SyntaxError> {
        let found = match *self.peek() {
            Token::Word(word) => comparison(word),
            _ => None,
        };
        let operator = found.ok_or_else(|| self.expected("a comparison such as `eq`"))?;
        self.take();
        Ok(operator)
    }

    /// Takes `/any(v:condition)`, `/any()` or `/all(v:condition)` behind a path.
    fn lambda(&mut self, path: Path) -> Result<Filter, SyntaxError> {
        self.enter()?;
        self.take();
        let any = self.take_word("any");
        if !any {
            self.take();
        }
        self.require_symbol('(')?;
        if any && self.take_symbol(')') {
            self.leave();
            return Ok(Filter::Any { path, variable: String::new(), condition: None });
        }
        let variable = self.require_name("a range variable")?.to_owned();
        self.require_symbol(':')?;
        let condition = Box::new(self.group_rest()?);
        self.leave();
        Ok(if any {
            Filter::Any { path, variable, condition: Some(condition) }
        } else {
            Filter::All { path, variable, condition }
        })
    }

    /// Takes `name(...)`: a text match, or a query function.
    fn call(&mut self) -> Result<Filter, SyntaxError> {
        let name = self.require_name("a function name")?;
        let kind = match name {
            "contains" => TextMatchKind::Contains,
            "startswith" => TextMatchKind::StartsWith,
            "endswith" => TextMatchKind::EndsWith,
            _ => return self.query_function(name),
        };
        self.require_symbol('(')?;
        let path = self.path()?;
        self.require_symbol(',')?;
        let value = self.text()?;
        self.require_symbol(')')?;
        Ok(Filter::TextMatch { path, kind, value })
    }
}

fn comparison(word: &str) -> Option<Comparison> {
    Some(match word {
        "eq" => Comparison::Equal,
        "ne" => Comparison::NotEqual,
        "gt" => Comparison::Greater,
        "ge" => Comparison::GreaterOrEqual,
        "lt" => Comparison::Less,
        "le" => Comparison::LessOrEqual,
        _ => return None,
    })
}
