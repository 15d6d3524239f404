//! Sentences made of parts, so that each number in them can lead to how it was computed, and how numbers are written.

use serde::Serialize;

use crate::report::statistics::{FEWEST, Interval};

/// A sentence or paragraph.
pub type Line = Vec<Part>;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its words.
    pub text: String,
    /// Whether it is what the sentence is about.
    pub strong: bool,
    /// The section that says how it was computed.
    pub how: Option<&'static str>,
}

/// Words.
pub fn say(text: impl Into<String>) -> Part {
    Part { text: text.into(), strong: false, how: None }
}

/// Words that matter.
pub fn strong(text: impl Into<String>) -> Part {
    Part { text: text.into(), strong: true, how: None }
}

/// A number and where it comes from.
pub fn figure(text: impl Into<String>, how: &'static str) -> Part {
    Part { text: text.into(), strong: false, how: Some(how) }
}

/// A score or a share of 100, without decimals.
pub fn whole(value: f64) -> String {
    let rounded = value.round();
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded:.0}").replace('-', "−") }
}

/// A difference with its sign.
pub fn signed(value: f64) -> String {
    let rounded = value.round();
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded:+.0}").replace('-', "−") }
}

/// Both ends of an interval.
pub fn ends(interval: Interval) -> String {
    format!("{} to {}", whole(interval.low), whole(interval.high))
}

/// Both ends of an interval of a difference.
pub fn signed_ends(interval: Interval) -> String {
    format!("{} to {}", signed(interval.low), signed(interval.high))
}

/// A share from 0 to 1, in percent.
pub fn percent(share: f64) -> String {
    format!("{} %", whole(share * 100.0))
}

/// A number of things: "1 person", "48 people".
pub fn counted(count: u64, one: &str, more: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { more })
}

/// A whole number with its thousands apart.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// A sum of money to two significant digits.
pub fn money(value: f64) -> String {
    let size = value.abs();
    if size < 10.0 {
        return signed(value);
    }
    let unit = 10_f64.powf(size.log10().floor() - 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive whole number of money")]
    let rounded = ((size / unit).round() * unit) as u64;
    format!("{}{}", if value < 0.0 { "−" } else { "+" }, grouped(rounded))
}

/// How many of how many people, where neither those nor the others may be fewer than five.
pub fn of_people(k: u64, n: u64) -> String {
    if (1..FEWEST).contains(&k) {
        format!("fewer than {FEWEST} of {}", grouped(n))
    } else if k < n && n - k < FEWEST {
        format!("nearly all of {}", grouped(n))
    } else {
        format!("{} of {}", grouped(k), grouped(n))
    }
}

/// Text that somebody wrote, fit for a page: on one line, without control codes, and not without end.
pub fn written(text: &str) -> String {
    /// Longest text of a file that a table cell takes.
    const LONGEST: usize = 400;
    // Stars mark emphasis in scenario files; marks that turn the direction of what follows would turn the rest of a sentence.
    let turns = |letter: &char| matches!(*letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let letters = text.chars().filter(|letter| *letter != '*' && !turns(letter));
    let mut clean: String =
        letters.map(|letter| if letter.is_control() { ' ' } else { letter }).take(LONGEST + 1).collect();
    if clean.chars().count() > LONGEST {
        clean = clean.chars().take(LONGEST).collect();
        clean.push('…');
    }
    clean
}

/// A text that is only to be recognised: its first words.
pub fn short(text: &str) -> String {
    /// Longest that is shown whole.
    const LONGEST: usize = 150;
    let clean = written(text);
    if clean.chars().count() <= LONGEST {
        return clean;
    }
    let cut: String = clean.chars().take(LONGEST).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{} …", words.trim_end())
}

/// A title in marks, unless it brings its own.
pub fn titled(title: &str) -> String {
    let title = name(title);
    if title.starts_with(['“', '"', '«']) { title } else { format!("“{title}”") }
}

/// A sum of money as it was given.
pub fn sum(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive whole number of money")]
    grouped(value.round() as u64)
}

/// A name, shorter still.
pub fn name(text: &str) -> String {
    /// Longest name that is shown whole.
    const LONGEST: usize = 60;
    let clean = written(text);
    if clean.chars().count() <= LONGEST {
        return clean;
    }
    clean.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!([whole(63.6), whole(-0.2), signed(-6.4), signed(5.5), signed(0.3)], ["64", "0", "−6", "+6", "0"]);
        assert_eq!([grouped(7), grouped(1_234), grouped(1_000_000)], ["7", "1\u{202f}234", "1\u{202f}000\u{202f}000"]);
        assert_eq!([money(31_444.0), money(-9_120.0), money(4.2)], ["+31\u{202f}000", "−9\u{202f}100", "+4"]);
    }

    #[test]
    fn neither_the_few_nor_the_few_others_are_counted() {
        assert_eq!(of_people(3, 40), "fewer than 5 of 40");
        assert_eq!(of_people(37, 40), "nearly all of 40");
        assert_eq!([of_people(0, 40), of_people(12, 40), of_people(40, 40)], ["0 of 40", "12 of 40", "40 of 40"]);
    }

    #[test]
    fn a_text_without_end_ends() {
        assert_eq!(name(&"x".repeat(100_000)).chars().count(), 61);
        assert!(short(&"words ".repeat(100)).ends_with("words words …"));
        assert_eq!([titled("“So?”"), titled("So")], ["“So?”", "“So”"]);
        assert_eq!(written("a\u{1b}[31m\nb\0 *c*\u{202e}d"), "a [31m b  cd");
    }
}
