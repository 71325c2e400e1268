//! Columns and keys made and removed through the API, as Microsoft's SDK and an installer ask for it.

use serde_json::{Map, Value as Json, json};
use tables::Context;

use crate::world::{Answer, ROOT, World, worlds};

const LEAD: &str = "EntityDefinitions(LogicalName='lead')";

fn label(text: &str) -> Json {
    json!({
        "@odata.type": "Microsoft.Dynamics.CRM.Label",
        "LocalizedLabels": [
            { "@odata.type": "Microsoft.Dynamics.CRM.LocalizedLabel", "Label": text, "LanguageCode": 1033 },
            { "@odata.type": "Microsoft.Dynamics.CRM.LocalizedLabel", "Label": format!("{text} (pl)"), "LanguageCode": 1045 },
        ],
    })
}

/// A column's description as clients send it, with what only this one has.
fn attribute(kind: &str, name: &str, own: Json) -> Json {
    let mut body = json!({
        "@odata.type": format!("Microsoft.Dynamics.CRM.{kind}AttributeMetadata"),
        "SchemaName": name,
        "DisplayName": label("Prospect"),
        "RequiredLevel": { "Value": "None", "CanBeChanged": true, "ManagedPropertyLogicalName": "canmodify" },
        "IsPrimaryName": false,
    });
    body.as_object_mut().unwrap().extend(own.as_object().cloned().unwrap_or_else(Map::new));
    body
}

fn text(name: &str, length: u32) -> Json {
    attribute("String", name, json!({ "MaxLength": length, "FormatName": { "Value": "Text" } }))
}

async fn add(world: &World, body: Json) -> Answer {
    world.post(&format!("{LEAD}/Attributes"), body).await
}

async fn add_key(world: &World, name: &str, columns: &[&str]) -> Answer {
    let body = json!({ "SchemaName": name, "KeyAttributes": columns, "DisplayName": label("By prospect") });
    world.post(&format!("{LEAD}/Keys"), body).await
}

async fn delete(world: &World, path: &str) -> Answer {
    world.call("DELETE", &format!("/api/data/v9.2/{LEAD}/{path}"), &[("if-match", "*")], None).await
}

#[tokio::test]
async fn a_column_and_a_key_are_made_used_and_removed() {
    for world in worlds().await {
        let made = add(&world, text("new_MarkId", 20)).await;
        made.expect(204);
        let url = made.header("odata-entityid").to_owned();
        assert!(url.starts_with(&format!("{ROOT}/{LEAD}/Attributes(")), "{url}");
        let read = world.get(url.strip_prefix(&format!("{ROOT}/")).unwrap()).await;
        let read = read.expect(200);
        assert_eq!(
            (&read["LogicalName"], &read["MaxLength"], &read["IsCustomAttribute"]),
            (&json!("new_markid"), &json!(20), &json!(true))
        );
        assert_eq!(read["DisplayName"]["UserLocalizedLabel"]["Label"], "Prospect");
        assert_eq!(read["DisplayName"]["LocalizedLabels"][1]["LanguageCode"], 1045);

        let (first, second) =
            (json!({ "subject": "A", "new_markid": "P-1" }), json!({ "subject": "B", "new_markid": "p-1" }));
        let (first, second) = (world.lead(first).await, world.lead(second).await);
        add_key(&world, "new_ByMark", &["new_markid"]).await.refuses(
            409,
            "KeyClashes",
            &["Change those rows"],
        );
        world.patch(&format!("leads({second})"), &[], json!({ "new_markid": "P-2" })).await.expect(204);
        let made = add_key(&world, "new_ByMark", &["new_markid"]).await;
        made.expect(204);
        let keys = world.get(&format!("{LEAD}/Keys")).await;
        let keys = keys.expect(200)["value"].as_array().unwrap().clone();
        let key = keys.iter().find(|key| key["LogicalName"] == "new_bymark").unwrap();
        assert_eq!(
            (&key["EntityKeyIndexStatus"], &key["KeyAttributes"], key["MetadataId"].as_str().unwrap()),
            (&json!("Active"), &json!(["new_markid"]), made.id().as_str())
        );
        assert_eq!(key["DisplayName"]["UserLocalizedLabel"]["Label"], "By prospect");
        let row = world.get("leads(new_markid='P-1')?$select=subject").await;
        assert_eq!(row.expect(200)["subject"], "A");
        let taken = world.patch(&format!("leads({second})"), &[], json!({ "new_markid": "P-1" })).await;
        taken.refuses(412, "0x80060892", &["new_markid"]);

        delete(&world, "Attributes(LogicalName='new_markid')").await.refuses(
            409,
            "ColumnInKey",
            &["new_bymark"],
        );
        delete(&world, &format!("Keys({})", made.id())).await.expect(204);
        delete(&world, &format!("Keys({})", made.id())).await.refuses(404, "0x80040217", &[]);
        delete(&world, "Attributes(LogicalName='new_markid')").await.refuses(
            409,
            "ColumnHoldsData",
            &["2 rows"],
        );
        for lead in [first, second] {
            world.patch(&format!("leads({lead})"), &[], json!({ "new_markid": null })).await.expect(204);
        }
        delete(&world, "Attributes(LogicalName='new_markid')").await.expect(204);
        world.get(&format!("{LEAD}/Attributes(LogicalName='new_markid')")).await.expect(404);
        world.get("leads?$select=new_markid").await.refuses(400, "0x80041103", &["new_markid"]);
        // The same name again, of another type.
        add(&world, attribute("Integer", "new_MarkId", json!({}))).await.expect(204);
        world.lead(json!({ "subject": "C", "new_markid": 7 })).await;
    }
}

#[tokio::test]
async fn every_kind_of_column_can_be_made_and_keeps_its_values() {
    let options = json!({
        "@odata.type": "Microsoft.Dynamics.CRM.OptionSetMetadata", "IsGlobal": false, "OptionSetType": "Picklist",
        "Options": [{ "Value": 1, "Label": label("Pending") }, { "Value": null, "Label": label("Other") }],
    });
    for world in worlds().await {
        for (kind, name, own, given, kept) in [
            (
                "Memo",
                "new_memo",
                json!({ "MaxLength": 4000, "ImeMode": "Auto" }),
                json!("Long"),
                json!("Long"),
            ),
            (
                "Integer",
                "new_int",
                json!({ "MinValue": -5, "MaxValue": 5, "Format": "None" }),
                json!(5),
                json!(5),
            ),
            (
                "Decimal",
                "new_dec",
                json!({ "MinValue": -100_000_000_000.0, "MaxValue": 100_000_000_000.0, "Precision": 2 }),
                json!(1.25),
                json!(1.25),
            ),
            ("Money", "new_money", json!({ "Precision": 2 }), json!(10.5), json!(10.5)),
            ("Boolean", "new_bool", json!({ "OptionSet": null }), json!(true), json!(true)),
            (
                "DateTime",
                "new_day",
                json!({ "Format": "DateOnly", "ImeMode": "Inactive" }),
                json!("2026-11-21"),
                json!("2026-11-21"),
            ),
            (
                "DateTime",
                "new_time",
                json!({ "Format": "DateAndTime", "DateTimeBehavior": { "Value": "UserLocal" } }),
                json!("2026-11-21T10:00:00Z"),
                json!("2026-11-21T10:00:00Z"),
            ),
            ("Picklist", "new_choice", json!({ "OptionSet": options }), json!(1), json!(1)),
            (
                "MultiSelectPicklist",
                "new_many",
                json!({ "OptionSet": options }),
                json!("1,100000000"),
                json!("1,100000000"),
            ),
        ] {
            add(&world, attribute(kind, name, own)).await.expect(204);
            let mut body = json!({ "subject": "S" });
            body[name] = given;
            let lead = world.lead(body).await;
            let read = world.get(&format!("leads({lead})?$select={name}")).await;
            assert_eq!(read.expect(200)[name], kept, "{name}");
            let read = world.get(&format!("{LEAD}/Attributes(LogicalName='{name}')")).await;
            let kind = format!("#Microsoft.Dynamics.CRM.{kind}AttributeMetadata");
            assert_eq!(read.expect(200)["@odata.type"], kind, "{name}");
        }
        let cast = "Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$expand=OptionSet";
        let read = world.get(&format!("{LEAD}/Attributes(LogicalName='new_choice')/{cast}")).await;
        let options = &read.expect(200)["OptionSet"]["Options"];
        assert_eq!(
            (&options[1]["Value"], &options[1]["Label"]["LocalizedLabels"][1]["Label"]),
            (&json!(100_000_000), &json!("Other (pl)"))
        );
    }
}

#[tokio::test]
async fn what_cannot_be_made_says_what_to_do_and_leaves_nothing() {
    let set = |options: Json| attribute("Picklist", "new_x", json!({ "OptionSet": { "Options": options } }));
    let many = |count: i32| -> Json {
        (1..=count).map(|value| json!({ "Value": value, "Label": label("x") })).collect()
    };
    let with = |member: &str, value: Json| {
        let mut body = text("new_x", 20);
        body[member] = value;
        body
    };
    for world in worlds().await {
        let before = world.store.catalog_now().1;
        for (body, status, code, words) in [
            (text("subject", 20), 400, "0x80048d19", &["prefix", "tandem_Colour"][..]),
            (text("n_x", 20), 400, "0x80048d19", &["prefix"]),
            (text("ninechars_x", 20), 400, "0x80048d19", &["prefix"]),
            (text("mscrm_x", 20), 400, "0x80048d19", &["prefix"]),
            (text("new_", 20), 400, "0x80048d19", &["prefix"]),
            (text("new_x y", 20), 400, "0x80048d19", &["prefix"]),
            (text(&format!("new_{}", "x".repeat(47)), 20), 400, "0x80048d19", &["50 characters"]),
            (text("new_x__folded", 20), 400, "0x80040203", &["no valid column name"]),
            (text("tandem_B2BProspectId", 20), 400, "0x80047013", &["already"]),
            (text("new_x", 0), 400, "0x80048d19", &["between 1 and 4000"]),
            (text("new_x", 4001), 400, "0x80048d19", &["between 1 and 4000"]),
            (attribute("Memo", "new_x", json!({ "MaxLength": 1_048_577 })), 400, "0x80048d19", &["1048576"]),
            (
                attribute("Integer", "new_x", json!({ "MinValue": 2, "MaxValue": 1 })),
                400,
                "0x80048d19",
                &["above"],
            ),
            (
                attribute("Integer", "new_x", json!({ "MaxValue": 2_147_483_648_i64 })),
                400,
                "0x80048d19",
                &["2147483647"],
            ),
            (
                attribute("Decimal", "new_x", json!({ "Precision": 11 })),
                400,
                "0x80048d19",
                &["between 0 and 10"],
            ),
            (
                attribute("Decimal", "new_x", json!({ "Precision": 10, "MaxValue": 100_000_000_000_i64 })),
                400,
                "0x80048d19",
                &["10 decimals"],
            ),
            (
                attribute("Lookup", "new_x", json!({ "Targets": ["account"] })),
                501,
                "NotImplemented",
                &["Keep the number"],
            ),
            (attribute("Double", "new_x", json!({})), 501, "NotImplemented", &["Use Decimal"]),
            (
                attribute("Nosuch", "new_x", json!({})),
                400,
                "0x80048d19",
                &["NosuchAttributeMetadata", "Use "],
            ),
            (with("FormatName", json!({ "Value": "Email" })), 501, "NotImplemented", &["Email"]),
            (with("AutoNumberFormat", json!("X-{SEQNUM:4}")), 501, "NotImplemented", &["AutoNumberFormat"]),
            (
                with("RequiredLevel", json!({ "Value": "SystemRequired" })),
                400,
                "0x80048d19",
                &["RequiredLevel"],
            ),
            (with("LogicalName", json!("new_y")), 400, "0x80048d19", &["Leave it out"]),
            (with("DisplayName", json!("X")), 400, "0x80048d19", &["LocalizedLabels"]),
            (with("DisplayName", label(&"x".repeat(201))), 400, "0x80048d19", &["at most 200"]),
            (set(json!([])), 400, "0x80048d19", &["1 to 300"]),
            (set(many(301)), 400, "0x80048d19", &["1 to 300"]),
            (set(json!([{ "Value": 1 }])), 400, "0x80048d19", &["no Label"]),
            (
                set(json!([{ "Value": 1, "Label": label("A") }, { "Value": 1, "Label": label("B") }])),
                400,
                "0x80048d19",
                &["Value 1"],
            ),
        ] {
            add(&world, body).await.refuses(status, code, words);
        }
        add_key(&world, "by_x", &["new_nosuch"]).await.refuses(400, "0x80041103", &["new_nosuch"]);
        add_key(&world, "new_x", &["description"]).await.refuses(400, "0x80040203", &["not compared"]);
        for (path, status, code) in [
            ("Attributes(LogicalName='subject')", 400, "0x80040203"),
            ("Attributes(LogicalName='nosuch')", 404, "0x80040217"),
            ("Keys(LogicalName='by_prospect')", 400, "0x80040203"),
            ("Attributes", 501, "NotImplemented"),
        ] {
            delete(&world, path).await.refuses(status, code, &[]);
        }
        assert_eq!(world.store.catalog_now().1, before);
        // The edges themselves.
        add(&world, text(&format!("new_{}", "x".repeat(46)), 4000)).await.expect(204);
        add(&world, set(many(300))).await.expect(204);
        let unknown =
            world.post("EntityDefinitions(LogicalName='nosuch')/Attributes", text("new_y", 9)).await;
        unknown.refuses(404, "0x80040217", &["nosuch"]);
    }
}

#[tokio::test]
async fn who_may_not_customize_is_refused_and_who_did_is_known() {
    for world in worlds().await {
        let token = format!("Bearer {}", world.token_of("seller-app").await);
        let as_seller = [("authorization", token.as_str())];
        let path = format!("/api/data/v9.2/{LEAD}/Attributes");
        let refused = world.call("POST", &path, &as_seller, Some(text("new_x", 9))).await;
        refused.refuses(403, "0x80040220", &["tables and columns"]);
        add(&world, text("new_x", 9)).await.expect(204);
        let refused = world.call("DELETE", &format!("{path}(LogicalName='new_x')"), &as_seller, None).await;
        refused.refuses(403, "0x80040220", &[]);
        let mut reader = world.store.read(&Context::system().principal).await.unwrap();
        let history = reader.history("lead", tables::uuid::Uuid::nil()).await.unwrap();
        assert_eq!((history.len(), history[0].user), (1, world.users.administrator));
        assert_eq!(history[0].changes[0].column, "new_x");
    }
}
