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
    /// How amounts are marked.
    #[column(text = 13)]
    pub currencysymbol: Option<String>,
    /// Decimals that are shown.
    #[column(whole, min = 0, max = 4, default = 2_i64)]
    pub currencyprecision: i64,
}
