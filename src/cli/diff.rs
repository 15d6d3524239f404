//! `amends diff`: what an edit did to a scenario, in meaning and not in text.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use super::terminal::{harmless, paragraph, tell_findings};
use super::{CannotRun, Status};
use crate::compare::{Change, Kind, Ranges, Structure, ranges, structure};
use crate::explore::explore;
use crate::library;
use crate::scenario::{Checked, Rules};
use crate::session::Session;

/// Say what an edit did: beats and choices added, removed, renamed, levels and ways changed, and which scores and endings moved.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 0 means that the two mean the same, whatever they look like, and 1 that they do not.\n\nExamples:\n  amends diff before.ron after.ron\n  amends diff <(git show HEAD:scenarios/heated-pool.ron) scenarios/heated-pool.ron -v"
)]
pub struct Diff {
    /// The scenario before the edit
    old: PathBuf,
    /// The scenario after it
    new: PathBuf,
    /// Show every text that changed, not only how many
    #[arg(long, short)]
    verbose: bool,
    /// Memory for finding out which scores and endings moved, in MiB; 0 leaves that out
    #[arg(long, value_name = "MIB", default_value_t = 512)]
    memory: usize,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(command: &Diff) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let (old, new) = (sound(&command.old, &rules)?, sound(&command.new, &rules)?);
    let structure = structure(&old, &new);
    let moved = if command.memory == 0 || structure.same_shape {
        None
    } else {
        let found = |scenario: &Arc<Checked>| -> Result<_, CannotRun> {
            let session = Session::new(Arc::clone(scenario), Arc::clone(&rules), 0, None)
                .map_err(|why| CannotRun(format!("The scenario cannot be played: {why}.")))?;
            Ok(explore(&session, command.memory << 20))
        };
        Some(ranges(&found(&old)?, &found(&new)?))
    };
    let mut out = io::stdout().lock();
    if command.json {
        let json = json!({ "structure": structure, "ranges": moved });
        let json = serde_json::to_string_pretty(&json).map_err(|why| CannotRun(why.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        tell(&structure, moved.as_ref(), command.verbose, &mut out)?;
    }
    Ok(if structure.same_hash { Status::Fine } else { Status::Findings })
}

/// A scenario that can be played. The file may be a pipe.
fn sound(path: &Path, rules: &Rules) -> Result<Arc<Checked>, CannotRun> {
    let shown = path.display();
    if !path.exists() {
        return Err(CannotRun(format!("There is no file `{shown}`. Check the name.")));
    }
    let findings = match library::read(path, rules).scenario {
        Ok(scenario) => return Ok(scenario),
        Err(findings) => findings,
    };
    tell_findings(&findings);
    Err(CannotRun(format!(
        "`{shown}` has to be sound before it can be compared. `amends check {shown}` says what is wrong."
    )))
}

/// The heading under which changes of a kind stand.
fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "Added",
        Kind::Removed => "Removed",
        Kind::Renamed => "Renamed",
        Kind::Level => "Levels",
        Kind::Target => "Where it goes on",
        Kind::Condition => "Conditions",
        Kind::Deed => "Deeds, skills and errors",
        Kind::Promise => "Promises",
        Kind::Fact => "Facts",
        Kind::Scored => "What is scored",
        Kind::Setting => "Setting",
        Kind::Text => "Texts",
    }
}

fn tell(structure: &Structure, moved: Option<&Ranges>, verbose: bool, out: &mut dyn Write) -> io::Result<()> {
    for kind in Kind::ALL {
        let of_kind: Vec<&Change> = structure.changes.iter().filter(|change| change.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        writeln!(out, "{}: {}", heading(kind), of_kind.len())?;
        if kind == Kind::Text && !verbose {
            writeln!(out, "  (`--verbose` shows them)")?;
            continue;
        }
        for change in of_kind {
            one(change, out)?;
        }
    }
    if let Some(moved) = moved {
        plays(moved, out)?;
    }
    if !structure.changes.is_empty() {
        writeln!(out)?;
    }
    paragraph(out, "", &meaning(structure))
}

fn one(change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let field = if change.field.is_empty() { String::new() } else { format!(" {}", change.field) };
    let nothing = || "nothing".to_owned();
    let line = match change.kind {
        Kind::Added | Kind::Removed => format!("  {}", change.at),
        Kind::Renamed => format!("  {} was `{}`", change.at, change.before.clone().unwrap_or_else(nothing)),
        Kind::Text => {
            let before = change.before.iter().map(|text| format!("\n    - {text}"));
            let after = change.after.iter().map(|text| format!("\n    + {text}"));
            format!("  {}{field}{}", change.at, before.chain(after).collect::<String>())
        }
        Kind::Level
        | Kind::Target
        | Kind::Condition
        | Kind::Deed
        | Kind::Promise
        | Kind::Fact
        | Kind::Scored
        | Kind::Setting => format!(
            "  {}:{field} {} → {}",
            change.at,
            change.before.clone().unwrap_or_else(nothing),
            change.after.clone().unwrap_or_else(nothing)
        ),
    };
    writeln!(out, "{}", harmless(&line))
}

fn plays(moved: &Ranges, out: &mut dyn Write) -> io::Result<()> {
    if moved.changes.is_empty() {
        let what =
            if moved.exact { "No score range and no ending has moved." } else { "No ending was found to have moved." };
        writeln!(out, "What can happen: {what}")?;
    } else {
        writeln!(out, "What can happen: {}", moved.changes.len())?;
        for change in &moved.changes {
            writeln!(out, "  {}: {} → {}", change.what, change.before, change.after)?;
        }
    }
    if !moved.exact {
        writeln!(out, "  (not every state was looked at; `--memory` allows more)")?;
    }
    Ok(())
}

/// What the changes mean for attempts that were recorded before.
fn meaning(structure: &Structure) -> String {
    let Structure { same_hash, same_shape, items, items_changed, .. } = structure;
    if *same_hash {
        return "The two mean the same.".to_owned();
    }
    if *same_shape {
        return "Only words have changed. Attempts before and after count together, and statistics go on.".to_owned();
    }
    let themselves = match items_changed {
        0 => "none of them has changed itself".to_owned(),
        1 => "1 of them has changed itself".to_owned(),
        more => format!("{more} of them have changed themselves"),
    };
    format!(
        "More than words has changed. Attempts before and after are counted apart: the statistics of all {items} choices, offers and summaries start anew; {themselves}."
    )
}
