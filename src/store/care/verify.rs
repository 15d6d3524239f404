//! Whether a store is whole: the file as a database, and every attempt line by line.

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde_json::Value;

use super::unsound;
use crate::attempt::Line;
use crate::diag::Source;
use crate::scenario::{Rules, load};
use crate::store::sqlite::{conflicts, kind, number};
use crate::store::{Sqlite, StoreError};

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

impl Sqlite {
    /// Looks at everything that is kept.
    ///
    /// # Errors
    /// Why the file cannot even be opened.
    pub fn verify(&self) -> Result<Verdict, StoreError> {
        self.with(|connection| {
            let mut verdict = Verdict { troubles: unsound(connection)?, ..Verdict::default() };
            verdict.references(connection)?;
            verdict.attempts(connection)?;
            verdict.texts(connection)?;
            verdict.notes(connection)?;
            Ok(verdict)
        })
    }
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
    fn references(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.troubles.push(format!("A row of `{}` belongs to nothing.", row.get::<_, String>(0)?));
        }
        Ok(())
    }

    fn attempts(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut statement = connection.prepare(
            "SELECT a.id, a.scenario, a.hash, a.mode, a.trainee, a.own_cohort, a.started, a.ended, e.n, e.kind, e.line FROM attempts AS a LEFT JOIN events AS e ON e.attempt = a.place ORDER BY a.place, e.n",
        )?;
        let mut rows = statement.query([])?;
        let mut current = Current::default();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            if current.id != id {
                self.close(&current);
                current = Current { id, ended: row.get(7)?, ..Current::default() };
                self.attempts += 1;
            }
            self.line(row, &mut current)?;
        }
        self.close(&current);
        Ok(())
    }

    fn line(&mut self, row: &Row<'_>, current: &mut Current) -> rusqlite::Result<()> {
        let Some(n) = row.get::<_, Option<i64>>(8)? else {
            self.troubles.push(format!("The attempt {} has no lines.", current.id));
            return Ok(());
        };
        current.lines += 1;
        self.lines += 1;
        let (told_kind, line): (String, String) = (row.get(9)?, row.get(10)?);
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
                let kept = (row.get(1)?, row.get(2)?, row.get(4)?, row.get(5)?, row.get(6)?);
                if told != kept || value.get("mode") != Some(&Value::String(row.get(3)?)) {
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

    fn texts(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let rules = Rules::builtin();
        let mut statement = connection.prepare("SELECT hash, text FROM scenarios ORDER BY hash")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (hash, text): (String, String) = (row.get(0)?, row.get(1)?);
            self.scenarios += 1;
            match load(&Source::new("scenario.ron", text), &rules) {
                Ok(scenario) if scenario.hash() == hash => {}
                Ok(_) => self.troubles.push(format!("The scenario text {hash:.12}… is not what its hash says.")),
                Err(_) => self.notes.push(format!("The scenario text {hash:.12}… cannot be played by this release.")),
            }
        }
        Ok(())
    }

    fn notes(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let lost = "SELECT COUNT(DISTINCT hash) FROM attempts WHERE hash NOT IN (SELECT hash FROM scenarios)";
        for (question, note) in [
            (lost, "Versions of scenarios that were played and whose text is not here"),
            ("SELECT COUNT(*) FROM damaged", "Lines that could not be read, and are kept as they came"),
            ("SELECT COUNT(*) FROM tombstones", "Names that are to stay forgotten"),
        ] {
            let count = number(connection, question)?;
            if count > 0 {
                self.notes.push(format!("{note}: {count}."));
            }
        }
        for (attempt, others) in conflicts(connection)? {
            self.notes.push(format!("The attempt {attempt} came in {} versions; the longest counts.", others + 1));
        }
        // A clock that runs ahead puts attempts where no later one comes after them.
        let now = Timestamp::now().as_microsecond();
        let ahead = number(connection, &format!("SELECT COUNT(*) FROM attempts WHERE started > {now}"))?;
        if ahead > 0 {
            self.notes.push(format!("Attempts that begin in the future, because a clock was wrong: {ahead}."));
        }
        Ok(())
    }
}
