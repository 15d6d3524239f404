//! How far scores would hold over other situations: generalizability theory with people as the objects and situations as the one facet.
//! This is the reliability for branching conversations, where everybody may have met other situations.
//!
//! - Cronbach, L. J., Gleser, G. C., Nanda, H., & Rajaratnam, N. (1972). The dependability of behavioral measurements.
//! - Brennan, R. L. (2001). Generalizability theory (balanced: chapters 2 and 3; unbalanced: chapter 7).
//! - Henderson, C. R. (1953). Estimation of variance and covariance components. Biometrics 9, 226–252 (method 1).

mod crossed;
mod decision;
mod unbalanced;

pub use crossed::crossed;
pub use decision::{Kind, coefficient, more_needed, needed};
pub use unbalanced::{Observation, nested, nested_sums, unbalanced};

use serde::Serialize;

/// Who met what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Design {
    /// Everybody met the same situations, once each.
    Crossed,
    /// People met different sets of situations that overlap.
    Unbalanced,
    /// Everybody met situations of their own: how hard those were is a part of the residual.
    Nested,
}

/// The parts of the variance of a score from one situation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Components {
    /// Of people: what is to be measured. Never below 0.
    pub person: f64,
    /// Of situations: some are harder. Never below 0; 0 by definition in a nested design.
    pub situation: f64,
    /// Of everything else: what a situation does to one person, and chance. Never below 0.
    pub residual: f64,
    /// The same three as estimated, before negative ones were set to 0.
    pub raw: [f64; 3],
    /// Who met what.
    pub design: Design,
    /// People.
    pub people: usize,
    /// Situations that somebody met.
    pub situations: usize,
    /// Scores in all.
    pub scores: usize,
    /// The harmonic mean of scores per person: how many situations a person's mean rests on.
    pub per_person: f64,
}

impl Components {
    /// Whether a part came out negative and was set to 0: too few scores to tell it from nothing.
    #[must_use]
    pub fn negative(&self) -> bool {
        self.raw.iter().any(|part| *part < 0.0)
    }
}

/// The parts put together, negative ones set to 0.
fn components(raw: [f64; 3], design: Design, counts: &[usize], situations: usize) -> Components {
    let [person, situation, residual] = raw.map(|part| part.max(0.0));
    let real = super::numbers::real;
    let inverse: f64 = counts.iter().map(|count| 1.0 / real(*count)).sum();
    Components {
        person,
        situation,
        residual,
        raw,
        design,
        people: counts.len(),
        situations,
        scores: counts.iter().sum(),
        per_person: real(counts.len()) / inverse,
    }
}
