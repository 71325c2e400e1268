//! Somebody who is signed in, on a page that belongs to no application.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use tables::{Context, Principal, Result};
use uuid::Uuid;

use super::{Chosen, Office};
use crate::{Fault, Frame, Language, Person, Voice, visit};

/// Somebody who is signed in; everybody else signs in first.
pub struct Insider {
    /// Their session.
    pub session: Uuid,
    /// Who.
    pub person: Person,
    /// How everything is said.
    pub voice: Voice,
    /// What their browser sent.
    pub headers: HeaderMap,
}

impl FromRequestParts<Arc<Office>> for Insider {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, office: &Arc<Office>) -> Result<Self, Response> {
        let signed_in = office.signed_in(&parts.headers).await;
        let signed_in = signed_in.map_err(|error| Fault::from(error).into_response())?;
        let Some(signed_in) = signed_in else { return Err(visit::to_sign_in(parts)) };
        Ok(Self::new(office, signed_in, &parts.headers))
    }
}

/// The frame of a page for whoever asks: their own, where they are signed in.
pub(super) async fn frame_of(office: &Office, headers: &HeaderMap, title: &str) -> Frame {
    if let Ok(Some(signed_in)) = office.signed_in(headers).await
        && let Ok(frame) = Insider::new(office, signed_in, headers).frame(office, title).await
    {
        return frame;
    }
    office.frame(headers, title)
}

impl Insider {
    fn new(office: &Office, signed_in: (Uuid, Person, Chosen), headers: &HeaderMap) -> Self {
        let (session, person, Chosen { language, zone }) = signed_in;
        let language = language.or_else(|| Language::of_headers(headers)).unwrap_or_default();
        let voice = Voice::new(office.books, language, zone);
        Self { session, person, voice, headers: headers.clone() }
    }

    /// The frame of a page with this title.
    pub async fn frame(&self, office: &Office, title: &str) -> Result<Frame> {
        Ok(Frame {
            title: self.voice.say(title),
            tiles: office.tiles(&office.reachable(&self.person.email).await?),
            person: Some(self.person.clone()),
            voice: self.voice.clone(),
            ..office.frame(&self.headers, title)
        })
    }

    /// In whose name to write into the directory.
    pub async fn context(&self, office: &Office) -> Result<Context, Fault> {
        let mut reader = office.directory.read(&Principal::system()).await?;
        reader.principal(self.person.id).await?.map(Context::of).ok_or(Fault::NotAllowed)
    }
}
