//! The pages of headquarters.

mod batch_jobs;
mod customer_hierarchies;
mod customers;
mod edit;
mod email_history;
mod email_templates;
mod facts;
mod hierarchy_members;
mod history;
mod legal_entities;
mod number_sequences;
mod prospects;
mod readiness;
mod requests;
mod trail;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use std::sync::{Arc, LazyLock};

use axum::Router;
use shell::office::Office;
use shell::{Application, Books, Item, Language, Navigation, RowId, Section, Standings, Voice};
use tables::Store;
use tables::jiff::tz::TimeZone;

use crate::readiness::Surroundings;

/// The links on the left.
const NAVIGATION: Navigation = &[
    Section {
        title: "customers",
        items: &[
            item("all-prospects", "/headquarters/prospects", "prospect", "prospect"),
            item("all-customers", "/headquarters/customers", "people", "customer"),
            item("customer-hierarchies", "/headquarters/customer-hierarchies", "tree", "customerhierarchy"),
        ],
    },
    Section {
        title: "commerce-it",
        items: &[
            item("where-is-my-request", "/headquarters/requests", "search", "onboardingrequest"),
            item("distribution-schedule", "/headquarters/distribution-schedule", "truck", "batchjob"),
            item("batch-jobs", "/headquarters/batch-jobs", "job", "batchjob"),
            item("email-history", "/headquarters/email-history", "mail", "emailmessage"),
        ],
    },
    Section {
        title: "setup",
        items: &[
            item("readiness", readiness::PATH, "pulse", "feature"),
            item("legal-entities", legal_entities::PATH, "building", "legalentity"),
            item("email-templates", "/headquarters/email-templates", "note", "emailtemplate"),
            item("number-sequences", "/headquarters/number-sequences", "list", "numbersequence"),
        ],
    },
];

const fn item(label: &'static str, path: &'static str, icon: &'static str, table: &'static str) -> Item {
    Item { label, path, icon, table }
}

static BOOKS: LazyLock<Books> = LazyLock::new(|| {
    Books::new(|language| match language {
        Language::English => include_str!("../../words/en-US.ftl"),
        Language::Portuguese => include_str!("../../words/pt-BR.ftl"),
        Language::Spanish => include_str!("../../words/es-ES.ftl"),
        Language::Polish => include_str!("../../words/pl-PL.ftl"),
        Language::Italian => include_str!("../../words/it-IT.ftl"),
        Language::Russian => include_str!("../../words/ru-RU.ftl"),
    })
});

pub(crate) use batch_jobs::label as job_label;
pub(crate) use email_history::type_label as mail_type_label;
pub(crate) use number_sequences::label as sequence_label;

/// What pages need beside the rows of headquarters.
type Desk = Arc<Surroundings>;

/// How headquarters speaks where there is no page.
#[must_use]
pub fn voice(language: Language) -> Voice {
    Voice::new(&BOOKS, language, TimeZone::UTC)
}

/// The pages, under `/headquarters/`.
pub fn router(
    office: &Arc<Office>,
    store: Store,
    around: Surroundings,
    standings: Option<Arc<dyn Standings>>,
) -> Router {
    let application = Application {
        name: "headquarters",
        path: "/headquarters/",
        icon: "building",
        books: &BOOKS,
        store,
        navigation: NAVIGATION,
        search: requests::PATH,
        standings,
        company: crate::legal_entities::COMPANY_DEFAULT,
    };
    let pages = Router::new()
        .merge(prospects::routes())
        .merge(customers::routes())
        .merge(customer_hierarchies::routes())
        .merge(hierarchy_members::routes())
        .merge(requests::routes())
        .merge(batch_jobs::routes())
        .merge(email_history::routes())
        .merge(email_templates::routes())
        .merge(number_sequences::routes())
        .merge(legal_entities::routes())
        .merge(readiness::routes())
        .with_state(Arc::new(around));
    shell::enter(office, application, pages)
}
