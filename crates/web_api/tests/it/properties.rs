//! Single properties, and references between rows.

use serde_json::{Value as Json, json};
use tables::uuid::Uuid;

use crate::world::{Answer, ROOT, World, worlds};

async fn send(world: &World, method: &str, path: &str, body: Option<Json>) -> Answer {
    world.call(method, &format!("/api/data/v9.2/{path}"), &[], body).await
}

#[tokio::test]
async fn one_property_is_read_written_and_emptied() {
    for world in worlds().await {
        let id =
            world.lead(json!({ "subject": "a&b", "revenue": 12.5, "tandem_b2bprospectid": "P-1" })).await;
        let value = world.get(&format!("leads({id})/revenue")).await;
        assert_eq!(value.expect(200)["value"].to_string(), "12.5");
        assert_eq!(value.json["@odata.context"], format!("{ROOT}/$metadata#leads({id})/revenue"));
        let raw = world.get("leads(tandem_b2bprospectid='P-1')/subject/$value").await;
        assert_eq!((raw.status, raw.text.as_str(), raw.header("content-type")), (200, "a&b", "text/plain"));

        send(&world, "PUT", &format!("leads({id})/subject"), Some(json!({ "value": "c" }))).await.expect(204);
        send(&world, "DELETE", &format!("leads({id})/revenue"), None).await.expect(204);
        assert_eq!(world.get(&format!("leads({id})/revenue")).await.status, 204);
        assert_eq!(world.get(&format!("leads({id})/subject")).await.json["value"], "c");

        let nobody = Uuid::from_u128(404);
        send(&world, "PUT", &format!("leads({nobody})/subject"), Some(json!({ "value": "c" })))
            .await
            .expect(404);
        world.get(&format!("leads({nobody})/subject")).await.expect(404);
        world.get(&format!("leads({id})/credential")).await.refuses(404, "0x80060888", &["credential"]);
        send(&world, "PUT", &format!("leads({id})/subject"), Some(json!({}))).await.refuses(
            400,
            "0x80048d19",
            &["value"],
        );
        let long = Some(json!({ "value": "x".repeat(31) }));
        send(&world, "PUT", &format!("leads({id})/subject"), long).await.refuses(
            400,
            "0x80044331",
            &["subject"],
        );
        send(&world, "DELETE", &format!("leads({id})/subject"), None).await.expect(400);
    }
}

#[tokio::test]
async fn a_lookup_is_set_followed_and_cleared_by_reference() {
    for world in worlds().await {
        let account = world.account(json!({ "name": "Alder", "accountnumber": "A-1" })).await;
        let id = world.lead(json!({ "subject": "a" })).await;
        for target in [format!("{ROOT}/accounts({account})"), "accounts(accountnumber='A-1')".into()] {
            let path = format!("leads({id})/customerid_account/$ref");
            assert_eq!(world.get(&path).await.status, 204);
            send(&world, "PUT", &path, Some(json!({ "@odata.id": target }))).await.expect(204);
            assert_eq!(
                world.get(&path).await.expect(200)["@odata.id"],
                format!("{ROOT}/accounts({account})")
            );
            let row = world.get(&format!("leads({id})/customerid_account?$select=name")).await;
            assert_eq!(
                (&row.expect(200)["name"], &row.json["accountid"]),
                (&json!("Alder"), &json!(account))
            );
            assert_eq!(world.get(&format!("leads({id})/customerid_lead")).await.status, 204);
            send(&world, "DELETE", &path, None).await.expect(204);
        }
        let path = format!("leads({id})/parentaccountid/$ref");
        let wrong = Some(json!({ "@odata.id": format!("leads({id})") }));
        send(&world, "PUT", &path, wrong).await.refuses(400, "0x80048d19", &["parentaccountid"]);
        send(&world, "PUT", &path, Some(json!({}))).await.refuses(400, "0x80048d19", &["@odata.id"]);
        send(&world, "PUT", &format!("leads({id})/nosuch/$ref"), Some(json!({}))).await.expect(404);
    }
}

#[tokio::test]
async fn a_row_joins_and_leaves_a_collection() {
    for world in worlds().await {
        let account = world.account(json!({ "name": "Alder" })).await;
        let other = world.account(json!({ "name": "Birch" })).await;
        let id = world.lead(json!({ "subject": "a" })).await;
        let path = format!("accounts({account})/customer_leads");
        let joins = json!({ "@odata.id": format!("{ROOT}/leads({id})") });
        send(&world, "POST", &format!("{path}/$ref"), Some(joins.clone())).await.expect(204);
        assert_eq!(world.get(&path).await.column("leadid"), [id.as_str()]);
        // It leaves only the collection that it is in.
        send(&world, "DELETE", &format!("accounts({other})/customer_leads({id})/$ref"), None)
            .await
            .expect(404);
        send(&world, "DELETE", &format!("{path}({id})/$ref"), None).await.expect(204);
        assert_eq!(world.get(&path).await.column("leadid"), [""; 0]);
        send(&world, "POST", &format!("{path}/$ref"), Some(joins)).await.expect(204);
        send(&world, "DELETE", &format!("{path}/$ref?$id={ROOT}/leads({id})"), None).await.expect(204);
        assert_eq!(world.get(&path).await.column("leadid"), [""; 0]);
        let wrong = json!({ "@odata.id": format!("accounts({other})") });
        send(&world, "POST", &format!("{path}/$ref"), Some(wrong)).await.refuses(
            400,
            "0x80048d19",
            &["leads"],
        );
    }
}
