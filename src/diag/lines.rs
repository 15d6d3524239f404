//! Places of many byte offsets in one text: the lines are counted once.

use super::{Place, Source};

/// Where the lines of a text begin.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a source.
    #[must_use]
    pub fn of(source: &'a Source) -> Self {
        let after = source.text.match_indices('\n').map(|(newline, _)| newline + 1);
        Self { text: &source.text, starts: std::iter::once(0).chain(after).collect() }
    }

    /// Line and column of a byte offset, as [`Source::place`] counts them.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let offset = if self.text.is_char_boundary(offset) { offset } else { self.text.len() };
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.start(line);
        Place { line, column: self.text.get(start..offset).unwrap_or_default().chars().count() + 1 }
    }

    /// The byte at which a line, counted from 1, begins; the text's end for a line past it.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_count_as_the_source_does() {
        let source = Source::new("a.ron", "één\nzwei – drei\n\nfin");
        let lines = Lines::of(&source);
        for offset in 0..source.text.len() + 2 {
            assert_eq!(lines.place(offset), source.place(offset), "at {offset}");
        }
    }
}
