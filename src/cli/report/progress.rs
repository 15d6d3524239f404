//! How far a long reading has come, told on standard error: nothing in the first second, then a line every few seconds.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// Nothing is told before.
const PATIENCE: Duration = Duration::from_secs(1);
/// A line is told no more often.
const PAUSE: Duration = Duration::from_secs(5);
/// Steps between two looks at the clock.
const STEPS: usize = 1_024;

/// How far something has come.
#[derive(Debug)]
pub struct Progress {
    what: &'static str,
    count: usize,
    steps: usize,
    next: Instant,
}

impl Progress {
    /// Nothing yet of what is counted.
    pub fn new(what: &'static str) -> Self {
        Self { what, count: 0, steps: 0, next: Instant::now() + PATIENCE }
    }

    /// One more.
    pub fn step(&mut self) {
        self.count += 1;
        self.look();
    }

    /// Time passes, and nothing is counted.
    pub fn look(&mut self) {
        self.steps += 1;
        if self.steps.is_multiple_of(STEPS) && Instant::now() >= self.next {
            self.next = Instant::now() + PAUSE;
            // Standard error may be closed; then there is nobody to tell.
            let _ = writeln!(io::stderr(), "amends: {} {} so far.", self.count, self.what);
        }
    }
}
