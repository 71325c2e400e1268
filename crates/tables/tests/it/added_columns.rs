//! Columns that compiled code has a view of, whether they are there or not.

use tables::migration::{Migration, Step};
use tables::store::{Addition, Removal};
use tables::uuid::Uuid;
use tables::{
    Catalog, Choice, ChoiceOption, ColumnDefinition, ColumnKind, Context, Error, Label, Principal, Store,
    Table,
};

use crate::shop::frozen;
use crate::undefining::column;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
enum Standing {
    Pending = 1,
    Approved = 2,
}

#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "card", set = "cards", key(x_bynumber("x_number")), key(by_title("title")))]
struct Card {
    #[column(id)]
    cardid: Uuid,
    #[column(text = 30)]
    title: String,
    #[column(text = 20, added)]
    x_number: Option<String>,
    #[column(choice, added)]
    x_standing: Option<Standing>,
}

mod newer {
    use super::{Choice, Table, Uuid};

    #[derive(Clone, Copy, Choice)]
    pub enum Standing {
        Pending = 1,
        Approved = 2,
        Refused = 3,
    }

    #[derive(Table)]
    #[table(name = "card", set = "cards", key(x_bynumber("x_number")), key(by_title("title")))]
    pub struct Card {
        #[column(id)]
        pub cardid: Uuid,
        #[column(text = 30)]
        pub title: String,
        #[column(text = 20, added)]
        pub x_number: Option<String>,
        #[column(choice, added)]
        pub x_standing: Option<Standing>,
    }
}

fn cards() -> Catalog {
    tables::security::with_security(Catalog::new()).with::<Card>()
}

fn card(title: &str) -> Card {
    Card { cardid: Uuid::from_u128(7), title: title.into(), x_number: None, x_standing: None }
}

async fn save(store: &Store, card: Card, new: bool) -> Result<(), Error> {
    store
        .write(Context::system(), (card, new), |tx, (card, new)| {
            Box::pin(
                async move { if *new { tx.insert(card).await } else { tx.save(card).await }.map(|_| ()) },
            )
        })
        .await
}

fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort_unstable();
    lines
}

async fn read(store: &Store) -> Card {
    store.read(&Principal::system()).await.unwrap().get(Uuid::from_u128(7)).await.unwrap().unwrap()
}

fn standing(options: &[(i32, &str)]) -> ColumnDefinition {
    let option = |(value, label): &(i32, &str)| ChoiceOption {
        label: Label::new([(1033, (*label).to_owned())]),
        ..ChoiceOption::new(*value, *label)
    };
    column("x_standing", ColumnKind::Choice { options: options.iter().map(option).collect() })
}

#[tokio::test]
async fn code_sees_a_column_that_somebody_adds_once_it_is_there() {
    for place in tables::testing::places() {
        let store = place.open("cards", cards(), frozen()).await;
        let declared = Card::definition();
        assert!(declared.column("x_number").is_none() && declared.keys.len() == 1);
        save(&store, card("One"), true).await.unwrap();
        save(&store, card("Two"), false).await.unwrap();
        assert_eq!(read(&store).await, card("Two"));
        let numbered = Card { x_number: Some("P-1".into()), ..card("Two") };
        let unknown = save(&store, numbered.clone(), false).await.unwrap_err();
        assert!(matches!(unknown, Error::UnknownColumn { .. }), "{unknown}");

        let add = |column| Addition::Column { table: "card".into(), column };
        for (wrong, words) in [
            (standing(&[(1, "Pending")]), "must take the number or name of an option (1, 2)"),
            (standing(&[(1, "A"), (2, "B"), (3, "C")]), "(1, 2)"),
            (column("x_number", ColumnKind::Whole { min: 0, max: 9 }), "x_number must take text"),
        ] {
            let refused = store.define(Context::system(), add(wrong)).await.unwrap_err();
            assert!(refused.to_string().contains(words), "{refused}");
        }
        let Some(added) = store.catalog().added("card").cloned() else { panic!("nothing is expected") };
        store.define(Context::system(), add(added.columns[0].clone())).await.unwrap();
        store.define(Context::system(), add(standing(&[(1, "Offen"), (2, "Ja")]))).await.unwrap();
        let key = Addition::Key { table: "card".into(), key: added.keys[0].clone() };
        store.define(Context::system(), key).await.unwrap();
        let full = Card { x_standing: Some(Standing::Approved), ..numbered };
        save(&store, full.clone(), false).await.unwrap();
        for store in [store, place.open("cards", cards(), frozen()).await] {
            assert_eq!(read(&store).await, full);
            let (now, _) = store.catalog_now();
            let column = now.table("card").unwrap().column("x_standing").unwrap();
            let option = &column.kind.options()[0];
            assert_eq!((option.name.as_str(), option.label.text(1033)), ("Pending", Some("Offen")));
            let twin = Card { cardid: Uuid::from_u128(9), ..Card { title: "Three".into(), ..full.clone() } };
            let taken = save(&store, twin, true).await.unwrap_err();
            assert!(matches!(taken, Error::DuplicateKey { ref key, .. } if key == "x_bynumber"), "{taken}");
        }
        let store = place.open("cards", cards(), frozen()).await;
        save(&store, card("Four"), false).await.unwrap();
        assert_eq!(read(&store).await, card("Four"));
        // Newer code knows an option more; what is there stays readable.
        let newer = tables::security::with_security(Catalog::new()).with::<newer::Card>();
        assert!(newer.added("card").is_some_and(|added| added.columns[1].kind.options().len() == 3));
        let store = place.open("cards", newer, frozen()).await;
        assert_eq!(
            store.catalog_now().0.table("card").unwrap().column("x_standing").unwrap().kind.options().len(),
            2
        );
    }
}

#[derive(Table)]
#[table(name = "card", set = "cards", key(by_number("x_number")), key(by_title("title")))]
struct DeclaredCard {
    #[column(id)]
    cardid: Uuid,
    #[column(text = 30)]
    title: String,
    #[column(text = 20)]
    x_number: Option<String>,
}

#[tokio::test]
async fn a_column_that_was_declared_stays_as_a_custom_one_with_its_values() {
    const KEEP: Migration = Migration {
        name: "keep-number",
        steps: &[
            Step::KeepAsCustom { table: "card", column: "x_number" },
            Step::RenameKey { table: "card", from: "by_number", to: "x_bynumber" },
        ],
    };
    for place in tables::testing::places() {
        let old = tables::security::with_security(Catalog::new()).with::<DeclaredCard>();
        let store = place.open("cards", old, frozen()).await;
        let old =
            DeclaredCard { cardid: Uuid::from_u128(7), title: "One".into(), x_number: Some("P-1".into()) };
        let made: Result<_, Error> = store
            .write(Context::system(), old, |tx, old| Box::pin(async move { tx.insert(old).await }))
            .await;
        made.unwrap();
        let schema = store.describe_schema().await.unwrap();
        drop(store);
        let refused = Store::open(cards(), &place.location("cards"), frozen()).await.err().unwrap();
        assert!(matches!(refused, Error::DefinitionLosesData { .. }), "{refused}");
        let schema: Vec<String> = schema.iter().map(|line| line.replace("by_number", "x_bynumber")).collect();
        for _ in 0..2 {
            let store = place.open("cards", cards().with_migration(KEEP), frozen()).await;
            assert_eq!(sorted(store.describe_schema().await.unwrap()), sorted(schema.clone()));
            assert_eq!(read(&store).await, Card { x_number: Some("P-1".into()), ..card("One") });
            let (now, _) = store.catalog_now();
            let table = now.table("card").unwrap();
            assert!(table.column("x_number").unwrap().custom && table.keys.iter().any(|key| key.custom));
        }
        let store = place.open("cards", cards().with_migration(KEEP), frozen()).await;
        let key = Removal::Key { table: "card".into(), key: "x_bynumber".into() };
        store.undefine(Context::system(), key).await.unwrap();
    }
}
