//! The same again: under one idempotency key, from one address, by one company.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;
use channel::requests::{RequestStatus, SetStatus, TakeMails, set_status, take_mails};
use serde_json::{Value, json};
use tables::jiff::SignedDuration;
use tables::{Context, Principal, Query};

use crate::shop::{Answer, Shop, each_shop, form, form_with, post, with_header};

fn keyed(form: &Value, key: &str) -> Request<Body> {
    with_header(post(form.to_string()), "idempotency-key", key)
}

fn references(answers: &[Answer]) -> BTreeSet<&str> {
    answers.iter().map(|answer| answer.text("reference")).collect()
}

/// Names of members and headers, and the lengths of what is random in an answer.
fn shape(answer: &Answer) -> (u16, Vec<String>, Vec<usize>, Vec<String>) {
    let members = answer.body.as_object().unwrap();
    let headers = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
    let lengths = members.values().map(|value| value.as_str().unwrap().len()).collect();
    (answer.status.as_u16(), members.keys().cloned().collect(), lengths, headers)
}

async fn decide(shop: &Shop, reference: &str, status: RequestStatus) {
    let news = SetStatus { reference: reference.into(), status };
    shop.store.write(Context::system(), news, |tx, news| Box::pin(set_status(tx, news))).await.unwrap();
}

#[tokio::test]
async fn a_key_makes_a_retry_safe_for_a_day_and_more() {
    for shop in each_shop(100).await {
        let first = shop.send(keyed(&form(), "key-1")).await;
        assert_eq!(first.status, 202);
        shop.environment.clock.advance(SignedDuration::from_hours(25));
        let again = shop.send(keyed(&form(), "key-1")).await;
        assert_eq!((again.status, &again.body), (first.status, &first.body));
        let other = shop.send(keyed(&form_with("firstName", "Ewa"), "key-1")).await;
        assert_eq!(other.status, 422);
        assert_eq!(other.errors(), [("Idempotency-Key".to_owned(), "key_reused".to_owned())]);
        assert_eq!(shop.count("onboardingrequest").await, 1);
        assert_eq!(shop.count("onboardingrequestmail").await, 1);
    }
}

#[tokio::test]
async fn a_key_has_a_length() {
    for shop in each_shop(100).await {
        assert_eq!(shop.send(keyed(&form(), &"k".repeat(255))).await.status, 202);
        for bad in [keyed(&form(), &"k".repeat(256)), keyed(&form(), ""), keyed(&form(), "klucz ż")] {
            let answer = shop.send(bad).await;
            assert_eq!(answer.status, 422);
            assert_eq!(answer.errors(), [("Idempotency-Key".to_owned(), "invalid_key".to_owned())]);
        }
        let two = with_header(keyed(&form(), "one"), "idempotency-key", "two");
        assert_eq!(shop.send(two).await.status, 422);
    }
}

#[tokio::test]
async fn at_once_under_one_key_make_one_request() {
    for shop in each_shop(100).await {
        let answers = shop.send_together((0..8).map(|_| keyed(&form(), "key-1")).collect()).await;
        assert!(answers.iter().all(|answer| answer.status == 202));
        assert_eq!(references(&answers).len(), 1);
        assert_eq!(shop.count("onboardingrequest").await, 1);
        assert_eq!(shop.count("repeatedonboardingrequest").await, 0);
        assert_eq!(shop.count("onboardingrequestmail").await, 1);
    }
}

#[tokio::test]
async fn at_once_from_one_address_make_one_request_and_few_mails() {
    for shop in each_shop(100).await {
        let answers = shop.send_together((0..8).map(|_| post(form().to_string())).collect()).await;
        assert!(answers.iter().all(|answer| answer.status == 202));
        assert_eq!(references(&answers).len(), 8);
        assert_eq!(shop.count("onboardingrequest").await, 1);
        assert_eq!(shop.count("repeatedonboardingrequest").await, 7);
        assert_eq!(shop.count("onboardingrequestmail").await, 1 + 3);
    }
}

#[tokio::test]
async fn nobody_learns_whose_request_is_open() {
    for shop in each_shop(100).await {
        let first = shop.submit(&form()).await;
        let stranger = shop.submit(&form_with("email", "jan@jansen.example")).await;
        shop.environment.clock.advance(SignedDuration::from_mins(10));
        let reference = first.text("reference").to_owned();
        decide(&shop, &reference, RequestStatus::InReview).await;
        shop.environment.clock.advance(SignedDuration::from_hours(1));
        let newest = shop.submit(&form_with("email", "zoe@zoe.example")).await;
        shop.environment.clock.advance(SignedDuration::from_secs(100));
        decide(&shop, newest.text("reference"), RequestStatus::InReview).await;

        let second = shop.submit(&form_with("companyName", "Somebody Else")).await;
        let fresh = shop.submit(&form_with("email", "ewa@ewald.example")).await;
        assert_eq!(shape(&second), shape(&fresh));
        assert_eq!(shape(&second), shape(&stranger));
        let (told, new) =
            (shop.look(second.text("statusUrl")).await, shop.look(fresh.text("statusUrl")).await);
        assert_eq!((told.status, &told.body["history"]), (new.status, &new.body["history"]));
        assert_eq!(told.text("status"), "received");
        assert_eq!(told.text("reference"), second.text("reference"));
        assert_eq!(told.headers, new.headers);

        shop.environment.clock.advance(SignedDuration::from_secs(74));
        assert_eq!(shop.look(second.text("statusUrl")).await.text("status"), "received");
        shop.environment.clock.advance(SignedDuration::from_secs(52));
        assert_eq!(shop.look(second.text("statusUrl")).await.text("status"), "in_review");
        decide(&shop, &reference, RequestStatus::Approved).await;
        let told = shop.look(second.text("statusUrl")).await;
        assert_eq!(told.text("status"), "approved");
        let steps: Vec<&Value> =
            told.body["history"].as_array().unwrap().iter().map(|step| &step["status"]).collect();
        assert_eq!(steps, ["received", "in_review", "approved"]);
    }
}

#[tokio::test]
async fn a_mail_repeats_nothing_but_a_harmless_name() {
    for shop in each_shop(100).await {
        let mut form = form_with("companyName", "Visit evil.example");
        form["firstName"] = json!("Ola https://evil.example");
        form["lastName"] = json!("evil.example");
        form["comments"] = json!("evil.example");
        let answer = shop.submit(&form).await;
        let from = TakeMails { after: None, limit: 10 };
        let taken =
            shop.store.write(Context::system(), from, |tx, from| Box::pin(take_mails(tx, from))).await;
        let (taken, _) = taken.unwrap();
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].mail.name.as_deref(), Some("Ola"));
        assert_eq!(taken[0].mail.recipient, "ola@nowak.example");
        assert!(!format!("{:?}", taken[0]).contains("evil"));
        assert_ne!(taken[0].link, answer.text("statusUrl"));
        assert_eq!(shop.look(&taken[0].link).await.body, shop.look(answer.text("statusUrl")).await.body);
    }
}

#[tokio::test]
async fn the_database_holds_no_token_and_no_key() {
    for shop in each_shop(100).await {
        let first = shop.send(keyed(&form(), "a-key-of-the-sender")).await;
        let second = shop.send(keyed(&form_with("comments", "again"), "another-key-of-the-sender")).await;
        let from = TakeMails { after: None, limit: 10 };
        let taken =
            shop.store.write(Context::system(), from, |tx, from| Box::pin(take_mails(tx, from))).await;
        let (taken, _) = taken.unwrap();
        let mut secrets = vec!["key-of-the-sender"];
        let links = taken.iter().map(|taken| taken.link.as_str());
        let links = links.chain([first.text("statusUrl"), second.text("statusUrl")]);
        secrets.extend(links.map(|link| link.rsplit('/').next().unwrap()));
        assert_eq!(secrets.len(), 1 + 2 + 2);
        let mut reader = shop.store.read(&Principal::system()).await.unwrap();
        let mut seen = String::new();
        for table in channel::catalog().tables() {
            for row in reader.page(&Query::of(&table.name)).await.unwrap().rows {
                let row = format!("{row:?}");
                let found = secrets.iter().find(|secret| row.contains(**secret));
                assert_eq!(found, None, "{}: {row}", table.name);
                seen.push_str(&row);
            }
        }
        assert!(seen.contains(first.text("reference")) && seen.contains(second.text("reference")));
    }
}
