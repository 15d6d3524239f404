//! The three sentences at the top: what people do well and badly, what costs customers, what changed.

use super::figures::{FEWEST_DRAWN, mean, ratio};
use super::profile::scores;
use super::text::{Line, say, signed, whole, within};
use super::{Bar, Change, Desk, Profile};
use crate::customer::Outcome;
use crate::report::summary::Person;
use crate::scenario::CompetencyId;
use crate::words::keys;

pub(super) fn sentences(desk: &Desk<'_>, profile: &[Profile], change: &Change, endings: &[Bar]) -> Vec<Line> {
    let mut costs = lost(desk, endings);
    if let Some(error) = error_made(desk) {
        costs.push(say(" "));
        costs.extend(error);
    }
    vec![strength(desk, profile), costs, changed(desk, change)]
}

/// Strongest and weakest, where they can be told apart.
fn strength(desk: &Desk<'_>, profile: &[Profile]) -> Line {
    let pen = &desk.pen;
    let Some([(best, high), (worst, low)]) = best_and_worst(profile) else {
        return pen.line("report-strength-unknown", &[]);
    };
    let names = [within(&best.name), within(&worst.name)];
    let [best_name, worst_name] = &names;
    let named = [("best", best_name.into()), ("worst", worst_name.into())];
    if desk.is_own() {
        let values = [("high", (&best.value).into()), ("low", (&worst.value).into())];
        return pen.line("report-strength-own", &[named, values].concat());
    }
    let ends = worst.interval.map_or_else(String::new, |interval| pen.ends(interval));
    let figures = [whole(high), whole(low)];
    let [high, low] = &figures;
    let values = [("high", high.into()), ("low", low.into())];
    if !apart(desk, best, worst) {
        return pen.line("report-strength-alike", &values);
    }
    pen.line("report-strength", &[&named[..], &values, &[("interval", (&ends).into())]].concat())
}

/// The competencies with the highest and the lowest mean, each with its mean.
fn best_and_worst(profile: &[Profile]) -> Option<[(&Profile, f64); 2]> {
    let scored = || profile.iter().filter_map(|one| Some((one, one.mean?)));
    let best = scored().max_by(|(_, one), (_, other)| one.total_cmp(other))?;
    let worst = scored().min_by(|(_, one), (_, other)| one.total_cmp(other))?;
    Some([best, worst])
}

/// The competency with the lowest mean, and whether the best differs from it by more than chance does. One person is not asked that: of
/// their own scores the lowest is where they have most to gain.
pub(super) fn weakest<'p>(desk: &Desk<'_>, profile: &'p [Profile]) -> Option<(&'p Profile, bool)> {
    let [(best, _), (worst, _)] = best_and_worst(profile)?;
    Some((worst, desk.is_own() || apart(desk, best, worst)))
}

/// Whether the two differ within people by more than chance does.
fn apart(desk: &Desk<'_>, best: &Profile, worst: &Profile) -> bool {
    if scores(desk, &desk.people, &best.competency).len() < FEWEST_DRAWN || best.competency == worst.competency {
        return false;
    }
    let [best, worst] = [best, worst].map(|one| CompetencyId::from(one.competency.as_str()));
    let of = |person: &Person, id| person.points.get(id)?.share();
    let differences: Vec<f64> =
        desk.people.iter().filter_map(|person| Some(of(person, &best)? - of(person, &worst)?)).collect();
    mean(&differences).and_then(|found| found.interval).is_some_and(|interval| interval.lower > 0.0)
}

/// The endings that the sentence calls lost, each with the id of its bar. Whoever complains still gives a chance, and is not among them.
const LOST: [(Outcome, &str); 2] = [(Outcome::WalksAway, "walks"), (Outcome::GoesPublic, "public")];

/// How many customers were lost. Where an ending is held back, a sum that holds it is, too.
fn lost(desk: &Desk<'_>, endings: &[Bar]) -> Line {
    let pen = &desk.pen;
    let ranks = LOST.map(|(outcome, _)| usize::from(outcome.rank()));
    let of = |person: &Person| ranks.iter().filter_map(|rank| person.outcomes.get(*rank)).sum::<u64>();
    let pairs: Vec<(u64, u64)> = desk.people.iter().map(|person| (of(person), person.outcomes.iter().sum())).collect();
    let (k, n) = pairs.iter().fold((0, 0), |(k, n), (more, of)| (k + more, n + of));
    if desk.is_own() {
        let counts = [pen.grouped(k), pen.grouped(n)];
        let [lost, all] = &counts;
        let values = [("lost", k.into()), ("all", n.into()), ("k", lost.into()), ("n", all.into())];
        return pen.line(if k == 0 { "report-lost-none-own" } else { "report-lost-own" }, &values);
    }
    let lost = LOST.map(|(_, id)| endings.iter().find(|bar| bar.id == id));
    if !lost.iter().all(|bar| bar.is_some_and(|bar| bar.share.is_some())) {
        return pen.line("report-lost-held", &[]);
    }
    let Some(found) = ratio(&pairs).map(super::figures::Figure::of_a_hundred) else {
        return pen.line("report-lost-held", &[]);
    };
    let share = pen.percent(found.value);
    match found.interval {
        Some(interval) => {
            let ends = [whole(interval.lower), whole(interval.upper)];
            let [low, high] = &ends;
            let ends = pen.format("report-percents", &[("low", low.into()), ("high", high.into())]);
            pen.line("report-lost-interval", &[("share", (&share).into()), ("interval", (&ends).into())])
        }
        None => pen.line("report-lost", &[("share", (&share).into())]),
    }
}

/// The error that most people made, and how many.
fn error_made(desk: &Desk<'_>) -> Option<Line> {
    let times = |code: &str| desk.people.iter().filter_map(|person| person.errors.get(code)).sum::<u64>();
    let made = |code: &str| desk.behind(|person| person.errors.contains_key(code));
    let most = desk.inputs.rubric.errors.iter().max_by_key(|error| (made(&error.code).own, times(&error.code)))?;
    let behind = made(&most.code);
    let name = desk.inputs.words.rubric().error(most);
    let people = desk.of_people(behind, desk.behind(|_| true)).0;
    let values = [("error", name.into()), ("people", (&people).into())];
    desk.may_show(behind).then(|| desk.pen.line(desk.key("report-error", "report-error-own"), &values))
}

fn changed(desk: &Desk<'_>, change: &Change) -> Line {
    let pen = &desk.pen;
    let Some(overall) = change.rows.first() else { return pen.line("report-changed-unknown", &[]) };
    let from_to = [whole(overall.first), whole(overall.second), signed(overall.change)];
    if desk.is_own() {
        let [first, second, change] = &from_to;
        let values = [("first", first.into()), ("second", second.into()), ("change", change.into())];
        return pen.line("report-changed-own", &values);
    }
    let clear = change.rows.iter().filter(|row| row.is_clear());
    let clearest = clear.max_by(|one, other| one.change.abs().total_cmp(&other.change.abs()));
    let row = clearest.unwrap_or(overall);
    let Some(interval) = row.interval else {
        let people = pen.grouped(overall.people);
        return pen.line("report-changed-few", &[("n", FEWEST_DRAWN.into()), ("people", (&people).into())]);
    };
    let key = match (clearest, change.paired) {
        (Some(row), true) if row.change > 0.0 => "report-changed-better",
        (Some(_), true) => "report-changed-worse",
        (Some(row), false) if row.change > 0.0 => "report-changed-later-better",
        (Some(_), false) => "report-changed-later-worse",
        (None, true) => "report-changed-unclear",
        (None, false) => "report-changed-later-unclear",
    };
    let (name, points, ends) = (within(&row.name), signed(row.change), pen.signed_ends(interval));
    let values = [
        ("name", (&name).into()),
        ("points", (&points).into()),
        ("interval", (&ends).into()),
        ("n", change.rows.len().into()),
    ];
    pen.line(key, &values)
}

/// The name of the band that a score of 0–100 lies in.
pub(super) fn band_name(desk: &Desk<'_>, mean: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a score of at most 1000")]
    let band = desk.inputs.rubric.band((mean * 10.0).round() as i32);
    desk.pen.text(keys::band(band))
}
