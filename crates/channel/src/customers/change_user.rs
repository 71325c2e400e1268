//! Change user: a partner's administrator sets what a colleague may do. Headquarters takes the wish
//! (P-0001), and 1010 brings the change back.

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Choice, Cursor, Error, Filter, Money, Reader, Result, Table, Tx};

use super::administrator::administrator_of;
use super::feed::try_again;
use super::{Customer, MemberRole, Membership, UserSettings, wishes};

/// What is wished for a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum MemberChangeKind {
    /// Other rights, or another name.
    Change = 1,
    /// None at all.
    Remove = 2,
}

/// What headquarters is to do with a member. One per member: the newest wish counts.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "memberchange", set = "memberchanges", index(customerid), index(requested_at))]
pub struct MemberChange {
    /// Id: that of the membership.
    #[column(id)]
    pub memberchangeid: Uuid,
    /// The person.
    #[column(lookup = "customer")]
    pub customerid: Uuid,
    /// Number of the customer hierarchy.
    #[column(text = 20)]
    pub hierarchy: String,
    /// Account of the administrator who wishes.
    #[column(text = 20)]
    pub requested_by: String,
    /// What.
    #[column(choice)]
    pub kind: MemberChangeKind,
    /// First name; nothing: as it is.
    #[column(text = 50)]
    pub first_name: Option<String>,
    /// Last name; nothing: as it is.
    #[column(text = 50)]
    pub last_name: Option<String>,
    /// What the person may do.
    #[column(choice)]
    pub role: MemberRole,
    /// Most that the person may spend at a time; nothing: no limit.
    #[column(money, min = 0)]
    pub spending_limit: Option<Money>,
    /// When.
    #[column(date_time)]
    pub requested_at: Timestamp,
    /// Why headquarters could not do it.
    #[column(text = 400)]
    pub refusal: Option<String>,
    /// When headquarters had it. Until 1010 brings it back, it counts here.
    #[column(date_time)]
    pub taken_at: Option<Timestamp>,
}

/// What an administrator sets.
#[derive(Clone, Debug)]
pub struct ChangeUser {
    /// The administrator who is signed in.
    pub administrator: Uuid,
    /// Number of the hierarchy.
    pub hierarchy: String,
    /// The membership.
    pub membership: Uuid,
    /// First and last name. Those of a person whom another organization is invoiced for stay.
    pub names: (String, String),
    /// What the person may do.
    pub role: MemberRole,
    /// Most that the person may spend at a time.
    pub spending_limit: Option<Money>,
}

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeUserError {
    /// Only administrators may.
    #[error("Only an administrator of the organization can change its users.")]
    NotAdministrator,
    /// Nobody of this organization.
    #[error("This person does not belong to the organization any more.")]
    NotMember,
    /// An organization shall not lose its administrator by a slip.
    #[error("Nobody can remove themselves or give up their own role. Let another administrator do it.")]
    Yourself,
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Notes the wish, in place of one that waits: what this one leaves alone has to be said again.
///
/// # Errors
/// [`ChangeUserError`].
pub async fn change_user(tx: &mut Tx, wish: &ChangeUser) -> Result<(), ChangeUserError> {
    let managed = managed(tx, wish.administrator, &wish.hierarchy, wish.membership).await?;
    let waiting: Option<MemberChange> = tx.get(wish.membership).await?;
    let now = UserSettings::of(&managed.membership, &managed.customer, waiting.as_ref());
    if managed.membership.customerid == wish.administrator && wish.role != now.role {
        return Err(ChangeUserError::Yourself);
    }
    // A name that nobody touches is headquarters' own to change meanwhile.
    let is_renamed = waiting.is_some_and(|waiting| waiting.first_name.is_some()) || wish.names != now.names;
    let names = (managed.is_own() && is_renamed).then(|| wish.names.clone());
    let (first_name, last_name) = names.unzip();
    let (role, spending_limit) = (wish.role, wish.spending_limit);
    let change = MemberChange { first_name, last_name, role, spending_limit, ..managed.change(tx) };
    note(tx, &change).await?;
    Ok(())
}

/// A member with the account of the administrator who manages it.
pub(super) struct Managed {
    pub membership: Membership,
    pub customer: Customer,
    administrator: String,
}

impl Managed {
    /// Whether the person belongs to this organization before all others: then it may rename them.
    fn is_own(&self) -> bool {
        self.customer.invoice_account.as_ref() == Some(&self.membership.organization_account)
    }

    /// A change of nothing yet.
    pub fn change(&self, tx: &Tx) -> MemberChange {
        MemberChange {
            memberchangeid: self.membership.membershipid,
            customerid: self.membership.customerid,
            hierarchy: self.membership.hierarchy.clone(),
            requested_by: self.administrator.clone(),
            kind: MemberChangeKind::Change,
            first_name: None,
            last_name: None,
            role: self.membership.role,
            spending_limit: self.membership.spending_limit,
            requested_at: tx.now(),
            refusal: None,
            taken_at: None,
        }
    }
}

/// The member, if `administrator` may manage it.
pub(super) async fn managed(
    tx: &mut Tx,
    administrator: Uuid,
    hierarchy: &str,
    membership: Uuid,
) -> Result<Managed, ChangeUserError> {
    let (own, administrator) =
        administrator_of(tx, administrator, hierarchy).await?.ok_or(ChangeUserError::NotAdministrator)?;
    let of_hierarchy =
        |known: &Membership| (&known.company, &known.hierarchy) == (&own.company, &own.hierarchy);
    let membership: Option<Membership> = tx.get(membership).await?;
    let membership = membership.filter(of_hierarchy).ok_or(ChangeUserError::NotMember)?;
    let customer: Option<Customer> = tx.get(membership.customerid).await?;
    let customer = customer.ok_or(ChangeUserError::NotMember)?;
    Ok(Managed { membership, customer, administrator: administrator.account })
}

/// Writes the wish in place of an earlier one.
pub(super) async fn note(tx: &mut Tx, change: &MemberChange) -> Result<()> {
    match tx.get::<MemberChange>(change.memberchangeid).await? {
        Some(_) => tx.save(change).await.map(|_| ()),
        None => tx.insert(change).await.map(|_| ()),
    }
}

/// The next wishes that headquarters has not had, oldest first, and where to go on.
///
/// # Errors
/// As any read.
pub async fn open_member_changes(
    reader: &mut Reader,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<MemberChange>, Option<Cursor>)> {
    let open = Filter::IsNull("refusal".into()).and(Filter::IsNull("taken_at".into()));
    wishes::oldest(reader, open, after, limit).await
}

/// Notes that headquarters did it, or why it could not. Either way 1010 tells the store anew how the
/// person stands; until then what was done counts here. A wish that came meanwhile stays open.
///
/// # Errors
/// As any write.
pub async fn mark_member_change(
    tx: &mut Tx,
    (change, refusal): &(MemberChange, Option<String>),
) -> Result<()> {
    let known: Option<MemberChange> = tx.get(change.memberchangeid).await?;
    let Some(known) = known.filter(|known| known == change) else { return Ok(()) };
    if refusal.is_none() && known.kind == MemberChangeKind::Remove {
        return tx.remove::<MemberChange>(known.memberchangeid).await;
    }
    try_again(tx, known.customerid).await?;
    let noted = match refusal {
        Some(words) => MemberChange { refusal: Some(words.chars().take(400).collect()), ..known },
        None => MemberChange { taken_at: Some(tx.now()), ..known },
    };
    tx.save(&noted).await.map(|_| ())
}

/// Forgets a change that headquarters made, as soon as it has told how the member stands now.
pub(super) async fn forget_taken(tx: &mut Tx, membership: Uuid) -> Result<()> {
    match tx.get::<MemberChange>(membership).await? {
        Some(change) if change.taken_at.is_some() => tx.remove::<MemberChange>(membership).await,
        _ => Ok(()),
    }
}
