//! The operations of a batch: single requests and change sets of them.

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method};

use super::multipart::{boundary, headers, malformed, parts, short};
use crate::exchange::{BODY_BYTES_MAX, insist_on_json};
use crate::respond::{ApiError, BAD_PAYLOAD};

/// Most operations of one batch, those in change sets counted.
pub(super) const OPERATIONS_MAX: usize = 1_000;

/// One request inside a batch.
#[derive(Debug)]
pub(super) struct Operation {
    pub method: Method,
    /// Absolute, below the server, or below the service.
    pub url: String,
    pub headers: HeaderMap,
    pub body: Bytes,
    pub content_id: Option<String>,
}

/// A part of a batch.
#[derive(Debug)]
pub(super) enum Item {
    Single(Operation),
    /// All or none.
    ChangeSet(Vec<Operation>),
}

/// Reads the body of a batch.
pub(super) fn items(content_type: &str, body: &[u8]) -> Result<Vec<Item>, ApiError> {
    let boundary = boundary(content_type).ok_or_else(|| {
        let message = "A batch must be multipart/mixed with a boundary.";
        ApiError::new(415, BAD_PAYLOAD, message)
    })?;
    let body = std::str::from_utf8(body).map_err(|_| malformed("it is not UTF-8"))?;
    let mut left = OPERATIONS_MAX;
    parts(body, boundary)?.into_iter().map(|part| item(part, &mut left)).collect()
}

fn item(part: &str, left: &mut usize) -> Result<Item, ApiError> {
    let (headers, content) = part_headers(part)?;
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(boundary) = boundary(media) else {
        return operation(&headers, content, left).map(Item::Single);
    };
    let operations = parts(content, boundary)?.into_iter().map(|part| {
        let (headers, content) = part_headers(part)?;
        operation(&headers, content, left)
    });
    operations.collect::<Result<_, _>>().map(Item::ChangeSet)
}

/// The headers of a part; some clients begin with the request at once.
fn part_headers(part: &str) -> Result<(HeaderMap, &str), ApiError> {
    let text = part.trim_start();
    let begins_with_request = text.lines().next().is_some_and(|line| request_line(line).is_some());
    if begins_with_request { Ok((HeaderMap::new(), text)) } else { headers(part) }
}

fn operation(part: &HeaderMap, content: &str, left: &mut usize) -> Result<Operation, ApiError> {
    *left = left.checked_sub(1).ok_or_else(|| {
        let message = format!("A batch has at most {OPERATIONS_MAX} operations. Send several batches.");
        ApiError::invalid(message)
    })?;
    let content = content.trim_start();
    let (line, rest) = content.split_once('\n').unwrap_or((content, ""));
    let (method, url) = request_line(line.trim_end())
        .ok_or_else(|| malformed(format!("'{}' is no request line", short(line))))?;
    let (headers, body) = headers(rest)?;
    let body = body.trim();
    if body.len() > BODY_BYTES_MAX {
        let message = format!("The body of a part is larger than {BODY_BYTES_MAX} bytes. Send less.");
        return Err(ApiError::new(413, BAD_PAYLOAD, message));
    }
    if let (Some(media), false) = (headers.get(CONTENT_TYPE), body.is_empty()) {
        insist_on_json(media)?;
    }
    let id = part.get("content-id").or_else(|| headers.get("content-id"));
    Ok(Operation {
        method,
        url: url.to_owned(),
        content_id: id.and_then(|id| id.to_str().ok()).map(str::to_owned),
        headers,
        body: Bytes::copy_from_slice(body.as_bytes()),
    })
}

/// `GET leads?$filter=a eq 1 HTTP/1.1`: an address may have spaces that its client left as they are.
fn request_line(line: &str) -> Option<(Method, &str)> {
    let (method, rest) = line.split_once(' ')?;
    let method = match method {
        "GET" => Method::GET,
        "POST" => Method::POST,
        "PATCH" => Method::PATCH,
        "PUT" => Method::PUT,
        "DELETE" => Method::DELETE,
        _ => return None,
    };
    let url = match rest.rsplit_once(' ') {
        Some((url, version)) if version.trim_end().starts_with("HTTP/") => url,
        _ => rest,
    };
    Some((method, url.trim())).filter(|(_, url)| !url.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_with_and_without_headers() {
        let body = "--b\nContent-Type: application/http\n\nGET leads?$filter=a eq 'b' HTTP/1.1\nAccept: */*\n\n\
                    --b\n\nGET leads HTTP/1.1\n\n--b\nDELETE /leads(1)\n\
                    --b\nContent-Type: multipart/mixed;boundary=c\n\n\
                    --c\nContent-ID: 7\n\nPOST leads HTTP/1.1\nContent-Type: application/json; type=entry\n\n{\"a\":1}\n--c--\n\
                    --b--";
        let items = items("multipart/mixed; boundary=b", body.as_bytes()).unwrap();
        let urls: Vec<&str> = items
            .iter()
            .map(|item| match item {
                Item::Single(operation) => operation.url.as_str(),
                Item::ChangeSet(operations) => operations[0].url.as_str(),
            })
            .collect();
        assert_eq!(urls, ["leads?$filter=a eq 'b'", "leads", "/leads(1)", "leads"]);
        let Item::ChangeSet(operations) = &items[3] else { panic!("{items:?}") };
        assert_eq!(operations[0].content_id.as_deref(), Some("7"));
        assert_eq!(operations[0].body, "{\"a\":1}");
    }

    #[test]
    fn there_are_only_so_many() {
        let body = format!("{}--b--", "--b\n\nGET leads HTTP/1.1\n".repeat(OPERATIONS_MAX + 1));
        let error = items("multipart/mixed; boundary=b", body.as_bytes()).unwrap_err();
        assert!(error.message.contains("1000"), "{error}");
    }
}
