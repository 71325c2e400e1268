//! The page of an account, and of one to be made.

use shell::form::{Field, Form, FormSection, FormView, Sent};
use shell::{Fault, Parameters, Shown, Visit, countries};
use tables::{Filter, Reference, Row, Value};

use super::{Page, add};
use crate::pages::creation;
use crate::pages::records::{self, ACCOUNT, CONTACT, OPPORTUNITY, Older, RowId, Saved, page_of_row, text};
use crate::pages::related::{List, related};

const FORM: Form = Form {
    table: "account",
    page_of: page_of_row,
    sections: &[
        FormSection {
            title: "section-account",
            fields: &[
                Field::of("name"),
                Field::fixed("accountnumber"),
                Field::phone("telephone1"),
                Field::email("emailaddress1"),
                Field::url("websiteurl"),
                Field::of("industrycode"),
                Field::of("numberofemployees"),
                Field::of("revenue"),
                Field::of("customertypecode"),
                Field::of("primarycontactid"),
                Field::of("parentaccountid"),
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
            title: "section-billing",
            fields: &[Field::of("creditlimit"), Field::of("creditonhold"), Field::of("paymenttermscode")],
        },
    ],
};

pub(super) async fn show(visit: Visit, RowId(id): RowId, Parameters(older): Parameters<Older>) -> Shown {
    let (row, form) = records::open(&visit, &FORM, id).await?;
    visit.show(&page(&visit, &row, form, older).await?)
}

pub(super) async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    match records::save(&visit, &ACCOUNT, &FORM, id, &sent).await? {
        Saved::Done(response) => Ok(response),
        Saved::Again(row, form) => visit.show_again(&page(&visit, &row, form, Older::default()).await?),
    }
}

pub(super) async fn ask_new(visit: Visit) -> Shown {
    creation::ask(&visit, &ACCOUNT, &FORM, &[]).await
}

pub(super) async fn create(visit: Visit, sent: Sent) -> Shown {
    creation::create(&visit, &ACCOUNT, &FORM, &sent).await
}

async fn page(visit: &Visit, row: &Row, form: FormView, older: Older) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let this = || Value::from(Reference::new(ACCOUNT.table, row.id()));
    let works_there = Filter::equals("parentcustomerid", this());
    let contacts = related(visit, &mut reader, &CONTACT, works_there, &["jobtitle", "emailaddress1"]).await?;
    let buys =
        Filter::Or(vec![Filter::equals("customerid", this()), Filter::equals("parentaccountid", row.id())]);
    let columns = ["statuscode", "estimatedvalue", "estimatedclosedate"];
    let opportunities = related(visit, &mut reader, &OPPORTUNITY, buys, &columns).await?;
    let for_this = format!("account={}", row.id());
    let lists = vec![
        List {
            title: visit.say("contacts"),
            rows: contacts,
            empty: visit.say("account-no-contacts"),
            add: add(visit, &CONTACT, &for_this),
        },
        List {
            title: visit.say("opportunities"),
            rows: opportunities,
            empty: visit.say("no-opportunities-of-this"),
            add: add(visit, &OPPORTUNITY, &for_this),
        },
    ];
    let head =
        (text(row, "address1_city"), &["accountnumber", "primarycontactid", "statuscode", "ownerid"][..]);
    super::page(visit, &ACCOUNT, row, form, older, head, lists).await
}
