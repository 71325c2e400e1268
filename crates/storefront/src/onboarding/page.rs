//! The Business Partner Request as a page. What is wrong with it is judged as in the JSON API.

use std::num::IntErrorKind;

use askama::Template;
use axum::http::{StatusCode, header};
use channel::requests::SubmitError;
use platform::token::fingerprint;
use serde_json::{Value, json};
use shell::form::Sent;
use shell::{Language, Shown, Voice};

use super::{form, save};
use crate::countries::{Country, Part, guess, tax_number};
use crate::pages::{Field, Frame, Kind, Visitor, remember};
use crate::problem::Fault;

/// Longest token of a form that is looked at.
const TOKEN_LENGTH_MAX: usize = 64;

#[derive(Template)]
#[template(path = "request.html")]
struct Page {
    frame: Frame,
    person: Vec<Field>,
    company: Vec<Field>,
    tax_id: Field,
    country: Field,
    street: Field,
    place: Vec<Field>,
    comments: Field,
    is_accepted: bool,
    terms_error: String,
    /// Why the whole form was not taken; empty: it was not sent yet.
    error: String,
    token: String,
}

#[derive(Template)]
#[template(path = "closed.html")]
struct ClosedPage {
    frame: Frame,
}

/// The page of a store that takes no requests at present.
fn closed(visitor: &Visitor) -> Shown {
    let frame = visitor.frame(visitor.say("business-partner-request"));
    visitor.show_as(StatusCode::SERVICE_UNAVAILABLE, &ClosedPage { frame })
}

pub async fn form(visitor: Visitor) -> Shown {
    if !visitor.takes_requests {
        return closed(&visitor);
    }
    visitor.show(&Draft::new(&visitor).page(&visitor, &[], String::new()))
}

pub async fn submit(visitor: Visitor, sent: Sent) -> Shown {
    let draft = Draft(sent);
    // Another language was chosen: what was typed stays.
    if let Some(language) = draft.0.find("language") {
        let language = Language::of_tag(language).ok_or(shell::Fault::Unreadable)?;
        let mut visitor = visitor;
        visitor.voice.language = language;
        let mut response = visitor.show(&draft.page(&visitor, &[], String::new()))?;
        remember(&mut response, language);
        return Ok(response);
    }
    // Another country was chosen: its fields, and no judgement yet.
    if draft.0.find("refresh").is_some() {
        return visitor.show(&draft.page(&visitor, &[], String::new()));
    }
    if !visitor.takes_requests {
        return draft.refused_by_closed(&visitor);
    }
    let shop = &visitor.shop;
    if let Err(seconds) = shop.onboarding_limit.admit(visitor.sender) {
        let error = visitor.say_with("fault-too-many-remedy", "seconds", seconds);
        let page = draft.page(&visitor, &[], error);
        let mut response = visitor.show_as(StatusCode::TOO_MANY_REQUESTS, &page)?;
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        return Ok(response);
    }
    let body = draft.body(&visitor);
    let request = match form::read(&body) {
        Ok(request) => request,
        Err(faults) => {
            let error = visitor.say_with("form-errors", "count", faults.len());
            return visitor.show_again(&draft.page(&visitor, &faults, error));
        }
    };
    match save(shop, request, draft.idempotency_key(&body)).await {
        Ok(submitted) => Ok(shell::see_other(&format!("/requests/{}/confirmation", submitted.token.text()))),
        // The key is made of the content too.
        Err(SubmitError::KeyReused) => Err(shell::Fault::Unreadable),
        Err(SubmitError::Closed) => draft.refused_by_closed(&visitor),
        Err(SubmitError::Tables(error)) => Err(error.into()),
    }
}

/// What was typed so far.
struct Draft(Sent);

impl Draft {
    /// An empty form. Its token makes it harmless to send it twice.
    fn new(visitor: &Visitor) -> Self {
        let token: [u8; 16] = visitor.shop.store.environment().randomness.bytes();
        let token: String = token.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(Sent::of(&[("token", &token), ("country", guess(visitor.language))]))
    }

    /// The form as it was typed: requests were turned off meanwhile, and may be turned on again.
    fn refused_by_closed(&self, visitor: &Visitor) -> Shown {
        let page = self.page(visitor, &[], visitor.say("requests_closed"));
        visitor.show_as(StatusCode::SERVICE_UNAVAILABLE, &page)
    }

    fn text(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// Whether the box was ticked: its own value says so, and nothing else.
    fn is_accepted(&self) -> bool {
        self.0.find("acceptTerms") == Some("true")
    }

    /// The same as the JSON API takes.
    fn body(&self, visitor: &Visitor) -> Value {
        let text = |name: &str| match self.text(name) {
            "" => Value::Null,
            text => text.into(),
        };
        let employees = match self.text("numberOfEmployees").parse::<i64>() {
            Ok(number) => number.into(),
            // A whole number all the same: it is refused for its size.
            Err(error) if *error.kind() == IntErrorKind::PosOverflow => i64::MAX.into(),
            Err(error) if *error.kind() == IntErrorKind::NegOverflow => i64::MIN.into(),
            Err(_) => text("numberOfEmployees"),
        };
        json!({
            "firstName": text("firstName"),
            "lastName": text("lastName"),
            "email": text("email"),
            "phone": text("phone"),
            "jobTitle": text("jobTitle"),
            "companyName": text("companyName"),
            "website": text("website"),
            "taxId": text("taxId"),
            "numberOfEmployees": employees,
            "address": {
                "street": text("street"),
                "city": text("city"),
                "state": text("state"),
                "postalCode": text("postalCode"),
                "country": text("country"),
            },
            "comments": text("comments"),
            "language": visitor.language_tag(),
            "acceptTerms": self.is_accepted(),
        })
    }

    /// Sent again unchanged the form is the same request, changed another one.
    fn idempotency_key(&self, body: &Value) -> Option<String> {
        let token = self.text("token");
        let content = body.to_string();
        let is_ours = (32..=TOKEN_LENGTH_MAX).contains(&token.len());
        is_ours.then(|| fingerprint(&[b"page", token.as_bytes(), content.as_bytes()]))
    }

    fn page(&self, visitor: &Visitor, faults: &[Fault], error: String) -> Page {
        let voice: &Voice = visitor;
        let of = |name: &str| {
            let is_of = |fault: &&Fault| fault.field.rsplit('.').next() == Some(name);
            faults.iter().find(is_of).map(|fault| fault.phrase.say(voice.language)).unwrap_or_default()
        };
        let field = |name: &'static str, label: &str, length_max: usize| Field {
            name,
            label: voice.say(label),
            value: self.0.find(name).unwrap_or_default().to_owned(),
            error: of(name),
            length_max,
            ..Field::default()
        };
        let country = Country::of_code(self.text("country"));
        let tax_number = tax_number(self.text("country"));
        let tax_label = tax_number.map(|known| voice.say_with("tax-id-named", "name", known.name));
        let tax_hint = tax_number.map(|known| voice.say_with("such-as", "example", known.example));
        Page {
            frame: visitor.frame(voice.say("business-partner-request")).with_draft("request"),
            person: vec![
                Field { required: true, autocomplete: "given-name", ..field("firstName", "first-name", 50) },
                Field { required: true, autocomplete: "family-name", ..field("lastName", "last-name", 50) },
                Field {
                    kind: Kind::Email,
                    required: true,
                    wide: true,
                    autocomplete: "email",
                    ..field("email", "email", 100)
                },
                Field { kind: Kind::Phone, autocomplete: "tel", ..field("phone", "phone", 50) },
                Field { autocomplete: "organization-title", ..field("jobTitle", "job-title", 100) },
            ],
            company: vec![
                Field {
                    required: true,
                    wide: true,
                    autocomplete: "organization",
                    ..field("companyName", "company-name", 100)
                },
                Field { autocomplete: "url", ..field("website", "website", 200) },
                Field { kind: Kind::Number, ..field("numberOfEmployees", "number-of-employees", 9) },
            ],
            tax_id: Field {
                label: tax_label.unwrap_or_else(|| voice.say("tax-id")),
                hint: tax_hint.unwrap_or_default(),
                wide: true,
                ..field("taxId", "tax-id", 20)
            },
            country: Field {
                kind: Kind::Choice,
                required: true,
                wide: true,
                leads: true,
                autocomplete: "country",
                options: shell::countries::options(voice),
                ..field("country", "country", 2)
            },
            street: Field {
                required: true,
                wide: true,
                autocomplete: "street-address",
                ..field("street", "street", 250)
            },
            place: place(voice, country, field),
            comments: Field {
                kind: Kind::Lines,
                wide: true,
                hint: voice.say_with("at-most-characters", "max", voice.number(2_000)),
                ..field("comments", "comments", 2_000)
            },
            is_accepted: self.is_accepted(),
            terms_error: of("acceptTerms"),
            error,
            token: self.text("token").to_owned(),
        }
    }
}

/// City, state and postal code as the country has them.
fn place(
    voice: &Voice,
    country: Option<&Country>,
    field: impl Fn(&'static str, &str, usize) -> Field,
) -> Vec<Field> {
    let code = country.map_or("", |country| country.code);
    let city = Field { required: true, autocomplete: "address-level2", ..field("city", "city", 80) };
    let state = country.map_or(Part::Optional, Country::state);
    let postal_code = country.map_or(Part::Required, Country::postal_code);
    let mut fields = vec![city];
    if state != Part::Unused {
        let required = state == Part::Required;
        let autocomplete = "address-level1";
        fields.push(Field { required, autocomplete, ..field("state", state_label(code), 50) });
    }
    if postal_code != Part::Unused {
        let label = if code == "US" { "zip-code" } else { "postal-code" };
        let example = country.and_then(Country::postal_code_example);
        fields.push(Field {
            required: postal_code == Part::Required,
            autocomplete: "postal-code",
            hint: example.map(|example| voice.say_with("such-as", "example", example)).unwrap_or_default(),
            ..field("postalCode", label, 20)
        });
    }
    fields
}

/// What people of the country call the part between city and country.
fn state_label(country: &str) -> &'static str {
    match country {
        "US" | "AU" | "BR" | "IN" | "MX" | "MY" | "NG" | "VE" => "state",
        "AR" | "BE" | "CA" | "CN" | "ES" | "IT" | "NL" | "TR" | "ZA" => "province",
        "JP" => "prefecture",
        _ => "region",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_an_address_follow_the_country() {
        let voice =
            Voice::new(&crate::words::BOOKS, shell::Language::English, tables::jiff::tz::TimeZone::UTC);
        let fields = |code: &str| {
            let field = |name, label: &str, _| Field { name, label: voice.say(label), ..Field::default() };
            let fields = place(&voice, Country::of_code(code), field);
            fields.into_iter().map(|field| (field.label, field.required, field.hint)).collect::<Vec<_>>()
        };
        let row = |label: &str, required, hint: &str| (label.to_owned(), required, hint.to_owned());
        assert_eq!(fields("US")[1..], [row("State", true, ""), row("ZIP code", true, "Such as 12345")]);
        assert_eq!(fields("PL")[2], row("Postal code", true, "Such as 12-345"));
        assert_eq!(fields("HK").len(), 2, "no postal codes there");
    }
}
