//! Writing down what comes of plays now, in place of what was expected. Nothing else of the file changes: comments and layout stay.

use super::Verdict;
use super::expect::Edit;

/// The file's text with every difference of plays that could be played written down as it is now, and how many there were. A play
/// that leaves the road or names what does not exist stays as it is.
#[must_use]
pub fn bless(text: &str, verdicts: &[Verdict]) -> (String, usize) {
    let playable = verdicts.iter().filter(|verdict| verdict.findings.is_empty());
    let mut edits: Vec<&Edit> =
        playable.flat_map(|verdict| &verdict.differences).filter_map(|difference| difference.edit.as_ref()).collect();
    // From the end, so that the places before stay where they are.
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
    let mut text = text.to_owned();
    let mut done = 0;
    for edit in edits {
        if text.get(edit.span.clone()).is_some() {
            text.replace_range(edit.span.clone(), &edit.text);
            done += 1;
        }
    }
    (text, done)
}
