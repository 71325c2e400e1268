//! What a lead can be set to: states, reasons, sources and the other option sets.

use tables::Choice;

/// Where a lead stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum LeadState {
    /// Worked on.
    Open = 0,
    /// Became an opportunity.
    Qualified = 1,
    /// Came to nothing.
    Disqualified = 2,
}

/// Why a lead stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LeadReason {
    New = 1,
    Contacted = 2,
    Qualified = 3,
    Lost = 4,
    CannotContact = 5,
    NoLongerInterested = 6,
    Canceled = 7,
}

/// Where a lead came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LeadSource {
    Advertisement = 1,
    EmployeeReferral = 2,
    ExternalReferral = 3,
    Partner = 4,
    PublicRelations = 5,
    Seminar = 6,
    TradeShow = 7,
    Web = 8,
    WordOfMouth = 9,
    Other = 10,
}

/// How promising.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Rating {
    Hot = 1,
    Warm = 2,
    Cold = 3,
}

/// Where the partner's request stands in headquarters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum PartnerStatus {
    /// Undecided.
    Pending = 1,
    /// Admitted.
    Approved = 2,
    /// Declined.
    Declined = 3,
    /// The decision made here came too late.
    Refused = 4,
}

/// Stage of the sales process; a lead is always at the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum LeadStage {
    /// Being looked at.
    Qualify = 0,
}

/// How urgent; there is one grade to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Priority {
    /// As any other.
    DefaultValue = 1,
}

/// Whether somebody spoke to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum InitialCommunication {
    Contacted = 0,
    NotContacted = 1,
}
