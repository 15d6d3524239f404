//! One play beside everything that could have been played: what each competency could score, and how well it could still have ended
//! after each decision.

use super::answers::{ends, ends_of};
use super::live::{Live, groups, live};
use super::menu::{Give, asked_later, comes_to};
use super::paths::given;
use super::quotient::Quotient;
use super::walk::{Keep, Target, walk_while};
use super::{ScoreRange, extremes};
use crate::customer::Outcome;
use crate::session::plan::{Index, Plan};
use crate::session::{Ask, Given, Session, Turn};

/// What could have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Along {
    /// What each competency that is scored anywhere can score, over all plays.
    pub ranges: Vec<ScoreRange>,
    /// The best ending that could still be reached, at the start and then after each decision.
    pub best: Vec<Outcome>,
}

/// Looks at everything that can happen, and follows a play through it; none where `memory` bytes are not enough to be certain.
#[must_use]
pub fn along(session: &Session, turns: &[Turn], memory: usize) -> Option<Along> {
    along_while(session, turns, memory, &|| true)
}

/// The same for as long as somebody waits for it: `wanted` is asked again and again on the way, and once it says no, what was found is
/// let go of and there is nothing to give.
#[must_use]
pub fn along_while(session: &Session, turns: &[Turn], memory: usize, wanted: &dyn Fn() -> bool) -> Option<Along> {
    let plan = session.plan();
    let walk = walk_while(plan, memory, Keep::Ways, wanted);
    if !walk.complete || !wanted() {
        return None;
    }
    let graph = Quotient::new_while(walk, wanted)?;
    let range = |competency| extremes::range(plan, &graph, competency, None, &|_| true, wanted);
    let ranges = (0..plan.competencies.len()).take_while(|_| wanted()).filter_map(range).collect();
    if !wanted() {
        return None;
    }
    let ends = ends(&graph);
    let live = live(plan, &groups(plan));
    let mut here = graph.first;
    let mut best: Vec<Outcome> = best_of(&ends, here).into_iter().collect();
    for turn in turns {
        let taken = graph.ways(here).find(|(menu, item, _)| is(session, &live, menu.beat, &item.give, turn));
        let Some((_, _, target)) = taken else { break };
        here = target;
        best.extend(best_of(&ends, here));
    }
    Some(Along { ranges, best })
}

fn best_of(ends: &[u8], target: Target) -> Option<Outcome> {
    let ranks = ends_of(ends, target);
    Outcome::ALL.into_iter().find(|outcome| ranks >> outcome.rank() & 1 == 1)
}

/// Whether an item of a menu is what was given, or a summing-up that comes to the same.
fn is(session: &Session, live: &[Live], beat: Index, give: &Give, turn: &Turn) -> bool {
    let plan: &Plan = session.plan();
    match (give, &turn.given, &turn.before.ask) {
        (Give::Paraphrase { level, facts, .. }, Given::Fragments(chosen), Ask::Paraphrase(fragments)) => {
            let heard = session.heard(fragments, chosen);
            let said: Vec<Index> = heard.chosen.iter().filter_map(|fact| plan.fact_at(fact)).collect();
            let later = asked_later(plan, live, beat);
            comes_to(&later, *level, facts) == comes_to(&later, heard.level, &said)
        }
        (Give::Reply(_) | Give::Silence, ..) => given(plan, beat, give) == turn.given,
        (Give::Paraphrase { .. }, ..) => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diag::Source;
    use crate::explore::{MEMORY, explore};
    use crate::scenario::{Rules, load};

    #[test]
    fn a_play_is_followed_to_its_end_and_what_can_be_reached_only_narrows() {
        let rules = Arc::new(Rules::builtin());
        let text = include_str!("../../scenarios/friday-call.ron");
        let scenario = Arc::new(load(&Source::new("friday-call.ron", text), &rules).expect("it loads"));
        let session = Session::new(scenario, rules, 1, None).expect("a session");
        let answers = explore(&session, MEMORY).answers.expect("all of it was looked at");
        for (outcome, play) in &answers.shortest {
            let turns = session.play(play).expect("it can be played");
            let along = along(&session, &turns, MEMORY).expect("all of it was looked at");
            assert_eq!(along.best.len(), turns.len() + 1, "each decision was found");
            assert!(along.best.is_sorted_by(|before, after| before >= after), "{:?}", along.best);
            assert_eq!(along.best.last(), Some(outcome));
            let all: Vec<&ScoreRange> = answers.scores.iter().filter(|range| range.outcome.is_none()).collect();
            assert_eq!(along.ranges.iter().collect::<Vec<_>>(), all);
        }
        assert_eq!(along(&session, &[], 1), None, "nothing is claimed that was not looked at");
    }

    #[test]
    fn a_look_that_nobody_waits_for_any_more_stops_at_once() {
        let rules = Arc::new(Rules::builtin());
        let text = include_str!("../../scenarios/friday-call.ron");
        let scenario = Arc::new(load(&Source::new("friday-call.ron", text), &rules).expect("it loads"));
        let session = Session::new(scenario, rules, 1, None).expect("a session");
        let asked = |patience: usize| {
            let asked = std::cell::Cell::new(0);
            let wanted = || {
                asked.set(asked.get() + 1);
                asked.get() <= patience
            };
            (along_while(&session, &[], MEMORY, &wanted), asked.get())
        };
        let (whole, often) = asked(usize::MAX);
        assert_eq!(whole, along(&session, &[], MEMORY));
        assert!(whole.is_some() && often > 100, "asked {often} times");
        let walked = std::cell::Cell::new(0);
        walk_while(session.plan(), MEMORY, Keep::Ways, &|| {
            walked.set(walked.get() + 1);
            true
        });
        assert!(often > walked.get() + 20, "joining and the passes ask as well: {often} and {}", walked.get());
        for patience in [0, 1, often / 2, walked.get() + 2, often - 10, often - 1] {
            let (found, asked) = asked(patience);
            assert_eq!(found, None, "after {patience} of {often}");
            assert!(asked <= patience + 3, "it went on from {patience} to {asked}");
        }
    }
}
