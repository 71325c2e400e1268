//! Mails about requests: the store says to whom and about what, headquarters choose the words and
//! send, as part of P-0001.
//!
//! Taken there, queued here, marked there. Stopped in between, a mail is taken again with another
//! link; the one that was queued keeps its own, and both work.

use channel::requests::{RequestMail, TakeMails, TakenMail, mark_mails_pulled, take_mails};
use jobs::{Remark, Run};
use tables::uuid::Uuid;
use tables::{Context, Result, Store, Tx};

use crate::legal_entities;
use crate::mail::{self, Letter};

/// Mails per transaction.
const BATCH_ROWS: u32 = 100;

/// Sends each mail that waits.
pub(super) async fn send_all(run: &mut Run, channel: &Store) -> Result<()> {
    let mut after = None;
    loop {
        let from = TakeMails { after, limit: BATCH_ROWS };
        let (mails, next) =
            channel.write(Context::system(), from, |tx, from| Box::pin(take_mails(tx, from))).await?;
        let mut sent: Vec<Uuid> = Vec::new();
        for mail in mails {
            let (id, reference) = (mail.mail.onboardingrequestmailid, mail.mail.reference.clone());
            match run.store().write(Context::system(), mail, |tx, mail| Box::pin(queue(tx, mail))).await {
                Ok(true) => run
                    .done(&reference, Remark::new("acknowledged", "its sender is told that it was received")),
                Ok(false) => {
                    run.skipped(&reference, Remark::new("was-acknowledged", "its sender was told already"))
                }
                Err(error) if error.is_transient() => return Err(error),
                Err(error) => {
                    run.failed(&reference, &error);
                    continue;
                }
            }
            sent.push(id);
        }
        if !sent.is_empty() {
            channel.write(Context::system(), sent, |tx, sent| Box::pin(mark_mails_pulled(tx, sent))).await?;
        }
        after = next;
        if after.is_none() {
            return Ok(());
        }
    }
}

async fn queue(tx: &mut Tx, taken: &TakenMail) -> Result<bool> {
    let company = legal_entities::resolve(tx, None).await?.legal_entity_id;
    let RequestMail { onboardingrequestmailid: cause, recipient, name, .. } = &taken.mail;
    let letter = Letter::to_sender(&company, *cause, recipient, name.as_deref())
        .in_language(&taken.mail.language)
        .with("storename", &taken.mail.store_name)
        .with("storeurl", &taken.mail.store_url)
        .with("reference", &taken.mail.reference)
        .with("statusurl", &taken.link);
    mail::queue(tx, &letter).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{all, each_store};

    /// The texts of both kinds are one: whoever reads it learns only that a request is open.
    #[tokio::test]
    async fn a_mail_is_queued_once_however_often_it_is_taken() {
        for (_place, store) in each_store().await {
            let mail = RequestMail {
                onboardingrequestmailid: Uuid::from_u128(7),
                kind: channel::requests::RequestMailKind::Received,
                recipient: "ola@nowak.example".into(),
                day: tables::jiff::civil::date(2026, 11, 20),
                number: 1,
                name: Some("Ola".into()),
                onboardingrequestid: Uuid::from_u128(8),
                reference: "R-ABC".into(),
                language: "pl-PL".into(),
                store_name: "Alder & Finch".into(),
                store_url: "http://127.0.0.1:8420".into(),
                queued_at: "2026-11-20T09:30:00Z".parse().unwrap(),
                pulled_at: None,
            };
            for (link, new) in
                [("http://127.0.0.1:8420/requests/one", true), ("http://127.0.0.1:8420/requests/two", false)]
            {
                let taken = TakenMail { mail: mail.clone(), link: link.into() };
                let queued =
                    store.write(Context::system(), taken, |tx, taken| Box::pin(queue(tx, taken))).await;
                assert_eq!(queued, Ok(new));
            }
            let mails = all::<crate::mail::EmailMessage>(&store).await;
            assert_eq!(mails.len(), 1);
            assert_eq!(mails[0].recipient, "ola@nowak.example");
            assert!(
                mails[0].text_body.contains("/requests/one") && mails[0].text_body.contains("Ola"),
                "{}",
                mails[0].text_body
            );
        }
    }
}
