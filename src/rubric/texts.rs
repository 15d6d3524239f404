//! A rubric's words in another language. What is scored never depends on them, so they are no part of the rules.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Competency, Mistake, Rubric, RubricError, Scale};

/// The words of a rubric in another language; what they lack is told in the rubric's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename = "RubricTexts", deny_unknown_fields)]
pub struct Texts {
    /// By the id of a competency.
    competencies: BTreeMap<String, CompetencyTexts>,
    /// The names of errors, by code.
    errors: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetencyTexts {
    name: String,
    definition: String,
    anchors: Scale,
}

impl Texts {
    /// Reads a file of texts.
    ///
    /// # Errors
    /// [`RubricError::Syntax`] if the text is not RON of this shape.
    pub fn parse(text: &str) -> Result<Self, RubricError> {
        Ok(ron::from_str(text)?)
    }

    /// What a competency is called.
    #[must_use]
    pub fn name<'a>(&'a self, competency: &'a Competency) -> &'a str {
        self.of(competency).map_or(&competency.name, |texts| &texts.name)
    }

    /// What a competency means, in one sentence.
    #[must_use]
    pub fn definition<'a>(&'a self, competency: &'a Competency) -> &'a str {
        self.of(competency).map_or(&competency.definition, |texts| &texts.definition)
    }

    /// What a level (0–3) of a competency looks like.
    #[must_use]
    pub fn anchor<'a>(&'a self, competency: &'a Competency, level: u8) -> &'a str {
        self.of(competency).map_or(&competency.anchors, |texts| &texts.anchors).at(level)
    }

    /// What an error is called.
    #[must_use]
    pub fn error<'a>(&'a self, error: &'a Mistake) -> &'a str {
        self.errors.get(&error.code).unwrap_or(&error.name)
    }

    /// Ids and codes that a rubric does not have.
    #[must_use]
    pub fn unknown_to(&self, rubric: &Rubric) -> Vec<&str> {
        let competencies = self.competencies.keys().filter(|id| rubric.competency(id).is_none());
        competencies.chain(self.errors.keys().filter(|code| rubric.error(code).is_none())).map(String::as_str).collect()
    }

    fn of(&self, competency: &Competency) -> Option<&CompetencyTexts> {
        self.competencies.get(&competency.id)
    }
}
