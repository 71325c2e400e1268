//! `tandem doctor`, with a running server and without one.

use serde_json::Value;

use crate::binary::{eventually, serve};
use crate::client::{Client, Server};
use crate::commands::{said, tandem};

#[tokio::test]
async fn the_doctor_finds_what_is_wrong_and_puts_it_right() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (running, address) = serve(&data);
    let client = Client::sign_in(Server::Address(address)).await;
    // Every job has run, and the store knows which features are on.
    eventually("health", async || tandem(&data, &["doctor"]).status.success()).await;
    let well = said(&tandem(&data, &["doctor"]));
    for line in ["can be written", "headquarters answers", "the store takes requests", "package commerce"] {
        assert!(well.contains(line), "{line} is missing in {well}");
    }

    let feature = client.one("/data/Features", "IsEnabled eq true").await;
    let path = format!("/data/Features({})", feature["ExternalRowId"].as_str().unwrap());
    let off = client.patch(&path, serde_json::json!({ "IsEnabled": false })).await;
    assert!(off.status.is_success(), "{}", off.body);
    let ill = tandem(&data, &["doctor"]);
    assert!(!ill.status.success() && said(&ill).contains("(--fix puts it right)"), "{}", said(&ill));

    // The same without a server: the folder is opened.
    drop(running);
    let ill = tandem(&data, &["doctor", "--json"]);
    assert!(!ill.status.success());
    let found: Value = serde_json::from_slice(&ill.stdout).unwrap();
    let is_off = |one: &Value| one["check"] == "feature" && one["state"] == "bad" && one["fix"] == "turn-on";
    assert!(found.as_array().unwrap().iter().any(is_off), "{found}");
    let fixed = tandem(&data, &["doctor", "--fix"]);
    assert!(said(&fixed).contains("the store takes requests"), "{}", said(&fixed));
    assert!(!said(&fixed).contains("takes no requests"), "{}", said(&fixed));
}
