//! What may have happened before a beat, whatever the conditions say: facts told, replies taken, promises made and kept.
//! What cannot have happened on any way can be called impossible; the rest is only possible.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::graph::{Graph, Via};
use crate::scenario::{Beat, Commit, Condition, Move, Reply, Says, Scenario};

/// Something that has happened, or not, at a point of the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark<'a> {
    /// The fact was told.
    Known(&'a str),
    /// The fact was taken up.
    Noticed(&'a str),
    /// The promise was made.
    Promised(&'a str),
    /// The promise was kept.
    Kept(&'a str),
    /// The promise was broken or lapsed.
    Broke(&'a str),
    /// This reply of this beat was taken.
    Chosen(&'a str, &'a str),
    /// A paraphrase was given.
    Heard,
}

/// A point of the conversation.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The beat's position in the graph.
    pub beat: usize,
    /// Where the reply is given already, how.
    pub after: Option<Via>,
}

/// So many marks are followed at once.
const LANES: usize = 64;
/// So many marks are followed in all; the rest counts as possible, so that a huge scenario takes no more than its share of time.
const MOST_MARKS: usize = 16 * LANES;

/// Which marks may stand at which beat.
pub struct Before<'a> {
    ids: BTreeMap<Mark<'a>, usize>,
    lanes: Vec<Lane>,
}

/// Sixty-four marks, one bit each.
#[derive(Default)]
struct Lane {
    /// At each position, once the beat is entered and its facts are told.
    at: Vec<u64>,
    entering: FxHashMap<usize, u64>,
    replying: FxHashMap<(usize, Via), u64>,
}

impl<'a> Before<'a> {
    /// For every mark that a condition or a used fact asks about.
    pub fn of(scenario: &'a Scenario, graph: &Graph<'a>) -> Self {
        let mut ids = BTreeMap::new();
        for (_, beat) in &graph.beats {
            asked(beat, &mut |mark| {
                let next = ids.len();
                if next < MOST_MARKS {
                    ids.entry(mark).or_insert(next);
                }
            });
        }
        let mut lanes: Vec<Lane> = Vec::new();
        lanes.resize_with(ids.len().div_ceil(LANES), Lane::default);
        for (position, (id, beat)) in graph.beats.iter().enumerate() {
            let mut set = |mark, via: Option<Via>| {
                let Some(number) = ids.get(&mark) else { return };
                if let Some(lane) = lanes.get_mut(number / LANES) {
                    let bits = match via {
                        None => lane.entering.entry(position).or_default(),
                        Some(via) => lane.replying.entry((position, via)).or_default(),
                    };
                    *bits |= 1 << (number % LANES);
                }
            };
            happens(scenario, id.as_str(), beat, &mut set);
        }
        for lane in &mut lanes {
            lane.follow(graph);
        }
        Self { ids, lanes }
    }

    /// Whether the mark may stand there.
    pub fn may(&self, mark: Mark<'a>, moment: Moment) -> bool {
        let Some(number) = self.ids.get(&mark) else { return true };
        let Some(lane) = self.lanes.get(number / LANES) else { return true };
        let told = lane.at.get(moment.beat).copied().unwrap_or(u64::MAX);
        let replied = moment.after.and_then(|via| lane.replying.get(&(moment.beat, via))).copied().unwrap_or(0);
        (told | replied) & (1 << (number % LANES)) != 0
    }
}

impl Lane {
    /// Carries every bit along every step.
    fn follow(&mut self, graph: &Graph<'_>) {
        self.at = (0..graph.beats.len()).map(|at| self.entering.get(&at).copied().unwrap_or(0)).collect();
        for group in &graph.order {
            // Within a group the conversation can go round, so until nothing is added any more.
            while self.step(graph, group) && group.iter().any(|at| graph.returns.get(*at) == Some(&true)) {}
        }
    }

    fn step(&mut self, graph: &Graph<'_>, group: &[usize]) -> bool {
        let mut more = false;
        for from in group {
            let here = self.at.get(*from).copied().unwrap_or(0);
            for edge in graph.out(*from) {
                let carried = here | self.replying.get(&(*from, edge.via)).copied().unwrap_or(0);
                if let Some(there) = self.at.get_mut(edge.to) {
                    more |= *there | carried != *there;
                    *there |= carried;
                }
            }
        }
        more
    }
}

/// What a beat and its replies make happen, on entering it or with a reply.
fn happens<'a>(scenario: &'a Scenario, id: &'a str, beat: &'a Beat, set: &mut impl FnMut(Mark<'a>, Option<Via>)) {
    for fact in &beat.reveals {
        set(Mark::Known(fact.as_str()), None);
    }
    if let Some(due) = &beat.due {
        if scenario.promises.get(due).is_some_and(|promise| !promise.can_keep) {
            set(Mark::Broke(due.as_str()), None);
        }
        if beat.silence.is_some() {
            set(Mark::Broke(due.as_str()), Some(Via::Silence));
        }
    }
    match &beat.reply {
        Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
            for ((reply, one), position) in moves.iter().zip(0..) {
                let via = Some(Via::Reply(position));
                set(Mark::Chosen(id, reply.as_str()), via);
                for fact in &one.uses {
                    set(Mark::Noticed(fact.as_str()), via);
                }
                for (promise, mark) in fates(one) {
                    set(mark(promise), via);
                }
            }
        }
        Some(Reply::Paraphrase(paraphrase)) => {
            let via = Some(Via::Reply(0));
            set(Mark::Heard, via);
            match &paraphrase.about {
                Some(about) => about.iter().for_each(|fact| set(Mark::Noticed(fact.as_str()), via)),
                None => scenario.facts.keys().for_each(|fact| set(Mark::Noticed(fact.as_str()), via)),
            }
        }
        None => {}
    }
}

type MarkOf<'a> = fn(&'a str) -> Mark<'a>;

/// What a reply does to promises.
fn fates(one: &Move) -> impl Iterator<Item = (&str, MarkOf<'_>)> {
    let fates: [(_, MarkOf<'_>); 3] =
        [(&one.promise, Mark::Promised), (&one.keeps, Mark::Kept), (&one.breaks, Mark::Broke)];
    fates.into_iter().filter_map(|(promise, mark)| Some((promise.as_ref()?.as_str(), mark)))
}

/// Every mark that something in a beat asks about.
fn asked<'a>(beat: &'a Beat, ask: &mut impl FnMut(Mark<'a>)) {
    let mut conditions: Vec<&Condition> = beat.says.iter().flat_map(Says::conditions).collect();
    match &beat.reply {
        Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
            for one in moves.values() {
                conditions.extend(one.when.iter().chain(one.to.conditions()));
                one.uses.iter().for_each(|fact| ask(Mark::Known(fact.as_str())));
            }
        }
        Some(Reply::Paraphrase(paraphrase)) => conditions.extend(paraphrase.to.conditions()),
        None => {}
    }
    conditions.extend(beat.silence.iter().flat_map(|silence| silence.to.conditions()));
    while let Some(condition) = conditions.pop() {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => conditions.extend(parts),
            Condition::Not(part) => conditions.push(part),
            leaf => mark_of(leaf).into_iter().for_each(&mut *ask),
        }
    }
}

/// What a condition without parts asks about, where that is something that happens.
pub fn mark_of(condition: &Condition) -> Option<Mark<'_>> {
    match condition {
        Condition::Knows(fact) => Some(Mark::Known(fact.as_str())),
        Condition::Noticed(fact) => Some(Mark::Noticed(fact.as_str())),
        Condition::Promised(promise) => Some(Mark::Promised(promise.as_str())),
        Condition::Kept(promise) => Some(Mark::Kept(promise.as_str())),
        Condition::Broke(promise) => Some(Mark::Broke(promise.as_str())),
        Condition::Chose(path) => Some(Mark::Chosen(path.beat.as_str(), path.reply.as_str())),
        Condition::Understood(_) => Some(Mark::Heard),
        Condition::Feels(_)
        | Condition::AtLeast(..)
        | Condition::AtMost(..)
        | Condition::All(_)
        | Condition::Any(_)
        | Condition::Not(_) => None,
    }
}
