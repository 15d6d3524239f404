//! The short way and the long one read the same scenario, whatever is done to its text.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::scenario::{Condition, Scenario, options};

/// A scenario with everything in it that is read here.
const EVERYTHING: &str = r#"#![enable(implicit_some)]
// A note.
Scenario(
    format: 1, id: "a", title: "T", sector: "s", language: "en", role: "R.\nAlone.", // Another.
    customer: (name: "N\"", persona: "p", portrait: (hair: "braids", skin: 5), start: (trust: 40)),
    failure: (severity: 2, kind: Economic, locus: 1000, future: true),
    forms: {"f": (about: "x", channels: {FaceToFace: Phone}, says: {"b": AnyOf(["u", "v"])})},
    facts: {"f": (text: "t", root_cause: true)},
    promises: {"p": (what: "w", owner: "o", by: Minutes(15))},
    start: "b",
    beats: {
        "b": (
            phase: During, says: [(if: All([Knows("f"), Not(AtLeast(trust, -3))]), text: "x"), (text: AnyOf(["y"]))],
            reveals: ["f",], waits: (time: Days(2), explained: true),
            reply: Choose({
                "r": (
                    say: "S\\", shows: {"listening": 3}, apology: (parts: [Repair], empathy: true), pays: 10,
                    does: [Explanation, ], moves: (calm: -20), to: [(if: Chose("b/r"), go: "p"), (go: "e")],
                ),
            }),
        ),
        "p": (scene: "c", reply: Paraphrase(about: ["f"], decoys: ["d", "e"], to: "o",), timer: 30, silence: (to: "e")),
        "o": (says: "x", reply: Commit(offers: {"w": (promise: "p", say: "s", to: "e")}), due: "p"),
        "e": (says: "x"),
    },
    outcomes: {Passive: "x", Complains: "y"},
)
"#;

/// What is put into a text to break it, or to write it another way.
const PIECES: [&str; 36] = [
    "",
    " ",
    "\n",
    "\r",
    ",",
    ":",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "\\",
    "\\n",
    "\\t",
    "//",
    "/*",
    "*/",
    "-",
    "+",
    "0",
    "_",
    ".",
    "0x1",
    "r",
    "r#",
    "'",
    "é",
    "\u{2028}",
    "AnyOf",
    "Some",
    "None",
    "()",
    "true",
    "#![enable(implicit_some)]",
];

/// The same scenario from both readers, where the short way knows the text.
fn read_alike(text: &str) -> Option<Scenario> {
    let scenario = read::<Scenario>(text).ok()?;
    assert_eq!(options().from_str(text).as_ref(), Ok(&scenario), "{text}");
    Some(scenario)
}

#[test]
fn scenarios_are_read_here_and_as_ron_reads_them() {
    let shipped = [
        include_str!("../../../scenarios/heated-pool.ron"),
        include_str!("../../../scenarios/waiting-room.ron"),
        include_str!("../../../scenarios/friday-call.ron"),
        include_str!("../../../scenarios/forty-taps.ron"),
    ];
    for text in [EVERYTHING, &EVERYTHING.replace('\n', "\r\n")].into_iter().chain(shipped) {
        assert!(read_alike(text).is_some(), "{text}");
    }
}

#[test]
fn what_is_written_another_way_is_left_to_ron() {
    let numbers = |text| (read::<Vec<Option<u8>>>(text), options().from_str::<Vec<Option<u8>>>(text).is_ok());
    assert_eq!(numbers("[1, 2] // A note."), (Ok(vec![Some(1), Some(2)]), true));
    for text in [
        "[Some(1)]",
        "[None]",
        "[0x1]",
        "[1_0]",
        "[+1]",
        "[1u8]",
        "/* A note. */ [1]",
        "#![enable(unwrap_newtypes)] [1]",
    ] {
        assert_eq!(numbers(text), (Err(Unlike), true), "{text}");
    }
    for text in ["", "[", "[1", "[1 2]", "[1,,]", "[-1]", "[256]", "[1.5]", "[1] 2", "[1)", "[\"1\"]", "[a]"] {
        assert_eq!(numbers(text), (Err(Unlike), false), "{text}");
    }
    for text in [r##"r#"raw"#"##, r#""\t""#, r#""\u{e9}""#, r#""\x41""#] {
        assert_eq!((read::<String>(text), options().from_str::<String>(text).is_ok()), (Err(Unlike), true), "{text}");
    }
}

#[test]
fn brackets_are_followed_only_so_deep() {
    let deep = |depth: usize| {
        let text = format!("{}Knows(\"f\"){}", "Not(".repeat(depth), ")".repeat(depth));
        (read::<Condition>(&text).is_ok(), options().from_str::<Condition>(&text).is_ok())
    };
    assert_eq!([5, 30, 100_000].map(deep), [(true, true), (false, true), (false, false)]);
}

/// Places in the text, how many bytes are taken out there, and what is put in.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, &'static str)>> {
    vec((0..EVERYTHING.len(), 0..4_usize, proptest::sample::select(&PIECES[..])), 1..4)
}

proptest! {
    #[test]
    fn whatever_is_changed_is_read_as_ron_reads_it(edits in edits()) {
        let mut text = EVERYTHING.to_owned();
        for (at, length, piece) in edits {
            let start = text.floor_char_boundary(at);
            let end = text.floor_char_boundary(start + length).max(start);
            text.replace_range(start..end, piece);
        }
        read_alike(&text);
    }
}
