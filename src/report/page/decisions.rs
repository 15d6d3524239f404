//! The decisions where people go wrong most: the line they chose, the better one, and why.

use serde::Serialize;

use super::Desk;
use super::text::{grouped, name, percent, short, whole, written};
use crate::report::statistics::{FEWEST, Interval, wilson};
use crate::report::summary::{Decision, DecisionId, Reply, SILENCE, SUMMED_UP, real};
use crate::scenario::{BeatId, ReplyId};
use crate::session::Session;

/// Most that are told.
const MOST: usize = 10;

/// One decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wrong {
    /// The scenario.
    pub scenario: String,
    /// What the customer had said, or what had happened.
    pub cue: String,
    /// People who met it.
    pub people: u64,
    /// Share of them who earned less than half of what could be earned, 0–100; none where nearly everybody did.
    pub share: Option<f64>,
    /// Its 95 % interval, 0–100.
    pub interval: Option<Interval>,
    /// Share and interval in words.
    pub text: String,
    /// The line that most of them chose.
    pub said: String,
    /// How many of them chose it.
    pub said_by: String,
    /// What it did to the customer, in the words of whoever wrote the scenario.
    pub why_not: String,
    /// What would have landed.
    pub better: String,
    /// Why.
    pub why: String,
}

pub(super) fn decisions(desk: &Desk<'_>) -> Vec<Wrong> {
    let mut found: Vec<(f64, &DecisionId, &Decision)> = desk
        .own
        .decisions
        .iter()
        .filter(|(_, decision)| decision.people >= desk.fewest() && decision.wrong >= desk.fewest())
        .map(|(id, decision)| (weight(desk, decision), id, decision))
        .collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    found.into_iter().filter_map(|(_, id, decision)| wrong(desk, id, decision)).take(MOST).collect()
}

/// What they are ordered by: the lower end of the share's interval, so that a few people do not come first. Of one person, the points lost.
fn weight(desk: &Desk<'_>, decision: &Decision) -> f64 {
    if desk.is_own() {
        return real(decision.points.best - decision.points.earned.min(decision.points.best));
    }
    wilson(decision.wrong, decision.people).map_or(0.0, |interval| interval.low)
}

fn wrong(desk: &Desk<'_>, (scenario, _, beat): &DecisionId, decision: &Decision) -> Option<Wrong> {
    let (_, hash, form) = &decision.version;
    let session = desk.inputs.sessions.session(hash, form.as_ref())?;
    let at = session.scenario().beats.get(beat)?;
    let spoken = at.says.as_ref().and_then(|says| says.values().last()).and_then(|says| says.wordings().first());
    let words = desk.inputs.words;
    let cue = match (spoken, &at.scene) {
        (Some(says), _) => words.quoted(&short(says)),
        (None, Some(scene)) => short(scene),
        (None, None) => String::new(),
    };
    let (most, reply) =
        decision.given.iter().filter(|(_, reply)| reply.wrong > 0).max_by_key(|(id, reply)| (reply.wrong, *id))?;
    // Fewer than five people behind a line would be seen through it.
    if reply.wrong < desk.fewest() {
        return None;
    }
    let (said, why_not) = said(desk, &session, beat, most, decision);
    let (better, why) = better(desk, &session, beat, most, decision);
    let hidden = !desk.is_own() && decision.people - decision.wrong > 0 && decision.people - decision.wrong < FEWEST;
    let shown = (!desk.is_own() && !hidden).then(|| wilson(decision.wrong, decision.people)).flatten();
    let share = real(decision.wrong) / real(decision.people.max(1));
    let title = desk.own.scenarios.get(scenario).map_or(scenario.as_str(), |one| one.title.1.as_str());
    Some(Wrong {
        scenario: name(title),
        cue,
        people: decision.people,
        share: shown.map(|_| share * 100.0),
        interval: shown.map(|ends| Interval { low: ends.low * 100.0, high: ends.high * 100.0 }),
        text: match shown {
            Some(ends) => format!("{} ({} to {})", percent(share), whole(ends.low * 100.0), whole(ends.high * 100.0)),
            None if desk.is_own() => {
                format!("{} of {} points", grouped(decision.points.earned), grouped(decision.points.best))
            }
            None => format!("nearly all of {}", grouped(decision.people)),
        },
        said: written(&said),
        said_by: said_by(desk, decision, reply),
        why_not: written(&why_not),
        better: written(&better),
        why: written(&why),
    })
}

fn said_by(desk: &Desk<'_>, decision: &Decision, reply: &Reply) -> String {
    let others = decision.wrong - reply.wrong;
    if desk.is_own() || others == 0 {
        return String::new();
    }
    if others < FEWEST {
        return "nearly all who went wrong said this".to_owned();
    }
    format!("{} of {} who went wrong said this", grouped(reply.wrong), grouped(decision.wrong))
}

/// The line that went wrong, and what it did.
fn said(desk: &Desk<'_>, session: &Session, beat: &BeatId, id: &str, decision: &Decision) -> (String, String) {
    match id {
        SILENCE => ("(nothing: they let the moment pass)".to_owned(), String::new()),
        SUMMED_UP => {
            let most = |counts: &std::collections::BTreeMap<String, u64>| {
                let most = counts
                    .iter()
                    .filter(|(_, count)| **count >= desk.fewest())
                    .max_by_key(|(id, count)| (**count, *id));
                most.map(|(id, _)| session.fragment_text(beat, id))
            };
            let left_out = most(&decision.left_out).map(|fact| format!("left out that {fact}"));
            let made_up = most(&decision.made_up).map(|decoy| format!("“heard” what nobody said: {decoy}"));
            let told: Vec<String> = [left_out, made_up].into_iter().flatten().collect();
            let told =
                if told.is_empty() { "summed up something else than was said".to_owned() } else { told.join("; ") };
            (format!("Summing up: {told}"), String::new())
        }
        reply => session.reply(beat, &ReplyId::from(reply)).map_or_else(Default::default, |taken| {
            (desk.inputs.words.quoted(&written(&taken.line())), taken.because.clone())
        }),
    }
}

/// The line that would have landed, and why.
fn better(desk: &Desk<'_>, session: &Session, beat: &BeatId, id: &str, decision: &Decision) -> (String, String) {
    if id == SUMMED_UP {
        let why = "People calm down when they hear their own facts back, all of them and nothing else.";
        return ("Name everything the customer said, and nothing the customer did not say.".to_owned(), why.to_owned());
    }
    let most = decision.better.iter().max_by_key(|(id, count)| (**count, *id));
    most.and_then(|(id, _)| session.reply(beat, id))
        .map_or_else(Default::default, |one| (desk.inputs.words.quoted(&written(&one.line())), one.because.clone()))
}
