//! The graph as a Mermaid flowchart. Every letter of a text that Mermaid or HTML could take for its own is written as a code.

use std::fmt::Write as _;

use super::dot::{edge_label, node_label};
use super::{Branch, Graph};

/// The graph as a Mermaid flowchart.
#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let mut out = String::new();
    // Writing to a text cannot fail.
    let _ = writeln!(out, "---\ntitle: \"{}\"\n---\nflowchart LR", plain(&graph.title));
    for (place, beat) in graph.beats.iter().enumerate() {
        let label = text(&node_label(beat));
        let (open, close) = match (beat.start, beat.is_end()) {
            (true, _) => ("[[", "]]"),
            (false, true) => ("([", "])"),
            (false, false) => ("[", "]"),
        };
        let _ = writeln!(out, "  b{place}{open}\"{label}\"{close}");
    }
    for (from, row, way) in graph.ways() {
        let arrow = match (&row.branch, &way.condition) {
            (Branch::Reply(_) | Branch::Heard, None) => "-->",
            (Branch::Reply(_) | Branch::Heard, Some(_)) | (Branch::Otherwise | Branch::Silence, _) => "-.->",
        };
        let label = text(&edge_label(row, way, usize::MAX));
        let _ = writeln!(out, "  b{from} {arrow}|\"{label}\"| b{}", way.to);
    }
    out
}

/// A text inside quotation marks, its lines apart.
fn text(text: &str) -> String {
    let mut coded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => coded.push_str("<br/>"),
            '"' => coded.push_str("#quot;"),
            '#' | '&' | '<' | '>' | '`' | '\\' | '*' | '_' | '~' | '|' | '[' | ']' | '{' | '}' | '$' | ';' => {
                let _ = write!(coded, "#{};", u32::from(letter));
            }
            letter if letter.is_control() => coded.push(' '),
            letter => coded.push(letter),
        }
    }
    coded
}

/// A title in the YAML that stands before a flowchart.
fn plain(title: &str) -> String {
    let safe =
        |letter: char| if letter.is_control() || matches!(letter, '"' | '\\' | '<' | '>' | '&') { ' ' } else { letter };
    title.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(text("<b>\"x\"</b>\ny"), "#60;b#62;#quot;x#quot;#60;/b#62;<br/>y");
        assert_eq!(text("a;b#c"), "a#59;b#35;c");
        assert_eq!(plain("a \"b\"\n<c>"), "a  b   c ");
    }
}
