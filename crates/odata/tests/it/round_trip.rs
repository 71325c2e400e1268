//! Random trees survive printing; random texts survive nothing but politely.

use odata::{
    Comparison, Filter, Literal, Path, TextMatchKind, parse_expand, parse_filter, parse_if_match,
    parse_literal, parse_order_by, parse_prefer, parse_query, parse_resource, parse_select,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Names, among them all that are keywords somewhere.
fn name() -> impl Strategy<Value = String> {
    let keywords = ["not", "and", "or", "eq", "in", "any", "all", "contains", "desc", "_x", "é"];
    prop_oneof![
        3 => "[a-zA-Z_][a-zA-Z0-9_]{0,8}",
        1 => proptest::sample::select(keywords.to_vec()).prop_map(str::to_owned),
    ]
    // Alone, these three are values and never names.
    .prop_filter("a value", |name| !matches!(name.as_str(), "true" | "false" | "null"))
}

fn path() -> impl Strategy<Value = Path> {
    vec(name(), 1..4).prop_map(Path)
}

fn qualified_name() -> impl Strategy<Value = String> {
    vec("[a-zA-Z_][a-zA-Z0-9_]{0,8}", 2..4).prop_map(|parts| parts.join("."))
}

/// Any text at all, with more quotes and escapes than chance would bring.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "['\"\\\\%+&/;,() a-cż😀\n]{0,12}"]
}

fn literal() -> impl Strategy<Value = Literal> {
    prop_oneof![
        Just(Literal::Null),
        any::<bool>().prop_map(Literal::Boolean),
        any::<i64>().prop_map(Literal::Whole),
        "-?[0-9]{1,20}\\.[0-9]{1,10}([eE][+-]?[0-9]{1,3})?".prop_map(Literal::Decimal),
        "-?[1-9][0-9]{19,30}".prop_map(Literal::Decimal),
        text().prop_map(Literal::Text),
        any::<u128>().prop_map(|bits| Literal::Id(uuid::Uuid::from_u128(bits))),
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])".prop_map(Literal::Date),
        "[0-9]{4}-0[1-9]-1[0-9]T[01][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]0[0-9]:[0-5]0)"
            .prop_map(Literal::DateTime),
        (qualified_name(), text()).prop_map(|(type_name, member)| Literal::EnumMember { type_name, member }),
    ]
}

fn argument() -> impl Strategy<Value = Literal> {
    prop_oneof![
        4 => literal(),
        1 => "[a-z][a-z0-9]{0,5}".prop_map(Literal::Alias),
        1 => vec(literal(), 0..4).prop_map(Literal::List),
    ]
}

fn comparison() -> impl Strategy<Value = Comparison> {
    proptest::sample::select(
        [
            Comparison::Equal,
            Comparison::NotEqual,
            Comparison::Greater,
            Comparison::GreaterOrEqual,
            Comparison::Less,
            Comparison::LessOrEqual,
        ]
        .as_slice(),
    )
}

fn condition() -> impl Strategy<Value = Filter> {
    let kinds = [TextMatchKind::Contains, TextMatchKind::StartsWith, TextMatchKind::EndsWith];
    prop_oneof![
        3 => (path(), comparison(), literal())
            .prop_map(|(path, operator, value)| Filter::Compare { path, operator, value }),
        1 => (path(), proptest::sample::select(kinds.to_vec()), text())
            .prop_map(|(path, kind, value)| Filter::TextMatch { path, kind, value }),
        1 => (path(), vec(literal(), 1..4)).prop_map(|(path, values)| Filter::In { path, values }),
        1 => (qualified_name(), path(), vec(literal(), 0..4))
            .prop_map(|(name, property, values)| Filter::Function { name, property, values }),
        1 => path().prop_map(|path| Filter::Any { path, variable: String::new(), condition: None }),
        1 => path().prop_map(Filter::Boolean),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    condition().prop_recursive(6, 40, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..5).prop_map(Filter::And),
            vec(inner.clone(), 2..5).prop_map(Filter::Or),
            inner.clone().prop_map(|filter| Filter::Not(Box::new(filter))),
            (path(), name(), inner.clone()).prop_map(|(path, variable, condition)| {
                Filter::Any { path, variable, condition: Some(Box::new(condition)) }
            }),
            (path(), name(), inner).prop_map(|(path, variable, condition)| {
                Filter::All { path, variable, condition: Box::new(condition) }
            }),
        ]
    })
}

/// Texts made of the language's own pieces, which get deeper than noise does.
fn nearly_a_query() -> impl Strategy<Value = String> {
    let pieces = [
        "(",
        ")",
        "[",
        "]",
        ",",
        "/",
        "=",
        ":",
        ";",
        "*",
        "'",
        "''",
        "\"",
        "\\u00",
        "@p",
        "$filter",
        "$expand=",
        "$",
        "not ",
        " and ",
        " or ",
        " eq ",
        " in ",
        "any(",
        "all(",
        "x:",
        "a",
        ".b",
        "contains(",
        "PropertyName=",
        "PropertyValues=",
        "null",
        "true",
        "-",
        "1",
        "1.5",
        "e5",
        "2026-01-01",
        "T00:00:00Z",
        "a1b2c3d4-0000-4000-8000-00000000000f",
        "{",
        "}",
        "%27",
        "%",
        "&",
        "+",
        " ",
        "ż",
        "😀",
        "W/",
        "odata.include-annotations=",
        "respond-async",
    ];
    vec(proptest::sample::select(pieces.to_vec()), 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn a_printed_filter_parses_back(filter in filter()) {
        prop_assert_eq!(parse_filter(&filter.to_string()), Ok(filter));
    }

    #[test]
    fn a_printed_literal_parses_back(literal in argument()) {
        prop_assert_eq!(parse_literal(&literal.to_string()), Ok(literal));
    }

    #[test]
    fn what_parses_prints_and_parses_back(input in nearly_a_query()) {
        if let Ok(filter) = parse_filter(&input) {
            prop_assert_eq!(parse_filter(&filter.to_string()), Ok(filter));
        }
    }

    #[test]
    fn a_filter_survives_the_query_string(filter in filter()) {
        let encoded: String = filter.to_string().bytes().map(|byte| format!("%{byte:02x}")).collect();
        // The encoding triples the length; very long random texts are not the point here.
        prop_assume!(encoded.len() < odata::limits::TEXT_BYTES_MAX);
        let options = parse_query(&format!("%24filter={encoded}"));
        prop_assert_eq!(options.map(|options| options.filter), Ok(Some(filter)));
    }

    #[test]
    fn no_text_panics_and_errors_point_into_it(
        input in prop_oneof![any::<String>(), "\\PC{0,60}", nearly_a_query()],
    ) {
        let query = format!("$filter={input}");
        let errors = [
            parse_filter(&input).err(),
            parse_literal(&input).err(),
            parse_select(&input).err(),
            parse_order_by(&input).err(),
            parse_expand(&input).err(),
            parse_query(&input).err(),
            parse_resource(&input).err(),
            parse_if_match(&input).err(),
        ];
        for error in errors.into_iter().flatten() {
            prop_assert!(error.offset <= input.len(), "{} in {:?}", error, input);
            prop_assert!(!error.expected.is_empty() && error.to_string().starts_with("expected "));
        }
        if let Err(error) = parse_query(&query) {
            prop_assert!(error.offset <= query.len(), "{} in {:?}", error, query);
        }
        let _ = parse_prefer([input.as_str()].into_iter());
    }
}
