//! Which packages there are: those in the program, and those that somebody put into a folder.

use std::path::{Path, PathBuf};

use super::Package;
use crate::maps::{MapError, Solution};

/// The documents of the package `commerce`.
const COMMERCE: [(&str, &str); 5] = [
    ("solution.toml", include_str!("../../../../solutions/commerce/solution.toml")),
    (
        "maps/b2b_prospects_leads.toml",
        include_str!("../../../../solutions/commerce/maps/b2b_prospects_leads.toml"),
    ),
    (
        "maps/customers_accounts.toml",
        include_str!("../../../../solutions/commerce/maps/customers_accounts.toml"),
    ),
    (
        "maps/customers_contacts.toml",
        include_str!("../../../../solutions/commerce/maps/customers_contacts.toml"),
    ),
    ("maps/decisions.toml", include_str!("../../../../solutions/commerce/maps/decisions.toml")),
];

/// The packages in the program.
///
/// # Errors
/// [`MapError`] when a document is not valid.
pub fn embedded() -> Result<Vec<Package>, MapError> {
    let documents = COMMERCE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Ok(vec![Package::read(documents.collect())?])
}

impl Solution {
    /// What the package `commerce` puts to work: business partner onboarding.
    ///
    /// # Errors
    /// [`MapError`] when a document is not valid.
    pub fn commerce() -> Result<Self, MapError> {
        Ok(embedded()?.remove(0).solution().clone())
    }
}

/// Where packages are looked for.
#[derive(Clone, Debug, Default)]
pub struct Gallery {
    /// A folder with one folder for each package, beside those in the program.
    pub folder: Option<PathBuf>,
}

/// A folder that is no package, and why.
#[derive(Clone, Debug)]
pub struct Unfit {
    /// The folder.
    pub folder: String,
    /// What is wrong in it.
    pub error: MapError,
}

impl Gallery {
    /// All packages by name, and the folders that are none. One in the folder stands for one of the
    /// same name in the program.
    ///
    /// # Errors
    /// [`MapError`] when a package in the program is not valid.
    pub fn packages(&self) -> Result<(Vec<Package>, Vec<Unfit>), MapError> {
        let mut packages = embedded()?;
        let mut unfit = Vec::new();
        for folder in self.folder.as_deref().map(folders).unwrap_or_default() {
            match Package::read_folder(&folder) {
                Ok(package) => {
                    packages.retain(|known| known.name() != package.name());
                    packages.push(package);
                }
                Err(error) => unfit.push(Unfit { folder: folder.display().to_string(), error }),
            }
        }
        packages.sort_by(|one, other| one.name().cmp(other.name()));
        Ok((packages, unfit))
    }

    /// The package of this name.
    ///
    /// # Errors
    /// As [`Gallery::packages`].
    pub fn find(&self, name: &str) -> Result<Option<Package>, MapError> {
        Ok(self.packages()?.0.into_iter().find(|package| package.name() == name))
    }
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_in_the_folder_stand_beside_those_in_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let put = |package: &str, name: &str, text: &str| {
            let file = folder.path().join(package).join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        };
        for (name, text) in COMMERCE {
            put("mine", name, &text.replace("name = \"commerce\"", "name = \"mine\""));
        }
        put("broken", "solution.toml", "name = 1");
        let gallery = Gallery { folder: Some(folder.path().into()) };
        let (packages, unfit) = gallery.packages().unwrap();
        let names: Vec<&str> = packages.iter().map(Package::name).collect();
        assert_eq!(names, ["commerce", "mine"]);
        assert!(unfit[0].folder.ends_with("broken"), "{unfit:?}");
        assert!(gallery.find("mine").unwrap().is_some());
        assert!(Gallery::default().find("mine").unwrap().is_none());
    }
}
