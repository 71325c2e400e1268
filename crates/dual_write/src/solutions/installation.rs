//! What is known of a package here: how far its installation is, and each of its steps.

use jiff::Timestamp;
use tables::{Choice, Filter, Principal, Query, Result, Store, Table, Tx};
use uuid::Uuid;

/// How far a package is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum InstallationState {
    /// Somebody goes through the wizard.
    Preparing = 1,
    /// What it adds is being made.
    Installing = 2,
    /// It works.
    Installed = 3,
    /// What a broken-off installation made is being removed.
    RollingBack = 4,
    /// It no longer works, and what it added is being removed.
    Uninstalling = 5,
    /// It was here once.
    Removed = 6,
}

impl InstallationState {
    /// In a word, for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Installing => "installing",
            Self::Installed => "installed",
            Self::RollingBack => "rolling back",
            Self::Uninstalling => "uninstalling",
            Self::Removed => "not installed",
        }
    }

    /// Whether steps are under way.
    #[must_use]
    pub fn is_working(self) -> bool {
        matches!(self, Self::Installing | Self::RollingBack | Self::Uninstalling)
    }
}

/// A package here.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "installation", set = "installations", primary = "title", key(by_package(package)))]
pub struct Installation {
    /// Id.
    #[column(id)]
    pub installationid: Uuid,
    /// Name of the package.
    #[column(text = 60)]
    pub package: String,
    /// What people call it.
    #[column(text = 200)]
    pub title: String,
    /// Its version.
    #[column(text = 40)]
    pub version: String,
    /// How far it is.
    #[column(choice)]
    pub state: InstallationState,
    /// The environment of headquarters that somebody confirmed, by its id.
    #[column(text = 40)]
    pub headquartersorganization: Option<String>,
    /// The environment of Sales that somebody confirmed, by its id.
    #[column(text = 40)]
    pub salesorganization: Option<String>,
    /// The company that it works in.
    #[column(text = 4)]
    pub company: Option<String>,
    /// When somebody agreed to what it changes.
    #[column(date_time)]
    pub consentedon: Option<Timestamp>,
    /// Who.
    #[column(lookup = "systemuser")]
    pub consentedby: Option<Uuid>,
    /// What stopped the work that is under way.
    #[column(memo = 4_000)]
    pub trouble: Option<String>,
    /// Whether it stops until somebody says to try again.
    #[column(yes_no, default = false)]
    pub isstuck: bool,
    /// Its documents as they were installed, as JSON: pairs of name and text.
    #[column(memo = 1_000_000)]
    pub documents: Option<String>,
    /// What the checkpoints stand for, derived from company and documents: with another company or other
    /// maps rows take part that were passed over. Of one installation only.
    #[column(text = 36)]
    pub readfor: Option<String>,
}

impl Installation {
    /// What decides which rows take part.
    pub(super) fn scope(&self) -> String {
        let company = self.company.as_deref().unwrap_or_default();
        let documents = self.documents.as_deref().unwrap_or_default();
        platform::derived_id(self.installationid, format!("{company}\n{documents}").as_bytes()).to_string()
    }

    /// Of which nothing is known yet.
    pub(super) fn fresh(installationid: Uuid, package: &str, title: &str, version: &str) -> Self {
        Self {
            installationid,
            package: package.to_owned(),
            title: title.to_owned(),
            version: version.to_owned(),
            state: InstallationState::Preparing,
            headquartersorganization: None,
            salesorganization: None,
            company: None,
            consentedon: None,
            consentedby: None,
            trouble: None,
            isstuck: false,
            documents: None,
            readfor: None,
        }
    }
}

/// What a step makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum StepKind {
    /// A column of a table in Sales.
    Column = 1,
    /// An alternate key of a table in Sales.
    Key = 2,
    /// A view in Sales.
    View = 3,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum StepState {
    /// Not yet done.
    Pending = 1,
    /// The installation made it.
    Made = 2,
    /// It was there and is used as it is.
    Adopted = 3,
    /// It was removed again.
    Removed = 4,
    /// It holds data, or was there before, and stays.
    Kept = 5,
}

/// A step of an installation.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "installationstep",
    set = "installationsteps",
    primary = "name",
    key(by_item(package, kind, tablename, name))
)]
pub struct InstallationStep {
    /// Id.
    #[column(id)]
    pub installationstepid: Uuid,
    /// Name of the package.
    #[column(text = 60)]
    pub package: String,
    /// Its place among the steps.
    #[column(whole)]
    pub position: i64,
    /// What it makes.
    #[column(choice)]
    pub kind: StepKind,
    /// Logical name of the table.
    #[column(text = 60)]
    pub tablename: String,
    /// Name of what is made.
    #[column(text = 200)]
    pub name: String,
    /// How far it is.
    #[column(choice)]
    pub state: StepState,
    /// Whether it was an installation of ours that made it, now or earlier: only that is removed.
    #[column(yes_no, default = false)]
    pub isours: bool,
}

/// The package here, if it ever was.
pub(crate) async fn find(store: &Store, package: &str) -> Result<Option<Installation>> {
    let mut reader = store.read(&Principal::system()).await?;
    reader.find(Filter::equals("package", package)).await
}

/// All packages that are or were here.
pub(crate) async fn all(store: &Store) -> Result<Vec<Installation>> {
    store.read(&Principal::system()).await?.list(Query::of(Installation::NAME).order_by("package")).await
}

/// The steps of a package in their order.
pub(crate) async fn steps(store: &Store, package: &str) -> Result<Vec<InstallationStep>> {
    let mut steps: Vec<InstallationStep> = store
        .read(&Principal::system())
        .await?
        .list(Query::of(InstallationStep::NAME).filter(Filter::equals("package", package)))
        .await?;
    steps.sort_by_key(|step| step.position);
    Ok(steps)
}

/// The installation within a transaction.
pub(super) async fn of(tx: &mut Tx, package: &str) -> Result<Option<Installation>> {
    tx.find(Filter::equals("package", package)).await
}
