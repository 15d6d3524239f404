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
        if letter == '\u{200b}' && is_word_break(text, at) {
            continue;
        }
        findings.push(finding(source, at..at + letter.len_utf8(), letter, name));
    }
    findings
}

/// The first bytes that such characters can have.
fn is_suspect(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0c | 0x0e..=0x1f | 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xef)
}

/// Whether a zero-width space stands between letters of a script that writes words without spaces: there it says where a line may
/// break.
fn is_word_break(text: &str, at: usize) -> bool {
    let beside = |letter: Option<char>| {
        // Thai and Lao, Myanmar with its two extensions, Khmer.
        letter.is_some_and(|letter| {
            matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
        })
    };
    let (before, from) = text.split_at_checked(at).unwrap_or((text, ""));
    beside(before.chars().next_back()) || beside(from.chars().nth(1))
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
    let stands_alone = stands_alone(&source.text, span.start);
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
        help: Some(if stands_alone {
            "There is nothing else in this text: write what belongs here.".into()
        } else {
            "Take it out. `--fix` does.".into()
        }),
        // Without it the text would be empty, and what was meant is for the author to say.
        fix: (!stands_alone).then(|| Fix::replace("take it out", span, "")),
    }
}

/// Whether a text in quotation marks holds nothing but what nobody sees.
fn stands_alone(text: &str, at: usize) -> bool {
    let unseen = |letter: char| letter == ' ' || name(letter).is_some();
    let (before, from) = text.split_at_checked(at).unwrap_or((text, ""));
    before.trim_end_matches(unseen).ends_with('"') && from.trim_start_matches(unseen).starts_with('"')
}
