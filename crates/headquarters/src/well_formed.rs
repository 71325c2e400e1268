//! E-mail addresses that mail can be sent to and currencies that exist, whoever writes them.

use std::sync::Arc;

use channel::shapes::is_email;
use tables::{Draft, Error, Moment, Operation, Result, Rule, Table as _};

use crate::contact_persons::ContactPerson;
use crate::customer_hierarchies::CustomerHierarchyMember;
use crate::customers::Customer;
use crate::legal_entities::LegalEntity;
use crate::prospects::Prospect;

/// Tables with their columns of e-mail addresses.
const EMAILS: [(&str, &str); 5] = [
    (Customer::NAME, "PrimaryContactEmail"),
    (Prospect::NAME, "PrimaryContactEmail"),
    (ContactPerson::NAME, "PrimaryEmailAddress"),
    (CustomerHierarchyMember::NAME, "Email"),
    (LegalEntity::NAME, "SenderEmail"),
];
/// Tables with their columns of currencies.
const CURRENCIES: [(&str, &str); 2] =
    [(Customer::NAME, "SalesCurrencyCode"), (LegalEntity::NAME, "CurrencyCode")];
/// The currencies of ISO 4217 that people pay with, without those of funds, metals and tests.
const ISO_4217: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN \
    BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW \
    KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN \
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV \
    WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// One rule for each column.
pub(crate) fn rules() -> impl Iterator<Item = Rule> {
    let emails = EMAILS.into_iter().map(|(table, column)| rule(table, column, &EMAIL));
    emails.chain(CURRENCIES.into_iter().map(|(table, column)| rule(table, column, &CURRENCY)))
}

/// A form that a text must have.
struct Form {
    /// Its name, for translators.
    name: &'static str,
    has: fn(&str) -> bool,
    /// What is said of a text without it.
    fault: &'static str,
}

const EMAIL: Form = Form {
    name: "email",
    has: is_email,
    fault: "is no e-mail address. Write one such as name@company.example.",
};
const CURRENCY: Form = Form {
    name: "currency",
    has: is_currency,
    fault: "is no currency. Use a code of ISO 4217 in capitals, such as EUR.",
};

fn rule(table: &'static str, column: &'static str, form: &'static Form) -> Rule {
    Rule {
        name: "e-mail addresses and currencies are well-formed",
        table,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(move |_, draft| Box::pin(async move { check(draft, column, form) })),
    }
}

/// A value that stood before it was checked does not hold up changes of others.
fn check(draft: &Draft, column: &str, form: &Form) -> Result<()> {
    let Some(text) = draft.after.get(column).as_text().filter(|_| draft.changes(column)) else {
        return Ok(());
    };
    if (form.has)(text) {
        return Ok(());
    }
    let shown: String = text.chars().take(100).collect();
    let message = format!("{column}: \"{shown}\" {}", form.fault);
    Err(Error::Unfit { column: column.into(), reason: form.name, message })
}

fn is_currency(text: &str) -> bool {
    ISO_4217.split_whitespace().any(|known| known == text)
}

#[cfg(test)]
mod tests {
    use tables::Change;

    use super::*;
    use crate::testing::{ask, each_store, open_prospect};

    #[test]
    fn currencies_are_iso_codes_in_capitals() {
        for (code, good) in
            [("USD", true), ("PLN", true), ("usd", false), ("XXY", false), ("", false), ("USD EUR", false)]
        {
            assert_eq!(is_currency(code), good, "{code}");
        }
    }

    #[tokio::test]
    async fn what_has_no_form_is_refused_naming_column_and_remedy() {
        for (_folder, store) in each_store().await {
            let person = vec![("PartyType".into(), crate::customers::PartyType::Person.into())];
            let customer = [person, vec![("PersonLastName".into(), "Nowak".into())]].concat();
            let customer = ask(&store, Change::create("customer", customer)).await.unwrap();
            let person = vec![("LastName".into(), "Nowak".into())];
            let person = ask(&store, Change::create("contactperson", person)).await.unwrap();
            let prospect = open_prospect(&store).await;
            let email = ("x", "ola@nowak.example", "e-mail address");
            for (table, id, column, (bad, good, word)) in [
                ("customer", customer, "PrimaryContactEmail", email),
                ("customer", customer, "SalesCurrencyCode", ("ABC", "EUR", "ISO 4217")),
                ("contactperson", person, "PrimaryEmailAddress", email),
                ("prospect", prospect, "PrimaryContactEmail", email),
            ] {
                let write = |text: &str| Change::update(table, id, vec![(column.into(), text.into())]);
                let refused = ask(&store, write(bad)).await.unwrap_err().to_string();
                for part in [column, bad, word] {
                    assert!(refused.contains(part), "{refused} lacks {part}");
                }
                ask(&store, write(good)).await.unwrap();
            }
        }
    }
}
