//! Qualify and disqualify.

use sales::accounts::{Account, RelationshipType};
use sales::contacts::Contact;
use sales::leads::{Lead, LeadReason, LeadState, PartnerStatus, QualifyError, qualify};
use sales::opportunities::{Opportunity, OpportunityState};
use tables::{Change, Context, Reference, Value};

use crate::office::{code, everything, offices, values};

#[tokio::test]
async fn a_lead_becomes_opportunity_account_and_contact_of_its_seller() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead_id = office.lead(&seller).await;
        let made = office.qualify(&seller, lead_id).await.unwrap();
        let lead: Lead = office.read(lead_id).await;
        assert_eq!((lead.statecode, lead.statuscode), (LeadState::Qualified, LeadReason::Qualified));
        assert_eq!(lead.qualifyingopportunityid, made.opportunity);
        assert_eq!(lead.fullname.as_deref(), Some("Zoë Żmijewska"));
        let account: Account = office.read(made.account.unwrap()).await;
        assert_eq!(account.name, "Alpen Möbel GmbH");
        assert_eq!(account.customertypecode, Some(RelationshipType::Customer));
        let contact: Contact = office.read(made.contact.unwrap()).await;
        assert!(contact.msdyn_sellable);
        assert_eq!(contact.parentcustomerid, Some(Reference::new("account", account.accountid)));
        assert_eq!(contact.telephone1.as_deref(), Some("+48 22 555 01 01"));
        let opportunity: Opportunity = office.read(made.opportunity.unwrap()).await;
        assert_eq!(opportunity.statecode, OpportunityState::Open);
        assert_eq!(opportunity.customerid, Reference::new("account", account.accountid));
        assert_eq!(opportunity.tandem_partnerstatus, Some(PartnerStatus::Pending));
        for prospect in [&account.tandem_b2bprospectid, &contact.tandem_b2bprospectid] {
            assert_eq!(prospect.as_deref(), Some("BP-000001"));
        }
        let again = office.qualify(&seller, lead_id).await.unwrap_err();
        assert_eq!(again, QualifyError::NotOpen(LeadState::Qualified));
    }
}

#[tokio::test]
async fn what_is_missing_is_named_and_nothing_is_made() {
    for office in offices().await {
        let seller = office.seller().await;
        let bare = office.make(&seller, "lead", vec![("subject".into(), "Bare".into())]).await;
        assert_eq!(office.qualify(&seller, bare).await.unwrap_err(), QualifyError::NoCompany);
        let company = vec![("companyname".into(), "Bare Ltd".into())];
        office.set(&seller, "lead", bare, company).await.unwrap();
        assert_eq!(office.qualify(&seller, bare).await.unwrap_err(), QualifyError::NoLastName);
        let mut alone = everything(bare);
        (alone.create_account, alone.create_contact) = (false, false);
        let context = Context::of(seller.clone());
        let refused = office.store.write(context, alone, |tx, input| Box::pin(qualify(tx, input))).await;
        assert_eq!(refused.unwrap_err(), QualifyError::NoCustomer);
        let lead: Lead = office.read(bare).await;
        assert_eq!(lead.statecode, LeadState::Open);
    }
}

#[tokio::test]
async fn disqualifying_takes_a_reason_of_its_own_and_no_opportunity() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let state = |state: i32| ("statecode".to_owned(), Value::Choice(state));
        let reason = |reason: i32| ("statuscode".to_owned(), Value::Choice(reason));
        let present = office.set(&seller, "lead", lead, vec![state(2), reason(1)]).await;
        assert_eq!(code(present), "0x80048408");
        let wrong = office.set(&seller, "lead", lead, vec![state(2), reason(3)]).await;
        assert_eq!(code(wrong), "0x80048408");
        let by_hand = office.set(&seller, "lead", lead, vec![state(1)]).await;
        assert_eq!(code(by_hand), "0x80040203");
        office.set(&seller, "lead", lead, vec![state(2)]).await.unwrap();
        assert_eq!(office.read::<Lead>(lead).await.statuscode, LeadReason::Lost);
        // Closed rows stay as they are, but for the verdict that dual-write brings.
        let topic = office.set(&seller, "lead", lead, vec![("subject".into(), "New".into())]).await;
        assert_eq!(code(topic), "0x80040203");
        let dual_write = office.user("dual-write").await;
        let verdict = vec![("tandem_partnerstatus".into(), Value::Choice(3))];
        let context = Context { origin: Some("dual-write".into()), ..Context::of(dual_write) };
        office.change(context, Change::update("lead", lead, verdict)).await.unwrap();
        // Reactivated it is open again; with an opportunity it cannot be disqualified.
        office.set(&seller, "lead", lead, vec![state(0)]).await.unwrap();
        office.qualify(&seller, lead).await.unwrap();
        office.set(&seller, "lead", lead, vec![state(0)]).await.unwrap();
        let tied = office.set(&seller, "lead", lead, vec![state(2), reason(5)]).await;
        assert_eq!(code(tied), "0x80040203");
    }
}

#[tokio::test]
async fn each_reason_of_disqualifying_is_taken() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.make(&seller, "lead", values([("subject", "Chairs".into())])).await;
        for reason in [4, 5, 6, 7] {
            let state = values([("statecode", Value::Choice(2)), ("statuscode", Value::Choice(reason))]);
            office.set(&seller, "lead", lead, state).await.unwrap();
            let closed: Lead = office.read(lead).await;
            assert_eq!(closed.statecode, LeadState::Disqualified);
            assert_eq!(Value::from(closed.statuscode), Value::Choice(reason));
            // Between two reasons lies a reactivation.
            let other = values([("statuscode", Value::Choice(if reason == 4 { 5 } else { 4 }))]);
            assert_eq!(code(office.set(&seller, "lead", lead, other).await), "0x80040203");
            let contacted = values([("statecode", Value::Choice(0)), ("statuscode", Value::Choice(2))]);
            office.set(&seller, "lead", lead, contacted).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_closed_lead_takes_nothing_from_dual_write_but_the_verdict() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        office.set(&seller, "lead", lead, values([("statecode", Value::Choice(2))])).await.unwrap();
        let dual_write = office.user("dual-write").await;
        let context = Context { origin: Some("dual-write".into()), ..Context::of(dual_write) };
        let topic = values([("subject", "New".into()), ("tandem_partnerstatus", Value::Choice(3))]);
        let refused = office.change(context, Change::update("lead", lead, topic)).await;
        assert_eq!(code(refused), "0x80040203");
        // The seller's own client is not dual-write.
        let verdict = values([("tandem_partnerstatus", Value::Choice(2))]);
        assert_eq!(code(office.set(&seller, "lead", lead, verdict).await), "0x80040203");
    }
}
