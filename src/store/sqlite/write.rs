//! Writing: each call is one transaction, on disk when it returns.

use rusqlite::{Connection, OptionalExtension, Result, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::cohorts;
use super::read::mode_name;
use crate::attempt::{How, Line, Start};
use crate::store::{CopyMade, StoreError};

/// Whether anything can be written, without writing anything.
pub(super) fn try_writing(connection: &mut Connection) -> Result<()> {
    begin(connection)?.rollback()
}

pub(in crate::store) fn begin(connection: &mut Connection) -> Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

pub(super) fn append(connection: &mut Connection, lines: &[Line]) -> Result<(), StoreError> {
    let transaction = begin(connection)?;
    for line in lines {
        if let Line::Start(start) = line {
            keep_start(&transaction, start)?;
        }
        let attempt = line.attempt();
        let place = place_of(&transaction, attempt)?.ok_or(StoreError::NoAttempt { place: String::new(), attempt })?;
        let text = serde_json::to_string(line).map_err(std::io::Error::from)?;
        add_line(&transaction, place, &text)?;
        settle(&transaction, place, std::slice::from_ref(line))?;
    }
    Ok(transaction.commit()?)
}

pub(super) fn place_of(connection: &Connection, attempt: Uuid) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached("SELECT place FROM attempts WHERE id = ?1")?;
    statement.query_row([attempt.to_string()], |row| row.get(0)).optional()
}

/// The row of an attempt, unless it is there.
pub(super) fn keep_start(connection: &Connection, start: &Start) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO attempts (id, scenario, hash, mode, trainee, own_cohort, cohort, started) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7) ON CONFLICT (id) DO NOTHING",
    )?;
    let added = statement.execute(params![
        start.attempt.to_string(),
        start.scenario,
        start.hash,
        mode_name(start.mode),
        start.trainee,
        start.cohort,
        start.started.as_microsecond(),
    ])?;
    if added > 0 {
        cohorts::settle(connection, connection.last_insert_rowid())?;
    }
    Ok(())
}

/// Adds a line after the others, unless it is there.
pub(super) fn add_line(connection: &Connection, place: i64, line: &str) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO events (attempt, n, kind, line) SELECT ?1, (SELECT COALESCE(MAX(n), 0) + 1 FROM events WHERE attempt = ?1), ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM events WHERE attempt = ?1 AND line = ?3)",
    )?;
    statement.execute(params![place, kind(line), line])?;
    Ok(())
}

/// Brings what is searched, and what is kept of scores, to what the lines say.
pub(super) fn settle(connection: &Connection, place: i64, lines: &[Line]) -> Result<()> {
    for line in lines {
        if let Line::End(end) = line {
            let how = match end.how {
                How::Finished => "finished",
                How::Left => "left",
                How::Interrupted => "interrupted",
            };
            connection
                .prepare_cached("UPDATE attempts SET ended = ?2 WHERE place = ?1")?
                .execute(params![place, how])?;
        }
    }
    connection.prepare_cached("DELETE FROM scores WHERE attempt = ?1")?.execute([place])?;
    Ok(())
}

/// The kind of a line: every line begins with it, whatever kinds there will be.
pub(in crate::store) fn kind(line: &str) -> &str {
    line.strip_prefix("{\"event\":\"").and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// Keeps a text under its hash. Of texts that differ in comments only, the same one is kept on every machine.
pub(super) fn keep_scenario(connection: &Connection, hash: &str, text: &str) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO scenarios (hash, text) VALUES (?1, ?2) ON CONFLICT (hash) DO UPDATE SET text = excluded.text WHERE excluded.text < scenarios.text",
    )?;
    statement.execute([hash, text])?;
    Ok(())
}

pub(super) fn keep_scores(connection: &mut Connection, rules: &str, scores: &[(Uuid, Vec<u8>)]) -> Result<()> {
    let transaction = begin(connection)?;
    {
        let mut statement = transaction.prepare_cached(
            "INSERT INTO scores (attempt, rules, card) SELECT place, ?2, ?3 FROM attempts WHERE id = ?1 ON CONFLICT (attempt) DO UPDATE SET rules = excluded.rules, card = excluded.card",
        )?;
        for (attempt, card) in scores {
            statement.execute(params![attempt.to_string(), rules, card])?;
        }
    }
    transaction.commit()
}

/// Takes down which attempts went into a file for somebody else. A file of the same name is the same file, written anew.
pub(in crate::store) fn note_copy(connection: &mut Connection, copy: &CopyMade, attempts: &[Uuid]) -> Result<()> {
    let transaction = begin(connection)?;
    transaction.execute("DELETE FROM exports WHERE path = ?1", [&copy.path])?;
    transaction.execute(
        "INSERT INTO exports (path, made, kind) VALUES (?1, ?2, ?3)",
        [&copy.path, &copy.made.to_string(), &copy.kind],
    )?;
    let export = transaction.last_insert_rowid();
    {
        let mut statement = transaction.prepare("INSERT INTO exported SELECT ?1, place FROM attempts WHERE id = ?2")?;
        for attempt in attempts {
            statement.execute(params![export, attempt.to_string()])?;
        }
    }
    transaction.commit()
}
