//! The pages of opportunities, accounts and contacts, and the board.

use super::*;

#[tokio::test]
async fn an_opportunity_is_won_reopened_and_lost() {
    for house in houses().await {
        let id = house.opportunity("Spring line", 5_000).await;
        let manager = house.office.user(PEOPLE[2]).await;
        let rival = house.office.make(&manager, "competitor", values([("name", "Rival".into())])).await;
        let browser = house.seller().await;
        let path = format!("/sales/opportunities/{id}");
        let dialog = browser.get(&format!("{path}/won")).await.text;
        assert!(dialog.contains("5,000.00") && dialog.contains("2026-11-20"), "{dialog}");
        let won = async |revenue: &str, day: &str| {
            let fields = [("reason", "3"), ("revenue", revenue), ("closed_on", day)];
            browser.post(&format!("{path}/won"), &fields).await
        };
        for (revenue, day) in [("much", "2026-11-20"), ("1", ""), ("1", "tomorrow")] {
            let refused = won(revenue, day).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{revenue} {day}");
        }
        assert_eq!(won("4,800.50", "2026-11-19").await.location(), path);
        let after: Opportunity = house.office.read(id).await;
        assert_eq!((after.statecode, after.actualvalue), (OpportunityState::Won, Some(Money(48_005_000))));
        assert_eq!(won("1", "2026-11-19").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(browser.get(&path).await.text.contains("4,800.50"));

        assert!(browser.get(&format!("{path}/reopen")).await.text.contains("Reopen Spring line?"));
        assert_eq!(browser.post(&format!("{path}/reopen"), &[]).await.location(), path);
        let lost = [
            ("reason", "5"),
            ("closed_on", "2026-11-20"),
            ("competitor", &*rival.to_string()),
            ("description", "Cheaper <i>there</i>"),
        ];
        assert_eq!(browser.post(&format!("{path}/lost"), &lost).await.location(), path);
        let after: Opportunity = house.office.read(id).await;
        assert_eq!((after.statecode, after.statuscode), (OpportunityState::Lost, OpportunityReason::OutSold));
        let page = browser.get(&path).await.text;
        assert!(page.contains("Competitor: Rival") && !page.contains("<i>there"), "{page}");
        assert!(page.contains("Closed, then reopened"));
    }
}

#[tokio::test]
async fn the_board_counts_sums_and_moves() {
    for house in houses().await {
        let first = house.opportunity("Spring line", 5_000).await;
        house.opportunity("Winter line", 2_500).await;
        let browser = house.seller().await;
        let board = browser.get("/sales/pipeline").await.text;
        assert!(board.contains("7,500.00") && board.contains("Spring line"), "{board}");
        let stage = format!("/sales/opportunities/{first}/stage");
        let moved = browser.post(&stage, &[("stage", "2"), ("back", "/sales/pipeline?of=mine")]).await;
        assert_eq!(moved.location(), "/sales/pipeline?of=mine");
        let after: Opportunity = house.office.read(first).await;
        assert_eq!(after.salesstage, Some(SalesStage::Propose));
        assert_eq!(browser.post(&stage, &[("stage", "4")]).await.status, StatusCode::BAD_REQUEST);
        let away = browser.post(&stage, &[("stage", "1"), ("back", "//evil.test")]).await;
        assert_eq!(away.location(), "/");
        let other = house.browser(PEOPLE[1]).await;
        assert!(!other.get("/sales/pipeline").await.text.contains("Spring line"));
        assert!(other.get("/sales/pipeline?of=all").await.text.contains("Spring line"));
    }
}

#[tokio::test]
async fn accounts_and_contacts_are_made_linked_and_put_aside() {
    for house in houses().await {
        let browser = house.seller().await;
        let made = browser.post("/sales/accounts/new", &[("name", "Bodega Tres Cantos")]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let account: Uuid = made.location().rsplit('/').next().unwrap().parse().unwrap();
        let page = made.location().to_owned();
        let begun = browser.get(&format!("/sales/contacts/new?account={account}")).await.text;
        assert!(begun.contains("value=\"Bodega Tres Cantos\""), "{begun}");
        let contact =
            [("firstname", "Ana"), ("lastname", "Ruiz"), ("parentcustomerid", "Bodega Tres Cantos")];
        let contact = browser.post("/sales/contacts/new", &contact).await;
        assert_eq!(contact.status, StatusCode::SEE_OTHER, "{}", contact.text);
        let opportunity =
            [("name", "Linen"), ("customerid", "Bodega Tres Cantos"), ("estimatedvalue", "100")];
        let opportunity = browser.post("/sales/opportunities/new", &opportunity).await;
        assert_eq!(opportunity.status, StatusCode::SEE_OTHER, "{}", opportunity.text);
        let nobody = browser.post("/sales/opportunities/new", &[("name", "Linen"), ("customerid", "")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        let shown = browser.get(&page).await.text;
        assert!(shown.contains("Ana Ruiz") && shown.contains("Linen"), "{shown}");
        let contact = browser.get(contact.location()).await.text;
        assert!(contact.contains("Bodega Tres Cantos"), "{contact}");

        assert!(browser.get(&format!("{page}/deactivate")).await.text.contains("Deactivate Bodega"));
        assert_eq!(browser.post(&format!("{page}/deactivate"), &[]).await.location(), page);
        let after: Account = house.office.read(account).await;
        assert_eq!(after.statecode, sales::accounts::ActiveState::Inactive);
        assert!(browser.get(&page).await.text.contains("/activate"));
        browser.post(&format!("{page}/activate"), &[]).await;
        let after: Account = house.office.read(account).await;
        assert_eq!(after.statecode, sales::accounts::ActiveState::Active);
    }
}
