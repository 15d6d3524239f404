//! The head of the page and its foot: whom it is about, why nothing is shown where nothing is, and what was counted.

use std::collections::BTreeMap;

use super::shown::{FEWEST, is_shown};
use super::text::name;
use super::{Desk, Inputs, Reader};
use crate::measurement::privacy::{self, Nobody};
use crate::report::summary::{Summary, Unscored};

pub(super) fn made(desk: &Desk<'_>) -> String {
    let day = desk.pen.day(desk.inputs.made);
    desk.pen.format("report-made", &[("day", (&day).into()), ("version", env!("CARGO_PKG_VERSION").into())])
}

pub(super) fn about(desk: &Desk<'_>) -> String {
    let (inputs, pen) = (desk.inputs, &desk.pen);
    let who = match &inputs.reader {
        Reader::Organisation => pen.text("report-everybody"),
        Reader::Cohort(cohort) => name(cohort),
        Reader::Trainee(trainee) => name(trainee),
    };
    let period = match inputs.own.period.map(|(first, last)| (pen.day(first), pen.day(last))) {
        Some((first, last)) if first == last => first,
        Some((first, last)) => pen.format("report-period", &[("first", (&first).into()), ("last", (&last).into())]),
        None => pen.text("report-no-period"),
    };
    let people = inputs.own.assessed().count() as u64;
    if hides_people(inputs) {
        // Beside the page on everybody, also a number of people or of attempts would tell of the few.
        return if people < FEWEST { [who, pen.text("report-few-people")].join(" · ") } else { who };
    }
    let firsts = pen.counted("report-firsts", inputs.own.assessed().map(|person| person.firsts).sum());
    if desk.is_own() {
        return [who, period, firsts].join(" · ");
    }
    [who, period, pen.counted("report-people", people), firsts].join(" · ")
}

/// The key of why no figure may be shown, where none may.
pub(super) fn held_back(inputs: &Inputs<'_>) -> Option<&'static str> {
    let people = inputs.own.assessed().count() as u64;
    let all = inputs.everybody.assessed().count() as u64;
    if people == 0 {
        return Some("report-held-nothing");
    }
    if inputs.is_own() {
        return None;
    }
    if people < FEWEST {
        return Some("report-held-few");
    }
    let Reader::Cohort(cohort) = &inputs.reader else { return None };
    if (1..FEWEST).contains(&all.saturating_sub(people)) {
        return Some("report-held-rest");
    }
    (!is_told(inputs.everybody, cohort)).then_some("report-held-cohort")
}

/// Whether there are people whose figures are held back.
pub(super) fn hides_people(inputs: &Inputs<'_>) -> bool {
    inputs.own.assessed().next().is_some() && held_back(inputs).is_some()
}

/// Whether a cohort may be told of beside all the others and everybody: where a single one has fewer than five people, the page on
/// everybody less those on all the other cohorts would be a page on that one.
fn is_told(everybody: &Summary, cohort: &str) -> bool {
    let mut sizes: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for person in everybody.assessed() {
        if person.cohorts.is_empty() {
            *sizes.entry(None).or_default() += 1;
        }
        for cohort in &person.cohorts {
            *sizes.entry(Some(cohort)).or_default() += 1;
        }
    }
    let counts: Vec<usize> = sizes.values().copied().collect();
    let at = sizes.keys().position(|name| *name == Some(cohort));
    let shown = privacy::list(&counts, Nobody::Told).ok();
    shown.zip(at).is_none_or(|((shown, _), at)| is_shown(shown.get(at)))
}

pub(super) fn counts(desk: &Desk<'_>) -> Vec<(String, String)> {
    let own = desk.inputs.own;
    let people = own.people.len() as u64;
    if people < desk.fewest() || hides_people(desk.inputs) {
        return Vec::new();
    }
    let line = |key: &str, count: u64| (desk.pen.text(key), desk.pen.grouped(count));
    let unscored = |key: &str, why: Unscored| line(key, own.unscored(why));
    vec![
        line("report-counts-firsts", own.assessed().map(|person| person.firsts).sum()),
        unscored("report-counts-repeated", Unscored::Repeated),
        unscored("report-counts-practice", Unscored::Practice),
        unscored("report-counts-interrupted", Unscored::Interrupted),
        unscored("report-counts-unreadable", Unscored::Unreadable),
    ]
}
