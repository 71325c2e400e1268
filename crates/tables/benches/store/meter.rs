//! Time and CPU around a piece of work.

use std::fmt::Write as _;
use std::time::Instant;

/// One measured row.
struct Line {
    database: &'static str,
    what: &'static str,
    client_us: f64,
    server_us: f64,
    per_second: f64,
    floor_us: Option<f64>,
}

/// All rows.
pub struct Report(Vec<Line>);

/// What the bare driver costs on the same machine in the same run: µs CPU, client and server.
#[derive(Clone, Copy, Default)]
pub struct Floors {
    pub create: f64,
    pub together: f64,
    pub bulk: f64,
    pub read: f64,
    pub page: f64,
}

/// A floor measured in this run, or that of store-cost for SQLite.
pub fn floor(database: &str, sqlite_us: f64, measured_us: f64) -> Option<f64> {
    let floor = if database == "SQLite" { sqlite_us } else { measured_us };
    (floor > 0.0).then_some(floor)
}

impl Report {
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Measures `work`, which does `operations` operations; answers µs CPU per operation.
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
    pub async fn measure(
        &mut self,
        database: &'static str,
        what: &'static str,
        operations: usize,
        floor_us: Option<f64>,
        work: impl AsyncFnOnce(),
    ) -> f64 {
        let (client, server, start) = (cpu_of_this_process(), cpu_of_postgres(), Instant::now());
        work().await;
        let seconds = start.elapsed().as_secs_f64();
        let per_operation = |before: f64, after: f64| (after - before) / operations as f64;
        let server_us = if database == "PostgreSQL" { per_operation(server, cpu_of_postgres()) } else { 0.0 };
        let client_us = per_operation(client, cpu_of_this_process());
        self.0.push(Line {
            database,
            what,
            client_us,
            server_us,
            per_second: operations as f64 / seconds,
            floor_us,
        });
        client_us + server_us
    }

    /// As a Markdown table.
    pub fn print(&self) {
        let mut text = String::from(
            "| database | operation | µs CPU client + server | per second | floor µs | ratio |\n|-|-|-|-|-|-|\n",
        );
        for line in &self.0 {
            let total = line.client_us + line.server_us;
            let (floor, ratio) = match line.floor_us {
                Some(floor) => (format!("{floor:.1}"), format!("{:.2}", total / floor)),
                None => ("–".into(), "–".into()),
            };
            writeln!(
                text,
                "| {} | {} | {:.1} + {:.1} | {:.0} | {floor} | {ratio} |",
                line.database, line.what, line.client_us, line.server_us, line.per_second
            )
            .unwrap();
        }
        println!("{text}");
    }
}

/// Microseconds on the CPU of all threads that still run.
fn cpu_of_this_process() -> f64 {
    cpu_of_threads(std::path::Path::new("/proc/self"))
}

/// The same of every PostgreSQL process on this machine that can be read.
fn cpu_of_postgres() -> f64 {
    let Ok(processes) = std::fs::read_dir("/proc") else { return 0.0 };
    let is_postgres = |path: &std::path::Path| {
        std::fs::read_to_string(path.join("comm")).is_ok_and(|name| name.trim() == "postgres")
    };
    processes
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_postgres(path))
        .map(|path| cpu_of_threads(&path))
        .sum()
}

/// The scheduler counts each thread's time in nanoseconds; `stat` has only hundredths of a second.
fn cpu_of_threads(process: &std::path::Path) -> f64 {
    let Ok(threads) = std::fs::read_dir(process.join("task")) else { return 0.0 };
    let of_thread = |path: std::path::PathBuf| -> Option<f64> {
        let text = std::fs::read_to_string(path.join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse().ok()
    };
    threads.flatten().filter_map(|thread| of_thread(thread.path())).sum::<f64>() / 1_000.0
}
