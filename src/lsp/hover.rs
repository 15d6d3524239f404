//! What the editor tells about the word under the pointer.

use lsp_types::{Hover, HoverContents};

use super::document::Document;
use super::grammar::Grammar;
use super::outline::{Form, Role};
use super::tips::{Tip, of_known, of_level, of_name};
use crate::scenario::Rules;

/// What there is to say about the word at a byte, if anything.
pub fn hover(document: &Document, offset: usize, rules: &Rules, grammar: &Grammar, markdown: bool) -> Option<Hover> {
    let view = document.view();
    let at = view.outline.word_at(offset)?;
    let word = view.outline.words.get(at)?;
    let said = view.said(Some(at))?;
    let (span, tip): (_, Option<Tip>) = if let Some(name) = view.name_at(offset) {
        (name.span.clone(), of_name(view, rules, grammar, &name))
    } else {
        let shows = view.node(word.node).and_then(|node| view.said(node.label)) == Some("shows");
        let tip = match (word.form, word.role) {
            (Form::Number, Role::Value) if shows => {
                of_level(&rules.rubric, view.said(word.label).unwrap_or_default(), said.parse().ok()?)
            }
            (Form::Name, Role::Label) => {
                let fields = grammar.inside(view, word.node);
                grammar.fields(&fields).into_iter().find(|field| field.word == said).and_then(of_known)
            }
            (Form::Name, Role::Value | Role::Opener) => {
                let forms = grammar.value(view, word.node, word.label, word.item);
                grammar.words(&forms).into_iter().find(|known| known.word == said).and_then(of_known)
            }
            (Form::Text | Form::Number, _) => None,
        };
        (word.span.clone(), tip)
    };
    let contents = HoverContents::Markup(tip?.content(markdown));
    Some(Hover { contents, range: Some(document.range(&span)) })
}
