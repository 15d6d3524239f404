//! A finding made fit for a terminal, and for a program that reads it.

use std::sync::Arc;

use memchr::memchr;
use serde_json::{Value, json};

use super::terminal::harmless;
use crate::diag::{Diagnostic, Severity, Source};

/// The finding without anything that could move the cursor, recolour the terminal or turn round the reading order.
#[must_use]
pub fn clean(finding: &Diagnostic) -> Diagnostic {
    clean_in(finding, &clean_source(&finding.source))
}

/// As [`clean`], for many findings of one source, which [`clean_source`] has cleaned once.
#[must_use]
pub fn clean_in(finding: &Diagnostic, source: &Arc<Source>) -> Diagnostic {
    let sentence = |text: &Option<String>| text.as_deref().map(clean_text);
    Diagnostic {
        title: clean_text(&finding.title),
        source: Arc::clone(source),
        label: sentence(&finding.label),
        why: sentence(&finding.why),
        help: sentence(&finding.help),
        ..finding.clone()
    }
}

/// A source whose name and text may be shown. Every byte stays where it is: the renderer shows the controls of ASCII by signs of
/// their own, and those of Latin-1, which it does not know, become blanks of the same length here.
#[must_use]
pub fn clean_source(source: &Arc<Source>) -> Arc<Source> {
    let name = clean_text(&source.name).replace('\n', " ");
    let harmful = |letter: char| letter.is_control() && !letter.is_ascii();
    // Bytes first: all of them begin with this one, and most files have none.
    let may_harm = memchr(0xc2, source.text.as_bytes()).is_some();
    if name == source.name && !(may_harm && source.text.contains(harmful)) {
        return Arc::clone(source);
    }
    Source::new(name, source.text.replace(harmful, "\u{a0}"))
}

fn clean_text(text: &str) -> String {
    harmless(text).replace(|letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'), "")
}

/// The finding for a program: code, severity, texts, and where, lines and columns from 1.
#[must_use]
pub fn as_json(finding: &Diagnostic) -> Value {
    let place = finding.place();
    json!({
        "code": finding.code,
        "severity": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "title": finding.title,
        "why": finding.why,
        "help": finding.help,
        "file": finding.source.name,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
    })
}
