//! A partner's administrator adds a colleague in the store: a person in headquarters, a contact
//! under the account in Sales, and a mail with a way in.

use channel::customers::{AddUser, AddUserError, MemberRole, add_user};
use serde_json::json;
use tables::Context;
use tables::uuid::Uuid;

use crate::doors::decide;
use crate::request::{mails, submit};
use crate::world::{World, worlds};

/// What the store does for a signed-in administrator.
async fn add(world: &World, administrator: Uuid, hierarchy: &str, email: &str) -> Result<Uuid, AddUserError> {
    let wish = AddUser {
        administrator,
        hierarchy: hierarchy.into(),
        first_name: "Jan".into(),
        last_name: "Kowalski".into(),
        email: email.into(),
        role: MemberRole::User,
        spending_limit: None,
    };
    let channel = world.channel().clone();
    channel.write(Context::system(), wish, |tx, wish| Box::pin(add_user(tx, wish))).await
}

#[tokio::test]
async fn a_user_added_in_the_store_is_a_contact_under_its_account() {
    for world in worlds().await {
        let client = &world.client;
        let request = submit(client).await;
        world.settle().await;
        let prospect = decide(client, &request, "Approve", json!({})).await;
        world.settle().await;
        let of_requestor =
            format!("CustomerAccount eq '{}'", prospect["RequestorCustomerAccount"].as_str().unwrap());
        let administrator = client.one("/data/CustomersV3", &of_requestor).await;
        let administrator: Uuid = administrator["ExternalRowId"].as_str().unwrap().parse().unwrap();
        let hierarchy = prospect["CustomerHierarchyId"].as_str().unwrap();

        let stranger = add(&world, Uuid::from_u128(5), hierarchy, "jan@alpen.example").await;
        assert_eq!(stranger, Err(AddUserError::NotAdministrator));
        let id = add(&world, administrator, hierarchy, "jan@alpen.example").await.unwrap();
        world.settle().await;

        let person = client.one("/data/CustomersV3", "PrimaryContactEmail eq 'jan@alpen.example'").await;
        assert_eq!(person["ExternalRowId"], id.to_string());
        assert_eq!(
            (&person["InvoiceAccount"], &person["PartnerStatus"]),
            (&prospect["OrganizationCustomerAccount"], &json!("Active"))
        );
        let of_person = format!("CustomerAccount eq '{}'", person["CustomerAccount"].as_str().unwrap());
        let member = client.one("/data/CustomerHierarchyMembers", &of_person).await;
        assert_eq!((&member["Role"], &member["Status"]), (&json!("User"), &json!("Active")));
        let contact = client.one("/api/data/v9.2/contacts", "emailaddress1 eq 'jan@alpen.example'").await;
        let account =
            format!("accountnumber eq '{}'", prospect["OrganizationCustomerAccount"].as_str().unwrap());
        let account = client.one("/api/data/v9.2/accounts", &account).await;
        assert_eq!(contact["_parentcustomerid_value"], account["accountid"]);
        assert_eq!(contact["msdyn_contactpersonid"], person["CustomerAccount"]);
        let told = mails(client, "jan@alpen.example").await;
        assert_eq!((told.len(), &told[0]["notificationType"]), (1, &json!("B2B user added")));
        assert!(told[0]["text"].as_str().unwrap().contains("/set-password/"), "{told:?}");

        assert_eq!(
            add(&world, administrator, hierarchy, "jan@alpen.example").await,
            Err(AddUserError::AlreadyAdded)
        );
        world.settle().await;
        assert_eq!(
            client.list("/data/CustomersV3", "PrimaryContactEmail eq 'jan@alpen.example'").await.len(),
            1
        );
    }
}
