//! A line that a few odd points cannot bend.
//!
//! - Theil, H. (1950). A rank-invariant method of linear and polynomial regression analysis. Proceedings of the Royal Netherlands Academy
//!   of Sciences 53, 386–392.
//! - Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. Journal of the American Statistical Association
//!   63, 1379–1389.

use serde::Serialize;

use super::super::interval::quantile;
use super::super::numbers::{real, ties, whole_down};
use super::super::tails::deviate;
use super::super::{Interval, Refused, Result, at_least, finite, paired};

/// The fewest points that make a trend.
const LEAST: usize = 4;

/// A median line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TheilSen {
    /// The median of the slopes of all pairs of points.
    pub slope: f64,
    /// The median of y minus slope · the median of x.
    pub intercept: f64,
    /// Sen's interval of the slope.
    pub interval: Interval,
}

/// The Theil–Sen line of y on x; the interval is of the given confidence.
///
/// # Errors
///
/// [`Refused::Uneven`], [`Refused::TooFew`] below four points, [`Refused::NoVariance`] where x never varies.
pub fn theil_sen(x: &[f64], y: &[f64], confidence: f64) -> Result<TheilSen> {
    paired(x, y)?;
    at_least(x.len(), LEAST)?;
    finite(x.iter().chain(y))?;
    let points: Vec<(f64, f64)> = x.iter().copied().zip(y.iter().copied()).collect();
    let mut slopes: Vec<f64> = points
        .iter()
        .enumerate()
        .flat_map(|(at, one)| points.iter().skip(at + 1).map(move |other| (other.0 - one.0, other.1 - one.1)))
        .filter(|(along, _)| along.abs() > 0.0)
        .map(|(along, up)| up / along)
        .collect();
    if slopes.is_empty() {
        return Err(Refused::NoVariance);
    }
    slopes.sort_by(f64::total_cmp);
    let slope = quantile(&slopes, 0.5)?;
    let intercept = quantile(y, 0.5)? - slope * quantile(x, 0.5)?;

    let term = |count: f64| count * (count - 1.0) * (2.0 * count + 5.0);
    let tied = |values: &[f64]| ties(values).into_iter().map(|count| term(real(count))).sum::<f64>();
    let variance = (term(real(x.len())) - tied(x) - tied(y)) / 18.0;
    let reach = deviate(confidence)? * variance.max(0.0).sqrt();
    let pairs = real(slopes.len());
    // The ranks, counted from 0, of the ends; too few points for the confidence leave the widest interval there is.
    let low = whole_down(((pairs - reach) / 2.0).round_ties_even() - 1.0);
    let high = whole_down(f64::midpoint(pairs, reach).round_ties_even()).min(slopes.len() - 1);
    let at = |rank: usize| slopes.get(rank).copied().ok_or(Refused::OutOfRange);
    Ok(TheilSen { slope, intercept, interval: Interval { lower: at(low)?, upper: at(high)? } })
}
