//! The scenarios of a folder, read from disk: those that can be played, and those that cannot, with why. A broken file never
//! vanishes from the list and never hides the others.

mod beside;
mod minutes;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Diagnostic, Severity, Source};
use crate::scenario::{Checked, Rules, load, source_from_bytes};

pub use beside::{Told, guide_path, read_translation, tell, told_in, translation_path, translations};
pub use minutes::minutes;

/// One file of the folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// Its text; empty where it could not be read at all.
    pub source: Arc<Source>,
    /// The scenario, or everything that keeps it from being played.
    pub scenario: Result<Arc<Checked>, Vec<Diagnostic>>,
}

/// Every scenario file of a folder, in order of the file names.
///
/// # Errors
/// A sentence that names the folder and what to do, where it cannot be listed or holds no scenario.
pub fn list(folder: &Path, rules: &Rules) -> Result<Vec<Entry>, String> {
    let shown = folder.display();
    let listing = fs::read_dir(folder).map_err(|error| {
        format!("The scenario folder `{shown}` cannot be read ({error}). Name another with `--scenarios FOLDER`, or put scenario files there.")
    })?;
    let mut paths: Vec<PathBuf> =
        listing.filter_map(|item| Some(item.ok()?.path())).filter(|path| is_scenario_file(path)).collect();
    paths.sort();
    if paths.is_empty() {
        return Err(format!(
            "There is no scenario in the folder `{shown}`. Put `.ron` files there, or name another folder with `--scenarios FOLDER`."
        ));
    }
    Ok(paths.into_iter().map(|path| read(&path, rules)).collect())
}

/// One scenario file.
#[must_use]
pub fn read(path: &Path, rules: &Rules) -> Entry {
    match read_source(path) {
        Ok(source) => {
            let scenario = load(&source, rules).map(Arc::new);
            Entry { path: path.to_owned(), source, scenario }
        }
        Err(finding) => {
            Entry { path: path.to_owned(), source: Arc::clone(&finding.source), scenario: Err(vec![*finding]) }
        }
    }
}

/// A file's text.
///
/// # Errors
/// Why it cannot be read (S003).
pub fn read_source(path: &Path) -> Result<Arc<Source>, Box<Diagnostic>> {
    let name = path.display().to_string();
    match fs::read(path) {
        Ok(bytes) => source_from_bytes(&name, &bytes),
        Err(error) => {
            let (title, help) = if path.is_dir() {
                ("this is a folder, not a file".to_owned(), "Name a file in it.")
            } else {
                (format!("the file cannot be read ({error})"), "Check the file's name and whether you may read it.")
            };
            Err(Box::new(Diagnostic {
                code: "S003",
                severity: Severity::Error,
                title,
                source: Source::new(name, ""),
                span: None,
                label: None,
                why: None,
                help: Some(help.to_owned()),
                fix: None,
            }))
        }
    }
}

/// The folder of courses in a folder of scenarios.
pub const COURSES: &str = "courses";

/// A course's file: `courses/id.ron`.
#[must_use]
pub fn is_course_file(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == COURSES)
        && path.extension().is_some_and(|ending| ending == "ron")
}

/// Every course file below a folder of scenarios, in order of the file names.
#[must_use]
pub fn courses(scenarios: &Path) -> Vec<PathBuf> {
    let listing = fs::read_dir(scenarios.join(COURSES)).into_iter().flatten();
    let mut paths: Vec<PathBuf> =
        listing.filter_map(|item| Some(item.ok()?.path())).filter(|path| is_course_file(path)).collect();
    paths.sort();
    paths
}

/// A scenario's own file: `id.ron`. Files such as `id.fr.ron` hold its texts in another language.
#[must_use]
pub fn is_scenario_file(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.strip_suffix(".ron").is_some_and(|stem| !stem.is_empty() && !stem.contains('.'))
        && !is_course_file(path)
        && path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_or_empty_folder_is_told_in_one_sentence_with_a_way_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("nowhere");
        for (folder, word) in [(missing.as_path(), "cannot be read"), (folder.path(), "no scenario")] {
            let message = list(folder, &Rules::builtin()).expect_err("nothing there");
            assert!(message.contains(word) && message.contains("--scenarios"), "{message}");
        }
    }

    #[test]
    fn a_broken_file_stands_in_the_list_beside_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("broken.ron"), "Scenario(format: 1,").expect("written");
        fs::write(folder.path().join("binary.ron"), [0xff, 0xfe, 0]).expect("written");
        fs::write(folder.path().join("broken.fr.ron"), "").expect("written");
        let entries = list(folder.path(), &Rules::builtin()).expect("a list");
        assert_eq!(entries.len(), 2);
        assert!(entries.iter().all(|entry| entry.scenario.is_err()));
    }
}
