//! Reading the columns of attempts, and what is kept of their scores, each in the order in which they lie in the file: quicker than in any
//! other, because nothing is looked for.

use jiff::Timestamp;
use uuid::Uuid;

use super::Database;
use crate::attempt::Mode;
use crate::store::{Row, Score, StoreError};

/// The places after one, up to another, and how many of them at most.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Stretch {
    pub after: i64,
    pub last: i64,
    pub most: i64,
}

/// The rows of a stretch.
pub(in crate::store) fn rows(
    db: &mut dyn Database,
    stretch: Stretch,
    take: &mut dyn FnMut(Row<'_>),
) -> Result<(), StoreError> {
    let Stretch { after, last, most } = stretch;
    let question = "SELECT place, id, scenario, mode, trainee, cohort, started, ended FROM attempts WHERE place > ?1 AND place <= ?2 ORDER BY place LIMIT ?3";
    db.query(question, &[after.into(), last.into(), most.into()], &mut |row| {
        take(Row {
            place: row.number(0)?,
            // An id that is none can only be damage; `verify` tells of it.
            attempt: Uuid::parse_str(&row.lent(1)?.unwrap_or_default()).unwrap_or_default(),
            scenario: row.lent(2)?.unwrap_or_default(),
            mode: if row.lent(3)?.as_deref() == Some("assessment") { Mode::Assessment } else { Mode::Practice },
            trainee: row.lent(4)?,
            cohort: row.lent(5)?,
            started: Timestamp::from_microsecond(row.number(6)?).unwrap_or_default(),
            finished: matches!(row.lent(7)?.as_deref(), Some("finished" | "left")),
        });
        Ok(())
    })
}

/// What is kept of the scores of a stretch.
pub(in crate::store) fn scores(
    db: &mut dyn Database,
    stretch: Stretch,
    take: &mut dyn FnMut(Score<'_>),
) -> Result<(), StoreError> {
    let Stretch { after, last, most } = stretch;
    let question =
        "SELECT attempt, rules, card FROM scores WHERE attempt > ?1 AND attempt <= ?2 ORDER BY attempt LIMIT ?3";
    db.query(question, &[after.into(), last.into(), most.into()], &mut |row| {
        take(Score { place: row.number(0)?, rules: row.lent(1)?.unwrap_or_default(), card: row.bytes(2)?.into() });
        Ok(())
    })
}
