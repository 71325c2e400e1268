//! JSON in which no object names a member twice. Parsers differ in which of the two they keep, so
//! that a check before this one may have seen the other.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Reads a text.
///
/// # Errors
/// What is wrong and where; a member that is given twice is named.
pub(crate) fn parse<T: DeserializeOwned>(text: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice::<Unique>(text)?;
    serde_json::from_slice(text)
}

/// Any value whose members are all different.
struct Unique;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Unique)
    }
}

impl<'de> Visitor<'de> for Unique {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        let mut seen = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            map.next_value::<Self>()?;
            if seen.contains(&name) {
                return Err(A::Error::custom(format_args!("{name} is given twice; give it once")));
            }
            seen.insert(name);
        }
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E: Error>(self) -> Result<Self, E> {
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value as Json;

    use super::*;

    #[test]
    fn a_member_given_twice_is_named_wherever_it_is() {
        for (text, name) in [
            (r#"{"a":1,"b":2,"a":1}"#, "a"),
            (r#"{"a":{"c":1,"b":[{"c":true,"c":null}]}}"#, "c"),
            (r#"{"a":1,"\u0061":2}"#, "a"),
        ] {
            let error = parse::<Json>(text.as_bytes()).unwrap_err().to_string();
            assert!(error.starts_with(&format!("{name} is given twice")), "{text}: {error}");
            assert!(error.contains("line 1 column"), "{text}: {error}");
        }
    }

    #[test]
    fn everything_else_is_read_as_it_stands() {
        for text in [
            r#"{"":"x","A":null,"a":{"a":1},"b":[{"a":1.10},{"a":-2e+400}]}"#,
            "[]",
            "12345678901234567890.123456789",
            "true",
        ] {
            assert_eq!(parse::<Json>(text.as_bytes()).unwrap().to_string(), text);
        }
        assert!(parse::<Json>(b"{\"a\":").unwrap_err().is_eof());
    }
}
