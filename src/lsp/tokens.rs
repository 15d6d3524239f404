//! The words and brackets of a text that may not be RON yet. It never fails: what it cannot place it passes over, and a text
//! whose closing quotation mark is missing ends with its line, so that the rest of the file is still understood.

use std::ops::Range;

/// A pair of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bracket {
    /// `( … )`
    Round,
    /// `[ … ]`
    Square,
    /// `{ … }`
    Curly,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// An opening bracket.
    Open(Bracket),
    /// A closing bracket.
    Close(Bracket),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A text in quotation marks; its range is what stands between them. Not `closed` where the mark at its end is missing.
    Text {
        /// Whether the quotation mark at the end is there.
        closed: bool,
    },
    /// A bare word.
    Name,
    /// A number.
    Number,
    /// A comment.
    Comment,
}

/// Cuts a text into tokens.
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Tokens<'t> {
    /// From the beginning of `text`.
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes as long as `keep` holds, and returns what was taken.
    fn take(&mut self, keep: impl Fn(char) -> bool) -> Range<usize> {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.find(|letter| !keep(letter)).unwrap_or(rest.len());
        start..self.at
    }

    /// Takes up to and with `end`, or all that is left.
    fn take_through(&mut self, end: &str) {
        let rest = self.rest();
        self.at += rest.find(end).map_or(rest.len(), |found| found + end.len());
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
            } else {
                let Some(letter) = rest.chars().next() else { return };
                self.at += letter.len_utf8();
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// `r"…"` or `r#"…"#`, if one stands here.
    fn raw_text(&mut self) -> Option<(Token, Range<usize>)> {
        let rest = self.rest().strip_prefix('r')?;
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        rest.get(hashes..)?.strip_prefix('"')?;
        let start = self.at + 1 + hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = self.text.get(start..)?;
        Some(if let Some(length) = inside.find(&end) {
            self.at = start + length + end.len();
            (Token::Text { closed: true }, start..start + length)
        } else {
            self.at = self.text.len();
            (Token::Text { closed: false }, start..self.at)
        })
    }

    fn text(&mut self) -> (Token, Range<usize>) {
        let start = self.at + 1;
        let inside = self.text.get(start..).unwrap_or_default();
        let end = closing_mark(inside);
        if let Some(line) = inside.find('\n').filter(|line| end.is_none_or(|end| *line < end))
            && is_forgotten(inside, line, end)
        {
            let written = inside.get(..line).unwrap_or_default();
            let length = written.trim_end_matches([',', ')', ']', '}', ' ', '\t', '\r']).len();
            self.at = start + length;
            return (Token::Text { closed: false }, start..self.at);
        }
        let length = end.unwrap_or(inside.len());
        self.at = start + length + usize::from(end.is_some());
        (Token::Text { closed: end.is_some() }, start..start + length)
    }
}

/// Where the quotation mark stands that ends a text.
fn closing_mark(inside: &str) -> Option<usize> {
    let mut escaped = false;
    inside.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// Whether the quotation mark found at `end` more likely opens a later text, so that the one of this text was forgotten before
/// the line break at `line`.
fn is_forgotten(inside: &str, line: usize, end: Option<usize>) -> bool {
    let next_line = inside.get(line..).unwrap_or_default().trim_start();
    let Some(end) = end else {
        let word = next_line.trim_start_matches(|letter: char| letter.is_ascii_lowercase() || letter == '_');
        return next_line.starts_with([')', ']', '}', '(', '[', '{', '"', '/'])
            || (word.len() < next_line.len() && word.starts_with(':'));
    };
    let follows = inside.get(end + 1..).and_then(|after| after.chars().next());
    let fits =
        follows.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ',' | ':' | ')' | ']' | '}' | '/'));
    !fits || next_line.starts_with([')', ']', '}'])
}

impl Iterator for Tokens<'_> {
    type Item = (Token, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.rest();
            let letter = rest.chars().next()?;
            let start = self.at;
            let single = |token| Some((token, start..start + 1));
            let token = match letter {
                '(' => Token::Open(Bracket::Round),
                '[' => Token::Open(Bracket::Square),
                '{' => Token::Open(Bracket::Curly),
                ')' => Token::Close(Bracket::Round),
                ']' => Token::Close(Bracket::Square),
                '}' => Token::Close(Bracket::Curly),
                ',' => Token::Comma,
                ':' => Token::Colon,
                '"' => return Some(self.text()),
                'r' if rest.starts_with("r\"") || rest.starts_with("r#") => match self.raw_text() {
                    Some(text) => return Some(text),
                    None => return Some((Token::Name, self.take(is_of_name))),
                },
                '/' if rest.starts_with("//") => return Some((Token::Comment, self.take(|letter| letter != '\n'))),
                '/' if rest.starts_with("/*") => {
                    self.block_comment();
                    return Some((Token::Comment, start..self.at));
                }
                // `#![enable(…)]` says how the file is read, and is no part of what it says.
                '#' if rest.starts_with("#![") => {
                    self.take_through("]");
                    continue;
                }
                '0'..='9' | '+' | '-' | '.' => {
                    let number =
                        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.' | '_');
                    return Some((Token::Number, self.take(number)));
                }
                letter if is_of_name(letter) => return Some((Token::Name, self.take(is_of_name))),
                other => {
                    self.at += other.len_utf8();
                    continue;
                }
            };
            self.at += 1;
            return single(token);
        }
    }
}

/// Ids are written with `-`, so an id whose quotation marks are missing is still one word.
fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(&str, bool)> {
        Tokens::of(text)
            .filter_map(|(token, span)| match token {
                Token::Text { closed } => Some((text.get(span)?, closed)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_text_whose_mark_is_forgotten_ends_with_its_line() {
        let broken = "(\n  to: \"tel\n  ),\n  \"own\": (to: \"end\"),\n)";
        assert_eq!(texts(broken), [("tel", false), ("own", true), ("end", true)]);
        let with_rest = "(to: [(go: \"tel),\n (go: \"end\")])";
        assert_eq!(texts(with_rest), [("tel", false), ("end", true)]);
        let last = "(to: \"tel\n  says: x";
        assert_eq!(texts(last), [("tel", false)]);
    }

    #[test]
    fn texts_over_several_lines_with_escapes_and_raw_ones_are_whole() {
        assert_eq!(texts("(a: \"one\ntwo \\\" three\", b: \"\")"), [("one\ntwo \\\" three", true), ("", true)]);
        assert_eq!(texts("(a: r#\"one \" two\"#, b: r\"x\")"), [("one \" two", true), ("x", true)]);
    }

    #[test]
    fn comments_and_attributes_hold_no_words() {
        let text = "#![enable(implicit_some)]\n// \"a\"\n/* \"b\" /* \"c\" */ */ \"d\"";
        assert_eq!(texts(text), [("d", true)]);
    }

    #[test]
    fn whatever_it_is_given_it_comes_to_an_end() {
        for text in ["", "\"", "/*", "r#", "r#\"", "#![", "é\u{0}'\\", "\"\\", "…\"…\n…", "-", "]})"] {
            assert!(Tokens::of(text).count() <= text.len() + 1);
        }
    }
}
