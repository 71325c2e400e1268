//! The lists of leads, opportunities, accounts and contacts, in the views that are stored: the same
//! queries as over the Web API, run as whoever opens them.

use axum::Router;
use axum::routing::get;
use shell::grid::{Ask, Column, Grid, Page, View};
use shell::{Command, Fault, Shown, Tone, Visit, countries};
use tables::{Error, Filter, Privilege, Query, Reader, Result, Row, Value};

use super::partner;
use super::records::{ACCOUNT, CONTACT, Kind, LEAD, OPPORTUNITY, text};

/// Most views of one table, of the system and of oneself each.
const VIEWS_MAX: u32 = 200;

const LEADS: Grid = Grid {
    name: "leads",
    table: "lead",
    path: "/sales/leads",
    columns: &[
        Column::main("fullname"),
        Column::of("subject").hidden(),
        Column::sub("companyname"),
        Column::state("statuscode", lead_tone),
        Column::chip("tandem_partnerstatus", partner::tone).minor(2),
        Column::of("tandem_b2bprospectid").minor(3),
        Column::of("ownerid").minor(2),
        Column::when("createdon"),
        Column::of("emailaddress1").hidden(),
        Column::of("telephone1").hidden(),
        Column::of("leadsourcecode").hidden(),
        Column::of("leadqualitycode").hidden(),
        Column::of("address1_city").hidden(),
        Column::of("address1_country").said(countries::name).hidden(),
        Column::of("estimatedamount").hidden(),
        Column::of("modifiedon").hidden(),
    ],
    search: &["fullname", "companyname", "subject", "emailaddress1", "tandem_b2bprospectid"],
    newest_by: "createdon",
    empty: "leads-empty",
};

const OPPORTUNITIES: Grid = Grid {
    name: "opportunities",
    table: "opportunity",
    path: "/sales/opportunities",
    columns: &[
        Column::main("name"),
        Column::sub("customerid"),
        Column::state("statuscode", opportunity_tone),
        Column::of("salesstage").minor(2),
        Column::of("estimatedvalue").minor(2),
        Column::of("estimatedclosedate").minor(3),
        Column::chip("tandem_partnerstatus", partner::tone).minor(3),
        Column::of("ownerid").minor(3),
        Column::when("createdon"),
        Column::of("closeprobability").hidden(),
        Column::of("opportunityratingcode").hidden(),
        Column::of("actualvalue").hidden(),
        Column::of("actualclosedate").hidden(),
        Column::of("tandem_b2bprospectid").hidden(),
        Column::of("modifiedon").hidden(),
    ],
    search: &["name", "emailaddress", "tandem_b2bprospectid"],
    newest_by: "createdon",
    empty: "opportunities-empty",
};

const ACCOUNTS: Grid = Grid {
    name: "accounts",
    table: "account",
    path: "/sales/accounts",
    columns: &[
        Column::main("name"),
        Column::of("telephone1").minor(3),
        Column::sub("address1_city"),
        Column::of("primarycontactid").minor(2),
        Column::of("accountnumber").minor(2),
        Column::state("statuscode", active_tone),
        Column::when("createdon"),
        Column::of("emailaddress1").hidden(),
        Column::of("address1_country").said(countries::name).hidden(),
        Column::of("customertypecode").hidden(),
        Column::of("tandem_b2bprospectid").hidden(),
        Column::of("ownerid").hidden(),
        Column::of("modifiedon").hidden(),
    ],
    search: &["name", "accountnumber", "emailaddress1", "tandem_b2bprospectid"],
    newest_by: "createdon",
    empty: "accounts-empty",
};

const CONTACTS: Grid = Grid {
    name: "contacts",
    table: "contact",
    path: "/sales/contacts",
    columns: &[
        Column::main("fullname"),
        Column::sub("parentcustomerid"),
        Column::of("telephone1").minor(3),
        Column::of("emailaddress1").minor(2),
        Column::state("statuscode", active_tone),
        Column::when("createdon"),
        Column::of("jobtitle").hidden(),
        Column::of("msdyn_contactpersonid").hidden(),
        Column::of("tandem_b2bprospectid").hidden(),
        Column::of("ownerid").hidden(),
        Column::of("modifiedon").hidden(),
    ],
    search: &["fullname", "emailaddress1", "msdyn_contactpersonid", "tandem_b2bprospectid"],
    newest_by: "createdon",
    empty: "contacts-empty",
};

/// The lists.
pub(super) fn router() -> Router {
    let list = |kind: &'static Kind, grid: &'static Grid| {
        get(async move |visit: Visit, ask: Ask| show(&visit, kind, grid, &ask).await)
    };
    Router::new()
        .route("/sales/leads", list(&LEAD, &LEADS))
        .route("/sales/opportunities", list(&OPPORTUNITY, &OPPORTUNITIES))
        .route("/sales/accounts", list(&ACCOUNT, &ACCOUNTS))
        .route("/sales/contacts", list(&CONTACT, &CONTACTS))
}

async fn show(visit: &Visit, kind: &Kind, grid: &Grid, ask: &Ask) -> Shown {
    let mut reader = visit.read().await?;
    let stored = stored(visit, &mut reader, kind).await?;
    drop(reader);
    let page = views(visit, kind, ask, stored)?;
    let mut commands = Vec::new();
    if visit.may(Privilege::Create, kind.table) {
        commands.push(Command::go(visit.say("new"), "plus", format!("{}/new", kind.list())));
    }
    if *kind == OPPORTUNITY {
        commands.push(Command::go(visit.say("as-board"), "board", "/sales/pipeline"));
    }
    if visit.may(Privilege::Assign, kind.table) {
        let path = format!("{}/assign-to-me", kind.list());
        commands.push(Command::selected(visit.say("assign-to-me"), "person", path));
    }
    grid.page(visit, ask, Page { commands, ..page }).await
}

/// The stored queries that stand in the list of views: the usual one first, then the system's own in
/// the order of their names, then those that the person made.
async fn stored(visit: &Visit, reader: &mut Reader, kind: &Kind) -> Result<Vec<Row>> {
    let mut all = Vec::new();
    for table in ["savedquery", "userquery"] {
        if !visit.may(Privilege::Read, table) {
            continue;
        }
        // 0: a view of the list, not one for lookups or the search field.
        let listed = Filter::equals("returnedtypecode", kind.table)
            .and(Filter::equals("querytype", Value::Choice(0)))
            .and(Filter::equals("statecode", Value::Choice(0)));
        let rows =
            reader.page(&Query::of(table).filter(listed).order_by("name").limit(VIEWS_MAX)).await?.rows;
        all.extend(rows);
    }
    all.sort_by_key(|row| *row.get("isdefault") != Value::YesNo(true));
    Ok(all)
}

/// The views, with rows, order and columns of the one asked for.
fn views(visit: &Visit, kind: &Kind, ask: &Ask, stored: Vec<Row>) -> Result<Page, Fault> {
    let now = visit.store().environment().clock.now();
    let (catalog, _) = visit.store().catalog_now();
    let asked = stored.iter().position(|row| row.id().to_string() == ask.view()).unwrap_or_default();
    let mut page = Page::default();
    for (at, row) in stored.iter().enumerate() {
        let mut filter = None;
        if at == asked {
            let fetch = text(row, "fetchxml");
            let query = web_api::query_of_fetch(&catalog, &visit.principal, kind.table, fetch, now);
            // A view that names a column which a package took away again.
            let refused =
                |error: web_api::ApiError| Error::Refused { code: "InvalidView", message: error.message };
            let query = query.map_err(refused)?;
            filter = query.filter;
            page.links = query.links;
            page.order = query.order;
            page.columns = web_api::columns_of_layout(text(row, "layoutxml"));
        }
        page.views.push(View { id: row.id().to_string(), label: label(visit, text(row, "name")), filter });
    }
    Ok(page)
}

/// The views that Sales begins with are called in the reader's language; others as somebody did.
fn label(visit: &Visit, name: &str) -> String {
    let key = format!("view-{}", name.to_lowercase().replace(' ', "-"));
    visit.try_say(&key).unwrap_or_else(|| name.to_owned())
}

fn lead_tone(reason: &str) -> (Tone, &'static str) {
    match reason {
        "New" => (Tone::Info, "star"),
        "Contacted" => (Tone::Info, "phone"),
        "Qualified" => (Tone::Good, "check"),
        _ => (Tone::None, "x"),
    }
}

fn opportunity_tone(reason: &str) -> (Tone, &'static str) {
    match reason {
        "Won" => (Tone::Good, "trophy"),
        "InProgress" => (Tone::Info, "play"),
        "OnHold" => (Tone::Warn, "pause"),
        _ => (Tone::None, "x"),
    }
}

fn active_tone(reason: &str) -> (Tone, &'static str) {
    if reason == "Active" { (Tone::Good, "check") } else { (Tone::None, "x") }
}
