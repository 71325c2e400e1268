//! Every mail in every language, with names as long as may be, by the way that it really takes.

use std::collections::BTreeSet;

use serde_json::json;
use shell::Language;

use crate::doors::decide;
use crate::full_house::{add_colleague, email, links, set_password, submit, word};
use crate::html;
use crate::request::all_mails;
use crate::world::World;

const TYPES: [&str; 5] = [
    "Onboarding request received",
    "B2B prospect approved",
    "B2B prospect rejected",
    "B2B user added",
    "Password reset",
];

#[tokio::test]
async fn every_mail_is_whole_in_every_language() {
    for world in World::each(|settings| settings.store_name = word(100, 1)).await {
        let mut seen = BTreeSet::new();
        for (number, language) in Language::ALL.into_iter().enumerate() {
            let tag = language.tag();
            let (approved, rejected) = (number * 3, number * 3 + 1);
            for (number, action, body) in
                [(approved, "Approve", json!({})), (rejected, "Reject", json!({ "Reason": "Other" }))]
            {
                let request = submit(&world.client, number, tag).await;
                world.settle().await;
                decide(&world.client, &request, action, body).await;
                world.settle().await;
            }
            let partner = set_password(&world, &email(approved)).await;
            add_colleague(&partner, number * 3 + 2, "User").await;
            world.browser().post("/forgot-password", &[("email", &email(approved))]).await;
            world.settle().await;
            for to in [approved, rejected, number * 3 + 2] {
                for mail in all_mails(&world.client, &email(to)).await {
                    let of = |name: &str| mail[name].as_str().unwrap().to_owned();
                    is_whole(tag, &of("subject"), &of("text"), &of("html"));
                    assert_eq!(of("language"), tag, "{mail:#}");
                    seen.insert((of("notificationType"), tag));
                }
            }
        }
        let all =
            TYPES.iter().flat_map(|one| Language::ALL.map(|language| ((*one).to_owned(), language.tag())));
        assert_eq!(seen, all.collect());
        // What a link of such a mail leads to is there.
        assert!(!links(&world.client, &email(0), "/set-password/").await.is_empty());
    }
}

fn is_whole(tag: &str, subject: &str, text: &str, page: &str) {
    let has_gap = |text: &str| {
        let is_name = |name: &str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
        text.split('%').skip(1).any(is_name) || text.contains("{$")
    };
    assert!(!subject.is_empty() && !subject.contains(['\r', '\n']), "{subject:?}");
    assert!(text.lines().count() > 2, "{text}");
    for part in [subject, text, page] {
        assert!(!has_gap(part), "{part}");
    }
    let page = html::read(page).unwrap_or_else(|error| panic!("{error}: {page}"));
    assert_eq!(page.language, tag);
    assert!(page.texts.len() > 2, "{:?}", page.texts);
}
