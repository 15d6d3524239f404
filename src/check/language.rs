//! What the rules know about written language: words, sentences, and lists of phrases that come from files.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// The words of a text, as they are written. An apostrophe or hyphen inside a word belongs to it.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (run, after) = rest.split_at(run(rest));
            let mut letters = after.chars();
            letters.next();
            rest = letters.as_str();
            let plain = |end: Option<&u8>| end.is_some_and(u8::is_ascii_alphanumeric);
            let is_word = plain(run.as_bytes().first()) && plain(run.as_bytes().last());
            let word = if is_word { run } else { run.trim_matches(joins) };
            if !word.is_empty() {
                return Some(word);
            }
        }
        None
    })
}

/// How many bytes at the beginning of a text are of letters that words are made of. Nearly every letter of nearly every text is
/// one byte, which is quickly told.
fn run(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'-');
        at += rest.iter().position(|byte| !is_plain(byte)).unwrap_or(rest.len());
        if text.as_bytes().get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(letter) if letter.is_alphanumeric() || joins(letter) => at += letter.len_utf8(),
            _ => return at,
        }
    }
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
    let mut rest = normal;
    std::iter::from_fn(move || {
        let begin = rest.bytes().position(|byte| byte != b' ')?;
        let (_, words) = rest.split_at(begin);
        let (word, after) = words.split_at(words.bytes().position(|byte| byte == b' ').unwrap_or(words.len()));
        rest = after;
        Some(word)
    })
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
    // The last one is the first byte of “。”, and of other letters.
    let may_end = |byte: &u8| matches!(byte, b'!' | b'?' | b'\n' | b'.' | 0xe3);
    let mut at = 0;
    while let Some(next) = text.as_bytes().get(at..).and_then(|rest| rest.iter().position(may_end)) {
        at += next;
        let (before, from) = text.split_at(at);
        let mut letters = from.chars();
        let Some(letter) = letters.next() else { break };
        let next = letters.next();
        let ends = match letter {
            '!' | '?' | '\n' | '。' => true,
            '.' => next.is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '"' | '’' | ')')),
            _ => false,
        };
        at += letter.len_utf8();
        let trails_off = letter == '.' && before.ends_with('.');
        if ends && !trails_off {
            return at;
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
    // A letter takes a byte or more.
    words(text).filter(|word| word.len() > 6 && word.chars().filter(|letter| letter.is_alphabetic()).count() > 6)
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
    fn words_are_told_in_any_script_and_keep_what_holds_them_together() {
        let told = |text| words(text).collect::<Vec<_>>();
        assert_eq!(told("“It’s 24-hour -- that's *Zoë’s* 'own'.”"), ["It’s", "24-hour", "that's", "Zoë’s", "own"]);
        assert_eq!(told("Été à l’hôtel — 水が冷たい。はい"), ["Été", "à", "l’hôtel", "水が冷たい", "はい"]);
        assert_eq!(told(" … - ’ !"), [""; 0]);
        assert_eq!(normal_words(&normal("It’s COLD — Été!")).collect::<Vec<_>>(), ["it's", "cold", "été"]);
    }

    #[test]
    fn sentences_end_where_people_end_them() {
        let text = "She paid 2.50 for it. “No.” Really? … Well ... yes, then! Bye";
        assert_eq!(
            sentences(text).collect::<Vec<_>>(),
            ["She paid 2.50 for it.", "“No.", "” Really?", "… Well ... yes, then!", "Bye"]
        );
        assert_eq!(sentences("水が冷たい。はい").collect::<Vec<_>>(), ["水が冷たい。", "はい"]);
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
