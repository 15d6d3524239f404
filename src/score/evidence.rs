//! The evidence behind a score: for each decision what was said, what it earned, what could be earned, and the anchor it met.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::customer::{Customer, Feeling, Variable};
use crate::rubric::Competency;
use crate::scenario::{BeatId, CompetencyId, FactId, LISTENING, Phase, ReplyId, shown_competencies};
use crate::session::{Ask, Event, Given, Heard, Session, State, Step, Turn};

/// The best level a paraphrase can reach.
const BEST_PARAPHRASE: u8 = 3;

/// One decision and what it earned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The decision's number, from 1.
    pub n: usize,
    /// Where it was taken.
    pub beat: BeatId,
    /// The phase it belongs to.
    pub phase: Phase,
    /// What the customer had said, or what had happened where nothing was said.
    pub cue: String,
    /// Whether the customer had said it.
    pub spoken: bool,
    /// What was given.
    pub given: Given,
    /// What the trainee said and did.
    pub line: String,
    /// Each competency scored here, in the rubric's order.
    pub levels: Vec<LevelShown>,
    /// Errors of the rubric in what was said.
    pub errors: Vec<String>,
    /// Sub-skills of the rubric that what was said shows.
    pub skills: Vec<String>,
    /// What a paraphrase took up.
    pub heard: Option<Heard>,
    /// Coaching: what it did to the customer, and why.
    pub because: String,
    /// The strongest reply that was offered, where it is another one.
    pub better: Option<Better>,
}

/// A competency in one decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelShown {
    /// Which one.
    pub competency: CompetencyId,
    /// The level earned, 0–3; 0 too where the reply did not show it.
    pub earned: u8,
    /// The best level among the replies offered, 1–3.
    pub best: u8,
    /// Whether what was said showed the competency at all.
    pub shown: bool,
    /// The rubric's words for the level earned.
    pub anchor: String,
}

/// The strongest reply of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Better {
    /// The choice or offer; none for a paraphrase.
    pub reply: Option<ReplyId>,
    /// Its words.
    pub line: String,
    /// The level of each competency scored here.
    pub levels: BTreeMap<CompetencyId, u8>,
    /// Its coaching.
    pub because: String,
}

/// The customer right after a decision's effect, in model units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    /// How the customer was.
    pub mood: Mood,
    /// What happened before the next decision could be taken, where it changed the customer or began a new contact.
    pub then: Option<Then>,
}

/// How a customer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mood {
    /// How the customer feels.
    pub feeling: Feeling,
    /// Satisfaction with the case, 0–1000.
    pub satisfaction: i32,
    /// Calm, 0–1000.
    pub calm: i32,
    /// Trust, 0–1000.
    pub trust: i32,
}

/// What happened between two decisions: time passed, something failed again, a promise broke by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Then {
    /// Days since the contact before, where a new one began.
    pub new_contact: Option<u32>,
    /// How the customer was afterwards.
    pub mood: Mood,
}

impl Mood {
    fn of(customer: &Customer) -> Self {
        Self {
            feeling: customer.feeling(),
            satisfaction: customer.read(Variable::Satisfaction),
            calm: customer.read(Variable::Calm),
            trust: customer.read(Variable::Trust),
        }
    }
}

/// The evidence of one turn.
pub(super) fn of_turn(session: &Session, turn: &Turn, n: usize) -> Evidence {
    let Turn { before, given, .. } = turn;
    let at = session.beat(before);
    let says = session.says(before);
    let spoken = says.is_some();
    let cue = says.or_else(|| at?.scene.as_deref()).unwrap_or_default().to_owned();
    let phase = at.map(|beat| session.scenario().phase(beat)).unwrap_or_default();
    let said = said(session, before, given);
    let scored = scored(session, before);
    let level = |competency: &Competency| {
        let id = CompetencyId::from(competency.id.as_str());
        let best = *scored.get(&id)?;
        let shown = said.levels.get(&id).copied();
        let anchor = shown.map(|level| competency.anchors.at(level).to_owned()).unwrap_or_default();
        // Saying nothing is never the best, whatever level is written for it.
        let earned = shown.unwrap_or(0).min(best);
        Some(LevelShown { competency: id, earned, best, shown: shown.is_some(), anchor })
    };
    let levels = session.rules().rubric.competencies.iter().filter_map(level).collect();
    Evidence {
        n,
        beat: before.beat.clone(),
        phase,
        cue,
        spoken,
        given: given.clone(),
        line: said.line,
        levels,
        errors: said.errors,
        skills: said.skills,
        heard: said.heard,
        because: said.because,
        better: better(session, before, given, &scored),
    }
}

/// The customer at the start and after each turn.
pub(super) fn curve(start: &State, turns: &[Turn]) -> Vec<Point> {
    let first = Point { mood: Mood::of(&start.customer), then: None };
    std::iter::once(first).chain(turns.iter().map(point)).collect()
}

fn point(turn: &Turn) -> Point {
    let Step { state, events } = &turn.after;
    let landed = events.iter().find_map(|event| match event {
        Event::Landed(customer) => Some(*customer),
        _ => None,
    });
    let new_contact = events.iter().find_map(|event| match event {
        Event::NewContact { days } => Some(*days),
        _ => None,
    });
    let landed = landed.unwrap_or(state.customer);
    let (mood, after) = (Mood::of(&landed), Mood::of(&state.customer));
    let then = (new_contact.is_some() || mood != after).then_some(Then { new_contact, mood: after });
    Point { mood, then }
}

/// What was said, whatever kind of reply it was.
struct Said {
    line: String,
    levels: BTreeMap<CompetencyId, u8>,
    errors: Vec<String>,
    skills: Vec<String>,
    heard: Option<Heard>,
    because: String,
}

fn said(session: &Session, state: &State, given: &Given) -> Said {
    match given {
        Given::Reply(reply) => match session.reply(&state.beat, reply) {
            Some(taken) => Said {
                line: taken.line(),
                levels: session.levels(taken),
                errors: taken.errors.clone(),
                skills: taken.skills.clone(),
                heard: None,
                because: taken.because.clone(),
            },
            None => Said::nothing(),
        },
        Given::Fragments(chosen) => {
            let Ask::Paraphrase(fragments) = &state.ask else { return Said::nothing() };
            let heard = session.heard(fragments, chosen);
            Said {
                line: session.line(state, given),
                levels: BTreeMap::from([(LISTENING.into(), heard.level)]),
                errors: Vec::new(),
                skills: vec!["L2".to_owned(), "L3".to_owned()],
                heard: Some(heard),
                because: session.coaching(state, given),
            }
        }
        Given::Silence => match session.silence(state) {
            Some(silence) => Said {
                line: String::new(),
                levels: session.effective(&silence.shows, &silence.errors),
                errors: silence.errors.clone(),
                skills: Vec::new(),
                heard: None,
                because: silence.because.clone(),
            },
            None => Said::nothing(),
        },
    }
}

impl Said {
    fn nothing() -> Self {
        Self {
            line: String::new(),
            levels: BTreeMap::new(),
            errors: Vec::new(),
            skills: Vec::new(),
            heard: None,
            because: String::new(),
        }
    }
}

/// The competencies scored in a state, each with the best level among the replies offered.
fn scored(session: &Session, state: &State) -> BTreeMap<CompetencyId, u8> {
    let Some(at) = session.beat(state) else { return BTreeMap::new() };
    if !state.ask.is_decision() {
        return BTreeMap::new();
    }
    let best_of = |replies: &[ReplyId]| {
        let mut best: BTreeMap<CompetencyId, u8> = BTreeMap::new();
        for (competency, level) in
            replies.iter().filter_map(|reply| session.reply(&state.beat, reply)).flat_map(|one| session.levels(one))
        {
            let greatest = best.entry(competency).or_insert(0);
            *greatest = level.max(*greatest);
        }
        best
    };
    let mut best = match &state.ask {
        Ask::Choose(replies) | Ask::Commit(replies) => best_of(replies),
        Ask::Paraphrase(_) => BTreeMap::from([(LISTENING.into(), BEST_PARAPHRASE)]),
        Ask::Nothing => BTreeMap::new(),
    };
    let asked = at.scores.clone().or_else(|| at.reply.as_ref().map(shown_competencies)).unwrap_or_default();
    best.retain(|competency, best| *best > 0 && asked.contains(competency));
    best
}

/// The strongest reply offered: the one with the most points over the competencies scored; of equals the one given, else the
/// first by id.
fn better(session: &Session, state: &State, given: &Given, scored: &BTreeMap<CompetencyId, u8>) -> Option<Better> {
    match (&state.ask, given) {
        (Ask::Choose(replies) | Ask::Commit(replies), Given::Reply(_) | Given::Silence) => {
            let points = |reply: &ReplyId| {
                let levels = session.reply(&state.beat, reply).map(|one| session.levels(one)).unwrap_or_default();
                levels
                    .iter()
                    .filter(|(competency, _)| scored.contains_key(*competency))
                    .map(|(_, level)| u32::from(*level))
                    .sum::<u32>()
            };
            let most = replies.iter().map(points).max()?;
            if matches!(given, Given::Reply(taken) if points(taken) == most) {
                return None;
            }
            let strongest = replies.iter().filter(|reply| points(reply) == most).min()?;
            let one = session.reply(&state.beat, strongest)?;
            let mut levels = session.levels(one);
            levels.retain(|competency, _| scored.contains_key(competency));
            Some(Better { reply: Some(strongest.clone()), line: one.line(), levels, because: one.because.clone() })
        }
        (Ask::Paraphrase(fragments), Given::Fragments(_) | Given::Silence) => {
            if matches!(given, Given::Fragments(chosen) if session.heard(fragments, chosen).level == BEST_PARAPHRASE) {
                return None;
            }
            let facts: Vec<&FactId> = fragments.iter().filter_map(|fragment| fragment.fact.as_ref()).collect();
            let line = facts
                .iter()
                .map(|fact| session.fragment_text(&state.beat, fact.as_str()))
                .collect::<Vec<_>>()
                .join("; ");
            let levels = BTreeMap::from([(LISTENING.into(), BEST_PARAPHRASE)]);
            Some(Better { reply: None, line, levels, because: String::new() })
        }
        _ => None,
    }
}
