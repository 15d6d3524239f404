//! What to say about a text that is no scenario: as much as is certain, each with its place.

use std::ops::Range;
use std::sync::Arc;

use ron::Error as Ron;
use ron::error::SpannedError;
use ron2::ast::{Document, Expr, StructBody, StructField, parse_document_lossy};
use serde::de::IgnoredAny;

use super::load::{options, text};
use super::locate::bytes;
use super::model::FORMAT;
use super::shape;
use crate::diag::{Diagnostic, Place, Severity, Source, did_you_mean};

/// Everything that is certainly wrong with a text that could not be read as a scenario: `error` is where reading stopped.
pub(super) fn findings(source: &Arc<Source>, error: &SpannedError) -> Vec<Diagnostic> {
    if text(source).trim().is_empty() {
        return vec![finding(
            source,
            None,
            "the file is empty".into(),
            "Copy a scenario that works into it, for example `scenarios/heated-pool.ron`.".into(),
        )];
    }
    let (document, _) = parse_document_lossy(&source.text);
    if let Some(format) = format_of(&document).filter(|format| !(1..=FORMAT).contains(format)) {
        return vec![other_format(source, format)];
    }
    let syntax = options().from_str::<IgnoredAny>(text(source)).err();
    // After a mistake in the writing itself, such as a missing bracket, nothing is certain.
    let certain_until = syntax.as_ref().map_or(usize::MAX, |error| range(source, error).start);
    let mut found: Vec<Diagnostic> = shape::mistakes(&document)
        .into_iter()
        .filter(|mistake| mistake.span.start < certain_until)
        .map(|mistake| finding(source, Some(mistake.span), mistake.title, mistake.help))
        .collect();
    // What the shape cannot say: a list without a last way on, for example.
    let said = |title: &str| found.iter().any(|finding| finding.title == title);
    if found.is_empty() || matches!(&error.code, Ron::Message(message) if !said(message)) {
        found.push(unreadable(source, error));
    }
    if let Some(syntax) = syntax
        && found.iter().all(|finding| finding.span.as_ref().is_none_or(|span| span.start < certain_until))
    {
        found.push(unreadable(source, &syntax));
    }
    found.sort_by_key(|finding| finding.span.as_ref().map_or(usize::MAX, |span| span.start));
    found
}

/// A scenario in a format that this release does not read.
pub(super) fn other_format(source: &Arc<Source>, format: u32) -> Diagnostic {
    let (document, _) = parse_document_lossy(&source.text);
    let span = field(&document, "format").map(|field| bytes(&field.value));
    let mut finding = if format == 0 {
        let title = "there is no format `0`".to_owned();
        finding(source, span, title, format!("Write `format: {FORMAT}`, and check what the file says."))
    } else {
        let title =
            format!("this scenario is written in format `{format}`, and this release reads formats up to `{FORMAT}`");
        let help = "Install a newer release of Amends, or ask the author for an older copy.";
        let mut finding = finding(source, span, title, help.to_owned());
        finding.label = Some("written for a newer Amends".into());
        finding
    };
    finding.code = "S002";
    finding
}

fn format_of(document: &Document<'_>) -> Option<u32> {
    match &field(document, "format")?.value {
        Expr::Number(number) => number.raw.parse().ok(),
        _ => None,
    }
}

/// A field of the scenario itself.
fn field<'d, 'a>(document: &'d Document<'a>, name: &str) -> Option<&'d StructField<'a>> {
    let fields = match document.value.as_ref()? {
        Expr::AnonStruct(body) => &body.fields,
        Expr::Struct(named) => match &named.body {
            Some(StructBody::Fields(body)) => &body.fields,
            Some(StructBody::Tuple(_)) | None => return None,
        },
        _ => return None,
    };
    fields.iter().find(|field| field.name.name == name)
}

/// The bytes at which a parser stopped.
fn range(source: &Source, error: &SpannedError) -> Range<usize> {
    let mark = usize::from(source.text.starts_with('\u{feff}'));
    let place = |position: ron::error::Position| {
        let column = if position.line == 1 { position.col + mark } else { position.col };
        source.offset(Place { line: position.line, column })
    };
    let (start, end) = (place(error.span.start), place(error.span.end));
    start.min(end)..end
}

/// What a parser's error says to a person, with its place.
pub(crate) fn unreadable(source: &Arc<Source>, error: &SpannedError) -> Diagnostic {
    let suggest = |found: &str, known: &[&str]| match did_you_mean(found, known.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("Known here: {}.", known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    };
    let of = |outer: &Option<String>| outer.as_ref().map(|outer| format!(" of `{outer}`")).unwrap_or_default();
    let (title, help) = match &error.code {
        Ron::NoSuchStructField { expected, found, outer } => (
            format!("there is no field `{found}`{}", outer.as_ref().map(|o| format!(" in `{o}`")).unwrap_or_default()),
            suggest(found, expected),
        ),
        Ron::NoSuchEnumVariant { expected, found, outer } => {
            (format!("`{found}` is not one of the words{} that can stand here", of(outer)), suggest(found, expected))
        }
        Ron::MissingStructField { field, outer } => (
            format!("the field `{field}`{} is missing", of(outer)),
            format!("Add `{field}: …,` before the closing bracket."),
        ),
        Ron::DuplicateStructField { field, outer } => {
            (format!("the field `{field}`{} is written twice", of(outer)), "Keep one of the two.".into())
        }
        Ron::ExpectedComma => {
            ("a comma is missing".into(), "Put a comma at the end of the entry before this place.".into())
        }
        Ron::ExpectedStringEnd => (
            "a text is not closed".into(),
            "Put a `\"` at the end of the text; a `\"` inside it is written `\\\"`.".into(),
        ),
        Ron::Eof => {
            ("the file ends too early".into(), "Look for a bracket or a quotation mark that is never closed.".into())
        }
        Ron::ExceededRecursionLimit => (
            "the brackets are nested too deeply".into(),
            "Look for a bracket that is never closed. No scenario needs more than 128 within each other.".into(),
        ),
        other => (
            plain(&other.to_string()),
            "Compare the place with a scenario that works, for example `scenarios/heated-pool.ron`.".into(),
        ),
    };
    let mut finding = finding(source, Some(range(source, error)), title, help);
    finding.label = Some("the file cannot be read past here".into());
    finding
}

fn finding(source: &Arc<Source>, span: Option<Range<usize>>, title: String, help: String) -> Diagnostic {
    Diagnostic {
        code: "S001",
        severity: Severity::Error,
        title,
        source: Arc::clone(source),
        span,
        label: None,
        why: None,
        help: Some(help),
    }
}

/// A parser's message as a sentence's beginning.
fn plain(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
