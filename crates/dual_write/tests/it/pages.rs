//! The console, as people use it: without a script, against both databases.

use axum::http::StatusCode;
use dual_write::waiting::Cause;
use dual_write::watch::Deed;
use serde_json::json;
use shell::testing::Browser;
use tables::{Filter, Principal};
use uuid::Uuid;

use crate::console::Console;
use crate::engine::{failure, id, prospect};

#[tokio::test]
async fn the_overview_tells_what_is_measured_and_what_needs_somebody() {
    for console in Console::troubled().await {
        let page = console.admin.get("/dual-write/overview").await;
        assert_eq!(page.status, StatusCode::OK);
        for list in ["parked", "activity", "rows"] {
            let found = console.admin.get(&format!("/dual-write/{list}?q=bad")).await;
            assert_eq!(found.status, StatusCode::OK, "{list}: {}", found.text);
        }
        for words in ["1 change needs somebody.", "Answers", "Customers and accounts", "Opportunity won"] {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
        // A side that does not answer is told of, and the page does not ask it.
        console.world.sales.fail(failure("", 503, usize::MAX));
        console.engine.run_until_idle().await.unwrap_err();
        let page = console.admin.get("/dual-write/overview").await;
        for words in ["Does not answer", "sales cannot be reached", "Held up"] {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
    }
}

#[tokio::test]
async fn a_waiting_change_shows_both_rows_and_what_waits_for_it() {
    for console in Console::troubled().await {
        let list = console.admin.get("/dual-write/parked?view=needs-somebody").await;
        assert!(list.text.contains("&#60;i&#62;Bad&#60;/i&#62; &#38; Sons"), "{}", list.text);
        assert!(!list.text.contains("<i>Bad"), "escaped");
        let refused = console.waiting(Cause::Refused).await;
        let page = console.admin.get(&format!("/dual-write/parked/{}", refused.waitingid)).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in [
            "OrganizationName",
            "PartyType",
            "The other row does not exist yet",
            "Correct the row on either side",
            "/sales/accounts/",
            &format!("/dual-write/parked/{}", console.waiting(Cause::Parent).await.waitingid),
        ] {
            // Nobody without a right there is led to Sales.
            let expected = words != "/sales/accounts/";
            assert_eq!(page.text.contains(words), expected, "{words}: {}", page.text);
        }
        let nothing = console.admin.get(&format!("/dual-write/parked/{}", id(99))).await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn retry_and_skip_are_done_in_the_name_of_whoever_asks() {
    for console in Console::troubled().await {
        let refused = console.waiting(Cause::Refused).await;
        let path = format!("/dual-write/parked/{}", refused.waitingid);
        // The second attempt is refused like the first; the third is not.
        let still = console.admin.post(&format!("{path}/retry"), &[]).await;
        assert_eq!((still.status, still.location()), (StatusCode::SEE_OTHER, path.as_str()));
        let done = console.admin.post(&format!("{path}/retry"), &[]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/dual-write/parked"));
        assert_eq!(console.world.waiting().await, [], "its contact came after it");
        let again = console.admin.post(&format!("{path}/retry"), &[]).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND);

        console.world.sales.fail(failure("PATCH accounts", 400, usize::MAX));
        let mut ids = Vec::new();
        for row in console.world.headquarters.rows("CustomersV3") {
            let id: Uuid = row["ExternalRowId"].as_str().unwrap().parse().unwrap();
            console.world.headquarters.write("CustomersV3", id, json!({ "OrganizationName": "Renamed" }));
        }
        console.engine.run_until_idle().await.unwrap();
        for waiting in console.world.waiting().await {
            ids.push(waiting.waitingid.to_string());
        }
        assert_eq!(ids.len(), 2);
        let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("row", id.as_str())).collect();
        let question = console.admin.post("/dual-write/parked/skip", &fields).await;
        assert!(question.text.contains("Skip 2 changes?"), "{}", question.text);
        assert_eq!(console.world.waiting().await.len(), 2, "only asked");
        fields.push(("asked", "1"));
        let skipped = console.admin.post("/dual-write/parked/skip", &fields).await;
        assert_eq!(skipped.status, StatusCode::SEE_OTHER);
        assert_eq!(console.world.waiting().await, []);
        let deeds = console.deeds().await;
        let by: Vec<_> = deeds.iter().map(|(deed, _, by)| (*deed, by.as_deref())).collect();
        let alex = Some("Alex Admin");
        assert_eq!(
            by,
            [(Deed::Retried, alex), (Deed::Retried, alex), (Deed::Skipped, alex), (Deed::Skipped, alex)]
        );
        let activity = console.admin.get("/dual-write/activity").await;
        assert!(activity.text.contains("Alex Admin") && activity.text.contains("Skipped"));
    }
}

#[tokio::test]
async fn a_map_is_readable_and_can_be_paused() {
    for console in Console::each().await {
        let map = "/dual-write/maps/customers_contacts";
        let page = console.admin.get(map).await;
        for words in ["parentcustomerid", "through the links of Customers and accounts", "Running", "usmf DW"]
        {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
        let decision = console.admin.get("/dual-write/maps/decisions%2Fopportunity%20won").await;
        assert!(decision.text.contains("BusinessPartnerProspects: Approve"), "{}", decision.text);
        assert_eq!(console.admin.get("/dual-write/maps/none").await.status, StatusCode::NOT_FOUND);

        let question = console.admin.get("/dual-write/pause?target=customers_contacts").await;
        assert!(question.text.contains("data-dialog-body"));
        let pause = "/dual-write/pause?target=customers_contacts";
        let paused = console.admin.post(pause, &[("reason", "New <b>groups</b>")]).await;
        assert_eq!((paused.status, paused.location()), (StatusCode::SEE_OTHER, map));
        let person = json!({ "msdyn_sellable": true, "lastname": "Z" });
        console.world.sales.write("contacts", id(1), person);
        console.engine.run_until_idle().await.unwrap();
        assert_eq!(console.world.headquarters.rows("CustomersV3").len(), 0);
        let page = console.admin.get(map).await;
        for words in ["Paused by Alex Admin", "New &#60;b&#62;groups", "Resume"] {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
        let resumed = console.admin.post("/dual-write/resume?target=customers_contacts", &[]).await;
        assert_eq!(resumed.status, StatusCode::SEE_OTHER);
        console.engine.run_until_idle().await.unwrap();
        assert_eq!(console.world.headquarters.rows("CustomersV3").len(), 1);
        let unknown = console.admin.post("/dual-write/pause?target=x", &[]).await;
        assert_eq!(unknown.status, StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn a_pair_shows_what_both_agreed_on_and_what_is_there_now() {
    for console in Console::each().await {
        console.world.headquarters.write("BusinessPartnerProspects", id(1), prospect());
        console.engine.run_until_idle().await.unwrap();
        let mut reader = console.world.store.read(&Principal::system()).await.unwrap();
        let filter = Filter::equals("headquarterskey", "BP-1");
        let link: dual_write::links::Link = reader.find(filter).await.unwrap().unwrap();
        drop(reader);
        let list = console.admin.get("/dual-write/rows?q=alp").await;
        assert!(list.text.contains(&link.linkid.to_string()), "found by its name: {}", list.text);
        let path = format!("/dual-write/rows/{}", link.linkid);
        let page = console.admin.get(&path).await;
        for words in ["Alpen", "companyname", &link.salesid, "In step"] {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
        let lead: Uuid = link.salesid.parse().unwrap();
        console.world.sales.write("leads", lead, json!({ "companyname": "Alpen AG" }));
        let now = console.admin.get(&format!("{path}?now=1")).await;
        assert!(now.text.contains("Now: Alpen AG"), "{}", now.text);
        console.world.sales.fail(failure("GET leads", 503, usize::MAX));
        let silent = console.admin.get(&format!("{path}?now=1")).await;
        assert!(silent.text.contains("No answer at the moment: Sales"), "{}", silent.text);
    }
}

#[tokio::test]
async fn a_decision_that_waits_says_what_it_asks_and_about_whom() {
    for console in Console::each().await {
        console.world.headquarters.write("BusinessPartnerProspects", id(1), prospect());
        console.engine.run_until_idle().await.unwrap();
        let map = dual_write::maps::Solution::commerce().unwrap();
        let lead = platform::derived_id(map.map("b2b_prospects_leads").unwrap().id, id(1).as_bytes());
        console.world.headquarters.fail(failure("Reject", 409, usize::MAX));
        console.world.sales.write("leads", lead, json!({ "statecode": 2, "statuscode": 5 }));
        console.engine.run_until_idle().await.unwrap();
        let waiting = console.waiting(Cause::Refused).await;
        assert_eq!(waiting.name.as_deref(), Some("Alpen"));
        let page = console.admin.get(&format!("/dual-write/parked/{}", waiting.waitingid)).await;
        for words in ["BusinessPartnerProspects: Reject", "<h1>Alpen</h1>", "Headquarters: refused", "BP-1"] {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
    }
}

#[tokio::test]
async fn addresses_that_name_nothing_are_answered_in_the_frame() {
    let consoles = Console::each().await;
    let admin = &consoles[0].admin;
    for path in ["/dual-write/parked/x", "/dual-write/rows/7", "/dual-write/pause", "/dual-write/maps/%00"] {
        let answer = admin.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text.contains("Nothing is here"), "{path}: {}", answer.text);
    }
    for path in ["/dual-write/parked/x/retry", "/dual-write/parked/x/skip"] {
        assert_eq!(admin.post(path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let nonsense = admin.post("/dual-write/parked/retry", &[("row", "x")]).await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
    let nothing = admin.post("/dual-write/parked/retry", &[]).await;
    assert_eq!((nothing.status, nothing.location()), (StatusCode::SEE_OTHER, "/"));
    let elsewhere: &[(&str, &str)] = &[("back", "//evil.test/x")];
    assert_eq!(admin.post("/dual-write/parked/skip", elsewhere).await.location(), "/");
}

#[tokio::test]
async fn only_people_with_a_right_here_come_in() {
    for console in Console::troubled().await {
        let waiting = console.world.waiting().await[0].waitingid;
        let one = format!("/dual-write/parked/{waiting}");
        for path in ["/dual-write/overview", "/dual-write/parked", one.as_str(), "/dual-write/rows"] {
            assert_eq!(console.stranger.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
            let nobody = Browser::new(&console.router).get(path).await;
            assert_eq!(nobody.status, StatusCode::SEE_OTHER, "{path}");
        }
        for path in [
            format!("{one}/retry"),
            format!("{one}/skip"),
            "/dual-write/pause?target=customers_accounts".into(),
        ] {
            assert_eq!(console.stranger.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(console.world.waiting().await.len(), 2);
        assert_eq!(console.deeds().await, []);
    }
}

#[tokio::test]
async fn whoever_may_only_read_is_offered_nothing_and_can_do_nothing() {
    for console in Console::troubled().await {
        let waiting = console.world.waiting().await[0].waitingid.to_string();
        let one = format!("/dual-write/parked/{waiting}");
        for path in [
            one.as_str(),
            "/dual-write/parked",
            "/dual-write/overview",
            "/dual-write/maps/customers_accounts",
        ] {
            let page = console.auditor.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for verb in ["Retry", "/skip", "/pause?"] {
                assert!(!page.text.contains(verb), "{path} offers {verb}");
            }
        }
        let selected: &[(&str, &str)] = &[("row", &waiting), ("asked", "1")];
        for (path, fields) in [
            (format!("{one}/retry"), &[][..]),
            (format!("{one}/retry-alike"), &[]),
            (format!("{one}/skip"), &[]),
            ("/dual-write/parked/retry".into(), selected),
            ("/dual-write/parked/skip".into(), selected),
            ("/dual-write/parked/retry-all".into(), &[]),
            ("/dual-write/pause?target=customers_accounts".into(), &[]),
        ] {
            let answer = console.auditor.post(&path, fields).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}: {}", answer.text);
        }
        assert_eq!(console.world.waiting().await.len(), 2);
        assert_eq!(console.deeds().await, []);
    }
}

#[tokio::test]
async fn every_page_speaks_every_language() {
    let consoles = Console::troubled().await;
    let console = &consoles[0];
    let waiting = console.waiting(Cause::Refused).await.waitingid;
    let one = format!("/dual-write/parked/{waiting}");
    for language in ["pt-BR", "es-ES", "pl-PL", "it-IT", "ru-RU"] {
        let browser = console.admin.clone().in_language(language);
        for path in
            ["/dual-write/overview", "/dual-write/parked", &one, "/dual-write/maps/customers_accounts"]
        {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{language} {path}");
            assert!(page.text.contains(&format!("lang=\"{language}\"")), "{language} {path}");
            assert!(!page.text.contains("Waiting changes"), "{language} {path}");
        }
    }
}

#[tokio::test]
async fn packages_are_shown_to_readers_and_changed_by_whoever_may() {
    let path = |verb: &str| format!("/dual-write/solutions/commerce{verb}");
    for console in Console::each().await {
        let gallery = console.auditor.get("/dual-write/solutions?q=lead").await;
        assert!(gallery.text.contains("Dual-write Commerce solutions"), "{}", gallery.text);
        let none = console.auditor.get("/dual-write/solutions?q=payroll").await;
        assert!(none.text.contains("No package is called so."), "{}", none.text);
        let package = console.auditor.get(&path("")).await;
        assert!(package.text.contains("tandem_b2bprospectid"), "{}", package.text);
        assert!(!package.text.contains("/install"), "nothing is offered to whoever may not");
        assert_eq!(console.auditor.get(&path("/install")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(console.admin.get("/dual-write/solutions/nope").await.status, StatusCode::NOT_FOUND);

        // Neither side of this console knows who it is: nothing can be confirmed.
        let wizard = console.admin.get(&path("/install")).await;
        assert_eq!(wizard.status, StatusCode::OK);
        assert!(wizard.text.contains("Look whether it runs at this address"), "{}", wizard.text);
        assert!(!wizard.text.contains("These are the right ones"), "{}", wizard.text);
        for (verb, form) in [
            ("/install", &[("question", "consent"), ("agree", "1")][..]),
            ("/repair", &[("check", "check-p-0001")]),
            ("/give-up", &[]),
            ("/uninstall", &[]),
            ("/verify", &[]),
        ] {
            let refused = console.auditor.post(&path(verb), form).await;
            let is_refused =
                refused.status == StatusCode::FORBIDDEN || refused.status == StatusCode::SEE_OTHER;
            assert!(is_refused, "{verb}: {}", refused.status);
            assert_eq!(
                console.stranger.post(&path(verb), form).await.status,
                StatusCode::FORBIDDEN,
                "{verb}"
            );
        }
        let package = console.admin.get(&path("")).await;
        assert!(package.text.contains("Being prepared"), "nobody but the administrator changed it");
        console.admin.post(&path("/give-up"), &[]).await;
        assert!(console.admin.get(&path("")).await.text.contains("Not installed"));
    }
}
