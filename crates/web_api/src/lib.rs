//! web_api
