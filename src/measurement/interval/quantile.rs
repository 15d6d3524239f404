//! Quantiles. Hyndman, R. J., & Fan, Y. (1996). Sample quantiles in statistical packages. American Statistician 50, 361–365.

use super::super::numbers::{real, whole_down};
use super::super::{Refused, Result, at_least, finite};

/// The quantile of type 7 (the usual one of R, Python and spreadsheets): linear between the values at (n − 1)·share.
///
/// # Errors
///
/// [`Refused::TooFew`] without values, [`Refused::NotANumber`], [`Refused::OutOfRange`] for a share outside of 0 to 1.
pub fn quantile(values: &[f64], share: f64) -> Result<f64> {
    finite(values)?;
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    of_sorted(&sorted, share)
}

/// The same where the values are sorted already.
pub(super) fn of_sorted(sorted: &[f64], share: f64) -> Result<f64> {
    at_least(sorted.len(), 1)?;
    if !(0.0..=1.0).contains(&share) {
        return Err(Refused::OutOfRange);
    }
    let place = (real(sorted.len()) - 1.0) * share;
    let below = whole_down(place);
    let low = sorted.get(below).copied().ok_or(Refused::OutOfRange)?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    Ok(low + (place - place.floor()) * (high - low))
}
