//! Where the four databases lie: four files in the data folder, or four schemas in PostgreSQL.

use std::path::Path;

use tables::Location;

/// One of the four databases. Each belongs to one application; no join crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseName {
    /// What store and headquarters hand to each other.
    Channel,
    /// Headquarters.
    Headquarters,
    /// Sales.
    Sales,
    /// Links, checkpoints and parked rows of dual-write.
    DualWrite,
}

impl DatabaseName {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Channel, Self::Headquarters, Self::Sales, Self::DualWrite];

    /// The name of the file or schema.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::Headquarters => "headquarters",
            Self::Sales => "sales",
            Self::DualWrite => "dual_write",
        }
    }
}

/// Where each of the four databases lies.
#[derive(Clone, Debug)]
pub struct Databases {
    /// The channel database.
    pub channel: Location,
    /// Headquarters' database.
    pub headquarters: Location,
    /// The database of Sales.
    pub sales: Location,
    /// The database of dual-write.
    pub dual_write: Location,
}

impl Databases {
    /// Each where `location` says.
    pub fn new(location: impl Fn(DatabaseName) -> Location) -> Self {
        Self {
            channel: location(DatabaseName::Channel),
            headquarters: location(DatabaseName::Headquarters),
            sales: location(DatabaseName::Sales),
            dual_write: location(DatabaseName::DualWrite),
        }
    }

    /// All four, each with where it lies.
    pub fn all(&self) -> impl Iterator<Item = (DatabaseName, &Location)> {
        let location = |name| match name {
            DatabaseName::Channel => &self.channel,
            DatabaseName::Headquarters => &self.headquarters,
            DatabaseName::Sales => &self.sales,
            DatabaseName::DualWrite => &self.dual_write,
        };
        DatabaseName::ALL.into_iter().map(move |name| (name, location(name)))
    }

    /// Whether any of them is a file.
    #[must_use]
    pub fn uses_files(&self) -> bool {
        self.all().any(|(_, location)| matches!(location, Location::Sqlite(_)))
    }

    /// Four SQLite files in a folder.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self::new(|name| Location::Sqlite(folder.join(format!("{}.sqlite", name.as_str()))))
    }
}
