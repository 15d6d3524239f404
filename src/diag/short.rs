//! The renderer for screen readers, pipes and the game's menu: sentences in reading order, no drawing.

use super::Diagnostic;

/// What is wrong, why, what to do, and the place last.
#[must_use]
pub fn render_short(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.title.clone();
    for more in [&diagnostic.why, &diagnostic.help].into_iter().flatten() {
        if !text.ends_with(['.', '?', '!']) {
            text.push('.');
        }
        text.push(' ');
        text.push_str(more);
    }
    format!("{text} ({})", diagnostic.location())
}
