//! A text that is open in the editor. Editors count lines and UTF-16 units; everything else here counts bytes.

use std::cell::OnceCell;
use std::ops::Range;

use lsp_types::{Position, TextDocumentContentChangeEvent};

use super::names::View;
use super::outline::Outline;
use crate::diag::Diagnostic;

/// An open text.
#[derive(Debug)]
pub struct Document {
    text: String,
    version: i32,
    lines: Vec<usize>,
    wide: Vec<Wide>,
    outline: OnceCell<Outline>,
    findings: OnceCell<Vec<Diagnostic>>,
}

/// A letter that takes more bytes than UTF-16 units.
#[derive(Clone, Copy, Debug)]
struct Wide {
    /// The byte after it.
    end: usize,
    /// How many bytes more than units the text has up to there.
    surplus: usize,
}

impl Document {
    /// A text as it was opened.
    pub fn new(text: String, version: i32) -> Self {
        let (lines, wide) = (line_starts(&text), wide_letters(&text));
        Self { text, version, lines, wide, outline: OnceCell::new(), findings: OnceCell::new() }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The editor's count of its changes.
    pub fn version(&self) -> i32 {
        self.version
    }

    /// The text with its outline, which is made once for each version.
    pub fn view(&self) -> View<'_> {
        View { text: &self.text, outline: self.outline.get_or_init(|| Outline::of(&self.text)) }
    }

    /// What is wrong with the text, which is looked for once for each version.
    pub fn findings(&self, find: impl FnOnce(&str) -> Vec<Diagnostic>) -> &[Diagnostic] {
        self.findings.get_or_init(|| find(&self.text))
    }

    /// Takes over what somebody typed, in order.
    pub fn change(&mut self, changes: Vec<TextDocumentContentChangeEvent>, version: i32) {
        for change in changes {
            match change.range {
                Some(range) => {
                    let start = self.offset(range.start);
                    let end = self.offset(range.end).max(start);
                    self.text.replace_range(start..end, &change.text);
                }
                None => self.text = change.text,
            }
            self.lines = line_starts(&self.text);
        }
        self.wide = wide_letters(&self.text);
        self.version = version;
        self.outline = OnceCell::new();
        self.findings = OnceCell::new();
    }

    /// The byte at a place. A place past the end of its line stands at the end of the line; one inside a letter of two units
    /// stands before the letter.
    pub fn offset(&self, position: Position) -> usize {
        let Some(start) = usize::try_from(position.line).ok().and_then(|line| self.lines.get(line)).copied() else {
            return self.text.len();
        };
        let wanted = usize::try_from(position.character).unwrap_or(usize::MAX);
        let mut units = 0;
        for (at, letter) in self.text.get(start..).unwrap_or_default().char_indices() {
            units += letter.len_utf16();
            if units > wanted || letter == '\n' || letter == '\r' {
                return start + at;
            }
        }
        self.text.len()
    }

    /// The place of a byte. One past the end of its line stands at the end of the line; one inside a letter, before it.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.lines.get(line).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let units = before.len() - (self.surplus(start + before.len()) - self.surplus(start));
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: count(line), character: count(units) }
    }

    /// How many bytes more than UTF-16 units the text has before a byte.
    fn surplus(&self, offset: usize) -> usize {
        let after = self.wide.partition_point(|wide| wide.end <= offset);
        after.checked_sub(1).and_then(|last| self.wide.get(last)).map_or(0, |wide| wide.surplus)
    }

    /// The places of some bytes.
    pub fn range(&self, span: &Range<usize>) -> lsp_types::Range {
        lsp_types::Range { start: self.position(span.start), end: self.position(span.end) }
    }
}

/// Where each line begins. A line ends with `\n`, `\r\n` or `\r`.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
}

/// The letters that take more bytes than UTF-16 units, in order.
fn wide_letters(text: &str) -> Vec<Wide> {
    let mut surplus = 0;
    let wide = text.char_indices().filter(|(_, letter)| !letter.is_ascii());
    wide.map(|(at, letter)| {
        surplus += letter.len_utf8() - letter.len_utf16();
        Wide { end: at + letter.len_utf8(), surplus }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn places_are_counted_in_utf16_units_over_every_kind_of_line_end() {
        let document = Document::new("é😀x\r\n😀\rz\n".into(), 1);
        for (position, offset) in [
            (at(0, 0), 0),
            (at(0, 1), 2),
            (at(0, 3), 6),
            (at(0, 4), 7),
            (at(1, 0), 9),
            (at(1, 2), 13),
            (at(2, 1), 15),
            (at(3, 0), 16),
        ] {
            assert_eq!(document.offset(position), offset, "{position:?}");
            assert_eq!(document.position(offset), position, "{offset}");
        }
        assert_eq!(document.offset(at(0, 2)), 2, "inside a letter");
        assert_eq!(document.offset(at(0, 99)), 7, "past the line");
        assert_eq!(document.offset(at(99, 0)), 16, "past the text");
        assert_eq!(document.position(8), at(0, 4), "inside a line end");
        assert_eq!(document.position(99), at(3, 0));
    }

    #[test]
    fn changes_are_taken_over_in_order() {
        let mut document = Document::new("a😀b\r\nc".into(), 1);
        let typed = |start, end, text: &str| TextDocumentContentChangeEvent {
            range: Some(lsp_types::Range { start, end }),
            range_length: None,
            text: text.into(),
        };
        document.change(vec![typed(at(0, 3), at(1, 0), "\n"), typed(at(1, 1), at(1, 1), "d")], 2);
        assert_eq!((document.text(), document.version()), ("a😀\ncd", 2));
        document.change(vec![typed(at(1, 1), at(0, 0), "x")], 3);
        assert_eq!(document.text(), "a😀\ncxd", "an end before its start changes nothing but what is put in");
    }
}
