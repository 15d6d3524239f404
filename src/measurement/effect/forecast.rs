//! How good forecasts of yes or no were: the lower, the better.
//!
//! - Brier, G. W. (1950). Verification of forecasts expressed in terms of probability. Monthly Weather Review 78, 1–3.
//! - Good, I. J. (1952). Rational decisions. Journal of the Royal Statistical Society B 14, 107–114.

use super::super::numbers::real;
use super::super::{Refused, Result, at_least, paired};

/// The Brier score: the mean squared distance of a forecast (0 to 1) from what happened. A coin's forecast earns 0.25.
///
/// # Errors
///
/// [`Refused::Uneven`], [`Refused::TooFew`] without forecasts, [`Refused::OutOfRange`] for one outside of 0 to 1.
pub fn brier(forecasts: &[f64], happened: &[bool]) -> Result<f64> {
    mean_of(forecasts, happened, |forecast, happened| Ok((forecast - f64::from(u8::from(happened))).powi(2)))
}

/// The log loss: the mean of minus the natural logarithm of the chance that was given to what happened.
///
/// # Errors
///
/// As [`brier`]; [`Refused::OutOfRange`] too where something happened that was given no chance: that loss has no bound, and clipping
/// it would be our number instead of the forecaster's.
pub fn log_loss(forecasts: &[f64], happened: &[bool]) -> Result<f64> {
    mean_of(forecasts, happened, |forecast, happened| {
        let given = if happened { forecast } else { 1.0 - forecast };
        if given > 0.0 { Ok(-given.ln()) } else { Err(Refused::OutOfRange) }
    })
}

fn mean_of(forecasts: &[f64], happened: &[bool], loss: impl Fn(f64, bool) -> Result<f64>) -> Result<f64> {
    paired(forecasts, happened)?;
    at_least(forecasts.len(), 1)?;
    let mut sum = 0.0;
    for (forecast, happened) in forecasts.iter().zip(happened) {
        if !(0.0..=1.0).contains(forecast) {
            return Err(Refused::OutOfRange);
        }
        sum += loss(*forecast, *happened)?;
    }
    Ok(sum / real(forecasts.len()))
}
