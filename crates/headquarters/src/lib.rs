//! Commerce headquarters: requests from the store become prospects, prospects are decided, and
//! partners get customers, a hierarchy and mail. Its data service is at `/data/`.
//!
//! A folder is a feature with its tables, rules, verbs and jobs. Headquarters knows the channel by
//! its verbs; Sales and dual-write reach it through its API only.
#![warn(missing_docs)]

mod api;
#[cfg(test)]
mod api_tests;
mod change_log;
mod channel_customers;
pub mod channel_requests;
pub mod contact_persons;
pub mod customer_groups;
pub mod customer_hierarchies;
pub mod customers;
pub mod features;
pub mod legal_entities;
pub mod mail;
pub mod number_sequences;
pub mod pages;
pub mod payment_terms;
pub mod prospects;
pub mod readiness;
mod schedule;
pub mod seed;
#[cfg(test)]
mod testing;
mod well_formed;

pub use api::api;
pub use mail::mail_router;
pub use schedule::{JobSettings, jobs};

use tables::security::with_security;
use tables::{Catalog, Draft, Error, Result};

/// Code of a refusal that says: an argument cannot be right.
const BAD_ARGUMENT: &str = "0x80040203";

/// The tables and rules of headquarters.
#[must_use]
pub fn catalog() -> Catalog {
    let catalog = web_api::with_authority(::jobs::with_jobs(with_security(Catalog::new())));
    let catalog = shell::office::with_office(catalog);
    let catalog = catalog
        .with::<legal_entities::LegalEntity>()
        .with::<features::Feature>()
        .with::<number_sequences::NumberSequence>()
        .with::<customer_groups::CustomerGroup>()
        .with::<payment_terms::PaymentTerm>()
        .with::<customers::Customer>()
        .with::<contact_persons::ContactPerson>()
        .with::<prospects::Prospect>()
        .with::<customer_hierarchies::CustomerHierarchy>()
        .with::<customer_hierarchies::CustomerHierarchyMember>()
        .with::<channel_requests::StagedRequest>()
        .with::<mail::EmailMessage>()
        .with::<mail::EmailTemplate>()
        .with_rule(customers::rule())
        .with_rule(prospects::rule())
        .with_rule(contact_persons::rule())
        .with_rule(customer_hierarchies::rule())
        .with_rule(mail::rule())
        .with_rule(number_sequences::rule());
    let rules = well_formed::rules().chain(customer_hierarchies::sign_in_rules());
    rules.chain(channel_requests::rules()).fold(catalog, Catalog::with_rule)
}

/// Refuses a change of what a row is known by.
fn keep(draft: &Draft, columns: &[&str]) -> Result<()> {
    match columns.iter().find(|column| draft.changes(column)) {
        Some(column) => {
            let owner = "the first write of the row".into();
            Err(Error::ReadOnly { column: (*column).into(), owner })
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_catalog_is_valid() {
        super::catalog().check().unwrap();
    }
}
