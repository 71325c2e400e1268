//! Passwords of the back office: whether one fits, and a new one in place of the old.

use tables::security::SystemUser;
use tables::{Error, Filter, Principal, Privilege, Query, Result, Right, Table as _, Tx};
use uuid::Uuid;

use super::Office;
use super::link::PasswordLink;
use crate::{Voice, passwords, sessions};

/// What setting one's own password needs beyond what one may do in the directory.
pub(super) const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: SystemUser::NAME },
    Right { privilege: Privilege::Write, table: SystemUser::NAME },
    Right { privilege: Privilege::Read, table: PasswordLink::NAME },
    Right { privilege: Privilege::Delete, table: PasswordLink::NAME },
    Right { privilege: Privilege::Read, table: sessions::Session::NAME },
    Right { privilege: Privilege::Delete, table: sessions::Session::NAME },
];

/// A new password.
#[derive(Clone)]
pub struct NewPassword {
    /// Whose.
    pub user: Uuid,
    /// Its hash: hashing takes long on purpose and is done before.
    pub credential: String,
    /// The one session that goes on.
    pub but: Option<Uuid>,
}

/// Sets the password. Links that would set another one, and other sessions, end with it.
///
/// # Errors
/// As any write.
pub async fn save_password(tx: &mut Tx, new: &NewPassword) -> Result<()> {
    let mut tx = tx.lend(RIGHTS);
    let user: Option<SystemUser> = tx.get(new.user).await?;
    let user = user.ok_or_else(|| Error::NotFound { table: SystemUser::NAME.into(), id: new.user })?;
    tx.save(&SystemUser { credential: Some(new.credential.clone()), ..user }).await?;
    let of_user = Filter::equals("person", new.user.to_string());
    for link in tx.list::<PasswordLink>(Query::of(PasswordLink::NAME).filter(of_user)).await? {
        tx.remove::<PasswordLink>(link.passwordlinkid).await?;
    }
    sessions::end_others(&mut tx, new.user, new.but).await
}

impl Office {
    /// The user of this address, if the password is theirs. Takes as long for nobody as for
    /// somebody, so that who has an account cannot be told.
    pub(super) async fn check(&self, email: &str, password: String) -> Result<Option<Uuid>> {
        let user = self.user_of(email).await?;
        let known = user.as_ref().and_then(|user| user.credential.clone());
        let fits = self.passwords.fits(password, known).await?;
        Ok(user.filter(|_| fits).map(|user| user.systemuserid))
    }

    /// The hash of a new password.
    pub(super) async fn hash(&self, password: String) -> Result<String> {
        self.passwords.hash(password).await
    }

    /// Whoever is known by this address and may sign in.
    pub(super) async fn user_of(&self, email: &str) -> Result<Option<SystemUser>> {
        // Nobody's address, and none that a database could be asked for.
        if email.is_empty() || email.contains(char::is_control) {
            return Ok(None);
        }
        let mut reader = self.directory.read(&Principal::system()).await?;
        let user: Option<SystemUser> = reader.find(Filter::equals("internalemailaddress", email)).await?;
        Ok(user.filter(|user| !user.isdisabled))
    }
}

/// What is wrong with a new password that was typed twice, in the reader's words.
pub(super) fn fault(voice: &Voice, email: &str, password: &str, again: &str) -> Option<String> {
    let differs = || (password != again).then(|| voice.say("password-differs"));
    passwords::fault(voice, email, password).or_else(differs)
}
