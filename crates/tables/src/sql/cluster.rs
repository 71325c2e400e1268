//! Which PostgreSQL cluster a change log is written in. Transaction ids belong to a cluster: in another
//! one, where a backup was restored, they begin anew. So what the log keeps is the id above a base, and
//! each cluster that a database comes to has a base above all that was given before.

use super::{Connection, Dialect, Raw, Sql, Storage};
use crate::{Error, Result};

/// This transaction, as the log counts.
pub const TRANSACTION: &str = "(pg_current_xact_id()::text::bigint + coalesce(\
     (SELECT value FROM counter WHERE name = 'transaction_base'), 0))";

/// The newest transaction before all that run, as the log counts.
pub const FINISHED: &str = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 + coalesce(\
     (SELECT value FROM counter WHERE name = 'transaction_base'), 0)";

/// How far bases lie apart: a cluster never gives so many ids.
const BASE_BITS: u32 = 40;

/// Looks whether this database was opened in this cluster last; where not, its transactions count from
/// the next base on.
pub async fn recognize(connection: &mut Connection) -> Result<()> {
    let words = "SELECT c.system_identifier, \
         (SELECT value FROM counter WHERE name = 'cluster'), \
         greatest(coalesce((SELECT value FROM counter WHERE name = 'transaction_base'), 0), \
                  coalesce((SELECT max(transaction_) FROM change_log), 0), \
                  coalesce((SELECT max(transaction_) FROM log_reader), 0)) \
         FROM pg_control_system() AS c";
    let rows = connection.query(Sql::new(Dialect::Postgres, words), vec![Storage::Integer; 3]).await?;
    let Some([Raw::Integer(here), known, Raw::Integer(last)]) = rows.first().map(Vec::as_slice) else {
        return Err(Error::internal("the cluster does not tell which it is"));
    };
    match known {
        Raw::Integer(known) if known == here => return Ok(()),
        Raw::Integer(_) => {
            let base = next_base(*last);
            tracing::info!(
                base,
                "the database came from another cluster: transactions count from a new base"
            );
            put(connection, "transaction_base", base)?;
        }
        // The first time.
        _ => {}
    }
    put(connection, "cluster", *here)
}

fn next_base(last: i64) -> i64 {
    ((last >> BASE_BITS) + 1) << BASE_BITS
}

fn put(connection: &mut Connection, name: &str, value: i64) -> Result<()> {
    let mut sql = Sql::new(Dialect::Postgres, "INSERT INTO counter (name, value) VALUES (");
    sql.bind(Raw::Text(name.into())).push(", ").bind(Raw::Integer(value));
    sql.push(") ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    connection.execute(sql)
}

/// As if this database came from another cluster: the next opening finds a stranger.
#[cfg(feature = "testing")]
pub fn come_from_elsewhere(connection: &mut Connection) -> Result<()> {
    put(connection, "cluster", 1)
}

#[cfg(test)]
mod tests {
    use super::next_base;

    #[test]
    fn a_base_lies_above_all_that_was_given() {
        assert_eq!(next_base(0), 1 << 40);
        assert_eq!(next_base((1 << 40) - 1), 1 << 40);
        assert_eq!(next_base(1 << 40), 2 << 40);
        assert_eq!(next_base((3 << 40) + 77), 4 << 40);
    }
}
