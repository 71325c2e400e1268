//! `$filter` and `$orderby` become the store's own tree, each value typed by its column.

mod lambda;
mod moment;
mod value;

use odata::{Comparison as Operator, Filter as Syntax, Literal, TextMatchKind};
use tables::{
    ColumnDefinition, ColumnKind, Comparison, Filter, Path, Sort, TableDefinition, TextMatch, Value,
};

use crate::api::Convention;
use crate::model::{COMPANY, Model, navigation};
use crate::respond::{ApiError, BAD_ATTRIBUTE};
pub(crate) use value::key_value;
use value::{Typing, value, wrong};

/// A property that a filter or an order names: where it is, and its column.
struct Property<'a> {
    path: Path,
    column: &'a ColumnDefinition,
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
            Syntax::Any { path, variable, condition } => {
                let condition = condition.as_deref().map(|condition| (variable.as_str(), condition));
                let (pointing, filter) = self.lambda(table, path, condition)?;
                let company = self.company_of(pointing.table, condition.map(|(_, condition)| condition));
                let filter = match (filter, company) {
                    (Some(filter), Some(company)) => Some(filter.and(company)),
                    (filter, company) => filter.or(company),
                };
                Ok(Filter::any(pointing.table.name.as_str(), pointing.lookup.name.as_str(), filter))
            }
            Syntax::All { path, variable, condition } => {
                let (pointing, filter) = self.lambda(table, path, Some((variable, condition)))?;
                let mut filter = filter.unwrap_or(Filter::And(Vec::new()));
                if let Some(company) = self.company_of(pointing.table, Some(condition)) {
                    // Rows of other companies are not asked about.
                    filter = Filter::Or(vec![Filter::Not(Box::new(company)), filter]);
                }
                Ok(Filter::all(pointing.table.name.as_str(), pointing.lookup.name.as_str(), filter))
            }
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
            ("ContainValues", _) => contains_values(self.convention, found, values),
            ("DoesNotContainValues", _) => {
                Ok(Filter::Not(Box::new(contains_values(self.convention, found, values)?)))
            }
            ("EqualUserId" | "NotEqualUserId" | "EqualBusinessId" | "NotEqualBusinessId", []) => {
                let asker = self.asker.ok_or_else(|| unknown_function(name))?;
                let id = if short.ends_with("UserId") {
                    asker.principal.user
                } else {
                    asker.principal.business_unit
                };
                let comparison =
                    if short.starts_with("Not") { Comparison::NotEqual } else { Comparison::Equal };
                Ok(Filter::Compare(found.path, comparison, Value::Id(id)))
            }
            _ => {
                let asker = self.asker.ok_or_else(|| unknown_function(name))?;
                let period =
                    moment::period(short, values, asker.now)?.ok_or_else(|| unknown_function(name))?;
                let within = period.filter(found.path, found.column)?;
                Ok(if short == "NotOn" { Filter::Not(Box::new(within)) } else { within })
            }
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

fn unknown_function(name: &str) -> ApiError {
    ApiError::not_implemented(&format!("The query function {name}"))
}

/// One of these options or more.
fn contains_values(
    convention: Convention,
    property: Property<'_>,
    literals: &[Literal],
) -> Result<Filter, ApiError> {
    let ColumnKind::MultiChoice { options } = &property.column.kind else {
        let message = format!("{} does not hold several options.", property.column.name);
        return Err(ApiError::new(400, BAD_ATTRIBUTE, message));
    };
    // A single option of the column is read as one of a choice with the same options.
    let choice =
        ColumnDefinition { kind: ColumnKind::Choice { options: options.clone() }, ..property.column.clone() };
    let number = |literal: &Literal| match value(convention, &choice, literal, Typing::Quoted)? {
        Value::Choice(number) => Ok(number),
        _ => Err(wrong(property.column, literal)),
    };
    let numbers = literals.iter().map(number).collect::<Result<_, ApiError>>()?;
    Ok(Filter::ContainsValues(property.path, numbers))
}

fn no_lookup(table: &TableDefinition, name: &str) -> ApiError {
    let message = format!("'{name}' of {} is no lookup and leads nowhere.", table.name);
    ApiError::new(400, BAD_ATTRIBUTE, message)
}

impl Model<'_> {
    /// What confines the rows of a table to the caller's company, unless the filter on them says
    /// itself which companies it means.
    pub fn company_of(&self, table: &TableDefinition, filter: Option<&Syntax>) -> Option<Filter> {
        table.column(COMPANY)?;
        let company = self.company.filter(|_| !filter.is_some_and(names_company));
        company.map(|company| Filter::equals(COMPANY, company))
    }
}

/// Whether a filter says itself which companies it means.
fn names_company(syntax: &Syntax) -> bool {
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
