//! A form's fields as a struct, for the dialogs that are no form of a table.

use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use super::Sent;
use crate::Fault;

/// A form's fields as a struct. What no form of ours sends is a page that says so; of a field that
/// was sent twice the last counts.
#[derive(Clone, Debug)]
pub struct Filled<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Filled<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let sent = Sent::from_request(request, state).await?;
        let encoded =
            form_urlencoded::Serializer::new(String::new()).extend_pairs(sent.last_of_each()).finish();
        serde_urlencoded::from_str(&encoded).map(Self).map_err(|_| Fault::Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Note {
        text: String,
        #[serde(default)]
        stage: i32,
    }

    #[tokio::test]
    async fn the_last_of_each_field_counts_and_lines_are_counted_once() {
        for (kind, body, expected) in [
            ("application/x-www-form-urlencoded", "text=a&stage=1&stage=2", Some(("a", 2))),
            ("application/x-www-form-urlencoded", "text=a%0D%0Ab", Some(("a\nb", 0))),
            ("application/x-www-form-urlencoded", "text=a&stage=x", None),
            ("application/x-www-form-urlencoded", "stage=1", None),
            ("application/json", "{}", None),
        ] {
            let request = Request::post("/x").header("content-type", kind).body(Body::from(body)).unwrap();
            let read = Filled::<Note>::from_request(request, &()).await;
            let expected = expected.map(|(text, stage)| Note { text: text.into(), stage });
            assert_eq!(read.ok().map(|Filled(note)| note), expected, "{body}");
        }
    }
}
