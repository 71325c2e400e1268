//! Organization users: who may manage them, and what becomes of those who are removed.

use channel::customers::MemberRole;

use crate::people::{Browser, PASSWORD, membership, person};
use crate::shop::each_shop;

const USERS: &str = "/my-account/organization-users";

#[tokio::test]
async fn an_administrator_adds_a_colleague_who_waits_for_headquarters() {
    for shop in each_shop(100).await {
        let [mut ola, ..] = shop.with_people().await;
        let add = format!("{USERS}/add");
        let wrong = [("firstName", ""), ("lastName", "Li"), ("email", "nobody"), ("spendingLimit", "-1")];
        let answer = ola.post(&add, &wrong).await;
        assert_eq!(answer.status, 422);
        for field in ["firstName", "email", "spendingLimit"] {
            assert!(answer.page.contains(&format!("id=\"{field}-error\"")), "{field}");
        }
        let new = [
            ("firstName", "Li"),
            ("lastName", "<i>Wei</i>"),
            ("email", "li@example.com"),
            ("role", "User"),
            ("spendingLimit", "1,500.50"),
        ];
        assert_eq!(ola.post(&add, &new).await.location(), USERS);
        let list = ola.get(USERS).await.page;
        assert!(list.contains("Pending") && list.contains("1,500.50") && !list.contains("<i>Wei"), "{list}");
        let again = ola.post(&add, &new).await;
        assert!(again.status == 422 && again.page.contains("id=\"email-error\""));
        let member =
            ola.post(&add, &[("firstName", "J"), ("lastName", "K"), ("email", "JAN@example.com")]).await;
        assert_eq!(member.status, 422, "a user already");

        // Headquarters makes the person known: the wish is fulfilled.
        shop.publish(person(100, 4, "li@example.com", MemberRole::User)).await;
        let list = ola.get(USERS).await.page;
        assert!(!list.contains("Pending") && list.contains("Has not set a password yet."));
        let invite = format!("{USERS}/{}/invite", membership(100, 4, MemberRole::User).membershipid);
        assert_eq!(ola.post(&invite, &[]).await.location(), USERS);
        assert_eq!(shop.count("passwordrequest").await, 1);
    }
}

#[tokio::test]
async fn who_is_removed_is_out_at_once() {
    for shop in each_shop(100).await {
        let [mut ola, mut jan, _] = shop.with_people().await;
        assert!(jan.is_in().await);
        let id = membership(100, 2, MemberRole::User).membershipid;
        let remove = format!("{USERS}/{id}/remove");
        let asked = ola.get(&remove).await.page;
        assert!(asked.contains("data-dialog-body") && asked.contains("jan@example.com"));
        assert!(jan.is_in().await, "asking removes nobody");
        assert_eq!(ola.post(&remove, &[]).await.location(), USERS);
        assert!(!jan.is_in().await);
        assert_eq!(jan.sign_in("jan@example.com", PASSWORD).await.status, 422);
        assert!(!ola.get(USERS).await.page.contains("jan@example.com"));
        assert_eq!(shop.count("session").await, 2, "the sessions ended, too");
        assert_eq!(ola.post(&remove, &[]).await.status, 404, "once");

        // Added again, the person begins anew: neither the old password nor an old session counts.
        let mut late = person(100, 2, "jan@example.com", MemberRole::User);
        late.memberships[0].membershipid = membership(100, 9, MemberRole::User).membershipid;
        shop.publish(late).await;
        assert!(!jan.is_in().await);
        assert_eq!(jan.sign_in("jan@example.com", PASSWORD).await.status, 422);
    }
}

#[tokio::test]
async fn whom_headquarters_takes_out_is_out_too() {
    for shop in each_shop(100).await {
        let [_, mut jan, _] = shop.with_people().await;
        let mut gone = person(100, 2, "jan@example.com", MemberRole::User);
        gone.memberships.clear();
        shop.publish(gone).await;
        assert_eq!(jan.get(USERS).await.location(), "/sign-in?next=%2Fmy%2Daccount%2Forganization%2Dusers");
        assert_eq!(jan.sign_in("jan@example.com", PASSWORD).await.status, 422);
    }
}

#[tokio::test]
async fn a_change_waits_for_headquarters_and_nobody_gives_up_their_own_role() {
    for shop in each_shop(100).await {
        let [mut ola, ..] = shop.with_people().await;
        let edit =
            |number| format!("{USERS}/{}/edit", membership(100, number, MemberRole::User).membershipid);
        let fields =
            [("firstName", "Jan"), ("lastName", "Kos"), ("role", "Admin"), ("spendingLimit", "1,000")];
        assert_eq!(ola.post(&edit(2), &fields).await.location(), USERS);
        assert!(ola.get(USERS).await.page.contains("A change is on its way."));
        let own = ola.get(&edit(1)).await.page;
        assert!(!own.contains("name=\"role\"") && own.contains("name=\"spendingLimit\""));
        let given_up =
            [("firstName", "Ola"), ("lastName", "Nowak"), ("role", "User"), ("spendingLimit", "5")];
        assert_eq!(ola.post(&edit(1), &given_up).await.location(), USERS);
        assert!(ola.get(USERS).await.status == 200, "an administrator still");
        let yourself = format!("{USERS}/{}/remove", membership(100, 1, MemberRole::Admin).membershipid);
        let refused = ola.post(&yourself, &[]).await;
        assert!(refused.header("set-cookie").starts_with("tandem_notice=bad"));
        assert!(ola.is_in().await);
    }
}

#[tokio::test]
async fn users_and_administrators_of_others_manage_nobody() {
    for shop in each_shop(100).await {
        let [_, mut jan, mut eva] = shop.with_people().await;
        let ola = membership(100, 1, MemberRole::Admin).membershipid;
        let paths =
            [format!("{USERS}/{ola}/edit"), format!("{USERS}/{ola}/remove"), format!("{USERS}/{ola}/invite")];
        for path in [USERS.to_owned(), format!("{USERS}/add"), paths[0].clone(), paths[1].clone()] {
            assert_eq!(jan.get(&path).await.status, 403, "{path}");
        }
        let fields = [("firstName", "M"), ("lastName", "M"), ("email", "m@example.com"), ("role", "Admin")];
        for path in [format!("{USERS}/add"), paths[0].clone(), paths[1].clone(), paths[2].clone()] {
            assert_eq!(jan.post(&path, &fields).await.status, 403, "{path}");
        }
        for path in &paths[..2] {
            assert_eq!(eva.get(path).await.status, 404, "{path}");
            assert_eq!(eva.post(path, &fields).await.status, 404, "{path}");
        }
        let foreign = eva.post(&paths[2], &[]).await;
        assert!(foreign.header("set-cookie").starts_with("tandem_notice=bad"));
        assert_eq!(eva.get(&format!("{USERS}/x/edit")).await.status, 404);
        let mut nobody = Browser::new(&shop);
        assert!(nobody.post(&paths[1], &[]).await.location().starts_with("/sign-in?next="));
        for table in ["memberchange", "userrequest", "passwordrequest"] {
            assert_eq!(shop.count(table).await, 0, "{table}");
        }
    }
}
