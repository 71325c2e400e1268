//! Becoming a business partner: the request, and where it stands.

pub(crate) mod api;
pub(crate) mod form;
pub(crate) mod page;
pub(crate) mod status;

use channel::requests::{Request, Submission, SubmitError, Submitted, submit};
use shell::Language;
use tables::{Context, Error};

use crate::{Shop, terms};

/// Where the form is.
pub const PATH: &str = "/become-a-business-partner";

/// How often a request is tried whose key, address or reference somebody took at the same moment.
const ATTEMPTS_MAX: u32 = 8;

/// Takes a checked request, wherever it comes from.
async fn save(
    shop: &Shop,
    request: Request,
    idempotency_key: Option<String>,
) -> Result<Submitted, SubmitError> {
    let settings = &shop.settings;
    // Whoever names a language that the store does not speak is shown the default one's.
    let language = Language::of_tag(&request.language).unwrap_or_default();
    let submission = Submission {
        terms_version: Some(terms::shown(settings.terms.as_ref(), language, &settings.name).version),
        request,
        idempotency_key,
        store_name: settings.name.clone(),
        store_url: settings.origin.clone(),
    };
    let mut attempt = 1;
    loop {
        let input = submission.clone();
        match shop.store.write(Context::system(), input, |tx, input| Box::pin(submit(tx, input))).await {
            Err(SubmitError::Tables(Error::DuplicateKey { .. })) if attempt < ATTEMPTS_MAX => attempt += 1,
            result => return result,
        }
    }
}
