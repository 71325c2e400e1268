//! Files as SQL: what is known of them, and their content in chunks.

use jiff::Timestamp;
use uuid::Uuid;

use super::condition::one_of;
use super::connection::Connection;
use super::text::{Dialect, Raw, Sql, Storage};
use super::write::insert_raw;
use crate::Result;

/// A file whose content is on its way.
pub struct Upload {
    pub id: Uuid,
    pub table: String,
    pub row: Uuid,
    pub column: String,
    pub name: String,
    pub media_type: String,
    pub size: u64,
    pub user: Uuid,
}

const FILE: [(&str, Storage); 10] = [
    ("id", Storage::Id),
    ("tablename", Storage::Text),
    ("rowid_", Storage::Id),
    ("columnname", Storage::Text),
    ("name", Storage::Text),
    ("mediatype", Storage::Text),
    ("length", Storage::Integer),
    ("userid", Storage::Id),
    ("started_at", Storage::Integer),
    ("finished", Storage::Boolean),
];

const CHUNK: [(&str, Storage); 3] =
    [("fileid", Storage::Id), ("start", Storage::Integer), ("content", Storage::Bytes)];

pub fn start(connection: &mut Connection, upload: Upload, at: Timestamp) -> Result<()> {
    let row = vec![
        Raw::Id(upload.id),
        Raw::Text(upload.table),
        Raw::Id(upload.row),
        Raw::Text(upload.column),
        Raw::Text(upload.name),
        Raw::Text(upload.media_type),
        Raw::Integer(0),
        Raw::Id(upload.user),
        Raw::Integer(at.as_microsecond()),
        Raw::Boolean(false),
    ];
    insert_raw(connection, "file", &FILE, vec![row])
}

/// The upload `id`, where it is not finished.
pub async fn upload(connection: &mut Connection, id: Uuid) -> Result<Option<Upload>> {
    let mut sql = Sql::new(connection.dialect(), "SELECT ");
    sql.join(", ", &FILE[..8], |sql, (name, _)| {
        sql.name(name);
    });
    sql.push(" FROM file WHERE NOT finished AND id = ").bind(Raw::Id(id));
    let storages = FILE[..8].iter().map(|(_, storage)| *storage).collect();
    let found = connection.query(sql, storages).await?.pop();
    let Some(
        [
            Raw::Id(id),
            Raw::Text(table),
            Raw::Id(row),
            Raw::Text(column),
            Raw::Text(name),
            Raw::Text(media_type),
            Raw::Integer(size),
            Raw::Id(user),
        ],
    ) = found.and_then(|cells| <[Raw; 8]>::try_from(cells).ok())
    else {
        return Ok(None);
    };
    let size = size.unsigned_abs();
    Ok(Some(Upload { id, table, row, column, name, media_type, size, user }))
}

/// Adds chunks at these starts; the file then has this size.
pub fn append(connection: &mut Connection, id: Uuid, chunks: Vec<(u64, Vec<u8>)>, size: u64) -> Result<()> {
    let cells = |(start, bytes)| vec![Raw::Id(id), Raw::Integer(whole(start)), Raw::Bytes(bytes)];
    insert_raw(connection, "file_chunk", &CHUNK, chunks.into_iter().map(cells).collect())?;
    let mut sql = Sql::new(connection.dialect(), "UPDATE file SET length = ");
    sql.bind(Raw::Integer(whole(size))).push(" WHERE id = ").bind(Raw::Id(id));
    connection.execute(sql)
}

pub fn finish(connection: &mut Connection, id: Uuid) -> Result<()> {
    let mut sql = Sql::new(connection.dialect(), "UPDATE file SET finished = ");
    sql.bind(Raw::Boolean(true)).push(" WHERE id = ").bind(Raw::Id(id));
    connection.execute(sql)
}

/// Removes files with their content.
pub fn remove(connection: &mut Connection, ids: &[Uuid]) -> Result<()> {
    for (words, column) in
        [("DELETE FROM file_chunk AS t0 WHERE ", "fileid"), ("DELETE FROM file AS t0 WHERE ", "id")]
    {
        let mut sql = Sql::new(connection.dialect(), words);
        one_of(&mut sql, 0, column, Storage::Id, ids.iter().copied().map(Raw::Id).collect());
        connection.execute(sql)?;
    }
    Ok(())
}

/// Uploads that began before `before` and never ended.
pub fn abandoned(dialect: Dialect, before: Timestamp, limit: u32) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT id FROM file WHERE NOT finished AND started_at < ");
    sql.bind(Raw::Integer(before.as_microsecond())).push(" LIMIT ").bind(Raw::Integer(i64::from(limit)));
    (sql, vec![Storage::Id])
}

/// The chunks, of at most `chunk` bytes each, that overlap these bytes of the file.
pub fn content(dialect: Dialect, id: Uuid, from: u64, to: u64, chunk: u64) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT start, content FROM file_chunk WHERE fileid = ");
    sql.bind(Raw::Id(id)).push(" AND start > ").bind(Raw::Integer(whole(from) - whole(chunk)));
    sql.push(" AND start < ").bind(Raw::Integer(whole(to))).push(" ORDER BY start");
    (sql, vec![Storage::Integer, Storage::Bytes])
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
