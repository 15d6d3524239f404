//! How often beats and replies were met in attempts, and what those attempts earned. Where fewer than five people stand behind a
//! number it is held back, and where it could be worked out from the others, one of those is held back with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{BeatId, ReplyId};

/// Numbers of fewer people than this are held back.
pub const FEWEST: usize = 5;

/// What can be given at a beat, or what happens instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Branch {
    /// A choice or an offer.
    Reply(ReplyId),
    /// A paraphrase, whatever was in it.
    Heard,
    /// Nothing was said until the timer ended.
    Silence,
    /// There was nothing to ask.
    Otherwise,
}

/// One attempt's way through a scenario.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// Who took it; each attempt without a name counts as somebody of their own.
    pub person: Option<String>,
    /// Its overall score, 0–1000; none where it was not finished or has too little evidence.
    pub score: Option<u16>,
    /// The beats that were spoken.
    pub beats: BTreeSet<BeatId>,
    /// What was given where.
    pub branches: BTreeSet<(BeatId, Branch)>,
}

/// What attempts did in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// None came here.
    Never,
    /// Some came here, but too few people to tell more.
    Few,
    /// This many attempts came here; with their mean overall score, 0–1000, where five people or more have one.
    Often {
        /// Attempts.
        attempts: usize,
        /// Mean overall score, half up.
        mean: Option<u16>,
    },
}

/// What is counted in one place.
#[derive(Clone, Debug, Default)]
struct Tally {
    attempts: usize,
    people: BTreeSet<Person>,
    scored: BTreeSet<Person>,
    scores: Vec<u16>,
}

/// A name, or the number of an attempt without one.
type Person = Result<String, usize>;

impl Tally {
    fn add(&mut self, person: &Person, score: Option<u16>) {
        self.attempts += 1;
        self.people.insert(person.clone());
        if let Some(score) = score {
            self.scored.insert(person.clone());
            self.scores.push(score);
        }
    }

    fn is_few(&self) -> bool {
        self.people.len() < FEWEST
    }

    fn seen(&self, held_back: bool) -> Seen {
        if self.attempts == 0 {
            return Seen::Never;
        }
        if held_back || self.is_few() {
            return Seen::Few;
        }
        let n = u64::try_from(self.scores.len()).unwrap_or(u64::MAX);
        let sum: u64 = self.scores.iter().map(|score| u64::from(*score)).sum();
        let mean = (self.scored.len() >= FEWEST).then(|| u16::try_from((2 * sum + n) / (2 * n)).unwrap_or(1000));
        Seen::Often { attempts: self.attempts, mean }
    }
}

/// What attempts did in a scenario.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// How many attempts there are.
    pub attempts: usize,
    beats: BTreeMap<BeatId, Seen>,
    branches: BTreeMap<BeatId, BTreeMap<Branch, Seen>>,
}

impl Coverage {
    /// Counts what attempts did.
    #[must_use]
    pub fn of(passages: &[Passage]) -> Self {
        let mut beats: BTreeMap<BeatId, Tally> = BTreeMap::new();
        let mut branches: BTreeMap<BeatId, BTreeMap<Branch, Tally>> = BTreeMap::new();
        for (number, passage) in passages.iter().enumerate() {
            let person = passage.person.clone().ok_or(number);
            for beat in &passage.beats {
                beats.entry(beat.clone()).or_default().add(&person, passage.score);
            }
            for (beat, branch) in &passage.branches {
                let tallies = branches.entry(beat.clone()).or_default();
                tallies.entry(branch.clone()).or_default().add(&person, passage.score);
            }
        }
        Self {
            attempts: passages.len(),
            beats: beats.into_iter().map(|(beat, tally)| (beat, tally.seen(false))).collect(),
            branches: branches.into_iter().map(|(beat, tallies)| (beat, hold_back(&tallies))).collect(),
        }
    }

    /// What attempts did at a beat.
    #[must_use]
    pub fn beat(&self, beat: &BeatId) -> Seen {
        self.beats.get(beat).copied().unwrap_or(Seen::Never)
    }

    /// What attempts did with one branch of a beat.
    #[must_use]
    pub fn branch(&self, beat: &BeatId, branch: &Branch) -> Seen {
        self.branches.get(beat).and_then(|branches| branches.get(branch)).copied().unwrap_or(Seen::Never)
    }
}

/// The branches of one beat. What is held back must not be the difference between the beat and its other branches, so while
/// those held back are fewer than five people together, the smallest of the others is held back too.
fn hold_back(tallies: &BTreeMap<Branch, Tally>) -> BTreeMap<Branch, Seen> {
    let mut held: BTreeSet<&Branch> =
        tallies.iter().filter(|(_, tally)| tally.is_few()).map(|(branch, _)| branch).collect();
    loop {
        let people: BTreeSet<&Person> =
            held.iter().filter_map(|branch| tallies.get(*branch)).flat_map(|tally| &tally.people).collect();
        if people.is_empty() || people.len() >= FEWEST {
            break;
        }
        let others = tallies.iter().filter(|(branch, _)| !held.contains(branch));
        let Some((smallest, _)) = others.min_by_key(|(_, tally)| tally.people.len()) else { break };
        held.insert(smallest);
    }
    tallies.iter().map(|(branch, tally)| (branch.clone(), tally.seen(held.contains(branch)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(counts: &[(&str, usize)]) -> Vec<Passage> {
        let mut all = Vec::new();
        for (reply, n) in counts {
            for _ in 0..*n {
                all.push(Passage {
                    person: Some(format!("person {}", all.len())),
                    score: Some(600),
                    beats: ["desk".into()].into(),
                    branches: [("desk".into(), Branch::Reply((*reply).into()))].into(),
                });
            }
        }
        all
    }

    fn seen(counts: &[(&str, usize)], reply: &str) -> Seen {
        Coverage::of(&passages(counts)).branch(&"desk".into(), &Branch::Reply(reply.into()))
    }

    #[test]
    fn five_people_are_told_and_four_are_not() {
        assert_eq!(seen(&[("own", 5)], "own"), Seen::Often { attempts: 5, mean: Some(600) });
        assert_eq!(seen(&[("own", 4)], "own"), Seen::Few);
        assert_eq!(seen(&[("own", 5)], "rules"), Seen::Never);
    }

    #[test]
    fn one_person_who_plays_often_is_still_one_person() {
        let mut all = passages(&[("own", 9)]);
        for passage in &mut all {
            passage.person = Some("Amina".into());
        }
        assert_eq!(Coverage::of(&all).beat(&"desk".into()), Seen::Few);
        for passage in &mut all {
            passage.person = None;
        }
        assert_eq!(Coverage::of(&all).beat(&"desk".into()), Seen::Often { attempts: 9, mean: Some(600) });
    }

    #[test]
    fn what_is_held_back_cannot_be_worked_out_from_the_rest() {
        let counts = [("own", 20), ("money", 8), ("rules", 2)];
        assert_eq!(seen(&counts, "rules"), Seen::Few);
        assert_eq!(seen(&counts, "money"), Seen::Few, "30 − 20 − 8 would tell of two people");
        assert_eq!(seen(&counts, "own"), Seen::Often { attempts: 20, mean: Some(600) });
        let several = [("own", 20), ("money", 3), ("rules", 2)];
        assert_eq!(seen(&several, "own"), Seen::Often { attempts: 20, mean: Some(600) }, "five people in two places");
    }
}
