//! The pages as people use them: leads, opportunities, timelines, the board.

use axum::Router;
use axum::http::StatusCode;
use sales::accounts::Account;
use sales::activities::{ActivityState, Task};
use sales::contacts::Contact;
use sales::leads::{Lead, LeadReason, LeadState};
use sales::opportunities::{Opportunity, OpportunityReason, OpportunityState, SalesStage};
use sales::views::system_views;
use shell::testing::Browser;
use tables::security::Team;
use tables::uuid::Uuid;
use tables::{Change, Context, Filter, Money, Principal, Reference, Value};
use tempfile::TempDir;

use crate::office::{Office, offices, values};

const PEOPLE: [&str; 3] = ["seller@tandem.test", "seller2@tandem.test", "salesmanager@tandem.test"];

/// The pages of a Sales, and its people.
struct House {
    office: Office,
    router: Router,
    door: std::sync::Arc<shell::office::Office>,
    _folder: TempDir,
}

async fn houses() -> Vec<House> {
    let mut houses = Vec::new();
    for office in offices().await {
        let (folder, door) = shell::testing::office(&PEOPLE).await;
        let router = sales::pages::router(&door, office.store.clone(), None);
        houses.push(House { office, router, door, _folder: folder });
    }
    houses
}

impl House {
    async fn browser(&self, email: &str) -> Browser {
        Browser::signed_in(&self.router, &self.door, email).await
    }

    async fn seller(&self) -> Browser {
        self.browser(PEOPLE[0]).await
    }

    /// A lead of a prospect, owned by the team as dual-write brings it.
    async fn synced_lead(&self) -> Uuid {
        let mut reader = self.office.store.read(&Principal::system()).await.unwrap();
        let team: Team = reader.find(Filter::equals("name", "usmf DW")).await.unwrap().unwrap();
        drop(reader);
        let lead = values([
            ("subject", "Partner".into()),
            ("firstname", "Maya".into()),
            ("lastname", "Okafor".into()),
            ("companyname", "Larkspur Kitchens LLC".into()),
            ("emailaddress1", "maya@larkspur.test".into()),
            ("tandem_b2bprospectid", "PR-000001".into()),
            ("ownerid", Reference::new("team", team.teamid).into()),
        ]);
        self.office.make(&self.office.user("dual-write").await, "lead", lead).await
    }

    /// A lead that the seller made.
    async fn own_lead(&self, last_name: &str) -> Uuid {
        let seller = self.office.seller().await;
        let lead = values([
            ("subject", "Chairs".into()),
            ("firstname", "Zoë".into()),
            ("lastname", last_name.into()),
            ("companyname", "Alpen Möbel GmbH".into()),
        ]);
        self.office.make(&seller, "lead", lead).await
    }

    /// An opportunity of the seller's, with its account.
    async fn opportunity(&self, name: &str, amount: i64) -> Uuid {
        let seller = self.office.seller().await;
        let account = self.office.make(&seller, "account", values([("name", "Bodega".into())])).await;
        let opportunity = values([
            ("name", name.into()),
            ("customerid", Reference::new("account", account).into()),
            ("estimatedvalue", Money::whole(amount).into()),
        ]);
        self.office.make(&seller, "opportunity", opportunity).await
    }
}

fn view(name: &str) -> String {
    let id = system_views().iter().find(|view| view.name == name).unwrap().id();
    format!("/sales/leads?view={id}")
}

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
        let none = browser.post(&format!("{path}/disqualify"), &[]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
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
        let held = browser.post(&path, &[("subject", "New"), ("was.subject", "Chairs")]).await;
        assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(browser.get(&format!("{path}/reactivate")).await.text.contains("Reactivate Zoë"));
        assert_eq!(browser.post(&format!("{path}/reactivate"), &[]).await.location(), path);
        assert_eq!(house.office.read::<Lead>(lead).await.statecode, LeadState::Open);
    }
}

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

        let find = async |table: &str| {
            let mut reader = house.office.store.read(&Principal::system()).await.unwrap();
            reader.page(&tables::Query::of(table)).await.unwrap().rows.first().map(tables::Row::id).unwrap()
        };
        let (note, task, call) = (find("annotation").await, find("task").await, find("phonecall").await);
        let edited = browser.post(&format!("/sales/notes/{note}"), &[("text", "Five cafés")]).await;
        assert_eq!(edited.location(), format!("{path}#timeline"));
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
