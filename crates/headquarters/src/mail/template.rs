//! Templates as rows: one per type and language, to be edited by whoever writes to partners.

use std::sync::Arc;

use tables::uuid::Uuid;
use tables::{Draft, Error, Filter, Moment, Operation, Query, Reader, Result, Rule, Table, Tx};

use super::built_in::{LANGUAGE_DEFAULT, Template, built_in, in_default_language};
use super::notification_type::NotificationType;
use super::substitute::{Form, substitute};

/// Languages of one type that are looked at.
const LANGUAGES_MAX: u32 = 500;

/// One message before its names are replaced.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "emailtemplate",
    set = "EmailTemplates",
    primary = "Subject",
    naming = "pascal",
    key(by_language(NotificationType, Language))
)]
pub struct EmailTemplate {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// What it is about.
    #[column(text = 60)]
    pub notification_type: String,
    /// BCP 47.
    #[column(text = 35)]
    pub language: String,
    /// Subject, one line.
    #[column(text = 400)]
    pub subject: String,
    /// For readers of plain text.
    #[column(memo = 50_000)]
    pub text_body: String,
    /// For the others.
    #[column(memo = 50_000)]
    pub html_body: String,
}

/// Refuses a template that could not be sent.
#[must_use]
pub fn rule() -> Rule {
    Rule {
        name: "check a mail template",
        table: EmailTemplate::NAME,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|_, draft| Box::pin(async move { check(draft) })),
    }
}

fn check(draft: &Draft) -> Result<()> {
    if draft.operation == Operation::Update {
        crate::keep(draft, &["NotificationType", "Language"])?;
    }
    let text = |column: &str| draft.after.get(column).as_text().unwrap_or_default();
    let unfit = |column: &str, reason, message| Err(Error::Unfit { column: column.into(), reason, message });
    let Some(notification) = NotificationType::parse(text("NotificationType")) else {
        let names = NotificationType::ALL.map(NotificationType::name).join(", ");
        let message = format!("NotificationType must be one of: {names}.");
        return unfit("NotificationType", "notification-type", message);
    };
    if text("Subject").contains(char::is_control) {
        let message =
            "Subject must be one line without control characters. Remove line breaks, tabs and such.";
        return unfit("Subject", "one-line", message.into());
    }
    let known = notification.placeholders();
    let values: Vec<(&str, &str)> = known.iter().map(|name| (*name, "")).collect();
    for column in ["Subject", "TextBody", "HtmlBody"] {
        if let Err(unknown) = substitute(text(column), &values, Form::Text) {
            let names: Vec<String> = known.iter().map(|name| format!("%{name}%")).collect();
            let message = format!("{column}: {unknown}. Known are {}.", names.join(", "));
            return unfit(column, "placeholder", message);
        }
    }
    Ok(())
}

/// Makes the rows of templates that headquarters does not have.
///
/// # Errors
/// As any write.
pub async fn seed(tx: &mut Tx) -> Result<()> {
    let known: Vec<EmailTemplate> = tx.list(Query::of(EmailTemplate::NAME)).await?;
    for template in lacking(&known) {
        let row = EmailTemplate {
            external_row_id: tx.new_id(),
            notification_type: template.notification.name().into(),
            language: template.language,
            subject: template.subject,
            text_body: template.text,
            html_body: template.html,
        };
        tx.insert(&row).await?;
    }
    Ok(())
}

/// Types and languages that the program has words for and headquarters has not, as the reader's
/// principal.
///
/// # Errors
/// As any read.
pub async fn missing_templates(reader: &mut Reader) -> Result<Vec<(&'static str, String)>> {
    let known: Vec<EmailTemplate> = reader.list(Query::of(EmailTemplate::NAME)).await?;
    Ok(lacking(&known).map(|template| (template.notification.name(), template.language)).collect())
}

/// The built-in templates that are not among these.
fn lacking(known: &[EmailTemplate]) -> impl Iterator<Item = Template> {
    built_in().filter(|template| {
        let is_it = |row: &EmailTemplate| {
            row.notification_type == template.notification.name() && row.language == template.language
        };
        !known.iter().any(is_it)
    })
}

/// The template in the language nearest to the asked one: the same, else one that begins with the
/// same language, else the default. Without rows it is the built-in one: no decision may fail
/// because somebody tidied up templates. Needs Read on `emailtemplate`.
///
/// # Errors
/// As any read.
pub async fn choose(tx: &mut Tx, notification: NotificationType, language: Option<&str>) -> Result<Template> {
    let of_type = Filter::equals("NotificationType", notification.name());
    let query = Query::of(EmailTemplate::NAME).filter(of_type).order_by("Language").limit(LANGUAGES_MAX);
    let mut rows: Vec<EmailTemplate> = tx.list(query).await?;
    let languages: Vec<&str> = rows.iter().map(|row| row.language.as_str()).collect();
    let Some(at) = nearest(&languages, language.unwrap_or(LANGUAGE_DEFAULT)) else {
        return Ok(in_default_language(notification));
    };
    let row = rows.swap_remove(at);
    Ok(Template {
        notification,
        language: row.language,
        subject: row.subject,
        text: row.text_body,
        html: row.html_body,
    })
}

fn nearest(languages: &[&str], asked: &str) -> Option<usize> {
    let primary = |language: &str| language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let position = |fits: &dyn Fn(&str) -> bool| languages.iter().position(|language| fits(language));
    position(&|language| language.eq_ignore_ascii_case(asked))
        .or_else(|| position(&|language| primary(language) == primary(asked)))
        .or_else(|| position(&|language| language == LANGUAGE_DEFAULT))
}

#[cfg(test)]
mod tests {
    use tables::{Change, Context};

    use super::*;
    use crate::testing::{all, ask, each_store};

    #[test]
    fn the_nearest_language_is_chosen() {
        let languages = ["en-US", "pl-PL", "pt-BR"];
        for (asked, expected) in
            [("pl-PL", 1), ("PL-pl", 1), ("pl", 1), ("pt-PT", 2), ("en-GB", 0), ("xx", 0), ("", 0)]
        {
            assert_eq!(nearest(&languages, asked), Some(expected), "{asked}");
        }
        assert_eq!(nearest(&[], "en-US"), None);
    }

    #[tokio::test]
    async fn templates_can_be_edited_but_not_so_that_they_could_not_be_sent() {
        for (_folder, store) in each_store().await {
            let rows: Vec<EmailTemplate> = all(&store).await;
            assert_eq!(rows.len(), built_in().count());
            let polish = |row: &&EmailTemplate| {
                row.language == "pl-PL" && row.notification_type == "B2B prospect rejected"
            };
            let id = rows.iter().find(polish).unwrap().external_row_id;
            let edit = |column: &str, value: &str| {
                Change::update("emailtemplate", id, vec![(column.into(), value.into())])
            };
            ask(&store, edit("Subject", "100% dla %company%")).await.unwrap();
            for (column, value, expected) in [
                ("Subject", "%accessurl%", "placeholder"),
                ("HtmlBody", "%password%", "placeholder"),
                ("Subject", "a\r\nBcc: b", "one-line"),
                ("Subject", "a\u{1}b", "one-line"),
            ] {
                let refused = ask(&store, edit(column, value)).await;
                let Err(Error::Unfit { column: at, reason, .. }) = &refused else { panic!("{refused:?}") };
                assert_eq!((at.as_str(), *reason), (column, expected));
            }
            let nameless = [("NotificationType", "Greeting"), ("Language", "de-DE"), ("Subject", "Hi")];
            let bodies = [("TextBody", "Hi"), ("HtmlBody", "Hi")];
            let values =
                nameless.into_iter().chain(bodies).map(|(name, text)| (name.to_owned(), text.into()));
            let refused = ask(&store, Change::create("emailtemplate", values.collect())).await;
            assert!(matches!(refused, Err(Error::Unfit { reason: "notification-type", .. })), "{refused:?}");
            assert!(matches!(ask(&store, edit("Language", "x")).await, Err(Error::ReadOnly { .. })));
            crate::seed::company(&store).await.unwrap();
            assert_eq!(all::<EmailTemplate>(&store).await.len(), rows.len());

            let chosen = store
                .write(Context::system(), (), |tx, ()| {
                    Box::pin(choose(tx, NotificationType::ProspectRejected, Some("pl")))
                })
                .await
                .unwrap();
            assert_eq!(chosen.subject, "100% dla %company%");
        }
    }
}
