//! Sets and rows as clients read them.

use serde_json::json;

use crate::world::{ROOT, World, worlds};

/// A number with all its digits, which no float has.
fn exact(digits: &str) -> serde_json::Value {
    serde_json::from_str(digits).unwrap()
}

async fn three_leads(world: &World) -> Vec<String> {
    let mut ids = Vec::new();
    for (subject, revenue) in [("Ärger", 10), ("beta", 20), ("Cedar & Co", 30)] {
        ids.push(world.lead(json!({ "subject": subject, "revenue": revenue })).await);
    }
    ids
}

#[tokio::test]
async fn a_row_comes_back_as_it_was_written() {
    for world in worlds().await {
        let account = world.account(json!({ "name": "Alder", "accountnumber": "A-1" })).await;
        let id = world
            .lead(json!({
                "subject": "Bühne", "description": "long", "numberofemployees": 12, "score": 1.5,
                "revenue": exact("900719925474.0993"), "donotemail": true,
                "estimatedclosedate": "2026-12-24", "lastused": "2026-11-20T10:30:00.5+01:00",
                "leadqualitycode": 2, "tandem_b2bprospectid": "P-1",
                "parentaccountid@odata.bind": format!("/accounts({account})"),
                "customerid_account@odata.bind": format!("accounts({account})"),
            }))
            .await;
        let answer = world.get(&format!("leads({id})")).await;
        let row = answer.expect(200).clone();
        let version = row["versionnumber"].as_i64().unwrap();
        assert_eq!(
            row,
            json!({
                "@odata.context": format!("{ROOT}/$metadata#leads/$entity"),
                "@odata.etag": format!("W/\"{version}\""),
                "leadid": id, "subject": "Bühne", "description": "long", "numberofemployees": 12,
                "score": 1.5, "revenue": row["revenue"], "donotemail": true,
                "estimatedclosedate": "2026-12-24", "lastused": "2026-11-20T09:30:00Z",
                "leadqualitycode": 2, "_parentaccountid_value": account, "_customerid_value": account,
                "tandem_b2bprospectid": "P-1", "givenbyrule": null,
                "createdon": "2026-11-20T09:30:00Z", "_createdby_value": world.users.administrator,
                "modifiedon": "2026-11-20T09:30:00Z", "_modifiedby_value": world.users.administrator,
                "_ownerid_value": world.users.administrator, "_owningbusinessunit_value": world.unit,
                "versionnumber": version,
            })
        );
        assert_eq!(row["revenue"].to_string(), "900719925474.0993");
        assert_eq!(answer.header("content-type"), "application/json; odata.metadata=minimal");
        assert_eq!(answer.header("odata-version"), "4.0");
        assert_eq!(answer.header("etag"), format!("W/\"{version}\""));
        assert!(!answer.header("x-ms-service-request-id").is_empty());
        for path in [
            format!("leads({})", id.to_uppercase()),
            format!("leads(%7B{id}%7D)"),
            format!("leads(leadid={id})"),
            "leads(tandem_b2bprospectid='P-1')".into(),
            "leads(tandem_b2bprospectid='p-1')".into(),
        ] {
            assert_eq!(world.get(&path).await.expect(200)["leadid"], json!(id), "{path}");
        }
    }
}

#[tokio::test]
async fn select_shows_what_is_asked_for_and_the_id() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        let answer = world.get(&format!("leads({id})?%24select=_ownerid_value,subject")).await;
        let row = answer.expect(200);
        let members: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(members, ["@odata.context", "@odata.etag", "_ownerid_value", "leadid", "subject"]);
        assert_eq!(row["@odata.context"], format!("{ROOT}/$metadata#leads(_ownerid_value,subject)/$entity"));
        let set = world.get("leads?$select=subject").await;
        assert_eq!(set.expect(200)["@odata.context"], format!("{ROOT}/$metadata#leads(subject)"));
        assert!(set.json["value"][0].get("createdon").is_none());
        world.get("leads?$select=nosuch").await.refuses(400, "0x80041103", &["nosuch", "lead"]);
    }
}

#[tokio::test]
async fn filters_find_what_they_say_in_every_encoding() {
    for world in worlds().await {
        let ids = three_leads(&world).await;
        for (query, found) in [
            ("$filter=subject eq 'BETA'", vec!["beta"]),
            ("%24filter=subject+eq+'beta'", vec!["beta"]),
            ("$filter=subject%20eq%20'Cedar%20%26%20Co'", vec!["Cedar & Co"]),
            ("$filter=contains(subject,'%C3%A4rg')", vec!["Ärger"]),
            (
                "$filter=revenue gt 10 and revenue lt 30.0001&$orderby=revenue desc",
                vec!["Cedar & Co", "beta"],
            ),
            ("$filter=not startswith(subject,'c')&$orderby=revenue", vec!["Ärger", "beta"]),
            ("$filter=revenue in (10,30)&$orderby=revenue", vec!["Ärger", "Cedar & Co"]),
            ("$filter=leadqualitycode ne null", vec![]),
            ("$filter=subject eq @p1&@p1='beta'", vec!["beta"]),
            (
                "$filter=Microsoft.Dynamics.CRM.Between(PropertyName='revenue',PropertyValues=[\"15\",\"25\"])",
                vec!["beta"],
            ),
        ] {
            let answer = world.get(&format!("leads?{}", query.replace(' ', "%20").replace('"', "%22"))).await;
            answer.expect(200);
            assert_eq!(answer.column("subject"), found, "{query}");
        }
        let by_id = world.get(&format!("leads?$filter=leadid%20eq%20{}", ids[1].to_uppercase())).await;
        assert_eq!(by_id.column("subject"), ["beta"]);
        let own = world
            .get(&format!("leads?$filter=_ownerid_value%20eq%20{}&$count=true", world.users.administrator))
            .await;
        assert_eq!(own.expect(200)["@odata.count"], 3);
        assert_eq!(
            world.get("leads?$filter=createdby/fullname%20eq%20'demo-app'").await.column("subject").len(),
            3
        );
    }
}

#[tokio::test]
async fn pages_follow_each_other_to_the_end() {
    for world in worlds().await {
        three_leads(&world).await;
        let pages = async |query: &str, size: &str| {
            let prefer = [("prefer", format!("odata.maxpagesize={size},odata.include-annotations=\"*\""))];
            let headers = [("prefer", prefer[0].1.as_str())];
            let (mut path, mut pages) = (format!("/api/data/v9.0/leads?{query}"), Vec::new());
            loop {
                let answer = world.call("GET", &path, &headers, None).await;
                answer.expect(200);
                assert!(answer.header("preference-applied").contains("odata.maxpagesize="));
                pages.push(answer.column("subject").join(","));
                let Some(next) = answer.json["@odata.nextLink"].as_str() else { return pages };
                assert!(next.starts_with("http://crm.test/api/data/v9.0/leads?"), "{next}");
                path = next.strip_prefix("http://crm.test").unwrap().to_owned();
            }
        };
        assert_eq!(pages("$orderby=revenue", "2").await, ["Ärger,beta", "Cedar & Co"]);
        assert_eq!(pages("$orderby=revenue&$top=2", "1").await, ["Ärger", "beta"]);
        assert_eq!(pages("$orderby=revenue+desc&$top=9", "3").await, ["Cedar & Co,beta,Ärger"]);
        assert_eq!(pages("$orderby=revenue&$top=0", "3").await, [""]);
        let top = world.get("leads?$top=1&$orderby=revenue&$count=true").await;
        assert_eq!((top.column("subject"), &top.json["@odata.count"]), (vec!["Ärger"], &json!(3)));
        assert!(top.json.get("@odata.nextLink").is_none());
        world.get("leads?$skiptoken=nonsense").await.refuses(400, "0x80040203", &["first page"]);
    }
}

#[tokio::test]
async fn annotations_tell_the_table_of_a_polymorphic_lookup_when_asked() {
    for world in worlds().await {
        let account = world.account(json!({ "name": "Alder" })).await;
        let bind =
            json!({ "subject": "a", "customerid_account@odata.bind": format!("/accounts({account})") });
        let id = world.lead(bind).await;
        let path = format!("/api/data/v9.2/leads({id})");
        let name = "_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname";
        for prefer in ["odata.include-annotations=\"*\"", "odata.include-annotations=*"] {
            let answer = world.call("GET", &path, &[("prefer", prefer)], None).await;
            assert_eq!(answer.expect(200)[name], "account", "{prefer}");
            assert_eq!(answer.header("preference-applied"), "odata.include-annotations=\"*\"");
        }
        assert!(world.get(&format!("leads({id})")).await.json.get(name).is_none());
    }
}

#[tokio::test]
async fn a_row_that_the_client_has_is_not_sent_again() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        let path = format!("/api/data/v9.2/leads({id})");
        let etag = world.call("GET", &path, &[], None).await.header("etag").to_owned();
        let again = world.call("GET", &path, &[("if-none-match", &etag)], None).await;
        assert_eq!((again.status, &again.json), (304, &serde_json::Value::Null));
        world.call("GET", &path, &[("if-none-match", "null")], None).await.expect(200);
        world.call("GET", &path, &[("if-none-match", "W/\"0\"")], None).await.expect(200);
    }
}

#[tokio::test]
async fn the_service_says_what_it_has() {
    for world in worlds().await {
        for path in ["/api/data/v9.2", "/api/data/v9.2/", "/api/data/v9.0"] {
            let answer = world.call("GET", path, &[], None).await;
            let sets: Vec<&str> = answer.expect(200)["value"]
                .as_array()
                .unwrap()
                .iter()
                .map(|set| set["name"].as_str().unwrap())
                .collect();
            assert_eq!(sets, ["systemusers", "teams", "accounts", "leads"]);
        }
        for path in ["WhoAmI", "WhoAmI()", "Microsoft.Dynamics.CRM.WhoAmI()"] {
            let answer = world.get(path).await;
            assert_eq!(answer.expect(200)["UserId"], world.users.administrator.to_string(), "{path}");
            assert_eq!(answer.json["OrganizationId"], world.unit.to_string());
        }
    }
}

#[tokio::test]
async fn secrets_are_nowhere() {
    for world in worlds().await {
        let users = world.get("systemusers").await;
        assert!(!users.expect(200).to_string().contains("argon2"), "{}", users.json);
        assert!(users.json["value"][0].get("credential").is_none());
        for query in ["$select=credential", "$filter=startswith(credential,'$')", "$orderby=credential"] {
            world.get(&format!("systemusers?{query}")).await.refuses(400, "0x80041103", &["credential"]);
        }
    }
}
