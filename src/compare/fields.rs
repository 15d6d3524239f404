//! Two values of one field, compared: is it words only, or something that counts.

use serde_json::{Map, Value};

use super::written::written;
use super::{Change, Kind};

/// What kind of change a change of this field is. What is not listed is a setting.
fn kind_of(field: &str) -> Kind {
    match field {
        "shows" => Kind::Level,
        "to" | "otherwise" | "start" => Kind::Target,
        "if" => Kind::Condition,
        "skills" | "errors" | "apology" | "does" | "waits" | "pace" | "fixes" | "pays" | "moves" => Kind::Deed,
        "promise" | "keeps" | "renegotiates" | "breaks" | "due" | "by" | "can_keep" | "owner" => Kind::Promise,
        "reveals" | "uses" | "about" | "decoys" | "root_cause" => Kind::Fact,
        "scores" => Kind::Scored,
        "title" | "role" | "briefing" | "may" | "name" | "text" | "when" | "scene" | "says" | "because" | "say"
        | "act" | "what" | "outcomes" => Kind::Text,
        _ => Kind::Setting,
    }
}

/// Every difference between two records at `at`; fields in `skip` are somebody else's business.
pub fn compare(at: &str, old: &Map<String, Value>, new: &Map<String, Value>, skip: &[&str], changes: &mut Vec<Change>) {
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    for name in names.into_iter().filter(|name| !skip.contains(&name.as_str())) {
        let (before, after) = (old.get(name).unwrap_or(&Value::Null), new.get(name).unwrap_or(&Value::Null));
        if before != after {
            field(at, name, before, after, changes);
        }
    }
}

fn field(at: &str, name: &str, before: &Value, after: &Value, changes: &mut Vec<Change>) {
    let mut add = |kind: Kind, field: &str, before: &Value, after: &Value| {
        let told = |value: &Value| match (kind, value) {
            (_, Value::Null) => None,
            // Words stand alone, without quotation marks.
            (Kind::Text, Value::String(text)) => Some(text.clone()),
            _ => Some(written(value)),
        };
        changes.push(Change {
            kind,
            at: at.to_owned(),
            field: field.to_owned(),
            before: told(before),
            after: told(after),
        });
    };
    match (name, before, after) {
        ("shows" | "outcomes", _, _) => {
            let empty = Map::new();
            let (old, new) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
            let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                let (before, after) = (old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null));
                if before != after {
                    add(kind_of(name), key, before, after);
                }
            }
        }
        // That a promise has an owner counts; what the owner is called is words.
        ("owner", Value::String(_), Value::String(_)) => add(Kind::Text, name, before, after),
        ("decoys", Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            add(Kind::Text, name, before, after);
        }
        ("says", _, _) => {
            let (mut old, mut new) = (before.clone(), after.clone());
            leave_out_words(&mut old);
            leave_out_words(&mut new);
            let kind = if old == new { Kind::Text } else { Kind::Condition };
            add(kind, name, before, after);
        }
        _ => add(kind_of(name), name, before, after),
    }
}

/// The conditions of a `says`, and how many texts there are, without the texts.
fn leave_out_words(says: &mut Value) {
    match says {
        Value::String(text) => text.clear(),
        Value::Array(cases) => {
            for case in cases {
                match case {
                    Value::Object(fields) => {
                        if let Some(text) = fields.get_mut("text") {
                            leave_out_words(text);
                        }
                    }
                    other => leave_out_words(other),
                }
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(leave_out_words),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
