//! A file of attempts, taken to pieces while it is read.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufRead};

use uuid::Uuid;

use super::merge::Piece;
use crate::attempt::{Aside, Damaged, Line, Read, Start, read_line};

/// The pieces of a file of attempts, line by line. A file that begins with a header has the lines of each attempt together and is
/// never held in memory as a whole; an older one may tell of several attempts at a time.
pub fn pieces_of(file: impl BufRead) -> impl Iterator<Item = io::Result<Piece>> {
    Pieces {
        file,
        number: 0,
        together: false,
        open: BTreeMap::new(),
        order: Vec::new(),
        ready: VecDeque::new(),
        over: false,
    }
}

struct Pieces<R> {
    file: R,
    number: usize,
    together: bool,
    /// The attempts whose lines are being gathered.
    open: BTreeMap<Uuid, Gathering>,
    order: Vec<Uuid>,
    ready: VecDeque<Piece>,
    over: bool,
}

#[derive(Default)]
struct Gathering {
    start: Option<Box<Start>>,
    /// Each with its number in the file.
    lines: Vec<(usize, String)>,
    labels: Vec<Piece>,
}

impl<R: BufRead> Pieces<R> {
    /// Reads one line; nothing is left when it says so.
    fn step(&mut self) -> io::Result<bool> {
        let mut line = Vec::new();
        if self.file.read_until(b'\n', &mut line)? == 0 {
            self.close();
            return Ok(false);
        }
        self.number += 1;
        if line.trim_ascii().is_empty() {
            return Ok(true);
        }
        match read_line(&line) {
            Ok(Read::Event(event)) => self.event(event)?,
            Ok(Read::Aside(Aside::Header(_))) => self.together |= self.number == 1,
            Ok(Read::Aside(Aside::Scenario { hash, text })) => self.ready.push_back(Piece::Scenario { hash, text }),
            Ok(Read::Aside(Aside::Label { attempt, cohort, facilitator })) => {
                let (cohort, facilitator) = (cohort.unwrap_or_default(), facilitator.unwrap_or_default());
                self.of(attempt).labels.push(Piece::Label { attempt, cohort, facilitator });
            }
            Err(why) => {
                let bytes = line.trim_ascii_end().to_vec();
                self.ready.push_back(Piece::Damaged { told: Damaged { line: self.number, why }, bytes });
            }
        }
        Ok(true)
    }

    fn of(&mut self, attempt: Uuid) -> &mut Gathering {
        if !self.open.contains_key(&attempt) {
            if self.together {
                self.close();
            }
            self.order.push(attempt);
        }
        self.open.entry(attempt).or_default()
    }

    fn event(&mut self, event: Line) -> io::Result<()> {
        let (number, text) = (self.number, serde_json::to_string(&event)?);
        let gathering = self.of(event.attempt());
        if let (Line::Start(start), None) = (event, &gathering.start) {
            gathering.start = Some(start);
            // What was told of it before its start is told after it.
            gathering.lines.insert(0, (number, text));
        } else if !gathering.lines.iter().any(|(_, line)| *line == text) {
            gathering.lines.push((number, text));
        }
        Ok(())
    }

    /// Hands over every attempt that is being gathered.
    fn close(&mut self) {
        for attempt in std::mem::take(&mut self.order) {
            let Some(Gathering { start, lines, labels }) = self.open.remove(&attempt) else { continue };
            match start {
                Some(start) => {
                    let lines = lines.into_iter().map(|(_, line)| line).collect();
                    self.ready.push_back(Piece::Attempt { start, lines });
                }
                None => self.ready.extend(lines.into_iter().map(|(line, text)| {
                    let why = format!("the start of the attempt {attempt} is not in this file");
                    Piece::Damaged { told: Damaged { line, why }, bytes: text.into_bytes() }
                })),
            }
            self.ready.extend(labels);
        }
    }
}

impl<R: BufRead> Iterator for Pieces<R> {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() && !self.over {
            match self.step() {
                Ok(more) => self.over = !more,
                Err(error) => {
                    self.over = true;
                    return Some(Err(error));
                }
            }
        }
        self.ready.pop_front().map(Ok)
    }
}
