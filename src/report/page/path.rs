//! How much of what could have been reached was reached, and what people's own earlier choices closed: beside the scores, never in them.

use super::Desk;
use super::figures::mean;
use super::shown::Behind;
use super::text::{Line, whole};
use crate::report::summary::Person;

pub(super) fn path(desk: &Desk<'_>) -> Vec<Line> {
    let pen = &desk.pen;
    let of = |people: &[&Person]| -> Vec<f64> {
        people.iter().filter_map(|person| person.paths.mean()).map(|mean| mean / 10.0).collect()
    };
    let own = of(&desk.people);
    let behind = Behind { own: own.len() as u64, all: of(&desk.everybody).len() as u64 };
    let Some(found) = mean(&own).filter(|_| desk.may_show(behind)) else { return Vec::new() };
    let share = pen.percent(found.value);
    let values = [("share", (&share).into())];
    let mut lines = vec![match found.interval {
        _ if desk.is_own() => pen.line("report-path-own", &values),
        Some(ends) => {
            let ends = [whole(ends.lower), whole(ends.upper)];
            let [low, high] = &ends;
            let ends = pen.format("report-percents", &[("low", low.into()), ("high", high.into())]);
            pen.line("report-path", &[&values[..], &[("interval", (&ends).into())]].concat())
        }
        None => pen.line("report-path-few", &values),
    }];
    lines.extend(hardest(desk));
    lines
}

/// The scenarios in which most was closed, each with the share that was.
fn hardest(desk: &Desk<'_>) -> Option<Line> {
    let all = |id: &str| desk.inputs.everybody.scenarios.get(id).map_or(0, |scenario| scenario.paths.n);
    let mut found: Vec<(f64, &str)> = desk
        .own
        .scenarios
        .iter()
        .filter(|(id, scenario)| desk.may_show(Behind { own: scenario.paths.n, all: all(id) }))
        .filter_map(|(_, scenario)| Some((scenario.paths.mean()? / 10.0, scenario.title.1.as_str())))
        .filter(|(reached, _)| reached.round() < 100.0)
        .collect();
    found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let pen = &desk.pen;
    let titles: Vec<String> = found
        .iter()
        .take(2)
        .map(|(reached, title)| pen.with(&pen.titled(title), &pen.percent(100.0 - reached)))
        .collect();
    (!titles.is_empty()).then(|| pen.line("report-path-hardest", &[("titles", (&pen.and(&titles)).into())]))
}
