//! A board: only what may be shown.

use crate::attempt::Obstacle;
use crate::customer::Outcome;
use crate::measurement::privacy::{LEAST, Nobody, Shown, list};
use crate::rubric::Band;
use crate::scenario::CompetencyId;

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// In the conversation.
    UnderWay,
    /// In what comes after it, where promises fall due.
    FollowingUp,
    /// At an end, at least once.
    Finished,
    /// Given up.
    Stopped,
}

impl Stage {
    /// All of them, in the order in which one comes to them.
    pub const ALL: [Self; 4] = [Self::UnderWay, Self::FollowingUp, Self::Finished, Self::Stopped];
}

/// How many people something holds for, as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    People(usize),
    /// Fewer than five.
    Few,
    /// Five or more, held back lest another count could be worked out.
    Held,
}

impl Count {
    fn of(shown: Shown) -> Self {
        match shown {
            Shown::Count(people) => Self::People(people),
            Shown::Few => Self::Few,
            Shown::Held => Self::Held,
        }
    }
}

/// Something that holds for so many people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<T> {
    /// What.
    pub what: T,
    /// For how many.
    pub count: Count,
}

/// What may be told of people who are each counted under one of several things, and how many they are.
pub(super) fn told<T: Copy>(counts: &[(T, usize)], nobody: Nobody) -> (Vec<Told<T>>, Count) {
    let people: Vec<usize> = counts.iter().map(|(_, people)| *people).collect();
    let Ok((shown, all)) = list(&people, nobody) else { return (Vec::new(), Count::Few) };
    let told = counts.iter().zip(shown).map(|((what, _), shown)| Told { what: *what, count: Count::of(shown) });
    (told.collect(), Count::of(all))
}

/// The same where everybody can read how many they are: then nothing that is safe only while that is not known.
pub(super) fn told_of_all<T: Copy>(counts: &[(T, usize)]) -> Vec<Told<T>> {
    let (mut told, all) = told(counts, Nobody::Hidden);
    if !matches!(all, Count::People(_)) {
        for one in &mut told {
            one.count = all;
        }
    }
    told
}

/// What a trainer shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// How many have begun.
    pub begun: Count,
    /// How far they are.
    pub stages: Vec<Told<Stage>>,
    /// Whether some gave no name and so count as one person.
    pub unnamed: bool,
    /// How it went; none for fewer than five people.
    pub results: Option<Results>,
    /// How many people said what stands in their way at work; none below five.
    pub answered: Option<usize>,
    /// What stands in their way, most named first.
    pub obstacles: Vec<Told<Obstacle>>,
    /// How confident they feel, on average, in tenths from 10 (not at all) to 50 (very); none for fewer than five people.
    pub confident: Option<u32>,
    /// The names or codes of those who have finished, without anything else about them. Shown only where somebody asks for it.
    pub names: Vec<String>,
}

/// How the conversations of some people went, the first finished one of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// How many people.
    pub people: usize,
    /// How each competency was shown, in the order of the rubric.
    pub competencies: Vec<Competency>,
    /// How the customers ended, best first.
    pub endings: Vec<Told<Outcome>>,
}

/// How a competency was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competency {
    /// Which one.
    pub id: CompetencyId,
    /// How many people have a score; 0 where fewer than five have one.
    pub people: usize,
    /// The mean score, 0–1000; none where fewer than five people have one.
    pub mean: Option<u16>,
    /// How many people are in each band; nobody where fewer than five people have a score.
    pub bands: Vec<Told<Band>>,
}

impl Competency {
    /// Of the scores that people have.
    pub(super) fn of(id: CompetencyId, scores: &[u16], band: impl Fn(u16) -> Band) -> Self {
        const BANDS: [Band; 4] = [Band::Start, Band::Developing, Band::Dependable, Band::Strong];
        if scores.len() < LEAST {
            return Self { id, people: 0, mean: None, bands: Vec::new() };
        }
        let sum: usize = scores.iter().map(|score| usize::from(*score)).sum();
        let mean = u16::try_from((2 * sum + scores.len()) / (2 * scores.len())).ok();
        let counts = BANDS.map(|one| (one, scores.iter().filter(|score| band(**score) == one).count()));
        Self { id, people: scores.len(), mean, bands: told_of_all(&counts) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(score: u16) -> Band {
        if score < 500 { Band::Start } else { Band::Strong }
    }

    #[test]
    fn a_competency_that_fewer_than_five_have_a_score_for_is_not_told() {
        let id = || CompetencyId::from("listening");
        let few = Competency::of(id(), &[100, 200, 300, 400], band);
        assert_eq!((few.mean, few.bands), (None, Vec::new()));
        let five = Competency::of(id(), &[100, 200, 300, 400, 900], band);
        assert_eq!(five.mean, Some(380));
        assert!(
            five.bands.iter().all(|told| !matches!(told.count, Count::People(_))),
            "one of five would stand alone: {five:?}"
        );
        let counts = |scores: &[u16]| -> Vec<Count> {
            Competency::of(id(), scores, band).bands.iter().map(|told| told.count).collect()
        };
        let six_of_ten = counts(&[100, 200, 300, 400, 900, 900, 900, 900, 900, 901]);
        assert_eq!(six_of_ten, [Count::Few, Count::Few, Count::Few, Count::People(6)]);
        let halves = counts(&[100, 200, 300, 400, 450, 900, 900, 900, 900, 901]);
        assert_eq!(halves, [Count::Held; 4], "10 = 5 + 5 would tell that nobody is between them");
    }

    #[test]
    fn a_small_group_is_never_counted_out() {
        let (stages, begun) = told(&[(Stage::UnderWay, 1), (Stage::Finished, 6)], Nobody::Told);
        let at = |stage| stages.iter().find(|told| told.what == stage).map_or(Count::Few, |told| told.count);
        assert_eq!(at(Stage::UnderWay), Count::Few);
        assert!(
            !matches!((begun, at(Stage::Finished)), (Count::People(_), Count::People(_))),
            "1 = 7 - 6: {stages:?} of {begun:?}"
        );
    }
}
