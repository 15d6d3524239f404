//! The three sentences at the top: what people do well and badly, what costs customers, what changed.

use super::profile::scores;
use super::text::{Line, ends, figure, grouped, percent, say, signed, signed_ends, strong, whole};
use super::{Change, Desk, Profile};
use crate::customer::Outcome;
use crate::report::statistics::{FEWEST, FEWEST_DRAWN, mean, ratio};
use crate::report::summary::Person;
use crate::scenario::CompetencyId;
use crate::words::keys;

pub(super) fn sentences(desk: &Desk<'_>, profile: &[Profile], change: &Change) -> Vec<Line> {
    vec![strength(desk, profile), lost(desk), changed(desk, change)]
}

/// Strongest and weakest, where they can be told apart.
fn strength(desk: &Desk<'_>, profile: &[Profile]) -> Line {
    let scored = || profile.iter().filter(|one| one.mean.is_some());
    let by = |one: &&Profile, other: &&Profile| {
        let of = |one: &Profile| one.mean.unwrap_or_default();
        of(one).total_cmp(&of(other))
    };
    let (Some(best), Some(worst)) = (scored().max_by(by), scored().min_by(by)) else {
        return vec![say("There is not enough evidence yet to say what goes well and what does not.")];
    };
    if desk.is_own() {
        return vec![
            say("You are strongest in "),
            strong(best.name.to_lowercase()),
            say(" ("),
            figure(best.value.clone(), "how-score"),
            say(") and have most to gain in "),
            strong(worst.name.to_lowercase()),
            say(" ("),
            figure(worst.value.clone(), "how-score"),
            say(")."),
        ];
    }
    let number = |one: &Profile| figure(whole(one.mean.unwrap_or_default()), "how-score");
    if !apart(desk, best, worst) {
        return vec![
            say("The competencies "),
            strong("cannot be told apart"),
            say(" yet: they lie between "),
            number(worst),
            say(" and "),
            number(best),
            say(" of 100, and chance alone could explain that."),
        ];
    }
    let interval = worst.interval.map_or_else(String::new, |interval| format!(", 95 % interval {}", ends(interval)));
    vec![
        say("Our people are strongest in "),
        say(best.name.to_lowercase()),
        say(" ("),
        number(best),
        say(" of 100) and weakest in "),
        strong(worst.name.to_lowercase()),
        say(" ("),
        number(worst),
        say(format!("{interval}).")),
    ]
}

/// Whether the two differ within people by more than chance does.
fn apart(desk: &Desk<'_>, best: &Profile, worst: &Profile) -> bool {
    if scores(desk, &best.competency).len() < FEWEST_DRAWN || best.competency == worst.competency {
        return false;
    }
    let ids = [best, worst].map(|one| CompetencyId::from(one.competency.as_str()));
    let of = |person: &Person, at: usize| person.points.get(ids.get(at)?)?.share();
    let differences: Vec<f64> = desk.people.iter().filter_map(|person| Some(of(person, 0)? - of(person, 1)?)).collect();
    let found = mean(&differences, "report: strongest and weakest").and_then(|found| found.interval);
    found.is_some_and(|interval| interval.low > 0.0)
}

/// How many customers were lost, and the error that was made most.
fn lost(desk: &Desk<'_>) -> Line {
    let ranks = Outcome::ALL.into_iter().filter(|outcome| outcome.is_lost()).map(|outcome| usize::from(outcome.rank()));
    let ranks: Vec<usize> = ranks.collect();
    let of = |person: &Person| ranks.iter().filter_map(|rank| person.outcomes.get(*rank)).sum::<u64>();
    let pairs: Vec<(u64, u64)> = desk.people.iter().map(|person| (of(person), person.outcomes.iter().sum())).collect();
    let (k, n) = pairs.iter().fold((0, 0), |(k, n), (more, of)| (k + more, n + of));
    let behind = pairs.iter().filter(|(k, _)| *k > 0).count() as u64;
    let mut line = Vec::new();
    if desk.is_own() {
        line.push(say("Of your customers "));
        line.push(figure(format!("{} of {}", grouped(k), grouped(n)), "how-endings"));
        line.push(say(" were lost: they walked away or told the public"));
    } else if (1..FEWEST).contains(&behind) {
        line.push(say("Few customers were lost: fewer than five people had one who walked away or told the public"));
    } else if let Some(found) = ratio(&pairs, "report: lost") {
        line.push(figure(percent(found.mean), "how-endings"));
        let interval = found
            .interval
            .map(|ends| format!(" (95 % interval {} to {})", whole(ends.low * 100.0), whole(ends.high * 100.0)));
        line.push(say(format!(
            " of the customers{} were lost: they walked away or told the public",
            interval.unwrap_or_default()
        )));
    }
    if let Some((error, people)) = error(desk) {
        line.push(say(if desk.is_own() {
            "; your most frequent error was "
        } else {
            "; the most widespread error was "
        }));
        line.push(strong(format!("“{error}”")));
        if !desk.is_own() {
            line.push(say(", made by "));
            line.push(figure(super::text::of_people(people, desk.count()), "how-errors"));
            line.push(say(" people"));
        }
    }
    line.push(say("."));
    line
}

/// The error that most people made, and how many.
pub(super) fn error(desk: &Desk<'_>) -> Option<(String, u64)> {
    let made = |code: &str| desk.people.iter().filter(|person| person.errors.contains_key(code)).count() as u64;
    let times = |code: &str| desk.people.iter().filter_map(|person| person.errors.get(code)).sum::<u64>();
    let most = desk.inputs.rubric.errors.iter().max_by_key(|error| (made(&error.code), times(&error.code)))?;
    let people = made(&most.code);
    (people >= desk.fewest()).then(|| (desk.inputs.words.rubric().error(most).to_owned(), people))
}

fn changed(desk: &Desk<'_>, change: &Change) -> Line {
    let Some(overall) = change.rows.first() else {
        return vec![say("Whether anything changed cannot be said yet: it takes two measures.")];
    };
    if desk.is_own() {
        let since = vec![
            say(format!(
                "Between your two measures your score went from {} to {} (",
                whole(overall.first),
                whole(overall.second)
            )),
            figure(signed(overall.change), "how-change"),
            say("); the section on change says how much of that chance alone does."),
        ];
        return since;
    }
    let since = if change.paired {
        "Between the measure before and the one after, "
    } else {
        "Between people's first and latest scenarios, "
    };
    let clearest = change
        .rows
        .iter()
        .filter(|row| row.is_clear())
        .max_by(|one, other| one.change.abs().total_cmp(&other.change.abs()));
    match (clearest, overall.interval) {
        (Some(row), _) => vec![
            say(since),
            strong(format!(
                "{} has probably {}",
                row.name.to_lowercase(),
                if row.change > 0.0 { "improved" } else { "fallen" }
            )),
            say(" ("),
            figure(format!("{} points", signed(row.change)), "how-change"),
            say(format!(
                "{}; the clearest of {} changes looked at).",
                row.interval.map_or_else(String::new, |interval| format!(", 95 % interval {}", signed_ends(interval))),
                change.rows.len(),
            )),
        ],
        (None, Some(interval)) => vec![
            say(since),
            strong("no change is clear"),
            say(": overall "),
            figure(signed(overall.change), "how-change"),
            say(format!(", 95 % interval {}.", signed_ends(interval))),
        ],
        (None, None) => vec![
            say("Whether anything changed cannot be said yet: it takes "),
            say(format!("{FEWEST_DRAWN} people with two measures, and here are ")),
            figure(grouped(overall.people), "how-change"),
            say("."),
        ],
    }
}

/// The name of the ending that customers had most, for what to train next.
pub(super) fn band_name(desk: &Desk<'_>, mean: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a score of at most 1000")]
    let band = desk.inputs.rubric.band((mean * 10.0).round() as i32);
    desk.inputs.words.text(keys::band(band))
}
