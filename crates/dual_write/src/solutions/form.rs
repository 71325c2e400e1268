//! The store, as a browser meets it: its form for requests, and the page that tells how one stands.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::Value as Json;
use tower::ServiceExt as _;

use super::legs::Broken;
use super::verification::StoreDoor;

/// Largest page of the store that is read, in bytes.
const PAGE_BYTES_MAX: usize = 1024 * 1024;
/// Where the form is.
pub(super) const FORM: &str = "/become-a-business-partner";

/// How a request stands, as the store tells its sender.
pub(super) async fn status_of(door: &StoreDoor, path: &str) -> Result<Json, Broken> {
    let (status, _, page) = ask(door, "GET", path, None).await?;
    if status != 200 {
        return Err(Broken(format!("The store's status page answers {status}.")));
    }
    serde_json::from_str(&page)
        .map_err(|_| Broken("The store's status page is not what was asked for.".into()))
}

/// One request to the store: status, where it leads, and the page.
pub(super) async fn ask(
    door: &StoreDoor,
    method: &str,
    path: &str,
    form: Option<String>,
) -> Result<(u16, Option<String>, String), Broken> {
    let host = door.origin.split_once("://").map_or(door.origin.as_str(), |(_, host)| host);
    let is_form = path == FORM;
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, host)
        .header(header::ACCEPT, if is_form { "text/html" } else { "application/json" })
        .header(header::ACCEPT_LANGUAGE, "en-US")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(form.map_or_else(Body::empty, Body::from))
        .map_err(|error| Broken(error.to_string()))?;
    let response = match door.service.clone().oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    let status = response.status().as_u16();
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    let location = location.map(str::to_owned);
    let bytes = axum::body::to_bytes(response.into_body(), PAGE_BYTES_MAX).await;
    let bytes = bytes.map_err(|error| Broken(format!("The store's page broke off: {error}")))?;
    Ok((status, location, String::from_utf8_lossy(&bytes).into_owned()))
}

/// What a page of the store complains of.
pub(super) fn alert(page: &str) -> String {
    let Some((_, rest)) = page.split_once("role=\"alert\"") else { return String::new() };
    let mut words = String::new();
    let mut within = true;
    for letter in rest.chars().take(2_000) {
        match letter {
            '<' => within = true,
            '>' => within = false,
            letter if !within => words.push(letter),
            _ => {}
        }
        if words.len() > 300 {
            break;
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
