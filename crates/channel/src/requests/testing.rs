//! What the tests of the verbs share: the channel database on every kind of database.

use platform::Environment;
use tables::{Context, Location, Store};
use tempfile::TempDir;

use super::{Request, Submission, SubmitError, Submitted, submit};

/// An empty channel database of each kind. PostgreSQL is left out only where nobody asked for it
/// and no one would notice; under CI it has to be there.
pub async fn each_store() -> Vec<(TempDir, Store)> {
    let mut stores = Vec::new();
    let folder = TempDir::new().unwrap();
    let file = Location::Sqlite(folder.path().join("channel.db"));
    stores.push((folder, open(&file).await));
    match std::env::var("TANDEM_TEST_POSTGRES") {
        Ok(url) => {
            let schema = format!("test_{}", Environment::system().ids.next().simple());
            let place = Location::Postgres { url, schema };
            stores.push((TempDir::new().unwrap(), open(&place).await));
        }
        Err(_) => assert!(std::env::var("CI").as_deref() != Ok("true"), "set TANDEM_TEST_POSTGRES"),
    }
    stores
}

async fn open(location: &Location) -> Store {
    Store::open(crate::catalog(), location, Environment::system()).await.unwrap()
}

/// A complete request by somebody called `first_name`, from an address of their own.
pub fn submission(first_name: &str, idempotency_key: Option<&str>) -> Submission {
    let text = |text: &str| text.to_owned();
    let request = Request {
        first_name: text(first_name),
        last_name: text("Nowak"),
        email: format!("{first_name}@example.com").replace(' ', "-"),
        company_name: text("Nowak Trading"),
        street: text("Długa 1"),
        city: text("Kraków"),
        postal_code: Some(text("31-146")),
        country: text("PL"),
        language: text("pl-PL"),
        ..Request::default()
    };
    let store_url = text("http://127.0.0.1:8420");
    let store_name = text("Alder & Finch Wholesale");
    Submission {
        request,
        idempotency_key: idempotency_key.map(text),
        terms_version: Some(text("0123456789ab")),
        store_name,
        store_url,
    }
}

pub async fn send(store: &Store, submission: Submission) -> Result<Submitted, SubmitError> {
    store.write(Context::system(), submission, |tx, submission| Box::pin(submit(tx, submission))).await
}
