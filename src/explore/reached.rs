//! What a walk came by, and what it did not.

use std::collections::{BTreeMap, BTreeSet};

use super::menu::Give;
use super::walk::Walk;
use super::{Reached, last_words};
use crate::customer::Outcome;
use crate::scenario::{BeatId, ReplyPath};
use crate::session::plan::{CaseOf, Plan, Reply, at};

pub(super) fn reached(plan: &Plan, walk: &Walk) -> Reached {
    let seen = |list: &[bool], index: usize| list.get(index).copied().unwrap_or(false);
    let beats = || plan.beats.iter().enumerate();
    let entered: BTreeSet<&BeatId> =
        beats().filter(|(index, _)| seen(&walk.seen.entered, *index)).map(|(_, beat)| &beat.id).collect();
    let passed_over = |index: usize| seen(&walk.seen.passed_over, index);
    let offered: BTreeSet<ReplyPath> = offered(plan, walk);
    let endings: BTreeMap<BeatId, Vec<Outcome>> = beats()
        .filter_map(|(index, beat)| {
            let ranks = walk.seen.endings.get(index).copied().filter(|ranks| *ranks != 0)?;
            Some((beat.id.clone(), of_ranks(ranks)))
        })
        .collect();
    let came_up = |case: &crate::session::plan::Case| match &case.of {
        CaseOf::Says => entered.contains(&case.beat),
        CaseOf::Reply(reply) => offered.contains(&ReplyPath { beat: case.beat.clone(), reply: reply.clone() }),
        CaseOf::Paraphrase | CaseOf::Silence => entered.contains(&case.beat),
    };
    Reached {
        beats_missed: beats()
            .filter(|(index, beat)| !entered.contains(&beat.id) && !passed_over(*index))
            .map(|(_, beat)| beat.id.clone())
            .collect(),
        beats_passed_over: beats()
            .filter(|(index, beat)| !entered.contains(&beat.id) && passed_over(*index))
            .map(|(_, beat)| beat.id.clone())
            .collect(),
        replies_missed: all_replies(plan)
            .filter(|path| entered.contains(&path.beat) && !offered.contains(path))
            .collect(),
        cases_missed: plan
            .cases
            .iter()
            .enumerate()
            .filter(|(index, case)| !seen(&walk.seen.cases, *index) && came_up(case))
            .map(|(_, case)| case.clone())
            .collect(),
        endings,
        against: last_words::against(plan, walk),
        outcomes: of_ranks(walk.seen.outcomes),
    }
}

/// The outcomes of a set of ranks, the worst first.
pub(super) fn of_ranks(ranks: u8) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> =
        Outcome::ALL.into_iter().filter(|outcome| ranks >> outcome.rank() & 1 == 1).collect();
    outcomes.sort_by_key(|outcome| outcome.rank());
    outcomes
}

fn all_replies(plan: &Plan) -> impl Iterator<Item = ReplyPath> {
    plan.beats.iter().flat_map(|beat| {
        let moves = match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. }) => moves.as_ref(),
            Some(Reply::Paraphrase(_)) | None => &[],
        };
        moves.iter().map(|one| ReplyPath { beat: beat.id.clone(), reply: one.id.clone() })
    })
}

fn offered(plan: &Plan, walk: &Walk) -> BTreeSet<ReplyPath> {
    let mut offered = BTreeSet::new();
    for menu in &walk.menus.all {
        let Some(beat) = plan.beats.get(at(menu.beat)) else { continue };
        let Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. }) = &beat.reply else { continue };
        for item in &menu.items {
            if let Give::Reply(position) = item.give
                && let Some(one) = moves.get(position)
            {
                offered.insert(ReplyPath { beat: beat.id.clone(), reply: one.id.clone() });
            }
        }
    }
    offered
}
