//! How customers ended and what became of promises: shares of all that people did, with intervals that draw people.

use serde::Serialize;

use super::Desk;
use super::text::{grouped, whole};
use crate::customer::Outcome;
use crate::report::case::Promises;
use crate::report::statistics::{Interval, held_back, ratio};
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
    let kinds: Vec<(&'static str, String)> =
        best_first.iter().map(|outcome| (id(*outcome), desk.inputs.words.text(keys::outcome(*outcome)))).collect();
    let count = |person: &Person, at: usize| {
        let rank = best_first.get(at).map(|outcome| usize::from(outcome.rank()));
        rank.and_then(|rank| person.outcomes.get(rank)).copied().unwrap_or_default()
    };
    bars(desk, &kinds, &count, &|person| person.outcomes.iter().sum())
}

/// What became of promises.
pub(super) fn promises(desk: &Desk<'_>) -> Vec<Bar> {
    let kinds: Vec<(&'static str, String)> = [
        ("kept", "kept"),
        ("broken", "broken"),
        ("lapsed", "vague, and nothing came of it"),
        ("overdue", "their time came, and nobody went back to them"),
        ("dateless", "without a date, so never due"),
        ("open", "not yet due at the end"),
    ]
    .map(|(id, name)| (id, name.to_owned()))
    .into();
    let count = |person: &Person, at: usize| {
        let Promises { kept, broken, lapsed, overdue, dateless, open } = person.promises;
        [kept, broken, lapsed, overdue, dateless, open].get(at).copied().map_or(0, u64::from)
    };
    bars(desk, &kinds, &count, &|person| person.promises.made().into())
}

fn bars(
    desk: &Desk<'_>,
    kinds: &[(&'static str, String)],
    count: &dyn Fn(&Person, usize) -> u64,
    of: &dyn Fn(&Person) -> u64,
) -> Vec<Bar> {
    let all: u64 = desk.people.iter().map(|person| of(person)).sum();
    let behind = desk.people.iter().filter(|person| of(person) > 0).count() as u64;
    if behind < desk.fewest() {
        return Vec::new();
    }
    let people: Vec<u64> =
        (0..kinds.len()).map(|at| desk.people.iter().filter(|person| count(person, at) > 0).count() as u64).collect();
    let hidden = if desk.is_own() { vec![false; kinds.len()] } else { held_back(&people) };
    let bar = |(at, ((id, name), hidden)): (usize, (&(&'static str, String), bool))| {
        let pairs: Vec<(u64, u64)> = desk.people.iter().map(|person| (count(person, at), of(person))).collect();
        let found = (!hidden).then(|| ratio(&pairs, &format!("report: {id}"))).flatten();
        let n: u64 = pairs.iter().map(|(k, _)| k).sum();
        let share = found.map(|found| found.mean * 100.0);
        let interval = found.and_then(|found| found.interval);
        let interval = interval.map(|ends| Interval { low: ends.low * 100.0, high: ends.high * 100.0 });
        let text = match (share, interval) {
            (None, _) => "held back".to_owned(),
            (Some(_), None) => format!("{} of {}", grouped(n), grouped(all)),
            (Some(share), Some(_)) if n > 0 && share < 0.5 => "under 1 %".to_owned(),
            (Some(share), Some(ends)) => format!("{} % ({} to {})", whole(share), whole(ends.low), whole(ends.high)),
        };
        Bar { id, name: name.clone(), share, interval, count: share.map(|_| n), of: all, text }
    };
    kinds.iter().zip(hidden).enumerate().map(bar).collect()
}
