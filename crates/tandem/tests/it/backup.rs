//! A backup taken while requests come in and dual-write runs, restored elsewhere: nothing that was
//! acknowledged is missing, nothing is there twice, and everything goes on.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use platform::Randomness;
use tables::testing::POSTGRES_VARIABLE;

use crate::binary::{Running, eventually, has_lead, serve, serve_set};
use crate::client::{Client, Server, onboarding_request};
use crate::commands::{said, tandem};
use crate::request::{mails, qualify, submit, win};
use crate::stories::is_approved;

/// An empty place for a system.
struct Place {
    folder: tempfile::TempDir,
    /// Address of a PostgreSQL database of its own.
    url: Option<String>,
}

impl Place {
    fn sqlite() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), url: None }
    }

    fn postgres() -> Self {
        let name = format!("backup{:016x}", u64::from_le_bytes(Randomness::system().bytes()));
        let server = std::env::var(POSTGRES_VARIABLE).unwrap();
        psql(&server, &format!("CREATE DATABASE {name}"));
        let (start, _) = server.rsplit_once('/').unwrap();
        Self { folder: tempfile::tempdir().unwrap(), url: Some(format!("{start}/{name}")) }
    }

    fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    fn settings(&self) -> Vec<(&str, &str)> {
        self.url.iter().map(|url| ("TANDEM_DATABASE_URL", url.as_str())).collect()
    }

    fn serve(&self) -> (Running, String) {
        serve_set(&self.data(), &[], &self.settings())
    }

    fn say(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
        command.args(words).arg("--data").arg(self.data()).envs(self.settings()).output().unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((_, name)) = self.url.as_ref().and_then(|url| url.rsplit_once('/')) {
            let server = std::env::var(POSTGRES_VARIABLE).unwrap();
            psql(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

fn psql(url: &str, words: &str) {
    let done =
        Command::new("psql").args([url, "--quiet", "--no-psqlrc", "--command", words]).output().unwrap();
    assert!(done.status.success(), "{}", said(&done));
}

fn company(at: usize) -> (String, String) {
    (format!("Steady {at} GmbH"), format!("steady{at}@steady.example"))
}

/// Sends one request after the other until told to stop; counts those that were acknowledged.
fn send_steadily(
    address: String,
    stop: Arc<AtomicBool>,
    acknowledged: Arc<AtomicUsize>,
) -> tokio::task::JoinHandle<()> {
    tokio::spawn(async move {
        let client = Client::sign_in(Server::Address(address)).await;
        for at in 0.. {
            let (company, email) = company(at);
            let body = onboarding_request(&company, &email);
            client.post("/api/v1/onboarding-requests", body).await.expect(202);
            acknowledged.store(at + 1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(40)).await;
            if stop.load(Ordering::SeqCst) {
                return;
            }
        }
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_goes_on_elsewhere_on_sqlite() {
    goes_on_elsewhere(&Place::sqlite(), &Place::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_goes_on_elsewhere_on_postgresql() {
    goes_on_elsewhere(&Place::postgres(), &Place::postgres()).await;
}

async fn goes_on_elsewhere(here: &Place, there: &Place) {
    let backup = here.folder.path().join("backup");
    let backup = backup.to_str().unwrap();
    let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let (running, address) = here.serve();
    let sending = send_steadily(address.clone(), Arc::clone(&stop), Arc::clone(&acknowledged));
    let client = Client::sign_in(Server::Address(address)).await;
    // One that was decided before, too.
    let decided = submit(&client).await;
    eventually("the lead", async || has_lead(&client, &decided).await).await;
    let lead = decided.lead(&client).await;
    let seller = client.acting_as("seller@tandem.test").await;
    win(&seller, &qualify(&seller, &lead).await.0).await;
    eventually("the mail", async || !mails(&client, &decided.email).await.is_empty()).await;
    eventually("the verdict in Sales", async || decided.lead(&client).await["tandem_partnerstatus"] == 2)
        .await;
    eventually("the verdict in the store", async || decided.store_status(&client).await == "approved").await;

    let before = acknowledged.load(Ordering::SeqCst);
    let taken = tokio::task::block_in_place(|| here.say(&["backup", backup]));
    assert!(taken.status.success(), "{}", said(&taken));
    let after = acknowledged.load(Ordering::SeqCst);
    tokio::time::sleep(Duration::from_millis(300)).await;
    stop.store(true, Ordering::SeqCst);
    sending.await.unwrap();
    assert!(before > 0 && acknowledged.load(Ordering::SeqCst) > before, "{before} {after}");
    drop(running);

    let restored = there.say(&["restore", backup]);
    assert!(restored.status.success(), "{}", said(&restored));
    let (_running, address) = there.serve();
    let client = Client::sign_in(Server::Address(address)).await;
    for at in 0..before {
        let filter = format!("emailaddress1 eq '{}'", company(at).1);
        eventually("the lead", async || !client.list("/api/data/v9.2/leads", &filter).await.is_empty()).await;
    }
    eventually("everything delivered", async || there.say(&["dual-write", "status"]).status.success()).await;
    // Both sides agree: each prospect once, each with its lead, and no lead of nobody.
    for at in 0..acknowledged.load(Ordering::SeqCst) {
        let (company, email) = company(at);
        let prospects =
            client.list("/data/BusinessPartnerProspects", &format!("OrganizationName eq '{company}'")).await;
        let leads = client.list("/api/data/v9.2/leads", &format!("emailaddress1 eq '{email}'")).await;
        assert!(prospects.len() <= 1 && (at >= before || prospects.len() == 1), "{company}: {prospects:?}");
        if prospects.is_empty() {
            assert!(leads.is_empty(), "{company}: {leads:?}");
            continue;
        }
        assert_eq!(leads.len(), 1, "{company}: {leads:?}");
        assert_eq!(leads[0]["tandem_b2bprospectid"], prospects[0]["ProspectId"], "{company}");
    }
    is_approved(&client, &decided, &lead).await;
    // And it goes on.
    let seller = client.acting_as("seller@tandem.test").await;
    let filter = format!("emailaddress1 eq '{}'", company(0).1);
    let lead = client.one("/api/data/v9.2/leads", &filter).await;
    win(&seller, &qualify(&seller, &lead).await.0).await;
    let (_, email) = company(0);
    eventually("the mail", async || !mails(&client, &email).await.is_empty()).await;
    assert_eq!(mails(&client, &email).await[0]["notificationType"], "B2B prospect approved");
}

#[tokio::test]
async fn nothing_is_written_over_and_nothing_damaged_is_restored() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (data, other) = (here.path().join("data"), there.path().join("data"));
    let backup = here.path().join("backup");
    let backup_text = backup.to_str().unwrap();
    let refused = |output: Output, part: &str| {
        assert!(!output.status.success() && said(&output).contains(part), "{part}: {}", said(&output));
    };
    let (running, _) = serve(&data);
    let take = |folder: &Path| tandem(&data, &["backup", folder.to_str().unwrap()]);
    assert!(take(&backup).status.success());
    refused(take(&backup), "is not empty");
    let restore = |data: &Path, words: &[&str]| tandem(data, &[&["restore", backup_text], words].concat());
    refused(restore(&data, &["--replace"]), "another tandem serves");
    drop(running);
    refused(restore(&data, &[]), "--replace");
    refused(tandem(&other, &["restore", here.path().to_str().unwrap()]), "is no backup");

    // Without a server the command opens the folder itself.
    let again = here.path().join("again");
    assert!(take(&again).status.success());
    let sales = again.join("sales.sqlite");
    let mut bytes = std::fs::read(&sales).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&sales, bytes).unwrap();
    refused(
        tandem(&other, &["restore", again.to_str().unwrap()]),
        "sales.sqlite is missing or not as it was",
    );
    assert!(!other.join("sales.sqlite").exists());

    assert!(restore(&other, &[]).status.success());
    let replaced = restore(&other, &["--replace"]);
    assert!(replaced.status.success() && said(&replaced).contains("before-restore-"), "{}", said(&replaced));
    // Broken off half-way: some databases may be old and some new, so nobody opens them.
    std::fs::write(other.join(tandem::backup::UNFINISHED), "").unwrap();
    refused(tandem(&other, &["user", "list"]), "broke off half-way");
    std::thread::sleep(Duration::from_millis(1_100));
    assert!(restore(&other, &["--replace"]).status.success());
    assert!(tandem(&other, &["user", "list"]).status.success());
}
