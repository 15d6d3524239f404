//! Option analysis: who chose what, and how well those people did elsewhere.

use serde::Serialize;

use super::super::numbers::{correlation, mean, real};
use super::super::{Refused, Result, at_least, finite};
use super::Standing;
/// What one person did at a decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// The option chosen, numbered from 0.
    pub option: usize,
    /// What it earned, as it counts in the total.
    pub earned: f64,
    /// The person's total, this decision included.
    pub total: f64,
}

/// The figures of one option.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OptionFigures {
    /// People who chose it.
    pub count: usize,
    /// Their part of all, 0 to 1.
    pub share: f64,
    /// The mean total of those who chose it; none where nobody did.
    pub mean_total: Option<f64>,
    /// The mean of their totals without this decision; none where nobody chose it.
    pub mean_rest: Option<f64>,
    /// The point-biserial correlation of choosing it with the rest score: the total without this decision. None where nobody or
    /// everybody chose it, no rest score varies, or fewer than 10 people answered. Positive means that those who do well elsewhere are drawn to it.
    pub rest_correlation: Option<f64>,
    /// The same with the total, this decision included: shown for comparison, since the decision correlates with itself.
    pub total_correlation: Option<f64>,
}

/// The figures of every option of a decision, in order.
///
/// # Errors
///
/// [`Refused::TooFew`] without answers or options, [`Refused::OutOfRange`] for an option that is not there, [`Refused::NotANumber`].
pub fn options(answers: &[Answer], count: usize) -> Result<Vec<OptionFigures>> {
    at_least(answers.len(), 1)?;
    at_least(count, 1)?;
    finite(answers.iter().flat_map(|answer| [&answer.earned, &answer.total]))?;
    if answers.iter().any(|answer| answer.option >= count) {
        return Err(Refused::OutOfRange);
    }
    let totals: Vec<f64> = answers.iter().map(|answer| answer.total).collect();
    let rests: Vec<f64> = answers.iter().map(|answer| answer.total - answer.earned).collect();
    Ok((0..count).map(|option| figures(answers, option, &totals, &rests)).collect())
}

fn figures(answers: &[Answer], option: usize, totals: &[f64], rests: &[f64]) -> OptionFigures {
    let chose: Vec<f64> = answers.iter().map(|answer| f64::from(u8::from(answer.option == option))).collect();
    let of_those = |values: &[f64]| {
        let theirs: Vec<f64> =
            answers.iter().zip(values).filter(|(answer, _)| answer.option == option).map(|(_, value)| *value).collect();
        mean(&theirs).ok()
    };
    let enough = Standing::of(answers.len()) > Standing::TooFew;
    let count = answers.iter().filter(|answer| answer.option == option).count();
    OptionFigures {
        count,
        share: real(count) / real(answers.len()),
        mean_total: of_those(totals),
        mean_rest: of_those(rests),
        rest_correlation: correlation(&chose, rests).ok().filter(|_| enough),
        total_correlation: correlation(&chose, totals).ok().filter(|_| enough),
    }
}
