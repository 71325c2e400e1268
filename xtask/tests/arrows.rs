//! Holds the house of ARCHITECTURE.md: arrows point down, every crate says what it must not know,
//! and SQL is written in one place.

#![expect(clippy::unwrap_used, reason = "helpers of tests may stop where they stand")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What each crate may depend on, floor by floor. The binary stands on top and wires everything.
const ARROWS: &[(&str, &[&str])] = &[
    ("odata", &[]),
    ("platform", &[]),
    ("tables_derive", &[]),
    ("tables", &["platform", "tables_derive"]),
    ("channel", &["platform", "tables"]),
    ("jobs", &["platform", "tables"]),
    ("shell", &["platform", "tables"]),
    ("web_api", &["odata", "platform", "tables"]),
    ("storefront", &["channel", "platform", "shell", "tables"]),
    ("headquarters", &["channel", "jobs", "platform", "shell", "tables", "web_api"]),
    ("sales", &["platform", "shell", "tables", "web_api"]),
    ("dual_write", &["platform", "shell", "tables"]),
    ("xtask", &[]),
];
const UNRESTRICTED: &str = "tandem";

/// The only folder that may hold SQL.
const SQL_FOLDER: &str = "crates/tables/src/sql";

#[test]
fn arrows_only_point_down() {
    let allowed: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let crates = workspace_crates();
    for (name, dependencies) in &crates {
        if name == UNRESTRICTED {
            continue;
        }
        let Some(allowed) = allowed.get(name.as_str()) else {
            panic!("{name} is on no floor: give it a line in ARROWS and a paragraph in ARCHITECTURE.md");
        };
        // A crate may be its own dev-dependency, with a feature for tests.
        for dependency in dependencies.iter().filter(|d| crates.contains_key(*d) && *d != name) {
            assert!(allowed.contains(&dependency.as_str()), "{name} must not know {dependency}");
        }
    }
}

#[test]
fn every_crate_says_what_it_must_not_know() {
    let document = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for name in workspace_crates().keys() {
        let heading = format!("\n### `{name}`");
        let (_, after) = (document.split_once(&heading))
            .unwrap_or_else(|| panic!("ARCHITECTURE.md has no heading for {name}"));
        let paragraph = after.split("\n#").next().unwrap_or_default();
        assert!(
            paragraph.contains("must not know"),
            "ARCHITECTURE.md does not say what {name} must not know"
        );
    }
}

#[test]
fn sql_is_written_in_one_place() {
    let mut files = Vec::new();
    for folder in ["crates", "xtask"] {
        rust_files(&root().join(folder), &mut files);
    }
    assert!(!files.is_empty());
    for file in files {
        let place = file.strip_prefix(root()).unwrap();
        // This file quotes SQL to look for it; the benchmark measures the driver without the store.
        let exempt = [Path::new(file!()), Path::new("crates/tables/benches/store/floor.rs")];
        if place.starts_with(SQL_FOLDER) || exempt.contains(&place) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate() {
            assert!(!holds_sql(line), "{}:{}: SQL belongs in {SQL_FOLDER}", place.display(), number + 1);
        }
    }
}

#[test]
fn sql_is_told_from_english() {
    let quoted = |text: &str| format!("format!({:?})", text);
    for sql in ["SELECT id FROM {table}", "insert into lead", "UPDATE lead SET x", "DROP TABLE lead"] {
        assert!(holds_sql(&quoted(sql)), "{sql}");
    }
    for english in ["Select a row", "update failed", "created table {name}"] {
        assert!(!holds_sql(&quoted(english)), "{english}");
    }
}

/// A string literal that starts like a statement. The bans in clippy.toml are the lock on the
/// door; this finds text that is prepared elsewhere.
fn holds_sql(line: &str) -> bool {
    const STARTS: &[(&str, &str)] = &[
        ("select ", " from "),
        ("update ", " set "),
        ("insert into ", ""),
        ("delete from ", ""),
        ("create table ", ""),
        ("alter table ", ""),
        ("drop table ", ""),
    ];
    let line = line.to_ascii_lowercase();
    let mut literals = line.split('"').skip(1).step_by(2);
    literals.any(|literal| {
        STARTS.iter().any(|(start, then)| literal.starts_with(start) && literal.contains(then))
    })
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// Every workspace crate with the names of its dependencies of any kind.
fn workspace_crates() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let dependencies = package["dependencies"].as_array().unwrap().iter();
            let names = dependencies.map(|d| text(&d["name"])).collect();
            (text(&package["name"]), names)
        })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
