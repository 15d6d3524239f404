//! Files that are too large to keep: ten thousand beats, a line of megabytes, brackets within brackets by the thousand.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use super::{findings, folder};

/// Rules that only a file of this size can show; the tests below do.
pub const TOO_LARGE_TO_KEEP: [&str; 2] = ["S126", "S511"];

/// A small scenario of the folder, which has a beat called `goodbye`, with `from` replaced by `to`.
fn edited(from: &str, to: &str) -> String {
    let text = fs::read_to_string(folder().join("called-something-other-than-its-file.ron")).unwrap();
    assert_eq!(text.matches(from).count(), 1, "`{from}` stands there once");
    text.replace(from, to)
}

const END: &str = "        \"end\": (\n            phase: After,\n";

/// The codes found, and the first sentence.
fn summary(text: &str) -> (BTreeSet<&'static str>, String) {
    let found = findings("half-an-order", text.as_bytes());
    let first = found.first().map(|finding| finding.title.clone()).unwrap_or_default();
    (found.iter().map(|finding| finding.code).collect(), first)
}

/// Beats in a row, each with two replies that lead to what `next` says.
fn beats(count: usize, next: impl Fn(usize) -> String) -> String {
    let mut beats = String::new();
    for beat in 0..count {
        let next = next(beat);
        writeln!(
            beats,
            "\"b{beat}\": (says: \"Yes, number {beat}?\", reply: Choose({{\
             \"l\": (say: \"Left.\", shows: {{\"listening\": 2}}, because: \"It asks.\", to: \"{next}\"), \
             \"r\": (say: \"Right.\", shows: {{\"listening\": 0}}, because: \"It does not.\", to: \"{next}\")}})),"
        )
        .unwrap();
    }
    beats + END
}

#[test]
fn ten_thousand_beats_with_a_way_to_nowhere_are_counted_and_not_all_listed() {
    let text = edited(END, &beats(10_000, |beat| format!("c{beat}")));
    let found = findings("half-an-order", text.as_bytes());
    let errors = found.iter().filter(|finding| finding.code == "S101").count();
    assert_eq!(errors, 1_000);
    let more = found.iter().find(|finding| finding.code == "S126").unwrap();
    assert_eq!(more.title, "there are 19000 more findings");
}

#[test]
fn a_conversation_too_long_to_look_at_every_state_says_so() {
    let next = |beat: usize| if beat + 1 < 6_000 { format!("b{}", beat + 1) } else { "end".into() };
    let text = edited(END, &beats(6_000, next)).replace("to: \"end\",", "to: \"b0\",");
    let found = findings("half-an-order", text.as_bytes());
    assert!(found.iter().any(|finding| finding.code == "S511"), "{:?}", summary(&text));
    assert!(found.iter().all(|finding| finding.help.is_some()));
}

#[test]
fn a_text_of_a_megabyte_and_a_line_of_several_are_told_in_a_few_words() {
    let long = "It is late. ".repeat(100_000);
    let text = edited("Changes by telephone go into the book from today.", &long);
    let found = findings("half-an-order", text.as_bytes());
    let shown = super::told(&found);
    assert!(!found.is_empty() && shown.len() < 20_000, "{} bytes about {} findings", shown.len(), found.len());
    let one_line = text.replace(['\n', '\r'], " ").replace("start:", "strat:");
    let shown = super::told(&findings("half-an-order", one_line.as_bytes()));
    assert!(shown.contains("Did you mean `start`?") && shown.len() < 2_000, "{}", &shown[..shown.len().min(2_000)]);
}

#[test]
fn brackets_within_brackets_by_the_thousand_are_one_finding() {
    for (open, close) in [
        ("Not(", ")"),
        ("All([", "])"),
        ("Any([Not(", ")])"),
        ("(", ")"),
        ("[", "]"),
        ("{\"a\": ", "}"),
        ("Some(", ")"),
        ("(if: ", ")"),
        ("/*", "*/"),
    ] {
        for depth in [200, 1_000, 20_000] {
            for closed in [0, depth / 2, depth] {
                let deep = format!("{}Knows(\"late\"){}", open.repeat(depth), close.repeat(closed));
                let text = edited("Understood(2)", &deep);
                let found = findings("half-an-order", text.as_bytes());
                let titles: Vec<_> = found.iter().map(|finding| finding.title.as_str()).collect();
                assert_eq!(titles.len(), 1, "{open} {depth} deep, {closed} closed: {titles:#?}");
                // Notes within notes are followed without recursion.
                let why = if open == "/*" { "" } else { "nested too deeply" };
                assert!(titles[0].contains(why), "{open} {depth} deep, {closed} closed: {titles:#?}");
            }
        }
    }
}
