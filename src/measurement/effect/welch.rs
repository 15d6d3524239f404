//! Two means. Welch, B. L. (1947). The generalization of Student's problem when several different population variances are involved.
//! Biometrika 34, 28–35, with the degrees of freedom of Satterthwaite (1946). Student (1908) for pairs.

use serde::Serialize;

use super::super::numbers::{mean, positive, real, variance};
use super::super::tails::{beyond_t, t_deviate};
use super::super::{Interval, Result, at_least, finite, paired};

/// A difference of means, tested.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MeanTest {
    /// The first mean minus the second.
    pub difference: f64,
    /// The difference in standard errors.
    pub t: f64,
    /// Degrees of freedom.
    pub freedom: f64,
    /// How often a difference this large would turn up if there were none, both sides.
    pub p: f64,
    /// Where the true difference may well lie.
    pub interval: Interval,
}

/// Welch's t test of two groups of different people, variances allowed to differ; the interval is of the given confidence.
///
/// # Errors
///
/// [`TooFew`](super::super::Refused::TooFew) below two people in a group, [`NoVariance`](super::super::Refused::NoVariance) where
/// neither group varies.
pub fn welch(first: &[f64], second: &[f64], confidence: f64) -> Result<MeanTest> {
    at_least(first.len().min(second.len()), 2)?;
    finite(first.iter().chain(second))?;
    let of_first = variance(first)? / real(first.len());
    let of_second = variance(second)? / real(second.len());
    let both = positive(of_first + of_second)?;
    let below = of_first.powi(2) / (real(first.len()) - 1.0) + of_second.powi(2) / (real(second.len()) - 1.0);
    tested(mean(first)? - mean(second)?, both.sqrt(), both.powi(2) / below, confidence)
}

/// The t test of pairs: the same people twice, first minus second.
///
/// # Errors
///
/// [`Uneven`](super::super::Refused::Uneven), [`TooFew`](super::super::Refused::TooFew) below two pairs,
/// [`NoVariance`](super::super::Refused::NoVariance) where all differences are the same.
pub fn paired_t(first: &[f64], second: &[f64], confidence: f64) -> Result<MeanTest> {
    paired(first, second)?;
    at_least(first.len(), 2)?;
    finite(first.iter().chain(second))?;
    let differences: Vec<f64> = first.iter().zip(second).map(|(one, other)| one - other).collect();
    let error = (positive(variance(&differences)?)? / real(differences.len())).sqrt();
    tested(mean(&differences)?, error, real(differences.len()) - 1.0, confidence)
}

fn tested(difference: f64, error: f64, freedom: f64, confidence: f64) -> Result<MeanTest> {
    let t = difference / error;
    let half = t_deviate(confidence, freedom)? * error;
    let interval = Interval { lower: difference - half, upper: difference + half };
    Ok(MeanTest { difference, t, freedom, p: beyond_t(t, freedom)?, interval })
}
