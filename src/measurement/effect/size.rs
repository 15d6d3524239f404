//! A difference of means in standard deviations.
//!
//! - Cohen, J. (1988). Statistical power analysis for the behavioral sciences.
//! - Hedges, L. V. (1981). Distribution theory for Glass's estimator of effect size. Journal of Educational Statistics 6, 107–128.

use statrs::function::gamma::ln_gamma;

use super::super::numbers::{mean, positive, real, squares};
use super::super::{Result, at_least, finite};

/// Cohen's d: the first mean minus the second, in pooled standard deviations (denominator n₁ + n₂ − 2).
///
/// # Errors
///
/// [`TooFew`](super::super::Refused::TooFew) below two people in a group, [`NoVariance`](super::super::Refused::NoVariance) where
/// neither group varies.
pub fn cohen_d(first: &[f64], second: &[f64]) -> Result<f64> {
    at_least(first.len().min(second.len()), 2)?;
    finite(first.iter().chain(second))?;
    let pooled = positive((squares(first)? + squares(second)?) / freedom(first, second))?;
    Ok((mean(first)? - mean(second)?) / pooled.sqrt())
}

/// Hedges' g: d without most of its bias in small groups, by the usual approximation 1 − 3/(4(n₁ + n₂) − 9).
///
/// # Errors
///
/// As [`cohen_d`].
pub fn hedges_g(first: &[f64], second: &[f64]) -> Result<f64> {
    Ok(cohen_d(first, second)? * (1.0 - 3.0 / (4.0 * real(first.len() + second.len()) - 9.0)))
}

/// Hedges' g with the exact correction Γ(f/2) / (√(f/2) · Γ((f − 1)/2)), f = n₁ + n₂ − 2. It differs from [`hedges_g`] in the third
/// digit for a handful of people.
///
/// # Errors
///
/// As [`cohen_d`].
pub fn hedges_g_exact(first: &[f64], second: &[f64]) -> Result<f64> {
    let size = cohen_d(first, second)?;
    let half = freedom(first, second) / 2.0;
    Ok(size * (ln_gamma(half) - ln_gamma(half - 0.5)).exp() / half.sqrt())
}

fn freedom(first: &[f64], second: &[f64]) -> f64 {
    real(first.len() + second.len()) - 2.0
}
