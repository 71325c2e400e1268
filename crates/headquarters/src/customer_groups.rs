//! Customer groups: customers that are treated alike.

use tables::uuid::Uuid;
use tables::{Filter, Result, Table, Tx};

/// A group of one company's customers.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "customergroup",
    set = "CustomerGroups",
    primary = "Description",
    naming = "pascal",
    key(by_group(dataAreaId, CustomerGroupId))
)]
pub struct CustomerGroup {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company.
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    /// Its short name.
    #[column(text = 10)]
    pub customer_group_id: String,
    /// What it is.
    #[column(text = 60)]
    pub description: Option<String>,
    /// Terms of payment of its customers.
    #[column(text = 10)]
    pub payment_term_id: Option<String>,
}

/// The groups that a company begins with.
const SEEDED: [(&str, &str); 2] = [("B2B", "Business partners"), ("B2C", "Consumers")];

/// Makes the groups that the company lacks.
///
/// # Errors
/// As any write.
pub async fn seed(tx: &mut Tx, company: &str) -> Result<()> {
    for (group, description) in SEEDED {
        let of_key = Filter::equals("dataAreaId", company).and(Filter::equals("CustomerGroupId", group));
        if tx.find::<CustomerGroup>(of_key).await?.is_none() {
            let row = CustomerGroup {
                external_row_id: tx.new_id(),
                data_area_id: company.into(),
                customer_group_id: group.into(),
                description: Some(description.into()),
                payment_term_id: None,
            };
            tx.insert(&row).await?;
        }
    }
    Ok(())
}
