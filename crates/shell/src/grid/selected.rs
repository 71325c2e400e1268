//! The rows that somebody ticked in a grid.

use axum::extract::{FromRequest, Request};
use axum::response::Response;
use uuid::Uuid;

use crate::{Fault, Visit};

/// Most rows at a time.
pub const SELECTED_MAX: usize = 200;

/// The rows that somebody ticked, and the grid's address to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Ids, in the grid's order.
    pub rows: Vec<Uuid>,
    /// Where the grid is.
    pub back: String,
    /// All that the form said.
    pub pairs: Vec<(String, String)>,
}

impl<S: Send + Sync> FromRequest<S> for Selected {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let form = axum::Form::<Vec<(String, String)>>::from_request(request, state).await;
        let axum::Form(pairs) = form.map_err(|_| Fault::Unreadable)?;
        let rows = pairs.iter().filter(|(key, _)| key == "row").map(|(_, id)| id.parse());
        let rows: Vec<Uuid> = rows.collect::<Result<_, _>>().map_err(|_| Fault::Unreadable)?;
        let back = pairs.iter().find(|(key, _)| key == "back").map(|(_, back)| back.clone());
        Ok(Self { rows, back: back.unwrap_or_default(), pairs })
    }
}

impl Selected {
    /// The value of another field of the form.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.pairs.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value)
    }

    /// Back to the grid with a reason where nothing can be done with so few or so many rows.
    #[must_use]
    pub fn refusal(&self, visit: &Visit) -> Option<Response> {
        let words = match self.rows.len() {
            0 => visit.say("grid-none-selected"),
            count if count > SELECTED_MAX => visit.say_with("grid-too-many-selected", "max", SELECTED_MAX),
            _ => return None,
        };
        Some(visit.failed(&self.back, &words))
    }
}
