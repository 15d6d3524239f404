//! The trainer who has changed something: `amends diff` says what the change means.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use crate::program::{amends, err, out};

/// A new scenario, and beside it the same one changed.
struct Edited {
    _folder: tempfile::TempDir,
    old: PathBuf,
    new: PathBuf,
}

impl Edited {
    /// Every `(from, to)` in turn; each has to be there.
    fn with(edits: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("late-order.ron"), folder.path().join("after.ron"));
        let made = amends(&["new", "--yes", "--out", old.to_str().unwrap()], "");
        assert_eq!(made.status.code(), Some(0), "{}", err(&made));
        let mut text = fs::read_to_string(&old).unwrap();
        for (from, to) in edits {
            assert!(text.contains(from), "`{from}` is not in the new scenario");
            text = text.replace(from, to);
        }
        fs::write(&new, text).unwrap();
        Self { _folder: folder, old, new }
    }

    fn diff(&self, more: &[&str]) -> Output {
        amends(&[&["diff", self.old.to_str().unwrap(), self.new.to_str().unwrap()], more].concat(), "")
    }
}

/// What is told of an edit, with its exit status; what can happen is left out unless it is asked for.
fn told(edits: &[(&str, &str)], more: &[&str]) -> (String, Option<i32>) {
    let ran = Edited::with(edits).diff(more);
    (out(&ran), ran.status.code())
}

const QUICK: [&str; 2] = ["--memory", "0"];

#[test]
fn the_same_in_another_layout_is_the_same() {
    let (text, status) = told(&[], &[]);
    assert_eq!((text.as_str(), status), ("The two mean the same.\n", Some(0)));
    let (text, status) = told(&[("    ", " "), ("// ", "//~ "), ("\n", "\r\n")], &[]);
    assert_eq!((text.as_str(), status), ("The two mean the same.\n", Some(0)));
}

#[test]
fn words_alone_are_counted_and_shown_when_asked_for() {
    let edit = [("Lovely! Could you", "Wonderful! Could you")];
    let (text, status) = told(&edit, &[]);
    assert_eq!(status, Some(1));
    assert!(text.starts_with("Texts: 1\n  (`--verbose` shows them)\n"), "{text}");
    assert!(text.contains("Only words have changed.") && !text.contains("What can happen"), "{text}");
    let (text, _) = told(&edit, &["--verbose"]);
    assert!(text.contains("  reply closing/five-stars say\n    - Lovely! Could you"), "{text}");
    assert!(text.contains("\n    + Wonderful! Could you"), "{text}");
}

#[test]
fn what_is_added_removed_and_renamed_is_told_by_its_id() {
    let added = r#""all-well": (say: "Good to hear. Is there anything else?", shows: {"listening": 2}, to: "end"), "all-good": ("#;
    for (edits, parts) in [
        (vec![("\"all-well\": (", added)], ["Added: 1\n  reply closing/all-good\n", "closing/all-well"]),
        (
            vec![
                ("otherwise: \"no-word\",", "otherwise: \"waits\","),
                (
                    "\"end\": (",
                    "\"waits\": (says: \"Still nothing.\", reply: Choose({\"one\": (say: \"I ring.\", to: \"no-word\"), \"two\": (say: \"Wait.\", to: \"no-word\")})),\n\"end\": (",
                ),
            ],
            ["Added: 1\n  beat waits\n", "beat next-day: otherwise \"no-word\" → \"waits\""],
        ),
        (vec![("\"story\"", "\"tale\"")], ["Renamed: 1\n  beat tale was `story`\n", "1 of them has"]),
        (
            vec![("\"from-the-start\"", "\"tell-me\""), ("hello/from-the-start", "hello/tell-me")],
            ["Renamed: 1\n  reply hello/tell-me was `from-the-start`\n", "start anew"],
        ),
        (vec![("\"moved\"", "\"cause\"")], ["Renamed: 1\n  fact cause was `moved`\n", "start anew"]),
    ] {
        let (text, status) = told(&edits, &QUICK);
        assert_eq!(status, Some(1));
        assert!(parts.iter().all(|part| text.contains(part)), "{parts:?} of {edits:?}:\n{text}");
    }
    // The other way round what was added is removed.
    let edited = Edited::with(&[("\"all-well\": (", added)]);
    let back = Edited { old: edited.new.clone(), new: edited.old.clone(), ..edited };
    assert!(out(&back.diff(&QUICK)).contains("Removed: 1\n  reply closing/all-good\n"));
}

#[test]
fn each_kind_of_change_stands_under_its_heading() {
    for (from, to, parts) in [
        (
            "\"only-two\": (",
            "\"only-two\": (if: Feels(Upset), ",
            "Conditions: 1\n  reply hello/only-two: if nothing → Feels(Upset)",
        ),
        ("{\"listening\": 0}", "{\"listening\": 1}", "Levels: 1\n  reply hello/only-two: listening 0 → 1"),
        ("pays: 20", "pays: 40", "Deeds, skills and errors: 1\n  reply remedy/so-sorry: pays 20 → 40"),
        (
            "by: Days(1), when: \"tomorrow before",
            "by: Days(2), when: \"tomorrow before",
            "Promises: 1\n  promise call: by Days(1) → Days(2)",
        ),
        (
            "reveals: [\"today\", \"no-call\"]",
            "reveals: [\"today\", \"no-call\", \"tonight\"]",
            "Facts: 1\n  beat hello: reveals",
        ),
        (
            "scores: [\"apology\", \"accountability\"]",
            "scores: [\"apology\"]",
            "What is scored: 1\n  beat remedy: scores",
        ),
        (
            "persona: \"expressive\"",
            "persona: \"silent\"",
            "Setting: 1\n  customer: persona \"expressive\" → \"silent\"",
        ),
        (
            "otherwise: \"no-word\"",
            "otherwise: \"closing\"",
            "Where it goes on: 1\n  beat next-day: otherwise \"no-word\" → \"closing\"",
        ),
    ] {
        let (text, status) = told(&[(from, to)], &QUICK);
        assert_eq!(status, Some(1));
        assert!(text.contains(parts), "`{parts}` of `{to}`:\n{text}");
    }
}

#[test]
fn endings_and_scores_that_moved_are_told() {
    let edit = [("fixes: 350", "fixes: 900")];
    let (text, status) = told(&edit, &[]);
    assert_eq!(status, Some(1));
    assert!(text.contains("\nWhat can happen: ") && text.contains("  ReturnsAndRefers: 1."), "{text}");
    assert!(text.contains(" % of the ways → ") && text.contains("  different ways to play it: "), "{text}");
    // The only way to earn anything for an apology at the end is gone, and what was best before is not.
    let (text, _) = told(&[("shows: {\"apology\": 2, \"follow-through\": 3}", "shows: {\"follow-through\": 3}")], &[]);
    assert!(text.contains("Levels: 1\n  reply next-day/ring-now: apology 2 → nothing"), "{text}");
    let (text, _) = told(
        &[("shows: {\"apology\": 0, \"accountability\": 2}", "shows: {\"apology\": 1, \"accountability\": 2}")],
        &["--memory", "1"],
    );
    assert!(text.contains("What can happen: "), "{text}");
}

#[test]
fn a_program_can_read_it() {
    let ran = Edited::with(&[("fixes: 350", "fixes: 900")]).diff(&["--json"]);
    assert_eq!(ran.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&out(&ran)).unwrap();
    assert_eq!(json["structure"]["same_shape"], false);
    let change = &json["structure"]["changes"][0];
    assert_eq!((&change["kind"], &change["at"]), (&"deed".into(), &"reply remedy/van-at-five".into()));
    assert_eq!((&change["before"], &change["after"]), (&"350".into(), &"900".into()));
    assert_eq!(json["ranges"]["exact"], true);
    assert!(json["ranges"]["changes"].as_array().unwrap().iter().any(|one| one["what"] == "ReturnsAndRefers"));
    let same = Edited::with(&[]).diff(&["--json"]);
    let json: serde_json::Value = serde_json::from_str(&out(&same)).unwrap();
    assert_eq!((same.status.code(), &json["structure"]["same_hash"]), (Some(0), &true.into()));
    assert!(json["ranges"].is_null() && json["structure"]["changes"].as_array().unwrap().is_empty());
}

#[test]
fn what_cannot_be_compared_is_told_with_its_side() {
    let edited = Edited::with(&[("to: \"remedy\"", "to: \"remdy\"")]);
    for (old, new) in [(&edited.old, &edited.new), (&edited.new, &edited.old)] {
        let ran = amends(&["diff", old.to_str().unwrap(), new.to_str().unwrap()], "");
        assert_eq!((ran.status.code(), out(&ran).as_str()), (Some(2), ""));
        assert!(err(&ran).contains("remdy") && err(&ran).contains("after.ron` has to be sound"), "{}", err(&ran));
    }
    fs::remove_file(&edited.new).unwrap();
    let gone = edited.diff(&[]);
    assert_eq!(gone.status.code(), Some(2));
    assert!(err(&gone).contains("There is no file") && err(&gone).contains("after.ron"), "{}", err(&gone));
}
