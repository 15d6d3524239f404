//! Sending statements to a learning record store (xAPI 1.0.3, section “Statement Resource”), so that each arrives once: in batches,
//! again after a pause where the store is busy, silent or cut off, and each alone where a batch is refused. Statements have ids of
//! their own, so that what is sent twice is kept once.

mod answer;
mod place;
mod speech;

use std::time::Duration;

use serde_json::Value;
use thiserror::Error;
use uuid::Uuid;

pub use place::Place;
pub use speech::{Keys, Lrs, Patience, endpoint};

use answer::{Answer, same};

/// Statements that are sent together.
pub const BATCH: usize = 200;
/// Statements that may be refused before it is plain that something is wrong with all of them.
const MOST_REFUSED: usize = 50;

/// What happens while statements are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// So many statements are in the record store by now, counting those it had.
    Sent(usize),
    /// It goes on after a pause.
    Waiting {
        /// Why, as a part of a sentence.
        why: String,
        /// For how long.
        pause: Duration,
    },
}

/// A statement that the record store does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its id.
    pub statement: String,
    /// Why, as a part of a sentence.
    pub why: String,
}

/// Why sending cannot go on. What was sent stays sent.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Stop(pub String);

/// What became of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Statements the record store took.
    pub taken: usize,
    /// Statements it had already, word for word.
    pub known: usize,
    /// Attempts that were sent before, as the place tells, and were left aside.
    pub before: usize,
    /// Statements it does not take.
    pub refused: Vec<Refused>,
}

/// Sends the statements of one attempt after the other.
pub struct Sender<'t> {
    lrs: Lrs,
    place: Place,
    tell: &'t mut dyn FnMut(&News),
    batch: Vec<Value>,
    /// Of the attempts that end in the batch: where, and what the place is to remember.
    ends: Vec<(usize, Uuid, usize)>,
    sent: Sent,
}

impl<'t> Sender<'t> {
    /// Sends to a record store, goes on from a place, and tells what happens.
    pub fn new(lrs: Lrs, place: Place, tell: &'t mut dyn FnMut(&News)) -> Self {
        if !place.is_empty() {
            lrs.known();
        }
        Self { lrs, place, tell, batch: Vec::new(), ends: Vec::new(), sent: Sent::default() }
    }

    /// What became of what was handed in so far.
    #[must_use]
    pub fn sent(&self) -> &Sent {
        &self.sent
    }

    /// Whether anything that was handed in may be there: it was taken, or nobody can say that it was not.
    #[must_use]
    pub fn may_be_there(&self) -> bool {
        self.lrs.may_have_some()
    }

    /// Hands in an attempt. It is sent once there is enough for a batch.
    ///
    /// # Errors
    /// Why nothing more can be sent.
    pub fn take(&mut self, attempt: Uuid, statements: Vec<Value>) -> Result<(), Stop> {
        if self.place.has(attempt, statements.len()) {
            self.sent.before += 1;
            return Ok(());
        }
        let count = statements.len();
        self.batch.extend(statements);
        self.ends.push((self.batch.len(), attempt, count));
        while self.batch.len() >= BATCH {
            self.send_some(BATCH)?;
        }
        Ok(())
    }

    /// Sends what is left.
    ///
    /// # Errors
    /// Why it cannot be sent.
    pub fn finish(&mut self) -> Result<(), Stop> {
        while !self.batch.is_empty() {
            self.send_some(BATCH)?;
        }
        Ok(())
    }

    fn send_some(&mut self, count: usize) -> Result<(), Stop> {
        let count = count.min(self.batch.len());
        let some: Vec<Value> = self.batch.drain(..count).collect();
        let refused = self.sent.refused.len();
        self.send(&some)?;
        (self.tell)(&News::Sent(self.sent.taken + self.sent.known));
        let clean = self.sent.refused.len() == refused;
        let mut left = Vec::new();
        for (end, attempt, statements) in std::mem::take(&mut self.ends) {
            if end > count {
                // What is refused is tried again another time, with the whole attempt.
                let begun = statements > end - count;
                left.push((end - count, attempt, if clean || !begun { statements } else { usize::MAX }));
            } else if clean && statements < usize::MAX {
                self.place.keep(attempt, statements).map_err(|error| {
                    Stop(format!("How far it came cannot be written down ({error}). Free some space and try again."))
                })?;
            }
        }
        self.ends = left;
        Ok(())
    }

    /// Sends statements together; where the record store does not take them so, in halves, down to each alone.
    fn send(&mut self, statements: &[Value]) -> Result<(), Stop> {
        match (self.lrs.post(statements, self.tell)?, statements) {
            (_, []) => {}
            (Answer::Taken, _) => self.sent.taken += statements.len(),
            (Answer::Conflict(_), [one]) => self.compare(one)?,
            (Answer::Refused(why), [one]) => self.refuse(one, why)?,
            (Answer::Conflict(_) | Answer::Refused(_), _) => {
                let (first, second) = statements.split_at(statements.len() / 2);
                self.send(first)?;
                self.send(second)?;
            }
        }
        Ok(())
    }

    /// Looks whether the record store has this very statement, or another one under its id.
    fn compare(&mut self, statement: &Value) -> Result<(), Stop> {
        let theirs = self.lrs.get(id(statement), self.tell)?;
        match theirs {
            Some(theirs) if same(statement, &theirs) => self.sent.known += 1,
            Some(_) => self.refuse(statement, "the record store has another statement under this id".into())?,
            None => self.refuse(statement, "the record store reports a conflict and has no such statement".into())?,
        }
        Ok(())
    }

    fn refuse(&mut self, statement: &Value, why: String) -> Result<(), Stop> {
        if self.sent.refused.len() >= MOST_REFUSED {
            return Err(Stop(format!(
                "The record store refuses one statement after the other, the last because: {why}. Nothing more is sent."
            )));
        }
        self.sent.refused.push(Refused { statement: id(statement).to_owned(), why });
        Ok(())
    }
}

fn id(statement: &Value) -> &str {
    statement.get("id").and_then(Value::as_str).unwrap_or_default()
}
