//! Removing a package, and rolling a broken-off installation back. Data stays: columns that rows
//! hold values in, links, and how far each feed was delivered, so that a later installation goes on
//! from there.

use tables::Context;

use super::installation::{self, Installation, InstallationState, InstallationStep, StepState};
use super::items::{self, Item, Presence};
use super::{Hub, SetupError};
use crate::Side;

impl Hub {
    /// Ends the package's work at once, and begins to remove what it added.
    ///
    /// # Errors
    /// [`SetupError::NotInstalled`]; as any write.
    pub async fn uninstall(&self, context: Context, package: &str) -> Result<(), SetupError> {
        self.change(context, package, |known| {
            if known.state != InstallationState::Installed {
                return Err(SetupError::NotInstalled(known.package.clone()));
            }
            known.state = InstallationState::Uninstalling;
            known.trouble = None;
            known.isstuck = false;
            Ok(())
        })
        .await?;
        self.refresh().await
    }

    /// Gives an installation up that is under way, and begins to remove what it made.
    ///
    /// # Errors
    /// [`SetupError::Busy`] when none is under way; as any write.
    pub async fn roll_back(&self, context: Context, package: &str) -> Result<(), SetupError> {
        // Not in the middle of a step.
        let _turn = self.turn().lock().await;
        self.change(context, package, |known| {
            if known.state != InstallationState::Installing {
                return Err(SetupError::Busy(known.package.clone()));
            }
            known.state = InstallationState::RollingBack;
            known.trouble = None;
            known.isstuck = false;
            Ok(())
        })
        .await
    }

    /// Removes what is ours, the last first.
    pub(super) async fn remove(&self, known: &Installation) -> Result<(), SetupError> {
        let package = super::hub::read(known.documents.as_deref().unwrap_or_default())?;
        let sales = self.setup(Side::Sales);
        let mut steps = installation::steps(self.store(), &known.package).await?;
        steps.reverse();
        for step in steps.into_iter().filter(|step| step.state != StepState::Removed) {
            let faults = &self.store().environment().faults;
            faults.pass("solutions.before_step").map_err(tables::Error::from)?;
            let state = match step.isours && items::remove(&package, &item(&step), sales).await? {
                true => StepState::Removed,
                false => StepState::Kept,
            };
            faults.pass("solutions.after_step").map_err(tables::Error::from)?;
            self.mark(step, state).await?;
        }
        self.note(&known.package, |known| {
            known.state = InstallationState::Removed;
            known.trouble = None;
        })
        .await
    }
}

fn item(step: &InstallationStep) -> Item {
    Item {
        kind: step.kind,
        table: step.tablename.clone(),
        name: step.name.clone(),
        presence: Presence::Present,
    }
}
