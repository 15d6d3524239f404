//! How a translation stands beside its scenario, text by text, and the scenario told in its words.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{Entry, Translation};
use super::texts::{TextItem, texts};
use crate::scenario::Checked;

/// How one text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Translated from the text as it is now.
    Fresh,
    /// Translated from the text as it is now, but written under the key it had before.
    Moved,
    /// Translated from an older text.
    Stale,
    /// Not translated.
    Missing,
}

/// One text of the scenario with its translation.
#[derive(Clone, Debug)]
pub struct Told<'t> {
    /// The text.
    pub item: TextItem,
    /// How it stands.
    pub standing: Standing,
    /// Its translation, which has words; none where it is missing.
    pub entry: Option<&'t Entry>,
}

/// How many texts stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Progress {
    /// Texts of the scenario.
    pub texts: usize,
    /// Translated from the text as it is now.
    pub translated: usize,
    /// Translated from an older text.
    pub stale: usize,
    /// Not translated.
    pub missing: usize,
}

/// Every text of a scenario in story order, with its translation.
///
/// A translation is found under the text's key. Where what stands there was made from another text, a translation of this very
/// text is looked for among those whose own place is gone or taken: so a renamed beat, or a line put in before others, costs
/// nobody a translation. What was made from the present text of another place is that one's, not an older version of this, so one
/// line is never shown in the place of another.
#[must_use]
pub fn compare<'t>(scenario: &Checked, translation: &'t Translation) -> Vec<Told<'t>> {
    let items: Vec<(String, TextItem)> = texts(scenario).into_iter().map(|item| (item.key.to_string(), item)).collect();
    let mut by_key: BTreeMap<&str, &Entry> = BTreeMap::new();
    for entry in translation.entries.iter().filter(|entry| !entry.text.trim().is_empty()) {
        by_key.entry(&entry.key).or_insert(entry);
    }
    let at_home: BTreeSet<&str> = items
        .iter()
        .filter(|(key, item)| by_key.get(key.as_str()).is_some_and(|entry| entry.of == item.text))
        .map(|(key, _)| key.as_str())
        .collect();
    let mut strayed: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in by_key.values().filter(|entry| !at_home.contains(entry.key.as_str())) {
        strayed.entry(&entry.of).or_default().push(entry);
    }
    let now: BTreeSet<&str> = items.iter().map(|(_, item)| item.text.as_str()).collect();
    let look_up = |key: &str, item: &TextItem| {
        let own = by_key.get(key).copied();
        if at_home.contains(key) {
            return (Standing::Fresh, own);
        }
        let found = strayed.get(item.text.as_str());
        let found = found.and_then(|found| found.iter().max_by_key(|one| likeness(key, &one.key)));
        let own = own.filter(|entry| !now.contains(entry.of.as_str()));
        match (found, own) {
            (Some(entry), _) => (Standing::Moved, Some(*entry)),
            (None, Some(entry)) => (Standing::Stale, Some(entry)),
            (None, None) => (Standing::Missing, None),
        }
    };
    let told = |(key, item): (String, TextItem)| {
        let (standing, entry) = look_up(&key, &item);
        Told { item, standing, entry }
    };
    // `at_home` borrows the keys, so they are told from copies.
    items.iter().cloned().map(told).collect()
}

/// How many steps two keys have in common, from either end.
pub(super) fn likeness(key: &str, other: &str) -> usize {
    let same = |(one, other): &(&str, &str)| one == other;
    let front = key.split('/').zip(other.split('/')).take_while(same).count();
    let back = key.rsplit('/').zip(other.rsplit('/')).take_while(same).count();
    front + back
}

/// The numbers over a comparison.
#[must_use]
pub fn progress(told: &[Told<'_>]) -> Progress {
    let count = |which: &[Standing]| told.iter().filter(|one| which.contains(&one.standing)).count();
    Progress {
        texts: told.len(),
        translated: count(&[Standing::Fresh, Standing::Moved]),
        stale: count(&[Standing::Stale]),
        missing: count(&[Standing::Missing]),
    }
}

/// The scenario with the translation's texts in place of its own; a text that is not translated stays as it is. Names, numbers
/// and conditions are never touched, and `hash` and `shape` are the original's, because it is the same conversation.
#[must_use]
pub fn apply(scenario: &Checked, translation: &Translation) -> Checked {
    let told = compare(scenario, translation);
    scenario.with_texts(|scenario| {
        scenario.language.clone_from(&translation.language);
        for one in &told {
            if let (Some(entry), Some(slot)) = (one.entry, one.item.key.slot(scenario)) {
                slot.clone_from(&entry.text);
            }
        }
    })
}
