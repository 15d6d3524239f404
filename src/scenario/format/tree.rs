//! The pieces of a text as brackets within brackets, each comment with what it stands beside. Nothing is lost and nothing is
//! judged: a text that another parser has accepted always has a tree.

use std::iter::Peekable;
use std::slice::Iter;

use super::lex::{Kind, Token};

/// A whole file.
#[derive(Debug, Default)]
pub struct Document<'a> {
    /// `#![…]`, each with the comments before it.
    pub attributes: Vec<Item<'a>>,
    /// The value with the comments before it.
    pub value: Option<Item<'a>>,
    /// Comments after everything.
    pub rest: Vec<Comment<'a>>,
}

/// A comment.
#[derive(Clone, Copy, Debug)]
pub struct Comment<'a> {
    pub text: &'a str,
    /// Whether it runs to the end of its line.
    pub to_line_end: bool,
    /// Line ends before it.
    pub lines_before: usize,
}

/// What stands between two commas.
#[derive(Debug, Default)]
pub struct Item<'a> {
    /// Comments before it.
    pub before: Vec<Comment<'a>>,
    /// It.
    pub parts: Vec<Part<'a>>,
    /// Comments after it and its comma on the same line.
    pub after: Vec<Comment<'a>>,
    /// Line ends before its first part.
    pub lines_before: usize,
    /// Whether a comma follows it.
    pub comma: bool,
}

/// A part of an item.
#[derive(Debug)]
pub enum Part<'a> {
    Word(&'a str),
    Text(&'a str),
    Colon,
    Comment(Comment<'a>),
    Group(Group<'a>),
}

/// A pair of brackets and what is in it.
#[derive(Debug, Default)]
pub struct Group<'a> {
    pub open: &'a str,
    pub close: &'a str,
    /// A comment that stands behind the opening bracket and ends its line.
    pub opening: Option<Comment<'a>>,
    pub items: Vec<Item<'a>>,
    /// Comments after the last item.
    pub rest: Vec<Comment<'a>>,
    /// Whether the first line ends behind the opening bracket.
    pub opens_line: bool,
    /// How it looks on one line, if its author wrote it on one.
    pub flat: Option<Flat>,
}

/// Measures of something on one line, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flat {
    /// All of it.
    pub width: usize,
    /// The longest text in it.
    pub longest: usize,
    /// Texts that are long enough to want a line of their own.
    pub long: usize,
}

/// From how many characters on a text is long.
const LONG: usize = 60;

impl Flat {
    fn of(text: &str) -> Self {
        Self { width: text.chars().count(), ..Self::default() }
    }

    fn and(self, other: Self) -> Self {
        Self { width: self.width + other.width, longest: self.longest.max(other.longest), long: self.long + other.long }
    }
}

/// The pieces still to come.
struct Pieces<'t, 'a>(Peekable<Iter<'t, Token<'a>>>);

/// The tree of a text's pieces. Recursion goes as deep as the brackets do.
pub fn tree<'a>(tokens: &[Token<'a>]) -> Document<'a> {
    let mut pieces = Pieces(tokens.iter().peekable());
    let mut document = Document::default();
    loop {
        let mut before = pieces.comments();
        let Some(token) = pieces.peek() else {
            document.rest.append(&mut before);
            return document;
        };
        if token.kind == Kind::Attribute {
            pieces.0.next();
            let after = pieces.comments_on_this_line();
            let parts = vec![Part::Word(token.text)];
            let lines_before = token.lines_before;
            document.attributes.push(Item { before, parts, after, lines_before, comma: false });
        } else if document.value.is_none() {
            let mut item = pieces.item(before);
            document.rest.append(&mut item.1);
            document.value = Some(item.0);
        } else {
            // A second value, which no parser accepts.
            pieces.0.next();
        }
    }
}

impl<'a> Pieces<'_, 'a> {
    fn peek(&mut self) -> Option<Token<'a>> {
        self.0.peek().map(|token| **token)
    }

    fn next_if(&mut self, wanted: impl Fn(&Token<'a>) -> bool) -> Option<Token<'a>> {
        self.0.next_if(|token| wanted(token)).copied()
    }

    fn comments(&mut self) -> Vec<Comment<'a>> {
        std::iter::from_fn(|| self.next_if(|token| token.kind.is_comment()).map(Comment::of)).collect()
    }

    /// Comments up to the end of the line, or none where something else still follows on it.
    fn comments_on_this_line(&mut self) -> Vec<Comment<'a>> {
        let mut ahead = self.0.clone();
        let mut count = 0;
        while ahead.next_if(|token| token.kind.is_comment() && token.lines_before == 0).is_some() {
            count += 1;
        }
        let line_ends = ahead.peek().is_none_or(|token| token.lines_before > 0 || token.kind == Kind::Close);
        if line_ends { self.0.by_ref().take(count).map(|token| Comment::of(*token)).collect() } else { Vec::new() }
    }

    /// The item that begins here, up to and with its comma; and comments that follow it on lines of their own.
    fn item(&mut self, before: Vec<Comment<'a>>) -> (Item<'a>, Vec<Comment<'a>>) {
        let lines_before = self.peek().map_or(0, |token| token.lines_before);
        let mut item = Item { before, lines_before, ..Item::default() };
        let mut waiting: Vec<Comment<'a>> = Vec::new();
        loop {
            match self.peek() {
                Some(token) if token.kind.is_comment() => {
                    self.0.next();
                    waiting.push(Comment::of(token));
                }
                Some(token) if !matches!(token.kind, Kind::Comma | Kind::Close | Kind::Attribute) => {
                    item.parts.extend(waiting.drain(..).map(Part::Comment));
                    self.0.next();
                    item.parts.push(match token.kind {
                        Kind::Text => Part::Text(token.text),
                        Kind::Colon => Part::Colon,
                        Kind::Open => Part::Group(self.group(token)),
                        _ => Part::Word(token.text),
                    });
                }
                _ => break,
            }
        }
        item.comma = self.next_if(|token| token.kind == Kind::Comma).is_some();
        let own_line = if item.comma { None } else { waiting.iter().position(|comment| comment.lines_before > 0) };
        let later = own_line.map(|at| waiting.split_off(at)).unwrap_or_default();
        // What can stand before the comma stays there; from the first that cannot on, all of them go behind it.
        let inside = waiting.iter().take_while(|comment| !comment.to_line_end && comment.lines_before == 0).count();
        item.after = waiting.split_off(inside);
        item.parts.extend(waiting.into_iter().map(Part::Comment));
        if item.comma {
            item.after.extend(self.comments_on_this_line());
        }
        (item, later)
    }

    fn group(&mut self, open: Token<'a>) -> Group<'a> {
        let mut group = Group { open: open.text, close: "", ..Group::default() };
        let begin = self.0.clone();
        if self.peek().is_some_and(|token| token.kind.is_comment()) {
            let mut on_line = self.comments_on_this_line();
            // One comment behind the bracket stays there; of several each gets a line.
            group.opening = (!on_line.is_empty() && self.peek().is_some_and(|token| token.lines_before > 0))
                .then(|| on_line.remove(0));
            group.rest = on_line;
        }
        group.opens_line = group.opening.is_some() || self.peek().is_some_and(|token| token.lines_before > 0);
        loop {
            let mut before = std::mem::take(&mut group.rest);
            before.extend(self.comments());
            match self.peek() {
                Some(token) if token.kind != Kind::Close && token.kind != Kind::Attribute => {
                    let (item, later) = self.item(before);
                    group.items.push(item);
                    group.rest = later;
                }
                _ => {
                    group.rest = before;
                    break;
                }
            }
        }
        if let Some(close) = self.next_if(|token| token.kind == Kind::Close) {
            group.close = close.text;
            let one_line = begin
                .take_while(|token| token.start <= close.start)
                .all(|token| token.lines_before == 0 && !token.text.contains('\n') && token.kind != Kind::LineComment);
            group.flat = one_line.then(|| group.measure());
        }
        group
    }
}

impl<'a> Comment<'a> {
    fn of(token: Token<'a>) -> Self {
        Self { text: token.text, to_line_end: token.kind == Kind::LineComment, lines_before: token.lines_before }
    }
}

impl Item<'_> {
    /// Line ends before it and its comments.
    pub fn first_lines_before(&self) -> usize {
        self.before.first().map_or(self.lines_before, |comment| comment.lines_before)
    }

    /// Whether it begins a line of its own in the author's text.
    pub fn starts_line(&self) -> bool {
        self.first_lines_before() > 0
    }

    /// Whether a line ends between its comments, or between them and itself.
    pub fn breaks_within(&self) -> bool {
        let mut lines = self.before.iter().map(|comment| comment.lines_before).chain([self.lines_before]);
        lines.next();
        lines.any(|lines_before| lines_before > 0)
    }

    /// Its measures on one line with its comments, without a comma; nothing where it does not go on one.
    pub fn flat(&self) -> Option<Flat> {
        let mut flat = self.flat_without_comments()?;
        for comment in self.before.iter().chain(&self.after) {
            flat = flat.and(comment.flat()?).and(Flat::of(" "));
        }
        Some(flat)
    }

    /// The same without the comments before and after it.
    pub fn flat_without_comments(&self) -> Option<Flat> {
        let mut flat = Flat::default();
        for (index, part) in self.parts.iter().enumerate() {
            flat = flat.and(match part {
                Part::Word(word) => Flat::of(word),
                Part::Text(text) if text.contains('\n') => return None,
                Part::Text(text) => {
                    let width = text.chars().count();
                    Flat { width, longest: width, long: usize::from(width > LONG) }
                }
                Part::Colon => Flat::of(": "),
                Part::Comment(comment) => comment.flat()?.and(Flat::of(" ")),
                Part::Group(group) => group.flat?,
            });
            // A comment between two parts has a blank on either side.
            if index > 0 && matches!(part, Part::Comment(_)) && index + 1 < self.parts.len() {
                flat = flat.and(Flat::of(" "));
            }
        }
        Some(flat)
    }

    /// Whether it is a value without a name before it.
    pub fn is_unnamed(&self) -> bool {
        !self.parts.iter().any(|part| matches!(part, Part::Colon))
    }
}

impl Comment<'_> {
    fn flat(&self) -> Option<Flat> {
        (!self.to_line_end && !self.text.contains('\n')).then(|| Flat::of(self.text))
    }
}

impl Group<'_> {
    /// Its measures on one line; the caller has made sure that it stands on one.
    fn measure(&self) -> Flat {
        let items = self.items.iter().filter_map(Item::flat);
        let comments = self.rest.iter().filter_map(Comment::flat);
        let separators = (self.items.len() + self.rest.len()).saturating_sub(1) * 2;
        items.chain(comments).fold(Flat { width: 2 + separators, ..Flat::default() }, Flat::and)
    }
}
