//! The scenario as a graph of beats: which can follow which, whatever the conditions say.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use crate::scenario::{Beat, BeatId, Commit, Goto, Reply, Scenario};

/// A way out of a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Via {
    /// The reply at this position in order of the ids; a paraphrase is at 0.
    Reply(u32),
    /// Saying nothing.
    Silence,
    /// There was nothing to ask.
    Otherwise,
}

/// One step of the conversation.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The beat it comes to.
    pub to: usize,
    /// How it gets there.
    pub via: Via,
}

/// The beats by position, in order of their ids.
pub struct Graph<'a> {
    /// Id and beat of each position.
    pub beats: Vec<(&'a BeatId, &'a Beat)>,
    /// The steps out of each position.
    pub edges: Vec<Vec<Edge>>,
    /// Positions grouped so that a group comes before all that can follow it; beats that can come back to each other share one.
    pub order: Vec<Vec<usize>>,
    /// Whether the conversation can come back to the beat at this position.
    pub returns: Vec<bool>,
    /// Whether the beat at this position can be reached from the start.
    pub reached: Vec<bool>,
    positions: FxHashMap<&'a str, usize>,
}

impl<'a> Graph<'a> {
    /// The graph of a scenario; steps to beats that do not exist are left out.
    pub fn of(scenario: &'a Scenario) -> Self {
        let beats: Vec<(&BeatId, &Beat)> = scenario.beats.iter().collect();
        let positions: FxHashMap<&str, usize> =
            beats.iter().enumerate().map(|(position, (id, _))| (id.as_str(), position)).collect();
        let edges: Vec<Vec<Edge>> = beats.iter().map(|(_, beat)| edges_of(beat, &positions)).collect();
        let mut drawn: DiGraph<(), ()> = DiGraph::with_capacity(beats.len(), 0);
        for _ in &beats {
            drawn.add_node(());
        }
        for (from, out) in edges.iter().enumerate() {
            for edge in out {
                drawn.add_edge(NodeIndex::new(from), NodeIndex::new(edge.to), ());
            }
        }
        let groups = kosaraju_scc(&drawn).into_iter().rev();
        let order: Vec<Vec<usize>> = groups.map(|group| group.into_iter().map(NodeIndex::index).collect()).collect();
        let mut returns = vec![false; beats.len()];
        for group in &order {
            for at in group {
                let own = || edges.get(*at).is_some_and(|out| out.iter().any(|edge| edge.to == *at));
                if let Some(returns) = returns.get_mut(*at) {
                    *returns = group.len() > 1 || own();
                }
            }
        }
        let mut graph = Self { reached: vec![false; beats.len()], beats, edges, order, returns, positions };
        if let Some(start) = graph.position(scenario.start.as_str()) {
            graph.reached = graph.below([start]);
        }
        graph
    }

    /// The position of a beat.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The steps out of a position.
    pub fn out(&self, position: usize) -> &[Edge] {
        self.edges.get(position).map(Vec::as_slice).unwrap_or_default()
    }

    /// Those positions that can be reached from one of `from`, these included.
    pub fn below(&self, from: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut reached = vec![false; self.beats.len()];
        let mut open: Vec<usize> = from.into_iter().collect();
        while let Some(at) = open.pop() {
            match reached.get_mut(at) {
                Some(seen) if !*seen => {
                    *seen = true;
                    open.extend(self.out(at).iter().map(|edge| edge.to));
                }
                Some(_) | None => {}
            }
        }
        reached
    }
}

fn edges_of(beat: &Beat, positions: &FxHashMap<&str, usize>) -> Vec<Edge> {
    let mut edges = Vec::new();
    let mut add = |to: &BeatId, via| {
        if let Some(to) = positions.get(to.as_str()) {
            edges.push(Edge { to: *to, via });
        }
    };
    let mut ways = |goto: &Goto, via| goto.values().for_each(|to| add(to, via));
    match &beat.reply {
        Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
            for (one, position) in moves.values().zip(0..) {
                ways(&one.to, Via::Reply(position));
            }
        }
        Some(Reply::Paraphrase(paraphrase)) => ways(&paraphrase.to, Via::Reply(0)),
        // A beat without a reply ends the conversation.
        None => return edges,
    }
    if let Some(silence) = &beat.silence {
        ways(&silence.to, Via::Silence);
    }
    if let Some(otherwise) = &beat.otherwise {
        add(otherwise, Via::Otherwise);
    }
    edges
}
