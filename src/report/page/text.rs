//! Sentences made of parts, so that each number in them can lead to how it was computed, and texts of people fit for a page.

use serde::Serialize;

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
    pub how: Option<String>,
}

/// Words that are only words.
pub fn say(text: &str) -> Part {
    Part { text: text.to_owned(), strong: false, how: None }
}

/// Stand for the marks of a line inside of a value, so that no name can be one.
const HIDDEN: [(char, char); 3] = [('*', '\u{e000}'), ('[', '\u{e001}'), (']', '\u{e002}')];

/// The parts of a sentence with its marks.
pub fn parts(text: &str) -> Line {
    let part = |text: &str, strong, how: Option<&str>| Part {
        text: swapped(text, |(mark, stand_in)| (stand_in, mark)),
        strong,
        how: how.map(str::to_owned),
    };
    let (mut line, mut rest) = (Vec::new(), text);
    while let Some((before, marked, how, after)) = next_marked(rest) {
        if !before.is_empty() {
            line.push(part(before, false, None));
        }
        line.push(part(marked, how.is_none(), how));
        rest = after;
    }
    if !rest.is_empty() {
        line.push(part(rest, false, None));
    }
    line
}

/// What stands before the first marks, within them, where they lead, and what comes after.
fn next_marked(text: &str) -> Option<(&str, &str, Option<&str>, &str)> {
    let (before, marked) = text.split_at(text.find(['*', '['])?);
    if let Some((strong, after)) = marked.strip_prefix("**").and_then(|marked| marked.split_once("**")) {
        return Some((before, strong, None, after));
    }
    let (figure, after) = marked.strip_prefix('[')?.split_once("](")?;
    let (how, after) = after.split_once(')')?;
    Some((before, figure, Some(how), after))
}

/// A value in which no letter is a mark of the sentence it is filled into.
pub fn hidden(value: &str) -> String {
    swapped(value, |(mark, stand_in)| (mark, stand_in))
}

/// A text with letters put in place of others.
fn swapped(text: &str, way: fn((char, char)) -> (char, char)) -> String {
    let swap = |letter| HIDDEN.map(way).into_iter().find(|(from, _)| *from == letter).map_or(letter, |(_, to)| to);
    text.chars().map(swap).collect()
}

/// A name in the middle of a sentence.
pub fn within(name: &str) -> String {
    name.to_lowercase()
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
    fn a_text_without_end_ends() {
        assert_eq!(name(&"x".repeat(100_000)).chars().count(), 61);
        assert!(short(&"words ".repeat(100)).ends_with("words words …"));
        assert_eq!(written("a\u{1b}[31m\nb\0 *c*\u{202e}d"), "a [31m b  cd");
    }
}
