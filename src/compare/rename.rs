//! The old version with the new ids put in, so that a new name alone is no change to whatever uses it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// New ids by old ones; what is not named keeps its own.
#[derive(Debug, Default)]
pub struct Renames {
    pub beats: BTreeMap<String, String>,
    /// By the new id of the beat and the old one of the reply.
    pub replies: BTreeMap<(String, String), String>,
    pub facts: BTreeMap<String, String>,
    pub promises: BTreeMap<String, String>,
}

impl Renames {
    fn beat(&self, id: &str) -> String {
        self.beats.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// `"beat/reply"` with the new ids.
    fn path(&self, path: &str) -> String {
        let Some((beat, reply)) = path.split_once('/') else { return path.to_owned() };
        let beat = self.beat(beat);
        let reply = self.replies.get(&(beat.clone(), reply.to_owned())).cloned().unwrap_or_else(|| reply.to_owned());
        format!("{beat}/{reply}")
    }

    /// Puts the new ids into every place of a scenario that names one, but for the keys of its maps.
    pub fn apply(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (key, inner) in fields.iter_mut() {
                    self.field(key, inner);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn field(&self, key: &str, value: &mut Value) {
        let new = |names: &BTreeMap<String, String>, id: &str| names.get(id).cloned().unwrap_or_else(|| id.to_owned());
        match (key, value) {
            ("start" | "otherwise" | "to" | "go", Value::String(id)) => *id = self.beat(id),
            ("Chose", Value::String(path)) => *path = self.path(path),
            ("Knows" | "Noticed", Value::String(id)) => *id = new(&self.facts, id),
            (
                "due" | "promise" | "keeps" | "renegotiates" | "breaks" | "Promised" | "Kept" | "Broke",
                Value::String(id),
            ) => {
                *id = new(&self.promises, id);
            }
            ("reveals" | "uses" | "about", Value::Array(ids)) => {
                for id in ids {
                    if let Value::String(id) = id {
                        *id = new(&self.facts, id);
                    }
                }
            }
            (_, value) => self.apply(value),
        }
    }
}

/// A map with its keys renamed.
pub fn rename_keys(map: &mut Map<String, Value>, names: &BTreeMap<String, String>) {
    let old = std::mem::take(map);
    map.extend(old.into_iter().map(|(key, value)| (names.get(&key).cloned().unwrap_or(key), value)));
}
