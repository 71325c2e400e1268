//! Every company has a sequence for everything that is numbered, and none is used up.

use tables::{Query, Result, Table as _, Tx};

use super::{Check, Finding, Fix, Look, State};
use crate::legal_entities::LegalEntity;
use crate::number_sequences::{NumberSequence, Sequence, format, seed};

/// Numbers that should be left.
const LEFT_MIN: i64 = 1_000;
/// Longest format.
const FORMAT_LENGTH_MAX: usize = 20;
const PATH: &str = "/headquarters/number-sequences";

pub(super) async fn look(look: &mut Look<'_>) -> Result<Vec<Finding>> {
    let known: Vec<NumberSequence> = look.reader.list(Query::of(NumberSequence::NAME)).await?;
    let mut missing = Vec::new();
    for company in &look.companies {
        for sequence in Sequence::ALL {
            let is_it = |row: &NumberSequence| {
                row.data_area_id == company.legal_entity_id && row.number_sequence_code == sequence.code()
            };
            if !known.iter().any(is_it) {
                missing.push(name(look, &company.legal_entity_id, sequence.code()));
            }
        }
    }
    let named = |rows: Vec<&NumberSequence>| {
        let names = rows.iter().map(|row| name(look, &row.data_area_id, &row.number_sequence_code));
        names.collect::<Vec<_>>().join(", ")
    };
    let (used_up, short): (Vec<_>, Vec<_>) =
        known.iter().filter(|row| left(row) < LEFT_MIN).partition(|row| left(row) <= 0);
    let is_fixable = |rows: &[&NumberSequence]| rows.iter().any(|row| lengthened(&row.format).is_some());
    let found = |state, words: &str, names: String| {
        let words = look.voice.say_with(words, "names", names);
        Finding::new(Check::NumberSequences, state, words).at(PATH)
    };
    let mut findings = Vec::new();
    if !missing.is_empty() {
        let finding = found(State::Bad, "ready-sequences-missing", missing.join(", "));
        findings.push(finding.with(Fix::MakeSequences));
    }
    for (state, words, rows) in
        [(State::Bad, "ready-sequences-used-up", used_up), (State::Warn, "ready-sequences-short", short)]
    {
        if !rows.is_empty() {
            let fix = is_fixable(&rows).then_some(Fix::LengthenSequences);
            findings.push(Finding { fix, ..found(state, words, named(rows)) });
        }
    }
    if findings.is_empty() {
        let words = look.voice.say("ready-sequences");
        findings.push(Finding::new(Check::NumberSequences, State::Good, words).at(PATH));
    }
    Ok(findings)
}

fn name(look: &Look<'_>, company: &str, code: &str) -> String {
    format!("{} ({company})", crate::pages::sequence_label(look.voice, code))
}

/// How many numbers are left.
fn left(row: &NumberSequence) -> i64 {
    match format(&row.format, row.next) {
        None => 0,
        Some(_) => {
            let places = u32::try_from(row.format.matches('#').count()).unwrap_or(u32::MAX);
            10_i64.checked_pow(places).unwrap_or(i64::MAX) - row.next
        }
    }
}

/// A format with one more digit, where that fits.
fn lengthened(format: &str) -> Option<String> {
    (format.contains('#') && format.chars().count() < FORMAT_LENGTH_MAX)
        .then(|| format.replacen('#', "##", 1))
}

/// Makes the sequences that companies lack. They go on behind the numbers that are in use.
pub(super) async fn make(tx: &mut Tx) -> Result<()> {
    for company in tx.list::<LegalEntity>(Query::of(LegalEntity::NAME)).await? {
        seed(tx, &company.legal_entity_id).await?;
    }
    Ok(())
}

/// Gives sequences that are all but used up another digit.
pub(super) async fn lengthen(tx: &mut Tx) -> Result<()> {
    for row in tx.list::<NumberSequence>(Query::of(NumberSequence::NAME)).await? {
        if left(&row) < LEFT_MIN
            && let Some(format) = lengthened(&row.format)
        {
            tx.save(&NumberSequence { format, ..row }).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;

    use super::*;

    #[test]
    fn what_is_left_of_a_sequence_and_a_digit_more() {
        let row = |format: &str, next| NumberSequence {
            external_row_id: Uuid::nil(),
            data_area_id: "usmf".into(),
            number_sequence_code: "Customer account".into(),
            format: format.into(),
            next,
        };
        for (format, next, expected) in [
            ("C-####", 9_000, 1_000),
            ("C-####", 9_999, 1),
            ("C-####", 10_000, 0),
            ("C", 1, 0),
            ("####################", 1, i64::MAX - 1),
        ] {
            assert_eq!(left(&row(format, next)), expected, "{format} {next}");
        }
        assert_eq!(lengthened("C-##/#").as_deref(), Some("C-###/#"));
        assert_eq!(lengthened("C"), None);
        assert_eq!(lengthened(&"#".repeat(20)), None);
    }
}
