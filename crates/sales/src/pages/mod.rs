//! The pages of Sales.

mod activities;
mod agenda;
mod competitors;
mod creation;
mod leads;
mod lists;
mod opportunities;
mod ownership;
mod parties;
mod partner;
mod process;
mod question;
mod records;
mod related;
mod search;
mod timeline;

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::routing::get;
use shell::office::Office;
use shell::{Application, Books, Item, Language, Navigation, Section, Standings};
use tables::Store;

/// The links on the left.
const NAVIGATION: Navigation = &[
    Section {
        title: "sales",
        items: &[
            Item { label: "leads", path: "/sales/leads", icon: "lead", table: "lead" },
            Item {
                label: "opportunities",
                path: "/sales/opportunities",
                icon: "opportunity",
                table: "opportunity",
            },
            Item { label: "pipeline", path: "/sales/pipeline", icon: "board", table: "opportunity" },
            Item { label: "activities", path: "/sales/activities", icon: "calendar", table: "task" },
            Item { label: "competitors", path: "/sales/competitors", icon: "trophy", table: "competitor" },
        ],
    },
    Section {
        title: "customers",
        items: &[
            Item { label: "accounts", path: "/sales/accounts", icon: "building", table: "account" },
            Item { label: "contacts", path: "/sales/contacts", icon: "person", table: "contact" },
        ],
    },
];

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

/// The pages, under `/sales/`.
pub fn router(office: &Arc<Office>, store: Store, standings: Option<Arc<dyn Standings>>) -> Router {
    let application = Application {
        name: "sales",
        path: "/sales/",
        icon: "opportunity",
        books: &BOOKS,
        store,
        navigation: NAVIGATION,
        search: "/sales/search",
        standings,
        company: "",
    };
    let pages = Router::new()
        .merge(lists::router())
        .merge(leads::router())
        .merge(opportunities::router())
        .merge(parties::router())
        .merge(activities::router())
        .merge(ownership::router())
        .merge(competitors::router())
        .route("/sales/activities", get(agenda::show))
        .route("/sales/search", get(search::show));
    shell::enter(office, application, pages)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_fit_the_pages() {
        shell::testing::check_words(
            env!("CARGO_MANIFEST_DIR"),
            &["column-", "option-", "refused-", "view-", "lead-", "opportunity-", "account-"],
        );
    }
}
