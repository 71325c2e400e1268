//! Countries by ISO 3166-1 alpha-2: what an address consists of there, and how tax numbers look.
//!
//! One place for the API and for pages: a form asks for [`Country::address_fields`].

mod check_digits;
mod shape;
mod table;
mod tax_number;

use shell::Language;

pub use tax_number::{TaxNumber, TaxNumberFault, check_tax_number, tax_number};

/// The country in which most people speak this language as we do: a first guess.
#[must_use]
pub fn guess(language: Language) -> &'static str {
    language.tag().rsplit('-').next().unwrap_or_default()
}

/// A country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Shapes of its postal codes: see the table.
    postal_codes: &'static [&'static str],
    postal_code: Part,
    state: Part,
}

/// Whether addresses have this part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Always.
    Required,
    /// As the sender likes.
    Optional,
    /// Never; what is written there all the same is left as it is.
    Unused,
}

/// One field of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressField {
    /// As the API names it: `postalCode`.
    pub name: &'static str,
    /// Whether it has to be filled in.
    pub part: Part,
    /// What could stand there.
    pub example: Option<String>,
}

/// All countries, by code.
#[must_use]
pub fn countries() -> &'static [Country] {
    table::COUNTRIES
}

impl Country {
    /// The country of this code, in capitals.
    #[must_use]
    pub fn of_code(code: &str) -> Option<&'static Self> {
        let at = countries().binary_search_by(|country| country.code.cmp(code)).ok()?;
        countries().get(at)
    }

    /// The fields of an address, in the order of the API.
    #[must_use]
    pub fn address_fields(&self) -> Vec<AddressField> {
        let field = |name, part| AddressField { name, part, example: None };
        vec![
            field("street", Part::Required),
            field("city", Part::Required),
            field("state", self.state),
            AddressField { example: self.postal_code_example(), ..field("postalCode", self.postal_code) },
        ]
    }

    /// Whether addresses name a state, province or region.
    #[must_use]
    pub fn state(&self) -> Part {
        self.state
    }

    /// Whether addresses have a postal code.
    #[must_use]
    pub fn postal_code(&self) -> Part {
        self.postal_code
    }

    /// The postal code as the country writes it, from what somebody wrote; `None` where it has none
    /// of the country's shapes.
    #[must_use]
    pub fn read_postal_code(&self, text: &str) -> Option<String> {
        if self.postal_codes.is_empty() {
            return Some(text.to_owned());
        }
        self.postal_codes.iter().find_map(|shape| shape::read(shape, self.code, text))
    }

    /// What a postal code looks like.
    #[must_use]
    pub fn postal_code_example(&self) -> Option<String> {
        self.postal_codes.first().map(|shape| shape::example(shape))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_in_order() {
        let codes: Vec<&str> = countries().iter().map(|country| country.code).collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            codes.iter().all(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        );
        for unknown in ["XX", "pl", "", "P L", "POL", "UK", "AN"] {
            assert_eq!(Country::of_code(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn each_shape_reads_its_own_example_and_no_code_is_required_where_there_are_none() {
        for country in countries() {
            assert_eq!(country.postal_codes.is_empty(), country.postal_code == Part::Unused, "{country:?}");
            for shape in country.postal_codes {
                let example = shape::example(shape);
                assert_eq!(country.read_postal_code(&example), Some(example), "{country:?}");
            }
        }
    }

    #[test]
    fn a_form_knows_which_fields_to_ask_for() {
        let fields = |code: &str| Country::of_code(code).unwrap().address_fields();
        let parts = |code: &str| fields(code).into_iter().map(|field| field.part).collect::<Vec<_>>();
        assert_eq!(parts("US"), [Part::Required; 4]);
        assert_eq!(parts("HK")[2..], [Part::Optional, Part::Unused]);
        assert_eq!(parts("PL")[2..], [Part::Optional, Part::Required]);
        assert_eq!(fields("PL")[3].example.as_deref(), Some("12-345"));
        assert_eq!(fields("AE")[3].example, None);
    }
}
