//! Close as won, close as lost; customer numbers.

use sales::opportunities::{
    CloseError, Opportunity, OpportunityClose, OpportunityReason, OpportunityState, close_as_lost,
    close_as_won,
};
use tables::uuid::Uuid;
use tables::{Change, Context, Error, Money, Principal, Query, Value, Values};

use crate::office::{Office, offices};

fn closing(opportunity: Uuid) -> Values {
    vec![
        ("subject".into(), "Closed".into()),
        ("actualrevenue".into(), Money::whole(1200).into()),
        ("opportunityid".into(), Value::Id(opportunity)),
    ]
}

pub async fn close(office: &Office, opportunity: Uuid, won: bool, status: i64) -> Result<Uuid, CloseError> {
    let context = Context::of(office.seller().await);
    let input = (closing(opportunity), won, status);
    office
        .store
        .write(context, input, |tx, (values, won, status)| {
            Box::pin(async move {
                if *won {
                    close_as_won(tx, values, *status).await
                } else {
                    close_as_lost(tx, values, *status).await
                }
            })
        })
        .await
}

#[tokio::test]
async fn winning_and_losing_leave_their_activity_and_happen_once() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let opportunity = office.qualify(&seller, lead).await.unwrap().opportunity.unwrap();
        let wrong = close(&office, opportunity, true, 5).await.unwrap_err();
        assert!(matches!(wrong, CloseError::WrongReason { given: 5, .. }), "{wrong}");
        let by_hand = vec![("statecode".into(), Value::Choice(1))];
        assert!(office.set(&seller, "opportunity", opportunity, by_hand).await.is_err());
        let activity = close(&office, opportunity, true, 3).await.unwrap();
        let won: Opportunity = office.read(opportunity).await;
        assert_eq!((won.statecode, won.statuscode), (OpportunityState::Won, OpportunityReason::Won));
        assert_eq!(won.actualvalue, Some(Money::whole(1200)));
        let kept: OpportunityClose = office.read(activity).await;
        assert_eq!(kept.opportunityid, opportunity);
        assert_eq!(kept.actualend.unwrap().to_string(), "2026-11-20");
        let late = close(&office, opportunity, false, 4).await.unwrap_err();
        assert_eq!(late, CloseError::NotOpen(OpportunityState::Won));
        let missing = close(&office, lead, true, 3).await.unwrap_err();
        assert_eq!(missing, CloseError::NotFound);
    }
}

#[tokio::test]
async fn of_two_closings_at_once_one_stands() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let opportunity = office.qualify(&seller, lead).await.unwrap().opportunity.unwrap();
        let (won, lost) =
            tokio::join!(close(&office, opportunity, true, 3), close(&office, opportunity, false, 5));
        assert!(won.is_ok() != lost.is_ok(), "{won:?} {lost:?}");
        let mut reader = office.store.read(&Principal::system()).await.unwrap();
        assert_eq!(reader.page(&Query::of("opportunityclose")).await.unwrap().rows.len(), 1);
    }
}

#[tokio::test]
async fn a_customer_number_belongs_to_headquarters_once_it_is_there() {
    for office in offices().await {
        let seller = office.seller().await;
        let lead = office.lead(&seller).await;
        let account = office.qualify(&seller, lead).await.unwrap().account.unwrap();
        let number = |number: &str| vec![("accountnumber".to_owned(), number.into())];
        let dual_write = office.user("dual-write").await;
        office.set(&dual_write, "account", account, number("C-1")).await.unwrap();
        let refused = office.set(&seller, "account", account, number("C-2")).await.unwrap_err();
        assert!(
            matches!(&refused, Error::ReadOnly { owner, .. } if owner.contains("headquarters")),
            "{refused}"
        );
        // To say that one is dual-write is not enough.
        let claims = Context { origin: Some("dual-write".into()), ..Context::of(seller.clone()) };
        let change = Change::update("account", account, number("C-2"));
        assert!(matches!(office.change(claims, change).await.unwrap_err(), Error::ReadOnly { .. }));
        let empty = vec![("accountnumber".to_owned(), Value::Null)];
        assert!(office.set(&seller, "account", account, empty).await.is_err());
        office.set(&dual_write, "account", account, number("C-3")).await.unwrap();
        let person = office.make(&seller, "contact", vec![("lastname".into(), "Ada".into())]).await;
        let number = |number: &str| vec![("msdyn_contactpersonid".to_owned(), number.into())];
        office.set(&dual_write, "contact", person, number("C-9")).await.unwrap();
        assert!(office.set(&seller, "contact", person, number("C-8")).await.is_err());
        office.set(&dual_write, "contact", person, number("C-7")).await.unwrap();
    }
}

/// Whoever could write them could pass a row off as another company's.
#[tokio::test]
async fn a_seller_gives_no_row_a_prospect_a_verdict_or_a_number() {
    for office in offices().await {
        let seller = office.seller().await;
        let own = || Context::of(seller.clone());
        let named = |column: &str, value: Value| {
            vec![("lastname".to_owned(), "Mallory".into()), (column.to_owned(), value)]
        };
        for (table, column, value) in [
            ("lead", "tandem_b2bprospectid", "PR-000001".into()),
            ("lead", "tandem_partnerstatus", Value::Choice(2)),
            ("contact", "tandem_b2bprospectid", "PR-000001".into()),
            ("contact", "msdyn_contactpersonid", "C-000001".into()),
        ] {
            let refused = office.change(own(), Change::create(table, named(column, value.clone()))).await;
            assert!(matches!(refused, Err(Error::ReadOnly { .. })), "{table}.{column}: {refused:?}");
            let row = office.make(&seller, table, vec![("lastname".into(), "Plain".into())]).await;
            let refused = office.set(&seller, table, row, vec![(column.to_owned(), value)]).await;
            assert!(matches!(refused, Err(Error::ReadOnly { .. })), "{table}.{column}: {refused:?}");
        }
        // A row always has an owner.
        let row = office.make(&seller, "contact", vec![("lastname".into(), "Owned".into())]).await;
        let nobody = office.set(&seller, "contact", row, vec![("ownerid".into(), Value::Null)]).await;
        assert_eq!(nobody, Err(Error::Required { column: "ownerid".into() }));
    }
}
