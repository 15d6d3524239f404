//! Which attempts are a person's first finished assessment of a scenario, from as little as is known of each. Attempts without a name
//! count as one person's: nothing tells them apart.

use std::collections::BTreeSet;

use jiff::Timestamp;
use uuid::Uuid;

use super::lexicon::{Lexicon, Name};
use crate::attempt::{Attempt, Mode};

/// Finds them. What it looks through may be divided; names come from clones of one [`Lexicon`], and of each attempt is remembered
/// where it is found again.
#[derive(Clone, Debug)]
pub struct Firsts<P> {
    /// By the place of the name; whoever gave none is at 0.
    people: Vec<Vec<First<P>>>,
}

#[derive(Clone, Copy, Debug)]
struct First<P> {
    scenario: Name,
    /// Of two begun at the same moment the smaller id is the first.
    begun: (Timestamp, Uuid),
    place: P,
}

impl<P> Default for Firsts<P> {
    fn default() -> Self {
        Self { people: Vec::new() }
    }
}

impl<P> Firsts<P> {
    /// Counts a finished assessment.
    pub fn add(&mut self, who: Option<Name>, scenario: Name, begun: (Timestamp, Uuid), place: P) {
        let number = who.map_or(0, Name::place);
        self.make_room(number + 1);
        if let Some(firsts) = self.people.get_mut(number) {
            see(firsts, First { scenario, begun, place });
        }
    }

    /// Counts what was found elsewhere.
    pub fn merge(&mut self, other: Self) {
        self.make_room(other.people.len());
        for (mine, theirs) in self.people.iter_mut().zip(other.people) {
            for first in theirs {
                see(mine, first);
            }
        }
    }

    /// Where they are.
    pub fn places(self) -> impl Iterator<Item = P> {
        self.people.into_iter().flatten().map(|first| first.place)
    }

    fn make_room(&mut self, people: usize) {
        if self.people.len() < people {
            self.people.resize_with(people, Vec::new);
        }
    }
}

fn see<P>(firsts: &mut Vec<First<P>>, other: First<P>) {
    match firsts.iter_mut().find(|first| first.scenario == other.scenario) {
        Some(first) if first.begun <= other.begun => {}
        Some(first) => *first = other,
        None => firsts.push(other),
    }
}

/// The attempts that are a person's first finished assessment of a scenario.
#[must_use]
pub fn first_assessments<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> BTreeSet<Uuid> {
    let (mut firsts, mut lexicon) = (Firsts::default(), Lexicon::default());
    for attempt in attempts {
        let start = &attempt.start;
        if start.mode == Mode::Assessment && attempt.is_finished() {
            let who = start.trainee.as_deref().map(|name| lexicon.name(name));
            firsts.add(who, lexicon.name(&start.scenario), (start.started, start.attempt), start.attempt);
        }
    }
    firsts.places().collect()
}
