//! The interface's own texts, one Fluent file per language under `assets/words/`. Scenario texts never pass through here,
//! and nothing here knows which screen or report a text is for.

mod coach;
pub mod keys;
mod worth;

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The English texts; every key stands here.
const ENGLISH: &str = include_str!("../../assets/words/en.ftl");

/// The interface texts of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The English texts that come with the program.
    ///
    /// # Panics
    /// If the shipped file is not valid Fluent, which its test excludes.
    #[must_use]
    pub fn english() -> Self {
        Self::parse("en", ENGLISH).unwrap_or_else(|problems| panic!("assets/words/en.ftl: {}", problems.join("; ")))
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
        Ok(Self { bundle })
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

    /// A spoken line in this language's quotation marks, those inside it turned to the inner kind. A line that begins with
    /// what is done, in brackets, is no quotation and stays as it is.
    #[must_use]
    pub fn quoted(&self, line: &str) -> String {
        if line.starts_with('(') {
            return line.to_owned();
        }
        let mut inner = String::with_capacity(line.len());
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('“') {
            let Some((within, after)) = after.split_once('”') else { break };
            inner.push_str(before);
            inner.push_str(&self.format("quoted-within", &[("text", within.into())]));
            rest = after;
        }
        inner.push_str(rest);
        self.format("quoted", &[("text", inner.as_str().into())])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_texts_are_valid_and_fill_in_values() {
        let words = Words::parse(
            "en",
            "greeting = Hello, { $name }.\nbeats = { $n ->\n    [one] one beat\n   *[other] { $n } beats\n}\n",
        )
        .expect("valid");
        assert_eq!(words.format("greeting", &[("name", "Amina".into())]), "Hello, Amina.");
        assert_eq!(words.format("beats", &[("n", 1usize.into())]), "one beat");
        assert_eq!(words.format("beats", &[("n", 3usize.into())]), "3 beats");
        assert_eq!(words.text("no-such"), "{no-such}");
        let english = Words::english();
        assert!(english.has("feeling-happy"));
        assert_eq!(english.quoted("“Heated” means heated."), "“‘Heated’ means heated.”");
        assert_eq!(english.quoted("(You wait.)"), "(You wait.)");
        assert_eq!(english.quoted("an open “mark"), "“an open “mark”");
    }
}
