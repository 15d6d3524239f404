//! `amends translate`: a scenario's texts out to a translator, back again, and how far each language is.

mod extract;
mod merge;
mod po;
mod status;
mod tidy;

use std::fs;
use std::path::Path;

use clap::Subcommand;

use super::finding::clean;
use super::{CannotRun, Places, Status};
use crate::diag::{Diagnostic, Severity, render_short};
use crate::translation::{Progress, tag};

/// Carry a scenario's texts to a translator and back.
#[derive(Debug, Subcommand)]
pub enum Translate {
    /// Write the texts of a scenario into a .po file for a translator
    Extract(extract::Extract),
    /// Take a translator's .po file into the scenario's translation
    Merge(merge::Merge),
    /// Tell how far each translation is, and which lines are missing or older than their source
    Status(status::Check),
}

/// Runs the command.
pub fn run(command: &Translate, places: &Places) -> Result<Status, CannotRun> {
    match command {
        Translate::Extract(command) => extract::run(command),
        Translate::Merge(command) => merge::run(command),
        Translate::Status(command) => status::run(command, places),
    }
}

/// A language as its tag is usually written.
fn language_of(written: &str) -> Result<String, CannotRun> {
    tag(written).map_err(|()| {
        let what = super::terminal::harmless(written);
        CannotRun(format!("`{what}` is not a language. Write a tag such as `sw`, `fr`, `pt-BR` or `sr-Latn`."))
    })
}

/// A translation's own language cannot be the scenario's.
fn other_than(language: &str, scenario: &str) -> Result<(), CannotRun> {
    if tag(scenario).as_deref() == Ok(language) {
        return Err(CannotRun(format!(
            "The scenario is in `{language}` already. Name the language to translate into."
        )));
    }
    Ok(())
}

/// How far a translation is, in words.
fn in_words(progress: Progress) -> String {
    let Progress { texts, translated, stale, missing } = progress;
    let mut words = format!("{translated} of {texts} texts translated");
    if stale > 0 {
        words.push_str(&format!(", {stale} older than their text"));
    }
    if missing > 0 {
        words.push_str(&format!(", {missing} missing"));
    }
    words
}

/// A finding on one line.
fn in_one_line(finding: &Diagnostic) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("{level}[{}]: {}", finding.code, render_short(&clean(finding))).replace('\n', " ")
}

/// Writes a file whole: aside first, and then under its name, so that nothing half-written ever stands there.
fn write_file(path: &Path, text: &str) -> Result<(), CannotRun> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let aside = path.with_file_name(name);
    fs::write(&aside, text).and_then(|()| fs::rename(&aside, path)).map_err(|error| {
        // What was written aside is of no use to anybody.
        let _ = fs::remove_file(&aside);
        CannotRun(format!(
            "`{}` cannot be written ({error}). Check whether you may write in this folder.",
            path.display()
        ))
    })
}
