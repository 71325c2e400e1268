//! Each prerequisite, missing and put right: on the page, by whoever may.

use std::pin::Pin;
use std::sync::Arc;

use ::jobs::{BatchJob, JobStatus};
use shell::{Language, Voice};
use tables::jiff::SignedDuration;
use tables::{Change, Context, Error, Filter, Principal, Result, Store, Table as _};

use super::{Check, Connected, Connection, Finding, Fix, State, Surroundings, fix, look};
use crate::channel_customers::job_1010;
use crate::customer_groups::CustomerGroup;
use crate::features::{B2B_ECOMMERCE, Feature, switch};
use crate::legal_entities::LegalEntity;
use crate::mail::{EmailMessage, EmailStatus, EmailTemplate};
use crate::number_sequences::NumberSequence;
use crate::pages::testing::{Desks, desks};
use crate::testing::{all, approve_as, ask};

/// What is amiss, as check, state and fix.
async fn amiss(desk: &Desks, around: &Surroundings) -> Vec<(Check, State, Option<Fix>)> {
    let found = findings(&desk.store, around).await;
    let not_good = found.into_iter().filter(|finding| finding.state != State::Good);
    not_good.map(|finding| (finding.check, finding.state, finding.fix)).collect()
}

async fn findings(store: &Store, around: &Surroundings) -> Vec<Finding> {
    let voice: Voice = crate::pages::voice(Language::English);
    look(store, &Principal::system(), around, &voice).await.unwrap()
}

async fn put_right(desk: &Desks, around: &Surroundings, with: Fix) {
    fix(Context::system(), &desk.store, around, with).await.unwrap();
    assert_eq!(amiss(desk, around).await, [], "after {with:?}");
}

async fn by_code<T: tables::Table + Clone>(store: &Store, row: T) {
    let save = store.write::<_, _, Error>(Context::system(), row, |tx, row| {
        Box::pin(async move { tx.save(row).await.map(|_| ()) })
    });
    save.await.unwrap();
}

async fn remove(store: &Store, table: &str, id: tables::uuid::Uuid) {
    ask(store, Change::delete(table, id)).await.unwrap();
}

#[tokio::test]
async fn a_new_headquarters_is_ready_and_says_so() {
    for desk in desks().await {
        let around = desk.around();
        let found = findings(&desk.store, &around).await;
        assert!(found.iter().all(|finding| finding.state == State::Good), "{found:?}");
        let checks = Check::ALL.into_iter().filter(|check| *check != Check::Connection);
        for check in checks {
            assert!(found.iter().any(|finding| finding.check == check), "{check:?} is looked at");
        }
        for fix_ in Fix::ALL {
            assert_eq!(Fix::parse(fix_.name()), Some(fix_));
            fix(Context::system(), &desk.store, &around, fix_).await.unwrap();
        }
        assert_eq!(amiss(&desk, &around).await, [], "nothing to fix, nothing broken");
        let page = desk.manager().await.get("/headquarters/readiness").await.text;
        assert!(page.contains("Everything is in place") && !page.contains("/readiness/fix"), "{page}");
    }
}

#[tokio::test]
async fn the_feature_is_turned_off_by_whoever_may_and_on_again_by_the_fix() {
    for desk in desks().await {
        let around = desk.around();
        let (manager, admin) = (desk.manager().await, desk.browser("admin@tandem.test").await);
        let path = "/headquarters/readiness";
        let off = "/headquarters/readiness/turn-off";
        assert!(!manager.get(path).await.text.contains(off), "who may not is offered nothing");
        assert_eq!(manager.get(off).await.status.as_u16(), 403);
        assert_eq!(manager.post(off, &[]).await.status.as_u16(), 403);
        assert!(admin.get(path).await.text.contains(off));
        assert!(admin.get(off).await.text.contains("takes no more requests"));
        assert_eq!(admin.post(off, &[]).await.location(), path);
        let told = (Check::Feature, State::Warn, Some(Fix::TellStore));
        assert_eq!(
            amiss(&desk, &around).await,
            [(Check::Feature, State::Bad, Some(Fix::TurnOn)), told],
            "off, and the store does not know yet"
        );
        let page = manager.get(path).await.text;
        assert!(page.contains("takes no requests") && !page.contains("value=\"turn-on\""), "{page}");
        assert!(page.contains("value=\"tell-store\""), "the manager may run jobs");
        let refused = manager.post("/headquarters/readiness/fix", &[("fix", "turn-on")]).await;
        assert_eq!(refused.status.as_u16(), 403);
        let told = manager.post("/headquarters/readiness/fix", &[("fix", "tell-store")]).await;
        assert_eq!(told.location(), path);
        assert_eq!(amiss(&desk, &around).await, [(Check::Feature, State::Bad, Some(Fix::TurnOn))]);
        let turned = admin.post("/headquarters/readiness/fix", &[("fix", "turn-on")]).await;
        assert_eq!(turned.location(), path);
        put_right(&desk, &around, Fix::TellStore).await;
        let feature: Vec<Feature> = all(&desk.store).await;
        assert!(feature[0].is_enabled);
        let unknown = admin.post("/headquarters/readiness/fix", &[("fix", "everything")]).await;
        assert_eq!(unknown.status.as_u16(), 400);
    }
}

#[tokio::test]
async fn sequences_groups_and_templates_that_are_missing_are_made() {
    for desk in desks().await {
        let around = desk.around();
        let sequences: Vec<NumberSequence> = all(&desk.store).await;
        remove(&desk.store, NumberSequence::NAME, sequences[0].external_row_id).await;
        assert_eq!(
            amiss(&desk, &around).await,
            [(Check::NumberSequences, State::Bad, Some(Fix::MakeSequences))]
        );
        put_right(&desk, &around, Fix::MakeSequences).await;

        let short = NumberSequence { format: "X-###".into(), next: 500, ..sequences[1].clone() };
        by_code(&desk.store, short).await;
        let used_up = NumberSequence { format: "Y-##".into(), next: 100, ..sequences[2].clone() };
        by_code(&desk.store, used_up).await;
        let lengthen = Some(Fix::LengthenSequences);
        assert_eq!(
            amiss(&desk, &around).await,
            [(Check::NumberSequences, State::Bad, lengthen), (Check::NumberSequences, State::Warn, lengthen)]
        );
        // A digit each; the shorter one needs another.
        fix(Context::system(), &desk.store, &around, Fix::LengthenSequences).await.unwrap();
        assert_eq!(amiss(&desk, &around).await, [(Check::NumberSequences, State::Warn, lengthen)]);
        put_right(&desk, &around, Fix::LengthenSequences).await;

        let groups: Vec<CustomerGroup> = all(&desk.store).await;
        let group = groups.iter().find(|group| group.customer_group_id == "B2B").unwrap();
        remove(&desk.store, CustomerGroup::NAME, group.external_row_id).await;
        assert_eq!(amiss(&desk, &around).await, [(Check::Channel, State::Bad, Some(Fix::MakeGroups))]);
        put_right(&desk, &around, Fix::MakeGroups).await;

        let templates: Vec<EmailTemplate> = all(&desk.store).await;
        remove(&desk.store, EmailTemplate::NAME, templates[7].external_row_id).await;
        assert_eq!(amiss(&desk, &around).await, [(Check::Mail, State::Warn, Some(Fix::RestoreTemplates))]);
        put_right(&desk, &around, Fix::RestoreTemplates).await;
    }
}

#[tokio::test]
async fn a_partner_whom_the_store_does_not_know_is_published() {
    for desk in desks().await {
        let around = desk.around();
        let (_, prospect) = desk.prospect("Nowak Trading").await;
        approve_as(Context::system(), &desk.store, prospect).await.unwrap();
        assert_eq!(amiss(&desk, &around).await, [(Check::Customers, State::Warn, Some(Fix::Publish))]);
        let words = findings(&desk.store, &around).await;
        let words = &words.iter().find(|finding| finding.check == Check::Customers).unwrap().words;
        assert!(words.contains(": 2,") && words.contains("C-000001"), "{words}");
        put_right(&desk, &around, Fix::Publish).await;
    }
}

#[tokio::test]
async fn jobs_that_are_withheld_late_or_broke_off_are_released_and_run() {
    for desk in desks().await {
        let around = desk.around();
        let jobs: Vec<BatchJob> = all(&desk.store).await;
        let job = jobs.iter().find(|job| job.name == job_1010::NAME).unwrap().clone();
        by_code(&desk.store, BatchJob { status: JobStatus::Withhold, ..job.clone() }).await;
        assert_eq!(amiss(&desk, &around).await, [(Check::Jobs, State::Bad, Some(Fix::ReleaseJobs))]);
        let credit = desk.browser("credit@tandem.test").await;
        let fixed = credit.post("/headquarters/readiness/fix", &[("fix", "release-jobs")]).await;
        assert_eq!(fixed.status.as_u16(), 403);
        let fixed = credit.post("/headquarters/readiness/fix", &[("fix", "run-jobs")]).await;
        assert_eq!(fixed.status.as_u16(), 403);
        put_right(&desk, &around, Fix::ReleaseJobs).await;

        let now = desk.store.environment().clock.now();
        let hour_ago = now.checked_sub(SignedDuration::from_hours(1)).unwrap();
        by_code(&desk.store, BatchJob { next_run_at: Some(hour_ago), ..job.clone() }).await;
        assert_eq!(amiss(&desk, &around).await, [(Check::Jobs, State::Bad, Some(Fix::RunJobs))]);
        assert!(findings(&desk.store, &around).await.iter().any(|finding| finding.is_idle));
        put_right(&desk, &around, Fix::RunJobs).await;

        let break_ = async |position: &str| {
            let write =
                desk.channel.write::<_, _, Error>(Context::system(), position.to_owned(), |tx, at| {
                    Box::pin(async move { channel::customers::write_feed(tx, at, None).await })
                });
            write.await.unwrap();
        };
        let before = channel::customers::read_feed(&mut around.read_channel().await.unwrap()).await.unwrap();
        break_("nowhere").await;
        desk.jobs.run_now(job_1010::NAME).await.unwrap();
        assert_eq!(amiss(&desk, &around).await, [(Check::Jobs, State::Bad, Some(Fix::RunJobs))]);
        break_(&before.unwrap().position).await;
        put_right(&desk, &around, Fix::RunJobs).await;

        remove(&desk.store, BatchJob::NAME, job.external_row_id).await;
        assert_eq!(amiss(&desk, &around).await, [(Check::Jobs, State::Bad, None)]);
    }
}

#[tokio::test]
async fn mail_that_cannot_leave_waits_or_failed_is_told_of() {
    for desk in desks().await {
        let around = Surroundings { is_demo: false, ..desk.around() };
        assert_eq!(amiss(&desk, &around).await, [(Check::Mail, State::Warn, None)], "captured");
        let around = Surroundings { sends_mail: true, store_origin: "http://store.example".into(), ..around };
        assert_eq!(amiss(&desk, &around).await, [(Check::Channel, State::Warn, None)], "not encrypted");
        let around = Surroundings { store_origin: "https://store.example".into(), ..around };
        let as_company = Surroundings { sends_as_company: true, ..around.clone() };
        assert_eq!(amiss(&desk, &as_company).await, [(Check::Mail, State::Warn, None)], "nobody's address");
        for company in all::<LegalEntity>(&desk.store).await {
            by_code(&desk.store, LegalEntity { sender_email: "mail@okafor.com".into(), ..company }).await;
        }
        assert_eq!(amiss(&desk, &as_company).await, []);
        desk.submit("Nowak Trading").await;
        desk.jobs.run_now("P-0001").await.unwrap();
        let messages: Vec<EmailMessage> = all(&desk.store).await;
        assert_eq!(amiss(&desk, &around).await, [], "a message may wait for a while");
        let failed = EmailMessage { status: EmailStatus::Failed, ..messages[0].clone() };
        by_code(&desk.store, failed).await;
        assert_eq!(amiss(&desk, &around).await, [(Check::Mail, State::Warn, None)]);
    }
}

/// A connection that stands as it is told to.
struct Stands(Result<Connection>);

impl Connected for Stands {
    fn now(&self) -> Pin<Box<dyn Future<Output = Result<Connection>> + Send + '_>> {
        Box::pin(async { self.0.clone() })
    }
}

#[tokio::test]
async fn a_connection_is_told_of_where_there_is_one() {
    for desk in desks().await {
        let connection = |package: Option<&str>, waiting| Connection {
            package: package.map(str::to_owned),
            waiting,
            path: "/dual-write/overview".into(),
        };
        for (stands, expected) in [
            (Ok(connection(None, 0)), State::Good),
            (Ok(connection(Some("commerce"), 0)), State::Good),
            (Ok(connection(Some("commerce"), 2)), State::Warn),
            (Err(Error::internal("away")), State::Bad),
        ] {
            let connected: Arc<dyn Connected> = Arc::new(Stands(stands));
            let around = Surroundings { connected: Some(connected), ..desk.around() };
            let found = findings(&desk.store, &around).await;
            assert_eq!(
                found.last().map(|finding| (finding.check, finding.state)),
                Some((Check::Connection, expected))
            );
        }
    }
}

#[tokio::test]
async fn a_headquarters_without_the_feature_is_not_on() {
    for desk in desks().await {
        let turned: Result<bool> = desk
            .store
            .write(Context::system(), (), |tx, ()| Box::pin(switch(tx, B2B_ECOMMERCE, false)))
            .await;
        assert_eq!(turned, Ok(true));
        crate::seed::company(&desk.store).await.unwrap();
        let found: Option<Feature> = desk
            .store
            .read(&Principal::system())
            .await
            .unwrap()
            .find(Filter::equals("IsEnabled", true))
            .await
            .unwrap();
        assert_eq!(found, None, "a restart turns nothing on");
    }
}
