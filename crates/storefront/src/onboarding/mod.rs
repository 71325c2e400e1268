//! Becoming a business partner: the request, and where it stands.

mod form;
mod shapes;
pub(crate) mod status;
pub(crate) mod submit;
