//! All applications in memory: frozen clock, seeded ids, captured mail.

use dual_write::Dialect;
use platform::{Environment, Faults};
use shell::testing::Browser;
use tables::testing::{Place, places};
use tandem::{Databases, Settings, System};

use crate::client::{Client, Server};

/// Rounds of jobs and dual-write until a story stands still.
const ROUNDS_MAX: usize = 30;

/// A system with its client. Closing and opening it again keeps only what the databases keep.
pub struct World {
    place: Place,
    environment: Environment,
    change: fn(&mut Settings),
    system: Option<System>,
    pub client: Client,
}

/// A world on each database and in each dialect of Sales.
pub async fn worlds() -> Vec<World> {
    let mut worlds = World::each(|_| {}).await;
    worlds.extend(World::each(|settings| settings.dialect = Dialect::Dataverse).await);
    worlds
}

impl World {
    /// A world on each database with other settings.
    pub async fn each(change: fn(&mut Settings)) -> Vec<Self> {
        let mut worlds = Vec::new();
        for place in places() {
            let environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 7);
            worlds.push(Self::open(place, environment, change).await);
        }
        worlds
    }

    /// A world on each database in which these faults happen.
    pub async fn with_faults(faults: impl Fn() -> Faults, change: fn(&mut Settings)) -> Vec<Self> {
        let mut worlds = Vec::new();
        for place in places() {
            let mut environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 7);
            environment.faults = faults();
            worlds.push(Self::open(place, environment, change).await);
        }
        worlds
    }

    async fn open(place: Place, environment: Environment, change: fn(&mut Settings)) -> Self {
        let system = start(&place, &environment, change).await;
        let client = Client::sign_in(Server::Router(system.router.clone())).await;
        Self { place, environment, change, system: Some(system), client }
    }

    /// Stops the system where it stands and starts it anew on the same databases.
    pub async fn restart(&mut self) {
        let caller = self.client.caller.clone();
        drop(self.system.take());
        let system = start(&self.place, &self.environment, self.change).await;
        self.client = Client::sign_in(Server::Router(system.router.clone())).await;
        self.client.caller = caller;
        self.system = Some(system);
    }

    /// Runs jobs and dual-write until nothing changes any more.
    pub async fn settle(&self) {
        let system = self.system.as_ref().unwrap();
        let mut quiet = 0;
        for _ in 0..ROUNDS_MAX {
            let before = system.rings();
            system.jobs.run_until_idle().await.unwrap();
            // A crash that a test asked for: the next round goes on from there.
            let delivered = match system.engine() {
                Some(engine) => engine.run_until_idle().await.is_ok(),
                None => true,
            };
            // Twice: on PostgreSQL a transaction of another test may hold a feed back for a moment.
            quiet = if delivered && system.rings() == before { quiet + 1 } else { 0 };
            if quiet == 2 {
                return;
            }
        }
        panic!("the story never comes to rest");
    }

    pub fn system(&self) -> &System {
        self.system.as_ref().unwrap()
    }

    pub fn hub(&self) -> &dual_write::Hub {
        &self.system.as_ref().unwrap().hub
    }

    pub fn engine(&self) -> dual_write::Engine {
        self.system.as_ref().unwrap().engine().unwrap()
    }

    /// Moves the frozen clock forward.
    pub fn advance(&self, by: tables::jiff::SignedDuration) {
        self.environment.clock.advance(by);
    }

    /// What the store writes to and reads from.
    pub fn channel(&self) -> &tables::Store {
        &self.system.as_ref().unwrap().stores.channel
    }

    /// The browser of somebody who is not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.system.as_ref().unwrap().router)
    }

    /// The browser of somebody whom the form at this address lets in.
    pub async fn signed_in(&self, form: &str, email: &str, password: &str) -> Browser {
        let answer = self.browser().post(form, &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status.as_u16(), 303, "{email} is not let in: {}", answer.text);
        let cookie = answer.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        self.browser().with_cookie(cookie)
    }

    /// One round of the jobs alone, or of dual-write alone: to stop in the middle.
    pub async fn jobs_only(&self) {
        self.system.as_ref().unwrap().jobs.run_until_idle().await.unwrap();
    }
}

async fn start(place: &Place, environment: &Environment, change: fn(&mut Settings)) -> System {
    let mut settings = Settings {
        databases: Databases::new(|name| place.location(name.as_str())),
        apps: platform::configuration::Apps::default(),
        remote_sales: None,
        demo: true,
        solution: true,
        solutions: None,
        dialect: Dialect::Tandem,
        jobs_mode: jobs::Mode::Manual,
        mail: headquarters::mail::Transport::Captured,
        origin: "http://127.0.0.1:8420".into(),
        store_name: "Alder & Finch Wholesale".into(),
        terms: None,
        onboarding_requests_per_minute: 6_000,
        tokens_per_minute: 6_000,
        sign_ins_per_minute: 6_000,
        hosts: tandem::Hosts::One,
    };
    change(&mut settings);
    System::open(settings, environment.clone()).await.unwrap()
}
