//! Files named on the command line: finding them, and writing them so that nothing is ever half written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::CannotRun;

/// Every file below `paths` that is wanted, in order, each once. A file named itself is always wanted.
///
/// # Errors
/// Where a path does not exist or a folder cannot be listed.
pub fn below(paths: &[PathBuf], wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, CannotRun> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            list(path, &wanted, &mut found)?;
        } else if path.exists() {
            found.push(path.clone());
        } else {
            return Err(CannotRun(format!("There is no file or folder `{}`. Check the name.", path.display())));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|path| seen.insert(path.clone()));
    Ok(found)
}

fn list(folder: &Path, wanted: &impl Fn(&Path) -> bool, found: &mut Vec<PathBuf>) -> Result<(), CannotRun> {
    let cannot = |error: io::Error| {
        CannotRun(format!("The folder `{}` cannot be read ({error}). Check whether you may.", folder.display()))
    };
    let mut paths = fs::read_dir(folder)
        .map_err(cannot)?
        .map(|item| item.map(|item| item.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(cannot)?;
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        // A link to a folder could lead round in a circle.
        if path.is_dir() && !hidden && !path.is_symlink() {
            list(&path, wanted, found)?;
        } else if path.is_file() && wanted(&path) {
            found.push(path);
        }
    }
    Ok(())
}

/// Puts `text` in the place of a file's content: the old text stands until the new one is all there.
///
/// # Errors
/// A sentence that says what to do.
pub fn replace(path: &Path, text: &str) -> Result<(), CannotRun> {
    let written = || -> io::Result<()> {
        // A link stays a link, and the file behind it changes.
        let path = fs::canonicalize(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = path.with_file_name(format!(".{name}.{}", std::process::id()));
        let done = fs::write(&beside, text)
            .and_then(|()| fs::set_permissions(&beside, fs::metadata(&path)?.permissions()))
            .and_then(|()| fs::rename(&beside, &path));
        if done.is_err() {
            // Best effort: the error that matters is the one returned.
            let _ = fs::remove_file(&beside);
        }
        done
    };
    written().map_err(|error| CannotRun(format!("`{}` cannot be written ({error}). It is as it was.", path.display())))
}
