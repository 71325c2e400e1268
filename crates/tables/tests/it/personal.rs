//! Personal columns: told like others, kept apart, and gone from every table once erased.

use std::sync::Arc;

use tables::log::{Audited, Position};
use tables::security::with_security;
use tables::store::{ERASED, ERASURE};
use tables::testing::{Place, places};
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, Context, Depth, Error, File, Operation, Principal, Privilege, Store, Table, Value, fold,
};

use crate::cells::cells;
use crate::shop::{create, entries, frozen, stores, values};

#[derive(Table)]
#[table(name = "person", set = "people", primary = "fullname", key(by_email(email)), key(by_code(code)))]
struct Person {
    #[column(id)]
    personid: Uuid,
    #[column(text = 50, personal)]
    firstname: Option<String>,
    #[column(text = 50, personal)]
    lastname: String,
    #[column(text = 100, composed(firstname, lastname), personal)]
    fullname: Option<String>,
    #[column(text = 100, personal)]
    email: Option<String>,
    #[column(text = 20, personal)]
    code: String,
    #[column(memo = 1000, personal)]
    notes: Option<String>,
    #[column(date, personal)]
    born: Option<tables::jiff::civil::Date>,
    #[column(file = 1_000_000, personal)]
    photo: Option<File>,
    #[column(text = 20)]
    rank: Option<String>,
}

#[derive(Table)]
#[table(name = "address", set = "addresses", person = "personid")]
struct Address {
    #[column(id)]
    addressid: Uuid,
    #[column(lookup = "person")]
    personid: Option<Uuid>,
    #[column(text = 50, personal)]
    street: Option<String>,
    #[column(text = 50)]
    city: Option<String>,
}

/// Each is in the first person's data somewhere, and nowhere in the second's.
const WORDS: [&str; 9] = [
    "Ulrike",
    "Brandstätter",
    "Brandt",
    "ulrike@example.org",
    "U-1",
    "likes cats",
    "face",
    "Lindenweg",
    "Ahornweg",
];

fn catalog() -> Catalog {
    with_security(Catalog::new()).with::<Person>().with::<Address>()
}

async fn write(store: &Store, change: Change) -> Result<Uuid, Error> {
    store
        .write(Context::system(), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|written| written.id) })
        })
        .await
}

/// Two people with addresses, with a history; ids of both, and of the first's addresses.
async fn fill(store: &Store) -> (Uuid, Uuid, Vec<Uuid>) {
    let person = |first: &str, last: &str, email: &str, code: &str| {
        values([
            ("firstname", first.into()),
            ("lastname", last.into()),
            ("email", email.into()),
            ("code", code.into()),
            ("rank", "Captain".into()),
            ("born", tables::jiff::civil::date(1999, 9, 9).into()),
        ])
    };
    let rows = vec![
        person("Ulrike", "Brandstätter", "Ulrike@Example.org", "U-1"),
        person("Viktor", "Vogel", "viktor@example.org", "V-1"),
    ];
    let people = create(store, "person", rows).await;
    let change = values([("lastname", "Brandt".into()), ("notes", "likes cats".into())]);
    write(store, Change::update("person", people[0], change)).await.unwrap();
    let put: Result<_, Error> = store
        .write(Context::system(), people[0], |tx, id| {
            Box::pin(async move {
                tx.put_file("person", *id, "photo", ("face.png", "image/png"), b"a face").await
            })
        })
        .await;
    put.unwrap();
    let address = |person: Uuid, street: &str| {
        values([("personid", person.into()), ("street", street.into()), ("city", "Graz".into())])
    };
    let rows = vec![
        address(people[0], "Lindenweg"),
        address(people[0], "Ahornweg"),
        address(people[1], "Viktorgasse"),
    ];
    let addresses = create(store, "address", rows).await;
    write(store, Change::delete("address", addresses[1])).await.unwrap();
    (people[0], people[1], addresses)
}

async fn history(store: &Store, table: &str, id: Uuid) -> Vec<Audited> {
    store.read(&Principal::system()).await.unwrap().history(table, id).await.unwrap()
}

fn changed<'a>(entry: &'a Audited, column: &str) -> &'a Option<(Value, Value)> {
    &entry.changes.iter().find(|change| change.column == column).unwrap().values
}

/// Lines of any table in which any of the words stands, folded or not.
async fn told(place: &Place) -> Vec<String> {
    let lines = cells(&place.location("shop")).await;
    let has = |line: &String| {
        let line = fold(line).into_owned();
        WORDS.iter().any(|word| line.contains(fold(word).as_ref()))
    };
    lines.into_iter().filter(has).collect()
}

#[tokio::test]
async fn log_and_audit_tell_of_persons_but_keep_it_apart() {
    for (place, store) in stores(catalog()).await {
        let (person, _, addresses) = fill(&store).await;
        let log = entries(&store, &["person"], 4).await;
        let lastname = log[2].changed.iter().find(|changed| changed.column == "lastname").unwrap();
        assert_eq!(lastname.before, Some("Brandstätter".into()));
        let before = &log[0].changed.iter().find(|changed| changed.column == "email").unwrap().before;
        assert_eq!(*before, Some(Value::Null));
        let history_of = history(&store, "person", person).await;
        let both = Some(("Brandstätter".into(), "Brandt".into()));
        assert_eq!(*changed(&history_of[1], "lastname"), both);
        assert_eq!(*changed(&history_of[2], "rank"), Some((Value::Null, "Captain".into())));
        let removed = &history(&store, "address", addresses[1]).await[0];
        // Whoever is named by a lookup is known by it, after the row is gone too.
        assert_eq!(removed.operation, Operation::Delete);
        assert_eq!(
            changed(removed, "street").as_ref().map(|(before, _)| before.clone()),
            Some("Ahornweg".into())
        );
        for line in told(&place).await {
            assert!(!line.starts_with("change_log:") && !line.starts_with("audit:"), "{line}");
        }
    }
}

#[tokio::test]
async fn after_an_erasure_no_table_has_any_of_it_and_others_keep_theirs() {
    for (place, store) in stores(catalog()).await {
        let (person, other, addresses) = fill(&store).await;
        let before = told(&place).await;
        assert!(WORDS.iter().all(|word| before.iter().any(|line| fold(line).contains(fold(word).as_ref()))));
        assert_eq!(store.erase(Context::system(), "person", person).await, Ok(2));
        assert_eq!(told(&place).await, Vec::<String>::new());
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let erased = reader.get::<Person>(person).await.unwrap().unwrap();
        assert_eq!((erased.lastname.as_str(), erased.fullname.as_deref()), (ERASED, Some(ERASED)));
        assert_eq!((erased.firstname, erased.email, erased.photo, erased.born), (None, None, None, None));
        assert_eq!(erased.rank.as_deref(), Some("Captain"));
        let address = reader.get::<Address>(addresses[0]).await.unwrap().unwrap();
        assert_eq!((address.street, address.city.as_deref()), (None, Some("Graz")));
        // The other's values are all there, and told.
        let kept = reader.get::<Person>(other).await.unwrap().unwrap();
        assert_eq!(kept.fullname.as_deref(), Some("Viktor Vogel"));
        let kept = history(&store, "person", other).await;
        assert_eq!(*changed(&kept[0], "lastname"), Some((Value::Null, "Vogel".into())));
        // That it was done is told, by whom, and what; not the values.
        let entries = history(&store, "person", person).await;
        assert!(entries[0].erasure && entries[0].changes.is_empty() && !entries[1].erasure);
        assert_eq!(entries[0].user, tables::SYSTEM_USER);
        assert_eq!(*changed(&entries[1], "email"), None);
        assert_eq!(*changed(entries.last().unwrap(), "rank"), Some((Value::Null, "Captain".into())));
        let mut log = Vec::new();
        let mut position = Position::default();
        while log.len() < 9 {
            let found = reader.changes(position, &["person", "address"], 100).await.unwrap();
            position = found.next;
            log.extend(found.entries);
        }
        let of_person = log.iter().filter(|entry| entry.row == person);
        let lastnames =
            of_person.flat_map(|entry| &entry.changed).filter(|changed| changed.column == "lastname");
        assert!(lastnames.clone().count() == 3 && lastnames.clone().all(|changed| changed.before.is_none()));
        // Twice does no harm; a second person of the same kind clashes with no key.
        assert_eq!(store.erase(Context::system(), "person", person).await, Ok(0));
        assert_eq!(store.erase(Context::system(), "person", other).await, Ok(2));
    }
}

#[tokio::test]
async fn a_person_whose_row_is_gone_can_still_be_erased() {
    for (place, store) in stores(catalog()).await {
        let (person, _, addresses) = fill(&store).await;
        write(&store, Change::delete("address", addresses[0])).await.unwrap();
        write(&store, Change::delete("person", person)).await.unwrap();
        assert!(!told(&place).await.is_empty());
        assert_eq!(store.erase(Context::system(), "person", person).await, Ok(0));
        assert_eq!(told(&place).await, Vec::<String>::new());
        assert!(history(&store, "person", person).await[0].erasure);
    }
}

#[tokio::test]
async fn what_was_told_before_a_column_became_personal_is_erased_too() {
    for place in places() {
        let mut before = Person::definition();
        before.columns.iter_mut().for_each(|column| column.personal = false);
        let open = async |definition| {
            let mut address = Address::definition();
            address.columns[2].personal = true;
            let catalog = with_security(Catalog::new()).with_definition(definition).with_definition(address);
            place.open("shop", catalog, frozen()).await
        };
        let store = open(before).await;
        let (person, ..) = fill(&store).await;
        drop(store);
        let store = open(Person::definition()).await;
        let history_of = history(&store, "person", person).await;
        assert_eq!(*changed(&history_of[1], "lastname"), Some(("Brandstätter".into(), "Brandt".into())));
        store.erase(Context::system(), "person", person).await.unwrap();
        assert_eq!(told(&place).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn erasing_takes_its_own_privilege_and_leaves_nothing_half_done() {
    for (place, store) in stores(catalog()).await {
        let (person, ..) = fill(&store).await;
        let before = told(&place).await.len();
        let who = |rights: &[(&str, Depth)]| {
            let rights = rights.iter().map(|(table, depth)| ((*table).to_owned(), Privilege::Delete, *depth));
            Principal::with_rights(Uuid::from_u128(7), Uuid::nil(), Vec::new(), rights.collect::<Vec<_>>())
        };
        for (who, may) in [
            (who(&[("person", Depth::Organization)]), false),
            (who(&[(ERASURE, Depth::User)]), false),
            (who(&[(ERASURE, Depth::Organization)]), true),
        ] {
            let outcome = store.erase(Context::of(Arc::clone(&who)), "person", person).await;
            assert_eq!(outcome.is_ok(), may, "{outcome:?}");
            assert_eq!(told(&place).await.len(), if may { 0 } else { before });
        }
        assert_eq!(history(&store, "person", person).await[0].user, Uuid::from_u128(7));
        let unknown = store.erase(Context::system(), "nobody", person).await;
        assert_eq!(unknown, Err(Error::UnknownTable { table: "nobody".into() }));
    }
}

#[test]
fn declarations_that_would_keep_a_copy_say_why() {
    let refused = |change: fn(&mut tables::TableDefinition)| {
        let mut definition = Person::definition();
        change(&mut definition);
        definition.check().unwrap_err().to_string()
    };
    let composed = refused(|person| person.columns[3].personal = false);
    assert!(composed.contains("fullname is composed of firstname, so it must be personal too"), "{composed}");
    let required = refused(|person| person.columns[7].requirement = tables::Requirement::Required);
    assert!(required.contains("born is personal and required, so it must be text"), "{required}");
    let person = refused(|person| person.person = Some("rank".into()));
    assert!(person.contains("named by a lookup, which rank is not"), "{person}");
}
