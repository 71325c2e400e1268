//! A house in which everything has happened once, to people and companies with names as long as may
//! be. They are written in letters that none of our languages uses: whatever a page says in others is
//! its own.

use serde_json::{Value, json};
use shell::testing::Browser;

use crate::client::Client;
use crate::doors::decide;
use crate::request::{Request, all_mails, disqualify, lose, qualify, qualify_anyway, win};
use crate::world::World;

const PASSWORD: &str = "κωδικός-κωδικός-41";
/// Password of everybody in the demo.
pub const DEMO_PASSWORD: &str = "tandem-demo";

/// A word of so many letters, without a place to break it.
pub fn word(length: usize, number: usize) -> String {
    let letters: Vec<char> = "Ωμεγαλητέρα".chars().collect();
    let number = number.to_string();
    (0..length - number.len()).map(|at| letters[at % letters.len()]).chain(number.chars()).collect()
}

/// An address as long as may be.
pub fn email(number: usize) -> String {
    format!("{}{number:02}@{}.test", "m".repeat(62), "d".repeat(30))
}

/// Addresses of what can be reached by a link of a mail only.
pub struct House {
    pub letters: Vec<String>,
    pub partner: Browser,
}

/// Sends a request that uses its limits up.
pub async fn submit(client: &Client, number: usize, language: &str) -> Request {
    submit_as(client, number, language, &email(number)).await
}

async fn submit_as(client: &Client, number: usize, language: &str, email: &str) -> Request {
    let company = word(100, number);
    let body = json!({
        "firstName": word(50, number), "lastName": word(50, number), "email": email,
        "phone": "+48 22 555 01 01 ext. 123456", "jobTitle": word(100, number), "companyName": company,
        "website": format!("https://{}.test/{}", "w".repeat(60), "p".repeat(100)),
        "numberOfEmployees": 999_999,
        "address": {
            "street": word(250, number), "city": word(80, number), "state": word(50, number),
            "postalCode": "SW1A 1AA", "country": "GB"
        },
        "comments": word(2000, number), "language": language, "acceptTerms": true
    });
    let answer = client.post("/api/v1/onboarding-requests", body).await.expect(202).json();
    let url = answer["statusUrl"].as_str().unwrap();
    Request {
        reference: answer["reference"].as_str().unwrap().to_owned(),
        status_path: url[url.find("/requests/").unwrap()..].to_owned(),
        company,
        email: email.to_owned(),
    }
}

/// Lets everything happen.
pub async fn fill(world: &World) -> House {
    let client = &world.client;
    let seller = client.acting_as("seller@tandem.test").await;
    let mut requests = Vec::new();
    for (number, language) in
        ["en-US", "pt-BR", "es-ES", "pl-PL", "it-IT", "ru-RU", "de", "pl-PL"].iter().enumerate()
    {
        requests.push(submit(client, number, language).await);
    }
    world.settle().await;
    let [won, lost, gone, approved, rejected, both, qualified, _new] = &requests[..] else { panic!("eight") };
    for (request, is_won) in [(won, true), (lost, false)] {
        let (opportunity, ..) = qualify(&seller, &request.lead(client).await).await;
        world.settle().await;
        if is_won { win(&seller, &opportunity).await } else { lose(&seller, &opportunity).await }
    }
    qualify(&seller, &qualified.lead(client).await).await;
    disqualify(&seller, &gone.lead(client).await).await;
    decide(client, approved, "Approve", json!({})).await;
    decide(client, rejected, "Reject", json!({ "Reason": "CreditRisk", "Comment": word(500, 1) })).await;
    world.settle().await;
    // Both sides decide at once: headquarters' verdict stands.
    let (opportunity, ..) = qualify(&seller, &both.lead(client).await).await;
    world.settle().await;
    decide(client, both, "Approve", json!({})).await;
    lose(&seller, &opportunity).await;
    world.settle().await;
    // Somebody who is a partner already: the decision is refused and waits.
    let again = submit_as(client, 20, "it-IT", &won.email).await;
    world.settle().await;
    let (opportunity, ..) = qualify_anyway(&seller, &again.lead(client).await).await;
    world.settle().await;
    win(&seller, &opportunity).await;
    world.settle().await;
    assert!(!world.engine().errors(None).await.unwrap().parked.is_empty(), "a decision waits");
    work_in_sales(&seller, &qualified.lead(client).await).await;
    let partner = partner(world, won).await;
    world.settle().await;
    let waiting = submit(client, 30, "ru-RU").await;
    let mut letters: Vec<String> =
        [won, rejected, &again, &waiting].map(|one| one.status_path.clone()).into();
    letters.push(format!("{}/confirmation", waiting.status_path));
    letters.extend(links(client, &approved.email, "/set-password/").await);
    House { letters, partner }
}

async fn work_in_sales(seller: &Client, lead: &Value) {
    let lead = lead["leadid"].as_str().unwrap();
    let bind = format!("/leads({lead})");
    let post = async |set: &str, body: Value| {
        seller.post(&format!("/api/data/v9.2/{set}"), body).await.expect(204);
    };
    post(
        "annotations",
        json!({ "subject": word(500, 1), "notetext": word(3000, 1), "objectid_lead@odata.bind": bind }),
    )
    .await;
    for set in ["tasks", "phonecalls"] {
        post(
            set,
            json!({ "subject": word(200, 1), "description": word(2000, 1),
            "scheduledend": "2026-11-22T10:00:00Z", "regardingobjectid_lead@odata.bind": bind }),
        )
        .await;
    }
    post("competitors", json!({ "name": word(100, 1) })).await;
    post("leads", json!({ "subject": word(300, 1), "lastname": word(50, 1), "companyname": word(100, 1) }))
        .await;
}

/// The administrator of an organization, who added and removed people.
async fn partner(world: &World, request: &Request) -> Browser {
    let browser = set_password(world, &request.email).await;
    for (number, role) in [(50, "User"), (51, "Admin"), (52, "User"), (53, "User")] {
        add_colleague(&browser, number, role).await;
        // The last one is still to be let in.
        if number < 53 {
            world.settle().await;
        }
    }
    let list = browser.get("/my-account/organization-users").await.text;
    let links = crate::html::read(&list).unwrap().links;
    let remove = links.into_iter().find(|link| link.ends_with("/remove")).unwrap();
    assert_eq!(browser.post(&remove, &[]).await.status.as_u16(), 303);
    browser
}

/// Sets the password by the link of a mail, and signs in.
pub async fn set_password(world: &World, email: &str) -> Browser {
    let link = links(&world.client, email, "/set-password/").await.remove(0);
    let set = world.browser().post(&link, &[("password", PASSWORD)]).await;
    assert_eq!(set.status.as_u16(), 303, "{}", set.text);
    world.signed_in("/sign-in", email, PASSWORD).await
}

/// Adds somebody to the organization of whoever this browser is.
pub async fn add_colleague(browser: &Browser, number: usize, role: &str) {
    let (name, address) = (word(50, number), email(number));
    let fields = [
        ("firstName", name.as_str()),
        ("lastName", &name),
        ("email", &address),
        ("role", role),
        ("spendingLimit", "999999999"),
    ];
    let added = browser.post("/my-account/organization-users/add", &fields).await;
    assert_eq!(added.status.as_u16(), 303, "{}", added.text);
}

/// The addresses that begin like this in somebody's mails.
pub async fn links(client: &Client, to: &str, path: &str) -> Vec<String> {
    let texts = all_mails(client, to).await.into_iter().map(|mail| mail["text"].as_str().unwrap().to_owned());
    let find = |text: String| {
        let at = text.find(path)?;
        Some(text[at..].split_whitespace().next()?.to_owned())
    };
    texts.filter_map(find).collect()
}
