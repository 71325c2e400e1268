//! Sending an invitation once more.

use channel::customers::{InviteAgain, InviteAgainError, invite_again};
use shell::Shown;

use super::{PATH, refused};
use crate::pages::{Id, Signed};

pub async fn submit(Signed { visitor, member }: Signed, Id(id): Id) -> Shown {
    let (administrator, hierarchy) = (member.id(), member.organization.hierarchy.clone());
    let wish = InviteAgain { administrator, hierarchy, membership: id };
    let invited = visitor.shop.store.write(member.context(), wish, |tx, it| Box::pin(invite_again(tx, it)));
    match invited.await {
        Ok(()) => Ok(visitor.done(PATH, "invitation-sent")),
        Err(InviteAgainError::HasPassword) => Ok(visitor.failed(PATH, "user-has-password")),
        Err(InviteAgainError::TooMany) => Ok(visitor.failed(PATH, "invited-too-often")),
        Err(InviteAgainError::NotManaged(error)) => Ok(visitor.failed(PATH, refused(error)?)),
        Err(InviteAgainError::Tables(error)) => Err(error.into()),
    }
}
