//! `EntityDefinitions` and `$metadata`, as Microsoft's SDK and dynamics-web-api ask for them.

use serde_json::{Value as Json, json};
use tables::store::Addition;
use tables::{ColumnDefinition, ColumnKind, Context, Naming, Ownership, TableDefinition};

use crate::world::{ROOT, worlds};

const CAST: &str = "Microsoft.Dynamics.CRM.PicklistAttributeMetadata";

#[tokio::test]
async fn a_client_finds_the_set_and_the_id_of_a_table() {
    for world in worlds().await {
        let query = "$select=LogicalName,EntitySetName,PrimaryIdAttribute&$filter=LogicalName+eq+'lead'";
        let answer = world.get(&format!("EntityDefinitions?{query}")).await;
        let found = answer.expect(200)["value"].as_array().unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (&found[0]["LogicalName"], &found[0]["EntitySetName"], &found[0]["PrimaryIdAttribute"]),
            (&json!("lead"), &json!("leads"), &json!("leadid"))
        );
        assert!(found[0].get("SchemaName").is_none() && found[0]["MetadataId"].is_string());
        let none =
            world.get("EntityDefinitions?$filter=LogicalName eq 'nosuch'".replace(' ', "%20").as_str()).await;
        assert_eq!(none.expect(200)["value"], json!([]));
        let all = world
            .get("EntityDefinitions?$select=EntitySetName,LogicalName&$filter=IsPrivate%20eq%20false")
            .await;
        all.expect(200);
        assert_eq!(all.column("LogicalName").len(), 4);
        assert!(!all.column("LogicalName").contains(&"businessunit"));
    }
}

#[tokio::test]
async fn labels_of_options_are_there_at_once() {
    for world in worlds().await {
        let path = format!(
            "EntityDefinitions(LogicalName='lead')/Attributes/{CAST}?$select=LogicalName&$expand=OptionSet($select=Options)"
        );
        let answer = world.get(&path).await;
        answer.expect(200);
        assert_eq!(answer.column("LogicalName"), ["leadqualitycode"]);
        let option = &answer.json["value"][0]["OptionSet"]["Options"][0];
        assert_eq!(
            (&option["Value"], &option["Label"]["LocalizedLabels"][0]["Label"]),
            (&json!(1), &json!("Hot"))
        );
        assert_eq!(option["Label"]["UserLocalizedLabel"]["LanguageCode"], 1033);
        let none = world
            .get(&format!("EntityDefinitions(LogicalName='account')/Attributes/{CAST}?$expand=OptionSet"))
            .await;
        assert_eq!(none.expect(200)["value"], json!([]));
        let one = world.get(&format!("EntityDefinitions(LogicalName='lead')/Attributes(LogicalName='leadqualitycode')/{CAST}?$expand=OptionSet")).await;
        assert_eq!(one.expect(200)["OptionSet"]["Options"].as_array().unwrap().len(), 3);
    }
}

#[tokio::test]
async fn columns_keys_and_relationships_are_described() {
    for world in worlds().await {
        let entity = world.get("EntityDefinitions(LogicalName='lead')?$expand=Attributes($select=LogicalName,AttributeType),Keys,ManyToOneRelationships").await;
        let entity = entity.expect(200);
        assert_eq!(
            entity["@odata.context"],
            format!("{ROOT}/$metadata#EntityDefinitions(LogicalName='lead')")
        );
        let kind = |name: &str| {
            let attributes = entity["Attributes"].as_array().unwrap();
            attributes.iter().find(|one| one["LogicalName"] == name).map(|one| one["AttributeType"].clone())
        };
        for (name, expect) in [
            ("leadid", "Uniqueidentifier"),
            ("subject", "String"),
            ("description", "Memo"),
            ("numberofemployees", "Integer"),
            ("versionnumber", "BigInt"),
            ("revenue", "Money"),
            ("donotemail", "Boolean"),
            ("lastused", "DateTime"),
            ("parentaccountid", "Lookup"),
            ("ownerid", "Owner"),
        ] {
            assert_eq!(kind(name), Some(json!(expect)), "{name}");
        }
        assert_eq!(kind("credential"), None);
        assert_eq!(entity["Keys"][0]["KeyAttributes"], json!(["tandem_b2bprospectid"]));
        let relationships = entity["ManyToOneRelationships"].as_array().unwrap();
        let customer = relationships
            .iter()
            .find(|one| one["ReferencingEntityNavigationPropertyName"] == "customerid_account")
            .unwrap();
        assert_eq!(
            (&customer["ReferencedEntity"], &customer["ReferencedEntityNavigationPropertyName"]),
            (&json!("account"), &json!("customer_leads"))
        );

        let id = entity["MetadataId"].as_str().unwrap();
        let subject = world.get(&format!("EntityDefinitions({id})/Attributes(LogicalName='subject')")).await;
        assert_eq!(
            (&subject.expect(200)["MaxLength"], &subject.json["RequiredLevel"]["Value"]),
            (&json!(30), &json!("ApplicationRequired"))
        );
        let keys = world.get("EntityDefinitions(LogicalName='lead')/Keys").await;
        assert_eq!(keys.expect(200)["value"][0]["EntityKeyIndexStatus"], "Active");
        let filter = "SchemaName%20eq%20'lead_parentaccountid'";
        let relationship = world.get(&format!("RelationshipDefinitions?$filter={filter}")).await;
        assert_eq!(relationship.expect(200)["value"][0]["ReferencingAttribute"], "parentaccountid");
        assert_eq!(
            world.get("GlobalOptionSetDefinitions").await.expect(200)["value"],
            Json::Array(Vec::new())
        );
        for path in [
            "EntityDefinitions(LogicalName='nosuch')",
            "EntityDefinitions(LogicalName='lead')/Attributes(LogicalName='credential')",
        ] {
            world.get(path).await.refuses(404, "0x80040217", &[]);
        }
        world.get("EntityDefinitions(LogicalName='lead')/Nosuch").await.refuses(
            404,
            "0x80060888",
            &["Nosuch"],
        );
        world.post("EntityDefinitions", json!({})).await.expect(501);
    }
}

#[tokio::test]
async fn the_service_is_described_in_csdl() {
    for world in worlds().await {
        let sales = world.get("$metadata").await;
        assert_eq!((sales.status, sales.header("content-type")), (200, "application/xml"));
        for line in [
            "<EntityType Name=\"lead\">",
            "<Key><PropertyRef Name=\"leadid\" /></Key>",
            "<Property Name=\"subject\" Type=\"Edm.String\" MaxLength=\"30\" />",
            "<Property Name=\"_parentaccountid_value\" Type=\"Edm.Guid\" />",
            "<NavigationProperty Name=\"customerid_account\" Type=\"mscrm.account\">",
            "<NavigationProperty Name=\"customer_leads\" Type=\"Collection(mscrm.lead)\" Partner=\"customerid_account\" />",
            "<EntitySet Name=\"leads\" EntityType=\"mscrm.lead\">",
            "<Action Name=\"Rename\" IsBound=\"true\">",
            "<FunctionImport Name=\"RetrieveChanges\" Function=\"mscrm.RetrieveChanges\" />",
            "Keys.AlternateKeys",
            "Capabilities.ChangeTracking",
        ] {
            assert!(sales.text.contains(line), "{line} is missing in {}", sales.text);
        }
        assert!(
            !sales.text.contains("credential") && !sales.text.contains("businessunit\""),
            "{}",
            sales.text
        );
        let finance = world.call("GET", "/data/$metadata", &[], None).await;
        for line in [
            "Namespace=\"Microsoft.Dynamics.DataEntities\"",
            "<EnumType Name=\"customer_Status\">",
            "<Property Name=\"Status\" Type=\"mscrm.customer_Status\" />",
        ] {
            assert!(finance.text.contains(line), "{line} is missing in {}", finance.text);
        }
        // Every element that is opened is closed.
        let opened = sales.text.matches("<NavigationProperty ").count();
        let closed = sales.text.matches("</NavigationProperty>").count();
        assert_eq!(opened - closed, sales.text.matches("Partner=").count());
    }
}

#[tokio::test]
async fn typed_columns_come_in_one_answer() {
    for world in worlds().await {
        let equals = |name: &str| {
            let value = json!({ "Type": "System.String", "Value": name });
            json!({ "Conditions": [{ "PropertyName": "LogicalName", "ConditionOperator": "Equals", "Value": value }] })
        };
        let query = json!({
            "Properties": { "PropertyNames": ["LogicalName", "Attributes"] },
            "Criteria": equals("lead"),
            "AttributeQuery": { "Properties": { "PropertyNames": ["MaxLength"] }, "Criteria": equals("subject") },
        });
        let encoded: String = query.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect();
        let answer = world.get(&format!("RetrieveMetadataChanges(Query=@p1)?@p1={encoded}")).await;
        let found = &answer.expect(200)["EntityMetadata"];
        assert_eq!((found.as_array().unwrap().len(), &found[0]["LogicalName"]), (1, &json!("lead")));
        assert!(found[0].get("EntitySetName").is_none());
        let attributes = found[0]["Attributes"].as_array().unwrap();
        assert_eq!((attributes.len(), &attributes[0]["MaxLength"]), (1, &json!(30)));
        assert!(attributes[0].get("DisplayName").is_none());
        assert!(answer.json["ServerVersionStamp"].is_string());
    }
}

fn column(name: &str, kind: ColumnKind) -> ColumnDefinition {
    ColumnDefinition::new(name, kind)
}

#[tokio::test]
async fn a_table_made_while_the_service_runs_is_shown_at_once() {
    for world in worlds().await {
        world.get("new_visits").await.expect(404);
        let columns = vec![
            column("new_visitid", ColumnKind::Id),
            column("new_name", ColumnKind::Text { length_max: 50 }),
            column("new_leadid", ColumnKind::Lookup { targets: vec!["lead".into()] }),
        ];
        let mut visit =
            TableDefinition::new("new_visit", "new_visits", Ownership::Organization, Naming::Lower, columns);
        visit.primary_name = Some("new_name".into());
        world.store.define(Context::system(), Addition::Table(visit)).await.unwrap();
        let lead = world.lead(json!({ "subject": "L" })).await;
        let bound = json!({ "new_name": "Fair", "new_leadid@odata.bind": format!("/leads({lead})") });
        let made = world.post("new_visits", bound).await;
        made.expect(204);
        let row = world.get(&format!("new_visits({})?$expand=new_leadid($select=subject)", made.id())).await;
        assert_eq!(row.expect(200)["new_name"], "Fair");
        assert_eq!(row.json["new_leadid"]["subject"], "L");
        assert!(world.get("").await.column("name").contains(&"new_visits"));
        assert!(world.get("$metadata").await.text.contains("<EntitySet Name=\"new_visits\""));
        let definition = world.get("EntityDefinitions(LogicalName='new_visit')").await;
        assert_eq!(definition.expect(200)["EntitySetName"], "new_visits");
        // A column of a declared table, in the same way.
        let floor = column("new_floor", ColumnKind::Whole { min: 0, max: 99 });
        let floor = Addition::Column { table: "account".into(), column: floor };
        world.store.define(Context::system(), floor).await.unwrap();
        let account = world.account(json!({ "name": "A", "new_floor": 3 })).await;
        let row = world.get(&format!("accounts({account})?$select=new_floor")).await;
        assert_eq!(row.expect(200)["new_floor"], 3);
    }
}
