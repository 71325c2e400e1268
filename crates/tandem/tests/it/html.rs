//! A page as its reader has it: what it says, where it leads, and whether its tags fit together.

use std::collections::BTreeSet;

const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
/// Attributes that are read out or shown.
const SAID: [&str; 4] = ["alt", "aria-label", "placeholder", "title"];

#[derive(Default)]
pub struct Page {
    /// Of the whole page.
    pub language: String,
    /// All that it says, piece by piece; not what is marked as code, as not to be translated or as another language.
    pub texts: BTreeSet<String>,
    pub links: Vec<String>,
}

/// Reads a page; what a browser would have to mend is an error.
pub fn read(html: &str) -> Result<Page, String> {
    let mut page = Page::default();
    let (mut open, mut ids): (Vec<(&str, bool)>, BTreeSet<String>) = (Vec::new(), BTreeSet::new());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let is_foreign = open.iter().any(|(_, is_foreign)| *is_foreign);
        page.say(&rest[..at], is_foreign);
        let (tag, behind) = split_tag(&rest[at + 1..]).ok_or("a tag without its end")?;
        rest = behind;
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            match open.pop() {
                Some((opened, _)) if opened == name => continue,
                opened => return Err(format!("</{name}> closes {opened:?}")),
            }
        }
        let (name, attributes) = attributes(tag)?;
        let get = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        if let Some(id) = get("id").filter(|id| !ids.insert((*id).clone())) {
            return Err(format!("two elements are called “{id}”"));
        }
        if name == "html" {
            page.language = get("lang").cloned().unwrap_or_default();
        }
        let is_foreign = is_foreign
            || name == "code"
            || (name != "html" && get("lang").is_some())
            || get("translate").is_some();
        attributes
            .iter()
            .filter(|(name, _)| SAID.contains(name))
            .for_each(|(_, text)| page.say(text, is_foreign));
        if name == "a" {
            page.links.extend(get("href").cloned());
        }
        if name == "script" || name == "style" {
            let end = rest.find(&format!("</{name}>")).ok_or("a script without its end")?;
            rest = &rest[end + name.len() + 3..];
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push((name, is_foreign));
        }
    }
    if open.is_empty() { Ok(page) } else { Err(format!("still open: {open:?}")) }
}

impl Page {
    fn say(&mut self, text: &str, is_foreign: bool) {
        let text = unescape(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        if !text.is_empty() && !is_foreign {
            self.texts.insert(text);
        }
    }
}

/// What stands between the brackets, and what follows.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    let end = text.find(|letter| match (quote, letter) {
        (None, '>') => true,
        (None, '"' | '\'') => {
            quote = Some(letter);
            false
        }
        _ => {
            if quote == Some(letter) {
                quote = None;
            }
            false
        }
    })?;
    Some((&text[..end], &text[end + 1..]))
}

type Attributes<'a> = Vec<(&'a str, String)>;

fn attributes(tag: &str) -> Result<(&str, Attributes<'_>), String> {
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut all: Attributes<'_> = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok((name, all));
        }
        let end = rest.find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(rest.len());
        let attribute = &rest[..end];
        if attribute.contains(['"', '<', '\'']) || all.iter().any(|(known, _)| *known == attribute) {
            return Err(format!("<{tag}> has a strange “{attribute}”"));
        }
        rest = &rest[end..];
        let mut value = "";
        if let Some(behind) = rest.strip_prefix("=\"") {
            (value, rest) = behind.split_once('"').ok_or("a value without its end")?;
        } else if rest.starts_with('=') {
            return Err(format!("<{tag}>: “{attribute}” is not in quotes"));
        }
        all.push((attribute, unescape(value)));
    }
}

fn unescape(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

#[test]
fn what_does_not_fit_together_is_found() {
    for (html, is_well) in [
        ("<!doctype html><html lang=\"pl\"><p title=\"a > b\">x<br></p></html>", true),
        ("<svg><use href=\"#a\"/></svg>", true),
        ("<p><b>x</p></b>", false),
        ("<p>x", false),
        ("<a href=x>y</a>", false),
        ("<a id=\"x\" id=\"y\"></a>", false),
        ("<i id=\"x\"></i><i id=\"x\"></i>", false),
    ] {
        assert_eq!(read(html).map(|_| ()).is_ok(), is_well, "{html}");
    }
    let page =
        read("<html lang=\"pl\"><b title=\"t\">a &amp; b</b> <code>x</code><i lang=\"ru\">y</i></html>")
            .unwrap();
    assert_eq!((page.language.as_str(), page.texts.len()), ("pl", 2));
}
