//! Sessions: who is signed in, by a random token in a cookie of which the store keeps a fingerprint.

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::{SignedDuration, Timestamp};
use platform::token::{Purpose, Token};
use tables::{Context, Error, Filter, Query, Result, Store, Table, Tx};
use uuid::Uuid;

/// A session that nobody uses ends after this time.
pub const IDLE_HOURS: i64 = 8;
/// Any session ends after this time.
pub const LIFE_HOURS: i64 = 24 * 30;
/// How often the time of the last use is written down.
const SEEN_MINUTES: i64 = 5;
/// Most sessions of one person; the oldest ends for a new one.
pub const SESSIONS_MAX: usize = 20;
/// Most sessions that end in one transaction.
const END_AT_ONCE: u32 = 500;
/// Longest note of the browser.
const AGENT_LENGTH_MAX: usize = 200;

/// What a session's token is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SessionCookie {}

impl Purpose for SessionCookie {
    const WORDS: &'static str = "session";
}

/// The token in a session's cookie.
pub type SessionToken = Token<SessionCookie>;

/// Somebody is signed in.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "session", set = "sessions", key(by_hash(token_hash)), index(person), bookkeeping)]
pub struct Session {
    /// Id.
    #[column(id)]
    pub sessionid: Uuid,
    /// Fingerprint of the token, which itself is only in the cookie.
    #[column(text = 64)]
    pub token_hash: String,
    /// Id of whoever signed in.
    #[column(text = 36)]
    pub person: String,
    /// When.
    #[column(date_time)]
    pub began_at: Timestamp,
    /// When it was last used, to a few minutes.
    #[column(date_time)]
    pub seen_at: Timestamp,
    /// Whether it outlives a day without use: this device is the person's own.
    #[column(yes_no, default = false)]
    pub stays: bool,
    /// The browser, as it calls itself.
    #[column(text = 200)]
    pub agent: Option<String>,
}

impl Session {
    fn is_over(&self, now: Timestamp) -> bool {
        let idle = if self.stays { LIFE_HOURS } else { IDLE_HOURS };
        now.duration_since(self.seen_at) > SignedDuration::from_hours(idle)
            || now.duration_since(self.began_at) > SignedDuration::from_hours(LIFE_HOURS)
    }

    /// Whose it is.
    #[must_use]
    pub fn person(&self) -> Uuid {
        self.person.parse().unwrap_or_default()
    }
}

/// Begins a session of `person`; the token goes into a cookie.
///
/// # Errors
/// As any write.
pub async fn begin(store: &Store, person: Uuid, stays: bool, agent: Option<&str>) -> Result<SessionToken> {
    let token = SessionToken::new(store.environment().randomness.bytes());
    let now = store.environment().clock.now();
    let session = Session {
        sessionid: store.environment().ids.next(),
        token_hash: token.hash(),
        person: person.to_string(),
        began_at: now,
        seen_at: now,
        stays,
        agent: agent.map(|agent| agent.chars().take(AGENT_LENGTH_MAX).collect()),
    };
    store
        .write::<_, _, Error>(Context::system(), session, |tx, session| {
            Box::pin(async move {
                let of_person =
                    Query::of(Session::NAME).filter(of(session.person())).order_by_descending("seen_at");
                let known: Vec<Session> = tx.list(of_person).await?;
                for old in known.iter().skip(SESSIONS_MAX - 1) {
                    tx.remove::<Session>(old.sessionid).await?;
                }
                tx.insert(session).await?;
                Ok(())
            })
        })
        .await?;
    Ok(token)
}

/// The session of this token, if it is not over.
///
/// # Errors
/// As any read.
pub async fn find(store: &Store, token: &SessionToken) -> Result<Option<Session>> {
    let mut reader = store.read(&tables::Principal::system()).await?;
    let found: Option<Session> = reader.find(Filter::equals("token_hash", token.hash())).await?;
    drop(reader);
    let now = store.environment().clock.now();
    let Some(session) = found.filter(|session| !session.is_over(now)) else { return Ok(None) };
    if now.duration_since(session.seen_at) >= SignedDuration::from_mins(SEEN_MINUTES) {
        let seen = Session { seen_at: now, ..session.clone() };
        store
            .write(Context::system(), seen, |tx, seen| {
                Box::pin(async move {
                    // It may have ended meanwhile.
                    if tx.get::<Session>(seen.sessionid).await?.is_some() {
                        tx.save(seen).await?;
                    }
                    Ok::<_, tables::Error>(())
                })
            })
            .await?;
    }
    Ok(Some(session))
}

/// Sessions of `person` that are not over, the one used last first.
///
/// # Errors
/// As any read.
pub async fn list(store: &Store, person: Uuid) -> Result<Vec<Session>> {
    let query = Query::of(Session::NAME).filter(of(person)).order_by_descending("seen_at");
    let mut sessions: Vec<Session> = store.read(&tables::Principal::system()).await?.list(query).await?;
    let now = store.environment().clock.now();
    sessions.retain(|session| !session.is_over(now));
    Ok(sessions)
}

/// Ends the session of this token.
///
/// # Errors
/// As any write.
pub async fn end(store: &Store, token: &SessionToken) -> Result<()> {
    end_where(store, Filter::equals("token_hash", token.hash())).await
}

/// Ends this session, if it is one of `person`.
///
/// # Errors
/// As any write.
pub async fn end_one(store: &Store, person: Uuid, session: Uuid) -> Result<()> {
    end_where(store, of(person).and(Filter::equals("sessionid", session))).await
}

/// Ends every session of everybody: what a restored database still believes may have ended since.
///
/// # Errors
/// As any write.
pub async fn end_everybodys(store: &Store) -> Result<()> {
    let end_some = || {
        store.write(Context::system(), (), |tx, ()| {
            Box::pin(async move {
                let some: Vec<Session> = tx.list(Query::of(Session::NAME).limit(END_AT_ONCE)).await?;
                for session in &some {
                    tx.remove::<Session>(session.sessionid).await?;
                }
                Ok::<_, tables::Error>(some.len())
            })
        })
    };
    while end_some().await? > 0 {}
    Ok(())
}

/// Ends all sessions of `person`, but the one with id `but`.
///
/// # Errors
/// As any write.
pub async fn end_all(store: &Store, person: Uuid, but: Option<Uuid>) -> Result<()> {
    store
        .write(Context::system(), (person, but), |tx, (person, but)| Box::pin(end_others(tx, *person, *but)))
        .await
}

async fn end_where(store: &Store, filter: Filter) -> Result<()> {
    store.write(Context::system(), filter, |tx, filter| Box::pin(remove_where(tx, filter, None))).await
}

/// Ends all sessions of `person` but the one with id `but`, as part of something greater.
///
/// # Errors
/// As any write.
pub async fn end_others(tx: &mut Tx, person: Uuid, but: Option<Uuid>) -> Result<()> {
    remove_where(tx, &of(person), but).await
}

async fn remove_where(tx: &mut Tx, filter: &Filter, but: Option<Uuid>) -> Result<()> {
    for session in tx.list::<Session>(Query::of(Session::NAME).filter(filter.clone())).await? {
        if Some(session.sessionid) != but {
            tx.remove::<Session>(session.sessionid).await?;
        }
    }
    Ok(())
}

fn of(person: Uuid) -> Filter {
    Filter::equals("person", person.to_string())
}

/// A cookie that holds a session's token. Behind HTTPS its name and attributes keep it to this host.
#[derive(Clone, Debug)]
pub struct Cookie {
    name: String,
    secure: bool,
}

impl Cookie {
    /// The cookie called `name` of whoever comes to `origin`. A browser tells ports of one host apart
    /// in everything but its cookies, so on one machine the port is part of the name.
    #[must_use]
    pub fn new(name: &str, origin: &str) -> Self {
        let secure = origin.starts_with("https://");
        let port = origin.rsplit_once(':').map(|(_, port)| port).filter(|port| port.parse::<u16>().is_ok());
        let name = match port {
            _ if secure => format!("__Host-{name}"),
            Some(port) => format!("{name}_{port}"),
            None => name.to_owned(),
        };
        Self { name, secure }
    }

    /// The token that a request brings.
    #[must_use]
    pub fn token(&self, headers: &HeaderMap) -> Option<SessionToken> {
        SessionToken::parse(&read_cookie(headers, &self.name)?)
    }

    /// Puts the token there; with `stays` for as long as a session may last.
    #[must_use]
    pub fn set(&self, token: &SessionToken, stays: bool) -> HeaderValue {
        let life = if stays { format!("; Max-Age={}", LIFE_HOURS * 3_600) } else { String::new() };
        self.write(&token.text(), &life)
    }

    /// Takes it away.
    #[must_use]
    pub fn clear(&self) -> HeaderValue {
        self.write("", "; Max-Age=0")
    }

    fn write(&self, value: &str, life: &str) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        let cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{life}", self.name);
        HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
    }
}

/// The value of the cookie called `name`.
#[must_use]
pub fn read_cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
}
