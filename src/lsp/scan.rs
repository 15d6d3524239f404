//! Reading the outline off a text, token by token, with the brackets that are open meanwhile.

use std::ops::Range;

use super::outline::{Form, Node, Outline, Role, Word};
use super::tokens::{Bracket, Token, Tokens};

/// A bracket that is still open, while the text is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    pub node: usize,
    bracket: Option<Bracket>,
    pub item: usize,
    pub label: Option<usize>,
    word: Option<usize>,
    pub filled: bool,
    /// How far the line is indented on which it was opened.
    indent: usize,
    /// How far the first label in it is indented that begins its line.
    column: Option<usize>,
}

/// A text while it is read.
pub(super) struct Scan<'t> {
    text: &'t str,
    /// Whether labels show which brackets were forgotten.
    mend: bool,
    line: Line,
    pub outline: Outline,
    /// The brackets that are open at the end, the first for the whole text.
    pub open: Vec<Frame>,
    /// The last token.
    pub last: Option<(Token, Range<usize>)>,
    /// Whether a value was there before the latest word.
    pub typed: bool,
}

impl<'t> Scan<'t> {
    /// Reads a whole text; `mend` where brackets lack their other half.
    pub fn of(text: &'t str, mend: bool) -> Self {
        let whole = Node { bracket: None, parent: 0, label: None, opener: None, item: 0, span: 0..text.len() };
        let outline = Outline { nodes: vec![whole], words: Vec::new(), balanced: true };
        let mut scan =
            Self { text, mend, line: Line::default(), outline, open: vec![Frame::default()], last: None, typed: false };
        for (token, span) in Tokens::of(text) {
            match token {
                Token::Text { .. } => scan.word(Form::Text, span.clone()),
                Token::Name => scan.word(Form::Name, span.clone()),
                Token::Number => scan.word(Form::Number, span.clone()),
                Token::Colon => scan.colon(),
                Token::Comma => scan.comma(),
                Token::Open(bracket) => scan.open(bracket, span.start, text.len()),
                Token::Close(bracket) => scan.close(bracket, span.end),
                Token::Comment => {}
            }
            scan.last = Some((token, span));
        }
        scan.outline.balanced &= scan.open.len() == 1;
        scan
    }

    fn top(&mut self) -> Frame {
        self.open.last().copied().unwrap_or_default()
    }

    fn change(&mut self, change: impl FnOnce(&mut Frame)) {
        if let Some(top) = self.open.last_mut() {
            change(top);
        }
    }

    fn word(&mut self, form: Form, span: Range<usize>) {
        let top = self.top();
        self.typed = top.filled;
        self.line.go_to(self.text, span.start);
        let word = self.outline.words.len();
        self.outline.words.push(Word {
            span,
            form,
            role: Role::Value,
            node: top.node,
            label: top.label,
            item: top.item,
        });
        self.change(|top| {
            top.word = Some(word);
            top.filled = true;
        });
    }

    fn colon(&mut self) {
        let Some(label) = self.top().word else { return };
        if self.mend {
            self.close_forgotten(label);
        }
        let node = self.top().node;
        if let Some(word) = self.outline.words.get_mut(label) {
            word.role = Role::Label;
            word.label = None;
            word.node = node;
        }
        self.change(|top| {
            top.label = Some(label);
            top.word = None;
            top.filled = false;
        });
    }

    /// A label shows which brackets before it were forgotten: keys in quotation marks stand in `{…}`, names of fields not in `[…]`,
    /// and a label at the beginning of a line that is in line with labels further out stands with them.
    fn close_forgotten(&mut self, label: usize) {
        let Some(word) = self.outline.words.get(label) else { return };
        let (start, form) = (word.span.start, word.form);
        let fits = |frame: &&Frame| match frame.bracket {
            Some(Bracket::Round) => form == Form::Name,
            Some(Bracket::Curly) => true,
            Some(Bracket::Square) | None => false,
        };
        let column = self.line.column(self.text, start);
        let aligned = |frame: &&Frame| fits(frame) && column.is_some_and(|column| frame.column == Some(column));
        let stays = |frame: &&Frame| {
            fits(frame)
                && column.is_none_or(|column| match frame.column {
                    Some(first) => column >= first,
                    // Without any indentation there is nothing to be told from it.
                    None => column == 0 || column > frame.indent,
                })
        };
        let innermost = self.open.last().filter(stays).map(|_| self.open.len() - 1);
        let in_line = || self.open.iter().rposition(|frame| aligned(&frame));
        let nearest = || self.open.iter().rposition(|frame| fits(&frame));
        // Where no bracket fits, the text is something else than we think: it is left as it is.
        let Some(depth) = innermost.or_else(in_line).or_else(nearest) else { return };
        for frame in self.open.drain(depth + 1..) {
            if let Some(node) = self.outline.nodes.get_mut(frame.node) {
                node.span.end = start;
            }
        }
        self.change(|top| top.column = top.column.or(column));
    }

    fn comma(&mut self) {
        self.change(|top| {
            *top = Frame { node: top.node, bracket: top.bracket, item: top.item + 1, ..Frame::default() }
        });
    }

    fn open(&mut self, bracket: Bracket, start: usize, end: usize) {
        let top = self.top();
        let opener = top.word.filter(|word| {
            bracket == Bracket::Round && self.outline.words.get(*word).is_some_and(|word| word.form == Form::Name)
        });
        if let Some(word) = opener.and_then(|word| self.outline.words.get_mut(word)) {
            word.role = Role::Opener;
        }
        let node = self.outline.nodes.len();
        self.outline.nodes.push(Node {
            bracket: Some(bracket),
            parent: top.node,
            label: top.label,
            opener,
            item: top.item,
            span: start..end,
        });
        self.line.go_to(self.text, start);
        let indent = self.line.indent;
        self.open.push(Frame { node, bracket: Some(bracket), indent, ..Frame::default() });
    }

    /// Closes the nearest bracket of this kind, with those inside it that were forgotten; one that was never opened is passed over.
    fn close(&mut self, bracket: Bracket, end: usize) {
        let depth = self.open.iter().rposition(|frame| frame.bracket == Some(bracket));
        self.outline.balanced &= depth == Some(self.open.len() - 1);
        let Some(depth) = depth else { return };
        for frame in self.open.drain(depth..) {
            if let Some(node) = self.outline.nodes.get_mut(frame.node) {
                node.span.end = end;
            }
        }
        self.change(|top| {
            top.word = None;
            top.filled = true;
        });
    }
}

/// The line that is being read.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    start: usize,
    /// How far it has been read.
    seen: usize,
    /// How far it is indented.
    indent: usize,
}

impl Line {
    /// Goes on to the line of a byte, from which it only goes on.
    fn go_to(&mut self, text: &str, at: usize) {
        let passed = text.get(self.seen..at).unwrap_or_default();
        if let Some(end) = passed.rfind('\n') {
            self.start = self.seen + end + 1;
            let line = text.get(self.start..at).unwrap_or_default();
            self.indent = line.len() - line.trim_start().len();
        }
        self.seen = at;
    }

    /// How far a word is indented that begins the line, with or without a quotation mark.
    fn column(self, text: &str, word: usize) -> Option<usize> {
        let begins = self.start + self.indent;
        matches!(text.get(begins..word), Some("" | "\"")).then_some(self.indent)
    }
}
