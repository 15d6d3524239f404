//! The change of one person, beside what chance alone would do.
//!
//! - Galton, F. (1886). Regression towards mediocrity in hereditary stature. Journal of the Anthropological Institute 15, 246–263.
//! - Jacobson, N. S., & Truax, P. (1991). Clinical significance. Journal of Consulting and Clinical Psychology 59, 12–19.

use super::super::numbers::positive;
use super::super::{Refused, Result, finite};

/// The score to expect at a second attempt where nothing was learned: mean + reliability · (first − mean). Whoever was far from the
/// mean comes back towards it.
///
/// # Errors
///
/// [`Refused::OutOfRange`] for a reliability outside of 0 to 1, [`Refused::NotANumber`].
pub fn expected_retest(mean: f64, reliability: f64, first: f64) -> Result<f64> {
    finite([&mean, &reliability, &first])?;
    if (0.0..=1.0).contains(&reliability) { Ok(mean + reliability * (first - mean)) } else { Err(Refused::OutOfRange) }
}

/// The reliable change index: a person's change in standard errors of a difference, (second − first) / (SD · √(2(1 − reliability))).
/// Within ±1.96 it may be nothing.
///
/// # Errors
///
/// [`Refused::NoVariance`] for a deviation that is not above 0, [`Refused::OutOfRange`] for a reliability below 0 or not below 1.
pub fn reliable_change(first: f64, second: f64, deviation: f64, reliability: f64) -> Result<f64> {
    finite([&first, &second, &deviation, &reliability])?;
    if (0.0..1.0).contains(&reliability) {
        Ok((second - first) / positive(deviation * (2.0 * (1.0 - reliability)).sqrt())?)
    } else {
        Err(Refused::OutOfRange)
    }
}
