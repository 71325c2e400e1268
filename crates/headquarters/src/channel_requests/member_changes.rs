//! Users whom a partner's administrator changed or removed in the store, as part of P-0001.

use channel::customers::{
    MemberChange, MemberChangeKind, MemberRole as ChannelRole, mark_member_change, open_member_changes,
};
use jobs::{Remark, Run};
use tables::{Context, Principal, Result, Store};

use crate::customer_hierarchies::{
    ChangeMember, ChangeMemberError, ChangeMemberOutcome, MemberRole, Wish, change_member,
};

/// Wishes per page.
const PAGE_ROWS: u32 = 100;

/// Takes each wish.
pub(super) async fn take_all(run: &mut Run, channel: &Store) -> Result<()> {
    let mut after = None;
    loop {
        let mut reader = channel.read(&Principal::system()).await?;
        let (changes, next) = open_member_changes(&mut reader, after, PAGE_ROWS).await?;
        drop(reader);
        for change in changes {
            take_one(run, channel, change).await?;
        }
        after = next;
        if after.is_none() {
            return Ok(());
        }
    }
}

async fn take_one(run: &mut Run, channel: &Store, change: MemberChange) -> Result<()> {
    let key = change.memberchangeid.to_string();
    let command = ChangeMember {
        member: change.memberchangeid,
        requested_by: change.requested_by.clone(),
        wish: match change.kind {
            MemberChangeKind::Remove => Wish::Remove,
            MemberChangeKind::Change => Wish::Change {
                names: change.first_name.clone().zip(change.last_name.clone()),
                role: role(change.role),
                spending_limit: change.spending_limit,
            },
        },
    };
    let changed =
        run.store().write(Context::system(), command, |tx, it| Box::pin(change_member(tx, it))).await;
    let refusal = match changed {
        Ok(ChangeMemberOutcome::Changed) => {
            run.done(&key, Remark::new("changed", "changed as its organization's administrator wishes"));
            None
        }
        Ok(ChangeMemberOutcome::AlreadySo) => {
            run.skipped(&key, Remark::new("was-so", "was so already"));
            None
        }
        Err(ChangeMemberError::Tables(error)) if error.is_transient() => return Err(error),
        Err(error) => {
            run.failed(&key, &*error.to_string());
            Some(error.to_string())
        }
    };
    channel.write(Context::system(), (change, refusal), |tx, it| Box::pin(mark_member_change(tx, it))).await
}

fn role(role: ChannelRole) -> MemberRole {
    match role {
        ChannelRole::Admin => MemberRole::Admin,
        ChannelRole::User => MemberRole::User,
    }
}
