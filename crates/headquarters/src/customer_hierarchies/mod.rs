//! Customer hierarchies: which persons act for which organization, and in what role.

mod add_user;
mod change_member;
mod enable_member;
mod establish;
mod join;
mod keep_administrator;
mod sign_in;

pub use add_user::{AddUser, AddUserError, Outcome as AddUserOutcome, add_user};
pub use change_member::{
    ChangeMember, ChangeMemberError, Outcome as ChangeMemberOutcome, Wish, change_member,
};
pub use enable_member::enable_member;
pub use establish::establish;
pub use join::join;
pub use keep_administrator::rule;
pub use sign_in::sign_in_rules;

use tables::uuid::Uuid;
use tables::{Choice, Money, Table};

/// What a hierarchy of business partners is for.
pub const PURPOSE_B2B: &str = "B2B organization";

/// An organization with its people.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "customerhierarchy",
    set = "CustomerHierarchies",
    primary = "Name",
    naming = "pascal",
    key(by_number(dataAreaId, CustomerHierarchyId)),
    key(by_organization(dataAreaId, OrganizationCustomerAccount))
)]
pub struct CustomerHierarchy {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company.
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    /// Its number.
    #[column(text = 20)]
    pub customer_hierarchy_id: String,
    /// Name; at first the company's from the request.
    #[column(text = 160)]
    pub name: String,
    /// What it is for.
    #[column(text = 60, default = PURPOSE_B2B)]
    pub purpose: String,
    /// The organization at its top.
    #[column(text = 20)]
    pub organization_customer_account: String,
}

/// What a person may do for the organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum MemberRole {
    /// Orders, and manages the others.
    Admin = 1,
    /// Orders.
    User = 2,
}

/// Whether a person may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum MemberStatus {
    /// Not yet known to the store.
    Pending = 1,
    /// May act.
    Active = 2,
    /// May not.
    Disabled = 3,
}

/// A person in a hierarchy.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "customerhierarchymember",
    set = "CustomerHierarchyMembers",
    primary = "CustomerAccount",
    naming = "pascal",
    key(by_customer(dataAreaId, CustomerHierarchyId, CustomerAccount)),
    index(CustomerAccount),
    index(Status)
)]
pub struct CustomerHierarchyMember {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company.
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    /// The hierarchy.
    #[column(text = 20)]
    pub customer_hierarchy_id: String,
    /// The person.
    #[column(text = 20)]
    pub customer_account: String,
    /// What the person may do.
    #[column(choice)]
    pub role: MemberRole,
    /// Whether the person may do it.
    #[column(choice)]
    pub status: MemberStatus,
    /// Address of the person when it came in; signing in goes by the customer's.
    #[column(text = 100)]
    pub email: Option<String>,
    /// Most that the person may spend at a time; nothing: no limit.
    #[column(money, min = 0)]
    pub spending_limit: Option<Money>,
}
