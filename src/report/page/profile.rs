//! The competency profile: for each competency where people are, how they are spread, and how many reach the standard.

use serde::Serialize;

use super::Desk;
use super::figures::{FEWEST_DRAWN, Figure, mean, wilson};
use super::sentences::band_name;
use super::shown::Behind;
use super::text::{Line, whole};
use crate::measurement::Interval;
use crate::measurement::interval::quantile;
use crate::report::summary::{Person, Points};
use crate::rubric::Competency;
use crate::scenario::CompetencyId;

/// More people than this share dots.
const MOST_DOTS: usize = 300;
/// Dots where people share them.
const SHARED_DOTS: u32 = 100;

/// One competency.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Profile {
    /// Its id.
    pub competency: String,
    /// Its name.
    pub name: String,
    /// What it means.
    pub definition: String,
    /// Mean score over people, 0–100; none where there are too few.
    pub mean: Option<f64>,
    /// Its 95 % interval.
    pub interval: Option<Interval>,
    /// People with enough decisions to have a score; none where so few would be told of.
    pub people: Option<u64>,
    /// Scores in order, 0–100: of each person, or of hundredths of them where there are more than 300. None with fewer than ten people.
    pub dots: Vec<f64>,
    /// How many people a dot stands for.
    pub per_dot: f64,
    /// Mean and interval in words.
    pub value: String,
    /// How many reach the standard, in words.
    pub standard: String,
    /// What the picture shows, in words.
    pub told: String,
}

pub(super) fn profile(desk: &Desk<'_>) -> Vec<Profile> {
    desk.inputs.rubric.competencies.iter().map(|competency| one(desk, competency)).collect()
}

/// The scores of those of these people who have enough decisions, 0–100, in no order.
pub(super) fn scores(desk: &Desk<'_>, people: &[&Person], competency: &str) -> Vec<f64> {
    let least = u64::from(desk.inputs.rubric.pass.decisions);
    let id = CompetencyId::from(competency);
    let points = people.iter().filter_map(|person| person.points.get(&id));
    points.filter(|points| points.decisions >= least).filter_map(Points::share).collect()
}

fn one(desk: &Desk<'_>, competency: &Competency) -> Profile {
    let mut scores = scores(desk, &desk.people, &competency.id);
    scores.sort_by(f64::total_cmp);
    let people = scores.len() as u64;
    let everybody = self::scores(desk, &desk.everybody, &competency.id);
    let shown = desk.may_show(Behind { own: people, all: everybody.len() as u64 });
    let found = if shown { mean(&scores) } else { None };
    let (dots, per_dot) = if shown { dots(&scores) } else { (Vec::new(), 1.0) };
    Profile {
        competency: competency.id.clone(),
        name: desk.competency(&competency.id),
        definition: desk.inputs.words.rubric().definition(competency).to_owned(),
        mean: found.map(|found| found.value),
        interval: found.and_then(|found| found.interval),
        people: shown.then_some(people),
        told: told(desk, &dots, found.as_ref()),
        value: value(desk, found.as_ref()),
        standard: if desk.is_own() { String::new() } else { standard(desk, &scores, &everybody) },
        dots,
        per_dot,
    }
}

fn value(desk: &Desk<'_>, found: Option<&Figure>) -> String {
    match found {
        None => desk.pen.text("report-no-evidence"),
        Some(found) if desk.is_own() => [band_name(desk, found.value), whole(found.value)].join(" · "),
        Some(found) => match found.interval {
            Some(interval) => desk.pen.with(&whole(found.value), &desk.pen.ends(interval)),
            None => whole(found.value),
        },
    }
}

/// How many reach the standard.
fn standard(desk: &Desk<'_>, own: &[f64], everybody: &[f64]) -> String {
    let pass = f64::from(desk.inputs.rubric.pass.overall) / 10.0;
    let reach = |scores: &[f64]| scores.iter().filter(|score| **score >= pass).count() as u64;
    let (reach, among) = (
        Behind { own: reach(own), all: reach(everybody) },
        Behind { own: own.len() as u64, all: everybody.len() as u64 },
    );
    if !desk.may_show(among) {
        return desk.pen.text("report-too-few");
    }
    let (counted, is_told) = desk.of_people(reach, among);
    let interval = wilson(reach.own, among.own).filter(|_| is_told);
    let counted = match interval.map(|ends| [ends.lower, ends.upper].map(|end| whole(end * 100.0))) {
        Some([low, high]) => {
            let ends = desk.pen.format("report-percents", &[("low", (&low).into()), ("high", (&high).into())]);
            desk.pen.with(&counted, &ends)
        }
        None => counted,
    };
    desk.pen.format("report-at-standard", &[("people", (&counted).into())])
}

/// Scores that stand for everybody without showing the last person at either end, where there are many.
fn dots(sorted: &[f64]) -> (Vec<f64>, f64) {
    if sorted.len() < FEWEST_DRAWN {
        return (Vec::new(), 1.0);
    }
    if sorted.len() <= MOST_DOTS {
        return (sorted.iter().map(|score| score.round()).collect(), 1.0);
    }
    let at = |n: u32| quantile(sorted, (f64::from(n) + 0.5) / f64::from(SHARED_DOTS)).ok().map(f64::round);
    let people = f64::from(u32::try_from(sorted.len()).unwrap_or(u32::MAX));
    ((0..SHARED_DOTS).filter_map(at).collect(), people / f64::from(SHARED_DOTS))
}

fn told(desk: &Desk<'_>, dots: &[f64], found: Option<&Figure>) -> String {
    let pen = &desk.pen;
    let Some(found) = found else { return pen.text("report-told-nothing") };
    let mean = whole(found.value);
    let mut told = match found.interval {
        Some(interval) => {
            let ends = pen.ends(interval);
            pen.format("report-told-interval", &[("mean", (&mean).into()), ("interval", (&ends).into())])
        }
        None => pen.format("report-told-mean", &[("mean", (&mean).into())]),
    };
    if let (Ok(lower), Ok(upper)) = (quantile(dots, 0.25), quantile(dots, 0.75)) {
        let ends = [whole(lower), whole(upper)];
        let [low, high] = &ends;
        told = format!("{told} {}", pen.format("report-told-half", &[("low", low.into()), ("high", high.into())]));
    }
    told
}

/// How dependable the scores are, in words.
pub(super) fn dependable(desk: &Desk<'_>) -> Vec<Line> {
    let pen = &desk.pen;
    let Some(found) = desk.reliability else { return vec![pen.line("report-dependable-unknown", &[])] };
    if desk.is_own() {
        let off = whole(1.96 * found.error() / 10.0);
        let people = pen.counted("report-people", found.parts.people as u64);
        return vec![pen.line("report-dependable-own", &[("off", (&off).into()), ("people", (&people).into())])];
    }
    // As it is shown, so that the words fit the number.
    let key = match (found.dependability * 100.0).round() / 100.0 {
        share if share >= 0.70 => "report-dependable-fair",
        share if share >= 0.60 => "report-dependable-groups",
        _ => "report-dependable-low",
    };
    let share = pen.fraction(found.dependability);
    let share = found.interval.map_or_else(|| share.clone(), |ends| pen.with(&share, &pen.fractions(ends)));
    let each = pen.decimals(found.parts.per_person, 1);
    let mut lines = vec![pen.line(key, &[("share", (&share).into()), ("each", (&each).into())])];
    if found.interval.is_some_and(|interval| interval.lower < 0.5) {
        lines.push(pen.line("report-dependable-unsure", &[]));
    }
    lines.push(match found.needed {
        Some(needed) => {
            pen.line("report-dependable-needed", &[("firsts", (&pen.counted("report-firsts", needed)).into())])
        }
        None => pen.line("report-dependable-alike", &[]),
    });
    lines
}
