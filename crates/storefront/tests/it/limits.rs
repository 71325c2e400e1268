//! Limits per sender, at their edge, and links that open nothing.

use axum::body::Body;
use axum::http::Request;
use tables::jiff::SignedDuration;

use crate::shop::{Shop, each_shop, form, from, post};

async fn submit_from(shop: &Shop, sender: &str) -> (u16, String) {
    let answer = shop.send(from(post(form().to_string()), sender)).await;
    (answer.status.as_u16(), answer.header("retry-after").to_owned())
}

#[tokio::test]
async fn the_eleventh_request_of_a_minute_waits() {
    for shop in each_shop(10).await {
        for _ in 0..10 {
            assert_eq!(submit_from(&shop, "192.0.2.1").await.0, 202);
        }
        assert_eq!(submit_from(&shop, "192.0.2.1").await, (429, "60".into()));
        assert_eq!(
            submit_from(&shop, "::ffff:192.0.2.1").await,
            (429, "60".into()),
            "the same, written as IPv6"
        );
        assert_eq!(submit_from(&shop, "192.0.2.2").await.0, 202);
        shop.environment.clock.advance(SignedDuration::from_secs(59));
        assert_eq!(submit_from(&shop, "192.0.2.1").await, (429, "1".into()));
        shop.environment.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(submit_from(&shop, "192.0.2.1").await.0, 202);
    }
}

#[tokio::test]
async fn refused_requests_count_and_a_network_of_ipv6_counts_as_one() {
    for shop in each_shop(2).await {
        let broken = || from(post("{"), "2001:db8:1:1::1");
        assert_eq!(shop.send(broken()).await.status, 400);
        assert_eq!(submit_from(&shop, "2001:db8:1:1:ffff::2").await.0, 202);
        assert_eq!(shop.send(broken()).await.status, 429);
        assert_eq!(submit_from(&shop, "2001:db8:1:1::3").await.0, 429);
        assert_eq!(submit_from(&shop, "2001:db8:1:2::1").await.0, 202);
    }
}

#[tokio::test]
async fn every_wrong_link_gets_the_same_answer_and_few_may_be_tried() {
    for shop in each_shop(10).await {
        let right = shop.submit(&form()).await;
        let get = |path: &str, sender: &str| from(Request::get(path).body(Body::empty()).unwrap(), sender);
        let token = right.text("statusUrl").rsplit('/').next().unwrap().to_owned();
        let unknown = format!("/requests/{}", "A".repeat(43));
        let first = shop.send(get(&unknown, "192.0.2.1")).await;
        assert_eq!((first.status.as_u16(), first.text("code")), (404, "unknown_link"));
        let cut = format!("/requests/{}", &token[1..]);
        for path in [cut.as_str(), "/requests/x", "/requests/%ff", "/requests/%00"] {
            let answer = shop.send(get(path, "192.0.2.1")).await;
            assert_eq!(answer.status, first.status, "{path}");
            assert_eq!(answer.headers, first.headers, "{path}");
            assert_eq!(answer.body, first.body, "{path}");
        }
        let path = format!("/requests/{token}");
        for _ in 0..100 {
            assert_eq!(shop.send(get(&path, "192.0.2.1")).await.status, 200);
        }
        for _ in 5..30 {
            assert_eq!(shop.send(get(&unknown, "192.0.2.1")).await.status, 404);
        }
        let refused = shop.send(get(&unknown, "192.0.2.1")).await;
        assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, "60"));
        assert_eq!(shop.send(get(&path, "192.0.2.1")).await.status, 429, "else guessing would go on");
        assert_eq!(shop.send(get(&path, "192.0.2.2")).await.status, 200);
        shop.environment.clock.advance(SignedDuration::from_mins(1));
        assert_eq!(shop.look(right.text("statusUrl")).await.status, 200);
        assert_eq!(shop.send(get(&path, "192.0.2.1")).await.status, 200);
    }
}
