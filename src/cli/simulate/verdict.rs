//! What a table of trainees says about the scenario, in sentences.

use super::table::percent;
use crate::bots::{Kind, MOST_MEAN, Row, rewarded};
use crate::score::shown;

/// Between these scores (0–1000) chance should average.
const CHANCE: std::ops::RangeInclusive<u16> = 300..=450;
/// The strongest replies should reach this score (0–1000).
const STRONGEST: u16 = 900;

/// The verdict first, then what else is worth a look.
pub fn sentences(rows: &[Row]) -> Vec<String> {
    if rows.iter().all(|row| row.overall.is_none()) {
        return vec![
            "No play had enough evidence for an overall score: it takes two competencies with three scored decisions each. Nobody can pass."
                .into(),
        ];
    }
    let mut sentences: Vec<String> = match rewarded(rows).as_slice() {
        [] => closest(rows).into_iter().collect(),
        found => found.iter().map(|row| reward(row)).collect(),
    };
    sentences.extend(rows.iter().filter_map(note));
    sentences
}

fn closest(rows: &[Row]) -> Option<String> {
    let mean = |row: &Row| row.overall.map_or(0, |overall| overall.mean);
    let test_wise = || rows.iter().filter(|row| row.kind == Kind::TestWise);
    let best = test_wise().map(mean).max()?;
    let closest = test_wise().find(|row| mean(row) == best)?;
    Some(format!("No test-wise habit passes; `{}` comes closest with {} of 100.", closest.bot, shown(best)))
}

fn reward(row: &Row) -> String {
    let mean = row.overall.map_or(0, |overall| overall.mean);
    let what = if mean > MOST_MEAN {
        format!("averages {} of 100, and {} is the most it should", shown(mean), shown(MOST_MEAN))
    } else {
        format!("passes in {} of its plays, and 5 % may be luck", percent(row.passed, row.plays))
    };
    match row.kind {
        Kind::Chance => format!(
            "Chance alone is rewarded: it {what}. Add scored decisions, or let more of the weaker replies tempt."
        ),
        Kind::TestWise | Kind::Weak | Kind::Able => {
            format!("The habit `{}` is rewarded: it {what}. {}", row.bot, advice(row.bot))
        }
    }
}

/// What to change where a habit is rewarded.
fn advice(bot: &str) -> &'static str {
    match bot {
        "longest" | "long-polite" | "long-sorry" => {
            "Shorten some of the strongest replies, or let weaker ones say more."
        }
        "shortest" => "Let some of the strongest replies say more than the weaker ones.",
        "asks" => "Let weaker replies ask too: not every question is listening.",
        "acts" => "Let weaker replies do something too: the wrong thing, or too early.",
        "politest" => "Let weaker replies be polite too: nobody in a good scenario is rude.",
        "sorry" => "Let some apologies be empty or too early, and some strong replies go without.",
        "payer" => "Let money alone not be enough: somebody has to be heard first.",
        "promiser" => "Let some promises be vague or impossible to keep.",
        "script" => "Let the polished phrases stand in weaker replies.",
        _ => "Too many replies of too many beats are good enough: make weaker ones more tempting.",
    }
}

/// What else is unusual about a trainee's score.
fn note(row: &Row) -> Option<String> {
    let overall = row.overall?;
    let mean = shown(overall.mean);
    match row.kind {
        Kind::Chance if overall.mean > *CHANCE.end() => Some(format!(
            "Chance averages {mean}, and 30 to 45 is usual: most replies are good enough, so a score says little."
        )),
        Kind::Chance if overall.mean < *CHANCE.start() => Some(format!(
            "Chance averages {mean}, and 30 to 45 is usual: there may be only one good reply in each beat."
        )),
        Kind::Weak if row.passed * 20 > row.plays => Some(format!(
            "The one-sided trainee `{}` passes in {} of its plays: one strength makes up for the weakness.",
            row.bot,
            percent(row.passed, row.plays)
        )),
        Kind::Able if row.bot == "perfect" && overall.mean < STRONGEST => Some(format!(
            "Taking the strongest reply each time earns only {mean}: no single reply has the best of every competency. See `amends explore`."
        )),
        Kind::Able if row.passed * 2 < row.plays => Some(format!(
            "The trainee `{}` passes in only {} of its plays: the pass mark may be out of reach for people too.",
            row.bot,
            percent(row.passed, row.plays)
        )),
        Kind::Chance | Kind::TestWise | Kind::Weak | Kind::Able => None,
    }
}
