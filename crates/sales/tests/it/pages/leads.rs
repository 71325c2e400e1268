//! The pages of leads.

use super::*;

#[tokio::test]
async fn a_view_shows_the_rows_of_its_stored_query_and_assigning_moves_them() {
    for house in houses().await {
        let (partner, own) = (house.synced_lead().await, house.own_lead("Żmijewska").await);
        let seller = house.seller().await;
        let mine = seller.get("/sales/leads").await;
        assert_eq!(mine.status, StatusCode::OK);
        assert!(mine.text.contains("My Open Leads"), "{}", mine.text);
        assert!(mine.text.contains("Zoë Żmijewska") && !mine.text.contains("Maya Okafor"));
        let b2b = seller.get(&view("All Commerce B2B leads")).await.text;
        assert!(b2b.contains("Maya Okafor") && !b2b.contains("Żmijewska") && b2b.contains("PR-000001"));

        let back = view("All Commerce B2B leads");
        let nothing = seller.post("/sales/leads/assign-to-me", &[("back", &back)]).await;
        assert_eq!((nothing.status, nothing.location()), (StatusCode::SEE_OTHER, back.as_str()));
        let fields = [("row", &*partner.to_string()), ("row", &*own.to_string()), ("back", &*back)];
        let done = seller.post("/sales/leads/assign-to-me", &fields).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, back.as_str()), "{}", done.text);
        assert!(seller.get("/sales/leads").await.text.contains("Maya Okafor"));

        let other = house.browser(PEOPLE[1]).await;
        let taken = other.post(&format!("/sales/leads/{own}/assign-to-me"), &[]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER);
        assert!(!seller.get("/sales/leads").await.text.contains("Żmijewska"));
        let to = house.office.user(PEOPLE[0]).await.user;
        let given = other
            .post(&format!("/sales/leads/{own}/assign"), &[("owner", &format!("systemuser/{to}"))])
            .await;
        assert_eq!(given.location(), format!("/sales/leads/{own}"));
        assert!(seller.get("/sales/leads").await.text.contains("Żmijewska"));
        let nobody = other.post(&format!("/sales/leads/{own}/assign"), &[("owner", "")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_lead_is_made_changed_and_refused_by_its_form() {
    for house in houses().await {
        let seller = house.seller().await;
        assert_eq!(seller.get("/sales/leads/new").await.status, StatusCode::OK);
        let missing = seller.post("/sales/leads/new", &[("subject", "Chairs"), ("lastname", "")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(missing.text.contains("aria-invalid"), "{}", missing.text);
        assert_eq!(house.office.count("lead").await, 0);
        let fields = [("subject", "Chairs"), ("lastname", "<b>Nowak</b>"), ("numberofemployees", "1,200")];
        let made = seller.post("/sales/leads/new", &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let page = seller.get(made.location()).await;
        assert!(!page.text.contains("<b>Nowak"), "what people write is escaped");
        let id: Uuid = made.location().rsplit('/').next().unwrap().parse().unwrap();
        let lead: Lead = house.office.read(id).await;
        assert_eq!((lead.numberofemployees, lead.statuscode), (Some(1_200), LeadReason::New));

        let path = format!("/sales/leads/{id}");
        let saved = seller.post(&path, &[("lastname", "Nowak"), ("was.lastname", "<b>Nowak</b>")]).await;
        assert_eq!(saved.location(), path, "{}", saved.text);
        assert_eq!(house.office.read::<Lead>(id).await.lastname.as_deref(), Some("Nowak"));
        assert_eq!(seller.post(&format!("{path}/contacted"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.office.read::<Lead>(id).await.statuscode, LeadReason::Contacted);

        for nothing in ["/sales/leads/nonsense", "/sales/leads/00000000-0000-4000-8000-000000000000"] {
            assert_eq!(seller.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
        }
    }
}

#[tokio::test]
async fn a_view_of_ones_own_has_its_order_and_its_columns() {
    for house in houses().await {
        for name in ["Beta", "Alpha", "Gamma"] {
            house.own_lead(name).await;
        }
        let fetch = "<fetch><entity name=\"lead\"><attribute name=\"fullname\"/>\
                     <order attribute=\"lastname\" descending=\"true\"/></entity></fetch>";
        let layout = "<grid><row id=\"leadid\"><cell name=\"createdon\"/><cell name=\"fullname\"/>\
                      <cell name=\"emailaddress1\"/><cell name=\"nothing\"/></row></grid>";
        let seller = house.office.seller().await;
        let make = async |layout: &str| {
            let own = values([
                ("name", "By name".into()),
                ("returnedtypecode", "lead".into()),
                ("querytype", Value::Choice(0)),
                ("fetchxml", fetch.into()),
                ("layoutxml", layout.into()),
            ]);
            let view = house.office.make(&seller, "userquery", own).await;
            house.seller().await.get(&format!("/sales/leads?view={view}")).await.text
        };
        let page = make(layout).await;
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words}: {page}"));
        assert!(at("Gamma") < at("Beta") && at("Beta") < at("Alpha"), "{page}");
        let heads: Vec<&str> = page.split("role=\"columnheader\"").skip(1).collect();
        assert_eq!(heads.iter().filter(|head| head.contains("sort=")).count(), 3, "{page}");
        assert!(heads.iter().any(|head| head.contains("sort=createdon")), "{page}");
        assert!(!page.contains("sort=companyname"), "{page}");
        // A layout that nobody can read: the list's own columns.
        assert!(make("<grid").await.contains("sort=companyname"));
    }
}

#[tokio::test]
async fn qualifying_offers_duplicates_and_makes_what_was_chosen() {
    for house in houses().await {
        let lead = house.synced_lead().await;
        let seller = house.office.seller().await;
        let there = values([("name", "Larkspur Kitchens LLC".into())]);
        let there = house.office.make(&seller, "account", there).await;
        let browser = house.seller().await;
        let path = format!("/sales/leads/{lead}/qualify");
        let dialog = browser.get(&path).await;
        assert!(dialog.text.contains("data-dialog-body") && dialog.text.contains(&there.to_string()));

        let silent = browser.post(&path, &[("opportunity", "on")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Who was not shown the duplicate has to look first.
        let unseen =
            browser.post(&path, &[("account", "new"), ("contact", "new"), ("opportunity", "on")]).await;
        assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.office.read::<Lead>(lead).await.statecode, LeadState::Open);
        let nobody =
            browser.post(&path, &[("account", "none"), ("contact", "none"), ("opportunity", "on")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        let nonsense = browser.post(&path, &[("account", "x"), ("contact", "new")]).await;
        assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);

        let fields = [("account", &*there.to_string()), ("contact", "new"), ("opportunity", "on")];
        let done = browser.post(&path, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let after: Lead = house.office.read(lead).await;
        assert_eq!(after.parentaccountid, Some(there));
        let opportunity = after.qualifyingopportunityid.unwrap();
        assert_eq!(done.location(), format!("/sales/opportunities/{opportunity}"));
        let contact: Contact = house.office.read(after.parentcontactid.unwrap()).await;
        assert_eq!(contact.fullname.as_deref(), Some("Maya Okafor"));
        assert_eq!(house.office.count("account").await, 1);
        let again = browser.post(&path, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);
        let page = browser.get(&format!("/sales/opportunities/{opportunity}")).await;
        assert!(page.text.contains("PR-000001") && page.text.contains("Pending"), "{}", page.text);
    }
}

#[tokio::test]
async fn another_row_is_made_beside_a_duplicate_that_was_seen() {
    for house in houses().await {
        let lead = house.own_lead("Żmijewska").await;
        let seller = house.office.seller().await;
        let there =
            house.office.make(&seller, "account", values([("name", "Alpen Möbel GmbH".into())])).await;
        let browser = house.seller().await;
        let path = format!("/sales/leads/{lead}/qualify");
        let fields = [("account", "new"), ("contact", "none"), ("seen", &*there.to_string())];
        let done = browser.post(&path, &fields).await;
        assert_eq!(done.location(), format!("/sales/leads/{lead}"), "{}", done.text);
        let after: Lead = house.office.read(lead).await;
        assert!(after.parentaccountid.is_some_and(|id| id != there) && after.parentcontactid.is_none());
    }
}

#[tokio::test]
async fn a_lead_is_disqualified_with_a_reason_and_reactivated() {
    for house in houses().await {
        let lead = house.own_lead("Żmijewska").await;
        let browser = house.seller().await;
        let path = format!("/sales/leads/{lead}");
        for nothing in [&[][..], &[("reason", "")], &[("reason", "abc")]] {
            let none = browser.post(&format!("{path}/disqualify"), nothing).await;
            assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(none.text.contains("Choose a reason."), "{}", none.text);
        }
        let wrong = browser.post(&format!("{path}/disqualify"), &[("reason", "3")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(browser.get(&format!("{path}/disqualify")).await.text.contains("No Longer Interested"));
        let done = browser.post(&format!("{path}/disqualify"), &[("reason", "6")]).await;
        assert_eq!(done.location(), path);
        let after: Lead = house.office.read(lead).await;
        assert_eq!(
            (after.statecode, after.statuscode),
            (LeadState::Disqualified, LeadReason::NoLongerInterested)
        );
        let page = browser.get(&path).await.text;
        assert!(!page.contains("id=\"subject\"") && page.contains("/reactivate"), "{page}");
        // A page that was opened before still offers it.
        let late = browser.post(&format!("{path}/contacted"), &[]).await;
        assert_eq!(late.location(), path);
        assert_eq!(house.office.read::<Lead>(lead).await.statuscode, LeadReason::NoLongerInterested);
        let held = browser.post(&path, &[("subject", "New"), ("was.subject", "Chairs")]).await;
        assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(browser.get(&format!("{path}/reactivate")).await.text.contains("Reactivate Zoë"));
        assert_eq!(browser.post(&format!("{path}/reactivate"), &[]).await.location(), path);
        assert_eq!(house.office.read::<Lead>(lead).await.statecode, LeadState::Open);
    }
}

#[tokio::test]
async fn a_closed_lead_holds_up_no_other_that_is_assigned_with_it() {
    for house in houses().await {
        let (open, closed) = (house.own_lead("Open").await, house.own_lead("Closed").await);
        let seller = house.seller().await;
        seller.post(&format!("/sales/leads/{closed}/disqualify"), &[("reason", "4")]).await;
        let other = house.browser(PEOPLE[1]).await;
        assert!(!other.get(&format!("/sales/leads/{closed}")).await.text.contains("/assign"));
        let fields = [("row", &*closed.to_string()), ("row", &*open.to_string()), ("back", "/sales/leads")];
        let done = other.post("/sales/leads/assign-to-me", &fields).await;
        assert_eq!(done.location(), "/sales/leads");
        assert!(done.headers["set-cookie"].to_str().unwrap().starts_with("tandem_notice=bad."));
        let mine = other.get("/sales/leads").await.text;
        assert!(mine.contains("Zoë Open") && !mine.contains("Zoë Closed"), "{mine}");
    }
}
