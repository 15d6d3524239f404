//! The decisions where people go wrong most: the line they chose, the better one, and why.

use serde::Serialize;

use super::Desk;
use super::figures::wilson;
use super::shown::{Behind, FEWEST, is_shown};
use super::text::{name, short, written};
use crate::measurement::Interval;
use crate::measurement::privacy::Table;
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

/// A decision with what may be told of it.
pub(super) struct Met<'a> {
    pub(super) id: &'a DecisionId,
    pub(super) own: &'a Decision,
    /// Its replies, in the order of the table's columns.
    pub(super) replies: Vec<(&'a str, Reply)>,
    /// Who went wrong and who did not (rows) with which reply (columns).
    pub(super) shown: Option<Table>,
    /// Whether the number of people who met it may be told.
    pub(super) is_told: bool,
    /// Whether the share that went wrong may be told.
    pub(super) wrong_is_told: bool,
}

/// The decisions that so many people met that they may be told of, each with what may be shown.
pub(super) fn met<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = Met<'a>> {
    desk.own.decisions.iter().map(|(id, own)| {
        let nobody = Decision::default();
        let all = desk.inputs.everybody.decisions.get(id).unwrap_or(&nobody);
        let replies: Vec<(&str, Reply)> = own.given.iter().map(|(id, reply)| (id.as_str(), *reply)).collect();
        let of_all = |id: &str| all.given.get(id).copied().unwrap_or_default();
        let row = |of: &dyn Fn(&Reply) -> u64| {
            let behind = |(id, reply): &(&str, Reply)| Behind { own: of(reply), all: of(&of_all(id)) };
            replies.iter().map(behind).collect::<Vec<Behind>>()
        };
        let shown = desk.table(&[row(&|reply| reply.wrong), row(&|reply| reply.people - reply.wrong)]);
        let right = |decision: &Decision| decision.people - decision.wrong;
        let is_told = desk.may_show(Behind { own: own.people, all: all.people });
        // Neither those who went wrong nor the others may be few; "all of them" tells of each.
        let both = [(own.wrong, all.wrong), (right(own), right(all))];
        let wrong_is_told = is_told
            && both.into_iter().all(|(own, all)| desk.may_show(Behind { own, all }))
            && shown.as_ref().is_some_and(|shown| is_shown(shown.row_totals.first()));
        Met { id, own, replies, shown, is_told, wrong_is_told }
    })
}

pub(super) fn decisions(desk: &Desk<'_>) -> Vec<Wrong> {
    let worth_telling = |met: &Met<'_>| {
        let wrong = met.own.wrong;
        met.is_told && wrong > 0 && (desk.is_own() || met.wrong_is_told || wrong >= FEWEST)
    };
    let mut found: Vec<(f64, Met<'_>)> = met(desk).filter(worth_telling).map(|met| (weight(desk, &met), met)).collect();
    found.sort_by(|(one, first), (other, second)| other.total_cmp(one).then_with(|| first.id.cmp(second.id)));
    found.into_iter().filter_map(|(_, met)| wrong(desk, &met)).take(MOST).collect()
}

/// What they are ordered by: the lower end of the share's interval, so that a few people do not come first. Of one person, the points lost.
fn weight(desk: &Desk<'_>, met: &Met<'_>) -> f64 {
    if desk.is_own() {
        return real(met.own.points.best - met.own.points.earned.min(met.own.points.best));
    }
    wilson(met.own.wrong, met.own.people).map_or(0.0, |interval| interval.lower)
}

/// What the customer had said at a decision, or what had happened.
pub(super) fn cue(desk: &Desk<'_>, session: &Session, beat: &BeatId) -> Option<String> {
    let at = session.scenario().beats.get(beat)?;
    let spoken = at.says.as_ref().and_then(|says| says.values().last()).and_then(|says| says.wordings().first());
    Some(match (spoken, &at.scene) {
        (Some(says), _) => desk.pen.quoted(&short(says)),
        (None, Some(scene)) => short(scene),
        (None, None) => String::new(),
    })
}

fn wrong(desk: &Desk<'_>, met: &Met<'_>) -> Option<Wrong> {
    let (scenario, _, beat) = met.id;
    let (_, hash, form) = &met.own.version;
    let session = desk.inputs.sessions.session(hash, form.as_ref())?;
    // Fewer than five people behind a line would be seen through it.
    let cells = met.shown.as_ref().and_then(|shown| shown.cells.first());
    let told = met.replies.iter().enumerate().filter(|(at, (_, reply))| {
        let is_shown = is_shown(cells.and_then(|cells| cells.get(*at)));
        reply.wrong > 0 && (desk.is_own() || (is_shown && reply.wrong >= FEWEST))
    });
    let (_, (most, reply)) = told.max_by_key(|(_, (id, reply))| (reply.wrong, *id))?;
    let (said, why_not) = said(desk, &session, beat, most, met.own);
    let (better, why) = better(desk, &session, beat, most, met.own);
    let interval = wilson(met.own.wrong, met.own.people).filter(|_| met.wrong_is_told && !desk.is_own());
    let interval = interval.map(|ends| Interval { lower: ends.lower * 100.0, upper: ends.upper * 100.0 });
    let share = 100.0 * real(met.own.wrong) / real(met.own.people.max(1));
    Some(Wrong {
        scenario: title(desk, scenario),
        cue: cue(desk, &session, beat)?,
        people: met.own.people,
        share: interval.map(|_| share),
        interval,
        text: text(desk, met, share, interval),
        said: written(&said),
        said_by: said_by(desk, met, *reply),
        why_not: written(&why_not),
        better: written(&better),
        why: written(&why),
    })
}

/// A scenario's title.
pub(super) fn title(desk: &Desk<'_>, scenario: &str) -> String {
    name(desk.own.scenarios.get(scenario).map_or(scenario, |one| one.title.1.as_str()))
}

fn text(desk: &Desk<'_>, met: &Met<'_>, share: f64, interval: Option<Interval>) -> String {
    let (pen, points) = (&desk.pen, met.own.points);
    match interval {
        Some(interval) => {
            let people = pen.counted("report-of-people", met.own.people);
            let share = pen.percent_with(share, interval);
            pen.format("report-wrong-share", &[("share", (&share).into()), ("people", (&people).into())])
        }
        None if desk.is_own() => {
            let values = [pen.grouped(points.earned), pen.grouped(points.best)];
            let [k, n] = &values;
            pen.format("report-points", &[("k", k.into()), ("n", n.into())])
        }
        None => pen.counted("report-wrong-nearly-all", met.own.people),
    }
}

fn said_by(desk: &Desk<'_>, met: &Met<'_>, reply: Reply) -> String {
    let others = met.own.wrong - reply.wrong;
    if desk.is_own() || others == 0 || !met.wrong_is_told {
        return String::new();
    }
    if others < FEWEST {
        return desk.pen.text("report-said-by-nearly-all");
    }
    let values = [desk.pen.grouped(reply.wrong), desk.pen.grouped(met.own.wrong)];
    let [k, n] = &values;
    desk.pen.format("report-said-by", &[("k", k.into()), ("n", n.into())])
}

/// The line that went wrong, and what it did.
fn said(desk: &Desk<'_>, session: &Session, beat: &BeatId, id: &str, decision: &Decision) -> (String, String) {
    let pen = &desk.pen;
    match id {
        SILENCE => (pen.text("report-said-nothing"), String::new()),
        SUMMED_UP => {
            let most = |counts: &std::collections::BTreeMap<String, u64>| {
                let enough = counts.iter().filter(|(_, count)| **count >= desk.fewest());
                enough.max_by_key(|(id, count)| (**count, *id)).map(|(id, _)| session.fragment_text(beat, id))
            };
            let told = |key: &str, text: String| pen.format(key, &[("text", (&text).into())]);
            let left_out = most(&decision.left_out).map(|fact| told("report-left-out", fact));
            let made_up = most(&decision.made_up).map(|decoy| told("report-made-up", decoy));
            let parts: Vec<String> = [left_out, made_up].into_iter().flatten().collect();
            let parts = if parts.is_empty() { pen.text("report-summed-up-else") } else { parts.join("; ") };
            (told("report-summed-up", parts), String::new())
        }
        reply => session
            .reply(beat, &ReplyId::from(reply))
            .map_or_else(Default::default, |taken| (pen.quoted(&written(&taken.line())), taken.because.clone())),
    }
}

/// The line that would have landed, and why.
fn better(desk: &Desk<'_>, session: &Session, beat: &BeatId, id: &str, decision: &Decision) -> (String, String) {
    if id == SUMMED_UP {
        return (desk.pen.text("report-summed-up-better"), desk.pen.text("report-summed-up-why"));
    }
    let most = decision.better.iter().max_by_key(|(id, count)| (**count, *id));
    most.and_then(|(id, _)| session.reply(beat, id))
        .map_or_else(Default::default, |one| (desk.pen.quoted(&written(&one.line())), one.because.clone()))
}
