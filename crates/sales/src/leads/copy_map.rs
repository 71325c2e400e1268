//! What a lead hands on when it is qualified: the copy map of Dynamics 365 Sales.

use tables::Reference;
use uuid::Uuid;

use super::{Lead, PartnerStatus, Rating};
use crate::accounts::{Account, ActiveReason, ActiveState, RelationshipType};
use crate::contacts::Contact;
use crate::opportunities::{Opportunity, OpportunityReason, OpportunityState, SalesStage};

/// The new account.
pub(super) fn account(lead: &Lead, accountid: Uuid) -> Account {
    let lead = lead.clone();
    Account {
        accountid,
        name: lead.companyname.unwrap_or_default(),
        accountnumber: None,
        telephone1: lead.telephone1.clone(),
        fax: lead.fax,
        emailaddress1: lead.emailaddress1,
        websiteurl: lead.websiteurl,
        address1_line1: lead.address1_line1,
        address1_line2: lead.address1_line2,
        address1_line3: lead.address1_line3,
        address1_city: lead.address1_city,
        address1_county: lead.address1_county,
        address1_stateorprovince: lead.address1_stateorprovince,
        address1_postalcode: lead.address1_postalcode,
        address1_country: lead.address1_country,
        address1_telephone1: lead.telephone1,
        numberofemployees: lead.numberofemployees,
        revenue: lead.revenue,
        creditlimit: None,
        creditonhold: false,
        customertypecode: lead.tandem_b2bprospectid.is_some().then_some(RelationshipType::Customer),
        primarycontactid: None,
        parentaccountid: None,
        originatingleadid: Some(lead.leadid),
        transactioncurrencyid: lead.transactioncurrencyid,
        description: None,
        statecode: ActiveState::Active,
        statuscode: ActiveReason::Active,
        tandem_b2bprospectid: lead.tandem_b2bprospectid,
    }
}

/// The new contact.
pub(super) fn contact(lead: &Lead, contactid: Uuid) -> Contact {
    let lead = lead.clone();
    Contact {
        contactid,
        firstname: lead.firstname,
        middlename: lead.middlename,
        lastname: lead.lastname,
        fullname: None,
        jobtitle: lead.jobtitle,
        emailaddress1: lead.emailaddress1,
        telephone1: lead.telephone1,
        mobilephone: lead.mobilephone,
        fax: lead.fax,
        websiteurl: lead.websiteurl,
        parentcustomerid: lead.parentaccountid.map(|id| Reference::new("account", id)),
        originatingleadid: Some(lead.leadid),
        address1_line1: lead.address1_line1,
        address1_line2: lead.address1_line2,
        address1_line3: lead.address1_line3,
        address1_city: lead.address1_city,
        address1_county: lead.address1_county,
        address1_stateorprovince: lead.address1_stateorprovince,
        address1_postalcode: lead.address1_postalcode,
        address1_country: lead.address1_country,
        birthdate: None,
        creditlimit: None,
        creditonhold: false,
        transactioncurrencyid: lead.transactioncurrencyid,
        description: None,
        statecode: ActiveState::Active,
        statuscode: ActiveReason::Active,
        msdyn_sellable: lead.tandem_b2bprospectid.is_some(),
        msdyn_contactpersonid: None,
        tandem_b2bprospectid: lead.tandem_b2bprospectid,
    }
}

/// The new opportunity of this customer, developed from now on.
pub(super) fn opportunity(
    lead: &Lead,
    opportunityid: Uuid,
    customer: Reference,
    currency: Option<Uuid>,
) -> Opportunity {
    let lead = lead.clone();
    let topic = lead.subject.or(lead.companyname).or(lead.lastname);
    Opportunity {
        opportunityid,
        name: topic.unwrap_or_else(|| "Opportunity".into()),
        customerid: customer,
        parentaccountid: lead.parentaccountid,
        parentcontactid: lead.parentcontactid,
        originatingleadid: Some(lead.leadid),
        estimatedvalue: lead.estimatedamount,
        estimatedclosedate: lead.estimatedclosedate,
        budgetamount: lead.budgetamount,
        actualvalue: None,
        actualclosedate: None,
        closeprobability: None,
        emailaddress: lead.emailaddress1,
        opportunityratingcode: lead.leadqualitycode.or(Some(Rating::Warm)),
        salesstage: Some(SalesStage::Develop),
        stepname: None,
        budgetstatus: lead.budgetstatus,
        purchasetimeframe: lead.purchasetimeframe,
        purchaseprocess: lead.purchaseprocess,
        need: lead.need,
        decisionmaker: lead.decisionmaker,
        qualificationcomments: lead.qualificationcomments,
        finaldecisiondate: None,
        currentsituation: None,
        customerneed: None,
        customerpainpoints: None,
        proposedsolution: None,
        description: lead.description,
        transactioncurrencyid: currency.or(lead.transactioncurrencyid),
        statecode: OpportunityState::Open,
        statuscode: OpportunityReason::InProgress,
        tandem_partnerstatus: lead.tandem_b2bprospectid.is_some().then_some(PartnerStatus::Pending),
        tandem_b2bprospectid: lead.tandem_b2bprospectid,
    }
}
