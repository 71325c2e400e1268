//! Set password: whoever holds a token sets the password of its person, once.

use tables::{Error, Filter, Query, Reader, Table as _, Tx};

use super::withdraw::remove_all;
use super::{PasswordToken, Person, StoredToken};

/// The command.
#[derive(Clone)]
pub struct SetPassword {
    /// From the link.
    pub token: PasswordToken,
    /// Hash of the new password: hashing takes long on purpose and is done before.
    pub credential: String,
}

/// Why no password was set.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SetPasswordError {
    /// The token is unknown, used or too old.
    #[error("This link has been used or has expired. Ask for a new one.")]
    UnknownToken,
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// The person whose password the token may set; `None` when it may set none.
///
/// # Errors
/// As any read.
pub async fn find_by_password_token(
    reader: &mut Reader,
    token: &PasswordToken,
    now: tables::jiff::Timestamp,
) -> Result<Option<Person>, Error> {
    let stored: Option<StoredToken> = reader.find(of(token)).await?;
    match stored.filter(|stored| stored.expires_at > now) {
        Some(stored) => reader.get(stored.personid).await,
        None => Ok(None),
    }
}

/// Sets the password. With it, every token of the person is used up.
///
/// # Errors
/// [`SetPasswordError`].
pub async fn set_password(tx: &mut Tx, command: &SetPassword) -> Result<Person, SetPasswordError> {
    // Claimed, so that of two at the same moment one finds it used.
    let query = Query::of(StoredToken::NAME).filter(of(&command.token)).limit(1);
    let stored: Option<StoredToken> = tx.claim(query).await?.pop();
    let now = tx.now();
    let stored = stored.filter(|stored| stored.expires_at > now).ok_or(SetPasswordError::UnknownToken)?;
    let person: Option<Person> = tx.get(stored.personid).await?;
    let person = person.ok_or(SetPasswordError::UnknownToken)?;
    let person = Person { credential: Some(command.credential.clone()), ..person };
    tx.save(&person).await?;
    remove_all::<StoredToken>(tx, Filter::equals("personid", person.personid)).await?;
    Ok(person)
}

fn of(token: &PasswordToken) -> Filter {
    Filter::equals("token_hash", token.hash())
}

#[cfg(test)]
mod tests {
    use tables::jiff::SignedDuration;
    use tables::{Context, Principal, Store};

    use super::super::testing::{invite_one, organization, person, publish_one, sign_in};
    use super::super::{Invitation, PASSWORD_TOKEN_DAYS};
    use super::*;
    use crate::requests::testing::each_store;

    async fn set(store: &Store, token: PasswordToken, credential: &str) -> Result<Person, SetPasswordError> {
        let command = SetPassword { token, credential: credential.into() };
        store.write(Context::system(), command, |tx, command| Box::pin(set_password(tx, command))).await
    }

    #[tokio::test]
    async fn any_token_sets_the_password_and_then_none_does() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            let ola = person("ola@example.com", 1);
            publish_one(&store, &ola).await.unwrap();
            let id = ola.customer.customerid;
            let mut tokens = Vec::new();
            for _ in 0..2 {
                let Invitation::SetPassword(token) = invite_one(&store, id).await else { panic!("no token") };
                tokens.push(token);
            }
            let now = store.environment().clock.now();
            let late = now + SignedDuration::from_hours(24 * PASSWORD_TOKEN_DAYS + 1);
            let mut reader = store.read(&Principal::system()).await.unwrap();
            for token in &tokens {
                let found = find_by_password_token(&mut reader, token, now).await.unwrap();
                assert_eq!(found.map(|person| person.personid), Some(id));
                assert_eq!(find_by_password_token(&mut reader, token, late).await.unwrap(), None);
            }
            drop(reader);
            set(&store, tokens[0].clone(), "hash").await.unwrap();
            for token in tokens {
                assert_eq!(set(&store, token, "other").await, Err(SetPasswordError::UnknownToken));
            }
            assert_eq!(sign_in(&store, "ola@example.com").await.unwrap().person.credential.unwrap(), "hash");
            assert_eq!(invite_one(&store, id).await, Invitation::HasPassword);
            publish_one(&store, &ola).await.unwrap();
            assert!(sign_in(&store, "ola@example.com").await.unwrap().person.credential.is_some());
            assert_eq!(invite_one(&store, organization().customer.customerid).await, Invitation::Unknown);
        }
    }
}
