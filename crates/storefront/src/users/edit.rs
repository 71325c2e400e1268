//! Changing a user. The form starts from what is on its way to headquarters already; what others
//! changed meanwhile stays where this form did not touch it, and where it did, both values are shown.

use channel::customers::{
    ChangeUser, EditUser, EditUserError, OrganizationUser, UserSettings, edit_user, organization_user,
};
use shell::form::Sent;
use shell::{Fault, Shown, Voice};
use tables::uuid::Uuid;
use tables::{Error, Money};

use super::form::{
    Faults, UserForm, person, person_faults, read_limit, read_role, role_of, role_value, touched, was,
};
use super::{PATH, refused, require_administrator, role_word};
use crate::account::Member;
use crate::onboarding::form::read_person;
use crate::pages::{Id, Signed, Visitor};

/// How often an edit is made up anew when others change the same user.
const ATTEMPTS: usize = 3;

pub async fn form(Signed { visitor, member }: Signed, Id(id): Id) -> Shown {
    let editing = Editing::of(&visitor, &member, find(&visitor, &member, id).await?);
    editing.form(&visitor, &editing.stored, Faults::new(), String::new()).show(&visitor)
}

pub async fn submit(Signed { visitor, member }: Signed, Id(id): Id, typed: Sent) -> Shown {
    for _ in 1..=ATTEMPTS {
        let editing = Editing::of(&visitor, &member, find(&visitor, &member, id).await?);
        let settings = match editing.read(&visitor, &typed) {
            Ok(settings) => settings,
            Err((faults, error)) => return editing.form(&visitor, &typed, faults, error).show(&visitor),
        };
        let UserSettings { names, role, spending_limit } = settings;
        let (administrator, hierarchy) = (member.id(), member.organization.hierarchy.clone());
        let change = ChangeUser { administrator, hierarchy, membership: id, names, role, spending_limit };
        let edit = EditUser { expected: editing.user.settings(), change };
        let store = &visitor.shop.store;
        match store.write(member.context(), edit, |tx, edit| Box::pin(edit_user(tx, edit))).await {
            Ok(()) => return Ok(visitor.done(PATH, "user-changed")),
            Err(EditUserError::ChangedMeanwhile) => {}
            Err(EditUserError::NotChanged(error)) => return Ok(visitor.failed(PATH, refused(error)?)),
        }
    }
    Err(Error::Contention.into())
}

/// The user, where the member may manage it.
pub(super) async fn find(visitor: &Visitor, member: &Member, id: Uuid) -> Result<OrganizationUser, Fault> {
    require_administrator(member)?;
    let mut reader = visitor.shop.store.read(&member.context().principal).await?;
    let user = organization_user(&mut reader, member.id(), &member.organization.hierarchy, id).await?;
    user.ok_or(Fault::NotFound)
}

/// A user who is being changed.
struct Editing {
    user: OrganizationUser,
    /// How the user stands, as the fields say it.
    stored: Sent,
    /// What this member may change of this user.
    fields: Vec<&'static str>,
}

impl Editing {
    fn of(voice: &Voice, member: &Member, user: OrganizationUser) -> Self {
        let UserSettings { names: (first_name, last_name), role, spending_limit } = user.settings();
        let limit = spending_limit.map(|limit: Money| voice.amount(limit)).unwrap_or_default();
        let stored = Sent::of(&[
            ("firstName", &first_name),
            ("lastName", &last_name),
            ("role", role_value(role)),
            ("spendingLimit", &limit),
        ]);
        let may_rename =
            user.customer.invoice_account.as_ref() == Some(&user.membership.organization_account);
        let is_you = user.membership.customerid == member.id();
        let mut fields = Vec::new();
        if may_rename {
            fields.extend(["firstName", "lastName"]);
        }
        if !is_you {
            fields.push("role");
        }
        fields.push("spendingLimit");
        Self { user, stored, fields }
    }

    fn form<'a>(&'a self, visitor: &Visitor, typed: &'a Sent, faults: Faults, error: String) -> UserForm<'a> {
        UserForm {
            title: visitor.say_with("edit-user", "name", &self.user.customer.name),
            action: format!("{PATH}/{}/edit", self.user.membership.membershipid),
            verb: visitor.say("save"),
            note: visitor.say("edit-user-note"),
            fields: &self.fields,
            stored: Some(&self.stored),
            typed,
            faults,
            error,
        }
    }

    /// How the user is to stand; otherwise what is wrong, by field and as a whole.
    fn read(&self, voice: &Voice, typed: &Sent) -> Result<UserSettings, (Faults, String)> {
        let touched = |name: &str| {
            let is_asked = self.fields.contains(&name);
            is_asked.then(|| touched(&self.stored, typed, name)).flatten()
        };
        let mut settings = self.user.settings();
        // First, so that at a field with both nobody misses what they would replace.
        let mut faults = self.conflicts(voice, typed);
        let conflicts = faults.len();
        if touched("firstName").or(touched("lastName")).is_some() {
            let text = |name: &str| touched(name).unwrap_or_else(|| self.stored.get(name));
            match read_person(&person(text), false) {
                Ok(person) => settings.names = (person.first_name, person.last_name),
                Err(wrong) => faults.extend(person_faults(voice, wrong)),
            }
        }
        if self.fields.contains(&"role") {
            match (read_role(voice, typed), touched("role")) {
                (Ok(role), Some(_)) => settings.role = role,
                (Ok(_), None) => {}
                (Err(words), _) => faults.push(("role", words)),
            }
        }
        if let Some(text) = touched("spendingLimit") {
            match read_limit(voice, text) {
                Ok(limit) => settings.spending_limit = limit,
                Err(words) => faults.push(("spendingLimit", words)),
            }
        }
        match faults.len() {
            0 => Ok(settings),
            count if count == conflicts => Err((faults, voice.say("form-stale-text"))),
            count => Err((faults, voice.say_with("form-errors", "count", count))),
        }
    }

    /// What this form and somebody else changed meanwhile, each to something else.
    fn conflicts(&self, voice: &Voice, typed: &Sent) -> Faults {
        let conflict = |name: &'static str| {
            let (theirs, yours) = (self.stored.get(name), touched(&self.stored, typed, name)?);
            let gaps = [("theirs", &*said(voice, name, theirs)), ("yours", &*said(voice, name, yours))];
            let is_stale = was(&self.stored, typed, name) != theirs;
            // `100` is `100.00`.
            let is_same = name == "spendingLimit" && read_limit(voice, yours) == read_limit(voice, theirs);
            (is_stale && !is_same).then(|| (name, voice.say_all("changed-meanwhile", &gaps)))
        };
        self.fields.iter().copied().filter_map(conflict).collect()
    }
}

/// The text of a field as people read it.
fn said(voice: &Voice, name: &str, text: &str) -> String {
    match (name, role_of(text)) {
        ("role", Some(role)) => role_word(voice, role),
        ("spendingLimit", _) if text.is_empty() => voice.say("no-limit"),
        _ => text.to_owned(),
    }
}
