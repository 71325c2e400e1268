//! Ask for a password: somebody forgot theirs, or lost the invitation. Headquarters takes the wish and sends the link, so
//! that no token is ever kept here.

use tables::jiff::{SignedDuration, Timestamp};
use tables::uuid::Uuid;
use tables::{Comparison, Cursor, Filter, Query, Reader, Result, Table, Tx};

use super::invite::make_token;
use super::{PasswordToken, Person, wishes};

/// Wishes of one person that are heard within a day: each becomes a mail.
pub const PASSWORD_REQUESTS_PER_DAY_MAX: u32 = 3;

/// A wish for a new password.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "passwordrequest", set = "passwordrequests", index(personid), index(taken_at))]
pub struct PasswordRequest {
    /// Id: the same wish makes one mail.
    #[column(id)]
    pub passwordrequestid: Uuid,
    /// Whose password.
    #[column(lookup = "person")]
    pub personid: Uuid,
    /// Name of the organization that invites the person once more; nothing: a password was forgotten.
    #[column(text = 160)]
    pub organization: Option<String>,
    /// When.
    #[column(date_time)]
    pub requested_at: Timestamp,
    /// When headquarters had it.
    #[column(date_time)]
    pub taken_at: Option<Timestamp>,
}

/// Who wishes.
#[derive(Clone, Debug)]
pub struct AskForPassword {
    /// Company of the store.
    pub company: String,
    /// As typed.
    pub email: String,
}

/// Notes the wish. Whoever asks must not learn from the answer whether the address is known: there
/// is none.
///
/// # Errors
/// As any write.
pub async fn ask_for_password(tx: &mut Tx, wish: &AskForPassword) -> Result<()> {
    let filter =
        Filter::equals("company", wish.company.as_str()).and(Filter::equals("email", wish.email.as_str()));
    if let Some(person) = tx.find::<Person>(filter).await? {
        request_password(tx, person.personid, None).await?;
    }
    Ok(())
}

/// Whether a wish was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Headquarters will take it.
    Noted,
    /// The day's wishes are used up.
    TooMany,
}

/// Notes the wish of a person.
pub(super) async fn request_password(
    tx: &mut Tx,
    personid: Uuid,
    organization: Option<String>,
) -> Result<Heard> {
    let now = tx.now();
    let day_ago = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    let of_day = Filter::equals("personid", personid).and(Filter::Compare(
        "requested_at".into(),
        Comparison::Greater,
        day_ago.into(),
    ));
    let query = Query::of(PasswordRequest::NAME).filter(of_day).limit(PASSWORD_REQUESTS_PER_DAY_MAX);
    if tx.page(&query).await?.rows.len() >= PASSWORD_REQUESTS_PER_DAY_MAX as usize {
        return Ok(Heard::TooMany);
    }
    let (passwordrequestid, taken_at) = (tx.new_id(), None);
    tx.insert(&PasswordRequest { passwordrequestid, personid, organization, requested_at: now, taken_at })
        .await?;
    Ok(Heard::Noted)
}

/// The next wishes that headquarters has not had, oldest first, and where to go on.
///
/// # Errors
/// As any read.
pub async fn open_password_requests(
    reader: &mut Reader,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<PasswordRequest>, Option<Cursor>)> {
    wishes::oldest(reader, Filter::IsNull("taken_at".into()), after, limit).await
}

/// A token for a wish, whether a password is set or not. Made again, both count.
///
/// # Errors
/// As any write.
pub async fn token_for_request(tx: &mut Tx, request: &PasswordRequest) -> Result<PasswordToken> {
    make_token(tx, request.personid).await
}

/// Notes that headquarters has the wish.
///
/// # Errors
/// As any write.
pub async fn mark_password_request(tx: &mut Tx, request: &PasswordRequest) -> Result<()> {
    if let Some(known) = tx.get::<PasswordRequest>(request.passwordrequestid).await? {
        let taken_at = known.taken_at.or(Some(tx.now()));
        tx.save(&PasswordRequest { taken_at, ..known }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal};

    use super::super::testing::{organization, person, publish_one};
    use super::*;
    use crate::requests::testing::each_store;

    #[tokio::test]
    async fn a_known_address_is_heard_three_times_a_day_and_an_unknown_one_never() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            for email in ["OLA@example.com", "nobody@example.com"] {
                for _ in 0..5 {
                    let wish = AskForPassword { company: "usmf".into(), email: email.into() };
                    store
                        .write(Context::system(), wish, |tx, wish| Box::pin(ask_for_password(tx, wish)))
                        .await
                        .unwrap();
                }
            }
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (open, _) = open_password_requests(&mut reader, None, 10).await.unwrap();
            drop(reader);
            assert_eq!(open.len(), 3);
            for request in open {
                store
                    .write(Context::system(), request, |tx, it| Box::pin(mark_password_request(tx, it)))
                    .await
                    .unwrap();
            }
            let mut reader = store.read(&Principal::system()).await.unwrap();
            assert!(open_password_requests(&mut reader, None, 10).await.unwrap().0.is_empty());
        }
    }
}
