//! The tree that `$filter` becomes.

use crate::Literal;

/// A property path `a/b/c`: navigation steps, then a property.
///
/// Inside `any` and `all` the first step may be the range variable.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Path(pub Vec<String>);

/// How a property is compared with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `eq`
    Equal,
    /// `ne`
    NotEqual,
    /// `gt`
    Greater,
    /// `ge`
    GreaterOrEqual,
    /// `lt`
    Less,
    /// `le`
    LessOrEqual,
}

impl Comparison {
    /// The operator that means the same once both sides change places.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Equal => Self::Equal,
            Self::NotEqual => Self::NotEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
        }
    }
}

/// Which part of a text property has to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextMatchKind {
    /// `contains`
    Contains,
    /// `startswith`
    StartsWith,
    /// `endswith`
    EndsWith,
}

/// A condition on a row.
///
/// A parsed tree is never deeper than [`crate::limits::FILTER_DEPTH_MAX`]
/// allows, so plain recursion over it is safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// All of at least two conditions; parentheses keep their own node.
    And(Vec<Filter>),
    /// Any of at least two conditions.
    Or(Vec<Filter>),
    /// The opposite.
    Not(Box<Filter>),
    /// `path eq value`; a value written on the left has been swapped over.
    Compare {
        /// The property.
        path: Path,
        /// The operator.
        operator: Comparison,
        /// The constant, never an alias or a list.
        value: Literal,
    },
    /// `contains(path,'value')` and its two siblings.
    TextMatch {
        /// The property.
        path: Path,
        /// Where the value has to stand.
        kind: TextMatchKind,
        /// The text looked for.
        value: String,
    },
    /// `path in (1,2)`
    In {
        /// The property.
        path: Path,
        /// At least one constant.
        values: Vec<Literal>,
    },
    /// `Microsoft.Dynamics.CRM.Between(PropertyName='c',PropertyValues=["1","2"])`
    Function {
        /// The name as written, with or without its namespace.
        name: String,
        /// What `PropertyName` names.
        property: Path,
        /// What `PropertyValue`, `PropertyValue1`.. or `PropertyValues` hold;
        /// quoted values are [`Literal::Text`] whatever the column's type.
        values: Vec<Literal>,
    },
    /// `path/any(variable:condition)`, or `path/any()` for "has rows".
    Any {
        /// The collection.
        path: Path,
        /// The range variable; empty when there is no condition.
        variable: String,
        /// What one of the rows has to meet.
        condition: Option<Box<Filter>>,
    },
    /// `path/all(variable:condition)`
    All {
        /// The collection.
        path: Path,
        /// The range variable.
        variable: String,
        /// What each of the rows has to meet.
        condition: Box<Filter>,
    },
    /// A property that is true or false by itself: `donotemail`.
    Boolean(Path),
}
