//! Edit and retry: a refused value is corrected at its source.

use axum::http::StatusCode;
use dual_write::Row;
use dual_write::waiting::Cause;
use dual_write::watch::{Activity, CorrectError, Deed};
use serde_json::json;
use tables::{Context, Error, Principal, Query};
use uuid::Uuid;

use crate::console::Console;
use crate::engine::{World, id, numbers, plain};

/// Headquarters knows no customer called Bad.
fn fussy(set: &str, row: &mut Row, new: bool) -> Result<(), (u16, &'static str)> {
    match row.get("OrganizationName").and_then(serde_json::Value::as_str) {
        Some("Bad") => Err((400, "OrganizationName: \"Bad\" is not taken here.")),
        _ => numbers(set, row, new),
    }
}

fn texts(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect()
}

#[tokio::test]
async fn a_refused_value_is_corrected_where_it_comes_from_and_both_sides_agree() {
    for world in World::each(fussy, plain, "").await {
        let account = json!({ "customertypecode": 3, "name": "Bad", "numberofemployees": 7 });
        world.sales.write("accounts", id(1), account);
        let engine = world.engine();
        engine.run_until_idle().await.unwrap();
        let waiting = world.waiting().await.remove(0);
        assert_eq!(waiting.cause, Cause::Refused);
        let shown = engine.correction(&waiting).await.unwrap().unwrap();
        let name = shown.values.iter().find(|one| one.column == "name").unwrap();
        assert_eq!((name.there.as_str(), &name.value), ("OrganizationName", &json!("Bad")));
        let correct = async |version: &str, pairs: &[(&str, &str)]| {
            engine.correct(&Context::system(), waiting.waitingid, version, &texts(pairs)).await
        };

        // What cannot be a value, was made from something older, or is nobody's to change, changes nothing.
        let wrong = correct(&shown.version, &[("name", "Good"), ("numberofemployees", "many")]).await;
        assert!(matches!(&wrong, Err(CorrectError::NoNumber(column)) if column == "numberofemployees"));
        assert!(matches!(correct("W/\"0\"", &[("name", "Good")]).await, Err(CorrectError::Changed)));
        let nobody = Context::of(Principal::with_rights(Uuid::from_u128(9), Uuid::nil(), Vec::new(), []));
        let refused =
            engine.correct(&nobody, waiting.waitingid, &shown.version, &texts(&[("name", "x")])).await;
        assert!(matches!(refused, Err(CorrectError::Store(Error::NoPrivilege { .. }))), "{refused:?}");
        assert_eq!(world.sales.row("accounts", id(1)).unwrap()["name"], "Bad");

        let good = [("name", "Good"), ("numberofemployees", "8"), ("unknown", "x")];
        correct(&shown.version, &good).await.unwrap();
        engine.run_until_idle().await.unwrap();
        let account = world.sales.row("accounts", id(1)).unwrap();
        assert_eq!((&account["name"], &account["numberofemployees"]), (&json!("Good"), &json!(8)));
        let customers = world.headquarters.rows("CustomersV3");
        assert_eq!((customers.len(), &customers[0]["OrganizationName"]), (1, &json!("Good")));
        assert_eq!(world.waiting().await, []);
        let mut reader = world.store.read(&Principal::system()).await.unwrap();
        let deeds: Vec<Activity> = reader.list(Query::of("activity")).await.unwrap();
        assert_eq!(deeds.len(), 1);
        assert_eq!(deeds[0].deed, Deed::Corrected);
        assert_eq!(deeds[0].message.as_deref(), Some("name, numberofemployees"));
        let gone = correct(&shown.version, &[("name", "Late")]).await;
        assert!(matches!(gone, Err(CorrectError::Store(Error::NotFound { .. }))), "{gone:?}");
    }
}

#[tokio::test]
async fn the_form_is_offered_to_whoever_may_retry_and_keeps_what_was_typed() {
    for console in Console::troubled().await {
        let refused = console.waiting(Cause::Refused).await;
        let path = format!("/dual-write/parked/{}", refused.waitingid);
        let edit = format!("{path}/edit");
        assert!(console.admin.get(&path).await.text.contains("Edit and retry"));
        // What waits for a parent comes right by itself.
        let parent = console.waiting(Cause::Parent).await.waitingid;
        let page = console.admin.get(&format!("/dual-write/parked/{parent}")).await.text;
        assert!(page.contains("Retry") && !page.contains("Edit and retry"), "{page}");
        let form = console.admin.get(&edit).await.text;
        assert!(
            form.contains("name=\"value.name\" value=\"&#60;i&#62;Bad&#60;/i&#62; &#38; Sons\""),
            "{form}"
        );
        let stale = console.admin.post(&edit, &[("version", "x"), ("value.name", "Typed")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.text.contains("value=\"Typed\"") && stale.text.contains("meanwhile"), "{}", stale.text);
        for answer in [console.auditor.get(&edit).await, console.auditor.post(&edit, &[]).await] {
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
        }
        let version =
            stale.text.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let version = version.replace("&#34;", "\"");
        let sent = console.admin.post(&edit, &[("version", &version), ("value.name", "Better")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        assert_eq!(console.world.sales.row("accounts", id(1)).unwrap()["name"], "Better");
        let deeds = console.deeds().await;
        assert_eq!((deeds[0].0, deeds[0].2.as_deref()), (Deed::Corrected, Some("Alex Admin")));
    }
}
