use axum::http::StatusCode;
use shell::testing::Answer;
use tables::{Context, Error, Money};
use uuid::Uuid;

use crate::world::{Kind, READER, WRITER, World, thing, worlds};

/// The id at the end of where a save leads.
fn id(answer: &Answer) -> Uuid {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location().rsplit('/').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_row_is_made_and_changed_as_people_write_it() {
    for (_place, world) in worlds().await {
        world.add(vec![thing(1, "Parent")]).await;
        let browser = world.browser(WRITER).await.in_language("pl-PL");
        let form = browser.get("/things/new").await;
        assert!(form.text.contains("type=\"date\"") && form.text.contains("<option value=\"Parent\">"));
        let made = browser
            .post(
                "/things/new",
                &[
                    ("name", " Ż "),
                    ("kind", "2"),
                    ("price", "1 234,50"),
                    ("due", "2026-11-20"),
                    ("fine", "0"),
                    ("fine", "1"),
                    ("notes", "a\r\nb"),
                    ("parent", "parent"),
                ],
            )
            .await;
        let id = id(&made);
        let row = world.get(id).await;
        assert_eq!((row.name.as_str(), row.kind, row.price), ("Ż", Kind::Worn, Some(Money(12_345_000))));
        assert_eq!(
            (row.fine, row.notes.as_deref(), row.parent),
            (true, Some("a\nb"), Some(Uuid::from_u128(1)))
        );

        let page = format!("/things/all/{id}");
        browser
            .post(&page, &[("price", ""), ("was.price", "1234,50"), ("fine", "0"), ("was.fine", "1")])
            .await;
        let row = world.get(id).await;
        assert_eq!((row.price, row.fine, row.name.as_str()), (None, false, "Ż"));
    }
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_nothing_is_lost() {
    for (_place, world) in worlds().await {
        world.add(vec![thing(1, "Twin"), thing(2, "Twin")]).await;
        let browser = world.browser(WRITER).await;
        let long = "x".repeat(41);
        for (name, text, error) in [
            ("name", "", "“Name” is required"),
            ("name", long.as_str(), "41 characters"),
            ("kind", "7", "no such option"),
            ("price", "much", "Enter a number"),
            ("price", "99999999999999999999", "This number is too large."),
            ("due", "tomorrow", "Enter a day"),
            ("parent", "nobody", "Nothing by this name"),
            ("parent", "Twin", "Several rows fit"),
        ] {
            let mut fields = vec![("name", "Kept <b>"), ("kind", "1")];
            fields.retain(|(field, _)| *field != name);
            fields.push((name, text));
            let answer = browser.post("/things/new", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.text.contains(error), "{name}: {}", answer.text);
            assert!(answer.text.contains(&format!("id=\"error-{name}\"")), "{name}");
            assert!(name == "name" || answer.text.contains("Kept &#60;b&#62;"), "{name}");
        }
        // Of several rows of one name, the one that was chosen.
        let second = Uuid::from_u128(2).to_string();
        let made = browser.post("/things/new", &[("name", "x"), ("kind", "1"), ("parent", &second)]).await;
        assert_eq!(world.get(id(&made)).await.parent, Some(Uuid::from_u128(2)));
    }
}

async fn rename(world: &World, name: &str, price: Money) {
    let input = (name.to_owned(), price);
    let write = world.store.write::<_, _, Error>(Context::system(), input, |tx, (name, price)| {
        Box::pin(async move {
            let mut row = thing(1, name);
            row.price = Some(*price);
            tx.save(&row).await?;
            Ok(())
        })
    });
    write.await.unwrap();
}

#[tokio::test]
async fn changes_of_different_columns_merge_and_of_the_same_are_shown_both() {
    for (_place, world) in worlds().await {
        world.add(vec![thing(1, "Old")]).await;
        let browser = world.browser(WRITER).await;
        let page = format!("/things/all/{}", Uuid::from_u128(1));
        let fields = |name| vec![("name", name), ("was.name", "Old"), ("price", ""), ("was.price", "")];

        // Somebody else sets a price meanwhile: both changes stand.
        rename(&world, "Old", Money::whole(5)).await;
        assert_eq!(browser.post(&page, &fields("Mine")).await.status, StatusCode::SEE_OTHER);
        let row = world.get(Uuid::from_u128(1)).await;
        assert_eq!((row.name.as_str(), row.price), ("Mine", Some(Money::whole(5))));

        // Somebody else renames it meanwhile: both names are shown, nothing is written.
        rename(&world, "Theirs", Money::whole(5)).await;
        let answer = browser.post(&page, &fields("Yours")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("<td>Theirs</td><td>Yours</td>"), "{}", answer.text);
        assert!(answer.text.contains("name=\"was.name\" value=\"Theirs\""));
        assert_eq!(world.get(Uuid::from_u128(1)).await.name, "Theirs");

        // Sent again, knowing both.
        let again = [("name", "Yours"), ("was.name", "Theirs")];
        assert_eq!(browser.post(&page, &again).await.status, StatusCode::SEE_OTHER);
        assert_eq!(world.get(Uuid::from_u128(1)).await.name, "Yours");
    }
}

#[tokio::test]
async fn who_may_not_write_reads() {
    for (_place, world) in worlds().await {
        world.add(vec![thing(1, "Read me")]).await;
        let browser = world.browser(READER).await;
        let page = format!("/things/all/{}", Uuid::from_u128(1));
        let shown = browser.get(&page).await;
        assert!(shown.text.contains("Read me") && !shown.text.contains("name=\"name\""));
        let refused = browser.post(&page, &[("name", "Mine"), ("was.name", "Read me")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(world.get(Uuid::from_u128(1)).await.name, "Read me");
        let missing = format!("/things/all/{}", Uuid::from_u128(9));
        assert_eq!(browser.get(&missing).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn lookups_offer_rows_while_somebody_types() {
    for (_place, world) in worlds().await {
        world.add(vec![thing(1, "Red \"box\""), thing(2, "Blue box"), thing(3, "Bag")]).await;
        let offered = world.browser(READER).await.get("/things/lookup/thing?q=box").await;
        assert_eq!(offered.text, "<option value=\"Blue box\"><option value=\"Red &#34;box&#34;\">");
        assert_eq!(
            world.browser(READER).await.get("/things/lookup/nothing").await.status,
            StatusCode::NOT_FOUND
        );
        // What no role grants is not offered.
        let users = world.browser(READER).await.get("/things/lookup/systemuser?q=writer").await;
        assert_eq!(users.text, "");
    }
}
