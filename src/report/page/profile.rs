//! The competency profile: for each competency where people are, how they are spread, and how many reach the standard.

use serde::Serialize;

use super::text::{Line, counted, ends, figure, of_people, percent, say, strong, whole};
use super::{Desk, words};
use crate::report::statistics::{FEWEST_DRAWN, Interval, Mean, mean, quantile, wilson};
use crate::report::summary::Points;
use crate::rubric::Competency;
use crate::scenario::CompetencyId;
use crate::words::keys;

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
    /// People with enough decisions to have a score.
    pub people: u64,
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

/// The scores of people with enough decisions, 0–100, in no order.
pub(super) fn scores(desk: &Desk<'_>, competency: &str) -> Vec<f64> {
    let least = u64::from(desk.inputs.rubric.pass.decisions);
    let id = CompetencyId::from(competency);
    let points = desk.people.iter().filter_map(|person| person.points.get(&id));
    points.filter(|points| points.decisions >= least).filter_map(Points::share).collect()
}

fn one(desk: &Desk<'_>, competency: &Competency) -> Profile {
    let mut scores = scores(desk, &competency.id);
    scores.sort_by(f64::total_cmp);
    let people = scores.len() as u64;
    let shown = people >= desk.fewest();
    let found = shown.then(|| mean(&scores, &format!("report: {}", competency.id))).flatten();
    let (dots, per_dot) = if shown { dots(&scores) } else { (Vec::new(), 1.0) };
    let pass = f64::from(desk.inputs.rubric.pass.overall) / 10.0;
    let reach = scores.iter().filter(|score| **score >= pass).count() as u64;
    Profile {
        competency: competency.id.clone(),
        name: desk.competency(&competency.id),
        definition: desk.inputs.words.rubric().definition(competency).to_owned(),
        mean: found.map(|found| found.mean),
        interval: found.and_then(|found| found.interval),
        people,
        told: told(&dots, found.as_ref()),
        value: value(desk, found.as_ref()),
        standard: if desk.is_own() { String::new() } else { standard(shown, reach, people) },
        dots,
        per_dot,
    }
}

fn value(desk: &Desk<'_>, found: Option<&Mean>) -> String {
    match found {
        None => "not enough evidence".to_owned(),
        Some(found) if desk.is_own() => {
            #[expect(clippy::cast_possible_truncation, reason = "a score of at most 1000")]
            let band = desk.inputs.rubric.band((found.mean * 10.0).round() as i32);
            format!("{} · {}", desk.inputs.words.text(keys::band(band)), whole(found.mean))
        }
        Some(found) => match found.interval {
            Some(interval) => format!("{} ({})", whole(found.mean), ends(interval)),
            None => format!("{} (no interval below {FEWEST_DRAWN} people)", whole(found.mean)),
        },
    }
}

fn standard(shown: bool, reach: u64, people: u64) -> String {
    if !shown {
        return "too few people".to_owned();
    }
    let told = of_people(reach, people);
    match wilson(reach, people).filter(|_| told == format!("{reach} of {people}")) {
        Some(interval) => format!("{told} at standard ({} to {})", whole(interval.low * 100.0), percent(interval.high)),
        None => format!("{told} at standard"),
    }
}

/// Scores that stand for everybody without showing the last person at either end, where there are many.
fn dots(sorted: &[f64]) -> (Vec<f64>, f64) {
    if sorted.len() < FEWEST_DRAWN {
        return (Vec::new(), 1.0);
    }
    if sorted.len() <= MOST_DOTS {
        return (sorted.iter().map(|score| score.round()).collect(), 1.0);
    }
    let at = |n: u32| quantile(sorted, (f64::from(n) + 0.5) / f64::from(SHARED_DOTS)).map(f64::round);
    let people = f64::from(u32::try_from(sorted.len()).unwrap_or(u32::MAX));
    ((0..SHARED_DOTS).filter_map(at).collect(), people / f64::from(SHARED_DOTS))
}

fn told(dots: &[f64], found: Option<&Mean>) -> String {
    let Some(found) = found else { return "No picture: not enough evidence.".to_owned() };
    let quarter = |share| quantile(dots, share).map(whole).unwrap_or_default();
    let mut told = format!("Mean {} of 100", whole(found.mean));
    if let Some(interval) = found.interval {
        told += &format!(", 95 % interval {}", ends(interval));
    }
    if !dots.is_empty() {
        told += &format!("; half of the people lie between {} and {}", quarter(0.25), quarter(0.75));
    }
    told + "."
}

/// How dependable the scores are, in words.
pub(super) fn dependable(desk: &Desk<'_>) -> Vec<Line> {
    let Some(found) = desk.reliability else {
        return vec![vec![
            say(
                "How dependable these scores are cannot be said yet: that takes ten people with two scored attempts each. ",
            ),
            strong("Read them as a beginning, and rank nobody by them."),
        ]];
    };
    let dependability = format!(".{:02}", (found.dependability * 100.0).round().min(99.0));
    let interval = found.interval.map_or_else(String::new, |interval| {
        format!(
            ", 95 % interval .{:02} to .{:02}",
            (interval.low * 100.0).round().min(99.0),
            (interval.high * 100.0).round().min(99.0)
        )
    });
    let mut lines = Vec::new();
    if desk.is_own() {
        let off = 1.96 * found.error * found.each.sqrt() / 10.0;
        lines.push(vec![
            say("One conversation says little: with the same skill, another scenario could have given you "),
            figure(format!("±{} points", whole(off)), "how-dependable"),
            say(format!(
                " (from the attempts of {}). Read the decisions: they are worth more than the number.",
                counted(found.people as u64, "person", "people")
            )),
        ]);
        return lines;
    }
    // As it is shown, so that the words fit the number.
    let use_for = match (found.dependability * 100.0).round() / 100.0 {
        share if share >= 0.70 => "fair for groups and for one's own development, never for ranking people",
        share if share >= 0.60 => "fair for groups, not for ranking people",
        _ => "too low even for groups: read the decisions, not the digits",
    };
    lines.push(vec![
        say("Dependability "),
        figure(format!("{dependability}{interval}"), "how-dependable"),
        say(format!(" with {:.1} attempts a person: ", found.each)),
        strong(format!("{use_for}.")),
    ]);
    if found.interval.is_some_and(|interval| interval.low < 0.5) {
        lines.push(words("With so wide an interval even that is not sure."));
    }
    lines.push(match found.needed {
        Some(needed) => words(format!(
            "For .70 it takes {} a person on different scenarios.",
            counted(needed, "first attempt", "first attempts")
        )),
        None => words("People here do not differ beyond what the scenarios do; more attempts would not change that."),
    });
    lines
}
