//! S212: compensation that a trainee can give twice on one way.

use super::{page, sound};
use crate::check::finding::Findings;
use crate::check::graph::{Graph, Via};
use crate::check::rule::Rule;
use crate::check::subject::{Decision, Subject};
use crate::diag::Severity;

pub const RULE: Rule = sound("S212", "pays-twice", Severity::Warning, page!("S212"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    let graph = subject.graph();
    let pays = |decision: &Decision<'_>| {
        // With an `if` the author may well have thought of it.
        decision
            .replies
            .iter()
            .any(|reply| reply.one.pays.is_some_and(|percent| percent > 0) && reply.one.when.is_none())
    };
    let paying: Vec<usize> = subject
        .decisions()
        .iter()
        .filter(|decision| pays(decision))
        .filter_map(|decision| graph.position(decision.beat_id.as_str()))
        .collect();
    if paying.len() < 2 {
        return;
    }
    let below = pays_below(graph, &paying);
    for decision in subject.decisions() {
        let Some(here) = graph.position(decision.beat_id.as_str()) else { continue };
        for (reply, number) in decision.replies.iter().zip(0..) {
            let mut ways = graph.out(here).iter().filter(|edge| edge.via == Via::Reply(number));
            let again = ways.find_map(|edge| below.get(edge.to).copied().flatten());
            // Coming back to the same beat gives the same reply no second time.
            let again = again.filter(|again| *again != here).and_then(|again| graph.beats.get(again));
            if let (Some(percent), Some((again, _))) = (reply.one.pays.filter(|percent| *percent > 0), again) {
                findings
                    .add(
                        decision.path_of(reply.id).to("pays"),
                        format!("after this compensation of {percent} percent the beat `{again}` can pay again"),
                    )
                    .at_name()
                    .why("Two payments for one failure look like buying silence, and count less than one that fits.")
                    .help(format!(
                        "Keep the second back with `if: Not(Chose(\"{}/{}\"))`, or pay at one place only.",
                        decision.beat_id, reply.id
                    ));
            }
        }
    }
}

/// For each position a paying beat that can be reached from it, itself included.
fn pays_below(graph: &Graph<'_>, paying: &[usize]) -> Vec<Option<usize>> {
    let mut below: Vec<Option<usize>> = vec![None; graph.beats.len()];
    for position in paying {
        if let Some(here) = below.get_mut(*position) {
            *here = Some(*position);
        }
    }
    for group in graph.order.iter().rev() {
        let found = group.iter().find_map(|at| {
            let further = || graph.out(*at).iter().find_map(|edge| below.get(edge.to).copied().flatten());
            below.get(*at).copied().flatten().or_else(further)
        });
        for at in group {
            if let Some(here) = below.get_mut(*at) {
                *here = here.or(found);
            }
        }
    }
    below
}
