//! What a seller finds out before qualifying; the opportunity keeps the answers.

use tables::Choice;

/// Whether there is money for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BudgetStatus {
    NoCommittedBudget = 0,
    MayBuy = 1,
    CanBuy = 2,
    WillBuy = 3,
}

/// When they want to buy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PurchaseTimeframe {
    Immediate = 0,
    ThisQuarter = 1,
    NextQuarter = 2,
    ThisYear = 3,
    Unknown = 4,
}

/// Who decides there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PurchaseProcess {
    Individual = 0,
    Committee = 1,
    Unknown = 2,
}

/// How much they need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Need {
    MustHave = 0,
    ShouldHave = 1,
    GoodToHave = 2,
    NoNeed = 3,
}

/// How the person wants to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ContactMethod {
    Any = 1,
    Email = 2,
    Phone = 3,
    Fax = 4,
    Mail = 5,
}
