//! The legs of a verification, one after another, and what is wrong where one is broken.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value as Json, json};
use tables::{Filter, Principal, Query, Table as _};

use super::Hub;
use super::form::{FORM, alert, ask, status_of};
use super::verification::{LegName, Next, PROSPECTS, Pace, Patience, StoreDoor};
use crate::peer::{encode, quoted};
use crate::waiting::Waiting;
use crate::{EngineError, Peer, PeerError, Row, Side};

/// The jobs between the store and a prospect, in their order.
pub(super) const JOBS: [&str; 2] = ["P-0001", "Synchronize orders and channel requests"];
/// State of a lead that was disqualified.
const DISQUALIFIED: i64 = 2;

/// Why a leg is broken, in words that name the place.
#[derive(Debug)]
pub(super) struct Broken(pub String);

impl From<PeerError> for Broken {
    fn from(error: PeerError) -> Self {
        Self(error.to_string())
    }
}

impl From<tables::Error> for Broken {
    fn from(error: tables::Error) -> Self {
        Self(error.to_string())
    }
}

/// One request on its way.
pub(super) struct Trial<'a> {
    pub(super) hub: &'a Hub,
    mark: &'a str,
    pub(super) patience: Patience,
    pub reference: Option<String>,
    /// Where the store tells how the request stands.
    status: Option<String>,
    prospect: Option<Row>,
    lead: Option<Row>,
}

impl<'a> Trial<'a> {
    pub fn new(hub: &'a Hub, mark: &'a str, patience: Patience) -> Self {
        Self { hub, mark, patience, reference: None, status: None, prospect: None, lead: None }
    }

    /// Goes a leg; answers what was found.
    pub async fn go(&mut self, leg: LegName) -> Result<Option<String>, Broken> {
        match leg {
            LegName::Submitted => self.submit().await.map(Some),
            LegName::Prospect => self.find_prospect().await.map(Some),
            LegName::Lead => self.find_lead().await.map(Some),
            LegName::Decision => self.decline().await.map(|()| None),
            LegName::Told => self.be_told().await.map(|()| None),
            LegName::Cleaned => self.clean_up().await.map(|()| None),
        }
    }

    pub(super) fn email(&self) -> String {
        format!("verification-{}@tandem.invalid", self.mark)
    }

    pub(super) fn headquarters(&self) -> &Peer {
        self.hub.setup(Side::Headquarters)
    }

    pub(super) fn sales(&self) -> &Peer {
        self.hub.setup(Side::Sales)
    }

    fn store(&self) -> Result<&StoreDoor, Broken> {
        self.hub.store_door().ok_or_else(|| Broken("The store is not served by this process.".into()))
    }

    /// Fills in the store's form, as a browser does.
    async fn submit(&mut self) -> Result<String, Broken> {
        let door = self.store()?.clone();
        let (_, _, form) = ask(&door, "GET", FORM, None).await?;
        let token = form.split_once("name=\"token\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
        let Some((token, _)) = token else {
            return Err(Broken("The store shows no form for requests.".into()));
        };
        let company = format!("Tandem verification {}", self.mark);
        let fields = [
            ("token", token),
            ("firstName", "Tandem"),
            ("lastName", "Verification"),
            ("email", &self.email()),
            ("companyName", &company),
            ("country", "US"),
            ("street", "1 Test Street"),
            ("city", "Seattle"),
            ("state", "WA"),
            ("postalCode", "98101"),
            ("comments", "A test request of the package. It removes itself."),
            ("acceptTerms", "true"),
        ];
        let escape = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
        let (status, location, page) = ask(&door, "POST", FORM, Some(body.join("&"))).await?;
        let Some(path) = location.filter(|_| status == 303) else {
            return Err(Broken(format!("The store did not take the request: {status} {}", alert(&page))));
        };
        let path = path.trim_end_matches("/confirmation").to_owned();
        let told = status_of(&door, &path).await?;
        let reference = told.get("reference").and_then(Json::as_str).unwrap_or_default().to_owned();
        self.status = Some(path);
        self.reference = Some(reference.clone());
        Ok(reference)
    }

    async fn find_prospect(&mut self) -> Result<String, Broken> {
        let filter = encode(&format!("RequestReference eq {}", quoted(self.reference()?)));
        let path = format!("BusinessPartnerProspects?cross-company=true&$filter={filter}");
        let pace = Pace::new(self.patience);
        let prospect = loop {
            if let Some(prospect) = self.headquarters().rows(&path).await?.into_iter().next() {
                break prospect;
            }
            match pace.rest().await {
                Next::Look => {}
                Next::Nudge => self.run_jobs().await?,
                Next::GiveUp => return Err(self.why_no_prospect().await),
            }
        };
        let number = text(&prospect, "ProspectId");
        self.prospect = Some(prospect);
        Ok(number)
    }

    /// Between the store and a prospect stand a job that fetches and one that makes.
    async fn why_no_prospect(&self) -> Broken {
        let staged = self.staged().await;
        match staged {
            Err(error) => error,
            Ok(None) => {
                let job = JOBS[0];
                Broken(format!(
                    "The request is in the store and job {job} did not fetch it. {}",
                    self.job(job).await
                ))
            }
            Ok(Some(row)) => {
                let (job, failure) = (JOBS[1], text(&row, "FailureMessage"));
                Broken(format!(
                    "The request is in headquarters and job \u{201c}{job}\u{201d} made no prospect of it. {failure} {}",
                    self.job(job).await
                ))
            }
        }
    }

    async fn staged(&self) -> Result<Option<Row>, Broken> {
        let filter = encode(&format!("RequestReference eq {}", quoted(self.reference()?)));
        let path = format!("OnboardingRequests?cross-company=true&$filter={filter}");
        Ok(self.headquarters().rows(&path).await?.into_iter().next())
    }

    /// What a job says of itself.
    pub(super) async fn job(&self, name: &str) -> String {
        let filter = encode(&format!("Name eq {}", quoted(name)));
        let jobs = self.headquarters().rows(&format!("BatchJobs?$filter={filter}")).await;
        match jobs.ok().and_then(|jobs| jobs.into_iter().next()) {
            Some(job) if text(&job, "Status") == "Withhold" => {
                "The job is withheld: set it to waiting under Batch jobs.".into()
            }
            Some(job) => format!("Its status is {}; its history is under Batch jobs.", text(&job, "Status")),
            None => "There is no such job.".into(),
        }
    }

    /// Jobs run by recurrence only, or when told: somebody who waits tells them. A withheld one is
    /// left as it is.
    pub(super) async fn run_jobs(&self) -> Result<(), Broken> {
        for name in JOBS {
            let filter = encode(&format!("Name eq {} and Status ne 'Withhold'", quoted(name)));
            if self.headquarters().rows(&format!("BatchJobs?$filter={filter}")).await?.is_empty() {
                return Ok(());
            }
            let path = format!("BatchJobs(Name={})/RunNow", quoted(name).replace(' ', "%20"));
            // It may run already.
            let _ = self.headquarters().post(&path, &Row::new()).await;
        }
        Ok(())
    }

    async fn find_lead(&mut self) -> Result<String, Broken> {
        let number = self.prospect.as_ref().map(|row| text(row, "ProspectId")).unwrap_or_default();
        let filter = encode(&format!("tandem_b2bprospectid eq {}", quoted(&number)));
        let path = format!("leads?$filter={filter}");
        let pace = Pace::new(self.patience);
        let lead = loop {
            if let Some(lead) = self.sales().rows(&path).await?.into_iter().next() {
                break lead;
            }
            match pace.rest().await {
                Next::Look => {}
                Next::Nudge => self.deliver().await?,
                Next::GiveUp => return Err(self.why_not_delivered("no lead was made").await),
            }
        };
        let name = text(&lead, "fullname");
        self.lead = Some(lead);
        Ok(name)
    }

    /// Dual-write works by itself; where nothing runs in the background it is told to.
    pub(super) async fn deliver(&self) -> Result<(), Broken> {
        let Some(engine) = self.hub.engine() else {
            return Err(Broken("Dual-write does not work: the package is not installed.".into()));
        };
        match engine.run_until_idle().await {
            Ok(()) | Err(EngineError::Peer(_)) => Ok(()),
            Err(error) => Err(Broken(error.to_string())),
        }
    }

    async fn why_not_delivered(&self, what: &str) -> Broken {
        let company = format!("Tandem verification {}", self.mark);
        let read = async {
            let mut reader = self.hub.store().read(&Principal::system()).await?;
            let about = Query::of(Waiting::NAME).filter(Filter::equals("name", company.as_str()));
            reader.list::<Waiting>(about).await
        };
        match read.await {
            Err(error) => return error.into(),
            Ok(waiting) => {
                if let Some(waiting) = waiting.first() {
                    let cause = format!("{:?}", waiting.cause);
                    let why = waiting.message.clone().unwrap_or(cause);
                    return Broken(format!("Dual-write waits at {}: {why}", waiting.target));
                }
            }
        }
        let troubles = self.hub.engine().map(|engine| {
            Side::BOTH.into_iter().find_map(|side| engine.pulse().side(side).trouble.map(|(_, words)| words))
        });
        match troubles.flatten() {
            Some(trouble) => Broken(trouble),
            None => Broken(format!("Dual-write has nothing that waits, and {what}.")),
        }
    }

    /// Declined in headquarters, whose decision dual-write carries to the lead.
    async fn decline(&mut self) -> Result<(), Broken> {
        let Some(prospect) = &self.prospect else { return Ok(()) };
        self.reject(prospect).await?;
        let id = self.lead.as_ref().map(|row| text(row, "leadid")).unwrap_or_default();
        let path = format!("leads({id})?$select=statecode");
        let pace = Pace::new(self.patience);
        loop {
            let lead = self.sales().try_get(&path).await?.unwrap_or_default();
            if lead.get("statecode").and_then(Json::as_i64) == Some(DISQUALIFIED) {
                return Ok(());
            }
            match pace.rest().await {
                Next::Look => {}
                Next::Nudge => self.deliver().await?,
                Next::GiveUp => return Err(self.why_not_delivered("the lead is still open").await),
            }
        }
    }

    pub(super) async fn reject(&self, prospect: &Row) -> Result<(), Broken> {
        let reason = json!({ "Reason": "Other", "Comment": "A test request." });
        let path = format!("{}/Reject", self.address(PROSPECTS, prospect));
        Ok(self.headquarters().post(&path, &object(reason)).await?)
    }

    pub(super) fn address(&self, set: &str, row: &Row) -> String {
        format!(
            "{set}(dataAreaId={},ExternalRowId={})",
            quoted(&text(row, "dataAreaId")),
            text(row, "ExternalRowId")
        )
    }

    async fn be_told(&mut self) -> Result<(), Broken> {
        let Some(path) = self.status.clone() else { return Ok(()) };
        let door = self.store()?.clone();
        let pace = Pace::new(self.patience);
        loop {
            let told = status_of(&door, &path).await?;
            if told.get("status").and_then(Json::as_str) == Some("declined") {
                return Ok(());
            }
            match pace.rest().await {
                Next::Look => {}
                Next::Nudge => self.run_jobs().await?,
                Next::GiveUp => {
                    let job = self.job(JOBS[1]).await;
                    return Err(Broken(format!(
                        "The prospect is declined and the store was not told. {job}"
                    )));
                }
            }
        }
    }

    fn reference(&self) -> Result<&str, Broken> {
        self.reference.as_deref().ok_or_else(|| Broken("The store gave no reference.".into()))
    }
}

pub(super) fn text(row: &Row, name: &str) -> String {
    row.get(name).and_then(Json::as_str).unwrap_or_default().to_owned()
}

fn object(json: Json) -> Row {
    match json {
        Json::Object(object) => object,
        _ => Row::new(),
    }
}
