//! Means, ratios and differences of people with their intervals. Up to 2,000 people they are bootstrapped; above, drawing again would
//! change nothing that can be seen, and a closed form takes its place.

use super::super::effect::welch;
use super::super::numbers::{mean as mean_of, positive, real, variance};
use super::super::tails::t_deviate;
use super::super::{Interval, Refused, Result, at_least, finite};
use super::bootstrap::{
    CORRECTED, Estimate, LEAST, Method, Plan, bootstrap, ends, generator, resample, samples, skewness,
};

/// The most people that are drawn from.
const MOST: usize = 2_000;

/// The mean of one value for each person.
///
/// # Errors
///
/// As [`bootstrap`]; [`Refused::NotANumber`] too.
pub fn mean(values: &[f64], plan: &Plan) -> Result<Estimate> {
    finite(values)?;
    if values.len() <= MOST {
        return bootstrap(values, plan, |sample| mean_of(&sample.iter().map(|value| **value).collect::<Vec<_>>()));
    }
    let value = mean_of(values)?;
    let error = (positive(variance(values)?)? / real(values.len())).sqrt();
    closed(value, error, values.len(), plan, Method::StudentT)
}

/// The ratio of two sums, each person adding a pair: points earned and the best that could have been earned, for instance.
///
/// # Errors
///
/// As [`bootstrap`]; [`Refused::NotANumber`], and [`Refused::OutOfRange`] where a second value is below 0 or all are 0.
pub fn ratio(pairs: &[(f64, f64)], plan: &Plan) -> Result<Estimate> {
    finite(pairs.iter().flat_map(|(above, below)| [above, below]))?;
    if pairs.iter().any(|(_, below)| *below < 0.0) {
        return Err(Refused::OutOfRange);
    }
    let of = |sample: &[&(f64, f64)]| {
        let (above, below) = sample.iter().fold((0.0, 0.0), |(above, below), one| (above + one.0, below + one.1));
        if below > 0.0 { Ok(above / below) } else { Err(Refused::OutOfRange) }
    };
    if pairs.len() <= MOST {
        return bootstrap(pairs, plan, of);
    }
    let value = of(&pairs.iter().collect::<Vec<_>>())?;
    let size = mean_of(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>())?;
    let off: Vec<f64> = pairs.iter().map(|(above, below)| (above - value * below) / size).collect();
    let error = (positive(variance(&off)?)? / real(pairs.len())).sqrt();
    closed(value, error, pairs.len(), plan, Method::LinearisedRatio)
}

/// The difference of the means of two groups of people, the first minus the second; each group is drawn from by itself.
///
/// # Errors
///
/// As [`bootstrap`], for each group; [`Refused::NotANumber`] too.
pub fn difference_of_means(first: &[f64], second: &[f64], plan: &Plan) -> Result<Estimate> {
    finite(first.iter().chain(second))?;
    at_least(first.len().min(second.len()), LEAST)?;
    let people = first.len() + second.len();
    if people > MOST {
        let test = welch(first, second, plan.confidence)?;
        return Ok(Estimate { value: test.difference, interval: test.interval, method: Method::WelchT, people });
    }
    let value = mean_of(first)? - mean_of(second)?;
    let mut chance = generator(plan.seed);
    let mut one = |group: &[f64]| mean_of(&resample(group, &mut chance).into_iter().copied().collect::<Vec<_>>());
    let drawn = samples(plan, || Ok(one(first)? - one(second)?))?;
    let corrected = first.len().min(second.len()) >= CORRECTED;
    let method = if corrected { Method::Bca } else { Method::Percentile };
    // The influences of both groups together: Davison, A. C., & Hinkley, D. V. (1997). Bootstrap methods and their application,
    // chapter 5.
    let influence = |group: &[f64], sign: f64| -> Result<Vec<f64>> {
        let centre = mean_of(group)?;
        Ok(group.iter().map(|value| sign * (centre - value) / real(group.len())).collect())
    };
    let together: Vec<f64> = influence(first, 1.0)?.into_iter().chain(influence(second, -1.0)?).collect();
    let acceleration = if corrected { skewness(&together)? } else { 0.0 };
    Ok(Estimate { value, interval: ends(&drawn, value, acceleration, method, plan.confidence)?, method, people })
}

fn closed(value: f64, error: f64, people: usize, plan: &Plan, method: Method) -> Result<Estimate> {
    let half = t_deviate(plan.confidence, real(people) - 1.0)? * error;
    Ok(Estimate { value, interval: Interval { lower: value - half, upper: value + half }, method, people })
}
