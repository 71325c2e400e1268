//! Checks before a decision: who is known already by what the prospect says of itself. Only hints:
//! the person who decides, decides.

use tables::{Filter, Query, Reader, Result, Table as _};

use super::Prospect;
use crate::customers::{Customer, PartyType, persons_of_email};

/// Most rows of each kind that are shown.
const ALIKE_MAX: u32 = 5;

/// What there is beside a prospect.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// A person who signs in by the requestor's address already.
    pub email_in_use: Option<Customer>,
    /// Organizations of the same name or tax number.
    pub organizations: Vec<Customer>,
    /// Other prospects of the same name, tax number or address.
    pub prospects: Vec<Prospect>,
}

/// Looks around a prospect, as far as the reader's principal may see.
///
/// # Errors
/// As any read.
pub async fn checks(reader: &mut Reader, prospect: &Prospect) -> Result<Checks> {
    let company = prospect.data_area_id.as_str();
    let own = own_customers(prospect);
    let persons: Vec<Customer> =
        first(reader, persons_of_email(company, &prospect.primary_contact_email)).await?;
    let organizations: Vec<Customer> = first(
        reader,
        Query::of(Customer::NAME).filter(
            Filter::equals("dataAreaId", company)
                .and(Filter::equals("PartyType", PartyType::Organization))
                .and(alike(prospect, "TaxExemptNumber", Vec::new())),
        ),
    )
    .await?;
    let email = Filter::equals("PrimaryContactEmail", prospect.primary_contact_email.as_str());
    let mut prospects: Vec<Prospect> = first(
        reader,
        Query::of(Prospect::NAME).filter(Filter::equals("dataAreaId", company).and(alike(
            prospect,
            "TaxId",
            vec![email],
        ))),
    )
    .await?;
    prospects.retain(|other| other.external_row_id != prospect.external_row_id);
    let is_other = |customer: &Customer| {
        !own.contains(&customer.customer_account)
            && customer.b2b_prospect_id.as_ref() != Some(&prospect.prospect_id)
    };
    Ok(Checks {
        email_in_use: persons.into_iter().find(is_other),
        organizations: organizations.into_iter().filter(is_other).collect(),
        prospects,
    })
}

/// The same name, the same tax number, or one of `more`.
fn alike(prospect: &Prospect, tax_column: &str, more: Vec<Filter>) -> Filter {
    let name = Filter::equals("OrganizationName", prospect.organization_name.as_str());
    let tax = prospect.tax_id.as_deref().map(|tax| Filter::equals(tax_column, tax));
    Filter::Or([name].into_iter().chain(tax).chain(more).collect())
}

/// Accounts of the customers that the prospect became.
fn own_customers(prospect: &Prospect) -> Vec<String> {
    let accounts = [&prospect.organization_customer_account, &prospect.requestor_customer_account];
    accounts.into_iter().flatten().cloned().collect()
}

async fn first<T: tables::Table>(reader: &mut Reader, query: Query) -> Result<Vec<T>> {
    // One more, because the prospect finds itself.
    let page = reader.page(&query.order_by("CreatedAt").limit(ALIKE_MAX + 1)).await?;
    page.rows.iter().map(T::from_row).collect()
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;
    use tables::{Change, Context, Principal};

    use super::*;
    use crate::testing::{approve_as, ask, each_store, open_prospect, prospect_now};

    #[tokio::test]
    async fn who_is_known_already_is_found_and_the_prospect_itself_is_not() {
        for (_folder, store) in each_store().await {
            let look = async |id: Uuid| {
                let prospect = prospect_now(&store, id).await;
                let mut reader = store.read(&Principal::system()).await.unwrap();
                checks(&mut reader, &prospect).await.unwrap()
            };
            let first = open_prospect(&store).await;
            assert_eq!(look(first).await, Checks::default());
            approve_as(Context::system(), &store, first).await.unwrap();
            assert_eq!(look(first).await, Checks::default());
            let partner = prospect_now(&store, first).await;

            let second = open_prospect(&store).await;
            let found = look(second).await;
            let in_use = found.email_in_use.map(|person| person.customer_account);
            assert_eq!(in_use, partner.requestor_customer_account);
            assert_eq!(found.organizations.len(), 1);
            assert_eq!(
                Some(&found.organizations[0].customer_account),
                partner.organization_customer_account.as_ref()
            );
            let others: Vec<Uuid> = found.prospects.iter().map(|other| other.external_row_id).collect();
            assert_eq!(others, [first]);

            let other = vec![
                ("OrganizationName".into(), "NOWAK TRADING".into()),
                ("PrimaryContactEmail".into(), "else@nowak.example".into()),
            ];
            ask(&store, Change::update("prospect", second, other)).await.unwrap();
            let found = look(second).await;
            assert!(found.email_in_use.is_none());
            assert_eq!((found.organizations.len(), found.prospects.len()), (1, 1));
        }
    }
}
