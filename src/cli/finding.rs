//! A finding made fit for a terminal, and for a program that reads it.

use serde_json::{Value, json};

use super::terminal::harmless;
use crate::diag::{Diagnostic, Severity, Source};

/// The finding without control characters, which come from files and could move the cursor. In the source text each becomes
/// blanks of the same length, so that the excerpt underlines the same bytes.
#[must_use]
pub fn clean(finding: &Diagnostic) -> Diagnostic {
    let clean = |text: &String| harmless(text);
    let harmful = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    let source = if finding.source.text.contains(harmful) {
        let blanks = |letter: char| if harmful(letter) { (' ', letter.len_utf8()) } else { (letter, 1) };
        let text: String = finding
            .source
            .text
            .chars()
            .flat_map(|letter| {
                let (letter, times) = blanks(letter);
                std::iter::repeat_n(letter, times)
            })
            .collect();
        Source::new(harmless(&finding.source.name), text)
    } else {
        std::sync::Arc::clone(&finding.source)
    };
    Diagnostic {
        title: clean(&finding.title),
        source,
        label: finding.label.as_ref().map(clean),
        why: finding.why.as_ref().map(clean),
        help: finding.help.as_ref().map(clean),
        ..finding.clone()
    }
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
