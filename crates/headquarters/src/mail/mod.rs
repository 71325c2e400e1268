//! Mail: what partners are told, written in the transaction of what they are told about, sent later.

mod built_in;
mod captured;
mod notification_type;
mod preview;
pub mod process;
mod queue;
mod resend;
mod restore;
mod smtp;
#[cfg(test)]
mod smtp_tests;
mod substitute;
mod template;
mod transport;

pub use captured::mail_router;
pub use notification_type::NotificationType;
pub use preview::{Links, Preview};
pub use queue::{Letter, queue, queue_link};
pub use resend::{Resend, ResendError, resend};
pub use restore::{has_built_in, restore};
pub use smtp::{Encryption, Smtp, SmtpSettings};
pub use substitute::UnknownPlaceholder;
pub use template::{EmailTemplate, missing_templates, rule, seed};
pub use transport::{SettingsError, Transport, TransportError};

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Choice, Table};

/// How far a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum EmailStatus {
    /// Waits to be sent.
    Queued = 1,
    /// Was handed over.
    Sent = 2,
    /// Could not be handed over, and is not tried again by itself.
    Failed = 3,
    /// Was kept here, for want of a mail server: nobody received it.
    Captured = 4,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "emailmessage",
    set = "EmailMessages",
    primary = "Subject",
    naming = "pascal",
    key(by_cause(Cause)),
    index(Status)
)]
pub struct EmailMessage {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company that writes.
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    /// What it is about.
    #[column(text = 60)]
    pub notification_type: String,
    /// What made it: the same cause makes no second message.
    #[column(text = 100)]
    pub cause: String,
    /// To.
    #[column(text = 100)]
    pub recipient: String,
    /// From.
    #[column(text = 200)]
    pub sender: String,
    /// Subject, one line.
    #[column(text = 400)]
    pub subject: String,
    /// For readers of plain text. Secret like the links in it: whoever follows one sets a password.
    #[column(memo = 50_000, secret)]
    pub text_body: String,
    /// For the others.
    #[column(memo = 50_000, secret)]
    pub html_body: String,
    /// Language of the template that was used.
    #[column(text = 35)]
    pub language: String,
    /// How far it is.
    #[column(choice, default = EmailStatus::Queued)]
    pub status: EmailStatus,
    /// When it was handed over, or captured.
    #[column(date_time)]
    pub sent_at: Option<Timestamp>,
    /// How often that was tried in vain.
    #[column(whole, min = 0, default = 0i64)]
    pub attempts: i64,
    /// Not before this; nothing: as soon as may be.
    #[column(date_time)]
    pub next_attempt_at: Option<Timestamp>,
    /// Why it was in vain.
    #[column(memo = 2000)]
    pub failure_details: Option<String>,
}
