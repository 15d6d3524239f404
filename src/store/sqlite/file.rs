//! A file of attempts that somebody names: a store, or lines.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::Sqlite;
use crate::attempt::{self, Contents};
use crate::store::sql::{Row, all};
use crate::store::{Filter, Store, StoreError};

/// What every file of `SQLite` begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Everything in a file of attempts, be it a store or exported lines.
///
/// # Errors
/// What the system says, or why a store cannot be read.
pub fn read_file(path: &Path) -> io::Result<Contents> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    if !is_store(path)? {
        return attempt::read_file(path);
    }
    let store = Sqlite::at(path);
    let (attempts, scenarios) = (store.attempts(&Filter::default())?, store.texts()?);
    Ok(Contents { attempts, scenarios, damaged: Vec::new() })
}

impl Sqlite {
    /// The store in a file that somebody names; none where the file is no store.
    ///
    /// # Errors
    /// What the system says.
    pub fn named(path: &Path) -> io::Result<Option<Self>> {
        if !std::fs::metadata(path)?.is_file() {
            return Err(io::Error::other("it is not a file"));
        }
        Ok(is_store(path)?.then(|| Self::at(path)))
    }

    /// The texts of all scenarios that were played, by their hash.
    ///
    /// # Errors
    /// Why the store cannot be read.
    pub fn texts(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.with(|connection| {
            let text = |row: &dyn Row| Ok((row.text(0)?, row.text(1)?));
            Ok(all(&mut &*connection, "SELECT hash, text FROM scenarios", &[], text)?.into_iter().collect())
        })
    }
}

/// Whether a file is a database.
pub(in crate::store) fn is_store(path: &Path) -> io::Result<bool> {
    let mut first = Vec::new();
    File::open(path)?.take(16).read_to_end(&mut first)?;
    Ok(first == MAGIC)
}
