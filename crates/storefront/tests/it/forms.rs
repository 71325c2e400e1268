//! What forms are sent that no page of the store sends, or at a bad moment: nothing typed is lost, and
//! every answer is a page.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::pages::{FORM, fields, switch, token};
use crate::people::{Browser, PASSWORD, membership};
use crate::shop::{each_shop, with_header};
use channel::customers::MemberRole;

#[tokio::test]
async fn only_the_ticked_box_is_consent() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        for value in ["false", "no", "", "TRUE", "1"] {
            let answer = browser.post(FORM, &fields("", &[("acceptTerms", value)])).await;
            assert_eq!(answer.status, 422, "{value}");
            assert!(answer.page.contains("id=\"acceptTerms-error\""), "{value}");
            assert!(!answer.page.contains("required checked"), "{value}");
        }
        assert_eq!(shop.count("onboardingrequest").await, 0);
        assert_eq!(browser.post(FORM, &fields("", &[])).await.status, 303);
    }
}

#[tokio::test]
async fn a_line_break_counts_as_the_browser_counts_it() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        let lines = |letters: usize| vec!["x".repeat(letters); 20].join("\r\n");
        let (fits, over) = (format!("{}y", lines(99)), format!("{}yz", lines(99)));
        assert_eq!(fits.replace("\r\n", "\n").len(), 2_000);
        let answer = browser.post(FORM, &fields("", &[("comments", &over)])).await;
        assert_eq!(answer.status, 422);
        assert!(answer.page.contains("This is 2,001 characters long"), "{}", answer.page);
        assert_eq!(browser.post(FORM, &fields("", &[("comments", &fits)])).await.status, 303);
        // Programs count alike.
        let mut form = crate::shop::form_with("comments", fits.as_str());
        form["email"] = "other@example.com".into();
        assert_eq!(shop.submit(&form).await.status, 202);
    }
}

#[tokio::test]
async fn a_store_that_closes_meanwhile_keeps_what_was_typed() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        let token = token(&browser.get(FORM).await.page);
        switch(&shop, false).await;
        let changed = [("companyName", "Nowak & Sons"), ("comments", "Please call")];
        let refused = browser.post(FORM, &fields(&token, &changed)).await;
        assert_eq!(refused.status, 503);
        for words in
            ["takes no requests", "value=\"Nowak &#38; Sons\"", "Please call", &token, "required checked"]
        {
            assert!(refused.page.contains(words), "{words}: {}", refused.page);
        }
        switch(&shop, true).await;
        assert_eq!(browser.post(FORM, &fields(&token, &changed)).await.status, 303);
    }
}

#[tokio::test]
async fn a_huge_number_is_refused_for_its_size() {
    for shop in each_shop(100).await {
        let mut browser = Browser::new(&shop);
        for number in ["99999999999999999999", "-99999999999999999999", "1000001"] {
            let answer = browser.post(FORM, &fields("", &[("numberOfEmployees", number)])).await;
            assert!(answer.page.contains("from 0 to 1,000,000"), "{number}: {}", answer.page);
            assert!(answer.page.contains(&format!("value=\"{number}\"")), "{number}");
        }
        for no_number in ["1.5", "a dozen", "9e99"] {
            let answer = browser.post(FORM, &fields("", &[("numberOfEmployees", no_number)])).await;
            assert!(answer.page.contains("This must be a whole number."), "{no_number}");
        }
    }
}

#[tokio::test]
async fn who_signs_in_again_comes_back_to_the_form() {
    for shop in each_shop(100).await {
        let [mut ola, ..] = shop.with_people().await;
        let id = membership(100, 2, MemberRole::User).membershipid;
        let users = "/my-account/organization-users";
        let (edit, invite) = (format!("{users}/{id}/edit"), format!("{users}/{id}/invite"));
        let mut nobody = Browser::new(&shop);
        let next = |to: &str| format!("/sign-in?next={}", to.replace('/', "%2F").replace('-', "%2D"));
        for path in [&edit, "/my-account/change-password", &format!("{users}/{id}/remove")] {
            let answer = nobody.post(path, &[("lastName", "Kos")]).await;
            assert_eq!((answer.status.as_u16(), answer.location()), (303, &*next(path)));
            assert_eq!(ola.get(path).await.status, 200, "there is a page");
        }
        for path in [&invite, "/my-account/organization", "/my-account/sign-out-everywhere"] {
            assert_eq!(ola.get(path).await.status, 405, "{path}");
            assert_eq!(nobody.post(path, &[]).await.location(), next("/my-account"));
            for (referer, to) in [
                (format!("https://shop.example{users}"), users),
                ("https://evil.example/my-account".into(), "/my-account"),
                ("https://shop.example.evil.example/x".into(), "/my-account"),
                ("nonsense".into(), "/my-account"),
            ] {
                let request = Request::post(path)
                    .header("host", "shop.example")
                    .header("referer", &referer)
                    .body(Body::empty());
                assert_eq!(shop.send(request.unwrap()).await.location(), next(to), "{referer}");
            }
        }
        let sign_in = [("email", "ola@example.com"), ("password", PASSWORD), ("next", &edit)];
        assert_eq!(nobody.post("/sign-in", &sign_in).await.location(), edit);
    }
}

#[tokio::test]
async fn a_link_is_sent_to_addresses_only() {
    for shop in each_shop(1_000).await {
        shop.with_people().await;
        let mut browser = Browser::new(&shop);
        for email in ["", "zz", "ola@", "ola@example.com\u{0}", "o\u{1}la@example.com"] {
            let answer = browser.post("/forgot-password", &[("email", email)]).await;
            assert_eq!(answer.status, 422, "{email:?}");
            assert!(answer.page.contains("id=\"email-error\""), "{email:?}: {}", answer.page);
            assert!(!answer.page.contains("is on its way"), "{email:?}");
        }
        for email in ["ola@example.com", "nobody@example.com"] {
            let answer = browser.post("/forgot-password", &[("email", email)]).await;
            assert!(answer.status == 200 && answer.page.contains("is on its way"), "{email}");
        }
        for email in ["", "zz", "ola@example.com\u{0}", "\u{0}", "o\u{1}la@example.com"] {
            let answer = browser.sign_in(email, PASSWORD).await;
            assert_eq!(answer.status, 422, "{email:?}");
            assert!(answer.page.contains("role=\"alert\"") && !answer.page.contains("«email»"));
        }
    }
}

#[tokio::test]
async fn whatever_is_sent_and_however_the_answer_is_a_page() {
    for shop in each_shop(1_000).await {
        let [ola, ..] = shop.with_people().await;
        let edit = format!(
            "/my-account/organization-users/{}/edit",
            membership(100, 2, MemberRole::User).membershipid
        );
        let is_page = |page: &str| page.contains("<html lang=") && page.contains("Alder &#38; Finch");
        let cookies: Vec<String> =
            ola.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = |method: Method, path: &str, kind: &str, body: &str| {
            let request = Request::builder().method(method).uri(path).header("content-type", kind);
            let request = request.header("cookie", cookies.join("; "));
            request.header("accept", "text/html").body(Body::from(body.to_owned())).unwrap()
        };
        let form = "application/x-www-form-urlencoded";
        let too_large = format!("comments={}", "x".repeat(storefront::BODY_BYTES_MAX));
        for path in [FORM, "/sign-in", "/forgot-password", "/my-account/change-password", &edit, "/language"]
        {
            for (kind, body) in [
                ("application/json", "{}"),
                ("text/plain", "a=b"),
                (form, "a=%ff&email=x"),
                (form, &too_large),
            ] {
                let answer = shop.send(request(Method::POST, path, kind, body)).await;
                assert!(answer.status.is_client_error(), "{path} {kind}: {}", answer.status);
                assert!(is_page(&answer.page), "{path} {kind}: {}", answer.page);
            }
            let repeated = "email=a&email=b&password=a&password=b&language=xx&language=yy&role=a&role=b";
            let answer = shop.send(request(Method::POST, path, form, repeated)).await;
            assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
            assert!(is_page(&answer.page), "{path}: {}", answer.page);
        }
        for (method, path, allowed) in [
            (Method::GET, "/language", "POST"),
            (Method::GET, "/sign-out", "POST"),
            (Method::POST, "/terms", "GET,HEAD"),
            (Method::DELETE, "/sign-in", "GET,HEAD,POST"),
            (Method::POST, "/my-account", "GET,HEAD"),
        ] {
            let answer = shop.send(request(method, path, form, "")).await;
            assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, allowed), "{path}");
            assert!(is_page(&answer.page), "{path}: {}", answer.page);
            assert!(answer.page.contains("This address cannot be used like that"));
        }
        let polish = with_header(request(Method::GET, "/language", form, ""), "accept-language", "pl");
        assert!(shop.send(polish).await.page.contains("Tego adresu nie można tak użyć"));
        let mut elsewhere = Browser::new(&shop);
        let foreign = elsewhere.post_from("/sign-in", &[], "cross-site").await;
        assert!(foreign.status == 403 && is_page(&foreign.page), "{}", foreign.page);
        assert!(foreign.page.contains("This form was sent from another site"));
        for path in ["/set-password/%ff", "/requests/%ff", "/requests/%ff/confirmation"] {
            let answer = shop.send(request(Method::GET, path, form, "")).await;
            assert_eq!(answer.status, 404, "{path}");
            assert!(is_page(&answer.page), "{path}: {}", answer.page);
        }
    }
}
