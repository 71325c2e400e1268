//! Constants: numbers, texts, guids, moments, enum members, lists.

use odata::{escape_text, parse_literal};

use crate::shape::{literal, outcome};

fn check(input: &str, expect: &str) {
    assert_eq!(outcome(parse_literal(input), literal), expect, "for {input}");
}

fn refuse(input: &str) {
    assert!(parse_literal(input).is_err(), "{input} was taken");
}

#[test]
fn words() {
    check("null", "null");
    check("true", "true");
    check("false", "false");
    refuse("True");
    refuse("nullable");
}

#[test]
fn numbers_keep_their_digits() {
    check("0", "0");
    check("-5", "-5");
    check("+5", "5");
    check("9223372036854775807", "9223372036854775807");
    check("-9223372036854775808", "-9223372036854775808");
    check("9223372036854775808", "decimal:9223372036854775808");
    check("1.50", "decimal:1.50");
    check("-0.1", "decimal:-0.1");
    check("1e5", "decimal:1e5");
    check("1.5E-3", "decimal:1.5E-3");
    check("2e+3", "decimal:2e+3");
    for wrong in ["-", "1.", ".5", "1e", "1.e5", "1e+", "5x", "1.2.3", "5L", "1-2", "--5", "0x1F"] {
        refuse(wrong);
    }
}

#[test]
fn texts_double_their_quotes() {
    check("'O''Brien'", "\"O'Brien\"");
    check("''", "\"\"");
    check("''''", "\"'\"");
    check("'a\\b'", "\"a\\\\b\"");
    check("'żółw 🐢'", "\"żółw 🐢\"");
    check("'null'", "\"null\"");
    refuse("'''");
    refuse("'a'b'");
    assert_eq!(escape_text("O'B'"), "O''B''");
}

#[test]
fn guids_in_any_case_with_or_without_braces() {
    let id = "id:a1b2c3d4-0000-4000-8000-00000000000f";
    check("a1b2c3d4-0000-4000-8000-00000000000f", id);
    check("A1B2C3D4-0000-4000-8000-00000000000F", id);
    check("{A1B2C3D4-0000-4000-8000-00000000000f}", id);
    check("01b2c3d4-0000-4000-8000-00000000000f", "id:01b2c3d4-0000-4000-8000-00000000000f");
    refuse("a1b2c3d4-0000-4000-8000-00000000000");
    refuse("a1b2c3d4-0000-4000-8000-00000000000f0");
    refuse("{a1b2c3d4-0000-4000-8000-00000000000f");
    refuse("a1b2c3d4000040008000000000000000000f");
}

#[test]
fn dates_exist() {
    check("2026-11-20", "date:2026-11-20");
    check("2024-02-29", "date:2024-02-29");
    check("2000-02-29", "date:2000-02-29");
    for wrong in
        ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "26-1-1"]
    {
        refuse(wrong);
    }
}

#[test]
fn date_times_have_seconds_and_an_offset() {
    check("2026-11-20T22:13:16Z", "time:2026-11-20T22:13:16Z");
    check("2026-11-20T22:13:16.123+02:00", "time:2026-11-20T22:13:16.123+02:00");
    check("2026-11-20t00:00:00-11:30", "time:2026-11-20t00:00:00-11:30");
    for wrong in [
        "2026-11-20T22:13:16",
        "2026-11-20T22:13Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T22:60:00Z",
        "2026-11-20T22:00:60Z",
        "2026-11-20T22:00:00.Z",
        "2026-11-20T22:00:00+2:00",
        "2026-11-20T22:00:00Zx",
        "2026-11-20T",
    ] {
        refuse(wrong);
    }
}

#[test]
fn enum_members_have_a_qualified_type() {
    check("Microsoft.Dynamics.DataEntities.NoYes'Yes'", "enum:Microsoft.Dynamics.DataEntities.NoYes:Yes");
    check("A.B'it''s'", "enum:A.B:it's");
    refuse("NoYes'Yes'");
    refuse("guid'a1b2c3d4-0000-4000-8000-00000000000f'");
}

#[test]
fn lists_and_aliases() {
    check("[\"a\",'b',3]", "[\"a\" \"b\" 3]");
    check("[ ]", "[]");
    check("@p1", "alias:p1");
    check("\"a\"", "\"a\"");
    refuse("[1,]");
    refuse("[[1]]");
    refuse("[1");
    refuse(r#"["\ud83d"]"#);
    refuse(r#"["\x"]"#);
    refuse("1 2");
    refuse("");
}
