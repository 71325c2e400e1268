//! Actions: their parameters and their replies.

use std::sync::Arc;

use serde_json::json;
use tables::{Change, Reference, Tx, Values};
use web_api::{Action, ActionCall, ActionReply, Api, ApiError};

use crate::world::{ROOT, worlds};

/// `Rename`, bound to a lead; `Merge`, bound to nothing.
pub fn add(api: Api) -> Api {
    let rename: Action = Arc::new(|call| Box::pin(rename(call)));
    let merge: Action = Arc::new(|call| Box::pin(merge(call)));
    let tell: Action = Arc::new(|call| Box::pin(tell(call)));
    api.bound_action("lead", "Rename", &["Subject", "Employees", "Silent"], rename)
        .unbound_action("Merge", &["Target", "Content", "Echo"], merge)
        .bound_function("lead", "Tell", Arc::clone(&tell))
        .unbound_function("Tell", tell)
}

/// A function that tells what it was asked.
async fn tell(call: ActionCall) -> Result<ActionReply, ApiError> {
    Ok(ActionReply::Json(json!({ "target": call.target, "parameters": call.parameters })))
}

/// `Approve`, bound to a customer.
pub fn add_finance(api: Api) -> Api {
    let approve: Action = Arc::new(|call| Box::pin(approve(call)));
    api.bound_action("customer", "Approve", &[], approve)
}

async fn update(
    tx: &mut Tx,
    (table, id, values): &(&'static str, tables::uuid::Uuid, Values),
) -> tables::Result<()> {
    tx.write_one(Change::update(*table, *id, values.clone())).await.map(|_| ())
}

async fn rename(call: ActionCall) -> Result<ActionReply, ApiError> {
    let id = call.target.unwrap();
    let subject = call.text("Subject")?.ok_or_else(|| ApiError::new(400, "NoSubject", "Give a Subject."))?;
    if subject == "refused" {
        let message = "This name is taken by the house.".to_owned();
        return Err(tables::Error::Refused { code: "NameTaken", message }.into());
    }
    let mut values: Values = vec![("subject".into(), subject.into())];
    if let Some(number) = call.whole("Employees")? {
        values.push(("numberofemployees".into(), number.into()));
    }
    if call.yes_no("Silent")? == Some(true) {
        return Ok(ActionReply::NoContent);
    }
    let input = ("lead", id, values);
    call.store.write(call.context.clone(), input, |tx, input| Box::pin(update(tx, input))).await?;
    Ok(ActionReply::Row { table: "lead".into(), id })
}

async fn merge(call: ActionCall) -> Result<ActionReply, ApiError> {
    let target = call.reference("Target")?.ok_or_else(|| ApiError::new(400, "NoTarget", "Give a Target."))?;
    let content = call.values("Content", "lead")?;
    if call.yes_no("Echo")? == Some(true) {
        let names: Vec<&str> = content.iter().map(|(name, _)| name.as_str()).collect();
        return Ok(ActionReply::Json(json!({
            "table": target.table, "id": target.id, "columns": names, "application": call.application,
        })));
    }
    Ok(ActionReply::Rows(vec![target]))
}

async fn approve(call: ActionCall) -> Result<ActionReply, ApiError> {
    let id = call.target.unwrap();
    let values: Values = vec![("Status".into(), tables::Value::Choice(3))];
    let input = ("customer", id, values);
    call.store.write(call.context.clone(), input, |tx, input| Box::pin(update(tx, input))).await?;
    Ok(ActionReply::Row { table: "customer".into(), id })
}

#[tokio::test]
async fn a_bound_action_runs_under_each_of_its_names() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a", "tandem_b2bprospectid": "P-1" })).await;
        for path in [
            format!("leads({id})/Microsoft.Dynamics.CRM.Rename"),
            format!("leads({id})/Rename"),
            "leads(tandem_b2bprospectid='P-1')/Rename()".into(),
        ] {
            let answer =
                world.post(&path, json!({ "Subject": path.len().to_string(), "Employees": 3 })).await;
            assert_eq!(answer.expect(200)["subject"], path.len().to_string());
            assert_eq!(answer.json["@odata.context"], format!("{ROOT}/$metadata#leads/$entity"));
            assert_eq!(answer.id(), id);
        }
        let silent = json!({ "Subject": "b", "Silent": true });
        world.post(&format!("leads({id})/Rename"), silent).await.expect(204);
    }
}

#[tokio::test]
async fn an_action_refuses_in_its_own_words() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        let path = format!("leads({id})/Rename");
        world.post(&path, json!({})).await.refuses(400, "NoSubject", &["Subject"]);
        world.post(&path, json!({ "Subject": 5 })).await.refuses(400, "0x80048d19", &["Subject", "text"]);
        let wrong = json!({ "Subject": "b", "Employees": 1.5 });
        world.post(&path, wrong).await.refuses(400, "0x80048d19", &["Employees", "whole"]);
        world.post(&path, json!({ "Subject": "refused" })).await.refuses(409, "NameTaken", &["the house"]);
        let wrong = json!({ "Subject": "b", "Employes": 3 });
        world.post(&path, wrong).await.refuses(
            400,
            "0x80048d19",
            &["'Employes'", "Subject, Employees, Silent"],
        );
        let annotated = json!({ "@odata.context": "x", "Subject": "c", "Employees@odata.type": "#Int32" });
        world.post(&path, annotated).await.expect(200);
        let missing = "leads(tandem_b2bprospectid='none')/Rename";
        world.post(missing, json!({ "Subject": "b" })).await.refuses(404, "0x80060891", &[]);
    }
}

#[tokio::test]
async fn references_are_read_in_every_spelling() {
    for world in worlds().await {
        let account = world.account(json!({ "name": "Alder" })).await;
        for target in [
            json!({ "Target": { "accountid": account, "@odata.type": "Microsoft.Dynamics.CRM.account" } }),
            json!({ "Target": { "accountid": account, "@odata.type": "#Microsoft.Dynamics.CRM.account" } }),
            json!({ "Target": { "accountid": account } }),
            json!({ "Target": { "@odata.id": format!("accounts({account})") } }),
            json!({ "Target": { "@odata.id": format!("{ROOT}/accounts({account})") } }),
            json!({ "Target@odata.bind": format!("/accounts({account})") }),
        ] {
            let answer = world.post("Merge", target.clone()).await;
            let value = &answer.expect(200)["value"][0];
            assert_eq!(value["@odata.type"], "#Microsoft.Dynamics.CRM.account", "{target}");
            assert_eq!((&value["accountid"], &value["name"]), (&json!(account), &json!("Alder")));
        }
        for target in [
            json!({ "Target": "x" }),
            json!({ "Target": {} }),
            json!({ "Target": { "@odata.id": "nosuch(1)" } }),
            json!({ "Target": { "@odata.id": format!("accounts({account})"), "@odata.type": "mscrm.lead" } }),
        ] {
            world.post("Merge", target.clone()).await.refuses(400, "0x80040203", &["Target"]);
        }
        world.post("Merge", json!({})).await.refuses(400, "NoTarget", &[]);
    }
}

#[tokio::test]
async fn a_nested_row_is_read_like_a_body() {
    for world in worlds().await {
        let account = Reference::new("account", tables::uuid::Uuid::from_u128(1));
        let target = json!({ "accountid": account.id });
        let content = json!({
            "@odata.type": "Microsoft.Dynamics.CRM.lead", "subject": "s",
            "customerid_account@odata.bind": format!("/accounts({})", account.id),
        });
        let body = json!({ "Echo": true, "Target": target, "Content": content });
        let answer = world.post("Microsoft.Dynamics.CRM.Merge", body).await;
        assert_eq!(
            *answer.expect(200),
            json!({ "table": "account", "id": account.id, "columns": ["customerid", "subject"], "application": "demo-app" })
        );
        for (content, word) in [
            (json!({ "nosuch": 1 }), "nosuch"),
            (json!({ "@odata.type": "Microsoft.Dynamics.CRM.account" }), "CRM.account"),
        ] {
            let wrong = json!({ "Target": target, "Content": content });
            world.post("Merge", wrong).await.refuses(400, "0x80048d19", &[word]);
        }
    }
}

#[tokio::test]
async fn a_function_gets_its_arguments_from_the_address() {
    for world in worlds().await {
        let id = world.lead(json!({ "subject": "a" })).await;
        let lead = "{\"@odata.id\":\"leads(1)\"}".replace('"', "%22");
        for (path, target, parameters) in [
            ("Tell".to_owned(), json!(null), json!({})),
            ("Microsoft.Dynamics.CRM.Tell()".into(), json!(null), json!({})),
            (
                "Tell(a=1,b='x',c=true,d=null)".into(),
                json!(null),
                json!({ "a": 1, "b": "x", "c": true, "d": null }),
            ),
            (
                format!("leads({id})/Tell(Target=@p1)?@p1={lead}"),
                json!(id),
                json!({ "Target": { "@odata.id": "leads(1)" } }),
            ),
            (
                format!("leads({id})/Microsoft.Dynamics.CRM.Tell(l=@p1,g={id})?@p1=[1,2]"),
                json!(id),
                json!({ "l": [1, 2], "g": id }),
            ),
        ] {
            let answer = world.get(&path).await;
            assert_eq!(*answer.expect(200), json!({ "target": target, "parameters": parameters }), "{path}");
        }
        world.get("Tell(a=@p1)").await.refuses(400, "0x80040203", &["@p1"]);
        world.post("Tell", json!({})).await.expect(405);
        world.post(&format!("leads({id})/Tell"), json!({})).await.expect(405);
        let version = world.get("RetrieveVersion()").await;
        assert!(version.expect(200)["Version"].as_str().unwrap().starts_with("9.2."));
    }
}
