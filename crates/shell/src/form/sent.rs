//! What somebody sent with a form.

use axum::extract::{FromRequest, Request};

use crate::Fault;

/// Most fields of a form.
const FIELDS_MAX: usize = 400;

/// The fields of a form, as they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let form = axum::Form::<Vec<(String, String)>>::from_request(request, state).await;
        let axum::Form(pairs) = form.map_err(|_| Fault::Unreadable)?;
        if pairs.len() > FIELDS_MAX {
            return Err(Fault::Unreadable);
        }
        // Browsers send lines as in mail.
        Ok(Self(pairs.into_iter().map(|(name, text)| (name, text.replace("\r\n", "\n"))).collect()))
    }
}

impl Sent {
    /// These fields.
    #[must_use]
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    /// The last value of the field; nothing where it was not sent.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// The last value of the field, without blanks around it; empty where it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default().trim()
    }

    /// Each field with its last value.
    pub fn last_of_each(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_last = |at: &usize| {
            let name = &self.0[*at].0;
            self.0[at + 1..].iter().all(|(later, _)| later != name)
        };
        (0..self.0.len()).filter(is_last).map(|at| (self.0[at].0.as_str(), self.0[at].1.as_str()))
    }

    /// All values of the field that are not empty.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, text)| field == name && !text.is_empty())
            .map(|(_, text)| text.as_str())
    }
}
