//! The form of an onboarding request: JSON to a checked request, or everything that is wrong.

use channel::requests::{EMPLOYEES_MAX, Request};
use serde_json::{Map, Value};

use crate::countries::{Country, Part, TaxNumberFault, check_tax_number};
use crate::problem::Fault;
use crate::words::{Phrase, Word};
use channel::shapes::{is_email, is_language, is_phone, is_refused, is_website};

/// Longest text that is looked at as a country: who writes a name is told that a code is expected.
const COUNTRY_LENGTH_MAX: usize = 60;
/// Most errors of one answer; what follows shows after these are mended.
const ERRORS_MAX: usize = 50;
/// Most characters of a field's name in an answer.
const NAME_LENGTH_MAX: usize = 60;
/// Language of a sender who names none.
const LANGUAGE_DEFAULT: &str = "en-US";

const MEMBERS: &[&str] = &[
    "firstName",
    "lastName",
    "email",
    "phone",
    "jobTitle",
    "companyName",
    "website",
    "taxId",
    "numberOfEmployees",
    "address",
    "comments",
    "language",
    "acceptTerms",
];
const ADDRESS_MEMBERS: &[&str] = &["street", "city", "state", "postalCode", "country"];

/// Checks the form.
///
/// # Errors
/// All that is wrong, field by field.
pub fn read(body: &Value) -> Result<Request, Vec<Fault>> {
    let mut form = Form { members: body.as_object(), prefix: "", errors: Vec::new() };
    if form.members.is_none() {
        form.refuse("", Word::RequestMustBeObject);
        return Err(form.errors);
    }
    form.refuse_unknown(MEMBERS);
    let mut request = Request {
        first_name: form.required("firstName", 50),
        last_name: form.required("lastName", 50),
        email: form.required("email", 100),
        phone: form.optional("phone", 50),
        job_title: form.optional("jobTitle", 100),
        company_name: form.required("companyName", 100),
        website: form.optional("website", 200),
        tax_id: form.optional("taxId", 20),
        number_of_employees: form.whole("numberOfEmployees", EMPLOYEES_MAX),
        comments: form.optional("comments", 2000),
        language: form.optional("language", 35).unwrap_or_else(|| LANGUAGE_DEFAULT.into()),
        ..Request::default()
    };
    form.check("email", &request.email, is_email, Word::InvalidEmail);
    form.check("phone", request.phone.as_deref().unwrap_or_default(), is_phone, Word::InvalidPhone);
    form.check("website", request.website.as_deref().unwrap_or_default(), is_website, Word::InvalidWebsite);
    form.check("language", &request.language, is_language, Word::InvalidLanguage);
    form.accept_terms();
    form.address(&mut request);
    form.errors.truncate(ERRORS_MAX);
    if form.errors.is_empty() { Ok(request) } else { Err(form.errors) }
}

/// Names and address of somebody who is to sign in, by the rules of the request.
pub struct PersonForm {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
}

/// Checks what was typed about a person; without `email` where the address is not asked for.
///
/// # Errors
/// All that is wrong, field by field.
pub fn read_person(body: &Value, asks_email: bool) -> Result<PersonForm, Vec<Fault>> {
    let mut form = Form { members: body.as_object(), prefix: "", errors: Vec::new() };
    let person = PersonForm {
        first_name: form.required("firstName", 50),
        last_name: form.required("lastName", 50),
        email: if asks_email { form.required("email", 100) } else { String::new() },
    };
    form.check("email", &person.email, is_email, Word::InvalidEmail);
    if form.errors.is_empty() { Ok(person) } else { Err(form.errors) }
}

struct Form<'a> {
    members: Option<&'a Map<String, Value>>,
    prefix: &'static str,
    errors: Vec<Fault>,
}

impl<'a> Form<'a> {
    fn refuse(&mut self, field: &str, phrase: impl Into<Phrase>) {
        let field = format!("{}{field}", self.prefix);
        self.errors.push(Fault { field, phrase: phrase.into() });
    }

    fn get(&self, field: &str) -> Option<&'a Value> {
        self.members.and_then(|members| members.get(field)).filter(|value| !value.is_null())
    }

    fn refuse_unknown(&mut self, known: &[&str]) {
        let unknown = |name: &&String| !known.contains(&name.as_str());
        for name in self.members.into_iter().flat_map(Map::keys).filter(unknown).take(ERRORS_MAX) {
            let name: String = name.chars().take(NAME_LENGTH_MAX).collect();
            self.refuse(&name, Word::UnknownField);
        }
    }

    /// Text without blanks around it, at most `length_max` characters; `None` where nothing is left.
    fn optional(&mut self, field: &str, length_max: usize) -> Option<String> {
        let value = self.get(field)?;
        let Some(text) = value.as_str() else {
            self.refuse(field, Word::MustBeText);
            return None;
        };
        // Browsers send two characters where they count one.
        let text = text.trim().replace("\r\n", "\n");
        let length = text.chars().count();
        let refused =
            |letter: char| is_refused(letter) && !(field == "comments" && "\r\n\t".contains(letter));
        if length > length_max {
            let gaps = [("length", length.to_string()), ("max", length_max.to_string())];
            self.refuse(field, Word::TooLong.with(gaps));
        } else if text.contains(refused) {
            self.refuse(field, Word::InvalidCharacter);
        }
        (!text.is_empty()).then_some(text)
    }

    fn required(&mut self, field: &str, length_max: usize) -> String {
        let errors = self.errors.len();
        let text = self.optional(field, length_max).unwrap_or_default();
        if text.is_empty() && self.errors.len() == errors {
            self.refuse(field, Word::Required);
        }
        text
    }

    fn whole(&mut self, field: &str, max: i64) -> Option<i64> {
        let value = self.get(field)?;
        match value.as_i64() {
            Some(number) if (0..=max).contains(&number) => return Some(number),
            _ if value.is_number() => {
                self.refuse(field, Word::OutOfRange.with([("max", max.to_string())]));
            }
            _ => self.refuse(field, Word::MustBeWholeNumber),
        }
        None
    }

    /// Refuses a text that is there but not of this shape.
    fn check(&mut self, field: &str, text: &str, fits: fn(&str) -> bool, word: Word) {
        if !text.is_empty() && !self.is_refused(field) && !fits(text) {
            self.refuse(field, word);
        }
    }

    fn is_refused(&self, field: &str) -> bool {
        let field = format!("{}{field}", self.prefix);
        self.errors.iter().any(|error| error.field == field)
    }

    fn accept_terms(&mut self) {
        match self.get("acceptTerms") {
            Some(Value::Bool(true)) => {}
            Some(Value::Bool(false)) | None => {
                self.refuse("acceptTerms", Word::NotAccepted);
            }
            Some(_) => self.refuse("acceptTerms", Word::MustBeTrue),
        }
    }

    fn address(&mut self, request: &mut Request) {
        let address = self.get("address");
        if address.is_some_and(|value| !value.is_object()) {
            return self.refuse("address", Word::MustBeObject);
        }
        // A missing address is an empty one: each of its required fields is named.
        self.members = address.and_then(Value::as_object);
        self.prefix = "address.";
        self.refuse_unknown(ADDRESS_MEMBERS);
        request.street = self.required("street", 250);
        request.city = self.required("city", 80);
        request.state = self.optional("state", 50);
        request.postal_code = self.optional("postalCode", 20);
        request.country = self.required("country", COUNTRY_LENGTH_MAX).to_ascii_uppercase();
        match Country::of_code(&request.country) {
            Some(country) => self.by_country(country, request),
            None => {
                if !self.is_refused("country") {
                    self.refuse("country", Word::InvalidCountry);
                }
                if request.postal_code.is_none() && !self.is_refused("postalCode") {
                    self.refuse("postalCode", Word::Required);
                }
            }
        }
    }

    /// What depends on the country: parts of the address, and the company's tax number.
    fn by_country(&mut self, country: &Country, request: &mut Request) {
        if country.state() == Part::Required && request.state.is_none() && !self.is_refused("state") {
            self.refuse("state", Word::RequiredState);
        }
        if !self.is_refused("postalCode") {
            self.postal_code(country, request);
        }
        self.prefix = "";
        let fault = request.tax_id.as_deref().and_then(|tax_id| check_tax_number(country.code, tax_id).err());
        if let Some(fault) = fault.filter(|_| !self.is_refused("taxId")) {
            let (word, expected) = match fault {
                TaxNumberFault::Shape(expected) => (Word::InvalidTaxId, expected),
                TaxNumberFault::CheckDigit(expected) => (Word::InvalidCheckDigit, expected),
            };
            let gaps = [("kind", expected.name.to_owned()), ("example", expected.example.to_owned())];
            self.refuse("taxId", word.with(gaps));
        }
    }

    fn postal_code(&mut self, country: &Country, request: &mut Request) {
        let example = || [("example", country.postal_code_example().unwrap_or_default())];
        match (request.postal_code.as_deref(), country.postal_code()) {
            (None, Part::Required) => self.refuse("postalCode", Word::RequiredPostalCode.with(example())),
            (None, Part::Optional | Part::Unused) => {}
            (Some(written), _) => match country.read_postal_code(written) {
                Some(code) => request.postal_code = Some(code),
                None => self.refuse("postalCode", Word::InvalidPostalCode.with(example())),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    pub fn complete() -> Value {
        json!({
            "firstName": "Ola", "lastName": "Nowak", "email": "ola@nowak.example", "companyName": "Nowak Trading",
            "address": {"street": "Długa 1", "city": "Kraków", "postalCode": "31-146", "country": "pl"},
            "acceptTerms": true,
        })
    }

    fn codes(body: &Value) -> Vec<(String, &'static str)> {
        read(body).err().into_iter().flatten().map(|error| (error.field, error.phrase.code())).collect()
    }

    /// The complete form with `field` set to `value`, and what is wrong then.
    fn with(field: &str, value: Value) -> Vec<&'static str> {
        let mut body = complete();
        match field.split_once('.') {
            Some((outer, inner)) => body[outer][inner] = value,
            None => body[field] = value,
        }
        codes(&body)
            .into_iter()
            .map(|(named, code)| if named == field { code } else { "elsewhere" })
            .collect()
    }

    #[test]
    fn a_complete_form_is_read_as_it_stands() {
        let request = read(&complete()).unwrap();
        assert_eq!((request.city.as_str(), request.country.as_str()), ("Kraków", "PL"));
        assert_eq!(request.language, "en-US");
        assert_eq!(request.phone, None);
    }

    #[test]
    fn an_empty_form_names_every_required_field_at_once() {
        let all: Vec<String> = codes(&json!({})).into_iter().map(|(field, _)| field).collect();
        let required = ["firstName", "lastName", "email", "companyName", "acceptTerms"];
        let address = ["address.street", "address.city", "address.country", "address.postalCode"];
        assert_eq!(all, [&required[..], &address[..]].concat());
        assert_eq!(codes(&json!([])), [(String::new(), "wrong_type")]);
    }

    #[test]
    fn each_fault_has_its_code() {
        for (field, value, code) in [
            ("firstName", json!("   "), "required"),
            ("firstName", json!(7), "wrong_type"),
            ("lastName", json!("x".repeat(51)), "too_long"),
            ("companyName", json!("a\u{0}b"), "invalid_character"),
            ("companyName", json!("a\nb"), "invalid_character"),
            ("comments", json!("x".repeat(2001)), "too_long"),
            ("email", json!("ola"), "invalid_email"),
            ("website", json!("javascript:alert(1)"), "invalid_website"),
            ("website", json!("ftp://example.com"), "invalid_website"),
            ("language", json!("english please"), "invalid_language"),
            ("numberOfEmployees", json!(-1), "out_of_range"),
            ("numberOfEmployees", json!(1.5), "out_of_range"),
            ("numberOfEmployees", json!("12"), "wrong_type"),
            ("acceptTerms", json!(false), "not_accepted"),
            ("acceptTerms", json!("yes"), "wrong_type"),
            ("fax", json!("1"), "unknown_field"),
            ("address", json!("Długa 1"), "wrong_type"),
            ("taxId", json!("526025027"), "invalid_tax_id"),
            ("taxId", json!("5260250275"), "invalid_check_digit"),
            ("address.postalCode", json!(" "), "required"),
            ("address.postalCode", json!("3114"), "invalid_postal_code"),
            ("address.country", json!("XX"), "invalid_country"),
            ("address.country", json!("Poland"), "invalid_country"),
            ("address.planet", json!("Earth"), "unknown_field"),
        ] {
            assert_eq!(with(field, value.clone()), [code], "{field} = {value}");
        }
        assert!(with("comments", json!("one\ntwo")).is_empty());
        assert!(with("website", json!("www.example.com:8080/a?b")).is_empty());
        assert!(with("numberOfEmployees", Value::Null).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_passes_fits_the_channel(text in "\\PC{0,120}", field in prop::sample::select(MEMBERS)) {
            let mut body = complete();
            body[field] = Value::from(text);
            if let Ok(request) = read(&body) {
                prop_assert!(request.first_name.chars().count() <= 50 && !request.first_name.is_empty());
                prop_assert!(request.email.chars().count() <= 100 && request.email.contains('@'));
                prop_assert!(!request.company_name.contains('\0'));
            }
        }
    }
}
