//! From a file's bytes to a source text, or to why they are none.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diag::{Diagnostic, Severity, Source};

/// What to do about a file that is not UTF-8.
const SAVE_AS_UTF8: &str = "Save it as UTF-8 in your editor.";

/// How files begin that are not plain text at all, and what they are.
const OTHER_KINDS: [(&[u8], &str); 7] = [
    (b"PK\x03\x04", "a word processor's document or an archive"),
    (b"\xd0\xcf\x11\xe0", "a document of an older word processor"),
    (b"{\\rtf", "a document in Rich Text"),
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "an archive"),
];

/// The source text of a file: UTF-8, with or without a byte-order mark, with any line ends.
///
/// # Errors
/// A finding with code `S003`, and the place where the file stops being text, where it is not UTF-8 or holds a NUL.
pub fn source_from_bytes(name: &str, bytes: &[u8]) -> Result<Arc<Source>, Box<Diagnostic>> {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes {
        return Err(Box::new(unreadable(
            &Source::new(name, ""),
            None,
            "is written in UTF-16, not in UTF-8",
            SAVE_AS_UTF8,
        )));
    }
    if let Some((_, kind)) = OTHER_KINDS.iter().find(|(begins, _)| bytes.starts_with(begins)) {
        let source = Source::new(name, "");
        let help = "Copy the scenario into a plain text editor, and save it from there as UTF-8 with a name that ends in `.ron`.";
        return Err(Box::new(unreadable(&source, None, &format!("is {kind}, not plain text"), help)));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let source = Source::new(name, with_line_ends(text));
            match not_text(&source) {
                None => Ok(source),
                Some(finding) => Err(Box::new(finding)),
            }
        }
        Err(error) => {
            // Up to here the text with replacements is the same, and the first replacement takes three bytes.
            let at = error.valid_up_to();
            let source = Source::new(name, String::from_utf8_lossy(bytes));
            Err(Box::new(unreadable(&source, Some(at..at + 3), "is not text in UTF-8", SAVE_AS_UTF8)))
        }
    }
}

/// Line ends of old Macs become plain ones, so that a note ends where its line does. Every byte stays in its place.
fn with_line_ends(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| lone(at)) {
        return Cow::Borrowed(text);
    }
    let letters = text.char_indices().map(|(at, letter)| if letter == '\r' && lone(at) { '\n' } else { letter });
    Cow::Owned(letters.collect())
}

/// What is wrong with a source that holds something no text has.
pub(super) fn not_text(source: &Arc<Source>) -> Option<Diagnostic> {
    let at = source.text.find('\0')?;
    let help = "It may be another kind of file, or UTF-16 without its mark: save it as UTF-8 in your editor.";
    Some(unreadable(source, Some(at..at + 1), "has a NUL character in it, which no text has", help))
}

fn unreadable(source: &Arc<Source>, span: Option<std::ops::Range<usize>>, what: &str, help: &str) -> Diagnostic {
    Diagnostic {
        code: "S003",
        severity: Severity::Error,
        title: format!("the file {what}"),
        source: Arc::clone(source),
        span,
        label: None,
        why: None,
        help: Some(help.to_owned()),
        fix: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_place() {
        let finding = |bytes: &[u8]| *source_from_bytes("a.ron", bytes).expect_err("no text");
        assert!(finding(b"\xff\xfea\0").title.contains("UTF-16"));
        assert!(finding(b"a\0b\0").title.contains("NUL"));
        let latin = finding(b"ab\ncaf\xe9 au lait");
        assert_eq!((latin.code, latin.location().as_str()), ("S003", "a.ron:2:4"));
        assert_eq!(latin.span.and_then(|span| latin.source.text.get(span)), Some("\u{fffd}"));
        assert!(source_from_bytes("a.ron", "\u{feff}café\r\n".as_bytes()).is_ok());
    }
}
