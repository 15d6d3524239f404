//! What the debrief screen is told of a scorecard.

use super::conversation_view::later;
use crate::attempt::Playing;
use crate::customer::{Feeling, Outcome};
use crate::game::debrief::{Competency, Decision, Level, Overall, Promise, Said, View};
use crate::game::desk::Desk;
use crate::rubric::{self, Rubric};
use crate::scenario::{CompetencyId, FactId};
use crate::score::{Better, Evidence, LevelShown, Mood, Point, Scorecard, shown};
use crate::session::{Ask, Card, Event, Given, PromiseState, Session, Turn};
use crate::words::Words;

/// The view of an attempt's scorecard.
pub fn view(desk: &Desk, playing: &Playing) -> View {
    let card = playing.scorecard();
    let session = playing.session();
    let (start, after) =
        card.curve.split_first().map_or((None, card.curve.as_slice()), |(first, rest)| (Some(first), rest));
    let closing = card.ending.as_ref();
    let rows = playing.turns().iter().zip(&card.evidence).zip(after);
    let mut decisions: Vec<Decision> =
        rows.map(|((turn, evidence), point)| decision(&desk.words, session, turn, evidence, point)).collect();
    // What happened after one decision stands before the next.
    for (decision, point) in decisions.iter_mut().zip(&card.curve) {
        decision.mood_before = point.then.map(|then| mood(then.mood));
        decision.new_contact = point.then.and_then(|then| then.new_contact).map(|days| later(&desk.words, days));
    }
    View {
        title: session.scenario().title.clone(),
        mode: playing.keeper().mode(),
        chips: vec![desk.words.format("debrief-decisions", &[("n", card.evidence.len().into())])],
        interrupted: closing.is_none(),
        customer: session.scenario().customer.name.clone(),
        feeling: closing.map_or(Feeling::Indifferent, |closing| closing.feeling),
        outcome: closing.map(|closing| closing.outcome),
        remark: remark(desk, &card),
        outcome_text: closing.map(|closing| closing.text.clone()).unwrap_or_default(),
        competencies: competencies(&desk.words, session, &card),
        overall: overall(&session.rules().rubric, &card),
        end_mood: card.curve.last().and_then(|point| point.then).map(|then| mood(then.mood)),
        start_mood: start.map(|point| mood(point.mood)).unwrap_or_default(),
        decisions,
        promises: promises(session, &card, desk),
        noticed: facts(session, &card.noticed),
        missed: facts(session, &card.missed),
        can_retry: true,
    }
}

/// Why score and ending can point different ways, where they do.
fn remark(desk: &Desk, card: &Scorecard) -> Option<String> {
    let ended_well = card.ending.as_ref()?.outcome.rank() >= Outcome::Passive.rank();
    match (card.passed?, ended_well) {
        (true, false) => Some(desk.words.text("debrief-passed-but")),
        (false, true) => Some(desk.words.text("debrief-not-passed-but")),
        (true, true) | (false, false) => None,
    }
}

fn competencies(words: &Words, session: &Session, card: &Scorecard) -> Vec<Competency> {
    card.competencies
        .iter()
        .map(|one| Competency {
            name: name(words, &session.rules().rubric, &one.id),
            score: one.score.filter(|_| one.enough).map(percent),
            band: one.band,
            decisions: one.decisions,
            range: None,
        })
        .collect()
}

fn overall(rubric: &Rubric, card: &Scorecard) -> Option<Overall> {
    Some(Overall {
        score: percent(card.overall?),
        needed: percent(u16::try_from(rubric.pass.overall).unwrap_or(1000)),
        passed: card.passed?,
    })
}

fn decision(words: &Words, session: &Session, turn: &Turn, evidence: &Evidence, point: &Point) -> Decision {
    let rubric = &session.rules().rubric;
    let spoken = match &turn.given {
        Given::Reply(reply) => {
            session.reply(&turn.before.beat, reply).is_some_and(|one| one.say.is_some() && one.act.is_none())
        }
        Given::Fragments(_) => true,
        Given::Silence => false,
    };
    let levels = |level: &LevelShown| Level {
        competency: name(words, rubric, &level.competency),
        level: level.earned,
        best: level.best,
        anchor: match &evidence.heard {
            Some(heard) => words.heard(heard),
            None => match rubric.competency(level.competency.as_str()).filter(|_| level.shown) {
                Some(competency) => words.rubric().anchor(competency, level.earned).to_owned(),
                None => words.text("debrief-not-shown"),
            },
        },
    };
    let noticed: Vec<FactId> = turn
        .after
        .events
        .iter()
        .filter_map(|event| match event {
            Event::Noticed(fact) => Some(fact.clone()),
            _ => None,
        })
        .collect();
    let missed: Vec<FactId> = match (&turn.given, &turn.before.ask) {
        (Given::Fragments(chosen), Ask::Paraphrase(fragments)) => {
            fragments.iter().filter_map(|one| one.fact.clone()).filter(|fact| !chosen.contains(fact.as_str())).collect()
        }
        (Given::Silence, Ask::Paraphrase(fragments)) => fragments.iter().filter_map(|one| one.fact.clone()).collect(),
        _ => Vec::new(),
    };
    Decision {
        customer: if evidence.spoken { evidence.cue.clone() } else { format!("({})", evidence.cue) },
        said: Said {
            text: evidence.line.clone(),
            spoken,
            levels: evidence.levels.iter().map(levels).collect(),
            because: evidence.because.clone(),
        },
        better: evidence.better.as_ref().map(|better| stronger(words, rubric, better)),
        errors: errors(words, rubric, evidence),
        noticed: facts(session, &noticed),
        missed: facts(session, &missed),
        closed: None,
        mood: mood(point.mood),
        mood_before: None,
        feeling: point.mood.feeling,
        new_contact: None,
        scored: !evidence.levels.is_empty(),
    }
}

fn stronger(words: &Words, rubric: &Rubric, better: &Better) -> Said {
    let level = |competency: &rubric::Competency| {
        let level = *better.levels.get(&CompetencyId::from(competency.id.as_str()))?;
        let name = words.rubric().name(competency).to_owned();
        Some(Level { competency: name, level, best: level, anchor: String::new() })
    };
    Said {
        text: better.line.clone(),
        spoken: !better.line.starts_with('('),
        levels: rubric.competencies.iter().filter_map(level).collect(),
        because: better.because.clone(),
    }
}

/// The errors of a decision in words; their codes are for authors.
fn errors(words: &Words, rubric: &Rubric, evidence: &Evidence) -> Vec<String> {
    evidence.errors.iter().filter_map(|code| Some(words.rubric().error(rubric.error(code)?).to_owned())).collect()
}

fn promises(session: &Session, card: &Scorecard, desk: &Desk) -> Vec<Promise> {
    let told = |(id, state): (&crate::scenario::PromiseId, &PromiseState)| {
        let promise = session.scenario().promises.get(id)?;
        let Card { what, who, when } = Card::of_promise(promise);
        let note = match state {
            PromiseState::Lapsed => desk.words.text("debrief-note-vague"),
            PromiseState::Broken if !promise.can_keep => desk.words.text("debrief-note-impossible"),
            PromiseState::Open | PromiseState::Kept | PromiseState::Broken | PromiseState::LeftOpen => String::new(),
        };
        Some(Promise { what, who, by: when, state: *state, note })
    };
    card.promises.iter().filter_map(told).collect()
}

fn facts(session: &Session, ids: &[FactId]) -> Vec<String> {
    ids.iter().filter_map(|id| Some(session.scenario().facts.get(id)?.text.clone())).collect()
}

fn name(words: &Words, rubric: &Rubric, id: &CompetencyId) -> String {
    rubric.competency(id.as_str()).map_or_else(|| id.to_string(), |one| words.rubric().name(one).to_owned())
}

fn percent(score: u16) -> u8 {
    u8::try_from(shown(score)).unwrap_or(100)
}

/// Where a point stands on the line of moods: a third of it for each feeling, and satisfaction within it, so that a point
/// never lies in the band of another feeling.
fn mood(point: Mood) -> u16 {
    let satisfaction = u16::try_from(point.satisfaction.clamp(0, 1000)).unwrap_or_default();
    let within = satisfaction / 3;
    match point.feeling {
        Feeling::Upset => within.min(332),
        Feeling::Indifferent => 334 + within.min(331),
        Feeling::Happy => 667 + within,
    }
}
