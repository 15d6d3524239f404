//! What a score over so many situations would be worth, and how many it takes (the D study). Brennan (2001), section 2.3.

use serde::Serialize;

use super::super::numbers::{positive, real, whole_up};
use super::super::tails::f_quantile;
use super::super::{Interval, Refused, Result, at_least, proper_share};
use super::{Components, Design};

/// What the score is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Comparing people who met the same situations: the generalizability coefficient, E ρ².
    Relative,
    /// Holding people against a standard, or comparing people who met different situations: the dependability coefficient, Φ.
    Absolute,
}

impl Kind {
    /// What one situation adds that is not the person.
    fn error(self, parts: &Components) -> f64 {
        match self {
            Self::Relative => parts.residual,
            Self::Absolute => parts.residual + parts.situation,
        }
    }
}

/// The coefficient, 0 to 1, of a mean over so many situations: person / (person + error / situations).
///
/// # Errors
///
/// [`Refused::TooFew`] without situations, [`Refused::NoVariance`] where nothing varies at all.
pub fn coefficient(parts: &Components, kind: Kind, situations: usize) -> Result<f64> {
    at_least(situations, 1)?;
    of_mean(parts, kind, real(situations))
}

/// As [`coefficient`], for a number of situations that need not be whole, such as the harmonic mean.
fn of_mean(parts: &Components, kind: Kind, situations: f64) -> Result<f64> {
    Ok(parts.person / positive(parts.person + kind.error(parts) / situations)?)
}

impl Components {
    /// The coefficient of the scores as they are, each person's over as many situations as the harmonic mean tells.
    ///
    /// # Errors
    ///
    /// [`Refused::NoVariance`] where nothing varies at all.
    pub fn present(&self, kind: Kind) -> Result<f64> {
        of_mean(self, kind, self.per_person)
    }

    /// The interval of [`present`](Self::present) in a nested design, by the ratio of mean squares (Searle 1971), with the harmonic
    /// mean where people have different numbers of scores (Thomas, J. D., & Hultquist, R. A. 1978. Annals of Statistics 6, 582–587).
    /// It takes scores that scatter alike around each person's mean; the bootstrap does not, but is slow for thousands of people.
    ///
    /// # Errors
    ///
    /// [`Refused::OutOfRange`] for another design or a confidence outside of (0, 1), [`Refused::TooFew`] below two people or where
    /// nobody has two scores, [`Refused::NoVariance`] where only people differ.
    pub fn nested_interval(&self, confidence: f64) -> Result<Interval> {
        proper_share(confidence)?;
        if self.design != Design::Nested {
            return Err(Refused::OutOfRange);
        }
        at_least(self.people, 2)?;
        at_least(self.scores, self.people + 1)?;
        let [person, _, residual] = self.raw;
        let ratio = 1.0 + self.per_person * person / positive(residual)?;
        let (first, second) = (real(self.people) - 1.0, real(self.scores - self.people));
        let above = f_quantile(f64::midpoint(1.0, confidence), first, second)?;
        let below = f_quantile(f64::midpoint(1.0, confidence), second, first)?;
        let coefficient = |ratio: f64| if ratio > 1.0 { 1.0 - 1.0 / ratio } else { 0.0 };
        Ok(Interval { lower: coefficient(ratio / above), upper: coefficient(ratio * below) })
    }

    /// The standard error of a person's mean over so many situations, in the unit of the scores.
    ///
    /// # Errors
    ///
    /// [`Refused::TooFew`] without situations.
    pub fn standard_error(&self, kind: Kind, situations: usize) -> Result<f64> {
        at_least(situations, 1)?;
        Ok((kind.error(self) / real(situations)).sqrt())
    }
}

/// The fewest situations each person must meet for the coefficient to reach a target.
///
/// # Errors
///
/// [`Refused::OutOfRange`] for a target that is not strictly between 0 and 1; [`Refused::NoVariance`] where people do not differ, so
/// that no number of situations will do.
pub fn needed(parts: &Components, kind: Kind, target: f64) -> Result<usize> {
    proper_share(target)?;
    let person = positive(parts.person)?;
    let exact = target * kind.error(parts) / ((1.0 - target) * person);
    if exact < 1e9 { Ok(whole_up(exact).max(1)) } else { Err(Refused::NoVariance) }
}

/// How many more situations each person must meet, beside those met already (their harmonic mean), to reach a target; 0 where it is
/// reached.
///
/// # Errors
///
/// As [`needed`].
pub fn more_needed(parts: &Components, kind: Kind, target: f64) -> Result<usize> {
    Ok(whole_up(real(needed(parts, kind, target)?) - parts.per_person))
}
