//! What people do at the door, on both databases.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use platform::Environment;
use tables::security::{SystemUser, with_security};
use tables::testing::{Place, places};
use tables::uuid::Uuid;
use tables::{Catalog, Change, Context, Error, Filter, Principal, Store};

use super::{LINK_DAYS, LinkMail, Office, Settings, with_office};
use crate::testing::{Browser, people};

const MAYA: &str = "maya@tandem.test";
const OLA: &str = "ola@tandem.test";
const PASSWORD: &str = "correct horse battery";
const NEW: &str = "staple wire and nails";

/// A door with two people, and the mails that it sent.
struct House {
    office: Arc<Office>,
    router: Router,
    mails: Arc<Mutex<Vec<LinkMail>>>,
    /// Links that were seen in the directory; a used or expired one goes.
    written: Mutex<HashSet<Uuid>>,
    environment: Environment,
    _place: Place,
}

async fn houses() -> Vec<House> {
    let mut houses = Vec::new();
    for place in places() {
        let environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 5);
        let catalog = with_office(with_security(Catalog::new()));
        let directory = place.open("directory", catalog, environment.clone()).await;
        let credential = platform::credentials::hash(PASSWORD, [7; 16]).unwrap();
        people(&directory, &[MAYA, OLA], Some(credential)).await;
        let mails: Arc<Mutex<Vec<LinkMail>>> = Arc::default();
        let sent = Arc::clone(&mails);
        let settings = Settings {
            origin: "http://tandem.test".into(),
            sign_ins_per_minute: 20,
            store_path: Some("/".into()),
            queue_link_mail: Arc::new(move |_, mail| {
                sent.lock().unwrap().push(mail.clone());
                Box::pin(async { Ok(()) })
            }),
        };
        let office = Office::new(directory, settings);
        let router = office.router();
        houses.push(House { office, router, mails, written: Mutex::default(), environment, _place: place });
    }
    houses
}

impl House {
    fn store(&self) -> &Store {
        &self.office.directory
    }

    async fn browser_of(&self, email: &str) -> Browser {
        Browser::signed_in(&self.router, &self.office, email).await
    }

    async fn user(&self, email: &str) -> SystemUser {
        let mut reader = self.store().read(&Principal::system()).await.unwrap();
        reader.find(Filter::equals("internalemailaddress", email)).await.unwrap().unwrap()
    }

    /// Whether this password opens the door.
    async fn opens(&self, email: &str, password: &str) -> bool {
        let nobody = Browser::new(&self.router);
        let answer = nobody.post("/office/sign-in", &[("email", email), ("password", password)]).await;
        answer.status == StatusCode::SEE_OTHER
    }

    async fn forget(&self, email: &str) {
        let answer = Browser::new(&self.router).post("/office/forgot-password", &[("email", email)]).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/office/forgot-password?sent=1")
        );
    }

    /// The links that were sent, once there are so many: they are made after the answer. What a
    /// transaction queued that is not written, or was begun anew, is none.
    async fn links(&self, count: usize) -> Vec<String> {
        for _ in 0..500 {
            let mut links = Vec::new();
            let mails = self.mails.lock().unwrap().clone();
            let mut reader = self.store().read(&Principal::system()).await.unwrap();
            for mail in mails {
                let written = reader.get::<super::PasswordLink>(mail.link).await.unwrap().is_some();
                let was_written = self.written.lock().unwrap().contains(&mail.link);
                if written || was_written {
                    self.written.lock().unwrap().insert(mail.link);
                    links.push(mail.address.strip_prefix("http://tandem.test").unwrap().to_owned());
                }
            }
            if links.len() >= count {
                return links;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{count} links did not come");
    }
}

async fn is_in(browser: &Browser) -> bool {
    browser.get("/office/settings").await.status == StatusCode::OK
}

fn set(password: &str) -> [(&str, &str); 2] {
    [("password", password), ("again", password)]
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_sent_to_the_door() {
    for house in houses().await {
        let nobody = Browser::new(&house.router);
        for path in ["/office/settings", "/office/change-password"] {
            let answer = nobody.get(path).await;
            let expected = format!("/office/sign-in?next=%2Foffice%2F{}", path[8..].replace('-', "%2D"));
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, expected.as_str()));
        }
        let missing = nobody.get("/office/nothing").await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        assert!(missing.text.contains("Nothing is here"), "a page says so: {}", missing.text);
    }
}

#[tokio::test]
async fn a_changed_password_ends_all_other_sessions() {
    for house in houses().await {
        let (here, elsewhere) = (house.browser_of(MAYA).await, house.browser_of(MAYA).await);
        let ola = house.browser_of(OLA).await;
        let path = "/office/change-password";
        for (present, password, again, expected) in [
            ("wrong", NEW, NEW, "not your current password"),
            (PASSWORD, "short", "short", "too short"),
            (PASSWORD, "aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "easy to guess"),
            (PASSWORD, NEW, PASSWORD, "entries differ"),
        ] {
            let fields = [("present", present), ("password", password), ("again", again)];
            let answer = here.post(path, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.text.contains(expected), "{expected}: {}", answer.text);
            assert!(!answer.text.contains(NEW), "no password comes back");
        }
        assert!(house.opens(MAYA, PASSWORD).await && is_in(&elsewhere).await);
        let fields = [("present", PASSWORD), ("password", NEW), ("again", NEW)];
        let answer = here.post(path, &fields).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/office/settings"));
        assert!(is_in(&here).await && is_in(&ola).await);
        assert!(!is_in(&elsewhere).await);
        assert!(house.opens(MAYA, NEW).await);
        assert!(!house.opens(MAYA, PASSWORD).await);
        assert!(house.opens(OLA, PASSWORD).await, "nobody else's password changed");
        let maya = house.user(MAYA).await.systemuserid;
        let mut reader = house.store().read(&Principal::system()).await.unwrap();
        let history = reader.history("systemuser", maya).await.unwrap();
        assert_eq!((history[0].user, history[0].changes[0].values.clone()), (maya, None), "who, not what");
    }
}

#[tokio::test]
async fn the_present_password_cannot_be_guessed_for_long() {
    for house in houses().await {
        let browser = house.browser_of(MAYA).await;
        let fields = [("present", "wrong"), ("password", NEW), ("again", NEW)];
        for _ in 0..20 {
            let answer = browser.post("/office/change-password", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let answer = browser.post("/office/change-password", &fields).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(answer.headers.contains_key(header::RETRY_AFTER) && answer.text.contains("Too many"));
    }
}

#[tokio::test]
async fn a_link_sets_a_password_once_and_ends_all_sessions() {
    for house in houses().await {
        let before = house.browser_of(MAYA).await;
        let nobody = Browser::new(&house.router);
        house.forget("nobody@tandem.test").await;
        house.forget("MAYA@tandem.test").await;
        house.links(1).await;
        house.forget(MAYA).await;
        let links = house.links(2).await;
        assert_eq!(links.len(), 2, "an unknown address is told nothing");
        assert_eq!(house.mails.lock().unwrap()[0].email, MAYA);

        let page = nobody.get(&links[0]).await;
        assert!(page.status == StatusCode::OK && page.text.contains(MAYA), "{}", page.text);
        let refused = nobody.post(&links[0], &set("short")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = nobody.post(&links[0], &set(NEW)).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/office/sign-in"));
        assert!(house.opens(MAYA, NEW).await && !house.opens(MAYA, PASSWORD).await);
        assert!(!is_in(&before).await);
        for link in links {
            for answer in [nobody.get(&link).await, nobody.post(&link, &set(PASSWORD)).await] {
                assert_eq!(answer.status, StatusCode::GONE);
                assert!(answer.text.contains("no longer works") && !answer.text.contains(MAYA));
            }
        }
        assert!(house.opens(MAYA, NEW).await);
        let nonsense = nobody.get("/office/set-password/nonsense").await;
        assert_eq!(nonsense.status, StatusCode::GONE);
    }
}

#[tokio::test]
async fn a_link_expires_and_nobody_gets_many() {
    for house in houses().await {
        for count in 1..=3 {
            house.forget(MAYA).await;
            house.links(count).await;
        }
        house.forget(MAYA).await;
        let limited = super::link::LINKS_PER_DAY_MAX;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let links = house.links(limited).await;
        assert_eq!(links.len(), limited);
        let nobody = Browser::new(&house.router);
        house.environment.clock.advance(SignedDuration::from_hours(24 * LINK_DAYS));
        for link in &links {
            assert_eq!(nobody.get(link).await.status, StatusCode::GONE);
            assert_eq!(nobody.post(link, &set(NEW)).await.status, StatusCode::GONE);
        }
        house.forget(MAYA).await;
        let link = house.links(limited + 1).await.pop().unwrap();
        assert_eq!(nobody.get(&link).await.status, StatusCode::OK);
        let maya = house.user(MAYA).await.systemuserid;
        let disable = Change::update("systemuser", maya, vec![("isdisabled".into(), true.into())]);
        let write = house.store().write(Context::system(), disable, |tx, change| {
            Box::pin(async move { Ok::<_, Error>(tx.write_one(change.clone()).await?.id) })
        });
        write.await.unwrap();
        assert_eq!(nobody.post(&link, &set(NEW)).await.status, StatusCode::GONE, "the account is closed");
    }
}

#[tokio::test]
async fn what_somebody_chose_is_how_they_read() {
    for house in houses().await {
        let maya = house.browser_of(MAYA).await;
        let choose = async |language: &str, zone: &str| {
            maya.post("/office/settings", &[("language", language), ("zone", zone)]).await
        };
        let wrong = choose("pl-PL", "Middle/Earth").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("no time zone by this name") && wrong.text.contains("Middle/Earth"));
        assert_eq!(choose("tlh", "UTC").await.status, StatusCode::BAD_REQUEST);
        let saved = choose("pl-PL", "europe/warsaw").await;
        assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/office/settings"));
        let page = maya.get("/office/settings").await;
        assert!(page.text.contains("Strefa czasowa") && page.text.contains("value=\"Europe/Warsaw\""));
        assert!(page.text.contains("20 lis 2026, 10:30"), "in Warsaw's time: {}", page.text);
        let ola = house.browser_of(OLA).await.get("/office/settings").await;
        assert!(ola.text.contains("Time zone") && ola.text.contains("value=\"UTC\""));
        assert_eq!(choose("", "UTC").await.status, StatusCode::SEE_OTHER);
        assert!(maya.get("/office/settings").await.text.contains("Time zone"));
    }
}

#[tokio::test]
async fn what_no_page_of_ours_sends_is_a_page_in_the_readers_language() {
    for house in houses().await {
        let maya = house.browser_of(MAYA).await.in_language("en-US");
        maya.post("/office/settings", &[("language", "ru-RU"), ("zone", "UTC")]).await;
        for (answer, status) in [
            (maya.get("/office/nothing").await, StatusCode::NOT_FOUND),
            (maya.get("/office/sign-out").await, StatusCode::METHOD_NOT_ALLOWED),
            (maya.post("/office/", &[]).await, StatusCode::METHOD_NOT_ALLOWED),
            (
                maya.post("/office/settings", &[("language", "xx"), ("zone", "UTC")]).await,
                StatusCode::BAD_REQUEST,
            ),
            (maya.post("/office/settings/sessions/zz/end", &[]).await, StatusCode::NOT_FOUND),
        ] {
            assert_eq!(answer.status, status);
            assert!(
                answer.text.contains("<html lang=\"ru-RU\"") && answer.text.contains(MAYA),
                "{}",
                answer.text
            );
        }
        // Nobody has such an address; there is nothing to read in the directory either.
        let stranger = Browser::new(&house.router);
        for wrong in ["", "@", "maya", "a\0@b.example"] {
            let refused = stranger.post("/office/forgot-password", &[("email", wrong)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        }
        let refused =
            stranger.post("/office/sign-in", &[("email", "a\0@b.example"), ("password", "x")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    }
}

#[tokio::test]
async fn sessions_end_one_by_one_or_all_at_once_and_only_ones_own() {
    for house in houses().await {
        let (here, there) = (house.browser_of(MAYA).await, house.browser_of(MAYA).await);
        let ola = house.browser_of(OLA).await;
        let session = |page: &str| {
            let rows = page.split("/office/settings/sessions/").skip(2);
            rows.map(|row| row.split('/').next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let page = here.get("/office/settings").await.text;
        assert_eq!(session(&page).len(), 2);
        assert_eq!(page.matches("This browser").count(), 1);
        let end = |id: &str| format!("/office/settings/sessions/{id}/end");
        for id in session(&page) {
            assert_eq!(ola.post(&end(&id), &[]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(is_in(&here).await && is_in(&there).await, "not Ola's to end");
        let of_ola = session(&ola.get("/office/settings").await.text);
        assert_eq!(here.post(&end(&of_ola[0]), &[]).await.location(), "/office/settings");
        assert!(is_in(&ola).await);
        let all = here.post("/office/settings/sessions/end", &[]).await;
        assert_eq!(all.location(), "/office/sign-in");
        assert!(!is_in(&here).await && !is_in(&there).await && is_in(&ola).await);
    }
}
