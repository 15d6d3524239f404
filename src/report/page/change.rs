//! What changed between the first measure and the second, with how sure that is, and the months beside it. Everybody who has both measures
//! is counted: to look only at those who began low would show a rise that nobody earned.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Desk;
use super::figures::{FEWEST_DRAWN, mean};
use super::shown::{Behind, FEWEST};
use super::text::{Line, signed, whole};
use crate::measurement::Interval;
use crate::measurement::effect::{expected_retest, retest_correlation, standardised_change};
use crate::measurement::items::Standing;
use crate::measurement::summary::Sums;
use crate::report::summary::{Mark, Moments, Month, Person};
use crate::scenario::CompetencyId;

/// Fewest months that are called a trend.
pub const FEWEST_MONTHS: usize = 4;

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
    /// The change in standard deviations of the first measure, corrected for few people.
    pub effect: Option<f64>,
    /// The change with its interval, in words.
    pub text: String,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Which one, as `2026-10`.
    pub month: String,
    /// The same in the reader's language.
    pub name: String,
    /// The same, short enough for an axis.
    pub label: String,
    /// Mean of people, 0–100 for scores, 1–5 for confidence.
    pub mean: f64,
    /// Its 95 % interval.
    pub interval: Option<Interval>,
    /// People.
    pub people: u64,
}

impl Changed {
    /// Whether the change as it is shown is not the difference of the two scores as they are shown: each is rounded by itself.
    fn looks_off(&self) -> bool {
        (self.second.round() - self.first.round() - self.change.round()).abs() > 0.5
    }

    /// Whether chance alone could not explain it, also as the interval is shown, in whole points.
    pub(super) fn is_clear(&self) -> bool {
        self.interval.is_some_and(|interval| interval.lower.round() > 0.0 || interval.upper.round() < 0.0)
    }
}

/// Whether measures are a course's own pair, and the first and the second one of each person.
pub(super) type Measures<'a> = (bool, Vec<(&'a Mark, &'a Mark)>);

/// The first and the second measure of each of these people who has both.
pub(super) fn measures<'a>(people: &[&'a Person], fewest: u64) -> Measures<'a> {
    let course = |person: &'a Person| {
        let both = person.before.iter().filter_map(|(course, before)| Some((before, person.after.get(course)?)));
        both.filter(|(before, after)| before.scenario != after.scenario).min_by_key(|(before, _)| before.when)
    };
    let paired: Vec<_> = people.iter().filter_map(|person| course(person)).collect();
    if paired.len() as u64 >= fewest {
        return (true, paired);
    }
    let ends = |person: &'a Person| {
        let (first, last) = (person.earliest.as_ref()?, person.latest.as_ref()?);
        (first.scenario != last.scenario).then_some((first, last))
    };
    (false, people.iter().filter_map(|person| ends(person)).collect())
}

/// The scores of both measures, 0–100, where both have one.
fn scores(marks: &[(&Mark, &Mark)], of: &dyn Fn(&Mark) -> Option<u16>) -> (Vec<f64>, Vec<f64>) {
    let both = marks.iter().filter_map(|(first, second)| Some((of(first)?, of(second)?)));
    both.map(|(first, second)| (f64::from(first) / 10.0, f64::from(second) / 10.0)).unzip()
}

pub(super) fn change(desk: &Desk<'_>) -> Change {
    let (paired, marks) = measures(&desk.people, desk.fewest());
    let (_, everybody) = measures(&desk.everybody, desk.fewest());
    let row = |name: &str, of: &dyn Fn(&Mark) -> Option<u16>| {
        let (first, second) = scores(&marks, of);
        let behind = Behind { own: first.len() as u64, all: scores(&everybody, of).0.len() as u64 };
        if desk.may_show(behind) { changed(desk, name, &first, &second) } else { None }
    };
    let mut rows: Vec<Changed> = row(&desk.pen.text("report-overall"), &|mark| mark.overall).into_iter().collect();
    for competency in &desk.inputs.rubric.competencies {
        let id = CompetencyId::from(competency.id.as_str());
        rows.extend(row(&desk.competency(&competency.id), &|mark| mark.scores.get(&id).copied()));
    }
    let months = if desk.is_own() { Vec::new() } else { by_month(desk, &|person| &person.months, 0.1) };
    let overall = scores(&marks, &|mark| mark.overall);
    let lines = lines(desk, paired, &rows, &overall, months.len());
    Change { paired, rows, lines, months }
}

fn changed(desk: &Desk<'_>, name: &str, first: &[f64], second: &[f64]) -> Option<Changed> {
    let differences: Vec<f64> = first.iter().zip(second).map(|(first, second)| second - first).collect();
    let found = mean(&differences)?;
    let text = match found.interval {
        Some(interval) => desk.pen.with(&signed(found.value), &desk.pen.signed_ends(interval)),
        None => signed(found.value),
    };
    Some(Changed {
        name: name.to_owned(),
        people: first.len() as u64,
        first: average(first)?,
        second: average(second)?,
        change: found.value,
        interval: found.interval,
        effect: found.interval.and_then(|_| standardised_change(first, second).ok()),
        text,
    })
}

fn lines(
    desk: &Desk<'_>,
    paired: bool,
    rows: &[Changed],
    (first, second): &(Vec<f64>, Vec<f64>),
    months: usize,
) -> Vec<Line> {
    let pen = &desk.pen;
    let Some(overall) = rows.first() else {
        return vec![pen.line(desk.key("report-change-none", "report-change-none-own"), &[("n", FEWEST.into())])];
    };
    let mut lines = vec![pen.line(if paired { "report-change-paired" } else { "report-change-unpaired" }, &[])];
    if rows.iter().any(Changed::looks_off) {
        lines.push(pen.line("report-change-rounded", &[]));
    }
    if desk.is_own() {
        lines.push(own_change(desk, overall));
        return lines;
    }
    if overall.interval.is_none() {
        let people = pen.grouped(overall.people);
        let values = [("n", FEWEST_DRAWN.into()), ("people", (&people).into())];
        lines.push(pen.line("report-change-no-interval", &values));
    } else if let Some(effect) = overall.effect {
        lines.push(pen.line("report-change-effect", &[("g", (&pen.decimals(effect, 2)).into())]));
    }
    lines.extend(regression(desk, first, second));
    if months >= FEWEST_MONTHS {
        lines.push(pen.line("report-change-months", &[]));
    } else if months > 0 {
        lines.push(pen.line("report-change-few-months", &[("n", months.into())]));
    }
    lines
}

/// What one person's difference says, beside what chance alone does.
fn own_change(desk: &Desk<'_>, row: &Changed) -> Line {
    let Some(found) = desk.reliability else { return desk.pen.line("report-change-own-unknown", &[]) };
    let chance = 1.96 * std::f64::consts::SQRT_2 * found.error() / 10.0;
    let key = if row.change.abs() > chance { "report-change-own-more" } else { "report-change-own-chance" };
    let values = [whole(row.first), whole(row.second), signed(row.change), whole(chance)];
    let [first, second, change, chance] = &values;
    let values =
        [("first", first.into()), ("second", second.into()), ("change", change.into()), ("chance", chance.into())];
    desk.pen.line(key, &values)
}

/// The warning, with an example from this group's own correlation.
fn regression(desk: &Desk<'_>, first: &[f64], second: &[f64]) -> Option<Line> {
    let r = retest_correlation(first, second).ok().filter(|_| first.len() >= FEWEST_DRAWN)?;
    let (before, after) = (average(first)?, average(second)?);
    let low = (before - 20.0).max(0.0);
    let expected = expected_retest(before, r.max(0.0), low).ok()?;
    let provisional = Standing::of(first.len()) == Standing::Provisional;
    let key = if provisional { "report-change-regression-few" } else { "report-change-regression" };
    let [low, before, expected, after] = [low, before, expected, after].map(whole);
    let r = desk.pen.fraction(r);
    let values = [
        ("low", (&low).into()),
        ("before", (&before).into()),
        ("expected", (&expected).into()),
        ("after", (&after).into()),
        ("r", (&r).into()),
    ];
    Some(desk.pen.line(key, &values))
}

/// The mean alone.
fn average(values: &[f64]) -> Option<f64> {
    values.iter().copied().collect::<Sums>().mean()
}

/// Sums of a person by month.
type Months = BTreeMap<Month, Moments>;

/// Which sums by month a person has.
type ByMonth<'f> = &'f dyn for<'a> Fn(&'a Person) -> &'a Months;

/// The means of the months with enough people, each person counted once a month; sums are in units of `unit`.
fn by_month(desk: &Desk<'_>, of: ByMonth<'_>, unit: f64) -> Vec<Point> {
    by_month_of(desk, [&desk.people, &desk.everybody], of, unit)
}

/// The same of some of all people.
pub(super) fn by_month_of(desk: &Desk<'_>, [own, all]: [&[&Person]; 2], of: ByMonth<'_>, unit: f64) -> Vec<Point> {
    let of_everybody = |month: &Month| all.iter().filter(|person| of(person).contains_key(month)).count() as u64;
    let mut months: BTreeMap<Month, Vec<f64>> = BTreeMap::new();
    for person in own {
        for (month, moments) in of(person) {
            months.entry(*month).or_default().extend(moments.mean().map(|mean| mean * unit));
        }
    }
    let point = |(month, values): (Month, Vec<f64>)| {
        let behind = Behind { own: values.len() as u64, all: of_everybody(&month) };
        let found = if desk.may_show(behind) { mean(&values)? } else { return None };
        let (name, label) = (desk.pen.month(month), desk.pen.short_month(month));
        let (mean, interval) = (found.value, found.interval);
        Some(Point { month: month.to_string(), name, label, mean, interval, people: behind.own })
    };
    months.into_iter().filter_map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_does_not_look_like_the_difference_beside_it_is_noticed() {
        let row = |first, second| Changed {
            name: String::new(),
            people: 5,
            first,
            second,
            change: second - first,
            interval: None,
            effect: None,
            text: String::new(),
        };
        // Shown as 53, 54 and +2.
        assert!(row(52.6, 54.4).looks_off());
        assert!(!row(52.6, 62.7).looks_off() && !row(64.0, 47.2).looks_off());
    }
}
