//! Prospects as people of headquarters meet them.

use tables::uuid::Uuid;
use tables::{Change, Context};

use super::path;
use crate::customers::Customer;
use crate::mail::EmailMessage;
use crate::number_sequences::NumberSequence;
use crate::pages::testing::desks;
use crate::prospects::{Prospect, ProspectStatus, RejectionReason};
use crate::testing::{all, approve_as, ask, prospect_now};

#[tokio::test]
async fn a_prospect_is_claimed_corrected_and_approved() {
    for desk in desks().await {
        let (reference, id) = desk.prospect("Nowak Trading").await;
        let manager = desk.manager().await;
        let list = manager.get(super::PATH).await.text;
        assert!(list.contains("Nowak Trading") && list.contains(&path(id)), "{list}");
        let page = manager.get(&path(id)).await.text;
        for part in [
            "PR-000001",
            "Kraków",
            "Polski",
            "No other person signs in",
            "Pulled from the store",
            "version 0123456789ab",
        ] {
            assert!(page.contains(part), "the page lacks {part}");
        }
        assert!(page.contains(&crate::pages::requests::path(&reference)));

        let claimed = manager.post(&format!("{}/start-review", path(id)), &[]).await;
        assert_eq!((claimed.status.as_u16(), claimed.location()), (303, &*path(id)));
        assert_eq!(prospect_now(&desk.store, id).await.status, ProspectStatus::InReview);

        let edit = format!("{}/edit", path(id));
        assert!(manager.get(&edit).await.text.contains("value=\"Nowak Trading\""));
        let wrong = manager.post(&edit, &[("PersonLastName", ""), ("was.PersonLastName", "Nowak")]).await;
        assert_eq!(wrong.status.as_u16(), 422);
        let fields = [("AddressCity", "Gdańsk"), ("was.AddressCity", "Kraków")];
        assert_eq!(manager.post(&edit, &fields).await.location(), path(id));
        let page = manager.get(&path(id)).await.text;
        assert!(page.contains("City: Kraków → Gdańsk") && page.contains("Morgan Manager"), "{page}");

        let approve = format!("{}/approve", path(id));
        let question = manager.get(&approve).await.text;
        assert!(question.contains("data-dialog-body") && question.contains("Ola Nowak"), "{question}");
        assert!(!question.contains("name=\"join\""));
        assert!(question.contains("value=\"Net30\"") && question.contains("USD"), "{question}");
        for (amount, words) in [("much", "Enter a number, such as"), ("-1", "must be between")] {
            let wrong = manager.post(&approve, &[("credit-limit", amount)]).await;
            assert_eq!(wrong.status.as_u16(), 422);
            assert!(wrong.text.contains(words) && wrong.text.contains(amount), "{}", wrong.text);
        }
        let gone = [("credit-limit", "12,500.50"), ("customer-group", "zzz"), ("payment-terms", "Net30")];
        for (fields, words) in [
            (gone, "Customer group: This company has nothing of that name."),
            ([gone[0], ("customer-group", "way-too-long-a-name"), gone[2]], "at most 10"),
            ([gone[0], ("customer-group", "B\0B"), gone[2]], "characters that cannot be stored"),
        ] {
            let wrong = manager.post(&approve, &fields).await;
            assert_eq!(wrong.status.as_u16(), 422, "{words}: {}", wrong.text);
            for part in [words, "value=\"12,500.50\"", "value=\"Net30\" selected"] {
                assert!(wrong.text.contains(part), "{part}: {}", wrong.text);
            }
        }
        let sequences: Vec<NumberSequence> = all(&desk.store).await;
        let used_up = sequences
            .iter()
            .find(|one| one.number_sequence_code == "Customer account" && one.data_area_id == "usmf");
        let used_up = used_up.unwrap().external_row_id;
        let next = |number: i64| {
            Change::update("numbersequence", used_up, vec![("Next".into(), number.into())]).by_code()
        };
        ask(&desk.store, next(1_000_000)).await.unwrap();
        let wrong = manager.post(&approve, &[("credit-limit", "7")]).await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.text.contains("has no numbers left. Readiness"), "{}", wrong.text);
        ask(&desk.store, next(1)).await.unwrap();
        let agreed = [("credit-limit", "12,500.50"), ("customer-group", ""), ("payment-terms", "Net30")];
        assert_eq!(manager.post(&approve, &agreed).await.location(), path(id));
        let customers: Vec<Customer> = all(&desk.store).await;
        let agreed = customers.iter().find(|one| one.payment_terms.as_deref() == Some("Net30")).unwrap();
        assert_eq!(agreed.credit_limit, Some(tables::Money(125_005_000)));
        assert_eq!(agreed.customer_group_id.as_deref(), Some("B2B"));
        let prospect = prospect_now(&desk.store, id).await;
        assert_eq!(prospect.status, ProspectStatus::Approved);
        assert_eq!(prospect.decided_by.as_deref(), Some("manager@tandem.test"));
        let page = manager.get(&path(id)).await.text;
        assert!(page.contains("Approved by manager@tandem.test in Headquarters"), "{page}");
        assert!(page.contains("C-000001") && page.contains("CH-000001"));
        assert!(!page.contains("/approve\""), "a decided prospect is offered no decision");
        let late = manager.post(&format!("{}/start-review", path(id)), &[]).await;
        let notice = format!("{:?}", late.headers);
        assert!(notice.contains("bad.") && notice.contains("decided%20already"), "{notice}");
        // Nothing of it can be changed any more.
        let late = manager.post(&edit, &[("AddressCity", "Sopot"), ("was.AddressCity", "Gdańsk")]).await;
        assert_eq!(late.status.as_u16(), 422);
        assert!(late.text.contains("decided and cannot be changed"), "{}", late.text);
    }
}

#[tokio::test]
async fn an_address_in_use_is_told_with_the_way_out() {
    for desk in desks().await {
        let (_, first) = desk.prospect("Nowak Trading").await;
        approve_as(Context::system(), &desk.store, first).await.unwrap();
        let (_, second) = desk.prospect("Other").await;
        let same = Change::update(
            "prospect",
            second,
            vec![("PrimaryContactEmail".into(), "ola@nowaktrading.example".into())],
        );
        ask(&desk.store, same).await.unwrap();
        let manager = desk.manager().await;
        let page = manager.get(&path(second)).await.text;
        assert!(page.contains("another person’s already") && page.contains("C-000002"), "{page}");
        let approve = format!("{}/approve", path(second));
        assert!(manager.get(&approve).await.text.contains("name=\"join\""));
        let refused = manager.post(&approve, &[]).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.text.contains("is the sign-in of C-000002 already"), "{}", refused.text);
        assert_eq!(prospect_now(&desk.store, second).await.status, ProspectStatus::Open);
        assert_eq!(manager.post(&approve, &[("join", "1")]).await.location(), path(second));
        let prospect = prospect_now(&desk.store, second).await;
        assert_eq!(prospect.requestor_customer_account.as_deref(), Some("C-000002"));
    }
}

#[tokio::test]
async fn a_partner_can_be_chosen_as_the_organization_that_asked() {
    for desk in desks().await {
        let (_, first) = desk.prospect("Nowak Trading").await;
        approve_as(Context::system(), &desk.store, first).await.unwrap();
        let (_, second) = desk.prospect("Nowak Trading 2").await;
        let name = ("OrganizationName".to_owned(), "Nowak Trading".into());
        let email = ("PrimaryContactEmail".to_owned(), "ewa@nowak.example".into());
        ask(&desk.store, Change::update("prospect", second, vec![name, email])).await.unwrap();
        let manager = desk.manager().await;
        let approve = format!("{}/approve", path(second));
        let question = manager.get(&approve).await.text;
        assert!(question.contains("<option value=\"C-000001\""), "{question}");
        let refused = manager.post(&approve, &[("organization", "C-000001")]).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.text.contains("C-000001 is a partner already"), "{}", refused.text);
        let fields = [("organization", "C-000001"), ("join-organization", "1")];
        assert_eq!(manager.post(&approve, &fields).await.location(), path(second));
        let prospect = prospect_now(&desk.store, second).await;
        assert_eq!(prospect.organization_customer_account.as_deref(), Some("C-000001"));
    }
}

#[tokio::test]
async fn rejecting_needs_a_reason_and_an_earlier_decision_is_told() {
    for desk in desks().await {
        let (_, id) = desk.prospect("Nowak Trading").await;
        let manager = desk.manager().await;
        let reject = format!("{}/reject", path(id));
        for (reason, comment) in
            [("", ""), ("Because", ""), ("Other", &*"x".repeat(2_001)), ("Other", "kept\0text")]
        {
            let refused = manager.post(&reject, &[("reason", reason), ("comment", comment)]).await;
            assert_eq!(refused.status.as_u16(), 422, "{reason}");
            assert!(refused.text.contains("role=\"alert\""), "{}", refused.text);
            assert!(refused.text.contains(comment), "what was typed stays");
        }
        let fields = [("reason", "CreditRisk"), ("comment", "Too <b>risky</b>")];
        assert_eq!(manager.post(&reject, &fields).await.location(), path(id));
        let prospect = prospect_now(&desk.store, id).await;
        assert_eq!(prospect.rejection_reason, Some(RejectionReason::CreditRisk));
        let page = manager.get(&path(id)).await.text;
        assert!(page.contains("Credit risk") && page.contains("Too &#60;b&#62;risky"), "{page}");
        assert!(!page.contains("<b>risky"));
        // The other verdict comes too late, here by somebody else.
        let admin = desk.browser("admin@tandem.test").await;
        let late = admin.post(&format!("{}/approve", path(id)), &[]).await;
        assert_eq!(late.location(), path(id));
        let notice = format!("{:?}", late.headers);
        assert!(notice.contains("bad.") && notice.contains("manager%40tandem%2Etest"), "{notice}");
        assert!(all::<Customer>(&desk.store).await.is_empty());
        let polish = admin.in_language("pl-PL").get(&path(id)).await.text;
        assert!(polish.contains("Ryzyko kredytowe") && polish.contains("Odrzucony"), "{polish}");
    }
}

#[tokio::test]
async fn several_are_rejected_with_one_reason_and_who_was_faster_is_told() {
    for desk in desks().await {
        let mut ids = Vec::new();
        for company in ["A", "B", "C"] {
            ids.push(desk.prospect(company).await.1);
        }
        let manager = desk.manager().await;
        let fields: Vec<String> = ids.iter().map(Uuid::to_string).collect();
        let rows: Vec<(&str, &str)> = fields.iter().map(|id| ("row", id.as_str())).collect();
        let selected = format!("{}/reject-selected", super::PATH);
        assert_eq!(manager.post(&selected, &[("back", super::PATH)]).await.location(), super::PATH);
        let to = manager.post(&selected, &rows).await.location().to_owned();
        let question = manager.get(&to).await.text;
        assert!(question.contains("Reject 3 prospects?"), "{question}");

        approve_as(Context::system(), &desk.store, ids[2]).await.unwrap();
        let reject = format!("{}/reject", super::PATH);
        assert_eq!(manager.post(&reject, &rows).await.status.as_u16(), 422);
        assert_eq!(prospect_now(&desk.store, ids[0]).await.status, ProspectStatus::Open);
        let done = manager.post(&reject, &[&rows[..], &[("reason", "Duplicate")]].concat()).await;
        assert_eq!(done.status.as_u16(), 422, "{}", done.text);
        assert!(done.text.contains("2 prospects were rejected."), "{}", done.text);
        assert!(done.text.contains("already approved by seller@tandem.test in Sales"), "{}", done.text);
        let prospects: Vec<Prospect> = all(&desk.store).await;
        let rejected = prospects.iter().filter(|one| one.status == ProspectStatus::Rejected).count();
        assert_eq!(rejected, 2);
        let mails: Vec<EmailMessage> = all(&desk.store).await;
        let told = mails.iter().filter(|mail| mail.notification_type == "B2B prospect rejected").count();
        assert_eq!(told, 2);
        assert_eq!(manager.get(&format!("{reject}?rows=nonsense")).await.status.as_u16(), 400);
        let unknown = "00000000-0000-0000-0000-000000000009";
        for (answer, words) in [
            (manager.post(&reject, &[("reason", "Other")]).await, "Select%20at%20least%20one%20row"),
            (manager.post(&reject, &[rows[0], ("reason", "Other")]).await, "decided%20already"),
            (manager.get(&format!("{reject}?rows={}", fields[0])).await, "decided%20already"),
            (manager.get(&format!("{reject}?rows={unknown}")).await, "do%20not%20exist%20any%20more"),
        ] {
            assert_eq!(answer.location(), super::PATH, "{words}");
            let notice = format!("{:?}", answer.headers);
            assert!(notice.contains("bad.") && notice.contains(words), "{notice}");
        }
        let gone = manager.post(&reject, &[("row", unknown), ("reason", "Other")]).await;
        assert_eq!(gone.status.as_u16(), 422);
        assert!(gone.text.contains("0 prospects were rejected.") && gone.text.contains("does not exist"));
    }
}

#[tokio::test]
async fn the_credit_manager_reads_and_decides_nothing_and_a_seller_sees_nothing() {
    for desk in desks().await {
        let (reference, id) = desk.prospect("Nowak Trading").await;
        let credit = desk.browser("credit@tandem.test").await;
        let page = credit.get(&path(id)).await;
        assert_eq!(page.status.as_u16(), 200, "{}", page.text);
        assert!(!page.text.contains("/approve\"") && !page.text.contains(&reference_link(&reference)));
        for (verb, fields) in [
            ("approve", &[][..]),
            ("reject", &[("reason", "Other")]),
            ("start-review", &[]),
            ("edit", &[("AddressCity", "x"), ("was.AddressCity", "Kraków")]),
        ] {
            let refused = credit.post(&format!("{}/{verb}", path(id)), fields).await;
            assert_eq!(refused.status.as_u16(), 403, "{verb}: {}", refused.text);
        }
        for question in
            [path(id) + "/approve", path(id) + "/reject", format!("{}/reject?rows={id}", super::PATH)]
        {
            let refused = credit.get(&question).await;
            assert_eq!(refused.status.as_u16(), 403, "{question}: {}", refused.text);
        }
        let several = [("row", &*id.to_string()), ("reason", "Other")];
        let refused = credit.post(&format!("{}/reject", super::PATH), &several).await;
        assert_eq!(refused.status.as_u16(), 403, "{}", refused.text);
        assert_eq!(prospect_now(&desk.store, id).await.status, ProspectStatus::Open);
        let seller = desk.browser("seller@tandem.test").await;
        assert_eq!(seller.get(&path(id)).await.status.as_u16(), 403);
        let nobody = shell::testing::Browser::new(desk.router());
        assert!(nobody.get(&path(id)).await.location().starts_with("/office/sign-in"));
        let manager = desk.manager().await;
        for wrong in ["x", "00000000-0000-0000-0000-000000000009"] {
            assert_eq!(manager.get(&format!("{}/{wrong}", super::PATH)).await.status.as_u16(), 404);
        }
    }
}

fn reference_link(reference: &str) -> String {
    format!("href=\"{}\"", crate::pages::requests::path(reference))
}

#[tokio::test]
async fn requests_that_wait_for_a_job_are_announced_and_can_be_brought_on() {
    for desk in desks().await {
        let manager = desk.manager().await;
        assert!(!manager.get(super::PATH).await.text.contains("class=\"note\""));
        desk.submit("Nowak Trading").await;
        let list = manager.get(super::PATH).await.text;
        assert!(list.contains("1 request waits in the store for job P-0001."), "{list}");
        let run = "/headquarters/batch-jobs/P%2D0001/run?back=%2Fheadquarters%2Fprospects";
        assert!(list.contains(run), "{list}");
        assert_eq!(manager.post(run, &[]).await.location(), super::PATH);
        let list = manager.get(super::PATH).await.text;
        assert!(list.contains("1 request was pulled"), "{list}");
        let russian = manager.in_language("ru-RU").get(super::PATH).await.text;
        assert!(russian.contains("Все перспективные клиенты"), "{russian}");
    }
}
