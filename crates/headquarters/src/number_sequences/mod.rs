//! Number sequences: the numbers that rows are known by, one after the other.

mod check;
mod next_number;
mod seed;

pub use check::rule;
pub use next_number::{format, next_number};
pub(crate) use seed::seed;

use tables::Table;
use tables::uuid::Uuid;

/// What is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sequence {
    /// Customer accounts.
    CustomerAccount,
    /// Parties.
    PartyNumber,
    /// Prospects.
    ProspectId,
    /// Customer hierarchies.
    CustomerHierarchyId,
    /// Contact persons.
    ContactPersonId,
}

impl Sequence {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::CustomerAccount,
        Self::PartyNumber,
        Self::ProspectId,
        Self::CustomerHierarchyId,
        Self::ContactPersonId,
    ];

    /// The reference by which people assign a sequence.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CustomerAccount => "Customer account",
            Self::PartyNumber => "Party number",
            Self::ProspectId => "Prospect ID",
            Self::CustomerHierarchyId => "Customer hierarchy ID",
            Self::ContactPersonId => "Contact person ID",
        }
    }

    /// Where its numbers are: table and column.
    pub(crate) fn columns(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::CustomerAccount => &[("customer", "CustomerAccount")],
            Self::PartyNumber => {
                &[("customer", "PartyNumber"), ("contactperson", "ContactPersonPartyNumber")]
            }
            Self::ProspectId => &[("prospect", "ProspectId")],
            Self::CustomerHierarchyId => &[("customerhierarchy", "CustomerHierarchyId")],
            Self::ContactPersonId => &[("contactperson", "ContactPersonId")],
        }
    }

    /// The format that a new company begins with.
    #[must_use]
    pub fn format(self) -> &'static str {
        match self {
            Self::CustomerAccount => "C-######",
            Self::PartyNumber => "P-#########",
            Self::ProspectId => "PR-######",
            Self::CustomerHierarchyId => "CH-######",
            Self::ContactPersonId => "CP-######",
        }
    }
}

/// A sequence of one company.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "numbersequence",
    set = "NumberSequences",
    primary = "NumberSequenceCode",
    naming = "pascal",
    key(by_code(dataAreaId, NumberSequenceCode))
)]
pub struct NumberSequence {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company.
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    /// What is numbered.
    #[column(text = 30)]
    pub number_sequence_code: String,
    /// Each `#` is a digit of the number.
    #[column(text = 20)]
    pub format: String,
    /// The number that comes next.
    #[column(whole, min = 1, max = i64::MAX)]
    pub next: i64,
}
