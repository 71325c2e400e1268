use axum::http::{StatusCode, header};
use shell::grid::{EXPORT_ROWS_MAX, SELECTED_MAX};
use tables::Money;
use uuid::Uuid;

use crate::world::{Kind, READER, WRITER, thing, worlds};

/// The address behind the first link with these words.
fn link(html: &str, words: &str) -> String {
    let before = html.split(words).next().unwrap();
    let href = before.rsplit("href=\"").next().unwrap().split('"').next().unwrap();
    assert!(html.contains(words), "no link says {words}");
    href.replace("&#38;", "&").replace("&amp;", "&")
}

#[tokio::test]
async fn rows_are_searched_sorted_filtered_and_paged() {
    for (_place, world) in worlds().await {
        let mut things: Vec<_> =
            (1..=60).map(|number| thing(number, &format!("Thing {number:02}"))).collect();
        things[6].kind = Kind::Worn;
        things[7].price = Some(Money::whole(12));
        things[8].parent = Some(Uuid::from_u128(1));
        world.add(things).await;
        let browser = world.browser(READER).await;

        let first = browser.get("/things/all?sort=name").await;
        assert_eq!(first.status, StatusCode::OK);
        assert!(first.text.contains("60 rows") && first.text.contains("Thing 50"));
        assert!(!first.text.contains("Thing 51"));
        assert!(first.text.contains("aria-sort=\"ascending\""));
        let second = browser.get(&link(&first.text, "Next page")).await;
        assert!(second.text.contains("Thing 51") && second.text.contains("Thing 60"));
        assert!(second.text.contains("Page 2") && !second.text.contains("Next page"));

        for (query, there, gone) in [
            ("q=thing+07", "Thing 07", "Thing 08"),
            ("view=fresh&q=thing+0", "Thing 08", "Thing 07"),
            ("f.kind=2", "Thing 07", "Thing 08"),
            ("f.price.from=11.5&f.price.until=12", "Thing 08", "Thing 07"),
            ("f.parent=ing+01", "Thing 09", "Thing 08"),
            ("sort=name&desc=1", "Thing 60", "Thing 10"),
            ("sort=parent&desc=1", "Thing 09", "Thing 60<x"),
            ("after=nonsense&sort=name", "Thing 01", "Thing 51"),
        ] {
            let page = browser.get(&format!("/things/all?{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{query}");
            assert!(page.text.contains(there), "{query}");
            assert!(!page.text.contains(gone), "{query}");
        }
        // Nonsense narrows to nothing: a filter that does not work must not look as if it did.
        for query in
            ["q=nowhere", "f.kind=nonsense", "f.price.from=abc", "f.price.until=9999999999999999999999"]
        {
            let none = browser.get(&format!("/things/all?{query}")).await;
            assert!(none.text.contains("No row fits this search"), "{query}");
        }
    }
}

#[tokio::test]
async fn a_grid_without_rows_says_what_would_be_here_and_names_are_text() {
    for (_place, world) in worlds().await {
        let browser = world.browser(READER).await;
        assert!(browser.get("/things/all").await.text.contains("Things would be here."));
        world.add(vec![thing(1, "<script>alert(1)</script>")]).await;
        let page = browser.get("/things/all?q=%3Cscript%3E").await;
        assert!(!page.text.contains("<script>alert"));
        assert!(page.text.contains("&#60;script&#62;alert") || page.text.contains("&lt;script&gt;alert"));
    }
}

#[tokio::test]
async fn columns_are_chosen_and_kept() {
    for (_place, world) in worlds().await {
        world.add(vec![thing(1, "One")]).await;
        let browser = world.browser(READER).await;
        let head = |label: &str| format!("{label}</a></th>");
        let page = browser.get("/things/all").await.text;
        assert!(page.contains(&head("Price")) && !page.contains(&head("Due")));
        let chosen = [("grid", "things"), ("column", "due"), ("back", "/things/all?q=one")];
        let answer = browser.post("/office/columns", &chosen).await;
        assert_eq!(answer.location(), "/things/all?q=one");
        let page = browser.get("/things/all").await.text;
        assert!(
            !page.contains(&head("Price")) && page.contains(&head("Due")) && page.contains(&head("Name"))
        );
        assert!(world.browser(WRITER).await.get("/things/all").await.text.contains(&head("Price")));
        browser.post("/office/columns", &[("grid", "things"), ("usual", "1"), ("back", "/things/all")]).await;
        assert!(browser.get("/things/all").await.text.contains(&head("Price")));
    }
}

#[tokio::test]
async fn all_rows_of_a_view_become_a_file() {
    for (_place, world) in worlds().await {
        let mut formula = thing(1, "=1+1");
        formula.price = Some(Money(123_400));
        let mut worn = thing(2, "Worn, \"quoted\"");
        worn.kind = Kind::Worn;
        world.add(vec![formula, worn]).await;
        let file = world.browser(READER).await.get("/things/all?format=csv&sort=name").await;
        assert_eq!(file.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        assert!(file.text.starts_with("\u{feff}Name,Kind,Price,Part of,Created\n"), "{}", file.text);
        assert!(file.text.contains("\n'=1+1,Fresh,12.34,,"), "{}", file.text);
        assert!(file.text.contains("\n\"Worn, \"\"quoted\"\"\",Worn,,,"), "{}", file.text);
    }
}

#[tokio::test]
async fn selected_rows_have_limits() {
    for (_place, world) in worlds().await {
        let browser = world.browser(READER).await;
        let id = Uuid::from_u128(7).to_string();
        for (count, notice) in [(0, "bad"), (1, "good"), (SELECTED_MAX, "good"), (SELECTED_MAX + 1, "bad")] {
            let mut fields = vec![("row", id.as_str()); count];
            fields.push(("back", "/things/all?q=x"));
            let answer = browser.post("/things/count", &fields).await;
            assert_eq!(answer.location(), "/things/all?q=x", "{count}");
            let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
            assert!(cookie.starts_with(&format!("tandem_notice={notice}.")), "{count}: {cookie}");
        }
    }
}

#[tokio::test]
async fn a_file_has_a_limit_that_is_said() {
    const ROWS_AT_A_TIME: usize = 1_000;
    for (_place, world) in worlds().await {
        let numbers: Vec<u128> = (1..=EXPORT_ROWS_MAX as u128).collect();
        for some in numbers.chunks(ROWS_AT_A_TIME) {
            world.add(some.iter().map(|number| thing(*number, "Many")).collect()).await;
        }
        let browser = world.browser(READER).await;
        let file = browser.get("/things/all?format=csv").await;
        assert_eq!((file.status, file.text.lines().count()), (StatusCode::OK, EXPORT_ROWS_MAX + 1));
        world.add(vec![thing(0xFFFF, "One more")]).await;
        let refused = browser.get("/things/all?format=csv").await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.text.contains("more than the limit of 10,000"), "{}", refused.text);
        assert!(browser.get("/things/all").await.text.contains("More than 5,000 rows"));
    }
}
