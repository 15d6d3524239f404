//! The attempts a command is about: those of a file that was named, else those of the data folder's store.

use std::path::Path;

use super::terminal::{complain, counted};
use super::{CannotRun, Places};
use crate::attempt::Contents;
use crate::store::{Adopted, Filter, Store, read_file};

/// Attempts, and where they are from.
pub struct Attempts {
    /// Where, as people are told.
    pub shown: String,
    /// What is there.
    pub contents: Contents,
}

impl Attempts {
    /// Those of a file, exported ones or a store; where none is named, those of the store attempts are kept in.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn of(file: Option<&Path>, places: &Places) -> Result<Self, CannotRun> {
        if let Some(file) = file {
            return Self::in_file(file);
        }
        let store = places.store()?;
        let attempts = store.attempts(&Filter::default())?;
        tell_what_came(&*store);
        let contents = Contents { attempts, ..Contents::default() };
        Ok(Self { shown: store.place(), contents })
    }

    /// Those of a file.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn in_file(file: &Path) -> Result<Self, CannotRun> {
        let shown = file.display().to_string();
        let contents = read_file(file).map_err(|error| unreadable(file, &error))?;
        Ok(Self { shown, contents })
    }
}

/// Opens a store to write to it, and tells what was taken over from an older release.
///
/// # Errors
/// Why it cannot be opened.
pub fn tell_adopted(store: &dyn Store) -> Result<(), CannotRun> {
    if let Some(adopted) = store.ready()? {
        complain(&told_of(&adopted));
    }
    Ok(())
}

/// Tells what was taken over from an older release, if anything was when a store was read.
pub fn tell_what_came(store: &dyn Store) {
    store.adopted().iter().for_each(|adopted| complain(&told_of(adopted)));
}

/// Why a file of attempts cannot be read, as people are told.
pub fn unreadable(file: &Path, error: &std::io::Error) -> CannotRun {
    let shown = file.display();
    CannotRun(format!(
        "The attempts file `{shown}` cannot be read ({error}). `amends export FILE` writes one; attempts are kept in `attempts.sqlite` in the data folder."
    ))
}

/// What was taken over from an older release, as sentences.
fn told_of(adopted: &Adopted) -> String {
    let file = adopted.file.display();
    let came = counted(adopted.attempts, "attempt");
    let mut told = format!("{came} of an older release came into the store. Their file stays beside it as `{file}`.");
    if let Some(first) = adopted.damaged.first() {
        let lines = counted(adopted.damaged.len(), "line");
        told += &format!(
            " {lines} of it cannot be read, the first being line {} ({}); nothing of it is thrown away.",
            first.line, first.why
        );
    }
    told
}
