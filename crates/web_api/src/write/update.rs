//! `PATCH leads(guid)`: an update, or an upsert, as `If-Match` and `If-None-Match` say.

use odata::Condition;
use serde_json::{Map, Value as Json};
use tables::uuid::Uuid;
use tables::{Change, Tx, Value, Values};

use super::body::Body;
use super::{Saved, written_row};
use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::COMPANY;
use crate::respond::{ApiError, BAD_PAYLOAD, SAME_ID, STALE_VERSION};

/// A row to be changed, or made where it is not there.
#[derive(Clone, Debug)]
pub(crate) struct Update {
    pub address: Address,
    pub body: Body,
    pub if_match: Condition,
    pub if_none_match: Condition,
    /// The company of a new row that names none.
    pub company: Option<String>,
    pub needs_row: bool,
}

impl Update {
    /// An upsert without conditions of the row at `address`.
    pub fn of(
        service: &Service,
        exchange: &Exchange,
        address: Address,
        object: &Map<String, Json>,
    ) -> Result<Self, ApiError> {
        let table = &address.table;
        let body = service.model(exchange).body(table, object, Some(&exchange.root))?;
        if let (Some(in_path), Some(in_body)) = (address.id, body.id)
            && in_path != in_body
        {
            let message = format!("{} differs from the id in the path. Leave it out.", table.id_column());
            return Err(ApiError::new(400, BAD_PAYLOAD, message));
        }
        Ok(Self {
            company: service.default_company.clone().filter(|_| table.column(COMPANY).is_some()),
            address,
            body,
            if_match: Condition::None,
            if_none_match: Condition::None,
            needs_row: false,
        })
    }

    /// Whether a missing row is made and a standing one changed.
    pub fn is_upsert(&self) -> bool {
        self.if_match == Condition::None && self.if_none_match != Condition::Any
    }

    pub async fn run(&self, tx: &mut Tx) -> Result<Saved, ApiError> {
        let address = &self.address;
        let table = address.table.name.as_str();
        let standing =
            address.read_in(tx).await?.map(|row| Standing { id: row.id(), version: row.version() });
        let mut values = self.body.resolve(tx).await?;
        let (change, created) = match decide(standing, self.if_match, self.if_none_match) {
            Step::Create => {
                complete(&mut values, &address.key, self.company.as_deref())?;
                let mut change = Change::create(table, values);
                change.id = address.id.or(self.body.id);
                (change, true)
            }
            Step::Update { id, version } => {
                let mut change = Change::update(table, id, values);
                change.expected_version = version;
                (change, false)
            }
            Step::Missing => return Err(address.not_found()),
            Step::Present { id } => {
                let message = format!("{table} {id} exists already. Leave out If-None-Match to change it.");
                return Err(ApiError::new(412, SAME_ID, message));
            }
            Step::Unchanged { id, version } => {
                let message =
                    format!("{table} {id} still has version {version}, and If-None-Match excludes it.");
                return Err(ApiError::new(412, STALE_VERSION, message));
            }
        };
        let written = tx.write_one(change).await?;
        let row = written_row(tx, table, written.id, self.needs_row).await?;
        Ok(Saved { id: written.id, created, row })
    }
}

/// A new row gets what its address names, and the default company.
fn complete(values: &mut Values, key: &Values, company: Option<&str>) -> Result<(), ApiError> {
    for (name, value) in key {
        match values.iter().find(|(known, _)| known == name) {
            None => values.push((name.clone(), value.clone())),
            Some((_, given)) if given == value => {}
            Some(_) => {
                let message = format!("{name} in the body differs from the one in the path. Leave it out.");
                return Err(ApiError::new(400, BAD_PAYLOAD, message));
            }
        }
    }
    if let (Some(company), None) = (company, values.iter().find(|(name, _)| name == COMPANY)) {
        values.push((COMPANY.into(), Value::from(company)));
    }
    Ok(())
}

#[derive(Clone, Copy, Debug)]
struct Standing {
    id: Uuid,
    version: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Create,
    Update {
        id: Uuid,
        version: Option<i64>,
    },
    /// `If-Match`, and no row.
    Missing,
    /// `If-None-Match: *`, and a row.
    Present {
        id: Uuid,
    },
    /// `If-None-Match: W/"n"`, and the row has that version.
    Unchanged {
        id: Uuid,
        version: i64,
    },
}

fn decide(standing: Option<Standing>, if_match: Condition, if_none_match: Condition) -> Step {
    match (standing, if_match, if_none_match) {
        (None, Condition::None, _) => Step::Create,
        (None, _, _) => Step::Missing,
        (Some(row), _, Condition::Any) => Step::Present { id: row.id },
        (Some(row), _, Condition::Version(known)) if known == row.version => {
            Step::Unchanged { id: row.id, version: known }
        }
        // The store compares again when it writes, and words the refusal.
        (Some(row), Condition::Version(known), _) => Step::Update { id: row.id, version: Some(known) },
        (Some(row), _, _) => Step::Update { id: row.id, version: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_choose_between_create_and_update() {
        use Condition::{Any, None as Absent, Version};
        let id = Uuid::from_u128(1);
        let row = Some(Standing { id, version: 7 });
        let update = |version| Step::Update { id, version };
        for (standing, if_match, if_none_match, expect) in [
            (None, Absent, Absent, Step::Create),
            (None, Absent, Any, Step::Create),
            (None, Any, Absent, Step::Missing),
            (None, Version(7), Absent, Step::Missing),
            (row, Absent, Absent, update(None)),
            (row, Any, Absent, update(None)),
            (row, Version(7), Absent, update(Some(7))),
            (row, Version(6), Absent, update(Some(6))),
            (row, Absent, Any, Step::Present { id }),
            (row, Absent, Version(7), Step::Unchanged { id, version: 7 }),
            (row, Absent, Version(6), update(None)),
        ] {
            assert_eq!(decide(standing, if_match, if_none_match), expect, "{if_match:?} {if_none_match:?}");
        }
    }

    #[test]
    fn a_new_row_gets_the_key_of_its_address() {
        let pair = |name: &str, value: &str| (name.to_owned(), Value::from(value));
        let mut values = vec![pair("OrganizationName", "x")];
        complete(&mut values, &vec![pair("CustomerAccount", "C-1")], Some("usmf")).unwrap();
        assert_eq!(values[1..], [pair("CustomerAccount", "C-1"), pair("dataAreaId", "usmf")]);
        complete(&mut values, &vec![pair("dataAreaId", "usmf")], Some("demf")).unwrap();
        assert_eq!(values.len(), 3);
        let error = complete(&mut values, &vec![pair("CustomerAccount", "C-2")], None).unwrap_err();
        assert!(error.message.contains("CustomerAccount"), "{error}");
    }
}
