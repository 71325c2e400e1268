//! `tandem --help`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use platform::configuration::{self, Apps, ConfigurationError, JobsMode, Loaded};
use serde::Serialize;

/// Store, headquarters, Sales and dual-write in one program.
#[derive(Parser)]
#[command(version, about)]
pub struct CommandLine {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Starts everything and serves it until it is stopped.
    Serve(Settings),
    /// Lists batch jobs, runs one, or shows what earlier runs left.
    #[command(subcommand)]
    Jobs(Jobs),
    /// Shows how far dual-write is and what waits, and tries again or leaves out.
    #[command(subcommand)]
    DualWrite(DualWrite),
    /// Solution packages: lists them, installs, verifies, removes one.
    #[command(subcommand)]
    Solution(Solution),
    /// People of the back office: lists them, lets somebody in, shuts somebody out.
    #[command(subcommand)]
    User(User),
    /// Programs that call the APIs: lets one in.
    #[command(subcommand)]
    Application(Application),
    /// Saves all four databases as they are at one moment, while everything goes on.
    Backup {
        /// A new folder, or an empty one.
        folder: PathBuf,
        #[command(flatten)]
        settings: Settings,
    },
    /// Puts a backup where the settings say that the databases are. Nothing may be running there.
    Restore {
        /// The folder that `backup` wrote.
        folder: PathBuf,
        /// Puts aside what is there.
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Looks whether all is in place for partners to come; fails when something is wrong.
    Doctor {
        /// Puts right what can be put right from here.
        #[arg(long)]
        fix: bool,
        /// For programs.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Prints every setting with its value and where it came from.
    Config(Settings),
}

/// `tandem jobs`
#[derive(Subcommand)]
pub enum Jobs {
    /// All batch jobs with their recurrence.
    List(Settings),
    /// Runs a job, waits for its end and prints its counts; fails when a row failed.
    Run {
        /// For example P-0001.
        name: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// The newest runs, of one job or of all.
    History {
        /// Only of this job.
        name: Option<String>,
        #[command(flatten)]
        settings: Settings,
    },
}

/// `tandem solution`
#[derive(Subcommand)]
pub enum Solution {
    /// All packages: those in the program, and those in the folder `solutions` of the data folder.
    List(Settings),
    /// Shows environments, health check and changes, asks for consent, and installs.
    Install {
        /// Name of a package, or a folder with one.
        name: String,
        /// Code of the company that it works in.
        #[arg(long)]
        company: Option<String>,
        /// Agrees to the changes without being asked.
        #[arg(long)]
        yes: bool,
        /// Puts right what the health check can put right itself.
        #[arg(long)]
        repair: bool,
        /// Shows everything and changes nothing.
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Sends a test request the whole way and removes it; fails when a leg is broken.
    Verify {
        /// Name of the package.
        name: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Ends the package's work and removes what it added; data stays. Asks first on a terminal.
    Uninstall {
        /// Name of the package.
        name: String,
        /// Agrees without being asked.
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Gives an installation up that is under way, and removes what it made.
    RollBack {
        /// Name of the package.
        name: String,
        #[command(flatten)]
        settings: Settings,
    },
}

/// `tandem user`
#[derive(Subcommand)]
pub enum User {
    /// Everybody of the back office.
    List(Settings),
    /// Lets somebody in and prints the link under which they set a password.
    Add {
        /// What the person is known by.
        email: String,
        /// Full name.
        #[arg(long)]
        name: String,
        /// For example administrator; several times for several.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Shuts somebody out at once. What they own stays.
    Disable {
        /// What the person is known by.
        email: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Lets somebody in again.
    Enable {
        /// What the person is known by.
        email: String,
        #[command(flatten)]
        settings: Settings,
    },
}

/// `tandem application`
#[derive(Subcommand)]
pub enum Application {
    /// Lets a program in and prints its secret, this once. A known one gets a new secret.
    Add {
        /// What the program is known by; dual-write and dual-write-setup for a dual-write elsewhere.
        #[arg(long)]
        client_id: String,
        /// For example administrator or dual-write; several times for several.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        #[command(flatten)]
        settings: Settings,
    },
}

/// `tandem dual-write`
#[derive(Subcommand)]
pub enum DualWrite {
    /// Both sides, all maps and decisions; fails when a side does not answer or something waits.
    Status {
        /// For programs.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// What waits, and why; fails when something does.
    Errors {
        /// For programs.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        settings: Settings,
    },
    /// Tries again what waits: these, or all; fails when something still waits.
    Retry {
        /// As `errors` shows them.
        ids: Vec<String>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Leaves waiting deliveries out for good.
    Skip {
        /// As `errors` shows them.
        #[arg(required = true)]
        ids: Vec<String>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Pauses a map or decision: its changes are kept in order.
    Pause {
        /// As `status` shows it.
        target: String,
        /// Why, for the others.
        #[arg(long, default_value = "")]
        reason: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Lets a paused map or decision go on.
    Resume {
        /// As `status` shows it.
        target: String,
        #[command(flatten)]
        settings: Settings,
    },
}

/// Settings as flags. What is not given is taken from `TANDEM_*`, then from the file.
#[derive(Args, Serialize)]
pub struct Settings {
    /// Demo company and accounts, captured mail, loopback only.
    #[arg(long)]
    #[serde(skip_serializing_if = "is_false")]
    demo: bool,
    /// Leaves headquarters and Sales apart.
    #[arg(long)]
    #[serde(skip_serializing_if = "is_false")]
    no_solution: bool,
    /// Folder of the databases.
    #[arg(long, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<PathBuf>,
    /// Address and port to listen at.
    #[arg(long, value_name = "ADDR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    listen: Option<String>,
    /// PEM file with the certificate to speak TLS with; goes with --tls-key.
    #[arg(long, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    tls_certificate: Option<PathBuf>,
    /// PEM file with the certificate's private key.
    #[arg(long, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    tls_key: Option<PathBuf>,
    /// What is served and run here: some of storefront,headquarters,sales,dual-write.
    #[arg(long, value_name = "NAMES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    apps: Option<Apps>,
    /// When jobs run: continuous, scheduled or manual.
    #[arg(long, value_name = "MODE", value_parser = jobs_mode)]
    #[serde(skip_serializing_if = "Option::is_none")]
    jobs_mode: Option<JobsMode>,
    /// A TOML file with settings.
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    config: Option<PathBuf>,
}

impl Settings {
    /// All settings, these flags first.
    pub fn load(&self) -> Result<Loaded, ConfigurationError> {
        configuration::load(self, self.config.as_deref())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

fn jobs_mode(text: &str) -> Result<JobsMode, String> {
    match text {
        "continuous" => Ok(JobsMode::Continuous),
        "scheduled" => Ok(JobsMode::Scheduled),
        "manual" => Ok(JobsMode::Manual),
        _ => Err("write continuous, scheduled or manual".into()),
    }
}
