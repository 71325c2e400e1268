//! `RetrieveChanges`: the feed that dual-write lives on.

use serde_json::{Value as Json, json};

use crate::world::{Answer, World, worlds};

async fn changes(world: &World, sets: &str, token: &str, top: usize) -> Answer {
    let query = format!("@p1={sets}&@p2='{token}'&$top={top}").replace('"', "%22");
    world.get(&format!("RetrieveChanges(Tables=@p1,Token=@p2)?{query}")).await
}

/// Reads on until there are `count` entries: on PostgreSQL other tests may hold the end back.
async fn entries(world: &World, sets: &str, token: &str, count: usize) -> Vec<Json> {
    let (mut found, mut token) = (Vec::new(), token.to_owned());
    while found.len() < count {
        let answer = changes(world, sets, &token, 100).await;
        found.extend(answer.expect(200)["value"].as_array().unwrap().clone());
        token = answer.json["Token"].as_str().unwrap().to_owned();
    }
    found
}

#[tokio::test]
async fn the_feed_tells_who_changed_what_from_what() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "old" })).await;
        let origin = [("x-tandem-origin", "demo-app"), ("traceparent", "00-ab-cd-01")];
        world
            .patch(&format!("leads({id})"), &origin, json!({ "subject": "new", "revenue": 5 }))
            .await
            .expect(204);
        let row = world.get(&format!("leads({id})")).await.json;
        let entries = entries(&world, "[\"leads\"]", "0.0", 2).await;
        let (made, changed) = (&entries[0], &entries[1]);
        assert_eq!((made["Operation"].as_str(), &made["Before"]), (Some("Create"), &json!({})));
        assert!(made["Changed"].as_array().unwrap().contains(&json!("subject")), "{made}");
        assert_eq!(changed["Version"], row["versionnumber"]);
        let mut shown = row.clone();
        shown.as_object_mut().unwrap().remove("@odata.context");
        let mut names: Vec<&str> =
            changed["Changed"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        names.retain(|name| !name.starts_with("modified") && *name != "versionnumber");
        names.sort_unstable();
        assert_eq!(names, ["revenue", "subject"]);
        assert_eq!(
            (&changed["Before"]["subject"], &changed["Before"]["revenue"]),
            (&json!("old"), &Json::Null)
        );
        assert_eq!((&changed["Row"], &made["Row"]), (&shown, &shown));
        assert_eq!((changed["Set"].as_str(), &changed["Id"]), (Some("leads"), &json!(id)));
        assert_eq!(
            (changed["Origin"].as_str(), changed["Trace"].as_str()),
            (Some("demo-app"), Some("00-ab-cd-01"))
        );
        assert_eq!((made["Origin"].as_str(), made["Trace"].as_str()), (None, None));
        // Nobody borrows another application's name.
        let borrowed = [("x-tandem-origin", "dual-write")];
        world.patch(&format!("leads({id})"), &borrowed, json!({ "subject": "newer" })).await.expect(204);
        let latest = crate::changes::entries(&world, "[\"leads\"]", "0.0", 3).await.pop().unwrap();
        assert_eq!(latest["Origin"].as_str(), None);
        assert_eq!(changed["UserId"], world.users.administrator.to_string());
        assert_eq!(changed["At"], "2026-11-20T09:30:00.987Z");
        assert_eq!(changed["Sequence"], changed["Version"]);
    }
}

#[tokio::test]
async fn a_reader_goes_on_from_its_token() {
    for world in worlds().await {
        world.lead(json!({ "subject": "before" })).await;
        // Waits for the end of the log to pass the lead.
        entries(&world, "[\"leads\"]", "0.0", 1).await;
        let now = changes(&world, "[\"leads\",\"accounts\"]", "", 10).await;
        assert_eq!((&now.expect(200)["value"], &now.json["More"]), (&json!([]), &json!(false)));
        let token = now.json["Token"].as_str().unwrap();
        let account = world.account(json!({ "name": "a" })).await;
        let id = world.lead(json!({ "subject": "after" })).await;
        world.call("DELETE", &format!("/api/data/v9.2/leads({id})"), &[], None).await.expect(204);
        let found = entries(&world, "[\"leads\",\"accounts\"]", token, 3).await;
        let told: Vec<(&str, &str, bool)> = found
            .iter()
            .map(|entry| {
                (entry["Set"].as_str().unwrap(), entry["Operation"].as_str().unwrap(), entry["Row"].is_null())
            })
            .collect();
        assert_eq!(
            told,
            [("accounts", "Create", false), ("leads", "Create", true), ("leads", "Delete", true)]
        );
        assert_eq!(found[0]["Id"], account);
        let first = changes(&world, "[\"leads\",\"accounts\"]", token, 1).await;
        assert_eq!(
            (first.expect(200)["value"].as_array().unwrap().len(), &first.json["More"]),
            (1, &json!(true))
        );
        let rest =
            entries(&world, "[\"leads\",\"accounts\"]", first.json["Token"].as_str().unwrap(), 2).await;
        assert_eq!(rest, found[1..]);
    }
}

#[tokio::test]
async fn the_log_keeps_what_an_application_has_not_read() {
    for world in worlds().await {
        for subject in ["a", "b"] {
            world.lead(json!({ "subject": subject })).await;
        }
        let found = entries(&world, "[\"leads\"]", "0.0", 2).await;
        let read = format!("{}.{}", found[0]["Transaction"], found[0]["Sequence"]);
        let path = |token: &str| {
            format!(
                "/api/data/v9.2/RetrieveChanges(Tables=@p1,Token='{token}',Keep=true)?@p1=%5B%22leads%22%5D"
            )
        };
        world.call("GET", &path("0.0"), &[], None).await.expect(200);
        let days = tables::jiff::SignedDuration::from_hours(24 * (tables::log::KEEP_DAYS + 1));
        world.clock.advance(days);
        assert_eq!(world.store.trim_log().await, Ok(0), "demo-app has not read it");
        let token = format!("Bearer {}", world.token_of("demo-app").await);
        let call = async |path: String| world.call("GET", &path, &[("authorization", &token)], None).await;
        call(path(&read)).await.expect(200);
        assert!(world.store.trim_log().await.unwrap() > 0);
        call(path("0.0")).await.refuses(410, "0x80044352", &["7 days"]);
        assert_eq!(call(path(&read)).await.expect(200)["value"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_feed_is_for_those_who_may_read_everything() {
    for world in worlds().await {
        let token = format!("Bearer {}", world.token_of("seller-app").await);
        let path = "/api/data/v9.2/RetrieveChanges(Tables=@p1,Token='0.0')?@p1=%5B%22leads%22%5D";
        let answer = world.call("GET", path, &[("authorization", &token)], None).await;
        answer.refuses(403, "0x80040220", &["read"]);
        let now = path.replace("'0.0'", "''");
        world.call("GET", &now, &[("authorization", &token)], None).await.expect(403);
    }
}

#[tokio::test]
async fn a_wrong_argument_is_named() {
    for world in worlds().await {
        changes(&world, "[\"nosuch\"]", "0.0", 1).await.refuses(400, "0x80040203", &["nosuch"]);
        changes(&world, "[\"businessunits\"]", "0.0", 1).await.refuses(400, "0x80040203", &["businessunits"]);
        changes(&world, "\"leads\"", "0.0", 1).await.refuses(400, "0x80040203", &["Tables"]);
        world.get("RetrieveChanges(Token='0.0',Keep=1)").await.refuses(400, "0x80040203", &["Keep"]);
        changes(&world, "[\"leads\"]", "x", 1).await.refuses(400, "0x80040203", &["Token"]);
        world.get("RetrieveChanges(Tables=@p9)").await.refuses(400, "0x80040203", &["@p9"]);
        let all = world.get("RetrieveChanges()").await;
        assert_eq!(all.expect(200)["value"], json!([]));
    }
}
