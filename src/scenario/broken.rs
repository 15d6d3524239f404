//! What to say about a text that is no scenario: as much as is certain, each with its place.

use std::ops::Range;
use std::sync::Arc;

use ron::Error as Ron;
use ron::error::SpannedError;
use ron2::ast::{Document, Expr, StructBody, StructField};

use super::format::lex::{Kind, tokens};
use super::locate::bytes;
use super::map::TWICE;
use super::model::FORMAT;
use super::shape;
use super::syntax::{Syntax, offset, without_mark};
use super::writing::slip;
use crate::diag::{Diagnostic, Fix, Severity, Source, did_you_mean};

const NOT_PAST: &str = "the file cannot be read past here";
const NEW: &str = "`amends new` writes a whole scenario to begin with.";
const COMPARE: &str = "Compare the place with a scenario that works, for example one that `amends new` writes.";

/// Everything that is certainly wrong with a text that could not be read as a scenario: `error` is where reading stopped.
pub(super) fn findings(source: &Arc<Source>, error: &SpannedError) -> Vec<Diagnostic> {
    if let Some(finding) = something_else(source) {
        return vec![finding];
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
        let last = unreadable(source, if same { error } else { mistake });
        // A value that could not be read to its end is no second mistake.
        found.retain(|finding| !overlap(finding, &last));
        found.push(last);
    }
    found.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    found.dedup();
    found
}

/// What there is to say about a file that does not even begin as a scenario.
fn something_else(source: &Arc<Source>) -> Option<Diagnostic> {
    let (text, shift) = without_mark(&source.text);
    let pieces = tokens(text);
    let mut solid = pieces.iter().filter(|token| !token.kind.is_comment() && token.kind != Kind::Attribute);
    let Some(first) = solid.next() else {
        let title =
            if text.trim().is_empty() { "the file is empty" } else { "there is no scenario in the file, only notes" };
        return Some(finding(source, None, title.into(), NEW.into()));
    };
    let second = solid.next();
    let begins = match first.kind {
        Kind::Word => second.is_none_or(|second| second.text == "("),
        Kind::Open => first.text == "(",
        Kind::Text
        | Kind::Close
        | Kind::Comma
        | Kind::Colon
        | Kind::Attribute
        | Kind::LineComment
        | Kind::BlockComment => false,
    };
    if begins {
        return None;
    }
    let title = if first.text == "{" && second.is_some_and(|second| second.kind == Kind::Text) {
        "this looks like JSON, and a scenario is written otherwise"
    } else {
        "this is not a scenario"
    };
    let span = moved(first.start..first.start + first.text.lines().next().unwrap_or_default().len(), shift);
    let help = format!("A scenario begins with `Scenario(`, and its fields follow. {NEW}");
    Some(finding(source, Some(span), title.into(), help))
}

/// Whether two findings are about the same part of the text.
fn overlap(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.span
        .as_ref()
        .zip(other.span.as_ref())
        .is_some_and(|(one, other)| one.start < other.end && other.start < one.end)
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
    let (text, shift) = without_mark(&source.text);
    if let Some(slip) = slip(text, error) {
        let fix = slip.fix.map(|(span, instead)| {
            let title = if instead.trim().is_empty() { "take it out".to_owned() } else { format!("write `{instead}`") };
            Fix::replace(title, moved(span, shift), instead)
        });
        return Diagnostic {
            label: Some(NOT_PAST.into()),
            fix,
            ..finding(source, Some(moved(slip.span, shift)), slip.title, slip.help)
        };
    }
    let suggest = |found: &str, known: &[&str]| match did_you_mean(found, known.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("Known here: {}.", known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    };
    let (title, help) = match &error.code {
        // The types are the program's own, so their names say nothing to people.
        Ron::NoSuchStructField { expected, found, .. } => {
            (format!("there is no field `{found}` here"), suggest(found, expected))
        }
        Ron::NoSuchEnumVariant { expected, found, .. } => {
            (format!("`{found}` is not one of the words that can stand here"), suggest(found, expected))
        }
        Ron::MissingStructField { field, .. } => {
            (format!("the field `{field}` is missing"), format!("Add `{field}: …,` before the closing bracket."))
        }
        Ron::DuplicateStructField { field, .. } => {
            (format!("the field `{field}` is written twice"), "Keep one of the two.".into())
        }
        // What is said in this house has what to do in its second sentence.
        Ron::Message(message) => match message.split_once(". ") {
            Some((title, help)) => (title.to_owned(), format!("{}.", help.trim_end_matches('.'))),
            None => (plain(message), COMPARE.into()),
        },
        Ron::Eof => {
            ("the file ends too early".into(), "Look for a bracket or a quotation mark that is never closed.".into())
        }
        Ron::ExceededRecursionLimit => (
            "the brackets are nested too deeply".into(),
            "Look for a bracket that is never closed. No scenario needs more than 128 within each other.".into(),
        ),
        other => (plain(&other.to_string()), COMPARE.into()),
    };
    let mut finding = finding(source, Some(range(source, error)), title, help);
    finding.label = Some(NOT_PAST.into());
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
