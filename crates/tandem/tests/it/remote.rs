//! Two processes: Sales alone behind TLS, and a store with headquarters whose dual-write works with it.

use std::path::Path;

use tokio_rustls::rustls::pki_types::CertificateDer;

use crate::binary::{Running, eventually, has_lead, serve_set};
use crate::client::{Client, Server, tls};
use crate::commands::{said, tandem};
use crate::request::{mails, qualify, submit, win};
use crate::stories::is_approved;

/// A certificate of this machine's own, as two files.
struct Certificate {
    folder: tempfile::TempDir,
    der: CertificateDer<'static>,
}

impl Certificate {
    fn new() -> Self {
        let certificate =
            Self { folder: tempfile::tempdir().unwrap(), der: CertificateDer::from(Vec::new()) };
        Self { der: certificate.renew(), ..certificate }
    }

    /// Other files in the same place.
    fn renew(&self) -> CertificateDer<'static> {
        let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".into()]).unwrap();
        std::fs::write(self.path("certificate.pem"), made.cert.pem()).unwrap();
        std::fs::write(self.path("key.pem"), made.signing_key.serialize_pem()).unwrap();
        made.cert.der().clone()
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Sales alone behind TLS.
    fn serve_sales(&self, folder: &Path) -> (Running, String) {
        let (certificate, key) = (self.path("certificate.pem"), self.path("key.pem"));
        let flags = ["--apps", "sales", "--tls-certificate", &certificate, "--tls-key", &key];
        serve_set(folder, &flags, &[("TANDEM_WEB_API_DIALECT", "dataverse")])
    }
}

#[tokio::test]
async fn a_request_is_won_in_a_sales_elsewhere_behind_tls() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let certificate = Certificate::new();
    let (_sales, sales_address) = certificate.serve_sales(there.path());
    // Nobody needs to speak TLS for a command.
    let let_in = |id: &str| {
        let added = tandem(there.path(), &["application", "add", "--client-id", id, "--role", id]);
        assert!(added.status.success(), "{}", said(&added));
        said(&added).lines().last().unwrap().trim().to_owned()
    };
    let (secret, setup_secret) = (let_in("dual-write"), let_in("dual-write-setup"));

    let url = format!("https://{sales_address}");
    let ca_file = certificate.path("certificate.pem");
    let settings = [
        ("TANDEM_REMOTE_SALES_URL", url.as_str()),
        ("TANDEM_REMOTE_SALES_CLIENT_ID", "dual-write"),
        ("TANDEM_REMOTE_SALES_CLIENT_SECRET", secret.as_str()),
        ("TANDEM_REMOTE_SALES_SETUP_CLIENT_ID", "dual-write-setup"),
        ("TANDEM_REMOTE_SALES_SETUP_CLIENT_SECRET", setup_secret.as_str()),
        ("TANDEM_REMOTE_SALES_CA_FILE", ca_file.as_str()),
    ];
    let flags = ["--apps", "storefront,headquarters,dual-write"];
    let (_running, address) = serve_set(here.path(), &flags, &settings);
    let rest = Client::sign_in(Server::Address(address)).await;
    let sales = Client::sign_in(Server::Tls(sales_address, certificate.der.clone())).await;
    // Each process has what it was told to serve, and nothing else.
    for path in ["/api/data/v9.2/WhoAmI", "/sales/", "/sales/leads"] {
        rest.get(path).await.expect(404);
    }
    for path in ["/data/CustomersV3", "/headquarters/", "/dual-write/", "/become-a-business-partner"] {
        sales.get(path).await.expect(404);
    }

    let client = Client { server: Server::Apart(rest.clone().into(), sales.into()), ..rest };
    let request = submit(&client).await;
    eventually("the lead", async || has_lead(&client, &request).await).await;
    let lead = request.lead(&client).await;
    let team = client.one("/api/data/v9.2/teams", "name eq 'usmf DW'").await;
    assert_eq!(lead["_ownerid_value"], team["teamid"]);
    let seller = client.acting_as("seller@tandem.test").await;
    let (opportunity, ..) = qualify(&seller, &lead).await;
    win(&seller, &opportunity).await;
    eventually("the mail", async || !mails(&client, &request.email).await.is_empty()).await;
    eventually("the verdict in Sales", async || request.lead(&client).await["tandem_partnerstatus"] == 2)
        .await;
    eventually("the verdict in the store", async || request.store_status(&client).await == "approved").await;
    is_approved(&client, &request, &lead).await;
    let verified = tandem(here.path(), &["solution", "verify", "commerce"]);
    assert!(verified.status.success(), "{}", said(&verified));
    let status = said(&tandem(here.path(), &["dual-write", "status"]));
    assert!(status.matches(" answers, ").count() == 2 && !status.contains(&secret), "{status}");
}

#[tokio::test]
async fn a_program_is_let_in_with_its_roles_and_a_new_secret_ends_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let (_running, address) = serve_set(folder.path(), &[], &[]);
    let add = |id: &str, role: &str| {
        tandem(folder.path(), &["application", "add", "--client-id", id, "--role", role])
    };
    for (id, role, part) in [
        ("erp", "dual-write", "of the same name"),
        ("dual-write", "administrator", "of the same name"),
        ("erp", "seller", "salesperson"),
        ("e r p", "administrator", "letters, digits"),
    ] {
        let refused = add(id, role);
        assert!(!refused.status.success() && said(&refused).contains(part), "{}", said(&refused));
    }
    let secret = || said(&add("erp", "salesperson")).lines().last().unwrap().trim().to_owned();
    let (first, second) = (secret(), secret());
    let nobody = Client { server: Server::Address(address), token: String::new(), caller: None };
    let ask = async |secret: &str| {
        let form = format!("grant_type=client_credentials&client_id=erp&client_secret={secret}");
        nobody.form("/oauth2/v2.0/token", &form).await
    };
    ask(&first).await.expect(401);
    let token = ask(&second).await.expect(200).json()["access_token"].as_str().unwrap().to_owned();
    let erp = Client { token, ..nobody.clone() };
    erp.get("/api/data/v9.2/leads").await.expect(200);
    erp.get("/api/data/v9.2/roles").await.expect(200);
    // Its role is one of Sales alone.
    erp.get("/data/CustomersV3").await.expect(403);
}

#[cfg(unix)]
#[tokio::test]
async fn a_renewed_certificate_is_taken_on_sighup_and_a_broken_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let certificate = Certificate::new();
    let (running, address) = certificate.serve_sales(folder.path());
    assert!(tls(&address, &certificate.der).await.is_ok());
    let hang_up = || {
        let told = std::process::Command::new("kill").arg("-HUP").arg(running.id().to_string()).status();
        assert!(told.unwrap().success());
    };
    let renewed = certificate.renew();
    hang_up();
    eventually("the renewed certificate", async || tls(&address, &renewed).await.is_ok()).await;
    assert!(tls(&address, &certificate.der).await.is_err(), "the old one is not shown any more");
    std::fs::write(certificate.path("key.pem"), "broken").unwrap();
    hang_up();
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(tls(&address, &renewed).await.is_ok());
}
