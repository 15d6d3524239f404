//! Attempts are taken down by functions of the server, which a laptop may call that may read nothing. While the server is away or
//! refuses it, what is to be kept waits on this machine.

use std::io;
use std::time::{Duration, Instant};

use super::Postgres;
use super::link::Link;
use super::unsent::text_line;
use crate::attempt::{Aside, Line, Read, Recorder};
use crate::store::StoreError;
use crate::store::sql::{Database, Value, first, write};

/// For how long a server that did not answer is not asked again, where what is to be kept can wait on this machine.
const REST: Duration = Duration::from_secs(15);

impl Recorder for Postgres {
    fn append(&self, lines: &[Line]) -> io::Result<()> {
        let put_by = || lines.iter().map(write::as_text).collect();
        let kept = self.keep(put_by, true, &mut |link| match lines {
            // A single statement is a transaction of its own, and one way there and back.
            [line] => take_down(link, line),
            lines => link.transaction("BEGIN", |link| lines.iter().try_for_each(|line| take_down(link, line))),
        });
        Ok(kept?)
    }

    fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()> {
        let put_by = || Ok(vec![text_line(hash, text)?]);
        Ok(self.keep(put_by, false, &mut |link| keep_text(link, hash, text))?)
    }

    fn place(&self) -> String {
        self.address.shown().to_owned()
    }

    fn cohort(&self) -> Option<String> {
        self.cohort.clone()
    }
}

impl Postgres {
    /// Keeps something on the server, after what waits for it; while the server is away or refuses it, it waits too, as these lines.
    /// That it was refused is told once, where it `tells`.
    fn keep(
        &self,
        lines: impl Fn() -> Result<Vec<String>, StoreError>,
        tells: bool,
        act: &mut dyn FnMut(&mut Link) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let Some(unsent) = &self.unsent else { return self.with(act) };
        let rests = {
            let open = self.lock();
            [open.away, open.refused].into_iter().flatten().any(|since| since.elapsed() < REST)
        };
        let kept = if rests { None } else { Some(self.send().and_then(|()| self.with(act))) };
        match kept {
            None | Some(Err(StoreError::Away { .. })) => Ok(unsent.put_by(&lines()?)?),
            Some(Err(error @ (StoreError::Server { .. } | StoreError::MayNot { .. }))) => {
                unsent.put_by(&lines()?)?;
                let told = {
                    let mut open = self.lock();
                    // Whoever is not told now is told with the next line, which is not to rest before.
                    open.refused = (tells || open.told).then(Instant::now);
                    open.told
                };
                if told || !tells { Ok(()) } else { Err(self.waits(error)) }
            }
            Some(done) => {
                let mut open = self.lock();
                (open.refused, open.told) = (None, false);
                done
            }
        }
    }

    /// Where the server refused something: that what is played waits for it. This counts as told.
    pub(super) fn waits(&self, error: StoreError) -> StoreError {
        match error {
            StoreError::Server { .. } | StoreError::MayNot { .. } => {
                self.lock().told = true;
                StoreError::Waits { place: self.address.shown().to_owned(), why: error.to_string() }
            }
            other => other,
        }
    }

    /// Brings the server what waits for it.
    pub(super) fn send(&self) -> Result<(), StoreError> {
        let Some(unsent) = &self.unsent else { return Ok(()) };
        unsent.hand_over(&mut |line| {
            self.with(&mut |link| match line {
                Read::Event(line) => take_down(link, line),
                Read::Aside(Aside::Scenario { hash, text }) => keep_text(link, hash, text),
                Read::Aside(Aside::Header(_) | Aside::Label { .. }) => Ok(()),
            })
        })
    }
}

/// Takes one line down, by a function of the server that a laptop may call which may read nothing.
fn take_down(link: &mut Link, line: &Line) -> Result<(), StoreError> {
    let (attempt, text) = (line.attempt(), write::as_text(line)?);
    let ended = write::ending(line).map_or(Value::Nothing, Value::from);
    let call = |found_by: &str| format!("SELECT take_down(?1, ?2, ?3, ?4, {found_by})");
    let mut values = vec![attempt.to_string().into(), write::kind(&text).into(), (&text).into(), ended];
    let call = if let Line::Start(start) = line {
        values.extend(write::found_by(start));
        call("?5, ?6, ?7, ?8, ?9, ?10")
    } else {
        call("NULL, NULL, NULL, NULL, NULL, NULL")
    };
    let taken = first(link, &call, &values, |row| row.number(0))?;
    let none = StoreError::NoAttempt { place: String::new(), attempt };
    if taken == Some(1) { Ok(()) } else { Err(none) }
}

fn keep_text(link: &mut Link, hash: &str, text: &str) -> Result<(), StoreError> {
    link.query("SELECT keep_text(?1, ?2)::text", &[hash.into(), text.into()], &mut |_| Ok(()))
}
