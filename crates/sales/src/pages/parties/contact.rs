//! The page of a contact, and of one to be made.

use shell::form::{Field, Form, FormSection, FormView, Sent};
use shell::{Fault, Parameters, Shown, Visit, countries};
use tables::{Filter, Reference, Row, Value};

use super::{Page, add};
use crate::pages::creation::{self, For};
use crate::pages::records::{self, ACCOUNT, CONTACT, OPPORTUNITY, Older, RowId, Saved, page_of_row, text};
use crate::pages::related::{List, related};

const FORM: Form = Form {
    table: "contact",
    page_of: page_of_row,
    sections: &[
        FormSection {
            title: "section-contact",
            fields: &[
                Field::of("salutation"),
                Field::of("firstname"),
                Field::of("lastname"),
                Field::of("jobtitle"),
                Field::of("parentcustomerid").to("account"),
                Field::email("emailaddress1"),
                Field::phone("telephone1"),
                Field::phone("mobilephone"),
                Field::of("birthdate"),
                Field::fixed("msdyn_contactpersonid"),
                Field::fixed("originatingleadid"),
                Field::of("description"),
            ],
        },
        FormSection {
            title: "section-address",
            fields: &[
                Field::of("address1_line1"),
                Field::of("address1_line2"),
                Field::of("address1_city"),
                Field::of("address1_stateorprovince"),
                Field::of("address1_postalcode"),
                Field::one_of("address1_country", countries::options),
            ],
        },
        FormSection {
            title: "section-preferences",
            fields: &[
                Field::of("preferredcontactmethodcode"),
                Field::of("donotemail"),
                Field::of("donotphone"),
                Field::of("donotpostalmail"),
            ],
        },
        FormSection {
            title: "section-billing",
            fields: &[
                Field::of("msdyn_sellable"),
                Field::of("creditlimit"),
                Field::of("creditonhold"),
                Field::of("paymenttermscode"),
            ],
        },
    ],
};

pub(super) async fn show(visit: Visit, RowId(id): RowId, Parameters(older): Parameters<Older>) -> Shown {
    let (row, form) = records::open(&visit, &FORM, id).await?;
    visit.show(&page(&visit, &row, form, older).await?)
}

pub(super) async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    match records::save(&visit, &CONTACT, &FORM, id, &sent).await? {
        Saved::Done(response) => Ok(response),
        Saved::Again(row, form) => visit.show_again(&page(&visit, &row, form, Older::default()).await?),
    }
}

pub(super) async fn ask_new(visit: Visit, Parameters(of): Parameters<For>) -> Shown {
    creation::ask(&visit, &CONTACT, &FORM, &[("parentcustomerid", &ACCOUNT, of.account)]).await
}

pub(super) async fn create(visit: Visit, sent: Sent) -> Shown {
    creation::create(&visit, &CONTACT, &FORM, &sent).await
}

async fn page(visit: &Visit, row: &Row, form: FormView, older: Older) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let buys = Filter::Or(vec![
        Filter::equals("customerid", Value::from(Reference::new(CONTACT.table, row.id()))),
        Filter::equals("parentcontactid", row.id()),
    ]);
    let columns = ["statuscode", "estimatedvalue", "estimatedclosedate"];
    let opportunities = related(visit, &mut reader, &OPPORTUNITY, buys, &columns).await?;
    let company = match row.get("parentcustomerid") {
        Value::Reference(company) if company.table == ACCOUNT.table => format!("account={}&", company.id),
        _ => String::new(),
    };
    let lists = vec![List {
        title: visit.say("opportunities"),
        rows: opportunities,
        empty: visit.say("no-opportunities-of-this"),
        add: add(visit, &OPPORTUNITY, &format!("{company}contact={}", row.id())),
    }];
    let head = (text(row, "jobtitle"), &["parentcustomerid", "telephone1", "statuscode", "ownerid"][..]);
    super::page(visit, &CONTACT, row, form, older, head, lists).await
}
