//! An application with one table, and the people who may use it.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use platform::Environment;
use shell::form::{Field, Form, FormSection, FormView, Sent, Taken};
use shell::grid::{Ask, Column, Grid, Page, Selected, View};
use shell::office::{Office, Settings, with_office};
use shell::testing::Browser;
use shell::{Application, Books, Command, Fault, Frame, Item, Section, Shown, Tone, Visit};
use tables::security::DepthOption::Organization;
use tables::security::{BusinessUnit, Role, SystemUser, with_security};
use tables::testing::{Place, places};
use tables::{Catalog, Choice, Context, Error, Filter, Money, Privilege, Reference, Store, Table};
use uuid::Uuid;

/// A kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Kind {
    /// New.
    Fresh = 1,
    /// Used.
    Worn = 2,
}

/// A thing.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "thing", set = "things", primary = "name")]
pub struct Thing {
    /// Id.
    #[column(id)]
    pub thingid: Uuid,
    /// Name.
    #[column(text = 40)]
    pub name: String,
    /// Kind.
    #[column(choice)]
    pub kind: Kind,
    /// Price.
    #[column(money)]
    pub price: Option<Money>,
    /// When it is due.
    #[column(date)]
    pub due: Option<tables::jiff::civil::Date>,
    /// Whether it is fine.
    #[column(yes_no, default = false)]
    pub fine: bool,
    /// More.
    #[column(memo = 2000)]
    pub notes: Option<String>,
    /// What it is part of.
    #[column(lookup = "thing")]
    pub parent: Option<Uuid>,
}

const GRID: Grid = Grid {
    name: "things",
    table: "thing",
    path: "/things/all",
    columns: &[
        Column::main("name"),
        Column::state("kind", |_| (Tone::Good, "check")),
        Column::of("price"),
        Column::of("parent").minor(2),
        Column::of("due").hidden(),
        Column::when("createdon"),
    ],
    search: &["name"],
    newest_by: "createdon",
    empty: "things-empty",
};

const FORM: Form = Form {
    table: "thing",
    sections: &[FormSection {
        title: "thing",
        fields: &[
            Field::of("name"),
            Field::of("kind"),
            Field::of("price"),
            Field::of("due"),
            Field::of("fine"),
            Field::of("notes"),
            Field::of("parent"),
            Field::fixed("createdon"),
        ],
    }],
    page_of: |_, id| Some(format!("/things/all/{id}")),
};

#[derive(askama::Template)]
#[template(
    source = "{% extends \"frame.html\" %}{% block content %}{{ form|safe }}{% endblock %}",
    ext = "html"
)]
struct FormPage {
    frame: Frame,
    form: FormView,
}

async fn list(visit: Visit, ask: Ask) -> Shown {
    let fresh = Filter::equals("kind", tables::Value::Choice(1));
    let views = vec![
        View { id: String::new(), label: "All things".into(), filter: None },
        View { id: "fresh".into(), label: "Fresh things".into(), filter: Some(fresh) },
    ];
    let commands = vec![Command::selected("Count".into(), "check", "/things/count")];
    GRID.page(&visit, &ask, Page { views, commands, ..Page::default() }).await
}

async fn count(visit: Visit, selected: Selected) -> Shown {
    if let Some(refusal) = selected.refusal(&visit) {
        return Ok(refusal);
    }
    Ok(visit.done(&selected.back, &format!("{} counted", selected.rows.len())))
}

async fn new(visit: Visit) -> Shown {
    let form = FORM.empty(&visit).await?;
    visit.show(&FormPage { frame: visit.frame("New"), form })
}

async fn create(visit: Visit, sent: Sent) -> Shown {
    match FORM.create(&visit, &sent, Vec::new()).await? {
        Taken::Done(id) => Ok(visit.done(&format!("/things/all/{id}"), "made")),
        Taken::Again(form) => visit.show_again(&FormPage { frame: visit.frame("New"), form: *form }),
    }
}

async fn one(visit: Visit, Path(id): Path<Uuid>) -> Shown {
    let row = visit.read().await?.get_row("thing", id).await?.ok_or(Fault::NotFound)?;
    let form = FORM.view(&visit, &row, false).await?;
    visit.show(&FormPage { frame: visit.frame("Thing"), form })
}

async fn save(visit: Visit, Path(id): Path<Uuid>, sent: Sent) -> Shown {
    match FORM.update(&visit, id, &sent).await? {
        Taken::Done(id) => Ok(visit.done(&format!("/things/all/{id}"), "saved")),
        Taken::Again(form) => visit.show_again(&FormPage { frame: visit.frame("Thing"), form: *form }),
    }
}

static BOOKS: LazyLock<Books> = LazyLock::new(|| {
    Books::new(|_| {
        "things = Things\nthing = Thing\nthings-empty = Things would be here.\ncolumn-name = Name\ncolumn-kind = Kind\n\
         option-Fresh = Fresh\noption-Worn = Worn\ncolumn-price = Price\ncolumn-due = Due\ncolumn-fine = Fine\n\
         column-notes = Notes\ncolumn-parent = Part of\ncolumn-createdon = Created\n"
    })
});

/// The application and who uses it.
pub struct World {
    pub store: Store,
    pub router: Router,
    pub office: Arc<Office>,
}

pub const WRITER: &str = "writer@things.test";
pub const READER: &str = "reader@things.test";

/// One world on each database, empty.
pub async fn worlds() -> Vec<(Place, World)> {
    let mut worlds = Vec::new();
    for place in places() {
        let world = World::at(&place).await;
        worlds.push((place, world));
    }
    worlds
}

impl World {
    async fn at(place: &Place) -> Self {
        let catalog = with_office(with_security(Catalog::new())).with::<Thing>();
        let store = place.open("things", catalog, Environment::system()).await;
        store
            .write::<_, _, Error>(Context::system(), (), |tx, ()| {
                Box::pin(async move {
                    let unit = BusinessUnit {
                        businessunitid: tx.new_id(),
                        name: "unit".into(),
                        parentbusinessunitid: None,
                    };
                    tx.insert(&unit).await?;
                    for (email, privileges) in [
                        (WRITER, &[Privilege::Create, Privilege::Read, Privilege::Write][..]),
                        (READER, &[Privilege::Read][..]),
                    ] {
                        let user = SystemUser {
                            systemuserid: tx.new_id(),
                            fullname: email.into(),
                            internalemailaddress: Some(email.into()),
                            applicationid: None,
                            credential: None,
                            businessunitid: unit.businessunitid,
                            isdisabled: false,
                        };
                        tx.insert(&user).await?;
                        let user = Reference::new("systemuser", user.systemuserid);
                        Role::grant(tx, email, &[("thing", privileges, Organization)], &user).await?;
                    }
                    Ok(())
                })
            })
            .await
            .unwrap();
        let settings = Settings {
            origin: "http://tandem.test".into(),
            sign_ins_per_minute: 1_000,
            store_path: Some("/".into()),
            queue_link_mail: Arc::new(|_, _| Box::pin(async { Ok(()) })),
        };
        let office = Office::new(store.clone(), settings);
        let application = Application {
            name: "things",
            path: "/things/",
            icon: "box",
            books: &BOOKS,
            store: store.clone(),
            navigation: &[Section {
                title: "things",
                items: &[Item { label: "things", path: "/things/all", icon: "box", table: "thing" }],
            }],
            search: "",
            company: "",
            standings: None,
        };
        let pages = Router::new()
            .route("/things/all", get(list))
            .route("/things/new", get(new).post(create))
            .route("/things/all/{id}", get(one).post(save))
            .route("/things/count", axum::routing::post(count));
        let router = shell::enter(&office, application, pages).merge(office.router());
        Self { store, router, office }
    }

    pub async fn browser(&self, email: &str) -> Browser {
        Browser::signed_in(&self.router, &self.office, email).await
    }

    /// Makes things in one transaction, in this order.
    pub async fn add(&self, things: Vec<Thing>) {
        let add = self.store.write::<_, _, Error>(Context::system(), things, |tx, things| {
            Box::pin(async move {
                for thing in things {
                    tx.insert(thing).await?;
                }
                Ok(())
            })
        });
        add.await.unwrap();
    }

    pub async fn get(&self, id: Uuid) -> Thing {
        let mut reader = self.store.read(&tables::Principal::system()).await.unwrap();
        reader.get(id).await.unwrap().unwrap()
    }
}

/// A thing with this number.
pub fn thing(number: u128, name: &str) -> Thing {
    Thing {
        thingid: Uuid::from_u128(number),
        name: name.into(),
        kind: Kind::Fresh,
        price: None,
        due: None,
        fine: false,
        notes: None,
        parent: None,
    }
}
