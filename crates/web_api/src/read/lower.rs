//! `$filter` and `$orderby` become the store's own tree, each value typed by its column.

use odata::{Comparison as Operator, Filter as Syntax, Literal, TextMatchKind};
use tables::value::{MONEY_SCALE, digits_to_scaled};
use tables::{
    ColumnDefinition, ColumnKind, Comparison, Decimal, Filter, Money, Path, Sort, TableDefinition, TextMatch,
    Value, json,
};

use crate::api::Convention;
use crate::model::{COMPANY, Model, navigation};
use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// A property that a filter or an order names: where it is, and its column.
struct Property<'a> {
    path: Path,
    column: &'a ColumnDefinition,
}

/// How strictly a literal has to be of its column's type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typing {
    /// As written in a comparison: numbers bare, text in quotes.
    Exact,
    /// As written in a query function, where every value may stand in quotes.
    Quoted,
}

impl<'a> Model<'a> {
    /// The store's filter for this one.
    pub fn filter(&self, table: &'a TableDefinition, syntax: &Syntax) -> Result<Filter, ApiError> {
        match syntax {
            Syntax::And(all) => {
                Ok(Filter::And(all.iter().map(|one| self.filter(table, one)).collect::<Result<_, _>>()?))
            }
            Syntax::Or(any) => {
                Ok(Filter::Or(any.iter().map(|one| self.filter(table, one)).collect::<Result<_, _>>()?))
            }
            Syntax::Not(inner) => Ok(Filter::Not(Box::new(self.filter(table, inner)?))),
            condition => self
                .condition(table, condition)
                .map_err(|error| ApiError { message: place(&error.message, condition), ..error }),
        }
    }

    /// The store's order for this one.
    pub fn order(&self, table: &'a TableDefinition, keys: &[odata::OrderBy]) -> Result<Vec<Sort>, ApiError> {
        let sort = |key: &odata::OrderBy| {
            let property = self.property(table, &key.path)?;
            Ok(Sort { path: property.path, descending: key.descending })
        };
        keys.iter().map(sort).collect()
    }

    fn condition(&self, table: &'a TableDefinition, syntax: &Syntax) -> Result<Filter, ApiError> {
        match syntax {
            Syntax::Compare { path, operator, value } => {
                let property = self.property(table, path)?;
                self.compare(property, *operator, value)
            }
            Syntax::TextMatch { path, kind, value } => text_match(self.property(table, path)?, *kind, value),
            Syntax::In { path, values } => {
                one_of(self.convention, self.property(table, path)?, values, Typing::Exact)
            }
            Syntax::Function { name, property, values } => self.function(table, name, property, values),
            Syntax::Boolean(path) => {
                let property = self.property(table, path)?;
                self.compare(property, Operator::Equal, &Literal::Boolean(true))
            }
            Syntax::Any { .. } | Syntax::All { .. } => Err(ApiError::not_implemented("any() and all()")),
            Syntax::And(_) | Syntax::Or(_) | Syntax::Not(_) => self.filter(table, syntax),
        }
    }

    fn function(
        &self,
        table: &'a TableDefinition,
        name: &str,
        property: &odata::Path,
        values: &[Literal],
    ) -> Result<Filter, ApiError> {
        let short = self.convention.short(name);
        let found = self.property_of_function(table, property)?;
        match (short, values) {
            ("In", _) => one_of(self.convention, found, values, Typing::Quoted),
            ("NotIn", _) => {
                Ok(Filter::Not(Box::new(one_of(self.convention, found, values, Typing::Quoted)?)))
            }
            ("Between" | "NotBetween", [low, high]) => {
                let low = self.bound(&found, low)?;
                let high = self.bound(&found, high)?;
                let between = Filter::Between(found.path, low, high);
                Ok(if short == "Between" { between } else { Filter::Not(Box::new(between)) })
            }
            ("Between" | "NotBetween", _) => {
                Err(ApiError::invalid(format!("{short} needs two values, {} given.", values.len())))
            }
            _ => Err(ApiError::not_implemented(&format!("The query function {name}"))),
        }
    }

    fn bound(&self, property: &Property<'_>, literal: &Literal) -> Result<Value, ApiError> {
        match value(self.convention, property.column, literal, Typing::Quoted)? {
            Value::Null => Err(wrong(property.column, literal)),
            value => Ok(value),
        }
    }

    /// Query functions name a lookup by its column, others by its property.
    fn property_of_function(
        &self,
        table: &'a TableDefinition,
        path: &odata::Path,
    ) -> Result<Property<'a>, ApiError> {
        match path.0.as_slice() {
            [name] => match table.column(name).filter(|column| !column.secret) {
                Some(column) => Ok(Property { path: Path(vec![column.name.clone()]), column }),
                None => self.property(table, path),
            },
            _ => self.property(table, path),
        }
    }

    /// Follows lookups to the column that a path ends at.
    fn property(&self, table: &'a TableDefinition, path: &odata::Path) -> Result<Property<'a>, ApiError> {
        let mut table = table;
        let mut steps = Vec::with_capacity(path.0.len());
        let Some((last, lookups)) = path.0.split_last() else {
            return Err(ApiError::invalid("A property has no name."));
        };
        for name in lookups {
            let unknown = || self.convention.unknown_property(table, name);
            let (_, target) = navigation(table, name).ok_or_else(|| no_lookup(table, name))?;
            table = self.table(target.ok_or_else(unknown)?).ok_or_else(unknown)?;
            steps.push(name.clone());
        }
        let found = self.convention.column(table, last);
        let at = found.ok_or_else(|| self.convention.unknown_property(table, last))?;
        steps.push(table.columns[at].name.clone());
        Ok(Property { path: Path(steps), column: &table.columns[at] })
    }

    fn compare(
        &self,
        property: Property<'_>,
        operator: Operator,
        literal: &Literal,
    ) -> Result<Filter, ApiError> {
        let Property { path, column } = property;
        if let Some(filter) = self.wildcard(&path, column, operator, literal)? {
            return Ok(filter);
        }
        let value = value(self.convention, column, literal, Typing::Exact)?;
        let negative = operator == Operator::NotEqual;
        let equality = negative || operator == Operator::Equal;
        let signed = |filter: Filter| if negative { Filter::Not(Box::new(filter)) } else { filter };
        match value {
            Value::Null if equality => Ok(signed(Filter::IsNull(path))),
            Value::Null | Value::Id(_) | Value::YesNo(_) if !equality => {
                let message = format!("{} can only be compared with eq and ne here.", column.name);
                Err(ApiError::new(400, BAD_ATTRIBUTE, message))
            }
            value => Ok(Filter::Compare(path, comparison(operator), value)),
        }
    }

    /// In finance and operations `Name eq '*retail*'` stands for "contains".
    fn wildcard(
        &self,
        path: &Path,
        column: &ColumnDefinition,
        operator: Operator,
        literal: &Literal,
    ) -> Result<Option<Filter>, ApiError> {
        let Literal::Text(text) = literal else { return Ok(None) };
        let applies = self.convention == Convention::FinanceAndOperations
            && column.kind.is_text()
            && matches!(operator, Operator::Equal | Operator::NotEqual)
            && text.contains('*');
        if !applies {
            return Ok(None);
        }
        let inner = text.trim_matches('*');
        if inner.contains('*') {
            let message = format!("{}: a * may stand at the start or the end of '{text}' only.", column.name);
            return Err(ApiError::invalid(message));
        }
        let filter = match (inner, text.starts_with('*'), text.ends_with('*')) {
            ("", ..) => Filter::Not(Box::new(Filter::IsNull(path.clone()))),
            (_, true, true) => Filter::Text(path.clone(), TextMatch::Contains, inner.into()),
            (_, true, false) => Filter::Text(path.clone(), TextMatch::EndsWith, inner.into()),
            (..) => Filter::Text(path.clone(), TextMatch::StartsWith, inner.into()),
        };
        Ok(Some(if operator == Operator::NotEqual { Filter::Not(Box::new(filter)) } else { filter }))
    }
}

fn no_lookup(table: &TableDefinition, name: &str) -> ApiError {
    let message = format!("'{name}' of {} is no lookup and leads nowhere.", table.name);
    ApiError::new(400, BAD_ATTRIBUTE, message)
}

/// Whether a filter says itself which companies it means.
pub(crate) fn names_company(syntax: &Syntax) -> bool {
    let is_company = |path: &odata::Path| path.0.last().is_some_and(|last| last == COMPANY);
    match syntax {
        Syntax::And(all) | Syntax::Or(all) => all.iter().any(names_company),
        Syntax::Not(inner) => names_company(inner),
        Syntax::Compare { path, .. }
        | Syntax::TextMatch { path, .. }
        | Syntax::In { path, .. }
        | Syntax::Function { property: path, .. } => is_company(path),
        Syntax::Any { .. } | Syntax::All { .. } | Syntax::Boolean(_) => false,
    }
}

/// The value of a key's column in an address.
pub(crate) fn key_value(
    convention: Convention,
    column: &ColumnDefinition,
    literal: &Literal,
) -> Result<Value, ApiError> {
    value(convention, column, literal, Typing::Exact)
}

fn place(message: &str, condition: &Syntax) -> String {
    format!("$filter, at `{condition}`: {message}")
}

fn one_of(
    convention: Convention,
    property: Property<'_>,
    literals: &[Literal],
    typing: Typing,
) -> Result<Filter, ApiError> {
    let mut values = Vec::with_capacity(literals.len());
    let mut null = false;
    for literal in literals {
        match value(convention, property.column, literal, typing)? {
            Value::Null => null = true,
            value => values.push(value),
        }
    }
    let found = Filter::In(property.path.clone(), values);
    Ok(if null { Filter::Or(vec![found, Filter::IsNull(property.path)]) } else { found })
}

fn text_match(property: Property<'_>, kind: TextMatchKind, text: &str) -> Result<Filter, ApiError> {
    if !matches!(property.column.kind, ColumnKind::Text { .. } | ColumnKind::Memo { .. }) {
        let message = format!("{} is no text and cannot be searched.", property.column.name);
        return Err(ApiError::new(400, BAD_ATTRIBUTE, message));
    }
    let kind = match kind {
        TextMatchKind::Contains => TextMatch::Contains,
        TextMatchKind::StartsWith => TextMatch::StartsWith,
        TextMatchKind::EndsWith => TextMatch::EndsWith,
    };
    Ok(Filter::Text(property.path, kind, text.to_owned()))
}

/// The value that a literal means in a column. A lookup gives the bare id.
fn value(
    convention: Convention,
    column: &ColumnDefinition,
    literal: &Literal,
    typing: Typing,
) -> Result<Value, ApiError> {
    let digits = match literal {
        Literal::Whole(number) => Some(number.to_string()),
        Literal::Decimal(text) => Some(text.clone()),
        Literal::Text(text) if typing == Typing::Quoted => Some(text.trim().to_owned()),
        _ => None,
    };
    let scaled = |scale: u8| digits.as_deref().and_then(|digits| digits_to_scaled(digits, scale));
    let found = match (&column.kind, literal) {
        (_, Literal::Null) => Some(Value::Null),
        (ColumnKind::Text { .. } | ColumnKind::Memo { .. }, Literal::Text(text)) => {
            Some(Value::from(text.as_str()))
        }
        (ColumnKind::Whole { .. }, _) => scaled(0).map(Value::Whole),
        (ColumnKind::Decimal { scale, .. }, _) => {
            scaled(*scale).map(|units| Value::Decimal(Decimal { units, scale: *scale }))
        }
        (ColumnKind::Money { .. }, _) => scaled(MONEY_SCALE).map(|units| Value::Money(Money(units))),
        (ColumnKind::YesNo, Literal::Boolean(yes)) => Some(Value::YesNo(*yes)),
        (ColumnKind::YesNo, Literal::Text(text)) if typing == Typing::Quoted => match text.as_str() {
            "1" | "true" => Some(Value::YesNo(true)),
            "0" | "false" => Some(Value::YesNo(false)),
            _ => None,
        },
        (ColumnKind::YesNo, Literal::EnumMember { member, .. }) => match member.as_str() {
            "Yes" => Some(Value::YesNo(true)),
            "No" => Some(Value::YesNo(false)),
            _ => None,
        },
        (ColumnKind::Date, Literal::Date(text) | Literal::Text(text)) => text.parse().ok().map(Value::Date),
        (ColumnKind::DateTime, Literal::DateTime(text)) => text.parse().ok().map(Value::DateTime),
        (ColumnKind::DateTime, Literal::Date(text)) => midnight(text),
        (ColumnKind::DateTime, Literal::Text(text)) => {
            text.parse().ok().map(Value::DateTime).or_else(|| midnight(text))
        }
        (ColumnKind::Choice { .. }, _) => return option(convention, column, literal, digits.as_deref()),
        (ColumnKind::Id | ColumnKind::Lookup { .. }, Literal::Id(id)) => Some(Value::Id(*id)),
        (ColumnKind::Id | ColumnKind::Lookup { .. }, Literal::Text(text)) => {
            json::read_id(text).map(Value::Id)
        }
        _ => None,
    };
    found.ok_or_else(|| wrong(column, literal))
}

fn midnight(day: &str) -> Option<Value> {
    format!("{day}T00:00:00Z").parse().ok().map(Value::DateTime)
}

/// An option by number, or by name where the convention has names.
fn option(
    convention: Convention,
    column: &ColumnDefinition,
    literal: &Literal,
    digits: Option<&str>,
) -> Result<Value, ApiError> {
    let ColumnKind::Choice { options } = &column.kind else {
        return Err(wrong(column, literal));
    };
    let name = match literal {
        Literal::EnumMember { member, .. } => Some(member),
        Literal::Text(text) if convention == Convention::FinanceAndOperations => Some(text),
        _ => None,
    };
    let by_name = name.and_then(|name| options.iter().find(|option| option.name == *name));
    let number = digits.and_then(|digits| digits.parse::<i32>().ok());
    let by_number = number.and_then(|number| options.iter().find(|option| option.value == number));
    match by_name.or(by_number) {
        Some(option) => Ok(Value::Choice(option.value)),
        None if name.is_some() || digits.is_some() => Err(column.unknown_choice(literal.to_string()).into()),
        None => Err(wrong(column, literal)),
    }
}

fn wrong(column: &ColumnDefinition, literal: &Literal) -> ApiError {
    let message = format!("{} is {}, and {literal} is not.", column.name, column.kind.describe());
    ApiError::new(400, BAD_ATTRIBUTE, message)
}

fn comparison(operator: Operator) -> Comparison {
    match operator {
        Operator::Equal => Comparison::Equal,
        Operator::NotEqual => Comparison::NotEqual,
        Operator::Greater => Comparison::Greater,
        Operator::GreaterOrEqual => Comparison::GreaterOrEqual,
        Operator::Less => Comparison::Less,
        Operator::LessOrEqual => Comparison::LessOrEqual,
    }
}

#[cfg(test)]
mod tests;
