//! Query functions: `Microsoft.Dynamics.CRM.In(PropertyName='c',PropertyValues=["1"])`.

use super::{NO_ALIASES, Parser, Token};
use crate::limits::LIST_VALUES_MAX;
use crate::{Filter, Literal, Path, SyntaxError};

impl Parser<'_> {
    /// Takes the arguments behind a function's name, in any order.
    pub(crate) fn query_function(&mut self, name: &str) -> Result<Filter, SyntaxError> {
        let start = self.offset();
        self.require_symbol('(')?;
        let mut property = None;
        let mut values = Vec::new();
        loop {
            if self.at_word("PropertyName") {
                let repeated = self.expected("`PropertyName` once");
                if property.replace(self.property_argument()?).is_some() {
                    return Err(repeated);
                }
            } else {
                values.extend(self.value_arguments()?);
            }
            if values.len() > LIST_VALUES_MAX {
                return Err(self.expected(format!("at most {LIST_VALUES_MAX} values")));
            }
            if !self.take_symbol(',') {
                break;
            }
        }
        if !self.take_symbol(')') {
            return Err(self.expected("`,` or `)`"));
        }
        match property {
            Some(property) => Ok(Filter::Function { name: name.to_owned(), property, values }),
            None => Err(SyntaxError::new(start, "a `PropertyName` argument", "none")),
        }
    }

    /// Takes `PropertyValue=1` or `PropertyValues=["1","2"]`.
    fn value_arguments(&mut self) -> Result<Vec<Literal>, SyntaxError> {
        let several = match self.peek() {
            Token::Word("PropertyValue" | "PropertyValue1" | "PropertyValue2") => false,
            Token::Word("PropertyValues") => true,
            _ => return Err(self.expected("`PropertyName`, `PropertyValue` or `PropertyValues`")),
        };
        self.take();
        self.require_symbol('=')?;
        if !several {
            return Ok(vec![self.list_item()?]);
        }
        match self.aliased(|parser| parser.bracketed())? {
            Some(values) => Ok(values),
            None => self.bracketed(),
        }
    }

    /// Takes `PropertyName='c'`.
    fn property_argument(&mut self) -> Result<Path, SyntaxError> {
        self.take();
        self.require_symbol('=')?;
        self.property_name()
    }

    /// Takes the property: in quotes as documented, bare as some clients send it.
    fn property_name(&mut self) -> Result<Path, SyntaxError> {
        if matches!(self.peek(), Token::Word(_)) {
            return self.path();
        }
        let wrong = self.expected("a property name in quotes");
        let text = match *self.peek() {
            Token::Json(_) => match self.list_item()? {
                Literal::Text(text) => text,
                _ => return Err(wrong),
            },
            _ => self.text()?,
        };
        let mut inner = Parser::new(&text, &NO_ALIASES).map_err(|_| wrong.clone())?;
        let path = inner.path().map_err(|_| wrong.clone())?;
        inner.finish("").map_err(|_| wrong)?;
        Ok(path)
    }
}
