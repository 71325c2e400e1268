//! A browser without a screen: asks a router for pages and posts forms, as somebody signed in.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use platform::Environment;
use tables::security::{BusinessUnit, SystemUser, with_security};
use tables::{Catalog, Context, Error, Filter, Location, Principal, Store};
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::office::{Office, Settings, with_office};
use crate::sessions;

/// Longest page that is read.
const PAGE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Attempts to sign in per minute; no test needs more.
const SIGN_INS_PER_MINUTE: u32 = 1_000;

/// A door to a directory of its own that knows these addresses, for an application whose store is
/// not the directory. The application's own store has to know them too.
pub async fn office(emails: &[&str]) -> (TempDir, Arc<Office>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let location = Location::Sqlite(folder.path().join("directory.db"));
    let catalog = with_office(with_security(Catalog::new()));
    let directory = Store::open(catalog, &location, Environment::system()).await.expect("a directory");
    people(&directory, emails, None).await;
    let settings = Settings {
        origin: "http://tandem.test".into(),
        sign_ins_per_minute: SIGN_INS_PER_MINUTE,
        store_path: Some("/".into()),
        queue_link_mail: Arc::new(|_, _| Box::pin(async { Ok(()) })),
    };
    (folder, Office::new(directory, settings))
}

/// Makes these people in a directory, with this hash of their password.
pub(crate) async fn people(directory: &Store, emails: &[&str], credential: Option<String>) {
    let emails: Vec<String> = emails.iter().map(|email| (*email).to_owned()).collect();
    let make = directory.write(Context::system(), (emails, credential), |tx, (emails, credential)| {
        Box::pin(async move {
            let unit = BusinessUnit {
                businessunitid: tx.new_id(),
                name: "directory".into(),
                parentbusinessunitid: None,
            };
            tx.insert(&unit).await?;
            for email in emails {
                let user = SystemUser {
                    systemuserid: tx.new_id(),
                    fullname: email.clone(),
                    internalemailaddress: Some(email.clone()),
                    applicationid: None,
                    credential: credential.clone(),
                    businessunitid: unit.businessunitid,
                    isdisabled: false,
                };
                tx.insert(&user).await?;
            }
            Ok::<_, Error>(())
        })
    });
    make.await.expect("people in the directory");
}

/// Signs the person with this address in; gives the request's `Cookie` header.
pub async fn signed_in(office: &Office, email: &str) -> String {
    let mut reader = office.directory.read(&Principal::system()).await.expect("a reader");
    let user: Option<SystemUser> =
        reader.find(Filter::equals("internalemailaddress", email)).await.expect("the directory reads");
    let user = user.unwrap_or_else(|| panic!("nobody is known as {email}"));
    drop(reader);
    let token = sessions::begin(&office.directory, user.systemuserid, false, Some("test"));
    let token = token.await.expect("a session");
    let cookie = office.cookie.set(&token, false);
    let cookie = cookie.to_str().expect("a cookie is ASCII");
    cookie.split(';').next().unwrap_or_default().to_owned()
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub text: String,
}

impl Answer {
    /// Where a redirect leads; empty: it is none.
    #[must_use]
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// Somebody's browser at this router. Cookies that come back are not kept: each request is as the
/// session that it began with.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookie: String,
    language: &'static str,
}

impl Browser {
    /// The browser of nobody.
    #[must_use]
    pub fn new(router: &Router) -> Self {
        Self { router: router.clone(), cookie: String::new(), language: "en-US" }
    }

    /// The browser of the person with this address.
    pub async fn signed_in(router: &Router, office: &Office, email: &str) -> Self {
        Self::new(router).with_cookie(signed_in(office, email).await)
    }

    /// The same with this `Cookie` header.
    #[must_use]
    pub fn with_cookie(self, cookie: String) -> Self {
        Self { cookie, ..self }
    }

    /// The same in this language, `pl-PL`.
    #[must_use]
    pub fn in_language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, Body::empty()).await
    }

    /// Sends a form. A field may come more than once.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.send(Method::POST, path, Body::from(pairs.join("&"))).await
    }

    async fn send(&self, method: Method, path: &str, body: Body) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body)
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("a router never fails");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, PAGE_BYTES_MAX).await.expect("the whole body");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    }
}
