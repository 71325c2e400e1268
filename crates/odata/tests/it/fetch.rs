//! FetchXML: what is read, what is refused and where, and that nothing makes it panic.

use odata::fetch::{Cookie, FetchFilter, JoinKind, Operator, Unit, parse_fetch};
use odata::limits::{FETCH_DEPTH_MAX, FETCH_ELEMENTS_MAX, FETCH_LINKS_MAX, TEXT_BYTES_MAX};
use proptest::collection::vec;
use proptest::prelude::*;

/// A query on leads with this inside.
fn leads(inner: &str) -> String {
    format!("<fetch><entity name='lead'>{inner}</entity></fetch>")
}

#[test]
fn a_whole_query_is_read() {
    let text = r#"<?xml version="1.0"?><!-- of a view -->
        <fetch version="1.0" output-format="xml-platform" mapping="logical" distinct="true" count="50"
               page="2" returntotalrecordcount="true" no-lock="false"
               paging-cookie="&lt;cookie page=&quot;1&quot;&gt;&lt;row last=&quot;-.a&quot;/&gt;&lt;/cookie&gt;">
          <entity name="lead">
            <attribute name="subject" /><attribute name="leadid" alias="key"></attribute>
            <filter type="or">
              <condition attribute="fullname" operator="like" value="%a &amp; b%" />
              <filter><condition attribute="statecode" operator="in"><value>0</value><value>&#50;</value>
                <value><![CDATA[<3]]></value></condition></filter>
            </filter>
            <order attribute="createdon" descending="true" />
            <link-entity name="account" from="accountid" to="parentaccountid" alias="a" link-type="outer">
              <all-attributes />
              <link-entity name="systemuser" from="systemuserid" to="ownerid" />
            </link-entity>
          </entity>
        </fetch>"#;
    let fetch = parse_fetch(text).unwrap();
    assert_eq!((fetch.count, fetch.page, fetch.top), (Some(50), 2, None));
    assert!(fetch.distinct && fetch.return_total_record_count);
    assert_eq!(fetch.cookie, Some(Cookie { page: 1, last: "-.a".into() }));
    let entity = fetch.entity;
    let columns: Vec<_> =
        entity.columns.iter().map(|column| (column.name.as_str(), column.alias.as_deref())).collect();
    assert_eq!(columns, [("subject", None), ("leadid", Some("key"))]);
    let [FetchFilter::Or(parts)] = entity.filters.as_slice() else { panic!("{:?}", entity.filters) };
    let FetchFilter::Condition(like) = &parts[0] else { panic!("{parts:?}") };
    assert_eq!((like.operator, like.values.as_slice()), (Operator::Like, ["%a & b%".to_owned()].as_slice()));
    let FetchFilter::And(inner) = &parts[1] else { panic!("{parts:?}") };
    let FetchFilter::Condition(within) = &inner[0] else { panic!("{inner:?}") };
    assert_eq!(within.values, ["0", "2", "<3"]);
    assert!(entity.orders[0].descending);
    let link = &entity.links[0];
    assert!(link.kind == JoinKind::Outer && link.entity.all_columns);
    assert_eq!((link.from.as_str(), link.to.as_str()), ("accountid", "parentaccountid"));
    assert_eq!(link.entity.links[0].kind, JoinKind::Inner);
}

#[test]
fn operators_take_as_many_values_as_they_need() {
    let check = |condition: &str| {
        let fetch = parse_fetch(&leads(&format!("<filter><condition attribute='x' {condition}</filter>")));
        fetch.map(|fetch| match &fetch.entity.filters[0] {
            FetchFilter::And(parts) => match &parts[0] {
                FetchFilter::Condition(condition) => condition.operator,
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        })
    };
    let two = "<value>1</value><value>2</value></condition>";
    for (condition, operator) in [
        ("operator='eq' value='1'/>".to_owned(), Operator::Equal),
        ("operator='neq' value='' />".into(), Operator::NotEqual),
        ("operator='null' value='' />".into(), Operator::Null),
        ("operator='eq-userid'/>".into(), Operator::EqualUser),
        (format!("operator='between'>{two}"), Operator::Between),
        (format!("operator='not-in'>{two}"), Operator::NotIn),
        ("operator='last-x-days' value='7'/>".into(), Operator::Last(Unit::Day)),
        ("operator='this-month'/>".into(), Operator::Period(Unit::Month, 0)),
    ] {
        assert_eq!(check(&condition).unwrap(), operator, "{condition}");
    }
    for condition in [
        "operator='eq'/>".to_owned(),
        "operator='null' value='1'/>".into(),
        "operator='between' value='1'/>".into(),
        "operator='in'/>".into(),
        format!("operator='eq'>{two}"),
        "operator='EQ' value='1'/>".into(),
        "operator='eq' valueof='y'/>".into(),
        "operator='in'><x>1</x></condition>".into(),
        "value='1'/>".into(),
    ] {
        assert!(check(&condition).is_err(), "{condition}");
    }
}

#[test]
fn mistakes_are_named_with_their_place() {
    let check = |text: &str, offset: usize, expected: &str| {
        let error = parse_fetch(text).unwrap_err();
        let place = (error.offset, error.option.as_deref());
        assert_eq!(place, (offset, Some("fetchXml")), "{error} of {text}");
        assert!(error.expected.contains(expected), "{error} of {text}");
    };
    check("", 0, "an element");
    check("lead", 0, "an element");
    check("<fetch/>", 0, "one <entity>");
    check("<select/>", 0, "<fetch>");
    check("<fetch><entity name='lead'/><entity name='lead'/></fetch>", 0, "one <entity>");
    check("<fetch><table name='lead'/></fetch>", 7, "<entity>");
    check("<fetch><entity/></fetch>", 7, "name of <entity>");
    check("<fetch><entity name='a b'/></fetch>", 7, "a name");
    check(&leads("<attribut name='x'/>"), 27, "attribute, all-attributes");
    check(&leads("<attribute name='x' aggregate='sum'/>"), 27, "a column as it is");
    check(&leads("<filter type='nor'/>"), 27, "and or or");
    check(&leads("<link-entity name='a' from='b' to='c' link-type='any'/>"), 27, "inner, outer");
    check("<fetch aggregate='true'><entity name='lead'/></fetch>", 0, "without aggregate");
    check("<fetch count='many'><entity name='lead'/></fetch>", 0, "a number as count");
    check("<fetch count='-1'><entity name='lead'/></fetch>", 0, "a number as count");
    check("<fetch distinct='yes'><entity name='lead'/></fetch>", 0, "true or false");
    check("<fetch top='5' page='2'><entity name='lead'/></fetch>", 0, "either top or pages");
    check("<fetch paging-cookie='x'><entity name='lead'/></fetch>", 0, "");
    check("<fetch top='1' top='2'><entity name='lead'/></fetch>", 0, "each attribute once");
    check("<fetch><entity name='lead'>", 27, "</entity>");
    check("<fetch/><fetch/>", 8, "the end of the document");
    check("<!DOCTYPE fetch><fetch/>", 0, "an element");
    check(
        &leads("<filter><condition attribute='x' operator='in'><value>&x;</value></condition></filter>"),
        81,
        "",
    );
}

#[test]
fn everything_that_can_grow_has_an_end() {
    let ends = |text: &str| assert!(parse_fetch(text).is_err(), "{} bytes", text.len());
    ends(&leads(&" ".repeat(TEXT_BYTES_MAX)));
    ends(&leads(&"<order/>".repeat(FETCH_ELEMENTS_MAX)));
    ends(&leads(&format!("{}{}", "<filter>".repeat(FETCH_DEPTH_MAX), "</filter>".repeat(FETCH_DEPTH_MAX))));
    ends(&"<a>".repeat(TEXT_BYTES_MAX / 3));
    let link = "<link-entity name='a' from='b' to='c'/>";
    ends(&leads(&link.repeat(FETCH_LINKS_MAX + 1)));
    ends(&leads(&"<order attribute='a'/>".repeat(33)));
    ends(&leads(&"<filter><condition attribute='a' operator='null'/></filter>".repeat(501)));
    let attributes: String = (0..33).map(|at| format!(" a{at}='1'")).collect();
    ends(&format!("<fetch{attributes}><entity name='lead'/></fetch>"));
    assert!(parse_fetch(&leads(&link.repeat(FETCH_LINKS_MAX))).is_ok());
}

/// Pieces that get deeper than noise does.
fn nearly_a_query() -> impl Strategy<Value = String> {
    let pieces = [
        "<fetch>",
        "<fetch count='2' page='1'>",
        "</fetch>",
        "<entity name='lead'>",
        "</entity>",
        "<attribute name='a' alias='b'/>",
        "<all-attributes/>",
        "<filter type='or'>",
        "</filter>",
        "<condition attribute='a' operator='eq' value='1'/>",
        "<condition attribute='a' operator='in'>",
        "<value>1</value>",
        "</condition>",
        "<order attribute='a'/>",
        "&lt;",
        "&#0;",
        "&#xD800;",
        "&",
        "<",
        "<link-entity name='a' from='b' to='c'>",
        "</link-entity>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?x?>",
        "'",
        "\"",
        "ż",
        "\0",
        " paging-cookie='%3Ccookie page=\"1\"%3E'",
    ];
    vec(proptest::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nothing_makes_the_parser_panic(text in prop_oneof![any::<String>(), nearly_a_query()]) {
        if let Err(error) = parse_fetch(&text) {
            prop_assert!(error.offset <= text.len(), "{error} of {text}");
        }
        let _ = parse_fetch(&leads(&text));
    }

    #[test]
    fn any_value_survives(value in "[^\0-\u{1F}\u{7F}-\u{9F}\u{FFFE}\u{FFFF}]{0,20}") {
        let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;");
        let text = leads(&format!(
            "<filter><condition attribute='a' operator='eq' value='{escaped}'/></filter>"
        ));
        let fetch = parse_fetch(&text).unwrap();
        let FetchFilter::And(parts) = &fetch.entity.filters[0] else { panic!() };
        let FetchFilter::Condition(condition) = &parts[0] else { panic!() };
        prop_assert_eq!(&condition.values[0], &value);
    }
}
