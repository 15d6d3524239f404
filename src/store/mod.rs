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

use std::borrow::Cow;
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
pub use import::{Condition, Imported, import, is_exported};
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

    /// All its lines, one after the other.
    #[must_use]
    pub fn whole(&self) -> String {
        self.lines.concat()
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

/// What is searched of an attempt: what a report asks of attempts it need not read again. Its texts are lent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'r> {
    /// Where it is kept, for as long as it is read.
    pub place: i64,
    /// Its id.
    pub attempt: Uuid,
    /// Id of the scenario.
    pub scenario: Cow<'r, str>,
    /// Practice or assessment.
    pub mode: Mode,
    /// The name or code of the person; none where nobody gave one.
    pub trainee: Option<Cow<'r, str>>,
    /// The group it counts for.
    pub cohort: Option<Cow<'r, str>>,
    /// When it began, to the microsecond.
    pub started: Timestamp,
    /// Whether it was played until the conversation ended.
    pub finished: bool,
}

impl Row<'_> {
    /// The same with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> Row<'static> {
        let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Row { scenario: own(self.scenario), trainee: self.trainee.map(own), cohort: self.cohort.map(own), ..self }
    }
}

/// What is kept of an attempt's score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score<'s> {
    /// Where its attempt is kept.
    pub place: i64,
    /// The rules that made it.
    pub rules: Cow<'s, str>,
    /// What was kept.
    pub card: Cow<'s, [u8]>,
}

impl Score<'_> {
    /// The same with bytes of its own.
    #[must_use]
    pub fn into_owned(self) -> Score<'static> {
        let (rules, card) = (self.rules.into_owned().into(), self.card.into_owned().into());
        Score { rules, card, ..self }
    }
}

/// A score that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewScore {
    /// Id of its attempt.
    pub attempt: Uuid,
    /// The lines that were scored, one after the other: [`Kept::whole`]. Of an attempt that says anything else by now, nothing is kept.
    pub scored: String,
    /// What is to be kept.
    pub card: Vec<u8>,
}

/// A share of a store's attempts; all shares together hold each attempt once. They may be read side by side.
pub trait Share: Send {
    /// Gives the row of each attempt, by place, the least first.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn rows(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), StoreError>;

    /// Gives what is kept of their scores, under whatever rules, in the same order; nothing of attempts of which nothing is kept. A place
    /// that [`Share::rows`] of the same share gave is the same attempt's here.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn scores(&mut self, take: &mut dyn FnMut(Score<'_>)) -> Result<(), StoreError>;
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

    /// Divides all attempts into so many shares at most, for as many readers; none where nothing is kept. What is begun or changed
    /// while shares are read may or may not be in them.
    ///
    /// # Errors
    /// Why the store cannot be read.
    fn shares(&self, most: usize) -> Result<Vec<Box<dyn Share + '_>>, StoreError>;

    /// Keeps scores that these rules made, in place of those kept before. Scores of attempts that are not there, or have other lines by
    /// now than were scored, are left aside.
    ///
    /// # Errors
    /// Why the store cannot be written to.
    fn keep_scores(&self, rules: &str, scores: &[NewScore]) -> Result<(), StoreError>;

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
