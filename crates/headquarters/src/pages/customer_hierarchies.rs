//! Customer hierarchies: an organization with the people who act for it.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::routing::get;
use shell::grid::{Ask, Column, Grid, Page as GridPage};
use shell::{Command, Entry, Fault, Frame, Shown, Tone, Visit};
use tables::uuid::Uuid;
use tables::{Filter, Privilege, Query, Reader, Result, Table as _};

use super::customers::{self, Credit};
use super::facts::{Fact, facts};
use super::{Desk, RowId, batch_jobs, hierarchy_members, history};
use crate::channel_customers::job_1010;
use crate::customer_hierarchies::{CustomerHierarchy, CustomerHierarchyMember, MemberStatus};
use crate::customers::Customer;

pub(super) const PATH: &str = "/headquarters/customer-hierarchies";
/// Most members shown.
const MEMBERS_MAX: u32 = 200;

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(list)).route("/headquarters/customer-hierarchies/{id}", get(page))
}

const GRID: Grid = Grid {
    name: "customer-hierarchies",
    table: CustomerHierarchy::NAME,
    path: PATH,
    columns: &[
        Column::main("Name"),
        Column::sub("CustomerHierarchyId"),
        Column::of("OrganizationCustomerAccount"),
        Column::of("Purpose").minor(2),
        Column::when("CreatedAt"),
    ],
    search: &["Name", "CustomerHierarchyId", "OrganizationCustomerAccount"],
    newest_by: "CreatedAt",
    empty: "customer-hierarchies-empty",
};

async fn list(visit: Visit, ask: Ask) -> Shown {
    GRID.page(&visit, &ask, GridPage::default()).await
}

#[derive(Template)]
#[template(path = "customer_hierarchy.html")]
struct Page {
    frame: Frame,
    name: String,
    head: Vec<Fact>,
    organization: Option<Organization>,
    members: Vec<Member>,
    /// How many there are, and how many wait.
    count: String,
    waiting: String,
    history: Vec<Entry>,
}

struct Organization {
    name: String,
    initials: String,
    account: String,
    path: String,
    credit: Option<Credit>,
}

struct Member {
    name: String,
    initials: String,
    account: String,
    path: String,
    /// Where it is changed; empty: not by this person.
    edit: String,
    email: String,
    role: String,
    /// Colour, icon and word.
    status: (Tone, &'static str, String),
    is_pending: bool,
    limit: String,
    invoice_account: String,
}

/// Colour and icon of a member's status.
fn tone(status: MemberStatus) -> (Tone, &'static str) {
    match status {
        MemberStatus::Pending => (Tone::Info, "clock"),
        MemberStatus::Active => (Tone::Good, "check"),
        MemberStatus::Disabled => (Tone::None, "x"),
    }
}

async fn page(visit: Visit, RowId(id): RowId) -> Shown {
    let mut reader = visit.read().await?;
    let row = reader.get_row(CustomerHierarchy::NAME, id).await?.ok_or(Fault::NotFound)?;
    let hierarchy = CustomerHierarchy::from_row(&row)?;
    let of_hierarchy = Filter::equals("dataAreaId", hierarchy.data_area_id.as_str())
        .and(Filter::equals("CustomerHierarchyId", hierarchy.customer_hierarchy_id.as_str()));
    let query = Query::of(CustomerHierarchyMember::NAME)
        .filter(of_hierarchy)
        .order_by("CreatedAt")
        .limit(MEMBERS_MAX);
    let found = reader.page(&query).await?;
    let members: Vec<CustomerHierarchyMember> =
        found.rows.iter().map(CustomerHierarchyMember::from_row).collect::<Result<_>>()?;
    let customers = customers_of(&mut reader, &hierarchy, &members).await?;
    drop(reader);
    let organization = customers.get(&hierarchy.organization_customer_account);
    let currency = organization.and_then(|one| one.sales_currency_code.clone()).unwrap_or_default();
    let waiting = members.iter().filter(|member| member.status == MemberStatus::Pending).count();
    let members: Vec<Member> = members
        .iter()
        .map(|member| shown(&visit, member, customers.get(&member.customer_account), &currency))
        .collect();
    visit.show(&Page {
        frame: visit.frame(hierarchy.name.clone()).with(commands(&visit, waiting, id)),
        head: facts(
            &visit,
            &row,
            &["CustomerHierarchyId", "Purpose", "OrganizationCustomerAccount", "CreatedAt"],
        ),
        organization: organization.map(|customer| {
            let name = customers::name(customer);
            Organization {
                initials: shell::initials(&name),
                account: customer.customer_account.clone(),
                path: customers::path(customer.external_row_id),
                credit: Credit::of(&visit, customer),
                name,
            }
        }),
        count: visit.say_with("members-count", "count", members.len()),
        waiting: if waiting > 0 {
            visit.say_with("members-waiting", "count", waiting)
        } else {
            String::new()
        },
        members,
        history: history::history(&visit, CustomerHierarchy::NAME, id).await?,
        name: hierarchy.name,
    })
}

/// Who waits is let in by job 1010.
fn commands(visit: &Visit, waiting: usize, id: Uuid) -> Vec<Command> {
    let run = (waiting > 0).then(|| batch_jobs::run_command(visit, job_1010::NAME, &format!("{PATH}/{id}")));
    run.flatten().into_iter().collect()
}

fn shown(
    visit: &Visit,
    member: &CustomerHierarchyMember,
    customer: Option<&Customer>,
    currency: &str,
) -> Member {
    let name = customer.map_or_else(|| member.customer_account.clone(), customers::name);
    let (status_tone, icon) = tone(member.status);
    let option = |column: &str, name: String| visit.option(CustomerHierarchyMember::NAME, column, &name);
    let email = customer.and_then(|customer| customer.primary_contact_email.clone());
    Member {
        initials: shell::initials(&name),
        account: member.customer_account.clone(),
        path: customer.map(|customer| customers::path(customer.external_row_id)).unwrap_or_default(),
        edit: match visit.may(Privilege::Write, CustomerHierarchyMember::NAME) {
            true => hierarchy_members::path(member.external_row_id),
            false => String::new(),
        },
        email: email.or_else(|| member.email.clone()).unwrap_or_default(),
        role: option("Role", format!("{:?}", member.role)),
        status: (status_tone, icon, option("Status", format!("{:?}", member.status))),
        is_pending: member.status == MemberStatus::Pending,
        limit: match member.spending_limit {
            Some(limit) => visit.money(limit, currency),
            None => visit.say("no-spending-limit"),
        },
        invoice_account: customer.and_then(|customer| customer.invoice_account.clone()).unwrap_or_default(),
        name,
    }
}

/// The organization and its people, by account, as far as one may see them.
async fn customers_of(
    reader: &mut Reader,
    hierarchy: &CustomerHierarchy,
    members: &[CustomerHierarchyMember],
) -> Result<HashMap<String, Customer>> {
    let accounts = members.iter().map(|member| member.customer_account.as_str());
    let accounts = accounts.chain([hierarchy.organization_customer_account.as_str()]);
    let filter = Filter::equals("dataAreaId", hierarchy.data_area_id.as_str())
        .and(Filter::In("CustomerAccount".into(), accounts.map(Into::into).collect()));
    let found = reader.page(&Query::of(Customer::NAME).filter(filter)).await?;
    let customers = found.rows.iter().map(Customer::from_row);
    customers.map(|customer| customer.map(|customer| (customer.customer_account.clone(), customer))).collect()
}

/// The page of the hierarchy with this number; nothing for somebody who may not see it.
pub(super) async fn path_of(reader: &mut Reader, company: &str, number: &str) -> Result<Option<String>> {
    let of_number = Filter::equals("dataAreaId", company).and(Filter::equals("CustomerHierarchyId", number));
    let found = reader.page(&Query::of(CustomerHierarchy::NAME).filter(of_number).limit(1)).await?;
    Ok(found.rows.first().map(|row| format!("{PATH}/{}", row.id())))
}
