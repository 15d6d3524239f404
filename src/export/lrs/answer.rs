//! What a record store answers, and whether two statements say the same.

use jiff::Timestamp;
use serde_json::Value;

/// What became of statements that were sent together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The record store has them.
    Taken,
    /// It has another one under one of the ids. It took none of them.
    Conflict(String),
    /// It does not take one of them, or not so many, and took none of them.
    Refused(String),
}

/// Whether the answer to a batch names just the statements that were sent, in their order.
pub(super) fn names(body: &str, statements: &[Value]) -> bool {
    let Ok(ids) = serde_json::from_str::<Vec<String>>(body) else { return false };
    let sent = statements.iter().map(|statement| statement.get("id").and_then(Value::as_str).unwrap_or_default());
    ids.len() == statements.len() && ids.iter().zip(sent).all(|(theirs, ours)| theirs.eq_ignore_ascii_case(ours))
}

/// Whether a record store's statement says what ours says. It may say more (when it was stored, by whom), write a moment or a number
/// differently, and describe activities in its own way, which the specification does not count as part of a statement.
pub(super) fn same(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => ours.iter().all(|(key, value)| match theirs.get(key) {
            _ if matches!(key.as_str(), "definition" | "display" | "objectType") => true,
            Some(their) => same(value, their),
            None => false,
        }),
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, other)| same(one, other))
        }
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::String(one), Value::String(other)) => one == other || same_moment(one, other),
        _ => ours == theirs,
    }
}

fn same_moment(one: &str, other: &str) -> bool {
    let moment = |text: &str| text.parse::<Timestamp>().ok().map(Timestamp::as_millisecond);
    moment(one).is_some_and(|one| moment(other) == Some(one))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_statement_is_the_same_however_the_store_dresses_it() {
        let ours = json!({"id": "a", "timestamp": "2026-03-02T06:00:00Z", "result": {"score": {"raw": 1}}, "object": {"id": "x", "definition": {"name": {"en": "a"}}}});
        let theirs = json!({"id": "a", "timestamp": "2026-03-02T06:00:00.000+00:00", "stored": "2026-03-03T06:00:00Z", "result": {"score": {"raw": 1.0}}, "object": {"id": "x"}});
        assert!(same(&ours, &theirs));
        for (field, other) in [
            ("timestamp", json!("2026-03-02T06:00:01Z")),
            ("result", json!({"score": {"raw": 2}})),
            ("result", json!({})),
        ] {
            let mut changed = theirs.clone();
            changed.as_object_mut().expect("an object").insert(field.to_owned(), other);
            assert!(!same(&ours, &changed), "{changed}");
        }
    }

    #[test]
    fn an_answer_names_each_statement_in_its_order() {
        let sent = [json!({"id": "a"}), json!({"id": "b"})];
        assert!(names("[\"a\", \"B\"]", &sent));
        for wrong in ["[\"a\"]", "[\"b\",\"a\"]", "<html>Please log in</html>", "", "{}"] {
            assert!(!names(wrong, &sent), "{wrong}");
        }
    }
}
