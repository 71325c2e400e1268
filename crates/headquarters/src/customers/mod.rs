//! Customers: organizations and persons that the company trades with.

mod complete;

pub use complete::rule;

use tables::uuid::Uuid;
use tables::{Choice, Filter, Money, Query, Result, Table, Tx};

use crate::prospects::Prospect;

/// Group of a customer that names none.
pub const GROUP_DEFAULT: &str = "B2B";

/// Persons of one address that are looked at: there should be one.
const PERSONS_MAX: u32 = 10;

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

/// Whose address is on the invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "names of finance and operations")]
pub enum InvoiceAddress {
    InvoiceAccount = 0,
    OrderAccount = 1,
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
    pub person_middle_name: Option<String>,
    #[column(text = 50)]
    pub person_last_name: Option<String>,
    #[column(text = 100)]
    pub professional_title: Option<String>,
    #[column(text = 100)]
    pub primary_contact_email: Option<String>,
    #[column(text = 50)]
    pub primary_contact_phone: Option<String>,
    #[column(text = 60)]
    pub primary_contact_email_description: Option<String>,
    #[column(text = 10)]
    pub primary_contact_phone_extension: Option<String>,
    #[column(text = 60)]
    pub primary_contact_phone_description: Option<String>,
    #[column(text = 50)]
    pub primary_contact_fax: Option<String>,
    #[column(text = 10)]
    pub primary_contact_fax_extension: Option<String>,
    #[column(text = 200)]
    pub primary_contact_linked_in: Option<String>,
    #[column(text = 200)]
    pub primary_contact_facebook: Option<String>,
    #[column(text = 200)]
    pub primary_contact_twitter: Option<String>,
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
    #[column(text = 50)]
    pub address_county: Option<String>,
    #[column(text = 20)]
    pub address_post_box: Option<String>,
    /// Where goods go, where that is another place.
    #[column(text = 250)]
    pub delivery_address_street: Option<String>,
    #[column(text = 80)]
    pub delivery_address_city: Option<String>,
    #[column(text = 50)]
    pub delivery_address_county: Option<String>,
    #[column(text = 50)]
    pub delivery_address_state: Option<String>,
    #[column(text = 20)]
    pub delivery_address_zip_code: Option<String>,
    #[column(text = 2, name = "DeliveryAddressCountryRegionISOCode")]
    pub delivery_address_country_region_iso_code: Option<String>,
    /// Where invoices go, where that is another place.
    #[column(text = 250)]
    pub invoice_address_street: Option<String>,
    #[column(text = 80)]
    pub invoice_address_city: Option<String>,
    #[column(text = 50)]
    pub invoice_address_county: Option<String>,
    #[column(text = 50)]
    pub invoice_address_state: Option<String>,
    #[column(text = 20)]
    pub invoice_address_zip_code: Option<String>,
    #[column(text = 2, name = "InvoiceAddressCountryRegionISOCode")]
    pub invoice_address_country_region_iso_code: Option<String>,
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
    #[column(yes_no, default = false)]
    pub credit_limit_is_mandatory: bool,
    #[column(text = 10)]
    pub credit_rating: Option<String>,
    #[column(text = 10)]
    pub payment_terms: Option<String>,
    #[column(text = 10)]
    pub payment_method: Option<String>,
    #[column(text = 10)]
    pub payment_schedule: Option<String>,
    #[column(text = 10)]
    pub payment_day: Option<String>,
    #[column(memo = 2000)]
    pub sales_memo: Option<String>,
    #[column(yes_no, default = false)]
    pub is_one_time_customer: bool,
    /// Who gets the invoice: this customer, or the one with the invoice account.
    #[column(choice, default = InvoiceAddress::InvoiceAccount)]
    pub invoice_address: InvoiceAddress,
    #[column(text = 50)]
    pub identification_number: Option<String>,
    #[column(text = 80)]
    pub party_country: Option<String>,
    #[column(text = 50)]
    pub party_state: Option<String>,
    #[column(text = 20)]
    pub vendor_account: Option<String>,
    #[column(text = 20)]
    pub contact_person_id: Option<String>,
    /// Account that is invoiced in place of this one.
    #[column(text = 20)]
    pub invoice_account: Option<String>,
    #[column(choice, default = OnHoldStatus::No)]
    pub on_hold_status: OnHoldStatus,
    /// Language of letters to the customer, BCP 47.
    #[column(text = 35)]
    pub language_id: Option<String>,
    #[column(text = 20, read_only)]
    pub customer_hierarchy_id: Option<String>,
    #[column(yes_no, name = "IsB2BAdministrator", default = false, read_only)]
    pub is_b2b_administrator: bool,
    #[column(text = 20, name = "B2BProspectId")]
    pub b2b_prospect_id: Option<String>,
    #[column(choice, name = "B2BProspectRole")]
    pub b2b_prospect_role: Option<ProspectRole>,
    #[column(choice, default = PartnerStatus::None, read_only)]
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
            person_middle_name: None,
            primary_contact_email_description: None,
            primary_contact_phone_extension: None,
            primary_contact_phone_description: None,
            primary_contact_fax: None,
            primary_contact_fax_extension: None,
            primary_contact_linked_in: None,
            primary_contact_facebook: None,
            primary_contact_twitter: None,
            address_county: None,
            address_post_box: None,
            delivery_address_street: None,
            delivery_address_city: None,
            delivery_address_county: None,
            delivery_address_state: None,
            delivery_address_zip_code: None,
            delivery_address_country_region_iso_code: None,
            invoice_address_street: None,
            invoice_address_city: None,
            invoice_address_county: None,
            invoice_address_state: None,
            invoice_address_zip_code: None,
            invoice_address_country_region_iso_code: None,
            payment_terms: None,
            payment_method: None,
            payment_schedule: None,
            payment_day: None,
            identification_number: None,
            party_country: None,
            party_state: None,
            vendor_account: None,
            contact_person_id: None,
            credit_rating: None,
            sales_memo: None,
            credit_limit_is_mandatory: false,
            is_one_time_customer: false,
            invoice_address: InvoiceAddress::InvoiceAccount,
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

/// The persons who sign in by this address, or could: those that the store may know. Oldest first.
///
/// # Errors
/// As any read.
pub async fn persons_by_email(tx: &mut Tx, company: &str, email: &str) -> Result<Vec<Customer>> {
    tx.list(persons_of_email(company, email)).await
}

/// The query of [`persons_by_email`].
#[must_use]
pub fn persons_of_email(company: &str, email: &str) -> Query {
    let known = [PartnerStatus::None, PartnerStatus::Active].map(Into::into).to_vec();
    let filter = Filter::equals("dataAreaId", company)
        .and(Filter::equals("PrimaryContactEmail", email))
        .and(Filter::equals("PartyType", PartyType::Person))
        .and(Filter::In("PartnerStatus".into(), known));
    Query::of(Customer::NAME).filter(filter).order_by("CreatedAt").limit(PERSONS_MAX)
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
