//! The interval of a share. Wilson, E. B. (1927). Probable inference. Journal of the American Statistical Association 22, 209–212.

use super::super::numbers::real;
use super::super::tails::deviate;
use super::super::{Interval, Refused, Result, at_least};

/// Wilson's score interval, without continuity correction, of `yes` among `people` at a confidence between 0 and 1.
///
/// # Errors
///
/// [`Refused::TooFew`] for nobody, [`Refused::OutOfRange`] for more of them than there are people or a confidence outside of (0, 1).
pub fn wilson(yes: usize, people: usize, confidence: f64) -> Result<Interval> {
    at_least(people, 1)?;
    if yes > people {
        return Err(Refused::OutOfRange);
    }
    let square = deviate(confidence)?.powi(2);
    let all = real(people);
    let share = real(yes) / all;
    let stretch = 1.0 + square / all;
    let centre = (share + square / (2.0 * all)) / stretch;
    let half = (square * (share * (1.0 - share) / all + square / (4.0 * all * all))).sqrt() / stretch;
    let lower = if yes == 0 { 0.0 } else { centre - half };
    let upper = if yes == people { 1.0 } else { centre + half };
    Ok(Interval { lower: lower.max(0.0), upper: upper.min(1.0) })
}
