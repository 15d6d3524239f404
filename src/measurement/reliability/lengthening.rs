//! What more items of the same kind would do. Spearman, C. (1910). British Journal of Psychology 3, 271–295; Brown, W. (1910), same
//! volume, 296–322.

use super::super::numbers::correlation;
use super::super::{Refused, Result, at_least, finite};

/// The reliability of a test made `factor` times as long by items of the same kind: m·r / (1 + (m − 1)·r).
///
/// # Errors
///
/// [`Refused::OutOfRange`] for a factor not above 0, a reliability above 1, or one so far below 0 that the formula has no meaning.
pub fn lengthened(reliability: f64, factor: f64) -> Result<f64> {
    finite([&reliability, &factor])?;
    let below = 1.0 + (factor - 1.0) * reliability;
    if factor > 0.0 && below > 0.0 && reliability <= 1.0 {
        Ok(factor * reliability / below)
    } else {
        Err(Refused::OutOfRange)
    }
}

/// How many times as long a test must be to reach a target: g(1 − r) / (r(1 − g)). Below 1 where it could be shorter.
///
/// # Errors
///
/// [`Refused::OutOfRange`] unless both lie between 0 and 1, a millionth away from either: no length makes something of nothing, or perfection.
pub fn needed_factor(reliability: f64, target: f64) -> Result<f64> {
    // Below a millionth nothing was measured, and no test is a million times as long.
    let within = |value: f64| (1e-6..=1.0 - 1e-6).contains(&value);
    if within(reliability) && within(target) {
        Ok(target * (1.0 - reliability) / (reliability * (1.0 - target)))
    } else {
        Err(Refused::OutOfRange)
    }
}

/// The reliability of the whole from the totals of its two halves, a value for each person in both: their correlation, lengthened by 2.
///
/// # Errors
///
/// [`Refused::TooFew`] below three people, [`Refused::Uneven`], [`Refused::NoVariance`] where a half never varies.
pub fn split_half(first: &[f64], second: &[f64]) -> Result<f64> {
    super::super::paired(first, second)?;
    at_least(first.len(), 3)?;
    finite(first.iter().chain(second))?;
    lengthened(correlation(first, second)?, 2.0)
}
