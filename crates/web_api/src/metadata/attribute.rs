//! A column as Dataverse describes it.

use serde_json::{Map, Value as Json, json};
use tables::value::{MONEY_SCALE, scaled_to_digits};
use tables::{ChoiceOption, ColumnDefinition, ColumnKind, Requirement, System, TableDefinition};

use super::entity::{label, label_or, metadata_id};

/// The document of a column.
pub(super) fn attribute(table: &TableDefinition, at: usize, column: &ColumnDefinition) -> Json {
    let kind = kind_name(table, column);
    let by_caller = at == 0 || !column.read_only;
    let mut attribute = json!({
        "@odata.type": format!("#Microsoft.Dynamics.CRM.{}AttributeMetadata", metadata_type(kind)),
        "MetadataId": metadata_id(&format!("{}.{}", table.name, column.name)),
        "LogicalName": column.name,
        "SchemaName": column.name,
        "EntityLogicalName": table.name,
        "AttributeType": attribute_type(kind),
        "AttributeTypeName": { "Value": format!("{kind}Type") },
        "DisplayName": label_or(&column.label, &column.name),
        "Description": label_or(&column.description, ""),
        "IsPrimaryId": at == 0,
        "IsPrimaryName": table.primary_name.as_deref() == Some(column.name.as_str()),
        "IsCustomAttribute": column.custom || column.name.contains('_'),
        "IsLogical": false,
        "IsValidForRead": true,
        "IsValidForCreate": by_caller,
        "IsValidForUpdate": at != 0 && by_caller,
        "RequiredLevel": { "Value": required_level(table, at, column), "CanBeChanged": false },
    });
    if let Some(object) = attribute.as_object_mut() {
        object.extend(details(table, column));
    }
    attribute
}

fn required_level(table: &TableDefinition, at: usize, column: &ColumnDefinition) -> &'static str {
    match column.requirement {
        _ if at == 0 || table.system(System::Owner) == column.name => "SystemRequired",
        Requirement::Optional => "None",
        Requirement::Recommended => "Recommended",
        Requirement::Form | Requirement::Required => "ApplicationRequired",
    }
}

/// Dataverse's name of the column's type.
fn kind_name(table: &TableDefinition, column: &ColumnDefinition) -> &'static str {
    match &column.kind {
        ColumnKind::Text { .. } => "String",
        ColumnKind::Memo { .. } => "Memo",
        ColumnKind::Whole { min, max } if i32::try_from(*min).is_ok() && i32::try_from(*max).is_ok() => {
            "Integer"
        }
        ColumnKind::Whole { .. } => "BigInt",
        ColumnKind::Decimal { .. } => "Decimal",
        ColumnKind::Money { .. } => "Money",
        ColumnKind::YesNo => "Boolean",
        ColumnKind::Date | ColumnKind::DateTime => "DateTime",
        ColumnKind::Choice { .. } => "Picklist",
        ColumnKind::MultiChoice { .. } => "MultiSelectPicklist",
        ColumnKind::File { .. } => "File",
        ColumnKind::Lookup { .. } if column.name == table.system(System::Owner) => "Owner",
        ColumnKind::Lookup { .. } => "Lookup",
        ColumnKind::Id => "Uniqueidentifier",
    }
}

/// Younger types have a name of their own only in `AttributeTypeName`.
fn attribute_type(kind: &'static str) -> &'static str {
    if ["MultiSelectPicklist", "File"].contains(&kind) { "Virtual" } else { kind }
}

/// The type of the document: owners are described as lookups.
fn metadata_type(kind: &'static str) -> &'static str {
    match kind {
        "Owner" => "Lookup",
        "Uniqueidentifier" => "UniqueIdentifier",
        kind => kind,
    }
}

/// What only this kind of column has.
fn details(table: &TableDefinition, column: &ColumnDefinition) -> Map<String, Json> {
    let number = |units: i64, scale: u8| -> Json {
        serde_json::from_str(&scaled_to_digits(units, scale)).unwrap_or(Json::Null)
    };
    let details = match &column.kind {
        ColumnKind::Text { length_max } | ColumnKind::Memo { length_max } => {
            json!({ "MaxLength": length_max, "FormatName": { "Value": "Text" } })
        }
        ColumnKind::Whole { min, max } => json!({ "MinValue": min, "MaxValue": max }),
        ColumnKind::Decimal { scale, min, max } => {
            json!({ "MinValue": number(*min, *scale), "MaxValue": number(*max, *scale), "Precision": scale })
        }
        ColumnKind::Money { min, max } => json!({
            "MinValue": number(*min, MONEY_SCALE), "MaxValue": number(*max, MONEY_SCALE),
            "Precision": MONEY_SCALE,
        }),
        ColumnKind::Date => json!({ "Format": "DateOnly", "DateTimeBehavior": { "Value": "DateOnly" } }),
        ColumnKind::DateTime => {
            json!({ "Format": "DateAndTime", "DateTimeBehavior": { "Value": "UserLocal" } })
        }
        ColumnKind::YesNo => json!({ "OptionSet": {
            "MetadataId": metadata_id(&format!("{}.{}/options", table.name, column.name)),
            "OptionSetType": "Boolean",
            "IsGlobal": false,
            "TrueOption": { "Value": 1, "Label": label("Yes") },
            "FalseOption": { "Value": 0, "Label": label("No") },
        } }),
        ColumnKind::Choice { options } | ColumnKind::MultiChoice { options } => json!({
            "OptionSet": option_set(table, column, options), "GlobalOptionSet": null,
        }),
        ColumnKind::File { size_max } => json!({ "MaxSizeInKB": size_max / 1024 }),
        ColumnKind::Lookup { targets } => json!({ "Targets": targets }),
        ColumnKind::Id => json!({}),
    };
    match details {
        Json::Object(details) => details,
        _ => Map::new(),
    }
}

fn option_set(table: &TableDefinition, column: &ColumnDefinition, options: &[ChoiceOption]) -> Json {
    let name = format!("{}_{}", table.name, column.name);
    let option = |option: &ChoiceOption| json!({ "Value": option.value, "Label": label_or(&option.label, &option.name) });
    json!({
        "MetadataId": metadata_id(&format!("{}.{}/options", table.name, column.name)),
        "Name": name,
        "OptionSetType": "Picklist",
        "IsGlobal": false,
        "DisplayName": label_or(&column.label, &column.name),
        "Options": options.iter().map(option).collect::<Vec<_>>(),
    })
}
