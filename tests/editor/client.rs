//! An editor as a client library makes one: it starts the language server and talks to it as an editor does.

use std::ops::ControlFlow;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use async_lsp::lsp_types::notification::{
    DidChangeTextDocument, DidOpenTextDocument, Exit, Initialized, Notification, PublishDiagnostics,
};
use async_lsp::lsp_types::request::{Completion, HoverRequest, Initialize, Request, Shutdown};
use async_lsp::lsp_types::{
    CompletionItem, CompletionResponse, CompletionTextEdit, Diagnostic, HoverContents, InitializeParams,
    InitializeResult, InitializedParams, NumberOrString, Position, PublishDiagnosticsParams, Range, TextEdit,
};
use async_lsp::router::Router;
use async_lsp::{Error, MainLoop, ServerSocket};
use blocking::Unblock;
use futures_lite::future::block_on;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Long enough for a machine that builds something else meanwhile.
pub const PATIENCE: Duration = Duration::from_mins(1);
pub const FILE: &str = "file:///scenarios/small.ron";

pub const SMALL: &str = r#"#![enable(implicit_some)]
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
pub struct Editor {
    pub server: ServerSocket,
    pub child: Child,
    findings: Receiver<PublishDiagnosticsParams>,
    listening: JoinHandle<()>,
    pub able: InitializeResult,
}

/// What the client stops listening at.
pub struct Enough;

/// Parameters as the protocol writes them, read by the client library's own types.
pub fn from<T: DeserializeOwned>(written: Value) -> T {
    serde_json::from_value(written).unwrap()
}

impl Editor {
    pub fn start() -> Self {
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
    pub fn with(text: &str) -> (Self, PublishDiagnosticsParams) {
        let editor = Self::start();
        let findings = editor.open(FILE, text);
        (editor, findings)
    }

    pub fn tell<N: Notification>(&self, params: Value) {
        self.server.notify::<N>(from(params)).unwrap();
    }

    pub fn ask<R: Request>(&self, params: Value) -> Result<R::Result, Error>
    where
        R::Params: DeserializeOwned,
    {
        block_on(self.server.request::<R>(from(params)))
    }

    pub fn open(&self, uri: &str, text: &str) -> PublishDiagnosticsParams {
        self.tell::<DidOpenTextDocument>(
            json!({ "textDocument": { "uri": uri, "languageId": "ron", "version": 1, "text": text } }),
        );
        self.findings()
    }

    pub fn findings(&self) -> PublishDiagnosticsParams {
        self.findings.recv_timeout(PATIENCE).expect("findings")
    }

    /// The findings after the whole text was put in.
    pub fn rewrite(&self, version: i32, text: &str) -> PublishDiagnosticsParams {
        self.tell::<DidChangeTextDocument>(json!({
            "textDocument": { "uri": FILE, "version": version }, "contentChanges": [{ "text": text }],
        }));
        self.findings()
    }

    pub fn completions(&self, position: Position) -> Vec<CompletionItem> {
        match self.ask::<Completion>(at(position)).unwrap().expect("a list") {
            CompletionResponse::List(list) => list.items,
            CompletionResponse::Array(items) => items,
        }
    }

    pub fn hover(&self, position: Position) -> Option<String> {
        let hover = self.ask::<HoverRequest>(at(position)).unwrap()?;
        let HoverContents::Markup(content) = hover.contents else { panic!("no markup") };
        Some(content.value.replace('\\', ""))
    }

    pub fn leave(mut self) -> ExitStatus {
        block_on(self.server.request::<Shutdown>(())).unwrap();
        self.server.notify::<Exit>(()).unwrap();
        let status = self.child.wait().unwrap();
        let _ = self.server.emit(Enough);
        self.listening.join().unwrap();
        status
    }
}

/// A place in the open file, as a question's parameters.
pub fn at(position: Position) -> Value {
    json!({ "textDocument": { "uri": FILE }, "position": position })
}

/// The place of a byte, in lines and UTF-16 units.
pub fn place(text: &str, offset: usize) -> Position {
    let before = &text[..offset];
    let line = before.rsplit('\n').next().unwrap();
    Position::new(before.matches('\n').count().try_into().unwrap(), line.encode_utf16().count().try_into().unwrap())
}

/// The place right after the first `words`.
pub fn after(text: &str, words: &str) -> Position {
    place(text, text.find(words).unwrap_or_else(|| panic!("no {words}")) + words.len())
}

/// The place of `part` within the first `words`.
pub fn range_of(text: &str, words: &str, part: &str) -> Range {
    let start = text.find(words).unwrap() + words.find(part).unwrap();
    Range::new(place(text, start), place(text, start + part.len()))
}

/// The findings that keep the scenario from being played, as the loader numbers them.
pub fn unplayable(told: &PublishDiagnosticsParams) -> Vec<&Diagnostic> {
    let loading = |code: &str| code.starts_with("S0") || code.starts_with("S1");
    let found = told.diagnostics.iter();
    found.filter(|one| matches!(&one.code, Some(NumberOrString::String(code)) if loading(code))).collect()
}

pub fn labels(items: &[CompletionItem]) -> Vec<&str> {
    items.iter().map(|item| item.label.as_str()).collect()
}

/// What a text becomes when an offer is taken.
pub fn taken(text: &str, items: &[CompletionItem], label: &str) -> String {
    let item =
        items.iter().find(|item| item.label == label).unwrap_or_else(|| panic!("no {label}: {:?}", labels(items)));
    let Some(CompletionTextEdit::Edit(edit)) = &item.text_edit else { panic!("no edit") };
    edited(text, std::slice::from_ref(edit))
}

pub fn edited(text: &str, edits: &[TextEdit]) -> String {
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
