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

/// Floors of store-cost, µs CPU per operation: SQLite, PostgreSQL client + server.
pub struct Floor {
    pub sqlite: Option<f64>,
    pub postgres: Option<f64>,
}

impl Report {
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Measures `work`, which does `operations` operations.
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
    pub async fn measure(
        &mut self,
        database: &'static str,
        what: &'static str,
        operations: usize,
        floor: &Floor,
        work: impl AsyncFnOnce(),
    ) {
        let (client, server, start) = (cpu_of_this_process(), cpu_of_postgres(), Instant::now());
        work().await;
        let seconds = start.elapsed().as_secs_f64();
        let per_operation = |before: f64, after: f64| (after - before) / operations as f64;
        let server_us = if database == "PostgreSQL" { per_operation(server, cpu_of_postgres()) } else { 0.0 };
        let floor_us = if database == "PostgreSQL" { floor.postgres } else { floor.sqlite };
        self.0.push(Line {
            database,
            what,
            client_us: per_operation(client, cpu_of_this_process()),
            server_us,
            per_second: operations as f64 / seconds,
            floor_us,
        });
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

/// Microseconds on the CPU of all threads so far.
fn cpu_of_this_process() -> f64 {
    ticks("/proc/self/stat").unwrap_or_default()
}

/// The same of every PostgreSQL process on this machine that can be read.
fn cpu_of_postgres() -> f64 {
    let Ok(processes) = std::fs::read_dir("/proc") else { return 0.0 };
    let is_postgres = |path: &std::path::Path| {
        std::fs::read_to_string(path.join("comm")).is_ok_and(|name| name.trim() == "postgres")
    };
    let of_process = |path: std::path::PathBuf| ticks(path.join("stat").to_str()?);
    processes
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_postgres(path))
        .filter_map(of_process)
        .sum()
}

/// User and system time of a process in microseconds; the kernel counts in hundredths of a second.
fn ticks(path: &str) -> Option<f64> {
    let text = std::fs::read_to_string(path).ok()?;
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let user: f64 = fields.get(11)?.parse().ok()?;
    let system: f64 = fields.get(12)?.parse().ok()?;
    Some((user + system) * 10_000.0)
}
