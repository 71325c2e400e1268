//! `tandem jobs` and `tandem dual-write`, with a running server and without one.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use crate::binary::serve_with;
use crate::client::{Client, Server};
use crate::request::submit;

pub fn tandem(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tandem")).args(words).arg("--data").arg(folder).output().unwrap()
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[tokio::test]
async fn jobs_and_dual_write_are_told_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (running, address) = serve_with(&data, &["--jobs-mode", "manual"]);
    let client = Client::sign_in(Server::Address(address.clone())).await;
    submit(&client).await;
    // Only when told: the request waits in the channel.
    assert!(client.list("/data/BusinessPartnerProspects", "Status eq 'Open'").await.is_empty());
    // The request, and the mail about it.
    let pulled = tandem(&data, &["jobs", "run", "P-0001"]);
    assert!(
        pulled.status.success() && said(&pulled).contains("P-0001: 2 succeeded, 0 failed"),
        "{}",
        said(&pulled)
    );
    let made = tandem(&data, &["jobs", "run", "Synchronize customers and channel requests"]);
    assert!(made.status.success(), "{}", said(&made));
    assert_eq!(client.list("/data/BusinessPartnerProspects", "Status eq 'Open'").await.len(), 1);
    let history = said(&tandem(&data, &["jobs", "history", "P-0001"]));
    assert!(history.contains("2 succeeded"), "{history}");
    let unknown = tandem(&data, &["jobs", "run", "P-9999"]);
    assert!(!unknown.status.success() && said(&unknown).contains("tandem jobs list"), "{}", said(&unknown));

    // A contact whose account never comes waits, is told of, and can be left out.
    let account = json!({ "name": "Elsewhere", "customertypecode": 8 });
    let account = client.post("/api/data/v9.2/accounts", account).await;
    assert_eq!(account.status, 204, "{}", account.body);
    let account = client.one("/api/data/v9.2/accounts", "name eq 'Elsewhere'").await;
    let contact = json!({
        "lastname": "Waiting", "msdyn_sellable": true,
        "parentcustomerid_account@odata.bind": format!("/accounts({})", account["accountid"].as_str().unwrap()),
    });
    assert_eq!(client.post("/api/data/v9.2/contacts", contact).await.status, 204);
    let mut errors = Value::Null;
    for _ in 0..200 {
        errors = serde_json::from_slice(&tandem(&data, &["dual-write", "errors", "--json"]).stdout).unwrap();
        if errors[0].is_object() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!((&errors[0]["cause"], &errors[0]["set"]), (&json!("parent"), &json!("contacts")), "{errors}");
    assert!(errors[0]["message"].as_str().unwrap().contains("customers_accounts"), "{errors}");
    let retried = tandem(&data, &["dual-write", "retry"]);
    assert!(!retried.status.success() && said(&retried).contains("1 still wait"), "{}", said(&retried));

    // The same commands open the folder themselves when nobody serves it.
    drop(running);
    let status = tandem(&data, &["dual-write", "status", "--json"]);
    let status: Value = serde_json::from_slice(&status.stdout).unwrap();
    let waiting: i64 =
        status["targets"].as_array().unwrap().iter().map(|one| one["waiting"].as_i64().unwrap()).sum();
    assert_eq!(waiting, 1, "{status}");
    let id = errors[0]["id"].as_str().unwrap();
    let skipped = tandem(&data, &["dual-write", "skip", id]);
    assert!(skipped.status.success(), "{}", said(&skipped));
    assert!(said(&tandem(&data, &["dual-write", "errors"])).contains("Nothing waits."));
    let again = tandem(&data, &["dual-write", "skip", id]);
    assert!(!again.status.success() && said(&again).contains("does not exist"), "{}", said(&again));
}

#[tokio::test]
async fn the_control_door_opens_to_its_token_only() {
    let folder = tempfile::tempdir().unwrap();
    let (_running, address) = serve_with(folder.path(), &[]);
    let mut client = Client::sign_in(Server::Address(address)).await;
    let told = std::fs::read_to_string(folder.path().join("tandem.lock")).unwrap();
    let control = told.lines().nth(1).unwrap().strip_prefix("http://").unwrap().to_owned();
    for path in ["/control/jobs", "/control/dual-write/status", "/control/anything"] {
        // Where people come in there is no such door.
        client.get(path).await.expect(404);
    }
    client.server = Server::Address(control);
    // A token of the APIs is none of the door's.
    for path in ["/control/jobs", "/control/dual-write/status", "/control/anything"] {
        client.get(path).await.expect(401);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let lock = folder.path().join("tandem.lock");
        assert_eq!(std::fs::metadata(lock).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn people_are_let_in_and_shut_out_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (_running, address) = serve_with(&data, &[]);
    let client = Client::sign_in(Server::Address(address.clone())).await;
    let sign_in = "email=maya%40new.test&password=a+long+enough+one";

    for (words, trouble) in [
        (["user", "add", "maya", "--name", "Maya", "--role", "salesperson"], "e-mail address"),
        (["user", "add", "maya@new.test", "--name", "Maya", "--role", "seller"], "salesperson"),
        (["user", "add", "maya@new.test", "--name", " ", "--role", "salesperson"], "needs a name"),
    ] {
        let refused = tandem(&data, &words);
        assert!(!refused.status.success() && said(&refused).contains(trouble), "{}", said(&refused));
    }
    let added =
        tandem(&data, &["user", "add", "maya@new.test", "--name", "Maya New", "--role", "salesperson"]);
    let link = said(&added).lines().last().unwrap().trim().to_owned();
    let path = link.strip_prefix(&format!("http://{address}")).unwrap_or_else(|| panic!("{link}"));
    let list = said(&tandem(&data, &["user", "list"]));
    assert!(list.contains("maya@new.test") && list.contains("without password"), "{list}");

    client.get(path).await.expect(200);
    client.form("/office/sign-in", sign_in).await.expect(422);
    let new = "password=a+long+enough+one&again=a+long+enough+one";
    client.form(path, new).await.expect(303);
    client.form("/office/sign-in", sign_in).await.expect(303);
    // A link is good once.
    assert_ne!(client.form(path, new).await.status, 303);

    assert!(tandem(&data, &["user", "disable", "maya@new.test"]).status.success());
    client.form("/office/sign-in", sign_in).await.expect(422);
    assert!(tandem(&data, &["user", "enable", "maya@new.test"]).status.success());
    client.form("/office/sign-in", sign_in).await.expect(303);
    let unknown = tandem(&data, &["user", "disable", "nobody@new.test"]);
    assert!(!unknown.status.success() && said(&unknown).contains("tandem user list"), "{}", said(&unknown));
}

#[test]
fn whoever_reads_what_is_printed_may_have_enough_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.args(["config", "--data"]).arg(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    drop(running.stdout.take());
    let output = running.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", said(&output));
}
