//! The scenario as a graph: every play must end, and a beat whose question can fall away must say where to go then.
//! Everything here is linear in the scenario's length, but for what is known before a paraphrase, which takes a pass for each 64 facts.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use super::ids::{BeatId, FactId};
use super::model::{Beat, Commit, Reply, Scenario};
use super::problem::At;
use super::telling::{Paraphrased, Telling};

/// The position of each beat in order of the ids.
pub type Positions = FxHashMap<BeatId, usize>;

/// Reports cycles that need not end, and beats that lack an `otherwise`; says whether each beat can come after itself, whatever the
/// conditions say. Every name must already be known to exist.
pub fn check(scenario: &Scenario, positions: &Positions, at: &At<'_>) -> Vec<bool> {
    let beats: Vec<(&BeatId, &Beat)> = scenario.beats.iter().collect();
    let graph = Graph::new(&beats, positions, |_| true);
    let again = graph.on_a_cycle();
    let endless = if again.contains(&true) {
        // A choice can be taken once, so it ends by itself; saying nothing can be repeated for ever.
        Graph::new(&beats, positions, |beat| !matches!(beat.reply, Some(Reply::Choose(_)))).on_a_cycle()
    } else {
        again.clone()
    };
    for (id, again) in beats.iter().map(|(id, _)| id).zip(&endless) {
        if *again {
            at.at("beats")
                .at(id.as_str())
                .report_name(
                    "S121",
                    format!("the beat `{id}` leads back to itself without a choice between"),
                    "Let one of the ways go on to a new beat.",
                )
                .because("A choice can be taken only once, so it always ends; this loop need not.");
        }
    }
    let mut paraphrases = Vec::new();
    for (position, (((id, beat), again), endless)) in beats.iter().zip(&again).zip(&endless).enumerate() {
        // A loop that must go anyway asks for nothing.
        if beat.otherwise.is_some() || *endless {
            continue;
        }
        match may_fall_away(beat, *again) {
            Falls::Never => {}
            Falls::Because(reason) => needs_otherwise(at, id, reason),
            Falls::Depends(about) => paraphrases.push(Paraphrased { beat: position, about }),
        }
    }
    if !paraphrases.is_empty() {
        let start = positions.get(&scenario.start).copied().unwrap_or_default();
        for position in Telling::new(scenario, &beats, &graph, start).with_nothing_left(&paraphrases) {
            if let Some((id, _)) = beats.get(position) {
                needs_otherwise(
                    at,
                    id,
                    "The trainee may have taken up every fact before, and then there is nothing to sum up.",
                );
            }
        }
    }
    again
}

fn needs_otherwise(at: &At<'_>, id: &BeatId, reason: &str) {
    at.at("beats")
        .at(id.as_str())
        .report_name(
            "S122",
            format!("the beat `{id}` needs an `otherwise`"),
            "Add `otherwise: \"…\"` with the beat to go to then.",
        )
        .because(reason);
}

/// Whether a beat could have nothing to ask.
enum Falls<'a> {
    Never,
    Because(&'static str),
    /// It is a paraphrase, of these facts where it names them.
    Depends(Option<&'a [FactId]>),
}

fn may_fall_away(beat: &Beat, again: bool) -> Falls<'_> {
    let Some(reply) = &beat.reply else { return Falls::Never };
    if beat.due.is_some() {
        return Falls::Because("The promise that is due here may never have been made.");
    }
    if again {
        return Falls::Because("The conversation can come back here when every reply has been taken.");
    }
    match reply {
        Reply::Choose(moves) | Reply::Commit(Commit { offers: moves }) => {
            if moves.values().all(|one| one.when.is_some()) {
                Falls::Because("Every reply here has an `if`, so there may be none to give.")
            } else {
                Falls::Never
            }
        }
        Reply::Paraphrase(paraphrase) => Falls::Depends(paraphrase.about.as_deref()),
    }
}

/// Which beats can follow each beat, whatever the conditions say. A beat is its position in order of the ids.
pub struct Graph {
    pub edges: DiGraph<(), ()>,
    /// The beats in parts within which each leads to each, last part first.
    pub parts: Vec<Vec<NodeIndex>>,
    /// The position of each beat's part.
    pub part_of: Vec<usize>,
}

impl Graph {
    /// The graph of some beats; of one that `follows` refuses, only the ways besides its reply.
    fn new(beats: &[(&BeatId, &Beat)], positions: &Positions, follows: impl Fn(&Beat) -> bool) -> Self {
        let node = |id: &BeatId| positions.get(id).copied().map(NodeIndex::new);
        let mut edges = DiGraph::with_capacity(beats.len(), beats.len() * 2);
        for _ in beats {
            edges.add_node(());
        }
        let mut after = Vec::new();
        for (position, (_, beat)) in beats.iter().enumerate() {
            after.clear();
            if follows(beat) {
                after.extend(beat.targets().filter_map(node));
            } else {
                let silence = beat.silence.iter().flat_map(|silence| silence.to.values());
                after.extend(silence.chain(&beat.otherwise).filter_map(node));
            }
            after.sort_unstable();
            after.dedup();
            for to in &after {
                edges.add_edge(NodeIndex::new(position), *to, ());
            }
        }
        let parts = kosaraju_scc(&edges);
        let mut part_of = vec![0; beats.len()];
        for (position, part) in parts.iter().enumerate() {
            for beat in part {
                if let Some(part_of) = part_of.get_mut(beat.index()) {
                    *part_of = position;
                }
            }
        }
        Self { edges, parts, part_of }
    }

    /// Whether each beat can come after itself.
    fn on_a_cycle(&self) -> Vec<bool> {
        let mut again = vec![false; self.edges.node_count()];
        for part in &self.parts {
            let loops = match part.as_slice() {
                [one] => self.edges.contains_edge(*one, *one),
                _ => true,
            };
            for beat in part.iter().filter(|_| loops) {
                if let Some(again) = again.get_mut(beat.index()) {
                    *again = true;
                }
            }
        }
        again
    }
}
