//! Agreement of several raters beyond chance. Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological
//! Bulletin 76, 378–382.

use super::super::numbers::real;
use super::super::{Refused, Result, at_least};

/// Fleiss' kappa. Each row is one thing that was rated, and holds how many raters put it into each category; all rows have the same
/// number of ratings, at least two.
///
/// # Errors
///
/// [`Refused::TooFew`] below two things, two raters or two categories; [`Refused::Uneven`] where rows differ in their categories or
/// ratings; [`Refused::NoVariance`] where all ratings are of one category.
pub fn fleiss(counts: &[Vec<usize>]) -> Result<f64> {
    at_least(counts.len(), 2)?;
    let (categories, raters) = counts.first().map_or((0, 0), |row| (row.len(), row.iter().sum()));
    at_least(categories, 2)?;
    at_least(raters, 2)?;
    if counts.iter().any(|row| row.len() != categories || row.iter().sum::<usize>() != raters) {
        return Err(Refused::Uneven);
    }
    let things = real(counts.len());
    let pairs = real(raters) * (real(raters) - 1.0);
    let same: f64 = counts.iter().flatten().map(|count| real(*count) * (real(*count) - 1.0)).sum();
    let observed = same / pairs / things;
    let by_chance: f64 = (0..categories)
        .map(|at| counts.iter().filter_map(|row| row.get(at)).sum::<usize>())
        .map(|count| (real(count) / things / real(raters)).powi(2))
        .sum();
    if 1.0 - by_chance < 1e-12 { Err(Refused::NoVariance) } else { Ok((observed - by_chance) / (1.0 - by_chance)) }
}
