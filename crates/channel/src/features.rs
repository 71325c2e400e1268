//! Features that headquarters turns on and off, as far as the store has to know (job 1110).

use tables::uuid::Uuid;
use tables::{Filter, Reader, Result, Table, Tx};

/// Whether the store takes requests of companies that want to become business partners.
pub const B2B_ECOMMERCE: &str = "Enable the use of B2B eCommerce capabilities";

/// A feature as headquarters told of it.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "feature", set = "features", primary = "name", key(by_name(name)), bookkeeping)]
pub struct Feature {
    /// Id.
    #[column(id)]
    pub featureid: Uuid,
    /// Its name.
    #[column(text = 100)]
    pub name: String,
    /// Whether it is on.
    #[column(yes_no)]
    pub is_enabled: bool,
}

/// Whether a feature is on. One that headquarters never told of is: nobody turned it off.
///
/// # Errors
/// As any read.
pub async fn is_enabled(reader: &mut Reader, name: &str) -> Result<bool> {
    let known: Option<Feature> = reader.find(Filter::equals("name", name)).await?;
    Ok(known.is_none_or(|feature| feature.is_enabled))
}

/// The same within a transaction.
pub(crate) async fn is_enabled_now(tx: &mut Tx, name: &str) -> Result<bool> {
    let known: Option<Feature> = tx.find(Filter::equals("name", name)).await?;
    Ok(known.is_none_or(|feature| feature.is_enabled))
}

/// Headquarters tells of a feature. Answers whether that was news.
///
/// # Errors
/// As any write.
pub async fn tell(tx: &mut Tx, name: &str, is_enabled: bool) -> Result<bool> {
    match tx.find::<Feature>(Filter::equals("name", name)).await? {
        Some(known) => Ok(tx.save(&Feature { is_enabled, ..known }).await?.changed),
        None => {
            let feature = Feature { featureid: tx.new_id(), name: name.into(), is_enabled };
            tx.insert(&feature).await.map(|_| true)
        }
    }
}
