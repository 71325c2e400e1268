//! Invite: a person who has no password yet gets a token to set one.
//!
//! Earlier tokens keep counting until one is used: the caller may have told of one of them before
//! it was stopped, and a mail once sent must not lead nowhere.

use tables::jiff::{SignedDuration, Timestamp};
use tables::uuid::Uuid;
use tables::{Comparison, Filter, Result, Tx};

use super::withdraw::remove_all;
use super::{PasswordToken, Person, StoredToken};

/// Days for which a token counts. The templates of headquarters' mail say the same.
pub const PASSWORD_TOKEN_DAYS: i64 = 7;

/// How the person gets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invitation {
    /// With the password that is set already.
    HasPassword,
    /// By setting one with this token.
    SetPassword(PasswordToken),
    /// Not at all: the store does not know the person.
    Unknown,
}

/// Makes a token for the person, if one is needed.
///
/// # Errors
/// As any write.
pub async fn invite(tx: &mut Tx, person: &Uuid) -> Result<Invitation> {
    match tx.get::<Person>(*person).await? {
        None => Ok(Invitation::Unknown),
        Some(person) if person.credential.is_some() => Ok(Invitation::HasPassword),
        Some(person) => make_token(tx, person.personid).await.map(Invitation::SetPassword),
    }
}

/// A token beside those that count already; those that are too old go.
pub(super) async fn make_token(tx: &mut Tx, personid: Uuid) -> Result<PasswordToken> {
    let expired = Filter::Compare("expires_at".into(), Comparison::LessOrEqual, tx.now().into());
    remove_all::<StoredToken>(tx, Filter::equals("personid", personid).and(expired)).await?;
    let token = PasswordToken::new(tx.random());
    let life = SignedDuration::from_hours(24 * PASSWORD_TOKEN_DAYS);
    let stored = StoredToken {
        passwordtokenid: tx.new_id(),
        personid,
        token_hash: token.hash(),
        expires_at: tx.now().checked_add(life).unwrap_or(Timestamp::MAX),
    };
    tx.insert(&stored).await?;
    Ok(token)
}
