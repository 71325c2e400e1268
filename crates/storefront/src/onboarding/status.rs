//! `GET /requests/<token>`: where a request stands, for whoever holds its link. A page for people,
//! JSON for programs.

use std::net::IpAddr;

use askama::Template;
use axum::Json;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use channel::requests::{RequestStatus, StatusReport, StatusToken, find_by_token};
use serde::Serialize;
use shell::{Language, Shown, Voice};
use tables::Principal;
use tables::jiff::Timestamp;

use crate::Shop;
use crate::pages::{Frame, Secret, Visitor};
use crate::problem::Problem;
use crate::words::Word;

/// The link is a secret: it is neither kept by caches nor told to other sites.
const PRIVATE: [(HeaderName, HeaderValue); 3] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::VARY, HeaderValue::from_static("Accept")),
];

#[derive(Serialize)]
struct Status {
    reference: String,
    status: &'static str,
    history: Vec<Event>,
}

#[derive(Serialize)]
struct Event {
    status: &'static str,
    at: String,
}

/// Why there is nothing to show. What is no token and what opens nothing are the same.
enum Missing {
    TooMany(u64),
    Unknown,
    Tables(tables::Error),
}

impl From<tables::Error> for Missing {
    fn from(error: tables::Error) -> Self {
        Self::Tables(error)
    }
}

impl From<Missing> for Problem {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::TooMany(seconds) => Self::too_many(seconds),
            Missing::Unknown => Self::new(StatusCode::NOT_FOUND, Word::UnknownLink),
            Missing::Tables(error) => error.into(),
        }
    }
}

/// The request's page, or what a program is told.
pub async fn handle(visitor: Visitor, headers: HeaderMap, Secret(token): Secret) -> Shown {
    let report = look(&visitor.shop, visitor.sender, &token).await;
    let accepts = headers.get(header::ACCEPT).and_then(|accepts| accepts.to_str().ok()).unwrap_or_default();
    let mut response = if accepts.contains("text/html") {
        page(&visitor, report)?
    } else {
        match report {
            Ok(report) => Json(Status::of(&report)).into_response(),
            Err(missing) => {
                Problem::from(missing).in_language(Language::of_headers(&headers)).into_response()
            }
        }
    };
    response.headers_mut().extend(PRIVATE);
    Ok(response)
}

/// The page after the form was sent.
pub async fn confirmation(visitor: Visitor, Secret(token): Secret) -> Shown {
    let mut response = match look(&visitor.shop, visitor.sender, &token).await {
        Ok(report) => {
            let frame = visitor.frame(visitor.say("request-submitted"));
            visitor.show(&Confirmation {
                frame,
                reference: report.reference,
                link: format!("/requests/{token}"),
            })?
        }
        missing => page(&visitor, missing)?,
    };
    response.headers_mut().extend(PRIVATE);
    Ok(response)
}

async fn look(shop: &Shop, sender: Option<IpAddr>, token: &str) -> Result<StatusReport, Missing> {
    shop.wrong_link_limit.admit(sender).map_err(Missing::TooMany)?;
    let token = StatusToken::parse(token).ok_or(Missing::Unknown)?;
    let mut reader = shop.store.read(&Principal::system()).await?;
    let report = find_by_token(&mut reader, &token, shop.store.environment().clock.now()).await?;
    let report = report.ok_or(Missing::Unknown)?;
    shop.wrong_link_limit.forgive(sender);
    Ok(report)
}

impl Status {
    fn of(report: &StatusReport) -> Self {
        let event =
            |(status, at): &(RequestStatus, Timestamp)| Event { status: status.word(), at: at.to_string() };
        Self {
            reference: report.reference.clone(),
            status: report.status.word(),
            history: report.history.iter().map(event).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "confirmation.html")]
struct Confirmation {
    frame: Frame,
    reference: String,
    link: String,
}

#[derive(Template)]
#[template(path = "status.html")]
struct Page {
    frame: Frame,
    reference: String,
    text: String,
    steps: Vec<Step>,
    is_approved: bool,
}

#[derive(Template)]
#[template(path = "unknown_request.html")]
struct Unknown {
    frame: Frame,
}

/// One step of the way.
struct Step {
    /// `done`, `now` or `next`.
    place: &'static str,
    title: String,
    text: String,
    at: Option<Timestamp>,
}

fn page(visitor: &Visitor, report: Result<StatusReport, Missing>) -> Result<Response, shell::Fault> {
    let report = match report {
        Ok(report) => report,
        Err(Missing::TooMany(seconds)) => return Err(shell::Fault::TooMany(seconds)),
        Err(Missing::Tables(error)) => return Err(error.into()),
        Err(Missing::Unknown) => {
            let frame = visitor.frame(visitor.say("unknown-request"));
            return visitor.show_as(StatusCode::NOT_FOUND, &Unknown { frame });
        }
    };
    let (title, text) = match report.status {
        RequestStatus::Received => ("status-received-title", "status-received-text"),
        RequestStatus::InReview => ("status-in-review-title", "status-in-review-text"),
        RequestStatus::Approved => ("status-approved-title", "status-approved-text"),
        RequestStatus::Declined => ("status-declined-title", "status-declined-text"),
    };
    visitor.show(&Page {
        frame: visitor.frame(visitor.say(title)),
        text: visitor.say(text),
        steps: steps(visitor, &report),
        is_approved: report.status == RequestStatus::Approved,
        reference: report.reference,
    })
}

/// The way of a request: behind it, here, to come.
fn steps(voice: &Voice, report: &StatusReport) -> Vec<Step> {
    use RequestStatus::{Approved, Declined, InReview, Received};
    let at = |wanted: RequestStatus| {
        report.history.iter().find(|(status, _)| *status == wanted).map(|(_, at)| *at)
    };
    let step = |place, title: &str, text: &str, at| Step {
        place,
        title: voice.say(title),
        text: voice.say(text),
        at,
    };
    let status = report.status;
    let is_decided = matches!(status, Approved | Declined);
    let received = if status == Received { "now" } else { "done" };
    let review = match status {
        Received => "next",
        InReview => "now",
        Approved | Declined => "done",
    };
    let mut steps = vec![
        step(received, "step-received", "step-received-text", at(Received)),
        step(review, "step-in-review", "step-in-review-text", at(InReview)),
    ];
    steps.push(match status {
        Approved => step("done", "step-approved", "step-approved-text", at(Approved)),
        Declined => step("done", "step-declined", "step-declined-text", at(Declined)),
        Received | InReview => step("next", "step-decision", "step-decision-text", None),
    });
    if status != Declined {
        let place = if is_decided { "now" } else { "next" };
        steps.push(step(place, "step-sign-in", "step-sign-in-text", None));
    }
    steps
}
