//! The four databases, open.

use platform::Environment;
use tables::{Catalog, Location, Result, Store};

use crate::{DatabaseName, Databases};

/// The four databases, open. Cloning shares them.
#[derive(Clone)]
pub struct Stores {
    /// What the store writes to and reads from.
    pub channel: Store,
    /// Headquarters' rows.
    pub headquarters: Store,
    /// The rows of Sales.
    pub sales: Store,
    /// Dual-write's own rows.
    pub dual_write: Store,
}

impl Stores {
    /// Opens all four, whatever is served: the directory is headquarters', and a job may need any.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub(crate) async fn open(databases: &Databases, environment: &Environment) -> Result<Self> {
        let open = async |catalog: Catalog, location: &Location| {
            Store::open(catalog, location, environment.clone()).await
        };
        Ok(Self {
            channel: open(storefront::catalog(), &databases.channel).await?,
            headquarters: open(headquarters::catalog(), &databases.headquarters).await?,
            sales: open(sales::catalog(), &databases.sales).await?,
            dual_write: open(dual_write::catalog(), &databases.dual_write).await?,
        })
    }

    /// What every system begins with, and what a demo does.
    ///
    /// # Errors
    /// As any write.
    pub(crate) async fn seed(&self, is_demo: bool) -> Result<()> {
        headquarters::seed::company(&self.headquarters).await?;
        sales::seed::company(&self.sales).await?;
        dual_write::seed::company(&self.dual_write).await?;
        if is_demo {
            headquarters::seed::demo(&self.headquarters).await?;
            sales::seed::demo(&self.sales).await?;
            dual_write::seed::demo(&self.dual_write).await?;
        }
        Ok(())
    }

    /// All four, each with its name.
    pub fn all(&self) -> [(DatabaseName, &Store); 4] {
        [
            (DatabaseName::Channel, &self.channel),
            (DatabaseName::Headquarters, &self.headquarters),
            (DatabaseName::Sales, &self.sales),
            (DatabaseName::DualWrite, &self.dual_write),
        ]
    }
}
