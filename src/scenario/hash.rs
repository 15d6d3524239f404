//! The names under which attempts refer to a scenario: `hash` changes with everything that is played, `shape` only with
//! what is not text. Both are taken over canonical JSON, with fields at their default left out.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::canonical::{canonical, canonical_shape};
use super::model::Scenario;

/// `hash`: SHA-256 of the scenario, lower-case hexadecimal. `format` is left out.
pub(super) fn content_hash(scenario: &Scenario) -> String {
    sha256(&canonical(scenario))
}

/// `shape`: the same with every text for people left out.
pub(super) fn shape_hash(scenario: &Scenario) -> String {
    sha256(&canonical_shape(scenario))
}

/// SHA-256 of a value's canonical JSON, lower-case hexadecimal.
pub(crate) fn canonical_sha256(value: &impl Serialize) -> String {
    sha256(&canonical(value))
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const POOL: &str = include_str!("../../scenarios/heated-pool.ron");

    fn pool() -> Scenario {
        ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES)
            .from_str(POOL)
            .expect("the scenario that comes with the program")
    }

    /// The same texts left out of a tree of values, rule by rule.
    fn leave_out_texts(value: &mut Value, of_a_map: bool) {
        let texts =
            ["title", "role", "briefing", "name", "text", "when", "scene", "says", "because", "say", "act", "what"];
        match value {
            Value::Object(fields) => {
                fields.retain(|key, value| {
                    let is_text = value.is_string() || value.get("AnyOf").is_some();
                    of_a_map || !((texts.contains(&key.as_str()) && is_text) || key == "may" || key == "outcomes")
                });
                for (key, value) in fields.iter_mut() {
                    match (key.as_str(), &mut *value) {
                        ("owner", Value::String(owner)) => owner.clear(),
                        ("decoys", Value::Array(decoys)) => decoys.fill(Value::String(String::new())),
                        (key, value) => {
                            leave_out_texts(value, ["facts", "promises", "beats", "Choose", "offers"].contains(&key));
                        }
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| leave_out_texts(item, false)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    #[test]
    fn what_is_written_straight_away_is_what_a_sorted_tree_would_give() {
        let mut tree = serde_json::to_value(pool()).expect("json");
        tree.as_object_mut().expect("an object").remove("format");
        // A tree of `serde_json` is sorted, and writes itself without white space.
        assert_eq!(canonical(&pool()), tree.to_string());
        leave_out_texts(&mut tree, false);
        assert_eq!(canonical_shape(&pool()), tree.to_string());
    }

    #[test]
    fn an_empty_value_has_the_hash_everybody_knows() {
        assert_eq!(canonical_sha256(&json!({})), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
