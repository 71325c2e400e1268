//! The feature is on, and the store knows how it stands.

use channel::features::is_enabled;
use tables::{Filter, Result};

use super::{Check, Finding, Fix, Look, State};
use crate::features::{B2B_ECOMMERCE, Feature};

pub(super) async fn look(look: &mut Look<'_>) -> Result<Vec<Finding>> {
    let feature: Option<Feature> = look.reader.find(Filter::equals("Name", B2B_ECOMMERCE)).await?;
    let is_on = feature.is_some_and(|feature| feature.is_enabled);
    let found = |state, words: &str| Finding::new(Check::Feature, state, look.voice.say(words));
    let mut findings = vec![match is_on {
        true => found(State::Good, "ready-feature-on"),
        false => found(State::Bad, "ready-feature-off").with(Fix::TurnOn),
    }];
    // A channel that does not answer is a finding of its own.
    if let Ok(mut channel) = look.around.read_channel().await
        && is_enabled(&mut channel, B2B_ECOMMERCE).await.is_ok_and(|known| known != is_on)
    {
        findings.push(found(State::Warn, "ready-feature-untold").with(Fix::TellStore));
    }
    Ok(findings)
}
