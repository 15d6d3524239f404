//! What scores can and cannot say: reliability, intervals, effects, raters, fairness of items, and the privacy of small groups.
//! Numbers only, without names, files or clock; whatever cannot be computed is refused with the reason, never a `NaN`.
//!
//! | module | what is in it |
//! | --- | --- |
//! | [`summary`] | running sums that merge: a report over parts is the report over the whole |
//! | [`scores`] | people × items, complete rows only |
//! | [`reliability`] | alpha, lambda 2, omega, KR-20, standard error of measurement, lengthening, items |
//! | [`items`] | what each option of a decision drew, and what is wrong with the decision |
//! | [`generalizability`] | how far scores would hold over other situations, and how many more are needed |
//! | [`interval`] | Wilson, bootstrap over people, quantiles |
//! | [`effect`] | differences, their size, change of one person, trends, forecasts |
//! | [`adjust`] | many p-values at once |
//! | [`raters`] | agreement of people who rate |
//! | [`dif`] | whether an item treats equally able groups alike |
//! | [`privacy`] | what a table must hide |

pub mod adjust;
pub mod dif;
pub mod effect;
pub mod generalizability;
pub mod interval;
pub mod items;
pub mod privacy;
pub mod raters;
pub mod reliability;
pub mod scores;
pub mod summary;

mod numbers;
mod tails;

use serde::Serialize;
use thiserror::Error;

/// Why a figure cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refused {
    /// Too few people, items, raters or points for the figure to mean anything.
    #[error("{have} where at least {need} are needed")]
    TooFew {
        /// How many there are.
        have: usize,
        /// How many there would have to be.
        need: usize,
    },
    /// Everybody has the same value: there is nothing to compare.
    #[error("all values are the same")]
    NoVariance,
    /// Two lists that belong together have different lengths, or the rows of a table do.
    #[error("the lists that belong together have different lengths")]
    Uneven,
    /// A value is not a finite number, or larger than any score could be (10^30).
    #[error("a value is not a number that could be a score")]
    NotANumber,
    /// A value lies outside of what the figure is defined for.
    #[error("a value lies outside of its range")]
    OutOfRange,
    /// An iteration found no proper solution.
    #[error("no solution was found")]
    NoSolution,
}

/// A figure, or why it cannot be given.
pub type Result<T> = std::result::Result<T, Refused>;

/// A range that an estimate may well lie in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Its lower end.
    pub lower: f64,
    /// Its upper end.
    pub upper: f64,
}

impl Interval {
    /// Whether a value lies within, ends included.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        (self.lower..=self.upper).contains(&value)
    }
}

/// Refuses fewer than are needed.
fn at_least(have: usize, need: usize) -> Result<()> {
    if have < need { Err(Refused::TooFew { have, need }) } else { Ok(()) }
}

/// Refuses a confidence (or any share) that is not strictly between 0 and 1.
fn proper_share(share: f64) -> Result<()> {
    if share > 0.0 && share < 1.0 { Ok(()) } else { Err(Refused::OutOfRange) }
}

/// Values beyond this are refused: squared twice they would no longer be numbers.
const LARGEST: f64 = 1e30;

/// Refuses `NaN`, the infinities and whatever is larger than any score.
fn finite<'a>(values: impl IntoIterator<Item = &'a f64>) -> Result<()> {
    if values.into_iter().all(|value| value.abs() <= LARGEST) { Ok(()) } else { Err(Refused::NotANumber) }
}

/// Refuses lists of different lengths.
fn paired<A, B>(first: &[A], second: &[B]) -> Result<()> {
    if first.len() == second.len() { Ok(()) } else { Err(Refused::Uneven) }
}
