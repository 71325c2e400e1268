//! The fields: all faults at once, and whatever is text stays text.

use serde_json::json;
use tables::Query;

use crate::shop::{each_shop, form, form_with};

#[tokio::test]
async fn all_that_is_wrong_is_said_at_once() {
    for shop in each_shop(100).await {
        let mut form = form();
        form["firstName"] = json!(null);
        form["email"] = json!("ola");
        form["phone"] = json!("call me");
        form["website"] = json!("javascript:alert(1)");
        form["companyName"] = json!("x".repeat(101));
        form["lastName"] = json!("No\u{0}wak");
        form["numberOfEmployees"] = json!(1_000_001);
        form["language"] = json!("polish!");
        form["fax"] = json!("1");
        form["address"]["planet"] = json!("Earth");
        form["address"]["country"] = json!("XX");
        form["acceptTerms"] = json!(false);
        let answer = shop.submit(&form).await;
        assert_eq!(answer.status, 422);
        let mut errors = answer.errors();
        errors.sort();
        let expected = [
            ("acceptTerms", "not_accepted"),
            ("address.country", "invalid_country"),
            ("address.planet", "unknown_field"),
            ("companyName", "too_long"),
            ("email", "invalid_email"),
            ("fax", "unknown_field"),
            ("firstName", "required"),
            ("language", "invalid_language"),
            ("lastName", "invalid_character"),
            ("numberOfEmployees", "out_of_range"),
            ("phone", "invalid_phone"),
            ("website", "invalid_website"),
        ];
        assert_eq!(errors, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
    }
}

#[tokio::test]
async fn markup_and_formulas_are_text_like_any_other() {
    for shop in each_shop(100).await {
        for text in
            ["=cmd()|' /C calc'!A0", "<script>alert(1)</script>", "'; DROP TABLE x; --", "{{7*7}} %s ${x}"]
        {
            let mut form = form_with("companyName", text);
            form["email"] = json!(format!("{}@example.com", text.len()));
            assert_eq!(shop.submit(&form).await.status, 202, "{text}");
            let mut reader = shop.store.read(&tables::Principal::system()).await.unwrap();
            let filter = tables::Filter::equals("company_name", text);
            let rows = reader.page(&Query::of("onboardingrequest").filter(filter)).await.unwrap().rows;
            assert_eq!(rows.len(), 1, "{text}");
        }
        for text in ["a\u{0}b", "a\u{1b}[2Jb", "a\u{85}b", "a\u{202e}b", "a\nb"] {
            let answer = shop.submit(&form_with("companyName", text)).await;
            assert_eq!(answer.errors(), [("companyName".to_owned(), "invalid_character".to_owned())]);
        }
        assert_eq!(shop.submit(&form_with("comments", "one\r\n\ttwo")).await.status, 202);
        assert_eq!(shop.submit(&form_with("comments", "one\u{0}two")).await.status, 422);
    }
}

#[tokio::test]
async fn each_country_asks_for_what_its_addresses_have() {
    for shop in each_shop(100).await {
        for (country, state, postal_code, tax_id, errors) in [
            ("US", "WA", "98101-1234", "12-3456789", vec![]),
            ("US", "", "9810", "12-345678", vec!["address.state", "address.postalCode", "taxId"]),
            ("HK", "", "", "", vec![]),
            ("AE", "", "00000", "", vec![]),
            ("IE", "", "", "", vec![]),
            ("PL", "", "", "", vec!["address.postalCode"]),
            ("PL", "", "00001", "PL5260250274", vec![]),
            ("BR", "SP", "01310-100", "11.222.333/0001-80", vec!["taxId"]),
            ("GB", "", "sw1a1aa", "GB980780684", vec![]),
            ("CA", "", "K1A 0B1", "", vec!["address.state"]),
            ("AU", "NSW", "2000", "", vec![]),
        ] {
            let mut form = form_with("taxId", tax_id);
            form["email"] = json!(format!("{country}{postal_code}@example.com").replace(' ', ""));
            form["address"]["country"] = json!(country);
            form["address"]["state"] = json!(state);
            form["address"]["postalCode"] = json!(postal_code);
            let answer = shop.submit(&form).await;
            let fields: Vec<String> = answer.errors().into_iter().map(|(field, _)| field).collect();
            assert_eq!(fields, errors, "{country} {postal_code} {tax_id}: {}", answer.body);
        }
    }
}

#[tokio::test]
async fn a_refusal_says_what_is_expected_with_an_example() {
    for shop in each_shop(100).await {
        let said = async |field: &str, value: &str| {
            let answer = shop.submit(&form_with(field, value)).await;
            answer.body["errors"][0]["message"].as_str().unwrap().to_owned()
        };
        let expected = "This is no postal code of this country. Give one such as 12-345.";
        assert_eq!(said("address.postalCode", "1").await, expected);
        assert_eq!(said("taxId", "1").await, "This is no NIP: give one such as 526-025-02-74.");
        assert!(said("taxId", "5260250275").await.starts_with("The check digits of this NIP do not fit."));
    }
}

#[tokio::test]
async fn whatever_json_comes_is_taken_or_refused_and_never_breaks_anything() {
    let long = "ß".repeat(3_000);
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1.5),
        serde_json::from_str("1e400").unwrap(),
        json!(""),
        json!("\u{0}"),
        json!(long),
        json!("ﬃ".repeat(100)),
        json!("𝒳 👩‍👩‍👧 Ⅷ ١٢٣"),
        json!("-"),
        json!([]),
        json!({}),
        json!({"$serde_json::private::Number": "1"}),
        json!([[{"a": [null]}]]),
    ];
    for shop in each_shop(10_000).await {
        let members = form().as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        let others = ["phone", "jobTitle", "website", "taxId", "numberOfEmployees", "comments", "language"];
        let address =
            ["address.street", "address.city", "address.state", "address.postalCode", "address.country"];
        let fields = members.iter().map(String::as_str).chain(others).chain(address);
        for field in fields {
            for value in &values {
                let answer = shop.submit(&form_with(field, value.clone())).await;
                assert!([202, 422].contains(&answer.status.as_u16()), "{field} = {value}: {}", answer.body);
            }
        }
    }
}
