//! Counting attempts for a report, one at a time. Everything is a whole number or the earlier of two, so parts add up to the whole, in
//! whatever order they come; memory grows with people, scenarios and decisions, never with attempts. While it is counted every text is a
//! number; the [`Summary`] that the page is made of is written out once, at the end.

mod decision;
mod few;
mod form;
mod newest;
mod person;
mod scenario;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::both::both;
use super::card::Scored;
use super::lexicon::{Lexicon, Name};
use super::summary::{Summary, Unscored};
use crate::attempt::Voice;
use crate::customer::Outcome;
use form::Form;
use person::Person;
use scenario::Scenario;

/// What was counted so far. All names come from clones of one [`Lexicon`].
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// By the place of the name; whoever gave none is at 0.
    people: Vec<Option<Box<Person>>>,
    scenarios: FxHashMap<Name, Scenario>,
    /// By scenario and shape.
    forms: FxHashMap<(Name, Name), Form>,
    spread: BTreeMap<u16, u64>,
    period: Option<(Timestamp, Timestamp)>,
}

impl Tally {
    /// Counts somebody's first assessment of a scenario.
    pub fn add(
        &mut self,
        who: Option<Name>,
        cohort: Option<Name>,
        attempt: Uuid,
        scored: &Scored<'_>,
        lexicon: &Lexicon,
    ) {
        self.person(who, |person| person.add(attempt, cohort, scored));
        self.extend((scored.started, scored.started));
        self.scenarios.entry(scored.scenario).or_default().add(scored, lexicon);
        if let Some(overall) = scored.overall {
            *self.spread.entry((overall + 5) / 10).or_default() += 1;
        }
        self.forms.entry((scored.scenario, scored.shape)).or_default().add(scored, lexicon);
    }

    /// Counts an attempt that has no score here.
    pub fn leave_out(&mut self, who: Option<Name>, why: Unscored) {
        self.person(who, |person| person.leave_out(why));
    }

    /// Counts what somebody answered after an attempt of any mode, finished or not; `when` is when the attempt began.
    pub fn hear(&mut self, who: Option<Name>, scenario: Name, when: Timestamp, voice: &Voice) {
        self.person(who, |person| person.hear(scenario, when, voice));
    }

    /// Counts what another part has counted. No attempt may be in both.
    pub fn merge(&mut self, other: Self, lexicon: &Lexicon) {
        self.make_room(other.people.len());
        for (mine, theirs) in self.people.iter_mut().zip(other.people) {
            match (&mut *mine, theirs) {
                (Some(mine), Some(theirs)) => mine.merge(*theirs),
                (None, theirs) => *mine = theirs,
                (Some(_), None) => {}
            }
        }
        other.scenarios.into_iter().for_each(|(id, one)| self.scenarios.entry(id).or_default().merge(one, lexicon));
        other.forms.into_iter().for_each(|(id, one)| self.forms.entry(id).or_default().merge(one, lexicon));
        for (score, count) in other.spread {
            *self.spread.entry(score).or_default() += count;
        }
        if let Some(period) = other.period {
            self.extend(period);
        }
    }

    /// Everything that was counted, with every text written out.
    #[must_use]
    pub fn summary(self, lexicon: &Lexicon) -> Summary {
        let texts = lexicon.texts();
        let mut summary = Summary { spread: self.spread, period: self.period, ..Summary::default() };
        let mut people: Vec<_> = self.people.into_iter().enumerate().collect();
        let others = people.split_off(people.len() / 2);
        let spelled = |people: Vec<(usize, Option<Box<Person>>)>| -> Vec<_> {
            let people = people.into_iter().filter_map(|(place, person)| Some((place, *person?)));
            people.map(|(place, person)| (texts.at(place), person.spelled(&texts))).collect()
        };
        let (others, people) = both(|| spelled(others), || spelled(people));
        summary.people = people.into_iter().chain(others).collect();
        let scenarios = self.scenarios.into_iter();
        summary.scenarios = scenarios.map(|(id, one)| (texts.owned(id), one.spelled(&texts))).collect();
        self.forms.into_iter().for_each(|((scenario, shape), form)| {
            let id = (texts.owned(scenario), texts.owned(shape));
            let (decisions, form) = form.spelled(&texts);
            for (beat, decision) in decisions {
                summary.decisions.insert((id.0.clone(), id.1.clone(), beat), decision);
            }
            summary.forms.insert(id, form);
        });
        summary
    }

    fn person(&mut self, who: Option<Name>, count: impl FnOnce(&mut Person)) {
        let place = who.map_or(0, Name::place);
        self.make_room(place + 1);
        if let Some(person) = self.people.get_mut(place) {
            count(person.get_or_insert_default());
        }
    }

    fn make_room(&mut self, people: usize) {
        if self.people.len() < people {
            self.people.resize_with(people, || None);
        }
    }

    fn extend(&mut self, (first, last): (Timestamp, Timestamp)) {
        let (from, to) = self.period.unwrap_or((first, last));
        self.period = Some((from.min(first), to.max(last)));
    }
}

fn count_outcome(outcomes: &mut [u64; 5], outcome: Option<Outcome>) {
    if let Some(count) = outcome.and_then(|outcome| outcomes.get_mut(usize::from(outcome.rank()))) {
        *count += 1;
    }
}

fn merge_outcomes(outcomes: &mut [u64; 5], others: [u64; 5]) {
    for (count, more) in outcomes.iter_mut().zip(others) {
        *count += more;
    }
}
