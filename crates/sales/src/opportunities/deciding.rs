//! The deciding opportunity of a lead: the one whose end is the verdict on the partner.
//!
//! Qualifying names it. Where a lead was qualified without one, the first opportunity that is made
//! with that originating lead takes the place.

use std::sync::Arc;

use tables::{Change, Draft, Error, Moment, Operation, Privilege, Result, Right, Rule, Tx};

use super::Opportunity;
use crate::leads::{Lead, LeadReason, LeadState, PartnerStatus};

/// Before: the originating lead stays, and the deciding opportunity gets the lead's prospect.
pub(crate) fn origin_rule() -> Rule {
    Rule {
        name: "originating lead of opportunities",
        table: "opportunity",
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[Right { privilege: Privilege::Read, table: "lead" }],
        run: Arc::new(|tx, draft| Box::pin(keep_origin(tx, draft))),
    }
}

/// After: the lead names its deciding opportunity.
pub(crate) fn deciding_rule() -> Rule {
    Rule {
        name: "deciding opportunity of leads",
        table: "opportunity",
        moment: Moment::After,
        operations: &[Operation::Create],
        rights: &[
            Right { privilege: Privilege::Read, table: "lead" },
            Right { privilege: Privilege::Write, table: "lead" },
        ],
        run: Arc::new(|tx, draft| Box::pin(name_deciding(tx, draft))),
    }
}

async fn keep_origin(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    if draft.operation == Operation::Update {
        if draft.changes("originatingleadid") && !draft.by_code {
            let owner = "making the opportunity".into();
            return Err(Error::ReadOnly { column: "originatingleadid".into(), owner });
        }
        return Ok(());
    }
    let Some(lead) = waiting_lead(tx, draft).await? else { return Ok(()) };
    if let Some(prospect) = lead.tandem_b2bprospectid {
        draft.after.set("tandem_b2bprospectid", prospect)?;
        // Headquarters may have decided before there was an opportunity.
        let status = lead.tandem_partnerstatus.unwrap_or(PartnerStatus::Pending);
        draft.after.set("tandem_partnerstatus", status)?;
    }
    Ok(())
}

async fn name_deciding(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    let Some(lead) = waiting_lead(tx, draft).await? else { return Ok(()) };
    let values = vec![("qualifyingopportunityid".into(), draft.after.id().into())];
    tx.write_one(Change::update("lead", lead.leadid, values).by_code()).await?;
    Ok(())
}

/// The end of the deciding opportunity ends the work on its prospect: a lead that was reactivated
/// meanwhile is qualified again. Other leads may try anew.
pub(super) async fn end(tx: &mut Tx, opportunity: &Opportunity) -> Result<()> {
    let Some(id) = opportunity.originatingleadid else { return Ok(()) };
    let Some(mut lead) = tx.get::<Lead>(id).await? else { return Ok(()) };
    let decides = lead.qualifyingopportunityid == Some(opportunity.opportunityid);
    if lead.statecode == LeadState::Open && lead.tandem_b2bprospectid.is_some() && decides {
        lead.statecode = LeadState::Qualified;
        lead.statuscode = LeadReason::Qualified;
        tx.save(&lead).await?;
    }
    Ok(())
}

/// The opportunity's lead, if it is qualified and has no deciding opportunity yet.
async fn waiting_lead(tx: &mut Tx, draft: &Draft) -> Result<Option<Lead>> {
    let Some(id) = draft.after.get("originatingleadid").as_id() else { return Ok(None) };
    Ok(tx.get::<Lead>(id).await?.filter(waits_for_opportunity))
}

fn waits_for_opportunity(lead: &Lead) -> bool {
    lead.statecode == LeadState::Qualified && lead.qualifyingopportunityid.is_none()
}
