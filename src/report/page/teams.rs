//! Teams beside each other: cohorts of enough people, each drawn towards the mean of all by as much as it rests on chance, and told apart
//! only where chance would not do.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figures::{FEWEST_DRAWN, PLAN, mean};
use super::shown::is_shown;
use super::text::{Line, name, signed, whole};
use super::{Desk, Reader};
use crate::measurement::adjust::holm;
use crate::measurement::effect::{Shrunk, shrink, welch};
use crate::measurement::interval::difference_of_means;
use crate::measurement::privacy::{self, Nobody, Shown};
use crate::report::summary::Person;

/// What is held against this is told apart.
const CHANCE: f64 = 0.05;

/// The comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Teams {
    /// What it comes to, in words.
    pub lines: Vec<Line>,
    /// The teams that may be shown, by name.
    pub rows: Vec<Team>,
}

/// One team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// People.
    pub people: usize,
    /// Its own mean, with its interval.
    pub mean: String,
    /// The mean to go by.
    pub shrunk: String,
    /// Its mean minus that of everybody else, with its interval.
    pub difference: String,
    /// Whether it can be told apart.
    pub verdict: String,
    /// The chance of such a difference where there is none, corrected for looking at all teams.
    pub p: Option<f64>,
}

/// Each person's mean score, by the one cohort they belong to.
fn members(people: &[&Person]) -> BTreeMap<Option<String>, Vec<f64>> {
    let mut teams: BTreeMap<Option<String>, Vec<f64>> = BTreeMap::new();
    for person in people {
        let Some(score) = person.overall.mean() else { continue };
        let team = (person.cohorts.len() == 1).then(|| person.cohorts.first().cloned()).flatten();
        teams.entry(team).or_default().push(score / 10.0);
    }
    for scores in teams.values_mut() {
        scores.sort_by(f64::total_cmp);
    }
    teams
}

pub(super) fn teams(desk: &Desk<'_>) -> Teams {
    let all = members(&desk.people);
    if desk.inputs.reader != Reader::Organisation || all.keys().all(Option::is_none) {
        return Teams::default();
    }
    let counts: Vec<usize> = all.values().map(Vec::len).collect();
    let shown = privacy::list(&counts, Nobody::Told).map(|(shown, _)| shown).unwrap_or_default();
    let told: Vec<(&str, &Vec<f64>)> = all
        .iter()
        .zip(&shown)
        .filter(|(_, shown)| is_shown(Some(shown)))
        .filter_map(|((name, scores), _)| Some((name.as_deref()?, scores)))
        .collect();
    let mut lines = Vec::new();
    let rows = if told.iter().filter(|(_, scores)| scores.len() >= FEWEST_DRAWN).count() < 2 {
        lines.push(desk.pen.line("report-teams-few", &[("n", FEWEST_DRAWN.into())]));
        Vec::new()
    } else {
        rows(desk, &told, &all)
    };
    let apart = rows.iter().filter(|row| row.p.is_some_and(|p| p < CHANCE)).count() as u64;
    if apart > 0 {
        let count = desk.pen.grouped(apart);
        lines.push(desk.pen.line("report-teams-apart", &[("n", apart.into()), ("count", (&count).into())]));
    } else if !rows.is_empty() {
        lines.push(desk.pen.line("report-teams-alike", &[]));
    }
    if shown.iter().any(|shown| !matches!(shown, Shown::Count(_))) {
        lines.push(desk.pen.line("report-teams-held", &[]));
    }
    Teams { lines, rows }
}

fn rows(desk: &Desk<'_>, told: &[(&str, &Vec<f64>)], all: &BTreeMap<Option<String>, Vec<f64>>) -> Vec<Team> {
    let shrunk = shrink(&told.iter().map(|(_, scores)| (*scores).clone()).collect::<Vec<_>>()).unwrap_or_default();
    let others: Vec<Vec<f64>> = told
        .iter()
        .map(|(name, _)| {
            let others = all.iter().filter(|(other, _)| other.as_deref() != Some(*name));
            let mut others: Vec<f64> = others.flat_map(|(_, scores)| scores).copied().collect();
            others.sort_by(f64::total_cmp);
            others
        })
        .collect();
    let tested: Vec<Option<f64>> = told
        .iter()
        .zip(&others)
        .map(|((_, scores), others)| {
            let enough = scores.len().min(others.len()) >= FEWEST_DRAWN;
            welch(scores, others, PLAN.confidence).ok().filter(|_| enough).map(|test| test.p)
        })
        .collect();
    let corrected = holm(&tested.iter().copied().flatten().collect::<Vec<_>>()).unwrap_or_default();
    let mut corrected = corrected.into_iter();
    let rows = told.iter().zip(&others).zip(&tested).enumerate();
    rows.map(|(at, (((name, scores), others), tested))| {
        let p = if tested.is_some() { corrected.next() } else { None };
        row(desk, name, scores, others, shrunk.get(at), p)
    })
    .collect()
}

fn row(desk: &Desk<'_>, team: &str, scores: &[f64], others: &[f64], shrunk: Option<&Shrunk>, p: Option<f64>) -> Team {
    let pen = &desk.pen;
    let own = mean(scores).map_or_else(String::new, |found| match found.interval {
        Some(interval) => pen.with(&whole(found.value), &pen.ends(interval)),
        None => whole(found.value),
    });
    let found = difference_of_means(scores, others, &PLAN).ok();
    let key = match (p, found.map(|found| found.value)) {
        (Some(p), Some(above)) if p < CHANCE && above > 0.0 => "report-team-above",
        (Some(p), Some(_)) if p < CHANCE => "report-team-below",
        (Some(_), _) => "report-team-alike",
        (None, _) => "report-team-few",
    };
    Team {
        name: name(team),
        people: scores.len(),
        mean: own,
        shrunk: shrunk.map_or_else(String::new, |shrunk| whole(shrunk.shrunk)),
        difference: found
            .map_or_else(|| "–".to_owned(), |found| pen.with(&signed(found.value), &pen.signed_ends(found.interval))),
        verdict: pen.format(key, &[("p", (&pen.chance(p.unwrap_or(1.0))).into())]),
        p,
    }
}
