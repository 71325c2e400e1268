//! Canonical text of literals and filters; it parses back to the same tree.

use std::fmt::{self, Display, Formatter, Write};

use crate::{Comparison, Filter, Literal, Path, TextMatchKind};

/// Doubles the quotes of a text, ready to stand between two quotes in a URL.
#[must_use]
pub fn escape_text(text: &str) -> String {
    text.replace('\'', "''")
}

impl Display for Literal {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => out.write_str("null"),
            Self::Boolean(value) => write!(out, "{value}"),
            Self::Whole(value) => write!(out, "{value}"),
            Self::Decimal(text) | Self::Date(text) | Self::DateTime(text) => out.write_str(text),
            Self::Text(text) => write!(out, "'{}'", escape_text(text)),
            Self::Id(id) => write!(out, "{id}"),
            Self::EnumMember { type_name, member } => {
                write!(out, "{type_name}'{}'", escape_text(member))
            }
            Self::Alias(name) => write!(out, "@{name}"),
            Self::List(values) => write_list(out, values),
        }
    }
}

impl Display for Path {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write_joined(out, &self.0, "/")
    }
}

impl Display for Comparison {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Equal => "eq",
            Self::NotEqual => "ne",
            Self::Greater => "gt",
            Self::GreaterOrEqual => "ge",
            Self::Less => "lt",
            Self::LessOrEqual => "le",
        })
    }
}

impl Display for TextMatchKind {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Contains => "contains",
            Self::StartsWith => "startswith",
            Self::EndsWith => "endswith",
        })
    }
}

impl Display for Filter {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::And(parts) => write_parts(out, parts, " and "),
            Self::Or(parts) => write_parts(out, parts, " or "),
            Self::Not(inner) => write!(out, "not ({inner})"),
            Self::Compare { path, operator, value } => write!(out, "{path} {operator} {value}"),
            Self::TextMatch { path, kind, value } => {
                write!(out, "{kind}({path},'{}')", escape_text(value))
            }
            Self::In { path, values } => {
                write!(out, "{path} in (")?;
                write_joined(out, values, ",")?;
                out.write_char(')')
            }
            Self::Function { name, property, values } => {
                write!(out, "{name}(PropertyName='{property}'")?;
                if !values.is_empty() {
                    out.write_str(",PropertyValues=")?;
                    write_list(out, values)?;
                }
                out.write_char(')')
            }
            Self::Any { path, condition: None, .. } => write!(out, "{path}/any()"),
            Self::Any { path, variable, condition: Some(condition) } => {
                write!(out, "{path}/any({variable}:{condition})")
            }
            Self::All { path, variable, condition } => {
                write!(out, "{path}/all({variable}:{condition})")
            }
            Self::Boolean(path) => write!(out, "{path}"),
        }
    }
}

/// Parentheses go around every nested `and` and `or`: an `or` inside an `and`
/// needs them, and an `and` inside an `and` is a node of its own.
fn write_parts(out: &mut Formatter<'_>, parts: &[Filter], separator: &str) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.write_str(separator)?;
        }
        let bare_and = separator == " or " && matches!(part, Filter::And(_));
        if matches!(part, Filter::And(_) | Filter::Or(_)) && !bare_and {
            write!(out, "({part})")?;
        } else {
            write!(out, "{part}")?;
        }
    }
    Ok(())
}

fn write_joined<T: Display>(out: &mut Formatter<'_>, items: &[T], separator: &str) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.write_str(separator)?;
        }
        write!(out, "{item}")?;
    }
    Ok(())
}

/// A bracketed list is JSON as far as texts go: real clients send `["1","2"]`.
fn write_list(out: &mut Formatter<'_>, values: &[Literal]) -> fmt::Result {
    out.write_char('[')?;
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.write_char(',')?;
        }
        match value {
            Literal::Text(text) => write_json_text(out, text)?,
            other => write!(out, "{other}")?,
        }
    }
    out.write_char(']')
}

fn write_json_text(out: &mut Formatter<'_>, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' | '\\' => write!(out, "\\{character}")?,
            control if u32::from(control) < 0x20 => write!(out, "\\u{:04x}", u32::from(control))?,
            other => out.write_char(other)?,
        }
    }
    out.write_char('"')
}
