//! S208 to S211: promises that nobody can make, that never come due, that come due at the wrong time, and that no reply keeps.

use std::collections::BTreeMap;

use super::{page, sound};
use crate::check::finding::{Findings, Path};
use crate::check::graph::{Graph, Via};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::scenario::{Beat, BeatId, Promise, PromiseId, Scenario, Span};

pub const NEVER_MADE: Rule = sound("S208", "promise-never-made", Severity::Warning, page!("S208"), find_never_made);
pub const NEVER_DUE: Rule = sound("S209", "promise-never-due", Severity::Error, page!("S209"), find_never_due);
pub const OUT_OF_TIME: Rule = sound("S210", "due-out-of-time", Severity::Warning, page!("S210"), find_out_of_time);
pub const NEVER_KEPT: Rule = sound("S211", "cannot-be-kept", Severity::Warning, page!("S211"), find_never_kept);

/// So many steps are taken in all to add up times, so that a huge scenario takes no more than its share.
const MOST_STEPS: usize = 2_000_000;
const DAY: u64 = 24 * 60 * 60;

fn find_never_made(subject: &Subject<'_>, findings: &mut Findings) {
    let made = made(subject);
    for id in subject.scenario.promises.keys().filter(|id| !made.contains_key(id)) {
        findings
            .add(Path::field("promises").to(id.as_str()), format!("no reply makes the promise `{id}`"))
            .at_name()
            .why("The trainee can never make it, so it can neither be kept nor broken.")
            .help(format!("Give an offer `promise: \"{id}\"`, or take the promise out."));
    }
}

fn find_never_due(subject: &Subject<'_>, findings: &mut Findings) {
    let (made, due) = (made(subject), due(subject.scenario));
    let forgotten = |id: &PromiseId, promise: &Promise| {
        // A vague promise falls due on no day, and one that cannot be kept breaks by itself.
        made.contains_key(id) && !due.contains_key(id) && promise.can_keep && !promise.is_vague()
    };
    for (id, _) in subject.scenario.promises.iter().filter(|(id, promise)| forgotten(id, promise)) {
        findings
            .add(Path::field("promises").to(id.as_str()), format!("the promise `{id}` never comes due"))
            .at_name()
            .why("Whether it is kept is what the customer remembers, and here the trainee is never asked.")
            .help(format!("Add a beat with `due: \"{id}\"` in which replies keep, move or break it."));
    }
}

fn find_never_kept(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions() {
        let Some(due) = &decision.beat.due else { continue };
        let Some(promise) = subject.scenario.promises.get(due) else { continue };
        let path = || Path::beat(decision.beat_id).to("due");
        if !promise.can_keep {
            findings
                .add(path(), format!("nothing is asked here: the promise `{due}` breaks by itself"))
                .why("It has `can_keep: false`, so it is broken before the trainee could reply, and the conversation goes on with `otherwise`.")
                .help("Take `due` out of this beat, or let the promise be one that can be kept.");
        } else if !decision.replies.iter().any(|reply| reply.one.keeps.is_some()) {
            findings
                .add(path(), format!("no reply here keeps the promise `{due}`"))
                .why("A trainee who wants to keep their word has no way to.")
                .help(format!("Add a reply with `keeps: \"{due}\"`."));
        }
    }
}

fn find_out_of_time(subject: &Subject<'_>, findings: &mut Findings) {
    let graph = subject.graph();
    let (made, due) = (made(subject), due(subject.scenario));
    let ranks = Ranks::of(graph);
    let mut steps = MOST_STEPS;
    for (id, promise) in subject.scenario.promises.iter().filter(|(_, promise)| promise.can_keep) {
        let (Some(makers), Some(beats)) = (made.get(id), due.get(id)) else { continue };
        let vague = promise.is_vague();
        let by = seconds(promise.by.unwrap_or_else(|| hope(subject.scenario, makers)));
        let times = ranks.times(graph, makers, beats, &mut steps);
        for (beat, time) in times {
            let Some((beat_id, _)) = graph.beats.get(beat) else { continue };
            // A vague promise has no day that could be over.
            let late = time.least > by && !vague;
            // A day's promise that is due in the same hour; within a day nobody counts.
            let early = by >= DAY && time.most < by / 2;
            let (passed, what) = match (late, early) {
                (true, _) => (length(time.least), "at the earliest"),
                (_, true) => (length(time.most), "at the latest"),
                (false, false) => continue,
            };
            let why = if late {
                "Nobody can keep a promise whose day is over when it is asked about."
            } else {
                "The customer is still content to wait, so keeping it now proves little."
            };
            let (is_for, help) = if vague {
                (
                    "is hoped for within",
                    "Change `after` of the beats on the way, or give the promise an owner and a day.",
                )
            } else {
                ("is for", "Change `by` of the promise, or `after` of the beats on the way.")
            };
            findings
                .add(
                    Path::beat(beat_id).to("due"),
                    format!("the promise `{id}` {is_for} {}, and it comes due after {passed} {what}", length(by)),
                )
                .why(why)
                .help(help);
        }
    }
}

/// How long the customer hopes for what is promised without a date: as long as on the channel where it is first promised.
fn hope(scenario: &Scenario, makers: &[(&BeatId, u32)]) -> Span {
    let own = makers.first().and_then(|(beat, _)| scenario.beats.get(*beat)?.channel);
    let start = || scenario.beats.get(&scenario.start).and_then(|beat| beat.channel);
    own.or_else(start).unwrap_or_default().hope()
}

/// Every promise that a reply makes, with the beat's position among the decisions' ids and the reply's number.
fn made<'a>(subject: &Subject<'a>) -> BTreeMap<&'a PromiseId, Vec<(&'a BeatId, u32)>> {
    let mut made: BTreeMap<&PromiseId, Vec<(&BeatId, u32)>> = BTreeMap::new();
    for decision in subject.decisions() {
        for (reply, number) in decision.replies.iter().zip(0..) {
            if let Some(promise) = &reply.one.promise {
                made.entry(promise).or_default().push((decision.beat_id, number));
            }
        }
    }
    made
}

/// Every promise that comes due somewhere, with the beats.
fn due(scenario: &Scenario) -> BTreeMap<&PromiseId, Vec<&BeatId>> {
    let mut due: BTreeMap<&PromiseId, Vec<&BeatId>> = BTreeMap::new();
    for (id, beat) in &scenario.beats {
        if let Some(promise) = &beat.due {
            due.entry(promise).or_default().push(id);
        }
    }
    due
}

/// Time that passes on the ways between two places, in seconds.
#[derive(Clone, Copy)]
struct Time {
    least: u64,
    most: u64,
}

/// The graph's positions in an order in which every way goes up.
struct Ranks {
    rank: Vec<usize>,
    by_rank: Vec<usize>,
}

impl Ranks {
    fn of(graph: &Graph<'_>) -> Self {
        let by_rank: Vec<usize> = graph.order.iter().flatten().copied().collect();
        let mut rank = vec![0; by_rank.len()];
        for (number, position) in by_rank.iter().enumerate() {
            if let Some(rank) = rank.get_mut(*position) {
                *rank = number;
            }
        }
        Self { rank, by_rank }
    }

    /// The time from each reply that makes a promise to each beat where it is due, over all ways.
    fn times(
        &self,
        graph: &Graph<'_>,
        makers: &[(&BeatId, u32)],
        due: &[&BeatId],
        steps: &mut usize,
    ) -> BTreeMap<usize, Time> {
        let rank = |position: usize| self.rank.get(position).copied().unwrap_or(0);
        let ends: Vec<usize> = due.iter().filter_map(|id| graph.position(id.as_str())).collect();
        let last = ends.iter().map(|end| rank(*end)).max().unwrap_or(0);
        let mut times: BTreeMap<usize, Time> = BTreeMap::new();
        let mut first = usize::MAX;
        for (beat, number) in makers {
            let Some(from) = graph.position(beat.as_str()) else { continue };
            for edge in graph.out(from).iter().filter(|edge| edge.via == Via::Reply(*number)) {
                first = first.min(rank(edge.to));
                arrive(graph, &mut times, edge.to, Time { least: 0, most: 0 });
            }
        }
        for number in first..=last {
            let Some(from) = self.by_rank.get(number) else { break };
            let Some(time) = times.get(from).copied() else { continue };
            if *steps == 0 || graph.returns.get(*from).copied().unwrap_or(true) {
                // A way that goes round has no one length; nothing is said about what lies behind it.
                return BTreeMap::new();
            }
            // Once it is due, it is settled.
            if ends.contains(from) {
                continue;
            }
            for edge in graph.out(*from) {
                *steps = steps.saturating_sub(1);
                arrive(graph, &mut times, edge.to, time);
            }
        }
        times.retain(|position, _| ends.contains(position));
        times
    }
}

fn arrive(graph: &Graph<'_>, times: &mut BTreeMap<usize, Time>, at: usize, time: Time) {
    let passes = |beat: &Beat| beat.after.map_or(0, seconds) + beat.waits.map_or(0, |wait| seconds(wait.time));
    let own = graph.beats.get(at).map_or(0, |(_, beat)| passes(beat));
    let time = Time { least: time.least + own, most: time.most + own };
    times
        .entry(at)
        .and_modify(|known| {
            known.least = known.least.min(time.least);
            known.most = known.most.max(time.most);
        })
        .or_insert(time);
}

fn seconds(span: Span) -> u64 {
    match span {
        Span::Seconds(n) => u64::from(n),
        Span::Minutes(n) => u64::from(n) * 60,
        Span::Hours(n) => u64::from(n) * 60 * 60,
        Span::Days(n) => u64::from(n) * DAY,
    }
}

fn length(seconds: u64) -> String {
    let (count, unit) = match seconds {
        0 => return "no time".to_owned(),
        _ if seconds.is_multiple_of(DAY) => (seconds / DAY, "day"),
        _ if seconds.is_multiple_of(3600) => (seconds / 3600, "hour"),
        _ if seconds.is_multiple_of(60) => (seconds / 60, "minute"),
        _ => (seconds, "second"),
    };
    if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
}
