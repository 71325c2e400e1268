//! Edit user: an administrator changes some of what a colleague may do, seeing how it stands. What
//! is on its way to headquarters stands already: a later edit goes on from it and undoes nothing.

use tables::{Error, Money, Tx};

use super::change_user::managed;
use super::{
    ChangeUser, ChangeUserError, Customer, MemberChange, MemberChangeKind, MemberRole, Membership,
    change_user,
};

/// What administrators set of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserSettings {
    /// First and last name.
    pub names: (String, String),
    /// What the person may do.
    pub role: MemberRole,
    /// Most that the person may spend at a time; nothing: no limit.
    pub spending_limit: Option<Money>,
}

impl UserSettings {
    /// As headquarters told, with a change on top that it did not refuse and has not told back yet.
    pub(super) fn of(membership: &Membership, customer: &Customer, change: Option<&MemberChange>) -> Self {
        let is_change =
            |change: &&MemberChange| change.kind == MemberChangeKind::Change && change.refusal.is_none();
        let change = change.filter(is_change);
        let of = |names: (&Option<String>, &Option<String>)| names.0.clone().zip(names.1.clone());
        let names = change.and_then(|change| of((&change.first_name, &change.last_name)));
        let known = || {
            let name = |name: &Option<String>| name.clone().unwrap_or_default();
            (name(&customer.first_name), name(&customer.last_name))
        };
        Self {
            names: names.unwrap_or_else(known),
            role: change.map_or(membership.role, |change| change.role),
            spending_limit: change.map_or(membership.spending_limit, |change| change.spending_limit),
        }
    }
}

/// What an administrator sets, and what it starts from.
#[derive(Clone, Debug)]
pub struct EditUser {
    /// How the user stood when the change was made up.
    pub expected: UserSettings,
    /// Everything as it shall be, with what stays.
    pub change: ChangeUser,
}

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditUserError {
    /// The user does not stand as expected: look again.
    #[error("Somebody changed this user meanwhile.")]
    ChangedMeanwhile,
    /// The change itself is none that may be made.
    #[error(transparent)]
    NotChanged(#[from] ChangeUserError),
}

impl From<Error> for EditUserError {
    fn from(error: Error) -> Self {
        Self::NotChanged(error.into())
    }
}

/// Notes the change, if there is one and it starts from how the user stands now.
///
/// # Errors
/// [`EditUserError`].
pub async fn edit_user(tx: &mut Tx, edit: &EditUser) -> Result<(), EditUserError> {
    let EditUser { expected, change } = edit;
    let managed = managed(tx, change.administrator, &change.hierarchy, change.membership).await?;
    let waiting: Option<MemberChange> = tx.get(change.membership).await?;
    let now = UserSettings::of(&managed.membership, &managed.customer, waiting.as_ref());
    if now != *expected {
        return Err(EditUserError::ChangedMeanwhile);
    }
    let ChangeUser { names, role, spending_limit, .. } = change.clone();
    if now == (UserSettings { names, role, spending_limit }) {
        return Ok(());
    }
    Ok(change_user(tx, change).await?)
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;
    use tables::{Context, Principal, Store};

    use super::super::testing::{organization, person, publish_one};
    use super::super::{
        OrganizationUser, Publication, mark_member_change, open_member_changes, organization_user,
    };
    use super::*;
    use crate::requests::testing::each_store;

    const OLA: Uuid = Uuid::from_u128(1);
    const JAN: Uuid = Uuid::from_u128(1_002);

    async fn user(store: &Store) -> OrganizationUser {
        let mut reader = store.read(&Principal::system()).await.unwrap();
        organization_user(&mut reader, OLA, "CH-1", JAN).await.unwrap().unwrap()
    }

    async fn edit(store: &Store, expected: &UserSettings, to: UserSettings) -> Result<(), EditUserError> {
        let UserSettings { names, role, spending_limit } = to;
        let hierarchy = "CH-1".into();
        let change =
            ChangeUser { administrator: OLA, hierarchy, membership: JAN, names, role, spending_limit };
        let edit = EditUser { expected: expected.clone(), change };
        store.write(Context::system(), edit, |tx, edit| Box::pin(edit_user(tx, edit))).await
    }

    async fn open(store: &Store) -> Vec<MemberChange> {
        let mut reader = store.read(&Principal::system()).await.unwrap();
        open_member_changes(&mut reader, None, 10).await.unwrap().0
    }

    async fn mark(store: &Store, refusal: Option<&str>) {
        let it = (open(store).await.remove(0), refusal.map(str::to_owned));
        store.write(Context::system(), it, |tx, it| Box::pin(mark_member_change(tx, it))).await.unwrap();
    }

    /// The organization with Ola and Jan, as headquarters told of Jan.
    async fn jan(store: &Store) -> Publication {
        let mut jan = person("jan@example.com", 2);
        jan.memberships[0].role = MemberRole::User;
        jan.customer.first_name = Some("Jan".into());
        jan.customer.last_name = Some("Nowak".into());
        for publication in [&organization(), &person("ola@example.com", 1), &jan] {
            publish_one(store, publication).await.unwrap();
        }
        jan
    }

    #[tokio::test]
    async fn a_change_counts_from_when_it_is_wished_until_headquarters_tells_it_back() {
        for (_folder, store) in each_store().await {
            let mut jan = jan(&store).await;
            let first = user(&store).await.settings();
            let limited = UserSettings { spending_limit: Some(Money::whole(250)), ..first.clone() };
            edit(&store, &first, limited.clone()).await.unwrap();
            assert_eq!(user(&store).await.settings(), limited, "on its way");
            assert_eq!(open(&store).await[0].first_name, None, "a name that nobody touched");
            mark(&store, None).await;
            assert!(open(&store).await.is_empty(), "headquarters has it once");
            assert_eq!(user(&store).await.settings(), limited, "not told back yet");

            let named = UserSettings { names: ("Jan".into(), "Kos".into()), ..limited.clone() };
            edit(&store, &limited, named.clone()).await.unwrap();
            let wish = open(&store).await.remove(0);
            assert_eq!(wish.spending_limit, Some(Money::whole(250)));
            assert_eq!(wish.last_name.as_deref(), Some("Kos"));
            mark(&store, None).await;
            jan.customer.last_name = Some("Kos".into());
            jan.customer.as_of = 9;
            jan.memberships[0].spending_limit = Some(Money::whole(300));
            publish_one(&store, &jan).await.unwrap();
            let now = user(&store).await;
            assert_eq!((now.settings().spending_limit, now.change), (Some(Money::whole(300)), None));
        }
    }

    #[tokio::test]
    async fn what_was_made_up_from_something_older_is_not_noted() {
        for (_folder, store) in each_store().await {
            jan(&store).await;
            let first = user(&store).await.settings();
            let limited = UserSettings { spending_limit: Some(Money::whole(100)), ..first.clone() };
            let named = UserSettings { names: ("Jan".into(), "Kos".into()), ..first.clone() };
            edit(&store, &first, limited.clone()).await.unwrap();
            assert_eq!(edit(&store, &first, named).await, Err(EditUserError::ChangedMeanwhile));
            assert_eq!(user(&store).await.settings(), limited);
        }
    }

    #[tokio::test]
    async fn nothing_changed_is_no_wish_and_a_refused_one_does_not_count() {
        for (_folder, store) in each_store().await {
            jan(&store).await;
            let first = user(&store).await.settings();
            edit(&store, &first, first.clone()).await.unwrap();
            assert!(open(&store).await.is_empty());
            let admin = UserSettings { role: MemberRole::Admin, ..first.clone() };
            edit(&store, &first, admin).await.unwrap();
            mark(&store, Some("no")).await;
            assert_eq!(user(&store).await.settings(), first);
        }
    }
}
