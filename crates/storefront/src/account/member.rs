//! Who is signed in, and for which organization they act.

use axum::http::HeaderMap;
use channel::customers::{Customer, UserRequest, find_by_id};
use channel::customers::{
    MemberChange, MemberRole, Membership, PasswordRequest, Person, SignIn, StoredToken,
};
use shell::sessions::{self, Session};
use tables::uuid::Uuid;
use tables::{Context, Depth, Principal, Privilege, Result, Table as _};

use crate::Shop;

/// The cookie that says for which of several organizations one acts.
pub const ORGANIZATION: &str = "tandem_organization";

/// Everything that somebody's verbs touch; the verbs decide which rows.
const RIGHTS: &[(&str, &[Privilege])] = {
    use Privilege::{Create, Delete, Read, Write};
    &[
        (Customer::NAME, &[Read]),
        (Membership::NAME, &[Read, Delete]),
        (Person::NAME, &[Read, Write, Delete]),
        (StoredToken::NAME, &[Read, Delete]),
        (PasswordRequest::NAME, &[Create, Read, Delete]),
        (UserRequest::NAME, &[Create, Read, Write, Delete]),
        (MemberChange::NAME, &[Create, Read, Write]),
        (Session::NAME, &[Read, Delete]),
    ]
};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Member {
    /// The session.
    pub session: Uuid,
    /// The person, and all organizations that they act for.
    pub known: SignIn,
    /// The one that they act for now.
    pub organization: Membership,
}

impl Member {
    /// Id of the person.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.known.person.personid
    }

    /// First letters of the name.
    #[must_use]
    pub fn initials(&self) -> String {
        shell::initials(&self.known.customer.name)
    }

    /// Whether they manage the organization's users.
    #[must_use]
    pub fn is_administrator(&self) -> bool {
        self.organization.role == MemberRole::Admin
    }

    /// In whose name to write.
    #[must_use]
    pub fn context(&self) -> Context {
        let rights = RIGHTS.iter().flat_map(|(table, privileges)| {
            privileges.iter().map(|privilege| ((*table).to_owned(), *privilege, Depth::Organization))
        });
        Context::of(Principal::with_rights(self.id(), Uuid::nil(), Vec::new(), rights))
    }
}

/// Whoever these headers' session belongs to, if the store still knows them. Asked on each request,
/// so that who is removed is out at once.
pub async fn member_of(shop: &Shop, headers: &HeaderMap) -> Result<Option<Member>> {
    let Some(token) = shop.cookie.token(headers) else { return Ok(None) };
    let Some(session) = sessions::find(&shop.store, &token).await? else { return Ok(None) };
    let mut reader = shop.store.read(&Principal::system()).await?;
    let known = find_by_id(&mut reader, session.person()).await?;
    drop(reader);
    let chosen = sessions::read_cookie(headers, ORGANIZATION).and_then(|id| id.parse::<Uuid>().ok());
    let member = known.filter(|known| known.person.credential.is_some()).and_then(|known| {
        let is_chosen = |one: &&Membership| Some(one.membershipid) == chosen;
        let organization = known.memberships.iter().find(is_chosen).or(known.memberships.first())?.clone();
        Some(Member { session: session.sessionid, known, organization })
    });
    if member.is_none() {
        sessions::end(&shop.store, &token).await?;
    }
    Ok(member)
}
