//! The layout: what goes on one line, what gets lines of its own. The author's own line breaks and blank lines are kept where
//! they group things; indentation, blanks and commas are always the same.

use super::lex::{Kind, tokens};
use super::tree::{Comment, Document, Flat, Group, Item, Part};

/// Widest a line gets, long texts aside.
const WIDTH: usize = 120;
/// Blanks a step inwards.
const STEP: usize = 4;

/// A document as text, ending in one line end.
pub fn print(document: &Document<'_>) -> String {
    let mut printer = Printer { out: String::new(), indent: 0, on_one_line: false };
    for item in &document.attributes {
        printer.begin(item.first_lines_before());
        printer.comments_before(item);
        printer.attribute(item);
        printer.comments_after(&item.after);
    }
    if let Some(item) = &document.value {
        printer.begin(item.first_lines_before());
        printer.comments_before(item);
        printer.parts(item);
        printer.comments_after(&item.after);
    }
    for comment in &document.rest {
        printer.begin(comment.lines_before);
        printer.out.push_str(comment.text);
    }
    printer.out.push('\n');
    printer.out
}

struct Printer {
    out: String,
    /// Blanks at the beginning of a line.
    indent: usize,
    /// Whether brackets around this place have been put on one line; then those within are too.
    on_one_line: bool,
}

impl Printer {
    /// Begins a line, after an empty one where `blank`.
    fn line(&mut self, blank: bool) {
        self.out.push_str(if blank { "\n\n" } else { "\n" });
        self.out.push_str(&" ".repeat(self.indent));
    }

    /// Begins a line of the file's outermost level, unless it is the first.
    fn begin(&mut self, lines_before: usize) {
        if !self.out.is_empty() {
            self.line(lines_before > 1);
        }
    }

    /// Characters already on the line.
    fn column(&self) -> usize {
        let line = self.out.rfind('\n').and_then(|end| self.out.get(end + 1..)).unwrap_or(&self.out);
        line.chars().count()
    }

    /// `#![…]` with its blanks put in order; left alone where it has a comment within.
    fn attribute(&mut self, item: &Item<'_>) {
        for part in &item.parts {
            let Part::Word(text) = part else { continue };
            let inside = tokens(text.strip_prefix('#').unwrap_or(text));
            if inside.iter().any(|token| token.kind.is_comment()) {
                self.out.push_str(text);
                continue;
            }
            self.out.push('#');
            for token in inside {
                self.out.push_str(token.text);
                if token.kind == Kind::Comma {
                    self.out.push(' ');
                }
            }
        }
    }

    /// The comments before an item, each on the line its author gave it.
    fn comments_before(&mut self, item: &Item<'_>) {
        let next = item.before.iter().skip(1).map(|comment| comment.lines_before).chain([item.lines_before]);
        for (comment, lines_after) in item.before.iter().zip(next) {
            self.comment_then(comment, lines_after);
        }
    }

    fn comment_then(&mut self, comment: &Comment<'_>, lines_after: usize) {
        self.out.push_str(comment.text);
        if comment.to_line_end || lines_after > 0 {
            self.line(lines_after > 1);
        } else {
            self.out.push(' ');
        }
    }

    /// The comments behind an item; behind one that runs to the end of its line each of the others gets a line.
    fn comments_after(&mut self, comments: &[Comment<'_>]) {
        let mut line_is_over = false;
        for comment in comments {
            if line_is_over {
                self.line(false);
            } else {
                self.out.push(' ');
            }
            self.out.push_str(comment.text);
            line_is_over |= comment.to_line_end;
        }
    }

    fn parts(&mut self, item: &Item<'_>) {
        let outside = self.indent;
        let mut line_is_over = false;
        for (index, part) in item.parts.iter().enumerate() {
            if line_is_over {
                self.indent = outside + STEP;
                self.line(false);
                line_is_over = false;
            } else if needs_blank(index.checked_sub(1).and_then(|before| item.parts.get(before)), part) {
                self.out.push(' ');
            }
            match part {
                Part::Word(text) | Part::Text(text) => self.out.push_str(text),
                Part::Colon => self.out.push(':'),
                Part::Comment(comment) => {
                    self.out.push_str(comment.text);
                    line_is_over = comment.to_line_end;
                }
                Part::Group(group) => self.group(group),
            }
        }
        self.indent = outside;
    }

    fn group(&mut self, group: &Group<'_>) {
        self.out.push_str(group.open);
        let fits = |flat: Flat, column: usize| {
            // Its opening bracket is on the line already.
            let width = column - 1 + flat.width + 1;
            width <= WIDTH || flat.long <= 1 && width - flat.longest <= WIDTH
        };
        if self.on_one_line || group.flat.is_some_and(|flat| fits(flat, self.column())) {
            let outside = std::mem::replace(&mut self.on_one_line, true);
            self.flat(group);
            self.on_one_line = outside;
        } else if let Some(item) = only_unnamed(group) {
            self.parts(item);
            if item.comma && matches!(item.parts.last(), Some(Part::Word(_) | Part::Text(_))) {
                self.out.push(',');
            }
        } else {
            self.broken(group);
        }
        self.out.push_str(group.close);
    }

    fn flat(&mut self, group: &Group<'_>) {
        let keeps_comma = is_unnamed_alone(group);
        for (index, item) in group.items.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            self.comments_before(item);
            self.parts(item);
            if keeps_comma && item.comma {
                self.out.push(',');
            }
            self.comments_after(&item.after);
        }
        for (index, comment) in group.rest.iter().enumerate() {
            if index > 0 || !group.items.is_empty() {
                self.out.push(' ');
            }
            self.out.push_str(comment.text);
        }
    }

    /// Items on lines of their own, one step in. Several share a line where the author began the brackets with a new line and
    /// put them on one, they are short, and nothing follows them there.
    fn broken(&mut self, group: &Group<'_>) {
        let keeps_comma = is_unnamed_alone(group);
        if let Some(comment) = &group.opening {
            self.out.push(' ');
            self.out.push_str(comment.text);
        }
        self.indent += STEP;
        let mut may_share = false;
        for (index, item) in group.items.iter().enumerate() {
            let flat = item.flat().filter(|_| !item.breaks_within());
            let joins =
                may_share && !item.starts_line() && flat.is_some_and(|flat| self.column() + 1 + flat.width < WIDTH);
            if joins {
                self.out.push(' ');
            } else {
                self.line(index > 0 && item.first_lines_before() > 1);
            }
            self.comments_before(item);
            self.parts(item);
            if item.comma || !keeps_comma {
                self.out.push(',');
            }
            self.comments_after(&item.after);
            may_share = group.opens_line && item.flat_without_comments().is_some() && item.after.is_empty();
        }
        for (index, comment) in group.rest.iter().enumerate() {
            self.line(comment.lines_before > 1 && (index > 0 || !group.items.is_empty()));
            self.out.push_str(comment.text);
        }
        self.indent -= STEP;
        self.line(false);
    }
}

/// Whether a blank stands between two parts.
fn needs_blank(before: Option<&Part<'_>>, part: &Part<'_>) -> bool {
    match (before, part) {
        (None, _) | (Some(_), Part::Colon) => false,
        (Some(Part::Colon | Part::Comment(_)), _) | (Some(_), Part::Comment(_)) => true,
        (Some(Part::Word(_)), Part::Word(_)) => true,
        (Some(_), _) => false,
    }
}

/// Whether a group is a value alone in round brackets. There a comma is the author's: `(1,)`.
fn is_unnamed_alone(group: &Group<'_>) -> bool {
    group.open == "(" && group.items.len() == 1 && group.items.iter().all(Item::is_unnamed)
}

/// The value alone in round brackets, as in `Choose({…})`, where its brackets can be put around it without a line of their own.
fn only_unnamed<'g, 'a>(group: &'g Group<'a>) -> Option<&'g Item<'a>> {
    let item = group.items.first()?;
    let no_comments =
        group.opening.is_none() && group.rest.is_empty() && item.before.is_empty() && item.after.is_empty();
    let plain = item.parts.iter().all(|part| !matches!(part, Part::Comment(_)));
    (is_unnamed_alone(group) && no_comments && plain).then_some(item)
}
