//! The main job against the running binary, with its jobs and dual-write at work in the background.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::client::{Client, Server};
use crate::request::{Request, disqualify, lose, mails, qualify, submit, submit_as, win};
use crate::stories::{is_approved, is_declined};

/// A started binary; it is killed with the test.
pub struct Running(Child);

impl Running {
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn serve(folder: &std::path::Path) -> (Running, String) {
    serve_with(folder, &[])
}

/// The demo on this folder with further flags.
pub fn serve_with(folder: &std::path::Path, flags: &[&str]) -> (Running, String) {
    serve_set(folder, flags, &[])
}

/// The demo on this folder with further flags and settings.
pub fn serve_set(folder: &std::path::Path, flags: &[&str], settings: &[(&str, &str)]) -> (Running, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder)
        .args(flags)
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    let address = line.split("://").nth(1).unwrap().trim().to_owned();
    (Running(child), address)
}

/// Waits until `done` is true, at most a minute.
pub async fn eventually(what: &str, mut done: impl AsyncFnMut() -> bool) {
    for _ in 0..1_200 {
        if done().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what} did not come");
}

#[tokio::test]
async fn the_main_job_against_the_running_binary() {
    let folder = tempfile::tempdir().unwrap();
    let (running, address) = serve(folder.path());
    let client = Client::sign_in(Server::Address(address)).await;
    let won = submit(&client).await;
    let lost = submit_as(&client, "Lost & Found Ltd", "lou@lost.example").await;
    let disqualified = submit_as(&client, "Nobody There Inc.", "nora@nobody.example").await;
    for request in [&won, &lost, &disqualified] {
        eventually("the lead", async || has_lead(&client, request).await).await;
    }
    let seller = client.acting_as("seller@tandem.test").await;
    let won_lead = won.lead(&client).await;
    let (to_win, ..) = qualify(&seller, &won_lead).await;
    let (to_lose, ..) = qualify(&seller, &lost.lead(&client).await).await;
    // Killed without a warning, and started again on the same folder.
    drop(running);
    let (_running, address) = serve(folder.path());
    let client = Client::sign_in(Server::Address(address)).await;
    let seller = client.acting_as("seller@tandem.test").await;
    win(&seller, &to_win).await;
    lose(&seller, &to_lose).await;
    disqualify(&seller, &disqualified.lead(&client).await).await;
    for (request, status, verdict) in
        [(&won, "approved", 2), (&lost, "declined", 3), (&disqualified, "declined", 3)]
    {
        eventually("the mail", async || !mails(&client, &request.email).await.is_empty()).await;
        eventually("the verdict in Sales", async || {
            request.lead(&client).await["tandem_partnerstatus"] == verdict
        })
        .await;
        eventually("the verdict in the store", async || request.store_status(&client).await == status).await;
    }
    is_approved(&client, &won, &won_lead).await;
    is_declined(&client, &lost, "OutSold").await;
    is_declined(&client, &disqualified, "CannotContact").await;
}

/// Whether the request has come as far as Sales.
pub async fn has_lead(client: &Client, request: &Request) -> bool {
    let filter = format!("emailaddress1 eq '{}'", request.email);
    !client.list("/api/data/v9.2/leads", &filter).await.is_empty()
}

/// Killed without a warning again and again while requests come in and deals are closed: whatever
/// was acknowledged is there once, and everything comes to its end.
#[tokio::test]
async fn killed_under_load_nothing_is_lost_and_nothing_doubled() {
    const REQUESTS: usize = 12;
    let folder = tempfile::tempdir().unwrap();
    let company = |at: usize| (format!("Load {at} GmbH"), format!("load{at}@load.example"));
    let mut acknowledged = [false; REQUESTS];
    for delay in [150, 400, 250] {
        let (running, address) = serve(folder.path());
        let sending = tokio::spawn(async move {
            let client = Client::sign_in(Server::Address(address)).await;
            let mut sent = Vec::new();
            for at in 0..REQUESTS {
                let (company, email) = company(at);
                let body = crate::client::onboarding_request(&company, &email);
                // A server that dies in between gives no answer: the same is sent again later.
                let answer =
                    client.try_post("/api/v1/onboarding-requests", body, &format!("load-{at}")).await;
                sent.push(answer.is_some_and(|answer| answer.status == 202));
            }
            sent
        });
        tokio::time::sleep(Duration::from_millis(delay)).await;
        drop(running);
        if let Ok(sent) = sending.await {
            for (known, sent) in acknowledged.iter_mut().zip(sent) {
                *known |= sent;
            }
        }
    }
    let (running, address) = serve(folder.path());
    let client = Client::sign_in(Server::Address(address)).await;
    // What was acknowledged comes by itself; only the rest is sent again.
    for at in (0..REQUESTS).filter(|at| !acknowledged[*at]) {
        let (company, email) = company(at);
        let body = crate::client::onboarding_request(&company, &email);
        let answer =
            client.try_post("/api/v1/onboarding-requests", body, &format!("load-{at}")).await.unwrap();
        assert_eq!(answer.status, 202, "{}", answer.body);
    }
    let leads = async |client: &Client, at: usize| {
        client.list("/api/data/v9.2/leads", &format!("emailaddress1 eq '{}'", company(at).1)).await
    };
    for at in 0..REQUESTS {
        eventually("the lead", async || !leads(&client, at).await.is_empty()).await;
    }
    let seller = client.acting_as("seller@tandem.test").await;
    for at in 0..REQUESTS {
        let (opportunity, ..) = qualify(&seller, &leads(&client, at).await[0]).await;
        win(&seller, &opportunity).await;
    }
    drop(running);
    let (_running, address) = serve(folder.path());
    let client = Client::sign_in(Server::Address(address)).await;
    for at in 0..REQUESTS {
        let (company, email) = company(at);
        eventually("the mail", async || !mails(&client, &email).await.is_empty()).await;
        assert_eq!(mails(&client, &email).await.len(), 1, "{company}");
        assert_eq!(leads(&client, at).await.len(), 1, "{company}");
        let prospect =
            client.one("/data/BusinessPartnerProspects", &format!("OrganizationName eq '{company}'")).await;
        assert_eq!(prospect["Status"], "Approved", "{company}");
        let of_prospect = format!("B2BProspectId eq '{}'", prospect["ProspectId"].as_str().unwrap());
        assert_eq!(client.list("/data/CustomersV3", &of_prospect).await.len(), 2, "{company}");
        client.one("/data/CustomerHierarchies", &format!("Name eq '{company}'")).await;
    }
}

#[test]
fn a_second_serve_on_the_same_folder_says_where_the_first_is() {
    let folder = tempfile::tempdir().unwrap();
    let (_running, address) = serve(folder.path());
    let second = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path())
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&second.stderr);
    assert!(!second.status.success() && error.contains(&address), "{error}");
}

#[test]
fn outside_the_demo_store_and_back_office_need_two_names() {
    for (origins, expected) in [
        (&[][..], "two host names"),
        (
            &[("TANDEM_ORIGIN", "https://a.example"), ("TANDEM_OFFICE_ORIGIN", "https://A.example/")],
            "two host names",
        ),
        (&[("TANDEM_ORIGIN", "https://a.example"), ("TANDEM_OFFICE_ORIGIN", "https://b.example")], ""),
        (&[("TANDEM_ONE_HOST", "true")], ""),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder.path());
        command.envs(origins.iter().copied()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = Running(command.spawn().unwrap());
        if expected.is_empty() {
            // It runs: the log says where.
            let log = child.0.stderr.take().unwrap();
            let serves = BufReader::new(log).lines().any(|line| line.unwrap().contains("Tandem serves at"));
            assert!(serves, "{origins:?}");
        } else {
            let mut error = String::new();
            std::io::Read::read_to_string(&mut child.0.stderr.take().unwrap(), &mut error).unwrap();
            assert!(error.contains(expected), "{origins:?}: {error}");
        }
    }
}

#[tokio::test]
async fn a_demo_is_served_as_nothing_else_and_an_origin_has_a_scheme() {
    let folder = tempfile::tempdir().unwrap();
    drop(serve(folder.path()));
    for (folder, name, value, part) in [
        (folder.path().to_owned(), "TANDEM_ONE_HOST", "true", "made by the demo"),
        (folder.path().join("new"), "TANDEM_ORIGIN", "shop.example", "origin begins with https://"),
    ] {
        let refused = Command::new(env!("CARGO_BIN_EXE_tandem"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .env(name, value)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(!refused.status.success() && said.contains(part), "{said}");
    }
}
