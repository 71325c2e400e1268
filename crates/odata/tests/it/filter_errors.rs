//! `$filter`: what is refused, where, and in which words.

use odata::parse_filter;

use crate::shape::{outcome, shape};

fn check(input: &str, expect: &str) {
    let expect = format!("error: expected {expect}");
    assert_eq!(outcome(parse_filter(input), shape), expect, "for {input}");
}

#[test]
fn incomplete_texts() {
    check("", "a condition, found the end at byte 0");
    check("  ", "a condition, found the end at byte 2");
    check("a eq", "a value, found the end at byte 4");
    check("a eq 1 and", "a condition, found the end at byte 10");
    check("not (", "a condition, found the end at byte 5");
    check("(a eq 1", "`and`, `or` or `)`, found the end at byte 7");
    check("a/", "a property name after `/`, found the end at byte 2");
    check("a eq 'x", "a closing quote, found the end at byte 7");
    check("contains(a,'x'", "`)`, found the end at byte 14");
    check("a in (1,2", "`,` or `)`, found the end at byte 9");
}

#[test]
fn texts_that_go_on_too_long() {
    check("a eq 1)", "`and`, `or` or the end of the filter, found `)` at byte 6");
    check("a eq 1 b", "`and`, `or` or the end of the filter, found `b` at byte 7");
    check("a b", "an operator such as `eq`, found `b` at byte 2");
    check("a eq 1 and and b", "an operator such as `eq`, found `b` at byte 15");
}

#[test]
fn operators_and_operands_outside_the_language() {
    check("a add 1 eq 2", "an operator such as `eq`, found `add` at byte 2");
    check("a = 1", "an operator such as `eq`, found `=` at byte 2");
    check("a eq b", "a value, found `b` at byte 5");
    check("5 eq 5", "a property name, found `5` at byte 5");
    check("true", "a comparison such as `eq`, found the end at byte 4");
    check("a eq \"x\"", "a value, found `\"x\"` at byte 5");
    check("contains(a,5)", "a text in quotes, found `5` at byte 11");
    check("contains(a,b)", "a text in quotes, found `b` at byte 11");
    check("contains('a',b)", "a property name, found `'a'` at byte 9");
    check("a in ()", "a value, found `)` at byte 6");
    check("length(a) eq 1", "`PropertyName`, `PropertyValue` or `PropertyValues`, found `a` at byte 7");
}

#[test]
fn functions_and_lambdas() {
    check("F()", "`PropertyName`, `PropertyValue` or `PropertyValues`, found `)` at byte 2");
    check("F(PropertyValue=1)", "a `PropertyName` argument, found none at byte 1");
    check("F(PropertyName='a',PropertyName='b')", "`PropertyName` once, found `PropertyName` at byte 19");
    check("F(PropertyName='a b')", "a property name in quotes, found `'a b'` at byte 15");
    check("F(PropertyName='a',PropertyValues=5)", "`[`, found `5` at byte 34");
    check("o/all()", "a range variable, found `)` at byte 6");
    check("o/any(x)", "`:`, found `)` at byte 7");
    check("any(x:x/a)", "`PropertyName`, `PropertyValue` or `PropertyValues`, found `x` at byte 4");
}

#[test]
fn characters_outside_the_language() {
    check("a eq 1 # b", "a name or a value, found # b at byte 7");
    check("a.", "a name after the dot, found  at byte 2");
    check("@", "an alias such as `@p1`, found @ at byte 0");
    check("$", "an option such as `$select`, found $ at byte 0");
    check("ó eq ?", "a name or a value, found ? at byte 6");
    check("a eq {1}", "a guid in braces, found {1} at byte 5");
}

#[test]
fn what_was_found_is_shortened() {
    let long = "x".repeat(200);
    check(&format!("a eq {long}"), &format!("a value, found `{}... at byte 5", "x".repeat(39)));
}
