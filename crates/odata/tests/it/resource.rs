//! Resource paths.

use odata::{Key, Segment, parse_resource};

use crate::shape::{literal, outcome};

const ID: &str = "A1B2C3D4-0000-4000-8000-00000000000F";

fn check(input: &str, expect: &str) {
    let write = |segments: &Vec<Segment>| segments.iter().map(describe).collect::<Vec<_>>().join(" / ");
    assert_eq!(outcome(parse_resource(input), write), expect, "for {input}");
}

fn describe(segment: &Segment) -> String {
    let named = |values: &[(String, odata::Literal)]| {
        let pair = |(name, value): &(String, odata::Literal)| format!("{name}={}", literal(value));
        values.iter().map(pair).collect::<Vec<_>>().join(" ")
    };
    match &segment.key {
        None => segment.name.clone(),
        Some(Key::Empty) => format!("{}()", segment.name),
        Some(Key::Single(value)) => format!("{}({})", segment.name, literal(value)),
        Some(Key::Named(_)) => format!("{}({})", segment.name, named(segment.arguments())),
    }
}

#[test]
fn names_alone() {
    check("", "");
    check("/", "");
    check("leads", "leads");
    check("/leads/", "leads");
    check("$metadata", "$metadata");
    check("$batch", "$batch");
    check("leads/$count", "leads / $count");
    check("$1/nav/$ref", "$1 / nav / $ref");
    check("leads/Microsoft.Dynamics.CRM.CreateMultiple", "leads / Microsoft.Dynamics.CRM.CreateMultiple");
}

#[test]
fn single_keys() {
    let id = format!("id:{}", ID.to_lowercase());
    check(&format!("leads({ID})"), &format!("leads({id})"));
    check(&format!("leads({{{ID}}})"), &format!("leads({id})"));
    check(&format!("leads(%7B{ID}%7D)/fullname/$value"), &format!("leads({id}) / fullname / $value"));
    check(&format!("leads({ID})/nav({ID})/$ref"), &format!("leads({id}) / nav({id}) / $ref"));
    check(
        &format!("leads({ID})/Microsoft.Dynamics.CRM.QualifyLead"),
        &format!("leads({id}) / Microsoft.Dynamics.CRM.QualifyLead"),
    );
    check("things(5)", "things(5)");
    check("things('a')", "things(\"a\")");
    check("things(@id)", "things(alias:id)");
}

#[test]
fn named_keys() {
    check("leads(a='x',b=1)", "leads(a=\"x\" b=1)");
    check("leads(key='O''x',n=1)", "leads(key=\"O'x\" n=1)");
    check(
        "Customers(dataAreaId='usmf',CustomerAccount='US-001')",
        "Customers(dataAreaId=\"usmf\" CustomerAccount=\"US-001\")",
    );
    check(
        "EntityDefinitions(LogicalName='lead')/Attributes(LogicalName='c')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata",
        "EntityDefinitions(LogicalName=\"lead\") / Attributes(LogicalName=\"c\") / Microsoft.Dynamics.CRM.PicklistAttributeMetadata",
    );
    check("a(b=Microsoft.X.Kind'One')", "a(b=enum:Microsoft.X.Kind:One)");
}

#[test]
fn function_calls() {
    check("WhoAmI", "WhoAmI");
    check("WhoAmI()", "WhoAmI()");
    check("RetrieveChanges(Tables=@p1,Token=@p2)", "RetrieveChanges(Tables=alias:p1 Token=alias:p2)");
    check(
        "RetrieveTotalRecordCount(EntityNames=[\"account\",'a/b'])",
        "RetrieveTotalRecordCount(EntityNames=[\"account\" \"a/b\"])",
    );
}

#[test]
fn slashes_and_quotes_inside_keys() {
    check("a(k='x%2Fy')/b", "a(k=\"x/y\") / b");
    check("a(k='x/y')/b", "a(k=\"x/y\") / b");
    check("a(k=%27x/y%27)/b", "a(k=\"x/y\") / b");
    check("a(k='it''s/y')/b", "a(k=\"it's/y\") / b");
    check("a(k='it%27%27s/y')/b", "a(k=\"it's/y\") / b");
    check("a(k='\"/')/b", "a(k=\"\\\"/\") / b");
    check("a(k='1+1%20%2B')", "a(k=\"1+1 +\")");
    check("a(k='%C5%BC')", "a(k=\"ż\")");
}

#[test]
fn refused() {
    let refuse = |input: &str, expect: &str| check(input, &format!("error: expected {expect}"));
    refuse("a//b", "a name, found the end at byte 2");
    refuse("leads(", "a value, found the end at byte 6");
    refuse("leads(5", "`)`, found the end at byte 7");
    refuse("leads(abc)", "a value, found `abc` at byte 6");
    refuse("leads(a=1,a=2)", "each name once, found `a` at byte 10");
    refuse("leads(a=1,2)", "a name, found `2` at byte 10");
    refuse("leads(a=1 b=2)", "`,` or `)`, found `b` at byte 10");
    refuse("x/leads(5)6", "`(`, `/` or the end of the path, found `6` at byte 10");
    refuse("x/le%2", "two hexadecimal digits after `%`, found %2 at byte 4");
    refuse("x/%FF", "UTF-8 text, found other bytes at byte 2");
    refuse("a(k='x/y)/b", "a closing quote, found the end at byte 11");
    refuse("(5)", "a name, found `(` at byte 0");
    refuse("..", "a name or a value, found .. at byte 0");
}
