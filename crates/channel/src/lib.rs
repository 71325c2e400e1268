//! The channel database and its verbs: the only way in for the store and for headquarters' jobs.
//!
//! What the store writes here waits for headquarters to pull it (P-0001); what headquarters tells
//! the store is written here as well. Neither knows the other.
#![warn(missing_docs)]

pub mod customers;
pub mod features;
pub mod requests;
pub mod shapes;

pub use platform::token::{Purpose, Token};

use tables::Catalog;

/// The tables of the channel database.
#[must_use]
pub fn catalog() -> Catalog {
    Catalog::new()
        .with::<requests::OnboardingRequest>()
        .with::<requests::RequestEvent>()
        .with::<customers::Customer>()
        .with::<customers::Membership>()
        .with::<customers::Person>()
        .with::<customers::StoredToken>()
        .with::<customers::PasswordRequest>()
        .with::<customers::Feed>()
        .with::<customers::UserRequest>()
        .with::<customers::MemberChange>()
        .with::<features::Feature>()
        .with::<requests::RepeatedRequest>()
        .with::<requests::RequestMail>()
        .with::<requests::RequestLink>()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_catalog_is_valid() {
        super::catalog().check().unwrap();
    }
}
