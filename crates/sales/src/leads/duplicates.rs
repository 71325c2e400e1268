//! Accounts and contacts that are there already under the lead's name or e-mail address. Qualifying
//! offers them before it makes others.

use tables::{Error, Filter, Query, Reader, Row, Tx, Value};
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

/// Active accounts of the lead's company name or e-mail address.
fn accounts(lead: &Lead) -> Option<Search> {
    let same =
        [same("name", lead.companyname.as_deref()), same("emailaddress1", lead.emailaddress1.as_deref())];
    Search::of("account", "name", same)
}

/// Active contacts of the lead's e-mail address, or of its full name unless two different addresses
/// tell them apart.
fn contacts(lead: &Lead) -> Option<Search> {
    let email = lead.emailaddress1.as_deref();
    let named = same("fullname", lead.fullname.as_deref().filter(|_| lead.firstname.is_some()));
    let named = match email {
        Some(_) => named.map(|named| named.and(Filter::IsNull("emailaddress1".into()))),
        None => named,
    };
    Search::of("contact", "fullname", [named, same("emailaddress1", email)])
}

/// Those among which a new account, and a new contact, would be one more; only what the caller may
/// read.
pub(super) async fn of_new_rows(
    tx: &mut Tx,
    lead: &Lead,
    new_account: bool,
    new_contact: bool,
) -> Result<Vec<Duplicate>, Error> {
    let mut found = Vec::new();
    let accounts = accounts(lead).filter(|_| new_account);
    let contacts = contacts(lead).filter(|_| new_contact);
    for search in [accounts, contacts].into_iter().flatten() {
        found.extend(search.found(&tx.page(&search.query).await?.rows));
    }
    Ok(found)
}

/// All that qualifying this lead may offer to its reader.
///
/// # Errors
/// As any read.
pub async fn possible_duplicates(reader: &mut Reader, lead: &Lead) -> Result<Vec<Duplicate>, Error> {
    let mut found = Vec::new();
    for search in [accounts(lead), contacts(lead)].into_iter().flatten() {
        found.extend(search.found(&reader.page(&search.query).await?.rows));
    }
    Ok(found)
}

fn same(column: &str, value: Option<&str>) -> Option<Filter> {
    value.map(|value| Filter::equals(column, value))
}

struct Search {
    table: &'static str,
    name: &'static str,
    query: Query,
}

impl Search {
    /// Nothing where the lead says nothing to search by.
    fn of(table: &'static str, name: &'static str, same: [Option<Filter>; 2]) -> Option<Self> {
        let same: Vec<Filter> = same.into_iter().flatten().collect();
        let active = Filter::equals("statecode", Value::Choice(0));
        let query = Query::of(table).filter(Filter::Or(same.clone())).filter(active);
        (!same.is_empty()).then(|| Self { table, name, query: query.order_by(name).limit(OFFERED_MAX) })
    }

    fn found(&self, rows: &[Row]) -> Vec<Duplicate> {
        let duplicate = |row: &Row| Duplicate {
            table: self.table,
            id: row.id(),
            name: row.get(self.name).as_text().unwrap_or_default().to_owned(),
            prospect: row.get("tandem_b2bprospectid").as_text().map(str::to_owned),
        };
        rows.iter().map(duplicate).collect()
    }
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
