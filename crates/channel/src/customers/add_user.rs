//! Add user: a partner's administrator names a colleague who is to order for the organization.
//! Headquarters takes the wish (P-0001), makes the person a customer, and 1010 brings it back.

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Cursor, Error, Filter, Money, Query, Reader, Result, Table, Tx};

use super::administrator::administrator_of;
use super::withdraw::remove_all;
use super::{MemberRole, Membership, Person, wishes};

/// Wishes of one hierarchy that headquarters has not had.
pub const USER_REQUESTS_OPEN_MAX: u32 = 100;

/// A wish that somebody becomes a user of an organization.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "userrequest",
    set = "userrequests",
    primary = "email",
    key(by_address(company, hierarchy, email)),
    index(taken_at)
)]
pub struct UserRequest {
    /// Id: the person gets it, where it is a new one.
    #[column(id)]
    pub userrequestid: Uuid,
    /// Company.
    #[column(text = 4)]
    pub company: String,
    /// Number of the customer hierarchy.
    #[column(text = 20)]
    pub hierarchy: String,
    /// Account of the administrator who wishes.
    #[column(text = 20)]
    pub requested_by: String,
    /// First name.
    #[column(text = 50)]
    pub first_name: String,
    /// Last name.
    #[column(text = 50)]
    pub last_name: String,
    /// E-mail address to sign in by.
    #[column(text = 100)]
    pub email: String,
    /// What the person may do.
    #[column(choice)]
    pub role: MemberRole,
    /// Most that the person may spend at a time; nothing: no limit.
    #[column(money, min = 0)]
    pub spending_limit: Option<Money>,
    /// When.
    #[column(date_time)]
    pub requested_at: Timestamp,
    /// When headquarters had it.
    #[column(date_time)]
    pub taken_at: Option<Timestamp>,
    /// Why headquarters could not do it.
    #[column(text = 400)]
    pub refusal: Option<String>,
}

impl UserRequest {
    /// Whether headquarters has it and 1010 has not brought the person yet.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.taken_at.is_some() && self.refusal.is_none()
    }
}

/// What an administrator fills in.
#[derive(Clone, Debug)]
pub struct AddUser {
    /// The administrator who is signed in.
    pub administrator: Uuid,
    /// Number of the hierarchy that the person joins.
    pub hierarchy: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// What the person may do.
    pub role: MemberRole,
    /// Most that the person may spend at a time.
    pub spending_limit: Option<Money>,
}

/// Why nobody was added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddUserError {
    /// Only administrators may.
    #[error("Only an administrator of the organization can add users.")]
    NotAdministrator,
    /// Named before.
    #[error("Somebody with this e-mail address was added to the organization already.")]
    AlreadyAdded,
    /// Too many at a time.
    #[error("{USER_REQUESTS_OPEN_MAX} users wait to be added. Wait until headquarters has taken them.")]
    TooMany,
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Notes the wish; answers with its id.
///
/// # Errors
/// [`AddUserError`].
pub async fn add_user(tx: &mut Tx, wish: &AddUser) -> Result<Uuid, AddUserError> {
    let administrator = administrator_of(tx, wish.administrator, &wish.hierarchy).await?;
    let (membership, administrator) = administrator.ok_or(AddUserError::NotAdministrator)?;
    let of_hierarchy = Filter::equals("company", membership.company.as_str())
        .and(Filter::equals("hierarchy", wish.hierarchy.as_str()));
    let known = of_hierarchy.clone().and(Filter::equals("email", wish.email.as_str()));
    let known: Option<UserRequest> = tx.find(known).await?;
    let waits = known.as_ref().is_some_and(|known| known.refusal.is_none());
    if waits || is_member(tx, &membership, &wish.email).await? {
        return Err(AddUserError::AlreadyAdded);
    }
    let open = of_hierarchy.and(Filter::IsNull("taken_at".into()));
    let open = Query::of(UserRequest::NAME).filter(open).limit(USER_REQUESTS_OPEN_MAX);
    if tx.page(&open).await?.rows.len() >= USER_REQUESTS_OPEN_MAX as usize {
        return Err(AddUserError::TooMany);
    }
    let request = UserRequest {
        userrequestid: known.as_ref().map_or_else(|| tx.new_id(), |known| known.userrequestid),
        company: membership.company,
        hierarchy: wish.hierarchy.clone(),
        requested_by: administrator.account,
        first_name: wish.first_name.clone(),
        last_name: wish.last_name.clone(),
        email: wish.email.clone(),
        role: wish.role,
        spending_limit: wish.spending_limit,
        requested_at: tx.now(),
        taken_at: None,
        refusal: None,
    };
    // One that headquarters refused before is wished for again.
    if known.is_some() {
        tx.save(&request).await?;
    } else {
        tx.insert(&request).await?;
    }
    Ok(request.userrequestid)
}

/// Whether the person of this address acts for the organization already.
async fn is_member(tx: &mut Tx, own: &Membership, email: &str) -> Result<bool> {
    let of_address = Filter::equals("company", own.company.as_str()).and(Filter::equals("email", email));
    let Some(person) = tx.find::<Person>(of_address).await? else { return Ok(false) };
    let member = Filter::equals("customerid", person.personid)
        .and(Filter::equals("hierarchy", own.hierarchy.as_str()));
    Ok(tx.find::<Membership>(member).await?.is_some())
}

/// The wish is fulfilled: the person acts for the organization now.
pub(super) async fn fulfil(tx: &mut Tx, membership: &Membership, email: Option<&str>) -> Result<()> {
    let Some(email) = email else { return Ok(()) };
    let of_wish = Filter::equals("company", membership.company.as_str())
        .and(Filter::equals("hierarchy", membership.hierarchy.as_str()))
        .and(Filter::equals("email", email));
    remove_all::<UserRequest>(tx, of_wish).await
}

/// The next wishes that headquarters has not had, oldest first, and where to go on.
///
/// # Errors
/// As any read.
pub async fn open_user_requests(
    reader: &mut Reader,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<UserRequest>, Option<Cursor>)> {
    wishes::oldest(reader, Filter::IsNull("taken_at".into()), after, limit).await
}

/// Notes that headquarters has the wish, and why it could not do it, where it could not.
///
/// # Errors
/// As any write.
pub async fn mark_user_request(tx: &mut Tx, (id, refusal): &(Uuid, Option<String>)) -> Result<()> {
    if let Some(known) = tx.get::<UserRequest>(*id).await? {
        let taken_at = known.taken_at.or(Some(tx.now()));
        let refusal = refusal.as_ref().map(|words| words.chars().take(400).collect());
        tx.save(&UserRequest { taken_at, refusal, ..known }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal, Store};

    use super::super::testing::{organization, person, publish_one};
    use super::*;
    use crate::requests::testing::each_store;

    fn wish(administrator: u128, email: &str) -> AddUser {
        AddUser {
            administrator: Uuid::from_u128(administrator),
            hierarchy: "CH-1".into(),
            first_name: "Jan".into(),
            last_name: "Nowak".into(),
            email: email.into(),
            role: MemberRole::User,
            spending_limit: Some(Money::whole(500)),
        }
    }

    async fn add(store: &Store, wish: AddUser) -> Result<Uuid, AddUserError> {
        store.write(Context::system(), wish, |tx, wish| Box::pin(add_user(tx, wish))).await
    }

    #[tokio::test]
    async fn an_administrator_adds_a_colleague_once_and_nobody_else_does() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            let mut user = person("user@example.com", 2);
            user.memberships[0].role = MemberRole::User;
            publish_one(&store, &user).await.unwrap();
            for nobody in [2, 3] {
                let refused = add(&store, wish(nobody, "jan@example.com")).await;
                assert_eq!(refused, Err(AddUserError::NotAdministrator));
            }
            let id = add(&store, wish(1, "jan@example.com")).await.unwrap();
            assert_eq!(add(&store, wish(1, "JAN@example.com")).await, Err(AddUserError::AlreadyAdded));
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (open, _) = open_user_requests(&mut reader, None, 10).await.unwrap();
            drop(reader);
            assert_eq!((open.len(), open[0].requested_by.as_str()), (1, "C-1"));
            let refusal = Some("the organization is closed".to_owned());
            store
                .write(Context::system(), (id, refusal), |tx, it| Box::pin(mark_user_request(tx, it)))
                .await
                .unwrap();
            assert_eq!(add(&store, wish(1, "jan@example.com")).await, Ok(id), "refused once, wished again");
        }
    }

    #[tokio::test]
    async fn no_more_wait_than_the_limit() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            for number in 0..USER_REQUESTS_OPEN_MAX {
                add(&store, wish(1, &format!("n{number}@example.com"))).await.unwrap();
            }
            assert_eq!(add(&store, wish(1, "one@example.com")).await, Err(AddUserError::TooMany));
        }
    }
}
