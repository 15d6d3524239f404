//! Who asked to be forgotten. Names are not kept: a name can be recognised when it comes again, and cannot be read.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{Database, Row, all, first};
use crate::attempt::{Line, Start};
use crate::store::StoreError;
use crate::store::merge::hex;

/// So that trying out many names takes long, for somebody who has the file.
const ROUNDS: usize = 4096;

/// The tombstones of a store.
pub(in crate::store) struct Tombs {
    /// By salt: the digests, each with when.
    digests: BTreeMap<String, BTreeMap<String, i64>>,
    known: BTreeMap<String, Option<i64>>,
}

/// A tombstone: salt, digest, when (microseconds since 1970).
pub(in crate::store) type Tomb = (String, String, i64);

impl Tombs {
    /// Reads them.
    pub(in crate::store) fn read(db: &mut dyn Database) -> Result<Self, StoreError> {
        let mut digests: BTreeMap<String, BTreeMap<String, i64>> = BTreeMap::new();
        for (salt, digest, at) in rows(db)? {
            digests.entry(salt).or_default().insert(digest, at);
        }
        Ok(Self { digests, known: BTreeMap::new() })
    }

    /// Whether what somebody began then is to stay forgotten. What they play after they asked is theirs to keep anew.
    pub(in crate::store) fn cover(&mut self, name: Option<&str>, started: i64) -> bool {
        let Some(name) = name.filter(|_| !self.digests.is_empty()) else { return false };
        let at = if let Some(at) = self.known.get(name) {
            *at
        } else {
            let at = self.digests.iter().filter_map(|(salt, digests)| digests.get(&digest(salt, name))).max().copied();
            self.known.insert(name.to_owned(), at);
            at
        };
        at.is_some_and(|at| started <= at)
    }

    /// Whether these lines tell of an attempt that is to stay forgotten.
    fn cover_lines(&mut self, lines: &[u8]) -> bool {
        let first = lines.split(|byte| *byte == b'\n').next().and_then(|line| serde_json::from_slice(line).ok());
        let Some(Line::Start(start)) = first else { return false };
        let Start { trainee, started, .. } = *start;
        self.cover(trainee.as_deref(), started.as_microsecond())
    }

    /// Whether a line that cannot be read names somebody who is to stay forgotten. When it was written cannot be told, so it goes
    /// whenever that was. Every text in it that stands between quotes is tried, also one that was cut off.
    fn cover_damaged(&mut self, line: &[u8]) -> bool {
        let line = String::from_utf8_lossy(line);
        let texts = quoted(&line);
        texts.iter().any(|text| self.cover(Some(text), i64::MIN))
    }
}

/// The texts between quotes, as JSON writes them; the last one as far as it goes.
fn quoted(line: &str) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let mut open: Option<usize> = None;
    let mut escaped = false;
    for (at, letter) in line.char_indices() {
        match (open, letter) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(from), '"') => {
                texts.extend(line.get(from..=at).and_then(|text| serde_json::from_str::<String>(text).ok()));
                open = None;
            }
            (None, '"') => open = Some(at),
            _ => {}
        }
    }
    texts.extend(open.and_then(|from| serde_json::from_str::<String>(&format!("{}\"", line.get(from..)?)).ok()));
    texts
}

/// Every tombstone.
pub(in crate::store) fn rows(db: &mut dyn Database) -> Result<Vec<Tomb>, StoreError> {
    let row = |row: &dyn Row| Ok((row.text(0)?, row.text(1)?, row.number(2)?));
    all(db, "SELECT salt, digest, at FROM tombstones ORDER BY 1, 2", &[], row)
}

/// Puts up a tombstone for a name.
pub(in crate::store) fn put_up(db: &mut dyn Database, name: &str) -> Result<(), StoreError> {
    let salt = fact(db, "salt")?;
    put_back(db, &[(salt.clone(), digest(&salt, name), Timestamp::now().as_microsecond())])
}

/// Puts tombstones of another store up here.
pub(in crate::store) fn put_back(db: &mut dyn Database, tombs: &[Tomb]) -> Result<(), StoreError> {
    for (salt, digest, at) in tombs {
        db.execute(
            "INSERT INTO tombstones (salt, digest, at) VALUES (?1, ?2, ?3) ON CONFLICT (salt, digest) DO UPDATE SET at = excluded.at WHERE excluded.at > tombstones.at",
            &[salt.into(), digest.into(), (*at).into()],
        )?;
    }
    Ok(())
}

/// Takes out what tombstones cover: attempts, other versions of them, lines that could not be read, people. Gives how many attempts.
pub(in crate::store) fn obey(db: &mut dyn Database) -> Result<usize, StoreError> {
    let mut tombs = Tombs::read(db)?;
    let attempt = |row: &dyn Row| Ok((row.number(0)?, row.maybe_text(1)?, row.number(2)?));
    let mut forgotten = 0;
    for (place, trainee, started) in all(db, "SELECT place, trainee, started FROM attempts", &[], attempt)? {
        if tombs.cover(trainee.as_deref(), started) {
            forgotten += db.execute("DELETE FROM attempts WHERE place = ?1", &[place.into()])?;
        }
    }
    drop_by(db, "conflicts", "lines", &mut |lines| tombs.cover_lines(lines))?;
    drop_by(db, "damaged", "bytes", &mut |line| tombs.cover_damaged(line))?;
    let person = |row: &dyn Row| Ok((row.text(0)?, row.maybe_text(1)?));
    for (name, code) in all(db, "SELECT name, code FROM people", &[], person)? {
        if tombs.cover(Some(&name), i64::MIN) || tombs.cover(code.as_deref(), i64::MIN) {
            db.execute("DELETE FROM people WHERE name = ?1", &[name.into()])?;
        }
    }
    super::cohorts::settle_all(db)?;
    Ok(forgotten)
}

/// Drops the rows of a table whose column says so; the table has a column `digest`.
pub(in crate::store) fn drop_by(
    db: &mut dyn Database,
    table: &str,
    column: &str,
    says: &mut dyn FnMut(&[u8]) -> bool,
) -> Result<(), StoreError> {
    let mut digests: Vec<String> = Vec::new();
    db.query(&format!("SELECT digest, {column} FROM {table}"), &[], &mut |row| {
        let mut cells = 0;
        let mut goes = false;
        row.cells(&mut |cell| {
            cells += 1;
            goes |= cells == 2 && says(cell);
        })?;
        if goes {
            digests.push(row.text(0)?);
        }
        Ok(())
    })?;
    for digest in digests {
        db.execute(&format!("DELETE FROM {table} WHERE digest = ?1"), &[digest.into()])?;
    }
    Ok(())
}

/// A fact of the store that chance made once: its `id`, its `salt`.
pub(in crate::store) fn fact(db: &mut dyn Database, name: &str) -> Result<String, StoreError> {
    let read = "SELECT value FROM facts WHERE name = ?1";
    if let Some(value) = first(db, read, &[name.into()], |row| row.text(0))? {
        return Ok(value);
    }
    let made = uuid::Uuid::new_v4().to_string();
    let add = "INSERT INTO facts (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING";
    db.execute(add, &[name.into(), (&made).into()])?;
    // Somebody else may have been first.
    Ok(first(db, read, &[name.into()], |row| row.text(0))?.unwrap_or(made))
}

fn digest(salt: &str, name: &str) -> String {
    let mut digest = Sha256::digest(name.as_bytes());
    for _ in 0..ROUNDS {
        digest = Sha256::new().chain_update(salt.as_bytes()).chain_update(digest).finalize();
    }
    hex(&digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_a_line_that_was_cut_off_anywhere_after_it() {
        let line = r#"{"event":"start","trainee":"Zo\"e \\ K","seed":1,"hash":"ab"#;
        let found = quoted(line);
        for text in ["start", "Zo\"e \\ K", "ab"] {
            assert!(found.contains(text), "{text}: {found:?}");
        }
        assert!(!found.contains("Zo"));
    }
}
