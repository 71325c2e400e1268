//! The views that Sales begins with. What "mine" means falls out of ownership: rows of a team are
//! nobody's own, so what dual-write brings is in no list of "my" rows until somebody takes it.

use std::collections::HashSet;

use tables::{Query, Result, Table as _, Tx};
use uuid::Uuid;

use super::{QueryType, SavedQuery};
use crate::accounts::{ActiveReason, ActiveState};

/// Ids of views follow from this and their names, so that they are the same in every Sales.
const NAMESPACE: Uuid = Uuid::from_u128(0x3c0f_1f3e_54c5_5a0b_9a3f_1d5b_6f2a_7c10);

const MINE: &str = r#"<condition attribute="ownerid" operator="eq-userid" />"#;
const OPEN: &str = r#"<condition attribute="statecode" operator="eq" value="0" />"#;
const CLOSED: &str = r#"<condition attribute="statecode" operator="ne" value="0" />"#;
const WON: &str = r#"<condition attribute="statecode" operator="eq" value="1" />"#;
const LOST: &str = r#"<condition attribute="statecode" operator="eq" value="2" />"#;

/// A view that Sales begins with.
#[derive(Clone, Copy, Debug)]
pub struct SystemView {
    /// Logical name of the table.
    pub table: &'static str,
    /// Name, in en-US.
    pub name: &'static str,
    /// Whether it opens first.
    pub is_default: bool,
    conditions: &'static [&'static str],
    columns: &'static [&'static str],
}

const LEAD: &[&str] = &["fullname", "subject", "companyname", "statuscode", "ownerid", "createdon"];
const OPPORTUNITY: &[&str] = &[
    "name",
    "customerid",
    "statuscode",
    "salesstage",
    "estimatedvalue",
    "estimatedclosedate",
    "ownerid",
    "createdon",
];
const ACCOUNT: &[&str] =
    &["name", "telephone1", "address1_city", "primarycontactid", "accountnumber", "statuscode", "createdon"];
const CONTACT: &[&str] =
    &["fullname", "parentcustomerid", "telephone1", "emailaddress1", "statuscode", "createdon"];

/// All of them, those of one table together, the default first.
#[must_use]
pub fn system_views() -> Vec<SystemView> {
    let mut views = Vec::new();
    let mut add = |table, columns, list: &[(&'static str, &'static [&'static str])]| {
        for (at, (name, conditions)) in list.iter().enumerate() {
            views.push(SystemView { table, name, is_default: at == 0, conditions, columns });
        }
    };
    add(
        "lead",
        LEAD,
        &[
            ("My Open Leads", &[OPEN, MINE]),
            ("Open Leads", &[OPEN]),
            ("All Leads", &[]),
            ("Closed Leads", &[CLOSED]),
        ],
    );
    add(
        "opportunity",
        OPPORTUNITY,
        &[
            ("My Open Opportunities", &[OPEN, MINE]),
            ("Open Opportunities", &[OPEN]),
            ("All Opportunities", &[]),
            ("Closed Opportunities", &[CLOSED]),
            ("Won Opportunities", &[WON]),
            ("Lost Opportunities", &[LOST]),
        ],
    );
    add(
        "account",
        ACCOUNT,
        &[
            ("My Active Accounts", &[OPEN, MINE]),
            ("Active Accounts", &[OPEN]),
            ("All Accounts", &[]),
            ("Inactive Accounts", &[CLOSED]),
        ],
    );
    add(
        "contact",
        CONTACT,
        &[
            ("My Active Contacts", &[OPEN, MINE]),
            ("Active Contacts", &[OPEN]),
            ("All Contacts", &[]),
            ("Inactive Contacts", &[CLOSED]),
        ],
    );
    views
}

impl SystemView {
    /// The same in every Sales.
    #[must_use]
    pub fn id(&self) -> Uuid {
        Uuid::new_v5(&NAMESPACE, format!("{}/{}", self.table, self.name).as_bytes())
    }

    fn row(&self) -> SavedQuery {
        let id_column = format!("{}id", self.table);
        let cells = self.columns.iter().map(|column| format!("<cell name=\"{column}\" width=\"150\" />"));
        let attributes = self.columns.iter().map(|column| format!("<attribute name=\"{column}\" />"));
        let filter = match self.conditions {
            [] => String::new(),
            conditions => format!("<filter type=\"and\">{}</filter>", conditions.concat()),
        };
        SavedQuery {
            savedqueryid: self.id(),
            name: self.name.into(),
            description: None,
            returnedtypecode: self.table.into(),
            querytype: QueryType::PublicView,
            fetchxml: format!(
                "<fetch version=\"1.0\" mapping=\"logical\"><entity name=\"{}\">\
                 <attribute name=\"{id_column}\" />{}{filter}\
                 <order attribute=\"createdon\" descending=\"true\" /></entity></fetch>",
                self.table,
                attributes.collect::<String>(),
            ),
            layoutxml: Some(format!(
                "<grid name=\"resultset\" jump=\"{}\" select=\"1\" icon=\"1\" preview=\"1\">\
                 <row name=\"result\" id=\"{id_column}\">{}</row></grid>",
                self.columns.first().copied().unwrap_or_default(),
                cells.collect::<String>(),
            )),
            isdefault: self.is_default,
            isquickfindquery: false,
            statecode: ActiveState::Active,
            statuscode: ActiveReason::Active,
        }
    }
}

/// Makes the views that are not there; what somebody changed stays as it is.
pub(crate) async fn seed(tx: &mut Tx) -> Result<()> {
    let known: Vec<SavedQuery> = tx.list(Query::of(SavedQuery::NAME)).await?;
    let known: HashSet<Uuid> = known.iter().map(|view| view.savedqueryid).collect();
    for view in system_views().iter().filter(|view| !known.contains(&view.id())) {
        tx.insert(&view.row()).await?;
    }
    Ok(())
}
