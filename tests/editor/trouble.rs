//! Large and hostile texts, and messages that make no sense.

use async_lsp::lsp_types::Diagnostic;
use async_lsp::lsp_types::notification::{Exit, Notification};
use async_lsp::lsp_types::request::{DocumentSymbolRequest, GotoDefinition, HoverRequest, Request, Shutdown};
use async_lsp::{Error, ErrorCode};
use futures_lite::future::block_on;
use serde_json::{Value, json};

use super::client::{Editor, FILE, PATIENCE, SMALL, after, at, place, unplayable};
use crate::program::{amends, err, pool};

#[test]
fn the_shipped_scenario_can_be_worked_on_everywhere() {
    let text = std::fs::read_to_string(pool()).unwrap();
    let (editor, told) = Editor::with(&text);
    assert_eq!(unplayable(&told), Vec::<&Diagnostic>::new());
    for offset in (0..text.len()).step_by(997).filter(|at| text.is_char_boundary(*at)) {
        let position = place(&text, offset);
        editor.completions(position);
        editor.hover(position);
    }
    assert!(editor.leave().success());
}

#[test]
fn huge_deep_and_hostile_texts_are_answered_soon() {
    let (editor, _) = Editor::with("");
    let beat = "\"b\": (says: \"Well?\", reply: Choose({ \"x\": (say: \"Yes.\", to: \"b\") })),";
    let many: String = (0..2_000).map(|at| beat.replace("\"b\"", &format!("\"b{at}\""))).collect();
    for (version, text) in (2..).zip([
        format!("Scenario(start: \"b7\", beats: {{{many}}}"),
        format!("Scenario{}", "(".repeat(100_000)),
        format!("Scenario(to: {}", "Choose({\"a\": ".repeat(5_000)),
        format!("Scenario(says: \"{}", "x\n\"".repeat(50_000)),
        "Scenario(\u{0}\u{202e}\u{feff}\"\\".to_owned(),
        format!("Scenario({}", "/*".repeat(50_000)),
        format!("Scenario({}", "😀\"".repeat(50_000)),
    ]) {
        editor.rewrite(version, &text);
        let started = std::time::Instant::now();
        for offset in [text.len(), text.find("b7\"").map_or(9, |at| at + 1)] {
            let position = place(&text, offset);
            assert!(editor.completions(position).len() <= 500);
            editor.hover(position);
            editor.ask::<GotoDefinition>(at(position)).unwrap();
        }
        editor.ask::<DocumentSymbolRequest>(json!({ "textDocument": { "uri": FILE } })).unwrap();
        assert!(started.elapsed() < PATIENCE, "{version}");
    }
    assert!(editor.leave().success());
}

/// A request the server has never heard of.
enum Weather {}

impl Request for Weather {
    type Params = Value;
    type Result = Value;
    const METHOD: &'static str = "amends/weather";
}

/// A question that does not say where.
enum Nowhere {}

impl Request for Nowhere {
    type Params = Value;
    type Result = Value;
    const METHOD: &'static str = "textDocument/hover";
}

/// A notification that nobody can make sense of.
enum Nonsense {}

impl Notification for Nonsense {
    type Params = Value;
    const METHOD: &'static str = "textDocument/didChange";
}

/// A question taken back.
enum TakenBack {}

impl Notification for TakenBack {
    type Params = Value;
    const METHOD: &'static str = "$/cancelRequest";
}

#[test]
fn what_the_server_does_not_know_is_refused_and_the_talk_goes_on() {
    let (editor, _) = Editor::with(SMALL);
    let code = |answer: Result<Value, Error>| match answer {
        Err(Error::Response(refused)) => refused.code,
        other => panic!("{other:?}"),
    };
    assert_eq!(code(editor.ask::<Weather>(json!({}))), ErrorCode::METHOD_NOT_FOUND);
    assert_eq!(code(editor.ask::<Nowhere>(json!({ "position": "here" }))), ErrorCode::INVALID_PARAMS);
    editor.tell::<Nonsense>(json!({ "contentChanges": 3 }));
    editor.tell::<TakenBack>(json!({ "id": 1 }));
    let unknown = json!({ "textDocument": { "uri": "file:///other.ron" }, "position": { "line": 0, "character": 0 } });
    assert!(editor.ask::<HoverRequest>(unknown).unwrap().is_none());
    assert!(editor.hover(after(SMALL, "persona: \"ana")).is_some());
    assert!(editor.able.capabilities.rename_provider.is_some());
    block_on(editor.server.request::<Shutdown>(())).unwrap();
    assert_eq!(code(editor.ask::<Weather>(json!({}))), ErrorCode::INVALID_REQUEST);
    editor.server.notify::<Exit>(()).unwrap();
    let Editor { mut child, .. } = editor;
    assert!(child.wait().unwrap().success());
}

#[test]
fn an_editor_that_leaves_without_a_word_gets_status_1() {
    let editor = Editor::start();
    editor.server.notify::<Exit>(()).unwrap();
    let Editor { mut child, .. } = editor;
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert_eq!(amends(&["lsp"], "").status.code(), Some(1), "an input that ends at once");
    let garbage = amends(&["lsp"], "Content-Length: 5\r\n\r\n{{{{{");
    assert_eq!(garbage.status.code(), Some(1), "{}", err(&garbage));
    assert!(!err(&garbage).contains("panicked"), "{}", err(&garbage));
}
