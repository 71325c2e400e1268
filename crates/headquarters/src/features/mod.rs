//! Features: what the business turns on and off.

pub mod job_1110;
mod switch;

pub use switch::switch;

use tables::uuid::Uuid;
use tables::{Filter, Result, Table, Tx};

/// While it is off, the store takes no requests of companies. What is under way goes on.
pub use channel::features::B2B_ECOMMERCE;

/// A feature. Who turned it and when is in its audit.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "feature", set = "Features", primary = "Name", naming = "pascal", key(by_name(Name)))]
pub struct Feature {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Its name.
    #[column(text = 100)]
    pub name: String,
    /// Whether it is on.
    #[column(yes_no, default = true)]
    pub is_enabled: bool,
}

/// Makes the features that headquarters lacks: on.
///
/// # Errors
/// As any write.
pub async fn seed(tx: &mut Tx) -> Result<()> {
    if tx.find::<Feature>(Filter::equals("Name", B2B_ECOMMERCE)).await?.is_none() {
        let feature = Feature { external_row_id: tx.new_id(), name: B2B_ECOMMERCE.into(), is_enabled: true };
        tx.insert(&feature).await?;
    }
    Ok(())
}
