//! A backup brought back. What is there now is set aside first, and who asked to be forgotten stays so.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Zoned;
use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::{open_copy, press};
use crate::store::sqlite::{Tombs, number, put_back, rows, settle_all};
use crate::store::{Sqlite, StoreError};

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

impl Sqlite {
    /// Brings a backup back in the place of what is there.
    ///
    /// # Errors
    /// Why it cannot be; then all is as it was.
    pub fn restore(&self, from: &Path) -> Result<Restored, StoreError> {
        let backup = open_copy(from)?;
        let time = Zoned::now().strftime("%Y-%m-%d-%H%M%S");
        let name = |more: String| self.path().with_file_name(format!("attempts.before-{time}{more}.sqlite"));
        let others = (2..).map(|number| name(format!("-{number}")));
        let free = std::iter::once(name(String::new())).chain(others).find(|name| !name.exists());
        let aside = free.unwrap_or_else(|| name(String::new()));
        let mut set_aside = None;
        let mut damaged = false;
        let present = if self.path().exists() {
            self.with(|connection| Ok((rows(connection)?, count(connection)?)))
        } else {
            Ok((Vec::new(), 0))
        };
        let tombs = match present {
            Ok((tombs, attempts)) => {
                if attempts > 0 {
                    self.back_up(&aside)?;
                    set_aside = Some(aside);
                }
                tombs
            }
            Err(StoreError::Damaged { .. }) => {
                self.move_away(&aside)?;
                set_aside = Some(aside);
                damaged = true;
                Vec::new()
            }
            Err(other) => return Err(other),
        };
        self.with(|connection| Ok(Backup::new(&backup, connection)?.run_to_completion(4096, Duration::ZERO, None)?))?;
        // Opened anew, a backup of an earlier form is brought to the present one.
        self.close();
        self.with(|connection| {
            put_back(connection, &tombs)?;
            let forgotten = obey(connection)?;
            if forgotten > 0 {
                press(connection)?;
            }
            let attempts = count(connection)?;
            Ok(Restored { attempts, aside: set_aside, forgotten, damaged })
        })
    }

    /// Gives a file that cannot be read another name, with all that belongs to it.
    fn move_away(&self, aside: &Path) -> Result<(), StoreError> {
        self.close();
        for ending in ["", "-wal", "-shm"] {
            let with = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
            if with(self.path()).exists() {
                fs::rename(with(self.path()), with(aside))?;
            }
        }
        Ok(())
    }
}

fn count(connection: &Connection) -> rusqlite::Result<usize> {
    Ok(usize::try_from(number(connection, "SELECT COUNT(*) FROM attempts")?).unwrap_or_default())
}

/// Takes out what tombstones cover; gives how many attempts.
fn obey(connection: &mut Connection) -> rusqlite::Result<usize> {
    let transaction = connection.transaction()?;
    let mut tombs = Tombs::read(&transaction)?;
    let attempts: Vec<(i64, Option<String>, i64)> = transaction
        .prepare("SELECT place, trainee, started FROM attempts")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut forgotten = 0;
    for (place, trainee, started) in attempts {
        if tombs.cover(trainee.as_deref(), started) {
            forgotten += transaction.execute("DELETE FROM attempts WHERE place = ?1", [place])?;
        }
    }
    let people: Vec<(String, Option<String>)> = transaction
        .prepare("SELECT name, code FROM people")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (name, code) in people {
        if tombs.cover(Some(&name), i64::MIN) || tombs.cover(code.as_deref(), i64::MIN) {
            transaction.execute("DELETE FROM people WHERE name = ?1", [name])?;
        }
    }
    settle_all(&transaction)?;
    transaction.commit()?;
    Ok(forgotten)
}
