//! Running sums of whole numbers, so that parts merge to exactly the whole, in any order.

use serde::{Deserialize, Serialize};

use crate::measurement::summary::Sums;

/// How many scores there are, their sum and the sum of their squares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    /// How many.
    pub n: u64,
    /// Their sum.
    pub sum: u64,
    /// The sum of their squares.
    pub squares: u64,
}

impl Moments {
    /// Counts a score, 0–1000.
    pub fn add(&mut self, score: u16) {
        let score = u64::from(score);
        self.n += 1;
        self.sum += score;
        self.squares += score * score;
    }

    /// Counts what another part has counted.
    pub fn merge(&mut self, other: Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean, 0–1000; none where nothing was counted.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| real(self.sum) / real(self.n))
    }

    /// The same sums, about their mean.
    #[must_use]
    pub fn sums(&self) -> Sums {
        Sums::of_whole_numbers(usize::try_from(self.n).unwrap_or(usize::MAX), self.sum, self.squares)
    }
}

/// Points earned and points that could be earned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// Earned.
    pub earned: u64,
    /// Could be earned.
    pub best: u64,
    /// Decisions they come from.
    pub decisions: u64,
}

impl Points {
    /// Counts more points.
    pub fn merge(&mut self, other: Self) {
        self.earned += other.earned;
        self.best += other.best;
        self.decisions += other.decisions;
    }

    /// Share earned, 0–100; none where nothing could be earned.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.best > 0).then(|| 100.0 * real(self.earned) / real(self.best))
    }
}

/// A count as a real number.
#[expect(clippy::cast_precision_loss, reason = "sums of a billion scores stay far below 2^52")]
pub fn real(count: u64) -> f64 {
    count as f64
}
