//! Reads RON as nearly every scenario is written: words, whole numbers, texts, brackets and notes that end with their line.
//!
//! It is several times faster than the parser of the whole language because it knows no more than that, and it explains nothing. What it
//! does not know, right or wrong, is [`Unlike`]; then `ron` reads the text from its beginning, and `ron` alone decides what a scenario is
//! and says what is wrong with one. What is read here, `ron` reads alike.

mod values;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// Brackets within brackets that are followed; `ron` stops at 128 steps, of which each bracket takes five at most.
const DEEPEST: usize = 20;

/// The only first line that is known. It changes nothing, because every file is read so.
const FIRST_LINE: &str = "#![enable(implicit_some)]";

/// The text is not as nearly every scenario is written. That need not be a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlike;

impl fmt::Display for Unlike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is written in another way")
    }
}

impl std::error::Error for Unlike {}

impl serde::de::Error for Unlike {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads a whole text.
///
/// # Errors
/// [`Unlike`] wherever it is written in a way that is not known here, and wherever something is wrong.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Unlike> {
    let mut plain = Plain { text, at: 0, depth: 0, opened: false };
    plain.space();
    if plain.rest().starts_with(FIRST_LINE) {
        plain.at += FIRST_LINE.len();
        plain.space();
    }
    let value = T::deserialize(&mut plain)?;
    plain.space();
    if plain.rest().is_empty() { Ok(value) } else { Err(Unlike) }
}

/// A text that is being read.
struct Plain<'de> {
    text: &'de str,
    /// The bytes read so far.
    at: usize,
    /// The brackets that are open.
    depth: usize,
    /// Whether the round bracket of what is read next was opened after a word: `Paraphrase(decoys: …)`.
    opened: bool,
}

impl<'de> Plain<'de> {
    fn rest(&self) -> &'de str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes past white space and notes.
    fn space(&mut self) {
        loop {
            while self.next().is_some_and(is_space) {
                self.at += 1;
            }
            if !self.rest().starts_with("//") {
                return;
            }
            self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        }
    }

    /// Goes past a sign, where it is the next.
    fn take(&mut self, sign: u8) -> bool {
        let next = self.next() == Some(sign);
        self.at += usize::from(next);
        next
    }

    fn expect(&mut self, sign: u8) -> Result<(), Unlike> {
        if self.take(sign) { Ok(()) } else { Err(Unlike) }
    }

    fn open(&mut self, bracket: u8) -> Result<(), Unlike> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unlike);
        }
        self.expect(bracket)?;
        self.space();
        Ok(())
    }

    fn close(&mut self, bracket: u8) -> Result<(), Unlike> {
        self.depth -= 1;
        self.space();
        self.expect(bracket)
    }

    /// A word such as `says` or `Choose`.
    fn word(&mut self) -> Result<&'de str, Unlike> {
        let rest = self.rest();
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let (word, after) = rest.split_at_checked(length).ok_or(Unlike)?;
        let begins = word.bytes().next().is_some_and(|first| !first.is_ascii_digit());
        // What else could belong to a word, or make it the beginning of a text.
        let goes_on = after.bytes().next().is_some_and(|next| !next.is_ascii() || b".+-#\"'".contains(&next));
        if !begins || goes_on {
            return Err(Unlike);
        }
        self.at += length;
        Ok(word)
    }

    /// A whole number in digits.
    fn number<N: FromStr>(&mut self) -> Result<N, Unlike> {
        let rest = self.rest();
        let sign = usize::from(rest.starts_with('-'));
        let length = sign + rest.bytes().skip(sign).take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at_checked(length).ok_or(Unlike)?;
        let ends = after.bytes().next().is_none_or(|next| is_space(next) || b",)]}/".contains(&next));
        if !ends {
            return Err(Unlike);
        }
        self.at += length;
        number.parse().map_err(|_| Unlike)
    }

    /// A text in quotation marks.
    fn quoted(&mut self) -> Result<Cow<'de, str>, Unlike> {
        self.expect(b'"')?;
        let rest = self.rest();
        let end = rest.find('"').ok_or(Unlike)?;
        let text = rest.get(..end).ok_or(Unlike)?;
        if text.contains('\\') {
            return self.escaped().map(Cow::Owned);
        }
        self.at += end + 1;
        Ok(Cow::Borrowed(text))
    }

    /// The rest of a text in which quotation marks, back slashes or line ends are written with a back slash.
    fn escaped(&mut self) -> Result<String, Unlike> {
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let (before, after) = rest.split_at_checked(rest.find(['"', '\\']).ok_or(Unlike)?).ok_or(Unlike)?;
            text.push_str(before);
            self.at += before.len() + 1;
            if after.starts_with('"') {
                return Ok(text);
            }
            text.push(match self.next() {
                Some(sign @ (b'"' | b'\\')) => char::from(sign),
                Some(b'n') => '\n',
                _ => return Err(Unlike),
            });
            self.at += 1;
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0b' | b'\x0c')
}

#[cfg(test)]
mod tests;
