//! What comes before the fields: kind, size, form of the body, and the languages of refusals.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;

use crate::shop::{PATH, each_shop, form, form_with, post, with_header};

#[tokio::test]
async fn a_body_is_json_of_a_bounded_size() {
    for shop in each_shop(100).await {
        let padded = |size: usize| {
            let text = form().to_string();
            format!("{text}{}", " ".repeat(size - text.len()))
        };
        let most = storefront::BODY_BYTES_MAX;
        assert_eq!(shop.send(post(padded(most))).await.status, 202);
        for (body, status, code) in [
            (padded(most + 1), 413, "too_large"),
            (String::new(), 400, "invalid_json"),
            ("{\"firstName\": ".into(), 400, "invalid_json"),
            ("{} {}".into(), 400, "invalid_json"),
            ("{\"firstName\": \"\\ud800\"}".into(), 400, "invalid_json"),
            ("[".repeat(20_000), 400, "invalid_json"),
            ("[]".into(), 422, "fields_need_attention"),
        ] {
            let answer = shop.send(post(body)).await;
            assert_eq!((answer.status.as_u16(), answer.text("code")), (status, code));
            assert_eq!(answer.header("content-type"), "application/problem+json");
            assert_eq!(answer.body["status"], status);
        }
        let answer = shop.send(post(vec![0xff, 0xfe])).await;
        assert_eq!(answer.status, 400);
    }
}

#[tokio::test]
async fn only_json_is_taken() {
    for shop in each_shop(100).await {
        for (kind, status) in [
            ("application/json", 202),
            ("Application/JSON; charset=utf-8", 202),
            ("text/plain", 415),
            ("application/x-www-form-urlencoded", 415),
            ("application/jsonp", 415),
            ("", 415),
        ] {
            let request = Request::post(PATH).header("content-type", kind);
            let answer = shop.send(request.body(Body::from(form().to_string())).unwrap()).await;
            assert_eq!(answer.status, status, "{kind}");
        }
        let without = Request::post(PATH).body(Body::from(form().to_string())).unwrap();
        assert_eq!(shop.send(without).await.status, 415);
        let get = Request::builder().method(Method::GET).uri(PATH).body(Body::empty()).unwrap();
        assert_eq!(shop.send(get).await.status, 405);
    }
}

#[tokio::test]
async fn refusals_speak_the_sender_s_language() {
    for shop in each_shop(100).await {
        for (accepted, in_form, language, message) in [
            (None, None, "en-US", "This is required."),
            (Some("pl"), None, "pl-PL", "To pole jest wymagane."),
            (Some("de, pt;q=0.5"), None, "pt-BR", "Este campo é obrigatório."),
            (None, Some("it-CH"), "it-IT", "Questo campo è obbligatorio."),
            (Some("es-MX"), Some("it-IT"), "es-ES", "Este campo es obligatorio."),
            (Some("de"), Some("ru"), "ru-RU", "Это поле обязательно."),
            (Some("de"), Some("fr"), "en-US", "This is required."),
        ] {
            let mut form = form_with("address.city", " ");
            form["language"] = json!(in_form);
            let mut request = post(form.to_string());
            if let Some(accepted) = accepted {
                request = with_header(request, "accept-language", accepted);
            }
            let answer = shop.send(request).await;
            assert_eq!(answer.header("content-language"), language);
            assert_eq!(answer.body["errors"][0]["message"], message);
        }
    }
}
