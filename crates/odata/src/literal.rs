//! Constant values as they stand in a URL.

use uuid::Uuid;

/// A constant in a filter, a key or a function call.
///
/// Numbers and times keep their digits: the column they meet decides what
/// they mean, and a float in between would lose money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number without fraction or exponent that fits 64 bits.
    Whole(i64),
    /// Any other number, as written: `-1.50`, `2e-3`, `99999999999999999999`.
    /// Neither its digits nor its exponent are bounded, so take care to refuse
    /// `1e999999999` before making a number of it.
    Decimal(String),
    /// `'text'`, with doubled quotes already undone.
    Text(String),
    /// A bare guid, in any case, with or without braces.
    Id(Uuid),
    /// `yyyy-mm-dd`, a day that exists.
    Date(String),
    /// A date, a time to the second and an offset: RFC 3339, as written.
    DateTime(String),
    /// `Microsoft.Dynamics.DataEntities.NoYes'Yes'`
    EnumMember {
        /// The qualified type name before the quote.
        type_name: String,
        /// The member between the quotes.
        member: String,
    },
    /// `@p1` in a resource path, without the `@`. Filters never hold one:
    /// they resolve aliases while parsing.
    Alias(String),
    /// `["a","b"]` as a function argument in a resource path.
    List(Vec<Literal>),
}
