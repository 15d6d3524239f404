//! Changes to a text that put a finding right, and making several of them at once.

use std::collections::BTreeMap;
use std::ops::Range;

/// A change that is certain to be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in the imperative.
    pub title: String,
    /// What it replaces; the parts do not overlap.
    pub edits: Vec<Edit>,
}

/// One part of a text and what comes in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go; empty where something is only put in.
    pub span: Range<usize>,
    /// What comes in their place.
    pub text: String,
}

impl Fix {
    /// A fix that replaces one part.
    #[must_use]
    pub fn replace(title: impl Into<String>, span: Range<usize>, text: impl Into<String>) -> Self {
        Self { title: title.into(), edits: vec![Edit { span, text: text.into() }] }
    }
}

/// The text with every fix made that does not overlap one before it, and how many were made. Everything outside their edits
/// stays byte for byte as it was. Fixes that ask for the same edits count each, and are made once.
#[must_use]
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, usize) {
    let mut chosen: BTreeMap<(usize, usize), &str> = BTreeMap::new();
    let mut made = 0;
    for fix in fixes {
        let asked = |edit: &Edit| chosen.get(&key(edit)) == Some(&edit.text.as_str());
        if fix.edits.iter().all(asked) {
            made += 1;
        } else if fix.edits.iter().all(|edit| text.get(edit.span.clone()).is_some() && is_free(&chosen, edit)) {
            chosen.extend(fix.edits.iter().map(|edit| (key(edit), edit.text.as_str())));
            made += 1;
        }
    }
    let (mut after, mut at) = (String::with_capacity(text.len()), 0);
    for ((start, end), instead) in chosen {
        after.push_str(text.get(at..start).unwrap_or_default());
        after.push_str(instead);
        at = end;
    }
    after.push_str(text.get(at..).unwrap_or_default());
    (after, made)
}

fn key(edit: &Edit) -> (usize, usize) {
    (edit.span.start, edit.span.end)
}

/// Whether nothing chosen touches what an edit replaces. What is chosen never overlaps, so only the nearest can.
fn is_free(chosen: &BTreeMap<(usize, usize), &str>, edit: &Edit) -> bool {
    let Range { start, end } = edit.span;
    let nearest = chosen.range(..(end.max(start + 1), 0)).next_back();
    nearest.is_none_or(|((from, to), _)| *to <= start && (*from, *to) != (start, end))
}

/// What to take out of a text so that an item goes from its list: the item with the comma and white space before it; of the
/// first, those after it.
#[must_use]
pub fn with_comma(text: &str, item: &Range<usize>) -> Range<usize> {
    let before = text.get(..item.start).unwrap_or_default().trim_end();
    if before.ends_with(',') {
        return before.len() - 1..item.end;
    }
    let after = text.get(item.end..).unwrap_or_default();
    let blank = after.len() - after.trim_start().len();
    match after.trim_start().strip_prefix(',') {
        Some(rest) => {
            let end = item.end + blank + 1;
            item.start..end + (rest.len() - rest.trim_start().len())
        }
        None => item.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixes_are_made_all_at_once_and_never_into_each_other() {
        let fixes = [
            Fix::replace("a", 4..7, "SECOND"),
            Fix::replace("b", 0..3, "1st"),
            Fix::replace("c", 2..5, "overlaps both"),
            Fix::replace("d", 0..3, "1st"),
            Fix::replace("e", 40..41, "is not there"),
        ];
        assert_eq!(apply("one two three", &fixes), ("1st SECOND three".to_owned(), 3));
    }

    #[test]
    fn an_item_goes_with_one_comma() {
        let without = |text: &str, item: &str| {
            let at = text.rfind(item).expect("it is there");
            let gone = with_comma(text, &(at..at + item.len()));
            format!("{}{}", &text[..gone.start], &text[gone.end..])
        };
        assert_eq!(without("[a, b, c]", "c"), "[a, b]");
        assert_eq!(without("[a, b, c,]", "b"), "[a, c,]");
        assert_eq!(without("[a , b]", "a"), "[b]");
        assert_eq!(without("[ a ]", "a"), "[  ]");
    }
}
