//! `amends fmt`: lay scenario files out, comments kept.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::terminal::{complain, counted, harmless, tell_findings};
use super::{CannotRun, Places, Status, files};
use crate::diag::Source;
use crate::library;
use crate::scenario::format::{Unformatted, format};
use crate::scenario::{Rules, load, source_from_bytes};

/// Lay scenario files out: the same text, easier to read. Comments stay; nothing changes its meaning.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends fmt                            every file of the scenario folder\n  amends fmt --check my-scenario.ron    say whether anything would change, and change nothing"
)]
pub struct Fmt {
    /// Files, or folders with all `.ron` files in them [default: the scenario folder]
    paths: Vec<PathBuf>,
    /// Change nothing; list the files that would change
    #[arg(long)]
    check: bool,
    /// Read from standard input and write to standard output, as editors do
    #[arg(long, conflicts_with_all = ["paths", "check"])]
    stdin: bool,
}

/// What became of one file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    AsItWas,
    Changed,
    Refused,
}

/// Runs the command.
pub fn run(command: &Fmt, places: &Places) -> Result<Status, CannotRun> {
    let rules = Rules::builtin();
    if command.stdin {
        return through(&rules);
    }
    let paths = if command.paths.is_empty() { vec![places.scenarios()] } else { command.paths.clone() };
    let files = files::below(&paths, |path| path.extension().is_some_and(|ending| ending == "ron"))?;
    if files.is_empty() {
        return Err(CannotRun("There is no `.ron` file there. Name a file or another folder.".into()));
    }
    let mut out = io::stdout().lock();
    let mut done = Vec::new();
    for path in &files {
        let one = one_file(path, command.check, &rules)?;
        if one == Done::Changed {
            let what = if command.check { "would change" } else { "laid out" };
            writeln!(out, "{what}: {}", harmless(&path.display().to_string()))?;
        }
        done.push(one);
    }
    let count = |which: Done| done.iter().filter(|one| **one == which).count();
    let (changed, refused) = (count(Done::Changed), count(Done::Refused));
    let parts = [
        (changed, if command.check { "would change" } else { "changed" }),
        (refused, "could not be read"),
        (count(Done::AsItWas), "in order already"),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    writeln!(out, "{}: {}.", counted(files.len(), "file"), parts.join(", "))?;
    Ok(if refused > 0 || command.check && changed > 0 { Status::Findings } else { Status::Fine })
}

fn through(rules: &Rules) -> Result<Status, CannotRun> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| {
        CannotRun(format!(
            "Standard input cannot be read ({error}). Send a scenario's text: `amends fmt --stdin < FILE`."
        ))
    })?;
    let laid_out = match source_from_bytes("standard input", &bytes) {
        Ok(source) => laid_out(&source, rules),
        Err(why) => {
            tell_findings([&*why]);
            None
        }
    };
    match laid_out {
        Some(text) => {
            io::stdout().lock().write_all(text.as_bytes())?;
            Ok(Status::Fine)
        }
        None => Ok(Status::Findings),
    }
}

fn one_file(path: &Path, check: bool, rules: &Rules) -> Result<Done, CannotRun> {
    let source = match library::read_source(path) {
        Ok(source) => source,
        Err(why) => {
            tell_findings([&*why]);
            return Ok(Done::Refused);
        }
    };
    match laid_out(&source, rules) {
        None => Ok(Done::Refused),
        Some(text) if text == source.text => Ok(Done::AsItWas),
        Some(text) => {
            if !check {
                files::replace(path, &text)?;
            }
            Ok(Done::Changed)
        }
    }
}

/// The text laid out; nothing where it cannot be, which has been told then.
fn laid_out(source: &Arc<Source>, rules: &Rules) -> Option<String> {
    match format(source) {
        Ok(text) if means_the_same(source, &text, rules) => Some(text),
        Ok(_) | Err(Unformatted::Unfaithful) => {
            complain(&format!(
                "`{}` is left as it is: laid out it would not mean the same. That is a mistake in Amends; please report it with the file.",
                source.name
            ));
            None
        }
        Err(Unformatted::Broken(why)) => {
            tell_findings([&*why]);
            None
        }
    }
}

/// Whether a scenario is still the same one. What is no sound scenario has no hash; there the pieces of the text were compared.
fn means_the_same(source: &Arc<Source>, text: &str, rules: &Rules) -> bool {
    match load(source, rules) {
        Ok(before) => {
            load(&Source::new(source.name.as_str(), text), rules).is_ok_and(|after| after.hash() == before.hash())
        }
        Err(_) => true,
    }
}
