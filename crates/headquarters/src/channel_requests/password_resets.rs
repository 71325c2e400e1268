//! Password resets: whoever forgot a password, or lost the invitation to set one, is sent a link, as
//! part of P-0001.
//!
//! The token is made in the channel, the mail is queued here, the wish is marked there. Stopped in
//! between, the next run makes another token, and the one mail there is keeps its own.

use channel::customers::{PasswordRequest, mark_password_request, open_password_requests, token_for_request};
use jobs::{Remark, Run};
use tables::{Context, Principal, Result, Store, Tx};

use crate::customers::Customer;
use crate::mail::{self, Letter, NotificationType};

/// Wishes per page.
const PAGE_ROWS: u32 = 100;

/// Sends a link for each wish.
pub(super) async fn send_all(run: &mut Run, channel: &Store, origin: &str) -> Result<()> {
    let mut after = None;
    loop {
        let mut reader = channel.read(&Principal::system()).await?;
        let (requests, next) = open_password_requests(&mut reader, after, PAGE_ROWS).await?;
        drop(reader);
        for request in requests {
            send_one(run, channel, origin, request).await?;
        }
        after = next;
        if after.is_none() {
            return Ok(());
        }
    }
}

async fn send_one(run: &mut Run, channel: &Store, origin: &str, request: PasswordRequest) -> Result<()> {
    let token = channel
        .write(Context::system(), request.clone(), |tx, it| Box::pin(token_for_request(tx, it)))
        .await?;
    let reset = Reset {
        request: request.clone(),
        origin: origin.to_owned(),
        access_url: format!("{origin}/set-password/{}", token.text()),
    };
    let key = request.passwordrequestid.to_string();
    match run.store().write(Context::system(), reset, |tx, reset| Box::pin(queue(tx, reset))).await {
        Ok(true) => run.done(&key, Remark::new("link-goes-out", "a link to set a password goes out")),
        Ok(false) => {
            run.skipped(&key, Remark::new("told-or-gone", "was told already, or is no customer any more"))
        }
        Err(error) if error.is_transient() => return Err(error),
        Err(error) => {
            run.failed(&key, &error);
            return Ok(());
        }
    }
    channel.write(Context::system(), request, |tx, it| Box::pin(mark_password_request(tx, it))).await
}

struct Reset {
    request: PasswordRequest,
    origin: String,
    access_url: String,
}

async fn queue(tx: &mut Tx, reset: &Reset) -> Result<bool> {
    let person: Option<Customer> = tx.get(reset.request.personid).await?;
    let Some(person) = person else { return Ok(false) };
    let cause = reset.request.passwordrequestid;
    let letter = match &reset.request.organization {
        Some(organization) => Letter::to_person(&person, organization, cause, NotificationType::UserAdded),
        None => Letter::to_person(&person, "", cause, NotificationType::PasswordReset),
    };
    let letter = letter.with("storeurl", &reset.origin).with("accessurl", &reset.access_url);
    mail::queue(tx, &letter).await
}
