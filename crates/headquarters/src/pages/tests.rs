//! Customers, hierarchies, jobs, number sequences and requests as people meet them.

mod mail;

use jobs::{BatchJob, BatchJobHistory, JobStatus};
use tables::{Context, Error, Money};

use super::testing::{Desks, desks};
use super::{customers, email_history, requests};
use crate::channel_customers::job_1010;
use crate::customer_hierarchies::{CustomerHierarchy, CustomerHierarchyMember};
use crate::customers::{Customer, OnHoldStatus};
use crate::legal_entities::LegalEntity;
use crate::mail::EmailMessage;
use crate::number_sequences::NumberSequence;
use crate::testing::{all, approve_as, reject_as};

/// Labels of columns, options and refusals are put together from names.
const COMPOSED: &[&str] =
    &["column-", "option-", "refused-", "unfit-", "job-", "row-", "prospect-", "customer-", "check-", "fix-"];

#[test]
fn the_words_fit_the_pages() {
    shell::testing::check_words(env!("CARGO_MANIFEST_DIR"), COMPOSED);
}

/// A partner with its two customers: organization, then administrator.
async fn partner(desk: &Desks) -> [Customer; 2] {
    let (_, prospect) = desk.prospect("Nowak Trading").await;
    approve_as(Context::system(), &desk.store, prospect).await.unwrap();
    let mut customers: Vec<Customer> = all(&desk.store).await;
    customers.sort_by_key(|customer| customer.organization_name.is_none());
    customers.try_into().unwrap()
}

#[tokio::test]
async fn every_list_opens_in_every_language_for_whoever_may_read_it() {
    const LISTS: [&str; 11] = [
        "/headquarters/prospects",
        "/headquarters/customers",
        "/headquarters/customer-hierarchies",
        "/headquarters/requests",
        "/headquarters/legal-entities",
        "/headquarters/distribution-schedule",
        "/headquarters/batch-jobs",
        "/headquarters/email-history",
        "/headquarters/email-templates",
        "/headquarters/number-sequences",
        "/headquarters/readiness",
    ];
    for desk in desks().await {
        let manager = desk.manager().await;
        let credit = desk.browser("credit@tandem.test").await;
        for (at, list) in LISTS.into_iter().enumerate() {
            for language in ["en-US", "pt-BR", "es-ES", "pl-PL", "it-IT", "ru-RU"] {
                let page = manager.clone().in_language(language).get(list).await;
                assert_eq!(page.status.as_u16(), 200, "{list} in {language}: {}", page.text);
                assert!(page.text.contains(&format!("<html lang=\"{language}\"")));
            }
            // The first five are the credit manager's too; of requests only what became prospects.
            let expected = if at < 5 { 200 } else { 403 };
            assert_eq!(credit.get(list).await.status.as_u16(), expected, "{list}");
        }
    }
}

#[tokio::test]
async fn credit_is_the_credit_managers_and_a_partner_is_shown_with_its_people() {
    for desk in desks().await {
        let [organization, person] = partner(&desk).await;
        let credit = desk.browser("credit@tandem.test").await;
        let path = customers::path(organization.external_row_id);
        let page = credit.get(&path).await.text;
        assert!(page.contains("CH-000001") && page.contains("PR-000001"), "{page}");
        let fields = [
            ("CreditLimit", "25,000.00"),
            ("was.CreditLimit", "0.00"),
            ("OnHoldStatus", "1"),
            ("was.OnHoldStatus", "0"),
        ];
        assert_eq!(credit.post(&path, &fields).await.location(), path);
        let customers: Vec<Customer> = all(&desk.store).await;
        let now = customers.iter().find(|one| one.external_row_id == organization.external_row_id).unwrap();
        assert_eq!(now.credit_limit, Some(Money::whole(25_000)));
        assert_eq!(now.on_hold_status, OnHoldStatus::Invoice);
        for (column, text) in [("CreditLimit", "much"), ("CreditLimit", "-1"), ("PaymentTerms", "Never")] {
            let refused = credit.post(&path, &[(column, text), (&format!("was.{column}"), "")]).await;
            assert_eq!(refused.status.as_u16(), 422, "{column} {text}: {}", refused.text);
        }
        let page = credit.get(&path).await.text;
        assert!(page.contains("0.00 of 25,000.00\u{a0}USD") && page.contains("<meter"), "{page}");
        let page = credit.get(&customers::path(person.external_row_id)).await.text;
        assert!(page.contains("Ola Nowak") && page.contains("B2B administrator"), "{page}");

        let hierarchies: Vec<CustomerHierarchy> = all(&desk.store).await;
        let path = format!("/headquarters/customer-hierarchies/{}", hierarchies[0].external_row_id);
        let page = desk.manager().await.get(&path).await.text;
        for part in ["Nowak Trading", "Ola Nowak", "Pending", "1 waits for job 1010", "/1010/run"] {
            assert!(page.contains(part), "the page lacks {part}");
        }
        assert!(!credit.get(&path).await.text.contains("/1010/run"), "who may not run jobs is offered none");
        let members: Vec<CustomerHierarchyMember> = all(&desk.store).await;
        let member = format!("/headquarters/customer-hierarchies/members/{}", members[0].external_row_id);
        let manager = desk.manager().await;
        assert!(manager.get(&path).await.text.contains(&member));
        assert!(!credit.get(&path).await.text.contains(&member), "who may not is offered nothing");
        let limit = [("SpendingLimit", "1,500.50"), ("was.SpendingLimit", "")];
        assert_eq!(manager.post(&member, &limit).await.location(), path);
        assert!(manager.get(&path).await.text.contains("1,500.50"));
        let refused = manager.post(&member, &[("SpendingLimit", "-1"), ("was.SpendingLimit", "")]).await;
        assert_eq!(refused.status.as_u16(), 422, "{}", refused.text);
        // The last administrator stays.
        let role = manager.post(&member, &[("Role", "2"), ("was.Role", "1")]).await;
        assert!(role.status.as_u16() == 422 && role.text.contains("Nobody else manages"), "{}", role.text);
        assert_eq!(manager.post(&format!("{member}/disable"), &[]).await.location(), member);
        let refused = credit.post(&format!("{member}/disable"), &[]).await;
        assert_eq!(refused.status.as_u16(), 403, "{refused:?}");
        let other = [("SpendingLimit", "7.00"), ("was.SpendingLimit", "1,500.50")];
        assert_eq!(credit.post(&member, &other).await.status.as_u16(), 403);

        desk.jobs.run_now(job_1010::NAME).await.unwrap();
        assert!(!desk.manager().await.get(&path).await.text.contains("1 waits"));
    }
}

#[tokio::test]
async fn a_job_is_run_withheld_and_given_another_recurrence() {
    for desk in desks().await {
        let reference = desk.submit("Nowak Trading").await;
        let manager = desk.manager().await;
        let path = "/headquarters/batch-jobs/P-0001";
        assert_eq!(manager.post(&format!("{path}/run"), &[]).await.status.as_u16(), 303);
        let page = manager.get(path).await.text;
        assert!(page.contains("P-0001 (Channel transactions)") && page.contains("By hand"), "{page}");
        let runs: Vec<BatchJobHistory> = all(&desk.store).await;
        let run = format!("{path}/runs/{}", runs[0].external_row_id);
        let page = manager.get(&run).await.text;
        assert!(page.contains(&reference) && page.contains("Pulled from the store"), "{page}");
        let elsewhere = run.replace("P-0001", "1010");
        assert_eq!(manager.get(&elsewhere).await.status.as_u16(), 404);

        let job = async || {
            let jobs: Vec<BatchJob> = all(&desk.store).await;
            jobs.into_iter().find(|job| job.name == "P-0001").unwrap()
        };
        assert_eq!(manager.post(&format!("{path}/withhold"), &[]).await.status.as_u16(), 303);
        assert_eq!(job().await.status, JobStatus::Withhold);
        assert_eq!(manager.post(&format!("{path}/resume"), &[]).await.status.as_u16(), 303);
        assert_eq!(job().await.status, JobStatus::Waiting);

        let recurrence = format!("{path}/recurrence");
        assert!(manager.get(&recurrence).await.text.contains("Every 5 minutes"));
        for own in ["", "often", "0 0 30 2 *"] {
            let refused = manager.post(&recurrence, &[("recurrence", "own"), ("own", own)]).await;
            assert_eq!(refused.status.as_u16(), 422, "{own}: {}", refused.text);
        }
        let fields = [("recurrence", "own"), ("own", "30 4 * * *")];
        assert_eq!(manager.post(&recurrence, &fields).await.status.as_u16(), 303);
        assert_eq!(job().await.recurrence, "30 4 * * *");
        assert!(manager.get(path).await.text.contains("Daily at 04:30 UTC"));
        // Asked while it was another: both values, and only then theirs is replaced.
        let late = [("recurrence", "0 * * * *"), ("was", "*/5 * * * *")];
        let stale = manager.post(&recurrence, &late).await;
        assert_eq!(stale.status.as_u16(), 422);
        for part in
            ["Now stored: Daily at 04:30 UTC. Yours: Every hour.", "name=\"was\" value=\"30 4 * * *\""]
        {
            assert!(stale.text.contains(part), "{}", stale.text);
        }
        assert_eq!(job().await.recurrence, "30 4 * * *");
        let knowing = [("recurrence", "0 2 * * *"), ("was", "30 4 * * *")];
        assert_eq!(manager.post(&recurrence, &knowing).await.status.as_u16(), 303);
        assert_eq!(job().await.recurrence, "0 2 * * *");

        let credit = desk.browser("credit@tandem.test").await;
        assert_eq!(credit.get(&recurrence).await.status.as_u16(), 403);
        for verb in ["run", "withhold", "recurrence"] {
            let refused = credit.post(&format!("{path}/{verb}"), &fields).await;
            assert_eq!(refused.status.as_u16(), 403, "{verb}");
        }
        assert_eq!(manager.post("/headquarters/batch-jobs/P-9/run", &[]).await.status.as_u16(), 404);
    }
}

#[tokio::test]
async fn the_address_of_who_signs_in_is_neither_emptied_nor_given_to_another() {
    for desk in desks().await {
        let [_, ola] = partner(&desk).await;
        let twin = Customer {
            external_row_id: tables::uuid::Uuid::from_u128(7),
            customer_account: "TWIN".into(),
            party_number: "TWIN".into(),
            primary_contact_email: Some("twin@nowak.example".into()),
            b2b_prospect_id: None,
            b2b_prospect_role: None,
            ..ola.clone()
        };
        let manager = desk.manager().await;
        let member = CustomerHierarchyMember {
            external_row_id: tables::uuid::Uuid::from_u128(8),
            customer_account: "TWIN".into(),
            ..all::<CustomerHierarchyMember>(&desk.store).await.remove(0)
        };
        desk.store
            .write(Context::system(), (twin.clone(), member), |tx, (twin, member)| {
                Box::pin(async move {
                    tx.insert(twin).await?;
                    tx.insert(member).await
                })
            })
            .await
            .unwrap();
        let own = ola.primary_contact_email.as_deref().unwrap();
        for (person, was, email, words) in [
            (&ola, own, "", "or first remove the person from the organization’s users."),
            (&twin, "twin@nowak.example", own, "Another person of this company signs in"),
        ] {
            let fields = [("PrimaryContactEmail", email), ("was.PrimaryContactEmail", was)];
            let refused = manager.post(&customers::path(person.external_row_id), &fields).await;
            assert_eq!(refused.status.as_u16(), 422, "{}", refused.text);
            assert!(
                refused.text.contains(words) && refused.text.contains("aria-invalid"),
                "{}",
                refused.text
            );
        }
        // From before that was looked at: the job says it in words.
        let row = Customer { primary_contact_email: ola.primary_contact_email.clone(), ..twin };
        desk.store
            .write(Context::system(), row, |tx, row| Box::pin(async move { tx.save(row).await }))
            .await
            .unwrap();
        for _ in 0..30 {
            let ran = desk.jobs.run_now(job_1010::NAME).await.unwrap();
            if ran.failed > 0 {
                break;
            }
        }
        let runs: Vec<BatchJobHistory> = all(&desk.store).await;
        let run = runs.iter().find(|run| run.failed > 0).unwrap();
        let page = manager.get(&format!("/headquarters/batch-jobs/1010/runs/{}", run.external_row_id)).await;
        assert!(page.text.contains("Another person of the company signs in to the store"), "{}", page.text);
    }
}

#[tokio::test]
async fn a_number_sequence_is_the_administrators_to_change_with_care() {
    for desk in desks().await {
        let sequences: Vec<NumberSequence> = all(&desk.store).await;
        let sequence = sequences.iter().find(|one| one.number_sequence_code == "Prospect ID").unwrap();
        let path = format!("/headquarters/number-sequences/{}", sequence.external_row_id);
        let manager = desk.manager().await;
        assert!(manager.get(&path).await.text.contains("PR-000001"));
        let next = |number: &'static str| [("Next", number), ("was.Next", "1")];
        let refused = manager.post(&path, &next("100")).await;
        assert_eq!(refused.status.as_u16(), 403, "{}", refused.text);
        let admin = desk.browser("admin@tandem.test").await;
        assert_eq!(admin.post(&path, &next("100")).await.location(), path);
        assert!(admin.get(&path).await.text.contains("PR-000100"));
        let refused = admin.post(&path, &[("Next", "99"), ("was.Next", "100")]).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.text.contains("Lower numbers were given already"), "{}", refused.text);
    }
}

#[tokio::test]
async fn a_company_gets_its_own_name_address_and_currency_from_the_administrator() {
    for desk in desks().await {
        let companies: Vec<LegalEntity> = all(&desk.store).await;
        let company = companies.iter().find(|one| one.is_default).unwrap();
        let path = format!("/headquarters/legal-entities/{}", company.external_row_id);
        let was = [
            ("was.Name", company.name.as_str()),
            ("was.SenderEmail", company.sender_email.as_str()),
            ("was.CurrencyCode", company.currency_code.as_str()),
        ];
        let with = |name: &'static str, email: &'static str, currency: &'static str| {
            [&was[..], &[("Name", name), ("SenderEmail", email), ("CurrencyCode", currency)]].concat()
        };
        let good = with("Okafor Trading", "partners@okafor.example", "EUR");
        assert_eq!(desk.manager().await.post(&path, &good).await.status.as_u16(), 403);
        let admin = desk.browser("admin@tandem.test").await;
        for (wrong, words) in [
            (with("Okafor Trading", "a@b", "EUR"), "Na ten adres nie można wysłać poczty."),
            (with("Okafor Trading", "a@b.example", "eur"), "To nie jest waluta."),
        ] {
            let refused = admin.clone().in_language("pl-PL").post(&path, &wrong).await;
            assert_eq!(refused.status.as_u16(), 422);
            assert!(
                refused.text.contains(words) && refused.text.contains("aria-invalid"),
                "{}",
                refused.text
            );
        }
        assert_eq!(admin.post(&path, &good).await.location(), path);
        let page = admin.get(&path).await.text;
        assert!(page.contains("Okafor Trading") && page.contains("Currency: USD → EUR"), "{page}");
    }
}

#[tokio::test]
async fn a_request_is_followed_from_the_store_to_its_decision() {
    for desk in desks().await {
        let reference = desk.submit("Nowak Trading").await;
        let manager = desk.manager().await;
        let path = requests::path(&reference);
        let page = manager.get(&path).await.text;
        assert!(page.contains("Waits for the job P-0001"), "{page}");
        for asked in ["", &reference[3..], "NOWAK", "ola%40nowaktrading"] {
            let list = manager.get(&format!("{}?q={asked}", requests::PATH)).await.text;
            assert!(list.contains(&path) && list.contains("In the store"), "{asked}: {list}");
        }
        let list = manager.get(&format!("{}?q=nothing", requests::PATH)).await.text;
        assert!(list.contains("No row fits this search"), "{list}");
        // The same request goes on.
        let (other, id) = desk.prospect("Other").await;
        let page = manager.get(&path).await.text;
        assert!(page.contains("Pulled from the store") && page.contains("Prospect PR-00000"), "{page}");
        assert!(page.contains("Nobody has begun yet"));
        reject_as(Context::system(), &desk.store, id).await.unwrap();
        let page = manager.get(&requests::path(&other)).await.text;
        assert!(page.contains("Rejected") && page.contains("seller@tandem.test, Sales"), "{page}");
        assert!(page.contains("The store is told by the next run"), "{page}");
        desk.jobs.run_until_idle().await.unwrap();
        let page = manager.get(&requests::path(&other)).await.text;
        assert!(page.contains("The requestor sees the decision"), "{page}");
        assert!(page.contains("B2B prospect rejected"), "{page}");
        assert_eq!(manager.get(&requests::path("BP-00000000")).await.status.as_u16(), 404);
        let credit = desk.browser("credit@tandem.test").await;
        assert_eq!(credit.get(&path).await.status.as_u16(), 403);
        let list = credit.get(&format!("{}?q=Other", requests::PATH)).await.text;
        assert!(list.contains(&super::prospects::path(id)) && !list.contains(&requests::path(&other)));
    }
}

#[tokio::test]
async fn what_people_wrote_is_shown_and_never_run() {
    for desk in desks().await {
        let hostile = "<script>alert(1)</script>";
        let (reference, id) = desk.prospect(hostile).await;
        let set: Result<(), Error> = desk
            .store
            .write(Context::system(), id, |tx, id| {
                Box::pin(async move {
                    let prospect: crate::prospects::Prospect = tx.get(*id).await?.unwrap();
                    let comments = Some("\"><img src=x onerror=alert(1)>".to_owned());
                    let website = Some("javascript:alert(1)".to_owned());
                    tx.save(&crate::prospects::Prospect { comments, website, ..prospect }).await?;
                    Ok(())
                })
            })
            .await;
        set.unwrap();
        approve_as(Context::system(), &desk.store, id).await.unwrap();
        desk.jobs.run_until_idle().await.unwrap();
        let customers: Vec<Customer> = all(&desk.store).await;
        let messages: Vec<EmailMessage> = all(&desk.store).await;
        let mut pages = vec![
            super::prospects::PATH.to_owned(),
            super::prospects::path(id),
            requests::PATH.to_owned(),
            requests::path(&reference),
            "/headquarters/customers".into(),
            "/headquarters/email-history".into(),
        ];
        pages.extend(customers.iter().map(|one| customers::path(one.external_row_id)));
        pages.extend(messages.iter().map(|one| email_history::path(one.external_row_id)));
        let manager = desk.manager().await;
        for path in pages {
            let page = manager.get(&path).await;
            assert_eq!(page.status.as_u16(), 200, "{path}");
            for part in ["<script>alert", "<img src=x", "href=\"javascript:"] {
                assert!(!page.text.contains(part), "{path} contains {part}");
            }
        }
    }
}
