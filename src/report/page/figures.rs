//! Figures as the page shows them: each with its interval, or by itself where there are too few people for one. Everything is computed in
//! the room `measurement`; what it refuses is not shown.

use serde::Serialize;

use crate::measurement::generalizability::{Components, Kind, needed, nested_sums};
use crate::measurement::interval::{self, Estimate, Method, Plan, bootstrap};
use crate::measurement::summary::Sums;
use crate::measurement::{Interval, Refused};
use crate::report::summary::{Moments, real};

/// How intervals are drawn, so that the same attempts give the same page: 2,000 draws at 95 %, and the seed that the page names.
pub const PLAN: Plan = Plan { draws: 2_000, seed: 1, confidence: 0.95 };
/// Fewer people than this have no interval.
pub const FEWEST_DRAWN: usize = 10;
/// Above this many people a closed form stands in for drawing.
pub const MOST_DRAWN: usize = 2_000;

/// A figure over people.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its value.
    pub value: f64,
    /// On how many people it rests.
    pub people: usize,
    /// Its 95 % interval, where there are enough people and they differ.
    pub interval: Option<Interval>,
    /// How the interval was found.
    pub method: Option<Method>,
}

impl Figure {
    /// The same in hundredths.
    pub fn of_a_hundred(self) -> Self {
        let interval = self.interval.map(|ends| Interval { lower: ends.lower * 100.0, upper: ends.upper * 100.0 });
        Self { value: self.value * 100.0, interval, ..self }
    }
}

impl From<Estimate> for Figure {
    fn from(found: Estimate) -> Self {
        let Estimate { value, interval, method, people } = found;
        Self { value, people, interval: Some(interval), method: Some(method) }
    }
}

/// The mean of one value a person; none where there is nobody. What people are called, and so the order they come in, changes nothing.
pub fn mean(values: &[f64]) -> Option<Figure> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let sums: Sums = values.iter().copied().collect();
    let alone = Figure { value: sums.mean()?, people: values.len(), interval: None, method: None };
    Some(interval::mean(&values, &PLAN).map_or(alone, Figure::from))
}

/// A share of all that people did, from 0 to 1: `(k, n)` a person, who is drawn as a whole, because what one person does hangs
/// together. None where there is nothing to share.
pub fn ratio(people: &[(u64, u64)]) -> Option<Figure> {
    let mut people: Vec<(u64, u64)> = people.iter().filter(|(_, n)| *n > 0).copied().collect();
    people.sort_unstable();
    let pairs: Vec<(f64, f64)> = people.iter().map(|(k, n)| (real(*k), real(*n))).collect();
    let (k, n) = pairs.iter().fold((0.0, 0.0), |(k, n), (more, of)| (k + more, n + of));
    let alone = (n > 0.0).then(|| Figure { value: k / n, people: pairs.len(), interval: None, method: None })?;
    Some(interval::ratio(&pairs, &PLAN).map_or(alone, Figure::from))
}

/// Wilson's interval of `k` of `n` people, as shares from 0 to 1; none where `n` is 0.
pub fn wilson(k: u64, n: u64) -> Option<Interval> {
    interval::wilson(count(k), count(n), PLAN.confidence).ok()
}

/// How dependable scores are where each person played other scenarios: situations are nested in people, so that what is hard about one
/// counts as error, as it must for a standard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability {
    /// The parts of what scores differ by.
    pub parts: Components,
    /// Share of what differs between people's means that people, and not the situations they met, explain: 0 to 1.
    pub dependability: f64,
    /// Its 95 % interval.
    pub interval: Option<Interval>,
    /// Scores a person needs for a dependability of .70; none where people do not differ beyond chance.
    pub needed: Option<u64>,
}

impl Reliability {
    /// How far one score of a person lies from another by chance, as a standard deviation, 0–1000.
    pub fn error(&self) -> f64 {
        self.parts.residual.sqrt()
    }
}

/// The dependability of people's mean scores. None with fewer than ten people who have two scores.
pub fn reliability(people: &[Moments]) -> Option<Reliability> {
    /// What a picture of each person is to reach.
    const TARGET: f64 = 0.70;
    let mut people: Vec<&Moments> = people.iter().filter(|person| person.n >= 2).collect();
    people.sort_unstable_by_key(|person| (person.n, person.sum, person.squares));
    let people: Vec<Sums> = people.into_iter().map(Moments::sums).collect();
    if people.len() < FEWEST_DRAWN {
        return None;
    }
    let parts = nested_sums(&people).ok()?;
    let of_sample = |sample: &[&Sums]| -> Result<f64, Refused> {
        nested_sums(&sample.iter().map(|sums| **sums).collect::<Vec<_>>())?.present(Kind::Absolute)
    };
    let interval = if people.len() > MOST_DRAWN {
        parts.nested_interval(PLAN.confidence).ok()
    } else {
        bootstrap(&people, &PLAN, of_sample).ok().map(|found| found.interval)
    };
    Some(Reliability {
        dependability: parts.present(Kind::Absolute).ok()?,
        interval,
        needed: needed(&parts, Kind::Absolute, TARGET).ok().map(|needed| needed as u64),
        parts,
    })
}

/// A number of people as `measurement` counts them.
pub fn count(people: u64) -> usize {
    usize::try_from(people).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(scores: &[u16]) -> Moments {
        let mut moments = Moments::default();
        for score in scores {
            moments.add(*score);
        }
        moments
    }

    #[test]
    fn fewer_than_ten_people_have_a_mean_and_no_interval() {
        let few = mean(&[50.0; 9]).expect("a mean");
        assert_eq!((few.people, few.interval, few.method), (9, None, None));
        let values: Vec<f64> = (0..15).map(f64::from).collect();
        assert_eq!(mean(&values).and_then(|found| found.method), Some(Method::Percentile));
        let values: Vec<f64> = (0..40).map(f64::from).collect();
        let many = mean(&values).expect("a mean");
        // The standard error is 1.85.
        let interval = many.interval.expect("an interval");
        assert!((interval.lower - 15.9).abs() < 0.5 && (interval.upper - 23.1).abs() < 0.5, "{interval:?}");
        assert_eq!((many.method, mean(&values)), (Some(Method::Bca), Some(many)), "the same draws each time");
        assert_eq!((mean(&[]), ratio(&[(0, 0)])), (None, None));
    }

    #[test]
    fn dependability_is_high_where_people_differ_and_nothing_where_they_do_not() {
        let differ: Vec<Moments> = (0..12).map(|n| person(&[n * 50 + 10, n * 50, n * 50 + 5])).collect();
        let found = reliability(&differ).expect("enough people");
        assert!(found.dependability > 0.99 && found.needed == Some(1), "{found:?}");
        let alike: Vec<Moments> = (0..12).map(|_| person(&[100, 500, 900])).collect();
        let found = reliability(&alike).expect("enough people");
        assert!(found.dependability.abs() < 1e-9 && found.needed.is_none(), "{found:?}");
        assert_eq!(reliability(differ.get(..9).expect("nine")), None);
    }

    #[test]
    fn beyond_two_thousand_people_the_closed_form_is_where_drawing_would_be() {
        let people = |count: u16| -> Vec<Moments> {
            (0..count)
                .map(|n| person(&[300 + n % 17 * 20, 300 + n * 7 % 19 * 20, 300 + (n % 17 + n % 5) * 20]))
                .collect()
        };
        let drawn = reliability(&people(400)).and_then(|found| found.interval).expect("drawn");
        let sums: Vec<Sums> = people(400).iter().map(Moments::sums).collect();
        let closed = nested_sums(&sums).and_then(|parts| parts.nested_interval(0.95)).expect("closed");
        assert!(
            (drawn.lower - closed.lower).abs() < 0.04 && (drawn.upper - closed.upper).abs() < 0.04,
            "{drawn:?} {closed:?}"
        );
        let many = reliability(&people(2_100)).expect("enough people");
        assert!(many.interval.is_some_and(|interval| interval.holds(many.dependability)), "{many:?}");
    }
}
