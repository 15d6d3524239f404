//! One attempt as a report sees it: who, what, when, what it earned at each decision, and how the customer ended. It is recomputed
//! from the recorded decisions under the present rules and can be cached beside the hash of those rules. It holds ids and no texts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::attempt::{Attempt, Mode, Place};
use crate::customer::Outcome;
use crate::explore::{came_to, efficiency};
use crate::scenario::{BeatId, CompetencyId, FormId, ReplyId};
use crate::score::{Evidence, Scorecard, StillOpen};
use crate::session::{Given, PromiseState, Session, Turn};

/// One finished attempt, scored again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Id of the attempt.
    pub attempt: Uuid,
    /// The name or code of the person; none where nobody gave one.
    pub trainee: Option<String>,
    /// The group that trains together.
    pub cohort: Option<String>,
    /// Practice or assessment.
    pub mode: Mode,
    /// When it began.
    pub started: Timestamp,
    /// Where on a course it was played.
    pub course: Option<Place>,
    /// What was played.
    pub scenario: Played,
    /// Whether it is this person's first finished assessment of this scenario: only such attempts are scored in reports.
    pub first: bool,
    /// The four scores, in the order of the rubric.
    pub scores: Vec<Earned>,
    /// The overall score, 0–1000; none where there was not enough evidence.
    pub overall: Option<u16>,
    /// Whether the standard was reached; none where there is no overall score.
    pub passed: Option<bool>,
    /// The decisions that score something, in order.
    pub decisions: Vec<Decided>,
    /// How the customer ended.
    pub outcome: Option<Outcome>,
    /// Whether the customer left before the end.
    pub left: bool,
    /// What became of the promises that were made.
    pub promises: Promises,
    /// How often each error of the rubric was made, by its code.
    pub errors: BTreeMap<String, usize>,
    /// Path efficiency, 0–1000: how far the attempt was brought, as a share of how far it could have been; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<u16>,
}

/// The scenario of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Played {
    /// Its id.
    pub id: String,
    /// Its title, as it was played.
    pub title: String,
    /// Hash of the scenario with its texts.
    pub hash: String,
    /// Hash without its texts: decisions of one shape are counted together.
    pub shape: String,
    /// The form it was played in.
    pub form: Option<FormId>,
}

/// What one competency earned in one attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earned {
    /// Which one.
    pub competency: CompetencyId,
    /// Points earned.
    pub earned: u32,
    /// Points that could be earned on the decisions met.
    pub best: u32,
    /// Decisions that scored it.
    pub decisions: u32,
    /// 0–1000; none where it was never asked for.
    pub score: Option<u16>,
    /// Whether there were enough decisions for it to count.
    pub enough: bool,
}

/// One decision that scored something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Where.
    pub beat: BeatId,
    /// What was given.
    pub given: Given,
    /// Each competency scored here: points earned, points that could be.
    pub levels: BTreeMap<CompetencyId, (u8, u8)>,
    /// The strongest reply, where another one was given.
    pub better: Option<ReplyId>,
    /// Of a summing-up: what the customer had said and the trainee left out.
    pub left_out: BTreeSet<String>,
    /// Milliseconds it took. Never scored.
    pub ms: u64,
}

/// What became of the promises of one attempt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promises {
    /// Done as said.
    pub kept: u32,
    /// Not done.
    pub broken: u32,
    /// Vague, and nothing came of it.
    pub lapsed: u32,
    /// Their time came, and nobody went back to them.
    pub overdue: u32,
    /// Without a date, so that they never fell due.
    pub dateless: u32,
    /// Not yet due at the end, or moved to a new date.
    pub open: u32,
}

impl Decided {
    /// Points earned and points that could be earned, over all competencies scored here.
    #[must_use]
    pub fn points(&self) -> (u32, u32) {
        self.levels.values().fold((0, 0), |(e, b), (earned, best)| (e + u32::from(*earned), b + u32::from(*best)))
    }
}

impl Promises {
    /// All that were made.
    #[must_use]
    pub fn made(&self) -> u32 {
        self.kept + self.broken + self.lapsed + self.overdue + self.dateless + self.open
    }
}

impl Case {
    /// The case of an attempt that was replayed to its end. `first` says whether [`first_assessments`](super::first_assessments) holds it.
    #[must_use]
    pub fn new(attempt: &Attempt, session: &Session, card: &Scorecard, first: bool) -> Self {
        let start = &attempt.start;
        let took: BTreeMap<usize, u64> = attempt.decisions.iter().map(|one| (one.n, one.ms)).collect();
        let decided = |evidence: &Evidence| decided(session, evidence, took.get(&evidence.n).copied());
        Self {
            attempt: start.attempt,
            trainee: start.trainee.clone(),
            cohort: start.cohort.clone(),
            mode: start.mode,
            started: start.started,
            course: start.course.clone(),
            scenario: Played {
                id: start.scenario.clone(),
                title: session.scenario().title.clone(),
                hash: start.hash.clone(),
                shape: start.shape.clone(),
                form: start.form.clone(),
            },
            first,
            scores: card.competencies.iter().map(earned).collect(),
            overall: card.overall,
            passed: card.passed,
            decisions: card.evidence.iter().filter(|one| !one.levels.is_empty()).map(decided).collect(),
            outcome: card.ending.as_ref().map(|ending| ending.outcome),
            left: card.ending.as_ref().is_some_and(|ending| ending.left),
            promises: promises(card),
            errors: card.errors.clone(),
            path: None,
        }
    }

    /// The same with its path efficiency, where it is known how far its session can be brought ([`furthest`](crate::explore::furthest)):
    /// that is looked up once for all attempts at it.
    #[must_use]
    pub fn beside(self, furthest: Option<u32>, turns: &[Turn]) -> Self {
        let came_to = turns.last().and_then(|turn| came_to(&turn.after.state));
        let path = came_to.zip(furthest).map(|(came_to, furthest)| efficiency(came_to, furthest));
        Self { path, ..self }
    }
}

fn earned(score: &crate::score::CompetencyScore) -> Earned {
    Earned {
        competency: score.id.clone(),
        earned: score.earned,
        best: score.best,
        decisions: u32::try_from(score.decisions).unwrap_or(u32::MAX),
        score: score.score,
        enough: score.enough,
    }
}

fn decided(session: &Session, evidence: &Evidence, ms: Option<u64>) -> Decided {
    let levels = evidence.levels.iter().map(|level| (level.competency.clone(), (level.earned, level.best))).collect();
    let heard = evidence.heard.as_ref();
    // A summing-up that lacks nothing has no better one beside it, and then nothing was left out.
    let left_out = heard.filter(|heard| heard.chosen.len() < heard.facts).map(|heard| {
        let asked = session.scenario().beats.get(&evidence.beat).and_then(|beat| match &beat.reply {
            Some(crate::scenario::Reply::Paraphrase(paraphrase)) => paraphrase.about.clone(),
            _ => None,
        });
        let about = asked.unwrap_or_else(|| session.scenario().facts.keys().cloned().collect());
        let unsaid = about.into_iter().filter(|fact| !heard.chosen.contains(fact));
        unsaid.map(|fact| fact.to_string()).filter(|fact| was_offered(evidence, session, fact)).collect()
    });
    Decided {
        beat: evidence.beat.clone(),
        given: evidence.given.clone(),
        levels,
        better: evidence.better.as_ref().and_then(|better| better.reply.clone()),
        left_out: left_out.unwrap_or_default(),
        ms: ms.unwrap_or_default(),
    }
}

/// Whether a fact stood among the fragments: the better summing-up names every one that did.
fn was_offered(evidence: &Evidence, session: &Session, fact: &str) -> bool {
    let text = session.fragment_text(&evidence.beat, fact);
    evidence.better.as_ref().is_some_and(|better| better.line.split("; ").any(|part| part == text))
}

fn promises(card: &Scorecard) -> Promises {
    let mut promises = Promises::default();
    for (id, state) in &card.promises {
        let count = match (state, card.still_open.get(id)) {
            (PromiseState::Kept, _) => &mut promises.kept,
            (PromiseState::Broken, _) => &mut promises.broken,
            (PromiseState::Lapsed, _) => &mut promises.lapsed,
            (PromiseState::Open | PromiseState::LeftOpen, Some(StillOpen::Overdue)) => &mut promises.overdue,
            (PromiseState::Open | PromiseState::LeftOpen, Some(StillOpen::NoDate)) => &mut promises.dateless,
            (PromiseState::Open | PromiseState::LeftOpen, Some(StillOpen::NotYet | StillOpen::Moved) | None) => {
                &mut promises.open
            }
        };
        *count += 1;
    }
    promises
}
