//! Installing: begun by somebody's consent, done step by step, each of which can be done twice.

use std::collections::HashMap;

use tables::{Context, Filter, Principal, Query, Table as _, Tx};

use super::installation::{self, Installation, InstallationState, InstallationStep, StepState};
use super::items::{self, Item, Presence};
use super::package::Package;
use super::{Hub, SetupError, health};
use crate::{PeerError, Side, checkpoints};

/// Longest trouble that is kept, in characters.
const TROUBLE_LENGTH_MAX: usize = 2_000;

impl Hub {
    /// Exactly what an installation would make, and what is there already.
    ///
    /// # Errors
    /// [`SetupError::Peer`] when Sales does not answer.
    pub async fn outline(&self, package: &Package) -> Result<Vec<Item>, SetupError> {
        Ok(items::outline(package, self.setup(Side::Sales)).await?)
    }

    /// The steps of a package, in their order.
    ///
    /// # Errors
    /// As any read.
    pub async fn steps(&self, package: &str) -> Result<Vec<InstallationStep>, SetupError> {
        Ok(installation::steps(self.store(), package).await?)
    }

    /// Begins the installation. Somebody agreed to what [`Hub::outline`] says; [`Hub::go_on`] does it.
    /// Of a package that is installed, its present documents take the place of the earlier ones.
    ///
    /// # Errors
    /// [`SetupError::NotPrepared`], [`SetupError::Unhealthy`], [`SetupError::Busy`]; as any write.
    pub async fn begin(&self, context: Context, package: &Package) -> Result<(), SetupError> {
        let name = package.name();
        let prepared = self.installation(name).await?;
        let Some(prepared) = prepared.filter(|known| known.company.is_some()) else {
            return Err(SetupError::NotPrepared(name.to_owned()));
        };
        if prepared.headquartersorganization.is_none() || prepared.salesorganization.is_none() {
            return Err(SetupError::NotPrepared(name.to_owned()));
        }
        let findings = self.health(package, &prepared).await?;
        if !health::is_healthy(&findings) {
            let bad = findings.iter().filter(|finding| !finding.is_good);
            let names: Vec<String> = bad.map(|finding| finding.about.name()).collect();
            return Err(SetupError::Unhealthy(names.join(", ")));
        }
        let outline = self.outline(package).await?;
        let documents = serde_json::to_string(package.documents()).map_err(tables::Error::internal)?;
        let version = package.version().to_string();
        let input = (name.to_owned(), version, documents, outline);
        self.store()
            .write::<_, _, SetupError>(context, input, |tx, (name, version, documents, outline)| {
                Box::pin(async move {
                    let known = installation::of(tx, name).await?;
                    let Some(known) = known.filter(|known| !known.state.is_working()) else {
                        return Err(SetupError::Busy(name.clone()));
                    };
                    let (now, user) = (tx.now(), tx.principal().user);
                    let begun = Installation {
                        version: version.clone(),
                        state: InstallationState::Installing,
                        consentedon: Some(now),
                        consentedby: Some(user).filter(|user| *user != Principal::system().user),
                        trouble: None,
                        isstuck: false,
                        documents: Some(documents.clone()),
                        ..known
                    };
                    tx.save(&begun).await?;
                    write_steps(tx, name, outline).await
                })
            })
            .await
    }

    /// Installs a package in one go, in the environments that answer: what the demo and scripts do.
    ///
    /// # Errors
    /// As [`Hub::begin`]; trouble of a step stands in the installation's row.
    pub async fn install_at_once(
        &self,
        context: Context,
        package: &Package,
        company: &str,
    ) -> Result<(), SetupError> {
        let name = package.name();
        let known = self.prepare(context.clone(), package).await?;
        if known.state == InstallationState::Preparing {
            let [(_, headquarters), (_, sales)] = self.environments().await;
            let shown = [&*headquarters?.organization, &*sales?.organization];
            self.confirm_environments(context.clone(), name, shown).await?;
            self.choose_company(context.clone(), name, company).await?;
        }
        self.begin(context, package).await?;
        self.go_on().await
    }

    /// Does what is left of an installation, of rolling it back, or of removing it. Nothing to do is
    /// no error, and neither is trouble: it stands in the installation's row.
    ///
    /// # Errors
    /// As dual-write's own database.
    pub async fn go_on(&self) -> Result<(), SetupError> {
        let _turn = self.turn().lock().await;
        for known in installation::all(self.store()).await? {
            if !known.state.is_working() || known.isstuck {
                continue;
            }
            let worked = match known.state {
                InstallationState::Installing => self.install(&known).await,
                _ => self.remove(&known).await,
            };
            let (trouble, is_stuck) = match worked {
                Ok(()) => continue,
                Err(SetupError::Store(error)) => return Err(error.into()),
                // Who does not answer now may answer later.
                Err(SetupError::Peer(error @ PeerError::Unavailable { .. })) => (error.to_string(), false),
                Err(error) => (error.to_string(), true),
            };
            let trouble: String = trouble.chars().take(TROUBLE_LENGTH_MAX).collect();
            self.note(&known.package, move |known| {
                // Another process may have come to the end meanwhile.
                if known.state.is_working() {
                    known.trouble = Some(trouble.clone());
                    known.isstuck = is_stuck;
                }
            })
            .await?;
        }
        self.refresh().await
    }

    /// Tries again after trouble.
    ///
    /// # Errors
    /// As any write.
    pub async fn try_again(&self, context: Context, package: &str) -> Result<(), SetupError> {
        self.change(context, package, |known| {
            known.isstuck = false;
            Ok(())
        })
        .await
    }

    async fn install(&self, known: &Installation) -> Result<(), SetupError> {
        let package = super::hub::read(known.documents.as_deref().unwrap_or_default())?;
        let sales = self.setup(Side::Sales);
        let steps = installation::steps(self.store(), &known.package).await?;
        let there = items::outline(&package, sales).await?;
        for step in steps.into_iter().filter(|step| step.state == StepState::Pending) {
            let item = there.iter().find(|item| is_of(&step, item));
            let Some(item) = item else {
                // An earlier version's.
                self.mark(step, StepState::Kept).await?;
                continue;
            };
            let faults = &self.store().environment().faults;
            faults.pass("solutions.before_step").map_err(tables::Error::from)?;
            if item.presence == Presence::Missing {
                items::make(&package, item, sales).await?;
            }
            faults.pass("solutions.after_step").map_err(tables::Error::from)?;
            // Planned as missing and there now: an earlier attempt of ours made it.
            self.mark(step, StepState::Made).await?;
        }
        self.store()
            .write::<_, _, tables::Error>(Context::system(), known.package.clone(), |tx, package| {
                Box::pin(finish(tx, package))
            })
            .await?;
        Ok(())
    }

    /// Marks how far a step is.
    pub(super) async fn mark(&self, step: InstallationStep, state: StepState) -> Result<(), SetupError> {
        self.store()
            .write::<_, _, tables::Error>(Context::system(), (step, state), |tx, (step, state)| {
                Box::pin(async move {
                    let isours = step.isours && *state != StepState::Removed;
                    tx.save(&InstallationStep { state: *state, isours, ..step.clone() }).await?;
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }

    /// Changes the row by nobody's hand.
    pub(super) async fn note(
        &self,
        package: &str,
        change: impl Fn(&mut Installation) + Send + Sync + 'static,
    ) -> Result<(), SetupError> {
        self.change(Context::system(), package, move |known| {
            change(known);
            Ok(())
        })
        .await
    }

    /// Changes the row, or says why not.
    pub(super) async fn change(
        &self,
        context: Context,
        package: &str,
        change: impl Fn(&mut Installation) -> Result<(), SetupError> + Send + Sync + 'static,
    ) -> Result<(), SetupError> {
        let input = (package.to_owned(), change);
        self.store()
            .write::<_, _, SetupError>(context, input, |tx, (package, change)| {
                Box::pin(async move {
                    let known = installation::of(tx, package).await?;
                    let Some(mut known) = known else {
                        return Err(SetupError::NotInstalled(package.clone()));
                    };
                    change(&mut known)?;
                    tx.save(&known).await?;
                    Ok(())
                })
            })
            .await
    }
}

/// It is installed. Where other rows take part than those that were read for, everything is read again.
async fn finish(tx: &mut Tx, package: &str) -> tables::Result<()> {
    let Some(known) = installation::of(tx, package).await? else { return Ok(()) };
    let scope = Some(known.scope());
    if known.readfor != scope {
        for other in tx.list::<Installation>(Query::of(Installation::NAME)).await? {
            if other.readfor.is_some() {
                tx.save(&Installation { readfor: None, ..other }).await?;
            }
        }
        checkpoints::forget(tx).await?;
    }
    let (state, trouble) = (InstallationState::Installed, None);
    tx.save(&Installation { state, trouble, readfor: scope, ..known }).await.map(|_| ())
}

/// Whether a step is about this item.
pub(super) fn is_of(step: &InstallationStep, item: &Item) -> bool {
    step.kind == item.kind && step.tablename == item.table && step.name == item.name
}

/// A step for each item; one that an earlier installation left behind is taken up again.
async fn write_steps(tx: &mut Tx, package: &str, outline: &[Item]) -> Result<(), SetupError> {
    let of_package = Query::of(InstallationStep::NAME).filter(Filter::equals("package", package));
    let known: Vec<InstallationStep> = tx.list(of_package).await?;
    let mut known: HashMap<(String, String, String), InstallationStep> = known
        .into_iter()
        .map(|step| ((format!("{:?}", step.kind), step.tablename.clone(), step.name.clone()), step))
        .collect();
    for (position, item) in (0_i64..).zip(outline) {
        let earlier = known.remove(&(format!("{:?}", item.kind), item.table.clone(), item.name.clone()));
        let was_ours = earlier.as_ref().is_some_and(|step| step.isours);
        let step = InstallationStep {
            installationstepid: match &earlier {
                Some(step) => step.installationstepid,
                None => tx.new_id(),
            },
            package: package.to_owned(),
            position,
            kind: item.kind,
            tablename: item.table.clone(),
            name: item.name.clone(),
            state: match item.presence {
                Presence::Missing => StepState::Pending,
                _ => StepState::Adopted,
            },
            isours: was_ours || item.presence == Presence::Missing,
        };
        match earlier {
            Some(_) => tx.save(&step).await.map(|_| ())?,
            None => tx.insert(&step).await.map(|_| ())?,
        };
    }
    Ok(())
}
