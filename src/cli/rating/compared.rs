//! A filled sheet beside the authors' levels.

use serde::Serialize;

use super::filled::{Filled, Rating, Row};
use super::items::Item;
use crate::measurement::raters::{Kappa, Table, Weights};
use crate::rubric::{Rubric, TOP_LEVEL};
use crate::scenario::{BeatId, ReplyId};

/// Levels of the scale, and so categories of a table.
pub const LEVELS: usize = TOP_LEVEL as usize + 1;

/// How far a second rater agrees.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// Replies with at least one rating.
    pub rated: usize,
    /// Replies of the scenarios without any.
    pub unrated: usize,
    /// Rows of the sheet whose reply is no longer there in these words.
    pub strangers: usize,
    /// What in the sheet could not be understood.
    pub complaints: Vec<String>,
    /// One entry for each competency of the rubric, in its order.
    pub competencies: Vec<Agreement>,
    /// Replies on which the two differ, the furthest first.
    pub differing: Vec<Differing>,
}

/// The agreement on one competency.
#[derive(Debug, Serialize)]
pub struct Agreement {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Replies to which both gave a level.
    pub levelled: usize,
    /// Those to which both gave the same.
    pub same: usize,
    /// Quadratic-weighted kappa over the levels that both gave.
    pub kappa: Option<Kappa>,
    /// The author's levels down, the second rater's across, 0–3; after them NA.
    pub table: Table,
    /// Whether the competency is shown at all: no and yes of the author down, of the second rater across.
    pub shown: Table,
    /// Kappa over that.
    pub shown_kappa: Option<Kappa>,
}

/// A reply on which the two differ.
#[derive(Debug, Serialize)]
pub struct Differing {
    /// Its scenario.
    pub scenario: String,
    /// Its beat.
    pub beat: BeatId,
    /// Its id.
    pub reply: ReplyId,
    /// The widest distance in a competency to which both gave a level, 0–3.
    pub distance: u8,
    /// Each competency on which they differ.
    pub on: Vec<Difference>,
    /// Words and deeds.
    pub text: String,
}

/// Two ratings that differ.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// The competency.
    pub competency: String,
    /// The author's.
    pub author: Rating,
    /// The second rater's.
    pub rater: Rating,
}

impl Compared {
    /// Compares.
    pub fn of(items: Vec<Item>, filled: Filled, rubric: &Rubric) -> Self {
        let mut ratings = filled.rows;
        let mut paired = |item: Item| {
            let own = ratings.remove(&item.key).unwrap_or_default();
            (item, own)
        };
        let pairs: Vec<(Item, Row)> = items.into_iter().map(&mut paired).collect();
        // Whatever no reply has taken is a stranger.
        let strangers = ratings.len();
        let rated = pairs.iter().filter(|(_, row)| row.is_rated()).count();
        let competencies = rubric.competencies.iter().enumerate().map(|(at, competency)| {
            let both = pairs.iter().filter_map(|(item, row)| both(item, &row.ratings, at));
            Agreement::of(&competency.id, &competency.name, both)
        });
        let ids: Vec<&str> = rubric.competencies.iter().map(|one| one.id.as_str()).collect();
        let mut differing: Vec<Differing> =
            pairs.iter().filter_map(|(item, row)| differing(item, &row.ratings, &ids)).collect();
        // Furthest apart first, then the most differences; the rest stays in the order of the files.
        differing.sort_by_key(|one| std::cmp::Reverse((one.distance, one.on.len())));
        Self {
            rated,
            unrated: pairs.len() - rated,
            strangers,
            complaints: filled.complaints,
            competencies: competencies.collect(),
            differing,
        }
    }
}

/// The author's rating and the rater's of the competency at a place; none where one is missing.
fn both(item: &Item, ratings: &[Rating], at: usize) -> Option<(Rating, Rating)> {
    let pair = (*item.levels.get(at)?, *ratings.get(at)?);
    (pair.0 != Rating::Missing && pair.1 != Rating::Missing).then_some(pair)
}

impl Agreement {
    /// From what two people, the author first, said of each reply. Neither may be missing.
    pub fn of(id: &str, name: &str, pairs: impl Iterator<Item = (Rating, Rating)>) -> Self {
        let (mut levels, mut shown, mut table) = (Table::new(LEVELS), Table::new(2), Table::new(LEVELS + 1));
        let category = |rating: Rating| rating.level().map_or(LEVELS, usize::from);
        for (author, rater) in pairs {
            table.count(category(author), category(rater));
            shown.count(usize::from(author.level().is_some()), usize::from(rater.level().is_some()));
            if let (Some(author), Some(rater)) = (author.level(), rater.level()) {
                levels.count(usize::from(author), usize::from(rater));
            }
        }
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            levelled: levels.total(),
            same: levels.same(),
            kappa: levels.kappa(Weights::Quadratic).ok(),
            shown_kappa: shown.kappa(Weights::Equal).ok(),
            shown,
            table,
        }
    }
}

fn differing(item: &Item, ratings: &[Rating], competencies: &[&str]) -> Option<Differing> {
    let on: Vec<Difference> = competencies
        .iter()
        .enumerate()
        .filter_map(|(at, competency)| {
            let (author, rater) = both(item, ratings, at)?;
            (author != rater).then(|| Difference { competency: (*competency).to_owned(), author, rater })
        })
        .collect();
    let distance =
        on.iter().filter_map(|one| Some(one.author.level()?.abs_diff(one.rater.level()?))).max().unwrap_or(0);
    let (scenario, beat, reply) = (item.scenario.clone(), item.beat.clone(), item.reply.clone());
    (!on.is_empty()).then(|| Differing { scenario, beat, reply, distance, on, text: item.text.clone() })
}
