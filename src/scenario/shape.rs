//! Comparing a text's tree with the schema of a scenario file: every field that does not exist or is missing, every word and every
//! kind of value that cannot stand where it stands, in one go. Serde stops at the first.

mod expected;

use std::collections::BTreeSet;
use std::ops::Range;

use ron2::ast::{Document, Expr, MapExpr, StructBody, StructExpr, StructField, TupleBody};
use serde_json::Value;

use super::locate::{bytes, key_text, range};
use super::schema::json_schema;
use crate::diag::{did_you_mean, only_near};
use expected::{Expected, Fields};

/// More than this many are not looked for: the file is then something else altogether.
const MOST_MISTAKES: usize = 1_000;

/// Something that cannot stand where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub span: Range<usize>,
    /// The byte up to which the text must be well written for this to be certain.
    pub certain_from: usize,
    pub title: String,
    pub help: String,
    /// The word that was certainly meant to stand there.
    pub meant: Option<String>,
}

/// All mistakes in a document that claims to be a scenario. Parts that could not be read are passed over.
pub fn mistakes(document: &Document<'_>) -> Vec<Mistake> {
    let schema = json_schema();
    let mut walk = Walk { root: &schema, found: Vec::new() };
    if let Some(scenario) = &document.value {
        walk.expr(scenario, &schema, &bytes(scenario));
    }
    walk.found
}

struct Walk<'s> {
    root: &'s Value,
    found: Vec<Mistake>,
}

impl<'s> Walk<'s> {
    fn report(&mut self, span: Range<usize>, title: String, help: String) {
        self.report_from(span.start, span, title, help);
    }

    fn report_from(&mut self, certain_from: usize, span: Range<usize>, title: String, help: String) {
        if self.found.len() < MOST_MISTAKES {
            self.found.push(Mistake { span, certain_from, title, help, meant: None });
        }
    }

    /// Reports a word that is none of `known`.
    fn report_unknown<'k>(
        &mut self,
        span: Range<usize>,
        title: String,
        word: &str,
        known: impl Iterator<Item = &'k str> + Clone,
    ) {
        let meant = only_near(word, known.clone()).map(str::to_owned);
        self.report(span, title, help_for(word, known));
        if let Some(meant) = meant {
            self.meant(meant);
        }
    }

    /// What the latest mistake was certainly meant to be.
    fn meant(&mut self, meant: String) {
        if let Some(mistake) = self.found.last_mut() {
            mistake.meant = Some(meant);
        }
    }

    /// Compares `expr` with `schema`; `name` is where it is named, for what it lacks.
    fn expr(&mut self, expr: &Expr<'_>, schema: &'s Value, name: &Range<usize>) {
        if self.found.len() >= MOST_MISTAKES {
            return;
        }
        let expected = Expected::of(schema, self.root);
        let fits = match expr {
            Expr::Error(_) => true,
            Expr::Option(option) => {
                if let Some(value) = &option.value {
                    self.expr(&value.expr, schema, name);
                }
                true
            }
            Expr::String(text) => expected.text || self.in_quotes(&expected, expr, &text.value),
            Expr::Number(number) => match expected.number {
                Some((least, most)) => {
                    let value = number.raw.replace('_', "").parse::<i128>();
                    value.is_ok_and(|value| (least..=most).contains(&value)) || number.raw.starts_with("0x")
                }
                None => false,
            },
            Expr::Bool(_) => expected.truth,
            Expr::Seq(list) => match expected.list {
                Some(items) => {
                    for item in &list.items {
                        self.expr(&item.expr, items, &bytes(&item.expr));
                    }
                    true
                }
                None => false,
            },
            Expr::Map(map) => self.map(map, &expected),
            Expr::AnonStruct(body) => match &expected.fields {
                Some(fields) => {
                    self.fields(&body.fields, fields, name, body.span.end_offset);
                    true
                }
                None => false,
            },
            Expr::Unit(_) => match &expected.fields {
                Some(fields) => {
                    self.fields(&[], fields, name, expr.span().end_offset);
                    true
                }
                None => false,
            },
            Expr::Tuple(tuple) => match (expected.tuple, tuple.elements.as_slice()) {
                (Some(items), elements) if items.len() == elements.len() => {
                    for (element, item) in elements.iter().zip(items) {
                        self.expr(&element.expr, item, &bytes(&element.expr));
                    }
                    true
                }
                _ => false,
            },
            Expr::Struct(named) => self.named(named, &expected, name),
            Expr::Char(_) | Expr::Byte(_) | Expr::Bytes(_) => false,
        };
        if !fits {
            self.report(bytes(expr), format!("this should be {}", expected.in_words()), expected.help());
        }
    }

    /// Reports a word or a number that was written as a text, and says whether it was one.
    fn in_quotes(&mut self, expected: &Expected<'s>, expr: &Expr<'_>, text: &str) -> bool {
        let fits = |(least, most): (i128, i128)| text.parse().is_ok_and(|value| (least..=most).contains(&value));
        let is_truth = expected.truth && matches!(text, "true" | "false");
        let what = if is_truth || expected.words.contains_key(text) {
            "a word of the language"
        } else if expected.number.is_some_and(fits) {
            "a number"
        } else {
            return false;
        };
        let title = format!("`{text}` is {what}, not a text");
        self.report(bytes(expr), title, format!("Take the quotation marks away: `{text}`."));
        true
    }

    fn map(&mut self, map: &MapExpr<'_>, expected: &Expected<'s>) -> bool {
        if let Some(values) = expected.entries {
            let mut seen = BTreeSet::new();
            for entry in &map.entries {
                let key = bytes(&entry.key);
                match key_text(&entry.key) {
                    Some(id) if !seen.insert(id) => self.twice(key.clone(), id),
                    _ => {}
                }
                if let Expr::Struct(bare) = &entry.key {
                    let id = bare.name.name.as_ref();
                    self.report(
                        key.clone(),
                        format!("the id `{id}` needs quotation marks"),
                        format!("Write `\"{id}\"`."),
                    );
                    self.meant(format!("\"{id}\""));
                }
                self.expr(&entry.value, values, &key);
            }
            return true;
        }
        // The five outcomes: a map whose keys are known words. A struct has a name.
        let Some(fields) = expected.fields.as_ref().filter(|fields| fields.name.is_none()) else { return false };
        let mut seen = BTreeSet::new();
        for entry in &map.entries {
            let key = bytes(&entry.key);
            let Some(word) = key_text(&entry.key) else { continue };
            match fields.properties.get(word) {
                Some(_) if !seen.insert(word) => self.twice(key, word),
                Some(value) => self.expr(&entry.value, value, &key),
                None => {
                    let known = fields.properties.keys().map(String::as_str);
                    let title = format!("`{word}` is not one of the words that can stand here");
                    self.report_unknown(key, title, word, known);
                }
            }
        }
        true
    }

    fn twice(&mut self, span: Range<usize>, id: &str) {
        self.report(
            span,
            format!("the id `{id}` is used twice"),
            "Give the second entry an id of its own, or take it out.".to_owned(),
        );
    }

    /// The fields between brackets that end at byte `end`.
    fn fields(&mut self, written: &[StructField<'_>], fields: &Fields<'s>, name: &Range<usize>, end: usize) {
        let (mut seen, mut meant) = (BTreeSet::new(), BTreeSet::new());
        for field in written.iter().filter(|field| !field.name.name.is_empty()) {
            let word = field.name.name.as_ref();
            let at = range(&field.name.span);
            match fields.properties.get(word) {
                None => {
                    let known = fields.properties.keys().map(String::as_str);
                    meant.extend(did_you_mean(word, known.clone()));
                    self.report_unknown(at, format!("there is no field `{word}` here"), word, known);
                }
                Some(_) if !seen.insert(word) => {
                    let title = format!("the field `{word}` is written twice");
                    self.report(at, title, "Keep one of the two.".to_owned());
                }
                Some(schema) => self.expr(&field.value, schema, &at),
            }
        }
        // A misspelt field is the one that is missing, and one slip is told once.
        for missing in fields.required.iter().filter(|field| !seen.contains(**field) && !meant.contains(**field)) {
            self.report_from(
                end,
                name.clone(),
                format!("the field `{missing}` is missing"),
                format!("Add `{missing}: …,` before the closing bracket."),
            );
        }
    }

    /// `Word`, `Word(…)` or `Word(field: …)`.
    fn named(&mut self, named: &StructExpr<'_>, expected: &Expected<'s>, name: &Range<usize>) -> bool {
        let word = named.name.name.as_ref();
        let at = range(&named.name.span);
        if let Some(content) = expected.words.get(word) {
            self.variant(named, *content, &at);
            return true;
        }
        let end = named.span.end_offset;
        if let Some(fields) = expected.fields.as_ref().filter(|fields| fields.name == Some(word)) {
            match &named.body {
                Some(StructBody::Fields(body)) => self.fields(&body.fields, fields, name, end),
                Some(StructBody::Tuple(body)) if body.elements.is_empty() => self.fields(&[], fields, name, end),
                Some(StructBody::Tuple(_)) | None => return false,
            }
            return true;
        }
        if let Some(fields) = &expected.fields {
            let help = match fields.name {
                Some("Scenario") => "A scenario file begins with `Scenario(`.".to_owned(),
                _ => format!("Leave `{word}` out, and keep the brackets."),
            };
            self.report(at, format!("`{word}` cannot stand here"), help);
            return true;
        }
        if expected.text && named.body.is_none() {
            self.report(at, "this should be a text in quotation marks".to_owned(), format!("Write `\"{word}\"`."));
            self.meant(format!("\"{word}\""));
            return true;
        }
        if expected.truth {
            let truth = match word.to_lowercase().as_str() {
                "true" | "yes" => "true",
                "false" | "no" => "false",
                _ => return false,
            };
            self.report(
                at,
                format!("`{word}` is not one of the words that can stand here"),
                format!("Write `{truth}`."),
            );
            self.meant(truth.to_owned());
            return true;
        }
        if expected.words.is_empty() {
            return false;
        }
        let title = format!("`{word}` is not one of the words that can stand here");
        self.report_unknown(at, title, word, expected.words.keys().copied());
        true
    }

    /// What stands in the brackets of a word that can stand here.
    fn variant(&mut self, named: &StructExpr<'_>, content: Option<&'s Value>, at: &Range<usize>) {
        let word = named.name.name.as_ref();
        let (content, body) = match (content, &named.body) {
            (None, None) => return,
            (None, Some(_)) => {
                let title = format!("`{word}` stands alone");
                return self.report(at.clone(), title, format!("Take the brackets away: `{word}`."));
            }
            (Some(content), None) => {
                let expected = Expected::of(content, self.root);
                let title = format!("`{word}` needs something in brackets");
                return self.report_from(
                    at.end,
                    at.clone(),
                    title,
                    format!("Put {} in the brackets: `{word}(…)`.", expected.in_words()),
                );
            }
            (Some(content), Some(body)) => (content, body),
        };
        let expected = Expected::of(content, self.root);
        match (body, &expected) {
            (StructBody::Fields(body), Expected { fields: Some(fields), .. }) => {
                self.fields(&body.fields, fields, at, named.span.end_offset);
            }
            (StructBody::Tuple(body), Expected { tuple: Some(items), .. }) if items.len() == body.elements.len() => {
                for (element, item) in body.elements.iter().zip(items.iter()) {
                    self.expr(&element.expr, item, &bytes(&element.expr));
                }
            }
            (StructBody::Tuple(body), Expected { tuple: None, .. })
                if body.elements.len() == 1 && !(expected.fields.is_some() && is_map(body)) =>
            {
                for element in &body.elements {
                    self.expr(&element.expr, content, at);
                }
            }
            _ => {
                let (needs, help) = match (&expected.fields, expected.tuple) {
                    (Some(fields), _) => {
                        let written: Vec<String> = fields.examples().map(|field| format!("{field}: …")).collect();
                        ("named fields".to_owned(), written.join(", "))
                    }
                    (None, Some(items)) => (expected.in_words(), vec!["…"; items.len()].join(", ")),
                    (None, None) => (expected.in_words(), expected.example()),
                };
                let title = format!("`{word}` needs {needs} in its brackets");
                // What is cut off may have been going to be just that.
                let end = named.span.end_offset;
                self.report_from(end, at.clone(), title, format!("Write `{word}({help})`."));
            }
        }
    }
}

/// Whether braces stand where fields should.
fn is_map(body: &TupleBody<'_>) -> bool {
    matches!(body.elements.as_slice(), [only] if matches!(only.expr, Expr::Map(_)))
}

/// What was meant by a word that does not exist, or else what there is.
fn help_for<'k>(word: &str, known: impl Iterator<Item = &'k str> + Clone) -> String {
    match did_you_mean(word, known.clone()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("Known here: {}.", known.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    }
}
