//! Definitions as schema: additions by themselves, anything else by a named migration.

use platform::Environment;
use tables::migration::{Migration, Step};
use tables::testing::{Place, places};
use tables::{
    Catalog, Change, ChoiceOption, ColumnDefinition, ColumnKind, Context, Error, KeyDefinition, Naming,
    Ownership, Principal, Query, Requirement, Store, TableDefinition, Value,
};

/// Words of the refusal, and the change that is refused.
type Case = (&'static str, fn(&mut TableDefinition));

fn column(name: &str, kind: ColumnKind) -> ColumnDefinition {
    ColumnDefinition::new(name, kind)
}

fn option(value: i32) -> ChoiceOption {
    ChoiceOption::new(value, format!("Option{value}"))
}

fn base() -> TableDefinition {
    let columns = vec![
        column("boxid", ColumnKind::Id),
        column("name", ColumnKind::Text { length_max: 20 }),
        column("size", ColumnKind::Whole { min: 0, max: 10 }),
        column("kind", ColumnKind::Choice { options: vec![option(1), option(2)] }),
    ];
    let mut definition =
        TableDefinition::new("box", "boxes", Ownership::Organization, Naming::Lower, columns);
    definition.keys = vec![KeyDefinition::new("by_name", vec!["name".into()])];
    definition
}

async fn open(place: &Place, definition: &TableDefinition) -> Result<Store, Error> {
    let catalog = Catalog::new().with_definition(definition.clone());
    Store::open(catalog, &place.location("schema"), Environment::system()).await
}

async fn fill(store: &Store, name: &str) {
    let values = vec![("name".into(), name.into()), ("size".into(), Value::Whole(3))];
    let written: Result<_, Error> = store
        .write(Context::system(), Change::create("box", values), |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await })
        })
        .await;
    written.unwrap();
}

async fn rows(store: &Store) -> Vec<tables::Row> {
    let mut reader = store.read(&Principal::system()).await.unwrap();
    reader.page(&Query::of("box")).await.unwrap().rows
}

#[tokio::test]
async fn additions_come_in_by_themselves_and_both_databases_agree() {
    let mut schemas = Vec::new();
    for place in places() {
        let store = open(&place, &base()).await.unwrap();
        fill(&store, "A").await;
        let mut wider = base();
        wider.columns[1].kind = ColumnKind::Text { length_max: 200 };
        wider.columns[2].kind = ColumnKind::Whole { min: -5, max: 100 };
        wider.columns[3].kind = ColumnKind::Choice { options: vec![option(1), option(2), option(3)] };
        let mut colour = column("colour", ColumnKind::Text { length_max: 9 });
        colour.default = Some("red".into());
        colour.requirement = Requirement::Required;
        wider.columns.insert(4, colour);
        wider.columns.insert(5, column("parent", ColumnKind::Lookup { targets: vec!["box".into()] }));
        wider.keys.push(KeyDefinition::new("by_both", vec!["name".into(), "colour".into()]));
        wider.indexes.push(vec!["size".into()]);
        let store = open(&place, &wider).await.unwrap();
        assert_eq!(rows(&store).await[0].get("colour").as_text(), Some("red"));
        fill(&store, &"b".repeat(200)).await;
        let schema = store.describe_schema().await.unwrap();
        let again = open(&place, &wider).await.unwrap();
        assert_eq!(again.describe_schema().await.unwrap(), schema);
        schemas.push(schema);
    }
    assert_eq!(schemas[0], schemas[1]);
}

#[tokio::test]
async fn what_would_lose_data_is_refused_and_changes_nothing() {
    for place in places() {
        let store = open(&place, &base()).await.unwrap();
        fill(&store, "A").await;
        let schema = store.describe_schema().await.unwrap();
        let cases: [Case; 7] = [
            ("removing the column size", |table| drop(table.columns.remove(2))),
            ("limits of name", |table| table.columns[1].kind = ColumnKind::Text { length_max: 19 }),
            ("limits of size", |table| table.columns[2].kind = ColumnKind::Whole { min: 1, max: 10 }),
            ("type or limits of size", |table| table.columns[2].kind = ColumnKind::YesNo),
            ("limits of kind", |table| {
                table.columns[3].kind = ColumnKind::Choice { options: vec![option(1)] }
            }),
            ("key by_name", |table| table.keys.clear()),
            ("ownership", |table| table.ownership = Ownership::UserOrTeam),
        ];
        for (words, change) in cases {
            let mut other = base();
            change(&mut other);
            let error = open(&place, &other).await.err().unwrap();
            assert!(matches!(error, Error::DefinitionLosesData { .. }), "{words}: {error:?}");
            assert!(
                error.to_string().contains(words) && error.to_string().contains("named migration"),
                "{error}"
            );
        }
        let mut demanding = base();
        let mut needed = column("needed", ColumnKind::YesNo);
        needed.requirement = Requirement::Required;
        demanding.columns.insert(4, needed);
        let error = open(&place, &demanding).await.err().unwrap();
        assert!(
            matches!(&error, Error::InvalidDefinition { reason, .. } if reason.contains("default")),
            "{error}"
        );
        let store = open(&place, &base()).await.unwrap();
        assert_eq!(store.describe_schema().await.unwrap(), schema);
        assert_eq!(rows(&store).await.len(), 1);
    }
}

#[tokio::test]
async fn a_named_migration_does_it_once_and_keeps_what_it_can() {
    const STEPS: &[Step] = &[
        Step::RenameColumn { table: "box", from: "name", to: "title" },
        Step::DropColumn { table: "box", column: "size" },
    ];
    for place in places() {
        let store = open(&place, &base()).await.unwrap();
        fill(&store, "Kept").await;
        let mut other = base();
        other.columns[1].name = "title".into();
        other.columns.remove(2);
        other.keys[0].columns = vec!["title".into()];
        let open = async || {
            let migration = Migration { name: "2026-11-20-title", steps: STEPS };
            let catalog = Catalog::new().with_definition(other.clone()).with_migration(migration);
            Store::open(catalog, &place.location("schema"), Environment::system()).await
        };
        let store = open().await.unwrap();
        assert_eq!(rows(&store).await[0].get("title").as_text(), Some("Kept"));
        let store = open().await.unwrap();
        assert_eq!(rows(&store).await.len(), 1);
        let again = Change::create("box", vec![("title".into(), "KEPT".into())]);
        let taken: Result<_, Error> = store
            .write(Context::system(), again, |tx, change| {
                Box::pin(async move { tx.write_one(change.clone()).await })
            })
            .await;
        assert!(matches!(taken, Err(Error::DuplicateKey { .. })), "{taken:?}");
    }
}

#[tokio::test]
async fn columns_in_indexes_can_be_renamed_and_dropped_and_those_in_keys_only_without_the_key() {
    const RENAME: &[Step] = &[Step::RenameColumn { table: "box", from: "size", to: "width" }];
    const DROP: &[Step] = &[Step::DropColumn { table: "box", column: "width" }];
    const DROP_NAME: &[Step] = &[Step::DropColumn { table: "box", column: "name" }];
    const DROP_KEY: &[Step] =
        &[Step::DropKey { table: "box", key: "by_name" }, Step::DropColumn { table: "box", column: "name" }];
    let migrations = |steps: &[&'static [Step]]| -> Vec<Migration> {
        ["rename", "drop", "drop name"]
            .iter()
            .zip(steps)
            .map(|(name, steps)| Migration { name, steps })
            .collect()
    };
    for place in places() {
        let open = async |definition: &TableDefinition, done: Vec<Migration>| {
            let catalog = Catalog::new().with_definition(definition.clone());
            let catalog = done.into_iter().fold(catalog, Catalog::with_migration);
            Store::open(catalog, &place.location("schema"), Environment::system()).await
        };
        let mut definition = base();
        definition.indexes = vec![vec!["size".into()], vec!["kind".into(), "size".into()]];
        fill(&open(&definition, Vec::new()).await.unwrap(), "Kept").await;
        definition.columns[2].name = "width".into();
        definition.indexes = vec![vec!["width".into()], vec!["kind".into(), "width".into()]];
        let store = open(&definition, migrations(&[RENAME])).await.unwrap();
        let schema = store.describe_schema().await.unwrap().join("\n");
        assert!(schema.contains("index__box__width") && !schema.contains("size"), "{schema}");
        definition.columns.remove(2);
        definition.indexes.clear();
        let store = open(&definition, migrations(&[RENAME, DROP])).await.unwrap();
        assert!(!store.describe_schema().await.unwrap().join("\n").contains("width"));
        let name = definition.columns.remove(1);
        definition.keys.clear();
        let refused = open(&definition, migrations(&[RENAME, DROP, DROP_NAME])).await.err().unwrap();
        assert!(refused.to_string().contains("name, a column of the key by_name,"), "{refused}");
        let store = open(&definition, migrations(&[RENAME, DROP, DROP_KEY])).await.unwrap();
        assert_eq!((rows(&store).await.len(), name.name.as_str()), (1, "name"));
    }
}

#[tokio::test]
async fn a_new_key_over_equal_rows_is_refused_and_changes_nothing() {
    for place in places() {
        let store = open(&place, &base()).await.unwrap();
        fill(&store, "A").await;
        fill(&store, "B").await;
        let mut keyed = base();
        keyed.keys.push(KeyDefinition::new("by_size", vec!["size".into()]));
        let error = open(&place, &keyed).await.err().unwrap();
        assert!(matches!(error, Error::DuplicateKey { .. }), "{error}");
        assert_eq!(rows(&open(&place, &base()).await.unwrap()).await.len(), 2);
    }
}

#[tokio::test]
async fn declarations_that_cannot_work_say_why() {
    for (words, change) in [
        ("two columns called", (|table| table.columns[2].name = "NAME".into()) as fn(&mut TableDefinition)),
        ("no valid column name", |table| table.columns[2].name = "size of".into()),
        ("unknown column shoe", |table| table.keys[0].columns = vec!["shoe".into()]),
        ("points to an unknown table", |table| {
            table.columns[2].kind = ColumnKind::Lookup { targets: vec!["nowhere".into()] };
        }),
    ] {
        let mut definition = base();
        change(&mut definition);
        let error = Catalog::new().with_definition(definition).check().unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
    }
}
