//! Reading RON byte by byte: past comments, texts and whole values, without building anything. On text that is no RON it ends
//! early and never fails.

use memchr::memchr2;

/// Whether a byte opens, closes or hides a bracket.
fn tells(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'"' | b'\'' | b'/')
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

/// Whether a byte can stand in a name or number.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-' | b'.' | b'#')
}

/// A place in a RON text, and steps from it. Every step goes forward or stays at the text's end.
#[derive(Clone)]
pub struct Scan<'t> {
    /// The text.
    pub text: &'t str,
    /// The byte it stands at.
    pub at: usize,
}

impl<'t> Scan<'t> {
    /// At the beginning of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 } }
    }

    /// The byte here; 0 at the end.
    pub fn peek(&self) -> u8 {
        self.ahead(0)
    }

    fn ahead(&self, by: usize) -> u8 {
        self.text.as_bytes().get(self.at + by).copied().unwrap_or(0)
    }

    pub fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Past the `#![enable(…)]` lines.
    pub fn attributes(&mut self) {
        self.blank();
        while self.peek() == b'#' {
            self.at += 2;
            self.value();
            self.blank();
        }
    }

    /// Past white space and comments.
    pub fn blank(&mut self) {
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            self.at += rest.iter().position(|byte| !is_space(*byte)).unwrap_or(rest.len());
            match (self.peek(), self.ahead(1)) {
                (b'/', b'/') => self.line_comment(),
                (b'/', b'*') => self.block_comment(),
                // RON's other white space: marks of direction, and what some programs end lines with.
                (0x80.., _)
                    if matches!(self.letter(), Some('\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')) =>
                {
                    self.step();
                }
                _ => return,
            }
        }
    }

    fn letter(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Past one letter, whatever it is.
    fn step(&mut self) {
        self.at += self.letter().map_or(1, char::len_utf8);
    }

    /// To the end of the line.
    pub fn line_comment(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    }

    /// Past a comment in `/* */`, which may hold further ones.
    pub fn block_comment(&mut self) {
        let mut depth = 0_usize;
        while !self.is_done() {
            match (self.peek(), self.ahead(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return;
                    }
                }
                _ => self.at += 1,
            }
        }
        self.at = self.text.len();
    }

    /// Past a name or number, if one is here; gives it.
    pub fn word(&mut self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.bytes().position(|byte| !is_of_word(byte)).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        // `r"…"`, `r#"…"#` and `b"…"` are texts.
        if matches!(rest.as_bytes().get(length), Some(b'"' | b'\''))
            && matches!(word.trim_end_matches('#'), "r" | "b" | "br")
        {
            return "";
        }
        self.at += length;
        word
    }

    /// Past one value of any kind.
    pub fn value(&mut self) {
        self.blank();
        let start = self.at;
        let word = self.word();
        if word.is_empty() {
            match self.peek() {
                b'(' | b'[' | b'{' => self.body(),
                _ => self.atom(),
            }
        } else {
            let after = self.at;
            self.blank();
            if self.peek() == b'(' {
                self.body();
            } else {
                self.at = after;
            }
        }
        if self.at == start {
            self.step();
        }
    }

    /// Past a bracket and everything to its end, without recursion: a text may be nested as deep as it likes. Names and numbers
    /// say nothing about where it ends, so only what can open, close or hide a bracket is looked at.
    fn body(&mut self) {
        let mut depth = 0_usize;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let Some(next) = rest.iter().position(|byte| tells(*byte)) else {
                self.at = self.text.len();
                return;
            };
            self.at += next;
            match (self.peek(), self.ahead(1)) {
                (b'(' | b'[' | b'{', _) => {
                    depth += 1;
                    self.at += 1;
                }
                (b')' | b']' | b'}', _) => {
                    depth = depth.saturating_sub(1);
                    self.at += 1;
                    if depth == 0 {
                        return;
                    }
                }
                (b'/', b'/') => self.line_comment(),
                (b'/', b'*') => self.block_comment(),
                (b'"', _) => match self.raw_begin() {
                    Some(begin) => {
                        self.at = begin;
                        self.raw_text();
                    }
                    None => self.quoted(b'"'),
                },
                (b'\'', _) => self.quoted(b'\''),
                _ => self.at += 1,
            }
        }
    }

    /// Where the first of the signs `#` stands, or the quotation mark itself, if the one here begins a raw text: `r"…"`, `br##"…"##`.
    fn raw_begin(&self) -> Option<usize> {
        let before = self.text.as_bytes().get(..self.at)?;
        let hashes = before.iter().rev().take_while(|byte| **byte == b'#').count();
        let before = before.get(..before.len() - hashes)?.strip_suffix(b"r")?;
        let before = before.strip_suffix(b"b").unwrap_or(before);
        let alone = !before.last().is_some_and(|byte| is_of_word(*byte));
        alone.then_some(self.at - hashes)
    }

    /// Past a text, a letter, a name, a number or a sign.
    pub fn atom(&mut self) {
        let start = self.at;
        if !self.word().is_empty() {
            return;
        }
        let mut raw = false;
        while matches!(self.peek(), b'b' | b'r') {
            raw |= self.peek() == b'r';
            self.at += 1;
        }
        match self.peek() {
            b'"' | b'#' if raw => self.raw_text(),
            b'"' => self.quoted(b'"'),
            b'\'' => self.quoted(b'\''),
            _ => {
                self.at = start;
                self.step();
                self.at = self.at.min(self.text.len());
            }
        }
    }

    fn quoted(&mut self, quote: u8) {
        let bytes = self.text.as_bytes();
        self.at += 1;
        while let Some(next) = bytes.get(self.at..).and_then(|rest| memchr2(quote, b'\\', rest)) {
            self.at += next;
            if self.peek() == quote {
                self.at += 1;
                return;
            }
            self.at += 2;
        }
        self.at = self.text.len();
    }

    fn raw_text(&mut self) {
        let hashes = self.text.bytes().skip(self.at).take_while(|byte| *byte == b'#').count();
        self.at += hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at = rest.find(&end).map_or(self.text.len(), |found| self.at + found + end.len());
    }

    /// Past `name:`, if a field begins here; gives the name's first byte and the one after its last.
    pub fn field(&mut self) -> Option<(usize, usize)> {
        self.blank();
        let start = self.at;
        let word = self.word();
        let end = self.at;
        self.blank();
        if word.is_empty() || self.peek() != b':' {
            self.at = start;
            return None;
        }
        self.at += 1;
        Some((start, end))
    }

    /// Whether exactly one value stands before the closing bracket.
    pub fn holds_one(&mut self) -> bool {
        if self.at_close() {
            return false;
        }
        self.value();
        self.comma();
        self.at_close()
    }

    pub fn comma(&mut self) {
        self.blank();
        if self.peek() == b',' {
            self.at += 1;
        }
    }

    pub fn at_close(&mut self) -> bool {
        self.blank();
        self.is_done() || matches!(self.peek(), b')' | b']' | b'}')
    }

    pub fn close(&mut self) {
        if self.at_close() && !self.is_done() {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_with_its_bracket_whatever_hides_others() {
        for value in [
            r#"(a: "x ) \" ]", b: [ '"', '\'', ')' ])"#,
            r##"{ "a": r#"x " } y"#, "b": br"\", r: (1) }"##,
            "( // it's (\n /* [ /* \" */ ' */ a: 1/2 )",
            "Choose (color#: b'(', bar: [])",
        ] {
            let text = format!("{value}, next");
            let mut scan = Scan::new(&text);
            scan.value();
            assert_eq!(&text[..scan.at], value);
        }
    }

    #[test]
    fn what_never_closes_ends_with_the_text() {
        for text in ["(", "([", "(\"", "(r#\"x\"", "('", "(/*", "(//", "(\\", "(\"\\"] {
            let mut scan = Scan::new(text);
            scan.value();
            assert!(scan.is_done(), "{text}");
        }
    }
}
