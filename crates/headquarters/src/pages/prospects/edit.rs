//! Correct a prospect before it is decided.

use shell::form::{Field, Form, FormSection, Sent};
use shell::{Fault, Shown, Visit, countries};
use tables::Table as _;

use super::path;
use crate::pages::{RowId, edit};
use crate::prospects::Prospect;

const FORM: Form = Form {
    table: Prospect::NAME,
    sections: &[
        FormSection {
            title: "company",
            fields: &[
                Field::of("OrganizationName"),
                Field::of("TaxId"),
                Field::of("NumberOfEmployees"),
                Field::of("Website"),
                Field::of("AddressStreet"),
                Field::of("AddressCity"),
                Field::of("AddressState"),
                Field::of("AddressPostalCode"),
                Field::one_of("AddressCountry", countries::options),
            ],
        },
        FormSection {
            title: "requestor",
            fields: &[
                Field::of("PersonFirstName"),
                Field::of("PersonLastName"),
                Field::of("JobTitle"),
                Field::email("PrimaryContactEmail"),
                Field::phone("PrimaryContactPhone"),
                Field::one_of("Language", edit::languages),
            ],
        },
        FormSection { title: "comments", fields: &[Field::of("Comments")] },
    ],
    page_of: edit::no_page,
};

/// The form.
pub(super) async fn ask(visit: Visit, RowId(id): RowId) -> Shown {
    let row = visit.read().await?.get_row(Prospect::NAME, id).await?.ok_or(Fault::NotFound)?;
    let prospect = Prospect::from_row(&row)?;
    if !super::page::is_open(&prospect) {
        return Ok(visit.failed(&path(id), &visit.say("decided-meanwhile")));
    }
    edit::show(&visit, &FORM, &row, &path(id)).await
}

/// Takes it.
pub(super) async fn take(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    edit::take(&visit, &FORM, id, &sent, &path(id)).await
}
