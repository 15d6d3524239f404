//! How far single conversations lie apart: a mean hides the worst day, and that is the one a customer remembers.

use super::Desk;
use super::figures::FEWEST_DRAWN;
use super::text::Line;

/// From so many conversations on a tenth of them is at least five.
const FEWEST_ATTEMPTS: u64 = 50;

pub(super) fn spread(desk: &Desk<'_>) -> Option<Line> {
    let all: u64 = desk.own.spread.values().sum();
    let people = desk.behind(|person| person.overall.n > 0);
    if desk.is_own() || all < FEWEST_ATTEMPTS || people.own < FEWEST_DRAWN as u64 || !desk.may_show(people) {
        return None;
    }
    // The smallest score that the given part of all conversations does not exceed.
    let reached = |tenths: u64| {
        let mut so_far = 0;
        desk.own.spread.iter().find_map(|(score, count)| {
            so_far += count;
            (so_far * 10 >= all * tenths).then_some(*score)
        })
    };
    let scores = [reached(1)?, reached(5)?].map(|score| score.to_string());
    let [low, middle] = &scores;
    Some(desk.pen.line("report-spread", &[("low", low.into()), ("middle", middle.into())]))
}
