//! Which group an attempt counts for: the one its record names, else a facilitator's label, else the roster's.

use super::tombs::{Tombs, fact};
use super::{Database, Value, all};
use crate::store::{Masks, Person, StoreError};

/// Sets the cohort an attempt counts for.
pub(super) fn settle(db: &mut dyn Database, place: i64) -> Result<(), StoreError> {
    settle_where(db, "place = ?1", &[place.into()])
}

/// The same for every attempt.
pub(in crate::store) fn settle_all(db: &mut dyn Database) -> Result<(), StoreError> {
    settle_where(db, "1 = 1", &[])
}

fn settle_where(db: &mut dyn Database, which: &str, values: &[Value<'_>]) -> Result<(), StoreError> {
    let statement = format!(
        "UPDATE attempts SET cohort = COALESCE(own_cohort, (SELECT MIN(cohort) FROM labels WHERE attempt = place AND cohort <> ''), (SELECT MIN(cohort) FROM people WHERE name = trainee OR code = trainee)) WHERE {which}"
    );
    db.execute(&statement, values)?;
    Ok(())
}

/// Takes in people of a roster; gives how many.
pub(in crate::store) fn keep_people(db: &mut dyn Database, people: &[Person]) -> Result<usize, StoreError> {
    let mut tombs = Tombs::read(db)?;
    let statement = format!(
        "INSERT INTO people (name, code, cohort) VALUES (?1, ?2, ?3) ON CONFLICT ({}) DO UPDATE SET code = excluded.code, cohort = excluded.cohort",
        db.unique("name")
    );
    let mut kept = 0;
    for Person { name, code, cohort } in people {
        // A roster is older than it looks: who asked to be forgotten does not come back by one.
        if tombs.cover(Some(name), i64::MIN) || tombs.cover(code.as_deref(), i64::MIN) {
            continue;
        }
        kept += db.execute(&statement, &[name.into(), code.into(), cohort.into()])?;
    }
    settle_all(db)?;
    Ok(kept)
}

/// What stands for the names of people in files for others: the roster's codes, and the salt of pseudonyms.
pub(in crate::store) fn masks(db: &mut dyn Database) -> Result<Masks, StoreError> {
    let question = "SELECT name, code FROM people WHERE code IS NOT NULL AND code <> ''";
    let codes = all(db, question, &[], |row| Ok((row.text(0)?, row.text(1)?)))?.into_iter().collect();
    Ok(Masks { codes, salt: fact(db, "salt")? })
}
