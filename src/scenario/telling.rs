//! What is told, and what can be taken up, on the ways to a beat: so that a paraphrase is never left without a fact to sum up.
//! Facts are looked at 64 at a time, a bit each.

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use rustc_hash::FxHashMap;

use super::ids::{BeatId, FactId};
use super::model::{Beat, Commit, Reply, Scenario};
use super::walk::Graph;

/// A paraphrase that has no `otherwise`.
pub struct Paraphrased<'a> {
    /// The position of its beat.
    pub beat: usize,
    /// The facts it is about; all where it names none.
    pub about: Option<&'a [FactId]>,
}

/// What is told at each beat of a graph.
pub struct Telling<'a> {
    beats: &'a [(&'a BeatId, &'a Beat)],
    graph: &'a Graph,
    start: NodeIndex,
    facts: FxHashMap<&'a FactId, usize>,
    /// Whether a paraphrase can come before each beat.
    summed_up: Vec<u64>,
}

/// Sets of the 64 facts looked at, for each beat.
struct Bits {
    reveals: Vec<u64>,
    uses: Vec<u64>,
}

impl<'a> Telling<'a> {
    pub fn new(scenario: &'a Scenario, beats: &'a [(&'a BeatId, &'a Beat)], graph: &'a Graph, start: usize) -> Self {
        let facts = scenario.facts.keys().enumerate().map(|(position, fact)| (fact, position)).collect();
        let mut telling = Self { beats, graph, start: NodeIndex::new(start), facts, summed_up: Vec::new() };
        let paraphrases: Vec<u64> =
            beats.iter().map(|(_, beat)| u64::from(matches!(beat.reply, Some(Reply::Paraphrase(_))))).collect();
        telling.summed_up = telling.before(&paraphrases);
        telling
    }

    /// Of some paraphrases the beats at which there may be no fact to sum up: none that is surely told on every way there and
    /// cannot have been taken up before.
    pub fn with_nothing_left(&self, paraphrases: &[Paraphrased<'_>]) -> Vec<usize> {
        let mut open: Vec<&Paraphrased<'_>> = paraphrases.iter().collect();
        for first in (0..self.facts.len()).step_by(64) {
            if open.is_empty() {
                break;
            }
            let bits = self.bits(first);
            let surely = self.surely_told(&bits);
            let used = self.before(&bits.uses);
            let told = self.before(&bits.reveals);
            let of = |sets: &[u64], beat: usize| sets.get(beat).copied().unwrap_or_default();
            open.retain(|paraphrase| {
                let about = match paraphrase.about {
                    Some(about) => self.set(about, first),
                    None => u64::MAX,
                };
                let beat = paraphrase.beat;
                // A paraphrase before this one can have taken up only what was told by then.
                let summed_up = if of(&self.summed_up, beat) == 0 { 0 } else { of(&told, beat) };
                of(&surely, beat) & about & !of(&used, beat) & !summed_up == 0
            });
        }
        open.into_iter().map(|paraphrase| paraphrase.beat).collect()
    }

    fn bits(&self, first: usize) -> Bits {
        let uses = |beat: &Beat| match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                moves.values().fold(0, |set, one| set | self.set(&one.uses, first))
            }
            Some(Reply::Paraphrase(_)) | None => 0,
        };
        Bits {
            reveals: self.beats.iter().map(|(_, beat)| self.set(&beat.reveals, first)).collect(),
            uses: self.beats.iter().map(|(_, beat)| uses(beat)).collect(),
        }
    }

    /// The facts from position `first` on, a bit each.
    fn set(&self, facts: &[FactId], first: usize) -> u64 {
        let bit = |fact: &FactId| self.facts.get(fact).and_then(|position| position.checked_sub(first));
        facts.iter().filter_map(bit).filter(|bit| *bit < 64).fold(0, |set, bit| set | 1 << bit)
    }

    /// For each beat what is set at some beat from which it can be reached in one step or more.
    fn before(&self, own: &[u64]) -> Vec<u64> {
        let of = |sets: &[u64], beat: NodeIndex| sets.get(beat.index()).copied().unwrap_or_default();
        let mut before = vec![0; own.len()];
        for part in self.graph.parts.iter().rev() {
            let mut set = 0;
            for beat in part {
                for from in self.graph.edges.neighbors_directed(*beat, Direction::Incoming) {
                    set |= of(&before, from) | of(own, from);
                }
            }
            for beat in part {
                if let Some(before) = before.get_mut(beat.index()) {
                    *before = set;
                }
            }
        }
        before
    }

    /// For each beat what is told on every way to it, its own facts included: the greatest fixed point over the graph.
    fn surely_told(&self, bits: &Bits) -> Vec<u64> {
        let of = |sets: &[u64], beat: NodeIndex| sets.get(beat.index()).copied().unwrap_or_default();
        let mut told = vec![u64::MAX; self.beats.len()];
        for part in self.graph.parts.iter().rev() {
            let mut open = part.clone();
            // The beats of a part are taken again for as long as one of them loses a fact, at most 64 times each.
            while let Some(beat) = open.pop() {
                let own = of(&bits.reveals, beat);
                let on_every_way = if beat == self.start {
                    0
                } else {
                    let ways = self.graph.edges.neighbors_directed(beat, Direction::Incoming);
                    ways.fold(u64::MAX, |set, from| set & of(&told, from))
                };
                let now = own | on_every_way;
                if now == of(&told, beat) {
                    continue;
                }
                if let Some(told) = told.get_mut(beat.index()) {
                    *told = now;
                }
                let here = self.graph.part_of.get(beat.index());
                let same_part = |to: &NodeIndex| self.graph.part_of.get(to.index()) == here;
                open.extend(self.graph.edges.neighbors(beat).filter(same_part));
            }
        }
        told
    }
}
