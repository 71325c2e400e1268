//! tables_derive
