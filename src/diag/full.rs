//! The renderer for people at a terminal: the source with the offending part underlined.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Lines, Severity};

/// The finding with its excerpt, why it matters and what to do; coloured where `colour` is asked for.
#[must_use]
pub fn render_full(diagnostic: &Diagnostic, colour: bool) -> String {
    render_full_in(diagnostic, &Lines::of(&diagnostic.source), colour)
}

/// As [`render_full`], for many findings of one source, whose `lines` are counted once.
#[must_use]
pub fn render_full_in(diagnostic: &Diagnostic, lines: &Lines<'_>, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let source = &diagnostic.source;
    let title = level.primary_title(diagnostic.title.as_str()).id(diagnostic.code);
    let mut group = match &diagnostic.span {
        Some(span) => {
            // Whoever made it, a place inside a letter must not cost the person the rest of the findings.
            let span = &(source.text.floor_char_boundary(span.start)..source.text.ceil_char_boundary(span.end));
            // Only the lines it is about: the source may be very long, and so may a line.
            let (first, last) = (lines.place(span.start), lines.place(span.end));
            let window = lines.start(first.line)..lines.start(last.line + 1);
            let excerpt = Excerpt::of(&source.text, &window, span);
            let annotation = AnnotationKind::Primary.span(excerpt.span).label(diagnostic.label.as_deref());
            let snippet = Snippet::source(excerpt.text).line_start(first.line).annotation(annotation);
            if excerpt.is_whole {
                title.element(snippet.path(source.name.as_str()))
            } else {
                // The columns of the excerpt are not those of the line.
                let origin = Origin::path(source.name.as_str()).line(first.line).char_column(first.column);
                title.element(origin).element(snippet)
            }
        }
        None => title.element(Origin::path(source.name.as_str())),
    };
    if let Some(why) = &diagnostic.why {
        group = group.element(Level::NOTE.message(why.as_str()));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// More bytes of source than this are not shown around a finding.
const MOST_SHOWN: usize = 600;
/// So many bytes of a longer one are shown before the finding, of it, and after it.
const AROUND: usize = 100;

/// The lines of a finding, or what is next to it where they are very long.
struct Excerpt<'a> {
    text: Cow<'a, str>,
    /// The finding in it.
    span: Range<usize>,
    is_whole: bool,
}

impl<'a> Excerpt<'a> {
    fn of(text: &'a str, window: &Range<usize>, span: &Range<usize>) -> Self {
        if window.len() <= MOST_SHOWN {
            let span = span.start - window.start..span.end - window.start;
            return Self { text: Cow::from(text.get(window.clone()).unwrap_or_default()), span, is_whole: true };
        }
        let from = text.floor_char_boundary(span.start.saturating_sub(AROUND)).max(window.start);
        let end = text.ceil_char_boundary(span.end.min(span.start + AROUND));
        let to = text.ceil_char_boundary(end + AROUND).min(window.end);
        let shown = text.get(from..to).unwrap_or_default().trim_end_matches('\n');
        let before = if from > window.start { "… " } else { "" };
        let after = if to < window.end { " …" } else { "" };
        let shift = before.len();
        Self {
            text: Cow::from(format!("{before}{shown}{after}")),
            span: span.start - from + shift..(end - from).min(shown.len()) + shift,
            is_whole: false,
        }
    }
}
