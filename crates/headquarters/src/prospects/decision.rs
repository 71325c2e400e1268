//! What Approve and Reject share: who decides, and whether there is still something to decide.

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Choice, Error, Tx};

use super::{Prospect, ProspectStatus, RejectionReason};

/// How a prospect can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It becomes a business partner.
    Approved,
    /// It does not.
    Rejected,
}

/// Where a decision was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DecidedIn {
    Headquarters = 1,
    Sales = 2,
}

/// Who decides, where, and by which command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorship {
    /// The deciding person's e-mail address.
    pub decided_by: String,
    /// The application the person used.
    pub decided_in: DecidedIn,
    /// The command, as its sender calls it.
    pub decision_id: Option<String>,
}

/// What a decision came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It stands now.
    Decided,
    /// It stood already; nothing happened.
    AlreadyDecided,
}

/// Why a decision was not carried out. Nothing was written.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DecisionError {
    /// The opposite was decided before.
    #[error("Prospect {prospect} was already {verdict} by {by} in {place} on {at}. That decision stands.")]
    Opposite {
        /// The prospect's number.
        prospect: String,
        /// In words.
        verdict: &'static str,
        /// Who.
        by: String,
        /// Where.
        place: &'static str,
        /// When.
        at: Timestamp,
    },
    /// A reason that does not exist.
    #[error("There is no rejection reason \"{given}\". Use one of: {}.", RejectionReason::names())]
    UnknownReason {
        /// As given.
        given: String,
    },
    /// A customer that the command names does not exist.
    #[error("Company {company} has no customer {account}. Name an existing one, or none.")]
    UnknownCustomer {
        /// Company.
        company: String,
        /// As given.
        account: String,
    },
    /// A customer that the command names cannot take the role.
    #[error("Customer {account} cannot be used here: {reason}. Name another one, or none.")]
    UnfitCustomer {
        /// As given.
        account: String,
        /// In words.
        reason: &'static str,
    },
    /// The requestor's address is another person's.
    #[error(
        "{email} is the sign-in address of {account} already, and it can be one person's only. \
         Approve with \"JoinExisting\": true to let {account} join the new partner, or change one of \
         the two addresses."
    )]
    EmailInUse {
        /// The address.
        email: String,
        /// Whose it is.
        account: String,
    },
    /// The organization is a partner already, or has to do with another prospect.
    #[error(
        "Customer {account} belongs to {owner} already. Approve with \"JoinExistingOrganization\": true \
         to let the requestor act for it as one of its administrators, or name another customer, or none."
    )]
    OrganizationInUse {
        /// The customer.
        account: String,
        /// The hierarchy or the prospect, in words.
        owner: String,
    },
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Whether the verdict has to be carried out: yes, it stands already, or the opposite stands.
///
/// # Errors
/// [`DecisionError::Opposite`].
pub(super) fn decide(prospect: &Prospect, verdict: Verdict) -> Result<Outcome, DecisionError> {
    let standing = match prospect.status {
        ProspectStatus::Open | ProspectStatus::InReview => return Ok(Outcome::Decided),
        ProspectStatus::Approved => Verdict::Approved,
        ProspectStatus::Rejected => Verdict::Rejected,
    };
    if standing == verdict {
        return Ok(Outcome::AlreadyDecided);
    }
    Err(DecisionError::Opposite {
        prospect: prospect.prospect_id.clone(),
        verdict: if standing == Verdict::Approved { "approved" } else { "rejected" },
        by: prospect.decided_by.clone().unwrap_or_else(|| "somebody".into()),
        place: if prospect.decided_in == Some(DecidedIn::Sales) { "Sales" } else { "Headquarters" },
        at: prospect.decided_at.unwrap_or_default(),
    })
}

/// The prospect with this id.
pub(super) async fn load(tx: &mut Tx, id: Uuid) -> Result<Prospect, Error> {
    tx.get(id).await?.ok_or_else(|| Error::NotFound { table: "prospect".into(), id })
}

impl Prospect {
    /// The prospect with a decision written on it.
    pub(super) fn decided(self, status: ProspectStatus, by: &Authorship, at: Timestamp) -> Self {
        Self {
            status,
            decided_by: Some(by.decided_by.clone()),
            decided_in: Some(by.decided_in),
            decided_at: Some(at),
            decision_id: by.decision_id.clone(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tables::Context;

    use crate::customer_hierarchies::CustomerHierarchy;
    use crate::customers::Customer;
    use crate::mail::EmailMessage;
    use crate::testing::{all, approve_as, each_store, open_prospect, prospect, prospect_now, reject_as};

    #[test]
    fn the_first_verdict_stands() {
        for status in [ProspectStatus::Open, ProspectStatus::InReview] {
            for verdict in [Verdict::Approved, Verdict::Rejected] {
                assert_eq!(decide(&Prospect { status, ..prospect() }, verdict), Ok(Outcome::Decided));
            }
        }
        let by = Authorship {
            decided_by: "seller@tandem.test".into(),
            decided_in: DecidedIn::Sales,
            decision_id: None,
        };
        let at = "2026-11-20T10:00:00Z".parse().unwrap();
        let approved = prospect().decided(ProspectStatus::Approved, &by, at);
        assert_eq!(decide(&approved, Verdict::Approved), Ok(Outcome::AlreadyDecided));
        let refused = decide(&approved, Verdict::Rejected).unwrap_err().to_string();
        for part in ["PR-000001", "approved", "seller@tandem.test", "Sales", "2026-11-20T10:00:00Z"] {
            assert!(refused.contains(part), "{refused} lacks {part}");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn of_many_deciding_at_once_exactly_one_verdict_wins() {
        for (_folder, store) in each_store().await {
            let id = open_prospect(&store).await;
            let mut deciding = tokio::task::JoinSet::new();
            for number in 0..8 {
                let store = store.clone();
                deciding.spawn(async move {
                    match number % 2 {
                        0 => (Verdict::Approved, approve_as(Context::system(), &store, id).await),
                        _ => (Verdict::Rejected, reject_as(Context::system(), &store, id).await),
                    }
                });
            }
            let outcomes = deciding.join_all().await;
            let decided: Vec<Verdict> = outcomes
                .iter()
                .filter(|(_, outcome)| *outcome == Ok(Outcome::Decided))
                .map(|(verdict, _)| *verdict)
                .collect();
            assert_eq!(decided.len(), 1, "{outcomes:?}");
            for (verdict, outcome) in &outcomes {
                match outcome {
                    Ok(_) => assert_eq!(*verdict, decided[0]),
                    Err(DecisionError::Opposite { .. }) => assert_ne!(*verdict, decided[0]),
                    Err(error) => panic!("{error:?}"),
                }
            }
            let approved = decided[0] == Verdict::Approved;
            let status = prospect_now(&store, id).await.status;
            assert_eq!(status == ProspectStatus::Approved, approved);
            assert_eq!(all::<CustomerHierarchy>(&store).await.len(), usize::from(approved));
            assert_eq!(all::<Customer>(&store).await.len(), if approved { 2 } else { 0 });
            assert_eq!(all::<EmailMessage>(&store).await.len(), usize::from(!approved));
        }
    }
}
