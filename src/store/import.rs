//! Files of attempts from other machines, taken into a store.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::export::FORMAT;
use super::merge::hex;
use super::sqlite::is_store;
use super::{Merged, Store, StoreError, pieces_of};
use crate::attempt::{Aside, Read as Line, read_line};

/// What a file is by its own account and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// As it was written.
    Whole,
    /// Without a first line that says what it is: an attempts file of an older release, say.
    Plain,
    /// Cut short or changed since it was written.
    Changed,
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What the file is.
    pub condition: Condition,
    /// What came of it; nothing where it was left out because it was changed.
    pub merged: Option<Merged>,
}

/// Takes a file into a store, all of it or nothing. One that was cut short or changed is left out, unless asked for `anyway`: then
/// all that can be read of it is taken.
///
/// # Errors
/// Why the file cannot be read or the store not be written to.
pub fn import(store: &dyn Store, path: &Path, anyway: bool) -> Result<Imported, StoreError> {
    let place = path.display().to_string();
    let at = |error: io::Error| StoreError::System { place: place.clone(), error };
    if !std::fs::metadata(path).map_err(at)?.is_file() {
        return Err(at(io::Error::other("it is not a file")));
    }
    if is_store(path).map_err(at)? {
        let folder = path.parent().unwrap_or(Path::new("")).join("").display().to_string();
        let folder = if folder.is_empty() { "." } else { &folder };
        let help = format!(
            "it is a store and not an exported file: write one on the machine it is from, or here with `amends --data {folder} export FILE.jsonl` where it is called `attempts.sqlite`; a backup is brought back with `amends store restore`"
        );
        return Err(at(io::Error::other(help)));
    }
    let condition = condition_of(path).map_err(at)?;
    let condition = match condition {
        Ok(condition) => condition,
        Err(found) => {
            let (found, known) = (found.try_into().unwrap_or(i64::MAX), FORMAT.try_into().unwrap_or(i64::MAX));
            return Err(StoreError::Newer { place, found, known });
        }
    };
    if condition == Condition::Changed && !anyway {
        return Ok(Imported { condition, merged: None });
    }
    if condition != Condition::Whole && nothing_readable(path).map_err(at)? {
        let help = "no line of it is one of an attempt: import takes files that `amends export FILE.jsonl` wrote, and people with `amends import --roster FILE.csv`. Nothing was taken from it";
        return Err(at(io::Error::other(help)));
    }
    let source = path.file_name().unwrap_or_default().to_string_lossy();
    let mut pieces = pieces_of(BufReader::new(File::open(path).map_err(at)?));
    let merged = store.merge(&source, &mut pieces)?;
    Ok(Imported { condition, merged: Some(merged) })
}

/// Whether the first line of a file is one that `amends export` writes, or a release before the store.
#[must_use]
pub fn is_exported(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| BufReader::new(file).read_until(b'\n', &mut first));
    read.is_ok() && read_line(&first).is_ok()
}

/// Whether a file has lines, and none that can be read: a table, a workbook.
fn nothing_readable(path: &Path) -> io::Result<bool> {
    let mut file = BufReader::new(File::open(path)?);
    let (mut line, mut any) = (Vec::new(), false);
    while file.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            any = true;
            if read_line(&line).is_ok() {
                return Ok(false);
            }
        }
        line.clear();
    }
    Ok(any)
}

/// The form of a file written by a later release, where it is one.
fn condition_of(path: &Path) -> io::Result<Result<Condition, u64>> {
    let mut file = BufReader::new(File::open(path)?);
    let mut first = Vec::new();
    file.read_until(b'\n', &mut first)?;
    let Some(header) = header_of(&first) else { return Ok(Ok(Condition::Plain)) };
    let format = header.get("format").and_then(Value::as_u64).unwrap_or_default();
    if format > FORMAT {
        return Ok(Err(format));
    }
    let mut digest = Sha256::new();
    let mut bytes = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut bytes)?;
        if read == 0 {
            break;
        }
        digest.update(bytes.get(..read).unwrap_or_default());
    }
    let whole = header.get("sha256").and_then(Value::as_str) == Some(&hex(&digest.finalize()));
    Ok(Ok(if whole { Condition::Whole } else { Condition::Changed }))
}

fn header_of(line: &[u8]) -> Option<Map<String, Value>> {
    match read_line(line.trim_ascii()) {
        Ok(Line::Aside(Aside::Header(header))) => Some(header),
        Ok(Line::Aside(Aside::Scenario { .. } | Aside::Label { .. }) | Line::Event(_)) | Err(_) => None,
    }
}
