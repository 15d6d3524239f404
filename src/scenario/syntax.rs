//! The syntax tree of a text, as far as it is written as RON is written.
//!
//! The tree's parser follows words in brackets (`Not(Not(…`) however deep they go, so it is given only what the reading parser, which
//! stops at a depth of 128, has gone through before.

use ron::error::{Position, SpannedError};
use ron::extensions::Extensions;
use ron2::ast::{Document, parse_document, parse_document_lossy};
use serde::de::IgnoredAny;

use super::writing::still_open;
use crate::diag::Source;

/// A tree, and what stands between it and its source.
pub struct Syntax<'a> {
    /// The tree of the text up to the first mistake in its writing.
    pub document: Document<'a>,
    /// The bytes of the byte-order mark, which is no part of the tree.
    pub shift: usize,
    /// The first mistake in the writing.
    pub mistake: Option<SpannedError>,
}

impl<'a> Syntax<'a> {
    /// The tree of a text as far as it goes.
    pub fn of(source: &'a Source) -> Self {
        let (text, shift) = without_mark(&source.text);
        let mistake = mistake(text);
        let end = mistake.as_ref().map_or(text.len(), |mistake| offset(text, mistake.span.end));
        let (document, _) = parse_document_lossy(text.get(..end).unwrap_or(text));
        Self { document, shift, mistake }
    }

    /// Where the first mistake in the writing begins, in bytes of the tree's text; what comes after is uncertain. A bracket that is not
    /// closed where it should be is a mistake from where it opens.
    pub fn certain_until(&self, source: &Source) -> usize {
        let (text, _) = without_mark(&source.text);
        self.mistake.as_ref().map_or(usize::MAX, |mistake| {
            let begins = offset(text, mistake.span.start.min(mistake.span.end));
            still_open(text, mistake).map_or(begins, |open| open.min(begins))
        })
    }
}

/// The tree of a text without a mistake in its writing, and nothing for any other. Every room takes its trees from here.
pub fn tree(text: &str) -> Option<Document<'_>> {
    mistake(text).is_none().then(|| parse_document(text).ok())?
}

/// A text without the byte-order mark that some editors write before it, and that mark's bytes.
pub fn without_mark(text: &str) -> (&str, usize) {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => (rest, text.len() - rest.len()),
        None => (text, 0),
    }
}

/// The byte at a parser's position.
pub fn offset(text: &str, position: Position) -> usize {
    let before: usize = text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
    let line = text.get(before..).unwrap_or_default();
    let within = line.char_indices().nth(position.col.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    before + within
}

/// The first mistake in the writing of a text. Of brackets within brackets deeper than 128 it is the depth: whatever follows brackets
/// by calling itself asks here first.
pub fn mistake(text: &str) -> Option<SpannedError> {
    // Brackets are not looked into ahead of reading them, so the depth of what was gone through is known.
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str::<IgnoredAny>(text).err()
}
