//! Both peers, and the engine that the installed package put to work.

use std::sync::{Arc, PoisonError, RwLock};

use tables::Store;
use tokio::sync::Mutex;

use super::gallery::Gallery;
use super::installation::{self, Installation, InstallationState};
use super::package::Package;
use super::{Documents, SetupError, StoreDoor};
use crate::{Engine, Peer, Side};

/// The Web APIs that dual-write reaches, each as two identities.
#[derive(Clone)]
pub struct Ends {
    /// Headquarters, as the identity that carries changes.
    pub headquarters: Peer,
    /// Sales, as the identity that carries changes.
    pub sales: Peer,
    /// Headquarters, as the identity that sets up, repairs and verifies.
    pub headquarters_setup: Peer,
    /// Sales, as the identity that sets up, repairs and verifies.
    pub sales_setup: Peer,
}

/// Dual-write as a whole. Cloning shares it.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

struct Inner {
    store: Store,
    ends: Ends,
    gallery: Gallery,
    door: Option<StoreDoor>,
    engine: RwLock<Option<Working>>,
    /// One step of an installation after another.
    turn: Mutex<()>,
}

/// The engine, and what it was built of.
#[derive(Clone)]
struct Working {
    package: String,
    company: String,
    documents: String,
    engine: Engine,
}

impl Hub {
    /// With dual-write's own database. [`Hub::refresh`] starts what is installed.
    #[must_use]
    pub fn new(store: Store, ends: Ends, gallery: Gallery, door: Option<StoreDoor>) -> Self {
        let (engine, turn) = (RwLock::new(None), Mutex::new(()));
        Self(Arc::new(Inner { store, ends, gallery, door, engine, turn }))
    }

    /// The engine; nothing where no package is installed.
    #[must_use]
    pub fn engine(&self) -> Option<Engine> {
        self.working().map(|working| working.engine)
    }

    /// The package that is at work.
    #[must_use]
    pub fn at_work(&self) -> Option<String> {
        self.working().map(|working| working.package)
    }

    /// Which packages there are.
    #[must_use]
    pub fn gallery(&self) -> &Gallery {
        &self.0.gallery
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    /// The company that the store's requests come to, where the store is known here.
    #[must_use]
    pub fn store_company(&self) -> Option<&str> {
        self.store_door().map(|door| door.company.as_str())
    }

    pub(super) fn store_door(&self) -> Option<&StoreDoor> {
        self.0.door.as_ref()
    }

    pub(super) fn turn(&self) -> &Mutex<()> {
        &self.0.turn
    }

    /// A side as the identity that sets up.
    pub(super) fn setup(&self, side: Side) -> &Peer {
        match side {
            Side::Headquarters => &self.0.ends.headquarters_setup,
            Side::Sales => &self.0.ends.sales_setup,
        }
    }

    /// A side as the identity that carries changes, in this company.
    pub(super) fn peer(&self, side: Side, company: &str) -> Peer {
        match side {
            Side::Headquarters => self.0.ends.headquarters.clone().in_company(company),
            Side::Sales => self.0.ends.sales.clone(),
        }
    }

    /// Whether anybody ever began to install a package here.
    ///
    /// # Errors
    /// As any read.
    pub async fn was_ever_asked(&self) -> Result<bool, SetupError> {
        Ok(!installation::all(&self.0.store).await?.is_empty())
    }

    /// Looks in the database whether a package is installed, and starts or ends the engine's work.
    /// Another process may have installed or removed one.
    ///
    /// # Errors
    /// [`SetupError`], also for installed documents that this version cannot read.
    pub async fn refresh(&self) -> Result<(), SetupError> {
        let installed = installation::all(&self.0.store).await?;
        let installed = installed.into_iter().find(|one| one.state == InstallationState::Installed);
        let Some(Installation { package, company: Some(company), documents: Some(documents), .. }) =
            installed
        else {
            self.put(None);
            return Ok(());
        };
        let is_same = |working: &Working| {
            working.package == package && working.company == company && working.documents == documents
        };
        if self.working().as_ref().is_some_and(is_same) {
            return Ok(());
        }
        let solution = read(&documents)?.solution().clone();
        let (headquarters, sales) =
            (self.peer(Side::Headquarters, &company), self.peer(Side::Sales, &company));
        let engine = Engine::new(self.0.store.clone(), solution, headquarters, sales, &company);
        self.put(Some(Working { package, company, documents, engine }));
        Ok(())
    }

    /// Puts an engine to work until the next [`Hub::refresh`], whatever is installed: for tests.
    pub fn put_to_work(&self, engine: Engine) {
        let (package, company, documents) = Default::default();
        self.put(Some(Working { package, company, documents, engine }));
    }

    fn working(&self) -> Option<Working> {
        self.0.engine.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, working: Option<Working>) {
        *self.0.engine.write().unwrap_or_else(PoisonError::into_inner) = working;
    }
}

/// A package from the documents of an installation.
pub(super) fn read(documents: &str) -> Result<Package, SetupError> {
    let documents: Documents = serde_json::from_str(documents).map_err(tables::Error::internal)?;
    Ok(Package::read(documents)?)
}
