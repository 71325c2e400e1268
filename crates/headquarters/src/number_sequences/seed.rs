//! The sequences that every company has.

use tables::{Filter, Query, Result, TextMatch, Tx};

use super::{NumberSequence, Sequence};

/// Makes the sequences that the company lacks. They go on behind the numbers that are in use.
///
/// # Errors
/// As any write.
pub async fn seed(tx: &mut Tx, company: &str) -> Result<()> {
    for sequence in Sequence::ALL {
        let of_key =
            Filter::equals("dataAreaId", company).and(Filter::equals("NumberSequenceCode", sequence.code()));
        if tx.find::<NumberSequence>(of_key).await?.is_some() {
            continue;
        }
        let row = NumberSequence {
            external_row_id: tx.new_id(),
            data_area_id: company.into(),
            number_sequence_code: sequence.code().into(),
            format: sequence.format().into(),
            next: highest(tx, company, sequence).await?.saturating_add(1),
        };
        tx.insert(&row).await?;
    }
    Ok(())
}

/// The highest number of the sequence's own format that is in use; 0 where none is.
async fn highest(tx: &mut Tx, company: &str, sequence: Sequence) -> Result<i64> {
    let (prefix, digits) = sequence.format().split_at(sequence.format().find('#').unwrap_or_default());
    let mut highest = 0;
    for (table, column) in sequence.columns() {
        let is_ours = Filter::equals("dataAreaId", company).and(Filter::Text(
            (*column).into(),
            TextMatch::StartsWith,
            prefix.into(),
        ));
        let query = Query::of(*table).filter(is_ours).order_by_descending(*column).limit(1);
        for row in tx.page(&query).await?.rows {
            let number = row.get(column).as_text().and_then(|text| text.strip_prefix(prefix));
            let number = number.filter(|text| text.len() == digits.len()).and_then(|text| text.parse().ok());
            highest = highest.max(number.unwrap_or_default());
        }
    }
    Ok(highest)
}

#[cfg(test)]
mod tests {
    use tables::{Context, Error, Principal};

    use super::*;
    use crate::testing::{all, each_store, open_prospect};

    #[tokio::test]
    async fn a_sequence_that_somebody_removed_goes_on_behind_the_numbers_in_use() {
        for (_folder, store) in each_store().await {
            open_prospect(&store).await;
            open_prospect(&store).await;
            let rows: Vec<NumberSequence> = all(&store).await;
            let gone =
                rows.iter().find(|row| row.data_area_id == "usmf" && row.format == "PR-######").unwrap();
            let id = gone.external_row_id;
            let remove = store.write::<_, _, Error>(Context::system(), id, |tx, id| {
                Box::pin(async move {
                    tx.remove::<NumberSequence>(*id).await?;
                    seed(tx, "usmf").await
                })
            });
            remove.await.unwrap();
            let of_prospects = Filter::equals("dataAreaId", "usmf")
                .and(Filter::equals("NumberSequenceCode", Sequence::ProspectId.code()));
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let made: NumberSequence = reader.find(of_prospects).await.unwrap().unwrap();
            assert_eq!((made.next, gone.next), (3, 3));
        }
    }
}
