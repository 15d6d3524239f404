//! Writing attempts, texts, scores, and what was written for others.

use jiff::Timestamp;
use uuid::Uuid;

use super::{Database, Value, cohorts, first};
use crate::attempt::{How, Line, Start};
use crate::store::sql::read::mode_name;
use crate::store::{CopyMade, NewScore, StoreError};

pub(in crate::store) fn append(db: &mut dyn Database, lines: &[Line]) -> Result<(), StoreError> {
    for line in lines {
        if let Line::Start(start) = line {
            keep_start(db, start)?;
        }
        let attempt = line.attempt();
        let place = place_of(db, attempt)?.ok_or(StoreError::NoAttempt { place: String::new(), attempt })?;
        add_line(db, place, &as_text(line)?)?;
        settle(db, place, std::slice::from_ref(line))?;
    }
    Ok(())
}

/// A line as it is kept.
pub(in crate::store) fn as_text(line: &Line) -> Result<String, StoreError> {
    Ok(serde_json::to_string(line).map_err(std::io::Error::from)?)
}

/// The row of an attempt, which nobody else changes until the transaction is over.
pub(super) fn place_of(db: &mut dyn Database, attempt: Uuid) -> Result<Option<i64>, StoreError> {
    let question = format!("SELECT place FROM attempts WHERE id = ?1{}", db.and_hold());
    first(db, &question, &[attempt.to_string().into()], |row| row.number(0))
}

/// What an attempt is found by: scenario, its hash, mode, trainee, its own cohort, when it began.
pub(in crate::store) fn found_by(start: &Start) -> [Value<'_>; 6] {
    [
        (&start.scenario).into(),
        (&start.hash).into(),
        mode_name(start.mode).into(),
        (&start.trainee).into(),
        (&start.cohort).into(),
        start.started.as_microsecond().into(),
    ]
}

/// Makes the row of an attempt, unless it is there. Gives it where it was made.
pub(super) fn keep_start(db: &mut dyn Database, start: &Start) -> Result<Option<i64>, StoreError> {
    let added = first(
        db,
        "INSERT INTO attempts (id, scenario, hash, mode, trainee, own_cohort, cohort, started) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7) ON CONFLICT (id) DO NOTHING RETURNING place",
        &[vec![start.attempt.to_string().into()], found_by(start).into()].concat(),
        |row| row.number(0),
    )?;
    if let Some(place) = added {
        cohorts::settle(db, place)?;
    }
    Ok(added)
}

/// Adds a line after the others, unless it is there.
fn add_line(db: &mut dyn Database, place: i64, line: &str) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO events (attempt, n, kind, line) SELECT ?1, (SELECT COALESCE(MAX(n), 0) + 1 FROM events WHERE attempt = ?1), ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM events WHERE attempt = ?1 AND line = ?3)",
        &[place.into(), kind(line).into(), line.into()],
    )?;
    Ok(())
}

/// How an attempt ended, as its column says, where this line is its end.
pub(in crate::store) fn ending(line: &Line) -> Option<&'static str> {
    let Line::End(end) = line else { return None };
    Some(match end.how {
        How::Finished => "finished",
        How::Left => "left",
        How::Interrupted => "interrupted",
    })
}

/// Brings what is searched, and what is kept of scores, to what the lines say.
pub(super) fn settle(db: &mut dyn Database, place: i64, lines: &[Line]) -> Result<(), StoreError> {
    if let Some(how) = lines.iter().filter_map(ending).next_back() {
        db.execute("UPDATE attempts SET ended = ?2 WHERE place = ?1", &[place.into(), how.into()])?;
    }
    db.execute("DELETE FROM scores WHERE attempt = ?1", &[place.into()])?;
    Ok(())
}

/// The kind of a line: every line begins with it, whatever kinds there will be.
pub(in crate::store) fn kind(line: &str) -> &str {
    line.strip_prefix("{\"event\":\"").and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// Keeps a text under its hash. Of texts that differ in comments only, the same one is kept on every machine.
pub(in crate::store) fn keep_scenario(db: &mut dyn Database, hash: &str, text: &str) -> Result<(), StoreError> {
    let statement = format!(
        "INSERT INTO scenarios (hash, text) VALUES (?1, ?2) ON CONFLICT ({}) DO UPDATE SET text = excluded.text WHERE excluded.text < scenarios.text",
        db.unique("hash")
    );
    db.execute(&statement, &[hash.into(), text.into()])?;
    Ok(())
}

/// Keeps scores of attempts that still say what was scored.
pub(in crate::store) fn keep_scores(db: &mut dyn Database, rules: &str, scores: &[NewScore]) -> Result<(), StoreError> {
    for NewScore { attempt, scored, card } in scores {
        db.execute(
            "INSERT INTO scores (attempt, rules, card) SELECT place, ?2, ?3 FROM attempts WHERE id = ?1 AND (SELECT string_agg(line, '' ORDER BY n) FROM events WHERE attempt = place) = ?4 ON CONFLICT (attempt) DO UPDATE SET rules = excluded.rules, card = excluded.card",
            &[attempt.to_string().into(), rules.into(), card.into(), scored.into()],
        )?;
    }
    Ok(())
}

/// Throws away attempts begun before a moment, and texts of scenarios that nobody played since. Gives how many attempts.
pub(in crate::store) fn prune(db: &mut dyn Database, before: Timestamp) -> Result<usize, StoreError> {
    let gone = db.execute("DELETE FROM attempts WHERE started < ?1", &[before.as_microsecond().into()])?;
    db.execute("DELETE FROM scenarios WHERE hash NOT IN (SELECT hash FROM attempts)", &[])?;
    Ok(gone)
}

/// Takes down which attempts went into a file for somebody else. A file of the same name is the same file, written anew.
pub(in crate::store) fn note_copy(db: &mut dyn Database, copy: &CopyMade, attempts: &[Uuid]) -> Result<(), StoreError> {
    db.execute("DELETE FROM exports WHERE path = ?1", &[(&copy.path).into()])?;
    let export = first(
        db,
        "INSERT INTO exports (path, made, kind) VALUES (?1, ?2, ?3) RETURNING place",
        &[(&copy.path).into(), copy.made.to_string().into(), (&copy.kind).into()],
        |row| row.number(0),
    )?;
    for attempt in attempts {
        db.execute(
            "INSERT INTO exported (export, attempt) SELECT ?1, place FROM attempts WHERE id = ?2",
            &[export.unwrap_or_default().into(), attempt.to_string().into()],
        )?;
    }
    Ok(())
}
