//! Taking in what other machines kept, within one transaction.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use uuid::Uuid;

use super::tombs::Tombs;
use super::{Database, Row, all, cohorts, write};
use crate::attempt::{Line, Start};
use crate::diag::Source;
use crate::scenario::{Rules, load};
use crate::store::merge::{Change, Joined, digest, join};
use crate::store::{Merged, Piece, StoreError};

/// Adds pieces of a source.
pub(in crate::store) fn merge(
    db: &mut dyn Database,
    pieces: &mut dyn Iterator<Item = io::Result<Piece>>,
    source: &str,
) -> Result<Merged, StoreError> {
    let mut merge = Merge {
        known: known_versions(db)?,
        tombs: Tombs::read(db)?,
        db,
        source,
        rules: None,
        versions: BTreeMap::new(),
        merged: Merged::default(),
    };
    for piece in pieces {
        merge.take(piece?)?;
    }
    let Merge { mut merged, versions, db, .. } = merge;
    for (hash, scenario) in versions {
        let text = super::read::scenario(db, &hash)?.is_some();
        merged.versions.push((scenario, hash, text));
    }
    merged.versions.sort();
    Ok(merged)
}

struct Merge<'c> {
    db: &'c mut dyn Database,
    source: &'c str,
    tombs: Tombs,
    rules: Option<Rules>,
    /// Versions of scenarios that were there before.
    known: BTreeSet<String>,
    /// Those that were not: their ids, by hash.
    versions: BTreeMap<String, String>,
    merged: Merged,
}

fn known_versions(db: &mut dyn Database) -> Result<BTreeSet<String>, StoreError> {
    let hashes = all(db, "SELECT hash FROM scenarios UNION SELECT hash FROM attempts", &[], |row| row.text(0))?;
    Ok(hashes.into_iter().collect())
}

impl Merge<'_> {
    fn take(&mut self, piece: Piece) -> Result<(), StoreError> {
        match piece {
            Piece::Attempt { start, lines } => self.attempt(&start, lines),
            Piece::Scenario { hash, text } => self.scenario(&hash, &text),
            Piece::Label { attempt, cohort, facilitator } => {
                let Some(place) = write::place_of(self.db, attempt)? else { return Ok(()) };
                self.db.execute(
                    "INSERT INTO labels (attempt, cohort, facilitator) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                    &[place.into(), cohort.into(), facilitator.into()],
                )?;
                cohorts::settle(self.db, place)
            }
            Piece::Damaged { told, bytes } => {
                let line = i64::try_from(told.line).unwrap_or(i64::MAX);
                self.db.execute(
                    "INSERT INTO damaged (digest, source, line, why, bytes) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
                    &[digest(&bytes).into(), self.source.into(), line.into(), (&told.why).into(), (&bytes).into()],
                )?;
                self.merged.damaged.push(told);
                Ok(())
            }
        }
    }

    fn attempt(&mut self, start: &Start, lines: Vec<String>) -> Result<(), StoreError> {
        if self.tombs.cover(start.trainee.as_deref(), start.started.as_microsecond()) {
            self.merged.forgotten += 1;
            return Ok(());
        }
        if !self.known.contains(&start.hash) {
            self.versions.insert(start.hash.clone(), start.scenario.clone());
        }
        if let Some(place) = write::keep_start(self.db, start)? {
            self.merged.new += 1;
            return self.lay_down(place, &lines);
        }
        let attempt = start.attempt;
        let place = write::place_of(self.db, attempt)?;
        let place = place.ok_or(StoreError::NoAttempt { place: String::new(), attempt })?;
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
        self.db.execute("DELETE FROM conflicts WHERE attempt = ?1", &[place.into()])?;
        for lines in others.iter().map(|other| other.join("\n")) {
            self.db.execute(
                "INSERT INTO conflicts (attempt, digest, lines) VALUES (?1, ?2, ?3)",
                &[place.into(), digest(lines.as_bytes()).into(), lines.into()],
            )?;
        }
        Ok(())
    }

    fn lines(&mut self, place: i64) -> Result<Vec<String>, StoreError> {
        all(self.db, "SELECT line FROM events WHERE attempt = ?1 ORDER BY n", &[place.into()], |row| row.text(0))
    }

    fn others(&mut self, place: i64) -> Result<Vec<Vec<String>>, StoreError> {
        let lines = |row: &dyn Row| Ok(row.text(0)?.split('\n').map(str::to_owned).collect());
        all(self.db, "SELECT lines FROM conflicts WHERE attempt = ?1", &[place.into()], lines)
    }

    /// Writes an attempt's lines in the place of those that were there.
    fn lay_down(&mut self, place: i64, lines: &[String]) -> Result<(), StoreError> {
        self.db.execute("DELETE FROM events WHERE attempt = ?1", &[place.into()])?;
        for (n, line) in (1i64..).zip(lines) {
            self.db.execute(
                "INSERT INTO events (attempt, n, kind, line) VALUES (?1, ?2, ?3, ?4)",
                &[place.into(), n.into(), write::kind(line).into(), line.into()],
            )?;
        }
        self.db.execute("UPDATE attempts SET ended = NULL WHERE place = ?1", &[place.into()])?;
        let events: Vec<Line> = lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let start = events.iter().find_map(|event| if let Line::Start(start) = event { Some(start) } else { None });
        if let Some(start) = start {
            self.search_by(place, start)?;
        }
        write::settle(self.db, place, &events)
    }

    /// What is searched follows the version that is kept.
    fn search_by(&mut self, place: i64, start: &Start) -> Result<(), StoreError> {
        self.db.execute(
            "UPDATE attempts SET scenario = ?2, hash = ?3, mode = ?4, trainee = ?5, own_cohort = ?6, started = ?7 WHERE place = ?1",
            &[
                place.into(),
                (&start.scenario).into(),
                (&start.hash).into(),
                super::read::mode_name(start.mode).into(),
                (&start.trainee).into(),
                (&start.cohort).into(),
                start.started.as_microsecond().into(),
            ],
        )?;
        cohorts::settle(self.db, place)
    }

    /// Keeps a text that is what its hash says, as far as that can be told: an older form of the language may not load any more.
    fn scenario(&mut self, hash: &str, text: &str) -> Result<(), StoreError> {
        let before = super::read::scenario(self.db, hash)?;
        if before.as_deref() == Some(text) {
            return Ok(());
        }
        let rules = self.rules.get_or_insert_with(Rules::builtin);
        match load(&Source::new("scenario.ron", text), rules) {
            Ok(scenario) if scenario.hash() == hash => write::keep_scenario(self.db, hash, text),
            Err(_) if before.is_none() => write::keep_scenario(self.db, hash, text),
            Ok(_) | Err(_) => {
                self.merged.wrong_texts.push(hash.to_owned());
                Ok(())
            }
        }
    }
}

/// The attempts of which there are versions that say different things, each with how many others there are.
pub(in crate::store) fn conflicts(db: &mut dyn Database) -> Result<Vec<(Uuid, usize)>, StoreError> {
    let pair = |row: &dyn Row| {
        let (id, count) = (row.text(0)?, row.number(1)?);
        Ok((Uuid::parse_str(&id).unwrap_or_default(), usize::try_from(count).unwrap_or_default()))
    };
    all(
        db,
        "SELECT a.id, COUNT(*) FROM conflicts AS c JOIN attempts AS a ON a.place = c.attempt GROUP BY a.id ORDER BY a.id",
        &[],
        pair,
    )
}
