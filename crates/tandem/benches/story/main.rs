//! What the story costs its users: `cargo xtask bench story`.
//!
//! The running binary on SQLite with 10,000 prospects present; from outside, over HTTP: request to
//! lead readable, won to approval mail captured, p50 and p99 over 200 runs. Beside it start and
//! memory.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a benchmark stops at the first surprise")]
#![expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
#![allow(dead_code, reason = "client and steps are those of the stories, not all of them used here")]

#[path = "../../tests/it/client.rs"]
mod client;
#[path = "../../tests/it/request.rs"]
mod request;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Client, Server};
use crate::request::{mails, qualify, submit_as, win};

const PROSPECTS: usize = 10_000;
const RUNS: usize = 200;

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    fn start(folder: &Path) -> (Self, String, Duration) {
        let began = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tandem"))
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let line = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
        let address = line.split("http://").nth(1).unwrap().trim().to_owned();
        (Self(child), address, began.elapsed())
    }

    /// Resident memory in MiB.
    fn memory(&self) -> f64 {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let line = text.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }
}

async fn until(what: &str, mut done: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !done().await {
        assert!(began.elapsed() < Duration::from_secs(600), "{what} did not come");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

async fn leads(client: &Client) -> u64 {
    let answer = client.get("/api/data/v9.2/leads?$top=1&$count=true&$select=leadid").await.expect(200);
    answer.json()["@odata.count"].as_u64().unwrap()
}

async fn fill(client: &Client) {
    for at in 0..PROSPECTS {
        let prospect = json!({
            "TypeId": "B2B prospect", "OrganizationName": format!("Company {at}"), "PersonFirstName": "Ann",
            "PersonLastName": format!("Number {at}"), "PrimaryContactEmail": format!("p{at}@filled.example"),
            "AddressCity": "Utrecht", "AddressCountry": "NL", "Language": "en-US",
        });
        let answer = client.post("/data/BusinessPartnerProspects", prospect).await;
        assert!(answer.status.is_success(), "{}", answer.body);
    }
    // Dataverse counts no further than 5,000.
    until("the leads", async || leads(client).await >= 5_000).await;
    let last = format!("emailaddress1 eq 'p{}@filled.example'", PROSPECTS - 1);
    until("the last lead", async || !client.list("/api/data/v9.2/leads", &last).await.is_empty()).await;
}

fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    times[(times.len() * percent / 100).min(times.len() - 1)].as_secs_f64() * 1_000.0
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let (running, _, first_start) = Running::start(folder.path());
    drop(running);
    let (running, address, start) = Running::start(folder.path());
    tokio::time::sleep(Duration::from_secs(2)).await;
    let idle = running.memory();
    let client = Client::sign_in(Server::Address(address)).await;
    let seller = client.acting_as("seller@tandem.test").await;
    let began = Instant::now();
    fill(&client).await;
    let filled = began.elapsed();
    let (mut to_lead, mut to_mail) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let began = Instant::now();
        let email = format!("run{run}@bench.example");
        let request = submit_as(&client, &format!("Bench {run}"), &email).await;
        let filter = format!("emailaddress1 eq '{email}'");
        until("the lead", async || !client.list("/api/data/v9.2/leads", &filter).await.is_empty()).await;
        to_lead.push(began.elapsed());
        let (opportunity, ..) = qualify(&seller, &request.lead(&client).await).await;
        let began = Instant::now();
        win(&seller, &opportunity).await;
        until("the mail", async || {
            let mails = mails(&client, &email).await;
            mails.iter().any(|mail| mail["notificationType"] == "B2B prospect approved")
        })
        .await;
        to_mail.push(began.elapsed());
    }
    println!("| what | p50 | p99 | expected |\n|-|-|-|-|");
    for (what, times) in
        [("request → lead readable", &mut to_lead), ("won → approval mail captured", &mut to_mail)]
    {
        let (p50, p99) = (percentile(times, 50), percentile(times, 99));
        println!("| {what} | {p50:.0} ms | {p99:.0} ms | 100 ms, 500 ms |");
    }
    println!("| start on an empty folder | {:.0} ms | | |", first_start.as_secs_f64() * 1_000.0);
    println!("| start again | {:.0} ms | | 1,000 ms |", start.as_secs_f64() * 1_000.0);
    println!("| memory, idle | {idle:.0} MiB | | 60 MB |");
    println!("| memory, afterwards | {:.0} MiB | | 120 MB |", running.memory());
    println!("| {PROSPECTS} prospects to leads | {:.0} s | | |", filled.as_secs_f64());
}
