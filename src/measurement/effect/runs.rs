//! Whether a series wanders or has shifted: runs about the median. Anhøj, J., & Olesen, A. V. (2014). Run charts revisited: a simulation
//! study of run chart rules for detection of non-random variation in health care processes. PLOS ONE 9(11), e113825.

use serde::Serialize;

use super::super::interval::quantile;
use super::super::numbers::{real, whole_down};
use super::super::{Result, at_least, finite};

/// The fewest points off the median that the rule is made for.
const LEAST: usize = 10;

/// Runs about the median, and what chance would still explain.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Runs {
    /// The median of the series.
    pub median: f64,
    /// Points that do not lie on the median; the others neither make nor break a run.
    pub useful: usize,
    /// Points in the longest run on one side.
    pub longest: usize,
    /// The longest run that chance would explain.
    pub longest_expected: usize,
    /// How often the series crosses the median.
    pub crossings: usize,
    /// The fewest crossings that chance would explain.
    pub crossings_expected: usize,
}

impl Runs {
    /// Whether the series holds something else than chance: a run too long, or too few crossings.
    #[must_use]
    pub fn shifted(&self) -> bool {
        self.longest > self.longest_expected || self.crossings < self.crossings_expected
    }
}

/// The runs of a series in order of time.
///
/// # Errors
///
/// [`TooFew`](super::super::Refused::TooFew) below ten points off the median.
pub fn runs(series: &[f64]) -> Result<Runs> {
    finite(series)?;
    let median = quantile(series, 0.5)?;
    let above: Vec<bool> =
        series.iter().filter(|value| (**value - median).abs() > 0.0).map(|value| *value > median).collect();
    at_least(above.len(), LEAST)?;
    let lengths: Vec<usize> = above.chunk_by(|one, other| one == other).map(<[bool]>::len).collect();
    Ok(Runs {
        median,
        useful: above.len(),
        longest: lengths.iter().copied().max().unwrap_or(0),
        longest_expected: whole_down((real(above.len()).log2() + 3.0).round()),
        crossings: lengths.len().saturating_sub(1),
        crossings_expected: five_in_a_hundred(above.len() - 1),
    })
}

/// The 5 % quantile of heads in so many throws of a fair coin.
fn five_in_a_hundred(throws: usize) -> usize {
    let all = real(throws);
    let mut heads = 0.0_f64;
    // The logarithm of the chance of exactly so many heads, so that a long series does not vanish into 0.
    let mut chance = -all * std::f64::consts::LN_2;
    let mut below = chance.exp();
    let mut count = 0;
    while below < 0.05 && count < throws {
        chance += ((all - heads) / (heads + 1.0)).ln();
        heads += 1.0;
        count += 1;
        below += chance.exp();
    }
    count
}
