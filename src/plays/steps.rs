//! The steps of putting something right, read off a decision: what a model conversation does where.

use serde::Serialize;

use crate::customer::SmallEvent;
use crate::rubric::Behaviour;
use crate::scenario::{CompetencyId, Move, Phase};
use crate::session::{Ask, Given, Session, Turn};

/// A step of putting something right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Taking in what the customer says, and saying it back.
    Listen,
    /// Saying plainly what went wrong, and that one is sorry.
    NameIt,
    /// Making the problem one's own.
    OwnIt,
    /// Offering something that helps.
    Offer,
    /// Promising what, who and when.
    Promise,
    /// Keeping the promise, bringing news, asking whether it helped.
    FollowUp,
}

impl Step {
    /// All steps, in the order in which they usually come.
    pub const ALL: [Self; 6] = [Self::Listen, Self::NameIt, Self::OwnIt, Self::Offer, Self::Promise, Self::FollowUp];
}

/// The least level at which a reply does what its competency is about.
const DOES_IT: u8 = 2;

/// The steps that a decision takes, in their usual order; none where it does nothing of the kind.
#[must_use]
pub fn steps(session: &Session, turn: &Turn) -> Vec<Step> {
    match &turn.given {
        Given::Reply(reply) => {
            let after = session.beat(&turn.before).is_some_and(|beat| session.scenario().phase(beat) == Phase::After);
            session.reply(&turn.before.beat, reply).map(|taken| of_reply(session, taken, after)).unwrap_or_default()
        }
        Given::Fragments(chosen) => match &turn.before.ask {
            Ask::Paraphrase(fragments) if session.heard(fragments, chosen).level >= DOES_IT => vec![Step::Listen],
            _ => Vec::new(),
        },
        Given::Silence => Vec::new(),
    }
}

/// `after` says that the service is over: news and changes at the desk are no follow-up yet.
fn of_reply(session: &Session, taken: &Move, after: bool) -> Vec<Step> {
    let levels = session.levels(taken);
    let shows = |behaviour| {
        let competency = session.rules().rubric.competency_of(behaviour);
        let level = competency.and_then(|one| levels.get(&CompetencyId::from(one.id.as_str())));
        level.is_some_and(|level| *level >= DOES_IT)
    };
    let does = |events: &[SmallEvent]| taken.does.iter().any(|event| events.contains(event));
    let takes = |step: &Step| match step {
        Step::Listen => shows(Behaviour::Listen),
        Step::NameIt => shows(Behaviour::Apology),
        Step::OwnIt => shows(Behaviour::Account),
        Step::Offer => {
            taken.fixes > 0
                || taken.pays.is_some()
                || does(&[SmallEvent::OfferChoice, SmallEvent::InterimSolution, SmallEvent::WarmTransfer])
        }
        Step::Promise => taken.promise.is_some(),
        Step::FollowUp => {
            taken.keeps.is_some()
                || taken.renegotiates.is_some()
                || does(&[SmallEvent::CheckBack])
                || after && does(&[SmallEvent::ProgressUpdate, SmallEvent::ProcessChanged])
        }
    };
    Step::ALL.into_iter().filter(takes).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::*;
    use crate::diag::Source;
    use crate::plays::model;
    use crate::scenario::{Rules, load};

    #[test]
    fn a_model_conversation_takes_every_step_and_a_promise_comes_before_it_is_kept() {
        let rules = Arc::new(Rules::builtin());
        let text = include_str!("../../scenarios/heated-pool.ron");
        let scenario = Arc::new(load(&Source::new("heated-pool.ron", text), &rules).expect("it loads"));
        let plays = Source::new("heated-pool.plays.ron", include_str!("../../scenarios/heated-pool.plays.ron"));
        let gives = model(&plays, &scenario, &rules).expect("a model play");
        let session = Session::new(scenario, rules, 0, None).expect("a session");
        let turns = session.play(&gives).expect("it can be played");
        let taken: Vec<Vec<Step>> = turns.iter().map(|turn| steps(&session, turn)).collect();
        let all: BTreeSet<Step> = taken.iter().flatten().copied().collect();
        assert_eq!(all.into_iter().collect::<Vec<_>>(), Step::ALL, "{taken:?}");
        let first = |step| taken.iter().position(|steps| steps.contains(&step));
        assert_eq!(first(Step::Listen), Some(0));
        assert!(first(Step::Promise) < first(Step::FollowUp));
    }
}
