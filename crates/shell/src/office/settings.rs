//! Settings: what somebody of the back office chose for themselves, and where they are signed in.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use jiff::tz::TimeZone;
use jiff::{Timestamp, tz};
use serde::Deserialize;
use tables::{Principal, Privilege, Result, Right, Table, Tx};
use uuid::Uuid;

use super::insider::Insider;
use super::{Office, SIGN_IN};
use crate::form::Filled;
use crate::sessions::{self, Session};
use crate::{Fault, Frame, Language, RowId, Shown, Tone, redirect};

/// Its address.
pub const SETTINGS: &str = "/office/settings";

/// What somebody of the back office chose for themselves.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "usersettings", set = "usersettingscollection")]
pub struct UserSettings {
    /// Id: that of the user.
    #[column(id)]
    pub usersettingsid: Uuid,
    /// Language, BCP 47; nothing: as the browser likes.
    #[column(text = 35)]
    pub language: Option<String>,
    /// Time zone, as IANA calls it; nothing: UTC.
    #[column(text = 60)]
    pub timezone: Option<String>,
}

/// Everybody may say how they want to read, whatever they may do otherwise.
const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Create, table: UserSettings::NAME },
    Right { privilege: Privilege::Read, table: UserSettings::NAME },
    Right { privilege: Privilege::Write, table: UserSettings::NAME },
];

/// Saves what somebody chose.
///
/// # Errors
/// As any write.
pub async fn save_settings(tx: &mut Tx, settings: &UserSettings) -> Result<()> {
    let mut tx = tx.lend(RIGHTS);
    match tx.get::<UserSettings>(settings.usersettingsid).await? {
        Some(_) => tx.save(settings).await?,
        None => tx.insert(settings).await?,
    };
    Ok(())
}

/// A session as the page shows it.
struct Row {
    id: Uuid,
    browser: String,
    began_at: Timestamp,
    seen_at: Timestamp,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "office/settings.html")]
struct Page {
    frame: Frame,
    name: String,
    email: String,
    /// The tag of the chosen language; empty: as the browser likes.
    language: String,
    zone: String,
    zone_error: Option<String>,
    /// Names of time zones with how far they are from UTC now.
    zones: Vec<(String, String)>,
    sessions: Vec<Row>,
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    language: String,
    #[serde(default)]
    zone: String,
}

pub async fn form(State(office): State<Arc<Office>>, insider: Insider) -> Shown {
    let mut reader = office.directory.read(&Principal::system()).await?;
    let settings: Option<UserSettings> = reader.get(insider.person.id).await?;
    drop(reader);
    let (language, zone) = settings.map_or((None, None), |settings| (settings.language, settings.timezone));
    let fields =
        Fields { language: language.unwrap_or_default(), zone: zone.unwrap_or_else(|| "UTC".into()) };
    show(&office, &insider, StatusCode::OK, fields, None).await
}

pub async fn submit(
    State(office): State<Arc<Office>>,
    insider: Insider,
    Filled(fields): Filled<Fields>,
) -> Shown {
    let Some(zone) = find_zone(&fields.zone) else {
        let error = Some(insider.voice.say("time-zone-unknown"));
        return show(&office, &insider, StatusCode::UNPROCESSABLE_ENTITY, fields, error).await;
    };
    let language = Language::ALL.into_iter().find(|language| language.tag() == fields.language);
    if language.is_none() && !fields.language.is_empty() {
        return Err(Fault::Unreadable);
    }
    let settings = UserSettings {
        usersettingsid: insider.person.id,
        language: language.map(|language| language.tag().to_owned()),
        timezone: Some(zone.to_owned()),
    };
    let context = insider.context(&office).await?;
    let save =
        office.directory.write(context, settings, |tx, settings| Box::pin(save_settings(tx, settings)));
    save.await?;
    // Said in the language that was just chosen.
    let mut voice = insider.voice;
    let language = language.or_else(|| Language::of_headers(&insider.headers));
    voice.language = language.unwrap_or_default();
    Ok(redirect::go(SETTINGS, Tone::Good, &voice.say("settings-saved")))
}

pub async fn end_session(
    State(office): State<Arc<Office>>,
    insider: Insider,
    RowId(session): RowId,
) -> Shown {
    sessions::end_one(&office.directory, insider.person.id, session).await?;
    if session == insider.session {
        return Ok(redirect::go(SIGN_IN, Tone::Good, &insider.voice.say("signed-out")));
    }
    Ok(redirect::go(SETTINGS, Tone::Good, &insider.voice.say("session-ended")))
}

pub async fn end_sessions(State(office): State<Arc<Office>>, insider: Insider) -> Shown {
    sessions::end_all(&office.directory, insider.person.id, None).await?;
    let mut response = redirect::go(SIGN_IN, Tone::Good, &insider.voice.say("signed-out-everywhere"));
    response.headers_mut().append(header::SET_COOKIE, office.cookie.clear());
    Ok(response)
}

async fn show(
    office: &Office,
    insider: &Insider,
    status: StatusCode,
    fields: Fields,
    zone_error: Option<String>,
) -> Shown {
    let now = office.directory.environment().clock.now();
    let row = |session: Session| Row {
        id: session.sessionid,
        browser: browser(session.agent.as_deref())
            .unwrap_or_else(|| insider.voice.say("session-unknown-browser")),
        began_at: session.began_at,
        seen_at: session.seen_at,
        is_this: session.sessionid == insider.session,
    };
    let page = Page {
        name: insider.person.name.clone(),
        email: insider.person.email.clone(),
        frame: insider.frame(office, "settings").await?,
        language: fields.language,
        zone: fields.zone,
        zone_error,
        zones: ZONES.iter().filter_map(|name| Some((name.clone(), offset(name, now)?))).collect(),
        sessions: sessions::list(&office.directory, insider.person.id).await?.into_iter().map(row).collect(),
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// The zones that are named after a place, and UTC.
static ZONES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    const REGIONS: [&str; 10] = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    let names = tz::db().available().map(|name| name.as_str().to_owned());
    let places = names.filter(|name| REGIONS.iter().any(|region| name.starts_with(region)));
    places.chain(["UTC".to_owned()]).collect()
});

/// The zone of this name, however its letters are cased.
fn find_zone(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let zones: &'static BTreeSet<String> = &ZONES;
    zones.iter().find(|zone| zone.eq_ignore_ascii_case(name)).map(String::as_str)
}

/// How far a zone is from UTC: `UTC+01:00`.
fn offset(name: &str, now: Timestamp) -> Option<String> {
    let seconds = TimeZone::get(name).ok()?.to_offset(now).seconds();
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.abs() / 60;
    Some(format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60))
}

/// A browser and its system in short, of what it calls itself.
fn browser(agent: Option<&str>) -> Option<String> {
    // Each calls itself by the names of those before it, too.
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let agent = agent?;
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => Some(format!("{browser} · {system}")),
        (Some(name), None) | (None, Some(name)) => Some(name.to_owned()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_named_in_short() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36",
                Some("Chrome · Linux"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0",
                Some("Edge · Windows"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                Some("Safari · iPhone"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0",
                Some("Firefox · macOS"),
            ),
            ("curl/8.0", None),
        ] {
            assert_eq!(browser(Some(agent)).as_deref(), expected, "{agent}");
        }
        assert_eq!(browser(None), None);
    }

    #[test]
    fn zones_are_places() {
        assert_eq!(find_zone(" europe/warsaw "), Some("Europe/Warsaw"));
        assert_eq!(find_zone("utc"), Some("UTC"));
        for nothing in ["", "Warsaw", "posixrules", "../etc/passwd", "Etc/GMT+3"] {
            assert_eq!(find_zone(nothing), None, "{nothing}");
        }
        let winter = "2026-11-21T12:00:00Z".parse().unwrap();
        assert_eq!(offset("Europe/Warsaw", winter).as_deref(), Some("UTC+01:00"));
        assert_eq!(offset("America/St_Johns", winter).as_deref(), Some("UTC−03:30"));
    }
}
