//! The place in the tokens, the counters, and the words for errors.

use std::mem;

use super::Aliases;
use super::tokens::{Located, Token, tokenize};
use crate::error::check_length;
use crate::limits::{
    ALIAS_BYTES_MAX, EXPAND_ITEMS_MAX, FILTER_DEPTH_MAX, FILTER_TERMS_MAX, PATH_STEPS_MAX, TEXT_BYTES_MAX,
};
use crate::{Path, SyntaxError};

static END: Token<'static> = Token::End;

/// One pass over one text.
pub(crate) struct Parser<'a> {
    tokens: Vec<Located<'a>>,
    next: usize,
    depth: usize,
    terms: usize,
    expanded: usize,
    alias_bytes: usize,
    pub(crate) aliases: &'a Aliases,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(text: &'a str, aliases: &'a Aliases) -> Result<Self, SyntaxError> {
        check_length(text, TEXT_BYTES_MAX)?;
        Ok(Self {
            tokens: tokenize(text)?,
            next: 0,
            depth: 0,
            terms: 0,
            expanded: 0,
            alias_bytes: 0,
            aliases,
        })
    }

    pub(crate) fn peek(&self) -> &Token<'a> {
        self.peek_at(0)
    }

    pub(crate) fn peek_at(&self, ahead: usize) -> &Token<'a> {
        self.tokens.get(self.next + ahead).map_or(&END, |located| &located.token)
    }

    /// The byte the next token starts at.
    pub(crate) fn offset(&self) -> usize {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(0, |located| located.offset)
    }

    /// Takes the next token; at the end it keeps answering the end.
    pub(crate) fn take(&mut self) -> Token<'a> {
        match self.tokens.get_mut(self.next) {
            Some(located) if located.token != Token::End => {
                self.next += 1;
                mem::replace(&mut located.token, Token::End)
            }
            _ => Token::End,
        }
    }

    pub(crate) fn at_symbol(&self, symbol: char) -> bool {
        *self.peek() == Token::Symbol(symbol)
    }

    pub(crate) fn take_symbol(&mut self, symbol: char) -> bool {
        let found = self.at_symbol(symbol);
        if found {
            self.take();
        }
        found
    }

    pub(crate) fn require_symbol(&mut self, symbol: char) -> Result<(), SyntaxError> {
        if self.take_symbol(symbol) { Ok(()) } else { Err(self.expected(format!("`{symbol}`"))) }
    }

    pub(crate) fn at_word(&self, word: &str) -> bool {
        matches!(self.peek(), Token::Word(found) if *found == word)
    }

    pub(crate) fn take_word(&mut self, word: &str) -> bool {
        let found = self.at_word(word);
        if found {
            self.take();
        }
        found
    }

    /// Takes any word; `what` says in an error what kind of name was meant.
    pub(crate) fn require_name(&mut self, what: &str) -> Result<&'a str, SyntaxError> {
        match *self.peek() {
            Token::Word(word) => {
                self.take();
                Ok(word)
            }
            _ => Err(self.expected(what)),
        }
    }

    /// Refuses whatever follows a complete text.
    pub(crate) fn finish(&self, otherwise: &str) -> Result<(), SyntaxError> {
        if *self.peek() == Token::End { Ok(()) } else { Err(self.expected(otherwise)) }
    }

    /// An error at the next token.
    pub(crate) fn expected(&self, what: impl Into<String>) -> SyntaxError {
        SyntaxError::new(self.offset(), what, &describe(self.peek()))
    }

    /// Takes `a/b/c`; stops before a `/` that `any(` or `all(` follows.
    pub(crate) fn path(&mut self) -> Result<Path, SyntaxError> {
        let mut steps = vec![self.require_name("a property name")?.to_owned()];
        while self.at_symbol('/') && !self.at_lambda() {
            self.take();
            if steps.len() == PATH_STEPS_MAX {
                return Err(self.expected(format!("a path of at most {PATH_STEPS_MAX} steps")));
            }
            steps.push(self.require_name("a property name after `/`")?.to_owned());
        }
        Ok(Path(steps))
    }

    /// Whether `/any(` or `/all(` comes next.
    pub(crate) fn at_lambda(&self) -> bool {
        self.at_symbol('/')
            && matches!(self.peek_at(1), Token::Word("any" | "all"))
            && *self.peek_at(2) == Token::Symbol('(')
    }

    /// Counts one level of nesting; [`Parser::leave`] ends it.
    pub(crate) fn enter(&mut self) -> Result<(), SyntaxError> {
        if self.depth == FILTER_DEPTH_MAX {
            return Err(self.expected(format!("at most {FILTER_DEPTH_MAX} levels of nesting")));
        }
        self.depth += 1;
        Ok(())
    }

    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Counts one condition.
    pub(crate) fn count_term(&mut self) -> Result<(), SyntaxError> {
        if self.terms == FILTER_TERMS_MAX {
            return Err(self.expected(format!("at most {FILTER_TERMS_MAX} conditions")));
        }
        self.terms += 1;
        Ok(())
    }

    /// Counts the value of an alias, once for each use.
    pub(crate) fn count_alias_bytes(&mut self, bytes: usize) -> Result<(), SyntaxError> {
        self.alias_bytes += bytes;
        if self.alias_bytes > ALIAS_BYTES_MAX {
            return Err(self.expected(format!("at most {ALIAS_BYTES_MAX} bytes of aliases")));
        }
        Ok(())
    }

    /// Counts one expanded property.
    pub(crate) fn count_expanded(&mut self) -> Result<(), SyntaxError> {
        if self.expanded == EXPAND_ITEMS_MAX {
            return Err(self.expected(format!("at most {EXPAND_ITEMS_MAX} expanded properties")));
        }
        self.expanded += 1;
        Ok(())
    }
}

fn describe(token: &Token<'_>) -> String {
    match token {
        Token::Word(word) | Token::Option(word) => format!("`{word}`"),
        Token::Literal(literal) => format!("`{literal}`"),
        Token::Json(text) => format!("`\"{text}\"`"),
        Token::Alias(name) => format!("`@{name}`"),
        Token::Symbol(symbol) => format!("`{symbol}`"),
        Token::End => "the end".to_owned(),
    }
}
