//! The renderer for people at a terminal: the source with the offending part underlined.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};

/// The finding with its excerpt, why it matters and what to do; coloured where `colour` is asked for.
#[must_use]
pub fn render_full(diagnostic: &Diagnostic, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.title.as_str()).id(diagnostic.code);
    let mut group = match &diagnostic.span {
        Some(span) => {
            let annotation = AnnotationKind::Primary.span(span.clone()).label(diagnostic.label.as_deref());
            title.element(
                Snippet::source(diagnostic.source.text.as_str())
                    .path(diagnostic.source.name.as_str())
                    .annotation(annotation),
            )
        }
        None => title.element(annotate_snippets::Origin::path(diagnostic.source.name.as_str())),
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
