//! What a verification leaves behind, removed: on both sides, in the store, and in dual-write.

use serde_json::json;
use tables::{Filter, Query, Table as _};

use super::legs::{Broken, JOBS, Trial, text};
use super::verification::{Next, PROSPECTS, Pace};
use crate::links::Link;
use crate::peer::{encode, quoted};
use crate::waiting::Waiting;

impl Trial<'_> {
    /// Removes all of it, wherever the way ended. What is not there is as good as removed.
    pub async fn clean_up(&mut self) -> Result<(), Broken> {
        let by_email = |column: &str| encode(&format!("{column} eq {}", quoted(&self.email())));
        let leads = format!("leads?$select=leadid&$filter={}", by_email("emailaddress1"));
        let prospects = format!(
            "BusinessPartnerProspects?cross-company=true&$filter={}",
            by_email("PrimaryContactEmail")
        );
        let requests =
            format!("OnboardingRequests?cross-company=true&$filter={}", by_email("PrimaryContactEmail"));
        let mails = format!("EmailMessages?$filter={}", by_email("Recipient"));
        let headquarters = self.headquarters();
        for prospect in headquarters.rows(&prospects).await? {
            if ["Open", "InReview"].contains(&text(&prospect, "Status").as_str()) {
                self.reject(&prospect).await?;
            }
        }
        // Its verdict goes to the store before the request may go.
        let pace = Pace::new(self.patience);
        loop {
            let waits = headquarters.rows(&requests).await?;
            let is_untold = |row: &crate::Row| row.get("StatusPublished") != Some(&json!(true));
            if !waits.iter().any(is_untold) {
                break;
            }
            match pace.rest().await {
                Next::Look => {}
                Next::Nudge => self.run_jobs().await?,
                Next::GiveUp => {
                    let job = self.job(JOBS[1]).await;
                    return Err(Broken(format!("The store was not told of the end. {job}")));
                }
            }
        }
        // What is on its way to Sales arrives before it is removed there.
        if self.hub.engine().is_some() {
            self.deliver().await?;
        }
        for lead in self.sales().rows(&leads).await? {
            let id = text(&lead, "leadid");
            let notes = format!("annotations?$select=annotationid&$filter=_objectid_value%20eq%20{id}");
            for note in self.sales().rows(&notes).await? {
                self.sales().delete(&format!("annotations({})", text(&note, "annotationid"))).await?;
            }
            self.sales().delete(&format!("leads({id})")).await?;
        }
        for prospect in headquarters.rows(&prospects).await? {
            headquarters.delete(&self.address(PROSPECTS, &prospect)).await?;
            self.forget_links(&text(&prospect, "ExternalRowId")).await?;
        }
        for request in headquarters.rows(&requests).await? {
            headquarters.delete(&self.address("OnboardingRequests", &request)).await?;
        }
        for mail in headquarters.rows(&mails).await? {
            headquarters.delete(&format!("EmailMessages({})", text(&mail, "ExternalRowId"))).await?;
        }
        match (&self.reference, self.hub.store_door()) {
            (Some(reference), Some(door)) => (door.forget)(reference.clone()).await.map_err(Broken),
            _ => Ok(()),
        }
    }

    /// Links, and what waits, of a row that is gone for good.
    async fn forget_links(&self, id: &str) -> Result<(), Broken> {
        let forget = self.hub.store().write::<_, _, tables::Error>(
            tables::Context::system(),
            id.to_owned(),
            |tx, id| {
                Box::pin(async move {
                    let of = Filter::equals("headquartersid", id.as_str());
                    let links: Vec<Link> = tx.list(Query::of(Link::NAME).filter(of)).await?;
                    let mut sources = vec![id.clone()];
                    for link in &links {
                        sources.push(link.salesid.clone());
                        tx.remove::<Link>(link.linkid).await?;
                    }
                    let of = Filter::In("sourceid".into(), sources.into_iter().map(Into::into).collect());
                    let waiting: Vec<Waiting> = tx.list(Query::of(Waiting::NAME).filter(of)).await?;
                    for waiting in &waiting {
                        tx.remove::<Waiting>(waiting.waitingid).await?;
                    }
                    Ok(())
                })
            },
        );
        Ok(forget.await?)
    }
}
