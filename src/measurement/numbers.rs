//! Small sums that several figures share: counts as numbers, means, sums of squares and products about the means, ties.

use super::Result;
use super::{Refused, at_least};

/// Below this part of the size of its values, a spread is rounding and nothing else.
const NOTHING: f64 = 1e-14;
/// No spread of scores is smaller than this; divided by, it would leave the numbers.
const SMALLEST: f64 = 1e-60;

#[expect(clippy::cast_precision_loss, reason = "counts of people and decisions stay far below 2^52")]
pub(super) fn real(count: usize) -> f64 {
    count as f64
}

/// The least whole number that is not below a value; values that miss a whole number by rounding count as that number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast from f64 keeps within the range")]
pub(super) fn whole_up(value: f64) -> usize {
    (value - 1e-9).ceil().max(0.0) as usize
}

/// The whole number at or below a value that is not negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast from f64 keeps within the range")]
pub(super) fn whole_down(value: f64) -> usize {
    value.floor().max(0.0) as usize
}

/// The arithmetic mean; refuses an empty list. What rounding adds up to in a long list is taken off again.
pub(super) fn mean(values: &[f64]) -> Result<f64> {
    at_least(values.len(), 1)?;
    let first = values.iter().sum::<f64>() / real(values.len());
    let off = values.iter().map(|value| value - first).sum::<f64>() / real(values.len());
    Ok(first + off)
}

/// The sum of squares about the mean, 0 where it is but rounding.
pub(super) fn squares(values: &[f64]) -> Result<f64> {
    let centre = mean(values)?;
    let sum: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    let size: f64 = values.iter().map(|value| value * value).sum();
    Ok(if sum <= NOTHING * NOTHING * size { 0.0 } else { sum })
}

/// The variance with denominator n − 1; refuses fewer than two values.
pub(super) fn variance(values: &[f64]) -> Result<f64> {
    at_least(values.len(), 2)?;
    Ok(squares(values)? / (real(values.len()) - 1.0))
}

/// The sum of products about the means of two lists of one length.
pub(super) fn products(first: &[f64], second: &[f64]) -> Result<f64> {
    let (of_first, of_second) = (mean(first)?, mean(second)?);
    Ok(first.iter().zip(second).map(|(x, y)| (x - of_first) * (y - of_second)).sum())
}

/// Pearson's correlation; refuses a list without variance.
pub(super) fn correlation(first: &[f64], second: &[f64]) -> Result<f64> {
    super::paired(first, second)?;
    let room = (squares(first)? * squares(second)?).sqrt();
    if room > 0.0 { Ok((products(first, second)? / room).clamp(-1.0, 1.0)) } else { Err(Refused::NoVariance) }
}

/// A spread that is to be divided by.
pub(super) fn positive(value: f64) -> Result<f64> {
    if value > SMALLEST { Ok(value) } else { Err(Refused::NoVariance) }
}

/// How many values are the same, for each value that occurs.
pub(super) fn ties(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.chunk_by(|one, other| one.total_cmp(other).is_eq()).map(<[f64]>::len).collect()
}
