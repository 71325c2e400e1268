//! The deciding opportunity, reactivation and reopening; states of accounts and contacts.

use sales::leads::{Lead, LeadReason, LeadState, PartnerStatus};
use sales::opportunities::{
    CloseReason, CloseState, Opportunity, OpportunityClose, OpportunityReason, OpportunityState,
};
use tables::{Change, Context, Error, Principal, Query, Reference, Table as _, Value};

use crate::closing::close;
use crate::office::{code, everything, offices, values};

#[tokio::test]
async fn the_first_opportunity_of_a_lead_qualified_without_one_decides() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let mut input = everything(lead);
        input.create_opportunity = false;
        let account = office.qualify_with(&seller, input).await.unwrap().account.unwrap();
        let opportunity = |name: &str| {
            values([
                ("name", name.into()),
                ("customerid", Reference::new("account", account).into()),
                ("originatingleadid", lead.into()),
            ])
        };
        let first = office.make(&seller, "opportunity", opportunity("First")).await;
        let second = office.make(&seller, "opportunity", opportunity("Second")).await;
        assert_eq!(office.read::<Lead>(lead).await.qualifyingopportunityid, Some(first));
        let first: Opportunity = office.read(first).await;
        assert_eq!(first.tandem_b2bprospectid.as_deref(), Some("BP-000001"));
        assert_eq!(first.tandem_partnerstatus, Some(PartnerStatus::Pending));
        let other: Opportunity = office.read(second).await;
        assert_eq!((other.tandem_b2bprospectid, other.tandem_partnerstatus), (None, None));
        let moved = values([("originatingleadid", Value::Null)]);
        let moved = office.set(&seller, "opportunity", second, moved).await.unwrap_err();
        assert!(matches!(moved, Error::ReadOnly { .. }), "{moved}");
    }
}

#[tokio::test]
async fn a_lead_qualified_again_keeps_what_was_made() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let opportunity = office.qualify(&seller, lead).await.unwrap().opportunity;
        office.set(&seller, "lead", lead, values([("statecode", Value::Choice(0))])).await.unwrap();
        let open: Lead = office.read(lead).await;
        assert_eq!((open.statecode, open.statuscode), (LeadState::Open, LeadReason::New));
        let again = office.qualify(&seller, lead).await.unwrap();
        assert_eq!(again, sales::leads::Qualified::default());
        assert_eq!(office.read::<Lead>(lead).await.qualifyingopportunityid, opportunity);
        for table in ["account", "contact", "opportunity"] {
            assert_eq!(office.count(table).await, 1, "{table}");
        }
    }
}

#[tokio::test]
async fn the_end_of_a_prospects_opportunity_ends_its_reactivated_lead() {
    for office in offices().await {
        let seller = office.seller().await;
        let reactivated = async |lead| {
            let opportunity = office.qualify(&seller, lead).await.unwrap().opportunity.unwrap();
            office.set(&seller, "lead", lead, values([("statecode", Value::Choice(0))])).await.unwrap();
            opportunity
        };
        let lead = office.lead(&seller).await;
        let opportunity = reactivated(lead).await;
        close(&office, opportunity, true, -1).await.unwrap();
        let closed: Lead = office.read(lead).await;
        assert_eq!((closed.statecode, closed.statuscode), (LeadState::Qualified, LeadReason::Qualified));
        // Without a prospect there may be another try.
        let row =
            values([("subject", "Chairs".into()), ("companyname", "Oak".into()), ("lastname", "Ash".into())]);
        let lead = office.make(&seller, "lead", row).await;
        let opportunity = reactivated(lead).await;
        close(&office, opportunity, false, -1).await.unwrap();
        assert_eq!(office.read::<Lead>(lead).await.statecode, LeadState::Open);
    }
}

#[tokio::test]
async fn an_opportunity_made_after_the_verdict_says_it() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let verdict = values([("tandem_partnerstatus", PartnerStatus::Approved.into())]);
        office.set(&Principal::system(), "lead", lead, verdict).await.unwrap();
        let mut input = everything(lead);
        input.create_opportunity = false;
        let account = office.qualify_with(&seller, input).await.unwrap().account.unwrap();
        let row = values([
            ("name", "Late".into()),
            ("customerid", Reference::new("account", account).into()),
            ("originatingleadid", lead.into()),
        ]);
        let made: Opportunity = office.read(office.make(&seller, "opportunity", row).await).await;
        assert_eq!(made.tandem_partnerstatus, Some(PartnerStatus::Approved));
    }
}

#[tokio::test]
async fn reopening_an_opportunity_cancels_its_closing() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let id = office.qualify(&seller, lead).await.unwrap().opportunity.unwrap();
        let activity = close(&office, id, false, 5).await.unwrap();
        let lost: Opportunity = office.read(id).await;
        assert_eq!((lost.statecode, lost.statuscode), (OpportunityState::Lost, OpportunityReason::OutSold));
        let topic = values([("name", "Other".into())]);
        assert_eq!(code(office.set(&seller, "opportunity", id, topic.clone()).await), "0x80040203");
        office.set(&seller, "opportunity", id, values([("statecode", Value::Choice(0))])).await.unwrap();
        let open: Opportunity = office.read(id).await;
        let state = (open.statecode, open.statuscode);
        assert_eq!(state, (OpportunityState::Open, OpportunityReason::InProgress));
        assert_eq!((open.actualvalue, open.actualclosedate), (None, None));
        let closing: OpportunityClose = office.read(activity).await;
        assert_eq!((closing.statecode, closing.statuscode), (CloseState::Canceled, CloseReason::Canceled));
        office.set(&seller, "opportunity", id, topic).await.unwrap();
        let newer = close(&office, id, true, -1).await.unwrap();
        assert_ne!(newer, activity);
        assert_eq!(office.read::<OpportunityClose>(newer).await.statecode, CloseState::Completed);
    }
}

#[tokio::test]
async fn states_are_not_given_at_birth_and_reasons_belong_to_them() {
    for office in offices().await {
        let seller = office.seller().await;
        let account = office.make(&seller, "account", values([("name", "A".into())])).await;
        let contact = office.make(&seller, "contact", values([("lastname", "C".into())])).await;
        let closed = ("statecode", Value::Choice(1));
        let customer = ("customerid", Value::from(Reference::new("account", account)));
        for (table, mut row) in [
            ("lead", values([("subject", "L".into()), closed.clone()])),
            ("opportunity", values([("name", "O".into()), customer, closed.clone()])),
            ("account", values([("name", "B".into()), closed.clone()])),
            ("contact", values([("lastname", "D".into()), closed.clone()])),
        ] {
            let make = |row| office.change(Context::of(seller.clone()), Change::create(table, row));
            let born = make(row.clone()).await.unwrap_err();
            assert!(matches!(born, Error::ReadOnly { .. }), "{table}: {born}");
            row.retain(|(name, _)| name != "statecode");
            let reason = Value::Choice(if matches!(table, "lead" | "opportunity") { 3 } else { 2 });
            row.push(("statuscode".into(), reason));
            assert_eq!(code(make(row).await), "0x80048408", "{table}");
        }
        for (table, id) in [("account", account), ("contact", contact)] {
            office.set(&seller, table, id, values([closed.clone()])).await.unwrap();
            let mut reader = office.store.read(&seller).await.unwrap();
            let row = reader.get_row(table, id).await.unwrap().unwrap();
            assert_eq!(*row.get("statuscode"), Value::Choice(2), "{table}");
            drop(reader);
            // Put aside is not closed.
            office.set(&seller, table, id, values([("telephone1", "1".into())])).await.unwrap();
        }
    }
}

#[tokio::test]
async fn of_two_who_qualify_at_once_one_does() {
    for office in offices().await {
        let seller = office.seller().await;
        let other = office.user("seller2@tandem.test").await;
        let lead = office.lead(&seller).await;
        let (one, two) = tokio::join!(office.qualify(&seller, lead), office.qualify(&other, lead));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let mut reader = office.store.read(&Principal::system()).await.unwrap();
        assert_eq!(reader.page(&Query::of(Opportunity::NAME)).await.unwrap().rows.len(), 1);
    }
}
