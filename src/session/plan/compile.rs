//! From a checked scenario to a [`Plan`]: names become positions, and what a reply does is put in the order in which it lands.

mod effects;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Beat, Bits, Case, CaseOf, Cond, Effect, Fact, Goto, Index, Move, Paraphrase, Plan, Promise, Reply, Says, Silence,
};
use crate::customer::{Behaviour, Customer, Persona};
use crate::rubric::Rubric;
use crate::scenario::{
    self, BeatId, Channel, Checked, Commit, CompetencyId, Condition, FactId, LISTENING, Map, PromiseId, ReplyId,
    ReplyPath, Rules,
};

impl Plan {
    /// Makes a scenario ready for playing with a persona. Linear in the length of the scenario.
    #[must_use]
    pub fn new(scenario: &Checked, rules: &Rules, persona: &Persona) -> Self {
        Compiler::new(scenario, rules).plan(persona)
    }
}

struct Compiler<'a> {
    scenario: &'a Checked,
    rubric: &'a Rubric,
    facts: BTreeMap<&'a FactId, Index>,
    promises: BTreeMap<&'a PromiseId, Index>,
    competencies: BTreeMap<&'a str, Scored>,
    /// The number of each reply that something asks for.
    taken: BTreeMap<ReplyPath, u32>,
    marks: u32,
    cases: Vec<Case>,
}

/// A competency of the rubric.
#[derive(Clone, Copy)]
struct Scored {
    /// Its position in the rubric.
    position: u8,
    /// As what its levels land with the customer.
    moves: Option<Behaviour>,
}

impl<'a> Compiler<'a> {
    fn new(scenario: &'a Checked, rules: &'a Rules) -> Self {
        let rubric = &rules.rubric;
        let mut compiler = Self {
            scenario,
            rubric,
            facts: scenario.facts.keys().zip(0..).collect(),
            promises: scenario.promises.keys().zip(0..).collect(),
            competencies: (0..)
                .zip(&rubric.competencies)
                .map(|(position, one)| (one.id.as_str(), Scored { position, moves: one.moves }))
                .collect(),
            taken: BTreeMap::new(),
            marks: 0,
            cases: Vec::new(),
        };
        compiler.number_what_is_asked_for();
        compiler
    }

    /// Numbers the replies that a `Chose` asks for, or that could be offered a second time.
    fn number_what_is_asked_for(&mut self) {
        let scenario = self.scenario;
        let mut asked = BTreeSet::new();
        for beat in scenario.beats.values() {
            beat.visit_conditions(&mut |condition| {
                if let Condition::Chose(path) = condition {
                    asked.insert(path.clone());
                }
            });
        }
        let again = scenario.beats.iter().enumerate().filter(|(position, _)| scenario.comes_again(*position));
        for (_, (id, beat)) in again {
            if let Some(scenario::Reply::Choose(moves)) = &beat.reply {
                asked.extend(moves.keys().map(|reply| ReplyPath { beat: id.clone(), reply: reply.clone() }));
            }
        }
        self.taken = asked.into_iter().zip(0..).collect();
        self.marks = u32::try_from(self.taken.len()).unwrap_or(u32::MAX);
    }

    fn plan(mut self, persona: &Persona) -> Plan {
        let scenario = self.scenario;
        let beats = scenario.beats.iter().enumerate();
        let beats = beats.map(|(position, (id, beat))| self.beat(id, beat, scenario.comes_again(position))).collect();
        Plan {
            beats,
            facts: scenario
                .facts
                .iter()
                .map(|(id, fact)| Fact { id: id.clone(), root_cause: fact.root_cause })
                .collect(),
            promises: scenario
                .promises
                .iter()
                .map(|(id, promise)| Promise { id: id.clone(), vague: promise.is_vague(), can_keep: promise.can_keep })
                .collect(),
            arrival: Customer::arrive(persona, &scenario.failure, &scenario.customer.start),
            start: self.beat_at(&scenario.start),
            voice: persona.voice,
            listening: self.position(LISTENING),
            cases: self.cases,
            competencies: self.rubric.competencies.iter().map(|one| one.id.as_str().into()).collect(),
        }
    }

    // The loader has made sure that every name exists.
    fn beat_at(&self, id: &BeatId) -> Index {
        self.scenario.position(id).and_then(|position| Index::try_from(position).ok()).unwrap_or(Index::MAX)
    }

    fn fact_at(&self, id: &FactId) -> Index {
        self.facts.get(id).copied().unwrap_or(Index::MAX)
    }

    fn promise_at(&self, id: &PromiseId) -> Index {
        self.promises.get(id).copied().unwrap_or(Index::MAX)
    }

    fn beat(&mut self, id: &BeatId, beat: &scenario::Beat, again: bool) -> Beat {
        let channel = self.scenario.channel(beat);
        let answered =
            (again && !matches!(beat.reply, Some(scenario::Reply::Choose(_)) | None)).then(|| self.next_mark());
        let reply = beat.reply.as_ref().map(|reply| self.reply(id, reply, channel, answered));
        let silence = beat.silence.as_ref().map(|silence| Box::new(self.silence(id, beat, silence, channel, answered)));
        let scores = self.scored(beat, reply.as_ref());
        Beat {
            id: id.clone(),
            after: beat.after,
            waits: beat.waits,
            fails: beat.fails,
            due: beat.due.as_ref().map(|due| self.promise_at(due)),
            reveals: beat.reveals.iter().map(|fact| self.fact_at(fact)).collect(),
            otherwise: beat.otherwise.as_ref().map(|otherwise| self.beat_at(otherwise)),
            channel,
            says: beat.says.as_ref().map(|says| Says {
                conditions: says.conditions().map(|condition| self.condition(condition)).collect(),
                first_case: self.next_cases(id, &CaseOf::Says, says.cases.len()),
            }),
            reply,
            silence,
            scores,
        }
    }

    fn next_mark(&mut self) -> u32 {
        self.marks += 1;
        self.marks - 1
    }

    /// Numbers for so many cases and the one without a condition; none where there is no choice between cases.
    fn next_cases(&mut self, beat: &BeatId, of: &CaseOf, conditional: usize) -> u32 {
        let first = u32::try_from(self.cases.len()).unwrap_or(u32::MAX);
        if conditional > 0 {
            let case = |position| Case { beat: beat.clone(), of: of.clone(), position };
            self.cases.extend((0..=conditional).map(case));
        }
        first
    }

    /// The competencies that a beat names, else those that its replies show.
    fn scored(&self, beat: &scenario::Beat, reply: Option<&Reply>) -> u64 {
        match (&beat.scores, reply) {
            (Some(named), _) => set_of(named.iter().filter_map(|id| self.position(id.as_str()))),
            (None, Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. })) => {
                set_of(moves.iter().flat_map(|one| &one.shows).map(|(position, _)| *position))
            }
            (None, Some(Reply::Paraphrase(_))) => set_of(self.position(LISTENING)),
            (None, None) => 0,
        }
    }

    /// The position of a competency in the rubric, under 64.
    fn position(&self, id: &str) -> Option<u8> {
        self.competency(id).map(|one| one.position).filter(|position| *position < 64)
    }

    fn competency(&self, id: &str) -> Option<Scored> {
        self.competencies.get(id).copied()
    }

    fn reply(&mut self, id: &BeatId, reply: &scenario::Reply, channel: Channel, answered: Option<u32>) -> Reply {
        match reply {
            scenario::Reply::Choose(moves) => Reply::Choose(self.moves(id, moves, channel)),
            scenario::Reply::Commit(Commit { offers }) => {
                Reply::Commit { offers: self.moves(id, offers, channel), answered }
            }
            scenario::Reply::Paraphrase(paraphrase) => Reply::Paraphrase(Box::new(Paraphrase {
                about: paraphrase
                    .about
                    .as_ref()
                    .map(|about| about.iter().map(|fact| self.fact_at(fact)).collect::<Bits>()),
                decoys: paraphrase.decoys.len(),
                answered,
                listens: self.competency(LISTENING).and_then(|one| one.moves) == Some(Behaviour::Listen),
                to: self.goto(id, &CaseOf::Paraphrase, &paraphrase.to),
            })),
        }
    }

    fn moves(&mut self, beat: &BeatId, moves: &Map<ReplyId, scenario::Move>, channel: Channel) -> Box<[Move]> {
        let one = |(id, one): (&ReplyId, &scenario::Move)| Move {
            id: id.clone(),
            when: one.when.as_ref().map(|condition| self.condition(condition)),
            effects: self.effects(one, channel),
            shows: self.shows(&one.shows, &one.errors),
            mark: self.taken.get(&ReplyPath { beat: beat.clone(), reply: id.clone() }).copied(),
            to: self.goto(beat, &CaseOf::Reply(id.clone()), &one.to),
        };
        moves.iter().map(one).collect()
    }

    fn shows(&self, shows: &Map<CompetencyId, u8>, errors: &[String]) -> Box<[(u8, u8)]> {
        let effective = |(id, written): (&CompetencyId, &u8)| {
            Some((self.position(id.as_str())?, self.rubric.effective(id.as_str(), *written, errors)))
        };
        shows.iter().filter_map(effective).collect()
    }

    fn silence(
        &mut self,
        id: &BeatId,
        beat: &scenario::Beat,
        silence: &scenario::Silence,
        channel: Channel,
        answered: Option<u32>,
    ) -> Silence {
        Silence {
            effects: self.effects_of_silence(beat, silence, channel),
            shows: self.shows(&silence.shows, &silence.errors),
            answered,
            to: self.goto(id, &CaseOf::Silence, &silence.to),
        }
    }

    fn goto(&mut self, beat: &BeatId, of: &CaseOf, to: &scenario::Goto) -> Goto {
        Goto {
            cases: to.cases.iter().map(|(condition, beat)| (self.condition(condition), self.beat_at(beat))).collect(),
            last: self.beat_at(&to.last),
            first_case: self.next_cases(beat, of, to.cases.len()),
        }
    }

    fn condition(&self, condition: &Condition) -> Cond {
        let all = |parts: &[Condition]| parts.iter().map(|part| self.condition(part)).collect();
        match condition {
            Condition::Knows(fact) => Cond::Knows(self.fact_at(fact)),
            Condition::Noticed(fact) => Cond::Noticed(self.fact_at(fact)),
            Condition::Promised(promise) => Cond::Promised(self.promise_at(promise)),
            Condition::Kept(promise) => Cond::Kept(self.promise_at(promise)),
            Condition::Broke(promise) => Cond::Broke(self.promise_at(promise)),
            Condition::Chose(path) => Cond::Marked(self.taken.get(path).copied().unwrap_or(u32::MAX)),
            Condition::Understood(level) => Cond::Understood(*level),
            Condition::Feels(feeling) => Cond::Feels(*feeling),
            Condition::AtLeast(variable, value) => Cond::AtLeast(*variable, *value),
            Condition::AtMost(variable, value) => Cond::AtMost(*variable, *value),
            Condition::All(parts) => Cond::All(all(parts)),
            Condition::Any(parts) => Cond::Any(all(parts)),
            Condition::Not(part) => Cond::Not(Box::new(self.condition(part))),
        }
    }
}

/// Positions in the rubric as bits.
fn set_of(positions: impl IntoIterator<Item = u8>) -> u64 {
    positions.into_iter().fold(0, |set, position| set | 1 << position)
}
