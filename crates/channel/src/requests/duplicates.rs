//! Possible duplicates: an earlier request of the same company. Only a hint: the reviewer decides.

use tables::{Filter, Query, Result, Table as _, Tx, fold};

use super::{OnboardingRequest, Request};

/// Longest key of a company: the length of its name.
const COMPANY_KEY_LENGTH_MAX: usize = 100;

/// Letters and digits of the company's name, folded; `None` where there are none.
pub(super) fn company_key(request: &Request) -> Option<String> {
    let folded = fold(&request.company_name);
    let key: String = folded.chars().filter(|sign| sign.is_alphanumeric()).collect();
    // Folding can make a name longer than it was.
    (!key.is_empty()).then(|| key.chars().take(COMPANY_KEY_LENGTH_MAX).collect())
}

/// Letters and digits of the tax number after its country, which may stand before it or not.
pub(super) fn tax_id_key(request: &Request) -> Option<String> {
    let tax_id = request.tax_id.as_deref()?;
    let plain: String = tax_id.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.to_ascii_uppercase();
    let prefix = if request.country == "GR" { "EL" } else { request.country.as_str() };
    let number = plain.strip_prefix(prefix).unwrap_or(&plain);
    (!number.is_empty()).then(|| format!("{}{number}", request.country))
}

/// Reference of the first request of the same company, by name or by tax number.
pub(super) async fn find_duplicate(tx: &mut Tx, request: &Request) -> Result<Option<String>> {
    let company = company_key(request).map(|key| Filter::equals("company_key", key));
    let tax_id = tax_id_key(request).map(|key| Filter::equals("tax_id_key", key));
    let same: Vec<Filter> = company.into_iter().chain(tax_id).collect();
    if same.is_empty() {
        return Ok(None);
    }
    let query = Query::of(OnboardingRequest::NAME).filter(Filter::Or(same)).order_by("submitted_at").limit(1);
    let found: Vec<OnboardingRequest> = tx.list(query).await?;
    Ok(found.into_iter().next().map(|request| request.reference))
}

#[cfg(test)]
mod tests {
    use tables::Principal;

    use super::super::testing::{each_store, send, submission};
    use super::super::{Submission, pull};
    use super::*;

    #[test]
    fn names_and_numbers_are_compared_bare() {
        let key = |country: &str, company: &str, tax_id: &str| {
            let request = Request {
                country: country.into(),
                company_name: company.into(),
                tax_id: Some(tax_id.into()),
                ..Request::default()
            };
            (company_key(&request), tax_id_key(&request))
        };
        let plain = key("PL", "Nowak Trading", "5260250274");
        assert_eq!(plain, (Some("nowaktrading".into()), Some("PL5260250274".into())));
        assert_eq!(key("PL", "NOWAK  \"Trading\"", "PL 526-025-02-74"), plain);
        assert_eq!(key("GR", "!?", "EL094259216"), (None, Some("GR094259216".into())));
        assert_eq!(key("US", "A", "-"), (Some("a".into()), None));
        assert!(key("DE", &"ß".repeat(100), "1").0.unwrap().chars().count() <= COMPANY_KEY_LENGTH_MAX);
    }

    #[tokio::test]
    async fn the_same_company_or_tax_number_is_marked_for_the_reviewer() {
        for (_folder, store) in each_store().await {
            let of = |first_name: &str, company: &str, tax_id: Option<&str>| {
                let mut submission: Submission = submission(first_name, None);
                submission.request.company_name = company.into();
                submission.request.tax_id = tax_id.map(str::to_owned);
                submission
            };
            let first = send(&store, of("Ola", "Nowak Trading", Some("5260250274"))).await.unwrap();
            send(&store, of("Ewa", "nowak-trading", None)).await.unwrap();
            send(&store, of("Jan", "Another", Some("PL 526-025-02-74"))).await.unwrap();
            send(&store, of("Zoe", "A third one", None)).await.unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (rows, _) = pull(&mut reader, None, 10).await.unwrap();
            let marks: Vec<_> = rows.iter().map(|row| row.possible_duplicate_of.as_deref()).collect();
            let mark = Some(first.reference.as_str());
            assert_eq!(marks, [None, mark, mark, None]);
        }
    }
}
