//! A plays file: its shape, reading it, and where each part of it stands.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use ron2::ast::{Expr, StructField};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::customer::{Feeling, Outcome};
use crate::diag::{Diagnostic, Source};
use crate::scenario::{BeatId, CompetencyId, FormId, PromiseId, options, tree, unreadable};
use crate::session::{Given, PromiseState};

/// One way through a scenario, and what must come of it. What is left out may be anything.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename = "play", deny_unknown_fields)]
pub struct Play {
    /// What the play shows, in words; no two of a file are alike.
    pub name: String,
    /// The form it is played in; the scenario itself where it is left out.
    #[serde(default)]
    pub form: Option<FormId>,
    /// What the trainee gives at each step, in order.
    pub gives: Vec<Given>,
    /// What the customer does in the end.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// How the customer feels in the end.
    #[serde(default)]
    pub feeling: Option<Feeling>,
    /// Whether the customer leaves before the end.
    #[serde(default)]
    pub left: Option<bool>,
    /// The overall score.
    #[serde(default)]
    pub overall: Option<Amount>,
    /// Scores of single competencies.
    #[serde(default)]
    pub scores: BTreeMap<CompetencyId, Amount>,
    /// Whether the pass mark is reached.
    #[serde(default)]
    pub passed: Option<bool>,
    /// What becomes of promises.
    #[serde(default)]
    pub promises: BTreeMap<PromiseId, PromiseState>,
    /// Beats that are come to, in this order; others may lie between.
    #[serde(default)]
    pub visits: Option<Vec<BeatId>>,
}

impl Play {
    /// Whether it says anything about what must come of it.
    #[must_use]
    pub fn expects_something(&self) -> bool {
        self.outcome.is_some()
            || self.feeling.is_some()
            || self.left.is_some()
            || self.overall.is_some()
            || !self.scores.is_empty()
            || self.passed.is_some()
            || !self.promises.is_empty()
            || self.visits.is_some()
    }
}

/// A score that is expected, 0–1000: `810`, `(800, 900)` for at least and at most, or `"not enough"` where there must not be
/// enough evidence for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// This score.
    Exactly(u16),
    /// At least and at most.
    Between(u16, u16),
    /// Too few decisions for a score.
    NotEnough,
}

/// How [`Amount::NotEnough`] is written.
const NOT_ENOUGH: &str = "not enough";

impl Amount {
    /// Whether a score is as expected.
    #[must_use]
    pub fn holds(self, score: Option<u16>) -> bool {
        match self {
            Self::Exactly(expected) => score == Some(expected),
            Self::Between(least, most) => score.is_some_and(|score| (least..=most).contains(&score)),
            Self::NotEnough => score.is_none(),
        }
    }

    /// The nearest expectation that holds of `score`: a range keeps its width and gets the score into its middle.
    #[must_use]
    pub fn moved_to(self, score: Option<u16>) -> Self {
        match (self, score) {
            (_, None) => Self::NotEnough,
            (Self::Exactly(_) | Self::NotEnough, Some(score)) => Self::Exactly(score),
            (Self::Between(least, most), Some(score)) => {
                let width = most.saturating_sub(least).min(MOST);
                let least = score.saturating_sub(width / 2).min(MOST - width);
                Self::Between(least, least + width)
            }
        }
    }
}

/// The greatest score.
pub const MOST: u16 = 1000;

impl fmt::Display for Amount {
    /// As it is written in a file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(score) => write!(f, "{score}"),
            Self::Between(least, most) => write!(f, "({least}, {most})"),
            Self::NotEnough => write!(f, "\"{NOT_ENOUGH}\""),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AmountVisitor;

        impl<'de> Visitor<'de> for AmountVisitor {
            type Value = Amount;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a score from 0 to {MOST}, `(least, most)`, or \"{NOT_ENOUGH}\"")
            }

            fn visit_u64<E: de::Error>(self, score: u64) -> Result<Amount, E> {
                let score = u16::try_from(score).ok().filter(|score| *score <= MOST);
                score.map(Amount::Exactly).ok_or_else(|| E::custom(format_args!("a score goes from 0 to {MOST}")))
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<Amount, E> {
                if words == NOT_ENOUGH {
                    Ok(Amount::NotEnough)
                } else {
                    Err(E::invalid_value(de::Unexpected::Str(words), &self))
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Amount, A::Error> {
                let mut next = || seq.next_element::<u16>();
                match (next()?, next()?, next()?) {
                    (Some(least), Some(most), None) if least <= most && most <= MOST => {
                        Ok(Amount::Between(least, most))
                    }
                    (Some(_), Some(_), None) => Err(de::Error::custom(format_args!(
                        "a range of scores is `(least, most)`, from 0 to {MOST}, the lesser first"
                    ))),
                    _ => Err(de::Error::custom("a range of scores has two numbers: `(least, most)`")),
                }
            }
        }

        deserializer.deserialize_any(AmountVisitor)
    }
}

/// The plays of a file.
///
/// # Errors
/// The first place that cannot be read.
pub fn read(source: &Arc<Source>) -> Result<Vec<Play>, Box<Diagnostic>> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    options().from_str(text).map_err(|error| {
        let mut finding = unreadable(source, &error);
        finding.code = "P001";
        Box::new(finding)
    })
}

/// Where the parts of a file stand, in bytes. Nothing is known of a file that the syntax tree's parser does not understand.
#[derive(Debug, Default)]
pub struct Places(Vec<Part>);

#[derive(Debug)]
struct Part {
    span: Range<usize>,
    parts: Vec<(String, Part)>,
}

impl Places {
    pub fn of(source: &Source) -> Self {
        let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
        let shift = source.text.len() - text.len();
        let Some(document) = tree(text) else { return Self::default() };
        let Some(Expr::Seq(plays)) = &document.value else { return Self::default() };
        Self(plays.items.iter().map(|play| Part::of(&play.expr, shift)).collect())
    }

    /// The part of play `index` that the steps of `path` lead to: field names, map keys, and list positions from 0. Where a step
    /// is not written, the nearest part around it.
    pub fn span(&self, index: usize, path: &[&str]) -> Option<Range<usize>> {
        let mut part = self.0.get(index)?;
        for step in path {
            let Some((_, inner)) = part.parts.iter().find(|(name, _)| name == step) else { break };
            part = inner;
        }
        // Of a whole play its first letter is enough to show.
        Some(if path.is_empty() { part.span.start..part.span.start + 1 } else { part.span.clone() })
    }

    /// The same, but nothing where a step is not written.
    pub fn exact(&self, index: usize, path: &[&str]) -> Option<Range<usize>> {
        let mut part = self.0.get(index)?;
        for step in path {
            part = part.parts.iter().find_map(|(name, inner)| (name == step).then_some(inner))?;
        }
        Some(part.span.clone())
    }
}

impl Part {
    fn of(expr: &Expr<'_>, shift: usize) -> Self {
        let named = |fields: &[StructField<'_>]| {
            fields.iter().map(|field| (field.name.name.to_string(), Self::of(&field.value, shift))).collect()
        };
        let parts = match expr {
            Expr::AnonStruct(body) => named(&body.fields),
            Expr::Seq(seq) => {
                seq.items.iter().enumerate().map(|(at, item)| (at.to_string(), Self::of(&item.expr, shift))).collect()
            }
            Expr::Map(map) => map
                .entries
                .iter()
                .filter_map(|entry| match &entry.key {
                    Expr::String(key) => Some((key.value.clone(), Self::of(&entry.value, shift))),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        let span = expr.span();
        Self { span: span.start_offset + shift..span.end_offset + shift, parts }
    }
}
