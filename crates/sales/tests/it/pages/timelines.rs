//! Timelines, agenda, search and competitors.

use super::*;

#[tokio::test]
async fn notes_tasks_and_calls_are_added_changed_completed_and_deleted() {
    for house in houses().await {
        let lead = house.own_lead("Żmijewska").await;
        let path = format!("/sales/leads/{lead}");
        let (browser, other) = (house.seller().await, house.browser(PEOPLE[1]).await);
        let empty = browser.post(&format!("{path}/notes"), &[("text", "  ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "ż".repeat(20_001);
        let long = browser.post(&format!("{path}/notes"), &[("text", &long)]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        let noted = browser.post(&format!("{path}/notes"), &[("text", "Four cafés & <script>")]).await;
        assert_eq!(noted.location(), format!("{path}#timeline"));
        let task = [("subject", "Send samples"), ("due", "2026-11-19T10:00"), ("high", "on")];
        assert_eq!(browser.post(&format!("{path}/tasks"), &task).await.status, StatusCode::SEE_OTHER);
        let vague = browser.post(&format!("{path}/tasks"), &[("subject", "x"), ("due", "soon")]).await;
        assert_eq!(vague.status, StatusCode::UNPROCESSABLE_ENTITY);
        let call = [("subject", "Ask about delivery"), ("number", "+48 22"), ("received", "on")];
        assert_eq!(browser.post(&format!("{path}/phone-calls"), &call).await.status, StatusCode::SEE_OTHER);
        let page = browser.get(&path).await.text;
        assert!(page.contains("Four cafés &#38; &#60;script&#62;"), "{page}");
        assert!(page.contains("Send samples") && page.contains("Overdue"), "a task of yesterday is late");

        // Narrowed to a kind.
        for (only, words) in
            [("notes", [true, false, false]), ("activities", [false, true, true]), ("system", [false; 3])]
        {
            let page = browser.get(&format!("{path}?only={only}")).await.text;
            let is_there = ["Four cafés", "Send samples", "Ask about delivery"].map(|it| page.contains(it));
            assert_eq!(is_there, words, "{only}: {page}");
        }
        assert_eq!(browser.get(&format!("{path}?only=x")).await.status, StatusCode::BAD_REQUEST);

        let find = async |table: &str| {
            let mut reader = house.office.store.read(&Principal::system()).await.unwrap();
            reader.page(&tables::Query::of(table)).await.unwrap().rows.first().map(tables::Row::id).unwrap()
        };
        let (note, task, call) = (find("annotation").await, find("task").await, find("phonecall").await);
        let form = browser.get(&format!("/sales/notes/{note}")).await.text;
        let version = form.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let edit = |text: &'static str| [("text", text), ("version", version)];
        let edited = browser.post(&format!("/sales/notes/{note}"), &edit("Five cafés")).await;
        assert_eq!(edited.location(), format!("{path}#timeline"));
        // Who opened it before sees both texts, and replaces the other knowingly or not at all.
        let late = browser.post(&format!("/sales/notes/{note}"), &edit("Six cafés")).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("Five cafés") && late.text.contains("Six cafés"), "{}", late.text);
        let versionless = browser.post(&format!("/sales/notes/{note}"), &[("text", "Six cafés")]).await;
        assert_eq!(versionless.status, StatusCode::BAD_REQUEST);
        assert!(browser.get(&format!("/sales/tasks/{task}")).await.text.contains("2026-11-19T10:00"));
        assert_eq!(
            browser.post(&format!("/sales/tasks/{task}/complete"), &[]).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(house.office.read::<Task>(task).await.statecode, ActivityState::Completed);
        browser.post(&format!("/sales/phone-calls/{call}/complete"), &[]).await;
        let page = browser.get(&path).await.text;
        assert!(page.contains("Task completed") && page.contains("Phone call received"), "{page}");
        assert!(page.contains("Five cafés"));

        // A colleague may write in the business unit, but deletes only what is their own.
        let refused = other.post(&format!("/sales/notes/{note}/delete"), &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(other.get(&format!("/sales/notes/{note}/delete")).await.status, StatusCode::FORBIDDEN);
        assert!(browser.get(&format!("/sales/notes/{note}/delete")).await.text.contains("Five cafés"));
        let gone = browser.post(&format!("/sales/notes/{note}/delete"), &[]).await;
        assert_eq!(gone.location(), format!("{path}#timeline"));
        assert_eq!(house.office.count("annotation").await, 0);
    }
}

#[tokio::test]
async fn search_agenda_and_competitors_show_what_one_may_see() {
    for house in houses().await {
        let lead = house.own_lead("Żmijewska").await;
        house.opportunity("Linen", 10).await;
        let (browser, other) = (house.seller().await, house.browser(PEOPLE[1]).await);
        let found = browser.get("/sales/search?q=zmijewska").await.text;
        assert!(!found.contains("Zoë"), "letters are not folded into others");
        let found = browser.get("/sales/search?q=%C5%BBMIJEWSKA").await.text;
        assert!(found.contains("Zoë Żmijewska") && !found.contains("Linen"), "{found}");
        assert!(browser.get("/sales/search?q=lin").await.text.contains("Linen"));
        assert_eq!(browser.get("/sales/search").await.status, StatusCode::OK);

        let task = [("subject", "Send samples")];
        browser.post(&format!("/sales/leads/{lead}/tasks"), &task).await;
        let agenda = browser.get("/sales/activities").await.text;
        assert!(agenda.contains("Send samples") && agenda.contains("Zoë Żmijewska"), "{agenda}");
        assert!(!other.get("/sales/activities").await.text.contains("Send samples"));

        let unnamed = browser.post("/sales/competitors/new", &[("name", "")]).await;
        assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
        let made = browser.post("/sales/competitors/new", &[("name", "Rival")]).await;
        assert_eq!(made.location(), "/sales/competitors");
        assert!(browser.get("/sales/competitors").await.text.contains("Rival"));
        assert_eq!(browser.get("/sales/").await.location(), "/sales/leads");
    }
}

#[tokio::test]
async fn a_long_timeline_shows_its_newest_part_and_more_when_asked() {
    for house in houses().await {
        let lead = house.own_lead("Żmijewska").await;
        let seller = house.office.seller().await;
        for number in 1..=31 {
            let about = Reference::new("lead", lead).into();
            let note = values([("notetext", format!("Note {number}.").as_str().into()), ("objectid", about)]);
            house.office.make(&seller, "annotation", note).await;
        }
        let (browser, path) = (house.seller().await, format!("/sales/leads/{lead}"));
        let page = browser.get(&path).await.text;
        assert_eq!(page.matches("class=\"quote\"").count(), 30);
        assert!(page.contains("?timeline=60#timeline"), "{page}");
        let page = browser.get(&format!("{path}?timeline=60")).await.text;
        assert_eq!(page.matches("class=\"quote\"").count(), 31);
        assert!(!page.contains("?timeline="));
        let wrong = browser.get(&format!("{path}?timeline=many")).await;
        assert_eq!(wrong.status.as_u16(), 400);
        assert!(
            wrong.text.contains("This could not be read") && wrong.text.contains("<nav"),
            "{}",
            wrong.text
        );
    }
}

#[tokio::test]
async fn what_lead_and_opportunity_were_told_alike_stands_once_on_the_opportunity() {
    for house in houses().await {
        let seller = house.office.seller().await;
        let lead = house.office.lead(&seller).await;
        let opportunity = house.office.qualify(&seller, lead).await.unwrap().opportunity.unwrap();
        for (about, words) in [
            (Reference::new("lead", lead), "Refused."),
            (Reference::new("opportunity", opportunity), "Refused."),
            (Reference::new("opportunity", opportunity), "Said twice."),
            (Reference::new("opportunity", opportunity), "Said twice."),
        ] {
            let note = values([("notetext", words.into()), ("objectid", about.into())]);
            house.office.make(&seller, "annotation", note).await;
        }
        let page = house.seller().await.get(&format!("/sales/opportunities/{opportunity}")).await.text;
        assert_eq!(page.matches("Refused.").count(), 1);
        assert_eq!(page.matches("Said twice.").count(), 2);
    }
}
