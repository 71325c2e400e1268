//! What a command is given.

use serde_json::Value as Json;

use super::by_decision::{Found, linked};
use super::{DeliveryError, Desk, UNMAPPED};
use crate::maps::{Command, Decision, Pair, Parameter, Scope};
use crate::row::{Row, is_blank};
use crate::waiting::Reason;

/// The parameters of a command; those without a value are left out.
pub(super) async fn parameters(
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
                Err(message) => return Ok(Err(Reason::refused(UNMAPPED, message))),
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
