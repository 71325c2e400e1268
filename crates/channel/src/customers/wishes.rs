//! Wishes of the store that headquarters takes, oldest first, whatever they are about.

use tables::{Cursor, Filter, Query, Reader, Result, Table};

/// The next `limit` rows that fulfil `open`, oldest first, and where to go on.
pub(super) async fn oldest<T: Table>(
    reader: &mut Reader,
    open: Filter,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<T>, Option<Cursor>)> {
    let mut query = Query::of(T::NAME).filter(open).order_by("requested_at").limit(limit);
    query.after = after;
    let page = reader.page(&query).await?;
    let rows = page.rows.iter().map(T::from_row).collect::<Result<_>>()?;
    Ok((rows, page.next))
}
