//! The scenario as a graph: every play must end, and a beat whose question can fall away must say where to go then.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{BeatId, FactId};
use super::model::{Beat, Commit, Move, Paraphrase, Reply, Scenario};
use super::problem::At;

/// Which beats can follow each beat, whatever the conditions say.
struct Graph<'a> {
    scenario: &'a Scenario,
    after: BTreeMap<&'a BeatId, BTreeSet<&'a BeatId>>,
}

/// Reports cycles that need not end, and beats that lack an `otherwise`. Every name must already be known to exist.
pub fn check(scenario: &Scenario, at: &mut At<'_>) {
    let all = Graph::new(scenario, |_| true);
    let without_choices = Graph::new(scenario, |reply| !matches!(reply, Reply::Choose(_)));
    for id in scenario.beats.keys().filter(|id| without_choices.reaches(id, id)) {
        at.at("beats")
            .at(id.as_str())
            .report_name(
                "S121",
                format!("the beat `{id}` leads back to itself without a choice between"),
                "Let one of the ways go on to a new beat.",
            )
            .because("A choice can be taken only once, so it always ends; this loop need not.");
    }
    let known = all.surely_known();
    for (id, beat) in scenario.beats.iter().filter(|(_, beat)| beat.otherwise.is_none()) {
        if let Some(reason) = all.may_fall_away(id, beat, &known) {
            at.at("beats")
                .at(id.as_str())
                .report_name(
                    "S122",
                    format!("the beat `{id}` needs an `otherwise`"),
                    "Add `otherwise: \"…\"` with the beat to go to then.",
                )
                .because(reason);
        }
    }
}

impl<'a> Graph<'a> {
    fn new(scenario: &'a Scenario, follows: impl Fn(&Reply) -> bool) -> Self {
        let next = |beat: &'a Beat| {
            let replies = beat.reply.as_ref().filter(|reply| follows(reply)).map(targets).unwrap_or_default();
            replies.into_iter().chain(&beat.otherwise).collect()
        };
        Self { scenario, after: scenario.beats.iter().map(|(id, beat)| (id, next(beat))).collect() }
    }

    /// Whether `to` can come after `from`, in one step or more.
    fn reaches(&self, from: &BeatId, to: &BeatId) -> bool {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&BeatId> = self.after.get(from).into_iter().flatten().copied().collect();
        while let Some(beat) = open.pop() {
            if beat == to {
                return true;
            }
            if seen.insert(beat) {
                open.extend(self.after.get(beat).into_iter().flatten().copied());
            }
        }
        false
    }

    /// The facts that are known on every way to a beat, its own included: the greatest fixed point over the graph.
    fn surely_known(&self) -> BTreeMap<&'a BeatId, BTreeSet<&'a FactId>> {
        let everything: BTreeSet<&FactId> = self.scenario.facts.keys().collect();
        let own = |id: &BeatId| {
            self.scenario.beats.get(id).into_iter().flat_map(|beat| &beat.reveals).collect::<BTreeSet<_>>()
        };
        let mut known: BTreeMap<&BeatId, BTreeSet<&FactId>> =
            self.scenario.beats.keys().map(|id| (id, everything.clone())).collect();
        known.insert(&self.scenario.start, own(&self.scenario.start));
        loop {
            let mut changed = false;
            for (from, targets) in &self.after {
                let before = known.get(from).cloned().unwrap_or_default();
                for to in targets {
                    let here = own(to);
                    if let Some(facts) = known.get_mut(to) {
                        let less: BTreeSet<_> =
                            facts.iter().copied().filter(|fact| before.contains(fact) || here.contains(fact)).collect();
                        changed |= less.len() < facts.len();
                        *facts = less;
                    }
                }
            }
            if !changed {
                return known;
            }
        }
    }

    /// Why a beat could have nothing to ask, if it could.
    fn may_fall_away(
        &self,
        id: &BeatId,
        beat: &Beat,
        known: &BTreeMap<&BeatId, BTreeSet<&FactId>>,
    ) -> Option<&'static str> {
        let reply = beat.reply.as_ref()?;
        if beat.due.is_some() {
            return Some("The promise that is due here may never have been made.");
        }
        if self.reaches(id, id) {
            return Some("The conversation can come back here when every reply has been taken.");
        }
        match reply {
            Reply::Choose(moves) | Reply::Commit(Commit { offers: moves }) => moves
                .values()
                .all(|one| one.when.is_some())
                .then_some("Every reply here has an `if`, so there may be none to give."),
            Reply::Paraphrase(paraphrase) => {
                let some_left = known.get(id).into_iter().flatten().any(|fact| self.is_left(id, fact, paraphrase));
                (!some_left)
                    .then_some("The trainee may have taken up every fact before, and then there is nothing to sum up.")
            }
        }
    }

    /// Whether a fact known at a paraphrase is one it is about and cannot have been noticed before.
    fn is_left(&self, here: &BeatId, fact: &FactId, paraphrase: &Paraphrase) -> bool {
        let about = paraphrase.about.as_ref().is_none_or(|about| about.contains(fact));
        let before: Vec<&Beat> =
            self.scenario.beats.iter().filter(|(id, _)| self.reaches(id, here)).map(|(_, beat)| beat).collect();
        // A paraphrase can take up only what was told before it.
        let told_before = before.iter().any(|beat| beat.reveals.contains(fact));
        let noticed_before = before.iter().any(|beat| match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                moves.values().any(|one| one.uses.contains(fact))
            }
            Some(Reply::Paraphrase(_)) => told_before,
            None => false,
        });
        about && !noticed_before
    }
}

/// Every beat a reply can lead to.
fn targets(reply: &Reply) -> Vec<&BeatId> {
    match reply {
        Reply::Choose(moves) | Reply::Commit(Commit { offers: moves }) => {
            moves.values().flat_map(|one: &Move| one.to.values()).collect()
        }
        Reply::Paraphrase(paraphrase) => paraphrase.to.values().collect(),
    }
}
