//! One factor behind all items, and the part of the totals' variance that is not of single items alone.
//!
//! - `McDonald`, R. P. (1999). Test theory: a unified treatment.
//! - The fit is by minimum residuals (minres), one loading after the other: Harman, H. H., & Jones, W. H. (1966). Factor analysis by
//!   minimizing residuals. Psychometrika 31, 351–368.
//! - The interval is of the delta method on the logit: Raykov, T. (2002). Analytic estimation of standard error and confidence interval for
//!   scale reliability. Multivariate Behavioral Research 37, 89–103.

use serde::Serialize;

use super::super::numbers::{positive, real};
use super::super::summary::Comoments;
use super::super::tails::deviate;
use super::super::{Interval, Refused, Result, at_least};
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
    let loadings = minres(&matrix, start(&matrix))?;
    Ok(Omega { total: of_fit(&matrix, &loadings)?, loadings })
}

/// The interval of omega total at a confidence between 0 and 1, for people whose scores are about normal. With G the slopes of omega over
/// the covariances C of standardised items, the variance of omega is 2 tr(G C G C) / (n − 1); the interval is symmetric on the logit, so
/// that both ends lie within (0, 1).
///
/// # Errors
///
/// As [`omega_total`], which `omega` is of; [`Refused::OutOfRange`] for an omega that is not within (0, 1), or such a confidence.
pub fn omega_interval(sums: &Comoments, omega: &Omega, confidence: f64) -> Result<Interval> {
    let reach = deviate(confidence)?;
    if !(omega.total > 0.0 && omega.total < 1.0) {
        return Err(Refused::OutOfRange);
    }
    let matrix = correlations(sums)?;
    let variance = 2.0 * trace_of_square(&slopes(&matrix, omega)?, &matrix) / (real(sums.count()) - 1.0);
    let logit = (omega.total / (1.0 - omega.total)).ln();
    let error = positive(variance)?.sqrt() / (omega.total * (1.0 - omega.total));
    let back = |logit: f64| 1.0 / (1.0 + (-logit).exp());
    Ok(Interval { lower: back(logit - reach * error), upper: back(logit + reach * error) })
}

/// How omega moves with each covariance of standardised items, a symmetric matrix: half of it stands on each side of the diagonal.
fn slopes(matrix: &[Vec<f64>], omega: &Omega) -> Result<Vec<Vec<f64>>> {
    /// So far each covariance is moved to either side.
    const STEP: f64 = 1e-5;
    let mut slopes = vec![vec![0.0; matrix.len()]; matrix.len()];
    for row in 0..matrix.len() {
        for column in 0..=row {
            let at = |step: f64| {
                let moved = moved(matrix, (row, column), step);
                of_fit(&moved, &minres(&moved, omega.loadings.clone())?)
            };
            let slope = (at(STEP)? - at(-STEP)?) / (2.0 * STEP);
            let each = if row == column { slope } else { slope / 2.0 };
            for (row, column) in [(row, column), (column, row)] {
                if let Some(place) = slopes.get_mut(row).and_then(|row| row.get_mut(column)) {
                    *place = each;
                }
            }
        }
    }
    Ok(slopes)
}

/// The correlations when one covariance of standardised items, or on the diagonal a variance, is moved by a step.
fn moved(matrix: &[Vec<f64>], (row, column): (usize, usize), step: f64) -> Vec<Vec<f64>> {
    let narrower = 1.0 / (1.0 + step).sqrt();
    let value = |at: usize, beside: usize, old: f64| {
        if row == column {
            if (at == row) == (beside == row) { old } else { old * narrower }
        } else if [(row, column), (column, row)].contains(&(at, beside)) {
            old + step
        } else {
            old
        }
    };
    let line =
        |(at, line): (usize, &Vec<f64>)| line.iter().enumerate().map(|(beside, old)| value(at, beside, *old)).collect();
    matrix.iter().enumerate().map(line).collect()
}

/// tr(G C G C) of two symmetric matrices of one size.
fn trace_of_square(slopes: &[Vec<f64>], matrix: &[Vec<f64>]) -> f64 {
    let cell = |row: &[f64], column: &[f64]| row.iter().zip(column).map(|(one, other)| one * other).sum::<f64>();
    let product = |rows: &[Vec<f64>], columns: &[Vec<f64>]| -> Vec<Vec<f64>> {
        rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect()
    };
    // Both are symmetric, so that the product the other way round is this one turned over.
    let (one, turned) = (product(slopes, matrix), product(matrix, slopes));
    one.iter().zip(&turned).map(|(row, column)| cell(row, column)).sum()
}

fn of_fit(matrix: &[Vec<f64>], loadings: &[f64]) -> Result<f64> {
    let unique: f64 = loadings.iter().map(|loading| 1.0 - loading * loading).sum();
    Ok(1.0 - unique / positive(total(matrix))?)
}

fn minres(matrix: &[Vec<f64>], mut loadings: Vec<f64>) -> Result<Vec<f64>> {
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
