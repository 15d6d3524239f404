//! `amends rating compare`: how far a second rater agrees with the authors.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::compared::Compared;
use super::{filled, items, told};
use crate::cli::terminal::harmless;
use crate::cli::{CannotRun, Places, Status};
use crate::scenario::Rules;

/// Compare a filled sheet with the authors' levels.
///
/// For each competency it tells Cohen's kappa with quadratic weights over the levels that both gave, with a 95 % interval (Fleiss,
/// Cohen and Everitt 1969), and apart from that how far the two agree on whether the competency is shown at all. Then come the
/// replies to look at again.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  amends rating compare sheet.csv scenarios/heated-pool.ron\n\nThe authors' levels are those that count: errors have capped them.\nExit status: 0 every kappa reaches the least one wanted, 1 one does not or something in the sheet could not be read, 2 could not run."
)]
pub struct Compare {
    /// The filled sheet
    sheet: PathBuf,
    /// The scenarios that were rated, or folders of them [default: the scenario folder]
    paths: Vec<PathBuf>,
    /// The least kappa that is good enough
    #[arg(long, value_name = "KAPPA", default_value_t = 0.75)]
    least: f64,
    /// List every reply on which the two differ, not only those that are two levels apart
    #[arg(long)]
    all: bool,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(command: &Compare, places: &Places) -> Result<Status, CannotRun> {
    let rules = Rules::builtin();
    let shown = harmless(&command.sheet.display().to_string());
    let bytes = fs::read(&command.sheet)
        .map_err(|error| CannotRun(format!("The sheet `{shown}` cannot be read ({error}). Check its name.")))?;
    let filled = filled::read(&bytes, &rules.rubric).map_err(|why| CannotRun(format!("`{shown}`: {why}")))?;
    let scenarios = super::scenarios(&command.paths, places, &rules)?;
    let sections = scenarios.iter().flat_map(|one| items::sections(one, &rules));
    let items = sections.flat_map(|section| section.turns).flat_map(|turn| turn.items).collect();
    let compared = Compared::of(items, filled, &rules.rubric);
    if compared.rated == 0 {
        let why = if compared.strangers > 0 {
            "none of its rows belongs to a reply of these scenarios as it is worded now. Name the scenarios that were rated."
        } else {
            "nothing in it is rated yet. Write 0, 1, 2, 3 or NA under the competencies."
        };
        return Err(CannotRun(format!("`{shown}`: {why}")));
    }
    let mut out = io::stdout().lock();
    if command.json {
        let json = serde_json::to_string_pretty(&compared).map_err(|error| CannotRun(error.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        told::write(&compared, command.least, command.all, &mut out)?;
    }
    let reached = compared.competencies.iter().all(|one| one.kappa.is_some_and(|kappa| kappa.kappa >= command.least));
    Ok(if reached && compared.complaints.is_empty() { Status::Fine } else { Status::Findings })
}
