//! Customers: organizations and persons that the company trades with.

mod complete;

pub use complete::rule;

use tables::uuid::Uuid;
use tables::{Choice, Filter, Money, Result, Table, Tx};

use crate::prospects::Prospect;

/// Group of a customer that names none.
pub const GROUP_DEFAULT: &str = "B2B";

/// A company or a human being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PartyType {
    Organization = 1,
    Person = 2,
}

/// Which side of a prospect the customer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum ProspectRole {
    /// The company that asked.
    Organization = 1,
    /// The person who asked for it.
    Requestor = 2,
}

/// Where the customer stands as a business partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum PartnerStatus {
    /// A customer of the ordinary kind.
    None = 1,
    /// Made before the prospect was decided.
    Prospective = 2,
    /// A business partner.
    Active = 3,
    /// The prospect was rejected.
    Declined = 4,
}

/// What is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "names of finance and operations")]
pub enum OnHoldStatus {
    No = 0,
    Invoice = 1,
    All = 2,
    Payment = 3,
    Requisition = 4,
    Never = 5,
}

/// A customer of one company.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "customer",
    set = "CustomersV3",
    primary = "CustomerAccount",
    naming = "pascal",
    key(by_account(dataAreaId, CustomerAccount)),
    key(by_prospect(dataAreaId, B2BProspectId, B2BProspectRole)),
    index(PrimaryContactEmail)
)]
#[expect(missing_docs, reason = "names of finance and operations")]
pub struct Customer {
    /// Id; callers may choose it.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company; nothing given: the default one.
    #[column(text = 4, name = "dataAreaId", form)]
    pub data_area_id: String,
    /// Its number; nothing given: the next of the sequence.
    #[column(text = 20, form)]
    pub customer_account: String,
    #[column(choice)]
    pub party_type: PartyType,
    #[column(text = 20, form)]
    pub party_number: String,
    #[column(text = 160)]
    pub organization_name: Option<String>,
    #[column(text = 50)]
    pub person_first_name: Option<String>,
    #[column(text = 50)]
    pub person_last_name: Option<String>,
    #[column(text = 100)]
    pub professional_title: Option<String>,
    #[column(text = 100)]
    pub primary_contact_email: Option<String>,
    #[column(text = 50)]
    pub primary_contact_phone: Option<String>,
    #[column(text = 200, name = "PrimaryContactUrl")]
    pub primary_contact_url: Option<String>,
    #[column(text = 250)]
    pub address_street: Option<String>,
    #[column(text = 80)]
    pub address_city: Option<String>,
    #[column(text = 50)]
    pub address_state: Option<String>,
    #[column(text = 20)]
    pub address_postal_code: Option<String>,
    #[column(text = 80)]
    pub address_country: Option<String>,
    #[column(whole, min = 0, max = 1_000_000_000)]
    pub organization_number_of_employees: Option<i64>,
    #[column(text = 20)]
    pub tax_exempt_number: Option<String>,
    #[column(text = 10, default = GROUP_DEFAULT)]
    pub customer_group_id: Option<String>,
    #[column(text = 3)]
    pub sales_currency_code: Option<String>,
    #[column(money, min = 0, default = Money(0))]
    pub credit_limit: Option<Money>,
    #[column(money, default = Money(0), read_only)]
    pub balance: Option<Money>,
    /// Account that is invoiced in place of this one.
    #[column(text = 20)]
    pub invoice_account: Option<String>,
    #[column(choice, default = OnHoldStatus::No)]
    pub on_hold_status: OnHoldStatus,
    /// Language of letters to the customer, BCP 47.
    #[column(text = 35)]
    pub language_id: Option<String>,
    #[column(text = 20)]
    pub customer_hierarchy_id: Option<String>,
    #[column(yes_no, name = "IsB2BAdministrator", default = false)]
    pub is_b2b_administrator: bool,
    #[column(text = 20, name = "B2BProspectId")]
    pub b2b_prospect_id: Option<String>,
    #[column(choice, name = "B2BProspectRole")]
    pub b2b_prospect_role: Option<ProspectRole>,
    #[column(choice, default = PartnerStatus::None)]
    pub partner_status: PartnerStatus,
}

impl Customer {
    /// A customer made from a prospect, in the given role. Its numbers come from the sequences.
    #[must_use]
    pub fn from_prospect(prospect: &Prospect, role: ProspectRole, id: Uuid) -> Self {
        let organization = role == ProspectRole::Organization;
        let of_organization = |value: &Option<String>| value.clone().filter(|_| organization);
        let of_person = |value: &Option<String>| value.clone().filter(|_| !organization);
        Self {
            external_row_id: id,
            data_area_id: prospect.data_area_id.clone(),
            customer_account: String::new(),
            party_type: if organization { PartyType::Organization } else { PartyType::Person },
            party_number: String::new(),
            organization_name: organization.then(|| prospect.organization_name.clone()),
            person_first_name: of_person(&prospect.person_first_name),
            person_last_name: (!organization).then(|| prospect.person_last_name.clone()),
            professional_title: of_person(&prospect.job_title),
            primary_contact_email: Some(prospect.primary_contact_email.clone()),
            primary_contact_phone: prospect.primary_contact_phone.clone(),
            primary_contact_url: of_organization(&prospect.website),
            address_street: prospect.address_street.clone(),
            address_city: prospect.address_city.clone(),
            address_state: prospect.address_state.clone(),
            address_postal_code: prospect.address_postal_code.clone(),
            address_country: prospect.address_country.clone(),
            organization_number_of_employees: prospect.number_of_employees.filter(|_| organization),
            tax_exempt_number: of_organization(&prospect.tax_id),
            customer_group_id: Some(GROUP_DEFAULT.into()),
            sales_currency_code: None,
            credit_limit: Some(Money(0)),
            balance: Some(Money(0)),
            invoice_account: None,
            on_hold_status: OnHoldStatus::No,
            language_id: prospect.language.clone(),
            customer_hierarchy_id: None,
            is_b2b_administrator: false,
            b2b_prospect_id: Some(prospect.prospect_id.clone()),
            b2b_prospect_role: Some(role),
            partner_status: PartnerStatus::Prospective,
        }
    }

    /// The role that a customer of this kind has in a prospect.
    #[must_use]
    pub fn natural_role(&self) -> ProspectRole {
        match self.party_type {
            PartyType::Organization => ProspectRole::Organization,
            PartyType::Person => ProspectRole::Requestor,
        }
    }
}

/// The customer with this account.
///
/// # Errors
/// As any read.
pub async fn by_account(tx: &mut Tx, company: &str, account: &str) -> Result<Option<Customer>> {
    tx.find(Filter::equals("dataAreaId", company).and(Filter::equals("CustomerAccount", account))).await
}

/// The customer that has this role in this prospect.
///
/// # Errors
/// As any read.
pub async fn by_prospect(
    tx: &mut Tx,
    company: &str,
    prospect: &str,
    role: ProspectRole,
) -> Result<Option<Customer>> {
    let filter = Filter::equals("dataAreaId", company)
        .and(Filter::equals("B2BProspectId", prospect))
        .and(Filter::equals("B2BProspectRole", role));
    tx.find(filter).await
}
