//! Which files are checked.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::CannotRun;
use crate::library::is_scenario_file;

/// The files named, and every scenario in the folders named, in order and each once. Translations (`id.fr.ron`), golden plays
/// (`id.plays.ron`) and hidden folders are left out unless they are named themselves.
pub fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CannotRun> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = files.len();
            search(path, &mut files)?;
            if files.len() == before {
                return Err(CannotRun(format!(
                    "There is no scenario in the folder `{}`. Scenarios are files that end in `.ron`; `amends new` makes one.",
                    path.display()
                )));
            }
        } else if path.exists() {
            files.push(path.clone());
        } else {
            return Err(CannotRun(format!("There is no file or folder `{}`. Check the name.", path.display())));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|file| seen.insert(file.clone()));
    Ok(files)
}

fn search(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), CannotRun> {
    let unreadable = |error| CannotRun(format!("The folder `{}` cannot be read: {error}.", folder.display()));
    let mut items = Vec::new();
    for item in fs::read_dir(folder).map_err(unreadable)? {
        items.push(item.map_err(unreadable)?);
    }
    items.sort_by_key(fs::DirEntry::file_name);
    for item in items {
        let hidden = item.file_name().to_str().is_some_and(|name| name.starts_with('.'));
        // A link to a folder is not followed: it could lead back here.
        if item.file_type().is_ok_and(|kind| kind.is_dir()) && !hidden {
            search(&item.path(), files)?;
        } else if is_scenario_file(&item.path()) {
            files.push(item.path());
        }
    }
    Ok(())
}
