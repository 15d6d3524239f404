//! Shares and quantiles of the distributions the intervals rest on.

use statrs::distribution::{ContinuousCDF, Normal};
use statrs::function::gamma::ln_gamma;

use super::{Refused, Result};

/// Steps of the continued fraction; it needs about as many as the root of the larger parameter.
const STEPS: u32 = 20_000;

/// The quantile of the standard normal distribution.
pub(super) fn normal(share: f64) -> f64 {
    Normal::standard().inverse_cdf(share.clamp(0.0, 1.0))
}

/// The share of the standard normal distribution below a value.
pub(super) fn below_normal(value: f64) -> f64 {
    Normal::standard().cdf(value)
}

/// How many standard errors an interval of this confidence reaches to each side.
pub(super) fn deviate(confidence: f64) -> Result<f64> {
    super::proper_share(confidence)?;
    Ok(normal(f64::midpoint(1.0, confidence)))
}

/// The part of Student's t distribution beyond ±t.
pub(super) fn beyond_t(t: f64, freedom: f64) -> Result<f64> {
    beta(freedom / 2.0, 0.5, freedom / (freedom + t * t))
}

/// Half of the middle part of Student's t distribution that holds a confidence: the upper quantile.
pub(super) fn t_deviate(confidence: f64, freedom: f64) -> Result<f64> {
    super::proper_share(confidence)?;
    let beyond = 1.0 - confidence;
    let part = root(beyond, |x| beta(freedom / 2.0, 0.5, x))?;
    Ok((freedom * (1.0 - part) / part).sqrt())
}

/// The part of the F distribution above a value.
pub(super) fn above_f(value: f64, first: f64, second: f64) -> Result<f64> {
    beta(second / 2.0, first / 2.0, second / (second + first * value.max(0.0)))
}

/// The quantile of the F distribution with these degrees of freedom.
pub(super) fn f_quantile(share: f64, first: f64, second: f64) -> Result<f64> {
    super::proper_share(share)?;
    // The odds of the beta quantile, from whichever side is smaller, since 1 − x would lose digits.
    let part = root(1.0 - share, |x| beta(second / 2.0, first / 2.0, x))?;
    Ok(second * (1.0 - part) / (first * part))
}

/// Where a function that rises from 0 to 1 over 0 to 1 reaches a share: bisection down to the last digit.
fn root(share: f64, rises: impl Fn(f64) -> Result<f64>) -> Result<f64> {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..1100 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if rises(middle)? < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    let found = f64::midpoint(low, high);
    if found > 0.0 && found < 1.0 { Ok(found) } else { Err(Refused::OutOfRange) }
}

/// The regularised incomplete beta function I(x; a, b), by Lentz's continued fraction (Abramowitz & Stegun 26.5.8). The one of
/// `statrs` stops after 140 steps, which is too early for the degrees of freedom of a large cohort.
fn beta(first: f64, second: f64, x: f64) -> Result<f64> {
    if !(first > 0.0 && second > 0.0 && (0.0..=1.0).contains(&x)) {
        return Err(Refused::OutOfRange);
    }
    if x <= 0.0 || x >= 1.0 {
        return Ok(x);
    }
    if x > (first + 1.0) / (first + second + 2.0) {
        return Ok(1.0 - beta_below(second, first, 1.0 - x, x)?);
    }
    beta_below(first, second, x, 1.0 - x)
}

fn beta_below(first: f64, second: f64, x: f64, rest: f64) -> Result<f64> {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let both = first + second;
    let front = (ln_gamma(both) - ln_gamma(first) - ln_gamma(second) + first * x.ln() + second * rest.ln()).exp();
    let mut above = 1.0;
    let mut below = 1.0 / away(1.0 - both * x / (first + 1.0));
    let mut fraction = below;
    for step in 1..=STEPS {
        let step = f64::from(step);
        let twice = first + 2.0 * step;
        let even = step * (second - step) * x / ((twice - 1.0) * twice);
        below = 1.0 / away(1.0 + even * below);
        above = away(1.0 + even / above);
        fraction *= below * above;
        let odd = -(first + step) * (both + step) * x / (twice * (twice + 1.0));
        below = 1.0 / away(1.0 + odd * below);
        above = away(1.0 + odd / above);
        let change = below * above;
        fraction *= change;
        if (change - 1.0).abs() < 1e-16 * 4.0 {
            return Ok(front * fraction / first);
        }
    }
    Err(Refused::NoSolution)
}
