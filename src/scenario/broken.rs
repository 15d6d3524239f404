//! What to say about a text that is no scenario: as much as is certain, each with its place.

use std::ops::Range;
use std::sync::Arc;

use ron::Error as Ron;
use ron::error::SpannedError;
use ron2::ast::{Document, Expr, StructBody, StructField};

use super::locate::bytes;
use super::map::TWICE;
use super::model::FORMAT;
use super::shape;
use super::syntax::{Syntax, offset, without_mark};
use crate::diag::{Diagnostic, Fix, Severity, Source, did_you_mean};

/// Everything that is certainly wrong with a text that could not be read as a scenario: `error` is where reading stopped.
pub(super) fn findings(source: &Arc<Source>, error: &SpannedError) -> Vec<Diagnostic> {
    if without_mark(&source.text).0.trim().is_empty() {
        let help = "Copy a scenario that works into it, for example `scenarios/heated-pool.ron`.";
        return vec![finding(source, None, "the file is empty".into(), help.into())];
    }
    let syntax = Syntax::of(source);
    if let Some(format) = format_of(&syntax.document).filter(|format| !(1..=FORMAT).contains(format)) {
        return vec![other_format_at(source, format, &syntax)];
    }
    // After a mistake in the writing itself, such as a missing bracket, nothing is certain.
    let certain_until = syntax.certain_until(source);
    let mut found: Vec<Diagnostic> = shape::mistakes(&syntax.document)
        .into_iter()
        .filter(|mistake| mistake.certain_from < certain_until)
        .map(|mistake| {
            let span = moved(mistake.span, syntax.shift);
            Diagnostic {
                fix: mistake.meant.map(|meant| respell(source, &span, meant)),
                ..finding(source, Some(span), mistake.title, mistake.help)
            }
        })
        .collect();
    // What the shape cannot say: a list without a last way on, for example. It does say which ids stand twice.
    let besides = matches!(&error.code, Ron::Message(message) if !message.contains(TWICE));
    if besides || (found.is_empty() && syntax.mistake.is_none()) {
        found.push(unreadable(source, error));
    }
    if let Some(mistake) = &syntax.mistake {
        // Where both parsers stopped at the same place, the one that knew what it was reading says it better.
        let same = offset(&source.text, error.span.end) == offset(&source.text, mistake.span.end);
        found.push(unreadable(source, if same { error } else { mistake }));
    }
    found.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    found.dedup();
    found
}

/// A scenario in a format that this release does not read.
pub(super) fn other_format(source: &Arc<Source>, format: u32) -> Diagnostic {
    other_format_at(source, format, &Syntax::of(source))
}

fn other_format_at(source: &Arc<Source>, format: u32, syntax: &Syntax<'_>) -> Diagnostic {
    let span = field(&syntax.document, "format").map(|field| moved(bytes(&field.value), syntax.shift));
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

fn moved(span: Range<usize>, shift: usize) -> Range<usize> {
    span.start + shift..span.end + shift
}

/// The bytes at which a parser stopped.
fn range(source: &Source, error: &SpannedError) -> Range<usize> {
    let (text, shift) = without_mark(&source.text);
    let (start, end) = (offset(text, error.span.start), offset(text, error.span.end));
    moved(start.min(end)..end, shift)
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

/// Puts a word in the place of the one at `span`, between its quotation marks if it has them.
fn respell(source: &Source, span: &Range<usize>, meant: String) -> Fix {
    let quoted = source.text.get(span.clone()).is_some_and(|written| written.starts_with('"'));
    let inside = if quoted { span.start + 1..span.end - 1 } else { span.clone() };
    Fix::replace(format!("write `{meant}`"), inside, meant)
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
        fix: None,
    }
}

/// A parser's message as a sentence's beginning.
fn plain(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
