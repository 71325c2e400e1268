//! Change password: somebody who is signed in, and has just shown to know the old one, sets another.

use tables::uuid::Uuid;
use tables::{Filter, Result, Tx};

use super::withdraw::remove_all;
use super::{Person, StoredToken};

/// The command.
#[derive(Clone)]
pub struct ChangePassword {
    /// Who is signed in.
    pub person: Uuid,
    /// Hash of the old one, as it was when it was checked.
    pub known: String,
    /// Hash of the new password.
    pub credential: String,
}

/// Sets the password; links that were to set one are used up. False where the person is gone or has
/// another password meanwhile.
///
/// # Errors
/// As any write.
pub async fn change_password(tx: &mut Tx, command: &ChangePassword) -> Result<bool> {
    let person: Option<Person> = tx.get(command.person).await?;
    let Some(person) = person.filter(|known| known.credential.as_ref() == Some(&command.known)) else {
        return Ok(false);
    };
    let credential = Some(command.credential.clone());
    tx.save(&Person { credential, ..person }).await?;
    remove_all::<StoredToken>(tx, Filter::equals("personid", command.person)).await?;
    Ok(true)
}
