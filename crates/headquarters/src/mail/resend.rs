//! Resend: the same words once more, to the same address or to a corrected one.

use channel::shapes::is_email;
use lettre::Address;
use tables::uuid::Uuid;
use tables::{Error, Result, Tx};

use super::{EmailMessage, EmailStatus};

/// The command.
#[derive(Clone, Debug)]
pub struct Resend {
    /// The message's id.
    pub message: Uuid,
    /// To whom; nothing: to the same address as before.
    pub recipient: Option<String>,
}

/// Why nothing is sent again.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ResendError {
    /// It has not been tried, or is tried again by itself.
    #[error("This message waits to be sent. Wait until it was sent or failed.")]
    StillQueued,
    /// Nothing can be sent there.
    #[error("\"{0}\" is no e-mail address. Correct it.")]
    NoAddress(String),
    /// The store refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Queues a copy; answers with its id. The first message stays as it is, as the record of what was
/// tried.
///
/// # Errors
/// [`ResendError`].
pub async fn resend(tx: &mut Tx, command: &Resend) -> Result<Uuid, ResendError> {
    let id = command.message;
    let message: Option<EmailMessage> = tx.get(id).await?;
    let message = message.ok_or_else(|| Error::NotFound { table: "emailmessage".into(), id })?;
    if message.status == EmailStatus::Queued {
        return Err(ResendError::StillQueued);
    }
    let recipient = command.recipient.as_deref().map_or(message.recipient.as_str(), str::trim);
    // Of the shape that all addresses have here, and such that a mail server can be told.
    if !is_email(recipient) || recipient.parse::<Address>().is_err() {
        return Err(ResendError::NoAddress(recipient.chars().take(100).collect()));
    }
    let copy = EmailMessage {
        external_row_id: tx.new_id(),
        // A cause of its own: nothing may take the copy for the message that it was made of.
        cause: format!("{}/resent", tx.new_id()),
        recipient: recipient.into(),
        status: EmailStatus::Queued,
        sent_at: None,
        attempts: 0,
        next_attempt_at: None,
        failure_details: None,
        ..message
    };
    Ok(tx.insert(&copy).await?.id)
}

#[cfg(test)]
mod tests {
    use tables::{Context, Depth, Principal, Privilege, Store};

    use super::*;
    use crate::mail::{Letter, NotificationType, queue};
    use crate::testing::{all, each_store, prospect};

    async fn queued(store: &Store) -> Uuid {
        let letter = Letter::to_requestor(&prospect(), NotificationType::ProspectRejected);
        store.write(Context::system(), letter, |tx, it| Box::pin(queue(tx, it))).await.unwrap();
        all::<EmailMessage>(store).await[0].external_row_id
    }

    async fn sent(store: &Store, id: Uuid) {
        store
            .write(Context::system(), id, |tx, id| {
                Box::pin(async move {
                    let message: EmailMessage = tx.get(*id).await?.unwrap();
                    tx.save(&EmailMessage { status: EmailStatus::Sent, ..message }).await?;
                    Ok::<_, Error>(())
                })
            })
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn a_message_goes_again_to_a_corrected_address_once_it_is_no_longer_on_its_way() {
        for (_folder, store) in each_store().await {
            let id = queued(&store).await;
            let again = async |context: Context, recipient: Option<&str>| {
                let command = Resend { message: id, recipient: recipient.map(str::to_owned) };
                store.write(context, command, |tx, command| Box::pin(resend(tx, command))).await
            };
            assert_eq!(again(Context::system(), None).await, Err(ResendError::StillQueued));
            sent(&store, id).await;
            for wrong in ["", "ola", "a@b", "ola@nowak.example, all@example.com", "a@b.co\r\nBcc: c@d.co"] {
                let refused = again(Context::system(), Some(wrong)).await;
                assert!(matches!(refused, Err(ResendError::NoAddress(_))), "{wrong}: {refused:?}");
            }
            let read = ("emailmessage".to_owned(), Privilege::Read, Depth::Organization);
            let reader = Principal::with_rights(Uuid::from_u128(5), Uuid::nil(), Vec::new(), [read]);
            let refused = again(Context::of(reader), None).await;
            assert!(matches!(refused, Err(ResendError::Tables(Error::NoPrivilege { .. }))), "{refused:?}");
            let copy = again(Context::system(), Some(" right@nowak.example ")).await.unwrap();
            let same = again(Context::system(), None).await.unwrap();
            let messages: Vec<EmailMessage> = all(&store).await;
            let of = |id: Uuid| messages.iter().find(|one| one.external_row_id == id).unwrap();
            assert_eq!((messages.len(), of(copy).recipient.as_str()), (3, "right@nowak.example"));
            assert_eq!(of(same).recipient, of(id).recipient);
            assert_eq!((of(copy).status, of(id).status), (EmailStatus::Queued, EmailStatus::Sent));
            assert_eq!(of(copy).text_body, of(id).text_body);
        }
    }
}
