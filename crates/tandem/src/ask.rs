//! Commands to a system: the running one where there is one, else the databases opened here.

use anyhow::{Context as _, bail};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use platform::Environment;
use platform::configuration::Configuration;
use serde_json::Value;
use tandem::{System, control};
use tower::ServiceExt as _;

use crate::command_line;
use crate::data_folder::{DataFolder, Found};
use crate::serve;

/// Largest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 64 * 1024 * 1024;

/// Whom commands go to.
pub enum Control {
    /// A running `serve`.
    Running { address: String, control: String, token: String },
    /// The system opened in this process, and the lock on its folder.
    Opened { router: axum::Router, token: String, _folder: Option<DataFolder> },
}

impl Control {
    /// Finds the running system of these settings, or opens theirs.
    pub async fn find(settings: &command_line::Settings) -> anyhow::Result<Self> {
        let configuration: Configuration = settings.load()?.configuration;
        let databases = serve::databases(&configuration);
        let token = serve::new_token();
        let folder = match databases.uses_files() {
            false => None,
            true => match DataFolder::find(&configuration.data)? {
                Found::Served { address, control, token } => {
                    // It holds the folder and has told nothing yet, or nothing any more.
                    anyhow::ensure!(
                        !control.is_empty(),
                        "the system is just starting or stopping; try again"
                    );
                    return Ok(Self::Running { address, control, token });
                }
                Found::Free(folder) => Some(folder),
            },
        };
        // A job may write a mail with a link.
        let scheme = if configuration.tls_certificate.is_some() { "https" } else { "http" };
        let listening = format!("{scheme}://{}", configuration.listen);
        let origin = serve::public_origin(&configuration, &listening);
        let settings = serve::settings(&configuration, databases, origin)?;
        let system = System::open(settings, Environment::system()).await?;
        Ok(Self::Opened { router: control::router(&system, &token), token, _folder: folder })
    }

    /// Asks for something; an error in the system's own words.
    pub async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
        let (base, token) = match self {
            Self::Running { control, token, .. } => (control.as_str(), token),
            Self::Opened { token, .. } => ("http://127.0.0.1", token),
        };
        let request = Request::builder()
            .method(method)
            .uri(format!("{base}{}{path}", control::PATH))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))?;
        let (status, bytes) = match self {
            Self::Running { address, .. } => {
                let client: Client<_, Body> = Client::builder(TokioExecutor::new()).build_http();
                let answer = client.request(request).await;
                let answer =
                    answer.with_context(|| format!("the running system at {address} does not answer"))?;
                let status = answer.status();
                (status, to_bytes(Body::new(answer.into_body()), ANSWER_BYTES_MAX).await?)
            }
            Self::Opened { router, .. } => {
                let answer = match router.clone().oneshot(request).await {
                    Ok(answer) => answer,
                    Err(never) => match never {},
                };
                let status = answer.status();
                (status, to_bytes(answer.into_body(), ANSWER_BYTES_MAX).await?)
            }
        };
        let json: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if status.is_success() {
            return Ok(json);
        }
        match json["message"].as_str() {
            Some(message) => bail!("{message}"),
            None if status == StatusCode::NOT_FOUND => {
                bail!("the running system does not know this command; it may be an older version")
            }
            None => bail!("the running system answers {status}"),
        }
    }
}
