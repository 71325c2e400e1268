//! The page of a lead, and of one to be made.

use askama::Template;
use shell::form::{Field, Form, FormSection, FormView, Sent};
use shell::names::names;
use shell::{Command, Fault, Flow, Frame, Parameters, Shown, Visit, countries};
use tables::{Privilege, Row, Table as _};

use crate::leads::{Lead, LeadReason, possible_duplicates};
use crate::pages::creation;
use crate::pages::partner::{Partner, partner};
use crate::pages::records::{self, Head, Kind, LEAD, OPPORTUNITY, Older, RowId, Saved, page_of_row, text};
use crate::pages::related::{List, Related};
use crate::pages::timeline::{Timeline, timeline};
use crate::pages::{ownership, process};

const FORM: Form = Form {
    table: "lead",
    page_of: page_of_row,
    sections: &[
        FormSection {
            title: "section-contact",
            fields: &[
                Field::of("subject"),
                Field::of("firstname"),
                Field::of("lastname"),
                Field::of("jobtitle"),
                Field::phone("telephone1"),
                Field::phone("mobilephone"),
                Field::email("emailaddress1"),
            ],
        },
        FormSection {
            title: "section-company",
            fields: &[
                Field::of("companyname"),
                Field::url("websiteurl"),
                Field::of("industrycode"),
                Field::of("numberofemployees"),
                Field::of("address1_line1"),
                Field::of("address1_line2"),
                Field::of("address1_city"),
                Field::of("address1_stateorprovince"),
                Field::of("address1_postalcode"),
                Field::one_of("address1_country", countries::options),
            ],
        },
        FormSection {
            title: "section-qualification",
            fields: &[
                Field::of("parentaccountid"),
                Field::of("parentcontactid"),
                Field::of("purchasetimeframe"),
                Field::of("budgetamount"),
                Field::of("purchaseprocess"),
                Field::of("decisionmaker"),
                Field::of("qualificationcomments"),
            ],
        },
        FormSection {
            title: "section-details",
            fields: &[
                Field::of("leadsourcecode"),
                Field::of("leadqualitycode"),
                Field::of("estimatedamount"),
                Field::of("estimatedclosedate"),
                Field::of("campaignid"),
                Field::of("description"),
            ],
        },
    ],
};

#[derive(Template)]
#[template(path = "lead.html")]
struct Page {
    frame: Frame,
    head: Head,
    flow: Flow,
    form: FormView,
    timeline: Timeline,
    partner: Option<Partner>,
    duplicates: List,
}

pub(super) async fn show(visit: Visit, RowId(id): RowId, Parameters(older): Parameters<Older>) -> Shown {
    let (row, form) = records::open(&visit, &FORM, id).await?;
    visit.show(&page(&visit, &row, form, older).await?)
}

pub(super) async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    match records::save(&visit, &LEAD, &FORM, id, &sent).await? {
        Saved::Done(response) => Ok(response),
        Saved::Again(row, form) => visit.show_again(&page(&visit, &row, form, Older::default()).await?),
    }
}

pub(super) async fn ask_new(visit: Visit) -> Shown {
    creation::ask(&visit, &LEAD, &FORM, &[]).await
}

pub(super) async fn create(visit: Visit, sent: Sent) -> Shown {
    creation::create(&visit, &LEAD, &FORM, &sent).await
}

async fn page(visit: &Visit, row: &Row, form: FormView, older: Older) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let names = names(&mut reader, [row], &["ownerid"]).await?;
    let head = Head::of(
        visit,
        &LEAD,
        row,
        &names,
        text(row, "companyname"),
        &["leadsourcecode", "leadqualitycode", "statuscode", "ownerid"],
    );
    let duplicates = match records::is_open(row) {
        true => possible_duplicates(&mut reader, &Lead::from_row(row)?).await?,
        false => Vec::new(),
    };
    let similar = duplicates.into_iter().filter_map(|found| {
        let kind = Kind::of(found.table)?;
        Some(Related { name: found.name, note: kind.noun(visit), page: kind.page(found.id) })
    });
    Ok(Page {
        frame: visit.frame(head.title.clone()).with(commands(visit, row)),
        head,
        flow: process::of_lead(visit, &mut reader, row).await?,
        form,
        timeline: timeline(visit, &mut reader, &LEAD, row, None, older).await?,
        partner: partner(visit, LEAD.table, row).await?,
        duplicates: List {
            title: visit.say("possible-duplicates"),
            rows: similar.collect(),
            empty: String::new(),
            add: None,
        },
    })
}

fn commands(visit: &Visit, row: &Row) -> Vec<Command> {
    let page = LEAD.page(row.id());
    let may_write = records::may(visit, Privilege::Write, row);
    let mut commands = Vec::new();
    if records::is_writable(visit, row) {
        commands.push(Command::submit(visit.say("save"), "save"));
        commands.push(Command::ask(visit.say("qualify"), "check", format!("{page}/qualify")).key());
        commands.push(Command::ask(visit.say("disqualify"), "x", format!("{page}/disqualify")));
        if *row.get("statuscode") == LeadReason::New.into() {
            commands.push(Command::post(visit.say("mark-contacted"), "phone", format!("{page}/contacted")));
        }
    } else if may_write {
        commands.push(Command::ask(visit.say("reactivate"), "refresh", format!("{page}/reactivate")));
    }
    if let Some(id) = row.get("qualifyingopportunityid").as_id() {
        commands.push(Command::go(visit.say("open-opportunity"), "opportunity", OPPORTUNITY.page(id)));
    }
    commands.extend(ownership::commands(visit, &LEAD, row));
    commands
}
