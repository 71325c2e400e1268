//! Removing a user: asked first, then at once.

use askama::Template;
use channel::customers::{ChangeUserError, RemoveUser, UserRequest, remove_user};
use shell::{Fault, Shown, sessions};
use tables::uuid::Uuid;

use super::{PATH, refused, require_administrator};
use crate::pages::{Frame, Id, Signed};

#[derive(Template)]
#[template(path = "user_remove.html")]
struct Page {
    frame: Frame,
    id: Uuid,
    email: String,
    /// Whether the person can sign in already.
    is_there: bool,
}

pub async fn ask(Signed { visitor, member }: Signed, Id(id): Id) -> Shown {
    require_administrator(&member)?;
    let mut reader = visitor.shop.store.read(&member.context().principal).await?;
    let wish: Option<UserRequest> = reader.get(id).await?;
    drop(reader);
    let own = &member.organization;
    let wish = wish.filter(|wish| (&wish.company, &wish.hierarchy) == (&own.company, &own.hierarchy));
    let (name, email, is_there) = match wish {
        Some(wish) => (format!("{} {}", wish.first_name, wish.last_name), wish.email, false),
        None => {
            let user = super::edit::find(&visitor, &member, id).await?;
            (user.customer.name, user.customer.email.unwrap_or_default(), true)
        }
    };
    let frame = visitor.frame(visitor.say_with("remove-user-title", "name", &name));
    visitor.show(&Page { frame, id, email, is_there })
}

/// The person's sessions end in the same transaction.
pub async fn submit(Signed { visitor, member }: Signed, Id(id): Id) -> Shown {
    let (administrator, hierarchy) = (member.id(), member.organization.hierarchy.clone());
    let wish = RemoveUser { administrator, hierarchy, membership: id };
    let removed = visitor.shop.store.write(member.context(), wish, |tx, wish| {
        Box::pin(async move {
            let person = remove_user(tx, wish).await?;
            if let Some(person) = person {
                sessions::end_others(tx, person, None).await?;
            }
            Ok::<_, ChangeUserError>(person)
        })
    });
    match removed.await {
        Ok(_) => Ok(visitor.done(PATH, "user-removed")),
        Err(ChangeUserError::NotMember) => Err(Fault::NotFound),
        Err(error) => Ok(visitor.failed(PATH, refused(error)?)),
    }
}
