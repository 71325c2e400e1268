//! A table as Dataverse describes it: one JSON document with its columns, keys and relationships.

use serde_json::{Value as Json, json};
use tables::uuid::Uuid;
use tables::{ColumnDefinition, ColumnKind, KeyDefinition, Label, Ownership, TableDefinition};

use super::attribute::attribute;
use crate::model::Model;

/// The language of what has no labels.
pub(super) const ENGLISH: u16 = 1033;

/// The id of something that has a name and no id: always the same.
pub(super) fn metadata_id(name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("tandem/{name}").as_bytes())
}

/// A text in the one language there is.
pub(super) fn label(text: &str) -> Json {
    let label = json!({ "Label": text, "LanguageCode": ENGLISH, "IsManaged": true });
    json!({ "LocalizedLabels": [label], "UserLocalizedLabel": label })
}

/// The texts that were given, or else the name.
pub(super) fn label_or(given: &Label, name: &str) -> Json {
    if given.is_empty() {
        return label(name);
    }
    let one =
        |language: u16, text: &str| json!({ "Label": text, "LanguageCode": language, "IsManaged": false });
    let all: Vec<Json> = given.texts().iter().map(|(language, text)| one(*language, text)).collect();
    let user = given.text(ENGLISH).map_or_else(|| all[0].clone(), |text| one(ENGLISH, text));
    json!({ "LocalizedLabels": all, "UserLocalizedLabel": user })
}

/// The document of a table; without `deep` only what does not take a `$expand`.
pub(super) fn entity(model: &Model<'_>, table: &TableDefinition, deep: bool) -> Json {
    let mut entity = json!({
        "MetadataId": metadata_id(&table.name),
        "LogicalName": table.name,
        "SchemaName": table.name,
        "EntitySetName": table.set,
        "LogicalCollectionName": table.set,
        "CollectionSchemaName": table.set,
        "PrimaryIdAttribute": table.id_column(),
        "PrimaryNameAttribute": table.primary_name,
        "OwnershipType": match table.ownership {
            Ownership::Organization => "OrganizationOwned",
            Ownership::UserOrTeam => "UserOwned",
        },
        "IsPrivate": false,
        "IsActivity": false,
        "IsCustomEntity": table.name.contains('_'),
        "ChangeTrackingEnabled": !table.bookkeeping,
        "DisplayName": label(&table.name),
        "DisplayCollectionName": label(&table.set),
    });
    if deep {
        let columns = table.columns.iter().enumerate().filter(|(_, column)| !column.secret);
        let attributes: Vec<Json> = columns.map(|(at, column)| attribute(table, at, column)).collect();
        entity["Attributes"] = attributes.into();
        entity["Keys"] = table.keys.iter().map(|key| key_of(table, key)).collect();
        entity["ManyToOneRelationships"] = many_to_one(model, table).into();
        entity["OneToManyRelationships"] = one_to_many(model, table).into();
        entity["ManyToManyRelationships"] = json!([]);
    }
    entity
}

fn key_of(table: &TableDefinition, key: &KeyDefinition) -> Json {
    json!({
        "MetadataId": metadata_id(&format!("{}/{}", table.name, key.name)),
        "LogicalName": key.name,
        "SchemaName": key.name,
        "EntityLogicalName": table.name,
        "DisplayName": label_or(&key.label, &key.name),
        "KeyAttributes": key.columns,
        "EntityKeyIndexStatus": "Active",
    })
}

/// Lookups of the table itself.
pub(super) fn many_to_one(model: &Model<'_>, table: &TableDefinition) -> Vec<Json> {
    let lookups = table.columns.iter().filter(|column| !column.secret);
    let to_targets = lookups.flat_map(|lookup| {
        let targets = match &lookup.kind {
            ColumnKind::Lookup { targets } => targets.as_slice(),
            _ => &[],
        };
        targets.iter().filter_map(|target| relationship(model, table, lookup, model.table(target)?))
    });
    to_targets.collect()
}

fn one_to_many(model: &Model<'_>, table: &TableDefinition) -> Vec<Json> {
    let collections = model.collections_of(table);
    collections
        .filter_map(|(_, collection)| relationship(model, collection.table, collection.lookup, table))
        .collect()
}

fn relationship(
    model: &Model<'_>,
    table: &TableDefinition,
    lookup: &ColumnDefinition,
    target: &TableDefinition,
) -> Option<Json> {
    let schema_name = match lookup.kind.is_polymorphic() {
        true => format!("{}_{}_{}", table.name, lookup.name, target.name),
        false => format!("{}_{}", table.name, lookup.name),
    };
    let collections = &mut model.collections_of(target);
    let (collection, _) =
        collections.find(|(_, one)| one.table.name == table.name && one.lookup.name == lookup.name)?;
    Some(json!({
        "@odata.type": "#Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata",
        "MetadataId": metadata_id(&schema_name),
        "SchemaName": schema_name,
        "RelationshipType": "OneToManyRelationship",
        "IsCustomRelationship": schema_name.starts_with("tandem_"),
        "ReferencedEntity": target.name,
        "ReferencedAttribute": target.id_column(),
        "ReferencedEntityNavigationPropertyName": collection,
        "ReferencingEntity": table.name,
        "ReferencingAttribute": lookup.name,
        "ReferencingEntityNavigationPropertyName": navigation_name(lookup, &target.name),
    }))
}

/// What the navigation property along a lookup is called: with its target, where it has several.
pub(super) fn navigation_name(lookup: &ColumnDefinition, target: &str) -> String {
    match lookup.kind.is_polymorphic() {
        true => format!("{}_{target}", lookup.name),
        false => lookup.name.clone(),
    }
}
