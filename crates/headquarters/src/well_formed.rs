//! E-mail addresses that mail can be sent to, currencies, languages and countries that exist, and
//! names that are nothing but text, whoever writes them.

use std::sync::Arc;

use channel::shapes::{is_email, is_language};
use shell::{Language, countries};
use tables::{ColumnKind, Draft, Error, Moment, Operation, Result, Rule, Table as _};

use crate::contact_persons::ContactPerson;
use crate::customer_hierarchies::CustomerHierarchyMember;
use crate::customers::Customer;
use crate::legal_entities::LegalEntity;
use crate::mail::EmailTemplate;
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
/// Tables with their columns of languages.
const LANGUAGES: [(&str, &str); 3] =
    [(Customer::NAME, "LanguageId"), (Prospect::NAME, "Language"), (EmailTemplate::NAME, "Language")];
/// Tables with their columns of countries. Those of customers and contact persons are texts in Sales.
const COUNTRIES: [(&str, &str); 1] = [(Prospect::NAME, "AddressCountry")];
/// Tables whose texts the store or its requests know.
const TEXTS: [&str; 2] = [Customer::NAME, Prospect::NAME];
/// The languages of ISO 639-1, then those of three letters that systems can be set to.
const ISO_639: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia \
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv \
    mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro \
    ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug \
    uk ur uz ve vi vo wa wo xh yi yo za zh zu ast ceb chr ckb csb dsb fil fur gsw haw hsb kab kok lij mai mni \
    nds nso sah sat scn sma smj smn sms szl yue";
/// The currencies of ISO 4217 that people pay with, without those of funds, metals and tests.
const ISO_4217: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN \
    BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW \
    KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN \
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV \
    WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// One rule for each column that has a form, and one for all texts of a table.
pub(crate) fn rules() -> impl Iterator<Item = Rule> {
    let emails = EMAILS.into_iter().map(|(table, column)| form_rule(table, column, &EMAIL));
    let currencies = CURRENCIES.into_iter().map(|(table, column)| form_rule(table, column, &CURRENCY));
    let languages = LANGUAGES.into_iter().map(|(table, column)| form_rule(table, column, &LANGUAGE));
    let countries = COUNTRIES.into_iter().map(|(table, column)| form_rule(table, column, &COUNTRY));
    emails.chain(currencies).chain(languages).chain(countries).chain(TEXTS.map(text_rule))
}

/// A form that a text must have.
struct Form {
    /// Its name, for translators.
    name: &'static str,
    has: fn(&str) -> bool,
    /// What is said of a text without it.
    fault: &'static str,
    /// Whether code is held to it too. What a request says of itself was looked at by the store, and
    /// must not keep it from becoming a prospect.
    binds_code: bool,
}

const EMAIL: Form = Form {
    name: "email",
    has: is_email,
    fault: "is no e-mail address. Write one such as name@company.example.",
    binds_code: true,
};
const CURRENCY: Form = Form {
    name: "currency",
    has: is_currency,
    fault: "is no currency. Use a code of ISO 4217 in capitals, such as EUR.",
    binds_code: true,
};
const LANGUAGE: Form = Form {
    name: "language",
    has: is_known_language,
    fault: "is no language. Use a tag of BCP 47, such as pl-PL.",
    binds_code: false,
};
const COUNTRY: Form = Form {
    name: "country",
    has: is_country,
    fault: "is no country. Use a code of ISO 3166-1 in capitals, such as PL.",
    binds_code: false,
};

fn form_rule(table: &'static str, column: &'static str, form: &'static Form) -> Rule {
    Rule {
        name: "texts have the form that their column asks for",
        table,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(move |_, draft| Box::pin(async move { check_form(draft, column, form) })),
    }
}

fn text_rule(table: &'static str) -> Rule {
    Rule {
        name: "texts hold no control characters",
        table,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|_, draft| Box::pin(async move { check_characters(draft) })),
    }
}

/// A value that stood before it was checked does not hold up changes of others.
fn check_form(draft: &Draft, column: &str, form: &Form) -> Result<()> {
    let is_bound = form.binds_code || !draft.by_code;
    let Some(text) = draft.after.get(column).as_text().filter(|_| is_bound && draft.changes(column)) else {
        return Ok(());
    };
    if (form.has)(text) {
        return Ok(());
    }
    let shown: String = text.chars().take(100).collect();
    let message = format!("{column}: \"{shown}\" {}", form.fault);
    Err(Error::Unfit { column: column.into(), reason: form.name, message })
}

fn check_characters(draft: &Draft) -> Result<()> {
    if draft.by_code {
        return Ok(());
    }
    for column in &draft.after.definition().columns {
        let allowed = match column.kind {
            ColumnKind::Text { .. } => "",
            ColumnKind::Memo { .. } => "\r\n\t",
            _ => continue,
        };
        let is_refused = |letter: char| letter.is_control() && !allowed.contains(letter);
        let text = draft.after.get(&column.name).as_text().unwrap_or_default();
        if text.contains(is_refused) && draft.changes(&column.name) {
            let message = format!("{}: the text contains control characters. Remove them.", column.name);
            return Err(Error::Unfit { column: column.name.clone(), reason: "control-character", message });
        }
    }
    Ok(())
}

fn is_known_language(text: &str) -> bool {
    let primary = text.split('-').next().unwrap_or_default().to_ascii_lowercase();
    is_language(text) && ISO_639.split_whitespace().any(|known| known == primary)
}

fn is_country(text: &str) -> bool {
    countries::names(Language::English).any(|(code, _)| code == text)
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

    #[test]
    fn languages_and_countries_are_those_of_iso() {
        for (tag, good) in [
            ("pl-PL", true),
            ("de", true),
            ("PT-br", true),
            ("zh-Hant-TW", true),
            ("gsw-CH", true),
            ("zzz", false),
            ("zz zz", false),
            ("pl_PL", false),
            ("polish", false),
            ("", false),
        ] {
            assert_eq!(is_known_language(tag), good, "{tag}");
        }
        assert!(Language::ALL.into_iter().all(|language| is_known_language(language.tag())));
        for (code, good) in [("PL", true), ("BR", true), ("pl", false), ("zz", false), ("Poland", false)] {
            assert_eq!(is_country(code), good, "{code}");
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
            let template = vec![
                ("NotificationType".into(), "B2B prospect rejected".into()),
                ("Language".into(), "zz zz".into()),
                ("Subject".into(), "Hi".into()),
                ("TextBody".into(), "Hi".into()),
                ("HtmlBody".into(), "Hi".into()),
            ];
            let refused = ask(&store, Change::create("emailtemplate", template)).await;
            assert!(matches!(refused, Err(Error::Unfit { reason: "language", .. })), "{refused:?}");
            let email = ("x", "ola@nowak.example", "e-mail address");
            for (table, id, column, (bad, good, word)) in [
                ("customer", customer, "PrimaryContactEmail", email),
                ("customer", customer, "SalesCurrencyCode", ("ABC", "EUR", "ISO 4217")),
                ("contactperson", person, "PrimaryEmailAddress", email),
                ("prospect", prospect, "PrimaryContactEmail", email),
                ("prospect", prospect, "Language", ("zzz", "de-DE", "BCP 47")),
                ("customer", customer, "LanguageId", ("zzz", "it-IT", "BCP 47")),
                ("prospect", prospect, "AddressCountry", ("zz", "DE", "ISO 3166-1")),
                ("prospect", prospect, "OrganizationName", ("A\u{1}B", "A B", "control characters")),
                ("customer", customer, "AddressStreet", ("A\nB", "Długa 1", "control characters")),
                ("customer", customer, "SalesMemo", ("A\u{1}B", "A\n\tB", "control characters")),
            ] {
                let write = |text: &str| Change::update(table, id, vec![(column.into(), text.into())]);
                let refused = ask(&store, write(bad)).await.unwrap_err().to_string();
                let shown = if bad.contains(char::is_control) { "" } else { bad };
                for part in [column, shown, word] {
                    assert!(refused.contains(part), "{refused} lacks {part}");
                }
                ask(&store, write(good)).await.unwrap();
            }
        }
    }
}
