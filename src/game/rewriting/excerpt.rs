//! From the findings of a text to the card that tells of them.

use super::view::{Excerpt, Trouble};
use crate::diag::Diagnostic;

/// Letters of a line that are shown before, of, and after the part a finding is about.
const SHOWN: (usize, usize, usize) = (60, 80, 40);

impl Trouble {
    /// The first of the findings in full, and how many there are beside it. None where there are none.
    #[must_use]
    pub fn of(findings: &[Diagnostic]) -> Option<Self> {
        let (first, others) = findings.split_first()?;
        Some(Self {
            place: first.location(),
            code: first.code.to_owned(),
            what: first.title.clone(),
            excerpt: Excerpt::of(first),
            why: first.why.clone(),
            help: first.help.clone(),
            more: others.len(),
        })
    }
}

impl Excerpt {
    /// The line where a finding begins; none where it has no place in the text.
    #[must_use]
    pub fn of(finding: &Diagnostic) -> Option<Self> {
        let span = finding.span.as_ref()?;
        let text = &finding.source.text;
        let (from, to) = (text.floor_char_boundary(span.start), text.ceil_char_boundary(span.end));
        let start = text.get(..from)?.rfind('\n').map_or(0, |newline| newline + 1);
        let end = text.get(from..)?.find('\n').map_or(text.len(), |newline| from + newline);
        let to = to.clamp(from, end);
        let (most_before, most, most_after) = SHOWN;
        let before = shown(text.get(start..from)?.trim_start());
        let cut = before.chars().count().saturating_sub(most_before);
        let before = if cut > 0 { format!("…{}", before.chars().skip(cut).collect::<String>()) } else { before };
        let part = shortened(&shown(text.get(from..to)?), most);
        Some(Self {
            line: finding.source.place(from).line,
            before,
            // A place between letters is marked where the next one would stand.
            part: if part.is_empty() { " ".to_owned() } else { part },
            after: shortened(&shown(text.get(to..end)?), most_after),
            label: finding.label.clone(),
        })
    }
}

/// The letters as they can be shown on one line.
fn shown(text: &str) -> String {
    text.trim_end_matches('\r').chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::diag::{Severity, Source};

    fn excerpt(text: &str, span: Range<usize>) -> Excerpt {
        let finding = Diagnostic {
            code: "S101",
            severity: Severity::Error,
            title: "wrong".to_owned(),
            source: Source::new("a.ron", text),
            span: Some(span),
            label: None,
            why: None,
            help: None,
            fix: None,
        };
        Excerpt::of(&finding).expect("it has a place")
    }

    fn parts(excerpt: &Excerpt) -> (usize, &str, &str, &str) {
        (excerpt.line, &excerpt.before, &excerpt.part, &excerpt.after)
    }

    #[test]
    fn the_line_is_shown_with_its_part_and_without_its_indent() {
        let text = "Scenario(\n    to: \"désk2\",\n)";
        assert_eq!(parts(&excerpt(text, 19..26)), (2, "to: \"", "désk2\"", ","));
        assert_eq!(parts(&excerpt(text, 14..text.len())), (2, "", "to: \"désk2\",", ""));
        assert_eq!(parts(&excerpt(text, text.len()..text.len())), (3, ")", " ", ""));
    }

    #[test]
    fn long_lines_and_control_letters_stay_readable() {
        let long = excerpt(&format!("{}\u{1b}[31mX{}", "a".repeat(300), "b".repeat(300)), 300..306);
        assert_eq!(long.before, format!("…{}", "a".repeat(60)));
        assert_eq!(long.part, " [31mX");
        assert_eq!(long.after, format!("{}…", "b".repeat(40)));
        // A place inside a letter, and one past the end.
        assert_eq!(excerpt("é", 1..1).part, "é");
        assert_eq!(excerpt("", 0..0).part, " ");
    }
}
