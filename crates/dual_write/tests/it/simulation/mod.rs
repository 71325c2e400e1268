//! Dual-write by seed: people on both sides, lost requests and answers, crashes between any two
//! steps, decisions at the same moment, maps and decisions paused and resumed. Whatever happens, both sides end equal and silent: no row
//! lost, none doubled, parents before children, every decision once.

mod check;
mod dice;
mod headquarters;
mod people;
mod sales;
mod weather;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use dual_write::maps::Solution;
use dual_write::{Dialect, Engine, Side};
use jiff::{SignedDuration, Timestamp};
use platform::Environment;
use platform::faults::{Faults, Outcome};
use tables::{Context, Location, Principal, Query, Store};

use self::headquarters::Headquarters;
use self::people::People;
use self::sales::Sales;
use self::weather::Weather;
use crate::peer::Fake;

const SEEDS: u64 = 2_000;
const ACTS: usize = 14;
/// Rounds in which everything must have come to rest once the weather is fine.
const CALM_ROUNDS: usize = 40;

#[test]
fn two_thousand_stories_end_well() {
    // One seed alone: TANDEM_SEED=17 cargo test -p dual_write two_thousand
    let only: Option<u64> = std::env::var("TANDEM_SEED").ok().map(|seed| seed.parse().unwrap());
    let next = AtomicU64::new(only.unwrap_or(0));
    let end = only.map_or(SEEDS, |seed| seed + 1);
    let failures: Mutex<Vec<String>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                loop {
                    let seed = next.fetch_add(1, Ordering::SeqCst);
                    if seed >= end || failures.lock().unwrap().len() >= 3 {
                        return;
                    }
                    if let Err(story) = runtime.block_on(story(seed)) {
                        failures.lock().unwrap().push(story);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

async fn story(seed: u64) -> Result<(), String> {
    let weather = Weather::new(seed);
    let headquarters = Fake::new(Side::Headquarters, Arc::new(Headquarters(weather.clone())));
    // Every other story in the dialect that knows no order between tables.
    let dialect = if seed.is_multiple_of(2) { Dialect::Tandem } else { Dialect::Dataverse };
    let sales = Fake::new(Side::Sales, Arc::new(Sales(weather.clone()))).speaking(dialect);
    let people = Arc::new(People::new(headquarters.clone(), sales.clone(), Arc::clone(&weather.dice)));
    let bystander = Arc::clone(&people);
    *weather.bystander.lock().unwrap() = Some(Arc::new(move || bystander.act()));
    let mut environment = Environment::frozen(Timestamp::UNIX_EPOCH, seed);
    let crashing = weather.clone();
    let crashed = Arc::clone(&people);
    environment.faults = Faults::heard_by(move |point| {
        // Between any two steps, the store's own included.
        let hit = crashing.chance(2);
        if hit {
            crashed.story.lock().unwrap().push(format!("dual-write dies at {point}"));
        }
        if hit { Outcome::Fail } else { Outcome::Continue }
    });
    let clock = environment.clock.clone();
    let folder = tempfile::tempdir().unwrap();
    *weather.stormy.lock().unwrap() = false;
    let location = Location::Sqlite(folder.path().join("dual_write.sqlite"));
    let store = Store::open(dual_write::catalog(), &location, environment).await.unwrap();
    *weather.stormy.lock().unwrap() = true;
    let engine = || {
        let solution = Solution::commerce().unwrap();
        Engine::new(store.clone(), solution, headquarters.peer(), sales.peer(), "usmf")
    };
    let solution = Solution::commerce().unwrap();
    let maps = solution.maps().iter().map(|map| map.name.clone());
    let decisions = solution.decisions().map(|(document, decision)| document.target_name(decision));
    let targets: Vec<String> = maps.chain(decisions).collect();
    for _ in 0..ACTS {
        people.act();
        if weather.chance(8) {
            // Somebody pauses something, or lets it go on; it may die half-way like anything else.
            let target = &targets[weather.dice.lock().unwrap().below(targets.len())];
            let outcome = match weather.chance(60) {
                true => engine().pause(Context::system(), target, "").await,
                false => engine().resume(Context::system(), target).await,
            };
            let words = outcome.err().map_or_else(|| "done".to_owned(), |error| error.to_string());
            people.story.lock().unwrap().push(format!("somebody pauses or resumes {target}: {words}"));
        }
        if weather.chance(60) {
            let outcome = engine().run_until_idle().await;
            let words = outcome.err().map_or_else(|| "rests".to_owned(), |error| error.to_string());
            people.story.lock().unwrap().push(format!("dual-write: {words}"));
            clock.advance(SignedDuration::from_secs(3));
        }
    }
    *weather.stormy.lock().unwrap() = false;
    let told =
        |broken: String| format!("seed {seed}: {broken}\n  {}", people.story.lock().unwrap().join("\n  "));
    for target in &targets {
        engine().resume(Context::system(), target).await.unwrap();
    }
    for _ in 0..CALM_ROUNDS {
        engine().run_until_idle().await.map_err(|error| told(error.to_string()))?;
        let waiting: Vec<dual_write::waiting::Waiting> =
            store.read(&Principal::system()).await.unwrap().list(Query::of("waiting")).await.unwrap();
        if waiting.is_empty() {
            break;
        }
        clock.advance(SignedDuration::from_hours(2));
    }
    let waiting: Vec<dual_write::waiting::Waiting> =
        store.read(&Principal::system()).await.unwrap().list(Query::of("waiting")).await.unwrap();
    if let Some(waits) = waiting.first() {
        return Err(told(format!("{} still waits: {:?}", waits.lane, waits.message)));
    }
    let silent = (headquarters.version(), sales.version());
    engine().run_until_idle().await.map_err(|error| told(error.to_string()))?;
    if (headquarters.version(), sales.version()) != silent {
        return Err(told("the sides do not fall silent".into()));
    }
    check::check(&headquarters, &sales).map_err(told)
}
