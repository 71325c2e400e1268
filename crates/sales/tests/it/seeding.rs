//! Seeds, and what a salesperson sees.

use tables::log::Position;
use tables::security::{Role, RolePrivilege, SystemUser, Team};
use tables::{
    Change, Context, Depth, Error, Filter, Principal, Privilege, Query, Reference, Table as _, Value,
};

use crate::office::{offices, values};

#[tokio::test]
async fn seeding_again_changes_nothing() {
    for office in offices().await {
        let count = async || {
            let mut reader = office.store.read(&Principal::system()).await.unwrap();
            let mut rows = 0;
            for table in office.store.catalog().tables() {
                rows += reader.page(&Query::of(&table.name)).await.unwrap().rows.len();
            }
            rows
        };
        let before = count().await;
        sales::seed::company(&office.store).await.unwrap();
        sales::seed::demo(&office.store).await.unwrap();
        assert_eq!(count().await, before);
    }
}

#[tokio::test]
async fn roles_of_an_older_sales_learn_of_new_tables() {
    for office in offices().await {
        let mut reader = office.store.read(&Principal::system()).await.unwrap();
        let role: Role = reader.find(Filter::equals("name", "Salesperson")).await.unwrap().unwrap();
        let of_role = Filter::equals("roleid", role.roleid);
        let on = |table: &str| {
            Query::of("roleprivilege").filter(of_role.clone()).filter(Filter::equals("tablename", table))
        };
        let all = Query::of("roleprivilege").filter(of_role.clone());
        let before = reader.page(&all).await.unwrap().rows.len();
        let mut gone: Vec<RolePrivilege> = reader.list(on("savedquery")).await.unwrap();
        let assign_leads = on("lead").filter(Filter::equals("privilege", Value::Choice(5)));
        gone.extend(reader.list::<RolePrivilege>(assign_leads).await.unwrap());
        assert_eq!(gone.len(), 2);
        for privilege in &gone {
            let change = Change::delete("roleprivilege", privilege.roleprivilegeid);
            office.change(Context::system(), change).await.unwrap();
        }
        sales::seed::company(&office.store).await.unwrap();
        // Assigning leads was taken from the role; that is nobody's to give back.
        assert_eq!(reader.page(&all).await.unwrap().rows.len(), before - 1);
        let seller = office.seller().await;
        assert_eq!(seller.depth("savedquery", Privilege::Read), Depth::Organization);
        assert_eq!(seller.depth("lead", Privilege::Assign), Depth::None);
    }
}

#[tokio::test]
async fn a_salesperson_sees_the_business_unit_and_dual_write_what_it_needs() {
    for office in offices().await {
        let (seller, dual_write) = (office.seller().await, office.user("dual-write").await);
        let synced = office.lead(&dual_write).await;
        // Another unit's lead: its owner is a user there.
        let unit =
            office.make(&Principal::system(), "businessunit", vec![("name".into(), "demf".into())]).await;
        let other = vec![("fullname".into(), "Dana Demf".into()), ("businessunitid".into(), Value::Id(unit))];
        let other = office.make(&Principal::system(), "systemuser", other).await;
        let lead = vec![
            ("subject".into(), "Elsewhere".into()),
            ("ownerid".into(), Reference::new("systemuser", other).into()),
        ];
        let elsewhere = office.make(&Principal::system(), "lead", lead).await;
        let mut reader = office.store.read(&seller).await.unwrap();
        let seen: Vec<_> =
            reader.page(&Query::of("lead")).await.unwrap().rows.iter().map(tables::Row::id).collect();
        assert_eq!(seen, [synced]);
        assert!(reader.get_row("lead", elsewhere).await.unwrap().is_none());
        assert!(reader.changes(Position::default(), &["lead"], 10).await.is_err());
        let mut reader = office.store.read(&dual_write).await.unwrap();
        assert_eq!(reader.page(&Query::of("lead")).await.unwrap().rows.len(), 2);
        assert!(reader.changes(Position::default(), &["lead"], 10).await.is_ok());
        assert!(reader.page(&Query::of("roleprivilege")).await.is_err());
        let assign = vec![("ownerid".into(), Reference::new("systemuser", seller.user).into())];
        office.set(&seller, "lead", synced, assign).await.unwrap();
        let hidden = office.set(&seller, "lead", elsewhere, vec![("subject".into(), "Mine".into())]).await;
        assert!(matches!(hidden.unwrap_err(), tables::Error::NotFound { .. }));
    }
}

#[tokio::test]
async fn dual_write_is_in_its_team_and_may_no_more_than_it_needs() {
    for office in offices().await {
        let dual_write = office.user("dual-write").await;
        let mut reader = office.store.read(&Principal::system()).await.unwrap();
        let team: Team = reader.find(Filter::equals("name", "usmf DW")).await.unwrap().unwrap();
        assert_eq!(dual_write.teams, [team.teamid]);
        let user: SystemUser = reader.get(dual_write.user).await.unwrap().unwrap();
        assert_eq!(user.fullname, "# Dual-write");
        for table in office.store.catalog().tables() {
            assert_eq!(dual_write.depth(&table.name, Privilege::Delete), Depth::None, "{}", table.name);
            assert_eq!(dual_write.depth(&table.name, Privilege::Assign), Depth::None, "{}", table.name);
        }
        // Opportunities it makes by QualifyLead, where headquarters decided.
        for table in ["lead", "account", "contact", "opportunity"] {
            for privilege in [Privilege::Create, Privilege::Write] {
                assert_eq!(dual_write.depth(table, privilege), Depth::Organization, "{table}");
            }
        }
        assert_eq!(dual_write.depth("opportunityclose", Privilege::Create), Depth::None);
        // What it brings belongs to the team.
        let owner = Reference::new(Team::NAME, team.teamid);
        let lead = values([("subject", "Chairs".into()), ("ownerid", owner.clone().into())]);
        let lead = office.make(&dual_write, "lead", lead).await;
        let note = values([
            ("subject", "Created by dual-write".into()),
            ("objectid", Reference::new("lead", lead).into()),
        ]);
        office.make(&dual_write, "annotation", note).await;
        let seller = office.seller().await;
        let mut reader = office.store.read(&seller).await.unwrap();
        let row = reader.get_row("lead", lead).await.unwrap().unwrap();
        assert_eq!(row.owner(), Some(owner));
        let mine = values([("ownerid", Reference::new("systemuser", seller.user).into())]);
        let refused = office.set(&dual_write, "lead", lead, mine).await.unwrap_err();
        assert!(matches!(refused, Error::NoPrivilege { .. }), "{refused}");
    }
}
