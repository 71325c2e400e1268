//! Privileges by table and depth, ownership, and what a missing right looks like.

use std::sync::Arc;

use tables::log::Position;
use tables::uuid::Uuid;
use tables::{Change, Context, Depth, Error, Principal, Privilege, Reference, Store, Values};

use crate::shop::{catalog, stores};

async fn write(store: &Store, who: &Arc<Principal>, change: Change) -> Result<Uuid, Error> {
    store
        .write(Context::of(Arc::clone(who)), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|written| written.id) })
        })
        .await
}

fn named(name: &str) -> Values {
    vec![("name".into(), name.into())]
}

/// Two units with a user each; the first user's principal for these rights on shops.
async fn people(store: &Store) -> (Uuid, Uuid, Uuid, Uuid) {
    let system = Principal::system();
    let mut made = Vec::new();
    for unit in ["north", "south"] {
        let unit = write(store, &system, Change::create("businessunit", named(unit))).await.unwrap();
        let user = vec![("fullname".into(), "Somebody".into()), ("businessunitid".into(), unit.into())];
        made.push((unit, write(store, &system, Change::create("systemuser", user)).await.unwrap()));
    }
    (made[0].0, made[0].1, made[1].0, made[1].1)
}

#[tokio::test]
async fn each_privilege_is_asked_for_by_itself() {
    for (_place, store) in stores(catalog()).await {
        let (unit, user, _, other) = people(&store).await;
        let who = |privileges: &[Privilege]| {
            let rights =
                privileges.iter().map(|privilege| ("shop".to_owned(), *privilege, Depth::Organization));
            let users = ("systemuser".to_owned(), Privilege::Read, Depth::Organization);
            Principal::with_rights(user, unit, Vec::new(), rights.chain([users]))
        };
        let id = write(&store, &who(&[Privilege::Create]), Change::create("shop", named("A"))).await.unwrap();
        let refused = |action: &'static str| Error::NoPrivilege { action, table: "shop".into() };
        let reader = who(&[Privilege::Read]);
        assert_eq!(write(&store, &reader, Change::create("shop", named("B"))).await, Err(refused("create")));
        assert_eq!(
            write(&store, &reader, Change::update("shop", id, named("B"))).await,
            Err(refused("change"))
        );
        assert_eq!(write(&store, &reader, Change::delete("shop", id)).await, Err(refused("delete")));
        let writer = who(&[Privilege::Read, Privilege::Write]);
        write(&store, &writer, Change::update("shop", id, named("C"))).await.unwrap();
        let give = vec![("ownerid".into(), Reference::new("systemuser", other).into())];
        let give = Change::update("shop", id, give);
        assert_eq!(write(&store, &writer, give.clone()).await, Err(refused("assign")));
        let assigner = who(&[Privilege::Read, Privilege::Write, Privilege::Assign]);
        write(&store, &assigner, give).await.unwrap();
        let blind = who(&[]);
        let hidden = Err(Error::NotFound { table: "shop".into(), id });
        assert_eq!(write(&store, &blind, Change::update("shop", id, named("D"))).await, hidden);
        write(&store, &who(&[Privilege::Read, Privilege::Delete]), Change::delete("shop", id)).await.unwrap();
    }
}

#[tokio::test]
async fn a_lookup_to_a_row_that_the_caller_may_not_see_is_broken() {
    for (_place, store) in stores(catalog()).await {
        let (unit, user, _, other) = people(&store).await;
        let theirs = vec![
            ("name".into(), "Theirs".into()),
            ("ownerid".into(), Reference::new("systemuser", other).into()),
        ];
        let theirs = write(&store, &Principal::system(), Change::create("shop", theirs)).await.unwrap();
        let rights = [Privilege::Create, Privilege::Read]
            .map(|privilege| ("shop".to_owned(), privilege, Depth::BusinessUnit));
        let who = Principal::with_rights(user, unit, Vec::new(), rights);
        let mut values = named("Mine");
        values.push(("parentid".into(), theirs.into()));
        let broken = write(&store, &who, Change::create("shop", values)).await.unwrap_err();
        let expected = Error::BrokenLookup { column: "parentid".into(), table: "shop".into(), id: theirs };
        assert_eq!(broken, expected);
        // For another owner it takes a depth that covers the other's rows.
        let mut values = named("For them");
        values.push(("ownerid".into(), Reference::new("systemuser", other).into()));
        let refused = write(&store, &who, Change::create("shop", values)).await.unwrap_err();
        assert!(matches!(refused, Error::NoPrivilege { action: "create", .. }), "{refused}");
    }
}

#[tokio::test]
async fn the_change_log_takes_its_own_privilege_and_all_rows() {
    for (_place, store) in stores(catalog()).await {
        let (unit, user, ..) = people(&store).await;
        let who = |log: Depth, shops: Depth| {
            let rights = [("changelog", log), ("shop", shops)];
            let rights = rights.map(|(table, depth)| (table.to_owned(), Privilege::Read, depth));
            Principal::with_rights(user, unit, Vec::new(), rights)
        };
        for (log, shops, may) in [
            (Depth::Organization, Depth::Organization, true),
            (Depth::None, Depth::Organization, false),
            (Depth::Organization, Depth::BusinessUnit, false),
        ] {
            let mut reader = store.read(&who(log, shops)).await.unwrap();
            assert_eq!(reader.changes(Position::default(), &["shop"], 10).await.is_ok(), may);
        }
        // Without names: what may be read, and no more.
        let mut reader = store.read(&who(Depth::Organization, Depth::Organization)).await.unwrap();
        let found = reader.changes(Position::default(), &[], 100).await.unwrap();
        assert!(found.entries.iter().all(|entry| entry.table == "shop"));
    }
}
