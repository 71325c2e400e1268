//! Terms of payment: when an invoice is due.

use tables::uuid::Uuid;
use tables::{Filter, Result, Table, Tx};

/// Terms of one company.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "paymentterm",
    set = "PaymentTerms",
    primary = "Description",
    naming = "pascal",
    key(by_name(dataAreaId, Name))
)]
pub struct PaymentTerm {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company.
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    /// Their short name.
    #[column(text = 10)]
    pub name: String,
    /// What they are.
    #[column(text = 60)]
    pub description: Option<String>,
    /// Days from the invoice until it is due.
    #[column(whole, min = 0, max = 3_650, default = 0i64)]
    pub number_of_days: Option<i64>,
    /// Months beside the days.
    #[column(whole, min = 0, max = 120, default = 0i64)]
    pub number_of_months: Option<i64>,
}

/// The terms that a company begins with.
const SEEDED: [(&str, &str, i64); 3] =
    [("COD", "Cash on delivery", 0), ("Net10", "Net 10 days", 10), ("Net30", "Net 30 days", 30)];

/// Makes the terms that the company lacks.
///
/// # Errors
/// As any write.
pub async fn seed(tx: &mut Tx, company: &str) -> Result<()> {
    for (name, description, days) in SEEDED {
        let of_key = Filter::equals("dataAreaId", company).and(Filter::equals("Name", name));
        if tx.find::<PaymentTerm>(of_key).await?.is_none() {
            let row = PaymentTerm {
                external_row_id: tx.new_id(),
                data_area_id: company.into(),
                name: name.into(),
                description: Some(description.into()),
                number_of_days: Some(days),
                number_of_months: Some(0),
            };
            tx.insert(&row).await?;
        }
    }
    Ok(())
}
