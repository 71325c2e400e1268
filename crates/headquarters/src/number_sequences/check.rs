//! What may be set on a number sequence: numbers that fit, and none that was given before.

use std::sync::Arc;

use tables::{Draft, Error, Moment, Operation, Result, Rule, Table as _};

use super::NumberSequence;
use super::next_number::format;

/// The rule. Taking a number is by code and is let through.
#[must_use]
pub fn rule() -> Rule {
    Rule {
        name: "check a number sequence",
        table: NumberSequence::NAME,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|_, draft| Box::pin(async move { check(draft) })),
    }
}

fn check(draft: &Draft) -> Result<()> {
    if draft.by_code {
        return Ok(());
    }
    if draft.operation == Operation::Update {
        crate::keep(draft, &["dataAreaId", "NumberSequenceCode"])?;
    }
    let refuse = |code, message: String| Err(Error::Refused { code, message });
    let pattern = draft.after.get("Format").as_text().unwrap_or_default();
    let next = draft.after.get("Next").as_whole().unwrap_or_default();
    if !pattern.contains('#') {
        let message = "The format needs a # for each digit of the number, such as C-######.";
        return refuse("FormatWithoutDigits", message.into());
    }
    if format(pattern, next).is_none() {
        let message =
            format!("The number {next} has more digits than the format has #. Lengthen the format.");
        return refuse("FormatTooShort", message);
    }
    let before = draft.before.as_ref().and_then(|row| row.get("Next").as_whole()).unwrap_or_default();
    if next < before && !draft.changes("Format") {
        let message = format!(
            "Numbers below {before} were given already and would come again. Keep the next number, or begin \
             a new format."
        );
        return refuse("NumberGivenBefore", message);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Change, Value};

    use super::*;
    use crate::testing::{all, ask, each_store};

    #[tokio::test]
    async fn a_sequence_gives_numbers_that_fit_and_none_twice() {
        for (_folder, store) in each_store().await {
            let rows: Vec<NumberSequence> = all(&store).await;
            let id = rows[0].external_row_id;
            let edit = async |values: &[(&str, Value)]| {
                let values = values.iter().map(|(column, value)| ((*column).into(), value.clone()));
                ask(&store, Change::update("numbersequence", id, values.collect())).await
            };
            edit(&[("Next", 100.into())]).await.unwrap();
            for (values, expected) in [
                (vec![("Next", 99.into())], "NumberGivenBefore"),
                (vec![("Format", "C-".into())], "FormatWithoutDigits"),
                (vec![("Format", "C-##".into())], "FormatTooShort"),
                (vec![("Next", 10_000_000_000_i64.into())], "FormatTooShort"),
            ] {
                let refused = edit(&values).await;
                let is_expected = matches!(&refused, Err(Error::Refused { code, .. }) if *code == expected);
                assert!(is_expected, "{values:?}: {refused:?}");
            }
            assert!(matches!(edit(&[("dataAreaId", "demf".into())]).await, Err(Error::ReadOnly { .. })));
            edit(&[("Format", "D-####".into()), ("Next", 1.into())]).await.unwrap();
        }
    }
}
