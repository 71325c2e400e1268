//! The wall between the public and the back office: each half answers to its own host name.
//!
//! Browsers keep cookies, storage and permissions by host. Under one name a fault in a page of the
//! store would reach into the back office; under two it cannot.

use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use tower::{ServiceExt as _, service_fn};

/// What names the halves answer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hosts {
    /// Any, both halves alike.
    One,
    /// Each its own.
    Two {
        /// Where the store is reached, as `https://shop.example`.
        store: String,
        /// Where the back office and its APIs are reached.
        office: String,
    },
}

impl Hosts {
    /// Where the back office is reached, when the store is reached at `store`.
    #[must_use]
    pub fn office<'a>(&'a self, store: &'a str) -> &'a str {
        match self {
            Self::One => store,
            Self::Two { office, .. } => office,
        }
    }

    /// Where a page of the back office finds the store.
    #[must_use]
    pub fn store_path(&self) -> String {
        match self {
            Self::One => "/".into(),
            Self::Two { store, .. } => format!("{store}/"),
        }
    }

    /// Whether the two names are different ones.
    #[must_use]
    pub fn are_apart(&self) -> bool {
        match self {
            Self::One => false,
            Self::Two { store, office } => host_of_origin(store) != host_of_origin(office),
        }
    }

    /// Both halves behind one listener.
    pub fn join(&self, store: Router, office: Router) -> Router {
        let Self::Two { store: store_origin, office: office_origin } = self else {
            return store.merge(office);
        };
        let (store_host, office_host) = (host_of_origin(store_origin), host_of_origin(office_origin));
        Router::new().fallback_service(service_fn(move |request: Request| {
            let host = host(&request);
            let half = if host == store_host {
                Some(store.clone())
            } else if host == office_host {
                Some(office.clone())
            } else {
                None
            };
            async move {
                match half {
                    Some(half) => half.oneshot(request).await,
                    None => Ok((StatusCode::MISDIRECTED_REQUEST, "Nothing is offered under this name.\n")
                        .into_response()),
                }
            }
        }))
    }
}

/// Name and port that a request is for, in lower case, without a port that goes without saying.
fn host(request: &Request) -> String {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    plain(host.unwrap_or_default())
}

fn host_of_origin(origin: &str) -> String {
    plain(origin.split_once("://").map_or(origin, |(_, host)| host))
}

fn plain(host: &str) -> String {
    let host = host.trim_end_matches('/').to_ascii_lowercase();
    let bare = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80"));
    bare.map_or_else(|| host.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;

    use super::*;

    async fn ask(hosts: &Hosts, host: &str) -> (StatusCode, String) {
        let half = |words: &'static str| Router::new().route("/", get(move || async move { words }));
        let router = match hosts {
            Hosts::One => hosts.join(half("both"), Router::new()),
            Hosts::Two { .. } => hosts.join(half("store"), half("office")),
        };
        let request = Request::get("/").header(header::HOST, host).body(Body::empty()).unwrap();
        let answer = router.oneshot(request).await.unwrap();
        let status = answer.status();
        let body = axum::body::to_bytes(answer.into_body(), 1_000).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn each_half_answers_to_its_own_name_only() {
        let two = Hosts::Two {
            store: "https://Shop.example".into(),
            office: "https://office.example:8443/".into(),
        };
        for (host, status, words) in [
            ("shop.example", 200, "store"),
            ("SHOP.example:443", 200, "store"),
            ("office.example:8443", 200, "office"),
            ("office.example", 421, "Nothing is offered under this name.\n"),
            ("evil.example", 421, "Nothing is offered under this name.\n"),
            ("", 421, "Nothing is offered under this name.\n"),
        ] {
            assert_eq!(
                ask(&two, host).await,
                (StatusCode::from_u16(status).unwrap(), words.into()),
                "{host}"
            );
        }
        assert_eq!(ask(&Hosts::One, "anything").await.1, "both");
    }
}
