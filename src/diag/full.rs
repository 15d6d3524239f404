//! The renderer for people at a terminal: the source with the offending part underlined.

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
            // Only the lines it is about: the source may be very long.
            let first = lines.place(span.start).line;
            let last = lines.place(span.end).line;
            let window = lines.start(first)..lines.start(last + 1);
            let inside = Range { start: span.start - window.start, end: span.end - window.start };
            let excerpt = source.text.get(window).unwrap_or_default();
            let annotation = AnnotationKind::Primary.span(inside).label(diagnostic.label.as_deref());
            title.element(Snippet::source(excerpt).line_start(first).path(source.name.as_str()).annotation(annotation))
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
