//! Customers that no prospect stands behind: made on either side, they are on both.

use serde_json::json;

use crate::world::worlds;

#[tokio::test]
async fn a_customer_made_in_headquarters_appears_in_sales_and_corrections_flow_back() {
    for world in worlds().await {
        let client = &world.client;
        let organization = json!({
            "PartyType": "Organization", "OrganizationName": "Birke AG", "CreditLimit": 2500.5,
            "SalesMemo": "Pays in time.", "PrimaryContactFax": "+49 30 1", "AddressCounty": "Mitte",
        });
        let made = client.post("/data/CustomersV3", organization).await;
        assert!(made.status.is_success(), "{}", made.body);
        let organization = client.one("/data/CustomersV3", "OrganizationName eq 'Birke AG'").await;
        let person = json!({
            "PartyType": "Person", "PersonFirstName": "Jo", "PersonMiddleName": "B.", "PersonLastName": "Birke",
            "InvoiceAccount": organization["CustomerAccount"], "PrimaryContactUrl": "https://birke.example",
        });
        let made = client.post("/data/CustomersV3", person).await;
        assert!(made.status.is_success(), "{}", made.body);
        world.settle().await;

        let account = client.one("/api/data/v9.2/accounts", "name eq 'Birke AG'").await;
        assert_eq!(account["accountnumber"], organization["CustomerAccount"]);
        assert_eq!((&account["customertypecode"], &account["creditlimit"]), (&json!(3), &json!(2500.5)));
        assert_eq!((&account["description"], &account["fax"]), (&json!("Pays in time."), &json!("+49 30 1")));
        assert_eq!(account["address1_county"], "Mitte");
        let contact = client.one("/api/data/v9.2/contacts", "lastname eq 'Birke'").await;
        assert_eq!(
            (&contact["middlename"], &contact["websiteurl"]),
            (&json!("B."), &json!("https://birke.example"))
        );
        assert_eq!(contact["_parentcustomerid_value"], account["accountid"]);
        assert!(contact["msdyn_contactpersonid"].is_string());

        let path = format!("/api/data/v9.2/accounts({})", account["accountid"].as_str().unwrap());
        client.patch(&path, json!({ "description": "Pays late.", "fax": null })).await.expect(204);
        world.settle().await;
        let now = client.one("/data/CustomersV3", "OrganizationName eq 'Birke AG'").await;
        assert_eq!((&now["SalesMemo"], &now["PrimaryContactFax"]), (&json!("Pays late."), &json!(null)));
        assert_eq!(client.list("/api/data/v9.2/accounts", "name eq 'Birke AG'").await.len(), 1);
    }
}
