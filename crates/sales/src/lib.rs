//! Sales: the CRM. Leads are qualified, opportunities won or lost; its Dataverse Web API is the
//! only door through which dual-write and other programs come.
//!
//! A folder is a feature with its table, rules and verbs.
#![warn(missing_docs)]

pub mod accounts;
pub mod activities;
pub mod annotations;
mod api;
pub mod campaigns;
pub mod competitors;
pub mod contacts;
pub mod currencies;
mod given;
pub mod industries;
pub mod leads;
pub mod opportunities;
pub mod pages;
pub mod seed;
mod states;
pub mod views;

pub use api::api;

use tables::Catalog;
use tables::migration::{Migration, Step};
use tables::security::with_security;

/// The name under which dual-write acts: its application user's id, and the origin that it states.
pub const DUAL_WRITE: &str = "dual-write";
/// The name under which dual-write sets itself up: it may add columns, keys and views.
pub const DUAL_WRITE_SETUP: &str = "dual-write-setup";

/// What the package `commerce` adds was once declared: it stays, as if the package had added it.
const PARTNER_COLUMNS: Migration = Migration {
    name: "2026-11-21-partner-columns-of-package",
    steps: &[
        of_package("lead", "tandem_b2bprospectid"),
        of_package("lead", "tandem_partnerstatus"),
        of_package("opportunity", "tandem_b2bprospectid"),
        of_package("opportunity", "tandem_partnerstatus"),
        of_package("account", "tandem_b2bprospectid"),
        of_package("contact", "tandem_b2bprospectid"),
        key_of_package("lead"),
        key_of_package("opportunity"),
        key_of_package("account"),
        key_of_package("contact"),
    ],
};

const fn of_package(table: &'static str, column: &'static str) -> Step {
    Step::KeepAsCustom { table, column }
}

const fn key_of_package(table: &'static str) -> Step {
    Step::RenameKey { table, from: "by_prospect", to: "tandem_b2bprospect" }
}

/// The tables and rules of Sales.
#[must_use]
pub fn catalog() -> Catalog {
    let catalog = with_security(Catalog::new())
        .with::<currencies::TransactionCurrency>()
        .with::<campaigns::Campaign>()
        .with::<competitors::Competitor>()
        .with::<leads::Lead>()
        .with::<accounts::Account>()
        .with::<contacts::Contact>()
        .with::<opportunities::Opportunity>()
        .with::<opportunities::OpportunityClose>()
        .with::<annotations::Annotation>()
        .with::<activities::Task>()
        .with::<activities::PhoneCall>()
        .with::<views::SavedQuery>()
        .with::<views::UserQuery>()
        .with_rule(leads::state_rule())
        .with_rule(opportunities::state_rule())
        .with_rule(opportunities::origin_rule())
        .with_rule(opportunities::deciding_rule())
        .with_rule(opportunities::reopening_rule())
        .with_rule(opportunities::closing_rule())
        .with_rule(states::rule(&accounts::STATES))
        .with_rule(states::rule(&contacts::STATES))
        .with_rule(states::rule(&activities::TASK_STATES))
        .with_rule(states::rule(&activities::PHONE_CALL_STATES))
        .with_rule(annotations::completing_rule())
        .with_rule(states::rule(&views::SAVED_STATES))
        .with_rule(states::rule(&views::USER_STATES))
        .with_rule(views::checking_rule("savedquery"))
        .with_rule(views::checking_rule("userquery"));
    given::rules().fold(catalog, Catalog::with_rule).with_migration(PARTNER_COLUMNS)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_catalog_is_valid() {
        super::catalog().check().unwrap();
    }
}
