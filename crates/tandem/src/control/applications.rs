//! Application users: programs that call the APIs, each with a secret of its own.

use ::dual_write::{ORIGIN, SETUP};
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use platform::credentials;
use serde::Deserialize;
use serde_json::{Value, json};
use tables::security::{SystemUser, UserSeed};
use tables::{Context, Error, Filter};

use super::users::{check_roles, let_in};
use super::{Controlled, Trouble};

/// Longest client id.
const CLIENT_ID_LENGTH_MAX: usize = 100;
/// Dual-write's own application users, which each side makes from the beginning, each with the role
/// of its name.
const OWN: [&str; 2] = [ORIGIN, SETUP];

pub(super) fn routes() -> Router<Controlled> {
    Router::new().route("/applications", post(add))
}

#[derive(Deserialize)]
struct Newcomer {
    client_id: String,
    roles: Vec<String>,
}

/// Lets a program in and answers its secret, which is kept as a hash only. One that is known gets
/// what is missing and another secret: the old one is good for nothing then.
async fn add(
    State(controlled): State<Controlled>,
    Json(newcomer): Json<Newcomer>,
) -> Result<Json<Value>, Trouble> {
    let bad = |words: &str| Trouble::new(StatusCode::BAD_REQUEST, words);
    let client_id = newcomer.client_id.trim();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    if client_id.is_empty() || client_id.len() > CLIENT_ID_LENGTH_MAX || !client_id.bytes().all(is_plain) {
        return Err(bad("A client id has 1 to 100 letters, digits, dots, hyphens and underscores."));
    }
    // Sales knows these two by their ids.
    let is_own = |name: &str| OWN.contains(&name);
    if is_own(client_id) || newcomer.roles.iter().any(|role| is_own(role)) {
        if newcomer.roles != [client_id] {
            return Err(bad(
                "The roles dual-write and dual-write-setup are those of the client ids of the same name, alone.",
            ));
        }
    } else {
        check_roles(&newcomer.roles).map_err(|words| bad(&words))?;
        let application = UserSeed::application(&format!("# {client_id}"), client_id);
        let_in(&controlled, &application, &newcomer.roles).await?;
    }
    let random = &controlled.stores.headquarters.environment().randomness;
    let secret: String = random.bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect();
    let hash = credentials::hash(&secret, random.bytes()).map_err(Error::internal)?;
    let keep = controlled.stores.headquarters.write::<_, _, Error>(
        Context::system(),
        (client_id.to_owned(), hash),
        |tx, (client_id, hash)| {
            Box::pin(async move {
                let known = Filter::equals("applicationid", client_id.as_str());
                let Some(user) = tx.find::<SystemUser>(known).await? else { return Ok(false) };
                tx.save(&SystemUser { credential: Some(hash.clone()), ..user }).await?;
                Ok(true)
            })
        },
    );
    match keep.await? {
        true => Ok(Json(json!({ "clientId": client_id, "secret": secret }))),
        false => Err(Error::internal("an application that was just let in is not there").into()),
    }
}
