//! What an editor is told while somebody types, and what it puts right.

use async_lsp::lsp_types::notification::DidChangeTextDocument;
use async_lsp::lsp_types::request::{CodeActionRequest, Formatting};
use async_lsp::lsp_types::{CodeActionOrCommand, DiagnosticSeverity, NumberOrString, Position, Range};
use serde_json::{Value, json};

use super::client::{Editor, FILE, SMALL, edited, range_of, unplayable};
use crate::program::root;

#[test]
fn findings_come_with_their_places_while_somebody_types_and_go_when_all_is_well() {
    let broken = SMALL.replace("promise: \"call\"", "promise: \"cal\"");
    let (editor, told) = Editor::with(&broken);
    assert_eq!(unplayable(&told).len(), 1, "{told:#?}");
    let finding = unplayable(&told)[0];
    assert_eq!(finding.severity, Some(DiagnosticSeverity::ERROR));
    // The line holds a smiling face, which is two units, before the place.
    assert_eq!(finding.range, range_of(&broken, "promise: \"cal\"", "\"cal\""));
    assert!(finding.message.contains("no promise `cal`") && finding.message.contains("Did you mean `call`?"));
    assert!(matches!(&finding.code, Some(NumberOrString::String(code)) if code.starts_with('S')));
    assert_eq!(finding.source.as_deref(), Some("amends"));
    // Somebody types the missing letter.
    let end = Position::new(finding.range.end.line, finding.range.end.character - 1);
    editor.tell::<DidChangeTextDocument>(json!({
        "textDocument": { "uri": FILE, "version": 2 },
        "contentChanges": [{ "range": { "start": end, "end": end }, "text": "l" }],
    }));
    let told = editor.findings();
    assert_eq!((unplayable(&told).len(), told.version), (0, Some(2)));
    let weak = told.diagnostics.iter().any(|finding| finding.severity == Some(DiagnosticSeverity::WARNING));
    assert!(weak, "what is weak is told as well");
    assert!(editor.leave().success());
}

#[test]
fn every_line_end_and_a_file_cut_off_anywhere_are_placed_inside_the_text() {
    let (editor, _) = Editor::with("");
    let windows = SMALL.replace("\"late\"]", "\"lte\"]").replace('\n', "\r\n");
    let told = editor.rewrite(2, &windows);
    assert_eq!(unplayable(&told)[0].range, range_of(&windows, "[\"lte\"]", "\"lte\""));
    let lines: Vec<&str> = SMALL.split('\n').collect();
    for (version, end) in (3..).zip((60..SMALL.len()).step_by(131)) {
        let cut = &SMALL[..SMALL.floor_char_boundary(end)];
        let told = editor.rewrite(version, cut);
        assert!(!told.diagnostics.is_empty(), "{cut}");
        for finding in &told.diagnostics {
            let line = lines[finding.range.end.line as usize].encode_utf16().count();
            assert!(finding.range.start <= finding.range.end && finding.range.end.character as usize <= line);
        }
    }
    assert!(editor.leave().success());
}

#[test]
fn other_ron_files_are_left_alone() {
    let (editor, told) = Editor::with("Rubric(levels: (");
    assert!(told.diagnostics.is_empty(), "{told:#?}");
    let personas = std::fs::read_to_string(root().join("assets/personas.ron")).unwrap();
    assert!(editor.rewrite(2, &personas).diagnostics.is_empty());
    assert!(editor.leave().success());
}

#[test]
fn what_is_certain_is_put_right_by_the_editor() {
    let broken = SMALL.replace("promise: \"call\"", "promise: \"cal\"");
    let (editor, told) = Editor::with(&broken);
    let ask = |range: Range, only: Value| {
        let mut context = json!({ "diagnostics": [] });
        if only.is_array() {
            context["only"] = only;
        }
        let asked = json!({ "textDocument": { "uri": FILE }, "range": range, "context": context });
        editor.ask::<CodeActionRequest>(asked).unwrap().unwrap()
    };
    let range = unplayable(&told)[0].range;
    let [CodeActionOrCommand::CodeAction(action)] = &ask(range, Value::Null)[..] else { panic!("one action") };
    assert_eq!(action.title, "Write `call`");
    let edits = action.edit.clone().unwrap().changes.unwrap().into_values().next().unwrap();
    assert_eq!(edited(&broken, &edits), SMALL);
    assert_eq!(ask(range, json!(["quickfix"])).len(), 1);
    assert_eq!(ask(range, json!(["refactor"])).len(), 0);
    assert_eq!(ask(Range::new(Position::new(0, 0), Position::new(0, 1)), Value::Null).len(), 0);
    assert!(editor.leave().success());
}

#[test]
fn a_text_is_laid_out_with_one_change() {
    let untidy = SMALL.replace("        \"end\": (says:", "   \"end\"   : (   says:");
    let (editor, _) = Editor::with(SMALL);
    let format = |version, text: &str| {
        editor.rewrite(version, text);
        let asked = json!({ "textDocument": { "uri": FILE }, "options": { "tabSize": 4, "insertSpaces": true } });
        edited(text, &editor.ask::<Formatting>(asked).unwrap().unwrap_or_default())
    };
    let tidy = format(2, SMALL);
    assert_eq!(format(3, &untidy), tidy);
    assert_eq!(format(4, &tidy), tidy);
    assert_eq!(format(5, "Scenario(title: \"😀\",   id: \"é\")"), format(6, "Scenario(title: \"😀\", id: \"é\" )"));
    assert_eq!(format(7, "Scenario(  id: "), "Scenario(  id: ", "what cannot be read is left alone");
    assert!(editor.leave().success());
}
