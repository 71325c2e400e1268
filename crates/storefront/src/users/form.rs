//! Adding and changing a user.

use std::collections::HashMap;

use askama::Template;
use channel::customers::{
    AddUser, AddUserError, ChangeUser, MemberRole, OrganizationUser, add_user, change_user, organization_user,
};
use serde_json::{Value, json};
use shell::{Fault, Shown, Voice};
use tables::uuid::Uuid;
use tables::value::MONEY_SCALE;
use tables::{Error, Money};

use super::{PATH, refused, require_administrator, role_word};
use crate::account::Member;
use crate::onboarding::form::read_person;
use crate::pages::{Field, Frame, Id, Kind, Signed, Typed, Visitor};
use crate::problem;

/// Most that a user may be let spend at a time, in whole units.
const LIMIT_MAX: i64 = 1_000_000_000;

#[derive(Template)]
#[template(path = "user_form.html")]
struct Page {
    frame: Frame,
    /// Where the form goes.
    action: String,
    /// The one verb.
    verb: String,
    fields: Vec<Field>,
    /// What is to be known beforehand; empty: nothing.
    note: String,
    /// Why it was not taken; empty: it was not sent yet.
    error: String,
}

type Fields = HashMap<String, String>;

/// Which form is shown.
enum Form<'a> {
    Add,
    Edit { user: &'a OrganizationUser, is_you: bool, may_rename: bool },
}

pub async fn add(Signed { visitor, member }: Signed) -> Shown {
    require_administrator(&member)?;
    let typed = Fields::from([("role".into(), "User".into())]);
    visitor.show(&Form::Add.page(&visitor, &typed, &[], String::new()))
}

pub async fn submit_add(Signed { visitor, member }: Signed, Typed(typed): Typed<Fields>) -> Shown {
    require_administrator(&member)?;
    let again = |faults: &[(&str, String)], error: String| {
        visitor.show_again(&Form::Add.page(&visitor, &typed, faults, error))
    };
    let (person, rights) = match (read_person(&body(&typed), true), Rights::read(&visitor, &typed)) {
        (Ok(person), Ok(rights)) => (person, rights),
        (person, rights) => {
            let faults = faults(&visitor, person.err().unwrap_or_default(), rights.err());
            return again(&faults, visitor.say_with("form-errors", "count", faults.len()));
        }
    };
    let wish = AddUser {
        administrator: member.id(),
        hierarchy: member.organization.hierarchy.clone(),
        first_name: person.first_name,
        last_name: person.last_name,
        email: person.email,
        role: rights.role,
        spending_limit: rights.limit,
    };
    let store = &visitor.shop.store;
    match store.write(member.context(), wish, |tx, wish| Box::pin(add_user(tx, wish))).await {
        Ok(_) => Ok(visitor.done(PATH, "user-added")),
        Err(AddUserError::NotAdministrator) => Err(Fault::NotAllowed),
        Err(AddUserError::AlreadyAdded | AddUserError::Tables(Error::DuplicateKey { .. })) => {
            let faults = [("email", visitor.say("user-already-added"))];
            again(&faults, visitor.say_with("form-errors", "count", 1))
        }
        Err(AddUserError::TooMany) => again(&[], visitor.say("user-too-many")),
        Err(AddUserError::Tables(error)) => Err(error.into()),
    }
}

pub async fn edit(Signed { visitor, member }: Signed, Id(id): Id) -> Shown {
    let user = find(&visitor, &member, id).await?;
    let form = Form::of(&member, &user);
    let limit = user.membership.spending_limit.map(|limit| visitor.amount(limit)).unwrap_or_default();
    let role = if user.membership.role == MemberRole::Admin { "Admin" } else { "User" };
    let typed = Fields::from([
        ("firstName".into(), user.customer.first_name.clone().unwrap_or_default()),
        ("lastName".into(), user.customer.last_name.clone().unwrap_or_default()),
        ("role".into(), role.into()),
        ("spendingLimit".into(), limit),
    ]);
    visitor.show(&form.page(&visitor, &typed, &[], String::new()))
}

pub async fn submit_edit(
    Signed { visitor, member }: Signed,
    Id(id): Id,
    Typed(mut typed): Typed<Fields>,
) -> Shown {
    let user = find(&visitor, &member, id).await?;
    let form = Form::of(&member, &user);
    let Form::Edit { is_you, may_rename, .. } = form else { return Err(Fault::NotFound) };
    if !may_rename {
        typed.insert("firstName".into(), user.customer.first_name.clone().unwrap_or_default());
        typed.insert("lastName".into(), user.customer.last_name.clone().unwrap_or_default());
    }
    let person = read_person(&body(&typed), false);
    let (person, rights) = match (person, Rights::read(&visitor, &typed)) {
        (Ok(person), Ok(rights)) => (Some(person), rights),
        // What cannot be typed here is not judged here.
        (Err(_), Ok(rights)) if !may_rename => (None, rights),
        (person, rights) => {
            let faults = faults(&visitor, person.err().unwrap_or_default(), rights.err());
            let error = visitor.say_with("form-errors", "count", faults.len());
            return visitor.show_again(&form.page(&visitor, &typed, &faults, error));
        }
    };
    let wish = ChangeUser {
        administrator: member.id(),
        hierarchy: member.organization.hierarchy.clone(),
        membership: id,
        names: person.map(|person| (person.first_name, person.last_name)).unwrap_or_default(),
        role: if is_you { user.membership.role } else { rights.role },
        spending_limit: rights.limit,
    };
    let store = &visitor.shop.store;
    match store.write(member.context(), wish, |tx, wish| Box::pin(change_user(tx, wish))).await {
        Ok(()) => Ok(visitor.done(PATH, "user-changed")),
        Err(error) => Ok(visitor.failed(PATH, refused(error)?)),
    }
}

/// The user, where the member may manage it.
pub(super) async fn find(visitor: &Visitor, member: &Member, id: Uuid) -> Result<OrganizationUser, Fault> {
    require_administrator(member)?;
    let mut reader = visitor.shop.store.read(&member.context().principal).await?;
    let user = organization_user(&mut reader, member.id(), &member.organization.hierarchy, id).await?;
    user.ok_or(Fault::NotFound)
}

/// What the JSON of a person would be.
fn body(typed: &Fields) -> Value {
    let text = |name: &str| typed.get(name).map_or("", String::as_str);
    json!({"firstName": text("firstName"), "lastName": text("lastName"), "email": text("email")})
}

/// What a user may do.
struct Rights {
    role: MemberRole,
    limit: Option<Money>,
}

impl Rights {
    /// As typed; otherwise what is wrong with the spending limit.
    fn read(voice: &Voice, typed: &Fields) -> Result<Self, String> {
        let role = match typed.get("role").map(String::as_str) {
            Some("Admin") => MemberRole::Admin,
            _ => MemberRole::User,
        };
        let limit = match typed.get("spendingLimit").map_or("", |text| text.trim()) {
            "" => None,
            text => {
                let units = voice.read_scaled(text, MONEY_SCALE).ok_or_else(|| wrong_limit(voice))?;
                let is_allowed = (0..=Money::whole(LIMIT_MAX).0).contains(&units);
                Some(is_allowed.then_some(Money(units)).ok_or_else(|| wrong_limit(voice))?)
            }
        };
        Ok(Self { role, limit })
    }
}

fn wrong_limit(voice: &Voice) -> String {
    voice.say_with("wrong-spending-limit", "example", voice.amount(Money::whole(500)))
}

/// What is wrong, by field, in words.
fn faults(voice: &Voice, person: Vec<problem::Fault>, limit: Option<String>) -> Vec<(&'static str, String)> {
    let known = ["firstName", "lastName", "email"];
    let named = person.into_iter().filter_map(|fault| {
        let name = known.into_iter().find(|name| *name == fault.field)?;
        Some((name, fault.phrase.say(voice.language)))
    });
    named.chain(limit.map(|words| ("spendingLimit", words))).collect()
}

impl<'a> Form<'a> {
    fn of(member: &Member, user: &'a OrganizationUser) -> Self {
        let is_you = user.membership.customerid == member.id();
        let invoiced = user.customer.invoice_account.as_ref();
        let may_rename = invoiced == Some(&user.membership.organization_account);
        Self::Edit { user, is_you, may_rename }
    }

    fn page(&self, visitor: &Visitor, typed: &Fields, faults: &[(&str, String)], error: String) -> Page {
        let field = |name: &'static str, label: &str, length_max: usize| Field {
            name,
            label: visitor.say(label),
            value: typed.get(name).cloned().unwrap_or_default(),
            error: faults
                .iter()
                .find(|(of, _)| *of == name)
                .map(|(_, words)| words.clone())
                .unwrap_or_default(),
            required: true,
            length_max,
            ..Field::default()
        };
        let names = || [field("firstName", "first-name", 50), field("lastName", "last-name", 50)];
        let role = || Field {
            kind: Kind::Choice,
            options: vec![
                ("User".into(), role_word(visitor, MemberRole::User)),
                ("Admin".into(), role_word(visitor, MemberRole::Admin)),
            ],
            hint: visitor.say("role-hint"),
            ..field("role", "role", 5)
        };
        let limit = Field {
            kind: Kind::Number,
            required: false,
            hint: visitor.say("spending-limit-hint"),
            ..field("spendingLimit", "spending-limit", 20)
        };
        let mut fields = Vec::new();
        match self {
            Form::Add => {
                fields.extend(names());
                fields.push(Field {
                    kind: Kind::Email,
                    wide: true,
                    hint: visitor.say("user-email-hint"),
                    ..field("email", "email", 100)
                });
                fields.push(role());
            }
            Form::Edit { is_you, may_rename, .. } => {
                if *may_rename {
                    fields.extend(names());
                }
                if !is_you {
                    fields.push(role());
                }
            }
        }
        fields.push(limit);
        let (title, action, verb, note) = match self {
            Form::Add => {
                let action = format!("{PATH}/add");
                (visitor.say("add-user"), action, visitor.say("add-user"), visitor.say("add-user-note"))
            }
            Form::Edit { user, .. } => {
                let title = visitor.say_with("edit-user", "name", &user.customer.name);
                let action = format!("{PATH}/{}/edit", user.membership.membershipid);
                (title, action, visitor.say("save"), visitor.say("edit-user-note"))
            }
        };
        Page { frame: visitor.frame(title), action, verb, fields, note, error }
    }
}
