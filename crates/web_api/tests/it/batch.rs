//! `$batch` as Microsoft's SDK and dynamics-web-api write it, and as they read the answer.

use serde_json::{Value as Json, json};
use tables::uuid::Uuid;

use crate::world::{ROOT, World, worlds};

/// One answer inside a batch, read with the clients' own rules.
#[derive(Debug)]
struct Inner {
    status: u16,
    content_id: Option<String>,
    entity_id: Option<String>,
    json: Json,
}

/// Splits at the first line, as dynamics-web-api does, and looks into change sets.
fn read(text: &str) -> Vec<Inner> {
    let (delimiter, _) = text.split_once("\r\n").unwrap();
    assert!(delimiter.starts_with("--"), "{text}");
    let mut parts: Vec<&str> = text.split(delimiter).collect();
    assert_eq!((parts.remove(0), parts.pop().unwrap()), ("", "--\r\n"), "{text}");
    parts.into_iter().flat_map(inner).collect()
}

fn inner(part: &str) -> Vec<Inner> {
    if let Some(at) = part.find("--changesetresponse_") {
        let nested = part.get(at..).unwrap().strip_suffix("\r\n").unwrap();
        return read(nested);
    }
    assert!(part.contains("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n"));
    let line = part.lines().find(|line| line.starts_with("HTTP/1.1 ")).unwrap();
    assert!(line[13..].chars().all(|one| one.is_ascii_alphabetic() || one == ' '), "{line}");
    let header = |name: &str| {
        let line = part.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))?;
        Some(line.to_owned())
    };
    let json = part.find('{').and_then(|start| part.get(start..=part.rfind('}')?));
    vec![Inner {
        status: line[9..12].parse().unwrap(),
        content_id: header("Content-ID"),
        entity_id: header("OData-EntityId"),
        json: json.map_or(Json::Null, |json| serde_json::from_str(json).unwrap()),
    }]
}

fn post(content_id: u32, set: &str, body: &Json) -> String {
    format!(
        "--changeset_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\
         Content-ID: {content_id}\r\n\r\nPOST {ROOT}/{set} HTTP/1.1\r\n\
         Content-Type: application/json; type=entry\r\n\r\n{body}\r\n"
    )
}

fn change_set(parts: &[String]) -> String {
    format!(
        "--batch_1\r\nContent-Type: multipart/mixed; boundary=\"changeset_1\"\r\n\r\n{}--changeset_1--\r\n",
        parts.concat()
    )
}

fn get(path: &str) -> String {
    format!(
        "--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n\
         GET {path} HTTP/1.1\r\nAccept: application/json\r\n\r\n"
    )
}

async fn send(world: &World, prefer: &str, parts: &[String]) -> (u16, Vec<Inner>) {
    let body = format!("\r\n{}--batch_1--\r\n", parts.concat());
    let headers: &[(&str, &str)] = if prefer.is_empty() { &[] } else { &[("prefer", prefer)] };
    let answer = world.batch("multipart/mixed; boundary=batch_1", headers, &body).await;
    let boundary = answer.header("content-type").strip_prefix("multipart/mixed; boundary=").unwrap();
    assert!(boundary.starts_with("batchresponse_") && answer.text.starts_with(&format!("--{boundary}\r\n")));
    (answer.status, read(&answer.text))
}

async fn subjects(world: &World) -> Vec<String> {
    let answer = world.get("leads?$orderby=subject").await;
    answer.expect(200);
    answer.column("subject").into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_change_set_writes_all_and_later_parts_name_earlier_ones() {
    for world in worlds().await {
        let bound = json!({ "subject": "a", "customerid_account@odata.bind": "$1" });
        let renamed =
            "--changeset_1\nContent-ID: 3\n\nPATCH $2 HTTP/1.1\nIf-Match: *\n\n{\"subject\":\"b\"}\n";
        let gone = "--changeset_1\nContent-ID: 4\n\nDELETE /$2 HTTP/1.1\nIf-Match: *\n\n";
        let account = json!({ "name": "Alder" });
        let mut parts = vec![post(1, "accounts", &account), post(2, "leads", &bound), renamed.to_owned()];
        let (status, answers) =
            send(&world, "", &[change_set(&parts), get(&format!("{ROOT}/leads?$select=subject"))]).await;
        assert_eq!(status, 200, "{answers:?}");
        let told: Vec<(u16, Option<&str>)> =
            answers.iter().map(|answer| (answer.status, answer.content_id.as_deref())).collect();
        assert_eq!(told, [(204, Some("1")), (204, Some("2")), (204, Some("3")), (200, None)]);
        let lead = answers[1].entity_id.as_deref().unwrap();
        assert!(lead.starts_with(&format!("{ROOT}/leads(")), "{lead}");
        assert_eq!(answers[2].entity_id.as_deref(), Some(lead));
        assert_eq!(answers[3].json["value"][0]["subject"], "b");
        let row = world.get(lead.strip_prefix(&format!("{ROOT}/")).unwrap()).await.json;
        let account = answers[0].entity_id.as_deref().unwrap();
        assert!(account.contains(row["_customerid_value"].as_str().unwrap()), "{account}");

        parts.push(gone.to_owned());
        let (status, answers) = send(&world, "", &[change_set(&parts)]).await;
        assert_eq!((status, answers[3].status), (200, 204));
        assert_eq!(subjects(&world).await, ["b"]);
    }
}

#[tokio::test]
async fn a_change_set_writes_all_or_nothing() {
    for world in worlds().await {
        let (good, bad) = (json!({ "subject": "good" }), json!({ "subject": "x".repeat(31) }));
        let late = json!({ "subject": "late", "customerid_account@odata.bind": "$9" });
        let missing =
            format!("--changeset_1\n\nPATCH leads({}) HTTP/1.1\nIf-Match: *\n\n{{}}\n", Uuid::from_u128(1));
        for (second, status, code) in [
            (post(2, "leads", &bad), 400, "0x80044331"),
            (post(2, "leads", &late), 400, "0x80040203"),
            (missing, 404, "0x80040217"),
            ("--changeset_1\n\nGET leads HTTP/1.1\n\n".into(), 400, "0x80040203"),
            ("--changeset_1\n\nPOST Merge HTTP/1.1\n\n{}\n".into(), 501, "NotImplemented"),
        ] {
            let parts = [change_set(&[post(1, "leads", &good), second]), get("leads")];
            let (outer, answers) = send(&world, "", &parts).await;
            assert_eq!((outer, answers.len()), (400, 1), "{answers:?}");
            assert_eq!((answers[0].status, answers[0].json["error"]["code"].as_str()), (status, Some(code)));
            let (outer, answers) = send(&world, "odata.continue-on-error", &parts).await;
            assert_eq!((outer, answers[0].status, answers[1].status), (200, status, 200));
            assert_eq!(subjects(&world).await, [""; 0]);
        }
    }
}

#[tokio::test]
async fn single_parts_stand_alone() {
    for world in worlds().await {
        let make = |subject: &str| {
            format!("--batch_1\n\nPOST /api/data/v9.2/leads\n\n{}\n", json!({ "subject": subject }))
        };
        let parts = [make("a"), get("leads(12)"), make("b")];
        let (status, answers) = send(&world, "", &parts).await;
        assert_eq!((status, answers.len(), answers[0].status), (400, 1, 400));
        assert_eq!(subjects(&world).await, ["a"]);
        let (status, answers) = send(&world, "odata.continue-on-error", &parts).await;
        let told: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        assert_eq!((status, told), (200, vec![204, 400, 204]));
        assert_eq!(subjects(&world).await, ["a", "a", "b"]);
        // An action alone in a change set is as atomic as the set has to be.
        let id = world.lead(json!({ "subject": "c" })).await;
        let action = format!("--changeset_1\n\nPOST leads({id})/Rename HTTP/1.1\n\n{{\"Subject\":\"d\"}}\n");
        let (status, answers) = send(&world, "", &[change_set(&[action])]).await;
        assert_eq!((status, &answers[0].json["subject"]), (200, &json!("d")));
    }
}

#[tokio::test]
async fn a_part_may_act_for_another_user_and_carry_a_long_query() {
    for world in worlds().await {
        world.lead(json!({ "subject": "hidden" })).await;
        let seller = world.users.seller;
        let filter = vec!["contains(subject,'http://d')"; 99].join(" or ");
        let as_seller = format!(
            "--batch_1\n\nGET {ROOT}/leads?$filter={filter} or subject ne 'x' HTTP/1.1\nMSCRMCallerID: {seller}\n\n"
        );
        let (status, answers) = send(&world, "", &[as_seller, get("leads")]).await;
        assert_eq!((status, &answers[0].json["value"]), (200, &json!([])), "{answers:?}");
        assert_eq!(answers[1].json["value"][0]["subject"], "hidden");
    }
}

#[tokio::test]
async fn what_is_no_batch_is_refused() {
    for world in worlds().await {
        let form = "multipart/mixed; boundary=b";
        world.batch("application/json", &[], "{}").await.refuses(415, "0x80048d19", &["multipart"]);
        world.batch(form, &[], "--b\n\nGET leads HTTP/1.1\n").await.refuses(400, "0x80048d19", &["--b--"]);
        world.batch(form, &[], "--b\nX: 1\n\nnonsense\n--b--").await.refuses(
            400,
            "0x80048d19",
            &["nonsense"],
        );
        let many = format!("{}--b--", "--b\n\nGET leads HTTP/1.1\n".repeat(1_001));
        world.batch(form, &[], &many).await.refuses(400, "0x80040203", &["1000"]);
        let nested = world.batch(form, &[], "--b\n\nPOST $batch HTTP/1.1\n\n{}\n--b--").await;
        assert_eq!(read(&nested.text)[0].status, 400);
        let elsewhere = world.batch(form, &[], "--b\n\nGET http://other/leads HTTP/1.1\n--b--").await;
        assert!(read(&elsewhere.text)[0].json["error"]["message"].as_str().unwrap().contains("other"));
        world.get("$batch").await.expect(405);
    }
}
