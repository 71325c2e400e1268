//! Contact persons: people at customers and vendors who are no customers themselves.

use std::sync::Arc;

use tables::uuid::Uuid;
use tables::{Choice, Draft, Moment, Operation, Privilege, Result, Right, Rule, Table, Tx};

use crate::legal_entities;
use crate::number_sequences::{Sequence, next_number};

/// Whose contact somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum AssociatedContactType {
    Customer = 0,
    Vendor = 1,
}

/// A contact person of one company.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "contactperson",
    set = "ContactPersons",
    primary = "LastName",
    naming = "pascal",
    key(by_number(dataAreaId, ContactPersonId)),
    index(AssociatedContactNumber)
)]
#[expect(missing_docs, reason = "names of finance and operations")]
pub struct ContactPerson {
    /// Id; callers may choose it.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company; nothing given: the default one.
    #[column(text = 4, name = "dataAreaId", form)]
    pub data_area_id: String,
    /// Number; nothing given: the next of the sequence.
    #[column(text = 20, form)]
    pub contact_person_id: String,
    #[column(text = 20, form)]
    pub contact_person_party_number: String,
    #[column(text = 50)]
    pub first_name: Option<String>,
    #[column(text = 50)]
    pub middle_name: Option<String>,
    #[column(text = 50)]
    pub last_name: String,
    #[column(choice, default = AssociatedContactType::Customer)]
    pub associated_contact_type: AssociatedContactType,
    /// Account of the customer or vendor.
    #[column(text = 20)]
    pub associated_contact_number: Option<String>,
    #[column(text = 250)]
    pub primary_address_street: Option<String>,
    #[column(text = 80)]
    pub primary_address_city: Option<String>,
    #[column(text = 50)]
    pub primary_address_county_id: Option<String>,
    #[column(text = 50)]
    pub primary_address_state_id: Option<String>,
    #[column(text = 20)]
    pub primary_address_zip_code: Option<String>,
    #[column(text = 80)]
    pub primary_address_country_region_id: Option<String>,
    #[column(text = 50)]
    pub primary_phone_number: Option<String>,
    #[column(text = 50)]
    pub primary_fax_number: Option<String>,
    #[column(text = 100)]
    pub primary_email_address: Option<String>,
    #[column(text = 200, name = "PrimaryURL")]
    pub primary_url: Option<String>,
    #[column(text = 100)]
    pub employment_department: Option<String>,
    #[column(text = 100)]
    pub employment_profession: Option<String>,
    #[column(memo = 2000)]
    pub notes: Option<String>,
}

/// Company and numbers come from rows that the caller need not see.
const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: "legalentity" },
    Right { privilege: Privilege::Read, table: "numbersequence" },
    Right { privilege: Privilege::Write, table: "numbersequence" },
];

/// What every contact person gets, whoever writes it.
#[must_use]
pub fn rule() -> Rule {
    Rule {
        name: "complete a contact person",
        table: ContactPerson::NAME,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: RIGHTS,
        run: Arc::new(|tx, draft| Box::pin(complete(tx, draft))),
    }
}

async fn complete(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    if draft.operation == Operation::Update {
        return crate::keep(draft, &["dataAreaId", "ContactPersonId", "ContactPersonPartyNumber"]);
    }
    let entity = legal_entities::resolve(tx, draft.after.get("dataAreaId").as_text()).await?;
    let company = entity.legal_entity_id;
    draft.after.set("dataAreaId", company.as_str())?;
    for (column, sequence) in
        [("ContactPersonId", Sequence::ContactPersonId), ("ContactPersonPartyNumber", Sequence::PartyNumber)]
    {
        if draft.after.get(column).is_null() {
            let number = next_number(tx, &company, sequence).await?;
            draft.after.set(column, number)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::Change;

    use super::*;
    use crate::testing::{all, ask, each_store};

    #[tokio::test]
    async fn a_contact_person_gets_company_and_numbers_and_keeps_them() {
        for (_folder, store) in each_store().await {
            let values = vec![("LastName".to_owned(), "Nowak".into())];
            let id = ask(&store, Change::create("contactperson", values)).await.unwrap();
            let person = all::<ContactPerson>(&store).await.pop().unwrap();
            assert_eq!((&*person.data_area_id, &*person.contact_person_id), ("usmf", "CP-000001"));
            assert_eq!(person.associated_contact_type, AssociatedContactType::Customer);
            let renumber = vec![("ContactPersonId".to_owned(), "CP-7".into())];
            let refused = ask(&store, Change::update("contactperson", id, renumber)).await;
            assert!(matches!(refused, Err(tables::Error::ReadOnly { .. })), "{refused:?}");
        }
    }
}
