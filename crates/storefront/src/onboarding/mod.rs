//! Becoming a business partner: the request, and where it stands.

mod form;
pub(crate) mod status;
pub(crate) mod submit;
