//! A straight line through points in time: ordinary least squares (Legendre 1805; the interval of the slope is Student's t, n − 2).

use serde::Serialize;

use super::super::numbers::{mean, positive, products, real, squares};
use super::super::tails::{beyond_t, t_deviate};
use super::super::{Interval, Refused, Result, at_least, finite, paired};

/// A fitted line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Its height where x is 0.
    pub intercept: f64,
    /// Its rise for one unit of x.
    pub slope: f64,
    /// The standard error of the slope.
    pub error: f64,
    /// The slope in standard errors.
    pub t: f64,
    /// How often a slope this steep would turn up if there were none, both sides.
    pub p: f64,
    /// Degrees of freedom, n − 2.
    pub freedom: f64,
    /// Where the true slope may well lie.
    pub interval: Interval,
    /// The part of the variance of y that the line explains, 0 to 1.
    pub explained: f64,
}

/// The least-squares line of y on x; the interval of the slope is of the given confidence.
///
/// # Errors
///
/// [`Refused::Uneven`], [`Refused::TooFew`] below three points, [`Refused::NoVariance`] where x or y never varies or all
/// points lie on the line, so that nothing is left to tell how sure the slope is.
pub fn line(x: &[f64], y: &[f64], confidence: f64) -> Result<Line> {
    paired(x, y)?;
    at_least(x.len(), 3)?;
    finite(x.iter().chain(y))?;
    let spread = positive(squares(x)?)?;
    let whole = positive(squares(y)?)?;
    let shared = products(x, y)?;
    let slope = shared / spread;
    let intercept = mean(y)? - slope * mean(x)?;
    let left: f64 = x.iter().zip(y).map(|(x, y)| (y - intercept - slope * x).powi(2)).sum();
    if left <= 1e-24 * whole {
        return Err(Refused::NoVariance);
    }
    let freedom = real(x.len()) - 2.0;
    let error = (left / freedom / spread).sqrt();
    let t = slope / error;
    let half = t_deviate(confidence, freedom)? * error;
    Ok(Line {
        intercept,
        slope,
        error,
        t,
        p: beyond_t(t, freedom)?,
        freedom,
        interval: Interval { lower: slope - half, upper: slope + half },
        explained: (1.0 - left / whole).clamp(0.0, 1.0),
    })
}
