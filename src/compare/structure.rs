//! Walking two versions side by side: what belongs together is paired first, then compared field by field.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::fields::compare;
use super::pairs::{Content, renamed};
use super::rename::{Renames, rename_keys};
use super::{Change, Kind};
use crate::scenario::{Checked, Commit, Reply, Scenario};

type Fields = Map<String, Value>;

/// Everything that has changed, in order of kind and place.
pub fn changes(old: &Checked, new: &Checked) -> Vec<Change> {
    let (mut old, mut new) = (as_json(old), as_json(new));
    let mut changes = Vec::new();
    let mut renames = Renames::default();
    for (part, kind) in [("facts", "fact"), ("promises", "promise"), ("beats", "beat")] {
        let pairs: BTreeMap<String, String> =
            renamed(&contents(map(&old, part)), &contents(map(&new, part))).into_iter().collect();
        changes.extend(
            pairs.iter().map(|(old, new)| change(Kind::Renamed, format!("{kind} {new}"), Some(old), Some(new))),
        );
        if let Some(Value::Object(entries)) = old.get_mut(part) {
            rename_keys(entries, &pairs);
        }
        match part {
            "facts" => renames.facts = pairs,
            "promises" => renames.promises = pairs,
            _ => renames.beats = pairs,
        }
    }
    rename_replies(&mut old, &new, &mut renames, &mut changes);
    for fields in old.values_mut() {
        renames.apply(fields);
    }
    if let Some(Value::String(start)) = old.get_mut("start")
        && let Some(now) = renames.beats.get(start.as_str())
    {
        start.clone_from(now);
    }
    settle(&mut new);
    settle(&mut old);
    compare("scenario", &old, &new, &["format", "facts", "promises", "beats", "customer"], &mut changes);
    compare("customer", map(&old, "customer"), map(&new, "customer"), &[], &mut changes);
    for (part, kind) in [("facts", "fact"), ("promises", "promise")] {
        each(kind, map(&old, part), map(&new, part), &mut changes, |at, old, new, changes| {
            compare(at, old, new, &[], changes);
        });
    }
    each("beat", map(&old, "beats"), map(&new, "beats"), &mut changes, beat);
    changes.sort();
    changes
}

/// Choices, offers and summings-up of a scenario, and how many of them changed in more than words.
pub fn items(new: &Scenario, changes: &[Change]) -> (usize, usize) {
    let mut items = BTreeSet::new();
    for (id, beat) in &new.beats {
        match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                items.extend(moves.keys().map(|reply| format!("reply {id}/{reply}")));
            }
            Some(Reply::Paraphrase(_)) => {
                items.insert(format!("beat {id}"));
            }
            None => {}
        }
    }
    let changed: BTreeSet<&String> = changes
        .iter()
        .filter(|change| change.kind != Kind::Text)
        .map(|change| &change.at)
        .filter(|at| items.contains(*at))
        .collect();
    (items.len(), changed.len())
}

fn as_json(scenario: &Scenario) -> Fields {
    // Every type of the model is made of maps with text keys, lists, texts and whole numbers, which JSON can always hold.
    match serde_json::to_value(scenario) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) | Err(_) => Fields::new(),
    }
}

/// Line ends as LF in every text, as the hash has them.
fn settle(fields: &mut Fields) {
    fn one(value: &mut Value) {
        match value {
            Value::String(text) if text.contains('\r') => *text = text.replace("\r\n", "\n").replace('\r', "\n"),
            Value::Array(items) => items.iter_mut().for_each(one),
            Value::Object(fields) => settle(fields),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    fields.values_mut().for_each(one);
}

fn map<'f>(fields: &'f Fields, part: &str) -> &'f Fields {
    static EMPTY: std::sync::LazyLock<Fields> = std::sync::LazyLock::new(Fields::new);
    fields.get(part).and_then(Value::as_object).unwrap_or(&EMPTY)
}

fn change(kind: Kind, at: String, before: Option<&String>, after: Option<&String>) -> Change {
    Change { kind, at, field: String::new(), before: before.cloned(), after: after.cloned() }
}

/// The content of each entry of a map, for finding it again under another id.
fn contents(entries: &Fields) -> BTreeMap<String, Content> {
    let content = |value: &Value| {
        let mut words = String::new();
        collect_words(value, &mut words);
        Content { all: value.to_string(), words }
    };
    entries.iter().map(|(id, value)| (id.clone(), content(value))).collect()
}

/// The texts for people in a value: whatever has a blank in it. Ids and words of the language have none.
fn collect_words(value: &Value, words: &mut String) {
    match value {
        Value::String(text) if text.contains(' ') => {
            words.push_str(text);
            words.push(' ');
        }
        Value::Array(items) => items.iter().for_each(|item| collect_words(item, words)),
        Value::Object(fields) => fields.values().for_each(|field| collect_words(field, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The choices or offers of a beat.
fn replies(beat: &Value) -> Option<&Fields> {
    let reply = beat.get("reply")?;
    reply.get("Choose").or_else(|| reply.get("Commit")?.get("offers"))?.as_object()
}

fn rename_replies(old: &mut Fields, new: &Fields, renames: &mut Renames, changes: &mut Vec<Change>) {
    let Some(Value::Object(beats)) = old.get_mut("beats") else { return };
    for (id, beat) in beats.iter_mut() {
        let Some(now) = map(new, "beats").get(id).and_then(replies) else { continue };
        let Some(then) = replies(beat) else { continue };
        let pairs: BTreeMap<String, String> = renamed(&contents(then), &contents(now)).into_iter().collect();
        for (old, new) in &pairs {
            changes.push(change(Kind::Renamed, format!("reply {id}/{new}"), Some(old), Some(new)));
            renames.replies.insert((id.clone(), old.clone()), new.clone());
        }
        let reply = beat.get_mut("reply");
        let moves = reply.and_then(|reply| match reply.get("Choose") {
            Some(_) => reply.get_mut("Choose"),
            None => reply.get_mut("Commit")?.get_mut("offers"),
        });
        if let Some(Value::Object(moves)) = moves {
            rename_keys(moves, &pairs);
        }
    }
}

/// Entries that were added or removed, and `both` for those in both.
fn each(
    kind: &str,
    old: &Fields,
    new: &Fields,
    changes: &mut Vec<Change>,
    both: impl Fn(&str, &Fields, &Fields, &mut Vec<Change>),
) {
    for (id, entry) in new {
        let at = name(kind, id);
        match (old.get(id), entry) {
            (None, _) => changes.push(change(Kind::Added, at, None, Some(id))),
            (Some(Value::Object(old)), Value::Object(new)) => both(&at, old, new, changes),
            (Some(_), _) => {}
        }
    }
    for id in old.keys().filter(|id| !new.contains_key(*id)) {
        changes.push(change(Kind::Removed, name(kind, id), Some(id), None));
    }
}

fn beat(at: &str, old: &Fields, new: &Fields, changes: &mut Vec<Change>) {
    compare(at, old, new, &["reply", "silence"], changes);
    let id = at.strip_prefix("beat ").unwrap_or(at);
    compare(&format!("silence of {id}"), map(old, "silence"), map(new, "silence"), &[], changes);
    let kind = |beat: &Fields| Some(beat.get("reply")?.as_object()?.keys().next()?.clone());
    let (before, after) = (kind(old), kind(new));
    if before != after {
        let field = "reply".to_owned();
        changes.push(Change { kind: Kind::Setting, at: at.to_owned(), field, before, after });
        return;
    }
    let (old, new) = (Value::Object(old.clone()), Value::Object(new.clone()));
    if let (Some(old), Some(new)) = (replies(&old), replies(&new)) {
        each(&format!("reply {id}/"), old, new, changes, |at, old, new, changes| {
            compare(at, old, new, &[], changes);
        });
    } else {
        let paraphrase =
            |beat: &Value| beat.get("reply").and_then(|reply| reply.get("Paraphrase")?.as_object().cloned());
        if let (Some(old), Some(new)) = (paraphrase(&old), paraphrase(&new)) {
            compare(at, &old, &new, &[], changes);
        }
    }
}

/// `beat desk`, or `reply desk/own` where the kind says which beat.
fn name(kind: &str, id: &str) -> String {
    if kind.ends_with('/') { format!("{kind}{id}") } else { format!("{kind} {id}") }
}
