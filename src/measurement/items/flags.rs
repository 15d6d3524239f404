//! What is odd about a decision, and on how many people that rests.

use serde::Serialize;

use super::OptionFigures;

/// Fewer people than this show no correlation and raise no flag.
const LEAST: usize = 10;
/// Fewer people than this leave everything provisional.
const FIRM: usize = 30;

/// On how much a decision's figures rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Under 10 people: no correlation may be shown.
    TooFew,
    /// 10 to 29 people: shown with a word of caution.
    Provisional,
    /// 30 people or more.
    Firm,
}

impl Standing {
    /// The standing of figures of so many people.
    #[must_use]
    pub fn of(people: usize) -> Self {
        match people {
            0..LEAST => Self::TooFew,
            LEAST..FIRM => Self::Provisional,
            FIRM.. => Self::Firm,
        }
    }
}

/// What is odd about a decision.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// People earn under .30 of what they could: rewrite, unless safety needs it.
    TooHard,
    /// People earn over .90 of what they could.
    TooEasy,
    /// Its correlation with the rest is at least 0 and under .10: review.
    Weak,
    /// Its correlation with the rest is from .10 to under .20: less than it should be.
    Low,
    /// Its correlation with the rest is negative: those who do well elsewhere fail here. Withdraw it at once where the standing is
    /// firm; below that, look.
    Negative,
    /// Under 5 % chose this option: nobody believes it.
    Unbelieved {
        /// Its number.
        option: usize,
    },
    /// A weaker option draws those who do well elsewhere: perhaps it is the better one.
    DrawsTheAble {
        /// Its number.
        option: usize,
    },
}

/// What is odd about a decision: `difficulty` is the mean earned as a part of the best, `rest_correlation` that of the decision with
/// the rest score, and `best` says of each option whether it is among the best. Nothing under 10 people.
#[must_use]
pub fn flags(difficulty: f64, rest_correlation: Option<f64>, options: &[OptionFigures], best: &[bool]) -> Vec<Flag> {
    let people: usize = options.iter().map(|option| option.count).sum();
    if Standing::of(people) == Standing::TooFew {
        return Vec::new();
    }
    let mut found = Vec::new();
    if difficulty < 0.30 {
        found.push(Flag::TooHard);
    } else if difficulty > 0.90 {
        found.push(Flag::TooEasy);
    }
    match rest_correlation {
        Some(r) if r < 0.0 => found.push(Flag::Negative),
        Some(r) if r < 0.10 => found.push(Flag::Weak),
        Some(r) if r < 0.20 => found.push(Flag::Low),
        Some(_) | None => {}
    }
    for (option, (figures, best)) in options.iter().zip(best).enumerate() {
        if figures.share < 0.05 {
            found.push(Flag::Unbelieved { option });
        }
        if !best && figures.rest_correlation.is_some_and(|r| r > 0.0) {
            found.push(Flag::DrawsTheAble { option });
        }
    }
    found
}
