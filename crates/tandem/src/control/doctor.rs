//! Doctor: what has to be in place, and what puts it right.

use ::jobs::JobError;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use headquarters::readiness::{Finding, Fix, fix, look};
use serde::Deserialize;
use serde_json::{Value, json};
use shell::Language;
use tables::{Context, Principal};

use super::{Controlled, Trouble};

/// Furthest that the clocks of this machine and of the database's server may be apart, in seconds.
const CLOCKS_APART_MAX: u64 = 30;

pub(super) fn routes() -> Router<Controlled> {
    Router::new().route("/doctor", get(doctor)).route("/doctor/fix", post(put_right))
}

async fn doctor(State(controlled): State<Controlled>) -> Result<Json<Value>, Trouble> {
    let mut findings = databases(&controlled).await;
    let voice = headquarters::pages::voice(Language::English);
    let system = Principal::system();
    match look(&controlled.stores.headquarters, &system, &controlled.around, &voice).await {
        Ok(found) => findings.extend(found.iter().map(told)),
        Err(error) => findings.push(said("bad", "headquarters", error.to_string())),
    }
    Ok(Json(json!({ "isDemo": controlled.around.is_demo, "findings": findings })))
}

fn told(finding: &Finding) -> Value {
    json!({ "check": finding.check.name(), "state": finding.state.name(), "words": finding.words,
            "fix": finding.fix.map(Fix::name), "isIdle": finding.is_idle })
}

fn said(state: &str, check: &str, words: String) -> Value {
    json!({ "check": check, "state": state, "words": words, "fix": null, "isIdle": false })
}

/// Whether each database answers, and whether its clock is ours.
async fn databases(controlled: &Controlled) -> Vec<Value> {
    let mut findings = Vec::new();
    for (name, store) in &controlled.source.stores {
        let time = async {
            let mut reader = store.read(&Principal::system()).await?;
            reader.log_end().await?;
            reader.database_time().await
        };
        findings.push(match time.await {
            Err(error) => said("bad", "database", format!("{} does not answer: {error}", name.as_str())),
            Ok(time) => {
                let now = store.environment().clock.now();
                let apart = time.map_or(0, |time| time.duration_since(now).as_secs().unsigned_abs());
                if apart > CLOCKS_APART_MAX {
                    let words = format!(
                        "The clock of {} is {apart} seconds from this machine's: set both by a time server.",
                        name.as_str()
                    );
                    said("warn", "database", words)
                } else {
                    said("good", "database", format!("{} answers.", name.as_str()))
                }
            }
        });
    }
    findings
}

#[derive(Deserialize)]
struct Wanted {
    fix: String,
}

async fn put_right(
    State(controlled): State<Controlled>,
    Json(wanted): Json<Wanted>,
) -> Result<Json<Value>, Trouble> {
    let Some(wanted) = Fix::parse(&wanted.fix) else {
        let words = format!("There is no fix \"{}\".", wanted.fix);
        return Err(Trouble::new(StatusCode::BAD_REQUEST, words));
    };
    match fix(Context::system(), &controlled.stores.headquarters, &controlled.around, wanted).await {
        Ok(()) => Ok(Json(json!({ "fix": wanted.name() }))),
        Err(JobError::Store(error)) => Err(error.into()),
        Err(error) => Err(Trouble::new(StatusCode::CONFLICT, error.to_string())),
    }
}
