//! A member of a customer hierarchy: role, spending limit, and whether the person may act.

use axum::Router;
use axum::routing::{get, post};
use shell::form::{Field, Form, FormSection, Sent};
use shell::{Command, Fault, Shown, Visit};
use tables::uuid::Uuid;
use tables::{Filter, Privilege, Table as _};

use super::{Desk, RowId, customer_hierarchies, customers, edit};
use crate::customer_hierarchies::{CustomerHierarchyMember, MemberStatus, enable_member};
use crate::customers::Customer;

const FORM: Form = Form {
    table: CustomerHierarchyMember::NAME,
    sections: &[FormSection { title: "member", fields: &[Field::of("Role"), Field::of("SpendingLimit")] }],
    page_of: edit::no_page,
};

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route("/headquarters/customer-hierarchies/members/{id}", get(ask).post(take))
        .route("/headquarters/customer-hierarchies/members/{id}/enable", post(enable))
        .route("/headquarters/customer-hierarchies/members/{id}/disable", post(disable))
}

/// The page of a member.
pub(super) fn path(id: Uuid) -> String {
    format!("{}/members/{id}", customer_hierarchies::PATH)
}

/// The form.
async fn ask(visit: Visit, RowId(id): RowId) -> Shown {
    let mut reader = visit.read().await?;
    let row = reader.get_row(CustomerHierarchyMember::NAME, id).await?.ok_or(Fault::NotFound)?;
    let member = CustomerHierarchyMember::from_row(&row)?;
    let of_account = Filter::equals("dataAreaId", member.data_area_id.as_str())
        .and(Filter::equals("CustomerAccount", member.customer_account.as_str()));
    let person: Option<Customer> = reader.find(of_account).await?;
    drop(reader);
    let name = person.as_ref().map_or(member.customer_account, customers::name);
    let mut commands = Vec::new();
    if visit.may(Privilege::Write, CustomerHierarchyMember::NAME) {
        commands.push(match member.status {
            MemberStatus::Disabled => {
                Command::post(visit.say("enable-member"), "check", format!("{}/enable", path(id)))
            }
            MemberStatus::Pending | MemberStatus::Active => {
                Command::post(visit.say("disable-member"), "x", format!("{}/disable", path(id)))
            }
        });
    }
    edit::show_as(&visit, &FORM, &row, &name, &back(&visit, id).await?, commands).await
}

/// Takes it.
async fn take(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let back = back(&visit, id).await?;
    edit::take(&visit, &FORM, id, &sent, &back).await
}

async fn enable(visit: Visit, RowId(id): RowId) -> Shown {
    set(&visit, id, true).await
}

async fn disable(visit: Visit, RowId(id): RowId) -> Shown {
    set(&visit, id, false).await
}

async fn set(visit: &Visit, id: Uuid, enabled: bool) -> Shown {
    let back = back(visit, id).await?;
    let command = (id, enabled);
    let set = visit
        .store()
        .write(visit.context(), command, |tx, (id, enabled)| Box::pin(enable_member(tx, *id, *enabled)));
    match set.await {
        Ok(_) if enabled => Ok(visit.done(&back, &visit.say("member-enabled"))),
        Ok(_) => Ok(visit.done(&back, &visit.say("member-disabled"))),
        Err(error @ tables::Error::Refused { .. }) => Ok(visit.failed(&path(id), &visit.error(&error))),
        Err(error) => Err(error.into()),
    }
}

/// The page of the member's hierarchy.
async fn back(visit: &Visit, id: Uuid) -> Result<String, Fault> {
    let mut reader = visit.read().await?;
    let member: CustomerHierarchyMember = reader.get(id).await?.ok_or(Fault::NotFound)?;
    let number = &member.customer_hierarchy_id;
    let found = customer_hierarchies::path_of(&mut reader, &member.data_area_id, number).await?;
    Ok(found.unwrap_or_else(|| customer_hierarchies::PATH.to_owned()))
}
