//! The wizard's answers: which environments, which company. They are rows, so that it goes on where
//! somebody left it.

use tables::Context;

use super::environment::Environment;
use super::gallery::Unfit;
use super::installation::{self, Installation, InstallationState};
use super::package::Package;
use super::{Hub, SetupError};
use crate::{PeerError, Side};

/// What the wizard asks next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Are these the environments?
    Environments,
    /// Which company?
    Company,
    /// What stands in the way?
    Health,
    /// Do you agree to these changes?
    Consent,
    /// Nothing any more: it is under way, or done.
    Progress,
}

impl Question {
    /// All of them in their order.
    pub const ALL: [Self; 5] =
        [Self::Environments, Self::Company, Self::Health, Self::Consent, Self::Progress];

    /// As addresses write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Environments => "environments",
            Self::Company => "company",
            Self::Health => "health",
            Self::Consent => "consent",
            Self::Progress => "progress",
        }
    }

    /// The first question of an installation that is not answered.
    #[must_use]
    pub fn next(installation: &Installation) -> Self {
        if installation.state != InstallationState::Preparing {
            return Self::Progress;
        }
        match installation {
            Installation { headquartersorganization: None, .. }
            | Installation { salesorganization: None, .. } => Self::Environments,
            Installation { company: None, .. } => Self::Company,
            _ => Self::Health,
        }
    }
}

/// A company that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its currency.
    pub currency: String,
}

impl Hub {
    /// The package of this name: of the gallery, or as it was installed from elsewhere.
    ///
    /// # Errors
    /// [`SetupError::NoPackage`].
    pub async fn package(&self, name: &str) -> Result<Package, SetupError> {
        if let Some(package) = self.gallery().find(name)? {
            return Ok(package);
        }
        match self.installation(name).await?.and_then(|known| known.documents) {
            Some(documents) => super::hub::read(&documents),
            None => Err(SetupError::NoPackage(name.to_owned())),
        }
    }

    /// What is known of a package here.
    ///
    /// # Errors
    /// As any read.
    pub async fn installation(&self, package: &str) -> Result<Option<Installation>, SetupError> {
        Ok(installation::find(self.store(), package).await?)
    }

    /// Begins to prepare an installation, or goes on with one.
    ///
    /// # Errors
    /// As any write.
    pub async fn prepare(&self, context: Context, package: &Package) -> Result<Installation, SetupError> {
        let input = (package.name().to_owned(), package.title().to_owned(), package.version().to_string());
        let prepare =
            self.store().write::<_, _, tables::Error>(context, input, |tx, (name, title, version)| {
                Box::pin(async move {
                    let fresh = Installation::fresh(tx.new_id(), name, title, version);
                    match installation::of(tx, name).await? {
                        None => {
                            tx.insert(&fresh).await?;
                            Ok(fresh)
                        }
                        // Documents stay until others stand in their place: rows that wait are shown by them.
                        Some(known) if known.state == InstallationState::Removed => {
                            let again = Installation {
                                installationid: known.installationid,
                                documents: known.documents,
                                ..fresh
                            };
                            tx.save(&again).await?;
                            Ok(again)
                        }
                        Some(known) => Ok(known),
                    }
                })
            });
        Ok(prepare.await?)
    }

    /// All packages: those of the gallery, and those that were installed from elsewhere; and the folders
    /// that are none.
    ///
    /// # Errors
    /// As any read.
    pub async fn packages(&self) -> Result<(Vec<Package>, Vec<Unfit>), SetupError> {
        let (mut packages, unfit) = self.gallery().packages()?;
        for known in installation::all(self.store()).await? {
            let is_listed = packages.iter().any(|package| package.name() == known.package);
            if let (false, Some(documents)) = (is_listed, &known.documents) {
                packages.push(super::hub::read(documents)?);
            }
        }
        Ok((packages, unfit))
    }

    /// How a package stands, or would stand once somebody prepares it.
    ///
    /// # Errors
    /// As any read.
    pub async fn planned(&self, package: &Package) -> Result<Installation, SetupError> {
        let known = self.installation(package.name()).await?;
        let fresh = || {
            let version = package.version().to_string();
            Installation::fresh(uuid::Uuid::nil(), package.name(), package.title(), &version)
        };
        Ok(known.filter(|known| known.state != InstallationState::Removed).unwrap_or_else(fresh))
    }

    /// Both environments as they answer now.
    pub async fn environments(&self) -> [(Side, Result<Environment, PeerError>); 2] {
        [
            (Side::Headquarters, Environment::of(self.setup(Side::Headquarters)).await),
            (Side::Sales, Environment::of(self.setup(Side::Sales)).await),
        ]
    }

    /// Somebody looked at both environments and says that they are the right ones.
    ///
    /// # Errors
    /// [`SetupError::OtherEnvironment`] when another answers than was `shown`; as any write.
    pub async fn confirm_environments(
        &self,
        context: Context,
        package: &str,
        shown: [&str; 2],
    ) -> Result<(), SetupError> {
        for ((side, environment), shown) in self.environments().await.into_iter().zip(shown) {
            if environment?.organization != shown {
                return Err(SetupError::OtherEnvironment(side));
            }
        }
        let [headquarters, sales] = shown.map(str::to_owned);
        self.answer(context, package, move |installation| {
            installation.headquartersorganization = Some(headquarters.clone());
            installation.salesorganization = Some(sales.clone());
        })
        .await
    }

    /// Companies of headquarters.
    ///
    /// # Errors
    /// [`SetupError::Peer`].
    pub async fn companies(&self) -> Result<Vec<Company>, SetupError> {
        let rows = self.setup(Side::Headquarters).rows("LegalEntities?$orderby=LegalEntityId").await?;
        let text = |row: &crate::Row, name: &str| {
            row.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
        };
        let company = |row: &crate::Row| Company {
            code: text(row, "LegalEntityId"),
            name: text(row, "Name"),
            currency: text(row, "CurrencyCode"),
        };
        Ok(rows.iter().map(company).collect())
    }

    /// Somebody chose the company.
    ///
    /// # Errors
    /// [`SetupError::NotPrepared`] for a company that is not there; as any write.
    pub async fn choose_company(
        &self,
        context: Context,
        package: &str,
        company: &str,
    ) -> Result<(), SetupError> {
        if !self.companies().await?.iter().any(|known| known.code == company) {
            return Err(SetupError::NotPrepared(package.to_owned()));
        }
        let company = company.to_owned();
        self.answer(context, package, move |installation| installation.company = Some(company.clone())).await
    }

    /// Gives up a preparation: nothing was changed yet.
    ///
    /// # Errors
    /// [`SetupError::Busy`] once more than questions were answered.
    pub async fn give_up(&self, context: Context, package: &str) -> Result<(), SetupError> {
        self.answer(context, package, |installation| installation.state = InstallationState::Removed).await
    }

    async fn answer(
        &self,
        context: Context,
        package: &str,
        change: impl Fn(&mut Installation) + Send + Sync + 'static,
    ) -> Result<(), SetupError> {
        self.change(context, package, move |known| {
            if known.state != InstallationState::Preparing {
                return Err(SetupError::Busy(known.package.clone()));
            }
            change(known);
            Ok(())
        })
        .await
    }
}
