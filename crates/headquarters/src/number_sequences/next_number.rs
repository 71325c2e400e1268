//! Next number: takes a number out of a sequence, within the transaction that uses it, so that
//! none is given twice and none is lost.

use tables::{Error, Filter, Result, Tx};

use super::{NumberSequence, Sequence};

/// The next number of `sequence` in `company`. Needs Read and Write on `numbersequence`.
///
/// # Errors
/// A refusal when the sequence is not set up or used up, or as any write.
pub async fn next_number(tx: &mut Tx, company: &str, sequence: Sequence) -> Result<String> {
    let code = sequence.code();
    let filter = Filter::equals("dataAreaId", company).and(Filter::equals("NumberSequenceCode", code));
    let row = tx.find::<NumberSequence>(filter).await?.ok_or_else(|| Error::Refused {
        code: "NumberSequenceMissing",
        message: format!("Company {company} has no number sequence for {code}. Set one up in headquarters."),
    })?;
    let number = format(&row.format, row.next).ok_or_else(|| Error::Refused {
        code: "NumberSequenceExhausted",
        message: format!(
            "The number sequence for {code} of company {company} is used up. Lengthen its format."
        ),
    })?;
    tx.save(&NumberSequence { next: row.next + 1, ..row }).await?;
    Ok(number)
}

/// Fills the `#` of `format` with the digits of `number`; `None` when it has more of them.
#[must_use]
pub fn format(format: &str, number: i64) -> Option<String> {
    let places = format.matches('#').count();
    let mut digits = Some(std::format!("{number:0places$}")).filter(|digits| digits.len() == places)?;
    let mut text = String::with_capacity(format.len());
    for letter in format.chars() {
        text.push(if letter == '#' { digits.remove(0) } else { letter });
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use tables::Context;

    use super::*;
    use crate::testing::each_store;

    #[test]
    fn a_number_fills_its_format_or_is_refused() {
        assert_eq!(format("C-######", 1).as_deref(), Some("C-000001"));
        assert_eq!(format("##/A-##", 1234).as_deref(), Some("12/A-34"));
        assert_eq!(format("C-##", 100), None);
        assert_eq!(format("C", 1), None);
    }

    #[test]
    fn the_seeded_formats_fit_the_columns_that_hold_them() {
        for sequence in Sequence::ALL {
            let longest = "9".repeat(sequence.format().matches('#').count()).parse().unwrap();
            assert!(format(sequence.format(), longest).unwrap().len() <= 20);
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn no_number_is_given_twice_or_lost() {
        for (_folder, store) in each_store().await {
            let mut taking = tokio::task::JoinSet::new();
            for _ in 0..6 {
                let store = store.clone();
                taking.spawn(async move {
                    store
                        .write(Context::system(), (), |tx, ()| {
                            Box::pin(next_number(tx, "usmf", Sequence::CustomerAccount))
                        })
                        .await
                });
            }
            let mut numbers: Vec<String> = taking.join_all().await.into_iter().map(Result::unwrap).collect();
            numbers.sort();
            let expected: Vec<String> = (1..=6).map(|number| std::format!("C-{number:06}")).collect();
            assert_eq!(numbers, expected);
            let missing: Result<String> = store
                .write(Context::system(), (), |tx, ()| {
                    Box::pin(next_number(tx, "xxmf", Sequence::CustomerAccount))
                })
                .await;
            assert!(matches!(missing, Err(Error::Refused { code: "NumberSequenceMissing", .. })));
        }
    }
}
