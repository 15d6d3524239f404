//! `--fix`: what it writes gives the finding no more, and every other byte stays as it was.

use amends::diag::apply;

use super::findings;
use super::frame::framed;

/// Fixes everything of one code in the framed example, and returns the text; the finding must be gone.
fn fixed(code: &str, example: &str) -> String {
    let text = framed(example);
    let found = findings(&text);
    let fixes: Vec<_> = found.iter().filter(|one| one.code == code).filter_map(|one| one.fix.as_ref()).collect();
    assert!(!fixes.is_empty(), "nothing to fix: {:?}", found.iter().map(|one| one.code).collect::<Vec<_>>());
    let (after, made) = apply(&text, fixes.iter().copied());
    assert_eq!(made, fixes.len());
    assert!(findings(&after).iter().all(|one| one.code != code), "still found in:\n{after}");
    after
}

/// The fix changes `from` to `to`, which stands once, and nothing else.
fn fixes(code: &str, example: &str, from: &str, to: &str) {
    let text = framed(example);
    assert_eq!(text.matches(from).count(), 1, "`{from}` stands once");
    assert_eq!(fixed(code, example), text.replace(from, to));
}

const CHOICE: &str = r#"start: "desk", beats: {
    "desk": ( // a comment that stays
        says: "Where is my parcel?", reveals: ["late"],
        reply: Choose({
            "own": (say: "I'm sorry. What was in it?", shows: {"apology": 2}, because: "It asks.", to: "end"),
            "wait": (say: "It is on its way, please wait.", shows: {"apology": 0}, because: "She has.", to: [(if: Chose("desk/own"), go: "end"), (go: "end")]),
        }),
    ),
    "end": (says: "Good."),
}"#;

fn choice(from: &str, to: &str) -> String {
    assert_eq!(CHOICE.matches(from).count(), 1, "`{from}` stands once");
    CHOICE.replace(from, to)
}

#[test]
fn a_name_that_was_certainly_meant_is_written() {
    fixes("S101", &choice("because: \"It asks.\", to: \"end\"", "because: \"It asks.\", to: \"ende\""), "ende", "end");
    fixes("S101", &choice("reveals: [\"late\"]", "reveals: [\"lite\"]"), "lite", "late");
    fixes("S101", &choice("desk/own", "desk/oen"), "desk/oen", "desk/own");
    fixes("S103", &choice("{\"apology\": 2}", "{\"apologie\": 2}"), "apologie", "apology");
    fixes("S104", r#"customer: (name: "Amina", persona: "analitical")"#, "analitical", "analytical");
    fixes("S001", &choice("says: \"Where", "sais: \"Where"), "sais", "says");
    fixes("S001", "failure: (severity: 2, kind: Economik)", "Economik", "Economic");
}

#[test]
fn where_two_names_are_as_near_nothing_is_written() {
    let text = framed(
        &choice("because: \"It asks.\", to: \"end\"", "because: \"It asks.\", to: \"en\"")
            .replace("\"end\": (says: \"Good.\"),", "\"end\": (says: \"Good.\"), \"ene\": (says: \"Better.\"),"),
    );
    let found = findings(&text);
    let unknown = found.iter().find(|one| one.code == "S101").unwrap();
    assert_eq!(unknown.fix, None);
}

#[test]
fn an_id_that_is_missing_in_several_places_is_left_to_the_author() {
    let fixed = |text: &str| {
        let found = findings(&framed(text));
        assert!(found.iter().any(|one| one.code == "S101"), "{found:?}");
        found.iter().filter(|one| one.code == "S101" && one.fix.is_some()).count()
    };
    // The beat was misspelt, not each way to it.
    assert_eq!(fixed(&choice("\"end\": (says", "\"ende\": (says")), 0);
    assert_eq!(fixed(&choice("because: \"It asks.\", to: \"end\"", "because: \"It asks.\", to: \"ende\"")), 1);
    // Nor is anything written that is no id.
    let none = CHOICE.replace("\"own\": (", "\"Own\": (");
    assert_eq!(fixed(&none), 0);
}

#[test]
fn an_allow_that_is_not_needed_goes_with_its_line() {
    let line = "    // allow: S405 because of nothing\n";
    fixes("S010", &choice("    \"end\": (", &format!("{line}    \"end\": (")), line, "");
}

#[test]
fn a_level_over_its_cap_is_lowered() {
    let example = choice("{\"apology\": 2}", "{\"apology\": /* as good as it gets */ 3}, errors: [\"E2\", \"E10\"]");
    fixes("S202", &example, "gets */ 3", "gets */ 1");
}

#[test]
fn what_nobody_sees_is_taken_out() {
    fixes("S013", &choice("Where is", "Where\u{200b} is"), "\u{200b}", "");
    fixes("S013", &choice("a comment", "a\u{202e} comment"), "\u{202e}", "");
    fixes(
        "S013",
        &choice("says: \"Where", "says:\u{7f} \"Where")
            .replace('\u{7f}', "\u{2060}")
            .replace(":\u{2060} ", ": \u{2060}")
            .replace("\u{2060}\"Where", "\"\u{2060}Where"),
        "\u{2060}",
        "",
    );
}

#[test]
fn what_stands_twice_is_taken_out() {
    fixes(
        "S123",
        &choice("reveals: [\"late\"]", "reveals: [\"late\", /* again */ \"late\"]"),
        "[\"late\", /* again */ \"late\"]",
        "[\"late\", /* again */ ]",
    );
    fixes("S406", &choice("What was in it?", "What was in in it?"), "was in in it", "was in it");
    fixes("S407", &choice("What was in it?", "What was   in it?"), "was   in", "was in");
    fixes("S407", &choice("\"Where is my parcel?\"", "\"Where is my parcel? \""), "parcel? \"", "parcel?\"");
}

#[test]
fn windows_line_ends_stay() {
    let text = framed(&choice("because: \"It asks.\", to: \"end\"", "because: \"It asks.\", to: \"ende\""))
        .replace('\n', "\r\n");
    let found = findings(&text);
    let (after, made) = apply(&text, found.iter().filter_map(|one| one.fix.as_ref()));
    assert_eq!((made, after), (1, text.replace("\"ende\"", "\"end\"")));
}
