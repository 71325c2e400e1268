//! Every bound the parsers keep, so that no request can cost more than we chose.

/// Longest single text: one option, one literal, one resource path, one header.
pub const TEXT_BYTES_MAX: usize = 32_768;

/// Longest raw query string. A `$batch` part may carry a URL of 64 KiB.
pub const QUERY_BYTES_MAX: usize = 65_536;

/// Most `name=value` parts in one query string.
pub const QUERY_OPTIONS_MAX: usize = 256;

/// Deepest nesting of parentheses, `not`, `any` and `all` in one filter.
pub const FILTER_DEPTH_MAX: usize = 32;

/// Most conditions in one filter (or in one `$expand`, over all its filters).
pub const FILTER_TERMS_MAX: usize = 500;

/// Most values in an `in (...)` list or a bracketed list.
pub const LIST_VALUES_MAX: usize = 1_000;

/// Most steps in a property path such as `a/b/c`.
pub const PATH_STEPS_MAX: usize = 16;

/// Longest name of a property, function, type, alias or set.
pub const NAME_BYTES_MAX: usize = 256;

/// Longest sum of the alias values that one text may draw in. An alias counts
/// each time it is used, so that a short filter cannot stand for a huge one.
pub const ALIAS_BYTES_MAX: usize = 65_536;

/// Most columns in one `$select`.
pub const SELECT_COLUMNS_MAX: usize = 1_024;

/// Most keys in one `$orderby`.
pub const ORDER_KEYS_MAX: usize = 32;

/// Deepest nesting of `$expand` inside `$expand`; a flat `$expand` has depth 1.
pub const EXPAND_DEPTH_MAX: usize = 4;

/// Most expanded properties in one `$expand`, over all its levels.
pub const EXPAND_ITEMS_MAX: usize = 100;

/// Most segments in one resource path.
pub const RESOURCE_SEGMENTS_MAX: usize = 16;

/// Most named values in one pair of parentheses of a resource path.
pub const KEY_VALUES_MAX: usize = 32;

/// Most preferences read from `Prefer` headers; the rest are ignored.
pub const PREFERENCES_MAX: usize = 64;

/// Most elements in one FetchXML document.
pub const FETCH_ELEMENTS_MAX: usize = 2_000;

/// Most elements of a FetchXML document in one another.
pub const FETCH_DEPTH_MAX: usize = 40;

/// Most attributes of one element of FetchXML.
pub const FETCH_ATTRIBUTES_MAX: usize = 32;

/// Most linked tables in one FetchXML document: Dataverse's own limit.
pub const FETCH_LINKS_MAX: usize = 15;
