//! Conditions on one column: comparisons, sets, searches in text.

use super::layout::{self, Part};
use super::text::{Bind, Dialect, Raw, Sql, Storage};
use crate::column::MULTI_CHOICE_OPTIONS_MAX;
use crate::query::IN_VALUES_MAX;
use crate::{ColumnDefinition, ColumnKind, Comparison, Error, Result, TextMatch, Value, fold};

/// A column of one of the statement's tables.
pub struct Target<'a> {
    pub alias: usize,
    pub column: &'a ColumnDefinition,
}

pub fn not_secret(column: &ColumnDefinition) -> Result<()> {
    if column.secret {
        return Err(Error::NotQueryable { column: column.name.clone(), reason: "its content is secret" });
    }
    Ok(())
}

pub fn comparable(column: &ColumnDefinition) -> Result<()> {
    not_secret(column)?;
    let reason = match column.kind {
        ColumnKind::Memo { .. } => {
            "long text is neither compared nor sorted; only \"has a value\" can be asked"
        }
        ColumnKind::MultiChoice { .. } => {
            "several options are neither compared nor sorted; ask which values it contains"
        }
        ColumnKind::File { .. } => "a file is neither compared nor sorted; only \"has a value\" can be asked",
        _ => return Ok(()),
    };
    Err(Error::NotQueryable { column: column.name.clone(), reason })
}

/// A value in the form in which the column compares. Lengths and ranges do not matter in a
/// comparison, types do.
fn operand(column: &ColumnDefinition, value: &Value) -> Result<Raw> {
    let fits = matches!(
        (&column.kind, value),
        (ColumnKind::Text { .. }, Value::Text(_))
            | (ColumnKind::Whole { .. }, Value::Whole(_))
            | (ColumnKind::Decimal { .. }, Value::Decimal(_))
            | (ColumnKind::Money { .. }, Value::Money(_))
            | (ColumnKind::YesNo, Value::YesNo(_))
            | (ColumnKind::Date, Value::Date(_))
            | (ColumnKind::DateTime, Value::DateTime(_))
            | (ColumnKind::Choice { .. }, Value::Choice(_))
            | (ColumnKind::Id, Value::Id(_))
            | (ColumnKind::Lookup { .. }, Value::Id(_) | Value::Reference(_))
    );
    if !fits {
        return Err(column.wrong_type());
    }
    if let Value::Text(text) = value {
        storable(column, text)?;
    }
    if let (Value::Decimal(decimal), ColumnKind::Decimal { scale, .. }) = (value, &column.kind)
        && decimal.scale != *scale
    {
        return Err(column.wrong_type());
    }
    Ok(layout::to_raw(value, if column.kind.is_text() { Part::Folded } else { Part::Main }))
}

/// PostgreSQL takes no U+0000, and no stored text has one; said on both databases alike.
fn storable(column: &ColumnDefinition, text: &str) -> Result<()> {
    if text.contains('\0') {
        return Err(Error::InvalidText { column: column.name.clone() });
    }
    Ok(())
}

pub fn compare(sql: &mut Sql, target: &Target<'_>, comparison: Comparison, value: &Value) -> Result<()> {
    let column = target.column;
    if value.is_null() {
        not_secret(column)?;
        sql.column(target.alias, &column.name);
        match comparison {
            Comparison::Equal => sql.push(" IS NULL"),
            Comparison::NotEqual => sql.push(" IS NOT NULL"),
            _ => return Err(column.wrong_type()),
        };
        return Ok(());
    }
    comparable(column)?;
    let raw = operand(column, value)?;
    let word = match comparison {
        Comparison::Equal => " = ",
        Comparison::NotEqual => " <> ",
        Comparison::Less => " < ",
        Comparison::LessOrEqual => " <= ",
        Comparison::Greater => " > ",
        Comparison::GreaterOrEqual => " >= ",
    };
    // An id is unique across tables, so a polymorphic lookup compares by id alone.
    sql.column(target.alias, &layout::comparable_name(column)).push(word).bind(raw);
    Ok(())
}

pub fn is_in(sql: &mut Sql, target: &Target<'_>, values: &[Value]) -> Result<()> {
    let column = target.column;
    comparable(column)?;
    if values.len() > IN_VALUES_MAX {
        return Err(Error::LimitExceeded { what: "values of one \"in\"", limit: IN_VALUES_MAX as u64 });
    }
    let raws = values.iter().map(|value| operand(column, value)).collect::<Result<Vec<_>>>()?;
    one_of(sql, target.alias, &layout::comparable_name(column), layout::storage(&column.kind), raws);
    Ok(())
}

/// `column` is one of `raws`: an array on PostgreSQL; on SQLite a list padded to a power of two,
/// so that few texts need preparing.
pub fn one_of(sql: &mut Sql, alias: usize, column: &str, storage: Storage, mut raws: Vec<Raw>) {
    let Some(last) = raws.last().cloned() else {
        sql.push("1 = 0");
        return;
    };
    sql.column(alias, column);
    match sql.dialect() {
        Dialect::Postgres => {
            let at = sql.add(Bind::Many(storage, raws));
            sql.push(" = ANY(").again(at).push(")");
        }
        Dialect::Sqlite => {
            raws.resize(raws.len().next_power_of_two(), last);
            sql.push(" IN (").join(", ", raws, |sql, raw| {
                sql.bind(raw);
            });
            sql.push(")");
        }
    }
}

/// Contains one of these options or more.
pub fn contains_values(sql: &mut Sql, target: &Target<'_>, options: &[i32]) -> Result<()> {
    let column = target.column;
    not_secret(column)?;
    if !matches!(column.kind, ColumnKind::MultiChoice { .. }) {
        let reason = "it holds no several options; compare it";
        return Err(Error::NotQueryable { column: column.name.clone(), reason });
    }
    if options.len() > MULTI_CHOICE_OPTIONS_MAX {
        let limit = MULTI_CHOICE_OPTIONS_MAX as u64;
        return Err(Error::LimitExceeded { what: "options of one \"contains values\"", limit });
    }
    if options.is_empty() {
        sql.push("1 = 0");
        return Ok(());
    }
    let find = if sql.dialect() == Dialect::Sqlite { "instr(" } else { "strpos(" };
    sql.push("(").join(" OR ", options, |sql, option| {
        sql.push(find).column(target.alias, &column.name).push(", ");
        sql.bind(Raw::Text(layout::options_text(&[*option]))).push(") > 0");
    });
    sql.push(")");
    Ok(())
}

pub fn search(sql: &mut Sql, target: &Target<'_>, kind: TextMatch, text: &str) -> Result<()> {
    let column = target.column;
    comparable(column)?;
    if !column.kind.is_text() {
        let reason = "only text can be searched";
        return Err(Error::NotQueryable { column: column.name.clone(), reason });
    }
    storable(column, text)?;
    let name = layout::comparable_name(column);
    let at = sql.add(Bind::One(Raw::Text(fold(text).into_owned())));
    let alias = target.alias;
    match (kind, sql.dialect()) {
        (TextMatch::Contains, Dialect::Sqlite) => {
            sql.push("instr(").column(alias, &name).push(", ").again(at).push(") > 0");
        }
        (TextMatch::Contains, Dialect::Postgres) => {
            sql.push("strpos(").column(alias, &name).push(", ").again(at).push(") > 0");
        }
        (TextMatch::StartsWith, _) => {
            sql.push("substr(").column(alias, &name).push(", 1, length(").again(at).push(")) = ").again(at);
        }
        (TextMatch::EndsWith, _) => {
            sql.push("(length(").column(alias, &name).push(") >= length(").again(at).push(") AND substr(");
            sql.column(alias, &name).push(", length(").column(alias, &name).push(") - length(");
            sql.again(at).push(") + 1) = ").again(at).push(")");
        }
    }
    Ok(())
}
