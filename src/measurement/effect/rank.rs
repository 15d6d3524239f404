//! Agreement of two orders. Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33, 239–251; the variance with
//! ties is that of Kendall's Rank correlation methods (1970).

use std::cmp::Ordering;

use serde::Serialize;

use super::super::numbers::{positive, real, ties};
use super::super::tails::below_normal;
use super::super::{Result, at_least, finite, paired};

/// Kendall's tau-b with its p-value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Kendall {
    /// −1 for opposite orders, 1 for the same, ties allowed.
    pub tau: f64,
    /// How often a tau this far from 0 would turn up without any agreement: normal approximation with ties, no continuity correction.
    pub p: f64,
}

/// Kendall's tau-b of two lists of one length. It compares every pair of points, so it is for hundreds of them, not for millions.
///
/// # Errors
///
/// [`Uneven`](super::super::Refused::Uneven), [`TooFew`](super::super::Refused::TooFew) below three points,
/// [`NoVariance`](super::super::Refused::NoVariance) where one list never varies.
pub fn kendall(first: &[f64], second: &[f64]) -> Result<Kendall> {
    paired(first, second)?;
    at_least(first.len(), 3)?;
    finite(first.iter().chain(second))?;
    let points: Vec<(f64, f64)> = first.iter().copied().zip(second.iter().copied()).collect();
    let mut agree = 0.0;
    for (at, one) in points.iter().enumerate() {
        for other in points.iter().skip(at + 1) {
            agree += sign(one.0, other.0) * sign(one.1, other.1);
        }
    }
    let (of_first, of_second) = (ties(first), ties(second));
    let n = real(first.len());
    let over = |ties: &[usize], term: fn(f64) -> f64| ties.iter().map(|count| term(real(*count))).sum::<f64>();
    let pairs = n * (n - 1.0) / 2.0;
    let apart = |ties: &[usize]| positive(pairs - over(ties, |t| t * (t - 1.0) / 2.0));
    let tau = agree / (apart(&of_first)? * apart(&of_second)?).sqrt();

    let full = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let two = |t: f64| t * (t - 1.0);
    let three = |t: f64| t * (t - 1.0) * (t - 2.0);
    let variance = (full(n) - over(&of_first, full) - over(&of_second, full)) / 18.0
        + over(&of_first, two) * over(&of_second, two) / (2.0 * two(n))
        + over(&of_first, three) * over(&of_second, three) / (9.0 * three(n));
    let p = 2.0 * below_normal(-(agree / positive(variance)?.sqrt()).abs());
    Ok(Kendall { tau: tau.clamp(-1.0, 1.0), p })
}

fn sign(one: f64, other: f64) -> f64 {
    match one.total_cmp(&other) {
        Ordering::Less => -1.0,
        Ordering::Equal => 0.0,
        Ordering::Greater => 1.0,
    }
}
