//! From what was said and done to a scorecard, with its evidence. Process (how it was handled) and outcome (how the customer
//! ended) stand beside each other and are never averaged together; the customer's reaction scores nothing.

mod evidence;
mod overall;
mod promises;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::customer::{Feeling, Outcome};
use crate::rubric::Band;
use crate::scenario::{CompetencyId, FactId, PromiseId};
use crate::session::{PromiseState, Session, State, Turn};

pub use evidence::{Better, Evidence, LevelShown, Mood, Point, Then};
pub use overall::share;
pub use promises::StillOpen;

/// What an attempt earned, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scorecard {
    /// Every decision, in order.
    pub evidence: Vec<Evidence>,
    /// One entry for each competency of the rubric, in its order.
    pub competencies: Vec<CompetencyScore>,
    /// Mean of the competencies with enough evidence, 0–1000; none where too few have it.
    pub overall: Option<u16>,
    /// The band of the overall score.
    pub band: Option<Band>,
    /// Whether the pass mark is reached; none where there is no overall score.
    pub passed: Option<bool>,
    /// How the customer ended; none for an attempt that was interrupted.
    pub ending: Option<Closing>,
    /// What became of each promise that was made, in order of their ids.
    pub promises: BTreeMap<PromiseId, PromiseState>,
    /// Of those that were neither kept nor broken: whether their day had come, in order of their ids.
    pub still_open: BTreeMap<PromiseId, StillOpen>,
    /// Facts the trainee took up, in order of their ids.
    pub noticed: Vec<FactId>,
    /// Facts the customer told and the trainee did not take up, in the order they were told.
    pub missed: Vec<FactId>,
    /// Facts that were never told on this way through, in order of their ids.
    pub unheard: Vec<FactId>,
    /// How often each error of the rubric was made.
    pub errors: BTreeMap<String, usize>,
    /// The customer at the start and after each decision.
    pub curve: Vec<Point>,
}

/// What one competency earned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompetencyScore {
    /// Which one.
    pub id: CompetencyId,
    /// Share earned of what could be earned on the decisions met, 0–1000; none where it was never asked for, which is not zero.
    pub score: Option<u16>,
    /// The band of the score, where there is enough evidence for one.
    pub band: Option<Band>,
    /// Decisions that scored it.
    pub decisions: usize,
    /// Points earned.
    pub earned: u32,
    /// Points that could be earned.
    pub best: u32,
    /// Whether there were enough decisions for it to count.
    pub enough: bool,
}

/// How the customer ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Closing {
    /// What the customer does now.
    pub outcome: Outcome,
    /// The scenario's words for it.
    pub text: String,
    /// How the customer feels.
    pub feeling: Feeling,
    /// Whether the customer left before the end.
    pub left: bool,
}

/// The scorecard of the turns played so far. Of a conversation that is not over it has no ending.
#[must_use]
pub fn scorecard(session: &Session, turns: &[Turn]) -> Scorecard {
    let rubric = &session.rules().rubric;
    let start = session.begin().state;
    let last = turns.last().map_or(&start, |turn| &turn.after.state);
    let evidence: Vec<Evidence> =
        turns.iter().enumerate().map(|(index, turn)| evidence::of_turn(session, turn, index + 1)).collect();
    let competencies = overall::competencies(rubric, &evidence);
    let overall = overall::overall(rubric, &competencies);
    let passed = overall.map(|overall| overall::passes(rubric, overall, &competencies));
    let facts = &session.scenario().facts;
    let mut errors = BTreeMap::new();
    for code in evidence.iter().flat_map(|evidence| &evidence.errors) {
        *errors.entry(code.clone()).or_insert(0) += 1;
    }
    Scorecard {
        band: overall.map(|overall| rubric.band(overall.into())),
        overall,
        passed,
        ending: closing(session, last),
        promises: last.promises.iter().map(|(id, fate)| (id.clone(), *fate)).collect(),
        still_open: promises::still_open(session, turns),
        noticed: last.noticed.clone(),
        missed: last.known.iter().filter(|fact| !last.noticed.contains(*fact)).cloned().collect(),
        unheard: facts.keys().filter(|fact| !last.known.contains(fact)).cloned().collect(),
        errors,
        curve: evidence::curve(&start, turns),
        evidence,
        competencies,
    }
}

fn closing(session: &Session, state: &State) -> Option<Closing> {
    let ending = state.ending?;
    let text = session.scenario().outcomes.get(&ending.outcome).cloned().unwrap_or_default();
    Some(Closing { outcome: ending.outcome, text, feeling: ending.feeling, left: ending.left })
}

/// A score as people are shown it: 0–100, half up.
#[must_use]
pub fn shown(score: u16) -> u16 {
    (score + 5) / 10
}
