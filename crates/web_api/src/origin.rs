//! Where the caller reached us: every link in an answer is built from it.

use axum::extract::NestedPath;
use axum::http::header::HOST;
use axum::http::request::Parts;

use crate::ApiError;

/// Request extension for a server behind a proxy that it trusts: the scheme and host that callers
/// use, such as `https://crm.example`. Without it links say `http` and the request's own host.
#[derive(Clone, Debug)]
pub struct PublicOrigin(pub String);

/// Request extension for a request that came over TLS: links to the request's own host say `https`.
#[derive(Clone, Copy, Debug)]
pub struct OverTls;

/// Longest host with its port.
const HOST_BYTES_MAX: usize = 255;

/// `http://host:port`, over TLS `https://host:port`; nothing where a caller in this process named no host, so that links to it
/// are relative.
pub(crate) fn origin(parts: &Parts) -> Result<String, ApiError> {
    if let Some(PublicOrigin(origin)) = parts.extensions.get() {
        return Ok(origin.trim_end_matches('/').to_owned());
    }
    let host = match parts.headers.get(HOST) {
        Some(host) => host.to_str().ok(),
        None => Some(parts.uri.authority().map_or("", |authority| authority.as_str())),
    };
    match host {
        Some("") => Ok(String::new()),
        Some(host) if is_host(host) => {
            let is_secure = parts.extensions.get::<OverTls>().is_some();
            let scheme = if is_secure { "https" } else { parts.uri.scheme_str().unwrap_or("http") };
            Ok(format!("{scheme}://{host}"))
        }
        _ => Err(ApiError::invalid("The Host header is no host name. Send the name of this server.")),
    }
}

/// The origin with the path that the service is nested at: `http://host/api/data/v9.2`.
pub(crate) fn service_root(parts: &Parts) -> Result<String, ApiError> {
    let nested = parts.extensions.get::<NestedPath>().map_or("", NestedPath::as_str);
    Ok(format!("{}{}", origin(parts)?, nested.trim_end_matches('/')))
}

/// Only what a host and port can be made of gets into links and headers.
fn is_host(host: &str) -> bool {
    host.len() <= HOST_BYTES_MAX
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte))
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn check(host: Option<&str>, expect: Option<&str>) {
        let mut request = Request::builder().uri("/leads");
        if let Some(host) = host {
            request = request.header(HOST, host);
        }
        let (parts, ()) = request.body(()).unwrap().into_parts();
        assert_eq!(origin(&parts).ok().as_deref(), expect, "{host:?}");
    }

    #[test]
    fn a_host_is_taken_only_when_it_is_one() {
        check(Some("127.0.0.1:8420"), Some("http://127.0.0.1:8420"));
        check(Some("[::1]:80"), Some("http://[::1]:80"));
        check(None, Some(""));
        check(Some("a\"b"), None);
        check(Some("evil.example/x"), None);
        check(Some(&"a".repeat(300)), None);
    }
}
