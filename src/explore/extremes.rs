//! The least and the greatest share of points, exactly. A share is a fraction, so the best play is not made of best steps; Dinkelbach's
//! method (Management Science 13(7), 1967) finds it: ask which play is greatest in `earned × B − best × E` for the share E/B found
//! so far, take that play's share, and stop when none is greater. Each question is one pass over the graph.

use super::paths::{follow, given};
use super::quotient::Quotient;
use super::walk::{ENDINGS, Target};
use super::{Extreme, ScoreRange};
use crate::customer::Outcome;
use crate::scenario::CompetencyId;
use crate::score::share;
use crate::session::plan::{Plan, at};

/// No play of the kind asked for.
const NONE: i64 = i64::MIN;
/// Weighs points so heavily that the number of steps decides only between equal shares.
const HEAVY: i64 = 1 << 24;

/// Greatest or least.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Greatest,
    Least,
}

/// What a competency can score with the endings that `allowed` lets through; none where it is scored on no such play, or once `wanted`,
/// which is asked before each pass, says no.
pub(super) fn range(
    plan: &Plan,
    graph: &Quotient,
    competency: usize,
    outcome: Option<Outcome>,
    allowed: &dyn Fn(Target) -> bool,
    wanted: &dyn Fn() -> bool,
) -> Option<ScoreRange> {
    let extreme = |direction| extreme(plan, graph, competency, allowed, direction, wanted);
    Some(ScoreRange {
        competency: plan.competencies.get(competency).cloned().unwrap_or_else(|| CompetencyId::from("")),
        outcome,
        least: extreme(Direction::Least)?,
        greatest: extreme(Direction::Greatest)?,
    })
}

fn extreme(
    plan: &Plan,
    graph: &Quotient,
    competency: usize,
    allowed: &dyn Fn(Target) -> bool,
    direction: Direction,
    wanted: &dyn Fn() -> bool,
) -> Option<Extreme> {
    let (mut earned, mut best) = match direction {
        Direction::Greatest => (0, 1),
        Direction::Least => (1, 1),
    };
    while wanted() {
        let pass = Pass::new(graph, competency, allowed, direction, earned, best);
        let (mut e, mut b, mut play) = (0_i64, 0_i64, Vec::new());
        let mut scored = false;
        let mut chosen = pass.at_first(graph)?;
        follow(
            graph,
            |node| {
                let (position, then_scored) = pass.choice(graph, node, chosen)?;
                chosen = then_scored;
                Some(position)
            },
            |beat, bests, item| {
                let level = |levels: &[u8]| i64::from(levels.get(competency).copied().unwrap_or(0));
                e += level(&item.earned);
                b += level(bests);
                scored |= level(bests) > 0;
                play.push(given(plan, beat, &item.give));
            },
        );
        if !scored {
            return None;
        }
        if e * best == b * earned {
            let (earned, best) = (u32::try_from(e).unwrap_or(0), u32::try_from(b).unwrap_or(0));
            return Some(Extreme { score: share(earned, best)?, earned, best, play });
        }
        (earned, best) = (e, b);
    }
    None
}

/// For every node the greatest value of a way to the end on which the competency is still scored, and of one on which it is not.
struct Pass<'a> {
    scored: Vec<i64>,
    unscored: Vec<i64>,
    competency: usize,
    allowed: &'a dyn Fn(Target) -> bool,
    direction: Direction,
    earned: i64,
    best: i64,
}

impl<'a> Pass<'a> {
    fn new(
        graph: &Quotient,
        competency: usize,
        allowed: &'a dyn Fn(Target) -> bool,
        direction: Direction,
        earned: i64,
        best: i64,
    ) -> Self {
        let mut pass = Self { scored: Vec::new(), unscored: Vec::new(), competency, allowed, direction, earned, best };
        for (node, ..) in graph.nodes() {
            let (mut scored, mut unscored) = (NONE, NONE);
            for (menu, item, target) in graph.ways(node) {
                let (with, without) = pass.way(&menu.best, &item.earned, target);
                (scored, unscored) = (scored.max(with), unscored.max(without));
            }
            pass.scored.push(scored);
            pass.unscored.push(unscored);
        }
        pass
    }

    /// The value of a way out, with and without the competency being scored from here on.
    fn way(&self, bests: &[u8], earned: &[u8], target: Target) -> (i64, i64) {
        let level = |levels: &[u8]| i64::from(levels.get(self.competency).copied().unwrap_or(0));
        let (e, b) = (level(earned), level(bests));
        let points = e * self.best - b * self.earned;
        let points = if self.direction == Direction::Greatest { points } else { -points };
        let step = points * HEAVY - 1;
        let plus = |value: i64| if value == NONE { NONE } else { value + step };
        let (with, without) = self.after(target);
        if b > 0 { (plus(with.max(without)), NONE) } else { (plus(with), plus(without)) }
    }

    fn after(&self, target: Target) -> (i64, i64) {
        if target >= ENDINGS {
            return (NONE, if (self.allowed)(target) { 0 } else { NONE });
        }
        let value = |values: &[i64]| values.get(at(target)).copied().unwrap_or(NONE);
        (value(&self.scored), value(&self.unscored))
    }

    /// Whether a scored play begins at the first node; none where there is none.
    fn at_first(&self, graph: &Quotient) -> Option<bool> {
        (self.after(graph.first).0 != NONE).then_some(true)
    }

    /// The item to follow at a node, and whether the rest is still to be scored.
    fn choice(&self, graph: &Quotient, node: u32, scored: bool) -> Option<(usize, bool)> {
        let (with, without) = self.after(node);
        let wanted = if scored { with } else { without };
        graph.ways(node).enumerate().find_map(|(position, (menu, item, target))| {
            let (with, without) = self.way(&menu.best, &item.earned, target);
            if (if scored { with } else { without }) != wanted {
                return None;
            }
            let here = menu.best.get(self.competency).is_some_and(|best| *best > 0);
            let (with, without) = self.after(target);
            Some((position, scored && if here { with >= without && with != NONE } else { true }))
        })
    }
}
