//! The query string: split first, decode each part, then read each option.

use std::collections::BTreeSet;

use crate::error::check_length;
use crate::limits::{QUERY_BYTES_MAX, QUERY_OPTIONS_MAX, TEXT_BYTES_MAX};
use crate::{
    Aliases, Expand, Filter, OrderBy, SyntaxError, parse_expand_with, parse_filter_with, parse_order_by,
    parse_select, percent,
};

/// What a query string asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueryOptions {
    /// `$select`; empty when absent.
    pub select: Vec<String>,
    /// `$filter`, with aliases resolved.
    pub filter: Option<Filter>,
    /// `$orderby`; empty when absent.
    pub order_by: Vec<OrderBy>,
    /// `$expand`; empty when absent.
    pub expand: Vec<Expand>,
    /// `$top`
    pub top: Option<u32>,
    /// `$count=true`
    pub count: bool,
    /// `$skiptoken`, decoded but otherwise untouched.
    pub skip_token: Option<String>,
    /// `$deltatoken`, decoded but otherwise untouched.
    pub delta_token: Option<String>,
    /// `$id`, the address of a row whose reference goes, decoded but otherwise untouched.
    pub id: Option<String>,
    /// `@p1=...`, by name without the `@`, decoded but otherwise untouched.
    pub aliases: Aliases,
    /// Everything whose name starts with neither `$` nor `@`, in order.
    pub custom: Vec<(String, String)>,
}

/// Reads a raw query string, the part of a URL behind the `?`.
///
/// # Errors
/// When an option is unknown, repeated or malformed; the error names it. Its
/// offset counts within the value of that option, after decoding.
pub fn parse_query(raw: &str) -> Result<QueryOptions, SyntaxError> {
    let parts = split(raw)?;
    let mut options = QueryOptions::default();
    let mut system = Vec::new();
    // An alias may be defined behind the filter that uses it, so those go first.
    for (name, value) in parts {
        if let Some(alias) = name.strip_prefix('@') {
            options.aliases.insert(alias.to_owned(), value);
        } else if name.starts_with('$') {
            system.push((name, value));
        } else {
            options.custom.push((name, value));
        }
    }
    for (name, value) in system {
        read_option(&mut options, &name, value).map_err(|error| error.in_option(&name))?;
    }
    Ok(options)
}

fn split(raw: &str) -> Result<Vec<(String, String)>, SyntaxError> {
    check_length(raw, QUERY_BYTES_MAX)?;
    let mut parts = Vec::new();
    let mut seen = BTreeSet::new();
    let mut start = 0;
    for part in raw.split('&') {
        let (raw_name, raw_value) = part.split_once('=').unwrap_or((part, ""));
        let name = percent::decode(raw_name, true).map_err(|error| error.shifted(start))?;
        let value = percent::decode(raw_value, true).map_err(|error| error.in_option(&name))?;
        let ours = name.starts_with(['$', '@']);
        if ours && !seen.insert(name.clone()) {
            return Err(SyntaxError::new(0, "each option once", &name).in_option(&name));
        }
        if parts.len() == QUERY_OPTIONS_MAX {
            let expected = format!("at most {QUERY_OPTIONS_MAX} options");
            return Err(SyntaxError::new(start, expected, "more"));
        }
        start += part.len() + 1;
        if !part.is_empty() {
            parts.push((name, value));
        }
    }
    Ok(parts)
}

fn read_option(options: &mut QueryOptions, name: &str, value: String) -> Result<(), SyntaxError> {
    match name {
        "$select" => options.select = parse_select(&value)?,
        "$filter" => options.filter = Some(parse_filter_with(&value, &options.aliases)?),
        "$orderby" => options.order_by = parse_order_by(&value)?,
        "$expand" => options.expand = parse_expand_with(&value, &options.aliases)?,
        "$top" => options.top = Some(read_top(&value)?),
        "$count" => options.count = read_boolean(&value)?,
        "$skiptoken" => options.skip_token = Some(read_token(value)?),
        "$deltatoken" => options.delta_token = Some(read_token(value)?),
        "$id" => options.id = Some(read_token(value)?),
        _ => {
            let expected = "one of $select, $filter, $orderby, $expand, $top, $count, \
                            $skiptoken, $deltatoken, $id";
            return Err(SyntaxError::new(0, expected, name));
        }
    }
    Ok(())
}

fn read_top(value: &str) -> Result<u32, SyntaxError> {
    let digits = value.trim();
    // `parse` alone would take a sign as well.
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let rows = plain.then(|| digits.parse().ok()).flatten();
    rows.ok_or_else(|| SyntaxError::new(0, "a number of rows", value))
}

fn read_boolean(value: &str) -> Result<bool, SyntaxError> {
    match value.trim() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(SyntaxError::new(0, "`true` or `false`", value)),
    }
}

fn read_token(value: String) -> Result<String, SyntaxError> {
    check_length(&value, TEXT_BYTES_MAX)?;
    if value.is_empty() {
        return Err(SyntaxError::new(0, "a token", "nothing"));
    }
    Ok(value)
}
