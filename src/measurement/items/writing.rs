//! What the texts of a decision give away: a best option that is longer than the others, and answers faster than anybody reads.

use serde::Serialize;

use super::super::interval::quantile;
use super::super::numbers::real;
use super::super::{Refused, Result, at_least};

/// Words that a quick reader reads in a second.
const WORDS_A_SECOND: f64 = 4.0;

/// How long the best option is beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Lengths {
    /// Words of the best option over the mean of all options; 0.8 to 1.2 gives nothing away.
    pub ratio: f64,
    /// Whether no other option is as long.
    pub longest: bool,
}

impl Lengths {
    /// Whether the ratio lies within 0.8 to 1.2.
    #[must_use]
    pub fn even(&self) -> bool {
        (0.8..=1.2).contains(&self.ratio)
    }
}

/// Compares the words of the best option, numbered from 0, with those of all.
///
/// # Errors
///
/// [`Refused::TooFew`] below two options, [`Refused::OutOfRange`] where the best one is not there, [`Refused::NoVariance`] where no
/// option has a word.
pub fn lengths(words: &[usize], best: usize) -> Result<Lengths> {
    at_least(words.len(), 2)?;
    let own = *words.get(best).ok_or(Refused::OutOfRange)?;
    let all: usize = words.iter().sum();
    if all == 0 {
        return Err(Refused::NoVariance);
    }
    let longest = words.iter().enumerate().all(|(at, other)| at == best || *other < own);
    Ok(Lengths { ratio: real(own) * real(words.len()) / real(all), longest })
}

/// The part of decisions, 0 to 1, whose longest option is the best. Above .40 "always the longest" is a habit that pays.
///
/// # Errors
///
/// [`Refused::TooFew`] without decisions.
pub fn longest_is_best(decisions: &[Lengths]) -> Result<f64> {
    at_least(decisions.len(), 1)?;
    Ok(real(decisions.iter().filter(|lengths| lengths.longest).count()) / real(decisions.len()))
}

/// Whether the fastest tenth of answers came sooner than the texts can be read, at four words a second: rapid guessing.
///
/// # Errors
///
/// [`Refused::TooFew`] below 10 answers, [`Refused::NotANumber`].
pub fn rapid(seconds: &[f64], words: usize) -> Result<bool> {
    at_least(seconds.len(), 10)?;
    Ok(quantile(seconds, 0.10)? < real(words) / WORDS_A_SECOND)
}
