//! One decision as a statement: what could be said, what was said, what it earned, and the feedback that was shown.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::super::cell::visible;
use super::super::decisions::offered;
use super::frame::{Frame, iso_duration};
use crate::score::Evidence;
use crate::session::{Ask, Given, Session, State};

/// The statement of the decision at a position, from 0.
pub(super) fn answered(frame: &Frame<'_>, at: usize, moment: Timestamp) -> Option<Value> {
    let (decision, evidence) = (frame.told.decision(at)?, frame.told.evidence(at)?);
    let (session, turn) = frame.told.turn(at)?;
    let mut path = frame.scene();
    path.extend(["decisions", decision.beat.as_str()]);
    let object = json!({
        "objectType": "Activity", "id": frame.maker.base.iri(&path),
        "definition": {
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction", "interactionType": "choice",
            "name": frame.text(&format!("{}: {}", session.scenario().title, decision.beat)),
            "description": frame.text(&evidence.cue),
            "choices": choices(frame, session, &turn.before, &decision.given),
            "correctResponsesPattern": [strongest(evidence, &turn.before.ask, &decision.given)],
        },
    });
    let scored = !evidence.levels.is_empty();
    let result = json!({
        "score": score(evidence),
        "success": scored.then_some(evidence.better.is_none() && decision.given != Given::Silence),
        "response": response(&decision.given),
        "duration": iso_duration(decision.ms),
        "extensions": shown(frame, evidence),
    });
    Some(frame.statement("answered", decision.n, moment, &object, &result))
}

/// The points earned of those that could be, over all competencies scored here.
fn score(evidence: &Evidence) -> Value {
    let sum =
        |of: fn(&crate::score::LevelShown) -> u8| evidence.levels.iter().map(|level| u32::from(of(level))).sum::<u32>();
    let (raw, max) = (sum(|level| level.earned), sum(|level| level.best));
    if max == 0 {
        return Value::Null;
    }
    json!({"scaled": f64::from(raw * 10_000 / max) / 10_000.0, "raw": raw, "min": 0, "max": max})
}

/// Ids as an interaction has them: several with `[,]` between.
fn response(given: &Given) -> String {
    match given {
        Given::Reply(reply) => reply.to_string(),
        Given::Fragments(fragments) => fragments.iter().cloned().collect::<Vec<_>>().join("[,]"),
        Given::Silence => "silence".to_owned(),
    }
}

/// The strongest response.
fn strongest(evidence: &Evidence, ask: &Ask, given: &Given) -> String {
    match (&evidence.better, ask) {
        (Some(better), _) if better.reply.is_some() => {
            better.reply.as_ref().map(ToString::to_string).unwrap_or_default()
        }
        (Some(_), Ask::Paraphrase(fragments)) => {
            let facts: Vec<String> =
                fragments.iter().filter_map(|one| one.fact.as_ref()).map(ToString::to_string).collect();
            facts.join("[,]")
        }
        _ => response(given),
    }
}

/// What was offered, in the order it was shown, and silence where that was the answer.
fn choices(frame: &Frame<'_>, session: &Session, before: &State, given: &Given) -> Vec<Value> {
    let line = |id: &str| match &before.ask {
        Ask::Paraphrase(_) => session.fragment_text(&before.beat, id),
        Ask::Choose(_) | Ask::Commit(_) | Ask::Nothing => session.line(before, &Given::Reply(id.into())),
    };
    let mut choices: Vec<Value> =
        offered(&before.ask).iter().map(|id| json!({"id": id, "description": frame.text(&line(id))})).collect();
    if *given == Given::Silence {
        choices.push(json!({"id": "silence"}));
    }
    choices
}

/// What was said, its levels, and the feedback that was shown.
fn shown(frame: &Frame<'_>, evidence: &Evidence) -> Value {
    let levels = evidence.levels.iter().flat_map(|level| {
        let id = level.competency.as_str();
        [(id.to_owned(), json!(level.earned)), (format!("{id}-best"), json!(level.best))]
    });
    let better = evidence.better.as_ref();
    let texts = [
        ("line", visible(&evidence.line)),
        ("feedback", visible(&evidence.because)),
        ("better", better.and_then(|better| better.reply.as_ref()).map(ToString::to_string).unwrap_or_default()),
        ("better-line", better.map(|better| visible(&better.line)).unwrap_or_default()),
    ];
    let errors = ("errors".to_owned(), json!(evidence.errors));
    let texts = texts.map(|(name, text)| (name.to_owned(), Value::String(text)));
    frame.extensions(levels.chain(texts).chain([errors]))
}
