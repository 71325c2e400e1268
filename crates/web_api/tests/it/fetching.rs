//! `?fetchXml=`, as clients of FetchXML ask and page.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::json;

use crate::world::{Answer, World, worlds};

const COOKIE: &str = "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie";
const MORE: &str = "@Microsoft.Dynamics.CRM.morerecords";

impl World {
    async fn fetch(&self, xml: &str) -> Answer {
        let text = utf8_percent_encode(xml, NON_ALPHANUMERIC);
        self.get(&format!("leads?fetchXml={text}")).await
    }

    /// The subjects that a filter finds.
    async fn found(&self, filter: &str) -> Vec<String> {
        let order = "<order attribute='subject'/>";
        let answer =
            self.fetch(&format!("<fetch><entity name='lead'>{order}{filter}</entity></fetch>")).await;
        answer.expect(200);
        answer.column("subject").into_iter().map(str::to_owned).collect()
    }
}

async fn leads(world: &World) -> String {
    let alder = world.account(json!({ "name": "Alder & Finch", "accountnumber": "A-1" })).await;
    let of_alder = format!("/accounts({alder})");
    for (subject, quality, revenue, close, account) in [
        ("Armchairs", 1, json!(100), json!("2026-11-20"), Some(&of_alder)),
        ("Benches", 2, json!(200.5), json!("2026-11-13"), None),
        ("Chairs 100%", 3, json!(null), json!("2026-12-01"), Some(&of_alder)),
    ] {
        let mut lead = json!({
            "subject": subject, "leadqualitycode": quality, "revenue": revenue,
            "estimatedclosedate": close, "description": format!("{subject} for the hall"),
        });
        if let Some(account) = account {
            lead["parentaccountid@odata.bind"] = json!(account);
            lead["customerid_account@odata.bind"] = json!(account);
        }
        world.lead(lead).await;
    }
    alder
}

#[tokio::test]
async fn conditions_find_what_they_say() {
    for world in worlds().await {
        let alder = leads(&world).await;
        let user = world.users.administrator;
        let (a, b, c) = ("Armchairs", "Benches", "Chairs 100%");
        for (attribute, condition, expect) in [
            ("subject", "operator='eq' value='BENCHES'".to_owned(), vec![b]),
            ("subject", "operator='ne' value='Benches'".into(), vec![a, c]),
            ("subject", "operator='like' value='%chairs%'".into(), vec![a, c]),
            ("subject", "operator='like' value='b%'".into(), vec![b]),
            ("subject", "operator='not-like' value='%s'".into(), vec![c]),
            ("subject", "operator='ends-with' value='100%'".into(), vec![c]),
            ("subject", "operator='begins-with' value='arm'".into(), vec![a]),
            ("revenue", "operator='gt' value='100'".into(), vec![b]),
            ("revenue", "operator='le' value='200.5'".into(), vec![a, b]),
            ("revenue", "operator='null'".into(), vec![c]),
            ("revenue", "operator='not-null'".into(), vec![a, b]),
            ("leadqualitycode", "operator='in'><value>1</value><value>3</value".into(), vec![a, c]),
            ("leadqualitycode", "operator='not-in'><value>1</value><value>3</value".into(), vec![b]),
            ("leadqualitycode", "operator='between'><value>2</value><value>3</value".into(), vec![b, c]),
            ("parentaccountid", format!("operator='eq' value='{{{alder}}}'"), vec![a, c]),
            ("ownerid", "operator='eq-userid'".into(), vec![a, b, c]),
            ("ownerid", "operator='ne-userid'".into(), vec![]),
            ("ownerid", "operator='eq-userteams'".into(), vec![]),
            ("ownerid", "operator='eq-useroruserteams'".into(), vec![a, b, c]),
            ("createdby", format!("operator='eq' value='{user}'"), vec![a, b, c]),
            ("donotemail", "operator='eq' value='0'".into(), vec![a, b, c]),
            ("createdon", "operator='today'".into(), vec![a, b, c]),
            ("createdon", "operator='ge' value='2026-11-20'".into(), vec![a, b, c]),
            ("createdon", "operator='ge' value='2026-11-20 09:30:00'".into(), vec![a, b, c]),
            ("createdon", "operator='lt' value='2026-11-20T09:30'".into(), vec![]),
            ("createdon", "operator='gt' value='2026-11-20T10:00:00+01:00'".into(), vec![a, b, c]),
            ("createdon", "operator='last-x-hours' value='1'".into(), vec![a, b, c]),
            ("createdon", "operator='olderthan-x-days' value='1'".into(), vec![]),
            ("createdon", "operator='on-or-after' value='2026-11-21'".into(), vec![]),
            ("estimatedclosedate", "operator='on' value='2026-11-20'".into(), vec![a]),
            ("estimatedclosedate", "operator='on-or-before' value='2026-11-20'".into(), vec![a, b]),
            ("estimatedclosedate", "operator='last-x-days' value='7'".into(), vec![a, b]),
            ("estimatedclosedate", "operator='last-x-days' value='6'".into(), vec![a]),
            ("estimatedclosedate", "operator='this-month'".into(), vec![a, b]),
            ("estimatedclosedate", "operator='next-month'".into(), vec![c]),
            ("estimatedclosedate", "operator='next-seven-days'".into(), vec![a]),
        ] {
            let xml = match condition.contains("<value>") {
                true => format!("<condition attribute='{attribute}' {condition}></condition>"),
                false => format!("<condition attribute='{attribute}' {condition}/>"),
            };
            assert_eq!(world.found(&format!("<filter>{xml}</filter>")).await, expect, "{xml}");
        }
        let either = "<filter type='or'><condition attribute='revenue' operator='null'/><filter>\
                      <condition attribute='subject' operator='eq' value='Benches'/></filter></filter>";
        assert_eq!(world.found(either).await, [b, c]);
        assert_eq!(world.found("<filter type='or'/>").await, [a, b, c]);
    }
}

#[tokio::test]
async fn links_follow_lookups_and_bring_their_columns() {
    for world in worlds().await {
        let alder = leads(&world).await;
        let xml =
            "<fetch><entity name='lead'><attribute name='subject'/><attribute name='revenue' alias='amount'/>
            <order attribute='subject'/>
            <link-entity name='account' from='accountid' to='parentaccountid' alias='a'>
              <attribute name='name'/><attribute name='accountnumber' alias='number'/>
              <filter><condition attribute='name' operator='like' value='alder%'/></filter>
              <link-entity name='systemuser' from='systemuserid' to='ownerid' link-type='outer' alias='o'>
                <attribute name='applicationid'/></link-entity>
            </link-entity></entity></fetch>";
        let answer = world.fetch(xml).await;
        let rows = answer.expect(200)["value"].as_array().unwrap().clone();
        assert_eq!(rows.len(), 2, "{}", answer.json);
        let row = rows[0].as_object().unwrap();
        assert_eq!(row["a_x002e_name"], "Alder & Finch");
        assert_eq!((&row["number"], &row["amount"]), (&json!("A-1"), &json!(100)));
        assert_eq!(row["o_x002e_applicationid"], "demo-app");
        let names: Vec<&str> = row.keys().map(String::as_str).filter(|name| !name.starts_with('@')).collect();
        let expect = ["a_x002e_name", "amount", "leadid", "number", "o_x002e_applicationid", "subject"];
        assert_eq!(names.len(), expect.len(), "{names:?}");
        assert!(expect.iter().all(|name| row.contains_key(*name)), "{names:?}");
        // Outer: rows without a partner stay, and can be told by its absence.
        let outer =
            "<link-entity name='account' from='accountid' to='customerid' link-type='outer' alias='c'>
            <attribute name='name'/></link-entity>";
        assert_eq!(world.found(outer).await.len(), 3);
        let without = format!(
            "{outer}<filter><condition entityname='c' attribute='accountid' operator='null'/></filter>"
        );
        assert_eq!(world.found(&without).await, ["Benches"]);
        let by_partner = "<link-entity name='account' from='accountid' to='parentaccountid'/>
            <filter><condition entityname='account' attribute='accountid' operator='eq' value='ID'/></filter>"
            .replace("ID", &alder);
        assert_eq!(world.found(&by_partner).await.len(), 2);
        for (xml, words) in [
            ("<link-entity name='team' from='name' to='createdon'/>", "link two of the same type"),
            ("<link-entity name='roleprivilege' from='x' to='ownerid'/>", "no table roleprivilege"),
            ("<link-entity name='account' from='accountid' to='nothing'/>", "no column nothing"),
            ("<link-entity name='account' from='credential' to='leadid'/>", "no column credential"),
            (
                "<link-entity name='account' from='accountid' to='customerid' link-type='exists'>
                 <attribute name='name'/></link-entity>",
                "only has to exist",
            ),
            ("<filter><condition entityname='z' attribute='name' operator='null'/></filter>", "called z"),
        ] {
            let xml = format!("<fetch><entity name='lead'>{xml}</entity></fetch>");
            world.fetch(&xml).await.refuses(400, "0x80041103", &[words]);
        }
    }
}

#[tokio::test]
async fn links_from_one_row_to_many_repeat_it_or_only_ask() {
    for world in worlds().await {
        let alder = leads(&world).await;
        let empty = world.account(json!({ "name": "Empty" })).await;
        let accounts = async |attributes: &str, kind: &str, inner: &str| {
            let xml = format!(
                "<fetch {attributes}><entity name='account'><attribute name='accountid'/><order attribute='name'/>
                 <link-entity name='lead' from='parentaccountid' to='accountid' link-type='{kind}' alias='l'>{inner}
                 </link-entity></entity></fetch>"
            );
            let text = utf8_percent_encode(&xml, NON_ALPHANUMERIC);
            world.get(&format!("accounts?fetchXml={text}")).await
        };
        let subject = "<attribute name='subject'/><order attribute='subject' descending='true'/>";
        let both = accounts("", "inner", subject).await;
        both.expect(200);
        assert_eq!(both.column("l_x002e_subject"), ["Chairs 100%", "Armchairs"]);
        assert_eq!(both.column("accountid"), [&alder, &alder]);
        let chairs = "<filter><condition attribute='subject' operator='like' value='chairs%'/></filter>";
        let outer = accounts("", "outer", &format!("{subject}{chairs}")).await;
        outer.expect(200);
        assert_eq!(outer.column("accountid"), [&alder, &empty]);
        assert_eq!(outer.json["value"][0]["l_x002e_subject"], "Chairs 100%");
        assert!(outer.json["value"][1].get("l_x002e_subject").is_none());
        assert_eq!(accounts("", "exists", "").await.column("accountid"), [&alder]);
        assert_eq!(accounts("distinct='true'", "inner", "").await.column("accountid"), [&alder]);
        assert_eq!(accounts("", "inner", "").await.column("accountid").len(), 2);
        accounts("distinct='true'", "inner", subject).await.refuses(400, "0x80041103", &["distinct", "l."]);
        // Pages neither lose nor repeat what comes several times.
        let second = accounts("count='1' page='2'", "inner", subject).await;
        assert_eq!(
            (second.column("l_x002e_subject"), &second.json[MORE]),
            (vec!["Armchairs"], &json!(false))
        );
    }
}

#[tokio::test]
async fn pages_go_by_cookie_as_clients_read_it() {
    for world in worlds().await {
        leads(&world).await;
        let inner =
            "<entity name='lead'><attribute name='subject'/><order attribute='subject' descending='true'/>
            </entity></fetch>";
        let first = world.fetch(&format!("<fetch count='2' returntotalrecordcount='true'>{inner}")).await;
        assert_eq!(first.expect(200)[MORE], true);
        assert_eq!(first.json["@Microsoft.Dynamics.CRM.totalrecordcount"], 3);
        assert_eq!(first.column("subject"), ["Chairs 100%", "Benches"]);
        // The annotation is decoded twice and its cookie is put into the next request.
        let annotation = first.json[COOKIE].as_str().unwrap();
        assert!(annotation.starts_with("<cookie pagenumber=\"2\" pagingcookie=\""), "{annotation}");
        let decode = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
        let decoded = decode(&decode(annotation));
        let (_, cookie) = decoded.split_once("pagingcookie=\"").unwrap();
        let (cookie, _) = cookie.split_once("\" istracking").unwrap();
        assert!(cookie.starts_with("<cookie page=\"1\"") && cookie.ends_with("</cookie>"), "{cookie}");
        let escaped = cookie.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let second =
            world.fetch(&format!("<fetch count='2' page='2' paging-cookie='{escaped}'>{inner}")).await;
        assert_eq!(second.expect(200)[MORE], false);
        assert_eq!(second.column("subject"), ["Armchairs"]);
        assert!(second.json.get(COOKIE).is_none());
        // Without the cookie, the page is found all the same.
        let second = world.fetch(&format!("<fetch count='2' page='2'>{inner}")).await;
        assert_eq!(second.column("subject"), ["Armchairs"]);
        let beyond = world.fetch(&format!("<fetch count='2' page='9'>{inner}")).await;
        assert_eq!((beyond.column("subject").len(), &beyond.json[MORE]), (0, &json!(false)));
        world.fetch(&format!("<fetch count='5000' page='99'>{inner}")).await.expect(400);
        let top = world.fetch(&format!("<fetch top='1'>{inner}")).await;
        assert_eq!((top.column("subject"), &top.json[MORE]), (vec!["Chairs 100%"], &json!(false)));
        assert!(world.fetch(&format!("<fetch top='0'>{inner}")).await.column("subject").is_empty());
    }
}

#[tokio::test]
async fn what_cannot_be_run_is_refused_with_its_place() {
    for world in worlds().await {
        let refused = async |inner: &str, words: &[&str]| {
            let answer = world.fetch(&format!("<fetch><entity name='lead'>{inner}</entity></fetch>")).await;
            answer.expect(400);
            let message = answer.json["error"]["message"].as_str().unwrap().to_owned();
            assert!(words.iter().all(|word| message.contains(word)), "{words:?}: {message}");
        };
        let condition = |inner: &str| format!("<filter><condition {inner}/></filter>");
        refused("<attribute name='nosuch'/>", &["byte 27", "no column nosuch"]).await;
        refused("<attribute name='credential'/>", &["no column credential"]).await;
        refused(&condition("attribute='credential' operator='null'"), &["no column credential"]).await;
        refused(&condition("attribute='revenue' operator='eq' value='a lot'"), &["byte 35", "revenue"]).await;
        refused(&condition("attribute='leadqualitycode' operator='eq' value='9'"), &["1 Hot"]).await;
        refused(&condition("attribute='subject' operator='like' value='a%b'"), &["start and the end"]).await;
        refused(&condition("attribute='subject' operator='today'"), &["not a date"]).await;
        refused(&condition("attribute='subject' operator='eq-userid'"), &["no lookup"]).await;
        refused(&condition("attribute='ownerid' operator='gt' value='1'"), &["eq and ne"]).await;
        refused(&condition("attribute='description' operator='eq' value='a'"), &["description"]).await;
        refused(&condition("attribute='createdon' operator='last-x-days' value='x'"), &["number"]).await;
        refused(&condition("attribute='subject' operator='above' value='1'"), &["operator"]).await;
        world.fetch("<fetch><entity name='account'/></fetch>").await.refuses(400, "0x80041103", &["account"]);
        world.fetch("<fetch").await.refuses(400, "0x80040203", &["fetchXml", "byte"]);
        let distinct =
            "<fetch distinct='true'><entity name='lead'><attribute name='subject'/></entity></fetch>";
        world.fetch(distinct).await.refuses(400, "0x80041103", &["leadid"]);
        let both = "leads?fetchXml=%3Cfetch%3E&$filter=subject%20eq%20'a'";
        world.get(both).await.refuses(400, "0x80040203", &["cannot be combined"]);
    }
}

#[tokio::test]
async fn a_caller_finds_no_more_than_it_may_read() {
    for world in worlds().await {
        leads(&world).await;
        let token = format!("Bearer {}", world.token_of("seller-app").await);
        let xml = "<fetch><entity name='lead'><all-attributes/></entity></fetch>";
        let path = format!("/api/data/v9.2/leads?fetchXml={}", utf8_percent_encode(xml, NON_ALPHANUMERIC));
        let answer = world.call("GET", &path, &[("authorization", &token)], None).await;
        assert_eq!(answer.expect(200)["value"], json!([]));
    }
}
