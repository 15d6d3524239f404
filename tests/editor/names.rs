//! What is offered, where a name leads, and what it means: completion, definition, renaming, hover, outline.

use async_lsp::Error;
use async_lsp::lsp_types::request::{DocumentSymbolRequest, GotoDefinition, References, Rename};
use async_lsp::lsp_types::{Diagnostic, DocumentSymbolResponse, GotoDefinitionResponse, Position};
use serde_json::json;

use super::client::{Editor, FILE, SMALL, after, at, edited, labels, place, range_of, taken, unplayable};

#[test]
fn names_are_offered_where_they_can_stand_in_a_text_that_does_not_parse() {
    let (editor, _) = Editor::with("");
    let mut version = 1;
    // What is typed in place of the end of the reply `own`, what is offered there, and what taking an offer makes of it.
    for (typed, some, take, made) in [
        ("to: \"|", &["desk", "end"][..], "end", "to: \"end\""),
        ("to: \"|\"),", &["desk", "end"], "desk", "to: \"desk\"),"),
        ("to: \"de|sk\"),", &["desk", "end"], "end", "to: \"end\"),"),
        ("to: |", &["desk", "end"], "end", "to: \"end\""),
        ("to: [(go: \"|", &["desk", "end"], "end", "to: [(go: \"end\""),
        ("uses: [\"|\"]", &["late"], "late", "uses: [\"late\"]"),
        ("promise: \"c|", &["call"], "call", "promise: \"call\""),
        ("skills: [\"|", &["L1", "C1", "F7"], "L2", "skills: [\"L2\""),
        ("errors: [\"E|", &["E1", "E13"], "E10", "errors: [\"E10\""),
        (
            "shows: {\"apology\": 1, \"|",
            &["listening", "follow-through"],
            "listening",
            "shows: {\"apology\": 1, \"listening\"",
        ),
        ("shows: {\"apology\": |", &["0", "1", "2", "3"], "2", "shows: {\"apology\": 2"),
        ("if: |", &["Knows", "Chose", "AtLeast", "Not"], "Knows", "if: Knows(\"$0\")"),
        ("if: Chose(\"|", &["desk/own", "desk/shrug"], "desk/shrug", "if: Chose(\"desk/shrug\""),
        ("if: All([Knows(\"|", &["late"], "late", "if: All([Knows(\"late\""),
        ("if: AtLeast(|", &["trust", "anger"], "calm", "if: AtLeast(calm"),
        ("if: Feels(|", &["Happy", "Upset"], "Upset", "if: Feels(Upset"),
        ("does: [Pro|", &["ProgressUpdate", "Jargon"], "ProcessChanged", "does: [ProcessChanged"),
        ("pace: |", &["Fast", "Slow"], "Fast", "pace: Fast"),
        ("|", &["to", "say", "shows", "because"], "uses", "uses: [$0],"),
        ("be|cause: \"x\"", &["because"], "because", "because: \"x\""),
    ] {
        version += 1;
        let (before, rest) = SMALL.split_once("say: \"😀 I will find out.\"").unwrap();
        let (_, rest) = rest.split_once('\n').unwrap();
        let text = format!("{before}{typed}\n{rest}");
        let offset = text.find('|').unwrap();
        let text = text.replace('|', "");
        editor.rewrite(version, &text);
        let items = editor.completions(place(&text, offset));
        let offered = labels(&items);
        assert!(some.iter().all(|one| offered.contains(one)), "`{typed}` offers {offered:?}");
        assert!(taken(&text, &items, take).contains(&format!("{before}{made}\n")), "`{typed}` and `{take}`");
        if typed.contains('"') && !typed.starts_with("be") {
            assert!(!offered.contains(&"because"), "`{typed}` offers no fields: {offered:?}");
        }
    }
    assert!(editor.leave().success());
}

#[test]
fn nothing_is_offered_inside_words_for_people_or_comments() {
    let (editor, _) = Editor::with(SMALL);
    assert_eq!(labels(&editor.completions(after(SMALL, "I don't"))), Vec::<&str>::new());
    editor.rewrite(2, &format!("// to: \"\n{SMALL}"));
    assert_eq!(labels(&editor.completions(Position::new(0, 8))), Vec::<&str>::new());
    assert!(editor.leave().success());
}

#[test]
fn words_of_the_whole_file_are_offered_at_its_outer_places() {
    let (editor, _) = Editor::with("Scenario(\n    failure: (kind: ),\n    \n)");
    let outer = editor.completions(Position::new(2, 4));
    assert!(["format", "id", "customer", "outcomes", "beats"].iter().all(|one| labels(&outer).contains(one)));
    assert!(!labels(&outer).contains(&"failure"), "it is there already");
    assert_eq!(labels(&editor.completions(Position::new(1, 20))), ["Economic", "Social"]);
    let text = "Scenario(customer: (persona: \"\"), beats: { \"a\": (channel: , reply: Choose({ \"b\": (to: \"missing\") })), \"\" })";
    editor.rewrite(2, text);
    assert!(labels(&editor.completions(after(text, "persona: \""))).contains(&"loyal-regular"));
    assert!(labels(&editor.completions(after(text, "channel: "))).contains(&"Email"));
    assert_eq!(
        labels(&editor.completions(after(text, "), \""))),
        ["missing"],
        "a beat that is pointed to and not written"
    );
    let text = "Scenario(outcomes: { Passive: \"x\", })";
    editor.rewrite(3, text);
    assert!(labels(&editor.completions(after(text, "\"x\", "))).contains(&"GoesPublic"));
    assert!(editor.leave().success());
}

#[test]
fn a_name_leads_to_where_it_is_given_and_used() {
    let (editor, _) = Editor::with(SMALL);
    let goes = |words: &str| match editor.ask::<GotoDefinition>(at(after(SMALL, words))).unwrap() {
        Some(GotoDefinitionResponse::Scalar(location)) => Some(location.range),
        Some(other) => panic!("{other:?}"),
        None => None,
    };
    let desk = range_of(SMALL, "\"desk\": (", "desk");
    assert_eq!(goes("start: \"de"), Some(desk));
    assert_eq!(goes("to: \"e"), Some(range_of(SMALL, "\"end\": (", "end")));
    assert_eq!(goes("reveals: [\"la"), Some(range_of(SMALL, "\"late\": (", "late")));
    assert_eq!(goes("promise: \"ca"), Some(range_of(SMALL, "\"call\": (", "call")));
    assert_eq!(goes("Chose(\"de"), Some(desk));
    assert_eq!(goes("Chose(\"desk/ow"), Some(range_of(SMALL, "\"own\": (", "own")));
    assert_eq!(goes("says: \"Whe"), None);
    let mut asked = at(after(SMALL, "\"own"));
    asked["context"] = json!({ "includeDeclaration": true });
    let found = editor.ask::<References>(asked).unwrap().unwrap();
    let own = [range_of(SMALL, "\"own\": (", "own"), range_of(SMALL, "desk/own", "own")];
    assert_eq!(found.iter().map(|one| one.range).collect::<Vec<_>>(), own);
    assert!(editor.leave().success());
}

#[test]
fn a_renamed_beat_is_renamed_everywhere_and_the_scenario_stays_sound() {
    let (editor, _) = Editor::with(SMALL);
    let rename = |words: &str, to: &str| {
        let mut asked = at(after(SMALL, words));
        asked["newName"] = to.into();
        editor.ask::<Rename>(asked)
    };
    let edits = rename("start: \"de", "front").unwrap().unwrap().changes.unwrap().into_values().next().unwrap();
    let text = edited(SMALL, &edits);
    assert!(!text.contains("desk\"") && text.contains("Chose(\"front/own\")") && text.contains("\"front\": ("));
    assert_eq!(unplayable(&editor.rewrite(2, &text)), Vec::<&Diagnostic>::new());
    for (words, to, why) in [
        ("start: \"fr", "end", "taken already"),
        ("start: \"fr", "Front Desk", "no id"),
        ("\"accountab", "x", "can be changed"),
    ] {
        let mut asked = at(after(&text, words));
        asked["newName"] = to.into();
        let Err(Error::Response(refused)) = editor.ask::<Rename>(asked) else { panic!("`{to}` is not refused") };
        assert!(refused.message.contains(why), "{}", refused.message);
    }
    assert!(editor.leave().success());
}

#[test]
fn hovering_tells_what_is_meant() {
    let (editor, _) = Editor::with(SMALL);
    for (words, parts) in [
        ("\"accountability\": 2", &["Accountability 2 · Competent", "You make the problem yours"][..]),
        ("shows: {\"accountab", &["Accountability", "see through", "Exemplary"]),
        ("skills: [\"C1", &["C1 · Owns the problem", "Accountability"]),
        ("errors: [\"E2", &["Blame put on", "Apology reaches 1 (Weak) at most."]),
        ("persona: \"ana", &["Analytical", "Wants facts"]),
        ("to: \"en", &["beat end", "Thank you.", "Led to by desk/own, desk/shrug."]),
        ("\"desk", &["beat desk", "Where is my *parcel*? 😀 I paid.", "the start"]),
        ("reveals: [\"la", &["fact late", "the parcel is late"]),
        ("promise: \"ca", &["promise call", "call back", "Owner: you."]),
        ("Chose(\"desk/ow", &["reply desk/own", "😀 I will find out.", "Shows accountability 2."]),
        ("does: [Progress", &["ProgressUpdate", "News on how things stand."]),
        ("rev", &["reveals", "Facts that become known here."]),
        ("kind: Econ", &["Economic", "Money, product or time."]),
        ("if: Kno", &["Knows", "The fact has been revealed."]),
    ] {
        let tip = editor.hover(after(SMALL, words)).unwrap_or_else(|| panic!("nothing at `{words}`"));
        assert!(parts.iter().all(|part| tip.contains(part)), "`{words}`: {tip}");
    }
    assert_eq!(editor.hover(after(SMALL, "says: \"Where")), None);
    assert!(editor.leave().success());
}

#[test]
fn the_outline_lists_beats_with_their_replies() {
    let (editor, _) = Editor::with(SMALL);
    let asked = json!({ "textDocument": { "uri": FILE } });
    let Some(DocumentSymbolResponse::Nested(symbols)) = editor.ask::<DocumentSymbolRequest>(asked).unwrap() else {
        panic!("no outline")
    };
    assert_eq!(symbols.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["late", "call", "desk", "end"]);
    let desk = &symbols[2];
    assert_eq!(desk.detail.as_deref(), Some("Where is my *parcel*? 😀 I paid."));
    let replies: Vec<_> = desk.children.iter().flatten().map(|one| one.name.as_str()).collect();
    assert_eq!(replies, ["own", "shrug"]);
    assert!(
        symbols
            .iter()
            .all(|one| { one.range.start <= one.selection_range.start && one.selection_range.end <= one.range.end })
    );
    assert!(editor.leave().success());
}
