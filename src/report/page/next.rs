//! What to train next: the weakest competency, the decision most worth talking through, the promises, and when to measure again.

use serde::Serialize;

use super::sentences::band_name;
use super::text::{Line, figure, say, strong, titled, whole};
use super::{Desk, Profile, Wrong, words};
use crate::report::summary::Scenario;
use crate::scenario::CompetencyId;

/// One piece of advice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Advice {
    /// What to do.
    pub title: String,
    /// Why, and how.
    pub lines: Vec<Line>,
}

pub(super) fn next(desk: &Desk<'_>, profile: &[Profile], decisions: &[Wrong]) -> Vec<Advice> {
    [weakest(desk, profile), talk(desk, decisions), promises(desk), Some(again(desk))].into_iter().flatten().collect()
}

fn weakest(desk: &Desk<'_>, profile: &[Profile]) -> Option<Advice> {
    let of = |one: &Profile| one.mean.unwrap_or(f64::INFINITY);
    let weakest = profile.iter().filter(|one| one.mean.is_some()).min_by(|one, other| of(one).total_cmp(&of(other)))?;
    let competency = desk.inputs.rubric.competency(&weakest.competency)?;
    let rubric = desk.inputs.words.rubric();
    let mean = weakest.mean?;
    let mut lines = vec![
        vec![
            say("Now at "),
            figure(whole(mean), "how-score"),
            say(format!(" of 100 ({}). The expected standard looks like this: ", band_name(desk, mean))),
            strong(rubric.anchor(competency, 2).to_owned()),
        ],
        words(format!("As good as it gets: {}", rubric.anchor(competency, 3))),
    ];
    let id = CompetencyId::from(weakest.competency.as_str());
    let hard = |scenario: &Scenario| scenario.scores.get(&id).filter(|moments| moments.n >= desk.fewest())?.mean();
    let mut hardest: Vec<(f64, &str)> =
        desk.own.scenarios.values().filter_map(|scenario| Some((hard(scenario)?, scenario.title.1.as_str()))).collect();
    hardest.sort_by(|one, other| one.0.total_cmp(&other.0));
    let titles: Vec<String> =
        hardest.iter().take(2).map(|(score, title)| format!("{} ({})", titled(title), whole(score / 10.0))).collect();
    if !titles.is_empty() {
        lines.push(words(format!("Practise it with hints where it was hardest: {}.", titles.join(" and "))));
    }
    Some(Advice { title: format!("Train {}", weakest.name.to_lowercase()), lines })
}

fn talk(desk: &Desk<'_>, decisions: &[Wrong]) -> Option<Advice> {
    let first = decisions.first()?;
    let title = if desk.is_own() { "Read one decision again" } else { "Talk one decision through together" };
    Some(Advice {
        title: title.to_owned(),
        lines: vec![words(format!(
            "{}, where the customer has come to {} {}",
            titled(&first.scenario),
            if first.cue.is_empty() { "this decision." } else { first.cue.as_str() },
            if desk.is_own() {
                "What did your line do to the customer?"
            } else {
                "Ask what each line does to the customer before showing the better one."
            },
        ))],
    })
}

fn promises(desk: &Desk<'_>) -> Option<Advice> {
    let of = |person: &&crate::report::summary::Person| person.promises;
    let failed = desk.people.iter().filter(|person| {
        let promises = of(person);
        promises.broken + promises.lapsed + promises.overdue + promises.dateless > 0
    });
    let failed = failed.count() as u64;
    (failed >= desk.fewest()).then(|| Advice {
        title: "Promise less, with a name and a date".to_owned(),
        lines: vec![vec![
            figure(super::text::of_people(failed, desk.count()), "how-promises"),
            say(if desk.is_own() { " (you) made a promise that was broken, vague or forgotten. " } else { " people made a promise that was broken, vague or forgotten. " }),
            say("A promise that holds says what, who and by when, and somebody goes back to it before its time is over."),
        ]],
    })
}

fn again(desk: &Desk<'_>) -> Advice {
    let needed = desk.reliability.and_then(|found| found.needed).map(|needed| needed.clamp(1, 14));
    let mut lines = vec![words(
        "Play a scenario nobody has prepared after 2, 6, 12 and 26 weeks, each time another one, with no hints. What is not repeated is forgotten.",
    )];
    if let Some(needed) = needed.filter(|_| !desk.is_own()) {
        lines.push(vec![
            say("For a dependable picture of each person plan about "),
            figure(needed.max(10).to_string(), "how-dependable"),
            say(" scenarios a person."),
        ]);
    }
    Advice { title: "Measure again, on other scenarios".to_owned(), lines }
}
