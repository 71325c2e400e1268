//! Random definitions and rows: what goes in comes out, the schema is the same on both databases,
//! and no secret is told.

use platform::Environment;
use tables::log::Position;
use tables::testing::places;
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, ChoiceOption, ColumnDefinition, ColumnKind, Context, Decimal, Error, Filter, Money,
    Naming, Ownership, Principal, Reference, Row, TableDefinition, Value, jiff,
};

use crate::dice::Dice;

const SEEDS: u64 = 12;
const ROWS: usize = 15;
const SECRET: &str = "a-secret-that-nobody-may-see";

#[tokio::test]
async fn random_tables_and_rows_come_back_as_they_went() {
    let places = places();
    for seed in 0..SEEDS {
        let mut schemas = Vec::new();
        for place in &places {
            let dice = Dice::new(seed);
            let definition = definition(&dice);
            let catalog = tables::security::with_security(Catalog::new()).with_definition(definition.clone());
            let store = place.open(&format!("trip{seed}"), catalog, Environment::system()).await;
            schemas.push(store.describe_schema().await.unwrap());
            let mut before: Vec<(Uuid, Vec<(String, Value)>)> = Vec::new();
            for _ in 0..ROWS {
                let values = values(&dice, &definition, before.last().map(|(id, _)| *id));
                before.push((store.environment().ids.next(), values));
            }
            let changes: Vec<Change> = before
                .iter()
                .map(|(id, values)| Change::create(&definition.name, values.clone()).with_id(*id))
                .collect();
            let written: Result<_, Error> = store
                .write(Context::system(), changes, |tx, changes| {
                    Box::pin(async move { tx.write(changes.clone()).await })
                })
                .await;
            written.unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            for (id, values) in &before {
                let row: Row = reader.get_row(&definition.name, *id).await.unwrap().unwrap();
                for (name, value) in values {
                    assert_eq!(row.get(name), value, "seed {seed}, {name}");
                }
            }
            let mut told = String::new();
            let mut position = Position::default();
            for _ in 0..20 {
                let found = reader.changes(position, &[&definition.name], 100).await.unwrap();
                position = found.next;
                told.push_str(&format!("{:?}", found.entries));
            }
            for (id, _) in &before {
                told.push_str(&format!("{:?}", reader.history(&definition.name, *id).await.unwrap()));
            }
            assert!(told.contains("hidden") && !told.contains(SECRET), "seed {seed}: a secret was told");
            let asked = Filter::equals("hidden", SECRET);
            let refused = reader.page(&tables::Query::of(&definition.name).filter(asked)).await.unwrap_err();
            assert!(matches!(refused, Error::NotQueryable { .. }) && !refused.to_string().contains(SECRET));
        }
        assert_eq!(schemas[0], schemas[1], "seed {seed}: the schemas differ");
    }
}

fn definition(dice: &Dice) -> TableDefinition {
    let column = |name: String, kind: ColumnKind| ColumnDefinition {
        secret: name == "hidden",
        ..ColumnDefinition::new(name, kind)
    };
    let mut columns = vec![
        column("rowid".into(), ColumnKind::Id),
        column("hidden".into(), ColumnKind::Memo { length_max: 100 }),
    ];
    for at in 0..3 + dice.below(12) {
        let kind = match dice.below(11) {
            0 => ColumnKind::Text { length_max: 4_000 },
            1 => ColumnKind::Memo { length_max: 10_000 },
            2 => ColumnKind::Whole { min: i64::MIN, max: i64::MAX },
            3 => {
                let scale = u8::try_from(dice.below(11)).unwrap();
                ColumnKind::Decimal { scale, min: i64::MIN, max: i64::MAX }
            }
            4 => ColumnKind::Money { min: i64::MIN, max: i64::MAX },
            5 => ColumnKind::YesNo,
            6 => ColumnKind::Date,
            7 => ColumnKind::DateTime,
            8 => ColumnKind::Choice {
                options: [i32::MIN, 0, i32::MAX]
                    .map(|value| ChoiceOption::new(value, format!("Option{value}")))
                    .to_vec(),
            },
            9 => ColumnKind::MultiChoice {
                options: [i32::MIN, 0, i32::MAX]
                    .map(|value| ChoiceOption::new(value, format!("Option{value}")))
                    .to_vec(),
            },
            _ => {
                let targets = if dice.once_in(2) { vec!["random"] } else { vec!["random", "team"] };
                ColumnKind::Lookup { targets: targets.into_iter().map(str::to_owned).collect() }
            }
        };
        columns.push(column(format!("Column{at}"), kind));
    }
    let ownership = *dice.one_of(&[Ownership::Organization, Ownership::UserOrTeam]);
    let naming = *dice.one_of(&[Naming::Lower, Naming::Pascal]);
    TableDefinition::new("random", "randoms", ownership, naming, columns)
}

/// Values for some columns, at their edges more often than not.
fn values(dice: &Dice, definition: &TableDefinition, other: Option<Uuid>) -> Vec<(String, Value)> {
    let edges = [i64::MIN, -1, 0, 1, i64::MAX];
    let mut values: Vec<(String, Value)> = vec![("hidden".into(), SECRET.into())];
    for column in definition.columns.iter().filter(|column| column.name.starts_with("Column")) {
        if dice.once_in(4) {
            continue;
        }
        let value = match &column.kind {
            ColumnKind::Text { .. } | ColumnKind::Memo { .. } => {
                dice.text().repeat(1 + dice.below(50)).into()
            }
            ColumnKind::Whole { .. } => Value::Whole(*dice.one_of(&edges)),
            ColumnKind::Decimal { scale, .. } => {
                Value::Decimal(Decimal { units: *dice.one_of(&edges), scale: *scale })
            }
            ColumnKind::Money { .. } => Money(*dice.one_of(&edges)).into(),
            ColumnKind::YesNo => dice.once_in(2).into(),
            ColumnKind::Date => {
                let days = [jiff::civil::Date::MIN, jiff::civil::date(1970, 1, 1), jiff::civil::Date::MAX];
                (*dice.one_of(&days)).into()
            }
            ColumnKind::DateTime => {
                let moments =
                    ["-005000-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "2026-11-20T09:30:00Z"];
                dice.one_of(&moments).parse::<jiff::Timestamp>().unwrap().into()
            }
            ColumnKind::Choice { options } => Value::Choice(dice.one_of(options).value),
            ColumnKind::MultiChoice { options } => {
                let all: Vec<i32> = options.iter().map(|option| option.value).collect();
                Value::MultiChoice(all[dice.below(all.len())..].to_vec())
            }
            ColumnKind::Lookup { targets } => match (other, targets.len()) {
                (None, _) => continue,
                (Some(id), 1) => id.into(),
                (Some(id), _) => Reference::new("random", id).into(),
            },
            ColumnKind::File { .. } | ColumnKind::Id => continue,
        };
        values.push((column.name.clone(), value));
    }
    values
}
