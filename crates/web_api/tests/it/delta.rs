//! Delta links: what changed in a set since it was read.

use serde_json::{Value as Json, json};

use crate::world::{Answer, ROOT, World, worlds};

const TRACK: (&str, &str) = ("prefer", "odata.track-changes");

async fn follow(world: &World, link: &str, headers: &[(&str, &str)]) -> Answer {
    let answer = world.call("GET", link.strip_prefix("http://crm.test").unwrap(), headers, None).await;
    answer.expect(200);
    answer
}

fn link<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.json[format!("@odata.{name}Link")].as_str()
}

/// Follows the link until `count` items are there: on PostgreSQL other tests may hold the end back.
async fn items(world: &World, start: &str, count: usize) -> (Vec<Json>, String) {
    let (mut found, mut address) = (Vec::new(), start.to_owned());
    loop {
        let answer = follow(world, &address, &[]).await;
        found.extend(answer.json["value"].as_array().unwrap().clone());
        let next = link(&answer, "next").or(link(&answer, "delta"));
        address = next.unwrap().to_owned();
        if found.len() >= count {
            return (found, address);
        }
    }
}

#[tokio::test]
async fn changed_rows_and_deleted_ones_come_after_the_link() {
    for world in worlds().await {
        let kept = world.lead(json!({ "subject": "kept" })).await;
        let gone = world.lead(json!({ "subject": "gone" })).await;
        let start = world.call("GET", "/api/data/v9.2/leads?$select=subject", &[TRACK], None).await;
        assert_eq!(start.expect(200)["value"].as_array().unwrap().len(), 2);
        assert_eq!(start.header("preference-applied"), "odata.track-changes");
        let address = link(&start, "delta").unwrap();
        assert!(address.starts_with(&format!("{ROOT}/leads?$select=subject&$deltatoken=")), "{address}");

        world.patch(&format!("leads({kept})"), &[], json!({ "subject": "once" })).await.expect(204);
        world.patch(&format!("leads({kept})"), &[], json!({ "subject": "twice" })).await.expect(204);
        world.call("DELETE", &format!("/api/data/v9.2/leads({gone})"), &[], None).await.expect(204);
        world.account(json!({ "name": "other" })).await;
        let (found, address) = items(&world, address, 2).await;
        let last = |id: &str| found.iter().rfind(|item| item["leadid"] == id || item["id"] == id).unwrap();
        assert_eq!(last(&kept)["subject"], "twice");
        assert!(last(&kept)["@odata.etag"].is_string() && last(&kept).get("createdon").is_none());
        let context = format!("{ROOT}/$metadata#leads/$deletedEntity");
        assert_eq!(*last(&gone), json!({ "@odata.context": context, "id": gone, "reason": "deleted" }));

        let made = world.lead(json!({ "subject": "made" })).await;
        let (found, _) = items(&world, &address, 1).await;
        assert_eq!(
            (found.last().unwrap()["leadid"].as_str(), found.last().unwrap()["subject"].as_str()),
            (Some(made.as_str()), Some("made"))
        );
    }
}

#[tokio::test]
async fn both_the_set_and_its_changes_come_in_pages() {
    for world in worlds().await {
        for subject in ["a", "b", "c"] {
            world.lead(json!({ "subject": subject })).await;
        }
        let prefer = [("prefer", "odata.track-changes, odata.maxpagesize=2")];
        let first = world.call("GET", "/api/data/v9.2/leads", &prefer, None).await;
        assert!(first.expect(200).get("@odata.deltaLink").is_none());
        // Changed between the pages: told either way.
        let early = world.lead(json!({ "subject": "between" })).await;
        let second = follow(&world, link(&first, "next").unwrap(), &prefer).await;
        assert!(link(&second, "next").is_none());
        for subject in ["d", "e"] {
            world.lead(json!({ "subject": subject })).await;
        }
        let (mut subjects, mut address) = (Vec::new(), link(&second, "delta").unwrap().to_owned());
        while subjects.last().is_none_or(|last| last != "e") {
            let page = follow(&world, &address, &[("prefer", "odata.maxpagesize=2")]).await;
            let rows = page.json["value"].as_array().unwrap();
            assert!(rows.len() <= 2, "{rows:?}");
            subjects.extend(rows.iter().map(|row| row["subject"].as_str().unwrap().to_owned()));
            address = link(&page, "next").or(link(&page, "delta")).unwrap().to_owned();
        }
        let new: Vec<&str> =
            subjects.iter().map(String::as_str).filter(|name| !["a", "b", "c"].contains(name)).collect();
        assert_eq!(new, ["between", "d", "e"], "{early}");
    }
}

#[tokio::test]
async fn a_link_grows_old_and_a_wrong_one_is_refused() {
    for world in worlds().await {
        let start = world.call("GET", "/api/data/v9.2/leads", &[TRACK], None).await;
        let address = link(&start, "delta").unwrap().to_owned();
        follow(&world, &address, &[]).await;
        let moment = address.rsplit_once('!').unwrap();
        let old = format!("{}!{}", moment.0, moment.1.parse::<i64>().unwrap() - 8 * 86_400);
        let answer = world.call("GET", old.strip_prefix("http://crm.test").unwrap(), &[], None).await;
        answer.refuses(410, "0x80044352", &["7 days"]);
        world.get("leads?$deltatoken=nonsense").await.refuses(400, "0x80040203", &["$deltatoken"]);
        for query in ["$filter=subject%20eq%20'a'", "$orderby=subject", "$top=1", "$expand=parentaccountid"] {
            let answer = world.call("GET", &format!("/api/data/v9.2/leads?{query}"), &[TRACK], None).await;
            answer.refuses(400, "0x80040203", &["whole set"]);
        }
        let confined = world.call("GET", "/data/CustomersV3", &[TRACK], None).await;
        confined.refuses(400, "0x80040203", &["cross-company"]);
        let all = world.call("GET", "/data/CustomersV3?cross-company=true", &[TRACK], None).await;
        assert!(link(&all, "delta").unwrap().contains("cross-company=true"));
    }
}

#[tokio::test]
async fn changes_are_for_those_who_may_read_everything() {
    for world in worlds().await {
        let seller = world.users.seller.to_string();
        let as_seller = [TRACK, ("mscrmcallerid", seller.as_str())];
        world.call("GET", "/api/data/v9.2/leads", &as_seller, None).await.refuses(403, "0x80040220", &[]);
        let start = world.call("GET", "/api/data/v9.2/leads", &[TRACK], None).await;
        let path = link(&start, "delta").unwrap().strip_prefix("http://crm.test").unwrap();
        world.call("GET", path, &as_seller, None).await.refuses(403, "0x80040220", &[]);
    }
}
