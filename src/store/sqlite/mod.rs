//! Attempts in one file, `attempts.sqlite`, which `SQLite` keeps whole through power cuts and crashes. Several programs may use it at
//! the same time.

mod adopt;
mod database;
mod file;
mod opening;
mod protected;
mod share;

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use super::sql::{Database, cohorts, merging, read, tombs, write};
use super::{
    CopyMade, Filter, Forgotten, Kept, Masks, Merged, NewScore, Person, Piece, Share, Store, StoreError, Verdict, care,
};
use crate::attempt::{Line, Recorder};

pub use adopt::{Adopted, default_data_folder};
pub(in crate::store) use file::is_store;
pub use file::read_file;
pub(in crate::store) use opening::number;
pub(in crate::store) use protected::open_to_read;

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

    /// Does something in a transaction of its own: all of it is on disk afterwards, or nothing.
    pub(in crate::store) fn writing<T>(
        &self,
        act: impl FnOnce(&mut dyn Database) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.with(|connection| writing(connection, act))
    }

    /// The same where there is nothing to make: where nothing was kept yet, nothing is what is read.
    fn reading<T: Default>(
        &self,
        act: impl FnOnce(&mut dyn Database) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let older = self.folder.as_ref().is_some_and(|folder| adopt::is_there(folder));
        if lock(&self.open).is_none() && !older && !self.path.exists() {
            return Ok(T::default());
        }
        self.with(|connection| act(&mut &*connection))
    }

    /// Lets go of the file until it is needed again.
    pub(in crate::store) fn close(&self) {
        lock(&self.open).take();
    }
}

/// Does something with a file in a transaction of its own.
pub(in crate::store) fn writing<T>(
    connection: &mut Connection,
    act: impl FnOnce(&mut dyn Database) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    protected::may_write(connection)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = act(&mut &*transaction)?;
    transaction.commit()?;
    Ok(done)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere left no transaction open: dropping one undoes it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Recorder for Sqlite {
    fn append(&self, lines: &[Line]) -> io::Result<()> {
        Ok(self.writing(|db| write::append(db, lines))?)
    }

    fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()> {
        Ok(self.writing(|db| write::keep_scenario(db, hash, text))?)
    }

    fn place(&self) -> String {
        self.path.display().to_string()
    }

    fn cohort(&self) -> Option<String> {
        self.cohort.clone()
    }
}

impl Store for Sqlite {
    fn ready(&self) -> Result<Option<Adopted>, StoreError> {
        // Whether anything can be written, without writing anything.
        self.with(|connection| {
            protected::may_write(connection)?;
            Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?.rollback()?)
        })?;
        Ok(self.adopted())
    }

    fn adopted(&self) -> Option<Adopted> {
        lock(&self.adopted).take()
    }

    fn scenario(&self, hash: &str) -> Result<Option<String>, StoreError> {
        self.reading(|db| read::scenario(db, hash))
    }

    fn each(&self, filter: &Filter, take: &mut dyn FnMut(Kept) -> ControlFlow<()>) -> Result<(), StoreError> {
        read::each(&mut |after| self.reading(|db| read::page(db, filter, after)), take)
    }

    fn shares(&self, most: usize) -> Result<Vec<Box<dyn Share + '_>>, StoreError> {
        let Some(places) = self.reading(share::places)? else { return Ok(Vec::new()) };
        // Of one that is only read there may be a copy in memory: once is enough.
        let most = if self.with(|connection| Ok(protected::may_write(connection).is_ok()))? { most } else { 1 };
        let shares = share::shares(&self.path, places, most).map_err(|error| error.at(&self.place()))?;
        Ok(shares.into_iter().map(|share| Box::new(share) as Box<dyn Share>).collect())
    }

    fn keep_scores(&self, rules: &str, scores: &[NewScore]) -> Result<(), StoreError> {
        self.writing(|db| write::keep_scores(db, rules, scores))
    }

    fn merge(&self, source: &str, pieces: &mut dyn Iterator<Item = io::Result<Piece>>) -> Result<Merged, StoreError> {
        self.writing(|db| merging::merge(db, pieces, source))
    }

    fn name(&self) -> Result<String, StoreError> {
        self.writing(|db| tombs::fact(db, "id"))
    }

    fn note_copy(&self, copy: &CopyMade, attempts: &[Uuid]) -> Result<(), StoreError> {
        self.writing(|db| write::note_copy(db, copy, attempts))
    }

    fn keep_people(&self, people: &[Person]) -> Result<usize, StoreError> {
        self.writing(|db| cohorts::keep_people(db, people))
    }

    fn trainees(&self) -> Result<Vec<String>, StoreError> {
        self.reading(read::trainees)
    }

    fn verify(&self) -> Result<Verdict, StoreError> {
        self.with(|connection| care::verify_file(connection))
    }

    fn forget(&self, name: &str) -> Result<Forgotten, StoreError> {
        care::forget_in_file(self, name)
    }

    fn prune(&self, before: Timestamp) -> Result<usize, StoreError> {
        let gone = self.writing(|db| write::prune(db, before))?;
        self.with(|connection| care::press(connection))?;
        Ok(gone)
    }

    fn masks(&self) -> Result<Masks, StoreError> {
        self.writing(cohorts::masks)
    }
}
