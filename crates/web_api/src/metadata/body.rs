//! A column as a caller describes it, in Dataverse's words.

use serde_json::{Map, Value as Json};
use tables::column::{FILE_SIZE_MAX, MEMO_LENGTH_MAX, MULTI_CHOICE_OPTIONS_MAX, TEXT_LENGTH_MAX};
use tables::value::{MONEY_SCALE, digits_to_scaled, scaled_to_digits};
use tables::{ChoiceOption, ColumnDefinition, ColumnKind, Label, Requirement};

use crate::respond::{ApiError, BAD_PAYLOAD};

/// Longest logical name.
pub const NAME_LENGTH_MAX: usize = 50;
/// Longest label of a column, key or option, in characters.
pub const LABEL_LENGTH_MAX: usize = 200;
/// Longest description, in characters.
pub const DESCRIPTION_LENGTH_MAX: usize = 2_000;
/// Most languages of a label.
pub const LANGUAGES_MAX: usize = 50;
/// Most options of a choice made through the API.
pub const OPTIONS_MAX: usize = 300;
/// Numbers of options that were given none.
const FIRST_OPTION: i32 = 100_000_000;
/// Dataverse's own default.
const FILE_KILOBYTES: u64 = 32_768;
const PREFIX: &str = "Microsoft.Dynamics.CRM.";

/// Members that every kind of column may have; some say only what is so anyway.
const COMMON: [&str; 9] = [
    "SchemaName",
    "LogicalName",
    "EntityLogicalName",
    "AttributeType",
    "AttributeTypeName",
    "DisplayName",
    "Description",
    "RequiredLevel",
    "ImeMode",
];

/// The column that a body describes.
pub(super) fn attribute(body: &Map<String, Json>) -> Result<ColumnDefinition, ApiError> {
    let kind = body.get("@odata.type").and_then(Json::as_str).unwrap_or_default();
    let kind = kind.trim_start_matches('#').trim_start_matches(PREFIX).trim_start_matches("Complex");
    let own: &[&str] = match kind {
        "StringAttributeMetadata" => &["MaxLength", "FormatName", "Format"],
        "MemoAttributeMetadata" => &["MaxLength", "FormatName", "Format"],
        "IntegerAttributeMetadata" => &["MinValue", "MaxValue", "Format"],
        "DecimalAttributeMetadata" | "MoneyAttributeMetadata" => &["MinValue", "MaxValue", "Precision"],
        "BooleanAttributeMetadata" | "PicklistAttributeMetadata" | "MultiSelectPicklistAttributeMetadata" => {
            &["OptionSet"]
        }
        "DateTimeAttributeMetadata" => &["Format", "DateTimeBehavior"],
        "FileAttributeMetadata" => &["MaxSizeInKB"],
        "LookupAttributeMetadata" => {
            return Err(unable(
                "A lookup column is made with its relationship, which this server cannot do yet. Keep the \
                 number or id of the other row in a StringAttributeMetadata column.",
            ));
        }
        "DoubleAttributeMetadata" => {
            return Err(unable(
                "A floating point column cannot be kept exactly. Use DecimalAttributeMetadata.",
            ));
        }
        other => {
            return Err(bad(format!(
                "'@odata.type' is '{other}'. Use {PREFIX} followed by String, Memo, Integer, Decimal, Money, \
                 Boolean, DateTime, Picklist, MultiSelectPicklist or File, and AttributeMetadata."
            )));
        }
    };
    only(body, "this kind of column", &[&COMMON, own].concat())?;
    let name = name_of(body)?;
    let kind = match kind {
        "StringAttributeMetadata" => {
            plain_text(body)?;
            ColumnKind::Text { length_max: length(body, 100, TEXT_LENGTH_MAX)? }
        }
        "MemoAttributeMetadata" => {
            plain_text(body)?;
            ColumnKind::Memo { length_max: length(body, 2_000, MEMO_LENGTH_MAX)? }
        }
        "IntegerAttributeMetadata" => {
            says(body, "Format", &["None"])?;
            let (min, max) = bounds(body, 0, (i64::from(i32::MIN), i64::from(i32::MAX)))?;
            ColumnKind::Whole { min, max }
        }
        "DecimalAttributeMetadata" => {
            let scale = precision(body, 2, 10)?;
            let (min, max) = bounds(body, scale, (-i64::MAX, i64::MAX))?;
            ColumnKind::Decimal { scale, min, max }
        }
        "MoneyAttributeMetadata" => {
            // Amounts have four decimals whatever is shown of them.
            precision(body, MONEY_SCALE, MONEY_SCALE)?;
            let (min, max) = bounds(body, MONEY_SCALE, (-i64::MAX, i64::MAX))?;
            ColumnKind::Money { min, max }
        }
        "BooleanAttributeMetadata" => {
            option_set(body, &["TrueOption", "FalseOption"])?;
            ColumnKind::YesNo
        }
        "DateTimeAttributeMetadata" => moment(body)?,
        "FileAttributeMetadata" => {
            let kilobytes = number(body, "MaxSizeInKB", FILE_KILOBYTES, 1..=FILE_SIZE_MAX / 1024)?;
            ColumnKind::File { size_max: kilobytes * 1024 }
        }
        "MultiSelectPicklistAttributeMetadata" => {
            ColumnKind::MultiChoice { options: options(body, MULTI_CHOICE_OPTIONS_MAX)? }
        }
        _ => ColumnKind::Choice { options: options(body, OPTIONS_MAX)? },
    };
    Ok(ColumnDefinition {
        requirement: requirement(body)?,
        label: label(body, "DisplayName")?,
        description: label(body, "Description")?,
        ..ColumnDefinition::new(name, kind)
    })
}

fn bad(message: impl Into<String>) -> ApiError {
    ApiError::new(400, BAD_PAYLOAD, message)
}

fn unable(message: &str) -> ApiError {
    ApiError::new(501, "NotImplemented", message)
}

/// Refuses members beyond these, unless they say nothing.
pub(super) fn only(body: &Map<String, Json>, what: &str, known: &[&str]) -> Result<(), ApiError> {
    // Dataverse's SDKs say this of every column; none but the first can be the primary name.
    let says_nothing = |value: &Json| value.is_null() || *value == Json::Bool(false);
    let unknown = |(name, value): &(&String, &Json)| {
        !name.contains('@') && !known.contains(&name.as_str()) && !says_nothing(value)
    };
    match body.iter().find(unknown) {
        None => Ok(()),
        Some((name, _)) => Err(ApiError::not_implemented(&format!("'{name}' of {what}"))),
    }
}

/// The logical name: of the schema name, which has its publisher's prefix.
pub(super) fn name_of(body: &Map<String, Json>) -> Result<String, ApiError> {
    let Some(schema_name) = body.get("SchemaName").and_then(Json::as_str) else {
        return Err(bad("SchemaName is missing. Give a name such as tandem_Colour."));
    };
    let name = schema_name.to_ascii_lowercase();
    let (prefix, rest) = name.split_once('_').unwrap_or_default();
    let is_prefix = (2..=8).contains(&prefix.len())
        && prefix.starts_with(|first: char| first.is_ascii_lowercase())
        && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !prefix.starts_with("mscrm");
    let is_rest = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !is_prefix || !is_rest || name.len() > NAME_LENGTH_MAX {
        return Err(bad(format!(
            "'{schema_name}' is no valid SchemaName. Use a publisher's prefix of 2 to 8 letters and digits, an \
             underscore and a name of letters, digits and underscores, such as tandem_Colour; at most \
             {NAME_LENGTH_MAX} characters."
        )));
    }
    match body.get("LogicalName").and_then(Json::as_str) {
        Some(given) if given != name => {
            Err(bad(format!("LogicalName must be '{name}', the SchemaName in lower case. Leave it out.")))
        }
        _ => Ok(name),
    }
}

/// The texts of a label member.
pub(super) fn label(body: &Map<String, Json>, member: &str) -> Result<Label, ApiError> {
    let length_max = if member == "Description" { DESCRIPTION_LENGTH_MAX } else { LABEL_LENGTH_MAX };
    let texts = match body.get(member) {
        None | Some(Json::Null) => return Ok(Label::default()),
        Some(label) => label.get("LocalizedLabels").and_then(Json::as_array),
    };
    let wrong = || bad(format!("{member} must have LocalizedLabels, each with Label and LanguageCode."));
    let texts = texts.ok_or_else(wrong)?;
    if texts.len() > LANGUAGES_MAX {
        return Err(bad(format!("{member} has {} languages; at most {LANGUAGES_MAX} fit.", texts.len())));
    }
    let mut label = Vec::with_capacity(texts.len());
    for text in texts {
        let language = text.get("LanguageCode").and_then(Json::as_u64);
        let language = language.and_then(|language| u16::try_from(language).ok()).ok_or_else(wrong)?;
        let text = text.get("Label").and_then(Json::as_str).ok_or_else(wrong)?;
        let length = text.chars().count();
        if length > length_max || text.contains('\0') {
            return Err(bad(format!(
                "A text of {member} is {length} characters long; at most {length_max} fit, and none may be U+0000."
            )));
        }
        if !text.is_empty() {
            label.push((language, text.to_owned()));
        }
    }
    Ok(Label::new(label))
}

fn requirement(body: &Map<String, Json>) -> Result<Requirement, ApiError> {
    match said(body, "RequiredLevel") {
        None | Some("None") => Ok(Requirement::Optional),
        Some("Recommended") => Ok(Requirement::Recommended),
        Some("ApplicationRequired") => Ok(Requirement::Form),
        Some(other) => Err(bad(format!(
            "RequiredLevel cannot be '{other}'. Use None, Recommended or ApplicationRequired."
        ))),
    }
}

/// A word that stands alone or as `{"Value": …}`.
fn said<'a>(body: &'a Map<String, Json>, member: &str) -> Option<&'a str> {
    let value = body.get(member)?;
    value.as_str().or_else(|| value.get("Value").and_then(Json::as_str))
}

/// Refuses any word but these.
fn says(body: &Map<String, Json>, member: &str, words: &[&str]) -> Result<(), ApiError> {
    match said(body, member) {
        Some(word) if !words.contains(&word) => Err(ApiError::not_implemented(&format!("{member} '{word}'"))),
        _ => Ok(()),
    }
}

fn plain_text(body: &Map<String, Json>) -> Result<(), ApiError> {
    says(body, "FormatName", &["Text", "TextArea"])?;
    says(body, "Format", &["Text", "TextArea"])
}

fn number(
    body: &Map<String, Json>,
    member: &str,
    otherwise: u64,
    range: std::ops::RangeInclusive<u64>,
) -> Result<u64, ApiError> {
    let value = match body.get(member) {
        None | Some(Json::Null) => Some(otherwise),
        Some(value) => value.as_u64(),
    };
    value.filter(|value| range.contains(value)).ok_or_else(|| {
        bad(format!("{member} must be a whole number between {} and {}.", range.start(), range.end()))
    })
}

fn length(body: &Map<String, Json>, otherwise: u32, max: u32) -> Result<u32, ApiError> {
    let length = number(body, "MaxLength", otherwise.into(), 1..=max.into())?;
    Ok(u32::try_from(length).unwrap_or(max))
}

fn precision(body: &Map<String, Json>, otherwise: u8, max: u8) -> Result<u8, ApiError> {
    let precision = number(body, "Precision", otherwise.into(), 0..=max.into())?;
    Ok(u8::try_from(precision).unwrap_or(max))
}

/// `MinValue` and `MaxValue` in units of the last decimal.
fn bounds(body: &Map<String, Json>, scale: u8, widest: (i64, i64)) -> Result<(i64, i64), ApiError> {
    let digits = |units: i64| scaled_to_digits(units, scale);
    let bound = |member: &str, otherwise: i64| match body.get(member) {
        None | Some(Json::Null) => Ok(otherwise),
        Some(value) => {
            let units = value.as_number().and_then(|number| digits_to_scaled(&number.to_string(), scale));
            units.filter(|units| (widest.0..=widest.1).contains(units)).ok_or_else(|| {
                let (min, max) = (digits(widest.0), digits(widest.1));
                bad(format!("{member} must be a number of {scale} decimals between {min} and {max}."))
            })
        }
    };
    let (min, max) = (bound("MinValue", widest.0)?, bound("MaxValue", widest.1)?);
    if min > max {
        return Err(bad(format!("MinValue {} is above MaxValue {}.", digits(min), digits(max))));
    }
    Ok((min, max))
}

fn moment(body: &Map<String, Json>) -> Result<ColumnKind, ApiError> {
    let behaviour = said(body, "DateTimeBehavior");
    match (said(body, "Format").unwrap_or("DateAndTime"), behaviour) {
        ("DateOnly", None | Some("DateOnly" | "UserLocal")) => Ok(ColumnKind::Date),
        ("DateAndTime", None | Some("UserLocal")) => Ok(ColumnKind::DateTime),
        (format, behaviour) => Err(ApiError::not_implemented(&format!(
            "Format '{format}' with DateTimeBehavior '{}'",
            behaviour.unwrap_or_default()
        ))),
    }
}

/// The column's own option set, with these members only.
fn option_set<'a>(
    body: &'a Map<String, Json>,
    members: &[&str],
) -> Result<Option<&'a Map<String, Json>>, ApiError> {
    let Some(set) = body.get("OptionSet").filter(|set| !set.is_null()) else { return Ok(None) };
    let set = set.as_object().ok_or_else(|| bad("OptionSet must be an object."))?;
    let known = ["OptionSetType", "DisplayName", "Description"];
    only(set, "an option set of one column", &[&known, members].concat())?;
    Ok(Some(set))
}

fn options(body: &Map<String, Json>, max: usize) -> Result<Vec<ChoiceOption>, ApiError> {
    let wrong = || bad(format!("OptionSet must have 1 to {max} Options, each with Value and Label."));
    let given = option_set(body, &["Options"])?.and_then(|set| set.get("Options"));
    let given = given.and_then(Json::as_array).filter(|given| (1..=max).contains(&given.len()));
    let mut options: Vec<ChoiceOption> = Vec::new();
    for option in given.ok_or_else(wrong)? {
        let option = option.as_object().ok_or_else(wrong)?;
        only(option, "an option", &["Value", "Label"])?;
        let value = match option.get("Value") {
            None | Some(Json::Null) => {
                let next = options.iter().map(|option| option.value.saturating_add(1)).max();
                next.unwrap_or_default().max(FIRST_OPTION)
            }
            Some(value) => {
                let value = value.as_i64().and_then(|value| i32::try_from(value).ok());
                value.ok_or_else(|| bad("The Value of an option must be a whole number of 32 bits."))?
            }
        };
        if options.iter().any(|known| known.value == value) {
            return Err(bad(format!("Two options have the Value {value}. Give each its own.")));
        }
        let label = label(option, "Label")?;
        let Some((_, first)) = label.texts().first() else {
            return Err(bad(format!("The option {value} has no Label. Give it one.")));
        };
        let name = label.text(super::entity::ENGLISH).unwrap_or(first).to_owned();
        options.push(ChoiceOption { label, ..ChoiceOption::new(value, name) });
    }
    Ok(options)
}
