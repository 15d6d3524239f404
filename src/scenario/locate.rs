//! Finding a part of a scenario in its source text. Serde's types carry no positions, so the syntax tree is built only
//! when a finding needs its place.

use std::cell::OnceCell;
use std::ops::Range;

use ron2::ast::{Document, Expr, MapExpr, StructBody};
use ron2::error::Span;
use rustc_hash::FxHashMap;

use super::syntax::{tree, without_mark};

/// The way to a part of the file: field names, map keys and list positions, from the outside in.
/// Names of enum variants and structs are not steps.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A struct's field or a map's key.
    Key(String),
    /// A list's or tuple's position, from 0.
    Item(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// Which part of the last step is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The field's name or the map's key.
    Name,
    /// What it holds.
    Value,
}

/// A source text's tree. RON nested deeper than 128 has none, so that walking one never exhausts the stack.
pub struct Tree<'a> {
    document: Document<'a>,
    /// The bytes of the byte-order mark.
    shift: usize,
    /// The place of each beat among the others: a scenario may have many, and many findings.
    beats: OnceCell<FxHashMap<String, usize>>,
}

impl<'a> Tree<'a> {
    /// The tree of `text`, or nothing where it is not RON.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (text, shift) = without_mark(text);
        Some(Self { document: tree(text)?, shift, beats: OnceCell::new() })
    }

    /// The bytes of the part at `path`. Where a step is not written in the file (a default, say) the nearest part around it.
    pub fn find(&self, path: &[Step], part: Part) -> Option<Range<usize>> {
        let span = self.place(path, part)?;
        Some(span.start + self.shift..span.end + self.shift)
    }

    fn place(&self, path: &[Step], part: Part) -> Option<Range<usize>> {
        let mut expr = self.document.value.as_ref()?;
        let mut span = bytes(expr);
        for (index, step) in path.iter().enumerate() {
            let beats = index == 1 && path.first().is_some_and(|first| *first == Step::from("beats"));
            let found = match (expr, step) {
                (Expr::Map(map), Step::Key(id)) if beats => self.beat(map, id),
                _ => child(expr, step),
            };
            let Some((name, value)) = found else { return Some(span) };
            expr = value;
            let last = index + 1 == path.len();
            span = match name {
                Some(name) if last && part == Part::Name => name,
                _ => bytes(expr),
            };
        }
        Some(span)
    }

    fn beat<'e>(&self, map: &'e MapExpr<'a>, id: &str) -> Option<(Option<Range<usize>>, &'e Expr<'a>)> {
        let beats = self.beats.get_or_init(|| {
            let ids =
                map.entries.iter().enumerate().filter_map(|(at, entry)| Some((key_text(&entry.key)?.to_owned(), at)));
            ids.collect()
        });
        let entry = map.entries.get(*beats.get(id)?)?;
        Some((Some(bytes(&entry.key)), &entry.value))
    }
}

/// The bytes of a span.
pub fn range(span: &Span) -> Range<usize> {
    span.start_offset..span.end_offset
}

/// The bytes an expression takes up; of one that goes on over several lines only what opens it, so that an excerpt stays
/// readable.
pub fn bytes(expr: &Expr<'_>) -> Range<usize> {
    let span = expr.span();
    if span.start.line == span.end.line {
        return range(span);
    }
    match expr {
        Expr::Map(map) => range(&map.open_brace),
        Expr::Seq(seq) => range(&seq.open_bracket),
        Expr::AnonStruct(body) => range(&body.open_paren),
        Expr::Tuple(tuple) => range(&tuple.open_paren),
        Expr::Struct(named) => range(&named.name.span),
        _ => range(span),
    }
}

/// A map's key as a text, where it is one or a word.
pub fn key_text<'e>(key: &'e Expr<'_>) -> Option<&'e str> {
    match key {
        Expr::String(text) => Some(text.value.as_str()),
        Expr::Struct(named) => Some(named.name.name.as_ref()),
        _ => None,
    }
}

/// The child of `expr` that `step` leads to, with the bytes of its name. Wrappers such as `Choose(…)` and `Some(…)` are
/// seen through.
fn child<'e, 'a>(expr: &'e Expr<'a>, step: &Step) -> Option<(Option<Range<usize>>, &'e Expr<'a>)> {
    match (expr, step) {
        (Expr::AnonStruct(body), Step::Key(key)) => field(&body.fields, key),
        (Expr::Struct(named), _) => match (&named.body, step) {
            (Some(StructBody::Fields(body)), Step::Key(key)) => field(&body.fields, key),
            (Some(StructBody::Tuple(body)), Step::Item(item)) if body.elements.len() > 1 => {
                Some((None, &body.elements.get(*item)?.expr))
            }
            (Some(StructBody::Tuple(body)), _) => child(&body.elements.first()?.expr, step),
            _ => None,
        },
        (Expr::Map(map), Step::Key(key)) => map
            .entries
            .iter()
            .find_map(|entry| (key_text(&entry.key)? == key).then(|| (Some(bytes(&entry.key)), &entry.value))),
        (Expr::Seq(seq), Step::Item(item)) => Some((None, &seq.items.get(*item)?.expr)),
        (Expr::Tuple(tuple), Step::Item(item)) if tuple.elements.len() > 1 => {
            Some((None, &tuple.elements.get(*item)?.expr))
        }
        (Expr::Tuple(tuple), _) => child(&tuple.elements.first()?.expr, step),
        (Expr::Option(option), _) => child(&option.value.as_ref()?.expr, step),
        _ => None,
    }
}

fn field<'e, 'a>(fields: &'e [ron2::ast::StructField<'a>], key: &str) -> Option<(Option<Range<usize>>, &'e Expr<'a>)> {
    let field = fields.iter().find(|field| field.name.name == key)?;
    Some((Some(range(&field.name.span)), &field.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_through_maps_structs_and_variants() {
        let text = r#"Scenario(start: "a", beats: { "a": (reply: Choose({ "x": (to: [(go: "b")]) })) })"#;
        let tree = Tree::parse(text).expect("ron");
        let find = |path: &[Step], part| tree.find(path, part).and_then(|span| text.get(span));
        let to_b: Vec<Step> =
            vec!["beats".into(), "a".into(), "reply".into(), "x".into(), "to".into(), 0.into(), "go".into()];
        assert_eq!(find(&to_b, Part::Value), Some("\"b\""));
        assert_eq!(find(&["beats".into(), "a".into()], Part::Name), Some("\"a\""));
        assert_eq!(find(&["start".into(), "nowhere".into()], Part::Value), Some("\"a\""), "the nearest part around it");
    }
}
