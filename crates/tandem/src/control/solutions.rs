//! Solution packages: which there are, install one, verify, remove.

use ::dual_write::pages::{finding_in_english, leg_in_english};
use ::dual_write::solutions::{
    Documents, InstallationState, Item, Package, Patience, Presence, SetupError, Verification,
    VerificationState, is_healthy,
};
use ::dual_write::{Hub, Side};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use tables::Context;

use super::{Controlled, Trouble};

pub(super) fn routes() -> Router<Controlled> {
    Router::new()
        .route("/solutions", get(list))
        .route("/solutions/look", post(look))
        .route("/solutions/install", post(install))
        .route("/solutions/go-on", post(go_on))
        .route("/solutions/{name}", get(status))
        .route("/solutions/{name}/repair", post(repair))
        .route("/solutions/{name}/try-again", post(try_again))
        .route("/solutions/{name}/roll-back", post(roll_back))
        .route("/solutions/{name}/uninstall", post(uninstall))
        .route("/solutions/{name}/verify", post(verify))
}

async fn list(State(controlled): State<Controlled>) -> Result<Json<Value>, Trouble> {
    let (packages, unfit) = controlled.hub.packages().await?;
    let mut shown = Vec::new();
    for package in &packages {
        let known = controlled.hub.installation(package.name()).await?;
        shown.push(json!({
            "name": package.name(), "title": package.title(), "version": package.version().to_string(),
            "publisher": package.publisher(), "description": package.description().of("en-US"),
            "state": known.as_ref().map_or(InstallationState::Removed, |known| known.state).name(),
            "installedVersion": known.filter(|known| known.state == InstallationState::Installed).map(|known| known.version),
        }));
    }
    let unfit = unfit.iter().map(|unfit| json!({ "folder": unfit.folder, "error": unfit.error.to_string() }));
    Ok(Json(json!({ "packages": shown, "unfit": unfit.collect::<Vec<_>>() })))
}

/// A package of the gallery, or one that came along.
#[derive(Deserialize)]
struct Wanted {
    name: Option<String>,
    documents: Option<Documents>,
    company: Option<String>,
    /// Ids of headquarters' and Sales' environment, as they were shown.
    environments: Option<[String; 2]>,
    /// Whether findings that a button puts right are put right first.
    #[serde(default)]
    repair: bool,
}

impl Wanted {
    async fn package(&self, hub: &Hub) -> Result<Package, SetupError> {
        match (&self.documents, &self.name) {
            (Some(documents), _) => Ok(Package::read(documents.clone())?),
            (None, Some(name)) => hub.package(name).await,
            (None, None) => Err(SetupError::NoPackage(String::new())),
        }
    }
}

/// What an installation would meet and change. Nothing but the wizard's answers is written.
async fn look(
    State(controlled): State<Controlled>,
    Json(wanted): Json<Wanted>,
) -> Result<Json<Value>, Trouble> {
    let hub = &controlled.hub;
    let package = wanted.package(hub).await?;
    let environments = hub.environments().await.map(|(side, environment)| match environment {
        Ok(found) => json!({ "side": side, "address": found.address, "id": found.organization,
                             "user": found.user, "version": found.version, "fingerprint": found.fingerprint }),
        Err(error) => json!({ "side": side, "error": error.to_string() }),
    });
    let companies = hub.companies().await.unwrap_or_default();
    let companies = companies
        .iter()
        .map(|company| json!({ "code": company.code, "name": company.name, "currency": company.currency }))
        .collect::<Vec<_>>();
    let mut known = hub.planned(&package).await?;
    if let Some(company) = &wanted.company {
        known.company = Some(company.clone());
    }
    let findings = hub.health(&package, &known).await?;
    let items = match is_healthy(&findings) {
        true => hub.outline(&package).await?,
        false => Vec::new(),
    };
    let findings = findings.iter().map(|finding| {
        let said = finding_in_english(finding);
        json!({ "name": finding.about.name(), "isGood": finding.is_good, "title": said.title,
                "detail": said.detail, "remedy": said.remedy, "canRepair": finding.can_repair })
    });
    Ok(Json(json!({
        "name": package.name(), "title": package.title(), "version": package.version().to_string(),
        "environments": environments, "companies": companies,
        "findings": findings.collect::<Vec<_>>(), "items": items.iter().map(item).collect::<Vec<_>>(),
    })))
}

fn item(item: &Item) -> Value {
    let presence = match &item.presence {
        Presence::Missing => "will be made".to_owned(),
        Presence::Present => "is there and is used".to_owned(),
        Presence::Different(found) => format!("is there and does not fit: {found}"),
    };
    json!({ "kind": format!("{:?}", item.kind), "table": item.table, "name": item.name, "presence": presence })
}

/// Begins; `go-on` does it, here or in the running server.
async fn install(
    State(controlled): State<Controlled>,
    Json(wanted): Json<Wanted>,
) -> Result<Json<Value>, Trouble> {
    let hub = &controlled.hub;
    let package = wanted.package(hub).await?;
    let (name, context) = (package.name(), Context::system);
    let known = hub.prepare(context(), &package).await?;
    if known.state == InstallationState::Preparing {
        let [headquarters, sales] =
            wanted.environments.ok_or_else(|| SetupError::NotPrepared(name.into()))?;
        hub.confirm_environments(context(), name, [&headquarters, &sales]).await?;
        let company = wanted.company.unwrap_or_default();
        hub.choose_company(context(), name, &company).await?;
    }
    if wanted.repair {
        let known = hub.planned(&package).await?;
        for finding in hub.health(&package, &known).await?.iter().filter(|finding| finding.can_repair) {
            hub.repair(&context(), name, &finding.about.name()).await?;
        }
    }
    hub.begin(context(), &package).await?;
    Ok(Json(json!({ "name": name })))
}

async fn go_on(State(controlled): State<Controlled>) -> Result<StatusCode, Trouble> {
    controlled.hub.go_on().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn status(
    State(controlled): State<Controlled>,
    Path(name): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let known = controlled.hub.installation(&name).await?;
    let known = known.ok_or_else(|| SetupError::NotInstalled(name.clone()))?;
    let steps = controlled.hub.steps(&name).await?;
    let steps = steps.iter().map(|step| {
        json!({ "kind": format!("{:?}", step.kind), "table": step.tablename, "name": step.name,
                "state": format!("{:?}", step.state) })
    });
    Ok(Json(json!({
        "state": known.state.name(), "isWorking": known.state.is_working(), "isStuck": known.isstuck,
        "version": known.version, "company": known.company, "trouble": known.trouble,
        "steps": steps.collect::<Vec<_>>(),
    })))
}

#[derive(Deserialize)]
struct Named {
    check: String,
}

async fn repair(
    State(controlled): State<Controlled>,
    Path(name): Path<String>,
    Json(named): Json<Named>,
) -> Result<StatusCode, Trouble> {
    controlled.hub.repair(&Context::system(), &name, &named.check).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn try_again(
    State(controlled): State<Controlled>,
    Path(name): Path<String>,
) -> Result<StatusCode, Trouble> {
    controlled.hub.try_again(Context::system(), &name).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn roll_back(
    State(controlled): State<Controlled>,
    Path(name): Path<String>,
) -> Result<StatusCode, Trouble> {
    controlled.hub.roll_back(Context::system(), &name).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn uninstall(
    State(controlled): State<Controlled>,
    Path(name): Path<String>,
) -> Result<StatusCode, Trouble> {
    controlled.hub.uninstall(Context::system(), &name).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn verify(
    State(controlled): State<Controlled>,
    Path(name): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let hub = &controlled.hub;
    let id = hub.begin_verification(Context::system(), &name).await?;
    let Verification { state, mark, .. } = hub.run_verification(id, Patience::default()).await?;
    let verification = hub.verification(id).await?;
    let legs = verification.as_ref().map(Verification::legs).unwrap_or_default();
    let legs = legs.iter().map(|leg| {
        json!({ "leg": leg_in_english(leg), "milliseconds": leg.milliseconds, "found": leg.found,
                "trouble": leg.trouble })
    });
    Ok(Json(json!({
        "passed": state == VerificationState::Passed, "mark": mark, "legs": legs.collect::<Vec<_>>(),
    })))
}

impl From<SetupError> for Trouble {
    fn from(error: SetupError) -> Self {
        let status = match &error {
            SetupError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
            SetupError::NoPackage(_) | SetupError::NotInstalled(_) => StatusCode::NOT_FOUND,
            SetupError::Peer(_) => StatusCode::BAD_GATEWAY,
            _ => StatusCode::BAD_REQUEST,
        };
        let side = |side: Side| side.name();
        let message = match &error {
            SetupError::OtherEnvironment(which) => format!(
                "Another environment of {} answers now. Run the command again and look at it.",
                side(*which)
            ),
            other => other.to_string(),
        };
        Self::new(status, message)
    }
}
