//! What only a complete walk can say, worked out on the joined graph in single passes.

use std::collections::BTreeMap;

use super::extremes;
use super::menu::{Give, Menu};
use super::paths::{follow, given};
use super::quotient::Quotient;
use super::reached::of_ranks;
use super::walk::{ENDINGS, Target, Walk, is_left, rank};
use super::{Answers, Closing, ClosingReply, Fewest, Same};
use crate::customer::Outcome;
use crate::scenario::ReplyId;
use crate::session::Given;
use crate::session::plan::{Index, Plan, at};

/// The answers; none where the states run in a circle, which the loader refuses.
pub(super) fn answers(plan: &Plan, walk: Walk) -> Option<Answers> {
    let outcomes = of_ranks(walk.seen.outcomes);
    let graph = Quotient::new(walk)?;
    let ends = ends(&graph);
    let plays = plays(&graph);
    let scored =
        |competency: &usize| graph.menus.iter().any(|menu| menu.best.get(*competency).is_some_and(|best| *best > 0));
    let competencies: Vec<usize> = (0..plan.competencies.len()).filter(scored).collect();
    let mut scores = Vec::new();
    for competency in &competencies {
        scores.extend(extremes::range(plan, &graph, *competency, None, &|_| true, &|| true));
        for outcome in &outcomes {
            let with = |target: Target| rank(target) == Some(outcome.rank());
            scores.extend(extremes::range(plan, &graph, *competency, Some(*outcome), &with, &|| true));
        }
    }
    let total = plays.first().copied().flatten();
    Some(Answers {
        futures: graph.len() as u64,
        plays: total,
        length: length(&graph),
        shortest: outcomes.iter().filter_map(|outcome| Some((*outcome, shortest(plan, &graph, *outcome)?))).collect(),
        scores,
        fewest: competencies.iter().filter_map(|competency| fewest(plan, &graph, *competency)).collect(),
        same: same(plan, &graph),
        closing: closing(plan, &graph, &ends),
        shares: shares(total, &outcomes, &plays),
    })
}

/// By node: the ranks of the outcomes that can still be reached, as bits.
pub(super) fn ends(graph: &Quotient) -> Vec<u8> {
    let mut ends: Vec<u8> = Vec::with_capacity(graph.len());
    for (_, _, targets) in graph.nodes() {
        let joined = targets.iter().fold(0, |joined, target| joined | ends_of(&ends, *target));
        ends.push(joined);
    }
    ends
}

pub(super) fn ends_of(ends: &[u8], target: Target) -> u8 {
    match rank(target) {
        Some(rank) => 1 << rank,
        None => ends.get(at(target)).copied().unwrap_or(0),
    }
}

/// How many plays there are, and how many by the rank of their outcome; none where a number of 128 bits is too small.
fn plays(graph: &Quotient) -> [Option<u128>; 6] {
    const NOTHING: [Option<u128>; 6] = [Some(0); 6];
    let mut counts: Vec<[Option<u128>; 6]> = Vec::with_capacity(graph.len());
    let of = |counts: &[[Option<u128>; 6]], target: Target| match rank(target) {
        Some(rank) => {
            let mut one = NOTHING;
            for place in [0, usize::from(rank) + 1] {
                if let Some(slot) = one.get_mut(place) {
                    *slot = Some(1);
                }
            }
            one
        }
        None => counts.get(at(target)).copied().unwrap_or(NOTHING),
    };
    for (node, ..) in graph.nodes() {
        let mut sum = NOTHING;
        for (_, item, target) in graph.ways(node) {
            for (slot, there) in sum.iter_mut().zip(of(&counts, target)) {
                let more = there.and_then(|there| there.checked_mul(item.weight.into()));
                *slot = slot.and_then(|slot| slot.checked_add(more?));
            }
        }
        counts.push(sum);
    }
    of(&counts, graph.first)
}

#[expect(clippy::cast_precision_loss, reason = "a share for people needs no more digits than a float has")]
fn shares(total: Option<u128>, outcomes: &[Outcome], plays: &[Option<u128>; 6]) -> Option<BTreeMap<Outcome, f64>> {
    let total = total.filter(|total| *total > 0)?;
    let share = |outcome: &Outcome| {
        let count = plays.get(usize::from(outcome.rank()) + 1).copied().flatten()?;
        Some((*outcome, count as f64 / total as f64))
    };
    outcomes.iter().map(share).collect()
}

/// Fewest and most replies to an end.
fn length(graph: &Quotient) -> (u32, u32) {
    let mut lengths: Vec<(u32, u32)> = Vec::with_capacity(graph.len());
    let of = |lengths: &[(u32, u32)], target: Target| {
        lengths.get(at(target)).copied().filter(|_| target < ENDINGS).unwrap_or((0, 0))
    };
    for (_, _, targets) in graph.nodes() {
        let there = || targets.iter().map(|target| of(&lengths, *target));
        let least = there().map(|(least, _)| least).min().unwrap_or(0);
        let most = there().map(|(_, most)| most).max().unwrap_or(0);
        lengths.push((least + 1, most + 1));
    }
    of(&lengths, graph.first)
}

/// A play with the least sum of `cost` over its items, to an ending that `allowed` lets through, and that sum; shorter plays win
/// where sums are equal.
fn cheapest(
    plan: &Plan,
    graph: &Quotient,
    allowed: impl Fn(Target) -> bool,
    cost: impl Fn(&Menu) -> u64,
) -> Option<(u64, Vec<Given>)> {
    const STEP: u64 = 1;
    const HEAVY: u64 = 1 << 32;
    let mut costs: Vec<Option<u64>> = Vec::with_capacity(graph.len());
    let of = |costs: &[Option<u64>], target: Target| {
        if target >= ENDINGS { allowed(target).then_some(0) } else { costs.get(at(target)).copied().flatten() }
    };
    for (_, menu, targets) in graph.nodes() {
        let rest = targets.iter().filter_map(|target| of(&costs, *target)).min();
        costs.push(rest.map(|rest| rest + cost(menu) * HEAVY + STEP));
    }
    let sum = of(&costs, graph.first)?;
    let mut play = Vec::new();
    let choose = |node: u32| {
        let least = graph.ways(node).filter_map(|(_, _, target)| of(&costs, target)).min()?;
        graph.ways(node).position(|(_, _, target)| of(&costs, target) == Some(least))
    };
    follow(graph, choose, |beat, _, item| play.push(given(plan, beat, &item.give)));
    Some((sum / HEAVY, play))
}

fn shortest(plan: &Plan, graph: &Quotient, outcome: Outcome) -> Option<Vec<Given>> {
    let (_, play) = cheapest(plan, graph, |target| rank(target) == Some(outcome.rank()), |_| 0)?;
    Some(play)
}

fn fewest(plan: &Plan, graph: &Quotient, competency: usize) -> Option<Fewest> {
    let scores = |menu: &Menu| u64::from(menu.best.get(competency).is_some_and(|best| *best > 0));
    let (decisions, play) = cheapest(plan, graph, |target| !is_left(target), scores)?;
    Some(Fewest {
        competency: plan.competencies.get(competency)?.clone(),
        decisions: u32::try_from(decisions).unwrap_or(u32::MAX),
        play,
    })
}

/// By pair of replies of a beat: whether they were offered together, and whether they ever differed.
fn same(plan: &Plan, graph: &Quotient) -> Vec<Same> {
    let mut differs: BTreeMap<(Index, usize, usize), bool> = BTreeMap::new();
    for (node, menu, _) in graph.nodes() {
        let replies = || {
            graph.ways(node).filter_map(|(_, item, target)| match item.give {
                Give::Reply(position) => Some((position, item, target)),
                Give::Paraphrase { .. } | Give::Silence => None,
            })
        };
        for (a, one, there) in replies() {
            for (b, other, elsewhere) in replies().filter(|(b, ..)| *b > a) {
                let differ = there != elsewhere || one.earned != other.earned;
                *differs.entry((menu.beat, a, b)).or_insert(false) |= differ;
            }
        }
    }
    let mut found: Vec<Same> = Vec::new();
    for (index, beat) in (0..).zip(&plan.beats) {
        let pairs: Vec<(usize, usize, bool)> = differs
            .range((index, 0, 0)..=(index, usize::MAX, usize::MAX))
            .map(|((_, a, b), differ)| (*a, *b, *differ))
            .collect();
        let mut grouped: Vec<usize> = Vec::new();
        for (a, ..) in &pairs {
            if grouped.contains(a) {
                continue;
            }
            let mut group = vec![*a];
            group.extend(pairs.iter().filter(|(one, _, differ)| one == a && !differ).map(|(_, b, _)| *b));
            if group.len() < 2 {
                continue;
            }
            grouped.extend(&group);
            let replies: Vec<ReplyId> = group.iter().filter_map(|position| reply_id(plan, index, *position)).collect();
            found.push(Same { beat: beat.id.clone(), replies, all: pairs.iter().all(|(_, _, differ)| !differ) });
        }
    }
    found
}

fn reply_id(plan: &Plan, beat: Index, position: usize) -> Option<ReplyId> {
    match given(plan, beat, &Give::Reply(position)) {
        Given::Reply(id) => Some(id),
        Given::Fragments(_) | Given::Silence => None,
    }
}

/// Replies after which a happy ending is gone. A node from which it is not possible any more has nothing left to close.
fn closing(plan: &Plan, graph: &Quotient, ends: &[u8]) -> Vec<Closing> {
    let happy = 1 << Outcome::ReturnsAndRefers.rank();
    let mut found: BTreeMap<(Index, ClosingReply), (bool, bool)> = BTreeMap::new();
    for (node, menu, _) in graph.nodes().filter(|(node, ..)| ends_of(ends, *node) & happy != 0) {
        for (_, item, target) in graph.ways(node) {
            let reply = match &item.give {
                Give::Reply(position) => match reply_id(plan, menu.beat, *position) {
                    Some(id) => ClosingReply::Reply(id),
                    None => continue,
                },
                Give::Paraphrase { level, .. } => ClosingReply::Paraphrase(*level),
                Give::Silence => ClosingReply::Silence,
            };
            let closes = ends_of(ends, target) & happy == 0;
            let (ever, always) = found.entry((menu.beat, reply)).or_insert((false, true));
            *ever |= closes;
            *always &= closes;
        }
    }
    found
        .into_iter()
        .filter(|(_, (ever, _))| *ever)
        .map(|((beat, reply), (_, always))| Closing { beat: plan.beat_id(beat), reply, always })
        .collect()
}
