//! An attempt as a whole: that it began, was played to its end, reached the standard or not, and was over.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::super::attempts::kebab;
use super::Profile;
use super::frame::{Frame, iso_duration};
use crate::score::Scorecard;

/// It began.
pub(super) fn initialized(frame: &Frame<'_>) -> Value {
    frame.statement("initialized", 0, frame.told.start().started, &frame.simulation(), &Value::Null)
}

/// It was played to its end. In cmi5 no score stands here, but only where the standard is told.
pub(super) fn completed(frame: &Frame<'_>, card: &Scorecard, at: Timestamp) -> Value {
    let score = match frame.maker.profile {
        Profile::Xapi => scaled(card),
        Profile::Cmi5 => Value::Null,
    };
    let result =
        json!({"score": score, "completion": true, "duration": duration(frame), "extensions": profile(frame, card)});
    frame.statement("completed", 0, at, &frame.simulation(), &result)
}

/// Whether the standard was reached; nothing where there was not enough evidence.
pub(super) fn judged(frame: &Frame<'_>, card: &Scorecard, standard: u16, at: Timestamp) -> Option<Value> {
    let passed = card.passed?;
    let word = if passed { "passed" } else { "failed" };
    // One competency under the floor prevents a pass whatever the overall score. In cmi5 a score of who failed lies under the mark.
    let told =
        frame.maker.profile == Profile::Xapi || card.overall.is_some_and(|overall| passed == (overall >= standard));
    let score = if told { scaled(card) } else { Value::Null };
    let result =
        json!({"score": score, "success": passed, "duration": duration(frame), "extensions": profile(frame, card)});
    Some(frame.statement(word, 0, at, &frame.simulation(), &result))
}

/// It was over.
pub(super) fn terminated(frame: &Frame<'_>, at: Timestamp) -> Value {
    frame.statement("terminated", 0, at, &frame.simulation(), &json!({"duration": duration(frame)}))
}

/// The overall score; nothing where there was not enough evidence for one.
fn scaled(card: &Scorecard) -> Value {
    card.overall.map_or(Value::Null, |overall| json!({"scaled": f64::from(overall) / 1000.0}))
}

/// The time at the beats, added up: pauses between sittings do not count.
fn duration(frame: &Frame<'_>) -> String {
    let decisions = &frame.told.attempt.decisions;
    iso_duration(decisions.iter().map(|decision| decision.ms).fold(0, u64::saturating_add))
}

/// Each competency, 0 to 1, and how the customer ended.
fn profile(frame: &Frame<'_>, card: &Scorecard) -> Value {
    let scores =
        card.competencies.iter().filter_map(|one| Some((one.id.to_string(), json!(f64::from(one.score?) / 1000.0))));
    let ending = card.ending.as_ref().map(|ending| ("ending".to_owned(), json!(kebab(&ending.outcome))));
    let path = frame.told.path_efficiency().map(|path| ("path-efficiency".to_owned(), json!(f64::from(path) / 1000.0)));
    let errors = (
        "errors".to_owned(),
        json!(card.errors.iter().flat_map(|(code, times)| std::iter::repeat_n(code, *times)).collect::<Vec<_>>()),
    );
    frame.extensions(scores.chain(ending).chain(path).chain([errors]))
}
