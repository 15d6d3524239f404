//! All raters at once: what one more of them would be worth, and what their mean is.

use std::ops::Range;

use serde::Serialize;

use super::{Panel, Rated, Who};
use crate::cli::rating::compared::LEVELS;
use crate::cli::rating::filled::Rating;
use crate::cli::terminal::counted;
use crate::measurement::raters::{Form, Intraclass, Weights, fleiss, intraclass, krippendorff};
use crate::measurement::scores::Scores;
use crate::measurement::{Refused, Result};
use crate::rubric::Rubric;

/// Fewer replies than this say nothing about raters in general.
const FEWEST: usize = 10;

/// All raters in one competency, or in all of them.
#[derive(Debug, Serialize)]
pub struct Together {
    /// The competency's id; none for all of them.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Ratings to which every rater gave a level.
    pub levelled: usize,
    /// ICC(2,1): how far one rater could stand for the others.
    pub one: Option<Intraclass>,
    /// ICC(2,k): how far the mean of as many raters could stand for that of others.
    pub mean: Option<Intraclass>,
    /// Why these two are missing.
    pub refused: Option<Refused>,
    /// Krippendorff's alpha over the levels: also those of replies that not everybody rated.
    pub alpha: Option<f64>,
    /// Ratings that everybody gave, NA too.
    pub rated: usize,
    /// Fleiss' kappa over whether the competency is shown at all.
    pub shown: Option<f64>,
}

/// All competencies first, then each; at last all competencies without the raters who are set aside, if any are.
pub fn together(panel: &Panel, rubric: &Rubric, steady: &[usize]) -> Vec<Together> {
    let everybody: Vec<usize> = (0..panel.raters.len()).collect();
    let all = |raters: &[usize], name: &str| Together::of(panel, raters, None, name, 0..rubric.competencies.len());
    let each = rubric.competencies.iter().enumerate();
    let each = each.map(|(at, one)| Together::of(panel, &everybody, Some(&one.id), &one.name, at..at + 1));
    let others = everybody.len() - steady.len();
    let without = (others > 0).then(|| all(steady, &format!("Without {}", counted(others, "rater"))));
    std::iter::once(all(&everybody, "All competencies")).chain(each).chain(without).collect()
}

impl Together {
    fn of(panel: &Panel, raters: &[usize], id: Option<&str>, name: &str, competencies: Range<usize>) -> Self {
        let ratings: Vec<Vec<Rating>> = panel
            .replies
            .iter()
            .flat_map(|reply| competencies.clone().map(move |at| (reply, at)))
            .map(|(reply, at)| said(reply, raters, at))
            .collect();
        let levels = |row: &Vec<Rating>| row.iter().map(|rating| rating.level().map(f64::from)).collect::<Vec<_>>();
        let scores = Scores::complete(ratings.iter().map(levels));
        let icc = |form| scores.clone().and_then(|scores| correlation(&scores, form));
        let complete = ratings.iter().filter(|row| row.iter().all(|rating| *rating != Rating::Missing));
        let shown: Vec<Vec<usize>> =
            complete.map(|row| counts(row, 2, |one| usize::from(one.level().is_some()))).collect();
        let levels = |row: &Vec<Rating>| {
            let levelled: Vec<Rating> = row.iter().copied().filter(|one| one.level().is_some()).collect();
            counts(&levelled, LEVELS, |one| one.level().map_or(LEVELS, usize::from))
        };
        let by_level: Vec<Vec<usize>> =
            ratings.iter().map(levels).filter(|row| row.iter().sum::<usize>() > 1).collect();
        Self {
            id: id.map(str::to_owned),
            name: name.to_owned(),
            levelled: scores.as_ref().map_or(0, Scores::people),
            one: icc(Form::TwoOne).ok(),
            mean: icc(Form::TwoAll).ok(),
            refused: icc(Form::TwoOne).err(),
            alpha: enough(by_level.len()).and_then(|()| krippendorff(&by_level, Weights::Quadratic)).ok(),
            rated: shown.len(),
            shown: enough(shown.len()).and_then(|()| fleiss(&shown)).ok(),
        }
    }
}

/// An intraclass correlation of enough replies.
fn correlation(scores: &Scores, form: Form) -> Result<Intraclass> {
    enough(scores.people())?;
    intraclass(scores, form, 0.95)
}

fn enough(have: usize) -> Result<()> {
    if have < FEWEST { Err(Refused::TooFew { have, need: FEWEST }) } else { Ok(()) }
}

/// What the raters at some places said.
fn said(reply: &Rated, raters: &[usize], at: usize) -> Vec<Rating> {
    raters.iter().map(|rater| reply.of(Who::Rater(*rater), at)).collect()
}

/// How many ratings fall into each category.
fn counts(ratings: &[Rating], categories: usize, category: impl Fn(Rating) -> usize) -> Vec<usize> {
    (0..categories).map(|one| ratings.iter().filter(|rating| category(**rating) == one).count()).collect()
}
