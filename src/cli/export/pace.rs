//! Telling how far something came, now and then: nobody waits without knowing what for.

use std::time::{Duration, Instant};

use crate::cli::terminal::complain;

/// Time between two sentences.
const BETWEEN: Duration = Duration::from_secs(3);

/// When something was last told.
pub struct Pace(Instant);

impl Pace {
    /// Nothing was told yet; the first sentence comes after a while.
    pub fn new() -> Self {
        Self(Instant::now())
    }

    /// Tells how far it came, unless that was told just now.
    pub fn tell(&mut self, how_far: impl FnOnce() -> String) {
        if self.0.elapsed() >= BETWEEN {
            complain(&how_far());
            self.0 = Instant::now();
        }
    }
}
