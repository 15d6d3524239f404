//! Attempts as xAPI 1.0.3 statements: one `answered` for each decision, one `completed` for each attempt that was played to its end,
//! and `passed` or `failed` where somebody has set a standard. The cmi5 profile puts `initialized` and `terminated` around them.
//!
//! The id of a statement is a digest of the attempt, the decision's number, the verb and the rules: the same statement always has the
//! same id, so that sending it twice makes no second one.

mod answered;
mod frame;
mod whole;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::told::Told;
use crate::attempt::Mode;
use frame::Frame;
pub use frame::{Base, iso_duration};

/// Whose rules the statements keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// xAPI alone.
    Xapi,
    /// cmi5, which a learning management system knows how to read.
    Cmi5,
}

/// Makes statements.
#[derive(Clone, Debug)]
pub struct Maker {
    /// Whose rules they keep.
    pub profile: Profile,
    /// What IRIs begin with.
    pub base: Base,
    /// The system in which people have the accounts that stand for them.
    pub home: String,
    /// The overall score that passes, 0–1000, where a panel has set it: only then is `passed` or `failed` said.
    pub standard: Option<u16>,
}

impl Maker {
    /// The statements of an attempt, in the order in which things happened. None of one that cannot be recomputed.
    #[must_use]
    pub fn statements(&self, told: &Told) -> Vec<Value> {
        let Some(frame) = Frame::new(self, told) else { return Vec::new() };
        let mut statements = Vec::new();
        let mut at = told.start().started;
        if self.profile == Profile::Cmi5 {
            statements.push(whole::initialized(&frame));
        }
        for (n, decision) in told.attempt.decisions.iter().enumerate() {
            at = later(at, decision.ms);
            statements.extend(answered::answered(&frame, n, at));
        }
        // Clocks are put back, and a conversation never ends before its last decision.
        let ended = told.attempt.end.as_ref().map(|end| end.ended.max(at));
        if let Some((card, ended)) = told.card().zip(ended) {
            statements.push(whole::completed(&frame, card, ended));
            let standard = self.standard.filter(|_| told.start().mode == Mode::Assessment);
            statements.extend(standard.and_then(|standard| whole::judged(&frame, card, standard, ended)));
        }
        if let Some(ended) = ended.filter(|_| self.profile == Profile::Cmi5) {
            statements.push(whole::terminated(&frame, ended));
        }
        statements.into_iter().filter_map(filled).collect()
    }
}

/// A moment some milliseconds after another.
fn later(moment: Timestamp, ms: u64) -> Timestamp {
    let passed = SignedDuration::from_millis(i64::try_from(ms).unwrap_or(i64::MAX));
    moment.saturating_add(passed).unwrap_or(moment)
}

/// A value without its empty parts, which the specification does not allow.
fn filled(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => (!text.is_empty()).then_some(Value::String(text)),
        Value::Array(values) => {
            let values: Vec<Value> = values.into_iter().filter_map(filled).collect();
            (!values.is_empty()).then_some(Value::Array(values))
        }
        Value::Object(fields) => {
            let fields: serde_json::Map<_, _> =
                fields.into_iter().filter_map(|(key, value)| Some((key, filled(value)?))).collect();
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
        Value::Bool(_) | Value::Number(_) => Some(value),
    }
}

/// A verb of ADL's vocabulary, and its word.
fn verb(word: &str) -> Value {
    json!({"id": format!("http://adlnet.gov/expapi/verbs/{word}"), "display": {"en": word}})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_empty_is_said() {
        let value = json!({"a": null, "b": "", "c": [], "d": {"e": {}}, "f": 0, "g": false, "h": ["x", null]});
        assert_eq!(filled(value), Some(json!({"f": 0, "g": false, "h": ["x"]})));
    }

    #[test]
    fn times_go_on_and_never_overflow() {
        let start: Timestamp = "2026-03-02T06:00:00Z".parse().expect("a moment");
        assert_eq!(later(start, 1500).to_string(), "2026-03-02T06:00:01.5Z");
        assert!(later(start, u64::MAX) >= start);
    }
}
