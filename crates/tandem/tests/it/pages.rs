//! Every page in every language, with names as long as may be: whatever a link leads to is asked for,
//! by somebody of each application.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

use shell::Language;
use shell::testing::Browser;

use crate::full_house::{DEMO_PASSWORD, House, fill};
use crate::html::{self, Page};
use crate::world::World;

/// Addresses of one kind (`/sales/leads/{id}`) that are asked for: each state of a row comes up.
const ALIKE_MAX: usize = 14;
/// Pages of one person; no more are there by far.
const PAGES_MAX: usize = 1_500;

const OFFICE: [(&str, &str); 3] = [
    ("/headquarters/", "manager@tandem.test"),
    ("/sales/", "salesmanager@tandem.test"),
    ("/dual-write/", "integration@tandem.test"),
];

#[tokio::test]
async fn every_page_speaks_every_language_and_nothing_else() {
    let worlds = World::each(|settings| settings.store_name = "Ωμέγα".into()).await;
    // What is said does not depend on the database.
    let one = [Language::Russian];
    for (world, languages) in worlds.into_iter().zip([&Language::ALL[..], &one]) {
        let House { letters, partner } = fill(&world).await;
        let mut faults = BTreeSet::new();
        let mut people = vec![(world.browser(), store_pages(&letters)), (partner, store_pages(&letters))];
        for (home, email) in OFFICE {
            let browser = world.signed_in("/office/sign-in", email, DEMO_PASSWORD).await;
            people.push((browser, vec![home.to_owned(), "/office/settings".to_owned()]));
        }
        for (browser, begin) in people {
            let english = crawl(&browser, begin, &mut faults).await;
            for language in languages {
                for (address, original) in &english {
                    let page = look(&browser, address, *language, &mut faults).await;
                    if *language != Language::English {
                        faults.extend(
                            page.map(|page| untranslated(address, *language, original, &page))
                                .unwrap_or_default(),
                        );
                    }
                }
            }
        }
        assert!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults.into_iter().collect::<Vec<_>>().join("\n")
        );
    }
}

fn store_pages(letters: &[String]) -> Vec<String> {
    let doors = [
        "/",
        "/set-password/nonsense",
        "/office/sign-in",
        "/office/forgot-password",
        "/office/forgot-password?sent=1",
        "/office/set-password/nonsense",
    ];
    doors.iter().map(|path| (*path).to_owned()).chain(letters.iter().cloned()).collect()
}

/// All pages that links lead to from here, in English.
async fn crawl(
    browser: &Browser,
    begin: Vec<String>,
    faults: &mut BTreeSet<String>,
) -> BTreeMap<String, Page> {
    let (mut pages, mut alike) = (BTreeMap::new(), BTreeMap::<String, usize>::new());
    let mut queue = VecDeque::from(begin);
    let mut seen: BTreeSet<String> = queue.iter().cloned().collect();
    while let Some(address) = queue.pop_front() {
        let kind = kind(&address);
        // A list is the same in every order.
        let max = if kind.contains("sort") { 1 } else { ALIKE_MAX };
        let count = alike.entry(kind).or_default();
        *count += 1;
        if *count > max {
            continue;
        }
        let answer = browser.get(&address).await;
        // Whatever offers a search finds, or says that nothing was found.
        let path = address.split('?').next().unwrap_or_default().to_owned();
        let searched = answer.text.contains("id=\"q-").then(|| format!("{path}?q=a"));
        let links = match answer.status.as_u16() {
            303 => vec![answer.location().to_owned()],
            _ => match look(browser, &address, Language::English, faults).await {
                Some(page) => {
                    let links = page.links.clone();
                    pages.insert(address, page);
                    links
                }
                None => Vec::new(),
            },
        };
        let own =
            links.into_iter().chain(searched).filter(|link| link.starts_with('/') && !link.contains("csv"));
        let own = own.map(|link| link.split('#').next().unwrap_or_default().to_owned());
        queue.extend(own.filter(|link| seen.insert(link.clone())));
        assert!(pages.len() < PAGES_MAX, "{alike:#?}");
    }
    pages
}

/// The address without what names one row: `/sales/leads/{id}?view`.
fn kind(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let is_id = |part: &str| part.chars().any(|letter| letter.is_ascii_digit());
    let parts: Vec<&str> = path.split('/').map(|part| if is_id(part) { "{id}" } else { part }).collect();
    let names = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default());
    let names: BTreeSet<&str> = names.filter(|name| *name != "desc").collect();
    format!("{}?{}", parts.join("/"), names.into_iter().collect::<Vec<_>>().join("&"))
}

/// Asks for a page and holds it against what every page has to be.
async fn look(
    browser: &Browser,
    address: &str,
    language: Language,
    faults: &mut BTreeSet<String>,
) -> Option<Page> {
    let tag = language.tag();
    let answer = browser.clone().in_language(tag).get(address).await;
    let mut fault = |words: String| {
        faults.insert(format!("{} {tag}: {words}", kind(address)));
    };
    let is_there = !address.ends_with("nonsense");
    if (answer.status.as_u16() == 200) != is_there {
        fault(format!("answers {}", answer.status));
    }
    match html::read(&answer.text) {
        Ok(page) => {
            if page.language != tag {
                fault(format!("is in “{}”", page.language));
            }
            let shows_names = address.starts_with("/headquarters/email-templates");
            for text in page.texts.iter().filter(|text| is_raw(text, shows_names)) {
                fault(format!("has a gap or a key: {text}"));
            }
            Some(page)
        }
        Err(error) => {
            fault(error);
            None
        }
    }
}

/// Whether what was to be said was not: a gap, the name of one, or a key.
fn is_raw(text: &str, shows_names: bool) -> bool {
    let is_key = |word: &str| {
        let parts: Vec<&str> = word.split('-').collect();
        parts.len() > 2
            && parts.last().is_some_and(|last| last.starts_with(|letter: char| letter.is_ascii_uppercase()))
            && parts[0].chars().all(|letter| letter.is_ascii_lowercase())
            && !parts[0].is_empty()
    };
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
    text.contains("{$")
        || text.contains("{ $")
        || text.split_whitespace().any(is_key)
        || WORDS.keys.contains(text)
        || (!shows_names && text.split('%').skip(1).any(is_name) && text.matches('%').count() > 1)
}

/// What this page says in English although its language has other words for it.
fn untranslated(address: &str, language: Language, english: &Page, page: &Page) -> BTreeSet<String> {
    let own = &WORDS.of[&language.tag()];
    let is_english = |text: &&String| {
        let is_known = WORDS.of["en-US"].contains(*text) && !own.contains(*text);
        let is_word =
            |word: &str| word.len() > 2 && word.contains(|letter: char| letter.is_ascii_lowercase());
        let words = text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| is_word(word));
        (is_known || words.count() > 1 && !own.contains(*text)) && !is_data(text)
    };
    let same = page.texts.intersection(&english.texts).filter(is_english);
    same.map(|text| format!("{} {}: “{text}”", kind(address), language.tag())).collect()
}

/// Whether a text is of a row, and stays as somebody wrote it.
fn is_data(text: &str) -> bool {
    const OF_ROWS: [&str; 15] = [
        // People and companies of the demo.
        "Alder & Finch",
        "# De",
        "# Dual-write",
        "Alex Admin",
        "Ira Integrator",
        "Morgan Manager",
        "Sam Seller",
        "Sandra Manager",
        "Sasha Seller",
        // What the package is called, and what it adds to Sales.
        "Dual-write Commerce solutions",
        "All Commerce B2B leads",
        // Notes that its documents write there.
        "Created by dual-write",
        "Declined in headquarters",
        "Decision refused",
        "That decision stands.",
    ];
    let is_name = |text: &str| {
        text.contains(['_', '%'])
            || (text.contains(['@', ':']) && text.split_whitespace().count() < 3)
            || text.contains(|letter| ('Ͱ'..='Ͽ').contains(&letter))
    };
    let is_country = || {
        Language::ALL
            .into_iter()
            .any(|language| shell::countries::names(language).any(|(_, name)| name == text))
    };
    is_name(text)
        || OF_ROWS.iter().any(|row| text.contains(row))
        || is_country()
        // Names of columns.
        || text.split(", ").all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase()))
        || tables::uuid::Uuid::try_parse(text).is_ok()
        || Language::ALL.into_iter().any(|language| language.own_name() == text)
}

/// What the files of words say.
struct Words {
    /// Keys of more than one word: nobody says one by chance.
    keys: BTreeSet<String>,
    /// Texts without gaps, by language.
    of: BTreeMap<&'static str, BTreeSet<String>>,
}

static WORDS: std::sync::LazyLock<Words> = std::sync::LazyLock::new(|| {
    let mut words = Words { keys: BTreeSet::new(), of: BTreeMap::new() };
    for language in Language::ALL {
        let texts = words.of.entry(language.tag()).or_default();
        for owner in ["shell", "storefront", "headquarters", "sales", "dual_write"] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join(format!("../{owner}/words/{}.ftl", language.tag()));
            let file = fs::read_to_string(path).unwrap();
            for (key, text) in file.lines().filter_map(|line| line.split_once(" = ")) {
                if key.contains('-')
                    && key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
                {
                    words.keys.insert(key.to_owned());
                }
                texts.insert(text.trim().to_owned());
            }
        }
    }
    words
});
