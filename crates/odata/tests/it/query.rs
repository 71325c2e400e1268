//! The query string, `$select` and `$orderby`.

use odata::{QueryOptions, SyntaxError, parse_order_by, parse_query, parse_select};

use crate::shape::{outcome, shape};

fn check(input: &str, expect: &str) {
    assert_eq!(outcome(parse_query(input), describe), expect, "for {input}");
}

/// Writes the options that differ from none at all.
fn describe(options: &QueryOptions) -> String {
    let mut parts = Vec::new();
    let mut add = |name: &str, text: Option<String>| {
        parts.extend(text.map(|text| format!("{name}:{text}")));
    };
    add("select", (!options.select.is_empty()).then(|| options.select.join(" ")));
    add("filter", options.filter.as_ref().map(shape));
    let order = |key: &odata::OrderBy| format!("{}{}", key.path, if key.descending { "-" } else { "+" });
    let keys = options.order_by.iter().map(order).collect::<Vec<_>>();
    add("order", (!keys.is_empty()).then(|| keys.join(" ")));
    let names = options.expand.iter().map(|item| item.property.as_str()).collect::<Vec<_>>();
    add("expand", (!names.is_empty()).then(|| names.join(" ")));
    add("top", options.top.map(|top| top.to_string()));
    add("count", options.count.then(String::new));
    add("skip", options.skip_token.clone());
    add("delta", options.delta_token.clone());
    add("id", options.id.clone());
    for (name, value) in &options.aliases {
        add(&format!("@{name}"), Some(value.clone()));
    }
    for (name, value) in &options.custom {
        add(name, Some(format!("<{value}>")));
    }
    parts.join("; ")
}

#[test]
fn options_of_each_kind() {
    check("", "");
    check("$select=a,b", "select:a b");
    check("$filter=a eq 1", "filter:(eq a 1)");
    check("$orderby=a desc,b", "order:a- b+");
    check("$expand=a($select=b),c", "expand:a c");
    check("$top=5&$count=true", "top:5; count:");
    check("$count=false", "");
    check("$skiptoken=%3Ccookie%20pagenumber=%222%22/%3E", "skip:<cookie pagenumber=\"2\"/>");
    check("$deltatoken=12!34", "delta:12!34");
    check("$id=http://h/leads(1)", "id:http://h/leads(1)");
    check("&$top=1&&", "top:1");
}

#[test]
fn encodings_of_real_clients() {
    check("%24select=a%2Cb", "select:a b");
    check("$filter=name+eq+%27a%2Bb%27", "filter:(eq name \"a+b\")");
    check("%24filter=name%20eq%20'%C5%BC%26=%25'", "filter:(eq name \"ż&=%\")");
    check("$filter=a eq 'x=y'", "filter:(eq a \"x=y\")");
}

#[test]
fn aliases_and_custom_options() {
    check("$filter=a eq @p1&@p1='x'", "filter:(eq a \"x\"); @p1:'x'");
    check("@p1={\"a\":1}", "@p1:{\"a\":1}");
    check("$expand=a($filter=b eq @p)&@p=1", "expand:a; @p:1");
    check("fetchXml=%3Cfetch/%3E&sql=", "fetchXml:<<fetch/>>; sql:<>");
    check("cross-company=true&cross-company=true", "cross-company:<true>; cross-company:<true>");
    check("filter=a", "filter:<a>");
}

#[test]
fn errors_name_their_option() {
    let refuse = |input: &str, expect: &str| check(input, &format!("error: expected {expect}"));
    refuse("$filter=a eq", "a value, found the end at byte 4 of $filter");
    refuse("$top=1&%24filter=a%20eq", "a value, found the end at byte 4 of $filter");
    refuse("$expand=a($top=x)", "a number of rows, found `x` at byte 7 of $expand");
    refuse(
        "$orderby=a down",
        "`,`, `asc`, `desc` or the end of the order, found `down` at byte 2 of $orderby",
    );
    refuse("$select=", "a property name, found the end at byte 0 of $select");
    refuse("$top=1&$top=2", "each option once, found $top at byte 0 of $top");
    refuse("$top=1&%24top=2", "each option once, found $top at byte 0 of $top");
    refuse("@p=1&@p=1", "each option once, found @p at byte 0 of @p");
    refuse("$count=yes", "`true` or `false`, found yes at byte 0 of $count");
    refuse("$skiptoken", "a token, found nothing at byte 0 of $skiptoken");
    refuse("$top=1&$filter=%4", "two hexadecimal digits after `%`, found %4 at byte 0 of $filter");
    refuse("$filter=%FF", "UTF-8 text, found other bytes at byte 0 of $filter");
    refuse("a=1&%zz=1", "two hexadecimal digits after `%`, found %zz at byte 4");
    for top in ["", "-1", "+1", "1.5", "4294967296", "x"] {
        refuse(
            &format!("$top={}", top.replace('+', "%2B")),
            &format!("a number of rows, found {top} at byte 0 of $top"),
        );
    }
}

#[test]
fn unknown_system_options_are_refused_by_name() {
    for name in ["$skip", "$format", "$search", "$apply", "$SELECT", "$"] {
        let option = parse_query(&format!("{name}=1")).map_err(|error: SyntaxError| error.option);
        assert_eq!(option, Err(Some(name.to_owned())));
    }
}

#[test]
fn select_lists() {
    let check = |input: &str, expect: &str| {
        assert_eq!(outcome(parse_select(input), |names| names.join(" ")), expect, "for {input}");
    };
    check("a", "a");
    check(" a , _b_value ", "a _b_value");
    check("*", "*");
    check("a/b,*", "a/b *");
    check("a,", "error: expected a property name, found the end at byte 2");
    check("a b", "error: expected `,` or the end of the list, found `b` at byte 2");
    check("'a'", "error: expected a property name, found `'a'` at byte 0");
}

#[test]
fn order_keys() {
    let check = |input: &str, expect: &[(&str, bool)]| {
        let keys = parse_order_by(input)
            .map(|keys| keys.iter().map(|key| (key.path.to_string(), key.descending)).collect::<Vec<_>>());
        let expect = expect.iter().map(|(path, down)| ((*path).to_owned(), *down)).collect();
        assert_eq!(keys, Ok(expect), "for {input}");
    };
    check("a", &[("a", false)]);
    check("a asc,b/c desc", &[("a", false), ("b/c", true)]);
    check("desc desc", &[("desc", true)]);
    check("asc", &[("asc", false)]);
}
