//! Attempts in one file, `attempts.sqlite`, which `SQLite` keeps whole through power cuts and crashes. Several programs may use it at
//! the same time.

mod adopt;
mod cohorts;
mod file;
mod merging;
mod opening;
mod read;
mod rows;
mod tombs;
mod write;

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use uuid::Uuid;

use super::{CopyMade, Filter, Kept, Masks, Merged, Person, Piece, Row, Store, StoreError};
use crate::attempt::{Line, Recorder};

pub use adopt::{Adopted, default_data_folder};
pub(in crate::store) use cohorts::settle_all;
pub(in crate::store) use file::is_store;
pub use file::read_file;
pub(in crate::store) use merging::conflicts;
pub(in crate::store) use opening::{number, recognise};
pub(in crate::store) use tombs::{Tombs, put_back, put_up, rows};
pub(in crate::store) use write::{begin, kind};

/// The name of the file in a data folder.
const FILE: &str = "attempts.sqlite";

/// A store in one file. It is opened when it is first needed, and again after that failed.
#[derive(Debug)]
pub struct Sqlite {
    path: PathBuf,
    /// The data folder whose older files are taken over.
    folder: Option<PathBuf>,
    cohort: Option<String>,
    open: Mutex<Option<Connection>>,
    adopted: Mutex<Option<Adopted>>,
}

impl Sqlite {
    /// The store of a data folder, which need not exist yet. What releases before the store left there is taken over.
    #[must_use]
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { folder: Some(folder.clone()), ..Self::at(folder.join(FILE)) }
    }

    /// The store in a file that lies elsewhere.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), folder: None, cohort: None, open: Mutex::default(), adopted: Mutex::default() }
    }

    /// The same for a group that trains here: attempts that begin now belong to it.
    #[must_use]
    pub fn for_cohort(self, cohort: Option<String>) -> Self {
        Self { cohort, ..self }
    }

    /// Its file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens it, unless it is open, and makes it where there is none. Tells, once, what was taken over from an older release.
    ///
    /// # Errors
    /// Why it cannot be opened or written to.
    pub fn ready(&self) -> Result<Option<Adopted>, StoreError> {
        self.with(|connection| Ok(write::try_writing(connection)?))?;
        Ok(self.adopted())
    }

    /// What was taken over from an older release since this was last asked.
    pub fn adopted(&self) -> Option<Adopted> {
        lock(&self.adopted).take()
    }

    /// Does something with the open file.
    pub(in crate::store) fn with<T>(
        &self,
        act: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut open = lock(&self.open);
        let done = match &mut *open {
            Some(connection) => act(connection),
            closed => opening::open(&self.path).and_then(|mut connection| {
                if let Some(folder) = &self.folder
                    && let Some(adopted) = adopt::adopt(&mut connection, folder)?
                {
                    *lock(&self.adopted) = Some(adopted);
                }
                act(closed.insert(connection))
            }),
        };
        done.map_err(|error| error.at(&self.place()))
    }

    /// The same where there is nothing to make: where nothing was kept yet, nothing is what is read.
    fn reading<T: Default>(&self, act: impl FnOnce(&mut Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let older = self.folder.as_ref().is_some_and(|folder| adopt::is_there(folder));
        if lock(&self.open).is_none() && !older && !self.path.exists() {
            return Ok(T::default());
        }
        self.with(act)
    }

    /// Lets go of the file until it is needed again.
    pub(in crate::store) fn close(&self) {
        lock(&self.open).take();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere left no transaction open: dropping one undoes it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Recorder for Sqlite {
    fn append(&self, lines: &[Line]) -> io::Result<()> {
        Ok(self.with(|connection| write::append(connection, lines))?)
    }

    fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()> {
        Ok(self.with(|connection| Ok(write::keep_scenario(connection, hash, text)?))?)
    }

    fn place(&self) -> String {
        self.path.display().to_string()
    }

    fn cohort(&self) -> Option<String> {
        self.cohort.clone()
    }
}

impl Store for Sqlite {
    fn scenario(&self, hash: &str) -> Result<Option<String>, StoreError> {
        self.reading(|connection| Ok(read::scenario(connection, hash)?))
    }

    fn each(&self, filter: &Filter, take: &mut dyn FnMut(Kept) -> ControlFlow<()>) -> Result<(), StoreError> {
        let mut after = read::Place::default();
        loop {
            let page = self.reading(|connection| Ok(read::page(connection, filter, &mut after)?))?;
            if page.is_empty() {
                return Ok(());
            }
            for kept in page {
                if take(kept).is_break() {
                    return Ok(());
                }
            }
        }
    }

    fn each_score(
        &self,
        filter: &Filter,
        rules: &str,
        take: &mut dyn FnMut(Uuid, Option<Vec<u8>>) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let mut after = read::Place::default();
        loop {
            let page = self.reading(|connection| Ok(read::scores(connection, filter, rules, &mut after)?))?;
            if page.is_empty() {
                return Ok(());
            }
            for (attempt, score) in page {
                if take(attempt, score).is_break() {
                    return Ok(());
                }
            }
        }
    }

    fn each_row(
        &self,
        filter: &Filter,
        cards: bool,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let mut after = 0;
        loop {
            let page = self.reading(|connection| Ok(rows::page(connection, filter, cards, &mut after)?))?;
            if page.is_empty() {
                return Ok(());
            }
            for row in page {
                if take(row).is_break() {
                    return Ok(());
                }
            }
        }
    }

    fn keep_scores(&self, rules: &str, scores: &[(Uuid, Vec<u8>)]) -> Result<(), StoreError> {
        self.with(|connection| Ok(write::keep_scores(connection, rules, scores)?))
    }

    fn merge(&self, source: &str, pieces: &mut dyn Iterator<Item = io::Result<Piece>>) -> Result<Merged, StoreError> {
        self.with(|connection| merging::merge(connection, pieces, source))
    }

    fn name(&self) -> Result<String, StoreError> {
        self.with(|connection| Ok(tombs::fact(connection, "id")?))
    }

    fn note_copy(&self, copy: &CopyMade, attempts: &[Uuid]) -> Result<(), StoreError> {
        self.with(|connection| Ok(write::note_copy(connection, copy, attempts)?))
    }

    fn keep_people(&self, people: &[Person]) -> Result<usize, StoreError> {
        self.with(|connection| Ok(cohorts::keep_people(connection, people)?))
    }

    fn masks(&self) -> Result<Masks, StoreError> {
        self.with(|connection| Ok(Masks { codes: cohorts::codes(connection)?, salt: tombs::fact(connection, "salt")? }))
    }
}
