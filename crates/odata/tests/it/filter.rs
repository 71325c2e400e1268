//! `$filter`: what each text means.

use odata::{Aliases, parse_filter, parse_filter_with};

use crate::shape::{outcome, shape};

fn check(input: &str, expect: &str) {
    assert_eq!(outcome(parse_filter(input), shape), expect, "for {input}");
}

#[test]
fn precedence_is_not_then_comparison_then_and_then_or() {
    check("a and b or c", "(or (and (a) (b)) (c))");
    check("a or b and c", "(or (a) (and (b) (c)))");
    check("a and b and c or d", "(or (and (a) (b) (c)) (d))");
    check("a or b or c", "(or (a) (b) (c))");
    check("a and (b or c)", "(and (a) (or (b) (c)))");
    check("(a and b) and c", "(and (and (a) (b)) (c))");
    check("((a))", "(a)");
    check("a eq 1 and b gt 2 or c lt 3", "(or (and (eq a 1) (gt b 2)) (lt c 3))");
}

#[test]
fn not_reaches_to_the_next_condition_only() {
    check("not contains(n,'x') and y", "(and (not (contains n \"x\")) (y))");
    check("not a and b", "(and (not (a)) (b))");
    check("not a or b", "(or (not (a)) (b))");
    check("not a eq 1 and b", "(and (not (eq a 1)) (b))");
    check("not (a or b) and c", "(and (not (or (a) (b))) (c))");
    check("not(a)", "(not (a))");
    check("not not a", "(not (not (a)))");
    check("not 5 eq a", "(not (eq a 5))");
    check("a and not b", "(and (a) (not (b)))");
    check("not o/any(x:x/a) and b", "(and (not (any o x (x/a))) (b))");
}

#[test]
fn keywords_are_keywords_only_in_their_place() {
    check("notes eq 'x'", "(eq notes \"x\")");
    check("nullable eq null", "(eq nullable null)");
    check("truefield eq true", "(eq truefield true)");
    check("falsefield eq false", "(eq falsefield false)");
    check("android eq 1", "(eq android 1)");
    check("order eq 1 or orders eq 2", "(or (eq order 1) (eq orders 2))");
    check("index in (1)", "(in index [1])");
    check("anyone eq 1 and allof eq 2", "(and (eq anyone 1) (eq allof 2))");
    check("eq eq 1", "(eq eq 1)");
    check("not eq 1", "(eq not 1)");
    check("not/x eq 1", "(eq not/x 1)");
    check("not not", "(not (not))");
    check("and and or", "(and (and) (or))");
    check("any eq 1", "(eq any 1)");
    check("a/any eq 1", "(eq a/any 1)");
    check("contains eq 1", "(eq contains 1)");
    check("true/x eq 1", "(eq true/x 1)");
    check("in in (1)", "(in in [1])");
    check("EQ eq 1", "(eq EQ 1)");
}

#[test]
fn names_of_any_length_and_script() {
    check("a eq 1", "(eq a 1)");
    check("_ownerid_value eq null", "(eq _ownerid_value null)");
    check("żółć eq 'ß'", "(eq żółć \"ß\")");
    check("parentcustomerid_account/name eq 'x'", "(eq parentcustomerid_account/name \"x\")");
    check("a / b eq 1", "(eq a/b 1)");
}

#[test]
fn a_value_on_the_left_is_swapped() {
    check("5 lt x", "(gt x 5)");
    check("5 le x", "(ge x 5)");
    check("5 gt x", "(lt x 5)");
    check("5 ge x", "(le x 5)");
    check("'a' eq a/b", "(eq a/b \"a\")");
    check("null ne x", "(ne x null)");
    check("true eq x", "(eq x true)");
}

#[test]
fn text_matches() {
    check("contains(name,'x''y')", "(contains name \"x'y\")");
    check("startswith( a/b , '' )", "(startswith a/b \"\")");
    check("endswith(a,'%')", "(endswith a \"%\")");
}

#[test]
fn lists() {
    check("a in ('x','y')", "(in a [\"x\" \"y\"])");
    check("a in (1, -2 ,null)", "(in a [1 -2 null])");
    check("a/b in (2026-01-01)", "(in a/b [date:2026-01-01])");
}

#[test]
fn query_functions() {
    let prefix = "Microsoft.Dynamics.CRM.";
    let check = |call: &str, expect: &str| {
        check(&format!("{prefix}{call}"), &format!("({prefix}{expect})"));
    };
    check("Between(PropertyName='c',PropertyValues=[\"1\",\"2\"])", "Between c [\"1\" \"2\"]");
    check("In(PropertyName='a/b',PropertyValues=['1', 2])", "In a/b [\"1\" 2]");
    check("LastXDays(PropertyName='c',PropertyValue=7)", "LastXDays c [7]");
    check("LastXDays(PropertyValue=7,PropertyName='c')", "LastXDays c [7]");
    check("Today(PropertyName='c')", "Today c []");
    check("Today(PropertyName=c)", "Today c []");
    check("In(PropertyName=\"c\",PropertyValues=[])", "In c []");
    check(
        "InFiscalPeriodAndYear(PropertyName='c',PropertyValue1=1,PropertyValue2=2026)",
        "InFiscalPeriodAndYear c [1 2026]",
    );
    check(
        r#"In(PropertyName='c',PropertyValues=["\"\\\/\n\u00e9\ud83d\ude00","é"])"#,
        r#"In c ["\"\\/\né😀" "é"]"#,
    );
}

#[test]
fn a_function_may_come_without_its_namespace() {
    check("Today(PropertyName='c') and not a", "(and (Today c []) (not (a)))");
}

#[test]
fn lambdas() {
    check("o/any()", "(any o)");
    check("o/any(x:x/n eq 1)", "(any o x (eq x/n 1))");
    check("a/b/all(x:x/n eq 1 or x/m)", "(all a/b x (or (eq x/n 1) (x/m)))");
    check("o/any(x:x/l/any(y:y/n eq 1)) and b", "(and (any o x (any x/l y (eq y/n 1))) (b))");
    check("any/any()", "(any any)");
    check("a/any/any()", "(any a/any)");
}

#[test]
fn aliases_are_replaced_by_their_values() {
    let aliases: Aliases = [
        ("p1", "5"),
        ("text", "'O''B'"),
        ("list", "(1,2)"),
        ("json", "[\"1\",\"2\"]"),
        ("loop", "@p1"),
        ("more", "1 or 1 eq 1"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    let check = |input: &str, expect: &str| {
        assert_eq!(outcome(parse_filter_with(input, &aliases), shape), expect, "for {input}");
    };
    check("a eq @p1", "(eq a 5)");
    check("@p1 lt a", "(gt a 5)");
    check("contains(a,@text)", "(contains a \"O'B\")");
    check("a in @list", "(in a [1 2])");
    check("a in @json", "(in a [\"1\" \"2\"])");
    check("a in (@p1,@text)", "(in a [5 \"O'B\"])");
    check("F(PropertyName=@text)", "error: expected a property name in quotes, found `@text` at byte 15");
    check("F(PropertyName='a',PropertyValues=@json)", "(F a [\"1\" \"2\"])");
    check("F(PropertyName='a',PropertyValue=@text)", "(F a [\"O'B\"])");
    check("a eq @gone", "error: expected a query that defines `@gone`, found `@gone` at byte 5");
    check("a eq @loop", "error: expected a value as the value of `@loop`, found `@p1` at byte 5");
    check("a eq @more", "error: expected the end of the value as the value of `@more`, found `or` at byte 5");
}
