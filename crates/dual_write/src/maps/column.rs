//! One line of a map: which column goes where, and how it changes on the way.

use serde::Deserialize;
use serde_json::Value as Json;

use super::{Condition, Constant, Template};
use crate::Side;

/// Which way values go. The symbols are Microsoft's; headquarters stands on the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Direction {
    /// Both ways as they are.
    #[serde(rename = "=")]
    Both,
    /// To Sales as they are.
    #[serde(rename = ">")]
    ToSales,
    /// To headquarters as they are.
    #[serde(rename = "<")]
    ToHeadquarters,
    /// Both ways with a transform.
    #[serde(rename = "><")]
    BothTransformed,
    /// To Sales with a transform.
    #[serde(rename = ">>")]
    ToSalesTransformed,
    /// To headquarters with a transform.
    #[serde(rename = "<<")]
    ToHeadquartersTransformed,
}

impl Direction {
    /// Whether values flow away from `side`.
    #[must_use]
    pub fn flows_from(self, side: Side) -> bool {
        match self {
            Self::Both | Self::BothTransformed => true,
            Self::ToSales | Self::ToSalesTransformed => side == Side::Headquarters,
            Self::ToHeadquarters | Self::ToHeadquartersTransformed => side == Side::Sales,
        }
    }

    /// Whether the symbol promises a transform.
    #[must_use]
    pub fn transforms(self) -> bool {
        matches!(self, Self::BothTransformed | Self::ToSalesTransformed | Self::ToHeadquartersTransformed)
    }

    /// The symbol.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Both => "=",
            Self::ToSales => ">",
            Self::ToHeadquarters => "<",
            Self::BothTransformed => "><",
            Self::ToSalesTransformed => ">>",
            Self::ToHeadquartersTransformed => "<<",
        }
    }
}

/// A column of headquarters, a column of Sales, or one of them with a value made on the way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Column of headquarters.
    pub headquarters: Option<String>,
    /// Which way.
    pub direction: Direction,
    /// Column of Sales.
    pub sales: Option<String>,
    /// Transform: this value, given once when the row is made.
    pub default: Option<Constant>,
    /// Transform: text made of the source's columns.
    pub template: Option<Template>,
    /// Transform: a row named by its key, such as `teams(name='usmf DW')`, given once.
    pub reference: Option<Template>,
    /// Transform: pairs of values.
    #[serde(default)]
    pub value_map: Vec<Values>,
    /// The Sales column is a lookup to a row of another map; headquarters' column holds its key.
    pub lookup: Option<Lookup>,
    /// Written when the row is made, never again.
    #[serde(default)]
    pub create_only: bool,
    /// Only if the source row fulfils these.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Whose value stands when both sides changed it; the map's own answer where this is silent.
    pub conflict: Option<Side>,
}

/// A pair of a column's value map.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// In headquarters.
    pub headquarters: Json,
    /// In Sales.
    pub sales: Json,
}

/// A lookup that is resolved through the links of another map.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    /// The map whose links know the row.
    pub map: String,
    /// Logical name of the table in Sales that the lookup must point to; other targets count as
    /// nothing.
    pub table: String,
    /// The property that Sales binds the lookup by.
    pub reference: String,
}

impl Column {
    /// The column on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> Option<&str> {
        match side {
            Side::Headquarters => self.headquarters.as_deref(),
            Side::Sales => self.sales.as_deref(),
        }
    }

    /// Whether the value has no column on the side that it comes from: made once, with the row.
    #[must_use]
    pub fn is_made_with_the_row(&self) -> bool {
        self.default.is_some() || self.template.is_some() || self.reference.is_some()
    }

    /// The name that this line has in links and messages.
    #[must_use]
    pub fn name(&self) -> &str {
        self.headquarters.as_deref().or(self.sales.as_deref()).unwrap_or_default()
    }

    /// What is wrong with this line: its key and the remedy.
    pub(super) fn check(&self) -> Result<(), (&'static str, String)> {
        let transforms = [
            self.default.is_some(),
            self.template.is_some(),
            self.reference.is_some(),
            !self.value_map.is_empty(),
        ];
        let count = transforms.iter().filter(|given| **given).count();
        let symbol = self.direction.symbol();
        match (self.direction.transforms(), count) {
            (true, 0) => {
                return Err((
                    "direction",
                    format!(
                        "\"{symbol}\" promises a transform: add default, template, reference or value_map, or write \"{}\"",
                        if symbol == "><" { "=" } else { &symbol[..1] }
                    ),
                ));
            }
            (true, 1) | (false, 0) => {}
            (true, _) => return Err(("direction", "give one transform, not several".into())),
            (false, _) => {
                let doubled = if symbol == "=" { "><".to_owned() } else { symbol.repeat(2) };
                let remedy = format!(
                    "\"{symbol}\" takes values as they are: write \"{doubled}\", or remove the transform"
                );
                return Err(("direction", remedy));
            }
        }
        for side in Side::BOTH {
            let from = side.other();
            if !self.direction.flows_from(from) {
                continue;
            }
            if self.on(side).is_none() {
                return Err((side.name(), format!("\"{symbol}\" writes to {side}: name its column there")));
            }
            match (self.on(from), self.is_made_with_the_row()) {
                (None, false) => {
                    return Err((
                        from.name(),
                        format!("\"{symbol}\" reads from {from}: name its column there"),
                    ));
                }
                (Some(_), true) => {
                    return Err((
                        from.name(),
                        "a default, template or reference has no source column: remove it".into(),
                    ));
                }
                _ => {}
            }
        }
        if self.is_made_with_the_row() && self.direction == Direction::BothTransformed {
            return Err(("direction", "a value made on the way goes one way: write \">>\" or \"<<\"".into()));
        }
        if let Some(lookup) = self.lookup.as_ref().filter(|_| self.direction.transforms()) {
            return Err(("lookup", format!("a lookup through {} takes no transform", lookup.map)));
        }
        Ok(())
    }
}
