//! Two small tables for the tests of this crate: one as in Dataverse, one as in headquarters.

use tables::uuid::Uuid;
use tables::{Catalog, Choice, Decimal, Money, Reference, Table, security};

#[derive(Clone, Debug, Table)]
#[table(
    name = "account",
    set = "accounts",
    ownership = "user",
    primary = "name",
    key(by_number(accountnumber))
)]
pub struct Account {
    #[column(id)]
    pub accountid: Uuid,
    #[column(text = 160)]
    pub name: String,
    #[column(text = 20)]
    pub accountnumber: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Quality {
    Hot = 1,
    Warm = 2,
    Cold = 3,
}

#[derive(Clone, Debug, Table)]
#[table(
    name = "lead",
    set = "leads",
    ownership = "user",
    primary = "subject",
    key(by_prospect(tandem_b2bprospectid))
)]
pub struct Lead {
    #[column(id)]
    pub leadid: Uuid,
    #[column(text = 30)]
    pub subject: String,
    #[column(memo = 2000)]
    pub description: Option<String>,
    #[column(whole, min = 0, max = 1_000_000)]
    pub numberofemployees: Option<i64>,
    #[column(decimal = 2, min = -10_000, max = 10_000)]
    pub score: Option<Decimal>,
    #[column(money)]
    pub revenue: Option<Money>,
    #[column(yes_no, default = false)]
    pub donotemail: bool,
    #[column(date)]
    pub estimatedclosedate: Option<tables::jiff::civil::Date>,
    #[column(date_time)]
    pub lastused: Option<tables::jiff::Timestamp>,
    #[column(choice)]
    pub leadqualitycode: Option<Quality>,
    #[column(lookup = "account")]
    pub parentaccountid: Option<Uuid>,
    #[column(lookup("account", "lead"))]
    pub customerid: Option<Reference>,
    #[column(text = 20)]
    pub tandem_b2bprospectid: Option<String>,
    #[column(text = 50, read_only)]
    pub givenbyrule: Option<String>,
    #[column(text = 50, secret)]
    pub credential: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Standing {
    Open = 1,
    Approved = 3,
}

#[derive(Clone, Debug, Table)]
#[table(
    name = "customer",
    set = "CustomersV3",
    naming = "pascal",
    primary = "OrganizationName",
    key(by_account("dataAreaId", "CustomerAccount"))
)]
pub struct Customer {
    #[column(id)]
    pub external_row_id: Uuid,
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    #[column(text = 20)]
    pub customer_account: String,
    #[column(text = 100)]
    pub organization_name: Option<String>,
    #[column(choice)]
    pub status: Option<Standing>,
    #[column(money)]
    pub credit_limit: Option<Money>,
}

pub fn catalog() -> Catalog {
    security::with_security(Catalog::new()).with::<Account>().with::<Lead>().with::<Customer>()
}
