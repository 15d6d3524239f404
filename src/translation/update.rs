//! Writing translated texts into a translation's file: the file stays as its people wrote it, comments, order and layout
//! included; only what has changed is replaced, and what is new stands where a play would meet it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use super::compare::{Standing, compare, likeness};
use super::file::{Entry, FORMAT, Translation};
use super::key::Key;
use super::texts::texts;
use crate::scenario::Checked;

/// A text that a translator has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// Which text it is for.
    pub key: String,
    /// The text it was made from.
    pub of: String,
    /// The translation; without words it is left out.
    pub text: String,
    /// What translators tell each other.
    pub note: String,
}

/// What became of a merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The file's new text.
    pub text: String,
    /// Texts that had no translation before.
    pub added: usize,
    /// Texts that have another translation now.
    pub changed: usize,
    /// Texts that stand as they stood.
    pub same: usize,
    /// Keys that the scenario does not have; nothing was written for them.
    pub unknown: Vec<String>,
    /// Keys whose translation here was made from a newer text than the one to be merged; they stay.
    pub older: Vec<String>,
}

/// Writes translated texts into `existing`, or into a new file where there is none.
#[must_use]
pub fn merge(scenario: &Checked, language: &str, existing: Option<&Translation>, new: &[New]) -> Merged {
    let mut merged = Merged::default();
    let at_home = settle(scenario, new, &mut merged);
    let told = existing.map(|existing| compare(scenario, existing)).unwrap_or_default();
    let standing: BTreeMap<String, (Standing, Option<&Entry>)> =
        told.iter().map(|one| (one.item.key.to_string(), (one.standing, one.entry))).collect();
    let mut by_key: BTreeMap<&str, &Entry> = BTreeMap::new();
    for entry in existing.into_iter().flat_map(|existing| &existing.entries) {
        by_key.entry(&entry.key).or_insert(entry);
    }
    let mut edits = Edits::new(existing);
    for item in texts(scenario) {
        let key = item.key.to_string();
        let own = by_key.get(key.as_str()).copied();
        let Some(one) = at_home.get(&key) else {
            if let Some(entry) = own {
                edits.pass(entry);
            }
            continue;
        };
        let now = standing.get(&key).copied();
        let moved = now.and_then(|(standing, entry)| entry.filter(|_| standing == Standing::Moved));
        // An orphan is renamed where it stands; what only lends its text keeps its own place.
        let orphan = moved.filter(|entry| own.is_none() && !standing.contains_key(&entry.key));
        match own.or(orphan) {
            Some(entry) if matches!(now, Some((Standing::Fresh, _))) && one.of != item.text => {
                merged.older.push(key);
                edits.pass(entry);
            }
            Some(entry) => {
                let before = now.and_then(|(_, entry)| entry).map(|entry| entry.text.as_str());
                match before {
                    None => merged.added += 1,
                    Some(before) if before == one.text && entry.of == one.of => merged.same += 1,
                    Some(_) => merged.changed += 1,
                }
                edits.replace(entry, &key, one);
            }
            None => {
                match moved {
                    Some(entry) if entry.text == one.text => merged.same += 1,
                    Some(_) => merged.changed += 1,
                    None => merged.added += 1,
                }
                edits.insert(&item.key, one);
            }
        }
    }
    merged.text = match existing {
        Some(existing) => edits.apply(existing),
        None => edits.new_file(&scenario.id, language),
    };
    merged
}

/// The new texts by the key they have now: a text that was made from a line that has another key by now goes there.
fn settle<'n>(scenario: &Checked, new: &'n [New], merged: &mut Merged) -> BTreeMap<String, &'n New> {
    let now: BTreeMap<String, String> =
        texts(scenario).into_iter().map(|item| (item.key.to_string(), item.text)).collect();
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, text) in &now {
        by_text.entry(text).or_default().push(key);
    }
    let mut at_home: BTreeMap<String, &New> = BTreeMap::new();
    let (fits, other): (Vec<&New>, Vec<&New>) = new
        .iter()
        .filter(|one| !one.text.trim().is_empty())
        .partition(|one| now.get(&one.key).is_some_and(|text| *text == one.of));
    at_home.extend(fits.into_iter().map(|one| (one.key.clone(), one)));
    for one in other {
        let free = by_text.get(one.of.as_str()).into_iter().flatten().filter(|key| !at_home.contains_key(**key));
        let key = match free.max_by_key(|key| likeness(key, &one.key)) {
            Some(key) => (*key).to_owned(),
            None if now.contains_key(&one.key) && !by_text.contains_key(one.of.as_str()) => one.key.clone(),
            None => {
                merged.unknown.push(one.key.clone());
                continue;
            }
        };
        at_home.entry(key).or_insert(one);
    }
    at_home
}

/// Changes to a file, each at its own place.
struct Edits {
    /// Bytes to replace, and by what.
    replaced: Vec<(Range<usize>, String)>,
    /// New entries, by where they go.
    inserted: BTreeMap<usize, String>,
    /// Where the next new entry goes.
    next: usize,
    /// The next new entry comes after one without a comma, which ends here.
    comma_at: Option<usize>,
    /// Groups that have a heading, or entries, already.
    groups: BTreeSet<String>,
    source: String,
}

impl Edits {
    fn new(existing: Option<&Translation>) -> Self {
        let source = existing.map(|existing| existing.source.text.clone()).unwrap_or_default();
        let groups = existing.into_iter().flat_map(|existing| &existing.entries).map(|entry| group_of(&entry.key));
        Self {
            replaced: Vec::new(),
            inserted: BTreeMap::new(),
            next: existing.map(|existing| line_end(&source, existing.braces.0.end)).unwrap_or_default(),
            comma_at: None,
            groups: groups.collect(),
            source,
        }
    }

    /// Goes on after an entry that stands in the file.
    fn pass(&mut self, entry: &Entry) {
        self.next = line_end(&self.source, entry.comma.unwrap_or(entry.span.end));
        self.comma_at = entry.comma.is_none().then_some(entry.span.end);
    }

    fn replace(&mut self, entry: &Entry, key: &str, one: &New) {
        let mut change = |changed: bool, span: &Range<usize>, text: &str| {
            if changed {
                self.replaced.push((span.clone(), literal(text)));
            }
        };
        change(entry.key != key, &entry.key_span, key);
        change(entry.of != one.of, &entry.of_span, &one.of);
        change(entry.text != one.text, &entry.text_span, &one.text);
        match &entry.note_span {
            // A program that knows no comments gives none back; that deletes nothing.
            Some(span) => change(entry.note != one.note && !one.note.is_empty(), span, &one.note),
            None if one.note.is_empty() => {}
            // After a value comes a comma or the closing bracket, so a comma before the new field is right either way.
            None => {
                let at = entry.text_span.end;
                self.replaced.push((at..at, format!(",\n            note: {}", literal(&one.note))));
            }
        }
        self.pass(entry);
    }

    fn insert(&mut self, key: &Key, one: &New) {
        if let Some(at) = self.comma_at.take() {
            self.replaced.push((at..at, ",".into()));
        }
        let name = key.to_string();
        let group = group_of(&name);
        let entries = self.inserted.entry(self.next).or_default();
        if self.groups.insert(group.clone()) && has_heading(key) {
            let _ = write!(entries, "\n\n        // ---------- {group}");
        }
        let _ = write!(
            entries,
            "\n        {}: (\n            of: {},\n            text: {},",
            literal(&name),
            literal(&one.of),
            literal(&one.text)
        );
        if !one.note.is_empty() {
            let _ = write!(entries, "\n            note: {},", literal(&one.note));
        }
        entries.push_str("\n        ),");
    }

    /// The file with every change made.
    fn apply(mut self, existing: &Translation) -> String {
        let (open, close) = &existing.braces;
        let on_one_line = self.source.get(open.end..close.start).is_some_and(|between| !between.contains('\n'));
        if on_one_line && !self.inserted.is_empty() {
            self.replaced.push((close.start..close.start, "\n    ".into()));
        }
        let windows = self.source.contains("\r\n");
        let new_lines = |text: String| if windows { text.replace('\n', "\r\n") } else { text };
        let inserted = self.inserted.into_iter().map(|(at, text)| (at..at, text));
        // At one place a comma comes before the entry that needs it, and the entry before what closes the braces.
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        let (commas, rest): (Vec<_>, Vec<_>) = self.replaced.into_iter().partition(|(_, text)| text == ",");
        edits.extend(commas);
        edits.extend(inserted);
        edits.extend(rest);
        edits.sort_by_key(|(at, _)| at.start);
        let mut text = String::with_capacity(self.source.len());
        let mut done = 0;
        for (at, new) in edits {
            text.push_str(self.source.get(done..at.start).unwrap_or_default());
            text.push_str(&new_lines(new));
            done = at.end;
        }
        text.push_str(self.source.get(done..).unwrap_or_default());
        text
    }

    fn new_file(self, id: &str, language: &str) -> String {
        let entries: String = self.inserted.into_values().collect();
        format!(
            "\
// The texts of `{id}` in `{language}`.
//
// For translators: write in `text`. `of` is the line it was made from; it tells later which translations are older than
// their line, so change it only together with the text. `note: \"…\"` is for each other, and `meant: true` says that
// something that looks like a slip, a number that differs for example, has to be so.
Translation(
    format: {FORMAT},
    of: {},
    language: {},
    texts: {{{entries}
    }},
)
",
            literal(id),
            literal(language)
        )
    }
}

/// The beginning of a key, under which its texts stand together.
fn group_of(key: &str) -> String {
    let mut parts = key.split('/');
    match (parts.next(), parts.next()) {
        (Some("beats"), Some(beat)) => beat.to_owned(),
        (first, _) => first.unwrap_or_default().to_owned(),
    }
}

/// Whether a group begins with a line that names it. Facts and promises stand among the lines that first tell them.
fn has_heading(key: &Key) -> bool {
    match key {
        Key::Scene(_)
        | Key::Says(..)
        | Key::Reply(..)
        | Key::Decoy(..)
        | Key::Because(_)
        | Key::Silence(_)
        | Key::Outcome(_)
        | Key::InForm(..) => true,
        Key::Title | Key::Role | Key::Briefing | Key::May(_) | Key::Customer | Key::Fact(_) | Key::Promise(..) => false,
    }
}

/// The end of the line that `at` stands on, where nothing but a comment follows; else `at` itself.
fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let left = line.trim_start();
    if left.is_empty() || left.starts_with("//") { at + line.len() } else { at }
}

/// A text as RON writes it. Letters of every language stand as they are; what cannot be seen, such as the marks that turn the
/// direction of writing, is written by its number.
fn literal(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {
                let _ = write!(written, "\\u{{{:x}}}", u32::from(letter));
            }
            letter if letter.is_control() => {
                let _ = write!(written, "\\u{{{:x}}}", u32::from(letter));
            }
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn every_text_comes_back_from_its_literal() {
        for text in
            ["“a” \"b\" \\ 100 %\n\ttab", "ישראל \u{200f}(א)\u{202e}", "مرحبا", "\u{0}\u{7f}\u{feff}", "日本語 {x}"]
        {
            assert_eq!(ron::from_str::<String>(&literal(text)).expect("a text"), text);
        }
        assert_eq!(literal("ä \u{200f}"), "\"ä \\u{200f}\"");
    }
}
