//! How far a long reading has come, told on standard error: nothing in the first second, then a line every few seconds.

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Nothing is told before.
const PATIENCE: Duration = Duration::from_secs(1);
/// A line is told no more often.
const PAUSE: Duration = Duration::from_secs(5);
/// What is counted by itself before it is counted with what others did, and before a look at the clock.
const STEPS: usize = 1_024;

/// How far something has come, whoever does it.
#[derive(Debug)]
pub struct Progress {
    what: &'static str,
    count: AtomicUsize,
    next: Mutex<Instant>,
}

impl Progress {
    /// Nothing yet of what is counted.
    pub fn new(what: &'static str) -> Self {
        Self { what, count: AtomicUsize::new(0), next: Mutex::new(Instant::now() + PATIENCE) }
    }

    /// What one of those who do it counts.
    pub fn steps(&self) -> Steps<'_> {
        Steps { progress: self, steps: 0 }
    }

    fn add(&self, steps: usize) {
        let count = self.count.fetch_add(steps, Ordering::Relaxed) + steps;
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        if Instant::now() >= *next {
            *next = Instant::now() + PAUSE;
            // Standard error may be closed; then there is nobody to tell.
            let _ = writeln!(io::stderr(), "amends: {count} {} so far.", self.what);
        }
    }
}

/// What one of those who do it has counted.
#[derive(Debug)]
pub struct Steps<'p> {
    progress: &'p Progress,
    steps: usize,
}

impl Steps<'_> {
    /// One more.
    pub fn step(&mut self) {
        self.steps += 1;
        if self.steps == STEPS {
            self.steps = 0;
            self.progress.add(STEPS);
        }
    }
}
