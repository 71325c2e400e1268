//! Queue: a message, in the transaction of what it tells of.

use std::pin::Pin;

use shell::office::LinkMail;
use tables::uuid::Uuid;
use tables::{Error, Filter, Result, Tx};

use super::notification_type::NotificationType;
use super::substitute::{Form, UnknownPlaceholder, substitute};
use super::template;
use super::{EmailMessage, EmailStatus};
use crate::customers::Customer;
use crate::legal_entities;
use crate::prospects::Prospect;

/// A message before it is put into words.
#[derive(Clone, Debug)]
pub struct Letter {
    notification: NotificationType,
    company: String,
    /// The same cause makes no second message of the same type.
    cause: Uuid,
    recipient: String,
    language: Option<String>,
    values: Vec<(&'static str, String)>,
}

impl Letter {
    /// To whoever asked for a prospect to become a partner, about that prospect.
    #[must_use]
    pub fn to_requestor(prospect: &Prospect, notification: NotificationType) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            notification,
            company: prospect.data_area_id.clone(),
            cause: prospect.external_row_id,
            recipient: prospect.primary_contact_email.clone(),
            language: prospect.language.clone(),
            values: vec![
                ("firstname", text(&prospect.person_first_name)),
                ("lastname", prospect.person_last_name.clone()),
                ("company", prospect.organization_name.clone()),
                ("email", prospect.primary_contact_email.clone()),
                ("zipcode", text(&prospect.address_postal_code)),
                ("comments", text(&prospect.comments)),
                ("storename", text(&prospect.store_name)),
                ("storeurl", text(&prospect.store_url)),
            ],
        }
    }

    /// To a person who acts for `organization`.
    #[must_use]
    pub fn to_person(
        person: &Customer,
        organization: &str,
        cause: Uuid,
        notification: NotificationType,
    ) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            notification,
            company: person.data_area_id.clone(),
            cause,
            recipient: text(&person.primary_contact_email),
            language: person.language_id.clone(),
            values: vec![
                ("firstname", text(&person.person_first_name)),
                ("lastname", text(&person.person_last_name)),
                ("company", organization.to_owned()),
                ("email", text(&person.primary_contact_email)),
                ("zipcode", text(&person.address_postal_code)),
                ("comments", String::new()),
            ],
        }
    }

    /// To whoever sent a request from the store, about that request. Nobody knows who that is, so
    /// what was sent is not repeated, but for a name that the store found harmless.
    #[must_use]
    pub fn to_sender(company: &str, cause: Uuid, recipient: &str, name: Option<&str>) -> Self {
        Self {
            notification: NotificationType::RequestReceived,
            company: company.to_owned(),
            cause,
            recipient: recipient.to_owned(),
            language: None,
            values: vec![("firstname", name.unwrap_or(recipient).to_owned()), ("lastname", String::new())],
        }
    }

    /// To somebody of the back office who forgot a password.
    #[must_use]
    fn to_colleague(mail: &LinkMail) -> Self {
        let (first, last) = mail.name.split_once(' ').unwrap_or((&mail.name, ""));
        let none = String::new;
        Self {
            notification: NotificationType::PasswordReset,
            company: legal_entities::COMPANY_DEFAULT.to_owned(),
            cause: mail.link,
            recipient: mail.email.clone(),
            language: mail.language.clone(),
            values: vec![
                ("firstname", first.to_owned()),
                ("lastname", last.to_owned()),
                ("company", none()),
                ("email", mail.email.clone()),
                ("zipcode", none()),
                ("comments", none()),
                ("storename", none()),
                ("storeurl", mail.origin.clone()),
                ("accessurl", mail.address.clone()),
            ],
        }
    }

    /// The same in this language.
    #[must_use]
    pub fn in_language(self, language: &str) -> Self {
        Self { language: Some(language.to_owned()), ..self }
    }

    /// The same with the value of another name; one that is there already stays, unless it is empty.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        match self.values.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) if !known.is_empty() => {}
            Some((_, known)) => value.clone_into(known),
            None => self.values.push((name, value.to_owned())),
        }
        self
    }
}

/// Queues the message; false where it was queued before, however long ago. Needs Create and Read
/// on `emailmessage`, Read on `emailtemplate` and `legalentity`.
///
/// # Errors
/// As any write.
pub async fn queue(tx: &mut Tx, letter: &Letter) -> Result<bool> {
    let cause = format!("{}/{}", letter.cause, letter.notification.name());
    if tx.find::<EmailMessage>(Filter::equals("Cause", cause.as_str())).await?.is_some() {
        return Ok(false);
    }
    let entity = legal_entities::resolve(tx, Some(&letter.company)).await?;
    let letter = letter.clone().with("storename", &entity.name);
    let template = template::choose(tx, letter.notification, letter.language.as_deref()).await?;
    let values: Vec<(&str, &str)> = letter.values.iter().map(|(name, value)| (*name, &**value)).collect();
    let fill = |part: &str, form| {
        let cause = |unknown: UnknownPlaceholder| Error::internal(unknown);
        substitute(part.trim(), &values, form).map_err(cause)
    };
    let store = values.iter().find(|(name, _)| *name == "storename").map_or("", |(_, name)| name);
    let message = EmailMessage {
        external_row_id: tx.new_id(),
        data_area_id: letter.company.clone(),
        notification_type: letter.notification.name().into(),
        cause,
        recipient: letter.recipient.clone(),
        sender: sender(store, &entity.sender_email),
        subject: shorten(&fill(&template.subject, Form::Line)?),
        text_body: fill(&template.text, Form::Text)?,
        html_body: fill(&template.html, Form::Html)?,
        language: template.language,
        status: EmailStatus::Queued,
        sent_at: None,
        attempts: 0,
        next_attempt_at: None,
        failure_details: None,
    };
    tx.insert(&message).await?;
    Ok(true)
}

/// Queues the mail that lets somebody of the back office set a new password.
#[must_use]
pub fn queue_link<'a>(
    tx: &'a mut Tx,
    mail: &'a LinkMail,
) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>> {
    Box::pin(async move { queue(tx, &Letter::to_colleague(mail)).await.map(|_| ()) })
}

/// Name and address. The name cannot end its quotes, nor the line.
fn sender(name: &str, address: &str) -> String {
    let name = name.replace(|letter: char| letter.is_control() || matches!(letter, '"' | '\\'), " ");
    format!("\"{name}\" <{address}>")
}

/// A subject fits its column, however long the names in it are.
fn shorten(subject: &str) -> String {
    subject.chars().take(400).collect()
}

#[cfg(test)]
mod tests {
    use tables::Context;

    use super::*;
    use crate::testing::{all, each_store, prospect};

    #[tokio::test]
    async fn a_message_speaks_the_requestors_language_and_carries_no_markup_of_theirs() {
        for (_folder, store) in each_store().await {
            let hostile = Prospect {
                organization_name: "<script>alert(1)</script>\r\nBcc: all@example.com".into(),
                ..prospect()
            };
            let letter = Letter::to_requestor(&hostile, NotificationType::ProspectApproved)
                .with("accessurl", "http://127.0.0.1:8420/set-password/x");
            for expected in [true, false] {
                let letter = letter.clone();
                let queued = store.write(Context::system(), letter, |tx, it| Box::pin(queue(tx, it))).await;
                assert_eq!(queued, Ok(expected));
            }
            let messages: Vec<EmailMessage> = all(&store).await;
            assert_eq!(messages.len(), 1);
            let message = &messages[0];
            assert_eq!(
                (message.recipient.as_str(), message.language.as_str()),
                ("ola@nowak.example", "pl-PL")
            );
            assert!(message.text_body.starts_with("Dzień dobry, Ola Nowak,"), "{}", message.text_body);
            assert!(message.text_body.contains("http://127.0.0.1:8420/set-password/x"));
            assert!(!message.html_body.contains("<script>"), "{}", message.html_body);
            assert!(!message.subject.contains(['\r', '\n']));
        }
    }

    #[test]
    fn every_known_name_has_a_value() {
        let approved = NotificationType::ProspectApproved;
        let letter = Letter::to_requestor(&prospect(), approved).with("accessurl", "x");
        let names: Vec<&str> = letter.values.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, approved.placeholders());
        let received = Letter::to_sender("usmf", Uuid::nil(), "ola@nowak.example", None)
            .with("storename", "x")
            .with("storeurl", "x")
            .with("reference", "x")
            .with("statusurl", "x");
        let names: Vec<&str> = received.values.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, NotificationType::RequestReceived.placeholders());
        let person = crate::testing::customer(crate::customers::PartyType::Person);
        let letter = Letter::to_person(&person, "x", Uuid::nil(), NotificationType::UserAdded);
        let letter = letter.with("storename", "x").with("storeurl", "x").with("accessurl", "x");
        let names: Vec<&str> = letter.values.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, NotificationType::UserAdded.placeholders());
        let colleague = LinkMail {
            link: Uuid::nil(),
            name: "Maya Okafor".into(),
            email: "maya@tandem.test".into(),
            language: None,
            origin: "x".into(),
            address: "x".into(),
        };
        let names: Vec<&str> =
            Letter::to_colleague(&colleague).values.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, NotificationType::PasswordReset.placeholders());
    }

    #[test]
    fn a_senders_name_cannot_end_its_quotes() {
        assert_eq!(sender("A\"\r\n\\B", "a@b.co"), "\"A    B\" <a@b.co>");
    }
}
