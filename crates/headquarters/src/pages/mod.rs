//! The pages of headquarters.

use std::sync::{Arc, LazyLock};

use axum::Router;
use shell::office::Office;
use shell::{Application, Books, Item, Language, Navigation, Section, Standings};
use tables::Store;

/// The links on the left.
const NAVIGATION: Navigation = &[Section {
    title: "customers",
    items: &[Item {
        label: "all-prospects",
        path: "/headquarters/prospects",
        icon: "prospect",
        table: "prospect",
    }],
}];

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

/// The pages, under `/headquarters/`.
pub fn router(office: &Arc<Office>, store: Store, standings: Option<Arc<dyn Standings>>) -> Router {
    let application = Application {
        name: "headquarters",
        path: "/headquarters/",
        icon: "building",
        books: &BOOKS,
        store,
        navigation: NAVIGATION,
        search: "",
        standings,
        company: crate::legal_entities::COMPANY_DEFAULT,
    };
    shell::enter(office, application, Router::new())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_fit_the_pages() {
        shell::testing::check_words(env!("CARGO_MANIFEST_DIR"), &["column-", "option-", "refused-"]);
    }
}
