//! The bootstrap over people: what the figure would have been for other people like these. Efron, B., & Tibshirani, R. J. (1993). An
//! introduction to the bootstrap (percentile: chapter 13, `BCa`: chapter 14).

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use serde::Serialize;

use super::super::numbers::real;
use super::super::tails::{below_normal, normal};
use super::super::{Interval, Refused, Result, at_least, proper_share};
use super::quantile::of_sorted;

/// Fewer people than this are not drawn from.
pub(super) const LEAST: usize = 10;
/// From so many people on the interval is corrected for bias and skewness.
pub(super) const CORRECTED: usize = 20;

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Plan {
    /// Samples drawn.
    pub draws: usize,
    /// The same seed gives the same interval, everywhere.
    pub seed: u64,
    /// Between 0 and 1.
    pub confidence: f64,
}

impl Default for Plan {
    /// 2,000 draws at 95 %.
    fn default() -> Self {
        Self { draws: 2_000, seed: 1, confidence: 0.95 }
    }
}

/// Where an interval comes from, so that a report can name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Quantiles of the bootstrap.
    Percentile,
    /// The bootstrap, corrected for bias and acceleration.
    Bca,
    /// Student's t about a mean.
    StudentT,
    /// Welch's t about a difference of means.
    WelchT,
    /// A ratio of sums, linearised (Cochran 1977, section 6.3), with Student's t.
    LinearisedRatio,
}

/// A figure with its interval and what made it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Where its true value may well lie.
    pub interval: Interval,
    /// How the interval was made.
    pub method: Method,
    /// On how many people it rests.
    pub people: usize,
}

/// Any figure of people with its interval: `figure` is computed for all of them and for `draws` samples of as many, drawn with
/// replacement. A person's attempts stay together inside the one `T`. From 20 people on the interval is `BCa`, from 10 percentile.
///
/// Samples for which the figure cannot be computed are left out, unless they are more than one in twenty.
///
/// # Errors
///
/// [`Refused::TooFew`] below 10 people or 100 draws; [`Refused::OutOfRange`] for a confidence outside of (0, 1);
/// [`Refused::NoVariance`] where every sample gives the same figure; [`Refused::NoSolution`] where too many samples give none; and
/// whatever `figure` is refused for.
pub fn bootstrap<T>(people: &[T], plan: &Plan, figure: impl Fn(&[&T]) -> Result<f64>) -> Result<Estimate> {
    at_least(people.len(), LEAST)?;
    let all: Vec<&T> = people.iter().collect();
    let value = figure(&all)?;
    let mut chance = generator(plan.seed);
    let drawn = samples(plan, || figure(&resample(people, &mut chance)))?;
    let corrected = people.len() >= CORRECTED;
    let method = if corrected { Method::Bca } else { Method::Percentile };
    let acceleration = if corrected { acceleration(&all, &figure)? } else { 0.0 };
    let interval = ends(&drawn, value, acceleration, method, plan.confidence)?;
    Ok(Estimate { value, interval, method, people: people.len() })
}

/// The figures of all samples, sorted.
pub(super) fn samples(plan: &Plan, mut draw: impl FnMut() -> Result<f64>) -> Result<Vec<f64>> {
    at_least(plan.draws, 100)?;
    proper_share(plan.confidence)?;
    let mut drawn: Vec<f64> = (0..plan.draws).filter_map(|_| draw().ok()).filter(|value| value.is_finite()).collect();
    if drawn.len() * 20 < plan.draws * 19 {
        return Err(Refused::NoSolution);
    }
    drawn.sort_by(f64::total_cmp);
    if drawn.first() == drawn.last() { Err(Refused::NoVariance) } else { Ok(drawn) }
}

/// The ends of the interval among the sorted figures of the samples.
pub(super) fn ends(drawn: &[f64], value: f64, acceleration: f64, method: Method, confidence: f64) -> Result<Interval> {
    let tail = (1.0 - confidence) / 2.0;
    let below = drawn.partition_point(|one| *one < value);
    let upto = drawn.partition_point(|one| *one <= value);
    // Samples that give the very same figure count half to each side.
    let share = f64::midpoint(real(below), real(upto)) / real(drawn.len());
    let shifted = |tail: f64| {
        if method != Method::Bca || share <= 0.0 || share >= 1.0 {
            return tail;
        }
        let bias = normal(share);
        let from = bias + normal(tail);
        below_normal(bias + from / (1.0 - acceleration * from))
    };
    Ok(Interval { lower: of_sorted(drawn, shifted(tail))?, upper: of_sorted(drawn, shifted(1.0 - tail))? })
}

/// How the figure's spread changes with its value, from leaving out one person at a time.
fn acceleration<T>(all: &[&T], figure: &impl Fn(&[&T]) -> Result<f64>) -> Result<f64> {
    let mut without = Vec::with_capacity(all.len());
    for left_out in 0..all.len() {
        let rest: Vec<&T> = all.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, one)| *one).collect();
        without.push(figure(&rest)?);
    }
    skewness(&without)
}

/// The acceleration from the figures without one person each.
pub(super) fn skewness(without: &[f64]) -> Result<f64> {
    let centre = super::super::numbers::mean(without)?;
    let cubes: f64 = without.iter().map(|one| (centre - one).powi(3)).sum();
    let squares: f64 = without.iter().map(|one| (centre - one).powi(2)).sum();
    Ok(if squares > 0.0 { cubes / (6.0 * squares.powf(1.5)) } else { 0.0 })
}

/// As many people as there are, drawn with replacement.
pub(super) fn resample<'a, T>(people: &'a [T], chance: &mut ChaCha8Rng) -> Vec<&'a T> {
    (0..people.len()).filter_map(|_| people.get(below(people.len(), chance))).collect()
}

/// A generator that belongs to a seed and to nothing else.
pub(super) fn generator(seed: u64) -> ChaCha8Rng {
    let mut key = [0_u8; 32];
    for (to, from) in key.iter_mut().zip(seed.to_le_bytes()) {
        *to = from;
    }
    ChaCha8Rng::from_seed(key)
}

/// A number from 0 to below a limit. Written out, so that no new version of a library draws otherwise from the same seed; the
/// high half of a 128-bit product favours no number by more than limit / 2^64.
fn below(limit: usize, chance: &mut ChaCha8Rng) -> usize {
    let product = u128::from(chance.next_u64()) * limit as u128;
    usize::try_from(product >> 64).unwrap_or(0)
}
