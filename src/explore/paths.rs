//! Plays read off the graph: the items on the way, and what a person would give for them.

use std::collections::BTreeSet;

use super::menu::{Give, Item};
use super::quotient::Quotient;
use super::walk::{ENDINGS, Target};
use crate::scenario::fragment_id_of_decoy;
use crate::session::Given;
use crate::session::plan::{Index, Plan, Reply, at};

/// Follows `choose` (the position of an item in the menu of a node) from the beginning to an ending, and shows every item.
pub(super) fn follow<'q>(
    graph: &'q Quotient,
    mut choose: impl FnMut(u32) -> Option<usize>,
    mut visit: impl FnMut(Index, &'q [u8], &'q Item),
) -> Target {
    let mut here = graph.first;
    while here < ENDINGS {
        let Some(position) = choose(here) else { return here };
        let Some((menu, item, target)) = graph.ways(here).nth(position) else { return here };
        visit(menu.beat, &menu.best, item);
        here = target;
    }
    here
}

/// What a person gives for an item.
pub(super) fn given(plan: &Plan, beat: Index, give: &Give) -> Given {
    match give {
        Give::Reply(position) => {
            let moves = match plan.beats.get(at(beat)).and_then(|beat| beat.reply.as_ref()) {
                Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. }) => moves.as_ref(),
                Some(Reply::Paraphrase(_)) | None => &[],
            };
            moves.get(*position).map_or(Given::Silence, |one| Given::Reply(one.id.clone()))
        }
        Give::Paraphrase { facts, decoys, .. } => {
            let facts = facts.iter().map(|fact| plan.fact_id(*fact).to_string());
            let fragments: BTreeSet<String> = facts.chain((0..*decoys).map(fragment_id_of_decoy)).collect();
            Given::Fragments(fragments)
        }
        Give::Silence => Given::Silence,
    }
}
