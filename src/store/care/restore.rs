//! A backup brought back. What is there now is set aside first, and who asked to be forgotten stays so.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use jiff::Zoned;
use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::backup::PAGES;
use super::copies::{self, Copy};
use super::{open_copy, press};
use crate::store::export::beside;
use crate::store::sql::tombs::{self, Tomb};
use crate::store::sqlite::{number, writing};
use crate::store::{Sqlite, StoreError, is_exported};

/// What came of bringing a backup back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// How many attempts are there now.
    pub attempts: usize,
    /// Where what was there before lies now; nothing where there was nothing.
    pub aside: Option<PathBuf>,
    /// Attempts of the backup that stayed out because their trainee has asked to be forgotten.
    pub forgotten: usize,
    /// Whether the file that was there could not be read, and with it who had asked to be forgotten.
    pub damaged: bool,
}

/// What holds whatever is brought back: who asked to be forgotten, and what was written for others.
#[derive(Default)]
struct Outlasting {
    tombs: Vec<Tomb>,
    copies: Vec<Copy>,
}

impl Outlasting {
    fn of(connection: &Connection) -> Result<Self, StoreError> {
        let db = &mut &*connection;
        Ok(Self { tombs: tombs::rows(db)?, copies: copies::all(db)? })
    }
}

impl Sqlite {
    /// Brings a backup back in the place of what is there.
    ///
    /// # Errors
    /// Why it cannot be; then all is as it was.
    pub fn restore(&self, from: &Path) -> Result<Restored, StoreError> {
        let backup = open_copy(from).map_err(|error| match error {
            StoreError::Damaged { place, .. } if is_exported(from) => {
                let error = "it is an exported file, and no backup: `amends import` takes it in. What is kept was left as it is";
                StoreError::System { place, error: io::Error::other(error) }
            }
            StoreError::Damaged { place, why } => {
                let error =
                    format!("it is no backup of a store, or a damaged one: {why}. What is kept was left as it is");
                StoreError::System { place, error: io::Error::other(error) }
            }
            StoreError::Foreign { place } => {
                let error = "it is a database of another program, and no backup. What is kept was left as it is";
                StoreError::System { place, error: io::Error::other(error) }
            }
            other => other,
        })?;
        let time = Zoned::now().strftime("%Y-%m-%d-%H%M%S");
        let name = |more: String| self.path().with_file_name(format!("attempts.before-{time}{more}.sqlite"));
        let others = (2..).map(|number| name(format!("-{number}")));
        let free = std::iter::once(name(String::new())).chain(others).find(|name| !name.exists());
        let aside = free.unwrap_or_else(|| name(String::new()));
        let mut set_aside = None;
        let mut damaged = false;
        let present = if self.path().exists() {
            self.with(|connection| Ok((count(connection)?, Outlasting::of(connection)?)))
        } else {
            Ok((0, Outlasting::default()))
        };
        let outlasting = match present {
            Ok((attempts, outlasting)) => {
                if attempts > 0 {
                    self.back_up(&aside)?;
                    set_aside = Some(aside);
                }
                outlasting
            }
            Err(StoreError::Damaged { .. }) => {
                self.move_away(&aside)?;
                set_aside = Some(aside);
                damaged = true;
                Outlasting::default()
            }
            Err(other) => return Err(other),
        };
        let (prepared, forgotten) = self.prepare(&backup, &outlasting)?;
        let attempts = prepared.with(|from| self.with(|store| copy(from, store).and_then(|()| Ok(count(store)?))));
        prepared.close();
        remove(prepared.path())?;
        if !outlasting.tombs.is_empty() {
            self.with(|connection| press(connection))?;
        }
        Ok(Restored { attempts: attempts?, aside: set_aside, forgotten, damaged })
    }

    /// The backup as it will be, in a file of its own: in the present form, without those who have asked to be forgotten since. It then
    /// takes the store's place in one step, so that nothing that stops it on the way brings anybody back. Gives how many attempts stayed out.
    fn prepare(&self, backup: &Connection, outlasting: &Outlasting) -> Result<(Self, usize), StoreError> {
        let prepared = Self::at(beside(self.path(), "restoring"));
        // Of one that was stopped.
        remove(prepared.path())?;
        prepared.with(|connection| copy(backup, connection))?;
        // Opened anew, a backup of an earlier form is brought to the present one.
        prepared.close();
        let forgotten = prepared.with(|connection| {
            let forgotten = writing(connection, |db| {
                tombs::put_back(db, &outlasting.tombs)?;
                copies::put_back(db, &outlasting.copies)?;
                tombs::obey(db)
            })?;
            press(connection)?;
            Ok(forgotten)
        })?;
        Ok((prepared, forgotten))
    }

    /// Gives a file that cannot be read another name, with all that belongs to it.
    fn move_away(&self, aside: &Path) -> Result<(), StoreError> {
        self.close();
        for (from, to) in all_of(self.path()).zip(all_of(aside)).filter(|(from, _)| from.exists()) {
            fs::rename(from, to)?;
        }
        Ok(())
    }
}

/// A store's file, and those that `SQLite` may have beside it.
fn all_of(path: &Path) -> impl Iterator<Item = PathBuf> {
    ["", "-wal", "-shm"].into_iter().map(move |ending| PathBuf::from(format!("{}{ending}", path.display())))
}

fn remove(store: &Path) -> Result<(), StoreError> {
    for file in all_of(store).filter(|file| file.exists()) {
        fs::remove_file(file)?;
    }
    Ok(())
}

/// Puts everything of one database in the place of what is in another, in one step.
fn copy(from: &Connection, into: &mut Connection) -> Result<(), StoreError> {
    Ok(Backup::new(from, into)?.run_to_completion(PAGES, Duration::ZERO, None)?)
}

fn count(connection: &Connection) -> rusqlite::Result<usize> {
    Ok(usize::try_from(number(connection, "SELECT COUNT(*) FROM attempts")?).unwrap_or_default())
}
