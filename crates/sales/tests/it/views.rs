//! The system's views and those of one person, opened over the Web API.

use sales::views::system_views;
use serde_json::{Value as Json, json};
use tables::security::Team;
use tables::uuid::Uuid;
use tables::{Filter, Principal, Reference, Value};

use crate::api::Client;
use crate::office::{Office, offices, values, view_id};

impl Client {
    /// The rows of a view, all pages, by this column.
    async fn open(&self, set: &str, view: &str, column: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut path = format!("{set}?savedQuery={}", view_id(view));
        loop {
            let (status, page) = self.send("GET", &path, Json::Null).await;
            assert_eq!(status, 200, "{view}: {page}");
            let rows = page["value"].as_array().unwrap();
            assert!(rows.len() <= 2);
            found.extend(rows.iter().map(|row| row[column].as_str().unwrap().to_owned()));
            let Some(next) = page["@odata.nextLink"].as_str() else { return found };
            path = next.strip_prefix("http://crm.test/api/data/v9.2/").unwrap().to_owned();
        }
    }
}

/// A lead as dual-write brings it: owned by the team.
async fn synced(office: &Office) -> Uuid {
    let mut reader = office.store.read(&Principal::system()).await.unwrap();
    let team: Team = reader.find(Filter::equals("name", "usmf DW")).await.unwrap().unwrap();
    drop(reader);
    let owner = Reference::new("team", team.teamid);
    let lead = values([
        ("subject", "Partner".into()),
        ("tandem_b2bprospectid", "BP-000001".into()),
        ("ownerid", owner.into()),
    ]);
    office.make(&office.user("dual-write").await, "lead", lead).await
}

#[tokio::test]
async fn what_dual_write_brings_is_nobodys_own_until_somebody_takes_it() {
    for office in offices().await {
        let (seller, client) = (office.seller().await, Client::of(&office).await);
        let partner = synced(&office).await.to_string();
        let own = office.make(&seller, "lead", values([("subject", "Own".into())])).await.to_string();
        let closed = office.make(&seller, "lead", values([("subject", "Closed".into())])).await;
        office.set(&seller, "lead", closed, values([("statecode", Value::Choice(2))])).await.unwrap();
        let open = async |view: &str| {
            let mut found = client.open("leads", view, "leadid").await;
            found.sort();
            found
        };
        let sorted = |ids: &[&String]| {
            let mut ids: Vec<String> = ids.iter().map(|id| (*id).clone()).collect();
            ids.sort();
            ids
        };
        let closed = closed.to_string();
        assert_eq!(open("My Open Leads").await, sorted(&[&own]));
        assert_eq!(open("Open Leads").await, sorted(&[&own, &partner]));
        assert_eq!(open("All Leads").await, sorted(&[&own, &partner, &closed]));
        assert_eq!(open("Closed Leads").await, [closed]);
        assert_eq!(open("All Commerce B2B leads").await, sorted(&[&partner]));
        let mine = values([("ownerid", Reference::new("systemuser", seller.user).into())]);
        office.set(&seller, "lead", partner.parse().unwrap(), mine).await.unwrap();
        assert_eq!(open("My Open Leads").await, sorted(&[&own, &partner]));
        let other = Client::of_user(&office, "seller2@tandem.test").await;
        assert!(other.open("leads", "My Open Leads", "leadid").await.is_empty());
    }
}

#[tokio::test]
async fn every_view_opens_and_each_table_has_one_default() {
    for office in offices().await {
        let client = Client::of(&office).await;
        for (table, set) in [
            ("lead", "leads"),
            ("opportunity", "opportunities"),
            ("account", "accounts"),
            ("contact", "contacts"),
        ] {
            for view in system_views().iter().filter(|view| view.table == table) {
                client.open(set, view.name, "name").await;
            }
            let only = format!("returnedtypecode%20eq%20'{table}'%20and%20isdefault%20eq%20true");
            let path = format!("savedqueries?$select=name&$filter={only}");
            let (_, defaults) = client.send("GET", &path, Json::Null).await;
            assert_eq!(defaults["value"].as_array().map(Vec::len), Some(1), "{defaults}");
        }
    }
}

#[tokio::test]
async fn a_view_of_ones_own_is_checked_kept_and_nobody_elses() {
    for office in offices().await {
        let seller = office.seller().await;
        office.make(&seller, "lead", values([("subject", "Chairs".into())])).await;
        let client = Client::of(&office).await;
        let fetch = |condition: &str| {
            let filter = format!("<filter><condition attribute='subject' {condition}/></filter>");
            format!("<fetch><entity name='lead'><attribute name='subject'/>{filter}</entity></fetch>")
        };
        let view = |xml: &str| json!({ "name": "Chairs", "returnedtypecode": "lead", "fetchxml": xml });
        for wrong in [
            fetch("operator='like' value='a%b'"),
            fetch("operator='sounds-like' value='a'"),
            fetch("operator='eq'"),
            "<fetch>".into(),
            "<fetch><entity name='account'/></fetch>".into(),
        ] {
            let (status, refused) = client.send("POST", "userqueries", view(&wrong)).await;
            assert_eq!((status, &refused["error"]["code"]), (400, &json!("0x80040203")), "{wrong}");
        }
        let good = view(&fetch("operator='like' value='chair%'"));
        let (status, made) = client.send("POST", "userqueries", good).await;
        assert_eq!(status, 201, "{made}");
        let mine = format!("userQuery={}", made["userqueryid"].as_str().unwrap());
        let (status, rows) = client.send("GET", &format!("leads?{mine}"), Json::Null).await;
        assert_eq!((status, &rows["value"][0]["subject"]), (200, &json!("Chairs")), "{rows}");
        let (status, wrong) = client.send("GET", &format!("accounts?{mine}"), Json::Null).await;
        assert_eq!(status, 400, "{wrong}");
        assert_eq!(client.send("GET", "leads?userQuery=mine", Json::Null).await.0, 400);
        let other = Client::of_user(&office, "salesmanager@tandem.test").await;
        assert_eq!(other.send("GET", &format!("leads?{mine}"), Json::Null).await.0, 404);
        let (_, own) = mine.split_once('=').unwrap();
        let unseen = other.send("PATCH", &format!("userqueries({own})"), json!({ "name": "Ours" })).await;
        assert_eq!(unseen.0, 404, "{}", unseen.1);
        let view = format!("savedqueries({})", view_id("Open Leads"));
        let (status, refused) = client.send("PATCH", &view, json!({ "name": "Ours" })).await;
        assert_eq!(status, 403, "{refused}");
    }
}
