//! What the tests of several features share.

use tables::uuid::Uuid;

use crate::customers::{Customer, PartyType, ProspectRole};
use crate::prospects::{Prospect, ProspectStatus, TYPE_B2B};

/// An open prospect.
pub fn prospect() -> Prospect {
    let text = |text: &str| Some(text.to_owned());
    Prospect {
        external_row_id: Uuid::from_u128(1),
        data_area_id: "usmf".into(),
        prospect_id: "PR-000001".into(),
        status: ProspectStatus::Open,
        type_id: text(TYPE_B2B),
        organization_name: "Nowak Trading".into(),
        person_first_name: text("Ola"),
        person_last_name: "Nowak".into(),
        primary_contact_email: "ola@nowak.example".into(),
        primary_contact_phone: None,
        job_title: text("Owner"),
        website: text("https://nowak.example"),
        tax_id: None,
        number_of_employees: Some(12),
        address_street: text("Długa 1"),
        address_city: text("Kraków"),
        address_state: None,
        address_postal_code: text("31-146"),
        address_country: text("PL"),
        comments: None,
        request_reference: None,
        language: text("pl-PL"),
        store_name: text("Alder & Finch Wholesale"),
        store_url: text("http://127.0.0.1:8420"),
        rejection_reason: None,
        rejection_comment: None,
        decided_by: None,
        decided_in: None,
        decided_at: None,
        decision_id: None,
        organization_customer_account: None,
        requestor_customer_account: None,
        customer_hierarchy_id: None,
    }
}

/// A customer of this kind that came from no prospect.
pub fn customer(kind: PartyType) -> Customer {
    let role = match kind {
        PartyType::Organization => ProspectRole::Organization,
        PartyType::Person => ProspectRole::Requestor,
    };
    Customer {
        customer_account: "C-000009".into(),
        b2b_prospect_id: None,
        b2b_prospect_role: None,
        ..Customer::from_prospect(&prospect(), role, Uuid::from_u128(9))
    }
}
