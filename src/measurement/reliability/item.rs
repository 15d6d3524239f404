//! What each item adds to the total.

use serde::Serialize;

use super::super::numbers::positive;
use super::super::summary::Comoments;
use super::super::{Refused, Result, at_least};
use super::{alpha_of, diagonal, total};

/// The figures of one item among the others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ItemFigures {
    /// The mean score.
    pub mean: f64,
    /// The standard deviation, denominator n − 1.
    pub deviation: f64,
    /// The mean as a part of the best possible score, 0 to 1: the higher, the easier.
    pub difficulty: f64,
    /// Pearson's correlation with the total of the other items; none where the item or that total never varies.
    pub rest_correlation: Option<f64>,
    /// Alpha of the other items; none below two others, or where their total never varies.
    pub alpha_if_dropped: Option<f64>,
}

/// The figures of every item, in order. `best` is the highest possible score of each.
///
/// # Errors
///
/// [`Refused::TooFew`] below two people or two items, [`Refused::Uneven`] for another number of best scores, [`Refused::OutOfRange`]
/// where a best score is not above 0.
pub fn item_figures(sums: &Comoments, best: &[f64]) -> Result<Vec<ItemFigures>> {
    let matrix = sums.covariances()?;
    at_least(matrix.len(), 2)?;
    super::super::paired(sums.means(), best)?;
    if !best.iter().all(|best| *best > 0.0) {
        return Err(Refused::OutOfRange);
    }
    let whole = total(&matrix);
    let own = diagonal(&matrix);
    let rows = matrix.iter().enumerate().zip(sums.means()).zip(best);
    rows.map(|(((at, row), mean), best)| {
        let variance = row.get(at).copied().unwrap_or(0.0);
        let shared: f64 = row.iter().sum::<f64>() - variance;
        let others = whole - 2.0 * shared - variance;
        let room = positive((variance.max(0.0) * others.max(0.0)).sqrt());
        Ok(ItemFigures {
            mean: *mean,
            deviation: variance.max(0.0).sqrt(),
            difficulty: mean / best,
            rest_correlation: room.ok().filter(|_| others > 1e-12 * own).map(|room| (shared / room).clamp(-1.0, 1.0)),
            alpha_if_dropped: alpha_without(&matrix, at).ok(),
        })
    })
    .collect()
}

fn alpha_without(matrix: &[Vec<f64>], left_out: usize) -> Result<f64> {
    let keep = |at: usize| at != left_out;
    let rest: Vec<Vec<f64>> = matrix
        .iter()
        .enumerate()
        .filter(|(at, _)| keep(*at))
        .map(|(_, row)| row.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, value)| *value).collect())
        .collect();
    alpha_of(&rest)
}
