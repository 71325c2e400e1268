//! The one function by which two texts count as equal, on either database.
//!
//! Databases disagree about case and accents, so we never ask them: text that is compared, sorted
//! or searched has a stored shadow made here and compared byte by byte.

use std::borrow::Cow;

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Folds case and compatibility forms: Unicode NFKC, full case folding, NFKC again.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            Cow::Borrowed(text)
        };
    }
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let folded = CaseMapper::new().fold_string(&nfkc.normalize(text)).into_owned();
    Cow::Owned(nfkc.normalize(&folded).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_width_and_composition_do_not_matter() {
        for (left, right) in [
            ("Straße", "STRASSE"),
            ("ŁÓDŹ", "łódź"),
            ("Ｔａｎｄｅｍ", "tandem"),
            ("e\u{301}", "é"),
            ("Ёлка", "ёлка"),
        ] {
            assert_eq!(fold(left), fold(right), "{left} and {right}");
        }
        assert_ne!(fold("ola"), fold("ołа"));
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["İstanbul", "ﬁne", "ǅ", "ΑΣ", "ß"] {
            let once = fold(text).into_owned();
            assert_eq!(fold(&once), once);
        }
    }
}
