//! Attempts on a `PostgreSQL` server that an organisation keeps for all its laptops and kiosks. A reply counts as taken when the server
//! has it on disk; while the server is away, when it waits on this machine's disk.

mod address;
mod care;
mod link;
mod opening;
mod pages;
mod recording;
#[cfg(test)]
#[path = "../../../tests/keeping/server.rs"]
#[expect(dead_code, reason = "the tests of the whole use more of it")]
pub(in crate::store) mod server;
mod unsent;

use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use uuid::Uuid;

use super::sql::{Database, cohorts, merging, read, tombs, write};
use super::{
    Adopted, CopyMade, Filter, Forgotten, Kept, Masks, Merged, NewScore, Person, Piece, Share, Store, StoreError,
    Verdict,
};
use address::Address;
use link::Link;
use pages::Pages;
use unsent::Unsent;

/// The environment variable that holds the address of the store, where it is not to stand on the command line.
pub const ADDRESS: &str = "AMENDS_STORE";
/// Roles for laptops, readers and operators, as SQL.
pub const ROLES: &str = include_str!("../../../assets/store/roles.sql");

/// How long is waited before a server that went away is tried again, each time. Most are back within a few seconds.
const PATIENCE: [Duration; 5] = [
    Duration::ZERO,
    Duration::from_millis(200),
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];
/// A transaction that reads, and sees one moment.
const ONE_MOMENT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// A transaction for which others of its kind wait: what it reads first decides what it writes.
const ALONE: &str = "BEGIN; SELECT pg_advisory_xact_lock(1097690725)";

/// A store on a server. It is connected to when it is first needed, and again after the connection was lost.
#[derive(Debug)]
pub struct Postgres {
    address: Address,
    /// The data folder beside it, in which settings and goals are.
    folder: Option<PathBuf>,
    /// What waits there for the server.
    unsent: Option<Unsent>,
    cohort: Option<String>,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    link: Option<Link>,
    /// Whether the server answered when it was last asked; one that did is waited for.
    answered: bool,
    /// When it was last found away.
    away: Option<Instant>,
    /// When it last refused to keep something.
    refused: Option<Instant>,
    /// Whether that was told.
    told: bool,
}

/// Reads the page after a place, and says where it ends.
type Page<'p, T> = dyn Fn(&mut dyn Database, &mut read::Place) -> Result<Vec<T>, StoreError> + 'p;

impl Postgres {
    /// The store at an address: `postgres://user@host/database`. A password may stand in it, or in the environment variable
    /// `PGPASSWORD`.
    ///
    /// # Errors
    /// What is wrong with the address, as sentences that show nothing of a password.
    pub fn at(address: &str) -> Result<Self, String> {
        let address = Address::read(address)?;
        Ok(Self { address, folder: None, unsent: None, cohort: None, open: Mutex::default() })
    }

    /// The same, with the data folder beside it: what is to be kept while the server is away waits there.
    #[must_use]
    pub fn beside(self, folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        let unsent = Some(Unsent::beside(&folder, self.address.shown()));
        Self { folder: Some(folder), unsent, ..self }
    }

    /// The same for a group that trains here: attempts that begin now belong to it.
    #[must_use]
    pub fn for_cohort(self, cohort: Option<String>) -> Self {
        Self { cohort, ..self }
    }

    /// Does something over an open connection, as often as it takes: what is given here changes nothing the second time.
    fn with<T>(&self, act: &mut dyn FnMut(&mut Link) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut open = self.lock();
        let mut waits = PATIENCE.iter().filter(|_| open.answered).copied().collect::<Vec<_>>().into_iter();
        loop {
            let done = self.once(&mut open, &mut *act);
            match (&done, waits.next()) {
                (Err(StoreError::Away { .. }), Some(wait)) => thread::sleep(wait),
                _ => return done,
            }
        }
    }

    /// The same once. A connection that was lost is opened anew before, not on the way.
    fn with_once<T>(&self, act: impl FnOnce(&mut Link) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.with(&mut |link| link.script("SELECT 1"))?;
        self.once(&mut self.lock(), act)
    }

    fn once<T>(&self, open: &mut Open, act: impl FnOnce(&mut Link) -> Result<T, StoreError>) -> Result<T, StoreError> {
        // Taken out: whatever goes wrong on the way, no half of it is left behind.
        let link = open.link.take().filter(|link| !link.is_closed());
        let done = link.map_or_else(|| opening::open(&self.address), Ok).and_then(|mut link| {
            let done = act(&mut link);
            if !matches!(done, Err(StoreError::Away { .. })) {
                open.link = Some(link);
            }
            done
        });
        open.answered = !matches!(done, Err(StoreError::Away { .. }));
        open.away = (!open.answered).then(Instant::now);
        done.map_err(|error| error.at(self.address.shown()))
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads, as of one moment.
    fn reading<T>(&self, act: &mut dyn FnMut(&mut dyn Database) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.with(&mut |link| link.transaction(ONE_MOMENT, |link| act(link)))
    }

    /// Reads a page at a time, each as of one moment: no transaction stays open while the caller works, which would keep the server
    /// from tidying up.
    fn pages<T>(&self, page: &Page<'_, T>, take: &mut dyn FnMut(T) -> ControlFlow<()>) -> Result<(), StoreError> {
        let next = &mut |after: &mut read::Place| {
            let (page, end) = self.reading(&mut |db| {
                // Asked again after the connection was lost, a page begins where it began.
                let mut end = after.clone();
                Ok((page(db, &mut end)?, end))
            })?;
            *after = end;
            Ok(page)
        };
        read::each(next, take)
    }

    /// Writes, all of it or nothing.
    fn writing<T>(&self, act: &mut dyn FnMut(&mut dyn Database) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.with(&mut |link| link.transaction(ALONE, |link| act(link)))
    }
}

impl Store for Postgres {
    fn ready(&self) -> Result<Option<Adopted>, StoreError> {
        let open = self.with(&mut |link| link.script("SELECT 1"));
        open.map_err(|error| if self.unsent.is_some() { self.waits(error) } else { error })?;
        match self.send() {
            // Who may read and not write goes on reading; what waits goes on waiting.
            Ok(()) | Err(StoreError::MayNot { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn scenario(&self, hash: &str) -> Result<Option<String>, StoreError> {
        self.with(&mut |link| read::scenario(link, hash))
    }

    fn each(&self, filter: &Filter, take: &mut dyn FnMut(Kept) -> ControlFlow<()>) -> Result<(), StoreError> {
        self.pages(&|db, after| read::page(db, filter, after), take)
    }

    /// One share: a server reads for others too.
    fn shares(&self, _: usize) -> Result<Vec<Box<dyn Share + '_>>, StoreError> {
        Ok(vec![Box::new(Pages(self))])
    }

    fn masks(&self) -> Result<Masks, StoreError> {
        self.writing(&mut cohorts::masks)
    }

    fn keep_scores(&self, rules: &str, scores: &[NewScore]) -> Result<(), StoreError> {
        self.writing(&mut |db| write::keep_scores(db, rules, scores))
    }

    fn merge(&self, source: &str, pieces: &mut dyn Iterator<Item = io::Result<Piece>>) -> Result<Merged, StoreError> {
        self.with_once(|link| link.transaction(ALONE, |link| merging::merge(link, pieces, source)))
    }

    fn name(&self) -> Result<String, StoreError> {
        self.with(&mut |link| tombs::fact(link, "id"))
    }

    fn note_copy(&self, copy: &CopyMade, attempts: &[Uuid]) -> Result<(), StoreError> {
        self.with(&mut |link| link.transaction("BEGIN", |link| write::note_copy(link, copy, attempts)))
    }

    fn keep_people(&self, people: &[Person]) -> Result<usize, StoreError> {
        self.writing(&mut |db| cohorts::keep_people(db, people))
    }

    fn trainees(&self) -> Result<Vec<String>, StoreError> {
        self.with(&mut |link| read::trainees(link))
    }

    fn verify(&self) -> Result<Verdict, StoreError> {
        self.look_through()
    }

    fn forget(&self, name: &str) -> Result<Forgotten, StoreError> {
        self.take_out(name)
    }

    fn prune(&self, before: Timestamp) -> Result<usize, StoreError> {
        let gone = self.writing(&mut |db| write::prune(db, before))?;
        self.press()?;
        Ok(gone)
    }
}
