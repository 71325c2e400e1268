//! Mails about requests, on their way to headquarters, which send them.
//!
//! The store writes what a mail needs, in the transaction of what it tells about; headquarters pull
//! it as they pull requests, choose the words, and send. Anybody can write anybody's address into
//! the form, so a mail repeats nothing of it but a name, made harmless, and there are few a day.

use tables::jiff::civil::Date;
use tables::jiff::{Timestamp, tz::TimeZone};
use tables::uuid::Uuid;
use tables::{Choice, Cursor, Filter, Query, Reader, Result, Table, Tx};

use super::OnboardingRequest;

/// Most mails of one kind to one address on one day (UTC).
pub const MAILS_PER_DAY_MAX: usize = 3;
/// Longest name that a mail repeats, in characters.
const NAME_LENGTH_MAX: usize = 30;

/// What a mail says. Both are of the notification type `Onboarding request received`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum RequestMailKind {
    /// The request was received: here is its link.
    Received = 1,
    /// Somebody, perhaps the reader, sent another one while a request is open: here is its link.
    AlreadyOpen = 2,
}

/// A mail that headquarters are to send.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "onboardingrequestmail",
    set = "onboardingrequestmails",
    primary = "reference",
    key(by_recipient(recipient, kind, day, number)),
    index(pulled_at)
)]
pub struct RequestMail {
    /// Id: headquarters know by it a mail that they had before.
    #[column(id)]
    pub onboardingrequestmailid: Uuid,
    /// What it says.
    #[column(choice)]
    pub kind: RequestMailKind,
    /// To whom.
    #[column(text = 100)]
    pub recipient: String,
    /// The day that it counts for.
    #[column(date)]
    pub day: Date,
    /// Which one of the day: a key, so that the limit holds however many processes write.
    #[column(whole, min = 1, max = 3)]
    pub number: i64,
    /// How the reader is addressed; nothing where the name was made of links.
    #[column(text = 50)]
    pub name: Option<String>,
    /// What people call the request that is open.
    #[column(text = 20)]
    pub reference: String,
    /// Opens the status. It is here in plain until headquarters have it, and then nowhere.
    #[column(text = 400, secret)]
    pub link: Option<String>,
    /// Language of the request.
    #[column(text = 35)]
    pub language: String,
    /// Name of the store.
    #[column(text = 100)]
    pub store_name: String,
    /// Address of the store.
    #[column(text = 200)]
    pub store_url: String,
    /// When it was written.
    #[column(date_time)]
    pub queued_at: Timestamp,
    /// When headquarters had it.
    #[column(date_time)]
    pub pulled_at: Option<Timestamp>,
}

/// Queues a mail to the sender of this request, unless the address had its share of the day.
pub(super) async fn queue(
    tx: &mut Tx,
    kind: RequestMailKind,
    request: &OnboardingRequest,
    link: &str,
) -> Result<()> {
    let now = tx.now();
    let day = now.to_zoned(TimeZone::UTC).date();
    let of_day = Filter::equals("recipient", request.email.as_str())
        .and(Filter::equals("kind", kind))
        .and(Filter::equals("day", day));
    let mails: Vec<RequestMail> = tx.list(Query::of(RequestMail::NAME).filter(of_day).limit(10)).await?;
    if mails.len() >= MAILS_PER_DAY_MAX {
        return Ok(());
    }
    tx.insert(&RequestMail {
        onboardingrequestmailid: tx.new_id(),
        kind,
        recipient: request.email.clone(),
        day,
        number: mails.len() as i64 + 1,
        name: harmless_name(&request.first_name),
        reference: request.reference.clone(),
        link: Some(link.to_owned()),
        language: request.language.clone(),
        store_name: request.store_name.clone(),
        store_url: request.store_url.clone(),
        queued_at: now,
        pulled_at: None,
    })
    .await?;
    Ok(())
}

/// A name without anything that a mail program makes a link of, and short: a mail of ours shall
/// carry nobody's message to a third person.
fn harmless_name(name: &str) -> Option<String> {
    let is_harmless = |word: &&str| {
        let inner = word.trim_end_matches('.');
        let plain = |sign: char| sign.is_alphabetic() || "'’-".contains(sign);
        // "J.R." is a name, "evil.example" a place: only single letters stand before dots.
        let initials = inner.split('.').rev().skip(1).all(|part| part.chars().count() <= 1);
        initials
            && inner.chars().all(|sign| plain(sign) || sign == '.')
            && inner.chars().any(char::is_alphabetic)
    };
    let mut kept = String::new();
    for word in name.split_whitespace().filter(is_harmless) {
        if kept.chars().count() + 1 + word.chars().count() > NAME_LENGTH_MAX {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    (!kept.is_empty()).then_some(kept)
}

/// The next mails that headquarters have not had, oldest first, and where to go on.
///
/// # Errors
/// As any read.
pub async fn pull_mails(
    reader: &mut Reader,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<RequestMail>, Option<Cursor>)> {
    let mut query = Query::of(RequestMail::NAME)
        .filter(Filter::IsNull("pulled_at".into()))
        .order_by("queued_at")
        .limit(limit);
    query.after = after;
    let page = reader.page(&query).await?;
    Ok((page.rows.iter().map(RequestMail::from_row).collect::<Result<_>>()?, page.next))
}

/// Notes that headquarters have these mails, and forgets their links.
///
/// # Errors
/// As any write.
pub async fn mark_mails_pulled(tx: &mut Tx, ids: &[Uuid]) -> Result<()> {
    let now = tx.now();
    let ids = ids.iter().map(|id| (*id).into()).collect();
    let of_batch = Filter::In("onboardingrequestmailid".into(), ids);
    let query = Query::of(RequestMail::NAME).filter(of_batch.and(Filter::IsNull("pulled_at".into())));
    let mails: Vec<RequestMail> = tx.list(query).await?;
    for mail in mails {
        tx.save(&RequestMail { pulled_at: Some(now), link: None, ..mail }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal};

    use super::super::testing::{each_store, send, submission};
    use super::*;

    #[test]
    fn a_name_carries_no_message() {
        for (name, kept) in [
            ("Ola", Some("Ola")),
            ("Anna-Maria  J. R.", Some("Anna-Maria J. R.")),
            ("J.R. O'Neil", Some("J.R. O'Neil")),
            ("Zoë Żółć", Some("Zoë Żółć")),
            ("Дарья", Some("Дарья")),
            ("http://evil.example", None),
            ("Ola www.evil.example", Some("Ola")),
            ("evil.example/Ola", None),
            ("ola@evil.example", None),
            ("<b>Ola</b>", None),
            ("Call +1206 now", Some("Call now")),
            ("...", None),
        ] {
            assert_eq!(harmless_name(name).as_deref(), kept, "{name}");
        }
        assert!(harmless_name(&"Ola ".repeat(12)).unwrap().chars().count() <= NAME_LENGTH_MAX);
        assert_eq!(harmless_name(&"x".repeat(50)), None);
    }

    #[tokio::test]
    async fn an_address_gets_one_acknowledgement_and_three_reminders_a_day() {
        for (_folder, store) in each_store().await {
            let first = send(&store, submission("Ola", None)).await.unwrap();
            for _ in 0..5 {
                let mut again = submission("Mallory evil.example", None);
                again.request.email = "OLA@example.com".into();
                send(&store, again).await.unwrap();
            }
            send(&store, submission("Ewa", None)).await.unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (mails, _) = pull_mails(&mut reader, None, 10).await.unwrap();
            let to_ola: Vec<_> = mails.iter().filter(|mail| mail.recipient == "Ola@example.com").collect();
            let kinds: Vec<_> = to_ola.iter().map(|mail| (mail.kind, mail.number)).collect();
            let open = RequestMailKind::AlreadyOpen;
            assert_eq!(kinds, [(RequestMailKind::Received, 1), (open, 1), (open, 2), (open, 3)]);
            assert_eq!(mails.len(), 5);
            for mail in to_ola {
                assert_eq!(
                    (mail.name.as_deref(), mail.reference.as_str()),
                    (Some("Ola"), first.reference.as_str())
                );
                assert!(mail.link.as_deref().unwrap().starts_with("http://127.0.0.1:8420/requests/"));
            }

            let ids: Vec<Uuid> = mails.iter().map(|mail| mail.onboardingrequestmailid).collect();
            let one = ids[0];
            drop(reader);
            store
                .write(Context::system(), ids, |tx, ids| Box::pin(mark_mails_pulled(tx, ids)))
                .await
                .unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            assert_eq!(pull_mails(&mut reader, None, 10).await.unwrap(), (Vec::new(), None));
            assert_eq!(reader.get::<RequestMail>(one).await.unwrap().unwrap().link, None);
        }
    }
}
