//! A translation as it is written: a RON file beside the scenario, each text under its key with the text it was made from.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use ron2::ast::{AnonStructExpr, Document, Expr, MapEntry, MapExpr, StructBody, StructField};
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use unic_langid::LanguageIdentifier;

use crate::diag::{Diagnostic, Severity, Source};
use crate::scenario::{tree, unreadable};

/// The newest `format` of a translation this release reads.
pub const FORMAT: u32 = 1;

/// The texts of one scenario in one language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The file.
    pub source: Arc<Source>,
    /// Id of the scenario it translates.
    pub of: String,
    /// Its language, as a BCP 47 tag in its usual spelling, for example `pt-BR`.
    pub language: String,
    /// Its texts, in the order of the file.
    pub entries: Vec<Entry>,
    pub(super) of_span: Range<usize>,
    pub(super) language_span: Range<usize>,
    /// The braces of `texts`.
    pub(super) braces: (Range<usize>, Range<usize>),
}

/// One translated text. Places are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which text it is.
    pub key: String,
    /// The text it was made from, with line ends as LF.
    pub of: String,
    /// The translation; empty where it is still to be made.
    pub text: String,
    /// What translators tell each other.
    pub note: String,
    /// Whether what looks like a slip, a number that differs, say, is meant.
    pub meant: bool,
    /// Where it starts and ends, its comma not counted.
    pub(super) span: Range<usize>,
    pub(super) key_span: Range<usize>,
    pub(super) of_span: Range<usize>,
    pub(super) text_span: Range<usize>,
    pub(super) note_span: Option<Range<usize>>,
    /// Where its comma ends.
    pub(super) comma: Option<usize>,
}

impl Translation {
    /// Reads a translation.
    ///
    /// # Errors
    /// What keeps it from being read: no such RON (S130), a newer format (S131), a language that is none (S133).
    pub fn parse(source: &Arc<Source>) -> Result<Self, Vec<Diagnostic>> {
        let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
        let before = source.text.len() - text.len();
        let written: Written = ron::from_str(text).map_err(|error| match ron::from_str::<Header>(text) {
            Ok(header) if header.format > FORMAT => vec![newer(source, header.format)],
            _ => vec![Diagnostic { code: "S130", ..unreadable(source, &error) }],
        })?;
        if written.format > FORMAT {
            return Err(vec![newer(source, written.format)]);
        }
        // What serde has read the syntax tree reads too, so this is for a disagreement between the two libraries alone.
        let tree = tree(text);
        let Some(places) = tree.as_ref().and_then(|tree| Places::of(tree, before)) else {
            return Err(vec![unplaced(source)]);
        };
        let entries = written.texts.0.into_iter().zip(places.entries).map(|((key, one), place)| Entry {
            key,
            of: lines(&one.of),
            text: lines(&one.text),
            note: lines(&one.note),
            meant: one.meant,
            span: place.span,
            key_span: place.key,
            of_span: place.of,
            text_span: place.text,
            note_span: place.note,
            comma: place.comma,
        });
        let language = tag(&written.language).map_err(|()| {
            vec![Diagnostic {
                title: format!("`{}` is not a language tag", written.language),
                label: Some("no language is written like this".into()),
                help: Some("Write a BCP 47 tag, for example `sw`, `fr`, `pt-BR` or `sr-Latn`.".into()),
                ..finding("S133", Severity::Error, source, places.language.clone())
            }]
        })?;
        Ok(Self {
            source: Arc::clone(source),
            of: written.of,
            language,
            entries: entries.collect(),
            of_span: places.of,
            language_span: places.language,
            braces: places.braces,
        })
    }

    /// A translation without any text.
    #[must_use]
    pub fn empty(source: &Arc<Source>, of: &str, language: &str) -> Self {
        Self {
            source: Arc::clone(source),
            of: of.to_owned(),
            language: language.to_owned(),
            entries: Vec::new(),
            of_span: 0..0,
            language_span: 0..0,
            braces: (0..0, 0..0),
        }
    }

    /// The line on which an entry stands, from 1.
    #[must_use]
    pub fn line(&self, entry: &Entry) -> usize {
        self.source.place(entry.key_span.start).line
    }
}

/// A language tag in its usual spelling.
///
/// # Errors
/// Where it is none.
#[expect(clippy::result_unit_err, reason = "there is nothing to add to its being none")]
pub fn tag(written: &str) -> Result<String, ()> {
    written.parse::<LanguageIdentifier>().map(|tag| tag.to_string()).map_err(|_| ())
}

/// A finding about bytes of a source, with nothing said yet.
pub(super) fn finding(code: &'static str, severity: Severity, source: &Arc<Source>, span: Range<usize>) -> Diagnostic {
    Diagnostic {
        code,
        severity,
        title: String::new(),
        source: Arc::clone(source),
        span: Some(span),
        label: None,
        why: None,
        help: None,
        fix: None,
    }
}

fn newer(source: &Arc<Source>, format: u32) -> Diagnostic {
    let written = format!("format: {format}");
    let start = source.text.find(&written).unwrap_or_default();
    Diagnostic {
        title: format!(
            "this translation is written in format `{format}`, and this release reads formats up to `{FORMAT}`"
        ),
        label: Some("written for a newer Amends".into()),
        help: Some("Install a newer release of Amends, or ask the translator for an older copy.".into()),
        ..finding("S131", Severity::Error, source, start..start + written.len())
    }
}

fn unplaced(source: &Arc<Source>) -> Diagnostic {
    Diagnostic {
        title: "the texts of this translation are not written in the usual form".into(),
        help: Some("Write each as `\"key\": (of: \"…\", text: \"…\"),` between the braces of `texts`.".into()),
        ..finding("S130", Severity::Error, source, 0..0)
    }
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Only the version, so that a file from a newer release is told apart from a mistaken one.
#[derive(Deserialize)]
#[serde(rename = "Translation")]
struct Header {
    format: u32,
}

#[derive(Deserialize)]
#[serde(rename = "Translation", deny_unknown_fields)]
struct Written {
    format: u32,
    of: String,
    language: String,
    texts: Texts,
}

#[derive(Deserialize)]
#[serde(rename = "Text", deny_unknown_fields)]
struct One {
    of: String,
    text: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    meant: bool,
}

/// The entries as they stand, a key that is written twice included: it is told with its place, later.
struct Texts(Vec<(String, One)>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("texts in braces: { \"key\": (of: \"…\", text: \"…\"), }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Texts, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = access.next_entry()? {
                    entries.push(entry);
                }
                Ok(Texts(entries))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}

/// Where everything stands.
struct Places {
    of: Range<usize>,
    language: Range<usize>,
    braces: (Range<usize>, Range<usize>),
    entries: Vec<Place>,
}

struct Place {
    span: Range<usize>,
    key: Range<usize>,
    of: Range<usize>,
    text: Range<usize>,
    note: Option<Range<usize>>,
    comma: Option<usize>,
}

impl Places {
    /// `before`: bytes of the file before the text that was read.
    fn of(tree: &Document<'_>, before: usize) -> Option<Self> {
        let fields = fields(tree.value.as_ref()?)?;
        let texts = map(&fields.iter().find(|field| field.name.name == "texts")?.value)?;
        let at = |range: Range<usize>| range.start + before..range.end + before;
        Some(Self {
            of: at(value_of(fields, "of")?),
            language: at(value_of(fields, "language")?),
            braces: (
                at(texts.open_brace.start_offset..texts.open_brace.end_offset),
                at(texts.close_brace.start_offset..texts.close_brace.end_offset),
            ),
            entries: texts.entries.iter().map(|entry| Place::of(entry, before)).collect::<Option<_>>()?,
        })
    }
}

impl Place {
    fn of(entry: &MapEntry<'_>, before: usize) -> Option<Self> {
        let fields = fields(&entry.value)?;
        let at = |range: Range<usize>| range.start + before..range.end + before;
        let key = bytes(&entry.key);
        Some(Self {
            span: at(key.start..bytes(&entry.value).end),
            key: at(key),
            of: at(value_of(fields, "of")?),
            text: at(value_of(fields, "text")?),
            note: value_of(fields, "note").map(at),
            comma: entry.comma.as_ref().map(|comma| comma.end_offset + before),
        })
    }
}

/// The fields of a struct, with or without a name.
fn fields<'e, 'a>(expr: &'e Expr<'a>) -> Option<&'e [StructField<'a>]> {
    match expr {
        Expr::AnonStruct(AnonStructExpr { fields, .. }) => Some(fields),
        Expr::Struct(named) => match &named.body {
            Some(StructBody::Fields(body)) => Some(&body.fields),
            _ => None,
        },
        _ => None,
    }
}

fn map<'e, 'a>(expr: &'e Expr<'a>) -> Option<&'e MapExpr<'a>> {
    match expr {
        Expr::Map(map) => Some(map),
        _ => None,
    }
}

fn value_of(fields: &[StructField<'_>], name: &str) -> Option<Range<usize>> {
    fields.iter().find(|field| field.name.name == name).map(|field| bytes(&field.value))
}

fn bytes(expr: &Expr<'_>) -> Range<usize> {
    let span = expr.span();
    span.start_offset..span.end_offset
}
