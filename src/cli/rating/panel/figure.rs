//! A figure as far as it can be given.

use serde::Serialize;

use crate::measurement::interval::{Plan, bootstrap};
use crate::measurement::{Interval, Refused, Result};

/// A figure, where its true value may well lie, and why one of the two is missing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its value over all there is.
    pub value: Option<f64>,
    /// The 95 % interval.
    pub interval: Option<Interval>,
    /// Why the value, or where it is there the interval, is missing.
    pub refused: Option<Refused>,
}

impl Figure {
    /// A figure of things that were observed by turns, with an interval that draws whole turns. Turns without anything to see are
    /// left out.
    pub fn drawn<T>(turns: &[Vec<T>], figure: impl Fn(&mut dyn Iterator<Item = &T>) -> Result<f64>) -> Self {
        let turns: Vec<&Vec<T>> = turns.iter().filter(|turn| !turn.is_empty()).collect();
        let value = match figure(&mut turns.iter().copied().flatten()) {
            Ok(value) => value,
            Err(why) => return Self { value: None, interval: None, refused: Some(why) },
        };
        let drawn =
            bootstrap(&turns, &Plan::default(), |sample| figure(&mut sample.iter().flat_map(|turn| turn.iter())));
        Self { value: Some(value), interval: drawn.ok().map(|drawn| drawn.interval), refused: drawn.err() }
    }

    /// Whether it is surely not nothing, and at least so large, to whichever side. A figure that was the same in every turn is sure.
    pub fn is_felt(&self, least: f64) -> bool {
        let sure = match self.interval {
            Some(interval) => !interval.holds(0.0),
            None => self.refused == Some(Refused::NoVariance),
        };
        sure && self.value.is_some_and(|value| value.abs() >= least)
    }
}

/// The mean of some numbers.
///
/// # Errors
/// [`Refused::TooFew`] where there are none.
pub fn mean(values: impl IntoIterator<Item = f64>) -> Result<f64> {
    let (sum, count) = values.into_iter().fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { Ok(sum / count) } else { Err(Refused::TooFew { have: 0, need: 1 }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(turns: &[Vec<f64>]) -> Figure {
        Figure::drawn(turns, |values| mean(values.copied()))
    }

    #[test]
    fn what_cannot_be_said_has_its_reason() {
        assert_eq!(of(&[vec![], vec![]]).refused, Some(Refused::TooFew { have: 0, need: 1 }));
        let few = of(&[vec![0.0, 1.0], vec![2.0], vec![]]);
        assert_eq!((few.value, few.interval), (Some(1.0), None));
        assert_eq!(few.refused, Some(Refused::TooFew { have: 2, need: 10 }));
        assert!(!few.is_felt(0.5), "two turns prove nothing");
    }

    #[test]
    fn an_interval_draws_whole_turns() {
        // Twelve turns, each of one mind: the replies in them add nothing.
        let turn = |at: u32, replies: usize| vec![f64::from(at % 3); replies];
        let width = |replies| {
            let interval = of(&(0..12).map(|at| turn(at, replies)).collect::<Vec<_>>()).interval.expect("an interval");
            interval.upper - interval.lower
        };
        assert!((width(1) - width(8)).abs() < 1e-9);
        let same = of(&vec![vec![-1.0]; 12]);
        assert!(same.interval.is_none() && same.is_felt(0.25), "{same:?}");
    }
}
