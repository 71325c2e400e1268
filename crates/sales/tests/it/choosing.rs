//! Qualifying with what is there already: chosen rows, duplicates, rows of another prospect.

use sales::accounts::{Account, RelationshipType};
use sales::contacts::Contact;
use sales::leads::{Lead, LeadReason, LeadState, Qualify, QualifyError};
use sales::opportunities::Opportunity;
use tables::security::{DepthOption, Role};
use tables::{Context, Error, Principal, Privilege, Reference, Value};

use crate::office::{everything, offices, values};

#[tokio::test]
async fn the_same_company_and_person_are_offered_before_others_are_made() {
    for office in offices().await {
        let seller = office.seller().await;
        // Case does not matter, and rows put aside are not offered.
        let known = office.make(&seller, "account", values([("name", "ALPEN MÖBEL gmbh".into())])).await;
        let gone = office.make(&seller, "account", values([("name", "Alpen Möbel GmbH".into())])).await;
        office.set(&seller, "account", gone, values([("statecode", Value::Choice(1))])).await.unwrap();
        let person = values([("firstname", "Zoë".into()), ("lastname", "Żmijewska".into())]);
        let person = office.make(&seller, "contact", person).await;
        let lead = office.lead(&seller).await;
        let refused = office.qualify(&seller, lead).await.unwrap_err();
        let QualifyError::Duplicates(found) = &refused else { panic!("{refused}") };
        let rows: Vec<_> = found.iter().map(|duplicate| (duplicate.table, duplicate.id)).collect();
        assert_eq!(rows, [("account", known), ("contact", person)]);
        assert!(
            refused.to_string().contains(&format!("account \"ALPEN MÖBEL gmbh\" ({known})")),
            "{refused}"
        );
        assert_eq!(office.read::<Lead>(lead).await.statecode, LeadState::Open);
        // Chosen, it is used; what is not chosen is offered still.
        let chosen = Qualify { account: Some(known), ..everything(lead) };
        let refused = office.qualify_with(&seller, chosen.clone()).await.unwrap_err();
        assert!(matches!(&refused, QualifyError::Duplicates(found) if found.len() == 1), "{refused}");
        let made = office.qualify_with(&seller, Qualify { ignore_duplicates: true, ..chosen }).await.unwrap();
        assert!(made.account.is_none() && made.contact.is_some_and(|made| made != person));
        let lead: Lead = office.read(lead).await;
        assert_eq!((lead.parentaccountid, lead.parentcontactid), (Some(known), made.contact));
        let account: Account = office.read(known).await;
        assert_eq!(account.tandem_b2bprospectid, lead.tandem_b2bprospectid);
    }
}

#[tokio::test]
async fn an_email_address_tells_a_duplicate_too() {
    for office in offices().await {
        let seller = office.seller().await;
        let email = ("emailaddress1", Value::from("Ada@Byron.test"));
        office.make(&seller, "contact", values([("lastname", "King".into()), email])).await;
        let lead = values([
            ("firstname", "Ada".into()),
            ("lastname", "Byron".into()),
            ("companyname", "Byron & Co".into()),
            ("emailaddress1", "ada@byron.test".into()),
        ]);
        let lead = office.make(&seller, "lead", lead).await;
        // Two addresses tell two people of one name apart.
        let other = ("emailaddress1", Value::from("other@byron.test"));
        office
            .make(
                &seller,
                "contact",
                values([("firstname", "Ada".into()), ("lastname", "Byron".into()), other]),
            )
            .await;
        let refused = office.qualify(&seller, lead).await.unwrap_err();
        let QualifyError::Duplicates(found) = &refused else { panic!("{refused}") };
        assert_eq!(found.iter().map(|duplicate| duplicate.name.as_str()).collect::<Vec<_>>(), ["King"]);
        office.qualify_with(&seller, Qualify { create_contact: false, ..everything(lead) }).await.unwrap();
    }
}

#[tokio::test]
async fn a_row_of_another_prospect_is_not_taken_over() {
    for office in offices().await {
        let seller = office.seller().await;
        let other = ("tandem_b2bprospectid", Value::from("BP-000777"));
        let account = values([("name", "Other Ltd".into()), other.clone()]);
        let account = office.make(&seller, "account", account).await;
        let contact = office.make(&seller, "contact", values([("lastname", "Other".into()), other])).await;
        let lead = office.lead(&seller).await;
        for (input, table) in [
            (Qualify { account: Some(account), ..everything(lead) }, "account"),
            (Qualify { contact: Some(contact), ..everything(lead) }, "contact"),
        ] {
            let refused = office.qualify_with(&seller, input).await.unwrap_err();
            assert!(refused.to_string().contains("belongs to the prospect BP-000777"), "{refused}");
            assert!(matches!(refused, QualifyError::OtherProspect { table: of, .. } if of == table));
        }
        assert_eq!(office.count("account").await, 1);
        let kept: Account = office.read(account).await;
        assert_eq!((kept.tandem_b2bprospectid.as_deref(), kept.customertypecode), (Some("BP-000777"), None));
        assert!(!office.read::<Contact>(contact).await.msdyn_sellable);
        // Offered as a duplicate, it says whose it is.
        let alike = values([("companyname", "Other Ltd".into()), ("lastname", "New".into())]);
        let alike = office.make(&seller, "lead", alike).await;
        let offered = office.qualify(&seller, alike).await.unwrap_err();
        assert!(offered.to_string().contains(&format!("({account}, of prospect BP-000777)")), "{offered}");
        // An ordinary lead may well use them.
        let ordinary = office.make(&seller, "lead", values([("subject", "Chairs".into())])).await;
        let input = Qualify { account: Some(account), contact: Some(contact), ..everything(ordinary) };
        office.qualify_with(&seller, input).await.unwrap();
        let kept: Account = office.read(account).await;
        assert_eq!(kept.tandem_b2bprospectid.as_deref(), Some("BP-000777"));
    }
}

#[tokio::test]
async fn the_customer_of_the_opportunity_is_the_account_that_is_not_made() {
    for office in offices().await {
        let seller = office.seller().await;
        let account = office.make(&seller, "account", values([("name", "Known Ltd".into())])).await;
        let campaign = values([("name", "Spring".into())]);
        let campaign = office.make(&Principal::system(), "campaign", campaign).await;
        let euro = values([("currencyname", "Euro".into()), ("isocurrencycode", "EUR".into())]);
        let euro = office.make(&Principal::system(), "transactioncurrency", euro).await;
        let lead = office.lead(&seller).await;
        let input = Qualify {
            create_account: false,
            create_contact: false,
            customer: Some(Reference::new("account", account)),
            currency: Some(euro),
            campaign: Some(campaign),
            ..everything(lead)
        };
        let made = office.qualify_with(&seller, input).await.unwrap();
        let opportunity: Opportunity = office.read(made.opportunity.unwrap()).await;
        assert_eq!(opportunity.customerid, Reference::new("account", account));
        assert_eq!(opportunity.parentaccountid, Some(account));
        assert_eq!((opportunity.transactioncurrencyid, opportunity.campaignid), (Some(euro), Some(campaign)));
        let account: Account = office.read(account).await;
        assert_eq!(account.customertypecode, Some(RelationshipType::Customer));
        assert_eq!(account.tandem_b2bprospectid.as_deref(), Some("BP-000001"));
    }
}

#[tokio::test]
async fn what_the_caller_may_not_read_cannot_be_chosen() {
    for office in offices().await {
        let system = Principal::system();
        let hidden = office.make(&system, "account", values([("name", "Hidden Ltd".into())])).await;
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let reader = office.store.read(&seller).await.unwrap().get::<Account>(hidden).await.unwrap();
        assert!(reader.is_none(), "the row belongs to no business unit");
        for input in [
            Qualify { account: Some(hidden), ..everything(lead) },
            Qualify { customer: Some(Reference::new("account", hidden)), ..everything(lead) },
        ] {
            let refused = office.qualify_with(&seller, input).await.unwrap_err();
            let broken = matches!(&refused, QualifyError::Store(Error::BrokenLookup { .. }));
            assert!(broken, "{refused}");
        }
    }
}

#[tokio::test]
async fn a_lead_qualified_without_an_opportunity_can_be_disqualified_after_reactivation() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let note = values([
            ("subject", "Called".into()),
            ("notetext", "They want chairs.".into()),
            ("documentbody", "YWJj".into()),
            ("objectid", Reference::new("lead", lead).into()),
        ]);
        let note = office.make(&seller, "annotation", note).await;
        let input = Qualify { create_opportunity: false, ..everything(lead) };
        office.qualify_with(&seller, input).await.unwrap();
        let lose = values([("statecode", Value::Choice(2)), ("statuscode", Value::Choice(6))]);
        let refused = office.set(&seller, "lead", lead, lose.clone()).await.unwrap_err();
        assert!(refused.to_string().contains("Reopen it first"), "{refused}");
        office.set(&seller, "lead", lead, values([("statecode", Value::Choice(0))])).await.unwrap();
        let open: Lead = office.read(lead).await;
        assert_eq!((open.statecode, open.statuscode), (LeadState::Open, LeadReason::New));
        let kept: sales::annotations::Annotation = office.read(note).await;
        assert_eq!((kept.notetext.as_deref(), kept.filesize), (Some("They want chairs."), Some(3)));
        assert_eq!((kept.objecttypecode.as_deref(), kept.isdocument), (Some("lead"), true));
        office.set(&seller, "lead", lead, lose).await.unwrap();
        let lost: Lead = office.read(lead).await;
        assert_eq!(lost.statuscode, LeadReason::NoLongerInterested);
    }
}

#[tokio::test]
async fn tasks_and_calls_are_closed_and_then_stay() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        for (table, wrong, default) in [("task", 3, 5), ("phonecall", 3, 2)] {
            let about = ("regardingobjectid", Reference::new("lead", lead).into());
            let id = office.make(&seller, table, values([("subject", "Call".into()), about])).await;
            let state = ("statecode", Value::Choice(1));
            let reason = ("statuscode", Value::Choice(wrong));
            assert!(office.set(&seller, table, id, values([state.clone(), reason])).await.is_err());
            office.set(&seller, table, id, values([state])).await.unwrap();
            let mut reader = office.store.read(&seller).await.unwrap();
            let row = reader.get_row(table, id).await.unwrap().unwrap();
            assert_eq!(*row.get("statuscode"), Value::Choice(default), "{table}");
            drop(reader);
            let late = office.set(&seller, table, id, values([("subject", "Late".into())])).await;
            assert!(late.is_err(), "{table}");
        }
    }
}

#[tokio::test]
async fn who_may_not_write_opportunities_closes_none() {
    for office in offices().await {
        let (seller, system) = (office.seller().await, Principal::system());
        let lead = office.lead(&seller).await;
        let opportunity = office.qualify(&seller, lead).await.unwrap().opportunity.unwrap();
        let person = values([("fullname", "Rhea".into()), ("businessunitid", seller.business_unit.into())]);
        let person = office.make(&system, "systemuser", person).await;
        office
            .store
            .write(Context::system(), person, |tx, person| {
                Box::pin(async move {
                    let privileges = [("opportunity", &[Privilege::Read][..], DepthOption::Organization)];
                    Role::grant(tx, "Reader", &privileges, &Reference::new("systemuser", *person)).await
                })
            })
            .await
            .unwrap();
        let reader = office.store.read(&system).await.unwrap().principal(person).await.unwrap().unwrap();
        let closing = values([("opportunityid", opportunity.into())]);
        let refused = office
            .store
            .write(Context::of(reader), closing, |tx, closing| {
                Box::pin(sales::opportunities::close_as_won(tx, closing, 3))
            })
            .await;
        assert!(refused.is_err());
        // The manager closes what a seller began.
        let manager = office.user("salesmanager@tandem.test").await;
        let closing = values([("opportunityid", opportunity.into())]);
        office
            .store
            .write(Context::of(manager), closing, |tx, closing| {
                Box::pin(sales::opportunities::close_as_lost(tx, closing, 5))
            })
            .await
            .unwrap();
    }
}
