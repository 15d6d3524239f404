//! How far two agree: two raters, or the key and one of them.

use serde::Serialize;

use super::figure::{Figure, mean};
use super::{Panel, Who};
use crate::cli::rating::compared::{Agreement, LEVELS};
use crate::cli::rating::filled::Rating;
use crate::measurement::raters::{Table, Weights};
use crate::rubric::Rubric;

/// Two, and how far they agree.
#[derive(Debug, Serialize)]
pub struct Pair {
    /// The one.
    pub first: String,
    /// The other.
    pub second: String,
    /// Ratings that both gave, levels and NA.
    pub rated: usize,
    /// Those that are the same.
    pub alike: usize,
    /// Ratings to which both gave a level.
    pub levelled: usize,
    /// Those with the same level.
    pub same: usize,
    /// Those at most one level apart.
    pub adjacent: usize,
    /// Kappa with quadratic weights over all competencies.
    pub kappa: Figure,
    /// How many levels higher the second rates on average; below 0 for lower.
    pub lean: Figure,
    /// Each competency. The first stands down in the tables, the second across.
    pub competencies: Vec<Agreement>,
}

impl Pair {
    /// Compares two.
    pub fn of(panel: &Panel, rubric: &Rubric, first: Who, second: Who) -> Self {
        let on = |at: usize| {
            let pairs = panel.replies.iter().map(move |reply| (reply.of(first, at), reply.of(second, at)));
            pairs.filter(|(one, other)| *one != Rating::Missing && *other != Rating::Missing)
        };
        let numbered = || rubric.competencies.iter().enumerate();
        let competencies: Vec<Agreement> =
            numbered().map(|(at, one)| Agreement::of(&one.id, &one.name, on(at))).collect();
        let turns = turns(panel, rubric, first, second);
        let table = table(turns.iter().flatten());
        Self {
            first: panel.name(first).to_owned(),
            second: panel.name(second).to_owned(),
            rated: numbered().map(|(at, _)| on(at).count()).sum(),
            alike: numbered().map(|(at, _)| on(at).filter(|(one, other)| one == other).count()).sum(),
            levelled: table.total(),
            same: table.same(),
            adjacent: table.within(1),
            kappa: Figure::drawn(&turns, |pairs| Ok(self::table(pairs).kappa(Weights::Quadratic)?.kappa)),
            lean: Figure::drawn(&turns, |pairs| mean(pairs.map(|(one, other)| f64::from(*other) - f64::from(*one)))),
            competencies,
        }
    }
}

fn table<'p>(pairs: impl Iterator<Item = &'p (u8, u8)>) -> Table {
    let mut table = Table::new(LEVELS);
    pairs.for_each(|(one, other)| table.count(usize::from(*one), usize::from(*other)));
    table
}

/// The levels that both gave in any competency, turn by turn.
fn turns(panel: &Panel, rubric: &Rubric, first: Who, second: Who) -> Vec<Vec<(u8, u8)>> {
    let competencies = 0..rubric.competencies.len();
    let of_turn = |turn: &[super::Rated]| {
        let both =
            |(reply, at): (&super::Rated, usize)| Some((reply.of(first, at).level()?, reply.of(second, at).level()?));
        turn.iter().flat_map(|reply| competencies.clone().map(move |at| (reply, at))).filter_map(both).collect()
    };
    panel.turns().map(of_turn).collect()
}
