//! Input that is refused, each with its own error, and nothing half-written.

use axum::body::Body;
use axum::http::Request;
use serde_json::json;
use tables::uuid::Uuid;
use web_api::{BODY_BYTES_MAX, TrustedApplication};

use crate::world::{World, worlds};

async fn leads(world: &World) -> usize {
    world.get("leads").await.json["value"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_wrong_column_is_named_and_nothing_is_written() {
    for world in worlds().await {
        world.lead(json!({ "subject": "first", "tandem_b2bprospectid": "P-1" })).await;
        let nobody = Uuid::from_u128(404);
        for (body, status, code, words) in [
            (json!({ "subject": 5 }), 400, "0x80048d19", vec!["subject", "text"]),
            (json!({ "subject": "x".repeat(31) }), 400, "0x80044331", vec!["subject", "31", "30"]),
            (json!({ "subject": "a\u{0}b" }), 400, "0x80040203", vec!["subject", "U+0000"]),
            (
                json!({ "subject": "a", "numberofemployees": -1 }),
                400,
                "0x8004432f",
                vec!["numberofemployees"],
            ),
            (
                json!({ "subject": "a", "numberofemployees": 1.5 }),
                400,
                "0x80048d19",
                vec!["numberofemployees"],
            ),
            (json!({ "subject": "a", "revenue": 1e30 }), 400, "0x80048d19", vec!["revenue"]),
            (json!({ "subject": "a", "nosuch": 1 }), 400, "0x80048d19", vec!["nosuch", "lead"]),
            (
                json!({ "subject": "a", "leadqualitycode": 9 }),
                400,
                "0x8004431a",
                vec!["leadqualitycode", "1 Hot"],
            ),
            (json!({ "subject": "a", "leadqualitycode": "Mild" }), 400, "0x8004431a", vec!["Mild"]),
            (
                json!({ "subject": "a", "parentaccountid@odata.bind": format!("/accounts({nobody})") }),
                400,
                "0x80040217",
                vec!["parentaccountid"],
            ),
            (json!({ "description": "no subject" }), 400, "0x80040203", vec!["subject", "required"]),
            (json!({ "subject": "a", "givenbyrule": "x" }), 400, "0x80040203", vec!["givenbyrule"]),
            (
                json!({ "subject": "a", "createdon": "2026-01-01T00:00:00Z" }),
                400,
                "0x80040203",
                vec!["createdon"],
            ),
            (json!({ "subject": "a", "credential": "x" }), 400, "0x80048d19", vec!["credential"]),
            (
                json!({ "subject": "a", "tandem_b2bprospectid": "P-1" }),
                412,
                "0x80060892",
                vec!["tandem_b2bprospectid"],
            ),
        ] {
            let answer = world.post("leads", body.clone()).await;
            answer.refuses(status, code, &words);
        }
        assert_eq!(leads(&world).await, 1);
    }
}

#[tokio::test]
async fn a_body_that_is_no_object_or_too_large_is_refused() {
    for world in worlds().await {
        let send = async |content_type: &str, body: String| {
            let mut request = Request::post("/api/data/v9.2/leads")
                .header("host", "crm.test")
                .header("content-type", content_type)
                .body(Body::from(body))
                .unwrap();
            request.extensions_mut().insert(TrustedApplication("demo-app".into()));
            world.send(request).await
        };
        send("application/json", "{\"subject\":".into()).await.refuses(400, "0x80048d19", &["JSON"]);
        send("application/json", "[1]".into()).await.refuses(400, "0x80048d19", &["object"]);
        let twice = "{\"subject\":\"a\",\"subject\":\"b\"}";
        send("application/json", twice.into()).await.refuses(400, "0x80048d19", &["subject", "twice"]);
        send("text/plain", "{\"subject\":\"a\"}".into()).await.refuses(
            415,
            "0x80048d19",
            &["application/json"],
        );
        let large = json!({ "subject": "a", "description": "x".repeat(BODY_BYTES_MAX) }).to_string();
        send("application/json", large).await.refuses(413, "0x80048d19", &["1048576"]);
        assert_eq!(leads(&world).await, 0);
    }
}

#[tokio::test]
async fn paths_and_methods_that_lead_nowhere_say_so() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        world.get("nosuch").await.refuses(404, "0x80060888", &["nosuch"]);
        world.get("Leads").await.refuses(404, "0x80060888", &["Leads"]);
        world.get("businessunits").await.refuses(404, "0x80060888", &["businessunits"]);
        world.get(&format!("leads({id})/NoSuchAction")).await.refuses(404, "0x80060888", &["NoSuchAction"]);
        world.get(&format!("leads({})", Uuid::from_u128(1))).await.refuses(404, "0x80040217", &["lead"]);
        world.get("leads(tandem_b2bprospectid='x')").await.refuses(
            404,
            "0x80060891",
            &["tandem_b2bprospectid"],
        );
        world.get("leads(12)").await.expect(400);
        world.get("leads(").await.refuses(400, "0x80040203", &["expected"]);
        world.get("leads?$filter=subject%20eq").await.refuses(400, "0x80040203", &["$filter", "byte"]);
        world.get("leads?$top=-1").await.refuses(400, "0x80040203", &["$top"]);
        world.get("leads?$nosuch=1").await.refuses(400, "0x80040203", &["$nosuch"]);
        for (method, path, allow) in [
            ("DELETE", "leads".to_owned(), "GET, POST"),
            ("PUT", format!("leads({id})"), "GET, PATCH, DELETE"),
            ("POST", "WhoAmI".into(), "GET"),
            ("GET", "Merge".into(), "POST"),
        ] {
            let answer = world.call(method, &format!("/api/data/v9.2/{path}"), &[], None).await;
            assert_eq!((answer.expect(405), answer.header("allow")), (&answer.json, allow), "{path}");
        }
    }
}

#[tokio::test]
async fn what_comes_later_is_not_pretended() {
    for world in worlds().await {
        for path in ["leads?savedQuery=00000000-0000-0000-0000-000000000001".to_owned()] {
            let answer = world.get(&path).await;
            answer.refuses(501, "NotImplemented", &["not supported"]);
        }
    }
}

#[tokio::test]
async fn a_filter_beyond_the_limits_is_refused_not_run() {
    for world in worlds().await {
        let many = vec!["revenue%20eq%201"; 501].join("%20or%20");
        world.get(&format!("leads?$filter={many}")).await.expect(400);
        let deep = format!("{}revenue%20eq%201{}", "(".repeat(40), ")".repeat(40));
        world.get(&format!("leads?$filter={deep}")).await.expect(400);
        world.get("leads?$orderby=description").await.refuses(400, "0x80041103", &["description"]);
    }
}
