//! `Prefer`, `If-Match` and `If-None-Match`.

use odata::{Condition, Preferences, parse_if_match, parse_if_none_match, parse_prefer};

fn check(headers: &[&str], expect: &Preferences) {
    assert_eq!(parse_prefer(headers.iter().copied()), *expect, "for {headers:?}");
}

fn annotations(text: &str) -> Preferences {
    Preferences { include_annotations: Some(text.to_owned()), ..Preferences::default() }
}

fn paged(size: Option<u32>) -> Preferences {
    Preferences { max_page_size: size, ..Preferences::default() }
}

#[test]
fn each_preference() {
    check(&[], &Preferences::default());
    let returned = |wanted| Preferences { return_representation: wanted, ..Preferences::default() };
    check(&["return=representation"], &returned(Some(true)));
    check(&["return=minimal"], &returned(Some(false)));
    check(&["return=\"representation\""], &returned(Some(true)));
    check(&["return=other"], &returned(None));
    check(&["odata.track-changes"], &Preferences { track_changes: true, ..Preferences::default() });
    check(&["odata.continue-on-error"], &Preferences { continue_on_error: true, ..Preferences::default() });
    check(&["odata.continue-on-error=false"], &Preferences::default());
    check(&["respond-async"], &Preferences { respond_async: true, ..Preferences::default() });
}

#[test]
fn joined_and_repeated() {
    let all = Preferences {
        return_representation: Some(true),
        include_annotations: Some("*".to_owned()),
        max_page_size: Some(2),
        track_changes: true,
        continue_on_error: true,
        respond_async: true,
    };
    check(
        &[
            "odata.maxpagesize=2,odata.include-annotations=\"*\"",
            "RETURN=representation ; x=1, Odata.Track-Changes",
            ",, continue-on-error,respond-async; wait=10, unknown=\"a,b\"",
        ],
        &all,
    );
    check(&["odata.maxpagesize=1", "odata.maxpagesize=2"], &paged(Some(1)));
}

#[test]
fn annotations_quoted_or_not() {
    check(&["odata.include-annotations=\"*\""], &annotations("*"));
    check(&["odata.include-annotations=*"], &annotations("*"));
    check(&["odata.include-annotations=\"a.*,b.c\""], &annotations("a.*,b.c"));
    check(&["odata.include-annotations=a.*,b.c, -d.e"], &annotations("a.*,b.c,-d.e"));
    check(
        &["odata.include-annotations=a.b,odata.track-changes,c.d"],
        &Preferences { track_changes: true, ..annotations("a.b") },
    );
    check(&["odata.include-annotations=\"a\",b.c"], &annotations("a"));
    check(&["odata.include-annotations="], &Preferences::default());
}

#[test]
fn page_sizes() {
    check(&["odata.maxpagesize=50"], &paged(Some(50)));
    check(&["odata.maxpagesize=\"50\""], &paged(Some(50)));
    check(&["maxpagesize = 50"], &paged(Some(50)));
    check(&["odata.maxpagesize=99999999999"], &paged(Some(u32::MAX)));
    for wrong in ["0", "-1", "+1", "x", ""] {
        check(&[&format!("odata.maxpagesize={wrong}")], &paged(None));
    }
}

#[test]
fn conditions() {
    let check = |header: &str, expect: Condition| {
        assert_eq!(parse_if_match(header), Ok(expect), "for {header}");
        assert_eq!(parse_if_none_match(header), Ok(expect), "for {header}");
    };
    check("", Condition::None);
    check("null", Condition::None);
    check(" null ", Condition::None);
    check("*", Condition::Any);
    check("W/\"123\"", Condition::Version(123));
    check("\"123\"", Condition::Version(123));
    check(" W/\"9223372036854775807\" ", Condition::Version(i64::MAX));
}

#[test]
fn conditions_that_cannot_be_read_are_not_taken_for_none() {
    let wrong =
        ["123", "W/123", "\"abc\"", "\"\"", "\"-1\"", "\"1", "\"1\",\"2\"", "\"9223372036854775808\""];
    for header in wrong {
        let option = |error: odata::SyntaxError| error.option;
        assert_eq!(parse_if_match(header).map_err(option), Err(Some("If-Match".to_owned())));
        assert_eq!(parse_if_none_match(header).map_err(option), Err(Some("If-None-Match".to_owned())));
    }
}
