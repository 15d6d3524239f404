//! The graph in DOT, for Graphviz. Labels are quoted texts in which nothing is markup.

use std::fmt::Write as _;

use super::phrase::seen_words;
use super::{Branch, Graph, Node, Row, Way};

/// Letters of a line in a label.
const WIDTH: usize = 34;

/// The graph in DOT.
#[must_use]
pub fn dot(graph: &Graph) -> String {
    let mut out = String::new();
    let title = match graph.attempts {
        Some(attempts) => {
            format!("{} ({attempts} attempts; numbers of fewer than five people are held back)", graph.title)
        }
        None => graph.title.clone(),
    };
    // Writing to a text cannot fail.
    let _ = writeln!(out, "digraph {} {{", quoted(&graph.id));
    let _ = writeln!(out, "  label={}; labelloc=t; rankdir=LR;", quoted(&title));
    let _ = writeln!(out, "  node [shape=box, fontname=\"Helvetica\", fontsize=11];");
    let _ = writeln!(out, "  edge [fontname=\"Helvetica\", fontsize=9];");
    for beat in &graph.beats {
        let _ =
            writeln!(out, "  {} [label={}{}];", quoted(beat.id.as_str()), quoted(&node_label(beat)), node_style(beat));
    }
    for (from, row, way) in graph.ways() {
        let (Some(from), Some(to)) = (graph.beats.get(from), graph.beats.get(way.to)) else { continue };
        let label = quoted(&edge_label(row, way, WIDTH));
        let style = match (&row.branch, &way.condition) {
            (Branch::Otherwise | Branch::Silence, _) => ", style=dotted",
            (Branch::Reply(_) | Branch::Heard, Some(_)) => ", style=dashed",
            (Branch::Reply(_) | Branch::Heard, None) => "",
        };
        let _ = writeln!(out, "  {} -> {} [label={label}{style}];", quoted(from.id.as_str()), quoted(to.id.as_str()));
    }
    out.push_str("}\n");
    out
}

/// The lines of a beat's label.
pub(super) fn node_label(beat: &Node) -> String {
    let mut lines = vec![format!("{}{}", tag(beat), beat.id)];
    lines.push(beat.place.join(" · "));
    lines.extend(beat.seen.map(seen_words));
    lines.extend(textwrap::wrap(&beat.line, WIDTH).into_iter().map(std::borrow::Cow::into_owned));
    lines.join("\n")
}

/// What marks a beat, in words.
pub(super) fn tag(beat: &Node) -> &'static str {
    if beat.start {
        "START: "
    } else if !beat.reached {
        "NOT REACHED: "
    } else if beat.is_end() {
        "END: "
    } else {
        ""
    }
}

/// The lines of a way's label.
pub(super) fn edge_label(row: &Row, way: &Way, width: usize) -> String {
    let mut lines = vec![format!("{} {}", row.name(), row.levels).trim_end().to_owned()];
    let wrapped =
        |text: &str| textwrap::wrap(text, width).into_iter().map(std::borrow::Cow::into_owned).collect::<Vec<_>>();
    lines.extend(row.offered.iter().flat_map(|offered| wrapped(&format!("offered if {offered}"))));
    lines.extend(way.condition.iter().flat_map(|condition| wrapped(condition)));
    lines.extend(row.seen.map(seen_words));
    lines.join("\n")
}

fn node_style(beat: &Node) -> &'static str {
    match (beat.start, beat.is_end(), beat.moved) {
        (true, _, _) => ", penwidth=3",
        (false, true, _) => ", peripheries=2",
        (false, false, true) => ", style=rounded",
        (false, false, false) => "",
    }
}

/// A quoted text of DOT.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_cannot_end_its_own_quotation() {
        assert_eq!(quoted("a \"b\" \\ c\nd\u{7}"), r#""a \"b\" \\ c\nd ""#);
        assert_eq!(quoted("ends with \\"), r#""ends with \\""#);
    }
}
