//! Accounts and contacts that are there already under the lead's name or e-mail address. Qualifying
//! offers them before it makes others.

use tables::{Error, Filter, Query, Tx, Value};
use uuid::Uuid;

use super::Lead;

/// Most rows of one table that are offered.
const OFFERED_MAX: u32 = 5;

/// A row that may be the same company or person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// `account` or `contact`.
    pub table: &'static str,
    /// The row.
    pub id: Uuid,
    /// Its name, as people read it.
    pub name: String,
    /// The prospect that it stands for already. Another prospect's lead cannot use it.
    pub prospect: Option<String>,
}

/// Active accounts that the caller may read, of the same name or e-mail address.
pub(super) async fn accounts(tx: &mut Tx, lead: &Lead) -> Result<Vec<Duplicate>, Error> {
    let same =
        [same("name", lead.companyname.as_deref()), same("emailaddress1", lead.emailaddress1.as_deref())];
    find(tx, "account", "name", same).await
}

/// Active contacts that the caller may read, of the same e-mail address, or of the same full name
/// unless two different addresses tell them apart.
pub(super) async fn contacts(tx: &mut Tx, lead: &Lead) -> Result<Vec<Duplicate>, Error> {
    let email = lead.emailaddress1.as_deref();
    let named = same("fullname", lead.fullname.as_deref().filter(|_| lead.firstname.is_some()));
    let named = match email {
        Some(_) => named.map(|named| named.and(Filter::IsNull("emailaddress1".into()))),
        None => named,
    };
    find(tx, "contact", "fullname", [named, same("emailaddress1", email)]).await
}

fn same(column: &str, value: Option<&str>) -> Option<Filter> {
    value.map(|value| Filter::equals(column, value))
}

async fn find(
    tx: &mut Tx,
    table: &'static str,
    name: &str,
    same: [Option<Filter>; 2],
) -> Result<Vec<Duplicate>, Error> {
    let same: Vec<Filter> = same.into_iter().flatten().collect();
    if same.is_empty() {
        return Ok(Vec::new());
    }
    let active = Filter::equals("statecode", Value::Choice(0));
    let query = Query::of(table).filter(Filter::Or(same)).filter(active).order_by(name).limit(OFFERED_MAX);
    let rows = tx.page(&query).await?.rows;
    let duplicate = |row: &tables::Row| Duplicate {
        table,
        id: row.id(),
        name: row.get(name).as_text().unwrap_or_default().to_owned(),
        prospect: row.get("tandem_b2bprospectid").as_text().map(str::to_owned),
    };
    Ok(rows.iter().map(duplicate).collect())
}

/// The matches for a message: `account "Known Ltd" (id)`.
pub(super) fn list(duplicates: &[Duplicate]) -> String {
    let one = |duplicate: &Duplicate| {
        let Duplicate { table, id, name, prospect } = duplicate;
        let of = prospect.as_ref().map(|prospect| format!(", of prospect {prospect}")).unwrap_or_default();
        format!("{table} \"{name}\" ({id}{of})")
    };
    duplicates.iter().map(one).collect::<Vec<_>>().join(", ")
}
