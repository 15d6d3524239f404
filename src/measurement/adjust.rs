//! Many p-values looked at together.
//!
//! - Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.
//! - Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289–300.

use super::numbers::real;
use super::{Refused, Result};

/// Adjusted p-values of Holm, in the order given: the chance of even one false alarm among all stays below the threshold they are
/// held against. An empty list gives an empty list.
///
/// # Errors
///
/// [`Refused::OutOfRange`] for a value outside of 0 to 1.
pub fn holm(values: &[f64]) -> Result<Vec<f64>> {
    let order = ranked(values)?;
    let mut most = 0.0_f64;
    Ok(placed(order.into_iter().enumerate().map(|(rank, (at, value))| {
        most = most.max(value * real(values.len() - rank)).min(1.0);
        (at, most)
    })))
}

/// Adjusted p-values of Benjamini and Hochberg, in the order given: the expected part of false alarms among those found stays below
/// the threshold they are held against. An empty list gives an empty list.
///
/// # Errors
///
/// As [`holm`].
pub fn benjamini_hochberg(values: &[f64]) -> Result<Vec<f64>> {
    let order = ranked(values)?;
    let mut least = 1.0_f64;
    Ok(placed(order.into_iter().enumerate().rev().map(|(rank, (at, value))| {
        least = least.min(value * real(values.len()) / real(rank + 1));
        (at, least)
    })))
}

/// The values with their places, smallest first.
fn ranked(values: &[f64]) -> Result<Vec<(usize, f64)>> {
    if !values.iter().all(|value| (0.0..=1.0).contains(value)) {
        return Err(Refused::OutOfRange);
    }
    let mut order: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    Ok(order)
}

/// The values put back to their places.
fn placed(values: impl Iterator<Item = (usize, f64)>) -> Vec<f64> {
    let mut back: Vec<(usize, f64)> = values.collect();
    back.sort_by_key(|(at, _)| *at);
    back.into_iter().map(|(_, value)| value).collect()
}
