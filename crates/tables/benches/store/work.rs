//! The measured operations, as a user with a role would do them.

use std::sync::Arc;

use platform::Environment;
use tables::log::Position;
use tables::testing::Place;
use tables::uuid::Uuid;
use tables::{Change, Context, Depth, Error, Principal, Privilege, Query, Store};

use crate::lead::{LEAD, catalog, changes, values};
use crate::meter::{Floors, Report, floor};

pub const ALONE: usize = 2_000;
pub const CALLERS: usize = 16;
pub const TOGETHER: usize = 8_000;
pub const BULK_ROWS: usize = 200;
pub const BULKS: usize = 40;
pub const READS: usize = 10_000;
/// Fewer than there are rows for, so that each is full.
pub const PAGES: usize = 170;
const SCANS: usize = 60;

pub struct Bench {
    pub database: &'static str,
    pub store: Store,
    pub principal: Arc<Principal>,
    pub floors: Floors,
}

impl Bench {
    pub async fn open(place: &Place) -> Self {
        let store = place.open("bench", catalog(), Environment::system()).await;
        let database = match place {
            Place::Sqlite(_) => "SQLite",
            Place::Postgres { .. } => "PostgreSQL",
        };
        let principal = seller(&store).await;
        Self { database, store, principal, floors: Floors::default() }
    }

    pub fn context(&self) -> Context {
        Context::of(Arc::clone(&self.principal))
    }

    async fn write(&self, changes: Vec<Change>) {
        write(&self.store, self.context(), changes).await;
    }

    pub async fn create_alone(&self, report: &mut Report) {
        let floor = floor(self.database, 167.0, self.floors.create);
        let work = async || {
            for row in 0..ALONE {
                self.write(vec![Change::create(LEAD, values(row))]).await;
            }
        };
        report.measure(self.database, "create, 1 caller", ALONE, floor, work).await;
    }

    pub async fn create_together(&self, report: &mut Report) {
        let floor = floor(self.database, 52.0, self.floors.together);
        let work = async || {
            let callers = (0..CALLERS).map(|caller| {
                let (store, context) = (self.store.clone(), self.context());
                tokio::spawn(async move {
                    for row in 0..TOGETHER / CALLERS {
                        let row = 1_000_000 + caller * 100_000 + row;
                        write(&store, context.clone(), vec![Change::create(LEAD, values(row))]).await;
                    }
                })
            });
            for caller in callers.collect::<Vec<_>>() {
                caller.await.unwrap();
            }
        };
        report.measure(self.database, "create, 16 callers", TOGETHER, floor, work).await;
    }

    pub async fn bulk(&self, report: &mut Report) {
        let rows = BULKS * BULK_ROWS;
        let ids: Vec<Uuid> = (0..rows).map(|_| self.store.environment().ids.next()).collect();
        let create_floor = floor(self.database, 27.0, self.floors.bulk);
        let work = async || {
            for (bulk, ids) in ids.chunks(BULK_ROWS).enumerate() {
                let create = |(at, id): (usize, &Uuid)| {
                    Change::create(LEAD, values(5_000_000 + bulk * BULK_ROWS + at)).with_id(*id)
                };
                self.write(ids.iter().enumerate().map(create).collect()).await;
            }
        };
        report.measure(self.database, "bulk create of 200, per row", rows, create_floor, work).await;
        // The update's floor is store-cost's: it has no measured counterpart.
        let floor = floor(self.database, 12.0, 52.0);
        let work = async || {
            for (bulk, ids) in ids.chunks(BULK_ROWS).enumerate() {
                let update =
                    |(at, id): (usize, &Uuid)| Change::update(LEAD, *id, changes(bulk * BULK_ROWS + at, 1));
                self.write(ids.iter().enumerate().map(update).collect()).await;
            }
        };
        report.measure(self.database, "bulk update of 7 columns, per row", rows, floor, work).await;
    }

    pub async fn read_by_id(&self, report: &mut Report) {
        let mut reader = self.store.read(&self.principal).await.unwrap();
        let page = reader.page(&Query::of(LEAD).limit(200)).await.unwrap();
        let ids: Vec<Uuid> = page.rows.iter().map(tables::Row::id).collect();
        let floor = floor(self.database, 6.5, self.floors.read);
        let work = async || {
            for at in 0..READS {
                assert!(reader.get_row(LEAD, ids[at % ids.len()]).await.unwrap().is_some());
            }
        };
        report.measure(self.database, "read by id, all columns", READS, floor, work).await;
    }

    pub async fn page(&self, report: &mut Report) {
        let mut reader = self.store.read(&self.principal).await.unwrap();
        let select: Vec<String> = values(0).into_iter().map(|(name, _)| name).collect();
        let floor = floor(self.database, 185.0, self.floors.page);
        for (what, order) in
            [("page of 100 × 25", None), ("page of 100 × 25, sorted by an indexed text", Some("text1"))]
        {
            let work = async || {
                let mut after = None;
                for _ in 0..PAGES {
                    let mut query = Query::of(LEAD).limit(100);
                    if let Some(column) = order {
                        query = query.order_by(column);
                    }
                    query.select.clone_from(&select);
                    query.after = after;
                    let page = reader.page(&query).await.unwrap();
                    assert_eq!(page.rows.len(), 100);
                    after = page.next;
                }
            };
            report.measure(self.database, what, PAGES, floor, work).await;
        }
    }

    pub async fn scan_log(&self, report: &mut Report) {
        let mut reader = self.store.read(&Principal::system()).await.unwrap();
        let floor = floor(self.database, 1.6, 4.5);
        let entries = SCANS * 500;
        let work = async || {
            let mut position = Position::default();
            for _ in 0..SCANS {
                let found = reader.changes(position, &[LEAD], 500).await.unwrap();
                position = if found.more { found.next } else { Position::default() };
            }
        };
        report.measure(self.database, "change-log scan, per entry (no rows)", entries, floor, work).await;
    }
}

pub async fn write(store: &Store, context: Context, changes: Vec<Change>) {
    let written: Result<_, Error> = store
        .write(context, changes, |tx, changes| Box::pin(async move { tx.write(changes.clone()).await }))
        .await;
    written.unwrap();
}

/// A user with a role of business-unit depth, from rows of security.
async fn seller(store: &Store) -> Arc<Principal> {
    let system = Context::system();
    let unit = store.environment().ids.next();
    let user = store.environment().ids.next();
    let unit_row = Change::create("businessunit", vec![("name".into(), "bench".into())]).with_id(unit);
    let user_row = Change::create(
        "systemuser",
        vec![("fullname".into(), "Bench".into()), ("businessunitid".into(), unit.into())],
    )
    .with_id(user);
    write(store, system.clone(), vec![unit_row]).await;
    write(store, system, vec![user_row]).await;
    let rights = Privilege::ALL.map(|privilege| (LEAD.to_owned(), privilege, Depth::BusinessUnit));
    let read = |table: &str| (table.to_owned(), Privilege::Read, Depth::Organization);
    Principal::with_rights(user, unit, Vec::new(), rights.into_iter().chain([read("systemuser")]))
}
