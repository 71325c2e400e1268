//! The store's database answers, its company can have customers, and its links can be followed safely.
//! That a company has a currency is a rule of its table.

use tables::{Filter, Query, Result, Table as _, Tx};

use super::{Check, Finding, Fix, Look, State};
use crate::customer_groups::{self, CustomerGroup};
use crate::customers::GROUP_DEFAULT;
use crate::legal_entities::{COMPANY_DEFAULT, LegalEntity};

pub(super) async fn look(look: &mut Look<'_>) -> Result<Vec<Finding>> {
    let voice = look.voice;
    let found = |state, words| Finding::new(Check::Channel, state, words);
    let mut findings = Vec::new();
    let answers = async { look.around.read_channel().await?.log_end().await };
    if let Err(error) = answers.await {
        let words = voice.say_with("ready-channel-silent", "error", error);
        findings.push(found(State::Bad, words));
    }
    if !look.companies.iter().any(|company| company.legal_entity_id == COMPANY_DEFAULT) {
        let words = voice.say_with("ready-company-missing", "company", COMPANY_DEFAULT);
        findings.push(found(State::Bad, words));
    }
    let mut without_group = Vec::new();
    for company in &look.companies {
        let code = company.legal_entity_id.as_str();
        let of_key = Filter::equals("dataAreaId", code).and(Filter::equals("CustomerGroupId", GROUP_DEFAULT));
        if look.reader.find::<CustomerGroup>(of_key).await?.is_none() {
            without_group.push(code);
        }
    }
    if !without_group.is_empty() {
        let gaps = [("group", GROUP_DEFAULT), ("names", &without_group.join(", "))];
        findings.push(found(State::Bad, voice.say_all("ready-group-missing", &gaps)).with(Fix::MakeGroups));
    }
    let origin = &look.around.store_origin;
    if !look.around.is_demo && !origin.starts_with("https://") {
        findings.push(found(State::Warn, voice.say_with("ready-origin-plain", "origin", origin)));
    }
    if findings.is_empty() {
        findings.push(found(State::Good, voice.say_with("ready-channel", "origin", origin)));
    }
    Ok(findings)
}

/// Makes the customer groups that companies lack.
pub(super) async fn make_groups(tx: &mut Tx) -> Result<()> {
    for company in tx.list::<LegalEntity>(Query::of(LegalEntity::NAME)).await? {
        customer_groups::seed(tx, &company.legal_entity_id).await?;
    }
    Ok(())
}
