//! Restore: a template gets the words back that the program came with.

use tables::uuid::Uuid;
use tables::{Error, Result, Tx};

use super::EmailTemplate;
use super::built_in::built_in;

/// Whether the program came with words for this type and language.
#[must_use]
pub fn has_built_in(template: &EmailTemplate) -> bool {
    restored(template).is_some()
}

/// The template with its first words.
fn restored(row: &EmailTemplate) -> Option<EmailTemplate> {
    let mut known = built_in();
    let template =
        known.find(|one| one.notification.name() == row.notification_type && one.language == row.language)?;
    Some(EmailTemplate {
        subject: template.subject,
        text_body: template.text,
        html_body: template.html,
        ..row.clone()
    })
}

/// Puts the built-in words back.
///
/// # Errors
/// A refusal for a language that the program has no words for; as any write.
pub async fn restore(tx: &mut Tx, id: &Uuid) -> Result<()> {
    let row: Option<EmailTemplate> = tx.get(*id).await?;
    let row = row.ok_or_else(|| Error::NotFound { table: "emailtemplate".into(), id: *id })?;
    let first = restored(&row).ok_or_else(|| Error::Refused {
        code: "NoBuiltInTemplate",
        message: format!("There is no built-in text in {}. Write your own.", row.language),
    })?;
    tx.save(&first).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Change, Context};

    use super::*;
    use crate::testing::{all, ask, each_store};

    #[tokio::test]
    async fn an_edited_template_gets_its_first_words_back() {
        for (_folder, store) in each_store().await {
            let before: Vec<EmailTemplate> = all(&store).await;
            let first = before[0].clone();
            let id = first.external_row_id;
            ask(&store, Change::update("emailtemplate", id, vec![("Subject".into(), "Hi".into())]))
                .await
                .unwrap();
            store.write(Context::system(), id, |tx, id| Box::pin(restore(tx, id))).await.unwrap();
            let now: Vec<EmailTemplate> = all(&store).await;
            assert_eq!(now.iter().find(|one| one.external_row_id == id), Some(&first));
            let other =
                EmailTemplate { external_row_id: Uuid::from_u128(9), language: "de-DE".into(), ..first };
            let own = other.external_row_id;
            store
                .write(Context::system(), other, |tx, row| {
                    Box::pin(async move { tx.insert(row).await.map(|_| ()) })
                })
                .await
                .unwrap();
            let refused = store.write(Context::system(), own, |tx, id| Box::pin(restore(tx, id))).await;
            assert!(matches!(refused, Err(Error::Refused { code: "NoBuiltInTemplate", .. })), "{refused:?}");
        }
    }
}
