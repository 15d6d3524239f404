//! One finding, told at a terminal or into a pipe.

use std::io::{self, Write};

use super::terminal::{coloured, harmless, interactive};
use crate::diag::{Diagnostic, Source, render_full, render_short};

/// Tells a finding on standard error: with its excerpt where a person sits there, else as one line.
pub fn tell(finding: &Diagnostic) {
    let finding = clean(finding);
    // Standard error may be closed; then there is nobody to tell.
    let _ = if interactive() {
        writeln!(io::stderr(), "{}\n", render_full(&finding, coloured()))
    } else {
        writeln!(io::stderr(), "{}", render_short(&finding))
    };
}

/// The finding without control characters, which come from files and could move the cursor. In the source text each becomes a
/// blank of the same length, so that the excerpt underlines the same bytes.
fn clean(finding: &Diagnostic) -> Diagnostic {
    let clean = |text: &String| harmless(text);
    let source_text: String = finding
        .source
        .text
        .chars()
        .flat_map(|letter| {
            let harmful = letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
            let times = if harmful { letter.len_utf8() } else { 1 };
            std::iter::repeat_n(if harmful { ' ' } else { letter }, times)
        })
        .collect();
    Diagnostic {
        title: clean(&finding.title),
        source: Source::new(harmless(&finding.source.name), source_text),
        label: finding.label.as_ref().map(clean),
        why: finding.why.as_ref().map(clean),
        help: finding.help.as_ref().map(clean),
        ..finding.clone()
    }
}
