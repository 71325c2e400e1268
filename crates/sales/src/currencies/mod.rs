//! Currencies.

use tables::Table;
use uuid::Uuid;

/// A currency that amounts can be in.
#[derive(Clone, Debug, Table)]
#[table(
    name = "transactioncurrency",
    set = "transactioncurrencies",
    primary = "currencyname",
    key(by_code(isocurrencycode))
)]
pub struct TransactionCurrency {
    /// Id.
    #[column(id)]
    pub transactioncurrencyid: Uuid,
    /// Name.
    #[column(text = 100)]
    pub currencyname: String,
    /// ISO 4217.
    #[column(text = 5)]
    pub isocurrencycode: String,
}
