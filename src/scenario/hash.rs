//! The names under which attempts refer to a scenario: `hash` changes with everything that is played, `shape` only with
//! what is not text. Both are taken over canonical JSON: object keys sorted bytewise, lists in order, no white space, fields
//! at their default left out, line ends as LF.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::model::Scenario;

/// Fields whose value is a text for people.
const TEXTS: [&str; 14] = [
    "title", "role", "briefing", "may", "name", "text", "when", "scene", "says", "because", "say", "act", "what",
    "outcomes",
];

/// `hash`: SHA-256 of the scenario, lower-case hexadecimal. `format` is left out.
pub(super) fn content_hash(scenario: &Scenario) -> String {
    canonical_sha256(&content(scenario))
}

/// `shape`: the same with every text for people left out. Where a text's presence counts (a promise's owner, a decoy, a
/// variant) its place stays.
pub(super) fn shape_hash(scenario: &Scenario) -> String {
    let mut content = content(scenario);
    leave_out_texts(&mut content);
    canonical_sha256(&content)
}

/// SHA-256 of a value's canonical JSON, lower-case hexadecimal.
pub(crate) fn canonical_sha256(value: &Value) -> String {
    let mut json = String::new();
    write_canonical(value, &mut json);
    Sha256::digest(json.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn content(scenario: &Scenario) -> Value {
    // Every type of the model is made of maps with text keys, lists, texts and whole numbers, which JSON can always hold.
    let mut content = serde_json::to_value(scenario).unwrap_or(Value::Null);
    if let Value::Object(fields) = &mut content {
        fields.remove("format");
    }
    content
}

fn leave_out_texts(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, value| {
                let is_text = value.is_string() || value.get("AnyOf").is_some();
                !(TEXTS.contains(&key.as_str()) && (is_text || matches!(key.as_str(), "may" | "outcomes")))
            });
            for (key, value) in fields.iter_mut() {
                match (key.as_str(), &mut *value) {
                    ("owner", Value::String(owner)) => owner.clear(),
                    ("decoys", Value::Array(texts)) => texts.fill(Value::String(String::new())),
                    _ => leave_out_texts(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_texts),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|(key, _)| key.as_bytes());
            write_joined(out, '{', '}', sorted, |(key, value), out| {
                write_text(key, out);
                out.push(':');
                write_canonical(value, out);
            });
        }
        Value::Array(items) => write_joined(out, '[', ']', items, write_canonical),
        Value::String(text) => write_text(text, out),
        Value::Null | Value::Bool(_) | Value::Number(_) => out.push_str(&value.to_string()),
    }
}

fn write_joined<T>(
    out: &mut String,
    open: char,
    close: char,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(T, &mut String),
) {
    out.push(open);
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}

fn write_text(text: &str, out: &mut String) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    out.push_str(&Value::String(text).to_string());
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn key_order_and_line_ends_do_not_change_a_hash() {
        let unix: Value = serde_json::from_str(r#"{"b":1,"a":"x\ny"}"#).expect("json");
        let windows: Value = serde_json::from_str(r#"{"a":"x\r\ny","b":1}"#).expect("json");
        assert_eq!(canonical_sha256(&unix), canonical_sha256(&windows));
        let mut canonical = String::new();
        write_canonical(&unix, &mut canonical);
        assert_eq!(canonical, r#"{"a":"x\ny","b":1}"#);
        assert_eq!(canonical_sha256(&json!({})), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    #[test]
    fn a_shape_keeps_what_a_text_stands_for() {
        let mut with_owner =
            json!({"owner": "you", "what": "call", "decoys": ["a", "b"], "says": [{"if": 1, "text": "x"}]});
        leave_out_texts(&mut with_owner);
        assert_eq!(with_owner, json!({"owner": "", "decoys": ["", ""], "says": [{"if": 1}]}));
    }
}
