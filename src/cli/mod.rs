//! The command line, one file per subcommand, and text play. Exit status: 0 fine, 1 findings, 2 could not run.

mod afterwards;
mod attempts;
mod check;
mod course;
mod debrief;
mod diff;
mod explore;
mod export;
mod fairness;
mod files;
mod finding;
mod fmt;
mod graph;
mod guide;
mod import;
mod language;
mod lsp;
mod new;
mod place;
mod play;
mod rating;
mod replay;
mod report;
mod schema;
mod shelf;
#[cfg(feature = "game")]
mod shot;
mod simulate;
mod stats;
mod store;
mod table;
mod terminal;
mod test;
mod text;
mod translate;
#[cfg(feature = "game")]
mod window;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};

use crate::library::{self, Entry};
use crate::scenario::{Checked, FormId, Rules};
use crate::store::StoreError;

pub use debrief::{Beside, write_debrief};
pub use text::{Heard, Talk, converse};

/// Amends: a flight simulator for the hardest minutes in service.
#[derive(Debug, Parser)]
#[command(
    name = "amends",
    version,
    about,
    after_help = "Examples:\n  amends                                          open the game\n  amends --cohort \"Front desk\"                    open it for a group\n  amends play scenarios/heated-pool.ron --text     play in the terminal"
)]
struct Cli {
    #[command(flatten)]
    places: Places,
    #[command(flatten)]
    window: Window,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What the window is opened for. A subcommand has its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
struct Window {
    /// The group that trains here, a workshop say: attempts in the window count for it
    #[arg(long, value_name = "NAME")]
    cohort: Option<String>,
    /// Open the live board: how far everybody is, for a projector
    #[arg(long)]
    live: bool,
}

/// Where files are.
#[derive(Clone, Debug, Args)]
pub struct Places {
    /// Folder in which attempts are kept [default: the platform's own data folder]
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Folder with the scenarios [default: `scenarios` here, or beside the program]
    #[arg(long, global = true, value_name = "FOLDER")]
    scenarios: Option<PathBuf>,
    /// Server on which attempts are kept, `postgres://user@host/database` [default: what `AMENDS_STORE` says, else the data folder]
    #[arg(long, global = true, value_name = "ADDRESS")]
    store: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Play one scenario, in the window or in the terminal
    Play(play::Play),
    /// Recompute the scorecards of attempts
    Replay(replay::Replay),
    /// Write what attempts say as one page, for an organisation, a cohort or one person
    Report(report::Command),
    /// Write attempts into a file for another store
    Export(export::Command),
    /// Take in attempts of other machines
    Import(import::Command),
    /// Look after the store: back it up, check it, forget somebody
    #[command(
        subcommand,
        after_help = "Example:\n  amends store backup friday.sqlite\n  amends store verify\n  amends store forget Wanjiru"
    )]
    Store(store::Command),
    /// Find what is wrong or weak in scenarios
    Check(check::Check),
    /// Start a scenario of your own
    New(new::New),
    /// Lay scenario files out, comments kept
    Fmt(fmt::Fmt),
    /// Prove what can happen in a scenario, by looking at every state of it
    Explore(explore::Explore),
    /// Let synthetic trainees play, and see what they earn
    Simulate(simulate::Simulate),
    /// Tell what a library of scenarios holds, and what it does not
    Stats(stats::Stats),
    /// Have levels rated a second time, blind, and see how far the two agree
    #[command(
        subcommand,
        after_help = "Example:\n  amends rating sheet scenarios/heated-pool.ron > sheet.csv\n  amends rating compare sheet.csv scenarios/heated-pool.ron"
    )]
    Rating(rating::Rating),
    /// Play golden conversations and compare what comes of them
    Test(test::Test),
    /// Say what an edit did to a scenario
    Diff(diff::Diff),
    /// Draw a scenario as a graph
    Graph(graph::Draw),
    /// See how far you are on a course, and play what comes next
    Course(course::Command),
    /// See whether a group deals alike with people who have the very same case
    Fairness(fairness::Command),
    /// Print the facilitator's pages of scenarios
    Guide(guide::Command),
    /// Carry a scenario's texts to a translator and back
    #[command(
        subcommand,
        after_help = "Example:\n  amends translate extract scenarios/heated-pool.ron --language sw\n  amends translate merge scenarios/heated-pool.ron scenarios/heated-pool.sw.po\n  amends translate status"
    )]
    Translate(translate::Translate),
    /// Take a picture of a screen, without a window
    #[cfg(feature = "game")]
    Shot(shot::Command),
    /// Serve an editor: findings while you type, completion, go to definition, hover
    Lsp(lsp::Lsp),
    /// Write the JSON Schema of a scenario file
    Schema(schema::Schema),
}

/// Why a command could not run, as a sentence that says what to do.
#[derive(Debug)]
pub struct CannotRun(pub String);

impl From<io::Error> for CannotRun {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            // A reader that went away, such as `head`, has all it wanted.
            io::ErrorKind::BrokenPipe => Self(String::new()),
            _ => Self(format!("The output cannot be written: {error}.")),
        }
    }
}

impl From<StoreError> for CannotRun {
    fn from(error: StoreError) -> Self {
        Self(error.to_string())
    }
}

/// What a command that ran has to say with its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0.
    Fine,
    /// 1.
    Findings,
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        None => open(&cli.places, cli.window),
        Some(_) if cli.window != Window::default() => Err(CannotRun(
            "`--cohort` and `--live` without a command open the window. Write `--cohort` after `play`, or leave the command out."
                .into(),
        )),
        Some(Command::Diff(command)) => diff::run(&command),
        Some(Command::Graph(command)) => graph::run(&command),
        Some(Command::Course(command)) => course::run(&command, &cli.places),
        Some(Command::Fairness(command)) => fairness::run(&command, &cli.places),
        Some(Command::Guide(command)) => guide::run(&command, &cli.places),
        Some(Command::Play(command)) => play::run(&command, &cli.places),
        Some(Command::New(command)) => new::run(&command, &cli.places),
        Some(Command::Fmt(command)) => fmt::run(&command, &cli.places),
        Some(Command::Test(command)) => test::run(&command, &cli.places),
        Some(Command::Replay(command)) => replay::run(&command, &cli.places),
        Some(Command::Report(command)) => report::run(&command, &cli.places),
        Some(Command::Export(command)) => export::run(&command, &cli.places),
        Some(Command::Import(command)) => import::run(&command, &cli.places),
        Some(Command::Store(command)) => store::run(&command, &cli.places),
        Some(Command::Check(command)) => check::run(&command, &cli.places),
        Some(Command::Explore(command)) => explore::run(&command),
        Some(Command::Simulate(command)) => simulate::run(&command),
        Some(Command::Rating(command)) => rating::run(&command, &cli.places),
        Some(Command::Stats(command)) => stats::run(&command, &cli.places),
        Some(Command::Translate(command)) => translate::run(&command, &cli.places),
        #[cfg(feature = "game")]
        Some(Command::Shot(command)) => shot::run(&command, &cli.places),
        Some(Command::Lsp(command)) => lsp::run(&command),
        Some(Command::Schema(command)) => schema::run(&command),
    };
    match done {
        Ok(Status::Fine) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(CannotRun(why)) if why.is_empty() => ExitCode::SUCCESS,
        Err(CannotRun(why)) => {
            terminal::complain(&why);
            ExitCode::from(2)
        }
    }
}

/// The scenario of a file; none where it cannot be played, and then every finding has been told.
fn scenario_file(path: &Path, rules: &Rules) -> Result<Option<Arc<Checked>>, CannotRun> {
    Ok(entry_of(path, rules)?.and_then(|entry| entry.scenario.ok()))
}

/// A scenario in the form that was asked for.
fn in_form(scenario: &Arc<Checked>, form: Option<&str>) -> Result<Arc<Checked>, CannotRun> {
    let Some(form) = form else { return Ok(Arc::clone(scenario)) };
    scenario.in_form(&FormId::from(form)).map(Arc::new).ok_or_else(|| {
        let known: Vec<String> = scenario.forms.keys().map(|id| format!("`{id}`")).collect();
        let help = if known.is_empty() {
            "It has no forms beside itself.".to_owned()
        } else {
            format!("There are: {}.", known.join(", "))
        };
        CannotRun(format!("`{}` has no form `{}`. {help}", scenario.id, terminal::harmless(form)))
    })
}

/// A scenario file with its text; none where it cannot be played, and then every finding has been told.
fn entry_of(path: &Path, rules: &Rules) -> Result<Option<Entry>, CannotRun> {
    if !path.exists() {
        let shown = path.display();
        return Err(CannotRun(format!(
            "There is no scenario file `{shown}`. Check the name; scenarios end in `.ron`."
        )));
    }
    let entry = library::read(path, rules);
    if let Err(findings) = &entry.scenario {
        terminal::tell_findings(findings);
        return Ok(None);
    }
    Ok(Some(entry))
}

#[cfg(feature = "game")]
fn open(places: &Places, window: Window) -> Result<Status, CannotRun> {
    window::open(places, None, crate::game::Start { cohort: window.cohort, live: window.live })
}

#[cfg(not(feature = "game"))]
fn open(_: &Places, _: Window) -> Result<Status, CannotRun> {
    Err(CannotRun(
        "This Amends was built without its window. Play in the terminal: `amends play scenarios/heated-pool.ron --text`.".into(),
    ))
}
