//! Who asked to be forgotten. Names are not kept: a name can be recognised when it comes again, and cannot be read.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Result, params};
use sha2::{Digest, Sha256};

use crate::store::merge::hex;

/// So that trying out many names takes long, for somebody who has the file.
const ROUNDS: usize = 4096;

/// The tombstones of a file.
pub(in crate::store) struct Tombs {
    /// By salt: the digests, each with when.
    digests: BTreeMap<String, BTreeMap<String, i64>>,
    known: BTreeMap<String, Option<i64>>,
}

impl Tombs {
    /// Reads them.
    pub(in crate::store) fn read(connection: &Connection) -> Result<Self> {
        let mut digests: BTreeMap<String, BTreeMap<String, i64>> = BTreeMap::new();
        for (salt, digest, at) in rows(connection)? {
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
}

/// Every tombstone: salt, digest, when.
pub(in crate::store) fn rows(connection: &Connection) -> Result<Vec<(String, String, i64)>> {
    let mut statement = connection.prepare("SELECT salt, digest, at FROM tombstones ORDER BY 1, 2")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// Puts up a tombstone for a name.
pub(in crate::store) fn put_up(connection: &Connection, name: &str) -> Result<()> {
    let salt = fact(connection, "salt")?;
    put_back(connection, &[(salt.clone(), digest(&salt, name), Timestamp::now().as_microsecond())])
}

/// Puts tombstones of another file up here.
pub(in crate::store) fn put_back(connection: &Connection, rows: &[(String, String, i64)]) -> Result<()> {
    let mut statement = connection.prepare(
        "INSERT INTO tombstones (salt, digest, at) VALUES (?1, ?2, ?3) ON CONFLICT (salt, digest) DO UPDATE SET at = excluded.at WHERE excluded.at > tombstones.at",
    )?;
    for (salt, digest, at) in rows {
        statement.execute(params![salt, digest, at])?;
    }
    Ok(())
}

/// A fact of the store that chance made once: its `id`, its `salt`.
pub(in crate::store) fn fact(connection: &Connection, name: &str) -> Result<String> {
    let made = uuid::Uuid::new_v4().to_string();
    connection
        .execute("INSERT INTO facts (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", [name, &made])?;
    let read = connection.query_row("SELECT value FROM facts WHERE name = ?1", [name], |row| row.get(0));
    Ok(read.optional()?.unwrap_or(made))
}

fn digest(salt: &str, name: &str) -> String {
    let mut digest = Sha256::digest(name.as_bytes());
    for _ in 0..ROUNDS {
        digest = Sha256::new().chain_update(salt.as_bytes()).chain_update(digest).finalize();
    }
    hex(&digest)
}
