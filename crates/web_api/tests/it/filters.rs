//! Conditions on related rows, and query functions that know the caller and the time.

use serde_json::json;

use crate::world::{World, worlds};

async fn names(
    world: &World,
    set: &str,
    column: &str,
    filter: &str,
    headers: &[(&str, &str)],
) -> Vec<String> {
    let filter = filter.replace(' ', "%20").replace('"', "%22");
    let path = format!("/api/data/v9.2/{set}?$orderby={column}&$filter={filter}");
    let answer = world.call("GET", &path, headers, None).await;
    answer.expect(200);
    answer.column(column).into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn rows_are_found_by_what_points_to_them() {
    for world in worlds().await {
        for (name, leads) in [("Alder", vec![1, 2]), ("Birch", vec![2]), ("Cedar", vec![])] {
            let account = world.account(json!({ "name": name })).await;
            for employees in leads {
                let bind = format!("/accounts({account})");
                world.lead(json!({ "subject": name, "numberofemployees": employees, "customerid_account@odata.bind": bind })).await;
            }
        }
        for (filter, expect) in [
            ("customer_leads/any()", vec!["Alder", "Birch"]),
            ("not customer_leads/any()", vec!["Cedar"]),
            ("customer_leads/any(l:l/numberofemployees eq 1)", vec!["Alder"]),
            ("customer_leads/all(l:l/numberofemployees eq 2)", vec!["Birch", "Cedar"]),
            (
                "customer_leads/any(l:l/numberofemployees eq 2 and l/customerid_account/name eq 'Birch')",
                vec!["Birch"],
            ),
            ("customer_leads/any(l:contains(l/subject,'ald')) or name eq 'Cedar'", vec!["Alder", "Cedar"]),
        ] {
            assert_eq!(names(&world, "accounts", "name", filter, &[]).await, expect, "{filter}");
        }
        let path = "accounts?$filter=customer_leads/any(l:name%20eq%20'x')";
        world.get(path).await.refuses(400, "0x80041103", &["l/"]);
    }
}

#[tokio::test]
async fn functions_know_the_caller_and_the_time() {
    for world in worlds().await {
        // The clock of a world stands at 09:30 on a Friday.
        for (subject, used, closes) in [
            ("now", "2026-11-20T09:00:00Z", "2026-11-20"),
            ("week", "2026-11-16T09:00:00Z", "2026-11-30"),
            ("old", "2025-01-01T00:00:00Z", "2027-01-01"),
        ] {
            world.lead(json!({ "subject": subject, "lastused": used, "estimatedclosedate": closes })).await;
        }
        let seller = world.users.seller.to_string();
        let as_seller = [("mscrmcallerid", seller.as_str())];
        world
            .call("POST", "/api/data/v9.2/leads", &as_seller, Some(json!({ "subject": "own" })))
            .await
            .expect(204);
        let call = |name: &str, rest: &str| format!("Microsoft.Dynamics.CRM.{name}(PropertyName={rest})");
        for (filter, expect) in [
            (call("Today", "'lastused'"), vec!["now"]),
            (call("Today", "'estimatedclosedate'"), vec!["now"]),
            (call("LastXDays", "'lastused',PropertyValue=7"), vec!["now", "week"]),
            (call("LastXHours", "'lastused',PropertyValue='2'"), vec!["now"]),
            (call("ThisMonth", "'estimatedclosedate'"), vec!["now", "week"]),
            (call("NextXDays", "'estimatedclosedate',PropertyValue=10"), vec!["now", "week"]),
            (call("OnOrBefore", "'lastused',PropertyValue='2026-11-16'"), vec!["old", "week"]),
            (call("OnOrAfter", "'estimatedclosedate',PropertyValue='2026-11-30'"), vec!["old", "week"]),
            (call("NotEqualUserId", "'ownerid'"), vec!["own"]),
            (format!("not {}", call("Today", "'lastused'")), vec!["old", "week"]),
        ] {
            assert_eq!(names(&world, "leads", "subject", &filter, &[]).await, expect, "{filter}");
        }
        assert_eq!(
            names(&world, "leads", "subject", &call("EqualUserId", "'ownerid'"), &as_seller).await,
            ["own"]
        );
        let wrong = "leads?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='subject')";
        world.get(wrong).await.refuses(400, "0x80041103", &["subject"]);
        let later =
            "leads?$filter=Microsoft.Dynamics.CRM.InFiscalYear(PropertyName='lastused',PropertyValue=2026)";
        world.get(later).await.refuses(501, "NotImplemented", &["InFiscalYear"]);
    }
}
