//! What is wrong or weak in a scenario, as the editor underlines it, and the changes that put it right.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;

use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeDescription, DiagnosticSeverity,
    NumberOrString, TextEdit, Uri, WorkspaceEdit,
};

use super::document::Document;
use crate::check::{Options, check};
use crate::diag::{Diagnostic, Severity, Source};
use crate::scenario::Rules;

/// Every finding about a scenario's text.
pub fn findings(source: &Arc<Source>, rules: &Rules) -> Vec<Diagnostic> {
    // Looking at every state takes seconds, and somebody is typing.
    check(source, rules, &Options { quick: true, ..Options::default() })
}

/// The findings about an open text; none where it is no scenario.
fn about<'d>(document: &'d Document, rules: &Rules) -> &'d [Diagnostic] {
    document.findings(
        |text| {
            if document.view().is_scenario() { findings(&Source::new("", text), rules) } else { Vec::new() }
        },
    )
}

/// The findings about an open text, as the editor takes them.
pub fn published(document: &Document, rules: &Rules) -> Vec<lsp_types::Diagnostic> {
    about(document, rules).iter().map(|finding| underlined(document, finding)).collect()
}

/// The changes that put right what is underlined somewhere in a part of the text.
pub fn fixes(
    document: &Document,
    uri: &Uri,
    part: lsp_types::Range,
    wanted: &CodeActionContext,
    rules: &Rules,
) -> Vec<CodeActionOrCommand> {
    let kind = CodeActionKind::QUICKFIX;
    let asked_for = |only: &CodeActionKind| only.as_str().is_empty() || *only == kind;
    if wanted.only.as_ref().is_some_and(|only| !only.iter().any(asked_for)) {
        return Vec::new();
    }
    let fixable = about(document, rules).iter().filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
    let here = fixable.filter_map(|(finding, fix)| {
        let told = underlined(document, finding);
        (told.range.start <= part.end && part.start <= told.range.end).then_some((told, fix))
    });
    here.map(|(told, fix)| {
        let edit =
            |edit: &crate::diag::Edit| TextEdit { range: document.range(&edit.span), new_text: edit.text.clone() };
        let edits: Vec<TextEdit> = fix.edits.iter().map(edit).collect();
        let mut letters = fix.title.chars();
        let title = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
        CodeActionOrCommand::CodeAction(CodeAction {
            title,
            kind: Some(kind.clone()),
            diagnostics: Some(vec![told]),
            edit: Some(WorkspaceEdit {
                changes: Some(HashMap::from([(uri.clone(), edits)])),
                ..WorkspaceEdit::default()
            }),
            is_preferred: Some(true),
            ..CodeAction::default()
        })
    })
    .collect()
}

fn underlined(document: &Document, finding: &Diagnostic) -> lsp_types::Diagnostic {
    let span = finding.span.clone().map_or(0..0, |span| visible(document.text(), span));
    lsp_types::Diagnostic {
        range: document.range(&span),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(finding.code.to_owned())),
        code_description: page(env!("CARGO_PKG_REPOSITORY"), finding.code),
        source: Some("amends".to_owned()),
        message: message(finding),
        ..lsp_types::Diagnostic::default()
    }
}

/// What is wrong, why it matters and what to do, a line each.
fn message(finding: &Diagnostic) -> String {
    let lines = [Some(&finding.title), finding.why.as_ref(), finding.help.as_ref()];
    let lines: Vec<String> = lines.into_iter().flatten().map(|line| harmless(line)).collect();
    lines.join("\n")
}

fn harmless(line: &str) -> String {
    line.chars().filter(|letter| !letter.is_control()).collect()
}

/// A finding between two letters underlines the one after it, or the last one before it where the line or the text ends there.
fn visible(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    if span.start < span.end {
        return span;
    }
    let at = text.floor_char_boundary(span.start);
    let after = text.get(at..).and_then(|after| after.chars().next());
    if let Some(after) = after.filter(|after| !matches!(after, '\n' | '\r')) {
        return at..at + after.len_utf8();
    }
    let before = text.get(..at).unwrap_or_default().trim_end();
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    before.len() - last..before.len()
}

/// The page that explains a code, where the program knows in which repository its pages are.
fn page(repository: &str, code: &str) -> Option<CodeDescription> {
    if repository.is_empty() {
        return None;
    }
    let href = Uri::from_str(&format!("{}/blob/main/docs/checks/{code}.md", repository.trim_end_matches('/'))).ok()?;
    Some(CodeDescription { href })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_place_underlines_the_letter_beside_it() {
        assert_eq!(visible("a😀b", 1..1), 1..5);
        assert_eq!(visible("ab)\n\n", 5..5), 2..3, "the end of the text");
        assert_eq!(visible("ab\ncd", 2..2), 1..2, "the end of a line");
        assert_eq!(visible("", 0..0), 0..0);
    }

    #[test]
    fn a_code_leads_to_its_page_where_there_is_a_repository() {
        assert_eq!(page("", "S101"), None);
        let page = page("https://example.org/amends/", "S101").expect("a page");
        assert_eq!(page.href.as_str(), "https://example.org/amends/blob/main/docs/checks/S101.md");
    }
}
