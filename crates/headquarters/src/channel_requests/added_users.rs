//! Users that a partner's administrator added in the store, as part of P-0001.

use channel::customers::{MemberRole as ChannelRole, UserRequest, mark_user_request, open_user_requests};
use jobs::{Remark, Run};
use tables::{Context, Principal, Result, Store};

use crate::customer_hierarchies::{AddUser, AddUserError, AddUserOutcome, MemberRole, add_user};

/// Wishes per page.
const PAGE_ROWS: u32 = 100;

/// Takes each wish.
pub(super) async fn take_all(run: &mut Run, channel: &Store) -> Result<()> {
    let mut after = None;
    loop {
        let mut reader = channel.read(&Principal::system()).await?;
        let (requests, next) = open_user_requests(&mut reader, after, PAGE_ROWS).await?;
        drop(reader);
        for request in requests {
            take_one(run, channel, request).await?;
        }
        after = next;
        if after.is_none() {
            return Ok(());
        }
    }
}

async fn take_one(run: &mut Run, channel: &Store, request: UserRequest) -> Result<()> {
    let id = request.userrequestid;
    let key = id.to_string();
    let wish = AddUser {
        id,
        company: request.company,
        hierarchy: request.hierarchy,
        requested_by: request.requested_by,
        first_name: request.first_name,
        last_name: request.last_name,
        email: request.email,
        role: match request.role {
            ChannelRole::Admin => MemberRole::Admin,
            ChannelRole::User => MemberRole::User,
        },
        spending_limit: request.spending_limit,
    };
    let refusal =
        match run.store().write(Context::system(), wish, |tx, wish| Box::pin(add_user(tx, wish))).await {
            Ok(AddUserOutcome::Added) => {
                run.done(&key, Remark::new("added", "added to its organization"));
                None
            }
            Ok(AddUserOutcome::AlreadyMember) => {
                run.skipped(&key, Remark::new("is-member", "is a member already"));
                None
            }
            Err(AddUserError::Tables(error)) if error.is_transient() => return Err(error),
            Err(error) => {
                run.failed(&key, &*error.to_string());
                Some(error.to_string())
            }
        };
    channel.write(Context::system(), (id, refusal), |tx, it| Box::pin(mark_user_request(tx, it))).await
}
