//! Slips in the writing of a RON text, told as a trainer made them: the quotation mark that is missing and not the comma that the
//! parser would have liked instead. A parser says where it stopped; the pieces of the text around that place say why.

use std::ops::Range;

use ron::Error as Ron;
use ron::error::SpannedError;

use super::format::lex::{Kind, Token, is_space, tokens};
use super::syntax::offset;

/// A slip with its place, in bytes of the text without its byte-order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub span: Range<usize>,
    pub title: String,
    pub help: String,
    /// What certainly puts it right: these bytes become this text.
    pub fix: Option<(Range<usize>, String)>,
}

/// Where the bracket stands that is still open where a parser stopped, because there comes another's end, or the file's. What follows it
/// may belong somewhere else.
pub fn still_open(text: &str, error: &SpannedError) -> Option<usize> {
    let around = Around::of(text, place(text, error));
    let open = around.open.last()?;
    let closes = |next: Token<'_>| next.kind != Kind::Close || next.text == closing(open.text);
    (!around.piece(0).is_some_and(closes)).then_some(open.start)
}

/// A parser's place begins before what it read last. Where that was the end of the file, the end is the place.
fn place(text: &str, error: &SpannedError) -> usize {
    let (start, end) = (offset(text, error.span.start), offset(text, error.span.end));
    if text.get(end..).is_some_and(|rest| rest.trim().is_empty()) { end } else { start.min(end) }
}

/// The slip at which a parser stopped, where it is one that is known.
pub fn slip(text: &str, error: &SpannedError) -> Option<Slip> {
    let end = offset(text, error.span.end);
    let at = place(text, error);
    let around = Around::of(text, at);
    match &error.code {
        // What is read is not what should stand there, and the parser knows better what should.
        Ron::Fmt
        | Ron::Io(_)
        | Ron::Message(_)
        | Ron::ExceededRecursionLimit
        | Ron::IntegerOutOfBounds
        | Ron::Utf8Error(_)
        | Ron::InvalidValueForType { .. }
        | Ron::ExpectedDifferentLength { .. }
        | Ron::ExpectedDifferentStructName { .. }
        | Ron::NoSuchEnumVariant { .. }
        | Ron::NoSuchStructField { .. }
        | Ron::MissingStructField { .. }
        | Ron::DuplicateStructField { .. } => None,
        Ron::UnclosedBlockComment => around.note(),
        Ron::InvalidEscape(_) => around.backslash(end),
        Ron::ExpectedStringEnd => around.unclosed_text(),
        Ron::NoSuchExtension(name) => Some(Slip {
            span: at..end,
            title: format!("the first line switches on `{name}`, which does not exist"),
            help: FIRST_LINE.into(),
            fix: None,
        }),
        Ron::ExpectedAttribute | Ron::ExpectedAttributeEnd => {
            Some(around.here("this is neither the first line of a scenario nor a note", FIRST_LINE))
        }
        Ron::TrailingCharacters => Some(around.trailing()),
        _ => around.letter().or_else(|| around.unfinished()).or_else(|| around.pieces(&error.code)),
    }
}

const FIRST_LINE: &str = "The first line is `#![enable(implicit_some)]`. A note begins with `//`.";

/// The pieces around a place.
struct Around<'a> {
    text: &'a str,
    at: usize,
    /// Everything but comments.
    solid: Vec<Token<'a>>,
    /// The comments.
    comments: Vec<Token<'a>>,
    /// The first piece that ends after the place, as a position in `solid`.
    next: usize,
    /// The brackets that are open at the place.
    open: Vec<Token<'a>>,
}

impl<'a> Around<'a> {
    fn of(text: &'a str, at: usize) -> Self {
        let (comments, solid): (Vec<_>, Vec<_>) = tokens(text).into_iter().partition(|token| token.kind.is_comment());
        let next = solid.partition_point(|token| end(token) <= at);
        let mut open: Vec<Token<'a>> = Vec::new();
        for token in solid.iter().take(next) {
            match token.kind {
                Kind::Open => open.push(*token),
                Kind::Close if open.last().is_some_and(|last| closing(last.text) == token.text) => {
                    open.pop();
                }
                Kind::Close
                | Kind::Word
                | Kind::Text
                | Kind::Comma
                | Kind::Colon
                | Kind::Attribute
                | Kind::LineComment
                | Kind::BlockComment => {}
            }
        }
        Self { text, at, solid, comments, next, open }
    }

    /// The piece so many before or after the next one.
    fn piece(&self, by: isize) -> Option<Token<'a>> {
        self.solid.get(self.next.checked_add_signed(by)?).copied()
    }

    fn kind(&self, by: isize) -> Option<Kind> {
        self.piece(by).map(|token| token.kind)
    }

    /// Where the next piece is, or the end of what there is.
    fn place(&self) -> Range<usize> {
        self.piece(0).map_or_else(|| self.last()..self.last(), |next| next.start..first_line(&next))
    }

    /// Where the last piece before the place ends.
    fn last(&self) -> usize {
        self.piece(-1).map_or(0, |before| end(&before))
    }

    /// The letter before the place, at which something is missing.
    fn last_letter(&self) -> Range<usize> {
        let last = self.last();
        self.text.floor_char_boundary(last.saturating_sub(1))..last
    }

    fn here(&self, title: impl Into<String>, help: impl Into<String>) -> Slip {
        Slip { span: self.place(), title: title.into(), help: help.into(), fix: None }
    }

    fn line(&self, offset: usize) -> usize {
        self.text.get(..offset).unwrap_or_default().matches('\n').count() + 1
    }

    /// `the `(` in line 7`
    fn named(&self, open: &Token<'_>) -> String {
        format!("the `{}` in line {}", open.text, self.line(open.start))
    }

    fn note(&self) -> Option<Slip> {
        let note = self.comments.last()?;
        Some(Slip {
            span: note.start..note.start + 2,
            title: "the note that begins here is never closed".into(),
            help: "Write `*/` where it ends, or `//` before each of its lines.".into(),
            fix: None,
        })
    }

    fn backslash(&self, end: usize) -> Option<Slip> {
        let from = self.piece(0)?.start;
        let start = from + self.text.get(from..end)?.rfind('\\')?;
        let length = self.text.get(start..)?.chars().take(2).map(char::len_utf8).sum::<usize>();
        let written = self.text.get(start..start + length)?;
        Some(Slip {
            span: start..start + length,
            title: format!("`{written}` means nothing in a text"),
            help: "Write a backslash twice: `\\\\`.".into(),
            fix: None,
        })
    }

    fn unclosed_text(&self) -> Option<Slip> {
        let text = self.piece(0).or_else(|| self.piece(-1))?;
        Some(Slip {
            span: text.start..first_line(&text),
            title: "the text that begins here is never closed".into(),
            help: "Put a `\"` at its end. A `\"` inside a text is written `\\\"`.".into(),
            fix: None,
        })
    }

    fn trailing(&self) -> Slip {
        let next = self.piece(0);
        if next.is_some_and(|next| next.text == "Scenario") {
            return self
                .here("a second scenario begins here", "One file holds one scenario: move this one to its own.");
        }
        if next.is_some_and(|next| next.kind == Kind::Close) {
            return self.here(
                "every bracket is closed before this one",
                "Take it out, or look above for the bracket that is one too many.",
            );
        }
        self.here(
            "the scenario ends before this",
            "Write `//` before a note, or take it out. If it belongs to the scenario, a bracket above closes too early.",
        )
    }

    /// A letter that has no place between the pieces of a text.
    fn letter(&self) -> Option<Slip> {
        let rest = self.text.get(self.at..)?;
        let start = self.at + rest.len() - rest.trim_start_matches(is_space).len();
        let letter = self.text.get(start..)?.chars().next()?;
        let after = start + letter.len_utf8();
        let value = self.kind(-1) == Some(Kind::Colon);
        let slip = |title: String, help: &str, instead: Option<&str>| {
            let fix = instead.map(|instead| (start..after, instead.to_owned()));
            Some(Slip { span: start..after, title, help: help.to_owned(), fix })
        };
        match letter {
            '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‹' | '›' | '＂' => slip(
                format!("`{letter}` is not the quotation mark that texts stand in"),
                "Write `\"` at both ends of the text. Word processors change it as you type; a plain text editor does not.",
                None,
            ),
            '\'' => {
                slip("a text stands in double quotation marks".into(), "Write `\"` at both ends of the text.", None)
            }
            '#' => slip("a note does not begin with `#`".into(), "Write `//` before a note.", Some("//")),
            '=' if !value => slip("`=` stands where a colon belongs".into(), "Write `:`.", None),
            '=' | '<' | '>' | '!' | '&' | '|' | '+' | '*' => Some(Slip {
                // The word before it is part of the same thought.
                span: self.piece(-1).filter(|before| before.kind == Kind::Word).map_or(start, |before| before.start)
                    ..after,
                title: format!("`{letter}` is no part of this language"),
                help: "A comparison is written `AtLeast(trust, 500)`, and `All([…, …])` joins conditions.".into(),
                fix: None,
            }),
            ';' => slip("`;` stands where a comma belongs".into(), "Write `,`.", Some(",")),
            ',' if value => {
                slip("a value is missing before this comma".into(), "Write what belongs after the colon.", None)
            }
            ',' => slip("there is one comma too many".into(), "Take it out.", Some("")),
            '\u{a0}'
            | '\u{ad}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200d}'
            | '\u{202a}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}'
            | '\u{3000}'
            | '\u{feff}' => self.odd_space(start, letter),
            _ => None,
        }
    }

    /// Spaces of another kind than a keyboard writes.
    fn odd_space(&self, start: usize, letter: char) -> Option<Slip> {
        let run = self.text.get(start..)?.chars().take_while(|other| *other == letter).map(char::len_utf8);
        let (length, count) = run.fold((0, 0), |(length, count), one| (length + one, count + 1));
        Some(Slip {
            span: start..start + length,
            title: format!("there is a space of another kind here (U+{:04X})", u32::from(letter)),
            help: "Type it again as a plain space. Such spaces come along when text is copied from a web page.".into(),
            fix: Some((start..start + length, " ".repeat(count))),
        })
    }

    /// The file ends while brackets are open.
    fn unfinished(&self) -> Option<Slip> {
        if self.kind(0).is_some() {
            return None;
        }
        let innermost = self.open.last()?;
        let close: String = self.open.iter().rev().map(|open| closing(open.text)).collect();
        let (brackets, them) = match self.open.len() {
            1 => ("1 bracket is".to_owned(), "it"),
            more => (format!("{more} brackets are"), "them"),
        };
        // Nobody counts more than these.
        let ending = if self.open.len() <= 20 { format!(" `{close}` would close {them}.") } else { String::new() };
        Some(Slip {
            span: self.last_letter(),
            title: format!("the file ends here, and {} is still open", self.named(innermost)),
            help: format!("{brackets} open. Was the end of the file cut off?{ending}"),
            fix: None,
        })
    }

    /// What the order of the pieces shows.
    fn pieces(&self, code: &Ron) -> Option<Slip> {
        let next = self.piece(0)?;
        let before = self.piece(-1)?;
        if next.kind == Kind::Close {
            return self.wrong_close(&next, &before);
        }
        if next.kind == Kind::Word
            && next.start < self.at
            && next.text.starts_with(|letter: char| letter.is_ascii_digit())
        {
            return Some(
                self.here(format!("`{}` is not a number", next.text), "Write the number alone, without a unit."),
            );
        }
        let labelled = matches!(next.kind, Kind::Word | Kind::Text) && self.kind(1) == Some(Kind::Colon);
        let same_line = self.line(before.start) == self.line(next.start);
        match (before.kind, next.kind) {
            (Kind::Text, Kind::Word) if before.text.contains('\n') && end(&before) == next.start => Some(Slip {
                span: before.start..first_line(&before),
                title: "the text that begins here is not closed where it should end".into(),
                help: format!(
                    "Put a `\"` at its end. It was read up to the next `\"`, in line {}.",
                    self.line(end(&before))
                ),
                fix: None,
            }),
            (Kind::Text, Kind::Word) if same_line && !labelled => Some(Slip {
                span: self.last_letter(),
                title: "the text ends at this quotation mark, and more words follow".into(),
                help: "Write a quotation mark inside a text as `\\\"`.".into(),
                fix: None,
            }),
            (Kind::Text, Kind::Text) if !labelled => Some(self.here(
                "two texts stand side by side",
                "Make them one, between one pair of quotation marks. A text may go on over several lines.",
            )),
            (Kind::Word, Kind::Word) if same_line && self.kind(-2) == Some(Kind::Colon) => {
                Some(self.bare_words(&before))
            }
            (Kind::Word | Kind::Text, Kind::Word | Kind::Text | Kind::Open)
                if matches!(self.kind(-2), Some(Kind::Comma | Kind::Open))
                    && !labelled
                    && self.in_fields_or_entries() =>
            {
                Some(Slip {
                    span: before.start..end(&before),
                    title: format!("a colon is missing after `{}`", before.text.trim_matches('"')),
                    help: "Write `:` between a name and what belongs to it.".into(),
                    fix: Some((end(&before)..end(&before), ":".into())),
                })
            }
            (Kind::Comma | Kind::Open, Kind::Text) if labelled && self.innermost() == Some("(") => {
                Some(self.text_for_a_name(&next))
            }
            _ if labelled || *code == Ron::ExpectedComma => Some(Slip {
                span: self.last_letter(),
                title: "a comma is missing after this".into(),
                help: "Put a comma after every entry.".into(),
                fix: labelled.then(|| (self.last()..self.last(), ",".into())),
            }),
            _ => None,
        }
    }

    fn innermost(&self) -> Option<&'a str> {
        self.open.last().map(|open| open.text)
    }

    fn in_fields_or_entries(&self) -> bool {
        matches!(self.innermost(), Some("(" | "{"))
    }

    fn wrong_close(&self, next: &Token<'_>, before: &Token<'_>) -> Option<Slip> {
        if before.kind == Kind::Colon {
            return Some(self.here("a value is missing before this bracket", "Write what belongs after the colon."));
        }
        let open = self.open.last()?;
        let wanted = closing(open.text);
        (wanted != next.text).then(|| {
            self.here(
                format!("`{}` does not close {}", next.text, self.named(open)),
                format!("Put `{wanted}` before it, or take it out if it is one too many."),
            )
        })
    }

    /// Words where a text should stand.
    fn bare_words(&self, first: &Token<'_>) -> Slip {
        let from = self.next.saturating_sub(1);
        let words = self.solid.iter().skip(from).take_while(|token| token.kind == Kind::Word);
        let last = words.take_while(|token| self.line(token.start) == self.line(first.start)).last();
        let span = first.start..last.map_or(end(first), end);
        let written = self.text.get(span.clone()).unwrap_or_default().to_owned();
        Slip {
            title: "a text stands in quotation marks".into(),
            help: format!("Write `\"{written}\"`."),
            fix: Some((span.clone(), format!("\"{written}\""))),
            span,
        }
    }

    /// A name in quotation marks between round brackets: either the marks are wrong or a bracket before it is missing.
    fn text_for_a_name(&self, next: &Token<'_>) -> Slip {
        let name = next.text.trim_matches('"');
        let column = |offset: usize| {
            let line = self.text.get(..offset).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
            line.len() - line.trim_start().len()
        };
        let inside = self.open.last().is_none_or(|open| column(next.start) > column(open.start));
        let own_line = self.piece(-1).is_none_or(|before| self.line(end(&before)) < self.line(next.start));
        match self.open.last() {
            Some(open) if own_line && !inside => self.here(
                format!("a new entry begins here, and {} is still open", self.named(open)),
                format!("Close it before this place: `{}`.", closing(open.text)),
            ),
            _ => Slip {
                fix: (own_line && inside).then(|| (next.start..end(next), name.to_owned())),
                ..self.here(
                    format!("the name `{name}` stands in quotation marks"),
                    format!("Between round brackets write `{name}:`, without them. If it is an id, a bracket is missing before it."),
                )
            },
        }
    }
}

fn end(token: &Token<'_>) -> usize {
    token.start + token.text.len()
}

/// Where the first line of a piece ends.
fn first_line(token: &Token<'_>) -> usize {
    token.start + token.text.lines().next().unwrap_or_default().len()
}

fn closing(open: &str) -> &'static str {
    match open {
        "(" => ")",
        "[" => "]",
        _ => "}",
    }
}
