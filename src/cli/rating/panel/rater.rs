//! One rater beside the key and beside the others: how strict, how steady, how much of the scale.

use serde::Serialize;

use super::figure::{Figure, mean};
use super::{Pair, Panel, Rated, Who};
use crate::cli::rating::compared::LEVELS;
use crate::cli::rating::filled::Rating;
use crate::measurement::raters::{Form, intraclass};
use crate::measurement::scores::Scores;
use crate::measurement::{Refused, Result};
use crate::rubric::Rubric;

/// With fewer ratings than this nobody is called steady or unsteady.
pub const FEWEST: usize = 10;

/// A rater.
#[derive(Debug, Serialize)]
pub struct Rater {
    /// Their name.
    pub name: String,
    /// Replies with at least one rating.
    pub rated: usize,
    /// How often each level was given, 0–3.
    pub levels: [usize; LEVELS],
    /// How often NA was.
    pub not_shown: usize,
    /// Beside the key, which stands first: a lean above 0 is more lenient than the key.
    pub with_key: Pair,
    /// How many levels higher than the others' mean this rater rates.
    pub from_others: Figure,
    /// Whether the key's order is theirs, however strict they are: ICC(3,1) with the key.
    pub order_of_key: Option<f64>,
    /// The same with the others' mean.
    pub order_of_others: Option<f64>,
}

impl Rater {
    /// Looks at the rater at a place.
    pub fn of(panel: &Panel, rubric: &Rubric, rater: usize) -> Self {
        let who = Who::Rater(rater);
        let competencies = 0..rubric.competencies.len();
        let given = |rating: Rating| {
            let of = |at| panel.replies.iter().filter(|reply| reply.of(who, at) == rating).count();
            competencies.clone().map(of).sum()
        };
        let levels = std::array::from_fn(|level| given(Rating::Level(u8::try_from(level).unwrap_or(u8::MAX))));
        let beside =
            |reply: &Rated, at: usize, other: Option<f64>| Some([f64::from(reply.of(who, at).level()?), other?]);
        let with_key = |reply: &Rated, at: usize| beside(reply, at, reply.of(Who::Key, at).level().map(f64::from));
        let with_others = |reply: &Rated, at: usize| beside(reply, at, others(reply, rater, at));
        let of_others = pairs(panel, rubric, with_others);
        Self {
            name: panel.name(who).to_owned(),
            rated: panel.rated_by(rater),
            levels,
            not_shown: given(Rating::NotShown),
            with_key: Pair::of(panel, rubric, Who::Key, who),
            from_others: Figure::drawn(&of_others, |pairs| mean(pairs.map(|[own, others]| own - others))),
            order_of_key: order(&pairs(panel, rubric, with_key)).ok(),
            order_of_others: order(&of_others).ok(),
        }
    }
}

/// The mean of the levels that all but one rater gave.
fn others(reply: &Rated, rater: usize, at: usize) -> Option<f64> {
    let others = (0..reply.rows.len()).filter(|other| *other != rater);
    mean(others.filter_map(|other| reply.of(Who::Rater(other), at).level()).map(f64::from)).ok()
}

fn pairs(panel: &Panel, rubric: &Rubric, of: impl Fn(&Rated, usize) -> Option<[f64; 2]>) -> Vec<Vec<[f64; 2]>> {
    let competencies = rubric.competencies.len();
    let of_turn = |turn: &[Rated]| {
        let all = turn.iter().flat_map(|reply| (0..competencies).map(move |at| (reply, at)));
        all.filter_map(|(reply, at)| of(reply, at)).collect()
    };
    panel.turns().map(of_turn).collect()
}

/// Whether two columns put things into the same order, whichever of them is the stricter.
fn order(turns: &[Vec<[f64; 2]>]) -> Result<f64> {
    let pairs: Vec<&[f64; 2]> = turns.iter().flatten().collect();
    if pairs.len() < FEWEST {
        return Err(Refused::TooFew { have: pairs.len(), need: FEWEST });
    }
    let steps: Vec<f64> = pairs.iter().map(|[own, other]| own - other).collect();
    // Where one is always the same step above the other, no ratio can be formed, and the order is the same.
    if steps.windows(2).all(|two| matches!(two, [one, next] if (one - next).abs() < 1e-9)) {
        return Ok(1.0);
    }
    let rows = pairs.into_iter().map(|pair| pair.to_vec()).collect();
    Ok(intraclass(&Scores::new(rows)?, Form::ThreeOne, 0.95)?.value)
}
