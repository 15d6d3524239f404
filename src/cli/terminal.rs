//! Writing for people at a terminal: wrapped to its width, and without control codes, because texts from files are data.

use std::io::{self, IsTerminal, Write};

use crate::diag::{Diagnostic, render_full, render_short};

/// Widest a line gets: longer ones are hard to read.
const WIDEST: usize = 88;

/// A text without control characters, which could move the cursor or recolour the terminal.
#[must_use]
pub fn harmless(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}

/// A number of things in words: `1 file`, `2 files`.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    counted_as(count, what, &format!("{what}s"))
}

/// The same where more than one have another ending: `1 reply`, `2 replies`.
#[must_use]
pub fn counted_as(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Writes a paragraph, its lines after the first indented like the text after `mark`.
pub fn paragraph(out: &mut dyn Write, mark: &str, text: &str) -> io::Result<()> {
    let indent = " ".repeat(textwrap::core::display_width(mark));
    let width = textwrap::termwidth().clamp(30, WIDEST);
    // An id such as `two-weeks` stays in one piece.
    let options = textwrap::Options::new(width)
        .initial_indent(mark)
        .subsequent_indent(&indent)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    writeln!(out, "{}", textwrap::fill(&harmless(text), options))
}

/// Tells on standard error why something could not be done.
pub fn complain(why: &str) {
    // Nobody is left to be told where even this fails.
    let _ = paragraph(&mut io::stderr(), "amends: ", why);
}

/// Whether a person sits at the terminal.
#[must_use]
pub fn interactive() -> bool {
    io::stdin().is_terminal()
}

/// Whether findings may be coloured.
#[must_use]
pub fn coloured() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Tells findings on standard error: in full to a person, a line each to a pipe.
pub fn tell_findings<'f>(findings: impl IntoIterator<Item = &'f Diagnostic>) {
    for finding in findings {
        let finding = super::finding::clean(finding);
        // Standard error may be closed; then there is nobody to tell.
        let _ = if interactive() {
            writeln!(io::stderr(), "{}\n", render_full(&finding, coloured()))
        } else {
            writeln!(io::stderr(), "{}", render_short(&finding))
        };
    }
}
