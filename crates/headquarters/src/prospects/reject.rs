//! Reject: a prospect is declined, with a reason for the record and a mail without one.

use tables::uuid::Uuid;
use tables::{Choice, Filter, Privilege, Query, Right, Table as _, Tx};

use super::decision::{Authorship, DecisionError, Outcome, Verdict, decide, load};
use super::{Prospect, ProspectStatus};
use crate::channel_requests::publish_status;
use crate::customers::{Customer, PartnerStatus};
use crate::mail::{self, Letter, NotificationType};

const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: "legalentity" },
    Right { privilege: Privilege::Read, table: "customer" },
    Right { privilege: Privilege::Write, table: "customer" },
    Right { privilege: Privilege::Read, table: "onboardingrequest" },
    Right { privilege: Privilege::Write, table: "onboardingrequest" },
    Right { privilege: Privilege::Create, table: "emailmessage" },
    Right { privilege: Privilege::Read, table: "emailmessage" },
    Right { privilege: Privilege::Read, table: "emailtemplate" },
];

/// Why a prospect is rejected: the reasons that Sales can give, and headquarters' own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RejectionReason {
    Lost = 1,
    CannotContact = 2,
    NoLongerInterested = 3,
    Canceled = 4,
    OutSold = 5,
    NotEligible = 6,
    Duplicate = 7,
    CreditRisk = 8,
    IncompleteInformation = 9,
    Other = 10,
}

impl RejectionReason {
    /// The reason of this name.
    ///
    /// # Errors
    /// [`DecisionError::UnknownReason`] with all names.
    pub fn parse(name: &str) -> Result<Self, DecisionError> {
        let option = Self::options().into_iter().find(|option| option.name == name);
        option
            .and_then(|option| tables::ColumnValue::from_value(&tables::Value::Choice(option.value)))
            .ok_or_else(|| DecisionError::UnknownReason { given: name.chars().take(100).collect() })
    }

    /// All names, for a message.
    #[must_use]
    pub fn names() -> String {
        let names: Vec<String> = Self::options().into_iter().map(|option| option.name).collect();
        names.join(", ")
    }
}

/// The command.
#[derive(Clone, Debug)]
pub struct Reject {
    /// The prospect's id.
    pub prospect: Uuid,
    /// Who decides.
    pub by: Authorship,
    /// Why.
    pub reason: RejectionReason,
    /// Why, in words.
    pub comment: Option<String>,
}

/// Rejects. Said twice, it happens once; the first reason stays.
///
/// # Errors
/// [`DecisionError`].
pub async fn reject(tx: &mut Tx, command: &Reject) -> Result<Outcome, DecisionError> {
    let prospect = load(tx, command.prospect).await?;
    if decide(&prospect, Verdict::Rejected)? == Outcome::AlreadyDecided {
        return Ok(Outcome::AlreadyDecided);
    }
    let mut tx = tx.lend(RIGHTS);
    let of_prospect = Filter::equals("dataAreaId", prospect.data_area_id.as_str())
        .and(Filter::equals("B2BProspectId", prospect.prospect_id.as_str()));
    let customers: Vec<Customer> = tx.list(Query::of(Customer::NAME).filter(of_prospect)).await?;
    for customer in customers {
        tx.save(&Customer { partner_status: PartnerStatus::Declined, ..customer }).await?;
    }
    let decided = Prospect {
        rejection_reason: Some(command.reason),
        rejection_comment: command.comment.clone(),
        ..prospect.decided(ProspectStatus::Rejected, &command.by, tx.now())
    };
    tx.save(&decided).await?;
    let letter = Letter::to_requestor(&decided, NotificationType::ProspectRejected);
    mail::queue(&mut tx, &letter).await?;
    publish_status::note(&mut tx, &decided).await?;
    Ok(Outcome::Decided)
}

#[cfg(test)]
mod tests {
    use tables::{Change, Context};

    use super::*;
    use crate::customers::{PartyType, ProspectRole};
    use crate::mail::EmailMessage;
    use crate::testing::{all, approve_as, ask, each_store, open_prospect, prospect_now, reject_as};

    #[test]
    fn every_reason_is_read_by_its_name_and_others_are_refused_with_the_list() {
        assert_eq!(RejectionReason::parse("OutSold"), Ok(RejectionReason::OutSold));
        for wrong in ["", "outsold", "5", "Because"] {
            let message = RejectionReason::parse(wrong).unwrap_err().to_string();
            assert!(message.contains("Lost, CannotContact"), "{message}");
            assert!(message.contains("Other"), "{message}");
        }
    }

    #[tokio::test]
    async fn a_declined_prospect_declines_its_customers_also_those_that_come_late() {
        for (_folder, store) in each_store().await {
            let id = open_prospect(&store).await;
            let number = prospect_now(&store, id).await.prospect_id;
            let customer = |kind: PartyType, name: &str| {
                let number = number.clone().into();
                let values = vec![("PartyType".into(), kind.into()), ("B2BProspectId".into(), number)];
                Change::create("customer", [values, vec![(name.into(), "Nowak".into())]].concat())
            };
            ask(&store, customer(PartyType::Organization, "OrganizationName")).await.unwrap();
            let before: Vec<Customer> = all(&store).await;
            assert_eq!(before[0].partner_status, PartnerStatus::Prospective);
            assert_eq!(before[0].b2b_prospect_role, Some(ProspectRole::Organization));

            assert_eq!(reject_as(Context::system(), &store, id).await, Ok(Outcome::Decided));
            ask(&store, customer(PartyType::Person, "PersonLastName")).await.unwrap();
            for customer in all::<Customer>(&store).await {
                assert_eq!(customer.partner_status, PartnerStatus::Declined);
            }
            let prospect = prospect_now(&store, id).await;
            assert_eq!(prospect.status, ProspectStatus::Rejected);
            assert_eq!(prospect.rejection_reason, Some(RejectionReason::CreditRisk));
            assert_eq!(reject_as(Context::system(), &store, id).await, Ok(Outcome::AlreadyDecided));
            let opposite = approve_as(Context::system(), &store, id).await;
            assert!(matches!(opposite, Err(DecisionError::Opposite { .. })), "{opposite:?}");
            let mails: Vec<EmailMessage> = all(&store).await;
            assert_eq!(mails.len(), 1);
            assert_eq!(mails[0].notification_type, "B2B prospect rejected");
            assert!(!mails[0].text_body.contains("CreditRisk") && !mails[0].text_body.contains("No."));
        }
    }
}
