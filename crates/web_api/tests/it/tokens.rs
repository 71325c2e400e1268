//! Who gets a token, and which tokens open the door.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::SignedDuration;
use serde_json::json;
use tables::testing::places;
use tower::ServiceExt as _;
use web_api::{Api, Authority, Convention, TrustedApplication};

use crate::world::{SECRET, World, worlds};

#[tokio::test]
async fn a_client_with_its_secret_gets_a_token_for_an_hour() {
    for world in worlds().await {
        let form = format!("grant_type=client_credentials&client_id=demo-app&client_secret={SECRET}");
        let answer = world.ask_token(&form, &[]).await;
        let json = answer.expect(200);
        assert_eq!((json["token_type"].as_str(), json["expires_in"].as_i64()), (Some("Bearer"), Some(3_600)));
        assert_eq!(answer.header("cache-control"), "no-store");
        world.ask_token(&format!("{form}&scope=http%3A%2F%2Fcrm.test%2F.default"), &[]).await.expect(200);
        let basic = format!("Basic {}", STANDARD.encode(format!("demo-app:{SECRET}")));
        let by_basic = [("authorization", basic.as_str())];
        world.ask_token("grant_type=client_credentials", &by_basic).await.expect(200);
    }
}

#[tokio::test]
async fn whoever_cannot_have_a_token_hears_why_but_not_whether_the_client_exists() {
    for world in worlds().await {
        let ask = async |form: &str| {
            let answer = world.ask_token(form, &[]).await;
            (answer.status, answer.json)
        };
        let grant = "grant_type=client_credentials";
        let wrong = ask(&format!("{grant}&client_id=demo-app&client_secret=wrong")).await;
        let unknown = ask(&format!("{grant}&client_id=nobody&client_secret=wrong")).await;
        let disabled = ask(&format!("{grant}&client_id=gone-app&client_secret={SECRET}")).await;
        let none = ask(&format!("{grant}&client_id=demo-app")).await;
        assert_eq!((wrong.0, wrong.1["error"].as_str()), (401, Some("invalid_client")));
        assert_eq!(unknown, wrong);
        assert_eq!(disabled, wrong);
        assert_eq!(none, wrong);
        let shouted = ask(&format!("{grant}&client_id=DEMO-APP&client_secret={SECRET}")).await;
        assert_eq!(shouted, wrong, "client ids are exact");
        for (form, error) in [
            (format!("{grant}&client_secret={SECRET}"), "invalid_request"),
            (format!("client_id=demo-app&client_secret={SECRET}"), "invalid_request"),
            (
                format!("grant_type=password&client_id=demo-app&client_secret={SECRET}"),
                "unsupported_grant_type",
            ),
            (format!("{grant}&client_id=demo-app&client_secret={SECRET}&scope=other"), "invalid_scope"),
        ] {
            let (status, json) = ask(&form).await;
            assert_eq!((status, json["error"].as_str()), (400, Some(error)), "{form}");
        }
    }
}

#[tokio::test]
async fn too_many_token_requests_have_to_wait() {
    for place in places() {
        let world = World::open(place, 3).await;
        let form = "grant_type=client_credentials&client_id=nobody&client_secret=x";
        for _ in 0..3 {
            world.ask_token(form, &[]).await.expect(401);
        }
        let answer = world.ask_token(form, &[]).await;
        answer.expect(429);
        assert_eq!(answer.header("retry-after"), "20");
        world.clock.advance(SignedDuration::from_secs(20));
        world.ask_token(form, &[]).await.expect(401);
        world.ask_token(form, &[]).await.expect(429);
    }
}

#[tokio::test]
async fn token_requests_are_counted_by_address_whatever_client_they_name() {
    for place in places() {
        let world = World::open(place, 2).await;
        let ask = async |address: [u8; 4], client: &str| {
            let form = format!("grant_type=client_credentials&client_id={client}&client_secret=x");
            let mut request = Request::post("/oauth2/v2.0/token")
                .header("host", "crm.test")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::from(form))
                .unwrap();
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 5_000))));
            world.send(request).await.status
        };
        assert_eq!(ask([10, 0, 0, 1], "a").await, 401);
        assert_eq!(ask([10, 0, 0, 1], "b").await, 401);
        assert_eq!(ask([10, 0, 0, 1], "c").await, 429);
        assert_eq!(ask([10, 0, 0, 2], "a").await, 401);
    }
}

#[tokio::test]
async fn only_a_token_of_ours_that_is_good_opens_the_door() {
    let worlds = worlds().await;
    let stranger = worlds[1].token_of("demo-app").await;
    let world = &worlds[0];
    let good = world.token_of("demo-app").await;
    let claims = good.split('.').nth(1).unwrap();
    let none = URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"at+jwt"}"#);
    for authorization in [
        String::new(),
        "Bearer".into(),
        "Bearer garbage".into(),
        format!("Basic {}", STANDARD.encode(format!("demo-app:{SECRET}"))),
        format!("Bearer {none}.{claims}."),
        format!("Bearer {good}x"),
    ] {
        let answer =
            world.call("GET", "/api/data/v9.2/WhoAmI", &[("authorization", &authorization)], None).await;
        answer.refuses(401, "Unauthorized", &["/oauth2/v2.0/token"]);
        assert_eq!(
            answer.header("www-authenticate"),
            "Bearer authorization_uri=http://crm.test/oauth2/v2.0/token, resource_id=http://crm.test"
        );
    }
    let bearer = async |token: &str| {
        let authorization = format!("bearer {token}");
        world.call("GET", "/api/data/v9.2/WhoAmI()", &[("authorization", &authorization)], None).await
    };
    bearer(&good).await.expect(200);

    bearer(&stranger).await.expect(401);
    world.clock.advance(SignedDuration::from_secs(3_600));
    bearer(&good).await.expect(401);
}

#[tokio::test]
async fn a_user_disabled_later_is_shut_out_at_once() {
    for world in worlds().await {
        let token = format!("Bearer {}", world.token_of("seller-app").await);
        let path = "/api/data/v9.2/WhoAmI";
        world.call("GET", path, &[("authorization", &token)], None).await.expect(200);
        let disabled = json!({ "isdisabled": true });
        world.patch(&format!("systemusers({})", world.users.seller), &[], disabled).await.expect(204);
        world.call("GET", path, &[("authorization", &token)], None).await.expect(401);
    }
}

#[tokio::test]
async fn a_caller_in_this_process_needs_no_token_but_a_user() {
    for world in worlds().await {
        let ask = async |application: &str| {
            let mut request = Request::get("/api/data/v9.2/WhoAmI").body(Body::empty()).unwrap();
            request.extensions_mut().insert(TrustedApplication(application.into()));
            world.send(request).await
        };
        let answer = ask("seller-app").await;
        assert_eq!(answer.expect(200)["UserId"], world.users.seller.to_string());
        assert_eq!(answer.json["BusinessUnitId"], world.unit.to_string());
        ask("nobody").await.expect(401);
        ask("gone-app").await.expect(401);
    }
}

#[tokio::test]
async fn acting_for_another_needs_the_right_and_an_active_user() {
    for world in worlds().await {
        let who = async |token: &str, person: &str| {
            let authorization = format!("Bearer {token}");
            let headers = [("authorization", authorization.as_str()), ("mscrmcallerid", person)];
            world.call("GET", "/api/data/v9.2/WhoAmI", &headers, None).await
        };
        let administrator = world.token_of("demo-app").await;
        let seller = world.token_of("seller-app").await;
        let person = format!("{{{}}}", world.users.seller.to_string().to_uppercase());
        let answer = who(&administrator, &person).await;
        assert_eq!(answer.expect(200)["UserId"], world.users.seller.to_string());
        let disabled = world.users.disabled.to_string();
        who(&administrator, &disabled).await.refuses(403, "0x80040220", &["MSCRMCallerID", "disabled"]);
        who(&administrator, "me").await.refuses(400, "0x80040203", &["MSCRMCallerID"]);
        who(&seller, &world.users.administrator.to_string()).await.refuses(403, "0x80040220", &["Assign"]);
    }
}

#[tokio::test]
async fn clients_find_the_authority_by_themselves() {
    for world in worlds().await {
        let get = async |path: &str| {
            let request = Request::get(path).header("host", "crm.test").body(Body::empty()).unwrap();
            world.send(request).await
        };
        let answer = get("/.well-known/openid-configuration").await;
        assert_eq!(answer.expect(200)["token_endpoint"], "http://crm.test/oauth2/v2.0/token");
        assert_eq!(answer.json["issuer"], "http://crm.test");
        let keys = get("/oauth2/keys").await;
        let key = &keys.expect(200)["keys"][0];
        assert_eq!((key["kty"].as_str(), key["crv"].as_str()), (Some("OKP"), Some("Ed25519")));
        assert!(key.get("d").is_none(), "{key}");
    }
}

#[tokio::test]
async fn the_signing_key_outlives_the_process_and_stays_in_the_store() {
    for world in worlds().await {
        let token = world.token_of("demo-app").await;
        let again = Arc::new(Authority::open(world.store.clone()).await.unwrap());
        let api = Api::new(world.store.clone(), Convention::Dataverse, again).expose(&["lead"]);
        let request = Request::get("/WhoAmI")
            .header("host", "crm.test")
            .header("authorization", format!("Bearer {token}"))
            .body(Body::empty())
            .unwrap();
        let response = api.router().oneshot(request).await.unwrap();
        assert_eq!(response.status(), 200);
    }
}
