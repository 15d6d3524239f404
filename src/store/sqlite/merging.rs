//! Taking in what other machines kept, in one transaction.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rusqlite::{Connection, Result, params};
use uuid::Uuid;

use super::tombs::Tombs;
use super::{cohorts, write};
use crate::attempt::Start;
use crate::diag::Source;
use crate::scenario::{Rules, load};
use crate::store::merge::{Change, Joined, digest, join};
use crate::store::{Merged, Piece, StoreError};

/// Adds pieces of a source, all of them or none.
pub(in crate::store) fn merge(
    connection: &mut Connection,
    pieces: &mut dyn Iterator<Item = io::Result<Piece>>,
    source: &str,
) -> Result<Merged, StoreError> {
    let transaction = write::begin(connection)?;
    let mut merge = Merge {
        known: known_versions(&transaction)?,
        connection: &transaction,
        source,
        tombs: Tombs::read(&transaction)?,
        rules: None,
        versions: BTreeMap::new(),
        merged: Merged::default(),
    };
    for piece in pieces {
        merge.take(piece?)?;
    }
    let Merge { mut merged, versions, .. } = merge;
    for (hash, scenario) in versions {
        let text = read_text(&transaction, &hash)?.is_some();
        merged.versions.push((scenario, hash, text));
    }
    merged.versions.sort();
    transaction.commit()?;
    Ok(merged)
}

struct Merge<'c> {
    connection: &'c Connection,
    source: &'c str,
    tombs: Tombs,
    rules: Option<Rules>,
    /// Versions of scenarios that were there before.
    known: BTreeSet<String>,
    /// Those that were not: their ids, by hash.
    versions: BTreeMap<String, String>,
    merged: Merged,
}

fn known_versions(connection: &Connection) -> Result<BTreeSet<String>> {
    let mut statement = connection.prepare("SELECT hash FROM scenarios UNION SELECT hash FROM attempts")?;
    statement.query_map([], |row| row.get(0))?.collect()
}

fn read_text(connection: &Connection, hash: &str) -> Result<Option<String>> {
    super::read::scenario(connection, hash)
}

impl Merge<'_> {
    fn take(&mut self, piece: Piece) -> Result<(), StoreError> {
        match piece {
            Piece::Attempt { start, lines } => Ok(self.attempt(&start, lines)?),
            Piece::Scenario { hash, text } => Ok(self.scenario(&hash, &text)?),
            Piece::Label { attempt, cohort, facilitator } => {
                if let Some(place) = write::place_of(self.connection, attempt)? {
                    self.connection
                        .prepare_cached("INSERT INTO labels VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
                        .execute(params![place, cohort, facilitator])?;
                    cohorts::settle(self.connection, place)?;
                }
                Ok(())
            }
            Piece::Damaged { told, bytes } => {
                let line = i64::try_from(told.line).unwrap_or(i64::MAX);
                self.connection
                    .prepare_cached("INSERT INTO damaged VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")?
                    .execute(params![digest(&bytes), self.source, line, told.why, bytes])?;
                self.merged.damaged.push(told);
                Ok(())
            }
        }
    }

    fn attempt(&mut self, start: &Start, lines: Vec<String>) -> Result<()> {
        if self.tombs.cover(start.trainee.as_deref(), start.started.as_microsecond()) {
            self.merged.forgotten += 1;
            return Ok(());
        }
        if !self.known.contains(&start.hash) {
            self.versions.insert(start.hash.clone(), start.scenario.clone());
        }
        let Some(place) = write::place_of(self.connection, start.attempt)? else {
            write::keep_start(self.connection, start)?;
            if let Some(place) = write::place_of(self.connection, start.attempt)? {
                self.lay_down(place, &lines)?;
            }
            self.merged.new += 1;
            return Ok(());
        };
        let mut versions = self.others(place)?;
        let before = self.lines(place)?;
        versions.push(before.clone());
        let Joined { kept, others, change } = join(versions, lines);
        match change {
            Change::Nothing => self.merged.duplicates += 1,
            Change::Longer => self.merged.longer += 1,
            Change::Conflict => self.merged.conflicts.push(start.attempt),
        }
        if change == Change::Nothing {
            return Ok(());
        }
        if kept != before {
            self.lay_down(place, &kept)?;
        }
        self.connection.prepare_cached("DELETE FROM conflicts WHERE attempt = ?1")?.execute([place])?;
        let mut put = self.connection.prepare_cached("INSERT INTO conflicts VALUES (?1, ?2, ?3)")?;
        for lines in others.iter().map(|other| other.join("\n")) {
            put.execute(params![place, digest(lines.as_bytes()), lines])?;
        }
        Ok(())
    }

    fn lines(&self, place: i64) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached("SELECT line FROM events WHERE attempt = ?1 ORDER BY n")?;
        statement.query_map([place], |row| row.get(0))?.collect()
    }

    fn others(&self, place: i64) -> Result<Vec<Vec<String>>> {
        let mut statement = self.connection.prepare_cached("SELECT lines FROM conflicts WHERE attempt = ?1")?;
        let lines = |row: &rusqlite::Row<'_>| Ok(row.get::<_, String>(0)?.split('\n').map(str::to_owned).collect());
        statement.query_map([place], lines)?.collect()
    }

    /// Writes an attempt's lines in the place of those that were there.
    fn lay_down(&self, place: i64, lines: &[String]) -> Result<()> {
        let connection = self.connection;
        connection.prepare_cached("DELETE FROM events WHERE attempt = ?1")?.execute([place])?;
        let mut put = connection.prepare_cached("INSERT INTO events VALUES (?1, ?2, ?3, ?4)")?;
        for (n, line) in (1i64..).zip(lines) {
            put.execute(params![place, n, write::kind(line), line])?;
        }
        connection.prepare_cached("UPDATE attempts SET ended = NULL WHERE place = ?1")?.execute([place])?;
        let events: Vec<_> = lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
        for event in &events {
            if let crate::attempt::Line::Start(start) = event {
                self.search_by(place, start)?;
                break;
            }
        }
        write::settle(connection, place, &events)
    }

    /// What is searched follows the version that is kept.
    fn search_by(&self, place: i64, start: &Start) -> Result<()> {
        let mut set = self.connection.prepare_cached(
            "UPDATE attempts SET scenario = ?2, hash = ?3, mode = ?4, trainee = ?5, own_cohort = ?6, started = ?7 WHERE place = ?1",
        )?;
        let mode = super::read::mode_name(start.mode);
        let started = start.started.as_microsecond();
        set.execute(params![place, start.scenario, start.hash, mode, start.trainee, start.cohort, started])?;
        cohorts::settle(self.connection, place)
    }

    /// Keeps a text that is what its hash says, as far as that can be told: an older form of the language may not load any more.
    fn scenario(&mut self, hash: &str, text: &str) -> Result<()> {
        let before = read_text(self.connection, hash)?;
        if before.as_deref() == Some(text) {
            return Ok(());
        }
        let rules = self.rules.get_or_insert_with(Rules::builtin);
        match load(&Source::new("scenario.ron", text), rules) {
            Ok(scenario) if scenario.hash() == hash => write::keep_scenario(self.connection, hash, text),
            Err(_) if before.is_none() => write::keep_scenario(self.connection, hash, text),
            Ok(_) | Err(_) => {
                self.merged.wrong_texts.push(hash.to_owned());
                Ok(())
            }
        }
    }
}

/// The attempts of which there are versions that say different things, each with how many others there are.
pub(in crate::store) fn conflicts(connection: &Connection) -> Result<Vec<(Uuid, usize)>> {
    let mut statement = connection.prepare(
        "SELECT a.id, COUNT(*) FROM conflicts AS c JOIN attempts AS a ON a.place = c.attempt GROUP BY a.id ORDER BY a.id",
    )?;
    let pair = |row: &rusqlite::Row<'_>| {
        let (id, count): (String, i64) = (row.get(0)?, row.get(1)?);
        Ok((Uuid::parse_str(&id).unwrap_or_default(), usize::try_from(count).unwrap_or_default()))
    };
    statement.query_map([], pair)?.collect()
}
