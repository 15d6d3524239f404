//! What stands in one field of a table, and text that stays text wherever it is shown.

use std::fmt::Write;

use jiff::Timestamp;

/// What the fields of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Whole,
    /// True or false.
    Truth,
    /// A moment, in UTC.
    Moment,
}

impl Kind {
    /// What people are told.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Whole => "number",
            Self::Truth => "true or false",
            Self::Moment => "time, UTC",
        }
    }
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Not known or not applicable, which is not zero.
    Nothing,
    /// Text, fit to be shown: see [`visible`].
    Text(String),
    /// A whole number.
    Whole(i64),
    /// True or false.
    Truth(bool),
    /// A moment.
    Moment(Timestamp),
}

impl Cell {
    /// Whether it can stand in a column of this kind.
    #[must_use]
    pub fn fits(&self, kind: Kind) -> bool {
        matches!(
            (self, kind),
            (Self::Nothing, _)
                | (Self::Text(_), Kind::Text)
                | (Self::Whole(_), Kind::Whole)
                | (Self::Truth(_), Kind::Truth)
                | (Self::Moment(_), Kind::Moment)
        )
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(visible(text)) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<u16> for Cell {
    fn from(number: u16) -> Self {
        Self::Whole(number.into())
    }
}

impl From<u8> for Cell {
    fn from(number: u8) -> Self {
        Self::Whole(number.into())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        u64::try_from(number).unwrap_or(u64::MAX).into()
    }
}

impl From<Timestamp> for Cell {
    fn from(moment: Timestamp) -> Self {
        Self::Moment(moment)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// A text whose control characters, and marks that turn the direction of reading, are shown as signs instead of obeyed: `␛` for
/// an escape, `‹U+202E›` for a mark that has no sign. Ends of lines stay, as line feeds.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => shown.push('\n'),
            '\r' if letters.peek() == Some(&'\n') => {}
            // Unicode has a picture of each of the first control characters.
            '\0'..='\u{1f}' => shown.push(char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}')),
            '\u{7f}' => shown.push('␡'),
            _ if letter.is_control() || turns(letter) => {
                // Writing to a text cannot fail.
                let _ = write!(shown, "‹U+{:04X}›", u32::from(letter));
            }
            _ => shown.push(letter),
        }
    }
    shown
}

/// Whether a character turns the direction of reading, or ends a line where nobody expects it.
fn turns(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_turned_reading_become_signs() {
        assert_eq!(visible("a\u{1b}[31mb\0c\td"), "a␛[31mb␀c␉d");
        assert_eq!(visible("one\r\ntwo\nthree\rfour"), "one\ntwo\nthree␍four");
        assert_eq!(visible("gpj.\u{202e}exe \u{85}"), "gpj.‹U+202E›exe ‹U+0085›");
        assert_eq!(visible("Wanjirũ 名前 مريم 👋🏽"), "Wanjirũ 名前 مريم 👋🏽", "letters stay as they are");
    }

    #[test]
    fn an_empty_text_is_nothing_and_a_zero_is_a_number() {
        assert_eq!(Cell::from(""), Cell::Nothing);
        assert_eq!(Cell::from(Some(0_u16)), Cell::Whole(0));
        assert_eq!(Cell::from(None::<u16>), Cell::Nothing);
        assert!(Cell::Nothing.fits(Kind::Whole) && !Cell::Whole(0).fits(Kind::Text));
    }
}
