//! The console of dual-write.

use std::sync::{Arc, LazyLock};

use axum::Router;
use shell::office::Office;
use shell::{Application, Books, Item, Language, Navigation, Section};
use tables::Store;

/// The links on the left.
const NAVIGATION: Navigation = &[Section {
    title: "monitoring",
    items: &[Item { label: "overview", path: "/dual-write/overview", icon: "pulse", table: "link" }],
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

/// The pages, under `/dual-write/`.
pub fn router(office: &Arc<Office>, store: Store) -> Router {
    let application = Application {
        name: "dual-write",
        path: "/dual-write/",
        icon: "swap",
        books: &BOOKS,
        store,
        navigation: NAVIGATION,
        search: "",
        company: "",
        standings: None,
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
