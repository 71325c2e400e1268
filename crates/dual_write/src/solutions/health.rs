//! Whether everything is right for a package to work; each finding says how it is put right.

use serde_json::Value as Json;
use tables::{Context, Depth, Privilege, Table as _};

use super::environment::Environment;
use super::installation::{self, Installation, InstallationState};
use super::package::Package;
use super::parts::{Check, Repair};
use super::variables::Variables;
use super::verification::PROSPECTS;
use super::{Hub, SetupError, items};
use crate::peer::{encode, quoted};
use crate::{Peer, PeerError, Side};

/// Something that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What.
    pub about: About,
    /// Whether it is right.
    pub is_good: bool,
    /// What exactly is wrong, as far as that is not said by what was looked at.
    pub detail: String,
    /// Whether a button puts it right.
    pub can_repair: bool,
}

/// What can be looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// Whether a side answers and knows us.
    Answers(Side),
    /// Whether the environment that answers is the one that somebody confirmed.
    Environment(Side),
    /// Whether the company is there, in headquarters.
    Company(String),
    /// Whether the store's requests come to the company of the package.
    Store(String),
    /// Whether the identity of dual-write may read this set.
    Reads(Side, String),
    /// Whether the identity of the installation may add columns in Sales.
    Customizes,
    /// Whether a table of Sales has the columns that a map names.
    Columns(String),
    /// Whether a column, key or view of this name that is there can be used.
    Fits(String),
    /// Whether another package is at work.
    Alone,
    /// A check of the package itself.
    Own(Box<Check>, Variables),
}

impl About {
    /// How it is named where a repair is asked for.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Answers(side) => format!("answers-{side}"),
            Self::Environment(side) => format!("environment-{side}"),
            Self::Company(code) => format!("company-{code}"),
            Self::Store(company) => format!("store-{company}"),
            Self::Reads(side, set) => format!("reads-{side}-{set}"),
            Self::Customizes => "customizes".into(),
            Self::Columns(table) => format!("columns-{table}"),
            Self::Fits(name) => format!("fits-{name}"),
            Self::Alone => "alone".into(),
            Self::Own(check, _) => format!("check-{}", check.name),
        }
    }
}

impl Finding {
    fn good(about: About) -> Self {
        Self { about, is_good: true, detail: String::new(), can_repair: false }
    }

    fn bad(about: About, detail: impl Into<String>) -> Self {
        Self { about, is_good: false, detail: detail.into(), can_repair: false }
    }
}

/// Whether nothing stands in the way.
#[must_use]
pub fn is_healthy(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.is_good)
}

impl Hub {
    /// Looks at everything that the package needs. Nothing is changed.
    ///
    /// # Errors
    /// [`SetupError`] for dual-write's own database; what peers refuse is a finding.
    pub async fn health(
        &self,
        package: &Package,
        installation: &Installation,
    ) -> Result<Vec<Finding>, SetupError> {
        let mut findings = Vec::new();
        let mut business_unit = String::new();
        for side in Side::BOTH {
            match Environment::of(self.setup(side)).await {
                Ok(environment) => {
                    findings.push(Finding::good(About::Answers(side)));
                    findings.extend(same(&environment, installation));
                    if side == Side::Sales {
                        business_unit = environment.business_unit;
                    }
                }
                Err(error) => findings.push(Finding::bad(About::Answers(side), error.to_string())),
            }
        }
        if !is_healthy(&findings) {
            // What lies behind a door that does not open cannot be seen.
            return Ok(findings);
        }
        let others = installation::all(self.store()).await?;
        let at_work = |other: &&Installation| {
            other.package != package.name()
                && !matches!(other.state, InstallationState::Removed | InstallationState::Preparing)
        };
        findings.push(match others.iter().find(at_work) {
            Some(other) => Finding::bad(About::Alone, other.title.clone()),
            None => Finding::good(About::Alone),
        });
        let company = installation.company.clone().unwrap_or_default();
        let (found, currency) = company_of(self.setup(Side::Headquarters), &company).await;
        let is_known = found.is_good;
        findings.push(found);
        findings.extend(self.is_stores(package, &company));
        for side in Side::BOTH {
            for set in package.solution().sets(side) {
                findings.push(may_read(&self.peer(side, &company), &set).await);
            }
        }
        findings.push(may_customize(self.setup(Side::Sales), package).await);
        findings.extend(self.columns(package).await);
        if !is_known {
            // What belongs to a company that is not there cannot be looked at.
            return Ok(findings);
        }
        let variables = Variables { company, currency, business_unit };
        for check in package.checks() {
            findings.push(own(self.setup(check.side), check, &variables).await);
        }
        Ok(findings)
    }

    /// Puts right what a finding of this name says, where a button can.
    ///
    /// # Errors
    /// [`SetupError::NoRepair`]; [`SetupError::Peer`] when the side refuses; `NoPrivilege` for whoever
    /// may not write installations.
    pub async fn repair(&self, context: &Context, package: &str, name: &str) -> Result<(), SetupError> {
        if context.principal.depth(Installation::NAME, Privilege::Write) != Depth::Organization {
            let table = Installation::NAME.into();
            return Err(tables::Error::NoPrivilege { action: Privilege::Write.word(), table }.into());
        }
        let known = self.installation(package).await?;
        let Some(known) = known else { return Err(SetupError::NotPrepared(package.to_owned())) };
        let findings = self.health(&self.package(package).await?, &known).await?;
        let finding = findings.into_iter().find(|finding| finding.about.name() == name && finding.can_repair);
        let Some(Finding { about: About::Own(check, variables), .. }) = finding else {
            return Err(SetupError::NoRepair(name.to_owned()));
        };
        let peer = self.setup(check.side);
        match &check.repair {
            Some(Repair::Create { create, body }) => peer.post(create, &variables.fill_body(body)).await?,
            Some(Repair::Change { change, body }) => {
                let path = change.replace(' ', "%20");
                peer.step(&variables.fill(&path), false, &variables.fill_body(body)).await?;
            }
            None => {}
        }
        Ok(())
    }

    /// Whether requests of the store take part in a package that carries them.
    fn is_stores(&self, package: &Package, company: &str) -> Option<Finding> {
        let sets = package.solution().sets(Side::Headquarters);
        let door = self.store_door().filter(|_| sets.iter().any(|set| set == PROSPECTS))?;
        let about = About::Store(door.company.clone());
        Some(match door.company == company {
            true => Finding::good(about),
            false => Finding::bad(about, ""),
        })
    }

    /// Whether what maps name is there or will be made, and what is there fits.
    async fn columns(&self, package: &Package) -> Vec<Finding> {
        let sales = self.setup(Side::Sales);
        let mut findings = Vec::new();
        match items::outline(package, sales).await {
            Ok(items) => findings.extend(items.iter().filter_map(|item| {
                let items::Presence::Different(found) = &item.presence else { return None };
                Some(Finding::bad(About::Fits(format!("{}.{}", item.table, item.name)), found))
            })),
            Err(error) => findings.push(Finding::bad(About::Answers(Side::Sales), error.to_string())),
        }
        for map in package.solution().maps() {
            let about = About::Columns(map.sales.set.clone());
            let added = |name: &str| package.columns().iter().any(|column| column.name == name);
            findings.push(match items::columns_of_set(sales, &map.sales.set).await {
                Err(error) => Finding::bad(about, error.to_string()),
                Ok(known) => {
                    let named = map.columns.iter().filter_map(|column| column.sales.as_deref());
                    let gone: Vec<&str> = named
                        .filter(|name| !added(name) && !known.iter().any(|known| known == name))
                        .collect();
                    match gone.is_empty() {
                        true => Finding::good(about),
                        false => Finding::bad(about, gone.join(", ")),
                    }
                }
            });
        }
        findings
    }
}

/// Nothing to say before somebody confirmed an environment.
fn same(environment: &Environment, installation: &Installation) -> Option<Finding> {
    let confirmed = match environment.side {
        Side::Headquarters => installation.headquartersorganization.as_ref(),
        Side::Sales => installation.salesorganization.as_ref(),
    }?;
    let about = About::Environment(environment.side);
    Some(match *confirmed == environment.organization {
        true => Finding::good(about),
        false => Finding::bad(about, environment.organization.clone()),
    })
}

/// The company and its currency.
async fn company_of(headquarters: &Peer, company: &str) -> (Finding, String) {
    let about = About::Company(company.to_owned());
    let filter = encode(&format!("LegalEntityId eq {}", quoted(company)));
    match headquarters.rows(&format!("LegalEntities?$filter={filter}")).await {
        Ok(rows) => match rows.first() {
            Some(row) => {
                let currency = row.get("CurrencyCode").and_then(Json::as_str).unwrap_or_default();
                (Finding::good(about), currency.to_owned())
            }
            None => (Finding::bad(about, ""), String::new()),
        },
        Err(error) => (Finding::bad(about, error.to_string()), String::new()),
    }
}

async fn may_read(peer: &Peer, set: &str) -> Finding {
    let about = About::Reads(peer.side(), set.to_owned());
    match peer.rows(&format!("{set}?$top=1")).await {
        Ok(_) => Finding::good(about),
        Err(error) => Finding::bad(about, error.to_string()),
    }
}

/// Asked with a body that nothing can be made of: whoever may is told what is missing in it.
async fn may_customize(sales: &Peer, package: &Package) -> Finding {
    let Some(column) = package.columns().first() else { return Finding::good(About::Customizes) };
    let path = format!("EntityDefinitions(LogicalName={})/Attributes", quoted(&column.table));
    match sales.post(&path, &crate::Row::new()).await {
        Err(error @ (PeerError::Refused { status: 401 | 403, .. } | PeerError::Unavailable { .. })) => {
            Finding::bad(About::Customizes, error.to_string())
        }
        _ => Finding::good(About::Customizes),
    }
}

async fn own(peer: &Peer, check: &Check, variables: &Variables) -> Finding {
    let about = About::Own(Box::new(check.clone()), variables.clone());
    match peer.rows(&variables.fill_path(&check.path)).await {
        Ok(rows) if rows.is_empty() => {
            Finding { can_repair: check.repair.is_some(), ..Finding::bad(about, "") }
        }
        Ok(_) => Finding::good(about),
        Err(error) => Finding::bad(about, error.to_string()),
    }
}
