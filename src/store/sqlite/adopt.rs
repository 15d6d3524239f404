//! What releases before the store left in a data folder: `attempts.jsonl`, and the texts of scenarios beside it. It is taken over
//! once. The file stays where it is, under another name; should the rename fail, it is taken over again and changes nothing.

use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::attempt::Damaged;
use crate::store::sql::merging::merge;
use crate::store::sqlite::writing;
use crate::store::{Merged, Piece, StoreError, pieces_of};

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The file it came from, by its new name.
    pub file: PathBuf,
    /// How many attempts came.
    pub attempts: usize,
    /// Lines that could not be read. They are kept as they were.
    pub damaged: Vec<Damaged>,
}

/// The data folder of this platform's own convention, or why there is none.
///
/// # Errors
/// A sentence that says what to do, where the platform names no home folder.
pub fn default_data_folder() -> Result<PathBuf, String> {
    directories::ProjectDirs::from("", "", "amends").map(|places| places.data_dir().to_owned()).ok_or_else(|| {
        "This machine names no home folder to keep attempts in. Name one with `--data FOLDER`.".to_owned()
    })
}

/// Whether there is anything to take over.
pub(super) fn is_there(folder: &Path) -> bool {
    older(folder).is_file()
}

fn older(folder: &Path) -> PathBuf {
    folder.join("attempts.jsonl")
}

pub(super) fn adopt(connection: &mut Connection, folder: &Path) -> Result<Option<Adopted>, StoreError> {
    let path = older(folder);
    if !path.is_file() {
        return Ok(None);
    }
    let at = |error: io::Error| StoreError::System { place: path.display().to_string(), error };
    let attempts = BufReader::new(File::open(&path).map_err(at)?);
    let beside = folder.join("scenarios");
    let mut pieces = texts(&beside).chain(pieces_of(attempts));
    let merged = writing(connection, |db| merge(db, &mut pieces, "attempts.jsonl"))?;
    let file = free_name(&path);
    let file = if fs::rename(&path, &file).is_ok() { file } else { path };
    let Merged { new, longer, damaged, .. } = merged;
    Ok(Some(Adopted { file, attempts: new + longer, damaged }))
}

/// `attempts.jsonl.imported`, or the first such name that is free.
fn free_name(path: &Path) -> PathBuf {
    let name = |ending: String| path.with_extension(format!("jsonl.imported{ending}"));
    let first = Some(name(String::new()));
    let others = (2..).map(|number| name(format!("-{number}")));
    first.into_iter().chain(others).find(|name| !name.exists()).unwrap_or_default()
}

/// The texts of a folder, each in a file named after its hash. One that cannot be read costs only itself.
fn texts(folder: &Path) -> impl Iterator<Item = io::Result<Piece>> {
    let items = fs::read_dir(folder).into_iter().flatten().flatten();
    items.filter_map(|item| {
        let path = item.path();
        let hash = path.file_stem()?.to_str()?.to_owned();
        let named = path.extension().is_some_and(|ending| ending == "ron");
        let text = fs::read_to_string(&path).ok().filter(|_| named)?;
        Some(Ok(Piece::Scenario { hash, text }))
    })
}
