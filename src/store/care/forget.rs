//! To forget somebody: everything under their name is taken out, here and in the files beside, and it is proved that the name is
//! gone. A tombstone stays, from which the name cannot be read, so that no import and no backup brings them back. And attempts
//! that are older than need be are thrown away.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::files::{Became, Begun, clean};
use super::prove::{Names, explained, files_below};
use super::{open_copy, press};
use crate::attempt::Line;
use crate::store::sqlite::{begin, is_store, put_up, settle_all};
use crate::store::{CopyMade, Sqlite, StoreError};

/// Where a name may still stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub file: PathBuf,
    /// Why, as a sentence.
    pub why: String,
}

/// What came of forgetting somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Attempts taken out of the store.
    pub attempts: usize,
    /// Files beside it that lost the name.
    pub changed: Vec<PathBuf>,
    /// Files beside it that were removed.
    pub removed: Vec<PathBuf>,
    /// Files that were written for others with their attempts, and that cannot be reached from here.
    pub copies: Vec<CopyMade>,
    /// Files looked through for the name afterwards, and their bytes.
    pub searched: (usize, u64),
    /// Places of those where the same letters stand for another reason: in a conversation's text, within a longer name.
    pub same_letters: usize,
    /// Where the name still stands; empty where it is gone.
    pub left: Vec<Left>,
}

/// What the rows under a name told before they went.
#[derive(Default)]
struct Rows {
    attempts: usize,
    copies: Vec<CopyMade>,
    begun: Vec<Begun>,
}

impl Sqlite {
    /// Forgets somebody: by the name attempts are kept under, or the code that stands for it.
    ///
    /// # Errors
    /// Why it cannot be done. What was done until then is done; it can be asked for again.
    pub fn forget(&self, name: &str) -> Result<Forgotten, StoreError> {
        let names = Names::new(self.with(|connection| Ok(also_called(connection, name)?))?);
        let Rows { attempts, copies, begun } = self.with(|connection| {
            let rows = take_out(connection, &names)?;
            press(connection)?;
            Ok(rows)
        })?;
        let mut forgotten = Forgotten { attempts, copies, ..Forgotten::default() };
        let folder = self.path().parent().map(Path::to_owned).unwrap_or_default();
        let at = |error: io::Error| StoreError::System { place: folder.display().to_string(), error };
        for file in files_below(&folder).map_err(at)?.into_iter().filter(|file| !self.owns(file)) {
            let became = if is_store(&file).unwrap_or(false) {
                forget_in(&file, &names).map_err(|error| error.to_string())
            } else {
                clean(&file, &names, &begun).map_err(|error| error.to_string())
            };
            match became {
                Ok(Became::Same) => {}
                Ok(Became::Changed) => forgotten.changed.push(file),
                Ok(Became::Removed) => forgotten.removed.push(file),
                Err(why) => forgotten.left.push(Left { file, why }),
            }
        }
        // A copy that lies in the folder has just been dealt with.
        let here = std::path::absolute(&folder).map_err(at)?;
        forgotten.copies.retain(|copy| !(Path::new(&copy.path).starts_with(&here) && Path::new(&copy.path).exists()));
        self.prove(&folder, &names, &mut forgotten)?;
        Ok(forgotten)
    }

    /// Whether a file is the store's own.
    fn owns(&self, file: &Path) -> bool {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (own, name) = (name(self.path()), name(file));
        let ending = name.strip_prefix(&own);
        file.parent() == self.path().parent() && matches!(ending, Some("" | "-wal" | "-shm" | "-journal"))
    }

    /// Looks for the names in every byte of the folder.
    fn prove(&self, folder: &Path, names: &Names, forgotten: &mut Forgotten) -> Result<(), StoreError> {
        let explained = self.with(|connection| Ok(explained(connection, names)?))?;
        let at = |error: io::Error| StoreError::System { place: folder.display().to_string(), error };
        for file in files_below(folder).map_err(at)? {
            let named = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
            if names.count(named.as_bytes()) > 0 {
                let why = "The name stands in the name of this file.".into();
                forgotten.left.push(Left { file: file.clone(), why });
            }
            let Ok((found, length)) = names.count_in_file(&file) else {
                forgotten.left.push(Left { file, why: "It cannot be read.".into() });
                continue;
            };
            forgotten.searched.0 += 1;
            forgotten.searched.1 += length;
            let text = file.parent().is_some_and(|parent| parent == folder.join("scenarios"));
            let allowed = if self.owns(&file) {
                explained
            } else if found > 0 && is_store(&file).unwrap_or(false) {
                open_copy(&file).ok().and_then(|copy| super::prove::explained(&copy, names).ok().flatten())
            } else {
                text.then_some(usize::MAX)
            };
            if found > allowed.unwrap_or_default() {
                let why = format!("The name stands in it {found} times. Look at the file, and remove it.");
                forgotten.left.push(Left { file, why });
            } else {
                forgotten.same_letters += found;
            }
        }
        Ok(())
    }

    /// Throws away attempts begun before a moment, and texts of scenarios that nobody played since. Gives how many attempts.
    ///
    /// # Errors
    /// Why it cannot be done.
    pub fn prune(&self, before: Timestamp) -> Result<usize, StoreError> {
        self.with(|connection| {
            let transaction = begin(connection)?;
            let gone = transaction.execute("DELETE FROM attempts WHERE started < ?1", [before.as_microsecond()])?;
            transaction.execute("DELETE FROM scenarios WHERE hash NOT IN (SELECT hash FROM attempts)", [])?;
            transaction.commit()?;
            press(connection)?;
            Ok(gone)
        })
    }

    /// The names and codes that attempts are kept under.
    ///
    /// # Errors
    /// Why the store cannot be read.
    pub fn trainees(&self) -> Result<Vec<String>, StoreError> {
        self.with(|connection| {
            let mut statement = connection.prepare(
                "SELECT trainee FROM attempts WHERE trainee IS NOT NULL UNION SELECT name FROM people ORDER BY 1",
            )?;
            Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
        })
    }
}

/// A name, and what else the roster calls the same person.
fn also_called(connection: &Connection, name: &str) -> rusqlite::Result<BTreeSet<String>> {
    let mut statement = connection.prepare("SELECT name, code FROM people WHERE name = ?1 OR code = ?1")?;
    let rows = statement.query_map([name], |row| Ok([row.get::<_, Option<String>>(0)?, row.get(1)?]))?;
    let mut names = BTreeSet::from([name.to_owned()]);
    for row in rows {
        names.extend(row?.into_iter().flatten().filter(|name| !name.is_empty()));
    }
    Ok(names)
}

/// Takes everything under the names out of the tables, and puts up tombstones.
fn take_out(connection: &mut Connection, names: &Names) -> rusqlite::Result<Rows> {
    let transaction = begin(connection)?;
    let mut rows = Rows::default();
    let mut theirs = BTreeSet::new();
    {
        let mut statement = transaction.prepare("SELECT place, scenario, started, trainee FROM attempts")?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let trainee: Option<String> = row.get(3)?;
            let is_theirs = trainee.is_some_and(|trainee| names.all.contains(&trainee));
            rows.begun.push(Begun { scenario: row.get(1)?, at: row.get(2)?, theirs: is_theirs });
            theirs.extend(is_theirs.then_some(row.get::<_, i64>(0)?));
        }
        let mut copies = transaction.prepare(
            "SELECT e.path, e.made, e.kind FROM exports AS e JOIN exported AS x ON x.export = e.place WHERE x.attempt = ?1 ORDER BY e.place",
        )?;
        for place in &theirs {
            for copy in copies.query_map([place], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)))? {
                let (path, made, kind) = copy?;
                let copy = CopyMade { path, made: made.parse().unwrap_or_default(), kind };
                if !rows.copies.contains(&copy) {
                    rows.copies.push(copy);
                }
            }
            rows.attempts += transaction.execute("DELETE FROM attempts WHERE place = ?1", [place])?;
        }
    }
    drop_by(&transaction, "conflicts", "lines", |lines| {
        let first = String::from_utf8_lossy(lines).lines().next().and_then(|line| serde_json::from_str(line).ok());
        matches!(first, Some(Line::Start(start)) if start.trainee.as_ref().is_some_and(|name| names.all.contains(name)))
    })?;
    drop_by(&transaction, "damaged", "bytes", |bytes| names.count(bytes) > 0)?;
    for name in &names.all {
        transaction.execute("DELETE FROM people WHERE name = ?1 OR code = ?1", [name])?;
        transaction.execute("UPDATE OR IGNORE labels SET facilitator = '' WHERE facilitator = ?1", [name])?;
        transaction.execute("DELETE FROM labels WHERE facilitator = ?1", [name])?;
        transaction.execute("UPDATE exports SET path = replace(path, ?1, '…') WHERE instr(path, ?1) > 0", [name])?;
        transaction
            .execute("UPDATE damaged SET source = replace(source, ?1, '…') WHERE instr(source, ?1) > 0", [name])?;
        put_up(&transaction, name)?;
    }
    settle_all(&transaction)?;
    transaction.commit()?;
    Ok(rows)
}

/// Drops the rows of a table whose column says so.
fn drop_by(connection: &Connection, table: &str, column: &str, says: impl Fn(&[u8]) -> bool) -> rusqlite::Result<()> {
    let mut digests: Vec<String> = Vec::new();
    let mut statement = connection.prepare(&format!("SELECT digest, {column} FROM {table}"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if row.get_ref(1)?.as_bytes().is_ok_and(&says) {
            digests.push(row.get(0)?);
        }
    }
    for digest in digests {
        connection.execute(&format!("DELETE FROM {table} WHERE digest = ?1"), params![digest])?;
    }
    Ok(())
}

/// The same in another store that lies in the folder: a backup, say.
fn forget_in(file: &Path, names: &Names) -> Result<Became, StoreError> {
    if names.count_in_file(file)?.0 == 0 {
        return Ok(Became::Same);
    }
    let other = Sqlite::at(file);
    other.with(|connection| {
        take_out(connection, names)?;
        press(connection)?;
        // One file again, and nothing beside it.
        let _: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        Ok(())
    })?;
    other.close();
    Ok(Became::Changed)
}
