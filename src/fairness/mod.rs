//! Whether a group deals alike with people who have the very same case. One half of the attempts met the scenario's own customer, the
//! other a twin, by chance; what differs between the halves is told with how sure it is. Nothing is said about single people, and
//! nothing about halves of fewer than five.

mod draw;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::scenario::{BeatId, CompetencyId, FormId};
use crate::score::Scorecard;

/// Halves with fewer attempts than this are held back: single people could be seen through them.
pub const FEWEST: usize = 5;
/// Most decisions that are told, those with the largest difference.
const DECISIONS: usize = 5;

/// One person's first finished attempt.
#[derive(Clone, Debug)]
pub struct Met {
    /// The twin that was met; none for the scenario's own customer.
    pub twin: Option<FormId>,
    /// What it earned.
    pub card: Scorecard,
}

/// How a group dealt with the scenario's own customer and with one twin.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The twin.
    pub twin: FormId,
    /// Attempts that met the scenario's own customer, and the twin.
    pub attempts: (usize, usize),
    /// What differs; none where a half has fewer than [`FEWEST`] attempts with a score.
    pub differences: Option<Vec<Difference>>,
    /// The decisions with the largest difference, in points of 100; none where halves are too small.
    pub decisions: Vec<AtBeat>,
}

/// A difference between the halves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The competency; none for the overall score.
    pub competency: Option<CompetencyId>,
    /// Attempts with this score in each half.
    pub attempts: (usize, usize),
    /// Mean of each half, 0–100.
    pub means: (f64, f64),
    /// How much more the scenario's own customer got, −100 to 100, and the 95 % interval (bootstrap, percentiles).
    pub more: f64,
    /// Its 95 % interval.
    pub interval: (f64, f64),
    /// How often halves drawn by lot would differ as much or more (permutation test, two-sided), Holm's correction over the
    /// differences of the pair.
    pub p: f64,
}

/// A decision at which the halves differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AtBeat {
    /// Where.
    pub beat: BeatId,
    /// Attempts that came to it, in each half.
    pub attempts: (usize, usize),
    /// Mean share earned of what could be earned there, 0–100, in each half.
    pub means: (f64, f64),
}

/// Compares each twin with the scenario's own customer. Attempts in forms that are no twins are left out by the caller.
#[must_use]
pub fn pairs(met: &[Met]) -> Vec<Pair> {
    let twins: BTreeSet<&FormId> = met.iter().filter_map(|one| one.twin.as_ref()).collect();
    let half = |twin: Option<&FormId>| -> Vec<&Scorecard> {
        met.iter().filter(|one| one.twin.as_ref() == twin).map(|one| &one.card).collect()
    };
    let own = half(None);
    twins.into_iter().map(|twin| pair(twin, &own, &half(Some(twin)))).collect()
}

fn pair(twin: &FormId, own: &[&Scorecard], other: &[&Scorecard]) -> Pair {
    let mut differences: Vec<Difference> = Vec::new();
    let overall = |card: &&Scorecard| card.overall.map(shown);
    differences.extend(difference(None, &scores(own, overall), &scores(other, overall)));
    let competencies = own.first().map(|card| card.competencies.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    for id in competencies.unwrap_or_default() {
        let of = |card: &&Scorecard| {
            card.competencies.iter().find(|one| one.id == id && one.enough).and_then(|one| one.score).map(shown)
        };
        differences.extend(difference(Some(id.clone()), &scores(own, of), &scores(other, of)));
    }
    correct(&mut differences);
    Pair {
        twin: twin.clone(),
        attempts: (own.len(), other.len()),
        decisions: decisions(own, other),
        differences: (!differences.is_empty()).then_some(differences),
    }
}

fn shown(score: u16) -> f64 {
    f64::from(score) / 10.0
}

fn scores(half: &[&Scorecard], of: impl Fn(&&Scorecard) -> Option<f64>) -> Vec<f64> {
    half.iter().filter_map(of).collect()
}

fn difference(competency: Option<CompetencyId>, own: &[f64], other: &[f64]) -> Option<Difference> {
    if own.len() < FEWEST || other.len() < FEWEST {
        return None;
    }
    let means = (mean(own), mean(other));
    Some(Difference {
        competency,
        attempts: (own.len(), other.len()),
        means,
        more: means.0 - means.1,
        interval: draw::interval(own, other),
        p: draw::permutation(own, other),
    })
}

/// Holm 1979: the smallest of m chances counts m times, the next m − 1 times, and none less than the one before it.
fn correct(differences: &mut [Difference]) {
    let mut order: Vec<usize> = (0..differences.len()).collect();
    let p = |differences: &[Difference], at: usize| differences.get(at).map_or(1.0, |one| one.p);
    order.sort_by(|one, other| p(differences, *one).total_cmp(&p(differences, *other)));
    let mut least = 0.0_f64;
    for (rank, at) in order.iter().enumerate() {
        let times = u32::try_from(order.len() - rank).unwrap_or(u32::MAX);
        if let Some(one) = differences.get_mut(*at) {
            least = least.max((one.p * f64::from(times)).min(1.0));
            one.p = least;
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / f64::from(u32::try_from(values.len().max(1)).unwrap_or(u32::MAX))
}

/// The decisions with the largest difference, among those that enough of both halves came to.
fn decisions(own: &[&Scorecard], other: &[&Scorecard]) -> Vec<AtBeat> {
    let shares = |half: &[&Scorecard]| {
        let mut shares: BTreeMap<BeatId, Vec<f64>> = BTreeMap::new();
        for evidence in half.iter().flat_map(|card| &card.evidence) {
            let (earned, best) = evidence
                .levels
                .iter()
                .fold((0, 0), |(earned, best), level| (earned + u32::from(level.earned), best + u32::from(level.best)));
            if best > 0 {
                shares.entry(evidence.beat.clone()).or_default().push(100.0 * f64::from(earned) / f64::from(best));
            }
        }
        shares
    };
    let (own, other) = (shares(own), shares(other));
    let mut found: Vec<AtBeat> = own
        .iter()
        .filter_map(|(beat, shares)| {
            let others = other.get(beat)?;
            (shares.len() >= FEWEST && others.len() >= FEWEST).then(|| AtBeat {
                beat: beat.clone(),
                attempts: (shares.len(), others.len()),
                means: (mean(shares), mean(others)),
            })
        })
        .collect();
    let gap = |one: &AtBeat| (one.means.0 - one.means.1).abs();
    found.sort_by(|one, other| gap(other).total_cmp(&gap(one)));
    found.truncate(DECISIONS);
    found
}
