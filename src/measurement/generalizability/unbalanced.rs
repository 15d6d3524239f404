//! People who met different situations. Where the sets overlap: Henderson's method 1, which sets the uncorrected sums of squares equal to
//! what is expected of them (Searle, S. R., Casella, G., & `McCulloch`, C. E. 1992. Variance components, section 5.3). With complete data
//! it gives what the analysis of variance gives. Where nobody shares a situation: the one-way analysis of variance.

use std::collections::BTreeMap;

use super::super::numbers::{positive, real};
use super::super::summary::Sums;
use super::super::{Refused, Result, at_least, finite};
use super::{Components, Design, components};

/// One score: who, in which situation, how much. People and situations are any numbers that tell them apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Who.
    pub person: usize,
    /// In which situation.
    pub situation: usize,
    /// How much.
    pub score: f64,
}

/// What is known of one person or one situation: its scores' sum, and how many it has with each of the others.
#[derive(Default)]
struct Side {
    sum: f64,
    met: BTreeMap<usize, usize>,
}

impl Side {
    fn count(&self) -> f64 {
        real(self.met.values().sum())
    }

    /// Σ of the squared counts over the count.
    fn crowding(&self) -> f64 {
        self.met.values().map(|count| real(*count).powi(2)).sum::<f64>() / self.count()
    }
}

/// The parts of the variance where people met different, perhaps overlapping sets of situations. Where no situation was met by two
/// people the design is nested.
///
/// # Errors
///
/// [`Refused::TooFew`] below two people or two situations, or fewer scores than would leave anything for the residual;
/// [`Refused::NoVariance`] where all scores are the same; [`Refused::NotANumber`]; [`Refused::NoSolution`] where the sets overlap so
/// little that people and situations cannot be told apart.
pub fn unbalanced(observations: &[Observation]) -> Result<Components> {
    finite(observations.iter().map(|one| &one.score))?;
    let mut people = BTreeMap::<usize, Side>::new();
    let mut situations = BTreeMap::<usize, Side>::new();
    // About their mean the scores' squares lose fewer digits; the estimates do not depend on where 0 lies.
    let centre = super::super::numbers::mean(&observations.iter().map(|one| one.score).collect::<Vec<_>>())?;
    for one in observations {
        let person = people.entry(one.person).or_default();
        person.sum += one.score - centre;
        *person.met.entry(one.situation).or_default() += 1;
        let situation = situations.entry(one.situation).or_default();
        situation.sum += one.score - centre;
        *situation.met.entry(one.person).or_default() += 1;
    }
    at_least(people.len(), 2)?;
    at_least(situations.len(), 2)?;
    if situations.values().all(|situation| situation.met.len() == 1) {
        return nested(&by_person(observations));
    }
    at_least(observations.len(), people.len() + situations.len())?;
    let whole: f64 = observations.iter().map(|one| (one.score - centre).powi(2)).sum();
    if whole <= 0.0 {
        return Err(Refused::NoVariance);
    }
    let solved = solve(expected(&people, &situations, whole)).ok_or(Refused::NoSolution)?;
    let counts: Vec<usize> = people.values().map(|person| person.met.values().sum()).collect();
    let complete = people.len() * situations.len() == observations.len()
        && people.values().all(|person| person.met.values().all(|count| *count == 1));
    let design = if complete { Design::Crossed } else { Design::Unbalanced };
    Ok(components(solved, design, &counts, situations.len()))
}

/// Three equations in person, situation and residual, the sum of squares last.
fn expected(people: &BTreeMap<usize, Side>, situations: &BTreeMap<usize, Side>, whole: f64) -> [[f64; 4]; 3] {
    let squared =
        |sides: &BTreeMap<usize, Side>| sides.values().map(|side| side.sum.powi(2) / side.count()).sum::<f64>();
    let crowded = |sides: &BTreeMap<usize, Side>| sides.values().map(Side::crowding).sum::<f64>();
    let all: f64 = people.values().map(Side::count).sum();
    let sum: f64 = people.values().map(|side| side.sum).sum();
    let mean = sum * sum / all;
    let spread = |sides: &BTreeMap<usize, Side>| sides.values().map(|side| side.count().powi(2)).sum::<f64>() / all;
    let (of_people, of_situations) = (squared(people), squared(situations));
    let (a, b) = (real(people.len()), real(situations.len()));
    // In a person's mean the situations are crowded, and the other way round.
    let (situation_in_people, person_in_situations) = (crowded(people), crowded(situations));
    let (person_in_mean, situation_in_mean) = (spread(people), spread(situations));
    [
        [all - person_in_mean, situation_in_people - situation_in_mean, a - 1.0, of_people - mean],
        [person_in_situations - person_in_mean, all - situation_in_mean, b - 1.0, of_situations - mean],
        [
            person_in_mean - person_in_situations,
            situation_in_mean - situation_in_people,
            all - a - b + 1.0,
            whole - of_people - of_situations + mean,
        ],
    ]
}

/// Cramer's rule; none where the equations do not determine the three.
fn solve(rows: [[f64; 4]; 3]) -> Option<[f64; 3]> {
    let column = |at: usize| rows.map(|row| row.get(at).copied().unwrap_or(0.0));
    let (first, second, third, right) = (column(0), column(1), column(2), column(3));
    let whole = determinant(first, second, third);
    let size =
        [first, second, third].iter().map(|column| column.iter().map(|v| v * v).sum::<f64>().sqrt()).product::<f64>();
    (whole.abs() > 1e-10 * size).then(|| {
        [
            determinant(right, second, third) / whole,
            determinant(first, right, third) / whole,
            determinant(first, second, right) / whole,
        ]
    })
}

fn determinant([a1, a2, a3]: [f64; 3], [b1, b2, b3]: [f64; 3], [c1, c2, c3]: [f64; 3]) -> f64 {
    a1 * (b2 * c3 - b3 * c2) - b1 * (a2 * c3 - a3 * c2) + c1 * (a2 * b3 - a3 * b2)
}

fn by_person(observations: &[Observation]) -> Vec<Vec<f64>> {
    let mut people = BTreeMap::<usize, Vec<f64>>::new();
    for one in observations {
        people.entry(one.person).or_default().push(one.score);
    }
    people.into_values().collect()
}

/// The parts of the variance where nobody shares a situation: each list holds one person's scores.
///
/// # Errors
///
/// As [`nested_sums`]; [`Refused::NotANumber`] too.
pub fn nested(people: &[Vec<f64>]) -> Result<Components> {
    finite(people.iter().flatten())?;
    nested_sums(&people.iter().map(|scores| scores.iter().copied().collect()).collect::<Vec<Sums>>())
}

/// The same from the running sums of each person's scores, so that the scores need not be kept. How hard the situations were is a part
/// of the residual. The same is the one-way analysis of variance of any groups: person stands for group then.
///
/// # Errors
///
/// [`Refused::TooFew`] below two people, for a person without scores, or where nobody has two; [`Refused::NoVariance`] where all
/// scores are the same.
pub fn nested_sums(people: &[Sums]) -> Result<Components> {
    at_least(people.len(), 2)?;
    let mut all = Sums::default();
    for person in people {
        at_least(person.count(), 1)?;
        all.merge(person);
    }
    at_least(all.count(), people.len() + 1)?;
    let whole = positive(all.squares())?;
    let within: f64 = people.iter().map(Sums::squares).sum();
    let counts: Vec<usize> = people.iter().map(Sums::count).collect();
    let scores = real(all.count());
    let groups = real(people.len()) - 1.0;
    let residual = within / (scores - real(people.len()));
    let crowded: f64 = counts.iter().map(|count| real(*count).powi(2)).sum();
    let typical = (scores - crowded / scores) / groups;
    let person = ((whole - within) / groups - residual) / typical;
    Ok(components([person, 0.0, residual], Design::Nested, &counts, all.count()))
}
