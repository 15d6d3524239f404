//! Where attempts are kept: one small interface, whatever stands behind it: [`Sqlite`], one file in the data folder, or [`Postgres`], a
//! server that an organisation keeps. What is searched stands in columns; the truth of an attempt are its lines, word for word.

mod background;
mod care;
mod error;
mod export;
mod import;
mod merge;
mod pieces;
mod postgres;
mod sql;
mod sqlite;
#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "tests may fail loudly")]
mod suite;

use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;

use jiff::Timestamp;
use uuid::Uuid;

use crate::attempt::{Attempt, Mode, Recorder, gather};

pub use background::Background;
pub use care::{Forgotten, Left, Restored, Verdict};
pub use error::StoreError;
pub use export::{Asked, Exported, export};
pub use import::{Condition, Imported, import};
pub(crate) use merge::hex;
pub use merge::{Merged, Piece};
pub use pieces::pieces_of;
pub use postgres::{ADDRESS, Postgres, ROLES};
pub use sqlite::{Adopted, Sqlite, default_data_folder, read_file};

/// Which attempts are asked for: those for which everything named here holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One attempt.
    pub attempt: Option<Uuid>,
    /// Whose: a name, or the code that stands for it in the roster.
    pub trainee: Option<String>,
    /// The group they count for.
    pub cohort: Option<String>,
    /// Id of the scenario.
    pub scenario: Option<String>,
    /// Practice or assessment.
    pub mode: Option<Mode>,
    /// Begun then or later.
    pub since: Option<Timestamp>,
    /// Begun earlier.
    pub before: Option<Timestamp>,
    /// Played until the conversation ended, or not.
    pub finished: Option<bool>,
}

/// An attempt as a store keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub attempt: Uuid,
    /// Its lines, as they would stand in a file.
    pub lines: Vec<String>,
    /// The group it counts for: the one its record names, else a facilitator's label, else the roster's.
    pub cohort: Option<String>,
    /// What facilitators said of it: cohort and facilitator, either of which may be empty.
    pub labels: Vec<(String, String)>,
}

impl Kept {
    /// Whose it is, as its first line tells: nothing where nobody gave a name, or it has no start.
    #[must_use]
    pub fn trainee(&self) -> Option<String> {
        #[derive(serde::Deserialize)]
        struct Whose {
            trainee: Option<String>,
        }
        serde_json::from_str::<Whose>(self.lines.first()?).ok()?.trainee
    }

    /// The attempt its lines tell of. Lines of a kind that is not known here are left aside; none without a start.
    #[must_use]
    pub fn told(&self) -> Option<Attempt> {
        let lines = self.lines.iter().filter_map(|line| serde_json::from_str(line).ok());
        let mut attempt = gather(lines).into_iter().next()?;
        attempt.start.cohort.clone_from(&self.cohort);
        Some(attempt)
    }
}

/// What is searched of an attempt, and what is kept of its score: what a report asks of attempts it need not read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub attempt: Uuid,
    /// Id of the scenario.
    pub scenario: String,
    /// Practice or assessment.
    pub mode: Mode,
    /// The name or code of the person; none where nobody gave one.
    pub trainee: Option<String>,
    /// The group it counts for.
    pub cohort: Option<String>,
    /// When it began, to the microsecond.
    pub started: Timestamp,
    /// Whether it was played until the conversation ended.
    pub finished: bool,
    /// What is kept of its score: the rules that made it, and what was kept; none where nothing is, or cards were not asked for.
    pub card: Option<(String, Vec<u8>)>,
}

/// A file that was written for somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyMade {
    /// Where it was written.
    pub path: String,
    /// When.
    pub made: Timestamp,
    /// `export` or `backup`.
    pub kind: String,
}

/// Somebody of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// What stands for the name where names are not to be shown.
    pub code: Option<String>,
    /// The group.
    pub cohort: Option<String>,
}

/// What stands for the names of people in files for others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masks {
    /// The roster's codes, by name.
    pub codes: BTreeMap<String, String>,
    /// A secret of the store's own, the same for as long as it lives: pseudonyms are made with it.
    pub salt: String,
}

/// Keeps attempts. Everything it is given is there, or told not to be, when a call returns.
pub trait Store: Recorder {
    /// The text of a scenario that was played.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn scenario(&self, hash: &str) -> Result<Option<String>, StoreError>;

    /// Gives the attempts one by one, in the order in which they were started, without ever holding all of them. The store may be
    /// used meanwhile, also by `take`; what is begun after the call may or may not be among them.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn each(&self, filter: &Filter, take: &mut dyn FnMut(Kept) -> ControlFlow<()>) -> Result<(), StoreError>;

    /// Gives what is kept of each attempt's score under these rules, in the order of [`Store::each`]: nothing where it was never
    /// kept, was made by other rules, or has been added to since.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn each_score(
        &self,
        filter: &Filter,
        rules: &str,
        take: &mut dyn FnMut(Uuid, Option<Vec<u8>>) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// Gives the row of each attempt, in whatever order is quickest and the same each time, with what is kept of its score where `cards`
    /// says so: under whatever rules. The store may be used meanwhile, also by `take`.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn each_row(
        &self,
        filter: &Filter,
        cards: bool,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// Keeps scores that these rules made, in place of those kept before. Scores of attempts that are not there are left aside.
    ///
    /// # Errors
    /// Why the store cannot be written to.
    fn keep_scores(&self, rules: &str, scores: &[(Uuid, Vec<u8>)]) -> Result<(), StoreError>;

    /// Adds what a source on another machine kept, all of it or nothing. The order in which pieces come, and how often, makes no difference.
    ///
    /// # Errors
    /// Why the store cannot be written to, or the pieces cannot be read.
    fn merge(&self, source: &str, pieces: &mut dyn Iterator<Item = io::Result<Piece>>) -> Result<Merged, StoreError>;

    /// A name of the store's own, the same for as long as it lives.
    ///
    /// # Errors
    /// Why the store cannot be written to.
    fn name(&self) -> Result<String, StoreError>;

    /// Takes down that attempts were written into a file for somebody else, which the store cannot reach afterwards.
    ///
    /// # Errors
    /// Why the store cannot be written to.
    fn note_copy(&self, copy: &CopyMade, attempts: &[Uuid]) -> Result<(), StoreError>;

    /// Takes in people of a roster, in place of what was known of the same names. Gives how many; who asked to be forgotten is left
    /// out.
    ///
    /// # Errors
    /// Why the store cannot be written to.
    fn keep_people(&self, people: &[Person]) -> Result<usize, StoreError>;

    /// What stands for the names of people in files for others.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn masks(&self) -> Result<Masks, StoreError>;

    /// Makes it ready to be written to, where it is not. Tells, once, what was taken over from an older release.
    ///
    /// # Errors
    /// Why it cannot be opened or written to.
    fn ready(&self) -> Result<Option<Adopted>, StoreError>;

    /// What was taken over from an older release since this was last asked.
    fn adopted(&self) -> Option<Adopted> {
        None
    }

    /// The names and codes that attempts are kept under, and those of the roster.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn trainees(&self) -> Result<Vec<String>, StoreError>;

    /// Looks at everything that is kept.
    ///
    /// # Errors
    /// Why the store cannot even be opened.
    fn verify(&self) -> Result<Verdict, StoreError>;

    /// Forgets somebody, by the name attempts are kept under or the code that stands for it: here, and in the files of the data folder.
    ///
    /// # Errors
    /// Why it cannot be done. What was done until then is done; it can be asked for again.
    fn forget(&self, name: &str) -> Result<Forgotten, StoreError>;

    /// Throws away attempts begun before a moment, and texts of scenarios that nobody played since. Gives how many attempts.
    ///
    /// # Errors
    /// Why it cannot be done.
    fn prune(&self, before: Timestamp) -> Result<usize, StoreError>;

    /// The attempts a filter lets through, all at once.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn attempts(&self, filter: &Filter) -> Result<Vec<Attempt>, StoreError> {
        let mut attempts = Vec::new();
        self.each(filter, &mut |kept| {
            attempts.extend(kept.told());
            ControlFlow::Continue(())
        })?;
        Ok(attempts)
    }
}
