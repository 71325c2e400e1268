use tables::uuid::Uuid;
use tables::value::MONEY_SCALE;
use tables::{Catalog, Decimal, Money, Table as _};

use super::*;
use crate::respond::fixture;

fn lower(convention: Convention, table: &str, filter: &str) -> Result<Filter, ApiError> {
    let catalog: Catalog = fixture::catalog();
    let exposed = ["lead", "account", "customer"].map(String::from);
    let model = Model { exposed: Some(&exposed), ..Model::of_code(convention, &catalog) };
    model.filter(model.table(table).unwrap(), &odata::parse_filter(filter).unwrap())
}

fn check(filter: &str, expect: Filter) {
    assert_eq!(lower(Convention::Dataverse, "lead", filter), Ok(expect), "{filter}");
}

fn check_finance(filter: &str, expect: Filter) {
    assert_eq!(lower(Convention::FinanceAndOperations, "customer", filter), Ok(expect), "{filter}");
}

fn refused(filter: &str, words: &[&str]) {
    let error = lower(Convention::Dataverse, "lead", filter).unwrap_err();
    assert_eq!(error.status, 400, "{filter}: {error}");
    for word in words {
        assert!(error.message.contains(word), "{filter}: {word} is missing in {error}");
    }
}

const ID: Uuid = Uuid::from_u128(0xFEED);

#[test]
fn each_literal_gets_the_type_of_its_column() {
    let compare = |column: &str, value: Value| Filter::Compare(column.into(), Comparison::Equal, value);
    check("subject eq 'O''B'", compare("subject", "O'B".into()));
    check("numberofemployees eq 12", compare("numberofemployees", Value::Whole(12)));
    check("score eq 1.5", compare("score", Value::Decimal(Decimal { units: 150, scale: 2 })));
    check("revenue eq 900719925474.0993", compare("revenue", Value::Money(Money(9_007_199_254_740_993))));
    check("donotemail eq true", compare("donotemail", Value::YesNo(true)));
    check("donotemail", compare("donotemail", Value::YesNo(true)));
    check(
        "estimatedclosedate eq 2026-11-20",
        compare("estimatedclosedate", jiff::civil::date(2026, 11, 20).into()),
    );
    let moment: jiff::Timestamp = "2026-11-20T08:30:00Z".parse().unwrap();
    check("lastused eq 2026-11-20T09:30:00+01:00", compare("lastused", moment.into()));
    check(
        "lastused eq 2026-11-20",
        compare("lastused", "2026-11-20T00:00:00Z".parse::<jiff::Timestamp>().unwrap().into()),
    );
    check("leadqualitycode eq 3", compare("leadqualitycode", Value::Choice(3)));
    check(&format!("leadid eq {ID}"), compare("leadid", Value::Id(ID)));
    check(&format!("_parentaccountid_value eq '{ID}'"), compare("parentaccountid", Value::Id(ID)));
}

#[test]
fn nothing_is_asked_for_by_null_or_empty_text() {
    check("subject eq null", Filter::IsNull("subject".into()));
    check("subject eq ''", Filter::IsNull("subject".into()));
    check("_customerid_value ne null", Filter::Not(Box::new(Filter::IsNull("customerid".into()))));
}

#[test]
fn a_guid_is_found_in_a_polymorphic_lookup() {
    check(
        &format!("_customerid_value ne {ID}"),
        Filter::Compare("customerid".into(), Comparison::NotEqual, Value::Id(ID)),
    );
}

#[test]
fn query_functions_take_quoted_values_and_column_names() {
    let both = vec![Value::Choice(1), Value::Choice(2)];
    let found = Filter::In("leadqualitycode".into(), both);
    let call = "(PropertyName='leadqualitycode',PropertyValues=[\"1\",\"2\"])";
    check(&format!("Microsoft.Dynamics.CRM.In{call}"), found.clone());
    check(&format!("Microsoft.Dynamics.CRM.NotIn{call}"), Filter::Not(Box::new(found)));
    let between = Filter::Between("revenue".into(), Money::whole(1).into(), Money(25_000).into());
    let call = "(PropertyName='revenue',PropertyValues=[\"1\",\"2.5\"])";
    check(&format!("Microsoft.Dynamics.CRM.Between{call}"), between.clone());
    check(&format!("Microsoft.Dynamics.CRM.NotBetween{call}"), Filter::Not(Box::new(between)));
    let lookup = Filter::In("parentaccountid".into(), vec![Value::Id(ID)]);
    check(
        &format!("Microsoft.Dynamics.CRM.In(PropertyName='parentaccountid',PropertyValues=['{ID}'])"),
        lookup,
    );
}

#[test]
fn paths_and_text_searches_reach_other_tables() {
    check(
        "contains(parentaccountid/name, 'ltd')",
        Filter::Text("parentaccountid/name".into(), TextMatch::Contains, "ltd".into()),
    );
    check(
        "customerid_account/name eq 'a'",
        Filter::Compare("customerid_account/name".into(), Comparison::Equal, "a".into()),
    );
    check(
        "not startswith(subject,'a')",
        Filter::Not(Box::new(Filter::Text("subject".into(), TextMatch::StartsWith, "a".into()))),
    );
}

#[test]
fn headquarters_compares_options_by_name_and_has_wildcards() {
    let approved = Filter::Compare("Status".into(), Comparison::Equal, Value::Choice(3));
    check_finance("Status eq 'Approved'", approved.clone());
    check_finance("Status eq Microsoft.Dynamics.DataEntities.Standing'Approved'", approved.clone());
    check_finance("Status eq 3", approved);
    let text = |kind| Filter::Text("OrganizationName".into(), kind, "retail".into());
    check_finance("OrganizationName eq '*retail*'", text(TextMatch::Contains));
    check_finance("OrganizationName eq 'retail*'", text(TextMatch::StartsWith));
    check_finance("OrganizationName ne '*retail'", Filter::Not(Box::new(text(TextMatch::EndsWith))));
    let error = lower(Convention::FinanceAndOperations, "customer", "Status eq 'Aproved'").unwrap_err();
    assert!(error.message.contains("Approved"), "{error}");
    // A star is a plain character in Dataverse.
    check("subject eq '*a*'", Filter::Compare("subject".into(), Comparison::Equal, "*a*".into()));
}

#[test]
fn a_wrong_filter_names_the_column_and_the_place() {
    refused("subject eq 'a' and revenue eq 'much'", &["revenue", "`revenue eq 'much'`", "money"]);
    refused("subject eq 5", &["subject", "text"]);
    refused("numberofemployees eq 1.5", &["numberofemployees", "whole"]);
    refused("score eq 1.234", &["score"]);
    refused("revenue gt 99999999999999999999", &["revenue"]);
    refused("donotemail gt false", &["donotemail", "eq"]);
    refused("leadqualitycode eq 9", &["leadqualitycode", "1 Hot"]);
    refused("leadqualitycode eq 'Hot'", &["leadqualitycode"]);
    refused("nosuch eq 1", &["nosuch", "lead"]);
    refused("Subject eq 'a'", &["'subject'"]);
    refused("ownerid eq null", &["'_ownerid_value'"]);
    refused("credential eq 'x'", &["credential"]);
    refused("startswith(credential,'x')", &["credential"]);
    refused("Microsoft.Dynamics.CRM.In(PropertyName='credential',PropertyValues=['x'])", &["credential"]);
    refused("subject/name eq 'a'", &["subject", "no lookup"]);
    refused("customerid/name eq 'a'", &["customerid"]);
    refused("customerid_contact/name eq 'a'", &["customerid_contact"]);
    refused("contains(revenue,'1')", &["revenue", "no text"]);
    refused("Microsoft.Dynamics.CRM.Between(PropertyName='revenue',PropertyValues=['1'])", &["two values"]);
    refused("_ownerid_value gt null", &["ownerid"]);
    // systemuser is in the catalog, but no set shows it.
    refused("createdby/fullname eq 'a'", &["createdby"]);
}

#[test]
fn what_is_missing_says_so() {
    for filter in
        ["parentaccountid/lead_customerid/any()", "Microsoft.Dynamics.CRM.Today(PropertyName='lastused')"]
    {
        assert_eq!(lower(Convention::Dataverse, "lead", filter).unwrap_err().status, 501, "{filter}");
    }
}

#[test]
fn a_filter_that_names_the_company_is_seen() {
    let names = |filter: &str| names_company(&odata::parse_filter(filter).unwrap());
    assert!(names("Status eq 'Open' and (CustomerAccount eq '1' or dataAreaId eq 'demf')"));
    assert!(!names("CustomerAccount eq 'dataAreaId'"));
}

/// Every literal against every column: it fits, or the answer names the column. Never a fault of ours.
#[test]
fn no_literal_in_any_column_is_a_surprise() {
    let literals = [
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "2e-3",
        "99999999999999999999",
        "''",
        "'x'",
        "'1'",
        "'*'",
        "2026-11-20",
        "2026-11-20T09:30:00Z",
        "00000000-0000-0000-0000-00000000feed",
        "A.B'Hot'",
    ];
    let (lead, customer) = (fixture::Lead::definition(), fixture::Customer::definition());
    for (convention, table) in [(Convention::Dataverse, lead), (Convention::FinanceAndOperations, customer)] {
        for column in table.columns.iter().filter(|column| !column.secret) {
            let property = convention.property(column);
            for operator in ["eq", "ne", "gt", "ge", "lt", "le", "in"] {
                for literal in literals {
                    let list = operator == "in";
                    let value = if list { format!("({literal})") } else { literal.to_owned() };
                    let filter = format!("{property} {operator} {value}");
                    if let Err(error) = lower(convention, &table.name, &filter) {
                        assert_eq!(error.status, 400, "{filter}: {error}");
                        assert!(error.message.contains(&column.name), "{filter}: {error}");
                    }
                }
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn money_in_a_filter_keeps_every_digit(units in -10_000_000_000_000_000_i64..=10_000_000_000_000_000) {
        let digits = tables::value::scaled_to_digits(units, MONEY_SCALE);
        let lowered = lower(Convention::Dataverse, "lead", &format!("revenue le {digits}")).unwrap();
        proptest::prop_assert_eq!(
            lowered,
            Filter::Compare("revenue".into(), Comparison::LessOrEqual, Value::Money(Money(units)))
        );
    }
}

#[test]
fn a_lambda_begins_at_the_rows_that_point_here() {
    let inner = Filter::Compare("subject".into(), Comparison::Equal, "a".into());
    let any = |filter| Filter::any("lead", "customerid", filter);
    check("lead_customerid/any()", any(None));
    check("lead_customerid/any(o:o/subject eq 'a')", any(Some(inner.clone())));
    check("lead_customerid/all(o:o/subject eq 'a')", Filter::all("lead", "customerid", inner.clone()));
    check("lead_customerid/any(o:o/lead_customerid/any(p:p/subject eq 'a'))", any(Some(any(Some(inner)))));
    refused("lead_customerid/any(o:subject eq 'a')", &["o/"]);
    refused("lead_customerid/any(o:o/lead_customerid/any(p:o/subject eq 'a'))", &["p/"]);
    refused("lead_customerid/any(o:o/nosuch eq 'a')", &["nosuch"]);
    refused("nosuch/any()", &["nosuch"]);
}
