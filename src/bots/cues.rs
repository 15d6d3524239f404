//! What trainees who read only the surface of a reply look for: lists of cues, one file per language under `assets/bots/`.

use serde::Deserialize;

/// The cues of one language, as its file has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cues {
    polite: Vec<String>,
    sorry: Vec<String>,
    script: Vec<String>,
    excuses: Vec<String>,
    money: Vec<String>,
}

/// The cues of one language, ready to be looked for.
#[derive(Clone, Debug)]
pub struct Surface {
    polite: Vec<Cue>,
    sorry: Vec<Cue>,
    script: Vec<Cue>,
    excuses: Vec<Cue>,
    money: Vec<Cue>,
}

/// How often each kind of cue stands in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Politeness.
    pub polite: i64,
    /// Apology.
    pub sorry: i64,
    /// Corporate script.
    pub script: i64,
    /// Excuse and blame.
    pub excuses: i64,
    /// Money.
    pub money: i64,
}

/// Words that follow each other; of the last one perhaps only the beginning.
#[derive(Clone, Debug)]
struct Cue {
    words: Vec<String>,
    open: bool,
}

impl Surface {
    /// The cues for a language, as a BCP 47 tag; none where Amends has no list for it.
    ///
    /// # Panics
    /// If a shipped list cannot be read, which its test excludes.
    #[must_use]
    pub fn of(language: &str) -> Option<Self> {
        let main = language.split(['-', '_']).next().unwrap_or_default();
        let text = match main.to_ascii_lowercase().as_str() {
            "en" => include_str!("../../assets/bots/en.ron"),
            _ => return None,
        };
        let cues: Cues = ron::from_str(text).unwrap_or_else(|error| panic!("assets/bots/{main}.ron: {error}"));
        let ready = |cues: Vec<String>| cues.iter().map(|cue| Cue::new(cue)).collect();
        Some(Self {
            polite: ready(cues.polite),
            sorry: ready(cues.sorry),
            script: ready(cues.script),
            excuses: ready(cues.excuses),
            money: ready(cues.money),
        })
    }

    /// How often each kind of cue stands in `text`.
    #[must_use]
    pub fn find(&self, text: &str) -> Found {
        let words = words(text);
        let count = |cues: &[Cue]| {
            let found: usize = cues.iter().map(|cue| cue.count(&words)).sum();
            i64::try_from(found).unwrap_or(i64::MAX)
        };
        Found {
            polite: count(&self.polite),
            sorry: count(&self.sorry),
            script: count(&self.script),
            excuses: count(&self.excuses),
            money: count(&self.money),
        }
    }
}

impl Cue {
    fn new(written: &str) -> Self {
        Self { words: words(written), open: written.ends_with('*') }
    }

    fn count(&self, text: &[String]) -> usize {
        let Some((last, before)) = self.words.split_last() else { return 0 };
        let stands = |window: &&[String]| {
            window.split_last().is_some_and(|(end, start)| {
                start == before && (end == last || (self.open && end.starts_with(last.as_str())))
            })
        };
        text.windows(self.words.len()).filter(stands).count()
    }
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .replace('’', "'")
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_words_and_not_parts_of_words() {
        let english = Surface::of("en-KE").expect("a list");
        assert_eq!(english.find("Sorry, sorry! I'm so SORRY.").sorry, 3);
        assert_eq!(english.find("We apologise for any inconvenience").sorry, 1);
        assert!(english.find("We apologise for any inconvenience").script >= 2);
        assert_eq!(english.find("sirens and kindling").polite, 1, "`kind*` is open and `sir` is not");
        assert_eq!(english.find("It isn’t our pump").excuses, 1, "either apostrophe");
        assert_eq!(english.find(""), Found::default());
    }

    #[test]
    fn a_language_without_a_list_is_told_apart() {
        assert!(Surface::of("fr").is_none());
        assert!(Surface::of("").is_none());
    }
}
