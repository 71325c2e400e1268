//! `derive(Table)` and `derive(Choice)`: a struct or enum is the declaration of a table or of an
//! option set. The macros only translate; every check is made by `tables` on the data they yield.

mod choice;
mod table;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Declares a table. See `tables::Table`.
///
/// On the struct: `#[table(name = "lead", set = "leads", ownership = "user" | "organization",
/// naming = "lower" | "pascal", primary = "fullname", person = "contactid", key(name(column, ...)), index(column, ...),
/// bookkeeping)]`. On a field: `#[column(id | text = 100 | memo = 2000 | whole | decimal = 2 |
/// money | yes_no | date | date_time | choice | multi_choice | file = 1_000_000 | lookup = "table" | lookup("a", "b"), min = 0,
/// max = 10, default = expression, name = "dataAreaId", required, form, recommended, secret, personal,
/// read_only, composed("firstname", "lastname"), added)]`. A field that is no `Option` and no `Vec` is required:
/// a create may leave it out where it has a default, and no update can empty it.
/// An `added` field is a view of a column that somebody may make at run time: it and the keys over it
/// are left out of the declaration, and it reads as `None` where the table has no such column.
#[proc_macro_derive(Table, attributes(table, column))]
pub fn derive_table(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    table::expand(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// Declares an option set: an enum whose variants have explicit numbers. See `tables::Choice`.
#[proc_macro_derive(Choice)]
pub fn derive_choice(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    choice::expand(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}
