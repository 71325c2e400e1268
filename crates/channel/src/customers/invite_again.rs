//! Invite again: a partner's administrator has the invitation of a colleague sent once more.

use tables::uuid::Uuid;
use tables::{Error, Result, Tx};

use super::ask_for_password::{Heard, request_password};
use super::change_user::managed;
use super::{ChangeUserError, Person};

/// Who is to be invited.
#[derive(Clone, Debug)]
pub struct InviteAgain {
    /// The administrator who is signed in.
    pub administrator: Uuid,
    /// Number of the hierarchy.
    pub hierarchy: String,
    /// The membership.
    pub membership: Uuid,
}

/// Why no invitation goes out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InviteAgainError {
    /// Not yours to manage.
    #[error(transparent)]
    NotManaged(#[from] ChangeUserError),
    /// The person is in already.
    #[error("This person has set a password already and can sign in.")]
    HasPassword,
    /// Enough mails for a day.
    #[error("This person was invited several times today. Try again tomorrow.")]
    TooMany,
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Notes the wish; headquarters sends the mail.
///
/// # Errors
/// [`InviteAgainError`].
pub async fn invite_again(tx: &mut Tx, wish: &InviteAgain) -> Result<(), InviteAgainError> {
    let managed = managed(tx, wish.administrator, &wish.hierarchy, wish.membership).await?;
    let person: Option<Person> = tx.get(managed.membership.customerid).await?;
    let person = person.ok_or(ChangeUserError::NotMember)?;
    if person.credential.is_some() {
        return Err(InviteAgainError::HasPassword);
    }
    match request_password(tx, person.personid, Some(managed.membership.hierarchy_name)).await? {
        Heard::Noted => Ok(()),
        Heard::TooMany => Err(InviteAgainError::TooMany),
    }
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal, Store};

    use super::super::testing::{organization, person, publish_one};
    use super::super::{PASSWORD_REQUESTS_PER_DAY_MAX, open_password_requests};
    use super::*;
    use crate::requests::testing::each_store;

    async fn invite(store: &Store, by: u128) -> Result<(), InviteAgainError> {
        let wish = InviteAgain {
            administrator: Uuid::from_u128(by),
            hierarchy: "CH-1".into(),
            membership: Uuid::from_u128(1_002),
        };
        store.write(Context::system(), wish, |tx, wish| Box::pin(invite_again(tx, wish))).await
    }

    #[tokio::test]
    async fn an_administrator_has_an_invitation_sent_again_a_few_times_a_day() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            publish_one(&store, &person("jan@example.com", 2)).await.unwrap();
            for _ in 0..PASSWORD_REQUESTS_PER_DAY_MAX {
                invite(&store, 1).await.unwrap();
            }
            assert_eq!(invite(&store, 1).await, Err(InviteAgainError::TooMany));
            let refused = ChangeUserError::NotAdministrator;
            assert_eq!(invite(&store, 3).await, Err(InviteAgainError::NotManaged(refused)));
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (open, _) = open_password_requests(&mut reader, None, 10).await.unwrap();
            assert_eq!(open.len(), 3);
            assert!(open.iter().all(|one| one.organization.as_deref() == Some("Nowak Trading")));
        }
    }
}
