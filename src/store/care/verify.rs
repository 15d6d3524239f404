//! Whether a store is whole: the file as a database, and every attempt line by line.

use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::Value;

use super::unsound;
use crate::attempt::Line;
use crate::diag::Source;
use crate::scenario::{Rules, load};
use crate::store::StoreError;
use crate::store::sql::merging::conflicts;
use crate::store::sql::write::kind;
use crate::store::sql::{Database, Row, all, number};

/// What was looked at and found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Attempts looked at.
    pub attempts: usize,
    /// Their lines.
    pub lines: usize,
    /// Scenario texts looked at.
    pub scenarios: usize,
    /// What is wrong, each a sentence.
    pub troubles: Vec<String>,
    /// What is worth knowing and not wrong, each a sentence.
    pub notes: Vec<String>,
}

/// Looks at everything that is kept in a file.
pub(in crate::store) fn verify_file(connection: &Connection) -> Result<Verdict, StoreError> {
    let mut troubles = unsound(connection)?;
    let db = &mut &*connection;
    let table = |row: &dyn Row| row.text(0);
    for table in all(db, "PRAGMA foreign_key_check", &[], table)? {
        troubles.push(format!("A row of `{table}` belongs to nothing."));
    }
    verify(db, troubles)
}

/// Looks at everything that is kept, beside what is known to be wrong with the database itself.
pub(in crate::store) fn verify(db: &mut dyn Database, troubles: Vec<String>) -> Result<Verdict, StoreError> {
    let mut verdict = Verdict { troubles, ..Verdict::default() };
    verdict.attempts(db)?;
    verdict.texts(db)?;
    verdict.notes(db)?;
    Ok(verdict)
}

/// An attempt on its way through the check.
#[derive(Default)]
struct Current {
    id: String,
    lines: i64,
    ended: Option<String>,
    told_end: Option<String>,
}

impl Verdict {
    fn attempts(&mut self, db: &mut dyn Database) -> Result<(), StoreError> {
        let mut current = Current::default();
        db.query(
            "SELECT a.id, a.scenario, a.hash, a.mode, a.trainee, a.own_cohort, a.started, a.ended, e.n, e.kind, e.line FROM attempts AS a LEFT JOIN events AS e ON e.attempt = a.place ORDER BY a.place, e.n",
            &[],
            &mut |row| {
                let id = row.text(0)?;
                if current.id != id {
                    self.close(&current);
                    current = Current { id, ended: row.maybe_text(7)?, ..Current::default() };
                    self.attempts += 1;
                }
                self.line(row, &mut current)
            },
        )?;
        self.close(&current);
        Ok(())
    }

    fn line(&mut self, row: &dyn Row, current: &mut Current) -> Result<(), StoreError> {
        let Some(n) = row.maybe_number(8)? else {
            self.troubles.push(format!("The attempt {} has no lines.", current.id));
            return Ok(());
        };
        current.lines += 1;
        self.lines += 1;
        let (told_kind, line) = (row.text(9)?, row.text(10)?);
        let at = format!("The attempt {}, line {n}", current.id);
        if n != current.lines {
            self.troubles.push(format!("{at}: a line before it is missing."));
            current.lines = n;
        }
        let value: Value = serde_json::from_str(&line).unwrap_or_default();
        let read = serde_json::from_str::<Line>(&line).ok();
        let right_id = value.get("attempt").and_then(Value::as_str) == Some(&current.id);
        if !right_id
            || kind(&line) != told_kind
            || (read.is_none() && ["start", "decision", "end"].contains(&&*told_kind))
        {
            self.troubles.push(format!("{at}: it cannot be read, or tells of another attempt."));
        }
        match read {
            Some(Line::Start(start)) if n == 1 => {
                let told = (start.scenario, start.hash, start.trainee, start.cohort, start.started.as_microsecond());
                let kept = (row.text(1)?, row.text(2)?, row.maybe_text(4)?, row.maybe_text(5)?, row.number(6)?);
                if told != kept || value.get("mode") != Some(&Value::String(row.text(3)?)) {
                    self.troubles.push(format!("{at}: what it is found by is not what it says."));
                }
            }
            _ if n == 1 => self.troubles.push(format!("{at}: it is no start.")),
            Some(Line::End(_)) => current.told_end = value.get("how").and_then(Value::as_str).map(str::to_owned),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, current: &Current) {
        if current.ended != current.told_end {
            self.troubles.push(format!("The attempt {}: how it ended is not what its lines say.", current.id));
        }
    }

    fn texts(&mut self, db: &mut dyn Database) -> Result<(), StoreError> {
        let rules = Rules::builtin();
        db.query("SELECT hash, text FROM scenarios ORDER BY hash", &[], &mut |row| {
            let (hash, text) = (row.text(0)?, row.text(1)?);
            self.scenarios += 1;
            match load(&Source::new("scenario.ron", text), &rules) {
                Ok(scenario) if scenario.hash() == hash => {}
                Ok(_) => self.troubles.push(format!("The scenario text {hash:.12}… is not what its hash says.")),
                Err(_) => self.notes.push(format!("The scenario text {hash:.12}… cannot be played by this release.")),
            }
            Ok(())
        })
    }

    fn notes(&mut self, db: &mut dyn Database) -> Result<(), StoreError> {
        let lost = "SELECT COUNT(DISTINCT hash) FROM attempts WHERE hash NOT IN (SELECT hash FROM scenarios)";
        for (question, note) in [
            (lost, "Versions of scenarios that were played and whose text is not here"),
            ("SELECT COUNT(*) FROM damaged", "Lines that could not be read, and are kept as they came"),
            ("SELECT COUNT(*) FROM tombstones", "Names that are to stay forgotten"),
        ] {
            let count = number(db, question)?;
            if count > 0 {
                self.notes.push(format!("{note}: {count}."));
            }
        }
        for (attempt, others) in conflicts(db)? {
            self.notes.push(format!("The attempt {attempt} came in {} versions; the longest counts.", others + 1));
        }
        // A clock that runs ahead puts attempts where no later one comes after them.
        let now = Timestamp::now().as_microsecond();
        let ahead = number(db, &format!("SELECT COUNT(*) FROM attempts WHERE started > {now}"))?;
        if ahead > 0 {
            self.notes.push(format!("Attempts that begin in the future, because a clock was wrong: {ahead}."));
        }
        Ok(())
    }
}
