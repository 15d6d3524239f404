//! Conversation styles, as data: how a kind of customer starts, reacts and leaves. They are never demographic groups, so nothing
//! here says age, sex or origin.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::rubric::is_id;

/// One conversation style (customer-model §8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Stable id, `[a-z0-9-]+`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What works and what hurts, for authors and debriefs.
    pub description: String,
    /// Trust at the start, T, 0–1000.
    pub trust: i32,
    /// Calm at the start, C, 0–1000.
    pub calm: i32,
    /// Relationship strength before the scene, R, 0–1000. From 600 on it buffers a first failure and turns a failed recovery into
    /// betrayal.
    pub relationship: i32,
    /// How strongly losses are felt, thousandths, 800–1300.
    pub react: i32,
    /// Willingness to voice a complaint, `vp`, 0–1000.
    pub voice: i32,
    /// Willingness to go public, `pp`, 0–1000.
    pub publicity: i32,
    /// What this customer answers to more than others do.
    #[serde(default)]
    pub orientation: Option<Orientation>,
    /// The organisation's usual share of the responsibility, 0–1000; 1000 where nothing is said.
    #[serde(default)]
    pub locus: Option<i32>,
    /// What jargon costs this customer, thousandths, 1000–3000.
    #[serde(default = "plain")]
    pub jargon: i32,
    /// What waiting without a word costs this customer, thousandths, 1000–3000.
    #[serde(default = "plain")]
    pub silence: i32,
    /// When this customer leaves.
    pub leaves: Limits,
}

fn plain() -> i32 {
    1000
}

/// What a customer answers to more than others do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Orientation {
    /// Compensation counts more.
    Independent,
    /// Listening and apology count more.
    Relational,
}

/// The limits past which a customer leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Leaves with calm below this, 0–1000.
    pub calm_under: i32,
    /// Leaves with effort above this, 0–1000.
    pub effort_over: i32,
}

/// The personas of a file, by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Personas(BTreeMap<String, Persona>);

/// Why a file of personas could not be read.
#[derive(Debug, Error)]
pub enum PersonasError {
    /// The text is not RON of the expected shape; the position is inside the error.
    #[error("the personas cannot be read: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// The text was read, and these things in it are wrong.
    #[error("the personas have problems: {}", .0.join("; "))]
    Values(Vec<String>),
}

impl Personas {
    /// Reads a file of personas: a list, so that an id written twice is a problem instead of silently winning.
    ///
    /// # Errors
    /// [`PersonasError::Syntax`] if the text is not RON of this shape, [`PersonasError::Values`] with every problem found if an id
    /// repeats, a text is empty or a number is out of range.
    pub fn parse(text: &str) -> Result<Self, PersonasError> {
        let list: Vec<Persona> = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(text)?;
        let mut personas = BTreeMap::new();
        let mut found = Vec::new();
        for persona in list {
            persona.problems(&mut found);
            if let Some(earlier) = personas.insert(persona.id.clone(), persona) {
                found.push(format!("the persona `{}` is there twice", earlier.id));
            }
        }
        if found.is_empty() { Ok(Self(personas)) } else { Err(PersonasError::Values(found)) }
    }

    /// The personas that come with the program.
    ///
    /// # Panics
    /// Never in a released program: a test reads the same text.
    #[must_use]
    pub fn builtin() -> Self {
        Self::parse(include_str!("../../assets/personas.ron"))
            .expect("the personas that come with the program are valid")
    }

    /// The persona with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Persona> {
        self.0.get(id)
    }

    /// All personas, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = &Persona> {
        self.0.values()
    }

    /// All ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.keys().map(String::as_str)
    }
}

impl Persona {
    fn problems(&self, found: &mut Vec<String>) {
        let id = &self.id;
        if !is_id(id) {
            found.push(format!("the id `{id}` may only have the letters a-z, digits and `-`"));
        }
        for (what, text) in [("name", &self.name), ("description", &self.description)] {
            if text.trim().is_empty() {
                found.push(format!("the {what} of `{id}` is empty"));
            }
        }
        for (what, value, least, most) in [
            ("trust", self.trust, 0, 1000),
            ("calm", self.calm, 0, 1000),
            ("relationship", self.relationship, 0, 1000),
            ("react", self.react, 800, 1300),
            ("voice", self.voice, 0, 1000),
            ("publicity", self.publicity, 0, 1000),
            ("locus", self.locus.unwrap_or(1000), 0, 1000),
            ("jargon", self.jargon, 1000, 3000),
            ("silence", self.silence, 1000, 3000),
            ("calm_under", self.leaves.calm_under, 0, 1000),
            ("effort_over", self.leaves.effort_over, 0, 1000),
        ] {
            if !(least..=most).contains(&value) {
                found.push(format!("`{what}` of `{id}` is {value}, and must be {least} to {most}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const FILE: &str = include_str!("../../assets/personas.ron");

    #[test]
    fn the_eight_personas_have_the_values_of_the_table() {
        let personas = Personas::builtin();
        let table = personas.iter().map(|p| {
            let starts = [p.trust, p.calm, p.relationship, p.react, p.voice, p.publicity];
            (
                p.id.as_str(),
                starts,
                p.orientation,
                p.locus,
                (p.jargon, p.silence),
                (p.leaves.calm_under, p.leaves.effort_over),
            )
        });
        let (independent, relational) = (Some(Orientation::Independent), Some(Orientation::Relational));
        let expected = [
            ("analytical", [600, 720, 300, 1000, 650, 250], independent, None, (1000, 1000), (150, 800)),
            ("anxious", [600, 560, 300, 1100, 450, 150], relational, None, (1000, 2000), (150, 800)),
            ("at-fault", [600, 700, 300, 1000, 550, 300], None, Some(250), (1000, 1000), (150, 800)),
            ("expressive", [600, 620, 300, 1200, 850, 500], None, None, (1000, 1000), (100, 850)),
            ("language-learner", [600, 700, 300, 1000, 300, 150], None, None, (2000, 1000), (200, 800)),
            ("loyal-regular", [700, 700, 750, 1000, 550, 300], relational, None, (1000, 1000), (150, 850)),
            ("silent", [560, 760, 300, 1000, 120, 60], None, None, (1000, 1000), (300, 650)),
            ("vip", [650, 700, 700, 1150, 750, 350], independent, None, (1000, 1000), (200, 650)),
        ];
        assert_eq!(table.collect::<Vec<_>>(), expected);
        assert!(personas.ids().eq(expected.iter().map(|row| row.0)));
    }

    #[test]
    fn all_problems_of_a_file_are_told_at_once() {
        let text = FILE
            .replace(r#"id: "vip""#, r#"id: "anxious""#)
            .replace("react: 1200", "react: 12")
            .replace("calm: 760", "calm: 7600");
        let Err(PersonasError::Values(problems)) = Personas::parse(&text) else { panic!("the file must be refused") };
        for part in ["`anxious` is there twice", "`react` of `expressive` is 12", "`calm` of `silent` is 7600"] {
            assert!(problems.iter().any(|problem| problem.contains(part)), "{part}: {problems:?}");
        }
        assert_eq!(problems.len(), 3);
    }

    #[test]
    fn a_misspelt_field_has_a_position() {
        let Err(PersonasError::Syntax(error)) = Personas::parse(&FILE.replace("trust:", "turst:")) else {
            panic!("the file must be refused")
        };
        assert!(error.span.start.line > 1);
    }
}
