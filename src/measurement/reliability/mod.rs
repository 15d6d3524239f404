//! How far totals over the same items would come out alike again. Everything but KR-20 is computed from [`Comoments`], so that it can be
//! folded from parts. These figures fit fixed forms, where everybody met the same items; for branching conversations see
//! [`generalizability`](super::generalizability).
//!
//! With k items, their covariance matrix C (denominator n − 1) and the total X:
//!
//! - alpha = k/(k−1) · (1 − tr C / ΣC). Cronbach, L. J. (1951). Psychometrika 16, 297–334.
//! - lambda 2 = 1 − tr C/ΣC + √(k/(k−1) · Σ of the squares off the diagonal) / ΣC. Guttman, L. (1945). Psychometrika 10, 255–282.
//! - KR-20 = k/(k−1) · (1 − Σp(1−p) / var X), var with denominator n: then it is alpha. Kuder, G. F., & Richardson, M. W. (1937).
//!   Psychometrika 2, 151–160.
//! - interval of alpha: Feldt, L. S., Woodruff, D. J., & Salih, F. A. (1987). Applied Psychological Measurement 11, 93–103.

mod item;
mod lengthening;
mod omega;

pub use item::{ItemFigures, item_figures};
pub use lengthening::{lengthened, needed_factor, split_half};
pub use omega::{Omega, omega_interval, omega_total};

use super::numbers::{mean, positive, real, squares};
use super::scores::Scores;
use super::summary::Comoments;
use super::tails::f_quantile;
use super::{Interval, Refused, Result, at_least, finite, proper_share};

/// Cronbach's alpha, unstandardised. At most 1; below 0 where items contradict each other.
///
/// # Errors
///
/// [`Refused::TooFew`] below two people or two items, [`Refused::NoVariance`] where all totals are the same.
pub fn alpha(sums: &Comoments) -> Result<f64> {
    alpha_of(&sums.covariances()?)
}

/// The Feldt interval of an alpha from so many people and items at a confidence between 0 and 1.
///
/// # Errors
///
/// [`Refused::TooFew`] below two people or items, [`Refused::OutOfRange`] for an alpha above 1 or a confidence outside of (0, 1).
pub fn feldt(alpha: f64, people: usize, items: usize, confidence: f64) -> Result<Interval> {
    at_least(people, 2)?;
    at_least(items, 2)?;
    finite([&alpha])?;
    proper_share(confidence)?;
    if alpha > 1.0 {
        return Err(Refused::OutOfRange);
    }
    let first = real(people) - 1.0;
    let second = first * (real(items) - 1.0);
    let tail = (1.0 - confidence) / 2.0;
    let limit = |share: f64| Ok(1.0 - (1.0 - alpha) * f_quantile(share, first, second)?);
    Ok(Interval { lower: limit(1.0 - tail)?, upper: limit(tail)? })
}

/// Guttman's lambda 2 on covariances: a lower bound of reliability that is never below alpha.
///
/// # Errors
///
/// As [`alpha`].
pub fn lambda2(sums: &Comoments) -> Result<f64> {
    lambda2_of(&sums.covariances()?)
}

/// Guttman's lambda 2 on correlations: as if every item had the same spread.
///
/// # Errors
///
/// As [`alpha`]; [`Refused::NoVariance`] too where one item never varies.
pub fn lambda2_standardised(sums: &Comoments) -> Result<f64> {
    lambda2_of(&correlations(sums)?)
}

/// Kuder and Richardson's formula 20, for items that are 0 or 1. It equals alpha.
///
/// # Errors
///
/// As [`alpha`]; [`Refused::OutOfRange`] where a value is neither 0 nor 1.
pub fn kr20(scores: &Scores) -> Result<f64> {
    at_least(scores.people(), 2)?;
    at_least(scores.items(), 2)?;
    let zero_or_one = |value: &f64| value.abs() < f64::EPSILON || (value - 1.0).abs() < f64::EPSILON;
    if !scores.rows().iter().flatten().all(zero_or_one) {
        return Err(Refused::OutOfRange);
    }
    let mut spread = 0.0;
    for item in 0..scores.items() {
        let column: Vec<f64> = scores.rows().iter().filter_map(|row| row.get(item)).copied().collect();
        let share = mean(&column)?;
        spread += share * (1.0 - share);
    }
    let totals = positive(squares(&scores.totals())? / real(scores.people()))?;
    Ok(stretch(scores.items()) * (1.0 - spread / totals))
}

/// The standard deviation of the totals.
///
/// # Errors
///
/// [`Refused::TooFew`] below two people.
pub fn total_deviation(sums: &Comoments) -> Result<f64> {
    Ok(total(&sums.covariances()?).max(0.0).sqrt())
}

/// The standard error of measurement: how far a person's scores would scatter over repetitions, SD · √(1 − reliability), in the unit
/// of the standard deviation. A reliability below 0 counts as 0.
///
/// # Errors
///
/// [`Refused::OutOfRange`] for a reliability above 1 or a negative deviation.
pub fn standard_error(deviation: f64, reliability: f64) -> Result<f64> {
    finite([&deviation, &reliability])?;
    if reliability > 1.0 || deviation < 0.0 {
        return Err(Refused::OutOfRange);
    }
    Ok(deviation * (1.0 - reliability.max(0.0)).sqrt())
}

/// The correlation matrix of the items.
fn correlations(sums: &Comoments) -> Result<Vec<Vec<f64>>> {
    let items = sums.means().len();
    (0..items).map(|row| (0..items).map(|column| sums.correlation(row, column)).collect()).collect()
}

fn stretch(items: usize) -> f64 {
    real(items) / (real(items) - 1.0)
}

fn total(matrix: &[Vec<f64>]) -> f64 {
    matrix.iter().flatten().sum()
}

fn diagonal(matrix: &[Vec<f64>]) -> f64 {
    matrix.iter().enumerate().filter_map(|(at, row)| row.get(at)).sum()
}

fn alpha_of(matrix: &[Vec<f64>]) -> Result<f64> {
    at_least(matrix.len(), 2)?;
    let whole = some_spread(matrix)?;
    Ok(stretch(matrix.len()) * (1.0 - diagonal(matrix) / whole))
}

fn lambda2_of(matrix: &[Vec<f64>]) -> Result<f64> {
    at_least(matrix.len(), 2)?;
    let whole = some_spread(matrix)?;
    let all: f64 = matrix.iter().flatten().map(|value| value * value).sum();
    let own: f64 = matrix.iter().enumerate().filter_map(|(at, row)| row.get(at)).map(|value| value * value).sum();
    Ok(1.0 - diagonal(matrix) / whole + (stretch(matrix.len()) * (all - own).max(0.0)).sqrt() / whole)
}

/// The variance of the total, refused where it is 0 but for rounding.
fn some_spread(matrix: &[Vec<f64>]) -> Result<f64> {
    let whole = total(matrix);
    if whole > 1e-12 * diagonal(matrix) { positive(whole) } else { Err(Refused::NoVariance) }
}
