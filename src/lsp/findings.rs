//! What is wrong with a scenario, as the editor underlines it.

use std::str::FromStr;
use std::sync::Arc;

use lsp_types::{CodeDescription, DiagnosticSeverity, NumberOrString, Uri};

use super::document::Document;
use crate::diag::{Diagnostic, Severity, Source};
use crate::scenario::{Rules, load};

/// Every finding about a scenario's text.
pub fn findings(source: &Arc<Source>, rules: &Rules) -> Vec<Diagnostic> {
    load(source, rules).err().unwrap_or_default()
}

/// The findings about an open text; none where it is no scenario.
pub fn published(document: &Document, name: &str, rules: &Rules) -> Vec<lsp_types::Diagnostic> {
    if !document.view().is_scenario() {
        return Vec::new();
    }
    let source = Source::new(name, document.text());
    findings(&source, rules).iter().map(|finding| underlined(document, finding)).collect()
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
    match text.get(at..).and_then(|after| after.chars().next()).filter(|after| !matches!(after, '\n' | '\r')) {
        Some(after) => at..at + after.len_utf8(),
        None => {
            let before = text.get(..at).unwrap_or_default().trim_end();
            let last = before.chars().next_back().map_or(0, char::len_utf8);
            before.len() - last..before.len()
        }
    }
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
