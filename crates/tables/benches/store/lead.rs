//! A table like Dataverse's lead: about 60 columns, 25 of them set, five indexes, one a key.

use std::sync::Arc;

use tables::{
    Catalog, ColumnDefinition, ColumnKind, KeyDefinition, Moment, Money, Naming, Operation, Ownership, Rule,
    TableDefinition, Value, Values, security,
};

const TEXTS: usize = 30;
const NUMBERS: usize = 10;
const FLAGS: usize = 8;
const AMOUNTS: usize = 4;
const MOMENTS: usize = 4;

/// The table's name.
pub const LEAD: &str = "benchlead";

pub fn catalog() -> Catalog {
    security::with_security(Catalog::new()).with_definition(definition()).with_rule(Rule {
        name: "gives a topic",
        table: LEAD,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|_tx, draft| {
            Box::pin(async move {
                if draft.after.get("text29").is_null() {
                    draft.after.set("text29", "a topic")?;
                }
                Ok(())
            })
        }),
    })
}

fn definition() -> TableDefinition {
    let column = |name: String, kind: ColumnKind| ColumnDefinition::new(name, kind);
    let wide = i64::MAX / 2;
    let mut columns = vec![column("leadid".into(), ColumnKind::Id)];
    let text = |at| column(format!("text{at}"), ColumnKind::Text { length_max: 100 });
    let number = |at| column(format!("number{at}"), ColumnKind::Whole { min: -wide, max: wide });
    columns.extend((0..TEXTS).map(text));
    columns.extend((0..NUMBERS).map(number));
    columns.extend((0..FLAGS).map(|at| column(format!("flag{at}"), ColumnKind::YesNo)));
    columns.extend(
        (0..AMOUNTS).map(|at| column(format!("amount{at}"), ColumnKind::Money { min: -wide, max: wide })),
    );
    columns.extend((0..MOMENTS).map(|at| column(format!("moment{at}"), ColumnKind::DateTime)));
    let mut definition =
        TableDefinition::new(LEAD, "benchleads", Ownership::UserOrTeam, Naming::Lower, columns);
    definition.keys = vec![KeyDefinition::new("by_integration", vec!["text0".into()])];
    definition.indexes = ["text1", "text2", "number0", "moment0"].map(|name| vec![name.to_owned()]).to_vec();
    definition
}

/// 25 values of the n-th row.
pub fn values(row: usize) -> Values {
    let mut values: Values = Vec::with_capacity(25);
    let mut set = |name: String, value: Value| values.push((name, value));
    set("text0".into(), format!("integration-key-{row:08}").into());
    for at in 1..12 {
        set(format!("text{at}"), format!("value {at} of row {row}, of usual length").into());
    }
    for at in 0..6 {
        set(format!("number{at}"), Value::Whole((row + at) as i64));
    }
    for at in 0..3 {
        set(format!("flag{at}"), Value::YesNo(row.is_multiple_of(2)));
    }
    for at in 0..2 {
        set(format!("amount{at}"), Money((row * 10_000 + at) as i64).into());
        let moment = tables::jiff::Timestamp::from_second(1_700_000_000 + row as i64).unwrap();
        set(format!("moment{at}"), moment.into());
    }
    values
}

/// Seven other values of the n-th row.
pub fn changes(row: usize, round: usize) -> Values {
    let text = |at: usize| (format!("text{at}"), Value::from(format!("changed {round} of row {row}")));
    let number = |at: usize| (format!("number{at}"), Value::Whole((row * 7 + round) as i64));
    vec![text(3), text(4), text(5), text(6), number(1), number(2), number(3)]
}
