//! The interface's own texts and those of reports, two Fluent files per language under `assets/words/`. Scenario texts never pass
//! through here, and nothing here knows which screen or section a text is for.

mod coach;
pub mod keys;
mod language;
mod quotes;
#[cfg(test)]
mod tests;
mod worth;

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use language::Language;

use crate::rubric::Texts;

impl Language {
    /// Its texts: those of the interface and those of reports.
    fn files(self) -> [&'static str; 2] {
        match self {
            Self::English => {
                [include_str!("../../assets/words/en.ftl"), include_str!("../../assets/words/report.en.ftl")]
            }
            Self::French => {
                [include_str!("../../assets/words/fr.ftl"), include_str!("../../assets/words/report.fr.ftl")]
            }
            Self::Swahili => {
                [include_str!("../../assets/words/sw.ftl"), include_str!("../../assets/words/report.sw.ftl")]
            }
        }
    }

    /// The words of the rubric in it; the rubric itself is in English.
    fn rubric(self) -> Option<&'static str> {
        match self {
            Self::English => None,
            Self::French => Some(include_str!("../../assets/rubric.fr.ron")),
            Self::Swahili => Some(include_str!("../../assets/rubric.sw.ron")),
        }
    }
}

/// The interface texts of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    rubric: Texts,
}

impl Words {
    /// The English texts that come with the program.
    #[must_use]
    pub fn english() -> Self {
        Self::of(Language::English)
    }

    /// The texts of a language that come with the program.
    ///
    /// # Panics
    /// If a shipped file is not valid, which their tests exclude.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let words = Self::parse(language.tag(), &language.files().concat());
        let words = words.unwrap_or_else(|problems| panic!("{}.ftl: {}", language.tag(), problems.join("; ")));
        let rubric = language.rubric().map(|texts| Texts::parse(texts).expect("the words of the rubric are valid"));
        Self { rubric: rubric.unwrap_or_default(), ..words }
    }

    /// The texts of one Fluent file.
    ///
    /// # Errors
    /// One sentence for each thing that is wrong with it.
    pub fn parse(language: &str, source: &str) -> Result<Self, Vec<String>> {
        let language: LanguageIdentifier =
            language.parse().map_err(|_| vec![format!("`{language}` is not a language tag")])?;
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks that isolate a value's direction show as boxes in terminals; all shipped languages run left to right.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        Ok(Self { bundle, rubric: Texts::default() })
    }

    /// The text under `key`.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The text under `key` with its values filled in. An unknown key shows as itself in braces, never as nothing.
    #[must_use]
    pub fn format(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("{{{key}}}");
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, FluentValue::from(*value));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// What is scored, in this language.
    #[must_use]
    pub fn rubric(&self) -> &Texts {
        &self.rubric
    }

    /// Whether an answer says yes or no; nothing at all is yes, and anything else is neither.
    #[must_use]
    pub fn says_yes(&self, answer: &str) -> Option<bool> {
        let answer = answer.trim().to_lowercase();
        let among = |key| self.text(key).split_whitespace().any(|word| word == answer);
        if answer.is_empty() || among("text-yes") { Some(true) } else { among("text-no").then_some(false) }
    }

    /// The word for what scenario files name freely, such as a place, a sector or a language, where the interface has one.
    #[must_use]
    pub fn known(&self, kind: &str, name: &str) -> Option<String> {
        let key = format!("{kind}-{}", name.to_lowercase().replace(' ', "-"));
        self.has(&key).then(|| self.text(&key))
    }

    /// The language of the texts, as a BCP 47 tag.
    #[must_use]
    pub fn language(&self) -> String {
        self.bundle.locales.first().map(ToString::to_string).unwrap_or_default()
    }

    /// Whether there is a text under `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

/// A value filled into a text.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A whole number.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl<'a> From<Value<'a>> for FluentValue<'a> {
    fn from(value: Value<'a>) -> Self {
        match value {
            Value::Text(text) => Self::from(text),
            Value::Number(number) => Self::from(number),
        }
    }
}
