//! "What I heard": which fragments stand to choose from, and what a set of them is worth.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Session;
use crate::scenario::{BeatId, FactId, Reply, fragment_id_of_decoy};

/// Something the customer said, or a decoy nobody said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fragment {
    /// The fact's id, or `decoy-1`, `decoy-2`, …
    pub id: String,
    /// The fact, unless it is a decoy.
    pub fact: Option<FactId>,
}

/// What a paraphrase took up of what was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heard {
    /// Facts there.
    pub facts: usize,
    /// Facts chosen.
    pub chosen: Vec<FactId>,
    /// Decoys chosen.
    pub decoys: usize,
    /// The level it earns for listening, 0–3.
    pub level: u8,
}

impl Session {
    /// The words of a fragment of a beat's paraphrase.
    #[must_use]
    pub fn fragment_text(&self, beat: &BeatId, fragment: &str) -> String {
        if let Some(fact) = self.scenario.facts.get(&FactId::from(fragment)) {
            return fact.text.clone();
        }
        let decoys = match self.scenario.beats.get(beat).and_then(|beat| beat.reply.as_ref()) {
            Some(Reply::Paraphrase(paraphrase)) => paraphrase.decoys.as_slice(),
            Some(Reply::Choose(_) | Reply::Commit(_)) | None => &[],
        };
        let text = decoys.iter().enumerate().find(|(position, _)| fragment_id_of_decoy(*position) == fragment);
        text.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// What a set of fragments takes up of those offered. A pure function of precision and recall, so that it cannot be
    /// guessed from tone.
    #[must_use]
    pub fn heard(&self, fragments: &[Fragment], chosen: &BTreeSet<String>) -> Heard {
        let is_root = |fact: &FactId| self.scenario.facts.get(fact).is_some_and(|fact| fact.root_cause);
        let there: Vec<&FactId> = fragments.iter().filter_map(|fragment| fragment.fact.as_ref()).collect();
        let facts: Vec<FactId> =
            there.iter().filter(|fact| chosen.contains(fact.as_str())).map(|fact| (*fact).clone()).collect();
        let roots_chosen = there.iter().all(|fact| !is_root(fact) || facts.contains(fact));
        let decoys = chosen.len() - facts.len();
        let level = level_of(there.len(), facts.len(), decoys, roots_chosen);
        Heard { facts: there.len(), chosen: facts, decoys, level }
    }
}

/// The level, 0–3, that h facts of n with d decoys earn for listening (design §3a, Paraphrase). `all_roots` says that every root
/// cause among the n was chosen.
#[must_use]
pub fn level_of(n: usize, h: usize, d: usize, all_roots: bool) -> u8 {
    if d == 0 && 4 * h >= 3 * n && all_roots {
        3
    } else if d <= 1 && 2 * h >= n && h > 2 * d {
        2
    } else {
        u8::from(h >= 1 && d <= h)
    }
}

#[cfg(test)]
mod tests {
    use super::level_of as level;

    #[test]
    fn levels_follow_precision_and_recall() {
        assert_eq!(level(4, 3, 0, true), 3);
        assert_eq!(level(4, 3, 0, false), 2, "the root cause is missing");
        assert_eq!(level(4, 2, 0, true), 2);
        assert_eq!(level(4, 3, 1, true), 2);
        assert_eq!(level(4, 2, 1, true), 1, "one decoy weighs more than two facts carry");
        assert_eq!(level(4, 1, 1, true), 1);
        assert_eq!(level(4, 1, 2, true), 0);
        assert_eq!(level(4, 0, 1, true), 0);
        assert_eq!(level(1, 1, 0, true), 3);
    }
}
