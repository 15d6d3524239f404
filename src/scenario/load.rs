//! From a source text to a [`Checked`] scenario, or to everything that keeps it from being played.

use std::sync::Arc;

use ron::extensions::Extensions;
use serde::Deserialize;

use super::check::Checked;
use super::model::{FORMAT, Scenario};
use super::rules::Rules;
use crate::diag::{Diagnostic, Place, Severity, Source, did_you_mean};

/// Reads a scenario.
///
/// # Errors
/// Every finding that keeps it from being played: the first place where the text is not a scenario, or, where it is one,
/// all that points nowhere or could never end.
pub fn load(source: &Arc<Source>, rules: &Rules) -> Result<Checked, Vec<Diagnostic>> {
    let scenario = parse(source).map_err(|finding| vec![*finding])?;
    Checked::new(scenario, rules).map_err(|problems| {
        let tree = super::locate::Tree::parse(&source.text);
        problems.into_iter().map(|problem| problem.into_diagnostic(source, tree.as_ref())).collect()
    })
}

/// How a decoy is named in a recorded paraphrase, by its position in the file from 0.
#[must_use]
pub fn fragment_id_of_decoy(position: usize) -> String {
    format!("decoy-{}", position + 1)
}

/// Only the version, so that a file from a newer release is told apart from a mistaken one.
#[derive(Deserialize)]
#[serde(rename = "Scenario")]
struct Header {
    format: u32,
}

/// `Some(…)` may be left out, and `Paraphrase(decoys: …)` needs no second pair of brackets.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

fn parse(source: &Arc<Source>) -> Result<Scenario, Box<Diagnostic>> {
    // A byte-order mark, as some editors write it, is no part of the text.
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    options().from_str::<Scenario>(text).map_err(|error| match options().from_str::<Header>(text) {
        Ok(header) if header.format > FORMAT => Box::new(newer(source, header.format)),
        _ => Box::new(unreadable(source, &error)),
    })
}

fn newer(source: &Arc<Source>, format: u32) -> Diagnostic {
    let written = format!("format: {format}");
    let start = source.text.find(&written);
    Diagnostic {
        code: "S002",
        severity: Severity::Error,
        title: format!(
            "this scenario is written in format `{format}`, and this release reads formats up to `{FORMAT}`"
        ),
        source: Arc::clone(source),
        span: start.map(|start| start..start + written.len()),
        label: Some("written for a newer Amends".into()),
        why: None,
        help: Some("Install a newer release of Amends, or ask the author for an older copy.".into()),
    }
}

pub(super) fn unreadable(source: &Arc<Source>, error: &ron::error::SpannedError) -> Diagnostic {
    use ron::Error as Ron;

    let place = |position: ron::error::Position| source.offset(Place { line: position.line, column: position.col });
    let (start, end) = (place(error.span.start), place(error.span.end));
    let span = start.min(source.text.len())..end.max(start).min(source.text.len());
    let suggest = |found: &str, known: &[&str]| match did_you_mean(found, known.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("Known here: {}.", known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    };
    let of = |outer: &Option<String>| outer.as_ref().map(|outer| format!(" of `{outer}`")).unwrap_or_default();
    let (title, help) = match &error.code {
        Ron::NoSuchStructField { expected, found, outer } => (
            format!("there is no field `{found}`{}", outer.as_ref().map(|o| format!(" in `{o}`")).unwrap_or_default()),
            suggest(found, expected),
        ),
        Ron::NoSuchEnumVariant { expected, found, outer } => {
            (format!("`{found}` is not one of the words{} that can stand here", of(outer)), suggest(found, expected))
        }
        Ron::MissingStructField { field, outer } => (
            format!("the field `{field}`{} is missing", of(outer)),
            format!("Add `{field}: …,` before the closing bracket."),
        ),
        Ron::DuplicateStructField { field, outer } => {
            (format!("the field `{field}`{} is written twice", of(outer)), "Keep one of the two.".into())
        }
        Ron::ExpectedComma => {
            ("a comma is missing".into(), "Put a comma at the end of the entry before this place.".into())
        }
        Ron::ExpectedStringEnd => (
            "a text is not closed".into(),
            "Put a `\"` at the end of the text; a `\"` inside it is written `\\\"`.".into(),
        ),
        Ron::Eof => {
            ("the file ends too early".into(), "Look for a bracket or a quotation mark that is never closed.".into())
        }
        other => (
            plain(&other.to_string()),
            "Compare the place with a scenario that works, for example `scenarios/heated-pool.ron`.".into(),
        ),
    };
    Diagnostic {
        code: "S001",
        severity: Severity::Error,
        title,
        source: Arc::clone(source),
        span: Some(span),
        label: Some("the file cannot be read past here".into()),
        why: None,
        help: Some(help),
    }
}

/// A parser's message as a sentence's beginning.
fn plain(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A map in which no key stands twice: a second entry would silently replace the first.
pub(super) fn unique<'de, D, K, V>(deserializer: D) -> Result<std::collections::BTreeMap<K, V>, D::Error>
where
    D: serde::Deserializer<'de>,
    K: Deserialize<'de> + Ord + std::fmt::Debug,
    V: Deserialize<'de>,
{
    use std::collections::BTreeMap;
    use std::collections::btree_map::Entry;
    use std::marker::PhantomData;

    struct Unique<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de> + Ord + std::fmt::Debug, V: Deserialize<'de>> serde::de::Visitor<'de> for Unique<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("entries in braces: { \"id\": …, }")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = access.next_key::<K>()? {
                let value = access.next_value::<V>()?;
                match map.entry(key) {
                    Entry::Vacant(free) => {
                        free.insert(value);
                    }
                    Entry::Occupied(taken) => {
                        let written = serde::de::Error::custom(format_args!(
                            "the id {:?} is used twice: give the second entry an id of its own",
                            taken.key()
                        ));
                        return Err(written);
                    }
                }
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(Unique(PhantomData))
}
