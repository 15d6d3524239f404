//! The conversation with the editor, from the first message to the last: beginning, documents, end. What is asked in between is
//! answered in `requests`.

use std::collections::{BTreeMap, BTreeSet};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, Exit, Notification as _, PublishDiagnostics,
};
use lsp_types::request::{Initialize, Request as _, Shutdown};
use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, InitializeParams,
    InitializeResult, PublishDiagnosticsParams, ServerInfo, Uri,
};
use serde::de::DeserializeOwned;

use super::Client;
use super::document::Document;
use super::findings::published;
use super::grammar::Grammar;
use super::requests::{answer, capabilities};
use crate::scenario::Rules;

/// How the conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The editor said that it was over, and then left.
    Properly,
    /// The editor left without a word.
    Abruptly,
}

/// What is open in the editor, and by what it is judged.
pub(super) struct Desk {
    pub documents: BTreeMap<Uri, Document>,
    pub rules: Rules,
    pub grammar: Grammar,
    pub client: Client,
}

/// Where the conversation stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Before,
    During,
    After,
}

struct Server<'c> {
    connection: &'c Connection,
    desk: Desk,
    stage: Stage,
    /// Texts that changed since their findings were told.
    changed: BTreeSet<Uri>,
}

/// Nobody listens any more.
struct Gone;

/// Talks with an editor until it leaves. Messages are taken one at a time, so answers come in the order of the questions, and a
/// question that is taken back has been answered already.
#[must_use]
pub fn serve(connection: &Connection, rules: Rules) -> Ended {
    let desk = Desk { documents: BTreeMap::new(), rules, grammar: Grammar::new(), client: Client::default() };
    let mut server = Server { connection, desk, stage: Stage::Before, changed: BTreeSet::new() };
    match server.talk() {
        Ok(()) if server.stage == Stage::After => Ended::Properly,
        Ok(()) | Err(Gone) => Ended::Abruptly,
    }
}

impl Server<'_> {
    fn talk(&mut self) -> Result<(), Gone> {
        loop {
            // What was typed meanwhile is taken over first, so that a text is judged once for a burst of letters.
            let message = if let Ok(message) = self.connection.receiver.try_recv() {
                message
            } else {
                self.tell_findings()?;
                self.connection.receiver.recv().map_err(|_| Gone)?
            };
            match message {
                Message::Request(request) => self.request(request)?,
                Message::Notification(notification) if notification.method == Exit::METHOD => return Ok(()),
                Message::Notification(notification) if self.stage == Stage::During => self.notification(notification),
                // The server asks the editor nothing, and is told nothing outside the conversation.
                Message::Notification(_) | Message::Response(_) => {}
            }
        }
    }

    fn send(&self, message: impl Into<Message>) -> Result<(), Gone> {
        self.connection.sender.send(message.into()).map_err(|_| Gone)
    }

    fn request(&mut self, request: Request) -> Result<(), Gone> {
        let id = request.id.clone();
        let refuse = |code: ErrorCode, why: &str| Response::new_err(id.clone(), code as i32, why.to_owned());
        let response = match (self.stage, request.method.as_str()) {
            (Stage::Before, Initialize::METHOD) => match serde_json::from_value::<InitializeParams>(request.params) {
                Ok(params) => {
                    self.desk.client = Client::of(&params);
                    self.stage = Stage::During;
                    let server_info =
                        ServerInfo { name: "amends".into(), version: Some(env!("CARGO_PKG_VERSION").into()) };
                    Response::new_ok(
                        id.clone(),
                        InitializeResult { capabilities: capabilities(), server_info: Some(server_info) },
                    )
                }
                Err(error) => refuse(ErrorCode::InvalidParams, &error.to_string()),
            },
            (Stage::Before, _) => refuse(ErrorCode::ServerNotInitialized, "The first request is `initialize`."),
            (Stage::After, _) => refuse(ErrorCode::InvalidRequest, "The server has been shut down."),
            (Stage::During, Initialize::METHOD) => {
                refuse(ErrorCode::InvalidRequest, "The server has been initialized already.")
            }
            (Stage::During, Shutdown::METHOD) => {
                self.stage = Stage::After;
                Response::new_ok(id.clone(), serde_json::Value::Null)
            }
            (Stage::During, _) => answer(&self.desk, request),
        };
        self.send(response)
    }

    fn notification(&mut self, notification: Notification) {
        match notification.method.as_str() {
            DidOpenTextDocument::METHOD => {
                if let Some(DidOpenTextDocumentParams { text_document: opened }) = params(notification) {
                    self.desk.documents.insert(opened.uri.clone(), Document::new(opened.text, opened.version));
                    self.changed.insert(opened.uri);
                }
            }
            DidChangeTextDocument::METHOD => {
                let Some(change) = params::<DidChangeTextDocumentParams>(notification) else { return };
                let changed = change.text_document;
                if let Some(document) = self.desk.documents.get_mut(&changed.uri) {
                    document.change(change.content_changes, changed.version);
                    self.changed.insert(changed.uri);
                }
            }
            DidCloseTextDocument::METHOD => {
                if let Some(DidCloseTextDocumentParams { text_document: closed }) = params(notification) {
                    self.desk.documents.remove(&closed.uri);
                    self.changed.insert(closed.uri);
                }
            }
            // `initialized`, `$/cancelRequest`, saving and all the rest ask for nothing.
            _ => {}
        }
    }

    /// Tells what is wrong with each text that changed; of a closed one, nothing.
    fn tell_findings(&mut self) -> Result<(), Gone> {
        while let Some(uri) = self.changed.pop_first() {
            let document = self.desk.documents.get(&uri);
            let diagnostics = document.map(|document| published(document, &self.desk.rules));
            let told = PublishDiagnosticsParams {
                uri,
                diagnostics: diagnostics.unwrap_or_default(),
                version: document.map(Document::version),
            };
            self.send(Notification::new(PublishDiagnostics::METHOD.to_owned(), told))?;
        }
        Ok(())
    }
}

/// What a notification says; nobody could be told of one that says something else than the protocol has it.
fn params<P: DeserializeOwned>(notification: Notification) -> Option<P> {
    serde_json::from_value(notification.params).ok()
}
