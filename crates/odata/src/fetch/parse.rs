//! From elements to the tree of a query. Attributes that mean nothing here are passed over, since
//! tools write many of their own; elements are not, since they change what is asked.

use super::xml::{self, Element};
use super::{Attribute, Cookie, Entity, Fetch, FetchCondition, FetchFilter, JoinKind, Link, Operator, Order};
use crate::SyntaxError;
use crate::limits::{FETCH_LINKS_MAX, FILTER_TERMS_MAX, LIST_VALUES_MAX, NAME_BYTES_MAX, ORDER_KEYS_MAX};

/// Reads a FetchXML document.
///
/// # Errors
/// When it is no XML, no query, or beyond one of the [`crate::limits`]; the offset counts in `text`.
pub fn parse_fetch(text: &str) -> Result<Fetch, SyntaxError> {
    read(text).map_err(|error| error.in_option("fetchXml"))
}

fn read(text: &str) -> Result<Fetch, SyntaxError> {
    let root = xml::parse(text)?;
    if root.name != "fetch" {
        return Err(SyntaxError::new(root.offset, "<fetch>", &root.name));
    }
    if flag(&root, "aggregate")? {
        return Err(SyntaxError::new(root.offset, "a query without aggregate", "aggregate"));
    }
    let [entity] = root.children.as_slice() else {
        return Err(SyntaxError::new(root.offset, "one <entity>", "none or several"));
    };
    if entity.name != "entity" {
        return Err(SyntaxError::new(entity.offset, "<entity>", &entity.name));
    }
    let cookie = root.attribute("paging-cookie").filter(|text| !text.trim().is_empty());
    let cookie = cookie.map(Cookie::parse).transpose();
    let fetch = Fetch {
        entity: Counts::default().entity(entity)?,
        top: number(&root, "top")?,
        count: number(&root, "count")?.filter(|count| *count > 0),
        page: number(&root, "page")?.filter(|page| *page > 0).unwrap_or(1),
        cookie: cookie.map_err(|error| SyntaxError { offset: root.offset, ..error })?,
        distinct: flag(&root, "distinct")?,
        return_total_record_count: flag(&root, "returntotalrecordcount")?,
    };
    if fetch.top.is_some() && (fetch.page > 1 || fetch.cookie.is_some()) {
        return Err(SyntaxError::new(root.offset, "either top or pages", "both"));
    }
    Ok(fetch)
}

/// What was seen so far in the whole document.
#[derive(Default)]
struct Counts {
    links: usize,
    conditions: usize,
    orders: usize,
}

impl Counts {
    fn entity(&mut self, element: &Element) -> Result<Entity, SyntaxError> {
        let mut entity = Entity {
            name: name(element, "name")?,
            offset: element.offset,
            all_columns: false,
            columns: Vec::new(),
            filters: Vec::new(),
            orders: Vec::new(),
            links: Vec::new(),
        };
        for child in &element.children {
            match child.name.as_str() {
                "all-attributes" => entity.all_columns = true,
                "attribute" => entity.columns.push(attribute(child)?),
                "filter" => entity.filters.push(self.filter(child)?),
                "order" => entity.orders.push(self.order(child)?),
                "link-entity" => entity.links.push(self.link(child)?),
                other => {
                    let expected = "attribute, all-attributes, filter, order or link-entity";
                    return Err(SyntaxError::new(child.offset, expected, other));
                }
            }
        }
        Ok(entity)
    }

    fn link(&mut self, element: &Element) -> Result<Link, SyntaxError> {
        within(&mut self.links, FETCH_LINKS_MAX, element, "linked tables")?;
        let kind = match element.attribute("link-type") {
            None | Some("" | "inner" | "natural") => JoinKind::Inner,
            Some("outer") => JoinKind::Outer,
            Some("exists" | "in") => JoinKind::Exists,
            Some(other) => {
                let expected = "link-type inner, outer, exists or in";
                return Err(SyntaxError::new(element.offset, expected, other));
            }
        };
        Ok(Link {
            from: name(element, "from")?,
            to: name(element, "to")?,
            alias: optional_name(element, "alias")?,
            kind,
            entity: self.entity(element)?,
        })
    }

    fn filter(&mut self, element: &Element) -> Result<FetchFilter, SyntaxError> {
        let mut parts = Vec::with_capacity(element.children.len());
        for child in &element.children {
            parts.push(match child.name.as_str() {
                "filter" => self.filter(child)?,
                "condition" => FetchFilter::Condition(self.condition(child)?),
                other => return Err(SyntaxError::new(child.offset, "condition or filter", other)),
            });
        }
        match element.attribute("type") {
            None | Some("and") => Ok(FetchFilter::And(parts)),
            // A filter without conditions does not filter, whatever its type.
            Some("or") if parts.is_empty() => Ok(FetchFilter::And(parts)),
            Some("or") => Ok(FetchFilter::Or(parts)),
            Some(other) => Err(SyntaxError::new(element.offset, "type and or or", other)),
        }
    }

    fn condition(&mut self, element: &Element) -> Result<FetchCondition, SyntaxError> {
        within(&mut self.conditions, FILTER_TERMS_MAX, element, "conditions")?;
        let named = element.attribute("operator").unwrap_or_default();
        let operator = Operator::named(named)
            .ok_or_else(|| SyntaxError::new(element.offset, "an operator that this server knows", named))?;
        if let Some(column) = element.attribute("valueof") {
            return Err(SyntaxError::new(element.offset, "a value, not another column", column));
        }
        let mut values: Vec<String> = element.attribute("value").map(str::to_owned).into_iter().collect();
        for child in &element.children {
            if child.name != "value" {
                return Err(SyntaxError::new(child.offset, "value", &child.name));
            }
            values.push(child.text.trim().to_owned());
        }
        if values.len() > LIST_VALUES_MAX {
            let expected = format!("at most {LIST_VALUES_MAX} values");
            return Err(SyntaxError::new(element.offset, expected, "more"));
        }
        let arity = operator.arity();
        // Tools leave an empty value behind where none is wanted.
        if arity.fits(0) {
            values.retain(|value| !value.is_empty());
        }
        if !arity.fits(values.len()) {
            let expected = format!("{} for {named}", arity.words());
            return Err(SyntaxError::new(element.offset, expected, &values.len().to_string()));
        }
        Ok(FetchCondition {
            attribute: name(element, "attribute")?,
            entity: optional_name(element, "entityname")?,
            operator,
            values,
            offset: element.offset,
        })
    }

    fn order(&mut self, element: &Element) -> Result<Order, SyntaxError> {
        within(&mut self.orders, ORDER_KEYS_MAX, element, "orders")?;
        Ok(Order {
            attribute: name(element, "attribute")?,
            entity: optional_name(element, "entityname")?,
            descending: flag(element, "descending")?,
            offset: element.offset,
        })
    }
}

fn attribute(element: &Element) -> Result<Attribute, SyntaxError> {
    for unknown in ["aggregate", "groupby", "dategrouping"] {
        if element.attribute(unknown).is_some_and(|value| value != "false") {
            return Err(SyntaxError::new(element.offset, "a column as it is", unknown));
        }
    }
    let (name, alias) = (name(element, "name")?, optional_name(element, "alias")?);
    Ok(Attribute { name, alias, offset: element.offset })
}

fn within(count: &mut usize, most: usize, element: &Element, what: &str) -> Result<(), SyntaxError> {
    *count += 1;
    if *count > most {
        return Err(SyntaxError::new(element.offset, format!("at most {most} {what}"), "more"));
    }
    Ok(())
}

/// A name that must be there: a letter or `_`, then also digits.
fn name(element: &Element, attribute: &str) -> Result<String, SyntaxError> {
    let found = optional_name(element, attribute)?;
    let expected = || format!("{attribute} of <{}>", element.name);
    found.ok_or_else(|| SyntaxError::new(element.offset, expected(), "none"))
}

fn optional_name(element: &Element, attribute: &str) -> Result<Option<String>, SyntaxError> {
    let Some(text) = element.attribute(attribute).filter(|text| !text.is_empty()) else { return Ok(None) };
    let head = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let tail = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if head && tail && text.len() <= NAME_BYTES_MAX {
        return Ok(Some(text.to_owned()));
    }
    Err(SyntaxError::new(element.offset, format!("a name as {attribute}"), text))
}

fn flag(element: &Element, attribute: &str) -> Result<bool, SyntaxError> {
    match element.attribute(attribute) {
        None | Some("" | "false" | "0") => Ok(false),
        Some("true" | "1") => Ok(true),
        Some(other) => Err(SyntaxError::new(element.offset, format!("true or false as {attribute}"), other)),
    }
}

fn number(element: &Element, attribute: &str) -> Result<Option<u32>, SyntaxError> {
    let Some(text) = element.attribute(attribute).filter(|text| !text.is_empty()) else { return Ok(None) };
    // `parse` alone would take a sign as well.
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = plain.then(|| text.parse().ok()).flatten();
    let expected = || format!("a number as {attribute}");
    number.map(Some).ok_or_else(|| SyntaxError::new(element.offset, expected(), text))
}
