//! The stories in a browser, and the pictures of the documentation: node's programs in
//! `tests/browser` with Debian's Chromium, against a demo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::debian;
use crate::demo::{Demo, program};
use crate::interrupt::Interrupt;
use crate::processes::{root, run_group};
use crate::summary::Summary;

/// Where the stories find the demo and the browser.
const ORIGIN_VARIABLE: &str = "TANDEM_TEST_ORIGIN";
const CHROMIUM_VARIABLE: &str = "TANDEM_TEST_CHROMIUM";
/// What stories start that need a demo of their own.
const PROGRAM_VARIABLE: &str = "TANDEM_TEST_PROGRAM";

/// `cargo xtask browser`.
pub fn run(files: &[String], interrupt: &Interrupt) -> Result<ExitCode> {
    let summary = stories(files, interrupt)?;
    println!("{summary}");
    Ok(if summary.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// All stories, as part of all tests.
pub fn test(interrupt: &Interrupt) -> Result<Summary> {
    stories(&[], interrupt)
}

fn stories(files: &[String], interrupt: &Interrupt) -> Result<Summary> {
    let tools = Tools::find(interrupt)?;
    let files = if files.is_empty() { all_stories()? } else { files.to_vec() };
    let demo = Demo::start(interrupt)?;
    tools.fill(&demo, interrupt)?;
    let report = tempfile::NamedTempFile::new().context("cannot make a temporary file")?;
    let mut node = tools.node(&demo)?;
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.arg("--test-reporter=tap").arg(format!("--test-reporter-destination={}", report.path().display()));
    node.args(files);
    let status = run_group(&mut node, interrupt, |_| Ok(()))?;
    let report = fs::read_to_string(report.path()).context("node left no report")?;
    Ok(Summary::of_tap(&report, status.success()))
}

/// `cargo xtask screenshots`.
pub fn screenshots(interrupt: &Interrupt) -> Result<ExitCode> {
    let tools = Tools::find(interrupt)?;
    let folder = root().join("docs/screenshots");
    fs::create_dir_all(&folder).context("cannot make docs/screenshots")?;
    let demo = Demo::start(interrupt)?;
    tools.fill(&demo, interrupt)?;
    let mut node = tools.node(&demo)?;
    node.arg("screenshots.mjs").arg(&folder);
    let status = run_group(&mut node, interrupt, |_| Ok(()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What the stories need of the machine.
struct Tools {
    folder: PathBuf,
    chromium: PathBuf,
}

impl Tools {
    fn find(interrupt: &Interrupt) -> Result<Tools> {
        let missing: Vec<&str> = [("chromium", "chromium"), ("node", "nodejs"), ("npm", "npm")]
            .into_iter()
            .filter(|(program, _)| debian::find(program).is_none())
            .map(|(_, package)| package)
            .collect();
        if !missing.is_empty() {
            debian::install(&missing, "the stories in a browser")?;
        }
        let chromium = debian::find("chromium").context("chromium is installed, but not on PATH")?;
        let folder = root().join("tests/browser");
        install_modules(&folder, interrupt)?;
        Ok(Tools { folder, chromium })
    }

    /// Puts partners at every step of the way into the demo.
    fn fill(&self, demo: &Demo, interrupt: &Interrupt) -> Result<()> {
        let mut node = self.node(demo)?;
        node.arg("fill.mjs").stdout(std::io::stderr());
        if !run_group(&mut node, interrupt, |_| Ok(()))?.success() {
            bail!("the demo cannot be filled");
        }
        Ok(())
    }

    fn node(&self, demo: &Demo) -> Result<Command> {
        let mut node = Command::new("node");
        node.current_dir(&self.folder).stdin(Stdio::null());
        node.env(ORIGIN_VARIABLE, demo.origin()).env(CHROMIUM_VARIABLE, &self.chromium);
        node.env(PROGRAM_VARIABLE, program()?);
        Ok(node)
    }
}

/// The modules that the lock file names, unless they are there.
fn install_modules(folder: &Path, interrupt: &Interrupt) -> Result<()> {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|file| file.modified()).ok();
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts"]).current_dir(folder).stdin(Stdio::null()).stdout(std::io::stderr());
    if !run_group(&mut npm, interrupt, |_| Ok(()))?.success() {
        bail!("npm cannot install what tests/browser/package-lock.json names");
    }
    Ok(())
}

fn all_stories() -> Result<Vec<String>> {
    let folder = fs::read_dir(root().join("tests/browser")).context("cannot read tests/browser")?;
    let names = folder.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut stories: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    stories.sort();
    Ok(stories)
}
