//! Everybody met the same situations: analysis of variance without repetition. Brennan (2001), section 2.2.

use super::super::numbers::{mean, real, squares};
use super::super::scores::Scores;
use super::super::{Refused, Result, at_least};
use super::{Components, Design, components};

/// The parts of the variance of people (rows) × situations (columns):
/// person = (mean square of people − residual) / situations, situation = (mean square of situations − residual) / people, and the
/// residual is its own mean square.
///
/// # Errors
///
/// [`Refused::TooFew`] below two people or two situations, [`Refused::NoVariance`] where all scores are the same.
pub fn crossed(scores: &Scores) -> Result<Components> {
    let (people, situations) = (scores.people(), scores.items());
    at_least(people, 2)?;
    at_least(situations, 2)?;
    let all: Vec<f64> = scores.rows().iter().flatten().copied().collect();
    let whole = squares(&all)?;
    if whole <= 0.0 {
        return Err(Refused::NoVariance);
    }
    let of_people = scores.rows().iter().map(|row| mean(row)).collect::<Result<Vec<f64>>>()?;
    let of_situations: Vec<f64> = (0..situations)
        .map(|at| scores.rows().iter().filter_map(|row| row.get(at)).sum::<f64>() / real(people))
        .collect();
    let between_people = squares(&of_people)? * real(situations);
    let between_situations = squares(&of_situations)? * real(people);
    let (first, second) = (real(people) - 1.0, real(situations) - 1.0);
    let residual = (whole - between_people - between_situations).max(0.0) / (first * second);
    let person = (between_people / first - residual) / real(situations);
    let situation = (between_situations / second - residual) / real(people);
    let counts = vec![situations; people];
    Ok(components([person, situation, residual], Design::Crossed, &counts, situations))
}
