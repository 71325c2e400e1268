//! A Sales with its people, and what they do.

use std::sync::Arc;

use platform::Environment;
use sales::leads::{Lead, Qualified, Qualify, QualifyError, qualify};
use sales::views::system_views;
use tables::security::SystemUser;
use tables::store::Addition;
use tables::testing::{Place, places};
use tables::uuid::Uuid;
use tables::{Change, Context, Error, Filter, Principal, Query, Store, Table, Value, Values};

pub struct Office {
    _place: Option<Place>,
    pub store: Store,
}

pub async fn offices() -> Vec<Office> {
    offices_with(with_partner_columns).await
}

/// Each with this added.
pub async fn offices_with(add: impl AsyncFn(&Store)) -> Vec<Office> {
    let mut offices = Vec::new();
    for place in places() {
        let environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 3);
        let store = place.open("sales", web_api::with_authority(sales::catalog()), environment).await;
        sales::seed::company(&store).await.unwrap();
        sales::seed::demo(&store).await.unwrap();
        add(&store).await;
        offices.push(Office { _place: Some(place), store });
    }
    offices
}

/// What the package `commerce` adds: columns and keys as the code expects them, and its view.
pub async fn with_partner_columns(store: &Store) {
    for table in ["lead", "opportunity", "account", "contact"] {
        let added = store.catalog().added(table).unwrap().clone();
        let columns =
            added.columns.into_iter().map(|column| Addition::Column { table: table.into(), column });
        let keys = added.keys.into_iter().map(|key| Addition::Key { table: table.into(), key });
        for addition in columns.chain(keys) {
            store.define(Context::system(), addition).await.unwrap();
        }
    }
    let view = values([
        ("name", PARTNER_VIEW.into()),
        ("returnedtypecode", "lead".into()),
        (
            "fetchxml",
            "<fetch><entity name='lead'><attribute name='fullname'/><attribute name='tandem_partnerstatus'/>\
             <order attribute='createdon' descending='true'/><filter>\
             <condition attribute='tandem_b2bprospectid' operator='not-null'/></filter></entity></fetch>"
                .into(),
        ),
    ]);
    let view = Change::create("savedquery", view).with_id(view_id(PARTNER_VIEW));
    let made: Result<_, Error> = store
        .write(Context::system(), view, |tx, view| Box::pin(async move { tx.write_one(view.clone()).await }))
        .await;
    made.unwrap();
}

/// The view that the package brings.
pub const PARTNER_VIEW: &str = "All Commerce B2B leads";

pub fn view_id(name: &str) -> Uuid {
    let found = system_views().into_iter().find(|view| view.name == name);
    found.map_or(Uuid::from_u128(0xb2b), |view| view.id())
}

impl Office {
    pub fn of(store: Store) -> Self {
        Self { _place: None, store }
    }

    /// Somebody by e-mail or client id.
    pub async fn user(&self, name: &str) -> Arc<Principal> {
        let mut reader = self.store.read(&Principal::system()).await.unwrap();
        let column = if name.contains('@') { "internalemailaddress" } else { "applicationid" };
        let user: SystemUser = reader.find(Filter::equals(column, name)).await.unwrap().unwrap();
        reader.principal(user.systemuserid).await.unwrap().unwrap()
    }

    pub async fn seller(&self) -> Arc<Principal> {
        self.user("seller@tandem.test").await
    }

    /// Makes a row as this person; what only headquarters gives is brought as code brings it.
    pub async fn make(&self, who: &Arc<Principal>, table: &str, values: Values) -> Uuid {
        let is_given = |(name, _): &(String, Value)| name.starts_with("tandem_");
        let given = values.iter().any(is_given);
        let change = Change::create(table, values);
        let change = if given { change.by_code() } else { change };
        self.change(Context::of(Arc::clone(who)), change).await.unwrap()
    }

    /// Changes a row as this person.
    pub async fn set(
        &self,
        who: &Arc<Principal>,
        table: &str,
        id: Uuid,
        values: Values,
    ) -> Result<Uuid, Error> {
        self.change(Context::of(Arc::clone(who)), Change::update(table, id, values)).await
    }

    pub async fn change(&self, context: Context, change: Change) -> Result<Uuid, Error> {
        self.store
            .write(context, change, |tx, change| {
                Box::pin(async move { tx.write_one(change.clone()).await.map(|written| written.id) })
            })
            .await
    }

    pub async fn read<T: Table>(&self, id: Uuid) -> T {
        self.store.read(&Principal::system()).await.unwrap().get(id).await.unwrap().unwrap()
    }

    /// How many rows of the table there are.
    pub async fn count(&self, table: &str) -> usize {
        let mut reader = self.store.read(&Principal::system()).await.unwrap();
        reader.page(&Query::of(table)).await.unwrap().rows.len()
    }

    /// Qualifies as this person.
    pub async fn qualify_with(
        &self,
        who: &Arc<Principal>,
        input: Qualify,
    ) -> Result<Qualified, QualifyError> {
        let context = Context::of(Arc::clone(who));
        self.store.write(context, input, |tx, input| Box::pin(qualify(tx, input))).await
    }

    /// A lead of a prospect.
    pub async fn lead(&self, who: &Arc<Principal>) -> Uuid {
        let values = [
            ("subject", "Alpen Möbel: business partner request"),
            ("firstname", "Zoë"),
            ("lastname", "Żmijewska"),
            ("companyname", "Alpen Möbel GmbH"),
            ("telephone1", "+48 22 555 01 01"),
            ("address1_city", "Warszawa"),
            ("tandem_b2bprospectid", "BP-000001"),
        ];
        self.make(who, Lead::NAME, values.map(|(name, value)| (name.to_owned(), value.into())).to_vec()).await
    }

    pub async fn qualify(&self, who: &Arc<Principal>, lead: Uuid) -> Result<Qualified, QualifyError> {
        self.qualify_with(who, everything(lead)).await
    }
}

/// The code of a refusal.
pub fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> &'static str {
    match result.unwrap_err() {
        Error::Refused { code, .. } => code,
        other => panic!("{other:?}"),
    }
}

/// Columns to write, by name.
pub fn values<const N: usize>(columns: [(&str, Value); N]) -> Values {
    columns.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

pub fn everything(lead: Uuid) -> Qualify {
    Qualify {
        lead,
        create_account: true,
        create_contact: true,
        create_opportunity: true,
        ..Qualify::default()
    }
}
