//! Customers as headquarters tells of them (job 1010), and the people among them who sign in.
//!
//! Headquarters owns all of it but one thing: a person's password is set in the store and stays
//! here. What headquarters does not allow any more is removed, the password with it.

mod add_user;
mod administrator;
mod ask_for_password;
mod change_password;
mod change_user;
mod edit_user;
mod feed;
mod find_by_email;
mod invite;
mod invite_again;
mod organization_users;
mod payer;
mod publish;
mod remove_user;
mod set_password;
#[cfg(test)]
mod testing;
mod token;
mod wishes;
mod withdraw;

pub use add_user::{
    AddUser, AddUserError, USER_REQUESTS_OPEN_MAX, UserRequest, add_user, mark_user_request,
    open_user_requests,
};
pub use ask_for_password::{
    AskForPassword, PASSWORD_REQUESTS_PER_DAY_MAX, PasswordRequest, ask_for_password, mark_password_request,
    open_password_requests, token_for_request,
};
pub use change_password::{ChangePassword, change_password};
pub use change_user::{
    ChangeUser, ChangeUserError, MemberChange, MemberChangeKind, change_user, mark_member_change,
    open_member_changes,
};
pub use edit_user::{EditUser, EditUserError, UserSettings, edit_user};
pub use feed::{Feed, read_feed, write_feed};
pub use find_by_email::{SignIn, find_by_email, find_by_id};
pub use invite::{Invitation, PASSWORD_TOKEN_DAYS, invite};
pub use invite_again::{InviteAgain, InviteAgainError, invite_again};
pub use organization_users::{OrganizationUser, OrganizationUsers, organization_user, organization_users};
pub use payer::find_payer;
pub use publish::{Publication, PublishOutcome, publish};
pub use remove_user::{RemoveUser, remove_user};
pub use set_password::{SetPassword, SetPasswordError, find_by_password_token, set_password};
pub use token::{PasswordLink, PasswordToken};
pub use withdraw::{customer_of_membership, withdraw};

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Choice, Money, Table};

/// A company or a human being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PartyType {
    Organization = 1,
    Person = 2,
}

/// What a person may do for an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum MemberRole {
    /// Orders, and manages the others.
    Admin = 1,
    /// Orders.
    User = 2,
}

/// A customer that the store may know.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "customer", set = "customers", primary = "name", key(by_account(company, account)))]
pub struct Customer {
    /// Id: headquarters' own id of the customer.
    #[column(id)]
    pub customerid: Uuid,
    /// Company.
    #[column(text = 4)]
    pub company: String,
    /// Its number.
    #[column(text = 20)]
    pub account: String,
    /// Organization or person.
    #[column(choice)]
    pub party_type: PartyType,
    /// Name of the organization, or first and last name.
    #[column(text = 160)]
    pub name: String,
    /// First name of a person.
    #[column(text = 50)]
    pub first_name: Option<String>,
    /// Last name of a person.
    #[column(text = 50)]
    pub last_name: Option<String>,
    /// E-mail address; a person signs in by it.
    #[column(text = 100)]
    pub email: Option<String>,
    /// Telephone number.
    #[column(text = 50)]
    pub phone: Option<String>,
    /// Language, BCP 47.
    #[column(text = 35)]
    pub language: Option<String>,
    /// Currency, ISO 4217.
    #[column(text = 3)]
    pub currency: Option<String>,
    /// Most that may be owed.
    #[column(money)]
    pub credit_limit: Option<Money>,
    /// What is owed.
    #[column(money)]
    pub balance: Option<Money>,
    /// Account that is invoiced in place of this one: its credit counts.
    #[column(text = 20)]
    pub invoice_account: Option<String>,
    /// What is held back, in headquarters' word.
    #[column(text = 20)]
    pub on_hold: String,
    /// Where headquarters' change log stood when this was read: older news never replace newer.
    #[column(whole, min = 0, max = i64::MAX)]
    pub as_of: i64,
}

/// A person acts for an organization.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "membership", set = "memberships", index(customerid), index(hierarchy))]
pub struct Membership {
    /// Id: headquarters' own id of the member.
    #[column(id)]
    pub membershipid: Uuid,
    /// The person.
    #[column(lookup = "customer")]
    pub customerid: Uuid,
    /// Company.
    #[column(text = 4)]
    pub company: String,
    /// Number of the customer hierarchy.
    #[column(text = 20)]
    pub hierarchy: String,
    /// Its name.
    #[column(text = 160)]
    pub hierarchy_name: String,
    /// The organization.
    #[column(text = 20)]
    pub organization_account: String,
    /// What the person may do for it.
    #[column(choice)]
    pub role: MemberRole,
    /// Most that the person may spend at a time; nothing: no limit.
    #[column(money)]
    pub spending_limit: Option<Money>,
}

/// Somebody who can sign in, once a password is set.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "person", set = "persons", primary = "email", key(by_email(company, email)))]
pub struct Person {
    /// Id: that of the customer.
    #[column(id)]
    pub personid: Uuid,
    /// Company.
    #[column(text = 4)]
    pub company: String,
    /// E-mail address to sign in by; one person of a company per address.
    #[column(text = 100)]
    pub email: String,
    /// Hash of the password; nothing until it is set.
    #[column(text = 200, secret)]
    pub credential: Option<String>,
}

/// A promise that whoever holds the token may set this person's password.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "passwordtoken", set = "passwordtokens", key(by_hash(token_hash)), index(personid))]
pub struct StoredToken {
    /// Id.
    #[column(id)]
    pub passwordtokenid: Uuid,
    /// The person.
    #[column(lookup = "person")]
    pub personid: Uuid,
    /// Fingerprint of the token; the token itself is only in its mail.
    #[column(text = 64)]
    pub token_hash: String,
    /// Until when it counts.
    #[column(date_time)]
    pub expires_at: Timestamp,
}
