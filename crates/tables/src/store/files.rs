//! Files: uploaded in parts, kept in chunks beside the rows, gone with what pointed to them.
//! Change log and audit know a file's description, never its content.

use jiff::SignedDuration;
use uuid::Uuid;

use super::draft::writable;
use super::tx::Wrote;
use super::{Context, Reader, Store, Tx};
use crate::sql::Raw;
use crate::sql::files::{self, Upload};
use crate::{Change, ColumnKind, Error, File, Privilege, Result, Row, TableDefinition, Value, Written};

/// Most bytes of one append, and of one read (the part that Dataverse's clients send).
pub const FILE_PART_MAX: usize = 4 * 1024 * 1024;
/// Longest name of a file, in characters.
pub const FILE_NAME_LENGTH_MAX: usize = 255;
/// Longest media type.
pub const MEDIA_TYPE_LENGTH_MAX: usize = 100;
/// An upload that was not finished is removed after this many hours.
pub const UPLOAD_HOURS_MAX: i64 = 24;
/// Bytes kept together. Small enough that reading a part of a large file stays cheap.
const CHUNK: usize = 256 * 1024;
/// Abandoned uploads removed at a time.
const ABANDONED_AT_ONCE: u32 = 100;

impl Tx {
    /// Begins to upload a file for a column of a row that the caller may change. Its parts may come
    /// in this transaction or in later ones of the same user.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NoPrivilege`], [`Error::InvalidFile`] for another type
    /// of column, and for a name or media type that cannot be kept.
    pub async fn start_file(
        &mut self,
        table: &str,
        row: Uuid,
        column: &str,
        name: &str,
        media_type: &str,
    ) -> Result<Uuid> {
        self.within_limits(1)?;
        let Some(found) = self.get_row(table, row).await? else {
            return Err(Error::NotFound { table: table.into(), id: row });
        };
        self.access().require(&found, Privilege::Write)?;
        writable(found.definition(), column, false)?;
        size_max(found.definition(), column)?;
        named(column, name, media_type)?;
        let upload = Upload {
            id: self.new_id(),
            table: table.into(),
            row,
            column: column.into(),
            name: name.into(),
            media_type: media_type.into(),
            size: 0,
            user: self.principal().user,
        };
        let (id, now) = (upload.id, self.now());
        self.wrote = self.wrote.max(Wrote::Bookkeeping);
        files::start(&mut self.connection, upload, now)?;
        Ok(id)
    }

    /// Adds the part that begins at `start`; answers how much there is now. A part that is there
    /// already is passed over, so that it can be sent again.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an upload that is finished, given up or another user's;
    /// [`Error::InvalidFile`] where a part is missing before this one or the file gets too large;
    /// [`Error::LimitExceeded`] beyond [`FILE_PART_MAX`].
    pub async fn append_file(&mut self, upload: Uuid, start: u64, part: &[u8]) -> Result<u64> {
        self.within_limits(1)?;
        if part.len() > FILE_PART_MAX {
            let limit = FILE_PART_MAX as u64;
            return Err(Error::LimitExceeded { what: "bytes in one part of a file", limit });
        }
        let upload = self.upload(upload).await?;
        let end = start.saturating_add(part.len() as u64);
        if end <= upload.size {
            return Ok(upload.size);
        }
        let refuse = |reason: String| Err(Error::InvalidFile { column: upload.column.clone(), reason });
        if start != upload.size {
            return refuse(format!("the next part begins at byte {}; send that one", upload.size));
        }
        let limit = size_max(&self.shared.layouts.get(&upload.table)?.definition, &upload.column)?;
        if end > limit {
            return refuse(format!("it has more than {limit} bytes; send a smaller one"));
        }
        let chunks = part.chunks(CHUNK).zip((start..).step_by(CHUNK));
        let chunks = chunks.map(|(bytes, start)| (start, bytes.to_vec())).collect();
        self.wrote = self.wrote.max(Wrote::Bookkeeping);
        files::append(&mut self.connection, upload.id, chunks, end)?;
        Ok(end)
    }

    /// Ends an upload: the file becomes the value of its column, and the file before it goes.
    ///
    /// # Errors
    /// As [`Tx::append_file`] and [`Tx::write`].
    pub async fn finish_file(&mut self, upload: Uuid) -> Result<Written> {
        let Upload { id, table, row, column, name, media_type, size, .. } = self.upload(upload).await?;
        files::finish(&mut self.connection, id)?;
        self.uploaded.push(id);
        let file = Value::File(Box::new(File { id, name, size, media_type }));
        self.write_one(Change::update(table, row, vec![(column, file)])).await
    }

    /// A whole file at once.
    ///
    /// # Errors
    /// As [`Tx::start_file`], [`Tx::append_file`] and [`Tx::finish_file`].
    pub async fn put_file(
        &mut self,
        table: &str,
        row: Uuid,
        column: &str,
        (name, media_type): (&str, &str),
        content: &[u8],
    ) -> Result<Written> {
        let upload = self.start_file(table, row, column, name, media_type).await?;
        let mut start = 0;
        for part in content.chunks(FILE_PART_MAX) {
            start = self.append_file(upload, start, part).await?;
        }
        self.finish_file(upload).await
    }

    async fn upload(&mut self, id: Uuid) -> Result<Upload> {
        let found = files::upload(&mut self.connection, id).await?;
        let mine = found.filter(|upload| upload.user == self.principal().user);
        mine.ok_or_else(|| Error::NotFound { table: "file".into(), id })
    }

    /// Only what was uploaded in this transaction may become a value: two rows that shared a file
    /// would lose it together.
    pub(super) fn check_files(&self, row: &Row, changed: &[usize]) -> Result<()> {
        for at in changed {
            if let Value::File(file) = &row.values()[*at]
                && !self.uploaded.contains(&file.id)
            {
                let column = row.definition().columns[*at].name.clone();
                return Err(Error::ReadOnly { column, owner: "uploading a file".into() });
            }
        }
        Ok(())
    }
}

/// Files that a row had and no longer has.
pub(super) fn gone(before: Option<&Row>, after: Option<&Row>) -> Vec<Uuid> {
    let Some(before) = before else { return Vec::new() };
    let gone = |(at, value): (usize, &Value)| match value {
        Value::File(file) if after.is_none_or(|after| after.values()[at] != *value) => Some(file.id),
        _ => None,
    };
    before.values().iter().enumerate().filter_map(gone).collect()
}

/// The limit of a column for files, in bytes.
fn size_max(definition: &TableDefinition, column: &str) -> Result<u64> {
    match definition.columns[definition.require(column)?].kind {
        ColumnKind::File { size_max } => Ok(size_max),
        _ => {
            let reason = "it is no column for files; name one that is".into();
            Err(Error::InvalidFile { column: column.into(), reason })
        }
    }
}

fn named(column: &str, name: &str, media_type: &str) -> Result<()> {
    let refuse = |reason: String| Err(Error::InvalidFile { column: column.into(), reason });
    let unfit = |letter: char| letter.is_control() || letter == '/' || letter == '\\';
    if name.is_empty() || name.chars().count() > FILE_NAME_LENGTH_MAX || name.contains(unfit) {
        return refuse(format!(
            "its name must have 1 to {FILE_NAME_LENGTH_MAX} characters and no slash; give it another"
        ));
    }
    let plain = media_type.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    if !plain || media_type.len() > MEDIA_TYPE_LENGTH_MAX || !media_type.contains('/') {
        return refuse("its media type is none; send one such as application/octet-stream".into());
    }
    Ok(())
}

impl Reader {
    /// Bytes of the file in this column, from `start` on, at most `length`; fewer at its end.
    /// `None` where the column has no file.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a row that the principal may not see; [`Error::InvalidFile`] for
    /// another type of column; [`Error::LimitExceeded`] beyond [`FILE_PART_MAX`]; as any read.
    pub async fn read_file(
        &mut self,
        table: &str,
        row: Uuid,
        column: &str,
        start: u64,
        length: usize,
    ) -> Result<Option<Vec<u8>>> {
        if length > FILE_PART_MAX {
            let limit = FILE_PART_MAX as u64;
            return Err(Error::LimitExceeded { what: "bytes of a file at once", limit });
        }
        let Some(found) = self.get_row(table, row).await? else {
            return Err(Error::NotFound { table: table.into(), id: row });
        };
        size_max(found.definition(), column)?;
        let Value::File(file) = found.get(column) else { return Ok(None) };
        let end = start.saturating_add(length as u64).min(file.size);
        let connection = self.connection()?;
        let (sql, columns) = files::content(connection.dialect(), file.id, start, end, CHUNK as u64);
        let mut bytes = Vec::with_capacity(length.min(CHUNK));
        for cells in connection.query(sql, columns).await? {
            let [Raw::Integer(at), Raw::Bytes(chunk)] = cells.as_slice() else {
                return Err(Error::internal("a file's content cannot be read"));
            };
            let at = at.unsigned_abs();
            let within = |edge: u64| usize::try_from(edge.saturating_sub(at)).map_err(Error::internal);
            let (from, to) = (within(start)?.min(chunk.len()), within(end)?.min(chunk.len()));
            bytes.extend_from_slice(chunk.get(from..to).unwrap_or_default());
        }
        Ok(Some(bytes))
    }
}

impl Store {
    /// Removes uploads that were begun more than [`UPLOAD_HOURS_MAX`] ago and never finished;
    /// answers how many.
    ///
    /// # Errors
    /// As any write.
    pub async fn trim_uploads(&self) -> Result<usize> {
        self.write(Context::system(), (), |tx, ()| {
            Box::pin(async move {
                let before = tx.now() - SignedDuration::from_hours(UPLOAD_HOURS_MAX);
                let (sql, columns) = files::abandoned(tx.connection.dialect(), before, ABANDONED_AT_ONCE);
                let found = tx.connection.query(sql, columns).await?;
                let id = |row: &Vec<Raw>| if let [Raw::Id(id)] = row.as_slice() { Some(*id) } else { None };
                let ids: Vec<Uuid> = found.iter().filter_map(id).collect();
                tx.remove_files(&ids)?;
                Ok(ids.len())
            })
        })
        .await
    }
}

impl Tx {
    /// Removes files with their content.
    pub(super) fn remove_files(&mut self, ids: &[Uuid]) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        self.wrote = self.wrote.max(Wrote::Bookkeeping);
        files::remove(&mut self.connection, ids)
    }
}
