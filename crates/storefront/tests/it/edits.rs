//! Editing a user: nothing that somebody set is undone by an edit that did not mean it.

use channel::customers::{MemberChange, MemberRole, mark_member_change, open_member_changes};
use tables::{Context, Money, Principal};

use crate::people::{Browser, membership, person};
use crate::shop::{Shop, each_shop};

const USERS: &str = "/my-account/organization-users";

fn edit(person: u128) -> String {
    format!("{USERS}/{}/edit", membership(100, person, MemberRole::User).membershipid)
}

/// What a browser sends of this page's form, with some of it changed.
async fn filled(browser: &mut Browser, path: &str, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{}", page.page);
    fill(&page.page, changed)
}

fn fill(page: &str, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for name in ["firstName", "lastName", "role", "spendingLimit"] {
        let Some(was) = value(page, &format!("was.{name}")) else { continue };
        let now = changed.iter().find(|(of, _)| *of == name).map(|(_, text)| (*text).to_owned());
        let shown = || if name == "role" { selected(page) } else { value(page, name).unwrap_or_default() };
        fields.push((name.to_owned(), now.unwrap_or_else(shown)));
        fields.push((format!("was.{name}"), was));
    }
    assert!(!fields.is_empty(), "{page}");
    fields
}

/// The value of an input, its markup read.
fn value(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\""))?;
    let (tag, _) = rest.split_once('>').unwrap();
    let value = tag.split_once("value=\"").map_or("", |(_, rest)| rest.split('"').next().unwrap());
    Some(value.replace("&#60;", "<").replace("&#62;", ">"))
}

fn selected(page: &str) -> String {
    let (before, _) = page.split_once("\" selected>").unwrap();
    before.rsplit('"').next().unwrap().to_owned()
}

async fn send(browser: &mut Browser, path: &str, fields: &[(String, String)]) -> crate::shop::Answer {
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    browser.post(path, &pairs).await
}

async fn wishes(shop: &Shop) -> Vec<MemberChange> {
    let mut reader = shop.store.read(&Principal::system()).await.unwrap();
    open_member_changes(&mut reader, None, 10).await.unwrap().0
}

/// Another administrator of Ola's organization.
async fn colleague(shop: &Shop, jan: &mut Browser) {
    shop.publish(person(100, 2, "jan@example.com", MemberRole::Admin)).await;
    assert_eq!(jan.get(USERS).await.status, 200);
    shop.publish(person(100, 4, "li@example.com", MemberRole::User)).await;
}

#[tokio::test]
async fn an_edit_goes_on_from_the_change_that_is_on_its_way() {
    for shop in each_shop(100).await {
        let [mut ola, ..] = shop.with_people().await;
        let fields = filled(&mut ola, &edit(2), &[("spendingLimit", "250")]).await;
        assert_eq!(send(&mut ola, &edit(2), &fields).await.location(), USERS);
        let named = filled(&mut ola, &edit(2), &[("lastName", "Changed")]).await;
        assert!(named.contains(&("spendingLimit".into(), "250.00".into())), "{named:?}");
        assert_eq!(send(&mut ola, &edit(2), &named).await.location(), USERS);
        let wish = wishes(&shop).await.remove(0);
        assert_eq!((wish.spending_limit, wish.role), (Some(Money::whole(250)), MemberRole::User));
        assert_eq!(wish.last_name.as_deref(), Some("Changed"));

        // Headquarters has it, and has not told back how Jan stands.
        let done = (wish, None);
        shop.store
            .write(Context::system(), done, |tx, it| Box::pin(mark_member_change(tx, it)))
            .await
            .unwrap();
        let later = filled(&mut ola, &edit(2), &[("role", "Admin")]).await;
        assert!(later.contains(&("spendingLimit".into(), "250.00".into())), "{later:?}");
        assert_eq!(send(&mut ola, &edit(2), &later).await.location(), USERS);
        let wish = wishes(&shop).await.remove(0);
        assert_eq!((wish.spending_limit, wish.role), (Some(Money::whole(250)), MemberRole::Admin));
        assert_eq!(wish.last_name.as_deref(), Some("Changed"));
    }
}

#[tokio::test]
async fn an_older_form_writes_only_what_was_touched_in_it() {
    for shop in each_shop(100).await {
        let [mut ola, mut jan, _] = shop.with_people().await;
        colleague(&shop, &mut jan).await;
        let older = filled(&mut jan, &edit(4), &[("firstName", "Lia")]).await;
        let fields = filled(&mut ola, &edit(4), &[("spendingLimit", "100")]).await;
        assert_eq!(send(&mut ola, &edit(4), &fields).await.location(), USERS);
        assert_eq!(send(&mut jan, &edit(4), &older).await.location(), USERS);
        let wish = wishes(&shop).await.remove(0);
        assert_eq!(wish.first_name.as_deref(), Some("Lia"));
        assert_eq!(wish.spending_limit, Some(Money::whole(100)));

        // Both meant the same.
        let same =
            [("role", "User"), ("was.role", "User"), ("spendingLimit", "100"), ("was.spendingLimit", "")];
        assert_eq!(jan.post(&edit(4), &same).await.location(), USERS);

        // Nothing touched: nothing is wished.
        let at = wish.requested_at;
        shop.environment.clock.advance(tables::jiff::SignedDuration::from_secs(5));
        let same = filled(&mut jan, &edit(4), &[]).await;
        assert_eq!(send(&mut jan, &edit(4), &same).await.location(), USERS);
        assert_eq!(wishes(&shop).await[0].requested_at, at);
    }
}

#[tokio::test]
async fn of_two_edits_at_once_neither_is_lost() {
    for shop in each_shop(100).await {
        let [mut ola, mut jan, _] = shop.with_people().await;
        colleague(&shop, &mut jan).await;
        for round in 1..=10 {
            let (limit, name) = (format!("{round}"), format!("Li {round}"));
            let hers = filled(&mut ola, &edit(4), &[("spendingLimit", &limit)]).await;
            let his = filled(&mut jan, &edit(4), &[("firstName", &name)]).await;
            let path = edit(4);
            let (first, second) = tokio::join!(send(&mut ola, &path, &hers), send(&mut jan, &path, &his));
            assert_eq!(
                (first.location(), second.location()),
                (USERS, USERS),
                "{}{}",
                first.page,
                second.page
            );
            let wish = wishes(&shop).await.remove(0);
            assert_eq!((wish.spending_limit, wish.first_name), (Some(Money::whole(round)), Some(name)));
        }
    }
}

#[tokio::test]
async fn who_touches_what_somebody_else_changed_sees_both_values_first() {
    for shop in each_shop(100).await {
        let [mut ola, mut jan, _] = shop.with_people().await;
        colleague(&shop, &mut jan).await;
        let older =
            filled(&mut jan, &edit(4), &[("spendingLimit", "70"), ("role", "Admin"), ("firstName", "")])
                .await;
        let fields = filled(&mut ola, &edit(4), &[("spendingLimit", "100")]).await;
        assert_eq!(send(&mut ola, &edit(4), &fields).await.location(), USERS);
        let again = send(&mut jan, &edit(4), &older).await;
        assert_eq!(again.status, 422);
        // Beside another fault, too.
        assert!(again.page.contains("id=\"firstName-error\""));
        for words in ["id=\"spendingLimit-error\"", "100.00", "value=\"70\"", "replace it with “70”"] {
            assert!(again.page.contains(words), "{words}: {}", again.page);
        }
        assert_eq!(wishes(&shop).await[0].spending_limit, Some(Money::whole(100)), "nothing is overwritten");
        // Sent again, it is meant.
        let meant = fill(&again.page, &[("firstName", "Ola")]);
        assert!(meant.contains(&("role".into(), "Admin".into())), "{meant:?}");
        assert_eq!(send(&mut jan, &edit(4), &meant).await.location(), USERS);
        let wish = wishes(&shop).await.remove(0);
        assert_eq!((wish.spending_limit, wish.role), (Some(Money::whole(70)), MemberRole::Admin));
    }
}

#[tokio::test]
async fn a_role_that_there_is_not_makes_nobody_a_mere_user() {
    for shop in each_shop(100).await {
        let [mut ola, mut jan, _] = shop.with_people().await;
        colleague(&shop, &mut jan).await;
        let names = [("firstName", "Jan"), ("lastName", "Kos"), ("spendingLimit", "")];
        for role in [None, Some(("role", "zzz")), Some(("role", "")), Some(("role", "admin"))] {
            let fields: Vec<_> = names.into_iter().chain(role).collect();
            let answer = ola.post(&edit(2), &fields).await;
            assert_eq!(answer.status, 422, "{role:?}");
            assert!(answer.page.contains("id=\"role-error\""), "{}", answer.page);
            let mut fields = fields;
            fields.push(("email", "new@example.com"));
            let answer = ola.post(&format!("{USERS}/add"), &fields).await;
            assert!(answer.status == 422 && answer.page.contains("id=\"role-error\""), "{role:?}");
        }
        assert_eq!((shop.count("memberchange").await, shop.count("userrequest").await), (0, 0));
    }
}
