//! What qualifying hands on, and what it takes up.

use sales::accounts::{Account, RelationshipType};
use sales::contacts::Contact;
use sales::leads::{BudgetStatus, Lead, Need, PartnerStatus, QualifyError};
use sales::opportunities::{Opportunity, SalesStage};
use tables::security::{DepthOption, Role};
use tables::{Context, Error, Money, Privilege, Reference, Value};

use crate::office::{everything, offices, values};

const ACCOUNT_COLUMNS: [&str; 7] = [
    "address1_line1",
    "address1_line2",
    "address1_line3",
    "address1_city",
    "address1_stateorprovince",
    "address1_postalcode",
    "address1_country",
];

#[tokio::test]
async fn the_copy_map_is_dynamics() {
    for office in offices().await {
        let seller = office.seller().await;
        let mut lead = values([
            ("subject", "Chairs".into()),
            ("firstname", "Ada".into()),
            ("lastname", "Byron".into()),
            ("companyname", "Byron & Co".into()),
            ("jobtitle", "Buyer".into()),
            ("mobilephone", "+1 555 0101".into()),
            ("telephone1", "+1 555 0100".into()),
            ("emailaddress1", "ada@byron.test".into()),
            ("websiteurl", "https://byron.test".into()),
            ("estimatedamount", Money::whole(900).into()),
            ("budgetstatus", Value::Choice(2)),
            ("need", Value::Choice(0)),
        ]);
        lead.extend(ACCOUNT_COLUMNS.map(|column| (column.to_owned(), format!("of {column}")[3..12].into())));
        let lead = office.make(&seller, "lead", lead).await;
        let made = office.qualify(&seller, lead).await.unwrap();
        let mut reader = office.store.read(&seller).await.unwrap();
        let from = reader.get_row("lead", lead).await.unwrap().unwrap();
        let account = reader.get_row("account", made.account.unwrap()).await.unwrap().unwrap();
        let contact = reader.get_row("contact", made.contact.unwrap()).await.unwrap().unwrap();
        for column in ACCOUNT_COLUMNS {
            assert!(!from.get(column).is_null(), "{column}");
            assert_eq!(from.get(column), account.get(column), "{column}");
            assert_eq!(from.get(column), contact.get(column), "{column}");
        }
        for column in ["firstname", "lastname", "jobtitle", "mobilephone", "emailaddress1", "telephone1"] {
            assert_eq!(from.get(column), contact.get(column), "{column}");
        }
        assert_eq!(account.get("address1_telephone1"), from.get("telephone1"));
        assert_eq!(account.get("websiteurl"), from.get("websiteurl"));
        // No prospect, so nobody is a customer of headquarters.
        assert!(account.get("customertypecode").is_null());
        assert_eq!(*contact.get("msdyn_sellable"), Value::YesNo(false));
        let opportunity: Opportunity = office.read(made.opportunity.unwrap()).await;
        assert_eq!(opportunity.name, "Chairs");
        assert_eq!(opportunity.estimatedvalue, Some(Money::whole(900)));
        assert_eq!(opportunity.budgetstatus, Some(BudgetStatus::CanBuy));
        assert_eq!(opportunity.need, Some(Need::MustHave));
        assert_eq!(opportunity.salesstage, Some(SalesStage::Develop));
        assert_eq!(opportunity.tandem_partnerstatus, None);
        for (table, id) in [("account", made.account), ("contact", made.contact)] {
            let row = reader.get_row(table, id.unwrap()).await.unwrap().unwrap();
            assert_eq!(row.get("originatingleadid").as_id(), Some(lead));
            assert_eq!(row.owner(), Some(Reference::new("systemuser", seller.user)));
        }
    }
}

#[tokio::test]
async fn an_existing_account_and_contact_are_used_and_marked() {
    for office in offices().await {
        let seller = office.seller().await;
        let account = office.make(&seller, "account", values([("name", "Known Ltd".into())])).await;
        let contact = office.make(&seller, "contact", values([("lastname", "Known".into())])).await;
        let lead = office.lead(&seller).await;
        let known = values([("parentaccountid", account.into()), ("parentcontactid", contact.into())]);
        office.set(&seller, "lead", lead, known).await.unwrap();
        let made = office.qualify(&seller, lead).await.unwrap();
        assert_eq!((made.account, made.contact), (None, None));
        assert_eq!((office.count("account").await, office.count("contact").await), (1, 1));
        let account: Account = office.read(account).await;
        assert_eq!(account.name, "Known Ltd");
        assert_eq!(account.customertypecode, Some(RelationshipType::Customer));
        assert_eq!(account.tandem_b2bprospectid.as_deref(), Some("BP-000001"));
        let contact: Contact = office.read(contact).await;
        assert!(contact.msdyn_sellable);
        assert_eq!(contact.tandem_b2bprospectid.as_deref(), Some("BP-000001"));
        assert_eq!(contact.parentcustomerid, Some(Reference::new("account", account.accountid)));
        let opportunity: Opportunity = office.read(made.opportunity.unwrap()).await;
        assert_eq!(opportunity.parentcontactid, Some(contact.contactid));
        assert_eq!(office.read::<Lead>(lead).await.tandem_partnerstatus, Some(PartnerStatus::Pending));
    }
}

#[tokio::test]
async fn a_contact_who_works_elsewhere_stays_there() {
    for office in offices().await {
        let seller = office.seller().await;
        let elsewhere = office.make(&seller, "account", values([("name", "Elsewhere".into())])).await;
        let works = Reference::new("account", elsewhere);
        let contact = values([("lastname", "Known".into()), ("parentcustomerid", works.clone().into())]);
        let contact = office.make(&seller, "contact", contact).await;
        let lead = office.lead(&seller).await;
        office.set(&seller, "lead", lead, values([("parentcontactid", contact.into())])).await.unwrap();
        office.qualify(&seller, lead).await.unwrap();
        assert_eq!(office.read::<Contact>(contact).await.parentcustomerid, Some(works));
    }
}

#[tokio::test]
async fn only_what_is_asked_for_is_made() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let mut input = everything(lead);
        (input.create_account, input.create_opportunity) = (false, false);
        let made = office.qualify_with(&seller, input).await.unwrap();
        assert!(made.account.is_none() && made.opportunity.is_none() && made.contact.is_some());
        assert_eq!((office.count("account").await, office.count("opportunity").await), (0, 0));
        assert_eq!(office.read::<Lead>(lead).await.qualifyingopportunityid, None);
    }
}

#[tokio::test]
async fn who_may_only_read_a_lead_cannot_qualify_it() {
    for office in offices().await {
        let (seller, system) = (office.seller().await, tables::Principal::system());
        let lead = office.lead(&seller).await;
        let mut reader = office.store.read(&system).await.unwrap();
        let unit = reader.get_row("systemuser", seller.user).await.unwrap().unwrap();
        let unit = unit.get("businessunitid").clone();
        drop(reader);
        let person = values([("fullname", "Rhea Reader".into()), ("businessunitid", unit)]);
        let person = office.make(&system, "systemuser", person).await;
        office
            .store
            .write(Context::system(), person, |tx, person| {
                Box::pin(async move {
                    let makes: &[Privilege] = &[Privilege::Create, Privilege::Read];
                    let privileges = [
                        ("lead", &[Privilege::Read][..], DepthOption::Organization),
                        ("account", makes, DepthOption::Organization),
                        ("contact", makes, DepthOption::Organization),
                        ("opportunity", makes, DepthOption::Organization),
                    ];
                    Role::grant(tx, "Reader", &privileges, &Reference::new("systemuser", *person)).await
                })
            })
            .await
            .unwrap();
        let reader = office.store.read(&system).await.unwrap().principal(person).await.unwrap().unwrap();
        let refused = office.qualify(&reader, lead).await.unwrap_err();
        assert!(matches!(&refused, QualifyError::Store(Error::NoPrivilege { .. })), "{refused}");
        assert_eq!(office.count("account").await, 0);
        let missing = office.qualify(&seller, person).await.unwrap_err();
        assert_eq!(missing, QualifyError::NotFound);
    }
}
