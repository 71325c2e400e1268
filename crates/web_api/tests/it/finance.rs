//! The dialect of finance and operations: companies, natural keys, options by name.

use serde_json::{Value as Json, json};
use tables::uuid::Uuid;

use crate::world::{Answer, World, worlds};

async fn call(world: &World, method: &str, path: &str, body: Option<Json>) -> Answer {
    world.call(method, &format!("/data/{path}"), &[], body).await
}

async fn customer(world: &World, company: Option<&str>, account: &str) -> Answer {
    let mut body = json!({ "CustomerAccount": account, "OrganizationName": format!("{account} retail"), "Status": "Open" });
    if let Some(company) = company {
        body["dataAreaId"] = json!(company);
    }
    let answer = call(world, "POST", "CustomersV3", Some(body)).await;
    answer.expect(204);
    answer
}

#[tokio::test]
async fn a_caller_sees_the_default_company_until_it_names_others() {
    for world in worlds().await {
        let made = customer(&world, None, "C/1").await;
        let url = "http://crm.test/data/CustomersV3(dataAreaId='usmf',CustomerAccount='C%2F1')";
        assert_eq!(made.header("odata-entityid"), url);
        customer(&world, Some("demf"), "C/1").await;
        customer(&world, Some("demf"), "C-2").await;
        for (query, found) in [
            ("", vec!["usmf"]),
            ("?cross-company=true&$orderby=dataAreaId", vec!["demf", "demf", "usmf"]),
            ("?$filter=dataAreaId%20eq%20'demf'%20and%20CustomerAccount%20eq%20'C-2'", vec!["demf"]),
            ("?$filter=CustomerAccount%20eq%20'C-2'", vec![]),
            ("?$filter=OrganizationName%20eq%20'*1%20ret*'", vec!["usmf"]),
            ("?$filter=Status%20eq%20'Open'", vec!["usmf"]),
            ("?$filter=Status%20eq%20Microsoft.Dynamics.DataEntities.Standing'Approved'", vec![]),
        ] {
            let answer = call(&world, "GET", &format!("CustomersV3{query}"), None).await;
            answer.expect(200);
            assert_eq!(answer.column("dataAreaId"), found, "{query}");
        }
        let row = call(&world, "GET", "CustomersV3(CustomerAccount='C%2F1')", None).await;
        assert_eq!(row.expect(200)["dataAreaId"], "usmf");
        assert_eq!(
            (row.json["Status"].as_str(), row.json["CreatedBy"].clone()),
            (Some("Open"), json!(world.users.administrator))
        );
        call(&world, "GET", "CustomersV3(CustomerAccount='C-2')", None).await.refuses(404, "0x80060891", &[]);
        let other = call(&world, "GET", "CustomersV3(dataAreaId='demf',CustomerAccount='C-2')", None).await;
        assert_eq!(other.expect(200)["CustomerAccount"], "C-2");
    }
}

#[tokio::test]
async fn a_row_with_a_chosen_id_is_made_once() {
    for world in worlds().await {
        let id = Uuid::from_u128(0xABCDEF);
        let path = format!("/data/CustomersV3(dataAreaId='demf',ExternalRowId={id})");
        let body = json!({ "CustomerAccount": "C-7" });
        let once = [("if-none-match", "*")];
        world.call("PATCH", &path, &once, Some(body.clone())).await.expect(204);
        world.call("PATCH", &path, &once, Some(body)).await.refuses(412, "0x80040237", &["exists"]);
        let row = world.call("GET", &path, &[], None).await;
        assert_eq!(
            (&row.expect(200)["ExternalRowId"], &row.json["dataAreaId"]),
            (&json!(id), &json!("demf"))
        );
        let elsewhere = format!("/data/CustomersV3(dataAreaId='usmf',ExternalRowId={id})");
        world.call("GET", &elsewhere, &[], None).await.expect(404);
        world.call("GET", &format!("/data/CustomersV3({id})"), &[], None).await.expect(404);
        world
            .call("GET", &format!("/data/CustomersV3({id})?cross-company=true"), &[], None)
            .await
            .expect(200);
        let stolen = world.call("PATCH", &elsewhere, &once, Some(json!({ "CustomerAccount": "C-8" }))).await;
        stolen.refuses(412, "0x80040237", &["customer"]);
    }
}

#[tokio::test]
async fn an_action_of_headquarters_is_found_by_key_and_shows_the_row() {
    for world in worlds().await {
        customer(&world, None, "C-1").await;
        let path =
            "CustomersV3(dataAreaId='usmf',CustomerAccount='C-1')/Microsoft.Dynamics.DataEntities.Approve";
        let answer = call(&world, "POST", path, None).await;
        assert_eq!(
            (answer.expect(200)["Status"].as_str(), &answer.json["CreditLimit"]),
            (Some("Approved"), &Json::Null)
        );
        let elsewhere = "CustomersV3(dataAreaId='demf',CustomerAccount='C-1')/Approve";
        call(&world, "POST", elsewhere, None).await.refuses(404, "0x80060891", &[]);
    }
}

#[tokio::test]
async fn options_are_names_in_both_directions() {
    for world in worlds().await {
        customer(&world, None, "C-1").await;
        let path = "CustomersV3(dataAreaId='usmf',CustomerAccount='C-1')";
        call(&world, "PATCH", path, Some(json!({ "Status": "Approved", "CreditLimit": 12.5 })))
            .await
            .expect(204);
        let row = call(&world, "GET", &format!("{path}?$select=Status,CreditLimit"), None).await;
        row.expect(200);
        let members: Vec<&String> = row.json.as_object().unwrap().keys().collect();
        assert_eq!(members, ["@odata.context", "@odata.etag", "CreditLimit", "Status"]);
        assert_eq!(
            (row.json["Status"].as_str(), row.json["CreditLimit"].to_string()),
            (Some("Approved"), "12.5".into())
        );
        call(&world, "PATCH", path, Some(json!({ "Status": "Aproved" }))).await.refuses(
            400,
            "0x8004431a",
            &["Status"],
        );
    }
}

#[tokio::test]
async fn the_feed_of_headquarters_speaks_its_dialect() {
    for world in worlds().await {
        customer(&world, Some("demf"), "C-1").await;
        let path = "CustomersV3(dataAreaId='demf',CustomerAccount='C-1')";
        call(&world, "PATCH", path, Some(json!({ "Status": "Approved" }))).await.expect(204);
        let (mut found, mut token) = (Vec::new(), "0.0".to_owned());
        while found.len() < 2 {
            let path = format!("RetrieveChanges(Tables=@p1,Token='{token}')?@p1=%5B%22CustomersV3%22%5D");
            let answer = call(&world, "GET", &path, None).await;
            found.extend(answer.expect(200)["value"].as_array().unwrap().clone());
            token = answer.json["Token"].as_str().unwrap().to_owned();
        }
        assert_eq!(found[1]["Set"], "CustomersV3");
        assert_eq!(
            (&found[1]["Before"]["Status"], &found[1]["Row"]["Status"]),
            (&json!("Open"), &json!("Approved"))
        );
    }
}

#[tokio::test]
async fn related_rows_are_those_of_the_company_until_others_are_named() {
    for world in worlds().await {
        customer(&world, None, "C-1").await;
        customer(&world, Some("demf"), "C-2").await;
        let me = format!("systemusers({})", world.users.administrator);
        let made = "customer_CreatedBy";
        for (query, found) in [
            (format!("{me}?$expand={made}"), vec!["usmf"]),
            (format!("{me}?$expand={made}($filter=CustomerAccount%20ne%20'C-9')"), vec!["usmf"]),
            (format!("{me}?$expand={made}($filter=dataAreaId%20eq%20'demf')"), vec!["demf"]),
            (format!("{me}?$expand={made}($orderby=dataAreaId)&cross-company=true"), vec!["demf", "usmf"]),
        ] {
            let answer = call(&world, "GET", &query, None).await;
            let rows = answer.expect(200)[made].as_array().unwrap().iter();
            assert_eq!(
                rows.map(|row| row["dataAreaId"].as_str().unwrap()).collect::<Vec<_>>(),
                found,
                "{query}"
            );
        }
        let demf = "o/CustomerAccount%20eq%20'C-2'";
        for (filter, rows) in [
            (format!("{made}/any(o:{demf})"), 0),
            (format!("{made}/any(o:{demf})&cross-company=true"), 1),
            (format!("{made}/any(o:{demf}%20and%20o/dataAreaId%20eq%20'demf')"), 1),
            (format!("{made}/any()"), 1),
            (format!("{made}/any()%20and%20{made}/all(o:o/CustomerAccount%20eq%20'C-1')"), 1),
            (
                format!(
                    "{made}/any()%20and%20{made}/all(o:o/CustomerAccount%20eq%20'C-1')&cross-company=true"
                ),
                0,
            ),
        ] {
            let answer = call(&world, "GET", &format!("systemusers?$filter={filter}"), None).await;
            assert_eq!(answer.expect(200)["value"].as_array().unwrap().len(), rows, "{filter}");
        }
    }
}
