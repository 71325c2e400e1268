//! Links that set a password: sent by mail to whoever forgot theirs, good for one use.

use std::pin::Pin;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use platform::token::{Purpose, Token};
use tables::security::SystemUser;
use tables::{Context, Filter, Principal, Query, Result, Store, Table, Tx};
use uuid::Uuid;

use super::UserSettings;
use super::passwords::{NewPassword, RIGHTS, save_password};

/// Days for which a link counts. The mail says the same.
pub const LINK_DAYS: i64 = 7;
/// Links that one person gets within a day: each is a mail.
pub const LINKS_PER_DAY_MAX: usize = 3;

/// Opens the page that sets a password of the back office.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OfficePassword {}

impl Purpose for OfficePassword {
    const WORDS: &'static str = "office password link";
}

/// The token in a link.
pub type LinkToken = Token<OfficePassword>;

/// A link that counts, by the fingerprint of its token.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "passwordlink", set = "passwordlinks", key(by_hash(token_hash)), index(person), bookkeeping)]
pub struct PasswordLink {
    /// Id.
    #[column(id)]
    pub passwordlinkid: Uuid,
    /// Id of the user whose password it sets.
    #[column(text = 36)]
    pub person: String,
    /// Fingerprint of the token, which itself is only in the mail.
    #[column(text = 64)]
    pub token_hash: String,
    /// When it was made.
    #[column(date_time)]
    pub made_at: Timestamp,
}

/// What the mail with a link tells.
#[derive(Clone)]
pub struct LinkMail {
    /// Id of the link: it makes no second mail.
    pub link: Uuid,
    /// Full name.
    pub name: String,
    /// Whereto.
    pub email: String,
    /// Language that the person chose.
    pub language: Option<String>,
    /// Where people reach the pages.
    pub origin: String,
    /// The link itself. Secret: whoever follows it sets the password.
    pub address: String,
}

/// Queues the mail, in the transaction that makes the link.
pub type QueueLinkMail = Arc<
    dyn for<'a> Fn(&'a mut Tx, &'a LinkMail) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>
        + Send
        + Sync,
>;

/// Makes a link for a person, and its mail; nothing where too many were made today.
pub(super) struct SendLink {
    pub user: SystemUser,
    pub origin: String,
    pub queue: QueueLinkMail,
}

pub(super) async fn send_link(tx: &mut Tx, command: &SendLink) -> Result<()> {
    let person = command.user.systemuserid.to_string();
    let now = tx.now();
    // One at a time, or the limit would not hold; a second click meanwhile needs no second link.
    let query = Query::of(SystemUser::NAME)
        .filter(Filter::equals("systemuserid", command.user.systemuserid))
        .limit(1);
    if tx.claim::<SystemUser>(query).await?.is_empty() {
        return Ok(());
    }
    let of_person = Filter::equals("person", person.as_str());
    let known: Vec<PasswordLink> = tx.list(Query::of(PasswordLink::NAME).filter(of_person)).await?;
    for old in known.iter().filter(|link| !counts(link, now)) {
        tx.remove::<PasswordLink>(old.passwordlinkid).await?;
    }
    if known.iter().filter(|link| link.made_at > earlier(now, 24)).count() >= LINKS_PER_DAY_MAX {
        return Ok(());
    }
    let (link, address) = new_link(tx, command.user.systemuserid, &command.origin).await?;
    let settings: Option<UserSettings> = tx.get(command.user.systemuserid).await?;
    let mail = LinkMail {
        link,
        name: command.user.fullname.clone(),
        email: command.user.internalemailaddress.clone().unwrap_or_default(),
        language: settings.and_then(|settings| settings.language),
        origin: command.origin.clone(),
        address,
    };
    (command.queue)(tx, &mail).await
}

/// A link that counts from now: its id, and its address at `origin`.
async fn new_link(tx: &mut Tx, user: Uuid, origin: &str) -> Result<(Uuid, String)> {
    let token = LinkToken::new(tx.random());
    let link = PasswordLink {
        passwordlinkid: tx.new_id(),
        person: user.to_string(),
        token_hash: token.hash(),
        made_at: tx.now(),
    };
    tx.insert(&link).await?;
    Ok((link.passwordlinkid, format!("{origin}/office/set-password/{}", token.text())))
}

/// The address at `origin` under which the person of this e-mail sets a password, for whoever lets
/// people in to hand over; nothing where nobody is known by it. Secret.
///
/// # Errors
/// As any write.
pub async fn invite(directory: &Store, email: &str, origin: &str) -> Result<Option<String>> {
    let input = (email.to_owned(), origin.to_owned());
    let invite = directory.write(Context::system(), input, |tx, (email, origin)| {
        Box::pin(async move {
            let known = Filter::equals("internalemailaddress", email.as_str());
            let Some(user) = tx.find::<SystemUser>(known).await? else { return Ok(None) };
            let (_, address) = new_link(tx, user.systemuserid, origin).await?;
            Ok(Some(address))
        })
    });
    invite.await
}

/// Whose password the token may set; nothing where it may set none.
pub(super) async fn find_user(store: &Store, token: &LinkToken) -> Result<Option<SystemUser>> {
    let mut reader = store.read(&Principal::system()).await?;
    let link: Option<PasswordLink> = reader.find(of(token)).await?;
    let now = store.environment().clock.now();
    let Some(link) = link.filter(|link| counts(link, now)) else { return Ok(None) };
    let user: Option<SystemUser> = reader.get(link.person.parse().unwrap_or_default()).await?;
    Ok(user.filter(|user| !user.isdisabled))
}

/// A token, and the password that it sets.
pub(super) struct UseLink {
    pub token: LinkToken,
    pub user: Uuid,
    pub credential: String,
}

/// Sets the password in the person's own name; false where the link counts no more.
pub(super) async fn use_link(store: &Store, command: UseLink) -> Result<bool> {
    let principal = store.read(&Principal::system()).await?.principal(command.user).await?;
    let Some(principal) = principal else { return Ok(false) };
    store.write(Context::of(principal), command, |tx, command| Box::pin(set(tx, command))).await
}

async fn set(tx: &mut Tx, command: &UseLink) -> Result<bool> {
    let now = tx.now();
    {
        let mut tx = tx.lend(RIGHTS);
        // Claimed, so that of two at the same moment one finds it used.
        let query = Query::of(PasswordLink::NAME).filter(of(&command.token)).limit(1);
        let link = tx.claim::<PasswordLink>(query).await?.pop().filter(|link| counts(link, now));
        if link.is_none_or(|link| link.person != command.user.to_string()) {
            return Ok(false);
        }
    }
    let new = NewPassword { user: command.user, credential: command.credential.clone(), but: None };
    save_password(tx, &new).await?;
    Ok(true)
}

fn of(token: &LinkToken) -> Filter {
    Filter::equals("token_hash", token.hash())
}

fn counts(link: &PasswordLink, now: Timestamp) -> bool {
    link.made_at > earlier(now, 24 * LINK_DAYS)
}

fn earlier(now: Timestamp, hours: i64) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MIN)
}
