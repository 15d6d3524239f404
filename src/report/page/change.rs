//! What changed between the first measure and the second, with how sure that is, and the months beside it. Everybody who has both measures
//! is counted: to look only at those who began low would show a rise that nobody earned.

use std::collections::BTreeMap;

use serde::Serialize;

use super::text::{Line, counted, figure, say, signed, signed_ends, strong, whole};
use super::{Desk, words};
use crate::report::statistics::{FEWEST, FEWEST_DRAWN, Interval, correlation, hedges, mean};
use crate::report::summary::{Mark, Month, Person};
use crate::scenario::CompetencyId;

/// Fewest months that are called a trend.
const FEWEST_MONTHS: usize = 4;

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Change {
    /// Whether the two measures are a course's own pair, of matched difficulty and drawn by lot; else a person's first and latest scenario.
    pub paired: bool,
    /// Overall first, then each competency.
    pub rows: Vec<Changed>,
    /// What it comes to, in words.
    pub lines: Vec<Line>,
    /// The months with enough people.
    pub months: Vec<Point>,
}

/// How one score changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changed {
    /// Its name.
    pub name: String,
    /// People with both measures.
    pub people: u64,
    /// Mean of the first measure, 0–100.
    pub first: f64,
    /// Mean of the second.
    pub second: f64,
    /// Mean change.
    pub change: f64,
    /// Its 95 % interval.
    pub interval: Option<Interval>,
    /// Hedges' g.
    pub effect: Option<f64>,
    /// The change with its interval, in words.
    pub text: String,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Which one, as `2026-10`.
    pub month: String,
    /// Mean of people's overall scores, 0–100.
    pub mean: f64,
    /// Its 95 % interval.
    pub interval: Option<Interval>,
    /// People.
    pub people: u64,
}

impl Changed {
    /// Whether chance alone could not explain it, also as the interval is shown, in whole points.
    pub(super) fn is_clear(&self) -> bool {
        self.interval.is_some_and(|interval| interval.low.round() > 0.0 || interval.high.round() < 0.0)
    }
}

/// The first and the second measure of each person who has both.
pub(super) fn measures<'a>(desk: &Desk<'a>) -> (bool, Vec<(&'a Mark, &'a Mark)>) {
    let course = |person: &'a Person| {
        let both = person.before.iter().filter_map(|(course, before)| Some((before, person.after.get(course)?)));
        both.filter(|(before, after)| before.scenario != after.scenario).min_by_key(|(before, _)| before.when)
    };
    let paired: Vec<_> = desk.people.iter().filter_map(|person| course(person)).collect();
    if paired.len() as u64 >= desk.fewest() {
        return (true, paired);
    }
    let ends = |person: &'a Person| {
        let (first, last) = (person.earliest.as_ref()?, person.latest.as_ref()?);
        (first.scenario != last.scenario).then_some((first, last))
    };
    (false, desk.people.iter().filter_map(|person| ends(person)).collect())
}

pub(super) fn change(desk: &Desk<'_>) -> Change {
    let (paired, marks) = measures(desk);
    let of = |score: &dyn Fn(&Mark) -> Option<u16>| -> Vec<(f64, f64)> {
        let both = marks.iter().filter_map(|(first, second)| Some((score(first)?, score(second)?)));
        both.map(|(first, second)| (f64::from(first) / 10.0, f64::from(second) / 10.0)).collect()
    };
    let overall = of(&|mark| mark.overall);
    let mut rows: Vec<Changed> = Vec::new();
    rows.extend(changed(desk, "Overall", &overall));
    for competency in &desk.inputs.rubric.competencies {
        let id = CompetencyId::from(competency.id.as_str());
        let pairs = of(&|mark| mark.scores.get(&id).copied());
        rows.extend(changed(desk, &desk.competency(&competency.id), &pairs));
    }
    let months = if desk.is_own() { Vec::new() } else { months(&desk.people) };
    let lines = lines(desk, paired, &rows, &overall, months.len());
    Change { paired, rows, lines, months }
}

fn changed(desk: &Desk<'_>, name: &str, pairs: &[(f64, f64)]) -> Option<Changed> {
    if (pairs.len() as u64) < desk.fewest() {
        return None;
    }
    let differences: Vec<f64> = pairs.iter().map(|(first, second)| second - first).collect();
    let found = mean(&differences, &format!("report: change of {name}"))?;
    let average = |values: Vec<f64>| mean(&values, "").map_or(0.0, |found| found.mean);
    let text = match found.interval {
        Some(interval) => format!("{} ({})", signed(found.mean), signed_ends(interval)),
        None => signed(found.mean),
    };
    Some(Changed {
        name: name.to_owned(),
        people: pairs.len() as u64,
        first: average(pairs.iter().map(|(first, _)| *first).collect()),
        second: average(pairs.iter().map(|(_, second)| *second).collect()),
        change: found.mean,
        interval: found.interval,
        effect: found.interval.and_then(|_| hedges(pairs)),
        text,
    })
}

fn lines(desk: &Desk<'_>, paired: bool, rows: &[Changed], overall: &[(f64, f64)], months: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let Some(first) = rows.first() else {
        let need = if desk.is_own() {
            "a second scenario under assessment".to_owned()
        } else {
            format!("{FEWEST} people with two measures")
        };
        lines.push(words(format!("Nothing can be said about change yet: it takes {need}. Courses measure before and after on two matched scenarios.")));
        return lines;
    };
    lines.push(words(if paired {
        "Measured before and after on two scenarios of matched difficulty; a lot decided which came first, so over a group the two are worth the same.".to_owned()
    } else {
        "There is no course with a measure before and after here, so each person's earliest and latest first attempts are compared. They are different scenarios and not equally hard: read the difference with care.".to_owned()
    }));
    if desk.is_own() {
        lines.push(own_change(desk, first));
        return lines;
    }
    if first.interval.is_none() {
        lines.push(words(format!(
            "No interval: that takes {FEWEST_DRAWN} people with both measures, and here are {}.",
            first.people
        )));
    } else if let Some(effect) = first.effect {
        lines.push(vec![
            say("Effect size "),
            figure(format!("g = {effect:.2}").replace('-', "−"), "how-change"),
            say(" (0.2 is small, 0.5 middling, 0.8 large). Without a group that was not trained, nobody can say that the training did it."),
        ]);
    }
    lines.extend(regression(overall));
    if (1..FEWEST_MONTHS).contains(&months) {
        lines.push(words(format!(
            "The months below are {}: too few to call a trend.",
            counted(months as u64, "point", "points")
        )));
    } else if months >= FEWEST_MONTHS {
        lines.push(words("Other people met other scenarios in each month, and December is harder than June: the months are no proof of progress."));
    }
    lines
}

/// What one person's difference says, beside what chance alone does.
fn own_change(desk: &Desk<'_>, row: &Changed) -> Line {
    let Some(found) = desk.reliability else {
        return words("How much of one person's difference is chance cannot be said yet.");
    };
    let chance = 1.96 * std::f64::consts::SQRT_2 * found.error * found.each.sqrt() / 10.0;
    let told =
        if row.change.abs() > chance { "That is more than chance alone does." } else { "Chance alone could do that." };
    vec![
        say(format!("Overall {} to {}: ", whole(row.first), whole(row.second))),
        figure(signed(row.change), "how-change"),
        say(format!(
            " points. Two conversations of the same person differ by up to {} points for no reason. ",
            whole(chance)
        )),
        strong(told),
    ]
}

/// The warning, with an example from this group's own correlation.
fn regression(overall: &[(f64, f64)]) -> Option<Line> {
    let mut line = vec![
        strong("Beware of regression to the mean. "),
        say(
            "Whoever begins far below the others comes closer the next time without any training, and whoever begins far above falls back.",
        ),
    ];
    let r = correlation(overall).filter(|_| overall.len() >= FEWEST_DRAWN)?;
    let (first, second): (Vec<f64>, Vec<f64>) = overall.iter().copied().unzip();
    let (before, after) = (mean(&first, "")?.mean, mean(&second, "")?.mean);
    let low = (before - 20.0).max(0.0);
    line.push(say(" Here somebody who began at "));
    line.push(figure(whole(low), "how-change"));
    line.push(say(" while the mean was "));
    line.push(figure(whole(before), "how-change"));
    line.push(say(" would be expected at "));
    line.push(figure(whole(before + r.max(0.0) * (low - before)), "how-change"));
    line.push(say(format!(
        " with no change at all (the measures correlate {}{}); the mean of everybody moved to {}. Never pick the lowest, train them, and show the rise.",
        format!("{r:.2}").replace('-', "−"),
        if overall.len() < 30 { ", provisional with so few people" } else { "" },
        whole(after),
    )));
    Some(line)
}

/// The months with enough people, each person counted once a month.
fn months(people: &[&Person]) -> Vec<Point> {
    let mut months: BTreeMap<Month, Vec<f64>> = BTreeMap::new();
    for person in people {
        for (month, moments) in &person.months {
            months.entry(*month).or_default().extend(moments.mean().map(|mean| mean / 10.0));
        }
    }
    let enough = months.into_iter().filter(|(_, scores)| scores.len() as u64 >= FEWEST);
    enough
        .filter_map(|(month, scores)| {
            let name = month.to_string();
            let found = mean(&scores, &format!("report: month {name}"))?;
            Some(Point { month: name, mean: found.mean, interval: found.interval, people: scores.len() as u64 })
        })
        .collect()
}
