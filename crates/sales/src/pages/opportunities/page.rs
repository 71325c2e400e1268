//! The page of an opportunity, and of one to be made.

use askama::Template;
use shell::form::{Field, Form, FormSection, FormView, Sent};
use shell::names::names;
use shell::{Command, Fault, Flow, Frame, Parameters, Shown, Visit};
use tables::{Privilege, Reference, Row, Value};

use crate::pages::creation::{self, For};
use crate::pages::partner::{Partner, partner};
use crate::pages::records::{
    self, ACCOUNT, CONTACT, Head, LEAD, OPPORTUNITY, Older, RowId, Saved, page_of_row,
};
use crate::pages::timeline::{Timeline, timeline};
use crate::pages::{ownership, process};

const FORM: Form = Form {
    table: "opportunity",
    page_of: page_of_row,
    sections: &[
        FormSection {
            title: "section-opportunity",
            fields: &[
                Field::of("name"),
                Field::of("customerid").to("account"),
                Field::of("parentcontactid"),
                Field::of("estimatedvalue"),
                Field::of("estimatedclosedate"),
                Field::of("closeprobability"),
                Field::of("opportunityratingcode"),
                Field::of("purchasetimeframe"),
                Field::of("budgetamount"),
                Field::of("purchaseprocess"),
                Field::of("description"),
                Field::fixed("originatingleadid"),
                Field::fixed("actualvalue"),
                Field::fixed("actualclosedate"),
            ],
        },
        FormSection {
            title: "section-develop",
            fields: &[
                Field::of("customerneed"),
                Field::of("proposedsolution"),
                Field::of("identifycustomercontacts"),
                Field::of("identifycompetitors"),
            ],
        },
        FormSection {
            title: "section-propose",
            fields: &[
                Field::of("identifypursuitteam"),
                Field::of("developproposal"),
                Field::of("completeinternalreview"),
                Field::of("presentproposal"),
            ],
        },
        FormSection {
            title: "section-close",
            fields: &[
                Field::of("completefinalproposal"),
                Field::of("presentfinalproposal"),
                Field::of("finaldecisiondate"),
                Field::of("sendthankyounote"),
                Field::of("filedebrief"),
            ],
        },
    ],
};

/// What one says when one makes an opportunity.
const NEW: Form = Form {
    table: "opportunity",
    page_of: page_of_row,
    sections: &[FormSection {
        title: "section-opportunity",
        fields: &[
            Field::of("name"),
            Field::of("customerid").to("account"),
            Field::of("parentcontactid"),
            Field::of("estimatedvalue"),
            Field::of("estimatedclosedate"),
            Field::of("opportunityratingcode"),
            Field::of("description"),
        ],
    }],
};

#[derive(Template)]
#[template(path = "opportunity.html")]
struct Page {
    frame: Frame,
    head: Head,
    flow: Flow,
    form: FormView,
    timeline: Timeline,
    partner: Option<Partner>,
    /// Where a form goes that changes the stage, with the stages but the present one.
    stage: Option<(String, Vec<(i32, String)>)>,
}

pub(super) async fn show(visit: Visit, RowId(id): RowId, Parameters(older): Parameters<Older>) -> Shown {
    let (row, form) = records::open(&visit, &FORM, id).await?;
    visit.show(&page(&visit, &row, form, older).await?)
}

pub(super) async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    match records::save(&visit, &OPPORTUNITY, &FORM, id, &sent).await? {
        Saved::Done(response) => Ok(response),
        Saved::Again(row, form) => visit.show_again(&page(&visit, &row, form, Older::default()).await?),
    }
}

pub(super) async fn ask_new(visit: Visit, Parameters(of): Parameters<For>) -> Shown {
    let known = [("customerid", &ACCOUNT, of.account), ("parentcontactid", &CONTACT, of.contact)];
    creation::ask(&visit, &OPPORTUNITY, &NEW, &known).await
}

pub(super) async fn create(visit: Visit, sent: Sent) -> Shown {
    creation::create(&visit, &OPPORTUNITY, &NEW, &sent).await
}

async fn page(visit: &Visit, row: &Row, form: FormView, older: Older) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let names = names(&mut reader, [row], &["ownerid", "customerid"]).await?;
    let customer = match row.get("customerid") {
        Value::Reference(customer) => names.get(&customer.id).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let columns = ["estimatedclosedate", "estimatedvalue", "statuscode", "ownerid"];
    let lead = row.get("originatingleadid").as_id().map(|id| Reference::new(LEAD.table, id));
    let now = process::stage(row);
    let others = (0..).zip(process::stages(visit)).filter(|(stage, _)| *stage != now);
    let head = Head::of(visit, &OPPORTUNITY, row, &names, &customer, &columns);
    Ok(Page {
        frame: visit.frame(head.title.clone()).with(commands(visit, row)),
        head,
        flow: process::of_opportunity(visit, &mut reader, row).await?,
        form,
        timeline: timeline(visit, &mut reader, &OPPORTUNITY, row, lead, older).await?,
        partner: partner(visit, OPPORTUNITY.table, row).await?,
        stage: records::is_writable(visit, row)
            .then(|| (format!("{}/stage", OPPORTUNITY.page(row.id())), others.collect())),
    })
}

fn commands(visit: &Visit, row: &Row) -> Vec<Command> {
    let page = OPPORTUNITY.page(row.id());
    let may_write = records::may(visit, Privilege::Write, row);
    let mut commands = Vec::new();
    if records::is_writable(visit, row) {
        commands.push(Command::submit(visit.say("save"), "save"));
        commands.push(Command::ask(visit.say("close-as-won"), "trophy", format!("{page}/won")).key());
        commands.push(Command::ask(visit.say("close-as-lost"), "x", format!("{page}/lost")));
    } else if may_write {
        commands.push(Command::ask(visit.say("reopen"), "refresh", format!("{page}/reopen")));
    }
    if let Some(lead) = row.get("originatingleadid").as_id() {
        commands.push(Command::go(visit.say("open-lead"), "lead", LEAD.page(lead)));
    }
    commands.extend(ownership::commands(visit, &OPPORTUNITY, row));
    commands
}
