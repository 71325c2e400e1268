//! People of the back office: who there is, let somebody in, shut somebody out.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use channel::shapes::is_email;
use serde::Deserialize;
use serde_json::{Value, json};
use tables::security::{RoleSeed, SystemUser, UserSeed};
use tables::{Context, Error, Filter, Principal, Query, Table as _};

use super::{Controlled, Trouble};

pub(super) fn routes() -> Router<Controlled> {
    Router::new().route("/users", get(list).post(add)).route("/users/shut", post(shut))
}

async fn list(State(controlled): State<Controlled>) -> Result<Json<Value>, Trouble> {
    let mut reader = controlled.stores.headquarters.read(&Principal::system()).await?;
    let users: Vec<SystemUser> = reader.list(Query::of(SystemUser::NAME).order_by("fullname")).await?;
    let people = users.iter().filter(|user| user.internalemailaddress.is_some());
    let json = |user: &SystemUser| {
        json!({ "name": user.fullname, "email": user.internalemailaddress, "isDisabled": user.isdisabled,
                "hasPassword": user.credential.is_some() })
    };
    Ok(Json(people.map(json).collect()))
}

#[derive(Deserialize)]
struct Newcomer {
    name: String,
    email: String,
    roles: Vec<String>,
}

/// The roles of these keys that an application has.
fn chosen(all: &[(&'static str, RoleSeed)], keys: &[String]) -> Vec<RoleSeed> {
    all.iter().filter(|(key, _)| keys.iter().any(|wanted| wanted == key)).map(|(_, role)| *role).collect()
}

/// Lets somebody in with these roles, in each application that has them, and answers the link under
/// which they set a password. Who is known already gets what is missing, and a new link.
async fn add(
    State(controlled): State<Controlled>,
    Json(newcomer): Json<Newcomer>,
) -> Result<Json<Value>, Trouble> {
    let bad = |words: String| Trouble::new(StatusCode::BAD_REQUEST, words);
    let (name, email) = (newcomer.name.trim(), newcomer.email.trim());
    if name.is_empty() || !is_email(email) {
        return Err(bad("A person needs a name and an e-mail address such as maya@example.com.".into()));
    }
    check_roles(&newcomer.roles).map_err(bad)?;
    let person = UserSeed::person(name, email);
    let_in(&controlled, &person, &newcomer.roles).await?;
    let link =
        shell::office::invite(&controlled.stores.headquarters, email, &controlled.office_origin).await?;
    Ok(Json(json!({ "email": email, "link": link })))
}

/// Whether there is at least one role, and each is one that some application has.
pub(super) fn check_roles(roles: &[String]) -> Result<(), String> {
    let (office, sales, sync) = (headquarters::seed::ROLES, ::sales::seed::ROLES, ::dual_write::seed::ROLES);
    let known: BTreeSet<&str> =
        office.iter().chain(sales.iter()).chain(sync.iter()).map(|(key, _)| *key).collect();
    if roles.is_empty() || roles.iter().any(|role| !known.contains(role.as_str())) {
        let known = known.into_iter().collect::<Vec<_>>().join(", ");
        return Err(format!("Give at least one role, each one of: {known}."));
    }
    Ok(())
}

/// Lets a person or an application in with these roles, in each application that has them.
pub(super) async fn let_in(controlled: &Controlled, user: &UserSeed, roles: &[String]) -> Result<(), Error> {
    // Everybody of the back office is in the directory, with or without a role in headquarters.
    let office = chosen(&headquarters::seed::ROLES, roles);
    headquarters::seed::add_person(&controlled.stores.headquarters, user.clone(), office).await?;
    let sales = chosen(&::sales::seed::ROLES, roles);
    if !sales.is_empty() {
        ::sales::seed::add_person(&controlled.stores.sales, user.clone(), sales).await?;
    }
    let sync = chosen(&::dual_write::seed::ROLES, roles);
    if !sync.is_empty() {
        ::dual_write::seed::add_person(&controlled.stores.dual_write, user.clone(), sync).await?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Shut {
    email: String,
    /// Shut out, or let in again.
    out: bool,
}

/// Shuts somebody out of the back office at once, or lets them in again. What they own stays.
async fn shut(State(controlled): State<Controlled>, Json(wish): Json<Shut>) -> Result<Json<Value>, Trouble> {
    let email = wish.email.trim().to_owned();
    let set = controlled.stores.headquarters.write::<_, _, Error>(
        Context::system(),
        (email, wish.out),
        |tx, (email, out)| {
            Box::pin(async move {
                let known = Filter::equals("internalemailaddress", email.as_str());
                let Some(user) = tx.find::<SystemUser>(known).await? else { return Ok(false) };
                tx.save(&SystemUser { isdisabled: *out, ..user }).await?;
                Ok(true)
            })
        },
    );
    match set.await? {
        true => Ok(Json(json!({}))),
        false => Err(Trouble::new(
            StatusCode::NOT_FOUND,
            format!("Nobody is known as {}; `tandem user list` shows everybody.", wish.email.trim()),
        )),
    }
}
