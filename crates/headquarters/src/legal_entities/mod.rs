//! Legal entities: the companies whose customers and prospects headquarters keeps.

use tables::uuid::Uuid;
use tables::{Error, Filter, Result, Table, Tx};

/// Code of the company that rows belong to when nobody names one.
pub const COMPANY_DEFAULT: &str = "usmf";

/// A company. Other rows name it by its code in `dataAreaId`.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "legalentity",
    set = "LegalEntities",
    primary = "Name",
    naming = "pascal",
    key(by_code(LegalEntityId))
)]
pub struct LegalEntity {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Its code: `usmf`.
    #[column(text = 4)]
    pub legal_entity_id: String,
    /// Name.
    #[column(text = 100)]
    pub name: String,
    /// Currency of its books, ISO 4217.
    #[column(text = 3)]
    pub currency_code: String,
    /// Whether rows that name no company belong to this one.
    #[column(yes_no, default = false)]
    pub is_default: bool,
    /// Address that its mail comes from.
    #[column(text = 100)]
    pub sender_email: String,
}

/// The company with this code, or the default one where none is named.
///
/// # Errors
/// A refusal when there is none, or as any read.
pub async fn resolve(tx: &mut Tx, code: Option<&str>) -> Result<LegalEntity> {
    let filter = match code {
        Some(code) => Filter::equals("LegalEntityId", code),
        None => Filter::equals("IsDefault", true),
    };
    tx.find(filter).await?.ok_or_else(|| Error::Refused {
        code: crate::BAD_ARGUMENT,
        message: match code {
            Some(code) => {
                format!("There is no company {code}. Use the code of a legal entity as dataAreaId.")
            }
            None => "There is no default company. Name one as dataAreaId.".into(),
        },
    })
}
