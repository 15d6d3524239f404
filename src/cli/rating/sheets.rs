//! What was named on the command line: filled sheets, each under the name of whoever filled it, and the scenarios that were rated.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::filled::{self, Filled};
use super::items::{self, Item};
use super::panel::KEY;
use crate::cli::terminal::harmless;
use crate::cli::{CannotRun, Places};
use crate::rubric::Rubric;
use crate::scenario::Rules;

/// Sheets and scenarios, apart.
pub struct Named {
    /// Filled sheets.
    pub sheets: Vec<PathBuf>,
    /// Scenario files, and folders of them.
    pub scenarios: Vec<PathBuf>,
}

impl Named {
    /// A folder or a `.ron` file is a scenario, and everything else a sheet.
    pub fn of(paths: &[PathBuf]) -> Self {
        let is_scenario = |path: &PathBuf| path.is_dir() || path.extension().is_some_and(|ending| ending == "ron");
        let (scenarios, sheets) = paths.iter().cloned().partition(is_scenario);
        Self { sheets, scenarios }
    }
}

/// A filled sheet.
pub struct Sheet {
    /// Whose it is: the file's name without its ending, or its whole path where two would be called the same, or it would pass for
    /// the key.
    pub name: String,
    /// What was written.
    pub filled: Filled,
}

/// Reads sheets. One that was named twice, or is the copy of another to the last byte, is read once; `notes` says so.
///
/// # Errors
/// A sentence that says what to do, where a file cannot be read or is no sheet.
pub fn read(paths: &[PathBuf], rubric: &Rubric, notes: &mut Vec<String>) -> Result<Vec<Sheet>, CannotRun> {
    let mut read: Vec<(String, Vec<u8>)> = Vec::new();
    let mut sheets = Vec::new();
    for path in paths {
        let name = name(path, paths);
        let (bytes, filled) = sheet(path, rubric)?;
        if let Some((same, _)) = read.iter().find(|(_, other)| *other == bytes) {
            notes.push(format!("`{name}` is the very same file as `{same}`. It counts once."));
            continue;
        }
        read.push((name.clone(), bytes));
        sheets.push(Sheet { name, filled });
    }
    Ok(sheets)
}

/// The bytes of one sheet, and what was written into it.
///
/// # Errors
/// As [`read`].
pub fn sheet(path: &Path, rubric: &Rubric) -> Result<(Vec<u8>, Filled), CannotRun> {
    let shown = harmless(&path.display().to_string());
    let bytes = fs::read(path)
        .map_err(|error| CannotRun(format!("The sheet `{shown}` cannot be read ({error}). Check its name.")))?;
    let filled = filled::read(&bytes, rubric).map_err(|why| CannotRun(format!("`{shown}`: {why}")))?;
    Ok((bytes, filled))
}

/// What the sheet's rater is called.
fn name(path: &Path, all: &[PathBuf]) -> String {
    let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let own = stem(path);
    let alike: BTreeSet<&PathBuf> = all.iter().filter(|other| stem(other) == own).collect();
    let name = if alike.len() > 1 || own == KEY { path.display().to_string() } else { own };
    harmless(&name).replace('\n', " ")
}

/// Every reply of the scenarios, in the order of the story.
///
/// # Errors
/// Where a scenario cannot be read, as [`super::scenarios`].
pub fn replies(scenarios: &[PathBuf], places: &Places, rules: &Rules) -> Result<Vec<Item>, CannotRun> {
    let scenarios = super::scenarios(scenarios, places, rules)?;
    let sections = scenarios.iter().flat_map(|one| items::sections(one, rules));
    Ok(sections.flat_map(|section| section.turns).flat_map(|turn| turn.items).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scenarios_and_sheets_are_told_apart_by_what_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = ["a.csv", "pool.ron", "b.txt"].map(PathBuf::from);
        let named = Named::of(&[&paths[..], &[folder.path().to_owned()]].concat());
        assert_eq!(named.sheets, [PathBuf::from("a.csv"), "b.txt".into()]);
        assert_eq!(named.scenarios, [PathBuf::from("pool.ron"), folder.path().to_owned()]);
    }

    #[test]
    fn a_rater_is_called_like_the_file_and_nobody_is_taken_for_another() {
        let all = ["may/anna.csv", "june/anna.csv", "june/b\u{1b}[2Jen.csv"].map(PathBuf::from);
        let names = all.each_ref().map(|path| name(path, &all));
        assert_eq!(names, ["may/anna.csv", "june/anna.csv", "b[2Jen"]);
        let keys = ["the key.csv"].map(PathBuf::from);
        assert_eq!(name(&keys[0], &keys), "the key.csv");
        // The same file twice is one rater under one name.
        let twice = ["anna.csv", "anna.csv"].map(PathBuf::from);
        assert_eq!(name(&twice[0], &twice), "anna");
    }
}
