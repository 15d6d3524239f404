//! How customers ended and what became of promises: shares of all that people did, with intervals that draw people.

use serde::Serialize;

use super::Desk;
use super::figures::{Figure, ratio};
use super::shown::is_shown;
use crate::customer::Outcome;
use crate::measurement::Interval;
use crate::measurement::privacy::Nobody;
use crate::report::case::Promises;
use crate::report::summary::Person;
use crate::words::keys;

/// One bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Its id, for colours and tests.
    pub id: &'static str,
    /// What it counts.
    pub name: String,
    /// Its share, 0–100; none where it is held back.
    pub share: Option<f64>,
    /// Its 95 % interval, 0–100.
    pub interval: Option<Interval>,
    /// How often; none where it is held back.
    pub count: Option<u64>,
    /// Of how many.
    pub of: u64,
    /// What stands beside it.
    pub text: String,
}

/// How customers ended, the best ending first.
pub(super) fn endings(desk: &Desk<'_>) -> Vec<Bar> {
    let id = |outcome| match outcome {
        Outcome::ReturnsAndRefers => "returns",
        Outcome::Passive => "passive",
        Outcome::Complains => "complains",
        Outcome::WalksAway => "walks",
        Outcome::GoesPublic => "public",
    };
    let mut best_first = Outcome::ALL;
    best_first.sort_by_key(|outcome| std::cmp::Reverse(outcome.rank()));
    let kinds = best_first.map(|outcome| (id(outcome), keys::outcome(outcome)));
    let count = |person: &Person, at: usize| {
        let rank = best_first.get(at).map(|outcome| usize::from(outcome.rank()));
        rank.and_then(|rank| person.outcomes.get(rank)).copied().unwrap_or_default()
    };
    bars(desk, &kinds, &count)
}

/// What became of promises.
pub(super) fn promises(desk: &Desk<'_>) -> Vec<Bar> {
    let kinds = [
        ("kept", "report-promise-kept"),
        ("broken", "report-promise-broken"),
        ("lapsed", "report-promise-lapsed"),
        ("overdue", "report-promise-overdue"),
        ("dateless", "report-promise-dateless"),
        ("open", "report-promise-open"),
    ];
    let count = |person: &Person, at: usize| {
        let Promises { kept, broken, lapsed, overdue, dateless, open } = person.promises;
        [kept, broken, lapsed, overdue, dateless, open].get(at).copied().map_or(0, u64::from)
    };
    bars(desk, &kinds, &count)
}

/// A bar for each kind. It is the people behind the bars that are held back, and with them bars from which their number could be worked
/// out; where all would have to be, there is no bar at all.
fn bars(desk: &Desk<'_>, kinds: &[(&'static str, &str)], count: &dyn Fn(&Person, usize) -> u64) -> Vec<Bar> {
    let of = |person: &Person| (0..kinds.len()).map(|at| count(person, at)).sum::<u64>();
    if !desk.may_show(desk.behind(|person| of(person) > 0)) {
        return Vec::new();
    }
    let behind: Vec<_> = (0..kinds.len()).map(|at| desk.behind(|person| count(person, at) > 0)).collect();
    let Some(shown) = desk.list(&behind, Nobody::Told) else { return Vec::new() };
    let all = desk.people.iter().map(|person| of(person)).sum();
    let bar = |(at, (id, key)): (usize, &(&'static str, &str))| {
        let pairs: Vec<(u64, u64)> = desk.people.iter().map(|person| (count(person, at), of(person))).collect();
        let found = if is_shown(shown.get(at)) { ratio(&pairs).map(Figure::of_a_hundred) } else { None };
        let n = pairs.iter().map(|(k, _)| k).sum();
        Bar {
            id,
            name: desk.pen.text(key),
            share: found.map(|found| found.value),
            interval: found.and_then(|found| found.interval),
            count: found.map(|_| n),
            of: all,
            text: text(desk, found, n, all),
        }
    };
    kinds.iter().enumerate().map(bar).collect()
}

fn text(desk: &Desk<'_>, found: Option<Figure>, n: u64, all: u64) -> String {
    let pen = &desk.pen;
    match found {
        None => pen.text("report-held"),
        Some(Figure { interval: None, .. }) => {
            pen.format("report-of", &[("k", (&pen.grouped(n)).into()), ("n", (&pen.grouped(all)).into())])
        }
        Some(Figure { value, .. }) if n > 0 && value < 0.5 => pen.text("report-under-one"),
        Some(Figure { value, interval: Some(interval), .. }) => pen.percent_with(value, interval),
    }
}
