//! A copy of the store in one file, made while it is used.

use std::fs::{self, File};
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::open_copy;
use crate::store::export::beside;
use crate::store::{CopyMade, Filter, Sqlite, Store, StoreError};

/// Pages copied at a time.
pub(super) const PAGES: i32 = 4096;

impl Sqlite {
    /// Copies the store into a file that is not there yet, and reads the copy through before it gets its name. Gives how many
    /// attempts it holds.
    ///
    /// # Errors
    /// Why it cannot be copied.
    pub fn back_up(&self, path: &Path) -> Result<usize, StoreError> {
        let at = |error: io::Error| StoreError::System { place: path.display().to_string(), error };
        if path.exists() {
            return Err(at(io::Error::new(io::ErrorKind::AlreadyExists, "there is such a file already: name another")));
        }
        let mut attempts = Vec::new();
        self.each(&Filter::default(), &mut |kept| {
            attempts.push(kept.attempt);
            ControlFlow::Continue(())
        })?;
        let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let copy = CopyMade { path: full.display().to_string(), made: Timestamp::now(), kind: "backup".into() };
        self.note_copy(&copy, &attempts)?;
        let part = beside(path, "part");
        let _ = fs::remove_file(&part);
        let copied = self.copy_into(&part).and_then(|()| fs::rename(&part, path).map_err(at));
        if copied.is_err() {
            // What matters is the error returned.
            let _ = fs::remove_file(&part);
        }
        copied.map(|()| attempts.len())
    }

    fn copy_into(&self, path: &Path) -> Result<(), StoreError> {
        // Only the copy is written to: where there is no room, there is none for the copy.
        let of_copy = |error: rusqlite::Error| match StoreError::from(error) {
            error @ StoreError::System { .. } => error.at(&path.display().to_string()),
            other => other,
        };
        self.with(|connection| {
            let mut copy = Connection::open(path).map_err(of_copy)?;
            let copied = Backup::new(connection, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None);
            copied.map_err(of_copy)?;
            // One file, and nothing beside it.
            let _: String = copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
            drop(copy);
            open_copy(path)?;
            Ok(File::open(path)?.sync_all()?)
        })
    }
}
