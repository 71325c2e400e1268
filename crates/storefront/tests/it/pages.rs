//! The pages that anybody may see: the request, where it stands, signing in, passwords.

use tables::Context;
use tables::jiff::SignedDuration;

use crate::people::{Browser, PASSWORD, membership, organization, person};
use crate::shop::{Shop, each_shop, each_shop_with, form};
use channel::customers::{MemberRole, Publication};

pub const FORM: &str = "/become-a-business-partner";

/// The complete form as a browser sends it.
pub fn fields<'a>(token: &'a str, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("token", token),
        ("firstName", "Ola"),
        ("lastName", "Nowak"),
        ("email", "ola@nowak.example"),
        ("companyName", "Nowak Trading"),
        ("numberOfEmployees", ""),
        ("country", "PL"),
        ("street", "Długa 1"),
        ("city", "Kraków"),
        ("postalCode", "31146"),
        ("acceptTerms", "true"),
    ];
    for (name, value) in changed {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

pub fn token(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"token\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn while_headquarters_has_turned_requests_off_the_store_says_so_and_offers_none() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        let token = token(&browser.get(FORM).await.page);
        switch(&shop, false).await;
        let home = browser.get("/").await;
        assert!(home.status == 200 && !home.page.contains(FORM), "{}", home.page);
        let closed = browser.get(FORM).await;
        assert!(closed.status == 503 && closed.page.contains("takes no requests"), "{}", closed.page);
        // A form that was open when it happened.
        let refused = browser.post(FORM, &fields(&token, &[])).await;
        assert!(refused.status == 503 && refused.page.contains("takes no requests"), "{}", refused.page);
        let refused = shop.submit(&form()).await;
        assert_eq!((refused.status.as_u16(), refused.text("code")), (503, "requests_closed"));
        assert_eq!(shop.count("onboardingrequest").await, 0);
        switch(&shop, true).await;
        assert!(browser.get("/").await.page.contains(FORM));
        assert_eq!(shop.submit(&form()).await.status, 202);
    }
}

pub async fn switch(shop: &Shop, is_enabled: bool) {
    let tell = shop.store.write::<_, _, tables::Error>(Context::system(), is_enabled, |tx, is_enabled| {
        Box::pin(channel::features::tell(tx, channel::features::B2B_ECOMMERCE, *is_enabled))
    });
    tell.await.unwrap();
}

#[tokio::test]
async fn a_request_is_sent_once_however_often_the_button_is_pressed() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        let token = token(&browser.get(FORM).await.page);
        let first = browser.post(FORM, &fields(&token, &[])).await;
        assert_eq!(first.status, 303, "{}", first.page);
        let again = browser.post(FORM, &fields(&token, &[])).await;
        assert_eq!(again.location(), first.location());
        assert_eq!(shop.count("onboardingrequest").await, 1);
        let confirmation = browser.get(first.location()).await;
        assert_eq!(confirmation.status, 200);
        assert!(confirmation.page.contains("Request submitted") && confirmation.page.contains("BP-"));

        // Changed, it is another request; of an open address nothing new is made, and it looks alike.
        let other = browser.post(FORM, &fields(&token, &[("comments", "more")])).await;
        assert!(other.status == 303 && other.location() != first.location());
        assert_eq!(browser.get(other.location()).await.status, 200);
        assert_eq!(shop.count("onboardingrequest").await, 1);
    }
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_what_was_typed_stays() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        let answer = browser.post(FORM, &[("firstName", "<script>alert(1)</script>")]).await;
        assert_eq!(answer.status, 422);
        assert!(!answer.page.contains("<script>alert"), "escaped");
        assert!(answer.page.contains("value=\"&#60;script&#62;alert(1)"), "{}", answer.page);
        assert!(!answer.page.contains("id=\"firstName-error\""));
        for field in ["lastName", "email", "companyName", "street", "city", "country", "acceptTerms"] {
            assert!(answer.page.contains(&format!("id=\"{field}-error\"")), "{field}");
        }
        let wrong = [("taxId", "5260250275"), ("numberOfEmployees", "a dozen")];
        let answer = browser.post(FORM, &fields("", &wrong)).await;
        assert_eq!(answer.status, 422);
        for words in ["2 entries need a correction", "526-025-02-74", "This must be a whole number."] {
            assert!(answer.page.contains(words), "{words}");
        }
        browser.language = "pl-PL";
        let answer = browser.post(FORM, &[]).await;
        assert!(answer.page.contains("To pole jest wymagane."), "{}", answer.page);
        assert_eq!(shop.count("onboardingrequest").await, 0);
    }
}

#[tokio::test]
async fn the_address_follows_the_country_without_judging_yet() {
    let shop = each_shop(100).await.remove(0);
    let mut browser = Browser::new(&shop);
    let refreshed = browser.post(FORM, &[("country", "US"), ("email", "half@"), ("refresh", "1")]).await;
    assert_eq!(refreshed.status, 200);
    for words in ["ZIP code", "Tax ID (EIN)", "value=\"half@\""] {
        assert!(refreshed.page.contains(words), "{words}");
    }
    assert!(!refreshed.page.contains("aria-invalid"));
    // Another language in the middle: what was typed stays, and nothing is judged.
    assert!(browser.get(FORM).await.page.contains("form=\"request\" formnovalidate"));
    let half =
        [("email", "half@"), ("comments", "Dwie <linie>"), ("acceptTerms", "true"), ("language", "pl-PL")];
    let spoken = browser.post(FORM, &half).await;
    assert_eq!(spoken.status, 200);
    for words in
        ["lang=\"pl-PL\"", "value=\"half@\"", "Dwie &#60;linie&#62;", "value=\"true\" required checked"]
    {
        assert!(spoken.page.contains(words), "{words}: {}", spoken.page);
    }
    assert!(!spoken.page.contains("aria-invalid"));
    assert_eq!(browser.post(FORM, &[("language", "xx")]).await.status, 400);
    let refreshed = browser.post(FORM, &[("country", "HK"), ("refresh", "1")]).await;
    assert!(!refreshed.page.contains("name=\"postalCode\""));
}

#[tokio::test]
async fn who_sends_too_often_is_told_when_to_try_again_and_loses_nothing() {
    for shop in each_shop(1).await {
        let mut browser = Browser::new(&shop);
        assert_eq!(browser.post(FORM, &fields("", &[])).await.status, 303);
        let answer = browser.post(FORM, &fields("", &[("companyName", "Second & Sons")])).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, "60"));
        assert!(answer.page.contains("value=\"Second &#38; Sons\""));
    }
}

#[tokio::test]
async fn a_request_is_followed_on_a_private_page() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        let sent = browser.post(FORM, &fields("", &[])).await;
        let path = sent.location().strip_suffix("/confirmation").unwrap().to_owned();
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.page.contains("We have your request") && page.page.contains("aria-current=\"step\""));
        assert_eq!(
            (page.header("referrer-policy"), page.header("cache-control")),
            ("no-referrer", "no-store")
        );
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
        assert_eq!(shop.look(&path).await.text("status"), "received", "JSON for programs");
        let unknown = browser.get("/requests/AAAA").await;
        assert_eq!(unknown.status, 404);
        assert!(unknown.page.contains("There is no request behind this link"));
    }
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_are_refused_alike() {
    for shop in each_shop(100).await {
        shop.with_people().await;
        let mut stranger = Browser::new(&shop);
        let wrong = stranger.sign_in("ola@example.com", "wrong password 1").await;
        let unknown = stranger.sign_in("xyz@example.com", "wrong password 1").await;
        assert_eq!((wrong.status.as_u16(), unknown.status.as_u16()), (422, 422));
        assert_eq!(wrong.page, unknown.page.replace("xyz@example.com", "ola@example.com"));
        assert!(!stranger.is_in().await);
        let forgot = [("email", "ola@example.com")];
        let known = stranger.post("/forgot-password", &forgot).await;
        let unknown = stranger.post("/forgot-password", &[("email", "xyz@example.com")]).await;
        assert_eq!(known.page, unknown.page.replace("xyz@example.com", "ola@example.com"));
        assert_eq!(shop.count("passwordrequest").await, 1);
    }
}

#[tokio::test]
async fn signing_in_leads_where_one_wanted_to_go_and_nowhere_else() {
    for shop in each_shop(100).await {
        shop.with_people().await;
        let mut browser = Browser::new(&shop);
        let asked = browser.get("/my-account/credit").await;
        assert_eq!(
            (asked.status.as_u16(), asked.location()),
            (303, "/sign-in?next=%2Fmy%2Daccount%2Fcredit")
        );
        for (next, expected) in
            [("/my-account/credit", "/my-account/credit"), ("//evil.test", "/"), ("https://evil.test", "/")]
        {
            let fields = [("email", "OLA@example.com"), ("password", PASSWORD), ("next", next)];
            let answer = browser.post("/sign-in", &fields).await;
            assert_eq!(answer.location(), expected);
            let cookie = answer.header("set-cookie");
            assert!(cookie.contains("HttpOnly; SameSite=Lax; Secure"), "{cookie}");
        }
        let credit = browser.get("/my-account/credit").await.page;
        for amount in ["20,000.00", "5,000.00", "25,000.00", "value=\"200\""] {
            assert!(credit.contains(amount), "{amount}");
        }
        let refused = browser.post_from("/sign-out", &[], "cross-site").await;
        assert_eq!(refused.status, 403);
        assert!(browser.is_in().await);
        let before = browser.cookies.clone();
        assert_eq!(browser.post("/sign-out", &[]).await.location(), "/sign-in");
        assert!(!browser.is_in().await);
        browser.cookies = before;
        assert!(!browser.is_in().await, "the session is over, not the cookie alone");
    }
}

#[tokio::test]
async fn an_account_is_tried_a_few_times_a_minute() {
    for shop in each_shop_with(|settings| settings.sign_ins_per_minute = 2).await {
        let mut browser = Browser::new(&shop);
        for expected in [422, 422, 429] {
            let answer = browser.sign_in("ola@example.com", "wrong").await;
            assert_eq!(answer.status, expected);
        }
        assert_eq!(browser.post("/forgot-password", &[("email", "eva@example.com")]).await.status, 429);
        shop.environment.clock.advance(SignedDuration::from_secs(60));
        assert_eq!(browser.sign_in("ola@example.com", "wrong").await.status, 422);
    }
}

#[tokio::test]
async fn a_link_sets_a_password_once_and_not_for_ever() {
    for shop in each_shop(100).await {
        shop.publish(organization(100)).await;
        shop.publish(person(100, 1, "ola@example.com", MemberRole::Admin)).await;
        let links = [shop.invite(1).await, shop.invite(1).await];
        let [first, second] = links.map(|token| format!("/set-password/{}", token.text()));
        let mut browser = Browser::new(&shop);
        for _ in 0..2 {
            assert_eq!(browser.get(&first).await.status, 200, "looking uses nothing up");
        }
        let short = browser.post(&first, &[("password", "short")]).await;
        assert_eq!(short.status, 422);
        assert!(short.page.contains("at least 12 characters"), "{}", short.page);
        assert_eq!(browser.sign_in("ola@example.com", "").await.status, 422, "nobody without a password");
        assert_eq!(browser.post(&first, &[("password", PASSWORD)]).await.location(), "/sign-in");
        for used in [&first, &second] {
            assert_eq!(browser.get(used).await.status, 404);
            let answer = browser.post(used, &[("password", "another password")]).await;
            assert!(answer.status == 404 && answer.page.contains("/forgot-password"));
        }
        assert_eq!(browser.sign_in("ola@example.com", PASSWORD).await.status, 303);

        shop.publish(person(100, 2, "jan@example.com", MemberRole::User)).await;
        let late = format!("/set-password/{}", shop.invite(2).await.text());
        shop.environment.clock.advance(SignedDuration::from_hours(24 * 7 + 1));
        assert_eq!(browser.get(&late).await.status, 404);
    }
}

#[tokio::test]
async fn another_password_ends_the_other_sessions() {
    for shop in each_shop(100).await {
        let [mut here, ..] = shop.with_people().await;
        let mut there = Browser::new(&shop);
        there.sign_in("ola@example.com", PASSWORD).await;
        let path = "/my-account/change-password";
        let wrong = here.post(path, &[("current", "wrong"), ("password", "a longer password")]).await;
        assert!(wrong.status == 422 && wrong.page.contains("id=\"current-error\""));
        let right = here.post(path, &[("current", PASSWORD), ("password", "a longer password")]).await;
        assert_eq!(right.location(), "/my-account");
        assert!(here.is_in().await && !there.is_in().await);
        assert_eq!(there.sign_in("ola@example.com", PASSWORD).await.status, 422);
        assert_eq!(there.sign_in("ola@example.com", "a longer password").await.status, 303);
        assert_eq!(here.post("/my-account/sign-out-everywhere", &[]).await.location(), "/sign-in");
        assert!(!here.is_in().await && !there.is_in().await);
    }
}

#[tokio::test]
async fn the_language_is_the_chosen_one_then_the_browsers() {
    let shop = each_shop(100).await.remove(0);
    let mut browser = Browser::new(&shop);
    for (language, headline) in [
        ("en-US", "Become a business partner"),
        ("pt-BR", "Seja um parceiro comercial"),
        ("es-ES", "Hágase socio comercial"),
        ("pl-PL", "Zostań partnerem biznesowym"),
        ("it-IT", "Diventa partner commerciale"),
        ("ru-RU", "Стать деловым партнером"),
    ] {
        browser.language = language;
        let page = browser.get("/").await.page;
        assert!(
            page.contains(&format!("<html lang=\"{language}\"")) && page.contains(headline),
            "{language}"
        );
    }
    let chosen = browser.post("/language", &[("language", "pl-PL"), ("next", "/sign-in")]).await;
    assert_eq!(chosen.location(), "/sign-in");
    assert!(browser.get("/sign-in").await.page.contains("<html lang=\"pl-PL\""));
    let elsewhere = [("language", "it-IT"), ("next", "//evil.test")];
    assert_eq!(browser.post("/language", &elsewhere).await.location(), "/");
    assert_eq!(browser.post("/language", &[("language", "xx")]).await.status, 400);
    let missing = browser.get("/no-such-page").await;
    assert_eq!(missing.status, 404);
    assert!(missing.page.contains("Alder &#38; Finch"), "in the store's frame");
}

#[tokio::test]
async fn who_acts_for_two_organizations_chooses_one() {
    for shop in each_shop(100).await {
        let [mut ola, ..] = shop.with_people().await;
        let both = person(100, 1, "ola@example.com", MemberRole::Admin);
        let second = membership(200, 1, MemberRole::User);
        let memberships = vec![both.memberships[0].clone(), second.clone()];
        shop.publish(Publication { memberships, ..both }).await;
        let page = ola.get("/my-account").await.page;
        assert!(page.contains("Switch organization") && page.contains("Partner 200"));
        let id = second.membershipid.to_string();
        assert_eq!(ola.post("/my-account/organization", &[("organization", &id)]).await.status, 303);
        assert!(ola.get("/my-account/credit").await.page.contains("Partner 200"));
        assert_eq!(ola.get("/my-account/organization-users").await.status, 403, "a user there");
        let foreign = membership(200, 3, MemberRole::Admin).membershipid.to_string();
        let refused = ola.post("/my-account/organization", &[("organization", &foreign)]).await;
        assert_eq!(refused.status, 404);
    }
}

#[tokio::test]
async fn the_stores_own_terms_are_shown_and_the_request_keeps_which() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("en-US.txt"), "Be <fair>.\n\nPay.").unwrap();
    std::fs::write(folder.path().join("pl-PL.txt"), "Uczciwie.").unwrap();
    let terms = storefront::Terms::read(folder.path()).unwrap();
    for shop in each_shop_with(|settings| settings.terms = Some(terms.clone())).await {
        let mut browser = Browser::new(&shop);
        let page = browser.get("/terms").await.page;
        assert!(page.contains("Be &#60;fair&#62;.</p>") && page.contains("Pay."), "{page}");
        assert!(!page.contains("binds nobody"), "{page}");
        let version = page.split("Version ").nth(1).unwrap()[..12].to_owned();
        let token = token(&browser.get(FORM).await.page);
        assert_eq!(browser.post(FORM, &fields(&token, &[])).await.status, 303);
        // A program says in which language its customer read them.
        let mut polish = crate::shop::form_with("language", "pl");
        polish["email"] = "ewa@nowak.example".into();
        assert_eq!(shop.send(crate::shop::post(polish.to_string())).await.status, 202);
        let mut reader = shop.store.read(&tables::Principal::system()).await.unwrap();
        let query = tables::Query::of("onboardingrequest").order_by("submitted_at");
        let kept: Vec<channel::requests::OnboardingRequest> = reader.list(query).await.unwrap();
        let of = |email: &str| kept.iter().find(|one| one.email == email).unwrap().terms_version.clone();
        assert_eq!(of("ola@nowak.example"), Some(version));
        let polish = of("ewa@nowak.example").unwrap();
        assert!(polish.len() == 12 && Some(polish) != of("ola@nowak.example"));
    }
}
