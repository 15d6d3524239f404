//! What the front line says stands in its way at work, and how confident it feels. It has to be safe to say so: an answer given by fewer
//! than five people is held back, and so is one given by nearly all, because then everybody is known to have given it.

use serde::Serialize;

use super::change::{FEWEST_MONTHS, Point, by_month_of};
use super::figures::{mean, wilson};
use super::shown::{Behind, is_shown};
use super::text::{Line, name};
use super::{Bar, Desk};
use crate::attempt::Obstacle;
use crate::measurement::Interval;
use crate::measurement::privacy::{Nobody, Shown};
use crate::report::summary::{Person, Scenario, Summary, real};

/// Most rows of what is to be mended.
const MOST: usize = 12;

/// What people said.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Voice {
    /// How many answered, in words.
    pub lines: Vec<Line>,
    /// How many people named anything, where that may be told.
    pub people: u64,
    /// What they named.
    pub bars: Vec<Bar>,
    /// What to mend, the most named first.
    pub mend: Vec<Mend>,
    /// How confident people feel, in words.
    pub morale: Vec<Line>,
    /// The same by month, 1 to 5; none with fewer than four months.
    pub months: Vec<Point>,
}

/// Something that stands in the way, and where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mend {
    /// What.
    pub obstacle: String,
    /// The scenario after which it was named, or all.
    pub place: String,
    /// How many of how many named it, with the interval.
    pub people: String,
}

/// The id of an obstacle's bar and the key of its text.
fn told(obstacle: Obstacle) -> (&'static str, &'static str) {
    match obstacle {
        Obstacle::Policy => ("policy", "report-obstacle-policy"),
        Obstacle::Authority => ("authority", "report-obstacle-authority"),
        Obstacle::Information => ("information", "report-obstacle-information"),
        Obstacle::Time => ("time", "report-obstacle-time"),
        Obstacle::Tools => ("tools", "report-obstacle-tools"),
        Obstacle::Nothing => ("nothing", "report-obstacle-nothing"),
    }
}

/// How many named what, in one scenario or in any.
#[derive(Default)]
struct Heard {
    /// Those who named anything.
    people: Behind,
    /// By the place of what was named among all that can be.
    named: [Behind; Obstacle::ALL.len()],
}

impl Heard {
    fn new(desk: &Desk<'_>, scenario: Option<&str>) -> Self {
        let mut heard = Self::default();
        heard.count(desk.own, scenario, |behind| &mut behind.own);
        heard.count(desk.inputs.everybody, scenario, |behind| &mut behind.all);
        heard
    }

    /// Looks once at what everybody named.
    fn count(&mut self, summary: &Summary, scenario: Option<&str>, side: fn(&mut Behind) -> &mut u64) {
        for person in summary.people.values() {
            let named = named(person, scenario);
            *side(&mut self.people) += u64::from(named.contains(&true));
            for (is_named, behind) in named.into_iter().zip(&mut self.named) {
                *side(behind) += u64::from(is_named);
            }
        }
    }

    fn behind(&self, obstacle: Obstacle, is_named: bool) -> Behind {
        let named = Obstacle::ALL.iter().zip(&self.named).find(|(one, _)| **one == obstacle);
        let named = named.map(|(_, named)| *named).unwrap_or_default();
        if is_named { named } else { Behind { own: self.people.own - named.own, all: self.people.all - named.all } }
    }

    /// What may be told of each obstacle: neither the few who named it nor the few who did not.
    fn shown(&self, desk: &Desk<'_>) -> Vec<(Obstacle, u64)> {
        if !desk.may_show(self.people) {
            return Vec::new();
        }
        // Where each person names one thing, what they named adds up to the people.
        let named: Vec<Behind> = Obstacle::ALL.into_iter().map(|one| self.behind(one, true)).collect();
        let Some(listed) = desk.list(&named, Nobody::Told) else { return Vec::new() };
        let safe = |(obstacle, listed): &(Obstacle, Shown)| {
            if !is_shown(Some(listed)) {
                return false;
            }
            let pair = [true, false].map(|is_named| self.behind(*obstacle, is_named));
            desk.list(&pair, Nobody::Hidden).is_some_and(|shown| is_shown(shown.first()))
        };
        let all = Obstacle::ALL.into_iter().zip(listed).filter(safe);
        all.map(|(one, _)| (one, self.behind(one, true).own)).collect()
    }
}

/// Of all that can be named, what a person did name, after one scenario or any.
fn named(person: &Person, scenario: Option<&str>) -> [bool; Obstacle::ALL.len()] {
    match scenario {
        None => Obstacle::ALL.map(|obstacle| person.obstacles.contains_key(&obstacle)),
        Some(scenario) => person
            .obstacles_in
            .get(scenario)
            .map_or([false; Obstacle::ALL.len()], |named| Obstacle::ALL.map(|obstacle| named.contains(&obstacle))),
    }
}

pub(super) fn voice(desk: &Desk<'_>) -> Voice {
    if desk.is_own() {
        return Voice::default();
    }
    let asked = asked(desk.own, |person| person.asked);
    let answered = asked_of(desk);
    if asked == 0 || !desk.may_show(answered) {
        let key = if asked == 0 { "report-voice-none" } else { "report-voice-few" };
        return Voice { lines: vec![desk.pen.line(key, &[])], ..Voice::default() };
    }
    let everywhere = Heard::new(desk, None);
    let bars = bars(desk, &everywhere);
    let mut lines = vec![rate(desk, asked)];
    if bars.is_empty() {
        lines.push(desk.pen.line("report-voice-held", &[]));
    }
    let months = months(desk);
    Voice {
        lines,
        people: everywhere.people.own,
        mend: mend(desk, &everywhere),
        morale: morale(desk, months.len()),
        months: if months.len() >= FEWEST_MONTHS { months } else { Vec::new() },
        bars,
    }
}

fn asked(summary: &Summary, of: fn(&Person) -> u64) -> u64 {
    summary.people.values().map(of).sum()
}

/// People who answered anything.
fn asked_of(desk: &Desk<'_>) -> Behind {
    let count = |summary: &Summary| summary.people.values().filter(|person| person.answered > 0).count() as u64;
    Behind { own: count(desk.own), all: count(desk.inputs.everybody) }
}

fn rate(desk: &Desk<'_>, asked: u64) -> Line {
    let pen = &desk.pen;
    let answered = self::asked(desk.own, |person| person.answered);
    let share = pen.percent(100.0 * real(answered) / real(asked.max(1)));
    let key = if answered == asked { "report-voice-rate-all" } else { "report-voice-rate" };
    let counts = [pen.grouped(answered), pen.grouped(asked)];
    let [answered, asked] = &counts;
    pen.line(key, &[("share", (&share).into()), ("answered", answered.into()), ("asked", asked.into())])
}

/// A share from 0 to 1 of people, in hundredths.
fn share(k: u64, n: u64) -> (f64, Option<Interval>) {
    let interval = wilson(k, n).map(|ends| Interval { lower: ends.lower * 100.0, upper: ends.upper * 100.0 });
    (100.0 * real(k) / real(n.max(1)), interval)
}

fn bars(desk: &Desk<'_>, heard: &Heard) -> Vec<Bar> {
    let shown = heard.shown(desk);
    if shown.is_empty() {
        return Vec::new();
    }
    let n = heard.people.own;
    let bar = |obstacle: Obstacle| {
        let (id, key) = told(obstacle);
        let count = shown.iter().find(|(one, _)| *one == obstacle).map(|(_, count)| *count);
        let (value, interval) = count.map_or((None, None), |k| {
            let (value, interval) = share(k, n);
            (Some(value), interval)
        });
        let text = match (value, interval) {
            (Some(value), Some(interval)) => desk.pen.percent_with(value, interval),
            _ => desk.pen.text("report-held"),
        };
        Bar { id, name: desk.pen.text(key), share: value, interval, count, of: n, text }
    };
    Obstacle::ALL.into_iter().map(bar).collect()
}

/// What to mend after which scenario, where enough people named it; after any, where no scenario has enough.
fn mend(desk: &Desk<'_>, everywhere: &Heard) -> Vec<Mend> {
    let placed =
        |(id, scenario): (&String, &Scenario)| mended(desk, &Heard::new(desk, Some(id)), &name(&scenario.title.1));
    let mut found: Vec<(f64, Mend)> = desk.own.scenarios.iter().flat_map(placed).collect();
    if found.is_empty() {
        found = mended(desk, everywhere, &desk.pen.text("report-mend-everywhere"));
    }
    found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    found.into_iter().map(|(_, mend)| mend).take(MOST).collect()
}

/// What was named in one place, each with the lower end of its share's interval, so that a few people do not come first.
fn mended(desk: &Desk<'_>, heard: &Heard, place: &str) -> Vec<(f64, Mend)> {
    let (pen, n) = (&desk.pen, heard.people.own);
    let row = |(obstacle, k): (Obstacle, u64)| {
        let (value, interval) = share(k, n);
        let interval = interval?;
        let of = pen.format("report-of", &[("k", (&pen.grouped(k)).into()), ("n", (&pen.grouped(n)).into())]);
        let people = [of, pen.percent_with(value, interval)].join(" · ");
        Some((interval.lower, Mend { obstacle: pen.text(told(obstacle).1), place: place.to_owned(), people }))
    };
    heard.shown(desk).into_iter().filter(|(one, _)| *one != Obstacle::Nothing).filter_map(row).collect()
}

fn months(desk: &Desk<'_>) -> Vec<Point> {
    let [own, all] = [desk.own, desk.inputs.everybody].map(|summary| summary.people.values().collect::<Vec<_>>());
    by_month_of(desk, [&own, &all], &|person| &person.confident_by_month, 1.0)
}

fn morale(desk: &Desk<'_>, months: usize) -> Vec<Line> {
    let pen = &desk.pen;
    let of = |summary: &Summary| -> Vec<f64> {
        summary.people.values().filter_map(|person| person.confident.mean()).collect()
    };
    let own = of(desk.own);
    let behind = Behind { own: own.len() as u64, all: of(desk.inputs.everybody).len() as u64 };
    let Some(found) = mean(&own).filter(|_| desk.may_show(behind)) else { return Vec::new() };
    let (mean, people) = (pen.decimals(found.value, 1), pen.counted("report-people", behind.own));
    let values = [("mean", (&mean).into()), ("people", (&people).into())];
    let mut lines = vec![match found.interval {
        Some(ends) => {
            let ends = pen.span(&pen.decimals(ends.lower, 1), &pen.decimals(ends.upper, 1));
            pen.line("report-morale", &[&values[..], &[("interval", (&ends).into())]].concat())
        }
        None => pen.line("report-morale-no-interval", &values),
    }];
    if months < FEWEST_MONTHS {
        lines.push(pen.line("report-morale-few-months", &[("n", FEWEST_MONTHS.into())]));
    }
    lines.push(pen.line("report-morale-worth", &[]));
    lines
}
