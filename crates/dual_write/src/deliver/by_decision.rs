//! Delivering a decision: a command or steps on the other side, and what follows from the answer.

use serde_json::Value as Json;
use uuid::Uuid;

use super::parameters::parameters;
use super::{Delivered, DeliveryError, Desk, UNMAPPED, refused};
use crate::links::{self, Link};
use crate::maps::{Condition, Decision, Decisions, Fact, Linked, Pair, Scope, Write};
use crate::peer::PeerError;
use crate::row::{Row, is_blank, value};
use crate::waiting::Reason;
use crate::watch::is_paused;
use crate::{Change, Side};

/// Whether `change` is this decision.
pub(crate) fn is_decision(decision: &Decision, side: Side, change: &Change) -> bool {
    let Some(row) = &change.row else { return false };
    decision.from == side
        && decision.set == change.set
        && change.changed.contains(&decision.changed)
        && Condition::all(&decision.when, &Scope::of(row))
}

/// Delivers a decision. Carried out already, or standing already, counts as done.
pub(crate) async fn by_decision(
    desk: &Desk,
    document: &Decisions,
    decision: &Decision,
    change: &Change,
) -> Result<Delivered, DeliveryError> {
    let Some(row) = change.row.as_ref().filter(|_| is_decision(decision, decision.from, change)) else {
        return Ok(Delivered::nothing());
    };
    if is_paused(&desk.store, &document.target_name(decision)).await? {
        return Ok(Delivered::Wait(Reason::Paused));
    }
    let subject = match linked(desk, decision.from, row, &decision.subject).await? {
        Found::Link(link) => link.id(decision.from.other()),
        Found::Blank => return Ok(Delivered::nothing()),
        Found::Missing(reason) => return Ok(Delivered::Wait(reason)),
    };
    let name = format!("{}/{}/{}", decision.name, change.id, change.sequence);
    let id = platform::derived_id(document.id, name.as_bytes());
    let scope = Scope::of(row)
        .fact("company", desk.company.as_str())
        .fact("decision", id.to_string())
        .fact("user", change.user_id.to_string())
        .fact("subject", subject.to_string());
    Taken { desk, decision, row, id, subject, scope }.deliver().await
}

/// A decision that was taken, on its way.
struct Taken<'a> {
    desk: &'a Desk,
    decision: &'a Decision,
    row: &'a Row,
    id: Uuid,
    subject: Uuid,
    scope: Scope<'a>,
}

impl Taken<'_> {
    async fn deliver(mut self) -> Result<Delivered, DeliveryError> {
        let faults = &self.desk.store.environment().faults;
        self.look().await?;
        if !Condition::all(&self.decision.and_then, &self.scope) {
            return Ok(Delivered::nothing());
        }
        for fact in &self.decision.facts {
            if let Some(reason) = self.work_out(fact).await? {
                return Ok(Delivered::Wait(reason));
            }
        }
        faults.pass("dual_write.before_command").map_err(tables::Error::from)?;
        let accepted = match self.command().await? {
            Ok(accepted) => accepted,
            Err(wait) => return Ok(wait),
        };
        faults.pass("dual_write.after_command").map_err(tables::Error::from)?;
        if let Err(error) = self.steps().await {
            return match error {
                DeliveryError::Peer(error) => refused(error),
                error => Err(error),
            };
        }
        let writes = if accepted { &self.decision.accepted } else { &self.decision.refused };
        if !writes.is_empty() {
            self.look().await?;
        }
        for (at, write) in writes.iter().enumerate() {
            if let Err(error) = self.write(at, write).await {
                return refused(error);
            }
        }
        faults.pass("dual_write.after_answer").map_err(tables::Error::from)?;
        Ok(Delivered::nothing())
    }

    /// Reads the related rows as they are now; one may name the next.
    async fn look(&mut self) -> Result<(), DeliveryError> {
        for related in &self.decision.related {
            let found = match id_in(&self.scope.get(&related.id)) {
                Some(id) => self.desk.peer(related.side).read(&related.set, id).await?,
                None => None,
            };
            self.scope = std::mem::take(&mut self.scope).related(&related.name, found);
        }
        Ok(())
    }

    fn know(&mut self, name: &str, value: impl Into<Json>) {
        self.scope = std::mem::take(&mut self.scope).fact(name, value);
    }

    /// Works out a fact, or says what it has to wait for.
    async fn work_out(&mut self, fact: &Fact) -> Result<Option<Reason>, DeliveryError> {
        let value = match &fact.row_of {
            Some(row_of) => match linked(self.desk, self.decision.from, self.row, row_of).await? {
                Found::Blank => Json::Null,
                Found::Missing(reason) => return Ok(Some(reason)),
                Found::Link(link) => Json::from(link.id(self.decision.from.other()).to_string()),
            },
            None => {
                let from = self.scope.get(fact.column.as_deref().unwrap_or_default());
                match (Pair::map(&fact.value_map, &from), fact.value_map.is_empty()) {
                    (_, true) => from,
                    (Some(to), false) => to,
                    (None, false) => {
                        let message = format!(
                            "{} has no counterpart for {from}: add the pair to the map document.",
                            fact.name
                        );
                        return Ok(Some(Reason::refused(UNMAPPED, message)));
                    }
                }
            }
        };
        self.know(&fact.name, value);
        Ok(None)
    }

    /// Whether the other side accepted the command; without one, it did.
    async fn command(&mut self) -> Result<Result<bool, Delivered>, DeliveryError> {
        let Some(command) = &self.decision.command else { return Ok(Ok(true)) };
        let parameters = match parameters(self.desk, self.decision, command, self.row, &self.scope).await? {
            Ok(parameters) => parameters,
            Err(reason) => return Ok(Err(Delivered::Wait(reason))),
        };
        let peer = self.desk.peer(self.decision.from.other());
        match peer.command(&command.set, self.subject, &command.action, &parameters).await {
            Ok(()) => Ok(Ok(true)),
            Err(PeerError::Refused { code, message, .. }) if command.refused_by.contains(&code) => {
                tracing::warn!(decision = self.decision.name, %message, "a decision came too late");
                self.know("message", message);
                Ok(Ok(false))
            }
            Err(error) => refused(error).map(Err),
        }
    }

    /// One step after another, each against the state that the ones before left.
    async fn steps(&mut self) -> Result<(), DeliveryError> {
        let faults = &self.desk.store.environment().faults;
        let peer = self.desk.peer(self.decision.from.other());
        for step in &self.decision.steps {
            self.look().await?;
            if !Condition::all(&step.when, &self.scope) {
                continue;
            }
            faults.pass("dual_write.before_step").map_err(tables::Error::from)?;
            let Json::Object(body) = step.body.fill(&self.scope) else { continue };
            peer.step(&step.path.fill(&self.scope), step.action, &body).await?;
            faults.pass("dual_write.after_step").map_err(tables::Error::from)?;
        }
        Ok(())
    }

    /// Writes to a row, if it is there and open to it; the note once per decision and row.
    async fn write(&self, at: usize, write: &Write) -> Result<(), PeerError> {
        let Some(id) = id_in(&self.scope.get(&write.row)) else { return Ok(()) };
        if !Condition::all(&write.when, &self.scope) {
            return Ok(());
        }
        let peer = self.desk.peer(write.side);
        let values = write.values.iter();
        let values: Row =
            values.map(|(column, constant)| (column.clone(), constant.fill(&self.scope))).collect();
        if !values.is_empty() && peer.update(&write.set, id, &values, None).await?.is_none() {
            return Ok(());
        }
        if let Some(note) = &write.note {
            let mut values = Row::new();
            values.insert("subject".into(), Json::from(note.subject.fill(&self.scope)));
            values.insert("notetext".into(), Json::from(note.text.fill(&self.scope)));
            let path = format!("/{}({id})", write.set);
            values.insert(format!("{}@odata.bind", note.reference), Json::from(path));
            let note_id = platform::derived_id(self.id, format!("note/{at}").as_bytes());
            peer.create(&note.set, note_id, &values).await?;
        }
        Ok(())
    }
}

/// What became of looking for a linked row.
pub(crate) enum Found {
    Link(Link),
    Blank,
    Missing(Reason),
}

/// The link of the row whose id, or key in headquarters, is in a column.
pub(crate) async fn linked(
    desk: &Desk,
    side: Side,
    row: &Row,
    linked: &Linked,
) -> Result<Found, DeliveryError> {
    let given = value(row, &linked.column);
    if is_blank(given) {
        return Ok(Found::Blank);
    }
    let text = crate::row::text(given);
    let link = match id_in(given) {
        Some(id) => links::of_row(&desk.store, &linked.map, side, id).await?,
        None => links::of_key(&desk.store, &linked.map, &text).await?,
    };
    Ok(match link {
        Some(link) => Found::Link(link),
        None => Found::Missing(Reason::Parent { map: linked.map.clone(), side, row: text }),
    })
}

pub(super) fn id_in(value: &Json) -> Option<Uuid> {
    value.as_str().and_then(|text| Uuid::try_parse(text).ok())
}
