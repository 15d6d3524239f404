//! `amends import`: attempts of other machines, and rosters.

mod roster;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::terminal::{complain, counted, paragraph};
use super::{CannotRun, Places, Status};
use crate::store::{Condition, Imported, Merged, Store, StoreError, import};

/// Take in attempts of other machines.
///
/// Files of many laptops come together in one store, in any order and as often as you like: what is there already changes nothing.
/// Where two versions of an attempt say different things, the longer one counts, the other is kept beside it, and both are told.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends import laptop-1.jsonl laptop-2.jsonl\n  amends import --roster people.csv\n\nA roster is a table with the columns name, code, cohort."
)]
pub struct Command {
    /// Files that `amends export` wrote, or attempts files of older releases
    #[arg(required_unless_present = "roster")]
    files: Vec<PathBuf>,
    /// A table of people: the columns name, code, cohort
    #[arg(long, value_name = "FILE.csv")]
    roster: Option<PathBuf>,
    /// Take what can be read of files that were cut short or changed
    #[arg(long)]
    anyway: bool,
    /// One JSON object a file, a line each
    #[arg(long)]
    json: bool,
}

/// Runs the command. What could not be taken as it is, is told and is a finding.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let store = places.store()?;
    super::attempts::tell_adopted(&*store)?;
    let mut status = Status::Fine;
    let out = &mut io::stdout().lock();
    if let Some(file) = &command.roster
        && roster::take_in(&*store, file, command.json, out)? == Status::Findings
    {
        status = Status::Findings;
    }
    for file in &command.files {
        if take_in(&*store, file, command, out)? == Status::Findings {
            status = Status::Findings;
        }
    }
    Ok(status)
}

fn take_in(store: &dyn Store, file: &Path, command: &Command, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let shown = file.display();
    let Imported { condition, merged } = match import(store, file, command.anyway) {
        // What is wrong with one file keeps no other out.
        Err(error) if command.files.len() > 1 && error.place() == shown.to_string() => {
            return refuse(file, &error, command, out);
        }
        imported => imported?,
    };
    if command.json {
        super::store::print(&as_json(file, condition, merged.as_ref()), out)?;
    }
    let Some(merged) = merged else {
        complain(&format!(
            "`{shown}` was cut short or changed since it was written, and was left out. Ask for it again, or take what can be read with `--anyway`."
        ));
        return Ok(Status::Findings);
    };
    if !command.json {
        tell(file, &merged, out)?;
    }
    for damaged in &merged.damaged {
        complain(&format!(
            "`{shown}`, line {}: this line cannot be read ({}). It is kept as it is.",
            damaged.line, damaged.why
        ));
    }
    for hash in &merged.wrong_texts {
        complain(&format!(
            "`{shown}`: a conversation's text is not the one that its name says ({hash:.12}…), and was left out."
        ));
    }
    for attempt in &merged.conflicts {
        complain(&format!(
            "`{shown}`: the attempt {attempt} says other things than the one that is kept. The longer counts; both are kept."
        ));
    }
    let fine = merged.damaged.is_empty()
        && merged.wrong_texts.is_empty()
        && merged.conflicts.is_empty()
        && condition != Condition::Changed;
    Ok(if fine { Status::Fine } else { Status::Findings })
}

/// Tells why one of several files was left out.
fn refuse(file: &Path, error: &StoreError, command: &Command, out: &mut dyn Write) -> Result<Status, CannotRun> {
    if command.json {
        super::store::print(&json!({"file": file, "refused": error.to_string()}), out)?;
    }
    complain(&error.to_string());
    Ok(Status::Findings)
}

fn tell(file: &Path, merged: &Merged, out: &mut dyn Write) -> io::Result<()> {
    let Merged { new, longer, duplicates, forgotten, versions, .. } = merged;
    let mut told = format!("`{}`: {} new", file.display(), counted(*new, "attempt"));
    for (count, what) in [
        (longer, "gone on since"),
        (duplicates, "known already"),
        (forgotten, "left out, because their trainee asked to be forgotten"),
    ] {
        if *count > 0 {
            told += &format!(", {count} {what}");
        }
    }
    paragraph(out, "", &(told + "."))?;
    for (scenario, hash, text) in versions {
        let without = if *text { "" } else { ", whose text is not here" };
        paragraph(out, "  ", &format!("A version of `{scenario}` not seen before ({hash:.12}…){without}."))?;
    }
    Ok(())
}

fn as_json(file: &Path, condition: Condition, merged: Option<&Merged>) -> Value {
    let condition = match condition {
        Condition::Whole => "whole",
        Condition::Plain => "plain",
        Condition::Changed => "changed",
    };
    let merged = merged.map(|merged| {
        let version = |(id, hash, text): &(String, String, bool)| json!({"scenario": id, "hash": hash, "text": text});
        json!({
            "new": merged.new, "longer": merged.longer, "duplicates": merged.duplicates, "forgotten": merged.forgotten,
            "conflicts": merged.conflicts, "versions": merged.versions.iter().map(version).collect::<Vec<_>>(),
            "damaged_lines": merged.damaged.iter().map(|damaged| damaged.line).collect::<Vec<_>>(),
            "wrong_texts": merged.wrong_texts,
        })
    });
    json!({"file": file, "condition": condition, "taken": merged})
}
