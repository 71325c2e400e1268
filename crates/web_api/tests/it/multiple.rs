//! `CreateMultiple`, `UpdateMultiple`, `UpsertMultiple`, `BulkDelete`.

use serde_json::{Value as Json, json};
use tables::uuid::Uuid;

use crate::world::{Answer, World, worlds};

async fn multiple(world: &World, action: &str, targets: Json) -> Answer {
    world.post(&format!("leads/Microsoft.Dynamics.CRM.{action}"), json!({ "Targets": targets })).await
}

async fn subjects(world: &World) -> Vec<String> {
    let answer = world.get("leads?$orderby=subject").await;
    answer.expect(200);
    answer.column("subject").into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn many_rows_are_made_and_changed_in_one_call() {
    for world in worlds().await {
        let account = world.account(json!({ "name": "Alder", "accountnumber": "A-1" })).await;
        let row = |subject: &str, number: &str| {
            json!({ "@odata.type": "Microsoft.Dynamics.CRM.lead", "subject": subject, "tandem_b2bprospectid": number,
                    "customerid_account@odata.bind": "/accounts(accountnumber='A-1')" })
        };
        let made = multiple(&world, "CreateMultiple", json!([row("a", "P-1"), row("b", "P-2")])).await;
        let ids = made.expect(200)["Ids"].as_array().unwrap().clone();
        let second = world.get(&format!("leads({})", ids[1].as_str().unwrap())).await.json;
        assert_eq!((&second["subject"], &second["_customerid_value"]), (&json!("b"), &json!(account)));

        let changes = json!([
            { "leadid": ids[0], "subject": "c" },
            { "@odata.id": "leads(tandem_b2bprospectid='P-2')", "subject": "d" },
        ]);
        let changed = multiple(&world, "UpdateMultiple", changes).await;
        assert_eq!((changed.status, changed.text.as_str()), (204, ""));
        assert_eq!(subjects(&world).await, ["c", "d"]);

        let both = json!([
            { "@odata.id": "leads(tandem_b2bprospectid='P-2')", "subject": "e" },
            { "@odata.id": "/leads(tandem_b2bprospectid='P''3')", "subject": "f" },
        ]);
        multiple(&world, "UpsertMultiple", both).await.expect(204);
        assert_eq!(subjects(&world).await, ["c", "e", "f"]);
        let third = world.get("leads(tandem_b2bprospectid='P''3')").await;
        assert_eq!(third.expect(200)["subject"], "f");
    }
}

#[tokio::test]
async fn one_wrong_row_and_none_is_written() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        let (nobody, long) = (Uuid::from_u128(404), "x".repeat(31));
        let good = json!({ "leadid": id, "subject": "b" });
        for (action, bad, status, code, words) in [
            ("CreateMultiple", json!({ "subject": long }), 400, "0x80044331", vec!["Targets[1]", "subject"]),
            ("CreateMultiple", json!({ "leadid": id, "subject": "c" }), 412, "0x80040237", vec![]),
            ("UpdateMultiple", json!({ "leadid": nobody, "subject": "c" }), 404, "0x80040217", vec![]),
            ("UpdateMultiple", json!({ "subject": "c" }), 400, "0x80048d19", vec!["Targets[1]", "leadid"]),
            ("UpsertMultiple", json!({ "@odata.id": "accounts(1)" }), 400, "0x80048d19", vec!["Targets[1]"]),
            ("UpsertMultiple", json!(5), 400, "0x80048d19", vec!["Targets[1]"]),
        ] {
            let first = if action == "CreateMultiple" { json!({ "subject": "b" }) } else { good.clone() };
            multiple(&world, action, json!([first, bad])).await.refuses(status, code, &words);
            assert_eq!(subjects(&world).await, ["a"], "{action}");
        }
        let many = vec![json!({ "subject": "x" }); 1_001];
        multiple(&world, "CreateMultiple", json!(many)).await.refuses(400, "0x80040203", &["1000"]);
        multiple(&world, "CreateMultiple", json!({})).await.refuses(400, "0x80048d19", &["Targets"]);
    }
}

#[tokio::test]
async fn a_thousand_rows_with_long_texts_fit() {
    for world in worlds().await {
        let row = json!({ "subject": "a", "description": "x".repeat(1_500) });
        let made = multiple(&world, "CreateMultiple", json!(vec![row; 1_000])).await;
        assert_eq!(made.expect(200)["Ids"].as_array().unwrap().len(), 1_000);
    }
}

#[tokio::test]
async fn rows_named_by_id_are_removed_at_once() {
    for world in worlds().await {
        let mut ids = Vec::new();
        for subject in ["a", "b", "c"] {
            ids.push(world.lead(json!({ "subject": subject })).await);
        }
        let query = |operator: &str, values: &[&str]| {
            let values: Vec<Json> =
                values.iter().map(|id| json!({ "Value": id, "Type": "System.Guid" })).collect();
            let condition = json!({ "AttributeName": "leadid", "Operator": operator, "Values": values });
            let criteria = json!({ "FilterOperator": "And", "Conditions": [condition] });
            json!({ "JobName": "x", "QuerySet": [{ "EntityName": "lead", "Criteria": criteria }] })
        };
        let gone = Uuid::from_u128(404).to_string();
        let answer = world.post("BulkDelete", query("In", &[&ids[0], &ids[1], &gone])).await;
        assert!(answer.expect(200)["JobId"].is_string());
        assert_eq!(subjects(&world).await, ["c"]);
        world.post("BulkDelete", query("NotEqual", &[&ids[2]])).await.expect(501);
        world.post("BulkDelete", json!({})).await.expect(501);
        world.post("BulkDelete", query("In", &["x"])).await.refuses(400, "0x80048d19", &["id"]);
        let unknown = json!({ "JobName": "x", "Querys": [] });
        world.post("BulkDelete", unknown).await.refuses(400, "0x80048d19", &["'Querys'", "QuerySet"]);
        let mut narrowed = query("In", &[&ids[2]]);
        narrowed["QuerySet"][0]["Criteria"]["Filters"] = json!([{ "Conditions": [] }]);
        world.post("BulkDelete", narrowed).await.expect(501);
        world.get("BulkDelete").await.expect(405);
        let seller = world.users.seller.to_string();
        let body = Some(query("In", &[&ids[2]]));
        let answer =
            world.call("POST", "/api/data/v9.2/BulkDelete", &[("mscrmcallerid", &seller)], body).await;
        answer.expect(200);
        assert_eq!(subjects(&world).await, ["c"], "a row that is not seen is not removed");
    }
}
