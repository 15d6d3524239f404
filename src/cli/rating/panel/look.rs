//! Which replies need another look, and what at: the key, the words, the rubric, or one rater.

use std::collections::BTreeSet;

use serde::Serialize;

use super::figure::mean;
use super::{Panel, Rated, Who};
use crate::cli::rating::filled::Rating;
use crate::rubric::{Competency, Rubric};
use crate::scenario::{BeatId, ReplyId};

/// Levels that lie so far apart are no matter of taste.
const FAR: u8 = 2;
/// What it weighs where one gives a level and the other says that the competency is not shown: as much as one level.
const SHOWN: f64 = 1.0;

/// A reply on which anybody differs.
#[derive(Debug, Serialize)]
pub struct Divided {
    /// Its scenario.
    pub scenario: String,
    /// Its beat.
    pub beat: BeatId,
    /// Its id.
    pub reply: ReplyId,
    /// Words and deeds.
    pub text: String,
    /// How far it divides the raters or contradicts the key, whichever is more, where it does so most: mean squared distance, 0–9.
    pub weight: f64,
    /// Each competency on which anybody differs.
    pub on: Vec<On>,
    /// What the raters wrote beside it.
    pub remarks: Vec<Remark>,
}

/// One competency of such a reply.
#[derive(Debug, Serialize)]
pub struct On {
    /// The competency's id.
    pub competency: String,
    /// Its name.
    pub name: String,
    /// What the key says.
    pub key: Rating,
    /// What each rater said who said something.
    pub given: Vec<Given>,
    /// Mean squared distance of every two raters, 0–9.
    pub apart: f64,
    /// Mean squared distance of the raters from the key, 0–9.
    pub from_key: f64,
    /// What that looks like.
    pub look: Look,
    /// The anchors of the levels that were given, the lowest first.
    pub anchors: Vec<Anchor>,
}

/// One rating.
#[derive(Debug, Serialize)]
pub struct Given {
    /// Whose.
    pub rater: String,
    /// What.
    pub rating: Rating,
}

/// What a level looks like.
#[derive(Debug, Serialize)]
pub struct Anchor {
    /// The level, 0–3.
    pub level: u8,
    /// In the rubric's words.
    pub text: String,
}

/// What a rater wrote.
#[derive(Debug, Serialize)]
pub struct Remark {
    /// Who.
    pub rater: String,
    /// In their words.
    pub text: String,
}

/// What to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// The raters agree with each other, and not with the key.
    Key,
    /// The others agree, and one is two levels away from all of them: the rater at a place.
    Rater(usize),
    /// The levels lie two apart or more, and nobody stands alone: the words can be read in two ways.
    Words,
    /// More than a third of the raters see the competency, and more than a third do not.
    Shown,
    /// A difference that is to be expected.
    Near,
}

/// Every reply on which anybody differs, first those that divide the raters or contradict the key most. Only the ratings of those at
/// the places `counted` weigh anything.
pub fn divided(panel: &Panel, rubric: &Rubric, counted: &[usize]) -> Vec<Divided> {
    let mut found: Vec<Divided> = panel.replies.iter().filter_map(|reply| one(panel, reply, rubric, counted)).collect();
    // Where the worst weighs the same, the one with more of it; the rest stays in the order of the story.
    let sum = |one: &Divided| one.on.iter().map(On::weight).sum::<f64>();
    found.sort_by(|one, other| other.weight.total_cmp(&one.weight).then_with(|| sum(other).total_cmp(&sum(one))));
    found
}

fn one(panel: &Panel, reply: &Rated, rubric: &Rubric, counted: &[usize]) -> Option<Divided> {
    let on: Vec<On> = rubric
        .competencies
        .iter()
        .enumerate()
        .map(|(at, competency)| On::of(panel, reply, at, competency, counted))
        .filter(On::differs)
        .collect();
    let weight = on.iter().map(On::weight).max_by(f64::total_cmp)?;
    let remarks = panel.raters.iter().zip(&reply.rows).filter(|(_, row)| !row.remark.is_empty());
    let remarks = remarks.map(|(rater, row)| Remark { rater: rater.clone(), text: row.remark.clone() }).collect();
    let item = &reply.item;
    let (scenario, beat, id) = (item.scenario.clone(), item.beat.clone(), item.reply.clone());
    Some(Divided { scenario, beat, reply: id, text: item.text.clone(), weight, on, remarks })
}

impl On {
    fn of(panel: &Panel, reply: &Rated, at: usize, competency: &Competency, counted: &[usize]) -> Self {
        let key = reply.of(Who::Key, at);
        let all: Vec<(usize, Rating)> = (0..panel.raters.len())
            .map(|rater| (rater, reply.of(Who::Rater(rater), at)))
            .filter(|(_, rating)| *rating != Rating::Missing)
            .collect();
        let weighing: Vec<(usize, Rating)> = all.iter().copied().filter(|(rater, _)| counted.contains(rater)).collect();
        let pairs = weighing.iter().enumerate().flat_map(|(place, (_, one))| {
            weighing.iter().skip(place + 1).filter_map(|(_, other)| distance(*one, *other))
        });
        let levels: BTreeSet<u8> =
            all.iter().map(|(_, rating)| *rating).chain([key]).filter_map(Rating::level).collect();
        let anchor = |level| Anchor { level, text: competency.anchors.at(level).to_owned() };
        let given = |(rater, rating): &(usize, Rating)| Given {
            rater: panel.name(Who::Rater(*rater)).to_owned(),
            rating: *rating,
        };
        Self {
            competency: competency.id.clone(),
            name: competency.name.clone(),
            key,
            given: all.iter().map(given).collect(),
            apart: mean(pairs).unwrap_or(0.0),
            from_key: mean(weighing.iter().filter_map(|(_, rating)| distance(*rating, key))).unwrap_or(0.0),
            look: look(key, &weighing),
            anchors: levels.into_iter().map(anchor).collect(),
        }
    }

    /// Whether anybody differs from anybody, the key included.
    fn differs(&self) -> bool {
        let mut ratings =
            self.given.iter().map(|given| given.rating).chain([self.key]).filter(|one| *one != Rating::Missing);
        let first = ratings.next();
        ratings.any(|one| Some(one) != first)
    }

    fn weight(&self) -> f64 {
        self.apart.max(self.from_key)
    }
}

/// How far two ratings lie apart, squared; none where one is missing.
fn distance(one: Rating, other: Rating) -> Option<f64> {
    match (one, other) {
        (Rating::Missing, _) | (_, Rating::Missing) => None,
        (Rating::Level(one), Rating::Level(other)) => Some(f64::from(one.abs_diff(other)).powi(2)),
        (Rating::NotShown, Rating::NotShown) => Some(0.0),
        (Rating::Level(_), Rating::NotShown) | (Rating::NotShown, Rating::Level(_)) => Some(SHOWN),
    }
}

/// What the ratings of one reply look like; each with the place of its rater, none missing.
fn look(key: Rating, given: &[(usize, Rating)]) -> Look {
    let levels: Vec<(usize, u8)> = given.iter().filter_map(|(rater, rating)| Some((*rater, rating.level()?))).collect();
    let absent = given.len() - levels.len();
    if of_one_mind_against(key, &levels, absent) {
        return Look::Key;
    }
    if let Some(rater) = alone(&levels) {
        return Look::Rater(rater);
    }
    // One rater alone has nobody but the key to differ from.
    let beside = key.level().filter(|_| given.len() == 1);
    if range(levels.iter().map(|(_, level)| *level).chain(beside)) >= FAR {
        return Look::Words;
    }
    let split = 3 * absent.min(levels.len()) > given.len();
    if split && given.len() > 1 { Look::Shown } else { Look::Near }
}

/// Whether two raters or more are within one level of each other, and their mean is a level or more away from the key; or whether
/// they all see what the key does not see, or the other way round.
fn of_one_mind_against(key: Rating, levels: &[(usize, u8)], absent: usize) -> bool {
    let near = absent == 0 && levels.len() > 1 && range(levels.iter().map(|(_, level)| *level)) < FAR;
    let mean = || mean(levels.iter().map(|(_, level)| f64::from(*level)));
    match key {
        Rating::Level(key) if near => mean().is_ok_and(|mean| (mean - f64::from(key)).abs() >= 1.0),
        Rating::Level(_) => absent > 1 && levels.is_empty(),
        Rating::NotShown => near,
        Rating::Missing => false,
    }
}

/// The one of three or more who is two levels away from all others, where those are within one level of each other.
fn alone(levels: &[(usize, u8)]) -> Option<usize> {
    let is_alone = |(rater, level): &&(usize, u8)| {
        let others = || levels.iter().filter(|(other, _)| other != rater).map(|(_, level)| *level);
        range(others()) < FAR && others().all(|other| other.abs_diff(*level) >= FAR)
    };
    levels.iter().filter(|_| levels.len() > 2).find(is_alone).map(|(rater, _)| *rater)
}

/// From the lowest to the highest; 0 where there is none.
fn range(levels: impl Iterator<Item = u8> + Clone) -> u8 {
    levels.clone().max().zip(levels.min()).map_or(0, |(highest, lowest)| highest - lowest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Levels as digits, `-` for NA; the key first.
    fn looks(key: &str, given: &str) -> Look {
        let rating = |letter: char| {
            "0123".find(letter).map_or(Rating::NotShown, |level| Rating::Level(u8::try_from(level).expect("0 to 3")))
        };
        let given: Vec<(usize, Rating)> = given.chars().map(rating).enumerate().collect();
        look(key.chars().map(rating).next().unwrap_or(Rating::Missing), &given)
    }

    #[test]
    fn what_to_look_at_follows_from_who_differs_from_whom() {
        for (key, given, expected) in [
            ("3", "111", Look::Key),
            ("2", "11", Look::Key),
            ("3", "21", Look::Key),
            ("3", "--", Look::Key),
            ("-", "12", Look::Key),
            ("2", "112", Look::Near),
            ("2", "0222", Look::Rater(0)),
            ("2", "2230", Look::Rater(3)),
            ("2", "0022", Look::Words),
            ("2", "0123", Look::Words),
            ("2", "02", Look::Words),
            ("3", "1", Look::Words),
            ("2", "1", Look::Near),
            ("2", "2-", Look::Shown),
            ("2", "222--", Look::Shown),
            ("2", "22-", Look::Near),
            ("2", "2222-", Look::Near),
            ("-", "-", Look::Near),
            ("", "13", Look::Words),
            ("", "", Look::Near),
        ] {
            assert_eq!(looks(key, given), expected, "key {key}, raters {given}");
        }
    }

    #[test]
    fn a_distance_is_squared_and_na_is_one_level_away() {
        assert_eq!(distance(Rating::Level(3), Rating::Level(0)), Some(9.0));
        assert_eq!(distance(Rating::NotShown, Rating::Level(0)), Some(1.0));
        assert_eq!(distance(Rating::NotShown, Rating::NotShown), Some(0.0));
        assert_eq!(distance(Rating::Missing, Rating::Level(0)), None);
    }
}
