//! Trees as bracketed text, so that a table of cases shows their structure.

use odata::{Filter, Literal, SyntaxError};

/// Writes `(and a=1 b=2)` where the canonical text would hide the nesting.
pub fn shape(filter: &Filter) -> String {
    let all = |parts: &[Filter]| parts.iter().map(shape).collect::<Vec<_>>().join(" ");
    match filter {
        Filter::And(parts) => format!("(and {})", all(parts)),
        Filter::Or(parts) => format!("(or {})", all(parts)),
        Filter::Not(inner) => format!("(not {})", shape(inner)),
        Filter::Compare { path, operator, value } => {
            format!("({operator} {path} {})", literal(value))
        }
        Filter::TextMatch { path, kind, value } => format!("({kind} {path} {value:?})"),
        Filter::In { path, values } => format!("(in {path} {})", literals(values)),
        Filter::Function { name, property, values } => {
            format!("({name} {property} {})", literals(values))
        }
        Filter::Any { path, variable, condition } => match condition {
            Some(condition) => format!("(any {path} {variable} {})", shape(condition)),
            None => format!("(any {path})"),
        },
        Filter::All { path, variable, condition } => {
            format!("(all {path} {variable} {})", shape(condition))
        }
        Filter::Boolean(path) => format!("({path})"),
    }
}

/// Writes a literal with its kind.
pub fn literal(value: &Literal) -> String {
    match value {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Whole(value) => value.to_string(),
        Literal::Decimal(digits) => format!("decimal:{digits}"),
        Literal::Text(text) => format!("{text:?}"),
        Literal::Id(id) => format!("id:{id}"),
        Literal::Date(text) => format!("date:{text}"),
        Literal::DateTime(text) => format!("time:{text}"),
        Literal::EnumMember { type_name, member } => format!("enum:{type_name}:{member}"),
        Literal::Alias(name) => format!("alias:{name}"),
        Literal::List(values) => literals(values),
    }
}

fn literals(values: &[Literal]) -> String {
    format!("[{}]", values.iter().map(literal).collect::<Vec<_>>().join(" "))
}

/// Writes a result; an error as its own message.
pub fn outcome<T>(result: Result<T, SyntaxError>, write: impl Fn(&T) -> String) -> String {
    match result {
        Ok(tree) => write(&tree),
        Err(error) => format!("error: {error}"),
    }
}
