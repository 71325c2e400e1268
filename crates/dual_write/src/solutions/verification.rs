//! Verifying a package: a marked request goes through the store's own form, is found as a prospect and
//! as a lead, is declined, and the store hears of it. Then all of it is removed again.
//!
//! What is made is marked by its address: `.invalid` is nobody's (RFC 6761), and mail is never sent there.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use tables::{Choice, Comparison, Context, Filter, Principal, Query, Table};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use super::legs::{Broken, Trial};
use super::{Hub, InstallationState, SetupError};
use crate::{Service, Side};

/// The set of the partners-to-be that the store's requests become.
pub(super) const PROSPECTS: &str = "BusinessPartnerProspects";

/// Runs that are remembered.
const REMEMBERED: u32 = 20;
/// A run that is this old and not at its end broke off with its process.
const BROKEN_OFF: SignedDuration = SignedDuration::from_mins(10);

/// The store, as somebody who asks to become a partner meets it.
#[derive(Clone)]
pub struct StoreDoor {
    /// What answers at the store's address.
    pub service: Service,
    /// Where the store is: `https://shop.example`.
    pub origin: String,
    /// The company that its requests come to.
    pub company: String,
    /// Removes a marked request from the store, by its reference.
    pub forget: Forget,
}

/// Removes a marked request from the store; nothing is there any more afterwards.
pub type Forget = Arc<dyn Fn(String) -> BoxFuture<'static, Result<(), String>> + Send + Sync>;

/// How long each leg may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// After this a job is told to run, as somebody would who waits.
    pub nudge: Duration,
    /// After this the leg is broken.
    pub give_up: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { nudge: Duration::from_secs(3), give_up: Duration::from_secs(30) }
    }
}

/// How a verification stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum VerificationState {
    /// Under way.
    Running = 1,
    /// Every leg holds.
    Passed = 2,
    /// A leg is broken.
    Failed = 3,
}

/// One run.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "verification", set = "verifications", index(createdon))]
pub struct Verification {
    /// Id.
    #[column(id)]
    pub verificationid: Uuid,
    /// Name of the package.
    #[column(text = 60)]
    pub package: String,
    /// How it stands.
    #[column(choice)]
    pub state: VerificationState,
    /// When it ended.
    #[column(date_time)]
    pub endedon: Option<Timestamp>,
    /// What tells its request from all others, in name and address.
    #[column(text = 20)]
    pub mark: String,
    /// Reference of the request in the store.
    #[column(text = 20)]
    pub reference: Option<String>,
    /// Its legs so far, as JSON.
    #[column(memo = 20_000)]
    pub legs: Option<String>,
    /// Whether nothing of it is left anywhere.
    #[column(yes_no, default = false)]
    pub iscleaned: bool,
}

/// A leg of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegName {
    /// The store takes the request.
    Submitted,
    /// It is among all prospects of headquarters.
    Prospect,
    /// It is a lead in Sales.
    Lead,
    /// Declined in headquarters, its lead is closed in Sales.
    Decision,
    /// The store tells that it was declined.
    Told,
    /// Nothing of it is left on either side.
    Cleaned,
}

/// How a leg went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Which.
    pub name: LegName,
    /// How long it took, in milliseconds.
    pub milliseconds: u64,
    /// Why it is broken; nothing: it holds.
    pub trouble: Option<String>,
    /// What was found: a reference, a number.
    pub found: Option<String>,
}

impl Verification {
    /// Its legs so far.
    #[must_use]
    pub fn legs(&self) -> Vec<Leg> {
        self.legs.as_deref().and_then(|legs| serde_json::from_str(legs).ok()).unwrap_or_default()
    }

    /// Whether its process ended before it did.
    #[must_use]
    pub fn broke_off(&self, began: Option<Timestamp>, now: Timestamp) -> bool {
        let old = began.is_none_or(|began| now.duration_since(began) > BROKEN_OFF);
        self.state == VerificationState::Running && old
    }
}

impl Hub {
    /// Notes that a verification begins. [`Hub::run_verification`] does it.
    ///
    /// # Errors
    /// [`SetupError::NotInstalled`]; as any write.
    pub async fn begin_verification(&self, context: Context, package: &str) -> Result<Uuid, SetupError> {
        let installed = self.installation(package).await?;
        if installed.is_none_or(|known| known.state != InstallationState::Installed) {
            return Err(SetupError::NotInstalled(package.to_owned()));
        }
        let solution = self.package(package).await?.solution().clone();
        let ends = [(Side::Headquarters, PROSPECTS), (Side::Sales, "leads")];
        if ends.iter().any(|(side, set)| !solution.sets(*side).iter().any(|known| known == set)) {
            return Err(SetupError::NoVerification(package.to_owned()));
        }
        let begin = self.store().write::<_, _, SetupError>(context, package.to_owned(), |tx, package| {
            Box::pin(async move {
                let since = tx.now().checked_sub(BROKEN_OFF).unwrap_or(Timestamp::MIN);
                let running = Filter::equals("state", VerificationState::Running).and(Filter::Compare(
                    "createdon".into(),
                    Comparison::Greater,
                    since.into(),
                ));
                if tx.find::<Verification>(running).await?.is_some() {
                    return Err(SetupError::Busy(package.clone()));
                }
                let verificationid = tx.new_id();
                let mark: [u8; 4] = tx.random();
                let verification = Verification {
                    verificationid,
                    package: package.clone(),
                    state: VerificationState::Running,
                    endedon: None,
                    mark: mark.iter().map(|byte| format!("{byte:02x}")).collect(),
                    reference: None,
                    legs: None,
                    iscleaned: false,
                };
                tx.insert(&verification).await?;
                Ok(verificationid)
            })
        });
        begin.await
    }

    /// Goes the whole way, leg by leg, and removes what it made even when a leg is broken. What an
    /// earlier one left behind when its process ended is removed first.
    ///
    /// # Errors
    /// As dual-write's own database; a broken leg is part of the verification.
    pub async fn run_verification(&self, id: Uuid, patience: Patience) -> Result<Verification, SetupError> {
        let Some(verification) = self.verification(id).await? else {
            return Err(SetupError::NotInstalled(String::new()));
        };
        let mut trial = Trial::new(self, &verification.mark, patience);
        for left in self.verifications().await? {
            if left.verificationid != id && !left.iscleaned {
                let mut earlier = Trial::new(self, &left.mark, patience);
                earlier.reference.clone_from(&left.reference);
                if earlier.clean_up().await.is_ok() {
                    self.save(left.verificationid, |row| row.iscleaned = true).await?;
                }
            }
        }
        let mut legs = Vec::new();
        let mut holds = true;
        for name in [LegName::Submitted, LegName::Prospect, LegName::Lead, LegName::Decision, LegName::Told] {
            let began = Instant::now();
            let gone = trial.go(name).await;
            holds = gone.is_ok();
            legs.push(leg(name, began, gone));
            let (so_far, reference) = (legs.clone(), trial.reference.clone());
            self.save(id, move |row| note(row, &so_far, reference.as_ref())).await?;
            if !holds {
                break;
            }
        }
        let began = Instant::now();
        let cleaned = trial.clean_up().await.map(|()| None);
        let is_cleaned = cleaned.is_ok();
        legs.push(leg(LegName::Cleaned, began, cleaned));
        let now = self.store().environment().clock.now();
        self.save(id, move |row| {
            note(row, &legs, None);
            row.iscleaned = is_cleaned;
            row.endedon = Some(now);
            row.state =
                if holds && is_cleaned { VerificationState::Passed } else { VerificationState::Failed };
        })
        .await?;
        self.verification(id).await?.ok_or_else(|| SetupError::NotInstalled(String::new()))
    }

    /// A verification.
    ///
    /// # Errors
    /// As any read.
    pub async fn verification(&self, id: Uuid) -> Result<Option<Verification>, SetupError> {
        Ok(self.store().read(&Principal::system()).await?.get(id).await?)
    }

    /// The newest verifications, the newest first.
    ///
    /// # Errors
    /// As any read.
    pub async fn verifications(&self) -> Result<Vec<Verification>, SetupError> {
        let newest = Query::of(Verification::NAME).order_by_descending("createdon").limit(REMEMBERED);
        Ok(self.store().read(&Principal::system()).await?.list(newest).await?)
    }

    async fn save(
        &self,
        id: Uuid,
        change: impl Fn(&mut Verification) + Send + Sync + 'static,
    ) -> Result<(), SetupError> {
        let save =
            self.store().write::<_, _, tables::Error>(Context::system(), (id, change), |tx, (id, change)| {
                Box::pin(async move {
                    let known = tx.find::<Verification>(Filter::equals("verificationid", *id)).await?;
                    let Some(mut known) = known else { return Ok(()) };
                    change(&mut known);
                    tx.save(&known).await?;
                    Ok(())
                })
            });
        Ok(save.await?)
    }
}

fn note(row: &mut Verification, legs: &[Leg], reference: Option<&String>) {
    row.legs = serde_json::to_string(legs).ok();
    if let Some(reference) = reference {
        row.reference = Some(reference.clone());
    }
}

fn leg(name: LegName, began: Instant, gone: Result<Option<String>, Broken>) -> Leg {
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    match gone {
        Ok(found) => Leg { name, milliseconds, trouble: None, found },
        Err(Broken(trouble)) => Leg { name, milliseconds, trouble: Some(trouble), found: None },
    }
}

/// Looking again and again until something is there.
pub(super) struct Pace {
    patience: Patience,
    began: Instant,
}

/// What to do before the next look.
pub(super) enum Next {
    /// Nothing: it comes by itself.
    Look,
    /// Help it along, as somebody would who waits.
    Nudge,
    /// Nothing comes any more.
    GiveUp,
}

impl Pace {
    const STEP: Duration = Duration::from_millis(50);

    pub fn new(patience: Patience) -> Self {
        Self { patience, began: Instant::now() }
    }

    /// Rests for a moment.
    pub async fn rest(&self) -> Next {
        let waited = self.began.elapsed();
        if waited >= self.patience.give_up {
            return Next::GiveUp;
        }
        sleep(Self::STEP).await;
        if waited >= self.patience.nudge { Next::Nudge } else { Next::Look }
    }
}
