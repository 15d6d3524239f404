//! The language server: what an editor shows while somebody writes a scenario. It speaks the Language Server Protocol over
//! messages that are handed to it, one at a time and in order; it reads no files, so what the editor has open is all it knows.

mod complete;
mod document;
mod findings;
mod format;
mod goto;
mod grammar;
mod hover;
mod names;
mod outline;
mod requests;
mod scan;
mod server;
mod tips;
mod tokens;

pub use server::{Ended, serve};

use lsp_types::InitializeParams;

/// What the editor can show.
#[derive(Clone, Copy, Debug, Default)]
struct Client {
    /// Places in an inserted text for the cursor to go to.
    snippets: bool,
    /// Markdown.
    markdown: bool,
}

impl Client {
    fn of(params: &InitializeParams) -> Self {
        let texts = params.capabilities.text_document.as_ref();
        let item = texts.and_then(|texts| texts.completion.as_ref()?.completion_item.as_ref());
        let formats = texts.and_then(|texts| texts.hover.as_ref()?.content_format.as_ref());
        Self {
            snippets: item.and_then(|item| item.snippet_support).unwrap_or(false),
            markdown: formats.is_some_and(|formats| formats.contains(&lsp_types::MarkupKind::Markdown)),
        }
    }
}
