//! Delivering a decision: a command to the other side, and what its answer writes.

use serde_json::Value as Json;
use uuid::Uuid;

use super::{Delivered, DeliveryError, Desk, refused};
use crate::links;
use crate::maps::{Command, Condition, Decision, Linked, Pair, Parameter, Scope, Write};
use crate::peer::PeerError;
use crate::row::{Row, is_blank, value};
use crate::waiting::Reason;
use crate::{Change, Side};

/// Whether `change` is this decision.
pub(crate) fn is_decision(decision: &Decision, side: Side, change: &Change) -> bool {
    let row = match &change.row {
        Some(row) => row,
        None => return false,
    };
    decision.from == side
        && decision.set == change.set
        && change.changed.contains(&decision.changed)
        && Condition::all(&decision.when, &Scope::of(row))
}

/// Delivers a decision. Carried out already, or standing already, counts as done.
pub(crate) async fn by_decision(
    desk: &Desk,
    document: Uuid,
    decision: &Decision,
    change: &Change,
) -> Result<Delivered, DeliveryError> {
    if !is_decision(decision, decision.from, change) {
        return Ok(Delivered::nothing());
    }
    let Some(row) = &change.row else { return Ok(Delivered::nothing()) };
    let subject = match linked(desk, decision.from, row, &decision.subject).await? {
        Found::Link(link) => link.id(decision.from.other()),
        Found::Blank => return Ok(Delivered::nothing()),
        Found::Missing(reason) => return Ok(Delivered::Wait(reason)),
    };
    let name = format!("{}/{}/{}", decision.name, change.id, change.sequence);
    let decision_id = platform::derived_id(document, name.as_bytes());
    let mut scope = Scope::of(row)
        .fact("company", desk.company.as_str())
        .fact("decision", decision_id.to_string())
        .fact("user", change.user_id.to_string())
        .fact("subject", subject.to_string());
    for related in &decision.related {
        let id = match related.id.as_str() {
            "$user" => Some(change.user_id),
            "$subject" => Some(subject),
            column => id_in(&scope.get(column)),
        };
        if let Some(id) = id
            && let Some(found) = desk.peer(related.side).read(&related.set, id).await?
        {
            scope = scope.related(&related.name, found);
        }
    }
    if !Condition::all(&decision.and_then, &scope) {
        return Ok(Delivered::nothing());
    }
    let faults = &desk.store.environment().faults;
    let writes = match &decision.command {
        None => &decision.accepted,
        Some(command) => {
            let parameters = match parameters(desk, decision, command, row, &scope).await? {
                Ok(parameters) => parameters,
                Err(reason) => return Ok(Delivered::Wait(reason)),
            };
            faults.pass("dual_write.before_command").map_err(tables::Error::from)?;
            let peer = desk.peer(decision.from.other());
            match peer.command(&command.set, subject, &command.action, &parameters).await {
                Ok(()) => &decision.accepted,
                Err(PeerError::Refused { status: 409, message, .. }) => {
                    tracing::warn!(decision = decision.name, %message, "a decision came too late");
                    scope = scope.fact("message", message);
                    &decision.refused
                }
                Err(error) => return refused(error),
            }
        }
    };
    faults.pass("dual_write.after_command").map_err(tables::Error::from)?;
    for (at, write) in writes.iter().enumerate() {
        if let Err(error) = carry_out(desk, decision_id, at, write, &scope).await {
            return refused(error);
        }
    }
    faults.pass("dual_write.after_answer").map_err(tables::Error::from)?;
    Ok(Delivered::nothing())
}

enum Found {
    Link(links::Link),
    Blank,
    Missing(Reason),
}

async fn linked(desk: &Desk, side: Side, row: &Row, linked: &Linked) -> Result<Found, DeliveryError> {
    let Some(id) = id_in(value(row, &linked.column)) else { return Ok(Found::Blank) };
    Ok(match links::of_row(&desk.store, &linked.map, side, id).await? {
        Some(link) => Found::Link(link),
        None => Found::Missing(Reason::Parent { map: linked.map.clone(), side, row: id.to_string() }),
    })
}

async fn parameters(
    desk: &Desk,
    decision: &Decision,
    command: &Command,
    row: &Row,
    scope: &Scope<'_>,
) -> Result<Result<Row, Reason>, DeliveryError> {
    let mut parameters = Row::new();
    for parameter in &command.parameters {
        let given = match &parameter.key_of {
            Some(key_of) => match linked(desk, decision.from, row, key_of).await? {
                Found::Blank => Json::Null,
                Found::Missing(reason) => return Ok(Err(reason)),
                Found::Link(link) => match &link.headquarterskey {
                    Some(key) => Json::from(key.as_str()),
                    None => {
                        let row = link.id(decision.from).to_string();
                        let reason = Reason::Parent { map: key_of.map.clone(), side: decision.from, row };
                        return Ok(Err(reason));
                    }
                },
            },
            None => match plain(parameter, scope) {
                Ok(value) => value,
                Err(message) => return Ok(Err(Reason::Refused(message))),
            },
        };
        if !is_blank(&given) {
            parameters.insert(parameter.name.clone(), given);
        }
    }
    Ok(Ok(parameters))
}

fn plain(parameter: &Parameter, scope: &Scope<'_>) -> Result<Json, String> {
    if let Some(constant) = &parameter.value {
        return Ok(constant.fill(scope));
    }
    let get = |column: &Option<String>| column.as_deref().map_or(Json::Null, |column| scope.get(column));
    let mut from = get(&parameter.column);
    if is_blank(&from) {
        from = get(&parameter.or_column);
    }
    if parameter.value_map.is_empty() {
        return Ok(from);
    }
    Pair::map(&parameter.value_map, &from).ok_or_else(|| {
        format!("{} has no counterpart for {from}: add the pair to the map document.", parameter.name)
    })
}

/// Writes to a row, if it is there and open to it; the note once per decision and row.
async fn carry_out(
    desk: &Desk,
    decision: Uuid,
    at: usize,
    write: &Write,
    scope: &Scope<'_>,
) -> Result<(), PeerError> {
    let Some(id) = id_in(&scope.get(&write.row)) else { return Ok(()) };
    let peer = desk.peer(write.side);
    let values: Row =
        write.values.iter().map(|(column, constant)| (column.clone(), constant.fill(scope))).collect();
    if !peer.update(&write.set, id, &values, None).await? {
        return Ok(());
    }
    if let Some(note) = &write.note {
        let mut values = Row::new();
        values.insert("subject".into(), Json::from(note.subject.fill(scope)));
        values.insert("notetext".into(), Json::from(note.text.fill(scope)));
        values.insert(format!("{}@odata.bind", note.reference), Json::from(format!("/{}({id})", write.set)));
        let note_id = platform::derived_id(decision, format!("note/{at}").as_bytes());
        peer.create(&note.set, note_id, &values).await?;
    }
    Ok(())
}

fn id_in(value: &Json) -> Option<Uuid> {
    value.as_str().and_then(|text| Uuid::try_parse(text).ok())
}
