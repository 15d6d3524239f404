//! Which group an attempt counts for: the one its record names, else a facilitator's label, else the roster's.

use std::collections::BTreeMap;

use rusqlite::{Connection, Result, params};

use super::tombs::Tombs;
use super::write::begin;
use crate::store::Person;

/// Sets the cohort an attempt counts for.
pub(super) fn settle(connection: &Connection, place: i64) -> Result<()> {
    settle_where(connection, "place = ?1", params![place])
}

/// The same for every attempt.
pub(in crate::store) fn settle_all(connection: &Connection) -> Result<()> {
    settle_where(connection, "1 = 1", params![])
}

fn settle_where(connection: &Connection, which: &str, values: impl rusqlite::Params) -> Result<()> {
    let mut statement = connection.prepare_cached(&format!(
        "UPDATE attempts SET cohort = COALESCE(own_cohort, (SELECT MIN(cohort) FROM labels WHERE attempt = place AND cohort <> ''), (SELECT MIN(cohort) FROM people WHERE name = trainee OR code = trainee)) WHERE {which}"
    ))?;
    statement.execute(values)?;
    Ok(())
}

/// Takes in people of a roster; gives how many.
pub(super) fn keep_people(connection: &mut Connection, people: &[Person]) -> Result<usize> {
    let transaction = begin(connection)?;
    let mut tombs = Tombs::read(&transaction)?;
    let mut kept = 0;
    for Person { name, code, cohort } in people {
        // A roster is older than it looks: who asked to be forgotten does not come back by one.
        if tombs.cover(Some(name), i64::MIN) || tombs.cover(code.as_deref(), i64::MIN) {
            continue;
        }
        kept += transaction.execute(
            "INSERT INTO people (name, code, cohort) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET code = excluded.code, cohort = excluded.cohort",
            params![name, code, cohort],
        )?;
    }
    settle_all(&transaction)?;
    transaction.commit()?;
    Ok(kept)
}

/// The roster's codes, by name.
pub(super) fn codes(connection: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = connection.prepare("SELECT name, code FROM people WHERE code IS NOT NULL AND code <> ''")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
