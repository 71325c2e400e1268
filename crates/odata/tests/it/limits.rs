//! Every limit at its edge: the last that passes, the first that does not.

use odata::limits::*;
use odata::{
    SyntaxError, parse_expand, parse_filter, parse_if_match, parse_literal, parse_order_by, parse_prefer,
    parse_query, parse_resource, parse_select,
};

/// Builds the text for a size, and asks for success at the limit and for an
/// error that names the limit one past it.
fn check<T>(limit: usize, text: impl Fn(usize) -> String, parse: impl Fn(&str) -> Result<T, SyntaxError>) {
    let at = parse(&text(limit)).err();
    assert_eq!(at, None, "at the limit of {limit}");
    let past = parse(&text(limit + 1)).err().map(|error| error.expected);
    let named = past.as_ref().is_some_and(|expected| expected.contains(&format!("at most {limit}")));
    assert!(named, "past the limit of {limit}: {past:?}");
}

fn repeated(item: &str, separator: &str, count: usize) -> String {
    vec![item; count].join(separator)
}

#[test]
fn text_length() {
    let quoted = |bytes: usize| format!("'{}'", "x".repeat(bytes - 2));
    check(TEXT_BYTES_MAX, quoted, parse_literal);
    check(TEXT_BYTES_MAX, |bytes| format!("a{}", " ".repeat(bytes - 1)), parse_filter);
    check(TEXT_BYTES_MAX, |bytes| format!("a{}", " ".repeat(bytes - 1)), parse_select);
    check(TEXT_BYTES_MAX, |bytes| format!("a{}", " ".repeat(bytes - 1)), parse_order_by);
    check(TEXT_BYTES_MAX, |bytes| format!("a{}", " ".repeat(bytes - 1)), parse_expand);
    check(TEXT_BYTES_MAX, |bytes| format!("a('{}')", "x".repeat(bytes - 5)), parse_resource);
    check(TEXT_BYTES_MAX, |bytes| format!("*{}", " ".repeat(bytes - 1)), parse_if_match);
    let token = |bytes: usize| format!("$skiptoken={}", "x".repeat(bytes));
    check(TEXT_BYTES_MAX, token, parse_query);
    let header = |bytes: usize| format!("respond-async{}", " ".repeat(bytes - 13));
    assert!(parse_prefer([header(TEXT_BYTES_MAX).as_str()].into_iter()).respond_async);
    assert!(!parse_prefer([header(TEXT_BYTES_MAX + 1).as_str()].into_iter()).respond_async);
}

#[test]
fn query_length_and_options() {
    check(QUERY_BYTES_MAX, |bytes| format!("sql={}", "x".repeat(bytes - 4)), parse_query);
    check(QUERY_OPTIONS_MAX, |count| repeated("a=1", "&", count), parse_query);
}

#[test]
fn filter_depth() {
    let nested = |open: &'static str, inner: &'static str, close: &'static str| {
        move |depth: usize| format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
    };
    check(FILTER_DEPTH_MAX, nested("(", "a eq 1", ")"), parse_filter);
    check(FILTER_DEPTH_MAX, nested("not ", "a", ""), parse_filter);
    check(FILTER_DEPTH_MAX, nested("not (", "a", ")"), parse_filter);
    check(FILTER_DEPTH_MAX, nested("a/any(x:", "x/a", ")"), parse_filter);
    check(FILTER_DEPTH_MAX, nested("a/all(x:", "x/a", ")"), parse_filter);
    check(FILTER_DEPTH_MAX, |depth| format!("x($filter={})", nested("(", "a", ")")(depth)), parse_expand);
}

#[test]
fn depth_counts_nesting_and_not_length() {
    let wide = repeated("(not (a) or b)", " and ", 100);
    assert_eq!(parse_filter(&wide).err(), None);
}

#[test]
fn filter_terms() {
    check(FILTER_TERMS_MAX, |count| repeated("a eq 1", " or ", count), parse_filter);
    check(FILTER_TERMS_MAX, |count| repeated("(not (a))", " and ", count), parse_filter);
}

#[test]
fn list_values() {
    let values = |count: usize| repeated("1", ",", count);
    check(LIST_VALUES_MAX, |count| format!("a in ({})", values(count)), parse_filter);
    check(LIST_VALUES_MAX, |count| format!("[{}]", values(count)), parse_literal);
    let function = |count| format!("F(PropertyName='a',PropertyValues=[{}])", values(count));
    check(LIST_VALUES_MAX, function, parse_filter);
    let more = |count| format!("F(PropertyName='a',PropertyValue=1,PropertyValues=[{}])", values(count - 1));
    check(LIST_VALUES_MAX, more, parse_filter);
}

#[test]
fn alias_bytes_over_all_uses() {
    let long = format!("'{}'", "x".repeat(1_022));
    let filter = |bytes: usize| {
        let uses = repeated("a eq @p", " or ", bytes / long.len());
        format!("$filter={uses} or a eq @q&@p={long}&@q=1{}", " ".repeat(bytes % long.len()))
    };
    // The digit of `@q` is the one byte that `filter` adds to what it is asked for.
    check(ALIAS_BYTES_MAX, |bytes| filter(bytes - 1), parse_query);
}

#[test]
fn paths_and_names() {
    let path = |steps: usize| repeated("a", "/", steps);
    check(PATH_STEPS_MAX, |steps| format!("{} eq 1", path(steps)), parse_filter);
    check(PATH_STEPS_MAX, path, parse_order_by);
    check(NAME_BYTES_MAX, |bytes| "a".repeat(bytes), parse_select);
    check(NAME_BYTES_MAX, |bytes| format!("@{}", "a".repeat(bytes)), parse_literal);
    check(NAME_BYTES_MAX, |bytes| format!("a.{}'x'", "a".repeat(bytes - 2)), parse_literal);
}

#[test]
fn lists_of_columns_keys_and_expansions() {
    check(SELECT_COLUMNS_MAX, |count| repeated("a", ",", count), parse_select);
    check(ORDER_KEYS_MAX, |count| repeated("a desc", ",", count), parse_order_by);
    check(EXPAND_ITEMS_MAX, |count| repeated("a", ",", count), parse_expand);
    let inner = |count| format!("x($expand={})", repeated("a", ",", count - 1));
    check(EXPAND_ITEMS_MAX, inner, parse_expand);
}

#[test]
fn expand_depth() {
    let nested = |depth: usize| format!("{}a{}", "a($expand=".repeat(depth - 1), ")".repeat(depth - 1));
    check(EXPAND_DEPTH_MAX, nested, parse_expand);
}

#[test]
fn resource_segments_and_keys() {
    check(RESOURCE_SEGMENTS_MAX, |count| repeated("a", "/", count), parse_resource);
    let keys = |count: usize| {
        let pairs = (0..count).map(|index| format!("k{index}=1")).collect::<Vec<_>>();
        format!("a({})", pairs.join(","))
    };
    check(KEY_VALUES_MAX, keys, parse_resource);
}

#[test]
fn preferences() {
    let async_after = |count: usize| format!("{}respond-async", "x,".repeat(count));
    assert!(parse_prefer([async_after(PREFERENCES_MAX - 1).as_str()].into_iter()).respond_async);
    assert!(!parse_prefer([async_after(PREFERENCES_MAX).as_str()].into_iter()).respond_async);
}

/// The parser this one replaces needed 56 ms for 8 levels, and never ended at 20.
#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    let fill = |item: &str| item.repeat(TEXT_BYTES_MAX / item.len());
    let texts = [
        format!("{}a eq 1{}", "(".repeat(FILTER_DEPTH_MAX), ")".repeat(FILTER_DEPTH_MAX)),
        fill("("),
        fill("not "),
        fill("not("),
        fill("a/any(x:"),
        fill("a/"),
        fill("a."),
        fill("''"),
        fill("\"\\u0041"),
        fill("1-"),
        fill("a1b2c3d4-"),
        fill("2026-01-01 "),
        fill("a and "),
        fill("F(PropertyName="),
        fill("a in ("),
        fill("%27/"),
        fill("a(b="),
        fill("a($expand="),
    ];
    for text in &texts {
        let _ = parse_filter(text);
        let _ = parse_expand(text);
        let _ = parse_resource(text);
        let _ = parse_query(&format!("$filter={text}"));
        let _ = parse_prefer([text.as_str()].into_iter());
    }
    // Anything worse than linear in these would not come to an end here.
}
