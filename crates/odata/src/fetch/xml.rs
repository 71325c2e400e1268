//! A small XML document as a tree. Its root element is what everything else here reads.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::SyntaxError;
use crate::error::check_length;
use crate::limits::{FETCH_ATTRIBUTES_MAX, FETCH_DEPTH_MAX, FETCH_ELEMENTS_MAX, TEXT_BYTES_MAX};

/// An element with what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Element {
    pub name: String,
    /// Byte offset of its tag.
    pub offset: usize,
    /// In order; no name twice.
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// All text directly in it.
    pub text: String,
}

impl Element {
    /// The attribute, if it is there.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a document: one root element, with comments and a declaration at most around it.
pub(super) fn parse(text: &str) -> Result<Element, SyntaxError> {
    check_length(text, TEXT_BYTES_MAX)?;
    let mut reader = Reader::from_str(text);
    // Elements that are not closed yet, the outermost first.
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut elements = 0;
    loop {
        let offset = position(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            SyntaxError::new(position(reader.error_position()), "XML", &error.to_string())
        })?;
        let closed = match event {
            Event::Start(tag) | Event::Empty(tag) if root.is_some() => {
                return Err(SyntaxError::new(offset, "the end of the document", tag.name().0));
            }
            Event::Start(tag) => {
                open.push(element(&tag, offset, &mut elements)?);
                if open.len() > FETCH_DEPTH_MAX {
                    let expected = format!("at most {FETCH_DEPTH_MAX} elements in one another");
                    return Err(SyntaxError::new(offset, expected, tag.name().0));
                }
                None
            }
            Event::Empty(tag) => Some(element(&tag, offset, &mut elements)?),
            Event::End(_) => open.pop(),
            Event::Text(piece) => {
                add(&mut open, &piece.xml10_content(), offset)?;
                None
            }
            Event::CData(piece) => {
                add(&mut open, &piece.xml10_content(), offset)?;
                None
            }
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                let known = quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned);
                let resolved = character.or(known);
                let expected = "a character reference, or one of lt, gt, amp, quot, apos";
                let resolved = resolved.ok_or_else(|| SyntaxError::new(offset, expected, &name))?;
                add(&mut open, &resolved, offset)?;
                None
            }
            Event::DocType(_) => return Err(SyntaxError::new(offset, "an element", "a document type")),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => None,
            Event::Eof => break,
        };
        match (closed, open.last_mut()) {
            (None, _) => {}
            (Some(element), Some(parent)) => parent.children.push(element),
            (Some(element), None) => root = Some(element),
        }
    }
    match (open.pop(), root) {
        (Some(element), _) => {
            Err(SyntaxError::new(text.len(), format!("</{}>", element.name), "the end of the text"))
        }
        (None, Some(root)) => Ok(root),
        (None, None) => Err(SyntaxError::new(text.len(), "an element", "the end of the text")),
    }
}

fn element(tag: &BytesStart<'_>, offset: usize, elements: &mut usize) -> Result<Element, SyntaxError> {
    *elements += 1;
    if *elements > FETCH_ELEMENTS_MAX {
        let expected = format!("at most {FETCH_ELEMENTS_MAX} elements");
        return Err(SyntaxError::new(offset, expected, "more"));
    }
    let name = tag.name().0.to_owned();
    let mut attributes: Vec<(String, String)> = Vec::new();
    // Our own check is linear in few attributes; the library's would be quadratic in many.
    for attribute in tag.attributes().with_checks(false) {
        let attribute =
            attribute.map_err(|error| SyntaxError::new(offset, "attributes", &error.to_string()))?;
        let key = attribute.key.0;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| SyntaxError::new(offset, format!("a value of {key}"), &error.to_string()))?;
        if attributes.iter().any(|(known, _)| known == key) {
            return Err(SyntaxError::new(offset, "each attribute once", key));
        }
        if attributes.len() == FETCH_ATTRIBUTES_MAX {
            let expected = format!("at most {FETCH_ATTRIBUTES_MAX} attributes");
            return Err(SyntaxError::new(offset, expected, key));
        }
        attributes.push((key.to_owned(), value.into_owned()));
    }
    Ok(Element { name, offset, attributes, ..Element::default() })
}

fn add(open: &mut [Element], text: &str, offset: usize) -> Result<(), SyntaxError> {
    match open.last_mut() {
        Some(element) => element.text.push_str(text),
        None if text.trim().is_empty() => {}
        None => return Err(SyntaxError::new(offset, "an element", text)),
    }
    Ok(())
}

fn position(bytes: u64) -> usize {
    usize::try_from(bytes).unwrap_or(usize::MAX)
}
