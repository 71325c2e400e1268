//! The console of dual-write: how far it is, what waits and the ways out, which rows are pairs, and
//! what the maps say.

mod activities;
mod lag;
mod linked_rows;
mod maps;
mod overview;
mod parked;
mod solutions;
mod values;

pub use solutions::words::{Said, finding_in_english, leg_in_english};

use std::sync::{Arc, LazyLock};

use axum::Router;
use jiff::tz::TimeZone;
use shell::office::Office;
use shell::{Application, Books, Fault, Item, Language, Navigation, Section, Voice};
use tables::Store;

pub(crate) use self::values::reason;
use crate::watch::CounterpartPage;
use crate::{Engine, Hub};

/// The links on the left.
const NAVIGATION: Navigation = &[
    Section {
        title: "monitoring",
        items: &[
            Item { label: "overview", path: overview::PATH, icon: "pulse", table: "link" },
            Item { label: "parked-changes", path: parked::PATH, icon: "inbox", table: "waiting" },
            Item { label: "activities", path: activities::PATH, icon: "clock", table: "activity" },
        ],
    },
    Section {
        title: "data",
        items: &[Item { label: "linked-rows", path: linked_rows::PATH, icon: "link", table: "link" }],
    },
    Section {
        title: "setup",
        items: &[Item { label: "solutions", path: solutions::PATH, icon: "box", table: "installation" }],
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

/// How the console says things in this language, for pages elsewhere.
pub(crate) fn voice(language: Language) -> Voice {
    Voice::new(&BOOKS, language, TimeZone::UTC)
}

/// What the pages need beside dual-write's own rows.
#[derive(Clone)]
struct Desk {
    hub: Hub,
    page_of: CounterpartPage,
}

impl Desk {
    /// The engine, for what only makes sense with one.
    fn engine(&self) -> Result<Engine, Fault> {
        self.hub.engine().ok_or(Fault::NotFound)
    }
}

/// The pages, under `/dual-write/`. `page_of` knows the pages of the rows on both sides.
pub fn router(office: &Arc<Office>, store: Store, hub: Hub, page_of: CounterpartPage) -> Router {
    let application = Application {
        name: "dual-write",
        path: "/dual-write/",
        icon: "swap",
        books: &BOOKS,
        store,
        navigation: NAVIGATION,
        search: linked_rows::PATH,
        company: "",
        standings: None,
    };
    let pages = Router::new()
        .merge(overview::routes())
        .merge(parked::routes())
        .merge(activities::routes())
        .merge(linked_rows::routes())
        .merge(maps::routes())
        .merge(solutions::routes())
        .with_state(Desk { hub, page_of });
    shell::enter(office, application, pages)
}

#[cfg(test)]
mod tests {
    /// Labels of columns, options and refusals are put together from names.
    const COMPOSED: &[&str] = &[
        "column-",
        "option-",
        "refused-",
        "waiting-",
        "link-",
        "activity-",
        "target-",
        "way-out-",
        "cause-",
        "state-",
        "step-",
        "item-",
        "leg-",
        "verify-",
        "wizard-",
    ];

    #[test]
    fn the_words_fit_the_pages() {
        shell::testing::check_words(env!("CARGO_MANIFEST_DIR"), COMPOSED);
    }
}
