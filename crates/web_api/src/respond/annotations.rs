//! Which annotations a caller asked for with `odata.include-annotations`.

pub(crate) const LOOKUP_LOGICAL_NAME: &str = "Microsoft.Dynamics.CRM.lookuplogicalname";
pub(crate) const ASSOCIATED_NAVIGATION_PROPERTY: &str = "Microsoft.Dynamics.CRM.associatednavigationproperty";
pub(crate) const FORMATTED_VALUE: &str = "OData.Community.Display.V1.FormattedValue";
const TOTAL_RECORD_COUNT: &str = "Microsoft.Dynamics.CRM.totalrecordcount";

/// What is told beside values and sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Annotations {
    /// The table that a lookup points to.
    pub lookup_logical_name: bool,
    /// The navigation property that follows a lookup.
    pub associated_navigation_property: bool,
    /// The value for people.
    pub formatted_value: bool,
    /// How many rows a set has in all, and whether that is beyond what is counted.
    pub total_record_count: bool,
}

impl Annotations {
    /// Reads a list such as `*` or `Microsoft.Dynamics.CRM.*,-display.*`.
    pub fn asked_for(list: &str) -> Self {
        Self {
            lookup_logical_name: is_asked_for(list, LOOKUP_LOGICAL_NAME),
            associated_navigation_property: is_asked_for(list, ASSOCIATED_NAVIGATION_PROPERTY),
            formatted_value: is_asked_for(list, FORMATTED_VALUE),
            total_record_count: is_asked_for(list, TOTAL_RECORD_COUNT),
        }
    }
}

/// Whether the list has the name, and not excluded.
fn is_asked_for(list: &str, name: &str) -> bool {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => pattern == name,
    };
    let (mut wanted, mut unwanted) = (false, false);
    for pattern in list.split(',').map(str::trim) {
        match pattern.strip_prefix('-') {
            Some(pattern) => unwanted |= fits(pattern),
            None => wanted |= fits(pattern),
        }
    }
    wanted && !unwanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_are_found_in_every_spelling_of_the_list() {
        for list in
            ["*", "Microsoft.Dynamics.CRM.*", LOOKUP_LOGICAL_NAME, "OData.Community.*, *", "-display.*,*"]
        {
            assert!(Annotations::asked_for(list).lookup_logical_name, "{list}");
        }
        for list in ["", "OData.Community.Display.V1.FormattedValue", "-*,*", "-Microsoft.Dynamics.CRM.*,*"] {
            assert!(!Annotations::asked_for(list).lookup_logical_name, "{list}");
        }
    }
}
