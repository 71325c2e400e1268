//! `$expand` and the options inside it.

use odata::{Expand, parse_expand};

use crate::shape::{outcome, shape};

fn check(input: &str, expect: &str) {
    assert_eq!(outcome(parse_expand(input), |items| describe(items)), expect, "for {input}");
}

fn describe(items: &[Expand]) -> String {
    items.iter().map(describe_item).collect::<Vec<_>>().join(", ")
}

fn describe_item(item: &Expand) -> String {
    let mut text = item.property.clone();
    if !item.select.is_empty() {
        text += &format!(" select {}", item.select.join(" "));
    }
    if let Some(filter) = &item.filter {
        text += &format!(" filter {}", shape(filter));
    }
    for key in &item.order_by {
        text += &format!(" by {}{}", key.path, if key.descending { "-" } else { "+" });
    }
    if let Some(top) = item.top {
        text += &format!(" top {top}");
    }
    if !item.expand.is_empty() {
        text += &format!(" [{}]", describe(&item.expand));
    }
    text
}

#[test]
fn plain_and_nested() {
    check("a", "a");
    check("a, b", "a, b");
    check("OptionSet($select=Options)", "OptionSet select Options");
    check("a($select=x,y;$top=2),b", "a select x y top 2, b");
    check("a($filter=(x eq ';)') or y;$orderby=z desc,w)", "a filter (or (eq x \";)\") (y)) by z- by w+");
    check("a($expand=b($expand=c($select=d)),e)", "a [b [c select d], e]");
    check("a($filter=x)", "a filter (x)");
}

#[test]
fn refused() {
    let refuse = |input: &str, expect: &str| check(input, &format!("error: expected {expect}"));
    refuse("", "a navigation property, found the end at byte 0");
    refuse("a()", "an option such as `$select`, found `)` at byte 2");
    refuse("a(b)", "an option such as `$select`, found `b` at byte 2");
    refuse("a($select=b", "`;` or `)`, found the end at byte 11");
    refuse("a($select=b;$select=c)", "each option once, found `$select` at byte 12");
    refuse("a($skip=1)", "one of $select, $filter, $orderby, $top, $expand, found `$skip` at byte 2");
    refuse("a($top=-1)", "a number of rows, found `-1` at byte 7");
    refuse("a($filter=b eq)", "a value, found `)` at byte 14");
    refuse("a b", "`,` or the end of the expand, found `b` at byte 2");
}
