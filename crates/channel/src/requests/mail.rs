//! Mails about requests, on their way to headquarters, which send them.
//!
//! The store writes what a mail needs, in the transaction of what it tells about; headquarters pull
//! it as they pull requests, choose the words, and send. Anybody can write anybody's address into
//! the form, so a mail repeats nothing of it but a name, made harmless, and there are few a day.
//!
//! The link in a mail is made when headquarters take the mail, so that this database never holds
//! one that could be read.

use tables::jiff::civil::Date;
use tables::jiff::{Timestamp, tz::TimeZone};
use tables::uuid::Uuid;
use tables::{Choice, Cursor, Filter, Query, Result, Table, Tx};

use super::{OnboardingRequest, StatusToken, status_link};

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
    /// The request that is open.
    #[column(lookup = "onboardingrequest")]
    pub onboardingrequestid: Uuid,
    /// What people call it.
    #[column(text = 20)]
    pub reference: String,
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

/// A link that was put into a mail; only its fingerprint is kept.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "onboardingrequestlink", set = "onboardingrequestlinks", key(by_token(token_hash)))]
pub struct RequestLink {
    /// Id.
    #[column(id)]
    pub onboardingrequestlinkid: Uuid,
    /// The request whose status it opens.
    #[column(lookup = "onboardingrequest")]
    pub onboardingrequestid: Uuid,
    /// Fingerprint of its token.
    #[column(text = 64)]
    pub token_hash: String,
}

/// A mail in the hands of headquarters.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenMail {
    /// What to tell, and to whom.
    pub mail: RequestMail,
    /// Opens the request's status.
    pub link: String,
}

/// Queues a mail to the sender of this request, unless the address had its share of the day.
pub(super) async fn queue(tx: &mut Tx, kind: RequestMailKind, request: &OnboardingRequest) -> Result<()> {
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
        onboardingrequestid: request.onboardingrequestid,
        reference: request.reference.clone(),
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

/// Where headquarters go on taking mails, and how many they take at once.
#[derive(Clone, Debug, Default)]
pub struct TakeMails {
    /// Where the mails before ended.
    pub after: Option<Cursor>,
    /// Most mails.
    pub limit: u32,
}

/// The next mails that headquarters have not had, oldest first, each with a link made for it, and
/// where to go on. Taken again before they are marked, they come with other links; all of them work.
///
/// # Errors
/// As any write.
pub async fn take_mails(tx: &mut Tx, from: &TakeMails) -> Result<(Vec<TakenMail>, Option<Cursor>)> {
    let mut query = Query::of(RequestMail::NAME)
        .filter(Filter::IsNull("pulled_at".into()))
        .order_by("queued_at")
        .limit(from.limit);
    query.after = from.after.clone();
    let page = tx.page(&query).await?;
    let mut taken = Vec::with_capacity(page.rows.len());
    for row in &page.rows {
        let mail = RequestMail::from_row(row)?;
        let token = StatusToken::new(tx.random());
        tx.insert(&RequestLink {
            onboardingrequestlinkid: tx.new_id(),
            onboardingrequestid: mail.onboardingrequestid,
            token_hash: token.hash(),
        })
        .await?;
        taken.push(TakenMail { link: status_link(&token, &mail.store_url), mail });
    }
    Ok((taken, page.next))
}

/// Notes that headquarters have these mails.
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
        tx.save(&RequestMail { pulled_at: Some(now), ..mail }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal, Store};

    use super::super::find_by_token;
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
            let mails = take(&store).await;
            let of_ola = |mail: &&TakenMail| mail.mail.recipient == "Ola@example.com";
            let to_ola: Vec<_> = mails.iter().filter(of_ola).collect();
            let kinds: Vec<_> = to_ola.iter().map(|taken| (taken.mail.kind, taken.mail.number)).collect();
            let open = RequestMailKind::AlreadyOpen;
            assert_eq!(kinds, [(RequestMailKind::Received, 1), (open, 1), (open, 2), (open, 3)]);
            assert_eq!(mails.len(), 5);
            for TakenMail { mail, .. } in to_ola {
                assert_eq!(mail.name.as_deref(), Some("Ola"));
                assert_eq!(mail.reference, first.reference);
            }
        }
    }

    #[tokio::test]
    async fn a_mail_comes_until_it_is_marked_and_every_link_of_it_works() {
        for (_folder, store) in each_store().await {
            let sent = send(&store, submission("Ola", None)).await.unwrap();
            let (first, again) = (take(&store).await, take(&store).await);
            assert_eq!((first.len(), &first[0].mail), (1, &again[0].mail));
            assert_ne!(first[0].link, again[0].link);
            let mut reader = store.read(&Principal::system()).await.unwrap();
            for taken in [&first[0], &again[0]] {
                let token = taken.link.strip_prefix("http://127.0.0.1:8420/requests/").unwrap();
                let token = StatusToken::parse(token).unwrap();
                let report = find_by_token(&mut reader, &token, Timestamp::MAX).await.unwrap().unwrap();
                assert_eq!(report.reference, sent.reference);
            }
            drop(reader);
            let ids = vec![first[0].mail.onboardingrequestmailid];
            store
                .write(Context::system(), ids, |tx, ids| Box::pin(mark_mails_pulled(tx, ids)))
                .await
                .unwrap();
            assert_eq!(take(&store).await, []);
        }
    }

    async fn take(store: &Store) -> Vec<TakenMail> {
        let from = TakeMails { after: None, limit: 10 };
        let taken = store.write(Context::system(), from, |tx, from| Box::pin(take_mails(tx, from))).await;
        taken.unwrap().0
    }
}
