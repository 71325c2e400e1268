//! Creates, updates, upserts, deletes, and their conditions.

use serde_json::json;
use tables::uuid::Uuid;

use crate::world::{ROOT, worlds};

#[tokio::test]
async fn a_create_says_where_the_row_is_and_shows_it_when_asked() {
    for world in worlds().await {
        let answer = world.post("leads", json!({ "subject": "a" })).await;
        answer.expect(204);
        let url = answer.header("odata-entityid").to_owned();
        assert!(url.starts_with(&format!("{ROOT}/leads(")), "{url}");
        assert_eq!(answer.header("location"), url);
        let prefer = [("prefer", "return=representation"), ("if-none-match", "null")];
        let path = "/api/data/v9.2/leads?$select=subject";
        let answer = world.call("POST", path, &prefer, Some(json!({ "subject": "b" }))).await;
        assert_eq!(answer.expect(201)["subject"], "b");
        assert_eq!(answer.header("preference-applied"), "return=representation");
        assert_eq!(answer.json["leadid"], answer.id());
    }
}

#[tokio::test]
async fn an_id_may_be_chosen() {
    for world in worlds().await {
        let id = Uuid::from_u128(0xC0FFEE);
        assert_eq!(world.lead(json!({ "leadid": id, "subject": "a" })).await, id.to_string());
        let again = world.post("leads", json!({ "leadid": id, "subject": "a" })).await;
        again.refuses(412, "0x80040237", &["lead"]);
    }
}

#[tokio::test]
async fn a_patch_follows_its_conditions() {
    for world in worlds().await {
        let path = format!("leads({})", Uuid::from_u128(5));
        let body = |subject: &str| json!({ "subject": subject });
        world.patch(&path, &[("if-match", "*")], body("a")).await.refuses(404, "0x80040217", &["lead"]);
        world.patch(&path, &[("if-match", "W/\"1\"")], body("a")).await.expect(404);
        let created = world.patch(&path, &[("if-none-match", "*")], body("a")).await;
        created.expect(204);
        assert_eq!(created.header("odata-entityid"), format!("{ROOT}/{path}"));
        world.patch(&path, &[("if-none-match", "*")], body("b")).await.refuses(
            412,
            "0x80040237",
            &["exists"],
        );
        let etag = world.get(&path).await.header("etag").to_owned();
        world.patch(&path, &[("if-match", &etag), ("if-none-match", "null")], body("c")).await.expect(204);
        let stale = world.patch(&path, &[("if-match", &etag)], body("d")).await;
        stale.refuses(412, "0x80060882", &["changed by someone else"]);
        world.patch(&path, &[("if-match", "*")], body("e")).await.expect(204);
        let shown = world.patch(&path, &[("prefer", "return=representation")], body("f")).await;
        assert_eq!(shown.expect(200)["subject"], "f");
        world.patch(&path, &[("if-match", "x")], body("g")).await.refuses(400, "0x80040203", &["If-Match"]);
    }
}

#[tokio::test]
async fn a_patch_without_conditions_is_an_upsert() {
    for world in worlds().await {
        let by_id = format!("leads({})", Uuid::from_u128(6));
        let prefer = [("prefer", "return=representation")];
        assert_eq!(world.patch(&by_id, &prefer, json!({ "subject": "a" })).await.expect(201)["subject"], "a");
        assert_eq!(world.patch(&by_id, &prefer, json!({ "subject": "b" })).await.expect(200)["subject"], "b");
        let by_key = "leads(tandem_b2bprospectid='O''B')";
        let made = world.patch(by_key, &prefer, json!({ "subject": "k" })).await;
        assert_eq!(made.expect(201)["tandem_b2bprospectid"], "O'B");
        let changed = world.patch(by_key, &prefer, json!({ "subject": "l" })).await;
        assert_eq!((changed.expect(200)["subject"].as_str(), changed.id()), (Some("l"), made.id()));
        let differs = json!({ "subject": "m", "tandem_b2bprospectid": "other" });
        let answer = world.patch("leads(tandem_b2bprospectid='new')", &[], differs).await;
        answer.refuses(400, "0x80048d19", &["tandem_b2bprospectid"]);
        let answer = world.patch("leads(tandem_b2bprospectid='none')", &[("if-match", "*")], json!({})).await;
        answer.refuses(404, "0x80060891", &["tandem_b2bprospectid"]);
        let other = json!({ "leadid": Uuid::from_u128(7), "subject": "a" });
        world.patch(&by_id, &[], other).await.refuses(400, "0x80048d19", &["leadid"]);
    }
}

#[tokio::test]
async fn the_same_patch_again_changes_nothing() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        let path = format!("leads({id})");
        let before = world.get(&path).await.header("etag").to_owned();
        world.patch(&path, &[], json!({ "subject": "a" })).await.expect(204);
        assert_eq!(world.get(&path).await.header("etag"), before);
    }
}

#[tokio::test]
async fn rows_are_bound_by_id_by_key_and_unbound() {
    for world in worlds().await {
        let account = world.account(json!({ "name": "Alder", "accountnumber": "A/1" })).await;
        let team = world
            .post(
                "teams",
                json!({ "name": "usmf DW",
            "businessunitid@odata.bind": format!("/businessunits({})", world.unit) }),
            )
            .await;
        team.refuses(400, "0x80040203", &["businessunitid", "businessunits"]);
        let id = world
            .lead(json!({
                "subject": "a",
                "parentaccountid@odata.bind": format!("{ROOT}/accounts(accountnumber='A%2F1')"),
                "customerid_account@odata.bind": format!("/accounts({})", account.to_uppercase()),
            }))
            .await;
        let path = format!("leads({id})");
        let row = world.get(&path).await.json;
        assert_eq!(
            (&row["_parentaccountid_value"], &row["_customerid_value"]),
            (&json!(account), &json!(account))
        );
        let cleared = json!({ "parentaccountid@odata.bind": null, "customerid_account": null });
        world.patch(&path, &[], cleared).await.expect(204);
        let row = world.get(&path).await.json;
        assert!(row["_parentaccountid_value"].is_null() && row["_customerid_value"].is_null(), "{row}");
        let missing = json!({ "parentaccountid@odata.bind": "/accounts(accountnumber='none')" });
        world.patch(&path, &[], missing).await.refuses(400, "0x80060891", &["parentaccountid", "none"]);
    }
}

#[tokio::test]
async fn a_delete_follows_its_conditions() {
    for world in worlds().await {
        let delete = async |path: &str, headers: &[(&str, &str)]| {
            world.call("DELETE", &format!("/api/data/v9.2/{path}"), headers, None).await
        };
        let id = world.lead(json!({ "subject": "a", "tandem_b2bprospectid": "P-1" })).await;
        let path = format!("leads({id})");
        delete(&path, &[("if-match", "W/\"0\"")]).await.refuses(412, "0x80060882", &["changed"]);
        delete(&path, &[("if-match", "*")]).await.expect(204);
        delete(&path, &[("if-match", "*")]).await.refuses(404, "0x80040217", &[id.as_str()]);
        delete("leads(tandem_b2bprospectid='P-1')", &[]).await.refuses(404, "0x80060891", &[]);
        let account = world.account(json!({ "name": "Alder" })).await;
        let bind = format!("/accounts({account})");
        world.lead(json!({ "subject": "b", "parentaccountid@odata.bind": bind })).await;
        delete(&format!("accounts({account})"), &[]).await.refuses(405, "0x80040227", &["lead"]);
    }
}

#[tokio::test]
async fn a_user_writes_only_what_the_roles_allow() {
    for world in worlds().await {
        let token = format!("Bearer {}", world.token_of("seller-app").await);
        let headers = [("authorization", token.as_str()), ("prefer", "return=representation")];
        let foreign = world.lead(json!({ "subject": "foreign" })).await;
        let call = async |method: &str, path: &str, body| {
            world.call(method, &format!("/api/data/v9.2/{path}"), &headers, body).await
        };
        let own = call("POST", "leads", Some(json!({ "subject": "own" }))).await;
        assert_eq!(own.expect(201)["_ownerid_value"], world.users.seller.to_string());
        assert_eq!(call("GET", "leads", None).await.column("subject"), ["own"]);
        let path = format!("leads({foreign})");
        call("GET", &path, None).await.refuses(404, "0x80040217", &[]);
        // Not there for this caller, whatever a new row in its place would lack.
        for body in [json!({ "subject": "mine" }), json!({ "revenue": 1 })] {
            call("PATCH", &path, Some(body)).await.refuses(404, "0x80040217", &["lead"]);
        }
        call("DELETE", &format!("leads({})", own.id()), None).await.refuses(
            403,
            "0x80040220",
            &["delete", "lead"],
        );
        call("GET", "accounts", None).await.refuses(403, "0x80040220", &["read", "account"]);
        // May make one, may not see it: the write stands, the answer has no body.
        call("POST", "accounts", Some(json!({ "name": "unseen" }))).await.expect(204);
        assert_eq!(world.get("accounts").await.column("name"), ["unseen"]);
        assert_eq!(world.get(&path).await.json["subject"], "foreign");
    }
}

#[tokio::test]
async fn upserts_of_one_row_at_the_same_time_all_succeed() {
    for world in worlds().await {
        let path = format!("leads({})", Uuid::from_u128(77));
        let by_key = "leads(tandem_b2bprospectid='P-77')".to_owned();
        for path in [path, by_key] {
            let upserts = (0..8).map(|number| {
                let (world, path) = (&world, &path);
                async move { world.patch(path, &[], json!({ "subject": format!("s{number}") })).await }
            });
            for answer in futures_util::future::join_all(upserts).await {
                answer.expect(204);
            }
        }
        assert_eq!(world.get("leads").await.column("subject").len(), 2);
    }
}
