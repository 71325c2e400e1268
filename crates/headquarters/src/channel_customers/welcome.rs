//! Welcome: who can sign in now is told so, once.
//!
//! A member is pending until the store knows the person. Here the token is made in the channel,
//! then member and mail change together in headquarters: stopped in between, the next run makes
//! another token, and only the one that a mail tells of ever matters.

use channel::customers::{Invitation, invite};
use jobs::{Remark, Run};
use tables::uuid::Uuid;
use tables::{Context, Filter, Page, Principal, Query, Result, Row, Store, Table as _, Tx};

use crate::customer_hierarchies::{CustomerHierarchy, CustomerHierarchyMember, MemberStatus};
use crate::customers::{self, Customer};
use crate::mail::{self, Letter, NotificationType};
use crate::prospects::{Prospect, ProspectStatus};

/// Members per page.
const PAGE_ROWS: u32 = 100;
/// Prospects that one membership can have come from.
const PROSPECTS_MAX: u32 = 100;

/// Welcomes every pending member whom the store knows.
pub async fn welcome_all(run: &mut Run, channel: &Store, origin: &str) -> Result<()> {
    let mut query = Query::of(CustomerHierarchyMember::NAME)
        .filter(Filter::equals("Status", MemberStatus::Pending))
        .order_by("CreatedAt")
        .limit(PAGE_ROWS);
    loop {
        let Page { rows, next, .. } = run.store().read(&Principal::system()).await?.page(&query).await?;
        for row in &rows {
            welcome_one(run, channel, origin, row).await?;
        }
        query.after = next;
        if query.after.is_none() {
            return Ok(());
        }
    }
}

async fn welcome_one(run: &mut Run, channel: &Store, origin: &str, row: &Row) -> Result<()> {
    let member = CustomerHierarchyMember::from_row(row)?;
    let filter = Filter::equals("dataAreaId", member.data_area_id.as_str())
        .and(Filter::equals("CustomerAccount", member.customer_account.as_str()));
    let person: Option<Customer> = run.store().read(&Principal::system()).await?.find(filter).await?;
    let Some(person) = person else { return Ok(()) };
    let id = person.external_row_id;
    let invitation = channel.write(Context::system(), id, |tx, id| Box::pin(invite(tx, id))).await?;
    let access_url = match invitation {
        // Not allowed yet, or refused: what refused it was reported.
        Invitation::Unknown => return Ok(()),
        Invitation::HasPassword => format!("{origin}/sign-in"),
        Invitation::SetPassword(token) => format!("{origin}/set-password/{}", token.text()),
    };
    run.environment().faults.pass("job_1010.after_invite")?;
    let welcome = Welcome { member: member.external_row_id, access_url, origin: origin.to_owned() };
    let welcomed =
        run.store().write(Context::system(), welcome, |tx, it| Box::pin(welcome_in_one(tx, it))).await;
    match welcomed {
        Ok(true) => run.done(&member.customer_account, Remark::new("welcomed", "can sign in; told by mail")),
        Ok(false) => {}
        Err(error) if error.is_transient() => return Err(error),
        Err(error) => run.failed(&member.customer_account, &error),
    }
    Ok(())
}

struct Welcome {
    member: Uuid,
    access_url: String,
    origin: String,
}

/// The member is active and its mail queued, or neither. False when another run was faster.
async fn welcome_in_one(tx: &mut Tx, welcome: &Welcome) -> Result<bool> {
    let member: Option<CustomerHierarchyMember> = tx.get(welcome.member).await?;
    let Some(member) = member.filter(|member| member.status == MemberStatus::Pending) else {
        return Ok(false);
    };
    let company = member.data_area_id.as_str();
    let person = customers::by_account(tx, company, &member.customer_account).await?;
    let Some(person) = person else { return Ok(false) };
    tx.save(&CustomerHierarchyMember { status: MemberStatus::Active, ..member.clone() }).await?;
    let of_member = Filter::equals("dataAreaId", company)
        .and(Filter::equals("RequestorCustomerAccount", member.customer_account.as_str()))
        .and(Filter::equals("CustomerHierarchyId", member.customer_hierarchy_id.as_str()))
        .and(Filter::equals("Status", ProspectStatus::Approved));
    let query = Query::of(Prospect::NAME).filter(of_member).order_by("DecidedAt").limit(PROSPECTS_MAX);
    let prospects: Vec<Prospect> = tx.list(query).await?;
    let mut is_told = false;
    for prospect in &prospects {
        let letter = Letter::to_requestor(prospect, NotificationType::ProspectApproved);
        is_told |= mail::queue(tx, &letter.with("accessurl", &welcome.access_url)).await?;
    }
    if !is_told {
        let of_number = Filter::equals("dataAreaId", company)
            .and(Filter::equals("CustomerHierarchyId", member.customer_hierarchy_id.as_str()));
        let hierarchy: Option<CustomerHierarchy> = tx.find(of_number).await?;
        let name = hierarchy.map(|hierarchy| hierarchy.name).unwrap_or_default();
        // Who was told before and could not sign in meanwhile is told once more.
        for cause in [member.external_row_id, tx.new_id()] {
            let letter = Letter::to_person(&person, &name, cause, NotificationType::UserAdded)
                .with("storeurl", &welcome.origin)
                .with("accessurl", &welcome.access_url);
            if mail::queue(tx, &letter).await? {
                break;
            }
        }
    }
    Ok(true)
}
