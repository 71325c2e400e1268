//! Customers: the list, and a customer's page with its place as a business partner.

use askama::Template;
use axum::Router;
use axum::routing::get;
use shell::form::{Field, Form, FormSection, FormView, Options, Sent, Taken};
use shell::grid::{Ask, Column, Grid, Page as GridPage, View};
use shell::{Entry, Fault, Frame, Shown, Standing, Tone, Visit, Voice, countries};
use tables::uuid::Uuid;
use tables::{Filter, Money, Query, Reader, Result, Row, Table as _};

use super::facts::{Fact, fact, facts};
use super::{Desk, RowId, customer_hierarchies, edit, history};
use crate::customers::{Customer, PartnerStatus, PartyType};
use crate::prospects::Prospect;

const PATH: &str = "/headquarters/customers";

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(list)).route("/headquarters/customers/{id}", get(page).post(save))
}

const GRID: Grid = Grid {
    name: "all-customers",
    table: Customer::NAME,
    path: PATH,
    columns: &[
        Column::main("CustomerAccount"),
        Column::sub("OrganizationName"),
        Column::of("PersonFirstName").minor(3),
        Column::of("PersonLastName"),
        Column::of("PartyType").minor(2),
        Column::state("PartnerStatus", tone),
        Column::of("PrimaryContactEmail").minor(2),
        Column::of("CustomerHierarchyId").minor(3),
        Column::of("CreditLimit").minor(3),
        Column::of("Balance").hidden(),
        Column::of("SalesCurrencyCode").hidden(),
        Column::of("InvoiceAccount").hidden(),
        Column::of("OnHoldStatus").hidden(),
        Column::of("CustomerGroupId").hidden(),
        Column::of("IsB2BAdministrator").hidden(),
        Column::of("B2BProspectId").hidden(),
        Column::when("CreatedAt"),
    ],
    search: &[
        "CustomerAccount",
        "OrganizationName",
        "PersonFirstName",
        "PersonLastName",
        "PrimaryContactEmail",
        "CustomerHierarchyId",
    ],
    newest_by: "CreatedAt",
    empty: "customers-empty",
};

/// Colour and icon of a place as a partner.
fn tone(status: &str) -> (Tone, &'static str) {
    match status {
        "Active" => (Tone::Good, "check"),
        "Prospective" => (Tone::Info, "clock"),
        "Declined" => (Tone::None, "x"),
        _ => (Tone::None, "info"),
    }
}

async fn list(visit: Visit, ask: Ask) -> Shown {
    let view = |id: &str, label: &str, filter: Option<Filter>| View {
        id: id.into(),
        label: visit.say(label),
        filter,
    };
    let of_type = |kind: PartyType| Some(Filter::equals("PartyType", kind));
    let views = vec![
        view("", "all-customers", None),
        view("partners", "view-partners", Some(Filter::equals("PartnerStatus", PartnerStatus::Active))),
        view("organizations", "view-organizations", of_type(PartyType::Organization)),
        view("persons", "view-persons", of_type(PartyType::Person)),
    ];
    GRID.page(&visit, &ask, GridPage { views, ..GridPage::default() }).await
}

const ADDRESS: FormSection = FormSection {
    title: "address",
    fields: &[
        Field::of("AddressStreet"),
        Field::of("AddressCity"),
        Field::of("AddressState"),
        Field::of("AddressPostalCode"),
        Field::one_of("AddressCountry", countries::options),
    ],
};

const CREDIT: FormSection = FormSection {
    title: "credit-and-invoice",
    fields: &[
        Field::of("CreditLimit"),
        Field::of("CreditLimitIsMandatory"),
        Field::of("Balance"),
        Field::of("OnHoldStatus"),
        Field::of("CreditRating"),
        Field::of("InvoiceAccount"),
        Field::of("InvoiceAddress"),
        Field::of("PaymentTerms"),
        Field::of("CustomerGroupId"),
        Field::of("SalesCurrencyCode"),
    ],
};

const ORGANIZATION: Form = Form {
    table: Customer::NAME,
    sections: &[
        FormSection {
            title: "general",
            fields: &[
                Field::of("OrganizationName"),
                Field::of("TaxExemptNumber"),
                Field::of("OrganizationNumberOfEmployees"),
                Field::email("PrimaryContactEmail"),
                Field::phone("PrimaryContactPhone"),
                Field::of("PrimaryContactUrl"),
                Field::one_of("LanguageId", languages),
            ],
        },
        ADDRESS,
        CREDIT,
        FormSection { title: "memo", fields: &[Field::of("SalesMemo")] },
    ],
    page_of: edit::no_page,
};

const PERSON: Form = Form {
    table: Customer::NAME,
    sections: &[
        FormSection {
            title: "general",
            fields: &[
                Field::of("PersonFirstName"),
                Field::of("PersonMiddleName"),
                Field::of("PersonLastName"),
                Field::of("ProfessionalTitle"),
                Field::email("PrimaryContactEmail"),
                Field::phone("PrimaryContactPhone"),
                Field::one_of("LanguageId", languages),
            ],
        },
        ADDRESS,
        CREDIT,
        FormSection { title: "memo", fields: &[Field::of("SalesMemo")] },
    ],
    page_of: edit::no_page,
};

fn languages(voice: &Voice) -> Options {
    edit::languages(voice)
}

fn form(kind: PartyType) -> &'static Form {
    match kind {
        PartyType::Organization => &ORGANIZATION,
        PartyType::Person => &PERSON,
    }
}

#[derive(Template)]
#[template(path = "customer.html")]
struct Page {
    frame: Frame,
    initials: String,
    name: String,
    number: String,
    kind: String,
    /// Colour, icon and word; nothing for a customer of the ordinary kind.
    status: Option<(Tone, &'static str, String)>,
    standing: Option<Standing>,
    head: Vec<Fact>,
    partner: Vec<Fact>,
    credit: Option<Credit>,
    form: FormView,
    history: Vec<Entry>,
}

/// How much of a credit limit is used, in words and as a share.
pub(super) struct Credit {
    pub words: String,
    pub used: i64,
    pub limit: i64,
}

impl Credit {
    /// Of a customer that has a limit.
    pub fn of(voice: &Voice, customer: &Customer) -> Option<Self> {
        let limit = customer.credit_limit.filter(|limit| *limit > Money(0))?;
        let used = customer.balance.unwrap_or_default();
        let currency = customer.sales_currency_code.as_deref().unwrap_or_default();
        let gaps = [("used", &*voice.amount(used)), ("limit", &*voice.money(limit, currency))];
        let words = voice.say_all("credit-used-of", &gaps);
        Some(Self { words, used: used.0.max(0), limit: limit.0 })
    }
}

async fn page(visit: Visit, RowId(id): RowId) -> Shown {
    let row = visit.read().await?.get_row(Customer::NAME, id).await?.ok_or(Fault::NotFound)?;
    let customer = Customer::from_row(&row)?;
    let form = form(customer.party_type).view(&visit, &row, false).await?;
    visit.show(&whole(&visit, &row, customer, form).await?)
}

async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let row = visit.read().await?.get_row(Customer::NAME, id).await?.ok_or(Fault::NotFound)?;
    let customer = Customer::from_row(&row)?;
    match form(customer.party_type).update(&visit, id, &sent).await? {
        Taken::Done(_) => Ok(visit.done(&path(id), &visit.say("form-saved"))),
        Taken::Again(form) => visit.show_again(&whole(&visit, &row, customer, *form).await?),
    }
}

async fn whole(visit: &Visit, row: &Row, customer: Customer, form: FormView) -> Result<Page, Fault> {
    let id = customer.external_row_id;
    let name = name(&customer);
    let commands = edit::save_commands(visit, &form, None);
    let status = match customer.partner_status {
        PartnerStatus::None => None,
        status => {
            let (tone, icon) = tone(&format!("{status:?}"));
            Some((tone, icon, fact(visit, row, "PartnerStatus").text))
        }
    };
    Ok(Page {
        frame: visit.frame(name.clone()).with(commands),
        initials: shell::initials(&name),
        number: customer.customer_account.clone(),
        kind: fact(visit, row, "PartyType").text,
        status,
        standing: visit.standings(Customer::NAME, &[id]).await?.remove(&id),
        head: facts(visit, row, &["PartyNumber", "CreatedAt"]),
        partner: partner(visit, row, &customer).await?,
        credit: Credit::of(visit, &customer),
        form,
        history: history::history(visit, Customer::NAME, id).await?,
        name,
    })
}

/// Its place as a business partner, with links to the rows that it belongs to.
async fn partner(visit: &Visit, row: &Row, customer: &Customer) -> Result<Vec<Fact>, Fault> {
    if customer.b2b_prospect_id.is_none() && customer.customer_hierarchy_id.is_none() {
        return Ok(Vec::new());
    }
    let company = customer.data_area_id.as_str();
    let mut reader = visit.read().await?;
    let mut all = facts(visit, row, &["PartnerStatus", "B2BProspectRole", "IsB2BAdministrator"]);
    if let Some(number) = &customer.customer_hierarchy_id {
        let path = customer_hierarchies::path_of(&mut reader, company, number).await?;
        all.push(fact(visit, row, "CustomerHierarchyId").to(path.unwrap_or_default()));
    }
    if let Some(number) = &customer.b2b_prospect_id {
        let of_number = Filter::equals("dataAreaId", company).and(Filter::equals("ProspectId", &**number));
        let found = reader.page(&Query::of(Prospect::NAME).filter(of_number).limit(1)).await?;
        let path = found.rows.first().map(|row| super::prospects::path(row.id()));
        all.push(fact(visit, row, "B2BProspectId").to(path.unwrap_or_default()));
    }
    if let Some(account) = &customer.invoice_account {
        let path = path_of(&mut reader, company, account).await?;
        all.push(fact(visit, row, "InvoiceAccount").to(path.unwrap_or_default()));
    }
    Ok(all)
}

/// The page of a customer.
pub(super) fn path(id: Uuid) -> String {
    format!("{PATH}/{id}")
}

/// What a customer is called.
pub(super) fn name(customer: &Customer) -> String {
    let person = [&customer.person_first_name, &customer.person_last_name];
    let person: Vec<&str> = person.into_iter().filter_map(Option::as_deref).collect();
    let organization = customer.organization_name.clone();
    organization.unwrap_or_else(|| person.join(" "))
}

/// What a customer is called with its number, and its page.
pub(super) fn link(customer: &Customer) -> (String, String) {
    (format!("{} ({})", name(customer), customer.customer_account), path(customer.external_row_id))
}

/// The page of the customer with this account.
pub(super) async fn path_of(reader: &mut Reader, company: &str, account: &str) -> Result<Option<String>> {
    let of_account = Filter::equals("dataAreaId", company).and(Filter::equals("CustomerAccount", account));
    let found = reader.page(&Query::of(Customer::NAME).filter(of_account).limit(1)).await?;
    Ok(found.rows.first().map(|row| path(row.id())))
}
