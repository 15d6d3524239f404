//! Change from one attempt to another, of one person and of a group, beside what chance alone would do.
//!
//! - Galton, F. (1886). Regression towards mediocrity in hereditary stature. Journal of the Anthropological Institute 15, 246–263.
//! - Jacobson, N. S., & Truax, P. (1991). Clinical significance. Journal of Consulting and Clinical Psychology 59, 12–19.
//! - Becker, B. J. (1988). Synthesizing standardized mean-change measures. British Journal of Mathematical and Statistical Psychology 41,
//!   257–278.

use super::super::numbers::{correlation, mean, positive, real, variance};
use super::super::{Refused, Result, at_least, finite, paired};

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

/// The mean change of a group, second minus first, in standard deviations of the first attempts, without most of its bias in small groups
/// (Becker's 1 − 3/(4(n − 1) − 1)). A pair for each person.
///
/// # Errors
///
/// [`Refused::Uneven`], [`Refused::TooFew`] below two people, [`Refused::NoVariance`] where the first attempts do not differ.
pub fn standardised_change(first: &[f64], second: &[f64]) -> Result<f64> {
    paired(first, second)?;
    at_least(first.len(), 2)?;
    finite(first.iter().chain(second))?;
    let deviation = positive(variance(first)?)?.sqrt();
    Ok((mean(second)? - mean(first)?) / deviation * (1.0 - 3.0 / (4.0 * (real(first.len()) - 1.0) - 1.0)))
}

/// Pearson's correlation of first and second attempts, −1 to 1: how far people kept their order, which is the reliability that
/// [`expected_retest`] asks for.
///
/// # Errors
///
/// [`Refused::Uneven`], [`Refused::TooFew`] below three people, [`Refused::NoVariance`] where either attempt does not differ.
pub fn retest_correlation(first: &[f64], second: &[f64]) -> Result<f64> {
    paired(first, second)?;
    at_least(first.len(), 3)?;
    finite(first.iter().chain(second))?;
    correlation(first, second)
}
