//! One factor behind all items, and the part of the totals' variance that is not of single items alone.
//!
//! - `McDonald`, R. P. (1999). Test theory: a unified treatment.
//! - The fit is by minimum residuals (minres), one loading after the other: Harman, H. H., & Jones, W. H. (1966). Factor analysis by
//!   minimizing residuals. Psychometrika 31, 351–368.

use serde::Serialize;

use super::super::numbers::positive;
use super::super::summary::Comoments;
use super::super::{Refused, Result, at_least};
use super::{correlations, total};

/// Rounds over all loadings before the fit is given up.
const ROUNDS: usize = 20_000;
/// A round that moves no loading by more than this is the last.
const STILL: f64 = 1e-13;

/// A fit of one factor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Omega {
    /// Omega total of standardised items: 1 − Σ uniquenesses / Σ correlations.
    pub total: f64,
    /// The loading of each item.
    pub loadings: Vec<f64>,
}

/// Omega total with one factor fitted to the correlations. Items that point the other way must have been reversed before.
///
/// # Errors
///
/// [`Refused::TooFew`] below three people or three items (with fewer the loadings are not determined), [`Refused::NoVariance`] where
/// an item never varies, [`Refused::NoSolution`] where the fit does not settle or an item would have more than all of its
/// variance in common (a Heywood case).
pub fn omega_total(sums: &Comoments) -> Result<Omega> {
    at_least(sums.count(), 3)?;
    at_least(sums.means().len(), 3)?;
    let matrix = correlations(sums)?;
    let whole = positive(total(&matrix))?;
    let loadings = minres(&matrix)?;
    let unique: f64 = loadings.iter().map(|loading| 1.0 - loading * loading).sum();
    Ok(Omega { total: 1.0 - unique / whole, loadings })
}

fn minres(matrix: &[Vec<f64>]) -> Result<Vec<f64>> {
    let mut loadings = start(matrix);
    for _ in 0..ROUNDS {
        let mut moved = 0.0_f64;
        for (at, row) in matrix.iter().enumerate() {
            let others = || row.iter().zip(&loadings).enumerate().filter(|(other, _)| *other != at);
            let towards: f64 = others().map(|(_, (correlation, loading))| correlation * loading).sum();
            let room: f64 = others().map(|(_, (_, loading))| loading * loading).sum();
            if room <= 0.0 {
                return Err(Refused::NoSolution);
            }
            let better = towards / room;
            if let Some(loading) = loadings.get_mut(at) {
                moved = moved.max((better - *loading).abs());
                *loading = better;
            }
        }
        if moved < STILL {
            let proper = loadings.iter().all(|loading| loading.abs() < 1.0);
            return if proper { Ok(loadings) } else { Err(Refused::NoSolution) };
        }
    }
    Err(Refused::NoSolution)
}

/// Each item's mean correlation with the others, as loadings that would explain it: near enough to start from.
fn start(matrix: &[Vec<f64>]) -> Vec<f64> {
    let sums: Vec<f64> = matrix.iter().map(|row| row.iter().sum::<f64>() - 1.0).collect();
    let size = sums.iter().map(|sum| sum.abs()).sum::<f64>().sqrt();
    sums.iter().map(|sum| if size > 0.0 { sum / size } else { 0.0 }).collect()
}
