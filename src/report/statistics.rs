//! The few statistics a report needs, in one place: intervals, reliability, effect size, and which cells are held back. Sources:
//! - Wilson, E. B. (1927). Probable inference. Journal of the American Statistical Association 22, 209–212.
//! - Efron, B. & Tibshirani, R. J. (1993). An introduction to the bootstrap. Percentile intervals, over people.
//! - Searle, S. R. et al. (1992). Variance components: one-way analysis of variance, unbalanced.
//! - Hedges, L. V. (1981). Distribution theory for Glass's estimator of effect size. Journal of Educational Statistics 6, 107–128.

use serde::Serialize;

use super::summary::{Moments, real};
use crate::bots::Chance;

/// Fewer people than this are never shown as a group.
pub const FEWEST: u64 = 5;
/// Fewer people than this have no bootstrap interval.
pub const FEWEST_DRAWN: usize = 10;
/// Above this many people a closed form stands in for drawing.
const MOST_DRAWN: usize = 2_000;
/// Draws of a bootstrap.
pub const DRAWS: usize = 2_000;
/// The 97.5th percentile of the normal distribution.
const DEVIATE: f64 = 1.959_963_984_540_054;

/// A 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// How an interval was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// By drawing people again.
    Bootstrap,
    /// Mean ± 1.96 standard errors, for more than 2,000 people.
    Normal,
    /// Not at all: there are fewer than ten people.
    TooFew,
}

/// A mean over people.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// How many people.
    pub people: usize,
    /// Its 95 % interval, where there are enough people.
    pub interval: Option<Interval>,
    /// How the interval was found.
    pub method: Method,
}

/// Wilson's interval of `k` of `n`, as shares from 0 to 1; none where `n` is 0.
#[must_use]
pub fn wilson(k: u64, n: u64) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let (n, z2) = (real(n), DEVIATE * DEVIATE);
    let p = real(k) / n;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = DEVIATE * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Some(Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) })
}

/// The mean of one value a person; none where there is nobody. The draws are named by what they are for, so that they stay the same.
#[must_use]
pub fn mean(values: &[f64], what: &str) -> Option<Mean> {
    let people = values.len();
    let mean = average(values)?;
    let (interval, method) = if people < FEWEST_DRAWN {
        (None, Method::TooFew)
    } else if people > MOST_DRAWN {
        let scatter: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let error = (scatter / (count(people) - 1.0) / count(people)).sqrt();
        (Some(Interval { low: mean - DEVIATE * error, high: mean + DEVIATE * error }), Method::Normal)
    } else {
        let mut chance = Chance::new(what, 0);
        let draw = |chance: &mut Chance| {
            let drawn = (0..people).filter_map(|_| values.get(chance.below(people)));
            drawn.sum::<f64>() / count(people)
        };
        (middle((0..DRAWS).map(|_| draw(&mut chance)).collect()), Method::Bootstrap)
    };
    Some(Mean { mean, people, interval, method })
}

/// A share of all that people did, from 0 to 1: `(k, n)` a person. Its interval draws people, because what one person does hangs together.
/// None where there is nothing to share.
#[must_use]
pub fn ratio(people: &[(u64, u64)], what: &str) -> Option<Mean> {
    let people: Vec<(u64, u64)> = people.iter().filter(|(_, n)| *n > 0).copied().collect();
    let share = |drawn: &mut dyn Iterator<Item = &(u64, u64)>| {
        let (k, n) = drawn.fold((0, 0), |(k, n), (more, of)| (k + more, n + of));
        real(k) / real(n.max(1))
    };
    let mean = (!people.is_empty()).then(|| share(&mut people.iter()))?;
    let (interval, method) = if people.len() < FEWEST_DRAWN {
        (None, Method::TooFew)
    } else if people.len() > MOST_DRAWN {
        // The ratio estimator's standard error (Cochran 1977, 6.4).
        let all = real(people.iter().map(|(_, n)| n).sum());
        let scatter: f64 = people.iter().map(|(k, n)| (real(*k) - mean * real(*n)).powi(2)).sum();
        let error = scatter.sqrt() / all;
        (
            Some(Interval { low: (mean - DEVIATE * error).max(0.0), high: (mean + DEVIATE * error).min(1.0) }),
            Method::Normal,
        )
    } else {
        let mut chance = Chance::new(what, 0);
        let mut draw = || {
            let mut drawn = (0..people.len()).filter_map(|_| people.get(chance.below(people.len())));
            share(&mut drawn)
        };
        (middle((0..DRAWS).map(|_| draw()).collect()), Method::Bootstrap)
    };
    Some(Mean { mean, people: people.len(), interval, method })
}

/// Hedges' g of paired differences: their mean in standard deviations of the first values, corrected for few people; none where the
/// first values do not differ.
#[must_use]
pub fn hedges(pairs: &[(f64, f64)]) -> Option<f64> {
    let first: Vec<f64> = pairs.iter().map(|(first, _)| *first).collect();
    let differences: Vec<f64> = pairs.iter().map(|(first, second)| second - first).collect();
    let (centre, change) = (average(&first)?, average(&differences)?);
    let freedom = count(pairs.len()) - 1.0;
    let scatter: f64 = first.iter().map(|value| (value - centre) * (value - centre)).sum();
    let deviation = (scatter / freedom).sqrt();
    (freedom >= 1.0 && deviation > 1e-9).then(|| change / deviation * (1.0 - 3.0 / (4.0 * freedom - 1.0)))
}

/// The correlation of pairs, −1 to 1; none where one side does not vary.
#[must_use]
pub fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let first = average(&pairs.iter().map(|(first, _)| *first).collect::<Vec<_>>())?;
    let second = average(&pairs.iter().map(|(_, second)| *second).collect::<Vec<_>>())?;
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(a, b)| of(a - first, b - second)).sum::<f64>();
    let (both, one, other) = (sum(&|a, b| a * b), sum(&|a, _| a * a), sum(&|_, b| b * b));
    (one > 1e-9 && other > 1e-9).then(|| both / (one * other).sqrt())
}

/// How dependable scores are where each person played other scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// People with two scores or more.
    pub people: usize,
    /// Harmonic mean of the scores a person has.
    pub each: f64,
    /// Share of what differs between people's means that people, and not the situations they met, explain: 0 to 1.
    pub dependability: f64,
    /// Its 95 % interval, by drawing people.
    pub interval: Option<Interval>,
    /// Standard error of one person's mean, in the units of the scores.
    pub error: f64,
    /// Scores a person needs for a dependability of .70; none where people do not differ beyond chance.
    pub needed: Option<u64>,
}

/// The dependability of people's mean scores, by a one-way analysis of variance of unequal groups: situations are nested in people, so
/// that what is hard about a situation counts as error, as it must for a standard. None with fewer than ten people who have two scores.
#[must_use]
pub fn reliability(people: &[Moments]) -> Option<Reliability> {
    let people: Vec<Moments> = people.iter().filter(|person| person.n >= 2).copied().collect();
    if people.len() < FEWEST_DRAWN {
        return None;
    }
    let (between, within) = components(&people)?;
    let each = count(people.len()) / people.iter().map(|person| 1.0 / real(person.n)).sum::<f64>();
    let share = |between: f64, within: f64| between / (between + within / each).max(1e-12);
    let mut chance = Chance::new("report: dependability", 0);
    let draw = |chance: &mut Chance| -> Option<f64> {
        let drawn: Vec<Moments> =
            (0..people.len()).filter_map(|_| people.get(chance.below(people.len())).copied()).collect();
        components(&drawn).map(|(between, within)| share(between, within))
    };
    let drawn: Vec<f64> = (0..DRAWS).filter_map(|_| draw(&mut chance)).collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number, rounded up")]
    let needed = (between > 1e-9).then(|| (within / between * 0.7 / 0.3).ceil().max(1.0) as u64);
    Some(Reliability {
        people: people.len(),
        each,
        dependability: share(between, within),
        interval: middle(drawn),
        error: (within / each).sqrt(),
        needed,
    })
}

/// Variance between people, never below nothing, and within; none where nothing is left to estimate it from.
fn components(people: &[Moments]) -> Option<(f64, f64)> {
    let all = people.iter().fold(Moments::default(), |mut all, person| {
        all.merge(*person);
        all
    });
    let (groups, n, mean) = (count(people.len()), real(all.n), all.mean()?);
    if groups < 2.0 || n <= groups {
        return None;
    }
    let within = people.iter().map(Moments::scatter).sum::<f64>() / (n - groups);
    let distance = |person: &Moments| person.mean().map_or(0.0, |own| real(person.n) * (own - mean) * (own - mean));
    let between = people.iter().map(distance).sum::<f64>() / (groups - 1.0);
    let size = (n - people.iter().map(|person| real(person.n * person.n)).sum::<f64>() / n) / (groups - 1.0);
    Some((((between - within) / size).max(0.0), within))
}

/// Which of a list of counts of people are held back where their total is known: those under five, and where that leaves only one, the
/// next smallest as well, so that none can be worked out. Nothing at all is no secret.
#[must_use]
pub fn held_back(counts: &[u64]) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..FEWEST).contains(count)).collect();
    if hidden.iter().filter(|hidden| **hidden).count() == 1 {
        let next = counts.iter().zip(&hidden).enumerate().filter(|(_, (count, hidden))| **count > 0 && !**hidden);
        if let Some((at, _)) = next.min_by_key(|(_, (count, _))| **count)
            && let Some(cell) = hidden.get_mut(at)
        {
            *cell = true;
        }
    }
    hidden
}

/// The same for a table whose rows and columns have known totals.
#[must_use]
pub fn held_back_in_table(rows: &[Vec<u64>]) -> Vec<Vec<bool>> {
    let mut hidden: Vec<Vec<bool>> =
        rows.iter().map(|row| row.iter().map(|count| (1..FEWEST).contains(count)).collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    // Each round hides at least one more cell, so this ends.
    loop {
        let lines = (0..rows.len()).map(|row| (0..width).map(|column| (row, column)).collect::<Vec<_>>());
        let columns = (0..width).map(|column| (0..rows.len()).map(|row| (row, column)).collect::<Vec<_>>());
        let cell = |row: usize, column: usize| rows.get(row).and_then(|cells| cells.get(column)).copied();
        let is_hidden =
            |(row, column): &(usize, usize)| hidden.get(*row).and_then(|cells| cells.get(*column)) == Some(&true);
        let next = lines.chain(columns).find_map(|line| {
            if line.iter().filter(|place| is_hidden(place)).count() != 1 {
                return None;
            }
            let open = line.into_iter().filter(|place| !is_hidden(place));
            open.filter_map(|(row, column)| {
                cell(row, column).filter(|count| *count > 0).map(|count| (count, row, column))
            })
            .min()
        });
        let Some((_, row, column)) = next else { return hidden };
        if let Some(cell) = hidden.get_mut(row).and_then(|cells| cells.get_mut(column)) {
            *cell = true;
        }
    }
}

/// The middle 95 % of draws (quantiles of type 7).
fn middle(mut draws: Vec<f64>) -> Option<Interval> {
    draws.sort_by(f64::total_cmp);
    Some(Interval { low: quantile(&draws, 0.025)?, high: quantile(&draws, 0.975)? })
}

/// A quantile of sorted values, type 7 of Hyndman and Fan.
#[must_use]
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * (count(sorted.len()) - 1.0).max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
    let below = place.floor() as usize;
    let (low, high) = (*sorted.get(below)?, *sorted.get(below + 1).or(sorted.last())?);
    Some(low + (place - place.floor()) * (high - low))
}

fn average(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

/// A number of people as a real number.
fn count(people: usize) -> f64 {
    real(people as u64)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test that is wrong may panic")]
mod tests {
    use super::*;

    #[test]
    fn wilson_is_as_published() {
        for ((k, n), (low, high)) in [
            ((8, 10), (0.4902, 0.9433)),
            ((0, 5), (0.0, 0.4345)),
            ((5, 5), (0.5655, 1.0)),
            ((27, 40), (0.5202, 0.7992)),
        ] {
            let found = wilson(k, n).expect("an interval");
            assert!((found.low - low).abs() < 1e-4 && (found.high - high).abs() < 1e-4, "{k} of {n}: {found:?}");
        }
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn fewer_than_ten_people_have_a_mean_and_no_interval() {
        let few = mean(&[50.0; 9], "test").expect("a mean");
        assert_eq!((few.people, few.interval, few.method), (9, None, Method::TooFew));
        let values: Vec<f64> = (0..40).map(f64::from).collect();
        let many = mean(&values, "test").expect("a mean");
        let interval = many.interval.expect("an interval");
        // The standard error is 1.85.
        assert!(
            (interval.low - (19.5 - 3.6)).abs() < 0.4 && (interval.high - (19.5 + 3.6)).abs() < 0.4,
            "{interval:?}"
        );
        assert_eq!(mean(&values, "test"), mean(&values, "test"), "the same draws each time");
        assert_eq!(mean(&[], "test"), None);
    }

    #[test]
    fn dependability_is_high_where_people_differ_and_nothing_where_they_do_not() {
        let person = |scores: &[u16]| {
            let mut moments = Moments::default();
            for score in scores {
                moments.add(*score);
            }
            moments
        };
        let differ: Vec<Moments> = (0..12).map(|n| person(&[n * 50 + 10, n * 50, n * 50 + 5])).collect();
        let found = reliability(&differ).expect("enough people");
        assert!(found.dependability > 0.99 && found.needed == Some(1), "{found:?}");
        let alike: Vec<Moments> = (0..12).map(|_| person(&[100, 500, 900])).collect();
        let found = reliability(&alike).expect("enough people");
        assert!(found.dependability.abs() < 1e-9 && found.needed.is_none(), "{found:?}");
        assert_eq!(reliability(&differ[..9]), None);
    }

    #[test]
    fn the_balanced_case_is_the_published_one() {
        // measurement.md 2: six people, four items. Nested in people, items and residue are one error:
        // MS between .3711 × 4 …: the intraclass correlation (1,4) of the same matrix, computed by hand.
        let rows = [[2, 3, 2, 3], [1, 2, 1, 1], [3, 3, 2, 3], [2, 2, 2, 1], [0, 1, 1, 1], [3, 2, 3, 3]];
        let moments = rows.map(|row| {
            let mut moments = Moments::default();
            for score in row {
                moments.add(score);
            }
            moments
        });
        let (between, within) = components(&moments).expect("components");
        // MS between = 2.841667, MS within = 0.263889.
        assert!((within - 0.263_888_9).abs() < 1e-6 && (between - (2.841_666_7 - 0.263_888_9) / 4.0).abs() < 1e-6);
    }

    #[test]
    fn a_single_small_cell_takes_the_next_smallest_with_it() {
        assert_eq!(held_back(&[20, 3, 9, 0]), [false, true, true, false]);
        assert_eq!(held_back(&[20, 3, 2, 9]), [false, true, true, false]);
        assert_eq!(held_back(&[20, 9]), [false, false]);
    }

    #[test]
    fn no_row_and_no_column_hides_exactly_one_cell() {
        let table = vec![vec![9, 3, 12], vec![8, 20, 7], vec![6, 11, 4]];
        let hidden = held_back_in_table(&table);
        for line in 0..3 {
            let row = hidden[line].iter().filter(|cell| **cell).count();
            let column = hidden.iter().filter(|cells| cells[line]).count();
            assert!(row != 1 && column != 1, "{hidden:?}");
        }
        assert!(hidden[0][1] && hidden[2][2]);
    }

    #[test]
    fn effects_and_correlations_need_something_that_varies() {
        let pairs: Vec<(f64, f64)> = (0..20).map(|n| (f64::from(n), f64::from(n) + 5.0)).collect();
        assert!((correlation(&pairs).expect("one") - 1.0).abs() < 1e-9);
        // 5 ÷ 5.916, corrected by 1 − 3 ÷ 75.
        assert!((hedges(&pairs).expect("one") - 5.0 / 5.916_079_783 * 0.96).abs() < 1e-6);
        assert_eq!(hedges(&[(1.0, 2.0), (1.0, 3.0)]), None);
        assert_eq!(correlation(&[(1.0, 2.0), (1.0, 3.0)]), None);
    }
}
