//! From a name to where it is given and used, renaming it everywhere, and the list of what a scenario holds.

use lsp_types::{DocumentSymbol, SymbolKind, TextEdit};

use super::document::Document;
use super::names::{Kind, Name, View};
use super::tips::{given, words_of};

/// Where the thing named at a byte is given.
pub fn definition(document: &Document, offset: usize) -> Option<lsp_types::Range> {
    let view = document.view();
    let name = view.name_at(offset)?;
    let names = view.names();
    let given = names.iter().find(|other| other.defines && other.is_of(&name))?;
    Some(document.range(&given.span))
}

/// Everywhere the thing named at a byte is named, in the order of the text.
pub fn references(document: &Document, offset: usize, with_definition: bool) -> Vec<lsp_types::Range> {
    let view = document.view();
    let Some(name) = view.name_at(offset) else { return Vec::new() };
    let same = view.names().into_iter().filter(|other| other.is_of(&name) && (with_definition || !other.defines));
    same.map(|other| document.range(&other.span)).collect()
}

/// The name at a byte, if it is one that the scenario gives and so can be changed here.
pub fn renamable(document: &Document, offset: usize) -> Option<Name<'_>> {
    document.view().name_at(offset).filter(|name| name.kind.is_own())
}

/// The edits that give a new name to the thing at a byte.
///
/// # Errors
/// Why that cannot be, as a sentence.
pub fn rename(document: &Document, offset: usize, to: &str) -> Result<Vec<TextEdit>, String> {
    let name = renamable(document, offset)
        .ok_or("Only beats, replies, facts and promises have names of this file that can be changed.")?;
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if to.is_empty() || !to.chars().all(allowed) {
        return Err(format!("`{to}` is no id: use small letters a–z, digits and `-`."));
    }
    let names = document.view().names();
    let wanted = Name { id: to, ..name.clone() };
    if to != name.id && names.iter().any(|other| other.defines && other.is_of(&wanted)) {
        return Err(format!("`{to}` is taken already: choose another id."));
    }
    let same = names.iter().filter(|other| other.is_of(&name));
    Ok(same.map(|other| TextEdit { range: document.range(&other.span), new_text: to.to_owned() }).collect())
}

/// What the scenario holds: facts, promises, and beats with their replies.
pub fn symbols(document: &Document) -> Vec<DocumentSymbol> {
    let view = document.view();
    if !view.is_scenario() {
        return Vec::new();
    }
    let mut symbols: Vec<DocumentSymbol> = [Kind::Fact, Kind::Promise, Kind::Beat]
        .into_iter()
        .flat_map(|kind| given(view, kind).filter_map(move |(id, node)| symbol(document, kind, id, node)))
        .collect();
    let replies = given(view, Kind::Reply).filter_map(|(id, node)| symbol(document, Kind::Reply, id, node));
    // Beats stand in the order of the file, so the beat of a reply is the last one that begins before it.
    symbols.sort_by_key(|symbol| symbol.range.start);
    for reply in replies {
        let after = symbols.partition_point(|symbol| symbol.range.start <= reply.range.start);
        if let Some(beat) = after.checked_sub(1).and_then(|at| symbols.get_mut(at)) {
            beat.children.get_or_insert_default().push(reply);
        }
    }
    symbols
}

fn symbol(document: &Document, kind: Kind, id: &str, node: usize) -> Option<DocumentSymbol> {
    let view: View<'_> = document.view();
    let body = view.node(node)?;
    let label = view.outline.words.get(body.label?)?;
    #[expect(
        deprecated,
        reason = "the protocol's type has a field that is no longer used, and no other way to be made"
    )]
    Some(DocumentSymbol {
        // An editor refuses a symbol without a name, which a text can hold while somebody types.
        name: if id.trim().is_empty() { "…".to_owned() } else { id.to_owned() },
        detail: Some(words_of(view, kind, node)).filter(|words| !words.is_empty()),
        kind: match kind {
            Kind::Fact => SymbolKind::CONSTANT,
            Kind::Promise => SymbolKind::PROPERTY,
            Kind::Reply => SymbolKind::METHOD,
            _ => SymbolKind::CLASS,
        },
        tags: None,
        deprecated: None,
        range: document.range(&(label.span.start..body.span.end)),
        selection_range: document.range(&label.span),
        children: None,
    })
}
