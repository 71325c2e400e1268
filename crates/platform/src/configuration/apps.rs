//! Which applications a process serves.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An application of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum App {
    /// The store's pages and its JSON API.
    Storefront,
    /// Headquarters' pages, data service and batch jobs.
    Headquarters,
    /// The pages and the Web API of Sales.
    Sales,
    /// Dual-write's pages and engine.
    DualWrite,
}

impl App {
    const ALL: [Self; 4] = [Self::Storefront, Self::Headquarters, Self::Sales, Self::DualWrite];

    /// As it is written in settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Storefront => "storefront",
            Self::Headquarters => "headquarters",
            Self::Sales => "sales",
            Self::DualWrite => "dual-write",
        }
    }
}

/// Some of the applications, at least one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "String")]
pub struct Apps(Vec<App>);

impl Default for Apps {
    fn default() -> Self {
        Self(App::ALL.to_vec())
    }
}

impl Apps {
    /// Whether this one is served here.
    #[must_use]
    pub fn has(&self, app: App) -> bool {
        self.0.contains(&app)
    }

    /// The same without this one.
    #[must_use]
    pub fn without(mut self, app: App) -> Self {
        self.0.retain(|one| *one != app);
        self
    }
}

/// A list, or its names with commas between them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    List(Vec<String>),
}

impl TryFrom<Written> for Apps {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        match written {
            Written::Text(text) => text.parse(),
            Written::List(names) => names.join(",").parse(),
        }
    }
}

impl std::str::FromStr for Apps {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut apps = Vec::new();
        for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let app = App::ALL.into_iter().find(|app| app.name() == name);
            let app = app.ok_or_else(|| format!("there is no application {name}; {HOW}"))?;
            if !apps.contains(&app) {
                apps.push(app);
            }
        }
        if apps.is_empty() { Err(HOW.into()) } else { Ok(Self(apps)) }
    }
}

const HOW: &str = "name one or more of storefront, headquarters, sales, dual-write, with commas between them";

impl fmt::Display for Apps {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(|app| app.name()).collect();
        formatter.write_str(&names.join(","))
    }
}

impl From<Apps> for String {
    fn from(apps: Apps) -> Self {
        apps.to_string()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_come_as_a_list_or_with_commas() {
        for written in
            [json!("sales, dual-write"), json!(["sales", "dual-write"]), json!("sales,dual-write,sales")]
        {
            let apps: Apps = serde_json::from_value(written).unwrap();
            assert_eq!(apps.to_string(), "sales,dual-write");
            assert!(apps.has(App::Sales) && !apps.has(App::Storefront));
        }
        for wrong in [json!(""), json!([]), json!("store"), json!(7)] {
            assert!(serde_json::from_value::<Apps>(wrong.clone()).is_err(), "{wrong}");
        }
        assert_eq!(Apps::default().without(App::Sales).to_string(), "storefront,headquarters,dual-write");
    }
}
