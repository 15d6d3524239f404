//! What a text holds, as far as it can be told from its brackets and words alone: it need not be RON yet. Everything the editor
//! offers while somebody types stands on this, and nothing here knows what a scenario is.

use std::ops::Range;

use super::scan::Scan;
pub use super::tokens::Bracket;
use super::tokens::Token;

/// The brackets and words of a text.
#[derive(Debug, Default)]
pub struct Outline {
    /// The first is the whole text; every other stands in one before it.
    pub nodes: Vec<Node>,
    /// In the order of the text.
    pub words: Vec<Word>,
    /// Whether every bracket has its other half.
    pub balanced: bool,
}

/// A pair of brackets with what stands between them.
#[derive(Debug)]
pub struct Node {
    /// None for the whole text.
    pub bracket: Option<Bracket>,
    /// The node it stands in; the first node stands in itself.
    pub parent: usize,
    /// The word before the colon before it.
    pub label: Option<usize>,
    /// The word directly before the bracket, as in `Choose(`.
    pub opener: Option<usize>,
    /// How many commas stand before it in its parent.
    pub item: usize,
    /// The bytes, brackets included; to the end of the text where it is not closed.
    pub span: Range<usize>,
}

/// What a word is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It stands before a colon: the name of a field or the key of a map.
    Label,
    /// It stands directly before a round bracket.
    Opener,
    /// Anything else.
    Value,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In quotation marks.
    Text,
    /// Bare.
    Name,
    /// A number.
    Number,
}

/// A word, number or text.
#[derive(Debug)]
pub struct Word {
    /// The bytes, without quotation marks.
    pub span: Range<usize>,
    /// How it is written.
    pub form: Form,
    /// What it is there for.
    pub role: Role,
    /// The node it stands in.
    pub node: usize,
    /// The word before the colon before it.
    pub label: Option<usize>,
    /// How many commas stand before it between its brackets.
    pub item: usize,
}

/// A place at which somebody types.
#[derive(Debug)]
pub struct Cursor {
    /// The brackets around it.
    pub node: usize,
    /// The word before the colon before it: what is typed is its value.
    pub label: Option<usize>,
    /// How many commas stand before it between the brackets.
    pub item: usize,
    /// Where the word begins that is being typed (after its quotation mark).
    pub start: usize,
    /// Whether a quotation mark is open.
    pub quoted: bool,
    /// Whether a value is there already, so that nothing but a comma can follow.
    pub filled: bool,
    /// Whether it is in a comment.
    pub comment: bool,
}

impl Outline {
    /// The outline of a whole text.
    pub fn of(text: &str) -> Self {
        let exact = Scan::of(text, false).outline;
        if exact.balanced { exact } else { Scan::of(text, true).outline }
    }

    /// The outline of what stands before `offset`, and what can be said of the place itself. `mend` where brackets of the whole
    /// text lack their other half.
    pub fn before(text: &str, offset: usize, mend: bool) -> (Self, Cursor) {
        let text = text.get(..offset).unwrap_or(text);
        let Scan { outline, open, last, typed, .. } = Scan::of(text, mend);
        let top = open.last().copied().unwrap_or_default();
        let at_end = |span: &Range<usize>| span.end == text.len();
        let typing = last.filter(|(token, span)| match token {
            Token::Text { closed } => !closed && at_end(span),
            Token::Name | Token::Number | Token::Comment => at_end(span),
            Token::Open(_) | Token::Close(_) | Token::Comma | Token::Colon => false,
        });
        let (start, quoted, comment) = match typing {
            Some((Token::Comment, span)) => (span.end, false, !text.ends_with("*/")),
            Some((token, span)) => (span.start, matches!(token, Token::Text { .. }), false),
            None => (text.len(), false, false),
        };
        let typing_a_word = start < text.len() || quoted;
        let filled = if typing_a_word { typed } else { top.filled };
        (outline, Cursor { node: top.node, label: top.label, item: top.item, start, quoted, filled, comment })
    }

    /// The innermost brackets and the word around a byte, if one is there. A word is around the bytes at both its ends.
    pub fn word_at(&self, offset: usize) -> Option<usize> {
        let after = self.words.partition_point(|word| word.span.start <= offset);
        let word = after.checked_sub(1)?;
        self.words.get(word).filter(|found| offset <= found.span.end).map(|_| word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels and openers around a place, from the outside in, and what is being typed there.
    fn place(text: &str) -> (String, String, bool) {
        let offset = text.find('|').expect("a cursor");
        let text = text.replace('|', "");
        let (outline, cursor) = Outline::before(&text, offset, !Outline::of(&text).balanced);
        let said = |word: Option<usize>| word.and_then(|word| text.get(outline.words.get(word)?.span.clone()));
        let mut path: Vec<String> = said(cursor.label).map(str::to_owned).into_iter().collect();
        let mut at = cursor.node;
        while at != 0 {
            let node = outline.nodes.get(at).expect("a node");
            path.extend(said(node.opener).map(|opener| format!("{opener}(")));
            path.extend(said(node.label).map(str::to_owned));
            at = node.parent;
        }
        path.reverse();
        (path.join(" "), text.get(cursor.start..offset).unwrap_or_default().to_owned(), cursor.filled)
    }

    #[test]
    fn the_way_to_the_cursor_is_known_while_the_text_does_not_parse() {
        let start = "#![enable(implicit_some)]\nScenario(beats: {\n    \"desk\": (says: \"Hi\", reply: Choose({\n        \"own\": (";
        for (typed, path, word) in [
            ("to: \"te|", "Scenario( beats desk reply Choose( own to", "te"),
            ("to: \"|", "Scenario( beats desk reply Choose( own to", ""),
            ("to: |", "Scenario( beats desk reply Choose( own to", ""),
            ("if: Chose(\"de|", "Scenario( beats desk reply Choose( own if Chose(", "de"),
            ("sh|", "Scenario( beats desk reply Choose( own", "sh"),
            ("say: \"x\", shows: {\"apo|\": 2}, to: \"end\")", "Scenario( beats desk reply Choose( own shows", "apo"),
            ("uses: [\"a\", \"|\n ),\n \"b\": (to: \"x\"),", "Scenario( beats desk reply Choose( own uses", ""),
        ] {
            assert_eq!(place(&format!("{start}{typed}")), (path.to_owned(), word.to_owned(), false), "{typed}");
        }
    }

    #[test]
    fn a_forgotten_mark_or_bracket_before_the_cursor_does_not_hide_the_rest() {
        let (path, ..) =
            place("S(beats: {\n \"a\": (says: \"Hi\n ),\n \"b\": (reveals: [\"x\",\n ),\n \"c\": (otherwise: \"|");
        assert_eq!(path, "S( beats c otherwise");
        let start = "S(\n  beats: {\n    \"a\": (reply: Choose({\n        ";
        for open in [
            "\"x\": (if: Chose(\"",
            "\"x\": (shows: {\"",
            "\"x\": (uses: [\"a\", ",
            "\"x\": (to: [(if: Any([Knows(\"a",
            "",
        ] {
            let (path, ..) = place(&format!("{start}{open}\n        \"y\": (to: \"|"));
            assert_eq!(path, "S( beats a reply Choose( y to", "{open}");
            let (path, ..) = place(&format!("{start}{open}\n    \"b\": (otherwise: \"|"));
            assert_eq!(path, "S( beats b otherwise", "{open}");
        }
    }

    #[test]
    fn a_sound_text_is_understood_whatever_its_indentation() {
        let flat = "S(\nbeats: {\n\"a\": (\nreply: Choose({\n\"x\": (\nshows: {\n\"apology\": 1,\n},\nto: \"|";
        assert_eq!(place(flat).0, "S( beats a reply Choose( x to");
        let odd = flat.replace('\n', "\n  ") + "\")}))})";
        assert_eq!(place(&odd).0, "S( beats a reply Choose( x to", "nothing is forgotten in it");
    }

    #[test]
    fn after_a_value_only_a_comma_can_follow() {
        assert!(place("(to: \"a\" |").2);
        assert!(place("(to: (x: 1) |").2);
        assert!(!place("(to: \"a\", |").2);
    }

    #[test]
    fn a_word_is_found_at_both_its_ends() {
        let text = "(start: \"desk\")";
        let outline = Outline::of(text);
        let at = |offset| outline.word_at(offset).and_then(|word| text.get(outline.words.get(word)?.span.clone()));
        assert_eq!(
            [at(1), at(6), at(9), at(13), at(14)],
            [Some("start"), Some("start"), Some("desk"), Some("desk"), None]
        );
    }
}
