//! What holds for all pages: rights, languages, standings.

use super::*;

#[tokio::test]
async fn rows_of_another_business_unit_are_not_there() {
    for house in houses().await {
        let (lead, opportunity) = (house.own_lead("Żmijewska").await, house.opportunity("Linen", 10).await);
        let unit = values([("name", "demf".into())]);
        let unit = house.office.change(Context::system(), Change::create("businessunit", unit)).await;
        let there = house.office.user(PEOPLE[1]).await.user;
        let moved =
            Change::update("systemuser", there, values([("businessunitid", Value::Id(unit.unwrap()))]));
        house.office.change(Context::system(), moved).await.unwrap();
        let other = house.browser(PEOPLE[1]).await;
        for path in [
            format!("/sales/leads/{lead}"),
            format!("/sales/leads/{lead}/qualify"),
            format!("/sales/leads/{lead}/disqualify"),
            format!("/sales/leads/{lead}/assign"),
            format!("/sales/leads/{lead}/tasks/new"),
            format!("/sales/opportunities/{opportunity}"),
            format!("/sales/opportunities/{opportunity}/won"),
        ] {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for (path, fields) in [
            (format!("/sales/leads/{lead}/assign-to-me"), vec![]),
            (format!("/sales/leads/{lead}/notes"), vec![("text", "Mine")]),
            (format!("/sales/leads/{lead}/disqualify"), vec![("reason", "4")]),
            (format!("/sales/leads/{lead}/qualify"), vec![("account", "new"), ("contact", "new")]),
            (format!("/sales/opportunities/{opportunity}/stage"), vec![("stage", "1")]),
            (format!("/sales/opportunities/{opportunity}/won"), vec![("closed_on", "2026-11-20")]),
        ] {
            assert_eq!(other.post(&path, &fields).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(!other.get(&view("All Leads")).await.text.contains("Żmijewska"));
        assert!(!other.get("/sales/pipeline?of=all").await.text.contains("Linen"));
    }
}

#[tokio::test]
async fn every_page_speaks_every_language() {
    for house in houses().await.into_iter().take(1) {
        let (lead, partner) = (house.own_lead("Żmijewska").await, house.synced_lead().await);
        let opportunity = house.opportunity("Linen", 10).await;
        let pages = [
            "/sales/leads?filter=1".to_owned(),
            "/sales/opportunities?filter=1".into(),
            "/sales/accounts?filter=1".into(),
            "/sales/contacts?filter=1".into(),
            "/sales/pipeline".into(),
            "/sales/leads/new".into(),
            "/sales/opportunities/new".into(),
            "/sales/accounts/new".into(),
            "/sales/contacts/new".into(),
            format!("/sales/leads/{lead}"),
            format!("/sales/leads/{partner}/qualify"),
            format!("/sales/leads/{partner}/disqualify"),
            format!("/sales/leads/{lead}/tasks/new"),
            format!("/sales/leads/{lead}/phone-calls/new"),
            format!("/sales/leads/{lead}/assign"),
            format!("/sales/opportunities/{opportunity}"),
            format!("/sales/opportunities/{opportunity}/won"),
            format!("/sales/opportunities/{opportunity}/lost"),
        ];
        for language in ["pt-BR", "es-ES", "pl-PL", "it-IT", "ru-RU"] {
            let browser = house.seller().await.in_language(language);
            for path in &pages {
                let page = browser.get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{path}");
                assert!(page.text.contains(&format!("lang=\"{language}\"")), "{path}");
                let english =
                    ["Est. revenue", "Assign to me", "Save<", "Cancel<", "Status reason", "option-"];
                for word in english {
                    assert!(!page.text.contains(word), "{path} in {language} says {word}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_page_says_how_its_row_stands_and_what_to_do_about_a_refused_decision() {
    for house in houses_with(Some(Arc::new(Refusing))).await {
        let seller = house.office.seller().await;
        let lead = values([
            ("subject", "Partner".into()),
            ("lastname", "Okafor".into()),
            ("tandem_b2bprospectid", "PR-000001".into()),
            ("tandem_partnerstatus", Value::Choice(4)),
        ]);
        let lead = house.office.make(&seller, "lead", lead).await;
        let browser = house.seller().await;
        let page = browser.get(&format!("/sales/leads/{lead}")).await.text;
        for words in ["Sync failed", "customer group B2B is missing", "Decision refused", "reactivate it"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(browser.get("/sales/leads").await.text.contains("Sync failed"));
    }
}
