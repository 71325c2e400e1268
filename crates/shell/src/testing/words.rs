//! Words held against the sources that say them: no language lacks one, and none keeps one that
//! nobody says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;

use crate::Language;
use crate::words::{NUMBERS, shell_file};

/// What one file says: the text of each key.
type Book = BTreeMap<String, String>;

/// Holds the files in `folder/words` against `folder/src` and `folder/templates`, where `folder` is
/// the crate's own (`env!("CARGO_MANIFEST_DIR")`). Keys that begin with one of `composed` are put
/// together at run time, so that no source has them whole.
///
/// # Panics
/// With everything that does not fit.
pub fn check_words(folder: &str, composed: &[&str]) {
    let folder = Path::new(folder);
    let shell = read_book(Language::English, shell_file(Language::English), &mut Vec::new());
    let sources = sources(folder);
    let literals = literals(&sources);
    let is_said = |key: &str| literals.contains(key) || composed.iter().any(|prefix| key.starts_with(prefix));
    let faults = faults(folder, &sources, &shell, is_said);
    assert!(faults.is_empty(), "words of {}:\n{}", folder.display(), faults.join("\n"));
}

/// The sources and templates of a crate.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut sources = Vec::new();
    read_sources(&folder.join("src"), &mut sources);
    read_sources(&folder.join("templates"), &mut sources);
    assert!(!sources.is_empty(), "no sources beside the words in {}", folder.display());
    sources
}

fn faults(
    folder: &Path,
    sources: &[(String, String)],
    shell: &Book,
    is_said: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut books = Vec::new();
    for language in Language::ALL {
        let file = folder.join("words").join(format!("{}.ftl", language.tag()));
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        books.push((language, read_book(language, &text, &mut faults)));
    }
    compare(&books, &mut faults);

    let (_, english) = &books[0];
    for (name, source) in sources {
        for said in said(source) {
            match english.get(said.key).or_else(|| shell.get(said.key)) {
                None => faults.push(format!("{name} says “{}”, which no file has", said.key)),
                Some(text) => {
                    let gaps = gaps(text);
                    if said.gaps.is_some_and(|filled| gaps != filled) {
                        faults.push(format!("{name} says “{}” without its gaps {gaps:?}", said.key));
                    }
                }
            }
        }
    }
    let unsaid = english.keys().filter(|key| !is_said(key) && !shell.contains_key(*key));
    faults.extend(unsaid.map(|key| format!("nobody says “{key}”")));
    faults
}

/// The messages of a file, each with its text.
fn read_book(language: Language, file: &str, faults: &mut Vec<String>) -> Book {
    let tag = language.tag();
    if let Err((_, errors)) = FluentResource::try_new(file.to_owned()) {
        faults.push(format!("{tag} cannot be read: {errors:?}"));
    }
    let mut book = Book::new();
    let mut last = None;
    for line in file.lines() {
        let is_message = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
        match line.split_once('=').filter(|_| is_message) {
            Some((key, text)) => {
                let key = key.trim().to_owned();
                // One word may well be its own text: “selected”.
                if key.contains('-') && text.trim() == key {
                    faults.push(format!("{tag}: “{key}” says its own key"));
                }
                if book.insert(key.clone(), text.trim().to_owned()).is_some() {
                    faults.push(format!("{tag}: “{key}” stands there twice"));
                }
                last = Some(key);
            }
            None => {
                if let Some(text) = last.as_ref().and_then(|key| book.get_mut(key)) {
                    text.push('\n');
                    text.push_str(line);
                }
            }
        }
    }
    book
}

/// Every language has the keys and gaps of English, and the plural forms that it needs.
fn compare(books: &[(Language, Book)], faults: &mut Vec<String>) {
    let (_, english) = &books[0];
    for (language, book) in books {
        let tag = language.tag();
        let lacks = english.keys().filter(|key| !book.contains_key(*key));
        faults.extend(lacks.map(|key| format!("{tag} lacks “{key}”")));
        let is_more = book.keys().filter(|key| !english.contains_key(*key));
        faults.extend(is_more.map(|key| format!("{tag} has “{key}”, which en-US lacks")));
        for (key, text) in book {
            let differs = english.get(key).is_some_and(|english| gaps(english) != gaps(text));
            if differs {
                faults.push(format!("{tag}: “{key}” has other gaps than en-US"));
            }
            let chosen = text.match_indices(" ->").filter_map(|(at, _)| text[..at].rsplit('$').next());
            for gap in chosen.filter(|gap| !NUMBERS.contains(gap)) {
                faults.push(format!("{tag}: “{key}” chooses by “{gap}”, which takes no number"));
            }
            let forms = matches!(language, Language::Polish | Language::Russian);
            if forms && text.contains("[one]") && !(text.contains("[few]") && text.contains("[many]")) {
                faults.push(format!("{tag}: “{key}” lacks a plural form"));
            }
        }
    }
}

/// The names behind `$`.
fn gaps(text: &str) -> BTreeSet<&str> {
    let names = text.split('$').skip(1);
    names.map(|rest| rest.split(|letter: char| !is_of_key(letter)).next().unwrap_or_default()).collect()
}

fn read_sources(folder: &Path, sources: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a folder that can be read").path();
        if path.is_dir() {
            read_sources(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            // Comments say nothing to anybody on a page.
            let is_code = |line: &&str| !line.trim_start().starts_with("//");
            let text = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
            sources.push((path.display().to_string(), text));
        }
    }
}

/// A key that a source says, with the gaps that it fills where those can be read.
#[derive(Debug, PartialEq)]
struct Said<'a> {
    key: &'a str,
    gaps: Option<BTreeSet<&'a str>>,
}

/// The keys in calls of a voice, in the links on the left, and in functions that are called `key`.
fn said(source: &str) -> Vec<Said<'_>> {
    // What tests say is no page's.
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let behind =
        |words: &'static str| source.match_indices(words).map(move |(at, _)| &source[at + words.len()..]);
    let mut all = Vec::new();
    for call in [".say(", ".try_say(", ".say_with(", ".say_all("] {
        for rest in behind(call) {
            let arguments = arguments(inside(rest));
            let literals =
                |nth: usize| arguments.get(nth).map_or_else(Vec::new, |argument| results(argument));
            let gaps = match (call, literals(1).as_slice()) {
                (".say_with(", [gap]) => Some(BTreeSet::from([*gap])),
                (".say_with(" | ".say_all(", _) => None,
                _ => Some(BTreeSet::new()),
            };
            all.extend(literals(0).into_iter().map(|key| Said { key, gaps: gaps.clone() }));
        }
    }
    let links = [("Section {", "title: \""), ("Item {", "label: \""), ("Grid {", "name: \"")];
    for (place, field) in links {
        let rests = behind(place).filter_map(|rest| rest.trim_start().strip_prefix(field));
        let keys = rests.filter_map(|rest| rest.split('"').next());
        all.extend(keys.map(|key| Said { key, gaps: Some(BTreeSet::new()) }));
    }
    for rest in behind("fn key(") {
        let body = rest.split_once('{').map_or("", |(_, body)| inside(body));
        all.extend(results(body).into_iter().map(|key| Said { key, gaps: None }));
    }
    all
}

/// The text up to the bracket that closes.
fn inside(text: &str) -> &str {
    let (mut depth, mut in_text) = (0_u32, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return &text[..at],
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// What stands between the commas.
fn arguments(text: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let mut at = 0;
        while let Some(next) = rest[at..].find([',', '(', '[', '{', '"']) {
            at += next + 1;
            match &rest[at - 1..at] {
                "," => {
                    at -= 1;
                    break;
                }
                "\"" => at += rest[at..].find('"').map_or(rest.len() - at, |end| end + 1),
                _ => at += inside(&rest[at..]).len() + 1,
            }
            at = at.min(rest.len());
        }
        let end = if rest[at..].starts_with(',') { at } else { rest.len() };
        parts.push(&rest[..end]);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    parts
}

/// The literals that an expression may come to: not those that it only compares with.
fn results(expression: &str) -> Vec<&str> {
    let mut pieces = expression.split('"');
    pieces.next();
    let mut found = Vec::new();
    while let (Some(literal), Some(behind)) = (pieces.next(), pieces.next()) {
        let behind = behind.trim_start();
        let is_pattern = behind.starts_with("=>") || behind.starts_with('|');
        let is_key = !literal.is_empty() && literal.chars().all(is_of_key);
        if is_key && !is_pattern {
            found.push(literal);
        }
    }
    found
}

/// Everything between quotation marks that could be a key.
fn literals(sources: &[(String, String)]) -> BTreeSet<&str> {
    let quoted = sources.iter().flat_map(|(_, source)| {
        source.match_indices('"').filter_map(|(at, _)| Some(source[at + 1..].split_once('"')?.0))
    });
    quoted.filter(|text| text.chars().all(is_of_key)).collect()
}

fn is_of_key(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shell's words are everybody's: they are held against the sources of all crates.
    #[test]
    fn the_words_of_the_shell_fit() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let own = sources(folder);
        let crates = fs::read_dir(folder.join("..")).unwrap();
        let users = crates.map(|entry| entry.unwrap().path()).filter(|path| path.join("words").is_dir());
        let everybody: Vec<(String, String)> = users.flat_map(|path| sources(&path)).collect();
        let literals = literals(&everybody);
        let faults = faults(folder, &own, &Book::new(), |key| literals.contains(key));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn every_way_to_say_something_is_seen() {
        for (source, expected) in [
            ("frame.say(\"save\")", &[("save", Some(vec![]))][..]),
            (
                "voice.say(match x { \"a\" | \"b\" => \"yes\", _ => \"no\" })",
                &[("yes", Some(vec![])), ("no", Some(vec![]))],
            ),
            ("v.say_with(\"rows\", \"count\", f(1, 2))", &[("rows", Some(vec!["count"]))]),
            ("v.say_all(if a { \"x\" } else { \"y\" }, &[(\"q\", z)])", &[("x", None), ("y", None)]),
            ("v.say(key)", &[]),
            ("Section {\n  title: \"work\",", &[("work", Some(vec![]))]),
            ("fn key(&self) -> &str { match self { A => \"a-b\" } }", &[("a-b", None)]),
        ] {
            let expected: Vec<Said> = expected
                .iter()
                .map(|(key, gaps)| Said {
                    key,
                    gaps: gaps.as_ref().map(|gaps| gaps.iter().copied().collect()),
                })
                .collect();
            assert_eq!(said(source), expected, "{source}");
        }
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let mut faults = Vec::new();
        let english = read_book(
            Language::English,
            "a-a = A\nb = { $count ->\n    [one] 1\n   *[other] { $count }\n}\nc = C\n",
            &mut faults,
        );
        let polish = read_book(
            Language::Polish,
            "a-a = a-a\na-a = A\nb = { $m ->\n    [one] 1\n   *[other] x\n}\nd = D\n",
            &mut faults,
        );
        compare(&[(Language::English, english), (Language::Polish, polish)], &mut faults);
        assert_eq!(
            faults,
            [
                "pl-PL: “a-a” says its own key",
                "pl-PL: “a-a” stands there twice",
                "pl-PL lacks “c”",
                "pl-PL has “d”, which en-US lacks",
                "pl-PL: “b” has other gaps than en-US",
                "pl-PL: “b” chooses by “m”, which takes no number",
                "pl-PL: “b” lacks a plural form",
            ]
        );
    }
}
