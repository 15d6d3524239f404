//! What is wrong or weak in a translation, each finding with its place in the translation's file. The texts still play: a
//! missing one falls back to the scenario's own language.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::alike::{emphases, numbers};
use super::compare::{Standing, Told, compare};
use super::file::{Entry, Translation, finding, tag};
use crate::diag::{Diagnostic, Severity, did_you_mean};
use crate::scenario::Checked;

/// Words from which on a text that is the same in both languages was more likely forgotten than meant.
const WORDS_LEFT: usize = 4;
/// Characters of a text that a finding quotes.
const QUOTED: usize = 120;

/// Everything there is to say about a translation of a scenario, in order of the places. Only what is an error keeps it from
/// being played: it is for another scenario (S132), its language is not its file's or is the scenario's own (S133), a key is
/// written twice (S135).
#[must_use]
pub fn findings(scenario: &Checked, translation: &Translation) -> Vec<Diagnostic> {
    let told = compare(scenario, translation);
    let mut found = Vec::new();
    heading(scenario, translation, &mut found);
    keys(&told, translation, &mut found);
    missing(scenario, translation, &told, &mut found);
    for one in &told {
        if let Some(entry) = one.entry {
            text(scenario, translation, one, entry, &mut found);
        }
    }
    found.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    found
}

/// The id and the language that a file's name gives: `pool.sw.ron` is `pool` in `sw`.
#[must_use]
pub fn named(file: &str) -> Option<(&str, &str)> {
    let name = file.rsplit(['/', '\\']).next()?;
    name.strip_suffix(".ron")?.split_once('.')
}

fn heading(scenario: &Checked, translation: &Translation, found: &mut Vec<Diagnostic>) {
    let error = |code, span: &Range<usize>| finding(code, Severity::Error, &translation.source, span.clone());
    if translation.of != scenario.id {
        found.push(Diagnostic {
            title: format!("this is a translation of `{}`, not of `{}`", shown(&translation.of), scenario.id),
            why: Some("Its texts belong to another conversation.".into()),
            help: Some(format!("Rename the file after its scenario, or write `of: \"{}\"`.", scenario.id)),
            ..error("S132", &translation.of_span)
        });
    }
    let language = &translation.language;
    if tag(&scenario.language).as_ref() == Ok(language) {
        found.push(Diagnostic {
            title: format!("the scenario itself is in `{language}`"),
            help: Some("Write here the language that the texts of this file are in.".into()),
            ..error("S133", &translation.language_span)
        });
    }
    let in_name = named(&translation.source.name).map(|(_, language)| language);
    if let Some(in_name) = in_name.filter(|in_name| tag(in_name).as_ref() != Ok(language)) {
        found.push(Diagnostic {
            title: format!("the file's name says `{}`, and the file says `{language}`", shown(in_name)),
            why: Some("The name is what a trainee chooses the language by.".into()),
            help: Some(format!("Rename the file to `{}.{language}.ron`, or correct the language here.", scenario.id)),
            ..error("S133", &translation.language_span)
        });
    }
}

/// Keys that name nothing, that were moved, and that stand twice.
fn keys(told: &[Told<'_>], translation: &Translation, found: &mut Vec<Diagnostic>) {
    let known: BTreeSet<String> = told.iter().map(|one| one.item.key.to_string()).collect();
    let moved: BTreeMap<&str, String> = told
        .iter()
        .filter(|one| one.standing == Standing::Moved)
        .filter_map(|one| Some((one.entry?.key.as_str(), one.item.key.to_string())))
        .collect();
    let mut seen = BTreeSet::new();
    for entry in &translation.entries {
        let key = shown(&entry.key);
        let at = |code, severity| finding(code, severity, &translation.source, entry.key_span.clone());
        if !seen.insert(entry.key.as_str()) {
            found.push(Diagnostic {
                title: format!("`{key}` is translated twice"),
                why: Some("Only one of the two can be shown.".into()),
                help: Some("Keep the better one and delete the other.".into()),
                ..at("S135", Severity::Error)
            });
        } else if let Some(to) = moved.get(entry.key.as_str()) {
            found.push(Diagnostic {
                title: format!("the text of `{key}` is now called `{to}`"),
                help: Some(format!("Rename the key to `{to}`; `translate merge` does it, too.")),
                ..at("S142", Severity::Warning)
            });
        } else if !known.contains(&entry.key) {
            let help = match did_you_mean(&entry.key, known.iter().map(String::as_str)) {
                Some(near) => format!("Did you mean `{near}`? Otherwise delete the entry."),
                None => "Delete the entry, or look up the key with `amends translate extract`.".into(),
            };
            found.push(Diagnostic {
                title: format!("the scenario has no text `{key}`"),
                why: Some("Nobody will ever see this translation.".into()),
                help: Some(help),
                ..at("S134", Severity::Warning)
            });
        }
    }
}

/// One finding for the missing texts of each beat, so that a translation that was just begun stays readable.
fn missing(scenario: &Checked, translation: &Translation, told: &[Told<'_>], found: &mut Vec<Diagnostic>) {
    let language = &translation.language;
    let begun = told.iter().any(|one| one.entry.is_some());
    let mut groups: Vec<(String, Vec<String>, Range<usize>)> = Vec::new();
    let mut before = translation.braces.0.clone();
    let empty: BTreeMap<&str, &Entry> = translation
        .entries
        .iter()
        .filter(|entry| entry.text.trim().is_empty())
        .map(|entry| (entry.key.as_str(), entry))
        .collect();
    for one in told {
        if let Some(entry) = one.entry {
            before = entry.key_span.clone();
            continue;
        }
        let key = one.item.key.to_string();
        let span = empty.get(key.as_str()).map_or_else(|| before.clone(), |entry| entry.text_span.clone());
        let group = if begun { one.item.key.group() } else { "the scenario".into() };
        match groups.iter_mut().find(|(name, ..)| *name == group) {
            Some((_, keys, _)) => keys.push(key),
            None => groups.push((group, vec![key], span)),
        }
    }
    for (group, keys, span) in groups {
        let listed = if begun { format!(": {}", keys.join(", ")) } else { String::new() };
        let (texts, have) = if keys.len() == 1 { ("text", "has") } else { ("texts", "have") };
        found.push(Diagnostic {
            title: format!("{} {texts} of {group} {have} no translation into `{language}`{listed}", keys.len()),
            label: Some("they belong after this".into()).filter(|_: &String| begun),
            why: Some(format!("The trainee reads these in `{}`.", scenario.language)),
            help: Some(format!(
                "`amends translate extract` writes them out for a translator: `--language {language}`."
            )),
            ..finding("S136", Severity::Warning, &translation.source, span)
        });
    }
}

/// What can be said of one translated text.
fn text(scenario: &Checked, translation: &Translation, told: &Told<'_>, entry: &Entry, found: &mut Vec<Diagnostic>) {
    let (item, key) = (&told.item, shown(&entry.key));
    let warning = |code, span: &Range<usize>| finding(code, Severity::Warning, &translation.source, span.clone());
    if told.standing == Standing::Stale {
        found.push(Diagnostic {
            title: format!("`{key}` is older than the text it translates"),
            label: Some("made from this".into()),
            why: Some("The two languages may now say different things.".into()),
            help: Some(format!("The text is now “{}”. Translate that, and copy it into `of`.", quoted(&item.text))),
            ..warning("S137", &entry.of_span)
        });
        return;
    }
    if entry.meant {
        return;
    }
    let way_out = "Correct it, or write `meant: true` after the text if it has to be so.";
    let (emphasised, here) = (emphases(&item.text), emphases(&entry.text));
    if emphasised != here {
        found.push(Diagnostic {
            title: format!("`{key}` emphasises {here} passages, and the text it translates {emphasised}"),
            why: Some("`*…*` shows where the voice goes up; without it the line sounds different.".into()),
            help: Some(way_out.into()),
            ..warning("S138", &entry.text_span)
        });
    }
    let (theirs, ours) = (numbers(&item.text), numbers(&entry.text));
    if theirs != ours {
        let list = |numbers: &[String]| if numbers.is_empty() { "none".into() } else { numbers.join(", ") };
        found.push(Diagnostic {
            title: format!("the numbers in `{key}` differ: {} here, {} in the text", list(&ours), list(&theirs)),
            why: Some("A wrong time or price can turn the right answer into a wrong one.".into()),
            help: Some(way_out.into()),
            ..warning("S139", &entry.text_span)
        });
    }
    let length = unicode_segmentation::UnicodeSegmentation::graphemes(entry.text.as_str(), true).count();
    if let Some(limit) = item.limit.filter(|limit| length > *limit) {
        found.push(Diagnostic {
            title: format!("`{key}` has {length} characters, and its channel takes {limit}"),
            why: Some("A line this long does not fit its card, or is forgotten before it ends.".into()),
            help: Some("Say it in fewer words.".into()),
            ..warning("S140", &entry.text_span)
        });
    }
    if entry.text == item.text && item.text.split_whitespace().count() >= WORDS_LEFT {
        found.push(Diagnostic {
            title: format!("`{key}` is still in `{}`", scenario.language),
            help: Some("Translate it, or write `meant: true` after the text if it stays as it is.".into()),
            ..warning("S141", &entry.text_span)
        });
    }
}

/// A name from a file, without what could move a terminal's cursor.
fn shown(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).collect()
}

/// The beginning of a text, on one line.
fn quoted(text: &str) -> String {
    let line = shown(&text.replace('\n', " "));
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
