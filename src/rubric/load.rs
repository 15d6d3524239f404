//! From the text of a rubric file to a rubric that cannot be invalid. Every problem is collected, not only the first.

use std::collections::BTreeSet;

use serde::Deserialize;
use thiserror::Error;

use super::{Competency, Cuts, Mistake, PassMark, Rubric, Scale, Skill, TOP_LEVEL};

/// Why a rubric could not be read.
#[derive(Debug, Error)]
pub enum RubricError {
    /// The text is not RON of the expected shape; the position is inside the error.
    #[error("the rubric cannot be read: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// The text was read, and these things in it are wrong.
    #[error("the rubric has problems: {}", .0.join("; "))]
    Values(Vec<String>),
}

/// The file as written.
#[derive(Deserialize)]
#[serde(rename = "Rubric", deny_unknown_fields)]
struct Raw {
    levels: Scale,
    competencies: Vec<Competency>,
    skills: Vec<Skill>,
    errors: Vec<Mistake>,
    pass: PassMark,
    bands: Cuts,
}

impl Rubric {
    /// Reads a rubric file.
    ///
    /// # Errors
    /// [`RubricError::Syntax`] if the text is not RON of this shape, [`RubricError::Values`] with every problem found if ids or
    /// codes repeat, a reference leads nowhere, a text is empty, or a number is out of range.
    pub fn parse(text: &str) -> Result<Self, RubricError> {
        let raw: Raw = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(text)?;
        let problems = problems(&raw);
        if !problems.is_empty() {
            return Err(RubricError::Values(problems));
        }
        let Raw { levels, competencies, skills, errors, pass, bands } = raw;
        Ok(Self { levels, competencies, skills, errors, pass, bands })
    }

    /// The rubric that comes with the program.
    ///
    /// # Panics
    /// Never in a released program: a test reads the same text.
    #[must_use]
    pub fn builtin() -> Self {
        Self::parse(include_str!("../../assets/rubric.ron")).expect("the rubric that comes with the program is valid")
    }
}

/// Whether this is a stable id: `[a-z0-9-]+`.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn problems(raw: &Raw) -> Vec<String> {
    let mut found = Vec::new();
    scale(&raw.levels, "the level names", &mut found);
    competencies(&raw.competencies, &mut found);
    let known: BTreeSet<&str> = raw.competencies.iter().map(|competency| competency.id.as_str()).collect();
    skills(&raw.skills, &known, &mut found);
    errors(&raw.errors, &known, &mut found);
    marks(&raw.pass, &raw.bands, &mut found);
    found
}

fn competencies(all: &[Competency], found: &mut Vec<String>) {
    if all.is_empty() {
        found.push("there is no competency".to_owned());
    }
    repeated(all.iter().map(|competency| competency.id.as_str()), "competency", found);
    for competency in all {
        let id = &competency.id;
        if !is_id(id) {
            found.push(format!("the id `{id}` may only have the letters a-z, digits and `-`"));
        }
        for (what, text) in [("name", &competency.name), ("definition", &competency.definition)] {
            filled(text, &format!("the {what} of `{id}`"), found);
        }
        scale(&competency.anchors, &format!("the anchors of `{id}`"), found);
    }
    let behaviours = all.iter().filter_map(|competency| competency.moves).map(|behaviour| format!("{behaviour:?}"));
    let behaviours: Vec<String> = behaviours.collect();
    repeated(behaviours.iter().map(String::as_str), "behaviour", found);
}

fn skills(all: &[Skill], known: &BTreeSet<&str>, found: &mut Vec<String>) {
    repeated(all.iter().map(|skill| skill.code.as_str()), "sub-skill", found);
    for skill in all {
        let code = &skill.code;
        filled(code, "the code of a sub-skill", found);
        filled(&skill.name, &format!("the name of `{code}`"), found);
        belongs(&skill.competency, code, known, found);
        if skill.weight == 0 {
            found.push(format!("the weight of `{code}` must be 1 or more"));
        }
    }
}

fn errors(all: &[Mistake], known: &BTreeSet<&str>, found: &mut Vec<String>) {
    repeated(all.iter().map(|error| error.code.as_str()), "error", found);
    for error in all {
        let code = &error.code;
        filled(code, "the code of an error", found);
        filled(&error.name, &format!("the name of `{code}`"), found);
        for (competency, cap) in &error.caps {
            belongs(competency, code, known, found);
            if *cap > TOP_LEVEL {
                found.push(format!("the cap of `{code}` on `{competency}` must be 0 to {TOP_LEVEL}"));
            }
        }
    }
}

fn marks(pass: &PassMark, bands: &Cuts, found: &mut Vec<String>) {
    for (what, score) in [("overall", pass.overall), ("floor", pass.floor)] {
        if !(0..=1000).contains(&score) {
            found.push(format!("the pass mark `{what}` must be 0 to 1000"));
        }
    }
    if pass.decisions == 0 || pass.competencies == 0 {
        found.push("the pass mark needs at least 1 decision and 1 competency".to_owned());
    }
    if !(0 < bands.developing
        && bands.developing < bands.dependable
        && bands.dependable < bands.strong
        && bands.strong <= 1000)
    {
        found.push("the bands must begin at rising scores between 1 and 1000".to_owned());
    }
}

fn scale(scale: &Scale, what: &str, found: &mut Vec<String>) {
    for level in 0..=TOP_LEVEL {
        filled(scale.at(level), &format!("level {level} of {what}"), found);
    }
}

fn filled(text: &str, what: &str, found: &mut Vec<String>) {
    if text.trim().is_empty() {
        found.push(format!("{what} is empty"));
    }
}

fn belongs(competency: &str, code: &str, known: &BTreeSet<&str>, found: &mut Vec<String>) {
    if !known.contains(competency) {
        found.push(format!("`{code}` names the competency `{competency}`, which the rubric does not have"));
    }
}

fn repeated<'a>(names: impl Iterator<Item = &'a str>, what: &str, found: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            found.push(format!("the {what} `{name}` is there twice"));
        }
    }
}
