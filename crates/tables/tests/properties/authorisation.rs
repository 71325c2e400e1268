//! A reader at any depth never sees, counts, sorts by or finds through a path a row that it may not.

use std::collections::HashMap;

use platform::Environment;
use tables::security::with_security;
use tables::testing::places;
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, Context, Depth, Error, Filter, Principal, Privilege, Query, Reference, Store, Table,
    Value,
};

use crate::dice::Dice;

const SEEDS: u64 = 6;
const ROWS: usize = 40;

#[derive(Table)]
#[table(name = "paper", set = "papers", ownership = "user")]
struct Paper {
    #[column(id)]
    paperid: Uuid,
    #[column(text = 50)]
    title: Option<String>,
    #[column(lookup = "paper")]
    sourceid: Option<Uuid>,
}

struct Office {
    /// User, unit, teams.
    users: Vec<(Uuid, Uuid, Vec<Uuid>)>,
    /// Paper: owner, unit, source.
    papers: HashMap<Uuid, (Uuid, Uuid, Option<Uuid>)>,
}

#[tokio::test]
async fn no_depth_sees_beyond_itself() {
    for place in places() {
        for seed in 0..SEEDS {
            let dice = Dice::new(seed);
            let catalog = with_security(Catalog::new()).with::<Paper>();
            let store = place.open(&format!("depth{seed}"), catalog, Environment::system()).await;
            let office = fill(&store, &dice).await;
            for (user, unit, teams) in &office.users {
                for depth in [Depth::None, Depth::User, Depth::BusinessUnit, Depth::Organization] {
                    let rights = [Privilege::Read, Privilege::Write]
                        .map(|privilege| ("paper".to_owned(), privilege, depth));
                    let principal = Principal::with_rights(*user, *unit, teams.clone(), rights);
                    let may = |paper: &Uuid| {
                        let (owner, of_unit, _) = office.papers[paper];
                        let mine = owner == *user || teams.contains(&owner);
                        match depth {
                            Depth::None => false,
                            Depth::User => mine,
                            Depth::BusinessUnit => mine || of_unit == *unit,
                            Depth::Organization => true,
                        }
                    };
                    look(&store, &office, &principal, depth, may).await;
                }
            }
        }
    }
}

async fn look(
    store: &Store,
    office: &Office,
    who: &std::sync::Arc<Principal>,
    depth: Depth,
    may: impl Fn(&Uuid) -> bool,
) {
    let mut reader = store.read(who).await.unwrap();
    let mut query = Query::of("paper");
    query.count = true;
    if depth == Depth::None {
        assert!(matches!(reader.page(&query).await.unwrap_err(), Error::NoPrivilege { .. }));
        return;
    }
    let page = reader.page(&query).await.unwrap();
    let mut seen: Vec<Uuid> = page.rows.iter().map(tables::Row::id).collect();
    let mut allowed: Vec<Uuid> = office.papers.keys().copied().filter(|id| may(id)).collect();
    seen.sort();
    allowed.sort();
    assert_eq!(seen, allowed);
    assert_eq!(page.count, Some(allowed.len() as u64));
    // Through a path only what may be seen itself.
    let titled = Filter::Not(Box::new(Filter::IsNull("sourceid/title".into())));
    let through = reader.page(&Query::of("paper").filter(titled).order_by("sourceid/title")).await.unwrap();
    let mut through: Vec<Uuid> = through.rows.iter().map(tables::Row::id).collect();
    let reaches = |id: &Uuid| office.papers[id].2.is_some_and(|source| may(&source));
    let mut expected: Vec<Uuid> = allowed.iter().copied().filter(reaches).collect();
    through.sort();
    expected.sort();
    assert_eq!(through, expected);
    // What points here counts only where it may be seen itself.
    let used = Query::of("paper").filter(Filter::any("paper", "sourceid", None));
    let mut used: Vec<Uuid> = reader.page(&used).await.unwrap().rows.iter().map(tables::Row::id).collect();
    let is_used = |id: &Uuid| office.papers.iter().any(|(by, paper)| paper.2 == Some(*id) && may(by));
    let mut expected: Vec<Uuid> = allowed.iter().copied().filter(is_used).collect();
    used.sort();
    expected.sort();
    assert_eq!(used, expected);
    for id in office.papers.keys() {
        assert_eq!(reader.get_row("paper", *id).await.unwrap().is_some(), may(id));
        let change = Change::update("paper", *id, vec![("title".into(), "changed".into())]);
        let context = Context::of(std::sync::Arc::clone(who));
        let outcome: Result<(), Error> = store
            .write(context, change, |tx, change| {
                Box::pin(async move {
                    tx.write_one(change.clone()).await?;
                    // Only whether it would be allowed is asked.
                    Err(Error::Refused { code: "enough", message: "Enough.".into() })
                })
            })
            .await;
        match outcome.unwrap_err() {
            Error::Refused { .. } => assert!(may(id)),
            Error::NotFound { .. } => assert!(!may(id)),
            other => unreachable!("{other}"),
        }
    }
}

async fn fill(store: &Store, dice: &Dice) -> Office {
    let new = || store.environment().ids.next();
    let mut changes = Vec::new();
    let mut make = |table: &str, id: Uuid, values: Vec<(&str, Value)>| {
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        changes.push(Change::create(table, values).with_id(id));
    };
    let units = vec![new(), new()];
    for unit in &units {
        make("businessunit", *unit, vec![("name", unit.to_string().into())]);
    }
    let teams: Vec<(Uuid, Uuid)> = (0..3).map(|_| (new(), *dice.one_of(&units))).collect();
    for (team, unit) in &teams {
        make("team", *team, vec![("name", team.to_string().into()), ("businessunitid", (*unit).into())]);
    }
    let mut users = Vec::new();
    for _ in 0..4 {
        let (user, unit) = (new(), *dice.one_of(&units));
        make("systemuser", user, vec![("fullname", "Somebody".into()), ("businessunitid", unit.into())]);
        let mine = teams.iter().filter(|_| dice.once_in(2)).map(|(team, _)| *team).collect();
        users.push((user, unit, mine));
    }
    write(store, std::mem::take(&mut changes)).await;
    let mut papers: HashMap<Uuid, (Uuid, Uuid, Option<Uuid>)> = HashMap::new();
    let mut before: Vec<Uuid> = Vec::new();
    for _ in 0..ROWS {
        let id = new();
        let (owner, unit) = match dice.once_in(3) {
            true => {
                let (team, unit) = dice.one_of(&teams);
                (Reference::new("team", *team), *unit)
            }
            false => {
                let (user, unit, _) = dice.one_of(&users);
                (Reference::new("systemuser", *user), *unit)
            }
        };
        let source = (!before.is_empty() && !dice.once_in(3)).then(|| *dice.one_of(&before));
        papers.insert(id, (owner.id, unit, source));
        let values = vec![
            ("title".to_owned(), Value::from("a title")),
            ("ownerid".to_owned(), owner.into()),
            ("sourceid".to_owned(), source.map_or(Value::Null, Value::Id)),
        ];
        changes.push(Change::create("paper", values).with_id(id));
        before.push(id);
    }
    write(store, changes).await;
    Office { users, papers }
}

async fn write(store: &Store, changes: Vec<Change>) {
    let written: Result<_, Error> = store
        .write(Context::system(), changes, |tx, changes| {
            Box::pin(async move { tx.write(changes.clone()).await })
        })
        .await;
    written.unwrap();
}
