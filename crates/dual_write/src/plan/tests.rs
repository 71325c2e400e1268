//! The planner against the maps of the solution `commerce`.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::{Lookups, Resolved, create, takes_part, update};
use crate::Side;
use crate::maps::{Map, Solution};
use crate::row::{Row, value};

fn map(name: &str) -> Map {
    Solution::commerce().unwrap().map(name).unwrap().clone()
}

fn row(json: Json) -> Row {
    let Json::Object(row) = json else { unreachable!() };
    row
}

fn prospect() -> Row {
    row(json!({
        "dataAreaId": "usmf", "TypeId": "B2B prospect", "ProspectId": "BP-1", "Status": "Open",
        "OrganizationName": "Alpen", "PersonFirstName": "Zoë", "PersonLastName": "Ż",
        "PrimaryContactEmail": "zoe@alpen.example", "NumberOfEmployees": 12, "AddressState": null,
    }))
}

/// The row that the other side has after a create.
fn made(values: &Row) -> Row {
    let mut made = values.clone();
    made.insert("statecode".into(), json!(0));
    made
}

#[test]
fn a_prospect_becomes_a_lead_with_owner_and_pending_verdict() {
    let map = map("b2b_prospects_leads");
    assert!(takes_part(&map, Side::Headquarters, &prospect(), "usmf"));
    assert!(!takes_part(&map, Side::Headquarters, &prospect(), "demf"));
    let plan = create(&map, Side::Headquarters, &prospect(), &Lookups::new(), "usmf");
    assert_eq!(plan.values["subject"], "Alpen: business partner request");
    assert_eq!(plan.values["ownerid@odata.bind"], "/teams(name='usmf DW')");
    assert_eq!(plan.values["tandem_partnerstatus"], 1);
    assert_eq!(plan.values["numberofemployees"], 12);
    assert!(!plan.values.contains_key("address1_stateorprovince"));
}

#[test]
fn what_came_from_the_other_side_does_not_go_back() {
    let map = map("b2b_prospects_leads");
    let plan = create(&map, Side::Headquarters, &prospect(), &Lookups::new(), "usmf");
    let lead = made(&plan.values);
    for (side, here, there) in [(Side::Sales, &lead, &prospect()), (Side::Headquarters, &prospect(), &lead)] {
        let echo = update(&map, side, here, &plan.base, there, &Lookups::new(), "usmf");
        assert!(echo.values.is_empty(), "{side}: {:?}", echo.values);
        assert_eq!(echo.base, plan.base);
    }
}

#[test]
fn when_both_changed_a_column_headquarters_stands_and_other_columns_merge() {
    let map = map("b2b_prospects_leads");
    let plan = create(&map, Side::Headquarters, &prospect(), &Lookups::new(), "usmf");
    let (mut here, mut lead) = (prospect(), made(&plan.values));
    here.insert("OrganizationName".into(), json!("Alpen GmbH"));
    lead.insert("companyname".into(), json!("Alpen AG"));
    lead.insert("jobtitle".into(), json!("Buyer"));
    let up = update(&map, Side::Sales, &lead, &plan.base, &here, &Lookups::new(), "usmf");
    assert_eq!(up.values, row(json!({ "JobTitle": "Buyer" })));
    assert_eq!(up.back, row(json!({ "companyname": "Alpen GmbH" })));
    here.extend(up.values);
    lead.extend(up.back);
    let down = update(&map, Side::Headquarters, &here, &up.base, &lead, &Lookups::new(), "usmf");
    assert_eq!((down.values, down.back), (Row::new(), Row::new()));
}

#[test]
fn a_closed_row_is_left_alone() {
    let map = map("b2b_prospects_leads");
    let plan = create(&map, Side::Headquarters, &prospect(), &Lookups::new(), "usmf");
    let (mut here, mut lead) = (prospect(), made(&plan.values));
    lead.insert("jobtitle".into(), json!("Buyer"));
    for (status, state) in [("Approved", 0), ("Open", 1)] {
        here.insert("Status".into(), json!(status));
        lead.insert("statecode".into(), json!(state));
        let plan = update(&map, Side::Sales, &lead, &plan.base, &here, &Lookups::new(), "usmf");
        assert!(plan.values.is_empty(), "{status} {state}");
    }
}

#[test]
fn a_number_flows_back_and_a_lookup_follows_its_link() {
    let map = map("customers_contacts");
    let contact = row(json!({
        "msdyn_sellable": true, "firstname": "Zoë", "tandem_b2bprospectid": "BP-1",
        "_parentcustomerid_value": "7f3c", "_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
    }));
    let lookups = Lookups::from([("InvoiceAccount".to_owned(), Resolved::Key("C-9".into()))]);
    let plan = create(&map, Side::Sales, &contact, &lookups, "usmf");
    assert_eq!(plan.values["InvoiceAccount"], "C-9");
    assert_eq!(
        (&plan.values["PartyType"], &plan.values["B2BProspectRole"]),
        (&json!("Person"), &json!("Requestor"))
    );
    let mut customer = plan.values.clone();
    customer.insert("CustomerAccount".into(), json!("C-10"));
    let row_in_sales = Resolved::Row { set: "accounts".into(), id: "7f3c".into() };
    let lookups = Lookups::from([("InvoiceAccount".to_owned(), row_in_sales)]);
    let back = update(&map, Side::Headquarters, &customer, &plan.base, &contact, &lookups, "usmf");
    assert_eq!(back.values, row(json!({ "msdyn_contactpersonid": "C-10" })));
}

/// Columns of the map that flow both ways, by their names on each side.
const SHARED: [(&str, &str); 4] = [
    ("OrganizationName", "companyname"),
    ("JobTitle", "jobtitle"),
    ("AddressCity", "address1_city"),
    ("Comments", "description"),
];

proptest! {
    /// Users change both sides at will; then each side's feed is delivered until nothing is
    /// planned any more: within few hops both sides are equal and silent.
    #[test]
    fn however_both_sides_are_changed_they_agree_and_fall_silent(
        changes in prop::collection::vec((any::<bool>(), 0_usize..4, "[a-c]{0,2}"), 0..12),
        sales_first in any::<bool>(),
    ) {
        let map = map("b2b_prospects_leads");
        let plan = create(&map, Side::Headquarters, &prospect(), &Lookups::new(), "usmf");
        let (mut here, mut lead, mut base) = (prospect(), made(&plan.values), plan.base);
        for (in_sales, column, text) in changes {
            let text = if text.is_empty() { Json::Null } else { json!(text) };
            let (row, column) = if in_sales { (&mut lead, SHARED[column].1) } else { (&mut here, SHARED[column].0) };
            row.insert(column.into(), text);
        }
        let mut hops = 0;
        let mut side = if sales_first { Side::Sales } else { Side::Headquarters };
        let mut silent = 0;
        while silent < 2 {
            let plan = match side {
                Side::Headquarters => update(&map, side, &here, &base, &lead, &Lookups::new(), "usmf"),
                Side::Sales => update(&map, side, &lead, &base, &here, &Lookups::new(), "usmf"),
            };
            let nothing = plan.values.is_empty() && plan.back.is_empty() && plan.base == base;
            silent = if nothing { silent + 1 } else { 0 };
            let (target, source) = match side {
                Side::Headquarters => (&mut lead, &mut here),
                Side::Sales => (&mut here, &mut lead),
            };
            target.extend(plan.values);
            source.extend(plan.back);
            base = plan.base;
            side = side.other();
            hops += 1;
            prop_assert!(hops < 8, "the sides never fall silent");
        }
        for (column, other) in SHARED {
            prop_assert_eq!(value(&here, column), value(&lead, other));
        }
    }
}
