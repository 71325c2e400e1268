//! Columns that take several options.

use tables::column::MULTI_CHOICE_OPTIONS_MAX;
use tables::json::{self, ChoiceForm};
use tables::uuid::Uuid;
use tables::{Catalog, ChoiceOption, ColumnKind, Context, Error, Filter, Principal, Query, Table, Value};

use crate::shop::{Colour, create, stores, values};

#[derive(Debug, PartialEq, Table)]
#[table(name = "flag", set = "flags")]
struct Flag {
    #[column(id)]
    flagid: Uuid,
    #[column(multi_choice)]
    colours: Vec<Colour>,
}

fn catalog() -> Catalog {
    Catalog::new().with::<Flag>()
}

#[tokio::test]
async fn options_are_kept_in_order_without_repeats_and_are_found_one_by_one() {
    for (_place, store) in stores(catalog()).await {
        let given = |options: &[i32]| values([("colours", Value::MultiChoice(options.to_vec()))]);
        let ids = create(&store, "flag", vec![given(&[30, 1, 30]), given(&[2]), given(&[])]).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let first = reader.get_row("flag", ids[0]).await.unwrap().unwrap();
        assert_eq!(first.get("colours"), &Value::MultiChoice(vec![1, 30]));
        let read = Flag::from_row(&first).unwrap();
        assert_eq!(read.colours, [Colour::Red, Colour::Blue]);
        assert_eq!(reader.get_row("flag", ids[2]).await.unwrap().unwrap().get("colours"), &Value::Null);
        let has = |options: &[i32]| Filter::ContainsValues("colours".into(), options.to_vec());
        for (filter, expected) in [
            (has(&[30]), vec![ids[0]]),
            // 3 is no part of 30.
            (has(&[3]), vec![]),
            (has(&[1, 2]), vec![ids[0], ids[1]]),
            (has(&[]), vec![]),
            (has(&[1; MULTI_CHOICE_OPTIONS_MAX]), vec![ids[0]]),
            (Filter::Not(Box::new(has(&[2]))), vec![ids[0]]),
            (Filter::IsNull("colours".into()), vec![ids[2]]),
        ] {
            let page = reader.page(&Query::of("flag").filter(filter.clone())).await.unwrap();
            let mut found: Vec<Uuid> = page.rows.iter().map(tables::Row::id).collect();
            found.sort();
            assert_eq!(found, expected, "{filter:?}");
        }
        let changed = Flag { colours: vec![Colour::Green], ..read };
        let written: Result<_, Error> = store
            .write(Context::system(), changed, |tx, flag| Box::pin(async move { tx.save(flag).await }))
            .await;
        written.unwrap();
        let history = reader.history("flag", ids[0]).await.unwrap();
        let before_and_after = (Value::MultiChoice(vec![1, 30]), Value::MultiChoice(vec![2]));
        assert_eq!(history[0].changes[0].values, Some(before_and_after));
    }
}

#[tokio::test]
async fn wrong_options_and_questions_say_what_to_do() {
    for (_place, store) in stores(catalog()).await {
        let change = tables::Change::create("flag", values([("colours", Value::MultiChoice(vec![1, 7]))]));
        let refused: Result<_, Error> = store
            .write(Context::system(), change, |tx, change| {
                Box::pin(async move { tx.write_one(change.clone()).await })
            })
            .await;
        let refused = refused.unwrap_err();
        assert_eq!(refused.column(), Some("colours"));
        assert!(
            refused.to_string().contains("has no option 7. Use one of: 1 Red, 2 Green, 30 Blue"),
            "{refused}"
        );
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let has = |column: &str, count| Filter::ContainsValues(column.into(), vec![1; count]);
        for (query, words) in [
            (Query::of("flag").filter(has("colours", MULTI_CHOICE_OPTIONS_MAX + 1)), "at most 150"),
            (Query::of("flag").filter(has("flagid", 1)), "compare it"),
            (Query::of("flag").order_by("colours"), "ask which values it contains"),
            (Query::of("flag").filter(Filter::equals("colours", Value::MultiChoice(vec![1]))), "ask which"),
        ] {
            let error = reader.page(&query).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}

#[test]
fn in_json_they_are_numbers_or_names_with_commas() {
    let definition = Flag::definition();
    let column = definition.column("colours").unwrap();
    let both = Value::MultiChoice(vec![1, 30]);
    assert_eq!(json::write(column, &both, ChoiceForm::Number), "1,30");
    assert_eq!(json::write(column, &both, ChoiceForm::Name), "Red,Blue");
    for text in ["1,30", "30, 1", "Blue,Red,1", ",1,30,"] {
        assert_eq!(json::read(column, &text.into()), Ok(both.clone()), "{text}");
    }
    assert_eq!(json::read(column, &"".into()), Ok(Value::Null));
    assert!(matches!(json::read(column, &"1,Pink".into()), Err(Error::UnknownChoice { .. })));
    assert!(matches!(json::read(column, &1.into()), Err(Error::WrongType { .. })));
}

#[test]
fn there_are_not_too_many_and_no_key_is_made_of_them() {
    let with = |count: usize| {
        let mut definition = Flag::definition();
        let option = |value| ChoiceOption::new(value, format!("Option{value}"));
        let options = (0..i32::try_from(count).unwrap()).map(option).collect();
        definition.columns[1].kind = ColumnKind::MultiChoice { options };
        definition
    };
    with(MULTI_CHOICE_OPTIONS_MAX).check().unwrap();
    let over = with(MULTI_CHOICE_OPTIONS_MAX + 1).check().unwrap_err();
    assert!(over.to_string().contains("more than 150 options"), "{over}");
    let mut keyed = Flag::definition();
    keyed.indexes.push(vec!["colours".into()]);
    assert!(keyed.check().unwrap_err().to_string().contains("cannot be part of a key"));
}
