//! Who signs in keeps an address to sign in by, and it is nobody else's.
//!
//! The store lets a member in by the address of the person's customer, and knows one person of a
//! company by it. What code does is let through: its verbs look for themselves.

use std::sync::Arc;

use tables::{
    ColumnValue as _, Draft, Error, Filter, Moment, Operation, Privilege, Query, Result, Right, Row, Rule,
    Table as _, Tx,
};

use super::{CustomerHierarchyMember, MemberStatus};
use crate::customers::{Customer, PartnerStatus, PartyType, by_account, persons_by_email};

const EMAIL: &str = "PrimaryContactEmail";

const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: Customer::NAME },
    Right { privilege: Privilege::Read, table: CustomerHierarchyMember::NAME },
    Right { privilege: Privilege::Write, table: CustomerHierarchyMember::NAME },
];

/// A person keeps the address; who gets one back is invited anew; nobody becomes a member without.
pub fn sign_in_rules() -> [Rule; 3] {
    let rule =
        |name, table, moment, operations, run| Rule { name, table, moment, operations, rights: RIGHTS, run };
    [
        rule(
            "who signs in keeps an address of their own",
            Customer::NAME,
            Moment::Before,
            &[Operation::Update],
            Arc::new(|tx, draft| Box::pin(keep_address(tx, draft))),
        ),
        rule(
            "who gets an address back is invited anew",
            Customer::NAME,
            Moment::After,
            &[Operation::Update],
            Arc::new(|tx, draft| Box::pin(invite_anew(tx, draft))),
        ),
        rule(
            "a member has an address of their own",
            CustomerHierarchyMember::NAME,
            Moment::Before,
            &[Operation::Create, Operation::Update],
            Arc::new(|tx, draft| Box::pin(require_address(tx, draft))),
        ),
    ]
}

async fn keep_address(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    if draft.by_code || !draft.changes(EMAIL) {
        return Ok(());
    }
    let person = Customer::from_row(&draft.after)?;
    let unfit = |reason, message| Err(Error::Unfit { column: EMAIL.into(), reason, message });
    match &person.primary_contact_email {
        None if !memberships(tx, &person).await?.is_empty() => {
            let message = format!(
                "{EMAIL}: {} signs in to the store by this address. Give another address, or remove the person \
                 from the organization's users first.",
                person.customer_account
            );
            unfit("signs-in", message)
        }
        Some(email) if another_signs_in(tx, &person, email).await? => {
            let message = format!(
                "{EMAIL}: another person of company {} signs in by {email}. Give another address, or change \
                 that person's first.",
                person.data_area_id
            );
            unfit("email-in-use", message)
        }
        _ => Ok(()),
    }
}

/// Without an address the store forgot the person, password included, so that waiting alone would
/// let nobody in: job 1010 welcomes who is pending.
async fn invite_anew(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    let had_none = draft.before.as_ref().is_some_and(|row| row.get(EMAIL).is_null());
    if !had_none || draft.after.get(EMAIL).is_null() {
        return Ok(());
    }
    let person = Customer::from_row(&draft.after)?;
    for member in memberships(tx, &person).await? {
        tx.save(&CustomerHierarchyMember { status: MemberStatus::Pending, ..member }).await?;
    }
    Ok(())
}

async fn require_address(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    if draft.by_code || !may_act(&draft.after) || draft.before.as_ref().is_some_and(may_act) {
        return Ok(());
    }
    let text = |column: &str| draft.after.get(column).as_text().unwrap_or_default();
    let person = by_account(tx, text("dataAreaId"), text("CustomerAccount")).await?;
    let Some(person) = person else { return Ok(()) };
    let Some(email) = &person.primary_contact_email else {
        let message = "This person has no e-mail address to sign in by. Give the customer one first.";
        return Err(Error::Refused { code: "NoSignInAddress", message: message.into() });
    };
    if another_signs_in(tx, &person, email).await? {
        let message =
            format!("Another person signs in by {email} already. Change one of the two addresses first.");
        return Err(Error::Refused { code: "EmailInUse", message });
    }
    Ok(())
}

fn may_act(member: &Row) -> bool {
    MemberStatus::from_value(member.get("Status")) != Some(MemberStatus::Disabled)
}

/// Where the person may act.
async fn memberships(tx: &mut Tx, person: &Customer) -> Result<Vec<CustomerHierarchyMember>> {
    let acting = [MemberStatus::Pending, MemberStatus::Active].map(Into::into).to_vec();
    let of_person = Filter::equals("dataAreaId", person.data_area_id.as_str())
        .and(Filter::equals("CustomerAccount", person.customer_account.as_str()))
        .and(Filter::In("Status".into(), acting));
    tx.list(Query::of(CustomerHierarchyMember::NAME).filter(of_person)).await
}

/// Whether somebody else whom the store lets in has the address. Who is not known to the store may
/// share it: approving says what to do about that.
async fn another_signs_in(tx: &mut Tx, person: &Customer, email: &str) -> Result<bool> {
    let is_known = matches!(person.partner_status, PartnerStatus::None | PartnerStatus::Active);
    if person.party_type != PartyType::Person || !is_known {
        return Ok(false);
    }
    for other in persons_by_email(tx, &person.data_area_id, email).await? {
        let is_other = other.external_row_id != person.external_row_id;
        if is_other && !memberships(tx, &other).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;
    use tables::{Change, Context, Store, Value};

    use super::*;
    use crate::customer_hierarchies::enable_member;
    use crate::testing::{all, approve_as, ask, each_store, open_prospect};

    /// The administrator of an approved partner, and a person beside who acts for nobody.
    async fn two(store: &Store) -> [Uuid; 2] {
        let prospect = open_prospect(store).await;
        approve_as(Context::system(), store, prospect).await.unwrap();
        let people: Vec<Customer> = all(store).await;
        let ola = people.iter().find(|one| one.party_type == PartyType::Person).unwrap().external_row_id;
        let values: Vec<(String, Value)> = vec![
            ("PartyType".into(), PartyType::Person.into()),
            ("PersonLastName".into(), "Kowal".into()),
            ("CustomerAccount".into(), "JAN".into()),
            (EMAIL.into(), "jan@nowak.example".into()),
        ];
        [ola, ask(store, Change::create("customer", values)).await.unwrap()]
    }

    async fn set(store: &Store, person: Uuid, email: Option<&str>) -> Result<Uuid> {
        ask(store, Change::update("customer", person, vec![(EMAIL.into(), email.into())])).await
    }

    fn reason(refused: Result<Uuid>) -> &'static str {
        match refused {
            Err(Error::Unfit { column, reason, .. }) if column == EMAIL => reason,
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn who_signs_in_changes_the_address_but_neither_loses_nor_shares_it() {
        for (_folder, store) in each_store().await {
            let [ola, jan] = two(&store).await;
            assert_eq!(reason(set(&store, ola, None).await), "signs-in");
            assert_eq!(reason(set(&store, jan, Some("OLA@nowak.example")).await), "email-in-use");
            set(&store, ola, Some("Ola@Nowak.example")).await.unwrap();
            set(&store, ola, Some("aleksandra@nowak.example")).await.unwrap();
            // Nobody signs in by that one any more, and who does not sign in needs none.
            set(&store, jan, Some("ola@nowak.example")).await.unwrap();
            set(&store, jan, None).await.unwrap();
        }
    }

    #[tokio::test]
    async fn nobody_becomes_a_member_without_an_address_of_their_own() {
        for (_folder, store) in each_store().await {
            let [ola, jan] = two(&store).await;
            let member = |status: MemberStatus| {
                let admin = super::super::MemberRole::Admin;
                let values: Vec<(String, Value)> = vec![
                    ("dataAreaId".into(), "usmf".into()),
                    ("CustomerHierarchyId".into(), "CH-000001".into()),
                    ("CustomerAccount".into(), "JAN".into()),
                    ("Role".into(), admin.into()),
                    ("Status".into(), status.into()),
                ];
                Change::create("customerhierarchymember", values)
            };
            let id = ask(&store, member(MemberStatus::Disabled)).await.unwrap();
            let enable = async || {
                store.write(Context::system(), id, |tx, id| Box::pin(enable_member(tx, *id, true))).await
            };
            let code = |refused: Result<bool>| match refused {
                Err(Error::Refused { code, .. }) => code,
                other => panic!("{other:?}"),
            };
            set(&store, jan, None).await.unwrap();
            assert_eq!(code(enable().await), "NoSignInAddress");
            let twin = vec![(EMAIL.to_owned(), "ola@nowak.example".into())];
            ask(&store, Change::update("customer", jan, twin).by_code()).await.unwrap();
            assert_eq!(code(enable().await), "EmailInUse");
            set(&store, jan, Some("jan@nowak.example")).await.unwrap();
            assert_eq!(enable().await, Ok(true));
            assert_eq!(reason(set(&store, jan, Some("ola@nowak.example")).await), "email-in-use");
            assert_eq!(reason(set(&store, ola, None).await), "signs-in", "also beside another administrator");
        }
    }
}
