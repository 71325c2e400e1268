//! Browsers of people at the store, and the people whom headquarters made known to it.

use axum::body::Body;
use axum::http::{Method, Request, header};
use channel::customers::{
    Customer, Invitation, MemberRole, Membership, PartyType, PasswordToken, Publication, invite, publish,
};
use tables::uuid::Uuid;
use tables::{Context, Money};

use crate::shop::{Answer, Shop};

pub const PASSWORD: &str = "correct horse battery";

/// A browser: keeps cookies, says where it comes from.
pub struct Browser {
    pub shop: Shop,
    pub cookies: Vec<(String, String)>,
    pub language: &'static str,
}

impl Browser {
    pub fn new(shop: &Shop) -> Self {
        Self { shop: shop.clone(), cookies: Vec::new(), language: "en-US" }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new(), "same-origin").await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from(path, fields, "same-origin").await
    }

    /// A form that a page of this `site` sends.
    pub async fn post_from(&mut self, path: &str, fields: &[(&str, &str)], site: &str) -> Answer {
        let pairs: Vec<(&str, &str)> = fields.to_vec();
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        self.send(Method::POST, path, body, site).await
    }

    async fn send(&mut self, method: Method, path: &str, body: String, site: &str) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "shop.example")
            .header("sec-fetch-site", site)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let answer = self.shop.send(request).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !cookie.contains("Max-Age=0") {
                self.cookies.push((name.into(), value.into()));
            }
        }
        answer
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.post("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Whether one's own pages open.
    pub async fn is_in(&mut self) -> bool {
        self.get("/my-account").await.status == 200
    }
}

impl Answer {
    pub fn location(&self) -> &str {
        self.header("location")
    }
}

/// An organization as headquarters tells of it.
pub fn organization(number: u128) -> Publication {
    let customer = Customer {
        customerid: Uuid::from_u128(number),
        company: "usmf".into(),
        account: format!("C-{number}"),
        party_type: PartyType::Organization,
        name: format!("Partner {number}"),
        first_name: None,
        last_name: None,
        email: None,
        phone: None,
        language: None,
        currency: Some("USD".into()),
        credit_limit: Some(Money::whole(25_000)),
        balance: Some(Money::whole(5_000)),
        invoice_account: None,
        on_hold: "No".into(),
        as_of: 1,
    };
    Publication { customer, memberships: Vec::new() }
}

/// A person of the organization.
pub fn person(organization: u128, number: u128, email: &str, role: MemberRole) -> Publication {
    let customer = Customer {
        customerid: Uuid::from_u128(number),
        account: format!("P-{number}"),
        party_type: PartyType::Person,
        name: format!("Ola <b>{number}</b>"),
        first_name: Some("Ola".into()),
        last_name: Some(format!("<b>{number}</b>")),
        email: Some(email.into()),
        credit_limit: None,
        balance: None,
        invoice_account: Some(format!("C-{organization}")),
        ..self::organization(organization).customer
    };
    let membership = membership(organization, number, role);
    Publication { customer, memberships: vec![membership] }
}

pub fn membership(organization: u128, person: u128, role: MemberRole) -> Membership {
    Membership {
        membershipid: Uuid::from_u128(organization * 1_000 + person),
        customerid: Uuid::from_u128(person),
        company: "usmf".into(),
        hierarchy: format!("CH-{organization}"),
        hierarchy_name: format!("Partner {organization}"),
        organization_account: format!("C-{organization}"),
        role,
        spending_limit: None,
    }
}

impl Shop {
    pub async fn publish(&self, publication: Publication) {
        self.store.write(Context::system(), publication, |tx, it| Box::pin(publish(tx, it))).await.unwrap();
    }

    /// A link to set the password of this person.
    pub async fn invite(&self, person: u128) -> PasswordToken {
        let id = Uuid::from_u128(person);
        let invited = self.store.write(Context::system(), id, |tx, id| Box::pin(invite(tx, id))).await;
        let Invitation::SetPassword(token) = invited.unwrap() else { unreachable!("a password is set") };
        token
    }

    /// Two organizations: of the first Ola is the administrator (1) and Jan a user (2), of the
    /// second Eva is the administrator (3). All have the same password and are signed in.
    pub async fn with_people(&self) -> [Browser; 3] {
        self.publish(organization(100)).await;
        self.publish(organization(200)).await;
        self.publish(person(100, 1, "ola@example.com", MemberRole::Admin)).await;
        self.publish(person(100, 2, "jan@example.com", MemberRole::User)).await;
        self.publish(person(200, 3, "eva@example.com", MemberRole::Admin)).await;
        let mut browsers = [Browser::new(self), Browser::new(self), Browser::new(self)];
        for (browser, (number, email)) in
            browsers.iter_mut().zip([(1, "ola@example.com"), (2, "jan@example.com"), (3, "eva@example.com")])
        {
            let path = format!("/set-password/{}", self.invite(number).await.text());
            let set = browser.post(&path, &[("password", PASSWORD)]).await;
            assert_eq!((set.status.as_u16(), set.location()), (303, "/sign-in"), "{}", set.page);
            let signed_in = browser.sign_in(email, PASSWORD).await;
            assert_eq!((signed_in.status.as_u16(), signed_in.location()), (303, "/my-account"));
        }
        browsers
    }
}
