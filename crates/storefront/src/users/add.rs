//! Adding a user.

use channel::customers::{AddUser, AddUserError, add_user};
use shell::form::Sent;
use shell::{Fault, Shown};
use tables::Error;

use super::form::{Faults, UserForm, person, person_faults, read_limit, read_role};
use super::{PATH, require_administrator};
use crate::account::Member;
use crate::onboarding::form::read_person;
use crate::pages::{Signed, Visitor};

const FIELDS: [&str; 5] = ["firstName", "lastName", "email", "role", "spendingLimit"];

pub async fn form(Signed { visitor, member }: Signed) -> Shown {
    require_administrator(&member)?;
    let usual = Sent::of(&[("role", "User")]);
    user_form(&visitor, &usual, Faults::new(), String::new()).show(&visitor)
}

pub async fn submit(Signed { visitor, member }: Signed, typed: Sent) -> Shown {
    require_administrator(&member)?;
    let again = |faults: Faults, error: String| user_form(&visitor, &typed, faults, error).show(&visitor);
    let wish = match read(&visitor, &member, &typed) {
        Ok(wish) => wish,
        Err(faults) => {
            let error = visitor.say_with("form-errors", "count", faults.len());
            return again(faults, error);
        }
    };
    let store = &visitor.shop.store;
    match store.write(member.context(), wish, |tx, wish| Box::pin(add_user(tx, wish))).await {
        Ok(_) => Ok(visitor.done(PATH, "user-added")),
        Err(AddUserError::NotAdministrator) => Err(Fault::NotAllowed),
        Err(AddUserError::AlreadyAdded | AddUserError::Tables(Error::DuplicateKey { .. })) => {
            let faults = vec![("email", visitor.say("user-already-added"))];
            again(faults, visitor.say_with("form-errors", "count", 1))
        }
        Err(AddUserError::TooMany) => again(Faults::new(), visitor.say("user-too-many")),
        Err(AddUserError::Tables(error)) => Err(error.into()),
    }
}

fn user_form<'a>(visitor: &Visitor, typed: &'a Sent, faults: Faults, error: String) -> UserForm<'a> {
    UserForm {
        title: visitor.say("add-user"),
        action: format!("{PATH}/add"),
        verb: visitor.say("add-user"),
        note: visitor.say("add-user-note"),
        fields: &FIELDS,
        stored: None,
        typed,
        faults,
        error,
    }
}

fn read(visitor: &Visitor, member: &Member, typed: &Sent) -> Result<AddUser, Faults> {
    let person = read_person(&person(|name| typed.get(name)), true);
    let (role, limit) = (read_role(visitor, typed), read_limit(visitor, typed.get("spendingLimit")));
    match (person, role, limit) {
        (Ok(person), Ok(role), Ok(spending_limit)) => Ok(AddUser {
            administrator: member.id(),
            hierarchy: member.organization.hierarchy.clone(),
            first_name: person.first_name,
            last_name: person.last_name,
            email: person.email,
            role,
            spending_limit,
        }),
        (person, role, limit) => {
            let mut faults = person_faults(visitor, person.err().unwrap_or_default());
            faults.extend(role.err().map(|words| ("role", words)));
            faults.extend(limit.err().map(|words| ("spendingLimit", words)));
            Err(faults)
        }
    }
}
