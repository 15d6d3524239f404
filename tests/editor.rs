//! The editor: the language server driven over its standard input and output by a client library, as an editor drives it.

use std::ops::ControlFlow;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use async_lsp::lsp_types::notification::{
    DidChangeTextDocument, DidOpenTextDocument, Exit, Initialized, Notification, PublishDiagnostics,
};
use async_lsp::lsp_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, Formatting, GotoDefinition, HoverRequest, Initialize,
    References, Rename, Request, Shutdown,
};
use async_lsp::lsp_types::{
    CodeActionOrCommand, CompletionItem, CompletionResponse, CompletionTextEdit, Diagnostic, DiagnosticSeverity,
    DocumentSymbolResponse, GotoDefinitionResponse, HoverContents, InitializeParams, InitializeResult,
    InitializedParams, NumberOrString, Position, PublishDiagnosticsParams, Range, TextEdit,
};
use async_lsp::router::Router;
use async_lsp::{Error, ErrorCode, MainLoop, ServerSocket};
use blocking::Unblock;
use futures_lite::future::block_on;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use amends::diag::Source;
use amends::scenario::{Rules, load};

use crate::program::{amends, err, out, pool, root};

/// Long enough for a machine that builds something else meanwhile.
const PATIENCE: Duration = Duration::from_mins(1);
const FILE: &str = "file:///scenarios/small.ron";

const SMALL: &str = r#"#![enable(implicit_some)]
Scenario(
    format: 1, id: "small", title: "A small one", sector: "test", language: "en",
    role: "You are at the desk.",
    customer: (name: "Amina", persona: "analytical"),
    failure: (severity: 1, kind: Economic),
    facts: {
        "late": (text: "the parcel is late", root_cause: true),
    },
    promises: {
        "call": (what: "call back", owner: "you", by: Days(1)),
    },
    start: "desk",
    beats: {
        "desk": (
            says: "Where is my *parcel*? 😀 I paid.", reveals: ["late"],
            reply: Choose({
                "own": (say: "😀 I will find out.", shows: {"accountability": 2}, skills: ["C1"], does: [ProgressUpdate], promise: "call", to: "end"),
                "shrug": (say: "I don't know.", shows: {"accountability": 0}, errors: ["E2"], to: [(if: Knows("late"), go: "end"), (go: "end")]),
            }),
        ),
        "end": (says: [(if: Chose("desk/own"), text: "Thank you."), (text: "All right.")]),
    },
    outcomes: { ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e" },
)
"#;

/// An editor with the server it started.
struct Editor {
    server: ServerSocket,
    child: Child,
    findings: Receiver<PublishDiagnosticsParams>,
    listening: JoinHandle<()>,
    able: InitializeResult,
}

/// What the client stops listening at.
struct Enough;

/// Parameters as the protocol writes them, read by the client library's own types.
fn from<T: DeserializeOwned>(written: Value) -> T {
    serde_json::from_value(written).unwrap()
}

impl Editor {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_amends"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (heard, findings) = channel();
        let (client, server) = MainLoop::new_client(|_| {
            let mut router = Router::new(heard);
            router
                .notification::<PublishDiagnostics>(|heard, told| {
                    let _ = heard.send(told);
                    ControlFlow::Continue(())
                })
                .event(|_, _: Enough| ControlFlow::Break(Ok(())));
            router
        });
        let (reads, writes) = (Unblock::new(child.stdout.take().unwrap()), Unblock::new(child.stdin.take().unwrap()));
        let listening = std::thread::spawn(move || {
            // The server closes its output when it leaves, which the client takes for an error.
            let _ = block_on(client.run_buffered(reads, writes));
        });
        let hello = json!({ "processId": null, "rootUri": null, "capabilities": { "textDocument": {
            "completion": { "completionItem": { "snippetSupport": true } },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
        } } });
        let able = block_on(server.request::<Initialize>(from::<InitializeParams>(hello))).unwrap();
        server.notify::<Initialized>(InitializedParams {}).unwrap();
        Self { server, child, findings, listening, able }
    }

    /// An editor in which a text is open, and the findings about it.
    fn with(text: &str) -> (Self, PublishDiagnosticsParams) {
        let editor = Self::start();
        let findings = editor.open(FILE, text);
        (editor, findings)
    }

    fn tell<N: Notification>(&self, params: Value) {
        self.server.notify::<N>(from(params)).unwrap();
    }

    fn ask<R: Request>(&self, params: Value) -> Result<R::Result, Error>
    where
        R::Params: DeserializeOwned,
    {
        block_on(self.server.request::<R>(from(params)))
    }

    fn open(&self, uri: &str, text: &str) -> PublishDiagnosticsParams {
        self.tell::<DidOpenTextDocument>(
            json!({ "textDocument": { "uri": uri, "languageId": "ron", "version": 1, "text": text } }),
        );
        self.findings()
    }

    fn findings(&self) -> PublishDiagnosticsParams {
        self.findings.recv_timeout(PATIENCE).expect("findings")
    }

    /// The findings after the whole text was put in.
    fn rewrite(&self, version: i32, text: &str) -> PublishDiagnosticsParams {
        self.tell::<DidChangeTextDocument>(json!({
            "textDocument": { "uri": FILE, "version": version }, "contentChanges": [{ "text": text }],
        }));
        self.findings()
    }

    fn completions(&self, position: Position) -> Vec<CompletionItem> {
        match self.ask::<Completion>(at(position)).unwrap().expect("a list") {
            CompletionResponse::List(list) => list.items,
            CompletionResponse::Array(items) => items,
        }
    }

    fn hover(&self, position: Position) -> Option<String> {
        let hover = self.ask::<HoverRequest>(at(position)).unwrap()?;
        let HoverContents::Markup(content) = hover.contents else { panic!("no markup") };
        Some(content.value.replace('\\', ""))
    }

    fn leave(mut self) -> ExitStatus {
        block_on(self.server.request::<Shutdown>(())).unwrap();
        self.server.notify::<Exit>(()).unwrap();
        let status = self.child.wait().unwrap();
        let _ = self.server.emit(Enough);
        self.listening.join().unwrap();
        status
    }
}

/// A place in the open file, as a question's parameters.
fn at(position: Position) -> Value {
    json!({ "textDocument": { "uri": FILE }, "position": position })
}

/// The place of a byte, in lines and UTF-16 units.
fn place(text: &str, offset: usize) -> Position {
    let before = &text[..offset];
    let line = before.rsplit('\n').next().unwrap();
    Position::new(before.matches('\n').count().try_into().unwrap(), line.encode_utf16().count().try_into().unwrap())
}

/// The place right after the first `words`.
fn after(text: &str, words: &str) -> Position {
    place(text, text.find(words).unwrap_or_else(|| panic!("no {words}")) + words.len())
}

/// The place of `part` within the first `words`.
fn range_of(text: &str, words: &str, part: &str) -> Range {
    let start = text.find(words).unwrap() + words.find(part).unwrap();
    Range::new(place(text, start), place(text, start + part.len()))
}

/// The findings that keep the scenario from being played, as the loader numbers them.
fn unplayable(told: &PublishDiagnosticsParams) -> Vec<&Diagnostic> {
    let loading = |code: &str| code.starts_with("S0") || code.starts_with("S1");
    let found = told.diagnostics.iter();
    found.filter(|one| matches!(&one.code, Some(NumberOrString::String(code)) if loading(code))).collect()
}

fn labels(items: &[CompletionItem]) -> Vec<&str> {
    items.iter().map(|item| item.label.as_str()).collect()
}

/// What a text becomes when an offer is taken.
fn taken(text: &str, items: &[CompletionItem], label: &str) -> String {
    let item =
        items.iter().find(|item| item.label == label).unwrap_or_else(|| panic!("no {label}: {:?}", labels(items)));
    let Some(CompletionTextEdit::Edit(edit)) = &item.text_edit else { panic!("no edit") };
    edited(text, std::slice::from_ref(edit))
}

fn edited(text: &str, edits: &[TextEdit]) -> String {
    let offset = |position: Position| {
        (0..=text.len()).find(|at| text.is_char_boundary(*at) && place(text, *at) == position).unwrap()
    };
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
    edits.iter().fold(text.to_owned(), |mut text, edit| {
        text.replace_range(offset(edit.range.start)..offset(edit.range.end), &edit.new_text);
        text
    })
}

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

#[test]
fn the_schema_names_what_a_scenario_holds() {
    let schema: Value = serde_json::from_str(&out(&amends(&["schema"], ""))).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.schema.json");
    assert!(amends(&["schema", "--out", file.to_str().unwrap()], "").status.success());
    assert_eq!(serde_json::from_str::<Value>(&std::fs::read_to_string(&file).unwrap()).unwrap(), schema);
    assert_eq!(amends(&["schema", "--out", "nowhere/at/all.json"], "").status.code(), Some(2));
    assert_eq!(schema["properties"]["beats"]["description"], "Every turn of the conversation.");
    let text = std::fs::read_to_string(pool()).unwrap();
    let scenario = load(&Source::new("heated-pool.ron", text), &Rules::builtin()).unwrap();
    let sound = serde_json::to_value(&*scenario).unwrap();
    assert_eq!(against(&schema, &schema, &sound, "pool"), Vec::<String>::new());
    for (place, wrong) in [
        ("/beats/desk/says", json!(3)),
        ("/beats/desk/reply", json!({ "Chose": {} })),
        ("/customer", json!({ "name": "Achieng", "persona": "analytical", "shoes": "red" })),
        ("/failure/kind", json!("Ekonomic")),
        ("/facts/advert", json!({ "root_cause": true })),
        ("/may", json!("everything")),
    ] {
        let mut broken = sound.clone();
        *broken.pointer_mut(place).unwrap() = wrong;
        assert!(!against(&schema, &schema, &broken, "pool").is_empty(), "{place}");
    }
}

/// Where a value does not fit a schema, by the words of JSON Schema that ours is made of.
fn against(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let fits = |schema: &Value| against(root, schema, value, place).is_empty();
    let mut wrong = Vec::new();
    for (word, says) in schema.as_object().into_iter().flatten() {
        let holds = match word.as_str() {
            "$ref" => fits(root.pointer(says.as_str().unwrap().trim_start_matches('#')).unwrap()),
            "anyOf" => says.as_array().unwrap().iter().any(fits),
            "allOf" => says.as_array().unwrap().iter().all(fits),
            "oneOf" => says.as_array().unwrap().iter().filter(|one| fits(one)).count() == 1,
            "const" => value == says,
            "enum" => says.as_array().unwrap().contains(value),
            "type" => {
                let is = |kind: &Value| match kind.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64(),
                    "null" => value.is_null(),
                    other => panic!("{other}"),
                };
                says.as_array().map_or_else(|| is(says), |kinds| kinds.iter().any(is))
            }
            "required" => says.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "minimum" => value.as_i64().is_none_or(|value| value >= says.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|value| value <= says.as_i64().unwrap()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= says.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= says.as_u64().unwrap()),
            "items" | "prefixItems" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    let says = if says.is_array() { &says[at] } else { says };
                    wrong.extend(against(root, says, item, &format!("{place}/{at}")));
                }
                true
            }
            "properties" | "additionalProperties" => {
                for (name, item) in value.as_object().into_iter().flatten() {
                    let field = &schema["properties"][name];
                    let place = format!("{place}/{name}");
                    match (word.as_str(), field) {
                        ("properties", Value::Null) => {}
                        ("properties", field) => wrong.extend(against(root, field, item, &place)),
                        (_, Value::Null) if *says == Value::Bool(false) => wrong.push(place),
                        (_, Value::Null) => wrong.extend(against(root, says, item, &place)),
                        _ => {}
                    }
                }
                true
            }
            "$schema" | "$defs" | "title" | "description" | "default" | "format" | "pattern" => true,
            other => panic!("the schema has a word this test does not know: {other}"),
        };
        if !holds {
            wrong.push(format!("{place}: {word}"));
        }
    }
    wrong
}

#[test]
fn the_settings_for_editors_can_be_read_and_stand_in_the_page_about_them() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let page = read("docs/editors.md");
    let extension: Value = serde_json::from_str(&read("editors/vscode/package.json")).unwrap();
    serde_json::from_str::<Value>(&read("editors/vscode/language-configuration.json")).unwrap();
    let program = read("editors/vscode/extension.js");
    for setting in extension["contributes"]["configuration"]["properties"].as_object().unwrap().keys() {
        assert!(page.contains(&format!("`{setting}`")), "{setting}");
        assert!(program.contains(&format!("settings.get(\"{}\")", setting.trim_start_matches("amends."))), "{setting}");
    }
    let helix = read("editors/helix/languages.toml");
    let settings = helix.split_once("\n\n").unwrap().1;
    assert!(page.contains(&format!("```toml\n{settings}```")), "the page says something else than the file");
}
