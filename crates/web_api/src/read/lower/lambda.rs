//! `any` and `all`: a collection becomes the table and lookup that point here, and the condition
//! begins at the rows of that table.

use odata::{Filter as Syntax, Path};
use tables::{Filter, TableDefinition};

use crate::model::{Collection, Model};
use crate::respond::{ApiError, BAD_ATTRIBUTE};

impl<'a> Model<'a> {
    /// Where the collection at `path` is, and the condition (with its range variable) on its rows.
    pub(super) fn lambda(
        &self,
        table: &'a TableDefinition,
        path: &Path,
        condition: Option<(&str, &Syntax)>,
    ) -> Result<(Collection<'a>, Option<Filter>), ApiError> {
        let [name] = path.0.as_slice() else {
            return Err(ApiError::not_implemented("any() and all() behind a lookup"));
        };
        let collection =
            self.collection(table, name).ok_or_else(|| self.convention.unknown_property(table, name))?;
        let filter = condition.map(|(variable, condition)| {
            let inner = inside(variable, condition)?;
            self.filter(collection.table, &inner)
        });
        Ok((collection, filter.transpose()?))
    }
}

/// The condition as it is for one row of the collection: paths without the range variable. Nested
/// conditions have a variable of their own, and only their collection begins with this one.
fn inside(variable: &str, condition: &Syntax) -> Result<Syntax, ApiError> {
    let path = |path: &Path| match path.0.split_first() {
        Some((first, rest)) if first == variable && !rest.is_empty() => Ok(Path(rest.to_vec())),
        _ => {
            let message = format!("'{path}' must begin with '{variable}/': other rows cannot be named here.");
            Err(ApiError::new(400, BAD_ATTRIBUTE, message))
        }
    };
    let all = |parts: &[Syntax]| parts.iter().map(|part| inside(variable, part)).collect::<Result<_, _>>();
    Ok(match condition {
        Syntax::And(parts) => Syntax::And(all(parts)?),
        Syntax::Or(parts) => Syntax::Or(all(parts)?),
        Syntax::Not(inner) => Syntax::Not(Box::new(inside(variable, inner)?)),
        Syntax::Compare { path: at, operator, value } => {
            Syntax::Compare { path: path(at)?, operator: *operator, value: value.clone() }
        }
        Syntax::TextMatch { path: at, kind, value } => {
            Syntax::TextMatch { path: path(at)?, kind: *kind, value: value.clone() }
        }
        Syntax::In { path: at, values } => Syntax::In { path: path(at)?, values: values.clone() },
        // A function names its property in quotes, with or without the variable.
        Syntax::Function { name, property, values } => Syntax::Function {
            name: name.clone(),
            property: path(property).unwrap_or_else(|_| property.clone()),
            values: values.clone(),
        },
        Syntax::Boolean(at) => Syntax::Boolean(path(at)?),
        Syntax::Any { path: at, variable, condition } => {
            Syntax::Any { path: path(at)?, variable: variable.clone(), condition: condition.clone() }
        }
        Syntax::All { path: at, variable, condition } => {
            Syntax::All { path: path(at)?, variable: variable.clone(), condition: condition.clone() }
        }
    })
}
