//! What the rules know about written language: words, sentences, and lists of phrases that come from files.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// The words of a text, as they are written. An apostrophe or hyphen inside a word belongs to it.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && !joins(letter))
        .map(|word| if word.starts_with(joins) || word.ends_with(joins) { word.trim_matches(joins) } else { word })
        .filter(|word| !word.is_empty())
}

/// Whether a letter holds the parts of a word together.
fn joins(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '-')
}

/// The words in small letters, each between two single spaces; apostrophes straight.
pub fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len() + 2);
    normal.push(' ');
    for word in words(text) {
        for letter in word.chars() {
            match letter {
                '’' => normal.push('\''),
                _ if letter.is_ascii() => normal.push(letter.to_ascii_lowercase()),
                _ => normal.extend(letter.to_lowercase()),
            }
        }
        normal.push(' ');
    }
    normal
}

/// The words of a text that [`normal`] made.
pub fn normal_words(normal: &str) -> impl Iterator<Item = &str> {
    normal.split(' ').filter(|word| !word.is_empty())
}

/// The sentences of a text. An ellipsis ends none, as people trail off and go on.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let end = end_of_sentence(rest);
        let (sentence, after) = rest.split_at(end);
        rest = after;
        Some(sentence)
    })
    .filter(|sentence| words(sentence).next().is_some())
}

fn end_of_sentence(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = match letter {
            '!' | '?' | '\n' | '。' => true,
            '.' => next.is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '"' | '’' | ')')),
            _ => false,
        };
        let trails_off = letter == '.' && text.get(..at).is_some_and(|before| before.ends_with('.'));
        if ends && !trails_off {
            return at + letter.len_utf8();
        }
    }
    text.len()
}

/// LIX, in whole points: words to a sentence, and long words (over six letters) in a hundred. Up to 40 is easy, over 50 is hard.
pub fn lix(text: &str) -> usize {
    let all = words(text).count();
    let long = long_words(text).count();
    if all == 0 {
        return 0;
    }
    let sentences = sentences(text).count().max(1);
    (all * 100 / sentences + long * 10_000 / all).div_ceil(100)
}

/// Words of more than six letters.
pub fn long_words(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 6)
}

/// A phrase of a list, with what the list says about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// Its words, in small letters.
    pub words: String,
    /// What to write instead, or the code of the error it is.
    pub means: String,
}

/// A list of phrases that a text is searched for in one pass.
pub struct Phrases {
    phrases: Vec<Phrase>,
    by_first_word: FxHashMap<String, Vec<usize>>,
}

impl Phrases {
    /// A list from a file that comes with the program.
    fn builtin(ron: &str) -> Self {
        #[expect(clippy::expect_used, reason = "the file is part of the program and read by its tests")]
        let phrases: Vec<Phrase> = ron::from_str(ron).expect("the list of phrases is RON");
        let mut by_first_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (position, phrase) in phrases.iter().enumerate() {
            let first = phrase.words.split(' ').next().unwrap_or_default();
            by_first_word.entry(first.to_owned()).or_default().push(position);
        }
        Self { phrases, by_first_word }
    }

    /// The phrases in a text that [`normal`] made, in order.
    pub fn find<'p>(&'p self, normal: &str) -> Vec<&'p Phrase> {
        let mut found = Vec::new();
        let mut at = 1;
        for word in normal_words(normal) {
            let rest = normal.get(at..).unwrap_or_default();
            let begins =
                |phrase: &&Phrase| rest.strip_prefix(phrase.words.as_str()).is_some_and(|after| after.starts_with(' '));
            let here = self.by_first_word.get(word).into_iter().flatten();
            found.extend(here.filter_map(|position| self.phrases.get(*position)).filter(begins));
            at += word.len() + 1;
        }
        found
    }
}

/// Words of the trade, each with plain ones.
pub static JARGON: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::builtin(include_str!("../../assets/checks/jargon.ron")));
/// Stock phrases that the rubric counts as an error, each with its code.
pub static STOCK: LazyLock<Phrases> = LazyLock::new(|| Phrases::builtin(include_str!("../../assets/checks/stock.ron")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_people_end_them() {
        let text = "She paid 2.50 for it. “No.” Really? … Well ... yes, then! Bye";
        assert_eq!(
            sentences(text).collect::<Vec<_>>(),
            ["She paid 2.50 for it.", "“No.", "” Really?", "… Well ... yes, then!", "Bye"]
        );
    }

    #[test]
    fn phrases_are_found_as_whole_words_only() {
        let found = |text: &str| STOCK.find(&normal(text)).iter().map(|one| one.means.clone()).collect::<Vec<_>>();
        assert_eq!(found("Please, calm down now."), ["E7"]);
        assert!(found("A calm downpour.").is_empty());
        assert!(JARGON.find(&normal("")).is_empty());
    }

    #[test]
    fn lix_tells_easy_from_hard() {
        assert!(lix("The water is cold. I paid for warm water. Can you help me, please?") < 30);
        let hard = "Notwithstanding aforementioned circumstances, reimbursement necessitates documentation establishing entitlement.";
        assert!(lix(hard) > 80);
    }
}
