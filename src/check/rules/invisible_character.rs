//! S013: characters that nobody sees and that change what is read: controls, zero-width and direction-changing ones.

use std::ops::Range;
use std::sync::Arc;

use super::page;
use crate::check::rule::{Finds, Rule};
use crate::diag::{Diagnostic, Fix, Severity, Source};

pub const RULE: Rule = Rule {
    code: "S013",
    name: "invisible-character",
    severity: Severity::Error,
    page: page!("S013"),
    finds: Finds::Text(find),
};

fn find(source: &Arc<Source>) -> Vec<Diagnostic> {
    let text = source.text.as_str();
    // Bytes first: nearly every file has none.
    if !text.bytes().any(is_suspect) {
        return Vec::new();
    }
    let mut findings: Vec<Diagnostic> = Vec::new();
    for (at, letter) in text.char_indices() {
        let Some(name) = name(letter).filter(|_| at > 0 || letter != '\u{feff}') else { continue };
        findings.push(finding(source, at..at + letter.len_utf8(), letter, name));
    }
    findings
}

/// The first bytes that such characters can have.
fn is_suspect(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0c | 0x0e..=0x1f | 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xef)
}

/// What a character is called that must not stand in a scenario.
fn name(letter: char) -> Option<&'static str> {
    match letter {
        '\n' | '\r' | '\t' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("turns the reading order round"),
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{180e}' => Some("takes no room"),
        '\u{ad}' => Some("is a hidden hyphen"),
        '\u{2028}' | '\u{2029}' => Some("is a hidden line break"),
        _ if letter.is_control() => Some("is a control character"),
        _ => None,
    }
}

fn finding(source: &Arc<Source>, span: Range<usize>, letter: char, name: &str) -> Diagnostic {
    let code = u32::from(letter);
    Diagnostic {
        code: RULE.code,
        severity: RULE.severity,
        title: format!("there is an invisible character here: U+{code:04X} {name}"),
        source: Arc::clone(source),
        span: Some(span.clone()),
        label: Some("invisible".to_owned()),
        why: Some(
            "What people read is not what the program reads, and searching for the words does not find them.".into(),
        ),
        help: Some("Take it out. `--fix` does.".into()),
        fix: Some(Fix::replace("take it out", span, "")),
    }
}
