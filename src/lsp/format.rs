//! Laying out the open text.

use lsp_types::TextEdit;

use super::document::Document;
use crate::diag::Source;
use crate::scenario::format::format;

/// The change that lays a text out; none where it is laid out already or cannot be read yet, which is underlined anyway. What
/// stays at the beginning and the end is no part of it, so that the cursor keeps its place.
pub fn laid_out(document: &Document) -> Vec<TextEdit> {
    let before = document.text();
    let Ok(after) = format(&Source::new("", before)) else { return Vec::new() };
    if before == after {
        return Vec::new();
    }
    let same = before.char_indices().zip(after.chars()).find(|((_, one), other)| one != other);
    let start = same.map_or(before.len().min(after.len()), |((at, _), _)| at);
    let rests = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let letters = rests.0.chars().rev().zip(rests.1.chars().rev());
    let tail: usize = letters.take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum();
    let new_text = after.get(start..after.len() - tail).unwrap_or_default().to_owned();
    vec![TextEdit { range: document.range(&(start..before.len() - tail)), new_text }]
}
