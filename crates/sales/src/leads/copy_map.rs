//! What a lead hands on when it is qualified: the copy map of Dynamics 365 Sales.

use tables::{Reference, Table as _, Value, Values};
use uuid::Uuid;

use super::{Lead, PartnerStatus};
use crate::accounts::RelationshipType;
use crate::opportunities::SalesStage;

/// Columns that account and contact have under the lead's own name.
const SHARED: &[&str] = &[
    "address1_city",
    "address1_country",
    "address1_county",
    "address1_line1",
    "address1_line2",
    "address1_line3",
    "address1_postalcode",
    "address1_stateorprovince",
    "emailaddress1",
    "emailaddress2",
    "emailaddress3",
    "fax",
    "tandem_b2bprospectid",
    "telephone1",
    "telephone2",
    "telephone3",
    "transactioncurrencyid",
    "websiteurl",
];

const ACCOUNT: &[(&str, &str)] = &[
    ("companyname", "name"),
    ("industrycode", "industrycode"),
    ("leadid", "originatingleadid"),
    ("numberofemployees", "numberofemployees"),
    ("revenue", "revenue"),
    ("sic", "sic"),
    ("telephone1", "address1_telephone1"),
];

const CONTACT: &[(&str, &str)] = &[
    ("address1_telephone1", "address1_telephone1"),
    ("donotbulkemail", "donotbulkemail"),
    ("donotemail", "donotemail"),
    ("donotfax", "donotfax"),
    ("donotphone", "donotphone"),
    ("donotpostalmail", "donotpostalmail"),
    ("donotsendmm", "donotsendmm"),
    ("firstname", "firstname"),
    ("followemail", "followemail"),
    ("jobtitle", "jobtitle"),
    ("lastname", "lastname"),
    ("leadid", "originatingleadid"),
    ("middlename", "middlename"),
    ("mobilephone", "mobilephone"),
    ("preferredcontactmethodcode", "preferredcontactmethodcode"),
    ("salutation", "salutation"),
];

const OPPORTUNITY: &[(&str, &str)] = &[
    ("budgetamount", "budgetamount"),
    ("budgetstatus", "budgetstatus"),
    ("campaignid", "campaignid"),
    ("decisionmaker", "decisionmaker"),
    ("description", "description"),
    ("emailaddress1", "emailaddress"),
    ("estimatedamount", "estimatedvalue"),
    ("estimatedclosedate", "estimatedclosedate"),
    ("leadid", "originatingleadid"),
    ("leadqualitycode", "opportunityratingcode"),
    ("need", "need"),
    ("parentaccountid", "parentaccountid"),
    ("parentcontactid", "parentcontactid"),
    ("purchaseprocess", "purchaseprocess"),
    ("purchasetimeframe", "purchasetimeframe"),
    ("qualificationcomments", "qualificationcomments"),
    ("tandem_b2bprospectid", "tandem_b2bprospectid"),
    ("transactioncurrencyid", "transactioncurrencyid"),
];

/// The new account; that of a prospect is a customer.
pub(super) fn account(lead: &Lead) -> Values {
    let mut account = copy(lead, SHARED.iter().map(|name| (*name, *name)).chain(ACCOUNT.iter().copied()));
    if lead.tandem_b2bprospectid.is_some() {
        account.push(("customertypecode".into(), RelationshipType::Customer.into()));
    }
    account
}

/// The new contact, who works for the lead's account; that of a prospect can be sold to.
pub(super) fn contact(lead: &Lead) -> Values {
    let mut contact = copy(lead, SHARED.iter().map(|name| (*name, *name)).chain(CONTACT.iter().copied()));
    if let Some(account) = lead.parentaccountid {
        contact.push(("parentcustomerid".into(), Reference::new("account", account).into()));
    }
    contact.push(("msdyn_sellable".into(), lead.tandem_b2bprospectid.is_some().into()));
    contact
}

/// The new opportunity of this customer, developed from now on.
pub(super) fn opportunity(lead: &Lead, customer: Reference, currency: Option<Uuid>) -> Values {
    let mut opportunity = copy(lead, OPPORTUNITY.iter().copied());
    let topic = [&lead.subject, &lead.companyname, &lead.lastname].into_iter().flatten().next();
    opportunity.push(("name".into(), topic.map_or("Opportunity", String::as_str).into()));
    opportunity.push(("customerid".into(), customer.into()));
    opportunity.push(("salesstage".into(), SalesStage::Develop.into()));
    if let Some(currency) = currency {
        opportunity.push(("transactioncurrencyid".into(), currency.into()));
    }
    if lead.tandem_b2bprospectid.is_some() {
        // Headquarters may have decided already.
        let status = lead.tandem_partnerstatus.unwrap_or(PartnerStatus::Pending);
        opportunity.push(("tandem_partnerstatus".into(), status.into()));
    }
    opportunity
}

/// What the lead has; what it has not is left to the new row's defaults.
fn copy<'a>(lead: &Lead, map: impl Iterator<Item = (&'a str, &'a str)>) -> Values {
    let values = lead.to_values();
    let value = |name: &str| {
        let found = values.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).filter(|value| *value != Value::Null)
    };
    map.filter_map(|(from, to)| Some((to.to_owned(), value(from)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::Account;
    use crate::contacts::Contact;
    use crate::opportunities::Opportunity;
    use tables::{ColumnDefinition, ColumnKind, Table};

    /// Declared, and added by packages.
    fn columns<T: Table>() -> Vec<ColumnDefinition> {
        [T::definition().columns, T::added().columns].concat()
    }

    fn check<T: Table>(map: impl Iterator<Item = (&'static str, &'static str)>) {
        let (lead, target) = (columns::<Lead>(), columns::<T>());
        let find = |columns: &[ColumnDefinition], name: &str| {
            columns.iter().find(|column| column.name == name).cloned()
        };
        for (from, to) in map {
            let (source, place) = (find(&lead, from), find(&target, to));
            assert!(source.is_some() && place.is_some(), "{from} to {to} of {}", T::NAME);
            if let (Some(ColumnKind::Text { length_max }), Some(ColumnKind::Text { length_max: room })) =
                (source.map(|column| column.kind), place.map(|column| column.kind))
            {
                assert!(length_max <= room, "{from} does not fit into {to} of {}", T::NAME);
            }
        }
    }

    #[test]
    fn what_is_copied_has_a_place_and_fits() {
        let shared = || SHARED.iter().map(|name| (*name, *name));
        check::<Account>(shared().chain(ACCOUNT.iter().copied()));
        check::<Contact>(shared().chain(CONTACT.iter().copied()));
        check::<Opportunity>(OPPORTUNITY.iter().copied());
    }
}
