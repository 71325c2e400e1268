//! What the store costs: `cargo xtask bench store`.
//!
//! CPU per operation (user and system, of this process and for PostgreSQL also of its server)
//! beside the floors of the bare drivers, as ratios of one run. Rows per second depend on what else
//! the machine does; trust the CPU.
#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]

mod floor;
mod lead;
mod meter;
mod spike;
mod work;

use tables::testing::{Place, places};

use crate::meter::Report;

/// As in the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let mut report = Report::new();
    // `-- SQLite` measures one database only, for profiling.
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    for place in places() {
        let name = if matches!(place, Place::Sqlite(_)) { "SQLite" } else { "PostgreSQL" };
        if only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        let mut bench = work::Bench::open(&place).await;
        bench.floors = floor::postgres(&place, &bench.store, &mut report).await;
        bench.create_alone(&mut report).await;
        bench.create_together(&mut report).await;
        bench.bulk(&mut report).await;
        bench.read_by_id(&mut report).await;
        bench.page(&mut report).await;
        bench.scan_log(&mut report).await;
        spike::run(&bench, &mut report).await;
    }
    report.print();
}
