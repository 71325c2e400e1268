//! Queue: a message about a prospect, in the transaction of what happened to it.

use tables::{Error, Result, Tx};

use super::template::{Form, NotificationType, TEMPLATES, UnknownPlaceholder, choose, substitute};
use super::{EmailMessage, EmailStatus};
use crate::legal_entities;
use crate::prospects::Prospect;

/// Name of the store in a message about a prospect that came from none.
const STORE_NAME_DEFAULT: &str = "our store";

/// Queues the message. The same message about the same prospect cannot be queued twice.
/// Needs Create on `emailmessage` and Read on `legalentity`.
///
/// # Errors
/// As any write.
pub async fn queue(tx: &mut Tx, prospect: &Prospect, notification: NotificationType) -> Result<()> {
    let entity = legal_entities::resolve(tx, Some(&prospect.data_area_id)).await?;
    let id = tx.new_id();
    let store = prospect.store_name.as_deref().unwrap_or(&entity.name);
    let sender = format!("\"{}\" <{}>", store.replace(['"', '\\', '\r', '\n'], " "), entity.sender_email);
    let message = compose(prospect, notification, id, sender)?;
    tx.insert(&message).await?;
    Ok(())
}

fn compose(
    prospect: &Prospect,
    notification: NotificationType,
    id: tables::uuid::Uuid,
    sender: String,
) -> Result<EmailMessage> {
    let template = choose(TEMPLATES, notification, prospect.language.as_deref())
        .ok_or_else(|| Error::internal(format_args!("there is no template for {}", notification.name())))?;
    let values = values(prospect);
    let fill = |part: &str, form| {
        let cause = |unknown: UnknownPlaceholder| Error::internal(unknown);
        substitute(part.trim(), &values, form).map_err(cause)
    };
    Ok(EmailMessage {
        external_row_id: id,
        data_area_id: prospect.data_area_id.clone(),
        notification_type: notification.name().into(),
        cause: format!("{}/{}", prospect.external_row_id, notification.name()),
        recipient: prospect.primary_contact_email.clone(),
        sender,
        subject: fill(template.subject, Form::Line)?,
        text_body: fill(template.text, Form::Text)?,
        html_body: fill(template.html, Form::Html)?,
        language: template.language.into(),
        status: EmailStatus::Queued,
        sent_at: None,
        attempts: 0,
        failure_details: None,
    })
}

fn values(prospect: &Prospect) -> [(&'static str, &str); 8] {
    fn given(value: &Option<String>) -> &str {
        value.as_deref().unwrap_or_default()
    }
    [
        ("firstname", given(&prospect.person_first_name)),
        ("lastname", &prospect.person_last_name),
        ("company", &prospect.organization_name),
        ("email", &prospect.primary_contact_email),
        ("zipcode", given(&prospect.address_postal_code)),
        ("comments", given(&prospect.comments)),
        ("storename", prospect.store_name.as_deref().unwrap_or(STORE_NAME_DEFAULT)),
        ("storeurl", given(&prospect.store_url)),
    ]
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;

    use super::*;
    use crate::mail::template::PLACEHOLDERS;
    use crate::testing::prospect;

    #[test]
    fn a_message_speaks_to_the_requestor_and_carries_no_markup_of_theirs() {
        let hostile = Prospect {
            organization_name: "<script>alert(1)</script>\r\nBcc: all@example.com".into(),
            language: Some("pl-PL".into()),
            ..prospect()
        };
        for notification in [NotificationType::ProspectApproved, NotificationType::ProspectRejected] {
            let message = compose(&hostile, notification, Uuid::nil(), "x".into()).unwrap();
            assert_eq!(message.recipient, "ola@nowak.example");
            assert!(message.text_body.contains("Ola"));
            assert!(!message.html_body.contains("<script>"), "{}", message.html_body);
            assert!(!message.subject.contains(['\r', '\n']));
            assert_eq!(message.language, "en-US");
        }
    }

    #[test]
    fn every_known_name_has_a_value() {
        let prospect = prospect();
        let names = values(&prospect).map(|(name, _)| name);
        assert_eq!(names.as_slice(), PLACEHOLDERS);
    }
}
