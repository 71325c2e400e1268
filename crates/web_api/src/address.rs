//! Which row a path means: `leads(guid)`, `leads(tandem_b2bprospectid='P-1')`,
//! `CustomersV3(dataAreaId='usmf',CustomerAccount='C-1')`.

use std::sync::Arc;

use odata::{Key, Literal, Segment};
use tables::uuid::Uuid;
use tables::{Error, Filter, Query, Reader, Row, TableDefinition, Tx, Value, Values};

use crate::api::Convention;
use crate::model::{COMPANY, Model};
use crate::read::key_value;
use crate::respond::{ApiError, NO_ROW_FOR_KEY, NO_SUCH_ROW, UNKNOWN_SEGMENT};

/// The address of one row, which may or may not exist.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pub table: Arc<TableDefinition>,
    /// The id, where the address names it.
    pub id: Option<Uuid>,
    /// Columns that the address names beside the id. A row made at this address gets them.
    pub key: Values,
}

impl Model<'_> {
    /// Reads the parentheses of a segment; `company` completes a key that names none.
    pub fn address(
        &self,
        table: &Arc<TableDefinition>,
        segment: &Segment,
        company: Option<&str>,
    ) -> Result<Address, ApiError> {
        let named: &[(String, Literal)] = match &segment.key {
            Some(Key::Single(literal)) => &[(table.id_column().to_owned(), literal.clone())],
            _ => segment.arguments(),
        };
        let mut id = None;
        let mut key: Values = Vec::new();
        for (name, literal) in named {
            let at = self.convention.column(table, name).or_else(|| lookup(self.convention, table, name));
            let column = at.map(|at| &table.columns[at]);
            let column = column.ok_or_else(|| self.convention.unknown_property(table, name))?;
            match key_value(self.convention, column, literal)? {
                Value::Null => {
                    return Err(ApiError::invalid(format!("{name} in the key of a row cannot be null.")));
                }
                Value::Id(found) if column.name == table.id_column() => id = Some(found),
                value => key.push((column.name.clone(), value)),
            }
        }
        let names_company = key.iter().any(|(name, _)| name == COMPANY);
        if let (false, Some(company), Some(_)) = (names_company, company, table.column(COMPANY)) {
            key.push((COMPANY.into(), Value::from(company)));
        }
        let address = Address { table: Arc::clone(table), id, key };
        if address.is_complete() { Ok(address) } else { Err(incomplete(table)) }
    }
}

/// In a key a lookup may be named by its column.
fn lookup(convention: Convention, table: &TableDefinition, name: &str) -> Option<usize> {
    let at = table.position(name)?;
    (convention.property(&table.columns[at]) != name && !table.columns[at].secret).then_some(at)
}

/// What can stand in the parentheses.
fn incomplete(table: &TableDefinition) -> ApiError {
    let mut keys = vec![table.id_column().to_owned()];
    keys.extend(table.keys.iter().map(|key| key.columns.join(" and ")));
    let message = format!("This is no key of {}. Use {}.", table.set, keys.join(", or "));
    ApiError::new(400, UNKNOWN_SEGMENT, message)
}

impl Address {
    /// By id, with no column but the company; or by all columns of one key.
    fn is_complete(&self) -> bool {
        if self.id.is_some() {
            return self.key.iter().all(|(name, _)| name == COMPANY);
        }
        let mut given: Vec<&str> = self.key.iter().map(|(name, _)| name.as_str()).collect();
        given.sort_unstable();
        self.table.keys.iter().any(|key| {
            let mut columns: Vec<&str> = key.columns.iter().map(String::as_str).collect();
            columns.sort_unstable();
            columns == given
        })
    }

    fn query(&self) -> Query {
        let id = self.id.map(|id| (self.table.id_column().to_owned(), Value::Id(id)));
        let equals = |(name, value): (String, Value)| Filter::equals(tables::Path(vec![name]), value);
        let all = id.into_iter().chain(self.key.iter().cloned()).map(equals).collect();
        Query::of(self.table.name.as_str()).filter(Filter::And(all)).limit(1)
    }

    /// The row, if it is there for this reader.
    pub async fn read(&self, reader: &mut Reader) -> Result<Option<Row>, Error> {
        match self.id {
            Some(id) if self.key.is_empty() => reader.get_row(&self.table.name, id).await,
            _ => Ok(reader.page(&self.query()).await?.rows.into_iter().next()),
        }
    }

    /// The row, if it is there for this transaction's principal.
    pub async fn read_in(&self, tx: &mut Tx) -> Result<Option<Row>, Error> {
        match self.id {
            Some(id) if self.key.is_empty() => tx.get_row(&self.table.name, id).await,
            _ => Ok(tx.page(&self.query()).await?.rows.into_iter().next()),
        }
    }

    /// The error for a row that is not there.
    pub fn not_found(&self) -> ApiError {
        match self.id {
            Some(id) => {
                let table = self.table.name.clone();
                ApiError::new(404, NO_SUCH_ROW, Error::NotFound { table, id }.to_string())
            }
            None => {
                let columns: Vec<&str> = self.key.iter().map(|(name, _)| name.as_str()).collect();
                let message = format!("There is no {} with this {}.", self.table.name, columns.join(" and "));
                ApiError::new(404, NO_ROW_FOR_KEY, message)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::respond::fixture;

    fn address(convention: Convention, path: &str, company: Option<&str>) -> Result<Address, ApiError> {
        let catalog = fixture::catalog();
        let model = Model::of_code(convention, &catalog);
        let segment = odata::parse_resource(path).unwrap().remove(0);
        let table = model.set(&segment.name).unwrap();
        model.address(table, &segment, company)
    }

    fn check(convention: Convention, path: &str, id: Option<u128>, key: &[(&str, Value)]) {
        let address = address(convention, path, Some("usmf")).unwrap();
        let named: Vec<(&str, Value)> =
            address.key.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        assert_eq!((address.id, named.as_slice()), (id.map(Uuid::from_u128), key), "{path}");
    }

    #[test]
    fn rows_are_found_by_id_in_any_spelling_and_by_key() {
        use Convention::{Dataverse, FinanceAndOperations};
        let feed = Some(0xFEED);
        check(Dataverse, "leads(00000000-0000-0000-0000-00000000feed)", feed, &[]);
        check(Dataverse, "leads(00000000-0000-0000-0000-00000000FEED)", feed, &[]);
        check(Dataverse, "leads(%7B00000000-0000-0000-0000-00000000FEED%7D)", feed, &[]);
        check(Dataverse, "leads(leadid=00000000-0000-0000-0000-00000000feed)", feed, &[]);
        check(
            Dataverse,
            "leads(tandem_b2bprospectid='P''1')",
            None,
            &[("tandem_b2bprospectid", "P'1".into())],
        );
        let usmf = (COMPANY, Value::from("usmf"));
        let account = ("CustomerAccount", Value::from("C-1"));
        check(
            FinanceAndOperations,
            "CustomersV3(dataAreaId='demf',CustomerAccount='C-1')",
            None,
            &[(COMPANY, "demf".into()), account.clone()],
        );
        check(FinanceAndOperations, "CustomersV3(CustomerAccount='C-1')", None, &[account, usmf.clone()]);
        check(
            FinanceAndOperations,
            "CustomersV3(ExternalRowId=00000000-0000-0000-0000-00000000feed)",
            feed,
            &[usmf],
        );
    }

    #[test]
    fn half_a_key_is_refused_with_the_whole_ones() {
        for (convention, path) in [
            (Convention::Dataverse, "leads(subject='x')"),
            (Convention::Dataverse, "leads()"),
            (Convention::Dataverse, "leads('x')"),
            (Convention::Dataverse, "leads(tandem_b2bprospectid=null)"),
            (Convention::Dataverse, "leads(credential='x')"),
            (Convention::FinanceAndOperations, "CustomersV3(dataAreaId='usmf')"),
        ] {
            let error = address(convention, path, None).unwrap_err();
            assert_eq!(error.status, 400, "{path}: {error}");
        }
        let error = address(Convention::Dataverse, "leads(subject='x')", None).unwrap_err();
        assert!(error.message.contains("leadid, or tandem_b2bprospectid"), "{error}");
    }
}
