//! `amends rating`: blind ratings of the replies by people who did not write them, and how far they agree with the authors' levels and
//! with each other.

pub mod cells;
mod compare;
mod compared;
mod drift;
mod filled;
mod items;
mod panel;
mod sheet;
mod sheets;
mod told;

use std::path::PathBuf;
use std::sync::Arc;

use clap::Subcommand;

use super::terminal::{harmless, tell_findings};
use super::{CannotRun, Places, Status, files};
use crate::library;
use crate::scenario::{Checked, Rules};

/// Have the levels of replies rated again, blind, and compare.
#[derive(Debug, Subcommand)]
pub enum Rating {
    /// Write a sheet for a second rater: every reply that scores, without its level
    Sheet(sheet::Sheet),
    /// Compare filled sheets with the authors' levels, and with each other
    Compare(compare::Compare),
    /// Compare one rater's sheets of two dates
    Drift(drift::Drift),
}

/// Runs the command.
pub fn run(command: &Rating, places: &Places) -> Result<Status, CannotRun> {
    match command {
        Rating::Sheet(command) => sheet::run(command, places),
        Rating::Compare(command) => compare::run(command, places),
        Rating::Drift(command) => drift::run(command, places),
    }
}

/// The scenarios of the paths, or of the scenario folder where none are named.
///
/// # Errors
/// Where one cannot be read, after its findings were told: a sheet that lacks a conversation would be taken for the whole.
fn scenarios(paths: &[PathBuf], places: &Places, rules: &Rules) -> Result<Vec<Arc<Checked>>, CannotRun> {
    let paths = if paths.is_empty() { vec![places.scenarios()] } else { paths.to_vec() };
    let mut found = Vec::new();
    for path in files::below(&paths, library::is_scenario_file)? {
        match library::read(&path, rules).scenario {
            Ok(scenario) => found.push(scenario),
            Err(findings) => {
                tell_findings(&findings);
                return Err(CannotRun(harmless(&format!(
                    "`{}` has to be sound before its replies can be rated. `amends check` says what is wrong.",
                    path.display()
                ))));
            }
        }
    }
    if found.is_empty() {
        return Err(CannotRun(
            "There is no scenario in the paths named. Scenarios are files that end in `.ron`.".into(),
        ));
    }
    Ok(found)
}
