//! Means of teams, drawn towards the mean of all by as much as they rest on chance. Empirical Bayes: Efron, B., & Morris, C. (1975). Data
//! analysis using Stein's estimator. Journal of the American Statistical Association 70, 311–319; the weight is that of Kelley (1947).

use serde::Serialize;

use super::super::generalizability::nested;
use super::super::numbers::{mean, positive, real};
use super::super::{Refused, Result, finite};

/// The mean of one team beside what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Shrunk {
    /// The team's own mean.
    pub own: f64,
    /// How much of its distance from the mean of all is kept, 0 to 1.
    pub weight: f64,
    /// The mean to show.
    pub shrunk: f64,
}

/// A team's mean of `people` people drawn towards `all`, where true means of teams have the variance `between`, and people of one team
/// the variance `within`: weight = n · between / (n · between + within).
///
/// # Errors
///
/// [`Refused::OutOfRange`] for a negative variance, [`Refused::NoVariance`] where both are 0, [`Refused::NotANumber`].
pub fn shrunk(own: f64, people: usize, all: f64, between: f64, within: f64) -> Result<Shrunk> {
    finite([&own, &all, &between, &within])?;
    if between < 0.0 || within < 0.0 {
        return Err(Refused::OutOfRange);
    }
    let signal = real(people) * between;
    let weight = signal / positive(signal + within)?;
    Ok(Shrunk { own, weight, shrunk: all + weight * (own - all) })
}

/// The means of teams, each a list with one value for each person, drawn towards the mean of the teams; the variances between and
/// within come from the teams themselves (analysis of variance). Where teams differ no more than chance makes them, every weight is 0:
/// they cannot be told apart.
///
/// # Errors
///
/// [`Refused::TooFew`] below two teams, for an empty team, or where no team has two people; [`Refused::NoVariance`] where all values
/// are the same.
pub fn shrink(teams: &[Vec<f64>]) -> Result<Vec<Shrunk>> {
    let parts = nested(teams)?;
    let means = teams.iter().map(|team| mean(team)).collect::<Result<Vec<f64>>>()?;
    let weights: Vec<f64> = teams
        .iter()
        .map(|team| real(team.len()) * parts.person / (real(team.len()) * parts.person + parts.residual))
        .collect();
    // The mean of all gives each team the weight its own mean deserves; where nothing tells them apart, each person counts alike.
    let counts: Vec<f64> = teams.iter().map(|team| real(team.len())).collect();
    let shares = if weights.iter().sum::<f64>() > 0.0 { &weights } else { &counts };
    let all = means.iter().zip(shares).map(|(mean, share)| mean * share).sum::<f64>() / shares.iter().sum::<f64>();
    means.iter().zip(teams).map(|(own, team)| shrunk(*own, team.len(), all, parts.person, parts.residual)).collect()
}
