//! What a library holds not: no scenario for a persona, a channel or a finding, a competency that is hardly scored. Each gap is one
//! sentence for people.

use std::collections::BTreeSet;

use super::{FINDINGS, Figures};
use crate::customer::{Feeling, Kind};
use crate::rubric::{Competency, TOP_LEVEL};
use crate::scenario::{Channel, Phase, Rules};

/// So few replies at a level are hardly any: nobody meets them in most plays.
const HARDLY: usize = 3;

/// Everything that scenarios together hold not, in plain words. Of a single scenario only what it needs for itself is asked for.
#[must_use]
pub fn gaps(all: &[Figures], rules: &Rules) -> Vec<String> {
    let mut gaps = Vec::new();
    if all.len() > 1 {
        let mut missing = |of: &str, which: Vec<String>| {
            if !which.is_empty() {
                gaps.push(format!("No scenario {of} {}.", or(&which)));
            }
        };
        missing(
            "has the persona",
            without(rules.personas.ids(), |id| all.iter().any(|one| one.any(|told| told.persona == id)), str::to_owned),
        );
        missing(
            "takes place",
            without(
                CHANNELS,
                |channel| all.iter().any(|one| one.any(|told| told.channels.contains(&channel))),
                |channel| on(channel).to_owned(),
            ),
        );
        missing(
            "takes place",
            without(PHASES, |phase| all.iter().any(|one| one.phases.contains(&phase)), |phase| when(phase).to_owned()),
        );
        missing(
            "begins with a customer who is",
            without(
                Feeling::ALL,
                |feeling| all.iter().any(|one| one.any(|told| told.start == feeling)),
                |feeling| how(feeling).to_owned(),
            ),
        );
        missing(
            "is about",
            without(
                [Kind::Economic, Kind::Social],
                |kind| all.iter().any(|one| one.severity > 0 && one.kind == kind),
                |kind| loss(kind).to_owned(),
            ),
        );
        missing(
            "begins with",
            without(
                0..=3,
                |severity| all.iter().any(|one| one.severity == severity),
                |severity| severity_in_words(severity).to_owned(),
            ),
        );
        if !all.iter().any(|one| !one.changes.is_empty()) {
            gaps.push("In no scenario does the channel change.".into());
        }
        if !all.iter().any(|one| !one.translations.is_empty()) {
            gaps.push("No scenario is there in a second language.".into());
        }
        if !all.iter().any(|one| one.personas().len() >= 3) {
            gaps.push("No scenario can be played with three personas.".into());
        }
        if !all.iter().any(Figures::has_twin) {
            gaps.push(
                "No scenario has a fairness pair: the same case with another name, way of speaking or channel.".into(),
            );
        }
        for finding in FINDINGS
            .iter()
            .filter(|finding| !all.iter().any(|one| one.any(|told| told.findings.contains(&finding.number))))
        {
            gaps.push(format!(
                "No scenario exercises finding {}, “{}”: it needs {}.",
                finding.number, finding.about, finding.needs
            ));
        }
    }
    if !all.is_empty() && all.iter().all(|one| one.due.is_empty()) {
        let what = if all.len() == 1 { "No promise comes due." } else { "In no scenario does a promise come due." };
        gaps.push(what.into());
    }
    let without_guide: Vec<&str> = all.iter().filter(|one| !one.guide).map(|one| one.id.as_str()).collect();
    if !without_guide.is_empty() {
        gaps.push(format!("No facilitator's page: {}.", without_guide.join(", ")));
    }
    for competency in &rules.rubric.competencies {
        scored_too_little(all, competency, rules, &mut gaps);
        levels_too_rare(all, competency, &mut gaps);
    }
    gaps
}

const CHANNELS: [Channel; 5] = [Channel::FaceToFace, Channel::Phone, Channel::Email, Channel::Chat, Channel::Social];
const PHASES: [Phase; 3] = [Phase::Before, Phase::During, Phase::After];

fn without<T: Copy>(
    every: impl IntoIterator<Item = T>,
    held: impl Fn(T) -> bool,
    name: impl Fn(T) -> String,
) -> Vec<String> {
    every.into_iter().filter(|one| !held(*one)).map(name).collect()
}

/// A competency that fewer decisions score than it takes to count.
fn scored_too_little(all: &[Figures], competency: &Competency, rules: &Rules, gaps: &mut Vec<String>) {
    let needed = usize::try_from(rules.rubric.pass.decisions).unwrap_or(usize::MAX);
    let scored = |one: &Figures| one.competency(&competency.id).map_or(0, |balance| balance.decisions);
    let name = &competency.name;
    let few: Vec<&Figures> = all.iter().filter(|one| scored(one) < needed).collect();
    match (few.as_slice(), all) {
        ([], _) => {}
        ([one], [_]) => {
            gaps.push(format!(
                "{name} is scored by {} of its decisions; it takes {needed} to count.",
                number(scored(one))
            ));
        }
        (few, all) => {
            let ids: BTreeSet<&str> = few.iter().map(|one| one.id.as_str()).collect();
            let ids: Vec<&str> = ids.into_iter().collect();
            gaps.push(format!(
                "{name} is scored by fewer than {needed} decisions, too few to count, in {} of {} scenarios: {}.",
                few.len(),
                all.len(),
                ids.join(", ")
            ));
        }
    }
}

/// A level of a competency that hardly any reply shows.
fn levels_too_rare(all: &[Figures], competency: &Competency, gaps: &mut Vec<String>) {
    for level in 0..=TOP_LEVEL {
        let of = |one: &Figures| one.competency(&competency.id)?.levels.get(usize::from(level)).copied();
        let shown: usize = all.iter().filter_map(of).sum();
        if shown < if all.len() > 1 { HARDLY } else { 1 } {
            let replies = if shown == 1 { "reply shows" } else { "replies show" };
            gaps.push(format!(
                "{} {replies} {} at level {level}.",
                capital(&number(shown)),
                competency.name.to_lowercase()
            ));
        }
    }
}

fn number(count: usize) -> String {
    match count {
        0 => "no".to_owned(),
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        more => more.to_string(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn or(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn on(channel: Channel) -> &'static str {
    match channel {
        Channel::FaceToFace => "face to face",
        Channel::Phone => "on the phone",
        Channel::Email => "by mail",
        Channel::Chat => "by chat",
        Channel::Social => "in public posts",
    }
}

fn when(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before the purchase",
        Phase::During => "during the service",
        Phase::After => "after the service",
    }
}

fn how(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Happy => "happy",
        Feeling::Indifferent => "indifferent",
        Feeling::Upset => "upset",
    }
}

fn loss(kind: Kind) -> &'static str {
    match kind {
        Kind::Economic => "a loss of money, goods or time",
        Kind::Social => "a loss of respect",
    }
}

fn severity_in_words(severity: u8) -> &'static str {
    match severity {
        0 => "nothing gone wrong (severity 0)",
        1 => "a small failure (severity 1)",
        2 => "a serious failure (severity 2)",
        _ => "a grave failure (severity 3)",
    }
}
