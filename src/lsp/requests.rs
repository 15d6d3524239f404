//! The questions an editor asks, each led to what answers it.

use std::collections::HashMap;

use lsp_server::{ErrorCode, Request, Response};
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentHighlightRequest, DocumentSymbolRequest, Formatting, GotoDefinition,
    HoverRequest, PrepareRenameRequest, References, Rename, Request as Asked,
};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions, CompletionResponse,
    DocumentHighlight, DocumentSymbolResponse, GotoDefinitionResponse, HoverProviderCapability, Location, OneOf,
    PositionEncodingKind, PrepareRenameResponse, RenameOptions, ServerCapabilities, TextDocumentPositionParams,
    TextDocumentSyncCapability, TextDocumentSyncKind, Uri, WorkDoneProgressOptions, WorkspaceEdit,
};

use super::complete::complete;
use super::document::Document;
use super::findings::fixes;
use super::format::laid_out;
use super::goto::{definition, references, renamable, rename, symbols};
use super::hover::hover;
use super::server::Desk;

/// What the server can do.
pub fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(PositionEncodingKind::UTF16),
        text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::INCREMENTAL)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["\"", "/", "(", "[", "{"].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        document_formatting_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        ..ServerCapabilities::default()
    }
}

/// The answer to a question. One about a text that is not open is answered with nothing.
pub(super) fn answer(desk: &Desk, request: Request) -> Response {
    match request.method.as_str() {
        Completion::METHOD => reply::<Completion>(request, |asked| {
            let at = asked.text_document_position;
            let list = desk
                .documents
                .get(&at.text_document.uri)
                .map(|document| complete(document, at.position, &desk.rules, &desk.grammar, desk.client));
            Ok(list.map(CompletionResponse::List))
        }),
        HoverRequest::METHOD => reply::<HoverRequest>(request, |asked| {
            let Some(Asks { document, offset, .. }) = desk.asks(&asked.text_document_position_params) else {
                return Ok(None);
            };
            Ok(hover(document, offset, &desk.rules, &desk.grammar, desk.client.markdown))
        }),
        GotoDefinition::METHOD => reply::<GotoDefinition>(request, |asked| {
            let asks = desk.asks(&asked.text_document_position_params);
            let found =
                asks.and_then(|asks| Some(Location { range: definition(asks.document, asks.offset)?, uri: asks.uri }));
            Ok(found.map(GotoDefinitionResponse::Scalar))
        }),
        References::METHOD => reply::<References>(request, |asked| {
            let asks = desk.asks(&asked.text_document_position);
            Ok(asks.map(|asks| {
                let found = references(asks.document, asks.offset, asked.context.include_declaration);
                found.into_iter().map(|range| Location { uri: asks.uri.clone(), range }).collect()
            }))
        }),
        DocumentHighlightRequest::METHOD => reply::<DocumentHighlightRequest>(request, |asked| {
            let asks = desk.asks(&asked.text_document_position_params);
            Ok(asks.map(|asks| {
                let found = references(asks.document, asks.offset, true);
                found.into_iter().map(|range| DocumentHighlight { range, kind: None }).collect()
            }))
        }),
        DocumentSymbolRequest::METHOD => reply::<DocumentSymbolRequest>(request, |asked| {
            let document = desk.documents.get(&asked.text_document.uri);
            Ok(document.map(|document| DocumentSymbolResponse::Nested(symbols(document))))
        }),
        CodeActionRequest::METHOD => reply::<CodeActionRequest>(request, |asked| {
            let uri = &asked.text_document.uri;
            let document = desk.documents.get(uri);
            Ok(document.map(|document| fixes(document, uri, asked.range, &asked.context, &desk.rules)))
        }),
        Formatting::METHOD => {
            reply::<Formatting>(request, |asked| Ok(desk.documents.get(&asked.text_document.uri).map(laid_out)))
        }
        PrepareRenameRequest::METHOD => reply::<PrepareRenameRequest>(request, |asked| {
            let range = desk
                .asks(&asked)
                .and_then(|asks| Some(asks.document.range(&renamable(asks.document, asks.offset)?.span)));
            Ok(range.map(PrepareRenameResponse::Range))
        }),
        Rename::METHOD => reply::<Rename>(request, |asked| {
            let Some(asks) = desk.asks(&asked.text_document_position) else { return Ok(None) };
            let edits = rename(asks.document, asks.offset, &asked.new_name)?;
            Ok(Some(WorkspaceEdit { changes: Some(HashMap::from([(asks.uri, edits)])), ..WorkspaceEdit::default() }))
        }),
        unknown => {
            let why = format!("This server has no `{unknown}`.");
            Response::new_err(request.id, ErrorCode::MethodNotFound as i32, why)
        }
    }
}

/// A place in an open text.
struct Asks<'d> {
    document: &'d Document,
    offset: usize,
    uri: Uri,
}

impl Desk {
    fn asks(&self, at: &TextDocumentPositionParams) -> Option<Asks<'_>> {
        let document = self.documents.get(&at.text_document.uri)?;
        Some(Asks { document, offset: document.offset(at.position), uri: at.text_document.uri.clone() })
    }
}

/// Reads the question, and answers it, or says in a sentence why not.
fn reply<R: Asked>(request: Request, answer: impl FnOnce(R::Params) -> Result<R::Result, String>) -> Response {
    let refuse = |code: ErrorCode, why| Response::new_err(request.id.clone(), code as i32, why);
    match serde_json::from_value::<R::Params>(request.params) {
        Ok(params) => match answer(params) {
            Ok(result) => Response::new_ok(request.id, result),
            Err(why) => refuse(ErrorCode::RequestFailed, why),
        },
        Err(error) => refuse(ErrorCode::InvalidParams, error.to_string()),
    }
}
