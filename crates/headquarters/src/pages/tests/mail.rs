//! Mail and its templates as people meet them.

use super::super::email_history;
use super::super::testing::desks;
use super::partner;
use crate::channel_customers::job_1010;
use crate::mail::{EmailMessage, EmailStatus, EmailTemplate, process};
use crate::testing::all;

#[tokio::test]
async fn mail_is_shown_without_its_secrets_and_sent_again_to_a_corrected_address() {
    for desk in desks().await {
        partner(&desk).await;
        desk.jobs.run_now(job_1010::NAME).await.unwrap();
        desk.jobs.run_now(process::NAME).await.unwrap();
        let messages: Vec<EmailMessage> = all(&desk.store).await;
        let welcome = messages.iter().find(|one| one.notification_type == "B2B prospect approved").unwrap();
        let token = welcome.text_body.split("/set-password/").nth(1).unwrap();
        let token = token.split_whitespace().next().unwrap();
        assert!(token.len() > 20, "{token}");
        let path = email_history::path(welcome.external_row_id);
        // Nobody of a demo is real: links are whole, and open.
        let page = desk.manager().await.get(&path).await.text;
        assert!(page.contains(token) && page.contains("sandbox=\"allow-popups "), "{page}");
        assert!(page.contains("its links work here") && page.contains("Captured"));

        let manager = desk.real_manager().await;
        let page = manager.get(&path).await.text;
        assert!(page.contains("ola@nowaktrading.example") && page.contains("<iframe"), "{page}");
        assert!(page.contains("sandbox=\"\"") && !page.contains(token));
        assert!(page.contains("Nobody received this message: no mail server is set."), "{page}");
        assert!(!manager.get("/headquarters/email-history?format=csv").await.text.contains(token));

        let resend = format!("{path}/resend");
        assert!(manager.get(&resend).await.text.contains("value=\"ola@nowaktrading.example\""));
        for wrong in ["", "ola", "a@b", "a@b.co, c@d.co"] {
            let refused = manager.post(&resend, &[("recipient", wrong)]).await;
            assert_eq!(refused.status.as_u16(), 422, "{wrong}");
            assert!(refused.text.contains("This is no e-mail address."));
        }
        let sent = manager.post(&resend, &[("recipient", "right@nowak.example")]).await;
        let copy = sent.location().to_owned();
        assert_ne!(copy, path);
        let page = manager.get(&copy).await.text;
        assert!(page.contains("right@nowak.example") && page.contains("Waiting"), "{page}");
        assert!(!page.contains("/resend"), "what waits is offered no second time");
        let refused = manager.post(&format!("{copy}/resend"), &[("recipient", "a@b.co")]).await;
        assert_eq!(refused.location(), copy);
        let messages: Vec<EmailMessage> = all(&desk.store).await;
        let queued = messages.iter().filter(|one| one.status == EmailStatus::Queued);
        assert_eq!(queued.map(|one| one.recipient.as_str()).collect::<Vec<_>>(), ["right@nowak.example"]);
        let credit = desk.browser("credit@tandem.test").await;
        assert_eq!(credit.get(&path).await.status.as_u16(), 403);
        assert_eq!(credit.post(&resend, &[("recipient", "a@b.co")]).await.status.as_u16(), 403);
    }
}

#[tokio::test]
async fn a_template_is_edited_with_a_preview_and_brought_back() {
    for desk in desks().await {
        let templates: Vec<EmailTemplate> = all(&desk.store).await;
        let rejected = |one: &&EmailTemplate| {
            one.language == "en-US" && one.notification_type == "B2B prospect rejected"
        };
        let before = templates.iter().find(rejected).unwrap().clone();
        let now = async || -> EmailTemplate {
            let all: Vec<EmailTemplate> = all(&desk.store).await;
            all.into_iter().find(|one| one.external_row_id == before.external_row_id).unwrap()
        };
        let manager = desk.manager().await;
        let path = format!("/headquarters/email-templates/{}", before.external_row_id);
        let page = manager.get(&path).await.text;
        assert!(page.contains("%company%") && page.contains("Ada Lindqvist"), "{page}");
        let edit = |subject: &'static str| [("Subject", subject), ("was.Subject", &*before.subject)];
        let refused = manager.post(&path, &edit("%accessurl%")).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.text.contains("%accessurl% is not known in this message."), "{}", refused.text);
        assert!(refused.text.contains("aria-invalid=\"true\" aria-describedby=\"error-Subject\""));
        let refused = manager.post(&path, &edit("a\tb")).await;
        assert!(refused.text.contains("without control characters"), "{}", refused.text);
        assert_eq!(manager.post(&path, &edit("About <b>%company%</b>")).await.location(), path);
        assert_eq!(now().await.subject, "About <b>%company%</b>");
        let page = manager.get(&path).await.text;
        assert!(page.contains("About &#60;b&#62;Northwind &#38; Sons"), "{page}");

        let german = [
            ("NotificationType", "B2B prospect rejected"),
            ("Language", "de-DE"),
            ("Subject", "Über %company%"),
            ("TextBody", "Guten Tag, %firstname%"),
            ("HtmlBody", "<p>Guten Tag, %firstname%</p>"),
        ];
        let new = "/headquarters/email-templates/new";
        assert!(manager.get(new).await.text.contains("B2B prospect rejected"));
        assert!(manager.get(new).await.text.contains("<code class=\"tag\">%statusurl%</code>"));
        assert_eq!(manager.post(new, &german[..3]).await.status.as_u16(), 422);
        for (at, wrong, words) in [
            (0, "Greeting", "There is no such notification type."),
            (1, "zz zz", "This is no language."),
            (2, "%password%", "%password% is not known in this message."),
        ] {
            let mut fields = german;
            fields[at].1 = wrong;
            let refused = manager.post(new, &fields).await;
            assert_eq!(refused.status.as_u16(), 422, "{wrong}");
            assert!(refused.text.contains(words) && refused.text.contains("%company%"), "{}", refused.text);
        }
        let made = manager.post(new, &german).await.location().to_owned();
        let page = manager.get(&made).await.text;
        assert!(page.contains("Über Northwind") && !page.contains("/restore"), "{page}");
        assert_eq!(manager.post(new, &german).await.status.as_u16(), 422, "there is one already");

        let restore = format!("{path}/restore");
        assert!(manager.get(&restore).await.text.contains("data-dialog-body"));
        let credit = desk.browser("credit@tandem.test").await;
        assert_eq!(credit.post(&restore, &[]).await.status.as_u16(), 403);
        assert_eq!(manager.post(&restore, &[]).await.location(), path);
        assert_eq!(now().await, before);
    }
}
