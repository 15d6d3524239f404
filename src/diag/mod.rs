//! What is wrong, where, why it matters and what to do: one type for every finding, and one renderer per file.
//! Nothing here knows scenarios, screens or terminals.

mod fix;
mod full;
mod lines;
mod short;
mod suggest;

use std::ops::Range;
use std::sync::Arc;

pub use fix::{Edit, Fix, apply, with_comma};
pub use full::{render_full, render_full_in};
pub use lines::Lines;
pub use short::render_short;
pub use suggest::{did_you_mean, only_near};

/// A text with the name its reader knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Usually a path, as it was given.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// A shared source.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into() })
    }

    /// Line and column, both from 1 and counted in characters, of a byte offset. An offset past the end stands at the end.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        }
    }

    /// The byte offset of a line and column as [`Source::place`] counts them; a place past the end stands at the end.
    #[must_use]
    pub fn offset(&self, place: Place) -> usize {
        let line_start = match place.line {
            0 | 1 => 0,
            line => self.text.match_indices('\n').nth(line - 2).map_or(self.text.len(), |(newline, _)| newline + 1),
        };
        let rest = self.text.get(line_start..).unwrap_or_default();
        let within = rest.char_indices().nth(place.column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
        line_start + within
    }
}

/// A point in a text, counted from 1 in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can be played, but it is weaker than it should be.
    Warning,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, for example `S103`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence; values stand in backticks.
    pub title: String,
    /// The text it is about.
    pub source: Arc<Source>,
    /// The bytes it is about, where they are known.
    pub span: Option<Range<usize>>,
    /// A word at the underlined place.
    pub label: Option<String>,
    /// Why it matters to the trainee or the author.
    pub why: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// The change that puts it right, where that is certain.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Where it starts, if that is known.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.span.as_ref().map(|span| self.source.place(span.start))
    }

    /// `file:line:column`, or the file alone.
    #[must_use]
    pub fn location(&self) -> String {
        match self.place() {
            Some(place) => format!("{}:{}:{}", self.source.name, place.line, place.column),
            None => self.source.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_offsets_agree_also_after_letters_of_several_bytes() {
        let source = Source::new("a.ron", "één\nzwei – drei\n");
        for (offset, _) in source.text.char_indices() {
            assert_eq!(source.offset(source.place(offset)), offset);
        }
        assert_eq!(source.place(6), Place { line: 2, column: 1 });
        assert_eq!(source.offset(Place { line: 9, column: 1 }), source.text.len());
    }
}
