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
    let client = Client::sign_in(Server::Address(address.clone())).await;
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

    let sending = send_steadily(address, Arc::clone(&stop), Arc::clone(&acknowledged));
    eventually("some load", async || acknowledged.load(Ordering::SeqCst) >= 6).await;
    let before = acknowledged.load(Ordering::SeqCst);
    let taken = tokio::task::block_in_place(|| here.say(&["backup", backup]));
    assert!(taken.status.success(), "{}", said(&taken));
    stop.store(true, Ordering::SeqCst);
    sending.await.unwrap();
    assert!(acknowledged.load(Ordering::SeqCst) > before, "requests came in meanwhile");
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
    let (running, address) = serve(&data);
    let form = "email=manager%40tandem.test&password=tandem-demo";
    let signed_in = http(
        &address,
        &format!(
            "POST /office/sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
            form.len()
        ),
    );
    let cookie = signed_in.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let cookie = cookie.split(';').next().unwrap();
    let page = |address: &str| {
        let head = "GET /headquarters/prospects HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close";
        http(address, &format!("{head}\r\ncookie: {cookie}\r\n\r\n"))
    };
    assert!(page(&address).starts_with("HTTP/1.1 200"));
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
    // Who was signed in then is not any more.
    let (_running, address) = serve(&other);
    assert!(page(&address).starts_with("HTTP/1.1 303"));
}

fn http(address: &str, text: &str) -> String {
    use std::io::{Read as _, Write as _};
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn without_postgresqls_programs_or_one_moment_it_says_what_to_do() {
    let place = Place::postgres();
    let say = |words: &[&str], settings: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
        command.args(words).arg("--data").arg(place.data());
        let output = command.envs(place.settings()).envs(settings.iter().copied()).output().unwrap();
        (output.status.success(), said(&output))
    };
    let folder = |name: &str| place.folder.path().join(name).to_str().unwrap().to_owned();
    let (good, bad) = (folder("good"), folder("bad"));
    let add = ["user", "add", "ola@new.test", "--name", "Ola", "--role", "administrator"];
    assert!(say(&add, &[("TANDEM_ONE_HOST", "true")]).0);
    let no_programs = [("PATH", "/nowhere")];
    let (done, words) = say(&["backup", &bad], &no_programs);
    assert!(!done && words.contains("apt install postgresql-client"), "{words}");
    assert!(std::fs::read_dir(&bad).unwrap().next().is_none(), "no half of a backup");
    let apart = [("TANDEM_SALES_DATABASE_URL", "postgres://127.0.0.1:1/elsewhere")];
    let (done, words) = say(&["restore", &bad], &apart);
    assert!(!done && words.contains("do not lie together"), "{words}");

    let (done, words) = say(&["backup", &good], &[]);
    assert!(done, "{words}");
    let (done, words) = say(&["restore", &good], &[]);
    assert!(!done && words.contains("--replace"), "{words}");
    // What was put aside is put back.
    let (done, words) = say(&["restore", &good, "--replace"], &no_programs);
    assert!(!done && words.contains("apt install postgresql-client"), "{words}");
    assert!(say(&["user", "list"], &[]).1.contains("ola@new.test"));
    let (done, words) = say(&["restore", &good, "--replace"], &[]);
    assert!(done && words.contains("headquarters_before_"), "{words}");
    assert!(say(&["user", "list"], &[]).1.contains("ola@new.test"));
}
