//! `$expand` in both directions, related sets, counts and names.

use serde_json::{Value as Json, json};

use crate::world::{ROOT, World, worlds};

/// Two accounts with three leads and one; the last lead has no account.
async fn seed(world: &World) -> (String, String) {
    let alder = world.account(json!({ "name": "Alder", "accountnumber": "A-1" })).await;
    let birch = world.account(json!({ "name": "Birch" })).await;
    for (subject, employees, account) in [
        ("a", 1, Some(&alder)),
        ("b", 2, Some(&alder)),
        ("c", 3, Some(&alder)),
        ("d", 4, Some(&birch)),
        ("e", 5, None),
    ] {
        let mut lead = json!({ "subject": subject, "numberofemployees": employees });
        if let Some(account) = account {
            lead["customerid_account@odata.bind"] = json!(format!("/accounts({account})"));
            lead["parentaccountid@odata.bind"] = json!(format!("/accounts({account})"));
        }
        world.lead(lead).await;
    }
    (alder, birch)
}

fn column<'a>(rows: &'a Json, name: &str) -> Vec<&'a str> {
    rows.as_array().unwrap().iter().map(|row| row[name].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_lookup_is_followed_inline() {
    for world in worlds().await {
        let (alder, _) = seed(&world).await;
        let path = "leads?$select=subject&$orderby=subject&$expand=parentaccountid($select=name),customerid_account,customerid_lead";
        let answer = world.get(path).await;
        let rows = &answer.expect(200)["value"];
        assert_eq!(rows[0]["parentaccountid"]["name"], "Alder");
        assert_eq!(rows[0]["parentaccountid"]["accountid"], json!(alder));
        assert!(rows[0]["parentaccountid"].get("accountnumber").is_none());
        assert_eq!(rows[0]["customerid_account"]["accountnumber"], "A-1");
        assert!(rows[0].get("_parentaccountid_value").is_none(), "{}", rows[0]);
        assert_eq!((&rows[0]["customerid_lead"], &rows[4]["parentaccountid"]), (&Json::Null, &Json::Null));
        assert_eq!(
            answer.json["@odata.context"],
            format!(
                "{ROOT}/$metadata#leads(subject,parentaccountid(name),customerid_account(),customerid_lead())"
            )
        );
        let by_key = world.get("accounts(accountnumber='A-1')?$expand=createdby($select=fullname)").await;
        assert_eq!(by_key.expect(200)["createdby"]["fullname"], "demo-app");
    }
}

#[tokio::test]
async fn a_collection_is_read_for_all_rows_of_a_page_at_once() {
    for world in worlds().await {
        let (alder, _) = seed(&world).await;
        let inner = "$select=subject;$filter=numberofemployees ne 2;$orderby=subject desc;$top=1;$expand=parentaccountid($select=name)";
        let path = format!(
            "accounts?$select=name&$orderby=name&$expand=customer_leads({inner}),lead_parentaccountid($orderby=subject)"
        );
        let answer = world.get(&path.replace(' ', "%20")).await;
        let rows = &answer.expect(200)["value"];
        let (first, second) = (&rows[0], &rows[1]);
        assert_eq!(column(&first["customer_leads"], "subject"), ["c"]);
        assert_eq!(first["customer_leads"][0]["parentaccountid"]["name"], "Alder");
        assert_eq!(column(&first["lead_parentaccountid"], "subject"), ["a", "b", "c"]);
        assert_eq!(
            (
                column(&second["customer_leads"], "subject"),
                column(&second["lead_parentaccountid"], "subject")
            ),
            (vec!["d"], vec!["d"])
        );
        let one =
            world.get(&format!("accounts({alder})?$expand=customer_leads($top=2;$orderby=subject)")).await;
        assert_eq!(column(&one.expect(200)["customer_leads"], "subject"), ["a", "b"]);
        let related =
            world.get(&format!("accounts({alder})/customer_leads?$orderby=subject&$top=2&$count=true")).await;
        assert_eq!((related.column("subject"), &related.json["@odata.count"]), (vec!["a", "b"], &json!(3)));
        let paged = [("prefer", "odata.maxpagesize=2")];
        let page = world
            .call(
                "GET",
                &format!("/api/data/v9.2/accounts({alder})/customer_leads?$orderby=subject"),
                &paged,
                None,
            )
            .await;
        let next =
            page.expect(200)["@odata.nextLink"].as_str().unwrap().strip_prefix("http://crm.test").unwrap();
        assert_eq!(world.call("GET", next, &paged, None).await.column("subject"), ["c"]);
    }
}

#[tokio::test]
async fn pages_with_expansions_follow_each_other() {
    for world in worlds().await {
        seed(&world).await;
        let (mut path, mut names) = (
            "/api/data/v9.2/leads?$orderby=subject&$select=subject&$expand=parentaccountid".to_owned(),
            Vec::new(),
        );
        loop {
            let answer = world.call("GET", &path, &[("prefer", "odata.maxpagesize=2")], None).await;
            for row in answer.expect(200)["value"].as_array().unwrap() {
                names.push(row["parentaccountid"]["name"].as_str().unwrap_or("-").to_owned());
            }
            let Some(next) = answer.json["@odata.nextLink"].as_str() else { break };
            path = next.strip_prefix("http://crm.test").unwrap().to_owned();
        }
        assert_eq!(names, ["Alder", "Alder", "Alder", "Birch", "-"]);
    }
}

#[tokio::test]
async fn counts_are_plain_numbers() {
    for world in worlds().await {
        let (alder, _) = seed(&world).await;
        for (path, expect) in [
            ("leads/$count".to_owned(), "5"),
            ("leads/$count?$filter=numberofemployees%20gt%203".into(), "2"),
            (format!("accounts({alder})/customer_leads/$count"), "3"),
        ] {
            let answer = world.get(&path).await;
            assert_eq!(
                (answer.status, answer.text.as_str(), answer.header("content-type")),
                (200, expect, "text/plain")
            );
        }
        let headers = [("prefer", "odata.include-annotations=*")];
        let answer = world.call("GET", "/api/data/v9.2/leads?$count=true&$top=1", &headers, None).await;
        assert_eq!(answer.expect(200)["@Microsoft.Dynamics.CRM.totalrecordcount"], 5);
        assert_eq!(answer.json["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"], false);
    }
}

#[tokio::test]
async fn values_for_people_stand_beside_when_asked() {
    for world in worlds().await {
        let alder = world.account(json!({ "name": "Alder" })).await;
        let id = world
            .lead(json!({ "subject": "a", "leadqualitycode": 1, "revenue": 12.5, "donotemail": true,
                "estimatedclosedate": "2026-11-20", "customerid_account@odata.bind": format!("/accounts({alder})") }))
            .await;
        let path = format!("/api/data/v9.2/leads({id})?$expand=customerid_account");
        let answer = world.call("GET", &path, &[("prefer", "odata.include-annotations=\"*\"")], None).await;
        answer.expect(200);
        let formatted =
            |name: &str| answer.json[format!("{name}@OData.Community.Display.V1.FormattedValue")].clone();
        for (name, expect) in [
            ("leadqualitycode", "Hot"),
            ("revenue", "12.5"),
            ("donotemail", "Yes"),
            ("estimatedclosedate", "2026-11-20"),
            ("_customerid_value", "Alder"),
            ("_ownerid_value", "demo-app"),
        ] {
            assert_eq!(formatted(name), expect, "{name}");
        }
        assert_eq!(formatted("subject"), Json::Null);
        assert_eq!(
            answer.json["_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"],
            "customerid_account"
        );
        let owner =
            &answer.json["customerid_account"]["_ownerid_value@OData.Community.Display.V1.FormattedValue"];
        assert_eq!(owner, "demo-app");
        let seller = world.users.seller.to_string();
        let headers = [("prefer", "odata.include-annotations=*"), ("mscrmcallerid", seller.as_str())];
        let own = world
            .call("POST", "/api/data/v9.2/leads", &headers, Some(json!({ "subject": "own" })))
            .await
            .id();
        let answer = world.call("GET", &format!("/api/data/v9.2/leads({own})"), &headers, None).await;
        assert_eq!(
            answer.expect(200)["_ownerid_value@OData.Community.Display.V1.FormattedValue"],
            Json::Null
        );
    }
}

#[tokio::test]
async fn what_cannot_be_expanded_is_named() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        for (path, words) in [
            ("leads?$expand=nosuch", vec!["nosuch"]),
            ("leads?$expand=subject", vec!["subject"]),
            ("leads?$expand=ownerid", vec!["ownerid_systemuser", "ownerid_team"]),
            ("leads?$expand=owningbusinessunit", vec!["owningbusinessunit"]),
            ("leads?$expand=parentaccountid($select=nosuch)", vec!["nosuch", "account"]),
            ("leads?$expand=parentaccountid($top=1)", vec!["one row"]),
        ] {
            world.get(path).await.refuses(
                400,
                if words[0] == "one row" { "0x80040203" } else { "0x80041103" },
                &words,
            );
        }
        let deep = "leads?$expand=parentaccountid($expand=customer_leads($expand=parentaccountid($expand=customer_leads($expand=parentaccountid))))";
        world.get(deep).await.expect(400);
        // The seller makes accounts but reads none.
        let seller = world.users.seller.to_string();
        let headers = [("mscrmcallerid", seller.as_str())];
        let path = "/api/data/v9.2/leads?$expand=parentaccountid";
        world
            .call("POST", "/api/data/v9.2/leads", &headers, Some(json!({ "subject": "own" })))
            .await
            .expect(204);
        let with_rows = world.call("GET", path, &headers, None).await;
        assert_eq!(with_rows.expect(200)["value"][0]["parentaccountid"], Json::Null);
        let headers = [("prefer", "return=representation")];
        let path = format!("/api/data/v9.2/leads({id})?$expand=parentaccountid");
        world.call("PATCH", &path, &headers, Some(json!({ "subject": "b" }))).await.expect(501);
        assert_eq!(world.get(&format!("leads({id})")).await.json["subject"], "a");
    }
}
