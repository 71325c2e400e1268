//! `$metadata`: the service as CSDL XML.

use axum::response::Response;
use tables::{ColumnDefinition, ColumnKind, TableDefinition};

use super::entity::navigation_name;
use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::model::Model;
use crate::respond::xml;

/// The XML under way. Text that goes in has been escaped.
struct Document {
    text: String,
}

impl Document {
    fn line(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// `GET $metadata`
pub(crate) fn csdl(service: &Service, exchange: &Exchange) -> Response {
    let model = service.model(exchange);
    let namespace = model.convention.namespace().trim_end_matches('.').to_owned();
    let mut document = Document { text: String::new() };
    document.line(0, "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    let edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    document.line(0, &format!("<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"{edmx}\">"));
    for (vocabulary, alias) in [
        ("Org.OData.Capabilities.V1", "Capabilities"),
        ("OData.Community.Keys.V1", "Keys"),
        ("Org.OData.Core.V1", "Core"),
    ] {
        document.line(1, &format!("<edmx:Reference Uri=\"{vocabulary}.xml\">"));
        document.line(2, &format!("<edmx:Include Namespace=\"{vocabulary}\" Alias=\"{alias}\" />"));
        document.line(1, "</edmx:Reference>");
    }
    document.line(1, "<edmx:DataServices>");
    let edm = "http://docs.oasis-open.org/odata/ns/edm";
    document.line(2, &format!("<Schema Namespace=\"{namespace}\" Alias=\"mscrm\" xmlns=\"{edm}\">"));
    for table in shown(&model) {
        entity_type(&mut document, &model, table);
    }
    for table in shown(&model) {
        enum_types(&mut document, &model, table);
    }
    operations(&mut document, service);
    container(&mut document, &model, service);
    document.line(2, "</Schema>");
    document.line(1, "</edmx:DataServices>");
    document.line(0, "</edmx:Edmx>");
    xml(document.text)
}

fn shown<'a>(model: &Model<'a>) -> impl Iterator<Item = &'a TableDefinition> {
    let model = *model;
    let tables = model.catalog.tables().iter();
    tables.filter(move |table| model.table(&table.name).is_some()).map(|table| &**table)
}

fn entity_type(document: &mut Document, model: &Model<'_>, table: &TableDefinition) {
    document.line(3, &format!("<EntityType Name=\"{}\">", table.name));
    document.line(4, &format!("<Key><PropertyRef Name=\"{}\" /></Key>", table.id_column()));
    for column in table.columns.iter().filter(|column| !column.secret) {
        property(document, model, table, column);
    }
    for column in table.columns.iter().filter(|column| !column.secret) {
        let ColumnKind::Lookup { targets } = &column.kind else { continue };
        for target in targets.iter().filter_map(|target| model.table(target)) {
            let name = navigation_name(column, &target.name);
            document.line(4, &format!("<NavigationProperty Name=\"{name}\" Type=\"mscrm.{}\">", target.name));
            let property = model.convention.property(column);
            let referenced = target.id_column();
            document.line(
                5,
                &format!(
                    "<ReferentialConstraint Property=\"{property}\" ReferencedProperty=\"{referenced}\" />"
                ),
            );
            document.line(4, "</NavigationProperty>");
        }
    }
    for (name, collection) in model.collections_of(table) {
        let name = escape(&name);
        let partner = navigation_name(collection.lookup, &table.name);
        document.line(
            4,
            &format!(
                "<NavigationProperty Name=\"{name}\" Type=\"Collection(mscrm.{})\" Partner=\"{partner}\" />",
                collection.table.name
            ),
        );
    }
    if !table.keys.is_empty() {
        alternate_keys(document, model, table);
    }
    document.line(3, "</EntityType>");
}

fn property(document: &mut Document, model: &Model<'_>, table: &TableDefinition, column: &ColumnDefinition) {
    let name = model.convention.property(column);
    let kind = match &column.kind {
        ColumnKind::Choice { .. } if model.convention == Convention::FinanceAndOperations => {
            format!("mscrm.{}", enum_name(table, column))
        }
        kind => edm_type(kind).to_owned(),
    };
    let facets = match &column.kind {
        ColumnKind::Text { length_max } | ColumnKind::Memo { length_max } => {
            format!(" MaxLength=\"{length_max}\"")
        }
        ColumnKind::Decimal { scale, .. } => format!(" Scale=\"{scale}\""),
        ColumnKind::Money { .. } => " Scale=\"4\"".to_owned(),
        _ => String::new(),
    };
    let nullable = if column.kind == ColumnKind::Id { " Nullable=\"false\"" } else { "" };
    let start = format!("<Property Name=\"{name}\" Type=\"{kind}\"{facets}{nullable}");
    if column.read_only {
        document.line(4, &format!("{start}>"));
        let permission = "Core.PermissionType/Read";
        document.line(
            5,
            &format!(
                "<Annotation Term=\"Core.Permissions\"><EnumMember>{permission}</EnumMember></Annotation>"
            ),
        );
        document.line(4, "</Property>");
    } else {
        document.line(4, &format!("{start} />"));
    }
}

fn edm_type(kind: &ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text { .. } | ColumnKind::Memo { .. } | ColumnKind::MultiChoice { .. } => "Edm.String",
        ColumnKind::Whole { min, max } if i32::try_from(*min).is_ok() && i32::try_from(*max).is_ok() => {
            "Edm.Int32"
        }
        ColumnKind::Whole { .. } => "Edm.Int64",
        ColumnKind::Decimal { .. } | ColumnKind::Money { .. } => "Edm.Decimal",
        ColumnKind::YesNo => "Edm.Boolean",
        ColumnKind::Date => "Edm.Date",
        ColumnKind::DateTime => "Edm.DateTimeOffset",
        ColumnKind::Choice { .. } => "Edm.Int32",
        ColumnKind::Lookup { .. } | ColumnKind::File { .. } | ColumnKind::Id => "Edm.Guid",
    }
}

fn alternate_keys(document: &mut Document, model: &Model<'_>, table: &TableDefinition) {
    document.line(4, "<Annotation Term=\"Keys.AlternateKeys\"><Collection>");
    for key in &table.keys {
        document.line(5, "<Record Type=\"Keys.AlternateKey\"><PropertyValue Property=\"Key\"><Collection>");
        for column in key.columns.iter().filter_map(|name| table.column(name)) {
            let name = model.convention.property(column);
            document.line(
                6,
                &format!(
                    "<Record Type=\"Keys.PropertyRef\"><PropertyValue Property=\"Alias\" String=\"{0}\" />\
                     <PropertyValue Property=\"Name\" PropertyPath=\"{name}\" /></Record>",
                    column.name
                ),
            );
        }
        document.line(5, "</Collection></PropertyValue></Record>");
    }
    document.line(4, "</Collection></Annotation>");
}

/// Options are names in finance and operations, so they have types there.
fn enum_types(document: &mut Document, model: &Model<'_>, table: &TableDefinition) {
    if model.convention != Convention::FinanceAndOperations {
        return;
    }
    for column in table.columns.iter().filter(|column| !column.secret) {
        let ColumnKind::Choice { options } = &column.kind else { continue };
        document.line(3, &format!("<EnumType Name=\"{}\">", enum_name(table, column)));
        for option in options {
            let name = escape(&option.name);
            document.line(4, &format!("<Member Name=\"{name}\" Value=\"{}\" />", option.value));
        }
        document.line(3, "</EnumType>");
    }
}

fn enum_name(table: &TableDefinition, column: &ColumnDefinition) -> String {
    format!("{}_{}", table.name, column.name)
}

/// Names of options and collections are anyone's words.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn operations(document: &mut Document, service: &Service) {
    let mut bound: Vec<_> = service.bound.keys().collect();
    bound.sort_unstable();
    for (table, name) in bound {
        document.line(3, &format!("<Action Name=\"{name}\" IsBound=\"true\">"));
        let parameter = "<Parameter Name=\"entity\"";
        document.line(4, &format!("{parameter} Type=\"mscrm.{table}\" Nullable=\"false\" />"));
        document.line(3, "</Action>");
    }
    let mut unbound: Vec<_> = service.unbound.keys().collect();
    unbound.sort_unstable();
    for name in unbound {
        document.line(3, &format!("<Action Name=\"{name}\" />"));
    }
    document.line(3, "<Function Name=\"WhoAmI\">");
    document.line(4, "<ReturnType Type=\"mscrm.WhoAmIResponse\" Nullable=\"false\" />");
    document.line(3, "</Function>");
    if service.tells_all_changes {
        document.line(3, "<Function Name=\"RetrieveChanges\">");
        document.line(4, "<Parameter Name=\"Tables\" Type=\"Collection(Edm.String)\" />");
        document.line(4, "<Parameter Name=\"Token\" Type=\"Edm.String\" />");
        document.line(4, "<Parameter Name=\"Keep\" Type=\"Edm.Boolean\" />");
        document.line(4, "<ReturnType Type=\"mscrm.RetrieveChangesResponse\" Nullable=\"false\" />");
        document.line(3, "</Function>");
    }
    document.line(3, "<ComplexType Name=\"WhoAmIResponse\">");
    for name in ["BusinessUnitId", "UserId", "OrganizationId"] {
        document.line(4, &format!("<Property Name=\"{name}\" Type=\"Edm.Guid\" Nullable=\"false\" />"));
    }
    document.line(3, "</ComplexType>");
    document.line(3, "<ComplexType Name=\"RetrieveChangesResponse\" OpenType=\"true\">");
    document.line(4, "<Property Name=\"Token\" Type=\"Edm.String\" Nullable=\"false\" />");
    document.line(4, "<Property Name=\"More\" Type=\"Edm.Boolean\" Nullable=\"false\" />");
    document.line(3, "</ComplexType>");
}

fn container(document: &mut Document, model: &Model<'_>, service: &Service) {
    document.line(3, "<EntityContainer Name=\"System\">");
    for table in shown(model) {
        document.line(4, &format!("<EntitySet Name=\"{}\" EntityType=\"mscrm.{}\">", table.set, table.name));
        for column in table.columns.iter().filter(|column| !column.secret) {
            let ColumnKind::Lookup { targets } = &column.kind else { continue };
            for target in targets.iter().filter_map(|target| model.table(target)) {
                let path = navigation_name(column, &target.name);
                document.line(
                    5,
                    &format!("<NavigationPropertyBinding Path=\"{path}\" Target=\"{}\" />", target.set),
                );
            }
        }
        if !table.bookkeeping {
            document.line(
                5,
                "<Annotation Term=\"Capabilities.ChangeTracking\"><Record><PropertyValue \
                 Property=\"Supported\" Bool=\"true\" /></Record></Annotation>",
            );
        }
        document.line(4, "</EntitySet>");
    }
    let mut unbound: Vec<_> = service.unbound.keys().collect();
    unbound.sort_unstable();
    for name in unbound {
        document.line(4, &format!("<ActionImport Name=\"{name}\" Action=\"mscrm.{name}\" />"));
    }
    let functions = ["WhoAmI", "RetrieveChanges"].into_iter();
    for name in functions.filter(|name| service.tells_all_changes || *name != "RetrieveChanges") {
        document.line(4, &format!("<FunctionImport Name=\"{name}\" Function=\"mscrm.{name}\" />"));
    }
    document.line(3, "</EntityContainer>");
}
