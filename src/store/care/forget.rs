//! To forget somebody: everything under their name is taken out, here and in the files beside, and it is proved that the name is
//! gone. A tombstone stays, from which the name cannot be read, so that no import and no backup brings them back. And attempts
//! that are older than need be are thrown away.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{Became, Begun, clean};
use super::prove::{Names, Standing, files_below, letters_in_lines, standing};
use super::{open_copy, press};
use crate::attempt::Line;
use crate::store::sql::cohorts::settle_all;
use crate::store::sql::tombs::{drop_by, put_up};
use crate::store::sql::{Database, Row, all};
use crate::store::sqlite::{is_store, writing};
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
    /// Tables of a server looked through for the name afterwards; none where the store is a file.
    pub tables: usize,
    /// Places of those where the same letters stand for another reason: in a conversation's text, within a longer name.
    pub same_letters: usize,
    /// Where the name still stands; empty where it is gone.
    pub left: Vec<Left>,
    /// Whether their code stands for somebody else too: what is kept under it was left as it is.
    pub shared_code: bool,
}

/// What the rows under a name told before they went.
#[derive(Default)]
pub(in crate::store) struct Rows {
    pub(in crate::store) attempts: usize,
    pub(in crate::store) copies: Vec<CopyMade>,
    begun: Vec<Begun>,
}

/// Forgets somebody in a store that is a file, and in the files beside it.
pub(in crate::store) fn forget_in_file(store: &Sqlite, name: &str) -> Result<Forgotten, StoreError> {
    let (names, shared_code) = store.with(|connection| also_called(&mut &*connection, name))?;
    let rows = store.writing(|db| take_out(db, &names))?;
    store.with(|connection| press(connection))?;
    let folder = store.path().parent().map(Path::to_owned).unwrap_or_default();
    let owns = |file: &Path| is_of(store.path(), file);
    let standing = || store.with(|connection| standing(&mut &*connection, &names));
    Ok(Forgotten { shared_code, ..forget_beside(&folder, &names, rows, &owns, &standing)? })
}

/// Takes a name out of the files of a data folder, and looks for it in every byte there. `owns` says which files are the store itself,
/// and `standing` what still stands in that.
pub(in crate::store) fn forget_beside(
    folder: &Path,
    names: &Names,
    rows: Rows,
    owns: &dyn Fn(&Path) -> bool,
    standing: &dyn Fn() -> Result<Standing, StoreError>,
) -> Result<Forgotten, StoreError> {
    let Rows { attempts, copies, begun } = rows;
    let mut forgotten = Forgotten { attempts, copies, ..Forgotten::default() };
    let at = |error: io::Error| StoreError::System { place: folder.display().to_string(), error };
    for file in files_below(folder).map_err(at)?.into_iter().filter(|file| !owns(file)) {
        let became = if is_store(&file).unwrap_or(false) {
            forget_in(&file, names).map_err(|error| error.to_string())
        } else {
            clean(&file, names, &begun).map_err(|error| error.to_string())
        };
        match became {
            Ok(Became::Same) => {}
            Ok(Became::Changed) => forgotten.changed.push(file),
            Ok(Became::Removed) => forgotten.removed.push(file),
            Err(why) => forgotten.left.push(Left { file, why }),
        }
    }
    // A copy that lies in the folder has just been dealt with.
    let here = std::path::absolute(folder).map_err(at)?;
    forgotten.copies.retain(|copy| !(Path::new(&copy.path).starts_with(&here) && Path::new(&copy.path).exists()));
    prove(folder, names, owns, &standing()?, &mut forgotten)?;
    Ok(forgotten)
}

/// Whether a file belongs to a store that is a file.
fn is_of(store: &Path, file: &Path) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (own, name) = (name(store), name(file));
    let ending = name.strip_prefix(&own);
    file.parent() == store.parent() && matches!(ending, Some("" | "-wal" | "-shm" | "-journal"))
}

/// Looks for the names in every byte of the folder.
fn prove(
    folder: &Path,
    names: &Names,
    owns: &dyn Fn(&Path) -> bool,
    own: &Standing,
    forgotten: &mut Forgotten,
) -> Result<(), StoreError> {
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
        let allowed = if owns(&file) {
            own.in_a_file()
        } else if found > 0 && is_store(&file).unwrap_or(false) {
            let copy = open_copy(&file).and_then(|copy| standing(&mut &copy, names));
            copy.map_or(0, |standing| standing.in_a_file())
        } else if text {
            usize::MAX
        } else if found > 0 && named.contains(".json") {
            letters_in_lines(&file, names).unwrap_or_default()
        } else {
            0
        };
        if found > allowed {
            let places = if found == 1 { "place" } else { "places" };
            let why = format!("The name still stands in it, at {found} {places}. Look at the file, and remove it.");
            forgotten.left.push(Left { file, why });
        } else {
            forgotten.same_letters += found;
        }
    }
    Ok(())
}

/// A name, and what else the roster calls the same person; and whether a code of theirs is not among it, because it stands for
/// somebody else too.
///
/// # Errors
/// Where what was given stands for several people: none of them is taken for the other.
pub(in crate::store) fn also_called(db: &mut dyn Database, name: &str) -> Result<(Names, bool), StoreError> {
    let called = "SELECT name, code FROM people WHERE name = ?1 OR code = ?1";
    let row = |row: &dyn Row| Ok((row.text(0)?, row.maybe_text(1)?));
    let mut rows = all(db, called, &[name.into()], row)?.into_iter();
    let person = rows.next();
    if rows.next().is_some() {
        return Err(StoreError::SharedCode { place: String::new() });
    }
    let mut names = BTreeSet::from([name.to_owned()]);
    let mut shared = false;
    if let Some((own, code)) = person {
        if let Some(code) = code.filter(|code| !code.is_empty()) {
            shared = all(db, called, &[(&code).into()], row)?.len() > 1;
            names.extend((!shared).then_some(code));
        }
        names.insert(own);
    }
    Ok((Names::new(names), shared))
}

/// Takes everything under the names out of the tables, and puts up tombstones.
pub(in crate::store) fn take_out(db: &mut dyn Database, names: &Names) -> Result<Rows, StoreError> {
    let mut rows = Rows::default();
    let mut theirs = BTreeSet::new();
    db.query("SELECT place, scenario, started, trainee FROM attempts", &[], &mut |row| {
        let is_theirs = row.maybe_text(3)?.is_some_and(|trainee| names.all.contains(&trainee));
        rows.begun.push(Begun { scenario: row.text(1)?, at: row.number(2)?, theirs: is_theirs });
        theirs.extend(is_theirs.then_some(row.number(0)?));
        Ok(())
    })?;
    for place in theirs {
        let copies = "SELECT e.path, e.made, e.kind FROM exports AS e JOIN exported AS x ON x.export = e.place WHERE x.attempt = ?1 ORDER BY e.place";
        db.query(copies, &[place.into()], &mut |row| {
            let made = row.text(1)?.parse().unwrap_or_default();
            let copy = CopyMade { path: row.text(0)?, made, kind: row.text(2)? };
            if !rows.copies.contains(&copy) {
                rows.copies.push(copy);
            }
            Ok(())
        })?;
        rows.attempts += db.execute("DELETE FROM attempts WHERE place = ?1", &[place.into()])?;
    }
    drop_by(db, "conflicts", "lines", &mut |lines| {
        let first = String::from_utf8_lossy(lines).lines().next().and_then(|line| serde_json::from_str(line).ok());
        matches!(first, Some(Line::Start(start)) if start.trainee.as_ref().is_some_and(|name| names.all.contains(name)))
    })?;
    drop_by(db, "damaged", "bytes", &mut |bytes| names.count(bytes) > 0)?;
    for name in &names.all {
        for statement in [
            "DELETE FROM people WHERE name = ?1 OR code = ?1",
            "INSERT INTO labels (attempt, cohort, facilitator) SELECT attempt, cohort, '' FROM labels WHERE facilitator = ?1 ON CONFLICT DO NOTHING",
            "DELETE FROM labels WHERE facilitator = ?1",
            "UPDATE exports SET path = replace(path, ?1, '…') WHERE path <> replace(path, ?1, '…')",
            "UPDATE damaged SET source = replace(source, ?1, '…') WHERE source <> replace(source, ?1, '…')",
        ] {
            db.execute(statement, &[name.into()])?;
        }
        put_up(db, name)?;
    }
    settle_all(db)?;
    Ok(rows)
}

/// The same in another store that lies in the folder: a backup, say.
fn forget_in(file: &Path, names: &Names) -> Result<Became, StoreError> {
    if names.count_in_file(file)?.0 == 0 {
        return Ok(Became::Same);
    }
    let other = Sqlite::at(file);
    other.with(|connection| {
        writing(connection, |db| take_out(db, names))?;
        press(connection)?;
        // One file again, and nothing beside it.
        let _: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        Ok(())
    })?;
    other.close();
    Ok(Became::Changed)
}
