//! Edit and retry: a value that the other side does not take is corrected where it comes from, so that
//! both sides say the same afterwards. Dual-write's own identity writes it; who wanted it is noted.

use serde_json::Value as Json;
use tables::{Context, Depth, Error, Privilege, Table as _};
use uuid::Uuid;

use super::activity::{Activity, Deed, note};
use crate::maps::Map;
use crate::row::{Row, text, value};
use crate::waiting::{self, Waiting, Which};
use crate::{Change, Engine, PeerError, Side};

/// A value of the changed row that can be corrected.
#[derive(Clone, Debug, PartialEq)]
pub struct Correctable {
    /// Column on the side that the change is from.
    pub column: String,
    /// Column that it is carried to.
    pub there: String,
    /// Its value now.
    pub value: Json,
    /// The values that the map knows; none: any.
    pub known: Vec<Json>,
}

/// The changed row as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Its version, for whoever saves.
    pub version: String,
    /// What can be corrected, in the map's order.
    pub values: Vec<Correctable>,
}

/// Why nothing was corrected.
#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    /// The side that the row is of said no, or did not answer.
    #[error(transparent)]
    Peer(#[from] PeerError),
    /// Dual-write's own database did.
    #[error(transparent)]
    Store(#[from] Error),
    /// The row was changed since it was shown, or is gone.
    #[error("The row was changed meanwhile. Look at it again.")]
    Changed,
    /// A number is wanted in this column.
    #[error("{0} must be a number.")]
    NoNumber(String),
    /// This column takes the values that were offered, and this is none.
    #[error("{0} cannot have this value.")]
    NotOffered(String),
}

impl Engine {
    /// The row of a waiting delivery, to be corrected; nothing for a decision, or where the row is gone.
    ///
    /// # Errors
    /// [`CorrectError`].
    pub async fn correction(&self, waiting: &Waiting) -> Result<Option<Correction>, CorrectError> {
        let Some((map, side, id)) = self.source(waiting)? else { return Ok(None) };
        let row = self.desk().peer(side).read(&map.end(side).set, id).await?;
        Ok(row.map(|row| Correction { version: version(&row), values: correctable(map, side, &row) }))
    }

    /// Writes the texts that differ into the changed row, notes who wanted it, and makes the delivery due.
    ///
    /// # Errors
    /// [`CorrectError`]; `NoPrivilege` for whoever may not retry; [`Error::NotFound`] when it no longer
    /// waits.
    pub async fn correct(
        &self,
        context: &Context,
        id: Uuid,
        seen: &str,
        texts: &[(String, String)],
    ) -> Result<(), CorrectError> {
        if context.principal.depth(Waiting::NAME, Privilege::Write) == Depth::None {
            let table = Waiting::NAME.into();
            return Err(Error::NoPrivilege { action: Privilege::Write.word(), table }.into());
        }
        let gone = || Error::NotFound { table: Waiting::NAME.into(), id };
        let waiting: Option<Waiting> = self.desk().store.read(&context.principal).await?.get(id).await?;
        let waiting = waiting.ok_or_else(gone)?;
        let Some((map, side, source)) = self.source(&waiting)? else { return Err(CorrectError::Changed) };
        let (peer, set) = (self.desk().peer(side), &map.end(side).set);
        let row = peer.read(set, source).await?.ok_or(CorrectError::Changed)?;
        if version(&row) != seen {
            return Err(CorrectError::Changed);
        }
        let (mut values, mut told) = (Row::new(), Vec::new());
        for known in correctable(map, side, &row) {
            let Some((_, wanted)) = texts.iter().find(|(column, _)| *column == known.column) else {
                continue;
            };
            if *wanted == text(&known.value) {
                continue;
            }
            // Which columns, not which values: those may be about a person, and stand in the row's own audit.
            told.push(known.column.clone());
            values.insert(known.column.clone(), parse(&known, wanted)?);
        }
        if !values.is_empty() {
            match peer.update(set, source, &values, Some(seen).filter(|seen| !seen.is_empty())).await {
                Ok(Some(_)) => {}
                Ok(None) => return Err(CorrectError::Changed),
                Err(error) if error.status() == Some(412) => return Err(CorrectError::Changed),
                Err(error) => return Err(error.into()),
            }
        }
        let message = Some(told.join(", ").chars().take(4_000).collect()).filter(|_| !told.is_empty());
        let deed = if told.is_empty() { Deed::Retried } else { Deed::Corrected };
        let activity = Activity {
            name: waiting.name.clone(),
            sourceid: waiting.sourceid.clone(),
            message: message.or(waiting.message),
            ..Activity::of(deed, Some(&waiting.target))
        };
        let write = self.desk().store.write::<_, _, Error>(context.clone(), activity, move |tx, activity| {
            Box::pin(async move {
                match waiting::hasten(tx, &Which::These(vec![id])).await {
                    // The corrected row came through by itself meanwhile.
                    Err(Error::NotFound { .. }) | Ok(_) => note(tx, activity.clone()).await,
                    Err(error) => Err(error),
                }
            })
        });
        Ok(write.await?)
    }

    /// Map, side and id of the changed row; nothing for a decision.
    fn source(&self, waiting: &Waiting) -> Result<Option<(&Map, Side, Uuid)>, Error> {
        let Some(map) = self.desk().solution.map(&waiting.target) else { return Ok(None) };
        let change: Change = serde_json::from_str(&waiting.change).map_err(Error::internal)?;
        Ok(Some((map, Side::named(&waiting.side).unwrap_or(Side::Headquarters), change.id)))
    }
}

fn version(row: &Row) -> String {
    row.get("@odata.etag").and_then(Json::as_str).unwrap_or_default().to_owned()
}

/// What the map carries away from this side as it stands in a column. What a row is known by stays, and
/// a lookup is corrected in its application, where there is a name to choose.
fn correctable(map: &Map, side: Side, row: &Row) -> Vec<Correctable> {
    let line = |column: &crate::maps::Column| {
        let (here, there) = (column.on(side)?, column.on(side.other())?);
        let known = column.value_map.iter().map(|pair| match side {
            Side::Headquarters => pair.headquarters.clone(),
            Side::Sales => pair.sales.clone(),
        });
        let value = value(row, here).clone();
        let known = match value {
            Json::Bool(_) if column.value_map.is_empty() => vec![Json::Bool(true), Json::Bool(false)],
            _ => known.collect(),
        };
        Some(Correctable { column: here.to_owned(), there: there.to_owned(), value, known })
    };
    let names_row = |column: &&crate::maps::Column| {
        Side::BOTH.into_iter().any(|side| {
            let (end, name) = (map.end(side), column.on(side).unwrap_or_default());
            end.id == name || end.key.as_deref() == Some(name) || end.match_by.iter().any(|by| by == name)
        })
    };
    let plain = |column: &&crate::maps::Column| column.lookup.is_none() && !column.create_only;
    map.columns_from(side).filter(plain).filter(|column| !names_row(column)).filter_map(line).collect()
}

/// The value that the text stands for: of the kind that the column has now.
fn parse(known: &Correctable, wanted: &str) -> Result<Json, CorrectError> {
    if wanted.is_empty() {
        return Ok(Json::Null);
    }
    if let Some(one) = known.known.iter().find(|one| text(one) == wanted) {
        return Ok(one.clone());
    }
    match known.value {
        Json::Number(_) => {
            let number = serde_json::from_str(wanted).ok().filter(Json::is_number);
            number.ok_or_else(|| CorrectError::NoNumber(known.column.clone()))
        }
        Json::Bool(_) => Err(CorrectError::NotOffered(known.column.clone())),
        _ => Ok(Json::from(wanted)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_becomes_a_value_of_the_columns_kind_or_is_refused() {
        for (value, known, wanted, expected) in [
            (json!("a"), json!([]), "b", Some(json!("b"))),
            (json!("a"), json!([]), "", Some(Json::Null)),
            (json!(7), json!([]), "8", Some(json!(8))),
            (json!(7), json!([]), "many", None),
            (json!(true), json!([true, false]), "false", Some(json!(false))),
            (json!(true), json!([true, false]), "no", None),
            (json!(1), json!([1, 2]), "2", Some(json!(2))),
        ] {
            let known = known.as_array().unwrap().clone();
            let one = Correctable { column: "x".into(), there: "y".into(), value, known };
            assert_eq!(parse(&one, wanted).ok(), expected, "{one:?} {wanted}");
        }
    }
}
